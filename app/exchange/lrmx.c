/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes .lrmx. What could be meant to harm is refused: a document type declaration, with it
 * every entity, a file beyond all reason. What is unknown is kept as it stands. */

#include "config.h"

#include "exchange/lrmx.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "core/text.h"
#include "exchange/gb-text.h"

#define FAMILY  "JiaTingChengYuan"
#define MEMBER  "Item"
#define PHOTO   "ZhaoPian"
#define VERSION "3.2.1.16"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  XrDossier *dossier;
  GPtrArray *notes;
  gboolean seen[XR_DOSSIER_N_FIELDS];
  gboolean seen_family, seen_photo;
} Reader;

/* ---- the document */

static void
add_fault (GPtrArray *faults, const char *message)
{
  xr_faults_add (faults, NULL, 0, 0, NULL, message);
}

static void
refuse_declaration_cb (void *context, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  xmlParserCtxtPtr parser = context;

  parser->_private = GINT_TO_POINTER (TRUE);
  xmlStopParser (parser);
}

/* Keeps the parser from writing to the terminal. */
static void
ignore_message_cb (void *context, xmlErrorPtr error)
{
}

static xmlDoc *
parse_bytes (const char *data, gsize size, const char *encoding, gboolean *declares)
{
  g_autoptr (xmlParserCtxt) parser = xmlNewParserCtxt ();
  xmlStructuredErrorFunc handler = xmlStructuredError;
  void *context = xmlStructuredErrorContext;
  xmlDoc *doc;

  parser->sax->internalSubset = refuse_declaration_cb;
  parser->sax->serror = ignore_message_cb;
  parser->_private = NULL;
  /* Faults of the encoding do not go by the parser's own handler. */
  xmlSetStructuredErrorFunc (NULL, ignore_message_cb);
  doc = xmlCtxtReadMemory (parser, data, (int) size, NULL, encoding,
                           XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR
                             | XML_PARSE_NOWARNING);
  xmlSetStructuredErrorFunc (context, handler);
  *declares = parser->_private != NULL;
  return doc;
}

/* A file in GB18030 that does not say so is read too. */
static xmlDoc *
parse_document (GBytes *bytes, GPtrArray *faults)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean declares = FALSE;
  g_autoptr (xmlDoc) doc = NULL;

  if (size == 0 || size > XR_DOSSIER_FILE_MAX)
    {
      add_fault (faults, size == 0
                           ? _ ("the file is empty")
                           : _ ("the file is larger than any appointment form; it was not read"));
      return NULL;
    }
  doc = parse_bytes (data, size, NULL, &declares);
  if (doc == NULL && !declares && !g_utf8_validate (data, (gssize) size, NULL))
    {
      g_autofree char *text = xr_gb_to_utf8 (data, size);

      doc = text != NULL ? parse_bytes (text, strlen (text), "UTF-8", &declares) : NULL;
    }
  if (declares)
    add_fault (faults,
               _ ("the file contains a document type declaration, which no form editor writes; "
                  "it was not read"));
  else if (doc == NULL)
    add_fault (faults, _ ("the file is not a whole .lrmx file; save it anew in the form editor"));
  return declares ? NULL : g_steal_pointer (&doc);
}

/* ---- elements */

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return text;
}

