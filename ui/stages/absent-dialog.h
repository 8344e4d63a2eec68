/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Asks for the day and the reason why somebody is absent (缺席), and takes the application out of the
 * running. @name: how the person is called in the table. */
void xr_absent_dialog_ask (GtkWidget *widget, XrOffice *office, gint64 application,
                           const char *name);

G_END_DECLS
