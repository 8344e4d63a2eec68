/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds anything to the reader of text tables, in whatever encoding, and what it reads to the preview of an
 * import.
 */
#include "exchange/person-sheet.h"
#include "exchange/preview.h"
#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

const char *const fuzz_corpus = "fuzz-csv";
const guint fuzz_variations = 60;

static char *path;

static void
remove_file (void)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
make_place (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-fuzz-csv-XXXXXX", NULL);

  path = g_build_filename (folder, "people.csv", NULL);
  atexit (remove_file);
}

/* Every line is a row of the preview, with every cell to be had. */
static void
look_at (XrPersonSheet *sheet)
{
  g_autoptr (XrPreview) preview = xr_preview_new (1);
  g_autoptr (GArray) map = xr_column_map_new (sheet, NULL);
  guint n_lines = sheet->lines->len;

  xr_preview_add (preview, sheet, map);
  g_assert_cmpuint (xr_preview_n_rows (preview), <=, n_lines);
  for (guint row = 0; row < xr_preview_n_rows (preview); row++)
    for (guint field = 0; field < XR_PERSON_N_FIELDS; field++)
      g_assert_true (g_utf8_validate (xr_preview_cell (preview, row, field), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  XrPersonSheet *sheet;

  if (path == NULL)
    make_place ();
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  sheet = xr_person_sheet_read (path, xr_column_is_known, NULL, NULL, &error);
  g_assert_true ((sheet == NULL) == (error != NULL));
  if (sheet != NULL)
    look_at (sheet);
  return 0;
}
