/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * xr_text_is_space:
 *
 * Returns: whether @c is a blank that people type or paste without seeing it: every space of
 * Unicode, the full-width one (U+3000) and the no-break one (U+00A0) among them, and the zero-width
 * ones
 */
gboolean xr_text_is_space (gunichar c);

/* Whether @text (UTF-8, may be NULL) has nothing but blanks in the sense of xr_text_is_space(). */
gboolean xr_text_is_blank (const char *text);

/* Returns: (transfer full): @text (UTF-8, NULL is "") without the blanks around it. */
char *xr_text_strip (const char *text);

/* Returns: (transfer full): @text (UTF-8, NULL is "") with full-width digits and the full-width
 * signs `：` `．` `／` `－` `＋` `％` as half-width ones and every kind of blank as a plain space.
 * Nothing else is touched, so names and sentences may be folded too. */
char *xr_text_fold (const char *text);

/* Returns: (transfer full): folded, then stripped: what number and date readers look at. */
char *xr_text_clean (const char *text);

/* Returns: (transfer full) (nullable): @text (may be NULL) in one line: line breaks, tabs and other
 * control characters as spaces. */
char *xr_text_to_line (const char *text);

G_END_DECLS
