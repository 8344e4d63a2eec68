/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small writer of .xlsx packages for tests; it checks nothing, so that it can write broken ones. */
#include "book-builder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#define XML_HEAD           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAIN_NAMESPACE     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION_TYPE      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION_NAMESPACE "http://schemas.openxmlformats.org/package/2006/relationships"

struct _BookBuilder
{
  GString *sheets, *relations;
  guint n_sheets;
  GHashTable *parts; /* char * → GBytes */
};

BookBuilder *
book_builder_new (void)
{
  BookBuilder *self = g_new0 (BookBuilder, 1);

  self->sheets = g_string_new (NULL);
  self->relations = g_string_new (NULL);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_bytes_unref);
  book_builder_set_part (self, "xl/styles.xml",
                         XML_HEAD
                         "<styleSheet xmlns=\"" MAIN_NAMESPACE "\"><cellXfs count=\"2\">"
                         "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                         -1);
  return self;
}

void
book_builder_set_part (BookBuilder *self, const char *part, const char *content, gssize length)
{
  g_hash_table_replace (self->parts, g_strdup (part),
                        g_bytes_new (content, length < 0 ? strlen (content) : (gsize) length));
}

void
book_builder_add_sheet_xml (BookBuilder *self, const char *name, const char *xml)
{
  g_autofree char *part = NULL, *content = NULL;

  self->n_sheets++;
  g_string_append_printf (self->sheets, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"r%u\"/>", name,
                          self->n_sheets, self->n_sheets);
  g_string_append_printf (self->relations,
                          "<Relationship Id=\"r%u\" Type=\"" RELATION_TYPE
                          "worksheet\" Target=\"worksheets/sheet%u.xml\"/>",
                          self->n_sheets, self->n_sheets);
  part = g_strdup_printf ("xl/worksheets/sheet%u.xml", self->n_sheets);
  content = g_strconcat (XML_HEAD "<worksheet xmlns=\"" MAIN_NAMESPACE "\"><sheetData>", xml,
                         "</sheetData></worksheet>", NULL);
  book_builder_set_part (self, part, content, -1);
}

static void
append_cell (GString *xml, const char *text, guint row, guint column)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *reference = g_strdup_printf ("%c%u", 'A' + (int) column, row);

  if (*text == '\0')
    return;
  if (g_str_has_prefix (text, "x:"))
    g_string_append (xml, text + 2);
  else if (g_str_has_prefix (text, "n:"))
    g_string_append_printf (xml, "<c r=\"%s\"><v>%s</v></c>", reference, text + 2);
  else if (g_str_has_prefix (text, "d:"))
    g_string_append_printf (xml, "<c r=\"%s\" s=\"1\"><v>%s</v></c>", reference, text + 2);
  else
    g_string_append_printf (xml, "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", reference,
                            escaped);
}

void
book_builder_add_sheet (BookBuilder *self, const char *name, const char *rows)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GString) xml = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      g_string_append_printf (xml, "<row r=\"%u\">", i + 1);
      for (guint j = 0; cells[j] != NULL; j++)
        append_cell (xml, cells[j], i + 1, j);
      g_string_append (xml, "</row>");
    }
  book_builder_add_sheet_xml (self, name, xml->str);
}

static void
set_default_part (BookBuilder *self, const char *part, const char *content)
{
  if (!g_hash_table_contains (self->parts, part))
    book_builder_set_part (self, part, content, -1);
}

static void
add_frame (BookBuilder *self)
{
  g_autofree char *workbook = g_strconcat (
    XML_HEAD "<workbook xmlns=\"" MAIN_NAMESPACE
             "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
             "relationships\"><sheets>",
    self->sheets->str, "</sheets></workbook>", NULL);
  g_autofree char *relations = g_strconcat (
    XML_HEAD "<Relationships xmlns=\"" RELATION_NAMESPACE "\">", self->relations->str,
    "<Relationship Id=\"s\" Type=\"" RELATION_TYPE "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"t\" Type=\"" RELATION_TYPE
    "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    NULL);

  set_default_part (self, "_rels/.rels",
                    XML_HEAD "<Relationships xmlns=\"" RELATION_NAMESPACE
                             "\"><Relationship Id=\"w\" Type=\"" RELATION_TYPE
                             "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  set_default_part (self, "xl/workbook.xml", workbook);
  set_default_part (self, "xl/_rels/workbook.xml.rels", relations);
}

char *
book_builder_finish (BookBuilder *self, const char *folder)
{
  char *path = g_build_filename (folder, "book.xlsx", NULL);
  GHashTableIter iter;
  gpointer name, bytes;
  zip_t *zip;

  add_frame (self);
  g_unlink (path);
  zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_assert_nonnull (zip);
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      gsize length;
      const void *data = g_bytes_get_data (bytes, &length);
      zip_source_t *source = zip_source_buffer (zip, data, length, 0);

      g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  g_hash_table_unref (self->parts);
  g_string_free (self->sheets, TRUE);
  g_string_free (self->relations, TRUE);
  g_free (self);
  return path;
}

char *
book_builder_make_folder (void)
{
  char *folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

void
book_builder_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
