/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A frame around a list that Tab enters and leaves in one step, at the row that is chosen; arrow keys
 * move inside. GTK would go with Tab from row to row and choose each on its way: who goes from a person
 * to the fields beside the list would end up at another person. */
#define XR_TYPE_ONE_STOP (xr_one_stop_get_type ())
G_DECLARE_FINAL_TYPE (XrOneStop, xr_one_stop, XR, ONE_STOP, AdwBin)

GtkWidget *xr_one_stop_new (GtkWidget *child);

G_END_DECLS
