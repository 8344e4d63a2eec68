/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

#include "core/progress.h"

G_BEGIN_DECLS

/* An .xlsx file as a bounded zip of XML parts. Nothing of a part is kept in memory: it is inflated
 * piece by piece into the parser. What could be meant to harm is refused here, once for all parts: a
 * document type declaration, a part or a package that inflates beyond all reason, encryption. */
typedef struct _XrPackage XrPackage;

#define XR_PACKAGE_ERROR (xr_package_error_quark ())
GQuark xr_package_error_quark (void);

typedef enum
{
  XR_PACKAGE_ERROR_OPEN,      /* the file can't be read */
  XR_PACKAGE_ERROR_FORMAT,    /* it isn't an .xlsx file */
  XR_PACKAGE_ERROR_ENCRYPTED, /* a part needs a password */
  XR_PACKAGE_ERROR_DAMAGED,   /* cut off, a wrong checksum, XML that isn't well-formed */
  XR_PACKAGE_ERROR_DTD,       /* a part declares a document type */
  XR_PACKAGE_ERROR_SIZE,      /* it inflates to more than any workbook needs */
  XR_PACKAGE_ERROR_MISSING,   /* a part that must be there isn't */
} XrPackageError;

/* What a parse of one part shares with its handlers, who get it as their context: put it first in
 * your own struct. Names that the handlers get are interned: compare pointers with those of
 * xr_parse_intern(). */
typedef struct
{
  xmlParserCtxtPtr context;
  GError *error;    /* the first thing wrong; nothing is handled after it */
  gboolean stopped; /* by xr_parse_stop() */
} XrParse;

typedef struct
{
  /* Called before the first element, for interning; may be NULL. */
  void (*begin) (XrParse *parse);
  startElementNsSAX2Func start;
  endElementNsSAX2Func end; /* may be NULL */
  charactersSAXFunc text;   /* may be NULL; a run may come in pieces */
} XrParseHandlers;

/**
 * xr_package_open:
 * @progress: (nullable): told what was inflated of all parts, in KiB, as long as the package is open
 *
 * Opens @path and looks at the directory of the zip only.
 *
 * Returns: (transfer full): or %NULL with a sentence (%XR_PACKAGE_ERROR)
 */
XrPackage *xr_package_open (const char *path, XrProgress *progress, GError **error);
void xr_package_free (XrPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPackage, xr_package_free)

gboolean xr_package_has_part (XrPackage *package, const char *part);

/**
 * xr_package_parse:
 * @part: name in the zip, without a leading slash
 * @parse: zeroed by the caller but for its own fields
 *
 * Runs @part through the handlers as a stream.
 *
 * Returns: %FALSE with @error when the part is missing, isn't well-formed, is refused, or when a
 * handler stopped the parse with xr_parse_stop()
 */
gboolean xr_package_parse (XrPackage *package, const char *part, XrParse *parse,
                           const XrParseHandlers *handlers, GError **error);

/* Looks at the beginning of every XML part, the ones that nobody reads too: FALSE with
 * %XR_PACKAGE_ERROR_DTD when one declares a document type. */
gboolean xr_package_check_declarations (XrPackage *package, GError **error);

/* The pointer that @name has in the handlers of this parse. */
const xmlChar *xr_parse_intern (XrParse *parse, const char *name);

/* For handlers: ends the parse. @error (transfer full) is what xr_package_parse() will return; NULL
 * ends it as if the part were at its end. */
void xr_parse_stop (XrParse *parse, GError *error);

/* The value of the attribute called @name (interned, in any namespace when @any_namespace, else in
 * none), or NULL; *@length receives its length. It isn't ended by a NUL. */
const char *xr_parse_attribute (const xmlChar *name, gboolean any_namespace, int n_attributes,
                                const xmlChar **attributes, gsize *length);

G_END_DECLS
