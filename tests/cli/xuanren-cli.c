/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subcommands alone, linked with nothing of the windows. The environment variable XUANREN_TODAY
 * lets it be another day, so that deadlines can be tried out. */

#include "cli/cli.h"
#include "cli/language.h"
#include "core/date.h"

int
main (int argc, char **argv)
{
  const char *today = g_getenv ("XUANREN_TODAY");
  XrDate date;

  xr_language_init ();
  if (today != NULL && xr_date_parse (today, FALSE, &date, NULL))
    xr_date_set_today (date);
  return xr_cli_run (argc, argv);
}
