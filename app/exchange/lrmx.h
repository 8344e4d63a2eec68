/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/fault.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* The two files of the 干部任免审批表 (appointment-form.md sections 1 and 2), from bytes and to bytes. They
 * know no office and no disk; exchange/dossier-file.h does. */

/* No file of the kind is larger; what is, is refused. */
#define XR_DOSSIER_FILE_MAX (24 * 1024 * 1024)

/**
 * xr_lrmx_read:
 * @notes: (element-type XrFault): receives what was changed on reading, as the official editor does it,
 *   and what was left out; `column` is the field
 * @faults: (element-type XrFault): receives why nothing could be read
 *
 * Children in any order, missing and unknown ones, a BOM or none, all three kinds of empty elements.
 *
 * Returns: (transfer full): NULL with at least one fault
 */
XrDossier *xr_lrmx_read (GBytes *bytes, GPtrArray *notes, GPtrArray *faults);
/* UTF-8 with BOM, every element in its order, the unknown ones behind them. (transfer full) */
GBytes *xr_lrmx_write (const XrDossier *dossier);

/* @photo: the bytes of the .pic file beside it, or NULL. */
XrDossier *xr_lrm_read (GBytes *bytes, GBytes *photo, GPtrArray *notes, GPtrArray *faults);
/* GB18030. @notes (nullable) receives what the older form has no place for; the photo is the caller's to
 * write beside it. (transfer full) */
GBytes *xr_lrm_write (const XrDossier *dossier, GPtrArray *notes);

/* For the two readers: what the official editor does to a text on opening it. Tells in @notes. */
void xr_dossier_take_text (XrDossier *dossier, XrDossierField field, const char *text,
                           GPtrArray *notes);
void xr_relative_take_text (XrRelative *relative, XrRelativeField field, const char *text);

G_END_DECLS
