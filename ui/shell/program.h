/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: opens office files, each in one window. Without a file it opens the person's own, which
 * is made at the first start. */

#define XR_TYPE_PROGRAM (xr_program_get_type ())
G_DECLARE_FINAL_TYPE (XrProgram, xr_program, XR, PROGRAM, AdwApplication)

XrProgram *xr_program_new (void);
/* Shows the window of @file, opening it when it has none yet. */
void xr_program_open_office (XrProgram *self, GFile *file);

G_END_DECLS
