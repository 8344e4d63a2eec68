/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/stage.h"

G_BEGIN_DECLS

/* The sign-off of a stage: a line for each role that has not signed yet, and the day. Lines that are
 * left empty are not signed. */
void xr_sign_off_ask (GtkWidget *widget, XrOffice *office, gint64 round, XrStage stage);

G_END_DECLS
