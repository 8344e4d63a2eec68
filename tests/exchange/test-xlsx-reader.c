/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the workbook reader takes from the dialects of spreadsheet programs, and what it refuses. */
#include "book-builder.h"
#include "exchange/number-text.h"
#include "exchange/xlsx-reader.h"
#include "exchange/xlsx-strings.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  BookBuilder *book;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = book_builder_make_folder ();
  self->book = book_builder_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  book_builder_remove_folder (self->folder);
}

static gboolean
append_row_cb (const XrCellRow *row, gpointer data)
{
  static const char kinds[] = "tndbe?";
  GString *out = data;

  g_string_append_printf (out, "%u", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *letters = xr_xlsx_column_to_letters (row->cells[i].column);

      g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
      g_string_append_printf (out, " %s:%c:%s", letters, kinds[row->cells[i].kind],
                              row->cells[i].text);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

/* The first sheet of the book as text, or the error. */
static char *
dump_book (const char *path, GError **error)
{
  g_autoptr (XrXlsx) xlsx = xr_xlsx_open (path, NULL, error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (xlsx == NULL || !xr_xlsx_read_sheet (xlsx, 0, append_row_cb, out, NULL, error))
    return NULL;
  return g_strdup (out->str);
}

static void
assert_rows (Fixture *self, const char *xml, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *rows = NULL;

  book_builder_add_sheet_xml (self->book, "甲", xml);
  path = book_builder_finish (self->book, self->folder);
  rows = dump_book (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_refused (Fixture *self, XrPackageError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = book_builder_finish (self->book, self->folder);
  g_autofree char *rows = dump_book (path, &error);

  g_assert_error (error, XR_PACKAGE_ERROR, (gint) code);
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  assert_rows (self,
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c>"
               "<c r=\"B1\"><v>85.30000000000001</v></c><c r=\"C1\" s=\"1\"><v>46083</v></c>"
               "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c>"
               "<c r=\"F1\" t=\"str\"><f>A1</f><v>乙</v></c><c r=\"G1\"><f>1+1</f></c>"
               "<c r=\"H1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"I1\" s=\"1\"/></row>",
               "1 A:t:甲 B:n:85.30000000000001 C:d:46083 D:b:TRUE E:e:#N/A F:t:乙 G:?:\n");
}

static void
test_positions (Fixture *self, gconstpointer data)
{
  assert_rows (self,
               "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
               "<row r=\"5\"/><row><c r=\"XFD6\"><v> 4 </v></c></row>",
               "1 A:n:1 D:n:2 E:n:3\n6 XFD:n:4\n");
}

static void
test_rich_text (Fixture *self, gconstpointer data)
{
  book_builder_set_part (self->book, "xl/sharedStrings.xml",
                         "<x:sst xmlns:x=\"urn:any\"><x:si><x:r><x:t>甲</x:t></x:r><x:r><x:t "
                         "xml:space=\"preserve\"> 乙</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>no"
                         "</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b_x005F_x000D_</x:t></x:si>"
                         "</x:sst>",
                         -1);
  assert_rows (self,
               "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is>"
               "<r><t>丙</t></r><rPh><t>no</t></rPh><r><t>丁 &amp; &#25098;</t></r></is></c></row>",
               "1 A:t:甲 乙 B:t:a\rb_x000D_ C:t:丙丁 & 戊\n");
}

static void
test_shared_index_out_of_range (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet_xml (self->book, "甲", "<row><c t=\"s\"><v>7</v></c></row>");
  assert_refused (self, XR_PACKAGE_ERROR_DAMAGED);
}

static void
test_declaration (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet_xml (self->book, "甲", "");
  book_builder_set_part (self->book, data,
                         "<!DOCTYPE a [<!ENTITY b \"c\">]><a xmlns=\"urn:x\">&b;</a>", -1);
  assert_refused (self, XR_PACKAGE_ERROR_DTD);
}

static void
test_broken_xml (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet_xml (self->book, "甲", data);
  assert_refused (self, XR_PACKAGE_ERROR_DAMAGED);
}

static void
test_beyond_limits (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet_xml (self->book, "甲", data);
  assert_refused (self, XR_PACKAGE_ERROR_SIZE);
}

static void
test_bomb (Fixture *self, gconstpointer data)
{
  const gsize size = 100u << 20;
  g_autofree char *spaces = g_malloc (size + 1);

  memset (spaces, ' ', size);
  spaces[size] = '\0';
  book_builder_add_sheet_xml (self->book, "甲", "");
  book_builder_set_part (self->book, "xl/worksheets/sheet1.xml", spaces, (gssize) size);
  assert_refused (self, XR_PACKAGE_ERROR_SIZE);
}

static void
test_long_text (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *xml = g_strdup_printf ("<row><c t=\"str\"><v>%s</v></c></row>", text);

  book_builder_add_sheet_xml (self->book, "甲", xml);
  assert_refused (self, XR_PACKAGE_ERROR_SIZE);
}

static void
test_blank_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) xml = g_string_new ("<row r=\"1\"><c><v>1</v></c></row>");

  for (guint i = 2; i <= 1000000; i++)
    g_string_append_printf (xml, "<row r=\"%u\"/>", i);
  g_string_append (xml, "<row r=\"1000001\"><c r=\"B1000001\"><v>2</v></c></row>");
  assert_rows (self, xml->str, "1 A:n:1\n1000001 B:n:2\n");
}

static void
write_file (Fixture *self, const char *bytes, gsize length, XrPackageError code)
{
  g_autofree char *path = book_builder_finish (self->book, self->folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  rows = dump_book (path, &error);
  g_assert_error (error, XR_PACKAGE_ERROR, (gint) code);
}

static void
test_old_workbook (Fixture *self, gconstpointer data)
{
  write_file (self, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", 12, XR_PACKAGE_ERROR_FORMAT);
}

static void
test_text_file (Fixture *self, gconstpointer data)
{
  write_file (self, "a,b\n", 4, XR_PACKAGE_ERROR_FORMAT);
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL, *bytes = NULL;
  gsize length;

  book_builder_add_sheet_xml (self->book, "甲", "<row><c><v>1</v></c></row>");
  path = book_builder_finish (self->book, self->folder);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = length - 1; cut > 4; cut -= MIN (cut, 37))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      rows = dump_book (path, &error);
      g_assert_nonnull (error);
    }
}

static void
test_flipped_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL, *bytes = NULL;
  gsize length;

  book_builder_add_sheet_xml (self->book, "甲", "<row><c t=\"str\"><v>abc</v></c></row>");
  path = book_builder_finish (self->book, self->folder);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i += 3)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;

      copy[i] ^= 0x41;
      g_assert_true (g_file_set_contents (path, copy, (gssize) length, NULL));
      rows = dump_book (path, &error);
    }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xr_xlsx_open ("/nonexistent/book.xlsx", NULL, &error));
  g_assert_error (error, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_OPEN);
}

