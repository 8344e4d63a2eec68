/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making office files and copying them: new, backup. */

#include "config.h"

#include "cli/call.h"

XrCliStatus
xr_cli_new (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_create (call->arguments[0], &error);

  return office ? XR_CLI_DONE : xr_cli_refuse (error);
}

XrCliStatus
xr_cli_backup (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);

  if (!office)
    return XR_CLI_REFUSED;
  if (!xr_database_backup (xr_office_get_database (office), call->arguments[1], FALSE, NULL,
                           &error))
    return xr_cli_refuse (error);
  return XR_CLI_DONE;
}
