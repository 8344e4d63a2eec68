/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds anything to the workbook reader, which must never crash. Built with clang and
 * -fsanitize=fuzzer this is a fuzzer (see meson.build); built plainly it replays the files that it is
 * given, and variations of them, as a normal test.
 *
 * The first byte of an input says what the rest is: `z` a whole file, `t` the shared strings, `s` the
 * styles, `w` the workbook part, anything else the rows of the sheet 报名.
 */
#include "book-builder.h"
#include "exchange/workbook.h"

#include <glib/gstdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static char *folder;

static char *
write_input (const char *text, gsize length)
{
  static const char *const parts[] = {
    ['t'] = "xl/sharedStrings.xml", ['s'] = "xl/styles.xml", ['w'] = "xl/workbook.xml"
  };
  guint8 kind = (guint8) text[0];
  BookBuilder *book = book_builder_new ();
  gboolean is_file = kind == 'z';
  gboolean is_part = kind < G_N_ELEMENTS (parts) && parts[kind] != NULL;
  char *path;

  book_builder_add_sheet (book, "方案", "项目|内容\n名称|甲");
  book_builder_add_sheet (book, "职位", "职位|职数\n科长|1");
  book_builder_add_sheet_xml (
    book, "报名",
    is_part || is_file ? "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>1</v></c></row>" : text + 1);
  if (is_part)
    book_builder_set_part (book, parts[kind], text + 1, (gssize) length - 1);
  path = book_builder_finish (book, folder);
  if (is_file)
    g_assert_true (g_file_set_contents (path, text + 1, (gssize) length - 1, NULL));
  return path;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *copy = g_memdup2 (data, size);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (XrIntake) intake = NULL;

  if (size == 0)
    return 0;
  if (folder == NULL)
    folder = book_builder_make_folder ();
  path = write_input (data[0] == 'z' ? copy : text, data[0] == 'z' ? size : strlen (text) + !*text);
  intake = xr_workbook_read (path, NULL, NULL, NULL, faults, NULL);
  g_assert_true ((intake == NULL) == (faults->len > 0));
  return 0;
}

#ifndef XR_FUZZER

/* The input itself, then with each of some bytes changed, then cut short. */
static void
replay (const char *bytes, gsize length)
{
  gsize step = MAX (1, length / 24);
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  LLVMFuzzerTestOneInput (copy, length);
  for (gsize i = 1; i < length; i += step)
    {
      copy[i] ^= 0x15;
      LLVMFuzzerTestOneInput (copy, length);
      copy[i] ^= 0x15;
      LLVMFuzzerTestOneInput (copy, i);
    }
}

static void
test_file (gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  replay (bytes, length);
}

int
main (int argc, char *argv[])
{
  g_autofree char *corpus = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GDir *dir;
  const char *name;
  int status;

  g_test_init (&argc, &argv, NULL);
  corpus = g_test_build_filename (G_TEST_DIST, "data", "fuzz-xlsx", NULL);
  dir = g_dir_open (corpus, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-xlsx/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (corpus, name, NULL));
      g_test_add_data_func (path, paths->pdata[paths->len - 1], test_file);
    }
  g_dir_close (dir);
  status = g_test_run ();
  if (folder != NULL)
    book_builder_remove_folder (folder);
  return status;
}

#endif