static void
test_date_formats (void)
{
  g_assert_true (xr_number_format_is_date ("yyyy\\-mm\\-dd"));
  g_assert_true (xr_number_format_is_date ("[$-804]yyyy\"年\"m\"月\";@"));
  g_assert_true (xr_number_format_is_date ("[h]:mm"));
  g_assert_false (xr_number_format_is_date ("General"));
  g_assert_false (xr_number_format_is_date ("0.00\"days\""));
  g_assert_false (xr_number_format_is_date ("[Red]0.00"));
  g_assert_false (xr_number_format_is_date ("0.00E+00"));
  g_assert_false (xr_number_format_is_date ("#,##0_d"));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gint64 units;
  } cases[] = {
    { "85.3", 853000 },
    { "85.30000000000001", 853000 },
    { "85.29999999999999", 853000 },
    { "8.53E1", 853000 },
    { "8530e-2", 853000 },
    { "-0.0001", -1 },
    { "0", 0 },
    { "1E-300", 0 },
    { "0.000000001", 0 },
    { "88.70999999999999", 887100 },
    { "100000000000", 1000000000000000 },
  };
  static const char *const refused[] = { "",        "abc",   "1.00001",
                                         "1E30",    "1.2.3", "0.0000000011",
                                         "1E99999", "1 2",   "." };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrDecimal value;

      g_assert_true (xr_number_text_to_decimal (cases[i].text, &value, NULL));
      g_assert_cmpint (value.units, ==, cases[i].units);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      XrDecimal value;

      g_assert_false (xr_number_text_to_decimal (refused[i], &value, NULL));
    }
}

