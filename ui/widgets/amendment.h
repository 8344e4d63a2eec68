/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Asks for what an amendment of an announced plan needs: it shows what saving (with @remove deleting)
 * @row would do to the ranks, takes a reason and two names, and amends. When @widget stands in a dialog
 * that dialog is closed after the amendment. */
void xr_amendment_ask (GtkWidget *widget, XrOffice *office, XrRow *row, gboolean remove);

/* What changes between two results of the same people, a line for each application whose rank, total or
 * place on the shortlist differs. (transfer full) */
char *xr_amendment_describe (const XrCase *contest, const XrResult *before, const XrResult *after);

G_END_DECLS
