/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a benchmark measures: the median of several runs of our way and of the floor, in the same
 * process, and their ratio beside the budget. A slow machine is no failure: it never judges.
 */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* What is measured. Returns FALSE with @error set when it could not run. */
typedef gboolean (*XrBenchFunc) (gpointer data, GError **error);

/* One figure of the design: our way, the least that could do the work, the ratio allowed. */
typedef struct
{
  const char *name;
  XrBenchFunc ours;
  XrBenchFunc floor;
  double budget;
  guint runs; /* of each, at least 1; odd, so that the median is a run */
} XrBench;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

/* Runs both in turn, so that what else the machine does falls on both. */
static gboolean
measure_both (const XrBench *bench, gpointer data, gint64 *ours, gint64 *floor, GError **error)
{
  for (guint i = 0; i < bench->runs; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!bench->floor (data, error))
        return FALSE;
      floor[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      if (!bench->ours (data, error))
        return FALSE;
      ours[i] = g_get_monotonic_time () - start;
    }
  return TRUE;
}

/*
 * Measures and prints `NAME: ours X ms, floor Y ms, ratio Z (budget B)`.
 * Returns the exit status of the program: 0, or 1 when it could not run.
 */
static inline int
xr_bench_run (const XrBench *bench, gpointer data)
{
  g_autofree gint64 *ours = g_new0 (gint64, bench->runs);
  g_autofree gint64 *floor = g_new0 (gint64, bench->runs);
  g_autoptr (GError) error = NULL;
  double our_time, floor_time;

  if (!measure_both (bench, data, ours, floor, &error))
    {
      g_printerr ("%s: %s\n", bench->name, error != NULL ? error->message : "it could not run");
      return 1;
    }
  qsort (ours, bench->runs, sizeof *ours, compare_times);
  qsort (floor, bench->runs, sizeof *floor, compare_times);
  our_time = (double) ours[bench->runs / 2] / 1000.0;
  floor_time = (double) floor[bench->runs / 2] / 1000.0;
  g_print ("%s: ours %.2f ms, floor %.2f ms, ratio %.2f (budget %.2f)\n", bench->name, our_time,
           floor_time, our_time / MAX (floor_time, 0.001), bench->budget);
  return 0;
}
