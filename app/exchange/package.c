/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zip and the XML parser behind the workbook reader: opening, bounds, streaming one part through
 * SAX handlers. It knows nothing of sheets. */
#include "config.h"

#include "exchange/package.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <zip.h>

/* A million ballot marks take about 0.7 GB of XML in the most long-winded dialect. */
#define MAX_PART_SIZE  (G_GUINT64_CONSTANT (1) << 30)
#define MAX_TOTAL_SIZE (G_GUINT64_CONSTANT (2) << 30)
#define MAX_PARTS      20000
/* Real sheets shrink by 5 to 50 times, bombs by 1000. Small parts may be as regular as they like. */
#define MAX_RATIO       200
#define RATIO_FREE_SIZE (G_GUINT64_CONSTANT (32) << 20)

struct _XrPackage
{
  zip_t *zip;
  XrProgress *progress; /* not owned */
  guint64 inflated;     /* over all parts so far */
};

/* One part on its way into the parser. */
typedef struct
{
  XrPackage *package;
  XrParse *parse;
  zip_file_t *file;
  guint64 packed, inflated;
} Stream;

G_DEFINE_QUARK (xr - package - error - quark, xr_package_error)

static GError *
make_error (XrPackageError code, const char *message)
{
  return g_error_new_literal (XR_PACKAGE_ERROR, code, message);
}

static GError *
make_size_error (void)
{
  return make_error (XR_PACKAGE_ERROR_SIZE,
                     _ ("the file unpacks to far more than a workbook needs; it was not read"));
}

static GError *
make_damaged_error (void)
{
  return make_error (XR_PACKAGE_ERROR_DAMAGED,
                     _ ("the file is damaged or cut off; copy it again or save it anew"));
}

static GError *
make_encrypted_error (void)
{
  return make_error (XR_PACKAGE_ERROR_ENCRYPTED,
                     _ ("the workbook is protected by a password; save it without one"));
}

static gboolean
is_beyond_bounds (guint64 packed, guint64 inflated)
{
  if (inflated > MAX_PART_SIZE)
    return TRUE;
  return inflated > RATIO_FREE_SIZE && inflated / MAX_RATIO > packed;
}

static GError *
make_foreign_error (void)
{
  return make_error (XR_PACKAGE_ERROR_FORMAT,
                     _ ("this is not an .xlsx workbook; save it as .xlsx"));
}

/* Tells from the first bytes what a file that is no zip is. */
static GError *
explain_foreign_file (const char *path)
{
  static const guint8 ole[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  guint8 head[8] = { 0 };
  gsize n = 0;
  FILE *file = g_fopen (path, "rb");

  if (file != NULL)
    {
      n = fread (head, 1, sizeof head, file);
      fclose (file);
    }
  if (n == sizeof ole && memcmp (head, ole, sizeof ole) == 0)
    return make_error (
      XR_PACKAGE_ERROR_FORMAT,
      _ ("this is an old .xls workbook, or one protected by a password; save it as "
         ".xlsx without a password"));
  if (n >= 4 && memcmp (head, "PK\003\004", 4) == 0)
    return make_damaged_error ();
  return make_foreign_error ();
}

static gboolean
check_directory (zip_t *zip, guint64 *total, GError **error)
{
  zip_int64_t n = zip_get_num_entries (zip, 0);

  *total = 0;
  if (n > MAX_PARTS)
    {
      g_propagate_error (error, make_size_error ());
      return FALSE;
    }
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t stat;

      zip_stat_init (&stat);
      if (zip_stat_index (zip, (zip_uint64_t) i, 0, &stat) != 0)
        {
          g_propagate_error (error, make_damaged_error ());
          return FALSE;
        }
      *total += MIN (stat.size, MAX_TOTAL_SIZE + 1);
      if (is_beyond_bounds (stat.comp_size, stat.size) || *total > MAX_TOTAL_SIZE)
        {
          g_propagate_error (error, make_size_error ());
          return FALSE;
        }
    }
  return TRUE;
}

