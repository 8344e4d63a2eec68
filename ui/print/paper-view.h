/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/page.h"

G_BEGIN_DECLS

/* Shows the pages of one paper below each other, as they will be printed. It scrolls inside a
 * GtkScrolledWindow, finds words, and draws only what can be seen. */

#define XR_TYPE_PAPER_VIEW (xr_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (XrPaperView, xr_paper_view, XR, PAPER_VIEW, GtkWidget)

GtkWidget *xr_paper_view_new (void);
/* @pages: (nullable) (element-type XrPage): kept by the view */
void xr_paper_view_set_pages (XrPaperView *self, GPtrArray *pages);
guint xr_paper_view_get_n_pages (XrPaperView *self);
/* 1 is the size of the paper on a screen of 96 dots an inch; 0 as wide as there is room. */
void xr_paper_view_set_zoom (XrPaperView *self, double zoom);
double xr_paper_view_get_zoom (XrPaperView *self);
/* Marks every place of @text; "" none. Returns how many there are. */
guint xr_paper_view_search (XrPaperView *self, const char *text);
/* Goes on to the next (or the one before) and scrolls to it. Returns its number from 1, 0: none. */
guint xr_paper_view_go_to_match (XrPaperView *self, gboolean forward);

G_END_DECLS
