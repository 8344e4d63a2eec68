/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/dossier.h"

G_BEGIN_DECLS

/* Invented dossiers with every field filled in, and the many ways in which files in the field write the
 * same one. */

/* The dossier number @n, always the same one. */
XrDossier *dossier_sample_new (guint n);
/* An .lrmx that says what @dossier says: with a BOM or not, with one of the three kinds of empty elements,
 * elements in another order, one of the kinds of dashes, full-width blanks, the photo broken into lines. */
GBytes *dossier_sample_to_lrmx (const XrDossier *dossier, guint n);
/* The same as an .lrm in GB18030, whose photo stands in a file of its own: with the packed texts whole or
 * without their empty ends, the family padded or not, either kind of line end. */
GBytes *dossier_sample_to_lrm (const XrDossier *dossier, guint n);
/* The career with one of the kinds of dashes, and full-width blanks now and then. (transfer full) */
char *dossier_sample_write_resume (const char *text, guint n);
/* Fails with the first field in which they differ. */
void assert_same_dossier (const XrDossier *a, const XrDossier *b);

G_END_DECLS
