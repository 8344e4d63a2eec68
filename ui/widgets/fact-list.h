/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Facts to read, in groups: a heading, then lines of a name and what is known. It is filled anew
 * whenever something else is shown. */

#define XR_TYPE_FACT_LIST (xr_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (XrFactList, xr_fact_list, XR, FACT_LIST, AdwBin)

XrFactList *xr_fact_list_new (void);
void xr_fact_list_clear (XrFactList *self);
/* Begins a group. */
void xr_fact_list_add_heading (XrFactList *self, const char *heading);
/* A line of the group; @value NULL or "" is shown as a quiet dash. */
void xr_fact_list_add (XrFactList *self, const char *name, const char *value);
/* A line whose value is a figure: it stands right, in digits of one width. */
void xr_fact_list_add_figure (XrFactList *self, const char *name, const char *figure);
/* A sentence over the whole width. @css_class: how it looks, such as "dim-label", or NULL. */
void xr_fact_list_add_note (XrFactList *self, const char *text, const char *css_class);

G_END_DECLS
