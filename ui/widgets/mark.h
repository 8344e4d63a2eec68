/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far something is, or how it stands: each has a sign of its own shape, a word and a colour, so that
 * none has to be told by the colour alone. */
typedef enum
{
  XR_MARK_TO_COME,
  XR_MARK_NOW,
  XR_MARK_DONE,
  XR_MARK_ATTENTION,
  XR_MARK_BLOCKED,
  XR_MARK_SKIPPED,
} XrMark;

/* (transfer none) */
const char *xr_mark_symbol (XrMark mark);
/* The word in the current language: "done", "to come". (transfer none) */
const char *xr_mark_word (XrMark mark);
/* Colours a widget as the mark, and only as this one. */
void xr_mark_colour (GtkWidget *widget, XrMark mark);
/* Shows the sign in @label, coloured, with the word as its tooltip. */
void xr_mark_show (GtkLabel *label, XrMark mark);

G_END_DECLS
