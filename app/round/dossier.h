/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* Dossiers in the office file. A dossier belongs to a candidate, so to one round; the same person in a
 * later round gets a copy (round/dossier-history.h).
 *
 * One source for each fact: what eligibility is judged on stands in `candidate` and nowhere else. The
 * tracks of education, posts and ranks, and the texts of the form say more about some of it; when they
 * change, the fact in `candidate` follows as long as it is empty or what they said before, and its stage
 * is open. In every other case it stays, and xr_dossier_contradictions() says so. */

/* The whole form of a candidate, photo and unknown elements too; NULL with XR_ROUND_ERROR_NOT_FOUND. */
XrDossier *xr_dossier_load (XrOffice *office, gint64 candidate, GError **error);

/* ---- taking in what a reader made of a file */

/* Sets in @candidate (a row of the table, new or of the file) every fact that @dossier knows. What it
 * does not know, or what is no date, sex or ID number, is left alone. */
void xr_dossier_fill_candidate (const XrDossier *dossier, XrRow *candidate);
/* Inside a transaction: writes what `candidate` has no place for, in the place of what was there; a photo
 * only where @dossier has one. The candidate must be in the file. */
gboolean xr_dossier_write (XrOffice *office, gint64 candidate, const XrDossier *dossier,
                           GError **error);
/* Both, with the application to @post (0: none), as xr_candidate_register() does it: one entry. An empty
 * number becomes the next free one. */
gboolean xr_dossier_import (XrOffice *office, XrRow *candidate, gint64 post,
                            const XrDossier *dossier, GError **error);

/* ---- files in the office file */

/* What one attachment may hold. */
#define XR_ATTACHMENT_MAX (32 * 1024 * 1024)

/* Inside a transaction: the id of the stored file with that content, which is stored if it is new; 0
 * with @error. */
gint64 xr_stored_file_add (XrOffice *office, GBytes *content, GError **error);
/* The content, compared with its hash; NULL with @error. (transfer full) */
GBytes *xr_stored_file_load (XrOffice *office, gint64 id, GError **error);
/* SHA-256 and size; FALSE where there is no such file. @sha256: (out) (transfer full) */
gboolean xr_stored_file_describe (XrOffice *office, gint64 id, char **sha256, gint64 *size);

/* @photo NULL takes it away. */
gboolean xr_dossier_set_photo (XrOffice *office, gint64 candidate, GBytes *photo, GError **error);
/* (transfer full) (nullable) */
GBytes *xr_dossier_load_photo (XrOffice *office, gint64 candidate);
/* @name: of the file, without folders. Returns the row's id, 0 with @error. */
gint64 xr_attachment_add (XrOffice *office, gint64 candidate, const char *name, GBytes *content,
                          GError **error);

/* ---- one source for each fact */

/* Where `candidate` and the dossier do not say the same. (transfer full) (element-type XrDossierRemark) */
GPtrArray *xr_dossier_contradictions (XrOffice *office, gint64 candidate);

/* Writes the registered education and degree, with school and major, into the full-time track or the one
 * on the job. Refused where the track says something already, or nothing is registered. */
gboolean xr_dossier_assign_education (XrOffice *office, gint64 candidate, gboolean full_time,
                                      GError **error);

/* For the tables' descriptions only. */
gboolean xr_dossier_follow (XrOffice *office, XrRow *before, XrRow *dossier, GError **error);
gboolean xr_tenure_follow (XrOffice *office, XrRow *before, XrRow *tenure, GError **error);

G_END_DECLS
