/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a package to a workbook: its parts by their relations, its sheets, strings and styles. The cells
 * are read in xlsx-sheet.c. */
#include "config.h"

#include "exchange/xlsx-reader.h"

#include "exchange/xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHEETS 1024

static void
free_sheet (gpointer data)
{
  XrXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
  g_free (sheet);
}

/* ------------------------------------------------------------------ relations */

typedef struct
{
  char *id, *type, *target;
} Relation;

typedef struct
{
  XrParse parse;
  const xmlChar *Relationship, *Id, *Type, *Target, *TargetMode;
  const char *folder; /* that relative targets start from, "" or "xl/" */
  GArray *relations;  /* Relation */
} RelationsParse;

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
}

/* An attribute as a string of its own, or NULL. */
static char *
dup_attribute (const xmlChar *name, gboolean any_namespace, int n, const xmlChar **attributes)
{
  gsize length;
  const char *value = xr_parse_attribute (name, any_namespace, n, attributes, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

/* The name in the zip of a target, which may be absolute or go up. */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *joined = NULL;
  g_autofree char *canonical = NULL;

  joined = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  for (char *p = joined; *p != '\0'; p++)
    if (*p == '\\')
      *p = '/';
  canonical = g_canonicalize_filename (joined, "/");
  return g_strdup (canonical + strspn (canonical, "/"));
}

static void
begin_relations_cb (XrParse *parse)
{
  RelationsParse *self = (RelationsParse *) parse;

  self->Relationship = xr_parse_intern (parse, "Relationship");
  self->Id = xr_parse_intern (parse, "Id");
  self->Type = xr_parse_intern (parse, "Type");
  self->Target = xr_parse_intern (parse, "Target");
  self->TargetMode = xr_parse_intern (parse, "TargetMode");
}

static void
start_relation_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                   int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                   const xmlChar **attributes)
{
  RelationsParse *self = context;
  g_autofree char *target = NULL, *mode = NULL;
  Relation relation;

  if (name != self->Relationship)
    return;
  target = dup_attribute (self->Target, FALSE, n_attributes, attributes);
  mode = dup_attribute (self->TargetMode, FALSE, n_attributes, attributes);
  if (target == NULL || g_strcmp0 (mode, "External") == 0)
    return;
  relation.id = dup_attribute (self->Id, FALSE, n_attributes, attributes);
  relation.type = dup_attribute (self->Type, FALSE, n_attributes, attributes);
  relation.target = resolve_target (self->folder, target);
  g_array_append_val (self->relations, relation);
}

static GArray *
read_relations (XrPackage *package, const char *part, const char *folder, GError **error)
{
  static const XrParseHandlers handlers = { begin_relations_cb, start_relation_cb, NULL, NULL };
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  RelationsParse self = { .folder = folder, .relations = relations };

  g_array_set_clear_func (relations, clear_relation);
  if (!xr_package_parse (package, part, &self.parse, &handlers, error))
    return NULL;
  return g_steal_pointer (&relations);
}

/* The target of the first relation whose type ends in @type, transitional and strict alike. */
static const char *
find_target (GArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);

      if (relation->type != NULL && g_str_has_suffix (relation->type, type))
        return relation->target;
    }
  return NULL;
}

/* ------------------------------------------------------------------ the workbook part */

typedef struct
{
  XrParse parse;
  XrXlsx *xlsx;
  const xmlChar *sheet, *sheets, *name, *id, *workbookPr, *date1904;
  gboolean in_sheets;
} WorkbookParse;

static void
begin_workbook_cb (XrParse *parse)
{
  WorkbookParse *self = (WorkbookParse *) parse;

  self->sheet = xr_parse_intern (parse, "sheet");
  self->sheets = xr_parse_intern (parse, "sheets");
  self->name = xr_parse_intern (parse, "name");
  self->id = xr_parse_intern (parse, "id");
  self->workbookPr = xr_parse_intern (parse, "workbookPr");
  self->date1904 = xr_parse_intern (parse, "date1904");
}

static void
add_sheet (WorkbookParse *self, int n_attributes, const xmlChar **attributes)
{
  XrXlsxSheet *sheet = g_new0 (XrXlsxSheet, 1);

  sheet->name = dup_attribute (self->name, FALSE, n_attributes, attributes);
  sheet->relation = dup_attribute (self->id, TRUE, n_attributes, attributes);
  if (sheet->name == NULL)
    sheet->name = g_strdup ("");
  g_ptr_array_add (self->xlsx->sheets, sheet);
  if (self->xlsx->sheets->len > MAX_SHEETS)
    xr_parse_stop (&self->parse, g_error_new_literal (XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_SIZE,
                                                      _ ("the workbook has too many sheets")));
}

