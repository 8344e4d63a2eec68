/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Takes the answer of a reader into @round: the file at @path, its passphrase, a preview, and then one step
 * that can be undone. */
void xr_answer_dialog_open (GtkWidget *widget, XrOffice *office, gint64 round, const char *path);

G_END_DECLS
