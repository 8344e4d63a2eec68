/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of the 干部任免审批表: 100 of them come in, go out and come in again with nothing lost; what the
 * official editor changes is changed and told; what could harm is refused. */

#include <glib/gstdio.h>
#include <string.h>

#include "dossier-samples.h"
#include "exchange/dossier-file.h"
#include "exchange/gb-text.h"
#include "exchange/lrmx.h"

#define N_SAMPLES 100

static XrDossier *
read_lrmx (GBytes *bytes)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  XrDossier *dossier = xr_lrmx_read (bytes, notes, faults);

  if (faults->len > 0)
    g_error ("%s", ((XrFault *) faults->pdata[0])->message);
  g_assert_nonnull (dossier);
  return dossier;
}

static XrDossier *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_lrmx (bytes);
}

static void
test_lrmx_loop (void)
{
  for (guint n = 0; n < N_SAMPLES; n++)
    {
      g_autoptr (XrDossier) sample = dossier_sample_new (n);
      g_autoptr (GBytes) foreign = dossier_sample_to_lrmx (sample, n);
      g_autoptr (XrDossier) first = read_lrmx (foreign);
      g_autoptr (GBytes) ours = NULL;
      g_autoptr (XrDossier) second = NULL;

      assert_same_dossier (first, sample);
      ours = xr_lrmx_write (first);
      second = read_lrmx (ours);
      if (first->texts[XR_DOSSIER_VERSION] == NULL)
        xr_dossier_set (second, XR_DOSSIER_VERSION, NULL);
      assert_same_dossier (second, first);
    }
}

static void
forget_new_fields (XrDossier *dossier)
{
  xr_dossier_set (dossier, XR_DOSSIER_RETIRES_ON, NULL);
  xr_dossier_set (dossier, XR_DOSSIER_AGE_LIMIT, NULL);
  xr_dossier_set (dossier, XR_DOSSIER_ID_NUMBER, NULL);
  xr_dossier_set (dossier, XR_DOSSIER_VERSION, NULL);
  xr_dossier_set (dossier, XR_DOSSIER_PARTY, NULL);
  g_ptr_array_set_size (dossier->extras, 0);
}

static XrDossier *
read_lrm (GBytes *bytes, GBytes *photo)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  XrDossier *dossier = xr_lrm_read (bytes, photo, notes, faults);

  if (faults->len > 0)
    g_error ("%s", ((XrFault *) faults->pdata[0])->message);
  g_assert_nonnull (dossier);
  return dossier;
}

static void
test_lrm_loop (void)
{
  for (guint n = 0; n < N_SAMPLES; n++)
    {
      g_autoptr (XrDossier) sample = dossier_sample_new (n);
      g_autoptr (GBytes) foreign = dossier_sample_to_lrm (sample, n);
      g_autoptr (XrDossier) first = read_lrm (foreign, sample->photo);
      g_autoptr (GBytes) ours = NULL;
      g_autoptr (GBytes) twice = NULL;
      g_autoptr (XrDossier) second = NULL;

      forget_new_fields (sample);
      assert_same_dossier (first, sample);
      ours = xr_lrm_write (first, NULL);
      second = read_lrm (ours, first->photo);
      assert_same_dossier (second, first);
      twice = xr_lrm_write (second, NULL);
      g_assert_true (g_bytes_equal (ours, twice));
    }
}

/* What an .lrm cannot say is told when it is written. */
static void
test_lrm_losses (void)
{
  g_autoptr (XrDossier) sample = dossier_sample_new (1);
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GBytes) bytes = xr_lrm_write (sample, notes);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (notes->len, >=, 2);
}

static void
test_lrm_signs (void)
{
  g_autoptr (XrDossier) dossier = xr_dossier_new ();
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (XrDossier) again = NULL;

  xr_dossier_set (dossier, XR_DOSSIER_NAME, "林知远");
  xr_dossier_set (dossier, XR_DOSSIER_FULL_EDUCATION_SCHOOL, "某校#1@分校");
  xr_dossier_set (dossier, XR_DOSSIER_AWARDS, "获\"先进\"称号");
  bytes = xr_lrm_write (dossier, NULL);
  again = xr_lrm_read (bytes, NULL, notes, faults);
  g_assert_cmpstr (xr_dossier_get (again, XR_DOSSIER_FULL_EDUCATION_SCHOOL), ==, "某校＃1＠分校");
  g_assert_cmpstr (xr_dossier_get (again, XR_DOSSIER_AWARDS), ==, "获”先进”称号");
}

/* The sample of the description of the format. */
static void
test_description (void)
{
  g_autoptr (XrDossier) dossier = read_text (
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><Person><XingMing>林知远</XingMing>"
    "<JianLi>1998.09--2002.07  某大学某系某专业学习\n2002.07--2010.03  某局科员\n"
    "2010.03--         某局某科副科长</JianLi>"
    "<JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>周若水</XingMing>"
    "<ChuShengRiQi>198203</ChuShengRiQi></Item></JiaTingChengYuan>"
    "<ShenFenZheng>99000019800101008X</ShenFenZheng></Person>");

  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_NAME), ==, "林知远");
  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_RESUME), ==,
                   "1998.09--2002.07  某大学某系某专业学习\n2002.07--2010.03  某局科员\n"
                   "2010.03--         某局某科副科长");
  g_assert_cmpuint (dossier->relatives->len, ==, 1);
}

