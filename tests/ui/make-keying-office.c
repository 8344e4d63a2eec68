/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-keying-office FILE: an office file for the window test of keying twice: one round that stands at
 * its evaluation, 8 candidates, graded ballots of 5 dimensions, 20 valid ones, all keyed by two people. */

#include <stdlib.h>

#include "round/ballots.h"
#include "round/commands.h"
#include "round/round.h"
#include "round/stage.h"

static void
must (gboolean done, GError *error)
{
  if (done)
    return;
  g_printerr ("%s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static gint64
add (XrOffice *office, const char *table, gint64 owner, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = xr_row_new (xr_table_find (table), owner);
  const char *name;
  va_list fields;

  va_start (fields, owner);
  while ((name = va_arg (fields, const char *)) != NULL)
    must (xr_row_parse (row, name, va_arg (fields, const char *), &error), error);
  va_end (fields);
  must (xr_office_save (office, row, &error), error);
  return xr_row_get_id (row);
}

static void
add_plan (XrOffice *office, gint64 round)
{
  static const char *const dimensions[] = { "德", "能", "勤", "绩", "廉" };
  static const char *const grades[][2] = {
    { "优秀", "100" }, { "称职", "80" }, { "基本称职", "60" }, { "不称职", "40" }
  };
  gint64 component = add (office, "component", round, "name", "民主测评", "method", "graded",
                          "weight", "100", "stage", "5", "keyed_twice", "hand", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    add (office, "dimension", component, "name", dimensions[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    add (office, "grade", component, "name", grades[i][0], "points", grades[i][1], NULL);
  add (office, "voter_group", component, "name", "全体干部", "due", "20", "present", "20", "issued",
       "20", "returned", "20", "valid", "20", "invalid", "0", NULL);
}

static void
add_candidates (XrOffice *office, gint64 round, gint64 post)
{
  static const char *const names[] = { "安一", "白二", "常三", "邓四",
                                       "樊五", "葛六", "何七", "纪八" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XrRow) row = xr_row_new (xr_table_find ("candidate"), round);

      xr_row_set (row, "name", names[i]);
      must (xr_candidate_register (office, row, post, &error), error);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = argc == 2 ? xr_office_create (argv[1], &error) : NULL;
  gint64 round, post;

  must (office != NULL, error);
  xr_office_set_operator (office, "准备人");
  round = add (office, "round", 0, "title", "双人录入", NULL);
  post = add (office, "post", round, "name", "科长", "vacancies", "1", NULL);
  add_plan (office, round);
  add_candidates (office, round, post);
  while (xr_round_current_stage (office, round) < XR_STAGE_EVALUATION)
    must (xr_stage_close (office, round, "准备人", "为试录准备", &error), error);
  g_object_unref (office);
  return 0;
}
