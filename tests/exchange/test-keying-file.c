/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying files and answers on the disk: they come back as they went, nothing of them can be read without the
 * passphrase, no changed byte passes, and what is well sealed but no such content is refused. */

#include "exchange/keying-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "四个不相干的词语"

static const XrSealedCost cheap = { .passes = 1, .memory = 8 };

typedef struct
{
  char *folder, *path;
} Files;

static void
set_up (Files *files, gconstpointer data)
{
  files->folder = g_dir_make_tmp ("xuanren-keying-XXXXXX", NULL);
  files->path = g_build_filename (files->folder, "a" XR_SEALED_SUFFIX, NULL);
}

static void
tear_down (Files *files, gconstpointer data)
{
  g_unlink (files->path);
  g_rmdir (files->folder);
  g_free (files->path);
  g_free (files->folder);
}

static XrKeyingAnswer *
make_answer (void)
{
  XrKeyingAnswer *answer = xr_keying_answer_new ();
  XrKeyedSheet *sheet = xr_keyed_sheet_new ();
  const XrKeyedCell cells[] = { { .candidate = 1, .dimension = 2, .part = 3, .value = 900000 },
                                { .candidate = 4, .is_void = TRUE } };

  answer->id = g_strdup ("an-id");
  answer->round_title = g_strdup ("某局竞争上岗");
  answer->component = g_strdup ("民主测评");
  sheet->post = 5;
  sheet->group = 6;
  sheet->judge = 7;
  g_free (sheet->number);
  sheet->number = g_strdup ("08");
  g_array_append_vals (sheet->cells, cells, G_N_ELEMENTS (cells));
  g_ptr_array_add (answer->sheets, sheet);
  return answer;
}

static void
write_answer (Files *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = make_answer ();

  xr_keying_answer_write (files->path, answer, PASSPHRASE, &cheap, &error);
  g_assert_no_error (error);
}

static void
test_answer_comes_back (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  XrKeyedSheet *sheet;
  XrKeyedCell *cell;

  write_answer (files);
  answer = xr_keying_answer_read (files->path, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer->id, ==, "an-id");
  g_assert_cmpstr (answer->round_title, ==, "某局竞争上岗");
  g_assert_cmpstr (answer->component, ==, "民主测评");
  g_assert_cmpuint (answer->sheets->len, ==, 1);
  sheet = g_ptr_array_index (answer->sheets, 0);
  g_assert_cmpint (sheet->post, ==, 5);
  g_assert_cmpint (sheet->group, ==, 6);
  g_assert_cmpint (sheet->judge, ==, 7);
  g_assert_cmpstr (sheet->number, ==, "08");
  g_assert_cmpuint (sheet->cells->len, ==, 2);
  cell = &g_array_index (sheet->cells, XrKeyedCell, 0);
  g_assert_cmpint (cell->candidate, ==, 1);
  g_assert_cmpint (cell->dimension, ==, 2);
  g_assert_cmpint (cell->part, ==, 3);
  g_assert_cmpint (cell->value, ==, 900000);
  g_assert_false (cell->is_void);
  g_assert_true (g_array_index (sheet->cells, XrKeyedCell, 1).is_void);
}

static void
test_task_comes_back (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTask) task = xr_keying_task_new ();
  g_autoptr (XrKeyingTask) read = NULL;
  GPtrArray *row = xr_keying_task_add_row (task, 0);

  row->pdata[0] = g_strdup ("1");
  row->pdata[1] = g_strdup ("某局竞争上岗");
  xr_keying_file_write (files->path, task, PASSPHRASE, &cheap, &error);
  g_assert_no_error (error);
  read = xr_keying_file_read (files->path, PASSPHRASE, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (read->rows[0], 0);
  g_assert_cmpstr (row->pdata[0], ==, "1");
  g_assert_cmpstr (row->pdata[1], ==, "某局竞争上岗");
  g_assert_null (row->pdata[2]);
  g_assert_cmpuint (read->rows[1]->len, ==, 0);
}

