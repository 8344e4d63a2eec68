/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/table.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* One to four dossiers as a table to read: a line for each field of the form, a column for each person.
 * With more than one, lines in which they are not the same begin with ≠. */

#define XR_TYPE_DOSSIER_SHEET (xr_dossier_sheet_get_type ())
G_DECLARE_FINAL_TYPE (XrDossierSheet, xr_dossier_sheet, XR, DOSSIER_SHEET, AdwBin)

XrDossierSheet *xr_dossier_sheet_new (void);
/* @candidates: the rows that the dossiers are of, for what is registered beyond the form. @reference: the
 * date of ages where a dossier names none, as the form's files write it, or NULL. */
void xr_dossier_sheet_show (XrDossierSheet *self, const XrDossier *const *dossiers,
                            XrRow *const *candidates, guint n, const char *reference);

G_END_DECLS
