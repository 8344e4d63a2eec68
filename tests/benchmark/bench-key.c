/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One score or ballot keyed: from the value to the committed row, with its entry in the record. The floor
 * is a bare transaction of one row on a file with the same settings; what counts is the 99th of a hundred.
 */
#include "bench.h"

#include "big-office.h"
#include "round/commands.h"

#define N_KEYED   400
#define BUDGET_MS 16.0

static gint64
percentile (gint64 *times, guint n, guint per_cent)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[(n - 1) * per_cent / 100];
}

/* Keys scores over and over, each another value. */
static gboolean
key_scores (XrOffice *office, gint64 *times, GError **error)
{
  g_autoptr (XrCase) contest = xr_round_load_case (office, 1, XR_LOAD_EVIDENCE, error);

  for (guint i = 0; contest != NULL && i < N_KEYED; i++)
    {
      const XrScore *score = &g_array_index (contest->scores, XrScore, i % contest->scores->len);
      const XrJudge *judge = g_ptr_array_index (contest->judges, (guint) score->judge);
      const XrApplication *application = &g_array_index (contest->applications, XrApplication,
                                                         (guint) score->application);
      g_autofree char *text = g_strdup_printf ("%u.%u", 60 + i % 30, i % 10);
      gint64 start = g_get_monotonic_time ();

      if (!xr_score_set (office, judge->id, application->id, 0, text, error))
        return FALSE;
      times[i] = g_get_monotonic_time () - start;
    }
  return contest != NULL;
}

static gboolean
write_rows (const char *path, gint64 *times, GError **error)
{
  g_autoptr (XrOffice) office = xr_office_create (path, error);

  for (guint i = 0; office != NULL && i < N_KEYED; i++)
    {
      g_autofree char *date = g_strdup_printf ("%u-%02u-01", 2026 + i / 12, 1 + i % 12);
      g_autoptr (XrRow) row = xr_row_new (xr_table_find ("holiday"), 0);
      gint64 start = g_get_monotonic_time ();

      xr_row_set (row, "date", date);
      xr_row_set (row, "kind", "off");
      xr_row_set (row, "name", "x");
      if (!xr_office_save (office, row, error))
        return FALSE;
      times[i] = g_get_monotonic_time () - start;
    }
  return office != NULL;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.xuanren", NULL);
  g_autofree gint64 *ours = g_new0 (gint64, N_KEYED);
  g_autofree gint64 *floor = g_new0 (gint64, N_KEYED);
  g_autoptr (XrOffice) office = big_office_new_with_many_rounds (path);
  g_autoptr (GError) error = NULL;
  gboolean done = key_scores (office, ours, &error) && write_rows (bare, floor, &error);

  if (done)
    g_print ("key: ours p99 %.2f ms, one-row file p99 %.2f ms, ratio %.2f (budget %.0f ms)\n",
             (double) percentile (ours, N_KEYED, 99) / 1000.0,
             (double) percentile (floor, N_KEYED, 99) / 1000.0,
             (double) percentile (ours, N_KEYED, 99) / (double) percentile (floor, N_KEYED, 99),
             BUDGET_MS);
  else
    g_printerr ("key: %s\n", error->message);
  g_clear_object (&office);
  big_folder_remove (folder);
  return done ? 0 : 1;
}
