/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds anything to the workbook reader, which must never crash.
 *
 * The first byte of an input says what the rest is: `z` a whole file, `t` the shared strings, `s` the
 * styles, `w` the workbook part, anything else the rows of the sheet 报名.
 */
#include "book-builder.h"
#include "exchange/workbook.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

const char *const fuzz_corpus = "fuzz-xlsx";
const guint fuzz_variations = 24;

static char *folder;

static void
remove_folder (void)
{
  book_builder_remove_folder (folder);
}

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
    {
      folder = book_builder_make_folder ();
      atexit (remove_folder);
    }
  path = write_input (data[0] == 'z' ? copy : text, data[0] == 'z' ? size : strlen (text) + !*text);
  intake = xr_workbook_read (path, NULL, NULL, NULL, faults, NULL);
  g_assert_true ((intake == NULL) == (faults->len > 0));
  return 0;
}