XrPackage *
xr_package_open (const char *path, XrProgress *progress, GError **error)
{
  g_autoptr (XrPackage) self = NULL;
  guint64 total;
  int code = 0;
  zip_t *zip;

  if (g_access (path, R_OK) != 0)
    {
      int saved = errno;

      g_set_error (error, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_OPEN,
                   _ ("the file cannot be opened: %s"), g_strerror (saved));
      return NULL;
    }
  /* Opening a pipe would wait for somebody to write into it. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_propagate_error (error, make_foreign_error ());
      return NULL;
    }
  /* Once for all threads. */
  xmlInitParser ();
  zip = zip_open (path, ZIP_RDONLY, &code);
  if (zip == NULL)
    {
      g_propagate_error (error, explain_foreign_file (path));
      return NULL;
    }
  self = g_new0 (XrPackage, 1);
  self->zip = zip;
  if (!check_directory (zip, &total, error))
    return NULL;
  self->progress = progress;
  xr_progress_begin (progress, (guint) (total / 1024));
  return g_steal_pointer (&self);
}

void
xr_package_free (XrPackage *self)
{
  if (self == NULL)
    return;
  zip_discard (self->zip);
  g_free (self);
}

static zip_int64_t
find_part (XrPackage *self, const char *part)
{
  zip_int64_t index = zip_name_locate (self->zip, part, 0);

  return index >= 0 ? index : zip_name_locate (self->zip, part, ZIP_FL_NOCASE);
}

gboolean
xr_package_has_part (XrPackage *self, const char *part)
{
  return find_part (self, part) >= 0;
}

void
xr_parse_stop (XrParse *parse, GError *error)
{
  if (parse->error == NULL)
    parse->error = error;
  else
    g_clear_error (&error);
  parse->stopped = TRUE;
  xmlStopParser (parse->context);
}

const xmlChar *
xr_parse_intern (XrParse *parse, const char *name)
{
  return xmlDictLookup (parse->context->dict, BAD_CAST name, -1);
}

const char *
xr_parse_attribute (const xmlChar *name, gboolean any_namespace, int n_attributes,
                    const xmlChar **attributes, gsize *length)
{
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    if (attributes[0] == name && (any_namespace || attributes[1] == NULL))
      {
        *length = (gsize) (attributes[4] - attributes[3]);
        return (const char *) attributes[3];
      }
  return NULL;
}

/* The parser's way to its bytes; counts them. */
static int
read_stream_cb (void *context, char *buffer, int length)
{
  Stream *stream = context;
  XrParse *parse = stream->parse;
  zip_int64_t n;

  /* What follows after an error isn't worth inflating. */
  if (parse->context != NULL && !parse->context->wellFormed)
    return 0;
  n = zip_fread (stream->file, buffer, (zip_uint64_t) length);
  if (n < 0)
    {
      if (parse->error == NULL)
        parse->error = make_damaged_error ();
      return -1;
    }
  stream->inflated += (guint64) n;
  stream->package->inflated += (guint64) n;
  xr_progress_set (stream->package->progress, (guint) (stream->package->inflated / 1024));
  if (is_beyond_bounds (stream->packed, stream->inflated)
      || stream->package->inflated > MAX_TOTAL_SIZE)
    {
      if (parse->error == NULL)
        parse->error = make_size_error ();
      return -1;
    }
  return (int) n;
}

static int
close_stream_cb (void *context)
{
  return 0;
}

static void
refuse_declaration_cb (void *context, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  xr_parse_stop (context, make_error (XR_PACKAGE_ERROR_DTD,
                                      _ ("the workbook contains a document type declaration, which "
                                         "no spreadsheet program writes; it was not read")));
}

/* Keeps the parser from writing to the terminal; what is wrong shows in wellFormed. */
static void
ignore_message_cb (void *context, xmlErrorPtr error)
{
}

