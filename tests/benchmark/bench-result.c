/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The result of a round of 1,000 candidates, 50 judges and 1,000,000 ballot marks, read and worked out,
 * against the plain SQL aggregate over the same marks.
 */
#include "bench.h"

#include "big-office.h"

static gboolean
compute_result (gpointer data, GError **error)
{
  g_autoptr (XrCase) contest = xr_round_load_case (data, 1, XR_LOAD_EVIDENCE, error);
  g_autoptr (XrResult) result = contest == NULL ? NULL : xr_result_compute (contest);

  return result != NULL;
}

static gboolean
aggregate_marks (gpointer data, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    xr_office_get_database (data),
    "SELECT candidate_id, dimension_id, count(*), sum(points) FROM mark"
    " GROUP BY 1, 2",
    error);
  XrStep step = XR_STEP_ERROR;

  while (statement != NULL && (step = xr_statement_step (statement, error)) == XR_STEP_ROW)
    xr_statement_get_int (statement, 3);
  return step == XR_STEP_DONE;
}

int
main (void)
{
  const XrBench bench = { "result", compute_result, aggregate_marks, 2.0, 5 };
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  XrOffice *office = big_office_new_with_large_round (path);
  int status = xr_bench_run (&bench, office);

  g_object_unref (office);
  big_folder_remove (folder);
  return status;
}
