/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The photo of a candidate, 4 : 5, with the ways to choose, cut and remove it. */

#define XR_TYPE_PHOTO_VIEW (xr_photo_view_get_type ())
G_DECLARE_FINAL_TYPE (XrPhotoView, xr_photo_view, XR, PHOTO_VIEW, AdwBin)

XrPhotoView *xr_photo_view_new (void);
void xr_photo_view_set_candidate (XrPhotoView *self, XrOffice *office, gint64 candidate);

/* A picture of @photo (nullable) that is @width wide, for other windows. */
GtkWidget *xr_photo_picture_new (GBytes *photo, int width);

G_END_DECLS
