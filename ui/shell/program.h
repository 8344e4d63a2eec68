/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: opens office files, each in one window, and review packages in the reading mode. Without a
 * file it opens the person's own office file, which is made at the first start. */

#define XR_TYPE_PROGRAM (xr_program_get_type ())
G_DECLARE_FINAL_TYPE (XrProgram, xr_program, XR, PROGRAM, AdwApplication)

XrProgram *xr_program_new (void);
/* Shows the window of @file, opening it when it has none yet. */
void xr_program_open_office (XrProgram *self, GFile *file);
/* An office file, or a sealed file: by what stands in it. */
void xr_program_open_file (XrProgram *self, GFile *file);

G_END_DECLS
