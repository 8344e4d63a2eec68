/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms through the office file: nothing of them is lost between the file that comes in and the one that
 * goes out, and taking one in is one step that can be undone. */

#include <glib/gstdio.h>
#include <string.h>

#include "dossier-samples.h"
#include "exchange/lrmx.h"
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
check_sample (XrOffice *office, gint64 round, guint n)
{
  g_autoptr (XrDossier) sample = make_named_sample (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  gint64 id = import (office, round, sample);
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
  return g_test_run ();
}
