/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * xr_text_scale:
 * @widget: whose text is meant
 * @pixels: a width that fits text of the usual size (11 points at 96 dots an inch)
 *
 * Returns: the width that fits the same text in the size that people have chosen, never less than
 * @pixels: columns of a fixed width would cut large text off
 */
int xr_text_scale (GtkWidget *widget, int pixels);

G_END_DECLS