/* Nobody sees in the file that somebody got 90, nor whose it is. */
static void
test_nothing_can_be_read (Files *files, gconstpointer data)
{
  static const char *const secrets[] = { "900000", "民主测评", "某局", "sheets", "an-id" };
  g_autofree char *bytes = NULL;
  gsize size;

  write_answer (files);
  g_assert_true (g_file_get_contents (files->path, &bytes, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (memmem (bytes, size, secrets[i], strlen (secrets[i])));
}

static void
test_no_byte_may_change (Files *files, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  write_answer (files);
  g_assert_true (g_file_get_contents (files->path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GError) error = NULL;
      /* A higher cost that a changed head asks for is no matter of this test. */
      if (i >= 12 && i < 20)
        continue;
      bytes[i] ^= 1;
      g_assert_true (g_file_set_contents (files->path, bytes, (gssize) size, NULL));
      g_assert_null (xr_keying_answer_read (files->path, PASSPHRASE, &error));
      g_assert_nonnull (error);
      bytes[i] ^= 1;
    }
}

static void
test_other_files_are_refused (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  XrSealedKind kind;

  g_assert_false (xr_sealed_file_peek (files->path, &kind, NULL));
  g_assert_true (g_file_set_contents (files->path, "XRSEALED", -1, NULL));
  g_assert_false (xr_sealed_file_peek (files->path, &kind, NULL));
  write_answer (files);
  g_assert_true (xr_sealed_file_peek (files->path, &kind, &error));
  g_assert_cmpint (kind, ==, XR_SEALED_KEYING_ANSWER);
  g_assert_null (xr_keying_answer_read (files->path, "another passphrase", &error));
  g_assert_error (error, XR_SEALED_ERROR, XR_SEALED_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (xr_keying_file_read (files->path, PASSPHRASE, &error));
  g_assert_error (error, XR_SEALED_ERROR, XR_SEALED_ERROR_KIND);
}

/* Well sealed, but nothing that this program writes. */
static void
test_other_content_is_refused (Files *files, gconstpointer data)
{
  static const char *const answers[] = {
    "",
    "[]",
    "{}",
    "nothing",
    "{\"file\":1,\"round\":\"\",\"component\":\"\",\"sheets\":[]}",
    "{\"file\":\"\",\"round\":\"\",\"component\":\"\",\"sheets\":{}}",
    "{\"file\":\"\",\"round\":\"\",\"component\":\"\",\"sheets\":[1]}",
    "{\"file\":\"\",\"round\":\"\",\"component\":\"\",\"sheets\":[{\"post\":0,\"group\":0,"
    "\"judge\":0,\"number\":\"\",\"cells\":[[1,0,0]]}]}",
    "{\"file\":\"\",\"round\":\"\",\"component\":\"\",\"sheets\":[{\"post\":0,\"group\":0,"
    "\"judge\":0,\"number\":\"\",\"cells\":[[1,0,0,0.5]]}]}",
    "{\"file\":\"\",\"round\":\"\",\"component\":\"\",\"sheets\":[{\"post\":\"0\",\"group\":0,"
    "\"judge\":0,\"number\":\"\",\"cells\":[]}]}",
  };
  static const char *const tasks[] = { "{}", "{\"tables\":[]}",
                                       "{\"tables\":{\"round\":[[\"1\"]]}}",
                                       "{\"tables\":{\"round\":[[1,2,3]]}}" };

  for (guint i = 0; i < G_N_ELEMENTS (answers) + G_N_ELEMENTS (tasks); i++)
    {
      gboolean answer = i < G_N_ELEMENTS (answers);
      const char *text = answer ? answers[i] : tasks[i - G_N_ELEMENTS (answers)];
      g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      gpointer read;

      g_assert_true (xr_sealed_file_write (files->path,
                                           answer ? XR_SEALED_KEYING_ANSWER : XR_SEALED_KEYING,
                                           content, PASSPHRASE, &cheap, NULL));
      read = answer ? (gpointer) xr_keying_answer_read (files->path, PASSPHRASE, &error)
                    : (gpointer) xr_keying_file_read (files->path, PASSPHRASE, &error);
      g_assert_null (read);
      g_assert_error (error, XR_SEALED_ERROR, XR_SEALED_ERROR_FORMAT);
    }
}

static void
add (const char *path, void (*test) (Files *, gconstpointer))
{
  g_test_add (path, Files, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/keying-file/answer-comes-back", test_answer_comes_back);
  add ("/keying-file/task-comes-back", test_task_comes_back);
  add ("/keying-file/nothing-can-be-read", test_nothing_can_be_read);
  add ("/keying-file/no-byte-may-change", test_no_byte_may_change);
  add ("/keying-file/other-files-are-refused", test_other_files_are_refused);
  add ("/keying-file/other-content-is-refused", test_other_content_is_refused);
  return g_test_run ();
}
