/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/column-map.h"

G_BEGIN_DECLS

/* @map: element-type int, as chosen. */
typedef void (*XrColumnsChosen) (GtkWidget *widget, guint file, const GArray *map);

/* Asks what the columns of a foreign list are. @file is handed on to @chosen. */
void xr_column_dialog_present (GtkWidget *widget, const XrPersonSheet *sheet, const GArray *map,
                               guint file, XrColumnsChosen chosen);

G_END_DECLS
