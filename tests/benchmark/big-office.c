/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes office files of the sizes that the figures of the design are measured with, through the import
 * that workbooks go through. */

#include "big-office.h"

#include <glib/gstdio.h>

#define N_GROUPS 2

/* A number below @range that looks like chance and is the same every time. */
static guint
scatter (guint a, guint b, guint c, guint range)
{
  guint32 x = a * 2654435761u ^ b * 2246822519u ^ c * 3266489917u;

  x ^= x >> 15;
  x *= 2246822519u;
  x ^= x >> 13;
  return x % range;
}

static void
add_speech (XrPlan *plan)
{
  XrComponent *speech = xr_component_new ("竞岗演讲", XR_METHOD_JUDGES,
                                          (XrDecimal){ 40 * XR_DECIMAL_SCALE });

  speech->stage = 4;
  speech->drop_high = speech->drop_low = 1;
  g_ptr_array_add (plan->components, speech);
}

static void
add_evaluation (XrPlan *plan)
{
  static const char *const grades[] = { "优秀", "称职", "基本称职", "不称职" };
  static const char *const groups[N_GROUPS] = { "领导", "职工" };
  XrComponent *evaluation = xr_component_new ("民主测评", XR_METHOD_GRADED_BALLOT,
                                              (XrDecimal){ 60 * XR_DECIMAL_SCALE });

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    g_ptr_array_add (evaluation->grades,
                     xr_grade_new (grades[i], (XrDecimal){ (100 - 20 * i) * XR_DECIMAL_SCALE }));
  for (guint i = 0; i < BIG_DIMENSIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("要素%u", i + 1);
      g_ptr_array_add (evaluation->dimensions, xr_dimension_new (name));
    }
  for (guint i = 0; i < N_GROUPS; i++)
    {
      XrGroup *group = xr_group_new (groups[i]);
      group->has_weight = TRUE;
      group->weight.units = 50 * XR_DECIMAL_SCALE;
      g_ptr_array_add (evaluation->groups, group);
    }
  g_ptr_array_add (plan->components, evaluation);
}

static void
add_people (XrCase *contest, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%04u", i + 1);
      g_autofree char *name = g_strdup_printf ("候选人%04u", i + 1);
      XrApplication application = { 0, (int) i, 0, XR_STATE_ACTIVE };

      g_ptr_array_add (contest->candidates, xr_candidate_new (number, name));
      g_array_append_val (contest->applications, application);
    }
}

static void
add_scores (XrCase *contest, guint n_candidates, guint n_judges)
{
  for (guint i = 0; i < n_judges; i++)
    {
      g_autofree char *name = g_strdup_printf ("评委%02u", i + 1);

      g_ptr_array_add (contest->judges, xr_judge_new (0, 0, NULL, name));
      for (guint j = 0; j < n_candidates; j++)
        {
          XrScore score = { 0, (int) i, (int) j, -1, FALSE, { 0 } };
          score.value.units = 800000 + (gint64) scatter (i, j, 1, 160) * 1000;
          g_array_append_val (contest->scores, score);
        }
    }
}

static void
add_ballot (XrIntake *intake, guint ballot, guint n_candidates)
{
  XrIntakeBallot head = { 1, -1, (int) (ballot % N_GROUPS), g_strdup_printf ("%u", ballot + 1), 0 };

  g_array_append_val (intake->ballots, head);
  for (guint i = 0; i < n_candidates; i++)
    for (guint j = 0; j < BIG_DIMENSIONS; j++)
      {
        guint grade = scatter (ballot, i, j, 100) / 30;
        XrIntakeMark mark = { ballot, (gint32) i, (gint32) j, FALSE, { 0 } };
        mark.points.units = (100 - 20 * (gint64) grade) * XR_DECIMAL_SCALE;
        g_array_append_val (intake->marks, mark);
      }
}

XrIntake *
big_intake_new (const char *title, guint n_candidates, guint n_judges, guint n_ballots)
{
  XrIntake *intake = xr_intake_new ();
  XrPlan *plan = intake->contest->plan;

  intake->title = g_strdup (title);
  g_ptr_array_add (plan->posts, xr_post_new ("科长", 1));
  add_speech (plan);
  add_evaluation (plan);
  add_people (intake->contest, n_candidates);
  add_scores (intake->contest, n_candidates, n_judges);
  for (guint i = 0; i < n_ballots; i++)
    add_ballot (intake, i, n_candidates);
  return intake;
}

static void
import (XrOffice *office, const char *title, guint n_candidates, guint n_judges, guint n_ballots)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = big_intake_new (title, n_candidates, n_judges, n_ballots);

  xr_round_import (office, intake, 0, NULL, &error);
  g_assert_no_error (error);
}

XrOffice *
big_office_new_with_many_rounds (const char *path)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = xr_office_create (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("第%u轮竞争上岗", i + 1);
      import (office, title, 100, 9, 0);
    }
  return office;
}

XrOffice *
big_office_new_with_large_round (const char *path)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = xr_office_create (path, &error);

  g_assert_no_error (error);
  import (office, "大型竞争上岗", 1000, 50, 200);
  return office;
}

XrOffice *
big_office_new_with_many_judges (const char *path)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = xr_office_create (path, &error);

  g_assert_no_error (error);
  import (office, "评委众多的竞争上岗", 60, 60, 0);
  return office;
}

XrOffice *
big_office_new_with_many_people (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = xr_office_create (path, &error);

  g_assert_no_error (error);
  import (office, "报名众多的竞争上岗", n, 0, 0);
  return office;
}

void
big_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}