static void
test_plain_numbers (void)
{
  g_autofree char *phone = xr_number_text_to_plain ("1.39E10");
  g_autofree char *month = xr_number_text_to_plain ("2026.0299999999999");
  g_autofree char *long_number = xr_number_text_to_plain ("9.9000019720227099E17");

  g_assert_cmpstr (phone, ==, "13900000000");
  g_assert_cmpstr (month, ==, "2026.03");
  g_assert_cmpstr (long_number, ==, "990000197202270990");
}

static void
test_columns (void)
{
  g_autofree char *last = xr_xlsx_column_to_letters (16383);

  g_assert_cmpstr (last, ==, "XFD");
  g_assert_cmpint (xr_xlsx_column_from_letters ("XFD", 3), ==, 16383);
  g_assert_cmpint (xr_xlsx_column_from_letters ("XFE", 3), ==, -1);
  g_assert_cmpint (xr_xlsx_column_from_letters ("AA", 2), ==, 26);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/xlsx/kinds-of-cells", NULL, test_kinds);
  ADD ("/xlsx/cells-and-rows-without-reference", NULL, test_positions);
  ADD ("/xlsx/rich-text-and-escapes", NULL, test_rich_text);
  ADD ("/xlsx/shared-index-out-of-range", NULL, test_shared_index_out_of_range);
  ADD ("/xlsx/declaration/sheet", "xl/worksheets/sheet1.xml", test_declaration);
  ADD ("/xlsx/declaration/strings", "xl/sharedStrings.xml", test_declaration);
  ADD ("/xlsx/declaration/workbook", "xl/workbook.xml", test_declaration);
  ADD ("/xlsx/declaration/unread-part", "docProps/app.xml", test_declaration);
  ADD ("/xlsx/broken/unclosed", "<row><c>", test_broken_xml);
  ADD ("/xlsx/broken/utf-8", "<row><c t=\"str\"><v>\xC3\x28\xFF</v></c></row>", test_broken_xml);
  ADD ("/xlsx/broken/entity", "<row><c><v>&nothing;</v></c></row>", test_broken_xml);
  ADD ("/xlsx/broken/order", "<row r=\"2\"/><row r=\"1\"/>", test_broken_xml);
  ADD ("/xlsx/broken/cell-order", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", test_broken_xml);
  ADD ("/xlsx/broken/nested", "<row><c><c/></c></row>", test_broken_xml);
  ADD ("/xlsx/limits/rows", "<row r=\"1048577\"/>", test_beyond_limits);
  ADD ("/xlsx/limits/columns", "<row><c r=\"XFE1\"/></row>", test_beyond_limits);
  ADD ("/xlsx/limits/text", NULL, test_long_text);
  ADD ("/xlsx/bomb", NULL, test_bomb);
  ADD ("/xlsx/million-blank-rows", NULL, test_blank_rows);
  ADD ("/xlsx/old-workbook", NULL, test_old_workbook);
  ADD ("/xlsx/text-file", NULL, test_text_file);
  ADD ("/xlsx/truncated", NULL, test_truncated);
  ADD ("/xlsx/flipped-bytes", NULL, test_flipped_bytes);
  g_test_add_func ("/xlsx/missing-file", test_missing_file);
  g_test_add_func ("/xlsx/date-formats", test_date_formats);
  g_test_add_func ("/xlsx/numbers", test_numbers);
  g_test_add_func ("/xlsx/plain-numbers", test_plain_numbers);
  g_test_add_func ("/xlsx/columns", test_columns);
  return g_test_run ();
}
