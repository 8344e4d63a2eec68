/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared strings, kept compactly, and the styles, of which only one thing matters: which ones show
 * dates. */
#include "config.h"

#include "exchange/xlsx-strings.h"
#include "exchange/xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_POOL_SIZE (G_GUINT64_CONSTANT (256) << 20)
#define MAX_STYLES    65536

typedef struct
{
  XrParse parse;
  XrStringPool *pool;
  const xmlChar *si, *t, *rPh;
  gboolean in_item, in_text;
  guint phonetic; /* depth of rPh */
} StringsParse;

void
xr_string_pool_clear (XrStringPool *pool)
{
  g_clear_pointer (&pool->bytes, g_free);
  g_clear_pointer (&pool->offsets, g_array_unref);
  pool->used = pool->size = 0;
}

const char *
xr_string_pool_get (const XrStringPool *pool, guint64 index, guint32 *length)
{
  guint32 start;

  if (pool->offsets == NULL || index + 1 >= pool->offsets->len)
    return NULL;
  start = g_array_index (pool->offsets, guint32, index);
  *length = g_array_index (pool->offsets, guint32, index + 1) - start - 1;
  return pool->bytes + start;
}

static int
read_hex4 (const char *text)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* The code of an escape at @text, or −1. */
static int
read_escape (const char *text, const char *end)
{
  if (end - text < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return -1;
  return read_hex4 (text + 2);
}

gsize
xr_text_unescape (char *text, gsize length)
{
  char *end = text + length, *out;
  char *in = memchr (text, '_', length);

  if (in == NULL)
    return length;
  for (out = in; in < end;)
    {
      int code = read_escape (in, end);
      int low = code >= 0xD800 && code < 0xDC00 ? read_escape (in + 7, end) : -1;

      if (low >= 0xDC00 && low < 0xE000)
        {
          out += g_unichar_to_utf8 (
            0x10000 + ((gunichar) (code - 0xD800) << 10) + (gunichar) (low - 0xDC00), out);
          in += 14;
        }
      else if (code > 0 && !(code >= 0xD800 && code < 0xE000))
        {
          out += g_unichar_to_utf8 ((gunichar) code, out);
          in += 7;
        }
      else
        *out++ = *in++;
    }
  *out = '\0';
  return (gsize) (out - text);
}

static void
begin_strings_cb (XrParse *parse)
{
  StringsParse *self = (StringsParse *) parse;

  self->si = xr_parse_intern (parse, "si");
  self->t = xr_parse_intern (parse, "t");
  self->rPh = xr_parse_intern (parse, "rPh");
}

static void
start_string_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                 int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                 const xmlChar **attributes)
{
  StringsParse *self = context;

  if (name == self->t)
    self->in_text = self->in_item && self->phonetic == 0;
  else if (name == self->si)
    self->in_item = TRUE;
  else if (name == self->rPh)
    self->phonetic++;
}

static void
refuse_long_text (XrParse *parse)
{
  xr_parse_stop (parse, g_error_new_literal (XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_SIZE,
                                             _ ("a cell holds more than the 32,767 characters that "
                                                "a spreadsheet allows; shorten it")));
}

static void
append_string_cb (void *context, const xmlChar *text, int length)
{
  StringsParse *self = context;
  XrStringPool *pool = self->pool;
  guint32 start;

  if (!self->in_text)
    return;
  start = g_array_index (pool->offsets, guint32, pool->offsets->len - 1);
  if (pool->used - start + (gsize) length > XR_XLSX_MAX_TEXT)
    {
      refuse_long_text (&self->parse);
      return;
    }
  if (pool->used + (gsize) length + 1 > pool->size)
    {
      pool->size = MAX (pool->size * 2, 65536 + (gsize) length);
      pool->bytes = g_realloc (pool->bytes, pool->size);
    }
  memcpy (pool->bytes + pool->used, text, (gsize) length);
  pool->used += (gsize) length;
}

static void
finish_item (StringsParse *self)
{
  XrStringPool *pool = self->pool;
  guint32 start = g_array_index (pool->offsets, guint32, pool->offsets->len - 1), end;

  if (pool->used + 1 > pool->size)
    {
      pool->size = MAX (pool->size * 2, 65536);
      pool->bytes = g_realloc (pool->bytes, pool->size);
    }
  pool->bytes[pool->used] = '\0';
  pool->used = start + xr_text_unescape (pool->bytes + start, pool->used - start) + 1;
  end = (guint32) pool->used;
  g_array_append_val (pool->offsets, end);
  self->in_item = FALSE;
  if (pool->used > MAX_POOL_SIZE)
    xr_parse_stop (&self->parse,
                   g_error_new_literal (XR_PACKAGE_ERROR, XR_PACKAGE_ERROR_SIZE,
                                        _ ("the workbook holds more text than can be read; split "
                                           "it into several")));
}

