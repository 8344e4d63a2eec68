/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/table.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* Dossiers to read, one or two to four side by side, and going on from one person to the next. It gets its
 * people from whoever has them, an office file or a review package, and changes nothing.
 *
 * Signal: `shown`, when others are on the screen. */

#define XR_READING_MAX 4

#define XR_TYPE_READING_VIEW (xr_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (XrReadingView, xr_reading_view, XR, READING_VIEW, AdwBin)

/* The dossier of the person at @place, and the row of what is registered beside it: both (transfer full). */
typedef void (*XrReadingLoadFunc) (guint place, XrDossier **dossier, XrRow **row, gpointer data);

XrReadingView *xr_reading_view_new (void);
/* Puts the buttons into @header and the actions read.previous, read.next, read.fewer into @window, whose class
 * has their keys by xr_reading_view_bind_keys(). Once. */
void xr_reading_view_attach (XrReadingView *self, GtkWidget *window, AdwHeaderBar *header);
void xr_reading_view_bind_keys (GtkWidgetClass *window_class);

/* Who there is to read of; nobody is shown before xr_reading_view_show(). @reference: as for
 * xr_dossier_sheet_show(). @load lives as long as the view. */
void xr_reading_view_set_people (XrReadingView *self, const char *const *names, guint n,
                                 const char *reference, XrReadingLoadFunc load, gpointer data);
/* @places: 1 to XR_READING_MAX, each below the number of people. */
void xr_reading_view_show (XrReadingView *self, const guint *places, guint n);
/* (transfer none): places of those shown */
const guint *xr_reading_view_get_shown (XrReadingView *self, guint *n);

G_END_DECLS
