/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a long work is: written by the thread that does it, read by another that shows it. Zeroed it says
 * that nothing has begun. Where a function takes one it may be NULL. */
typedef struct
{
  gint step; /* which part of the work; its numbers are those of whoever shows it */
  gint done, all;
} XrProgress;

/* Another part of the work begins, of which it isn't known yet how much there is. */
void xr_progress_enter (XrProgress *progress, int step);
/* The part has @all pieces, and none of them is done. */
void xr_progress_begin (XrProgress *progress, guint all);
void xr_progress_set (XrProgress *progress, guint done);
/* One piece more is done. */
void xr_progress_add (XrProgress *progress);

/* Returns: the step, with *@done pieces of *@all, 0 of 0 while that isn't known */
int xr_progress_read (XrProgress *progress, guint *done, guint *all);

G_END_DECLS
