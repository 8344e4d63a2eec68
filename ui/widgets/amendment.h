/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/amend-effect.h"

G_BEGIN_DECLS

/* Asks for what an amendment of an announced plan needs: it shows what saving (with @remove deleting)
 * @row would do to every candidate, takes a reason and two names, and amends. When @widget stands in a
 * dialog that dialog is closed after the amendment. */
void xr_amendment_ask (GtkWidget *widget, XrOffice *office, XrRow *row, gboolean remove);

/* In one sentence what changes. @lines: XrEffectLine. (transfer full) */
char *xr_amendment_describe (GPtrArray *lines);

G_END_DECLS
