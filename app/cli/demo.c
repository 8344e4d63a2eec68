/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo: an office file with example rounds, for trying the program out. */

#include "config.h"

#include <glib/gstdio.h>

#include "cli/call.h"
#include "round/demo.h"

XrCliStatus
xr_cli_demo (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_create (call->arguments[0], &error);

  if (!office)
    return xr_cli_refuse (error);
  if (xr_demo_create (office, &error))
    return XR_CLI_DONE;
  g_clear_object (&office);
  g_unlink (call->arguments[0]);
  return xr_cli_refuse (error);
}
