/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* Files in and out of the office file, off the main loop, with progress and a way to cancel. */

/* Reads a workbook into a new round and opens it; shows all faults when it is refused. */
void xr_transfer_import (XrWindow *window, const char *path);
/* Adds the sheets of a workbook to the open round: candidates, scores, counts. */
void xr_transfer_import_into_round (XrWindow *window, const char *path);
/* Writes the report of the open round. */
void xr_transfer_export_report (XrWindow *window, const char *path);
/* Copies the office file while it is open. */
void xr_transfer_backup (XrWindow *window, const char *path);

G_END_DECLS
