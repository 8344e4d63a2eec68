/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: the Excel report of a round. */

#include "config.h"

#include "cli/call.h"
#include "exchange/report.h"

XrCliStatus
xr_cli_report (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);

  if (!office)
    return XR_CLI_REFUSED;
  if (!xr_report_write (office, call->round, call->arguments[2], NULL, &error))
    return xr_cli_refuse (error);
  return XR_CLI_DONE;
}
