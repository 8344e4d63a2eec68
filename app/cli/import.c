/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import: a workbook becomes a round, or adds to one; all or nothing, all faults in one go. */

#include "config.h"

#include "cli/call.h"
#include "exchange/workbook.h"
#include "round/round.h"

static XrCliStatus
complain_faults (GPtrArray *faults, const char *book)
{
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = xr_fault_to_line (g_ptr_array_index (faults, i), book);
      xr_cli_complain ("%s", line);
    }
  return XR_CLI_REFUSED;
}

static XrCliStatus
read_book (XrOffice *office, const XrCall *call, XrIntake *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (XrIntake) intake = xr_workbook_read (call->arguments[1], base, xr_plan_template_load,
                                                  NULL, faults, &error);
  gint64 round = 0;

  if (!intake)
    return faults->len > 0 ? complain_faults (faults, call->arguments[1]) : xr_cli_refuse (error);
  round = xr_round_import (office, intake, call->round, NULL, &error);
  if (round == 0)
    return xr_cli_refuse (error);
  xr_cli_print ("%" G_GINT64_FORMAT, round);
  return XR_CLI_DONE;
}

XrCliStatus
xr_cli_import (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_WRITE);
  XrIntake *base = NULL;

  if (!office)
    return XR_CLI_REFUSED;
  if (call->round != 0 && !(base = xr_round_load_intake (office, call->round, &error)))
    return xr_cli_refuse (error);
  return read_book (office, call, base);
}
