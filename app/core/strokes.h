/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a character stands in stroke order (笔画序). Private to app/core/. */
typedef struct
{
  guint8 strokes; /* as the mainland counts them; 0: not Chinese */
  guint8 place;   /* among the surnames with so many strokes, from 1; 255: not listed there */
} XrStrokes;

/* Asks ICU for what is not listed; slow, so keep what it says. */
XrStrokes xr_strokes_of (gunichar c);

G_END_DECLS
