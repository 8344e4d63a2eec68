/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/dossier-file.h"
#include "round/office.h"

G_BEGIN_DECLS

/* Called with the window of @widget when all forms are written. */
typedef void (*XrExportDone) (GtkWidget *widget);

/* Writes the forms of @candidates (element-type gint64) into @folder, in a thread, and tells what came of it.
 * Asks before a file that stands there is replaced. */
void xr_export_run (GtkWidget *widget, XrOffice *office, XrDossierFormat format, const char *folder,
                    const GArray *candidates, XrExportDone done);

G_END_DECLS