/* The element with the name spaces that it needs, as it is to be written back. */
static char *
dump_element (xmlNode *node)
{
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *copy = xmlDocCopyNode (node, doc, 1);
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  doc->encoding = xmlStrdup (BAD_CAST "UTF-8");
  xmlDocSetRootElement (doc, copy);
  xmlNodeDump (buffer, doc, copy, 0, 0);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

static void
keep_element (Reader *reader, xmlNode *node)
{
  g_autofree char *xml = dump_element (node);

  xr_dossier_add_extra (reader->dossier, (const char *) node->name, xml);
}

static void
keep_member_element (XrRelative *relative, xmlNode *node)
{
  g_autofree char *xml = dump_element (node);
  char *joined = g_strconcat (relative->extras != NULL ? relative->extras : "", xml, NULL);

  g_free (relative->extras);
  relative->extras = joined;
}

static void
read_member_element (XrRelative *relative, xmlNode *node)
{
  for (guint i = 0; i < XR_RELATIVE_N_FIELDS; i++)
    if (is_named (node, xr_relative_field_info (i)->element) && relative->texts[i] == NULL)
      {
        g_autofree char *text = dup_content (node);

        xr_relative_take_text (relative, i, text);
        return;
      }
  keep_member_element (relative, node);
}

static gboolean
is_member_blank (const XrRelative *relative)
{
  for (guint i = 0; i < XR_RELATIVE_N_FIELDS; i++)
    if (relative->texts[i] != NULL)
      return FALSE;
  return relative->extras == NULL;
}

static void
read_family (Reader *reader, xmlNode *family)
{
  GPtrArray *relatives = reader->dossier->relatives;

  for (xmlNode *item = family->children; item != NULL; item = item->next)
    {
      XrRelative *relative;

      if (!is_named (item, MEMBER))
        continue;
      relative = xr_dossier_add_relative (reader->dossier);
      for (xmlNode *node = item->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
          read_member_element (relative, node);
      if (is_member_blank (relative))
        g_ptr_array_set_size (relatives, (int) relatives->len - 1);
    }
}

/* Only what stands for bytes; NULL where there is something else. */
static char *
squeeze_base64 (const char *text)
{
  GString *squeezed = g_string_sized_new (strlen (text));
  const char *start = g_str_has_prefix (text, "data:") ? strchr (text, ',') : NULL;

  for (const char *at = start != NULL ? start + 1 : text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (xr_text_is_space (g_utf8_get_char (at)))
        continue;
      if (!g_ascii_isalnum (*at) && *at != '+' && *at != '/' && *at != '=')
        {
          g_string_free (squeezed, TRUE);
          return NULL;
        }
      g_string_append_c (squeezed, *at);
    }
  return g_string_free (squeezed, FALSE);
}

static void
read_photo (Reader *reader, xmlNode *node)
{
  g_autofree char *content = dup_content (node);
  g_autofree char *stripped = xr_text_strip (content);
  g_autofree char *base64 = squeeze_base64 (stripped);
  gsize size = 0;
  guchar *bytes;

  if (stripped[0] == '\0')
    return;
  bytes = base64 != NULL && strlen (base64) % 4 == 0 ? g_base64_decode (base64, &size) : NULL;
  if (bytes != NULL && size > 0)
    {
      reader->dossier->photo = g_bytes_new_take (bytes, size);
      return;
    }
  g_free (bytes);
  xr_faults_add (reader->notes, NULL, 0, 0, _ ("Photo"),
                 _ ("The photo in the file is damaged and was left out."));
}

static gboolean
read_text (Reader *reader, xmlNode *node)
{
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (is_named (node, xr_dossier_field_info (i)->element) && !reader->seen[i])
      {
        g_autofree char *text = dup_content (node);

        reader->seen[i] = TRUE;
        xr_dossier_take_text (reader->dossier, i, text, reader->notes);
        return TRUE;
      }
  return FALSE;
}

static void
read_element (Reader *reader, xmlNode *node)
{
  if (is_named (node, FAMILY) && !reader->seen_family)
    {
      reader->seen_family = TRUE;
      read_family (reader, node);
    }
  else if (is_named (node, PHOTO) && !reader->seen_photo)
    {
      reader->seen_photo = TRUE;
      read_photo (reader, node);
    }
  else if (!read_text (reader, node))
    keep_element (reader, node);
}

XrDossier *
xr_lrmx_read (GBytes *bytes, GPtrArray *notes, GPtrArray *faults)
{
  g_autoptr (xmlDoc) doc = parse_document (bytes, faults);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  Reader reader = { .notes = notes };

  if (doc == NULL)
    return NULL;
  if (root == NULL || !is_named (root, "Person"))
    {
      add_fault (faults, _ ("the file is XML, but not an appointment form (.lrmx)"));
      return NULL;
    }
  reader.dossier = xr_dossier_new ();
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      read_element (&reader, node);
  return reader.dossier;
}

/* ---- writing */

static void
append_escaped (GString *xml, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '\n':
        g_string_append (xml, "\r\n");
        break;
      default:
        if (!g_ascii_iscntrl (*at))
          g_string_append_c (xml, *at);
      }
}

static void
append_element (GString *xml, const char *indent, const char *name, const char *text)
{
  g_string_append_printf (xml, "%s<%s>", indent, name);
  append_escaped (xml, text);
  g_string_append_printf (xml, "</%s>\r\n", name);
}

static void
append_family (GString *xml, GPtrArray *relatives)
{
  g_string_append (xml, "  <" FAMILY ">");
  for (guint i = 0; i < relatives->len; i++)
    {
      const XrRelative *relative = relatives->pdata[i];

      g_string_append (xml, "\r\n    <" MEMBER ">\r\n");
      for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
        append_element (xml, "      ", xr_relative_field_info (field)->element,
                        xr_relative_get (relative, field));
      if (relative->extras != NULL)
        g_string_append_printf (xml, "      %s\r\n", relative->extras);
      g_string_append (xml, "    </" MEMBER ">");
    }
  g_string_append_printf (xml, "%s</" FAMILY ">\r\n", relatives->len > 0 ? "\r\n  " : "");
}

static void
append_photo (GString *xml, GBytes *photo)
{
  gsize size = 0;
  gconstpointer data = photo != NULL ? g_bytes_get_data (photo, &size) : NULL;
  g_autofree char *base64 = size > 0 ? g_base64_encode (data, size) : g_strdup ("");

  append_element (xml, "  ", PHOTO, base64);
}

static void
append_field (GString *xml, const XrDossier *dossier, XrDossierField field)
{
  const char *text = xr_dossier_get (dossier, field);

  if (field == XR_DOSSIER_VERSION && text[0] == '\0')
    text = VERSION;
  append_element (xml, "  ", xr_dossier_field_info (field)->element, text);
}

GBytes *
xr_lrmx_write (const XrDossier *dossier)
{
  GString *xml = g_string_new (
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Person>\r\n");

  for (guint i = 0; i < XR_DOSSIER_PARTY; i++)
    {
      if (i == XR_DOSSIER_REPORTING_UNIT)
        append_family (xml, dossier->relatives);
      if (i == XR_DOSSIER_VERSION)
        append_photo (xml, dossier->photo);
      append_field (xml, dossier, i);
    }
  if (dossier->texts[XR_DOSSIER_PARTY] != NULL)
    append_field (xml, dossier, XR_DOSSIER_PARTY);
  for (guint i = 0; i < dossier->extras->len; i++)
    g_string_append_printf (xml, "  %s\r\n", ((XrDossierExtra *) dossier->extras->pdata[i])->xml);
  g_string_append (xml, "</Person>\r\n");
  return g_string_free_to_bytes (xml);
}
