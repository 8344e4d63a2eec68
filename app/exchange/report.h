/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/round.h"

G_BEGIN_DECLS

/* The Excel report of a round: raw marks, live formulas from them to the rank with our own value cached
 * in each, and the sheet 核对 that compares both. Sheet names and headings are Chinese in every locale,
 * like those of the input workbook. */

#define XR_REPORT_ERROR (xr_report_error_quark ())
GQuark xr_report_error_quark (void);

typedef enum
{
  XR_REPORT_ERROR_WRITE,     /* the file cannot be written */
  XR_REPORT_ERROR_TOO_LARGE, /* more rows or columns than a sheet can have */
} XrReportError;

/**
 * xr_report_write:
 * @path: the .xlsx to write; an existing file is replaced only when the new one is whole
 *
 * Memory does not grow with the number of ballots. Formulas compute in whole numbers (ten-thousandths
 * and smaller units), so that no binary fraction decides a rounding or a tie.
 */
gboolean xr_report_write (XrOffice *office, gint64 round, const char *path,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
