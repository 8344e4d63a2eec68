/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms through the office file: nothing of them is lost between the file that comes in and the one that
 * goes out, and taking one in is one step that can be undone. */

#include <glib/gstdio.h>
#include <string.h>

#include "dossier-samples.h"
#include "exchange/lrmx.h"
#include "exchange/preview.h"
#include "round/dossier.h"
#include "round/round.h"

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gint64
import (XrOffice *office, gint64 round, const XrDossier *dossier)
{
  g_autoptr (XrRow) candidate = xr_row_new (xr_table_find ("candidate"), round);
  g_autoptr (GError) error = NULL;

  /* A form may lack the name; a candidate may not. */
  if (xr_dossier_get (dossier, XR_DOSSIER_NAME)[0] == '\0')
    xr_row_set (candidate, "name", "无名");
  xr_dossier_import (office, candidate, 0, dossier, &error);
  g_assert_no_error (error);
  return xr_row_get_id (candidate);
}

/* The name is the only field that the office asks for. */
static XrDossier *
make_named_sample (guint n)
{
  XrDossier *sample = dossier_sample_new (n);

  if (sample->texts[XR_DOSSIER_NAME] == NULL)
    xr_dossier_set (sample, XR_DOSSIER_NAME, "无名");
  return sample;
}

static void
check_kept (XrOffice *office, gint64 id, const XrDossier *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (XrDossier) kept = xr_dossier_load (office, id, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (XrDossier) again = NULL;

  g_assert_no_error (error);
  assert_same_dossier (kept, sample);
  bytes = xr_lrmx_write (kept);
  again = xr_lrmx_read (bytes, notes, faults);
  if (sample->texts[XR_DOSSIER_VERSION] == NULL)
    xr_dossier_set (again, XR_DOSSIER_VERSION, NULL);
  assert_same_dossier (again, sample);
}

static void
check_sample (XrOffice *office, gint64 round, guint n)
{
  g_autoptr (XrDossier) sample = make_named_sample (n);

  check_kept (office, import (office, round, sample), sample);
}

/* Files as others write them, dropped together as the window takes them. */
static void
add_sample (XrPreview *preview, guint n, gboolean older)
{
  g_autoptr (XrDossier) sample = make_named_sample (n);
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GBytes) bytes = older ? dossier_sample_to_lrm (sample, n)
                                   : dossier_sample_to_lrmx (sample, n);
  XrDossier *dossier = older ? xr_lrm_read (bytes, sample->photo, notes, faults)
                             : xr_lrmx_read (bytes, notes, faults);

  g_assert_nonnull (dossier);
  xr_preview_add_dossier (preview, "甲.lrmx", dossier, notes);
}

/* Who has a doubt is confirmed: samples of one name, and without an ID number. */
static void
take_in (XrPreview *preview, XrOffice *office, guint n)
{
  g_autoptr (GError) error = NULL;

  xr_preview_fill_post (preview, "办公室主任");
  for (guint i = 0; i < n; i++)
    xr_preview_confirm (preview, i);
  xr_preview_check (preview, office, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    if (xr_preview_state (preview, i) == XR_PREVIEW_REFUSED)
      g_error ("%u: %s", i, ((XrPreviewNote *) xr_preview_notes (preview, i)->pdata[0])->text);
  g_assert_cmpint (xr_preview_apply (preview, office, NULL, &error), ==, (int) n);
  g_assert_no_error (error);
}

static void
add_post (XrOffice *office, gint64 round)
{
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("post"), round);

  xr_row_set (row, "name", "办公室主任");
  xr_row_set (row, "vacancies", "1");
  g_assert_true (xr_office_save (office, row, NULL));
}

/* An .lrm has no place for some of it. */
static void
forget_new_fields (XrDossier *dossier)
{
  static const XrDossierField fields[] = { XR_DOSSIER_RETIRES_ON, XR_DOSSIER_AGE_LIMIT,
                                           XR_DOSSIER_ID_NUMBER, XR_DOSSIER_VERSION,
                                           XR_DOSSIER_PARTY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    xr_dossier_set (dossier, fields[i], NULL);
  g_ptr_array_set_size (dossier->extras, 0);
}

static void
test_preview (gconstpointer data)
{
  gboolean older = GPOINTER_TO_INT (data);
  g_autofree char *folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_create (path, &error);
  gint64 round = xr_round_create (office, "一轮", NULL, NULL, &error);
  g_autoptr (XrPreview) preview = xr_preview_new (round);
  g_autoptr (GPtrArray) rows = NULL;

  add_post (office, round);
  for (guint n = 0; n < 100; n++)
    add_sample (preview, n, older);
  take_in (preview, office, 100);
  rows = xr_office_query (office, xr_table_find ("candidate"), "round_id", round);
  g_assert_cmpuint (rows->len, ==, 100);
  for (guint n = 0; n < 100; n++)
    {
      g_autoptr (XrDossier) sample = make_named_sample (n);

      if (older)
        forget_new_fields (sample);
      check_kept (office, xr_row_get_id (rows->pdata[n]), sample);
    }
  g_assert_true (xr_office_undo (office, &error));
  g_clear_object (&office);
  remove_folder (folder);
}

static void
test_loop (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_create (path, &error);
  gint64 round = xr_round_create (office, "一轮", NULL, NULL, &error);

  for (guint n = 0; n < 100; n++)
    check_sample (office, round, n);
  for (guint n = 0; n < 100; n++)
    g_assert_true (xr_office_undo (office, &error));
  g_clear_object (&office);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-office/100 forms pass through the office file", test_loop);
  g_test_add_data_func ("/dossier-office/100 .lrmx come in together through the preview",
                        GINT_TO_POINTER (FALSE), test_preview);
  g_test_add_data_func ("/dossier-office/100 .lrm come in together through the preview",
                        GINT_TO_POINTER (TRUE), test_preview);
  return g_test_run ();
}
