/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The sections of a dossier in the order of the official form, one page each: person, education, posts,
 * résumé, merits, family, appointment, registration, attachments. */

#define XR_TYPE_DOSSIER_SECTIONS (xr_dossier_sections_get_type ())
G_DECLARE_FINAL_TYPE (XrDossierSections, xr_dossier_sections, XR, DOSSIER_SECTIONS, AdwBin)

XrDossierSections *xr_dossier_sections_new (void);
GtkStack *xr_dossier_sections_get_stack (XrDossierSections *self);
void xr_dossier_sections_set_candidate (XrDossierSections *self, XrOffice *office,
                                        gint64 candidate);
/* Keeps what is being typed. */
void xr_dossier_sections_commit (XrDossierSections *self);

G_END_DECLS