static void
start_workbook_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                   int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                   const xmlChar **attributes)
{
  WorkbookParse *self = context;

  if (name == self->sheets)
    self->in_sheets = TRUE;
  else if (name == self->sheet && self->in_sheets)
    add_sheet (self, n_attributes, attributes);
  else if (name == self->workbookPr)
    {
      g_autofree char *flag = dup_attribute (self->date1904, FALSE, n_attributes, attributes);

      self->xlsx->since_1904 = g_strcmp0 (flag, "1") == 0 || g_strcmp0 (flag, "true") == 0;
    }
}

static void
end_workbook_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  WorkbookParse *self = context;

  if (name == self->sheets)
    self->in_sheets = FALSE;
}

static void
connect_sheets (XrXlsx *self, GArray *relations)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      XrXlsxSheet *sheet = self->sheets->pdata[i];

      for (guint j = 0; j < relations->len && sheet->part == NULL; j++)
        {
          const Relation *relation = &g_array_index (relations, Relation, j);

          if (g_strcmp0 (relation->id, sheet->relation) == 0)
            sheet->part = g_strdup (relation->target);
        }
    }
}

/* Reads the workbook part and what its relations lead to. */
static gboolean
read_workbook (XrXlsx *self, const char *part, GError **error)
{
  static const XrParseHandlers handlers = { begin_workbook_cb, start_workbook_cb, end_workbook_cb,
                                            NULL };
  WorkbookParse parse = { .xlsx = self };
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = g_strndup (part, slash != NULL ? (gsize) (slash - part + 1) : 0);
  g_autofree char *relations_part = g_strconcat (folder, "_rels/", slash != NULL ? slash + 1 : part,
                                                 ".rels", NULL);
  g_autoptr (GArray) relations = NULL;
  const char *styles, *strings;

  if (!xr_package_parse (self->package, part, &parse.parse, &handlers, error))
    return FALSE;
  relations = read_relations (self->package, relations_part, folder, error);
  if (relations == NULL)
    return FALSE;
  connect_sheets (self, relations);
  styles = find_target (relations, "/styles");
  if (styles != NULL && xr_package_has_part (self->package, styles))
    {
      self->date_styles = xr_date_styles_read (self->package, styles, error);
      if (self->date_styles == NULL)
        return FALSE;
    }
  strings = find_target (relations, "/sharedStrings");
  return strings == NULL || !xr_package_has_part (self->package, strings)
         || xr_string_pool_read (&self->strings, self->package, strings, error);
}

/* The name of the workbook part by the relations of the package, or the usual one. */
static char *
find_workbook (XrPackage *package, GError **error)
{
  g_autoptr (GArray) relations = NULL;
  const char *target = NULL;

  if (xr_package_has_part (package, "_rels/.rels"))
    {
      relations = read_relations (package, "_rels/.rels", "", error);
      if (relations == NULL)
        return NULL;
      target = find_target (relations, "/officeDocument");
    }
  if (target == NULL)
    target = "xl/workbook.xml";
  if (!xr_package_has_part (package, target))
    {
      g_set_error_literal (error, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_FORMAT,
                           _ ("this is not an .xlsx workbook; save it as .xlsx"));
      return NULL;
    }
  return g_strdup (target);
}

XrXlsx *
xr_xlsx_open (const char *path, XrProgress *progress, GError **error)
{
  g_autoptr (XrXlsx) self = g_new0 (XrXlsx, 1);
  g_autofree char *workbook = NULL;

  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->package = xr_package_open (path, progress, error);
  if (self->package == NULL || !xr_package_check_declarations (self->package, error))
    return NULL;
  workbook = find_workbook (self->package, error);
  if (workbook == NULL || !read_workbook (self, workbook, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xr_xlsx_free (XrXlsx *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->package, xr_package_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->date_styles, g_byte_array_unref);
  xr_string_pool_clear (&self->strings);
  g_free (self);
}

guint
xr_xlsx_get_n_sheets (const XrXlsx *self)
{
  return self->sheets->len;
}

const char *
xr_xlsx_get_sheet_name (const XrXlsx *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return ((const XrXlsxSheet *) self->sheets->pdata[sheet])->name;
}

gboolean
xr_xlsx_is_since_1904 (const XrXlsx *self)
{
  return self->since_1904;
}
