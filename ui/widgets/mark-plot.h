/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/decimal.h"

G_BEGIN_DECLS

/* Figures on a line: a dot for each mark, or a bar up to one figure. The figures themselves stand beside
 * it as text; a reader hears @words. */

typedef enum
{
  XR_MARK_PLOT_DOTS,
  XR_MARK_PLOT_BAR,
} XrMarkPlotKind;

/* @values: XrDecimal, copied; @lowest and @highest: the ends of the line, apart from each other */
GtkWidget *xr_mark_plot_new (XrMarkPlotKind kind, GArray *values, XrDecimal lowest,
                             XrDecimal highest, const char *words);

G_END_DECLS