static void
end_string_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  StringsParse *self = context;

  if (name == self->t)
    self->in_text = FALSE;
  else if (name == self->si && self->in_item)
    finish_item (self);
  else if (name == self->rPh && self->phonetic > 0)
    self->phonetic--;
}

gboolean
xr_string_pool_read (XrStringPool *pool, XrPackage *package, const char *part, GError **error)
{
  static const XrParseHandlers handlers = { begin_strings_cb, start_string_cb, end_string_cb,
                                            append_string_cb };
  StringsParse self = { .pool = pool };
  guint32 zero = 0;

  pool->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (pool->offsets, zero);
  return xr_package_parse (package, part, &self.parse, &handlers, error);
}

/* ------------------------------------------------------------------ number formats */

typedef struct
{
  XrParse parse;
  const xmlChar *numFmt, *cellXfs, *xf, *numFmtId, *formatCode;
  gboolean in_cell_styles;
  GHashTable *date_formats; /* own format ids that show dates */
  GByteArray *styles;
} StylesParse;

static gboolean
is_builtin_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
         || (id >= 50 && id <= 58);
}

/* Skips what stands in brackets; [h] and the like are times that count on. */
static const char *
skip_bracket (const char *p, gboolean *is_date)
{
  const char *close = strchr (p, ']');

  if (close == NULL)
    return p + strlen (p) - 1;
  if (close > p + 1 && strspn (p + 1, "hmsHMS") == (gsize) (close - p - 1))
    *is_date = TRUE;
  return close;
}

gboolean
xr_number_format_is_date (const char *format)
{
  gboolean is_date = FALSE;

  if (g_ascii_strcasecmp (format, "General") == 0)
    return FALSE;
  /* The first section is the one for dates, which are never negative. */
  for (const char *p = format; *p != '\0' && *p != ';' && !is_date; p++)
    switch (*p)
      {
      case '"':
        p = strchr (p + 1, '"');
        if (p == NULL)
          return FALSE;
        break;
      case '\\':
      case '_':
      case '*':
        if (p[1] != '\0')
          p++;
        break;
      case '[':
        p = skip_bracket (p, &is_date);
        break;
      default:
        is_date = strchr ("ymdhsYMDHS", *p) != NULL;
      }
  return is_date;
}

static void
begin_styles_cb (XrParse *parse)
{
  StylesParse *self = (StylesParse *) parse;

  self->numFmt = xr_parse_intern (parse, "numFmt");
  self->cellXfs = xr_parse_intern (parse, "cellXfs");
  self->xf = xr_parse_intern (parse, "xf");
  self->numFmtId = xr_parse_intern (parse, "numFmtId");
  self->formatCode = xr_parse_intern (parse, "formatCode");
}

static gboolean
read_format_id (StylesParse *self, int n_attributes, const xmlChar **attributes, guint *id)
{
  gsize length;
  const char *value = xr_parse_attribute (self->numFmtId, FALSE, n_attributes, attributes, &length);
  guint64 number;
  g_autofree char *text = value != NULL ? g_strndup (value, length) : NULL;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  *id = (guint) number;
  return TRUE;
}

static void
add_format (StylesParse *self, guint id, int n_attributes, const xmlChar **attributes)
{
  gsize length;
  const char *value = xr_parse_attribute (self->formatCode, FALSE, n_attributes, attributes,
                                          &length);
  g_autofree char *format = value != NULL ? g_strndup (value, length) : NULL;

  /* The value comes with its entities resolved, and a file may redefine a built-in id. */
  if (format != NULL)
    g_hash_table_insert (self->date_formats, GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER (xr_number_format_is_date (format) ? 2 : 1));
}

static void
add_style (StylesParse *self, guint id)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->date_formats, GUINT_TO_POINTER (id)));
  guint8 is_date = known != 0 ? known == 2 : is_builtin_date (id);

  if (self->styles->len < MAX_STYLES)
    g_byte_array_append (self->styles, &is_date, 1);
}

static void
start_style_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                const xmlChar **attributes)
{
  StylesParse *self = context;
  guint id = 0;

  if (name == self->cellXfs)
    self->in_cell_styles = TRUE;
  else if (name == self->numFmt && read_format_id (self, n_attributes, attributes, &id))
    add_format (self, id, n_attributes, attributes);
  else if (name == self->xf && self->in_cell_styles)
    {
      read_format_id (self, n_attributes, attributes, &id);
      add_style (self, id);
    }
}

static void
end_style_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  StylesParse *self = context;

  if (name == self->cellXfs)
    self->in_cell_styles = FALSE;
}

GByteArray *
xr_date_styles_read (XrPackage *package, const char *part, GError **error)
{
  static const XrParseHandlers handlers = { begin_styles_cb, start_style_cb, end_style_cb, NULL };
  g_autoptr (GHashTable) date_formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GByteArray) styles = g_byte_array_new ();
  StylesParse self = { .date_formats = date_formats, .styles = styles };

  if (!xr_package_parse (package, part, &self.parse, &handlers, error))
    return NULL;
  return g_steal_pointer (&styles);
}
