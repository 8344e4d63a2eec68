/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long work is, handed from one thread to another without a lock. The three numbers may be of two
 * moments when they are read together, which at worst shows a wrong share until the next look. */
#include "config.h"

#include "core/progress.h"

void
xr_progress_enter (XrProgress *progress, int step)
{
  if (progress == NULL)
    return;
  xr_progress_begin (progress, 0);
  g_atomic_int_set (&progress->step, step);
}

void
xr_progress_begin (XrProgress *progress, guint all)
{
  if (progress == NULL)
    return;
  g_atomic_int_set (&progress->done, 0);
  g_atomic_int_set (&progress->all, (gint) all);
}

void
xr_progress_set (XrProgress *progress, guint done)
{
  if (progress != NULL)
    g_atomic_int_set (&progress->done, (gint) done);
}

void
xr_progress_add (XrProgress *progress)
{
  if (progress != NULL)
    g_atomic_int_inc (&progress->done);
}

int
xr_progress_read (XrProgress *progress, guint *done, guint *all)
{
  *all = (guint) g_atomic_int_get (&progress->all);
  *done = MIN ((guint) g_atomic_int_get (&progress->done), *all);
  return g_atomic_int_get (&progress->step);
}
