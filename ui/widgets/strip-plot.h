/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "forms/strip.h"

G_BEGIN_DECLS

/* A strip of forms/strip.h in a window, in the colour of the text around it. The figures stand beside it
 * as text; a reader hears @words. Takes @strip. */
GtkWidget *xr_strip_plot_new (XrStrip *strip, const char *words);

G_END_DECLS
