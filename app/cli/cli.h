/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The subcommands (INTERCHANGE section 1). They need no display, and nothing here knows of GTK. */

/* Whether @word is a subcommand, or asks for help or the version, so that it is for xr_cli_run() and
 * not the name of an office file. */
gboolean xr_cli_is_subcommand (const char *word);

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
