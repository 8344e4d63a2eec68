/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Cuts a photo to 4 : 5, as the 干部任免审批表 wants it: drag or arrows move the picture under the frame,
 * the wheel or + and − make it larger and smaller, Enter takes it. */

typedef void (*XrPhotoFunc) (GtkWidget *widget, GBytes *photo, gpointer data);

/* @func receives a JPEG. A JPEG that is 4 : 5 already and was not touched is passed on as it is. FALSE
 * with @error when @image is no picture. */
gboolean xr_photo_editor_present (GtkWidget *widget, GBytes *image, XrPhotoFunc func, gpointer data,
                                  GError **error);

G_END_DECLS
