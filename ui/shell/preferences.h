/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the person at this computer likes, in a small key file of theirs: name of the operator, light or
 * dark, size of the window, the shift of each printer. Never facts of a round. */

typedef enum
{
  XR_THEME_SYSTEM,
  XR_THEME_LIGHT,
  XR_THEME_DARK,
} XrTheme;

/* The operator's name, the account's own at first. (transfer full) */
char *xr_preferences_dup_operator (void);
/* The operator's name only when a person has set it, for fields that ask who decides: an account such as
 * `root` is nobody's name. NULL without one. (transfer full) */
char *xr_preferences_dup_named_operator (void);
XrTheme xr_preferences_get_theme (void);
void xr_preferences_get_window_size (int *width, int *height);
void xr_preferences_set_window_size (int width, int height);

/* How far a printer has to move what it prints, mm to the right and down; 0 at first. */
void xr_preferences_get_print_shift (const char *printer, double *x, double *y);
void xr_preferences_set_print_shift (const char *printer, double x, double y);

/* Puts the chosen theme into force. */
void xr_preferences_apply (void);

typedef void (*XrOperatorFunc) (GtkWidget *widget, const char *name);

/* The window for them; @func hears of a new operator's name. */
void xr_preferences_present (GtkWidget *widget, XrOperatorFunc func);

G_END_DECLS
