/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: a subcommand runs without a display, everything else is the window. */
#include "config.h"

#include <gtk/gtk.h>

#include "cli/cli.h"
#include "cli/language.h"
#include "shell/program.h"

int
main (int argc, char **argv)
{
  g_autoptr (XrProgram) application = NULL;

  xr_language_init ();
  if (xr_cli_is_meant (argc, argv))
    return xr_cli_run (argc, argv);
  gtk_disable_setlocale ();
  application = xr_program_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