static void
fill_sax (xmlSAXHandler *sax, const XrParseHandlers *handlers)
{
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = refuse_declaration_cb;
  sax->startElementNs = handlers->start;
  sax->endElementNs = handlers->end;
  sax->characters = handlers->text;
  sax->cdataBlock = handlers->text;
  sax->ignorableWhitespace = handlers->text;
  sax->serror = ignore_message_cb;
}

static zip_file_t *
open_part (XrPackage *self, const char *part, guint64 *packed, GError **error)
{
  zip_int64_t index = find_part (self, part);
  zip_stat_t stat;
  zip_file_t *file;

  if (index < 0)
    {
      g_set_error (error, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_MISSING,
                   _ ("the workbook lacks its part %s; save it anew"), part);
      return NULL;
    }
  zip_stat_init (&stat);
  zip_stat_index (self->zip, (zip_uint64_t) index, 0, &stat);
  *packed = stat.comp_size;
  if (stat.encryption_method != ZIP_EM_NONE)
    {
      g_propagate_error (error, make_encrypted_error ());
      return NULL;
    }
  file = zip_fopen_index (self->zip, (zip_uint64_t) index, 0);
  if (file == NULL)
    g_propagate_error (error, make_damaged_error ());
  return file;
}

static void
run_parser (Stream *stream, const XrParseHandlers *handlers)
{
  XrParse *parse = stream->parse;
  xmlSAXHandler sax;

  fill_sax (&sax, handlers);
  parse->context = xmlCreateIOParserCtxt (&sax, parse, read_stream_cb, close_stream_cb, stream,
                                          XML_CHAR_ENCODING_NONE);
  if (parse->context == NULL)
    {
      parse->error = parse->error != NULL ? parse->error : make_damaged_error ();
      return;
    }
  xmlCtxtUseOptions (parse->context, XML_PARSE_NONET);
  if (handlers->begin != NULL)
    handlers->begin (parse);
  xmlParseDocument (parse->context);
}

gboolean
xr_package_parse (XrPackage *self, const char *part, XrParse *parse,
                  const XrParseHandlers *handlers, GError **error)
{
  Stream stream = { .package = self, .parse = parse };
  gboolean broken;

  stream.file = open_part (self, part, &stream.packed, error);
  if (stream.file == NULL)
    return FALSE;
  run_parser (&stream, handlers);
  /* A handler that stopped without an error has what it wanted. */
  broken = parse->context == NULL || (!parse->context->wellFormed && !parse->stopped);
  if (parse->context != NULL)
    {
      if (parse->context->myDoc != NULL)
        xmlFreeDoc (parse->context->myDoc);
      g_clear_pointer (&parse->context, xmlFreeParserCtxt);
    }
  zip_fclose (stream.file);
  if (parse->error == NULL && broken)
    g_set_error (&parse->error, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_DAMAGED,
                 _ ("the part %s of the workbook is broken; save the workbook anew"), part);
  if (parse->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parse->error));
      return FALSE;
    }
  return TRUE;
}

static void
stop_at_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                    int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                    const xmlChar **attributes)
{
  xr_parse_stop (context, NULL);
}

gboolean
xr_package_check_declarations (XrPackage *self, GError **error)
{
  static const XrParseHandlers handlers = { .start = stop_at_element_cb };
  zip_int64_t n = zip_get_num_entries (self->zip, 0);

  for (zip_int64_t i = 0; i < n; i++)
    {
      const char *name = zip_get_name (self->zip, (zip_uint64_t) i, 0);
      g_autoptr (GError) local = NULL;
      XrParse parse = { 0 };

      if (name == NULL || !(g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")))
        continue;
      /* Parts that nobody reads may be broken in any other way. */
      if (!xr_package_parse (self, name, &parse, &handlers, &local)
          && !g_error_matches (local, XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}
