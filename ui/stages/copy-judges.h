/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Copies to a component and post the judges of the same component and another post, else those of another
 * component, and says what came of it. */
void xr_copy_judges (GtkWidget *widget, XrOffice *office, gint64 round, gint64 to_component,
                     gint64 to_post);

G_END_DECLS
