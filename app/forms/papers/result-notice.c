/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F36 未入选告知: for everybody who was not chosen, with own results and nobody else's. */

#include "config.h"

#include "forms/papers/common.h"

/* Those whom the meeting did not choose, but for those who withdrew; nobody before there was a vote. */
static void
list_others (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("application"), round);
  g_autoptr (GArray) chosen = xr_round_chosen (office, round);

  for (guint i = 0; chosen->len > 0 && i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      XrFormSubject subject = { .post = xr_row_get_int (row, "post_id"),
                                .application = xr_row_get_id (row) };
      gboolean passed = g_strcmp0 (xr_row_get (row, "state"), "withdrawn") == 0;
      for (guint j = 0; j < chosen->len; j++)
        passed |= g_array_index (chosen, gint64, j) == subject.application;
      if (!passed)
        g_array_append_val (subjects, subject);
    }
}

/* How far the person came. */
static const char *
say_stage (XrFill *fill, XrRow *application)
{
  static const struct
  {
    const char *table, *word;
  } steps[] = { { "vote", "集体研究" }, { "inspection", "组织考察" } };

  for (guint i = 0; application != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      GPtrArray *rows = xr_fill_rows (fill, steps[i].table, "application_id",
                                      xr_row_get_id (application));
      if (rows->len > 0)
        return steps[i].word;
    }
  if (application == NULL)
    return NULL;
  return g_strcmp0 (xr_fill_get (application, "state"), "ineligible") == 0 ? "资格审查"
                                                                           : "计分排名";
}

static void
fill_scores (XrFill *fill, gint64 application)
{
  XrGrid *grid = xr_fill_grid (fill, "成绩表", 90, 70);
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);
  GPtrArray *components = xr_fill_rows (fill, "component", "round_id", xr_fill_round (fill));

  xr_grid_row (grid, 9);
  xr_common_head (grid, 1, "项目");
  xr_common_head (grid, 1, "本人得分");
  for (guint i = 0; i < components->len; i++)
    {
      XrRow *row = g_ptr_array_index (components, i);
      const XrComponentResult *result = standing ? &standing->components[i] : NULL;
      xr_grid_row (grid, 9);
      xr_grid_words (grid, 1, xr_fill_get (row, "name"));
      xr_grid_value (grid, 1,
                     result && result->has_value ? xr_fill_decimal (
                       fill, result->value, (guint) xr_row_get_int (row, "places"))
                                                 : NULL)
        ->number
        = TRUE;
    }
  xr_grid_row (grid, 9);
  xr_grid_words (grid, 1, "总分");
  xr_grid_value (grid, 1,
                 standing && standing->has_total
                   ? xr_fill_decimal (fill, standing->total, contest->plan->settings.total_places)
                   : NULL)
    ->number
    = TRUE;
}

static void
fill_notice (XrFill *fill)
{
  XrRow *application = xr_fill_application (fill);
  gint64 id = application ? xr_row_get_id (application) : 0;
  XrRow *told = xr_common_find (fill, "notification", "application_id", id);
  XrRow *reserve = xr_common_find (fill, "reserve", "application_id", id);

  xr_fill_text (fill, "姓名", xr_fill_get (xr_fill_candidate (fill), "name"));
  xr_fill_text (fill, "止步环节", say_stage (fill, application));
  fill_scores (fill, id);
  xr_fill_text (fill, "谈话人", xr_fill_get (told, "told_by"));
  xr_fill_text (fill, "谈话日期", xr_fill_date (fill, told, "told_on"));
  xr_fill_text (fill, "后备", application ? (reserve ? "是" : "否") : NULL);
}

XR_FORM_DEFINE (result_notice, .id = "result-notice", .title = "未入选告知",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .subjects = list_others, .fill = fill_notice)