static void
test_written_form (void)
{
  g_autoptr (XrDossier) dossier = xr_dossier_new ();
  g_autoptr (GBytes) bytes = NULL;
  const char *text;

  xr_dossier_set (dossier, XR_DOSSIER_NAME, "甲<乙>");
  xr_dossier_set (dossier, XR_DOSSIER_AWARDS, "一\n二");
  bytes = xr_lrmx_write (dossier);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
  g_assert_nonnull (strstr (text, "<XingMing>甲&lt;乙&gt;</XingMing>"));
  g_assert_nonnull (strstr (text, "<JiangChengQingKuang>一\r\n二</JiangChengQingKuang>"));
  g_assert_nonnull (strstr (text, "<JiaTingChengYuan></JiaTingChengYuan>"));
  g_assert_nonnull (strstr (text, "<ZhaoPian></ZhaoPian>"));
  g_assert_true (strstr (text, "<ChengBaoDanWei>") > strstr (text, "<JiaTingChengYuan>"));
  g_assert_true (strstr (text, "<ZhaoPian>") > strstr (text, "<ShenFenZheng>"));
}

/* Names, `~`, the way of the official editor. */
static void
test_editor_rules (void)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  const char *text = "<Person><XingMing>艾力。买 买提</XingMing><JianLi>1998.09~2002.07 学习~"
                     "200207~ 科员</JianLi><RenMianLiYou>一~二</RenMianLiYou></Person>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (XrDossier) dossier = xr_lrmx_read (bytes, notes, faults);

  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_NAME), ==, "艾力·买买提");
  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_RESUME), ==,
                   "1998.09--2002.07  学习\n2002.07--         科员");
  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_REASON), ==, "一\n二");
  g_assert_cmpuint (notes->len, ==, 3);
}

static void
assert_refused (const char *data, gsize size)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_assert_null (xr_lrmx_read (bytes, notes, faults));
  g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_refused (void)
{
  static const char *const files[] = {
    "",
    "hello",
    "<Person>",
    "<Other/>",
    "<Person><XingMing></Person>",
    "<!DOCTYPE Person [<!ENTITY a \"b\">]><Person><XingMing>&a;</XingMing></Person>",
    "<!DOCTYPE Person SYSTEM \"file:///etc/passwd\"><Person/>"
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_refused (files[i], strlen (files[i]));
}

/* Files in the national encoding that do not say so. */
static void
test_gb18030 (void)
{
  g_autoptr (GBytes) bytes = xr_gb_from_utf8 ("<Person><XingMing>林知远</XingMing></Person>");
  g_autoptr (XrDossier) dossier = read_lrmx (bytes);

  g_assert_cmpstr (xr_dossier_get (dossier, XR_DOSSIER_NAME), ==, "林知远");
}

static void
test_damaged_photo (void)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  const char *text = "<Person><ZhaoPian>不是照片</ZhaoPian></Person>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (XrDossier) dossier = xr_lrmx_read (bytes, notes, faults);

  g_assert_null (dossier->photo);
  g_assert_cmpuint (notes->len, ==, 1);
}

/* ---- on the disk */

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "甲.LRM", NULL);
  g_autofree char *photo = g_build_filename (folder, "甲.pic", NULL);
  g_autoptr (XrDossier) sample = dossier_sample_new (1);
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (XrDossier) again = NULL;

  g_assert_true (xr_dossier_file_is_meant (path));
  g_assert_true (xr_dossier_file_write (sample, XR_DOSSIER_LRM, path, notes, NULL));
  again = xr_dossier_file_read (path, notes, faults);
  forget_new_fields (sample);
  assert_same_dossier (again, sample);
  g_clear_pointer (&sample->photo, g_bytes_unref);
  g_assert_true (xr_dossier_file_write (sample, XR_DOSSIER_LRM, path, notes, NULL));
  g_assert_false (g_file_test (photo, G_FILE_TEST_EXISTS));
  g_assert_null (xr_dossier_file_read (folder, notes, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (XrDossier) dossier = xr_dossier_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  xr_dossier_set (dossier, XR_DOSSIER_NAME, "../林/知远");
  first = xr_dossier_file_dup_name (dossier, "01", names);
  second = xr_dossier_file_dup_name (dossier, "02", names);
  third = xr_dossier_file_dup_name (dossier, "02", names);
  g_assert_cmpstr (first, ==, "林知远");
  g_assert_cmpstr (second, ==, "林知远02");
  g_assert_cmpstr (third, ==, "林知远02-2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lrmx/100 files come in, go out and come in again", test_lrmx_loop);
  g_test_add_func ("/lrmx/the described sample is read", test_description);
  g_test_add_func ("/lrmx/a file is written as described", test_written_form);
  g_test_add_func ("/lrmx/the editor's changes are made and told", test_editor_rules);
  g_test_add_func ("/lrmx/what is no form is refused", test_refused);
  g_test_add_func ("/lrmx/GB18030 is read", test_gb18030);
  g_test_add_func ("/lrmx/a damaged photo is left out and told", test_damaged_photo);
  g_test_add_func ("/lrm/100 files come in, go out and come in again", test_lrm_loop);
  g_test_add_func ("/lrm/what it has no place for is told", test_lrm_losses);
  g_test_add_func ("/lrm/signs that divide are replaced", test_lrm_signs);
  g_test_add_func ("/files/with the photo beside", test_files);
  g_test_add_func ("/files/names are the people's", test_names);
  return g_test_run ();
}
