/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The subcommands (INTERCHANGE section 1). They need no display, and nothing here knows of GTK. */

/* Whether the arguments are for xr_cli_run(): a subcommand, also a mistyped one, or a question for help or
 * the version. Else they are for the window: nothing, its options, or the name of an office file. */
gboolean xr_cli_is_meant (int argc, char **argv);

/**
 * xr_cli_run:
 * @argc, @argv: as main() got them; argv[1] is the subcommand
 *
 * The language of the process must be set already (cli/language.h).
 *
 * Returns: the exit status: 0 done; 1 the input was refused; 2 wrong usage; 3 a gate or a check does
 *   not hold
 */
int xr_cli_run (int argc, char **argv);

G_END_DECLS
