/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces that several papers share: who somebody is, places for opinions, shares of votes. */

#include "config.h"

#include "forms/papers/common.h"

#include "core/rational.h"
#include "round/commands.h"
#include "round/round.h"

XrRow *
xr_common_find (XrFill *fill, const char *table, const char *where, gint64 id)
{
  GPtrArray *rows = xr_fill_rows (fill, table, where, id);

  return rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

const char *
xr_common_position (XrFill *fill, XrRow *person)
{
  const char *unit = xr_fill_get (person, "unit"), *position = xr_fill_get (person, "position");

  if (unit == NULL || position == NULL || g_str_has_prefix (position, unit))
    return position != NULL ? position : unit;
  return xr_fill_printf (fill, "%s%s", unit, position);
}

XrDate
xr_common_reference_date (XrFill *fill)
{
  g_autoptr (XrCase) contest = xr_round_load_case (xr_fill_office (fill), xr_fill_round (fill),
                                                   XR_LOAD_PLAN, NULL);

  return contest != NULL ? xr_settings_reference_date (&contest->plan->settings) : XR_DATE_NONE;
}

const char *
xr_common_age (XrFill *fill, XrRow *person)
{
  return person == NULL
           ? NULL
           : xr_fill_age (fill, xr_row_get_date (person, "born"), xr_common_reference_date (fill));
}

const char *
xr_common_born (XrFill *fill, XrRow *person)
{
  const char *month = xr_fill_month (fill, person, "born");
  const char *age = xr_common_age (fill, person);

  return month != NULL && age != NULL ? xr_fill_printf (fill, "%s（%s岁）", month, age) : month;
}

const char *
xr_common_born_below (XrFill *fill, XrRow *person)
{
  const char *month = xr_fill_month (fill, person, "born");
  const char *age = xr_common_age (fill, person);

  return month != NULL && age != NULL ? xr_fill_printf (fill, "%s\n（%s岁）", month, age) : month;
}

const char *
xr_common_schooling (XrFill *fill, XrRow *person)
{
  const char *education = xr_fill_get (person, "education");
  const char *degree = xr_fill_get (person, "degree");

  if (education == NULL || degree == NULL)
    return education != NULL ? education : degree;
  return xr_fill_printf (fill, "%s／%s", education, degree);
}

const char *
xr_common_stack (XrFill *fill, const char *upper, const char *lower)
{
  if (upper == NULL || lower == NULL)
    return upper != NULL ? upper : lower;
  return xr_fill_printf (fill, "%s\n%s", upper, lower);
}

static const char *
say_school (XrFill *fill, XrRow *person)
{
  const char *school = xr_fill_get (person, "school"), *major = xr_fill_get (person, "major");

  if (school == NULL || major == NULL)
    return school != NULL ? school : major;
  return xr_fill_printf (fill, "%s%s", school, major);
}

void
xr_common_identity (XrFill *fill, XrGrid *grid, XrRow *person)
{
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "姓名", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "性别", 1, xr_fill_get (person, "sex"));
  xr_grid_pair (grid, "出生年月", 1, xr_common_born (fill, person));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "民族", 1, xr_fill_get (person, "nation"));
  xr_grid_pair (grid, "政治面貌", 1, xr_fill_get (person, "party"));
  xr_grid_pair (grid, "入党时间", 1, xr_fill_month (fill, person, "party_since"));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "参加工作\n时间", 1, xr_fill_month (fill, person, "work_since"));
  xr_grid_pair (grid, "学历学位", 1, xr_common_schooling (fill, person));
  xr_grid_pair (grid, "毕业院校\n及专业", 1, say_school (fill, person));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "现任职务", 1, xr_common_position (fill, person));
  xr_grid_pair (grid, "现职级", 1, xr_fill_get (person, "rank"));
  xr_grid_pair (grid, "任现职级\n时间", 1, xr_fill_month (fill, person, "rank_since"));
}

void
xr_common_long (XrGrid *grid, const char *label, const char *text, double height)
{
  XrGridCell *cell = NULL;

  xr_grid_row (grid, height);
  cell = xr_grid_pair (grid, label, grid->widths->len - 1, text);
  cell->align = XR_ALIGN_LEFT;
  cell->place = XR_PLACE_TOP;
}

void
xr_common_opinion (XrGrid *grid, const char *label, const char *foot, double height)
{
  XrGridCell *cell = NULL;

  xr_grid_row (grid, height);
  xr_grid_label (grid, 1, label);
  cell = xr_grid_words (grid, grid->widths->len - 1, foot);
  cell->align = XR_ALIGN_RIGHT;
  cell->place = XR_PLACE_BOTTOM;
}

void
xr_common_head (XrGrid *grid, guint span, const char *text)
{
  xr_grid_label (grid, span, text)->face = XR_FACE_HEI;
}

const char *
xr_common_count (XrFill *fill, XrRow *row, const char *field, const char *unit)
{
  const char *count = xr_fill_get (row, field);

  return count != NULL ? xr_fill_printf (fill, "%s%s", count, unit) : NULL;
}

const char *
xr_common_join (XrFill *fill, GPtrArray *rows, const char *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *part = xr_fill_get (g_ptr_array_index (rows, i), field);
      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", part);
    }
  return text->len > 0 ? xr_fill_printf (fill, "%s", text->str) : NULL;
}

const char *
xr_common_share (XrFill *fill, gint64 part, gint64 whole)
{
  g_autoptr (XrRational) share = NULL;

  if (whole <= 0)
    return NULL;
  share = xr_rational_new_fraction (100 * part, whole);
  return xr_fill_printf (
    fill, "%s%%", xr_fill_decimal (fill, xr_rational_round (share, 2, XR_ROUNDING_HALF_AWAY), 2));
}

const XrApplicationReview *
xr_common_find_review (GPtrArray *reviews, gint64 application)
{
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);
      if (review->application == application)
        return review;
    }
  return NULL;
}

gboolean
xr_common_is_filled (XrFill *fill)
{
  return !fill->blank;
}

void
xr_common_period (XrFill *fill, XrRow *publicity)
{
  g_autoptr (XrPublicity) counted = publicity != NULL ? xr_publicity_count (
                                      xr_fill_office (fill), xr_row_get_id (publicity), NULL)
                                                      : NULL;

  xr_fill_text (fill, "首日", counted ? xr_fill_day (fill, counted->first) : NULL);
  xr_fill_text (fill, "末日", counted ? xr_fill_day (fill, counted->last) : NULL);
}

void
xr_common_lot (XrFill *fill, XrRow *lot)
{
  xr_fill_text (fill, "种子", xr_fill_keep (fill, xr_fill_get (lot, "seed")));
  xr_fill_text (fill, "算法", xr_fill_keep (fill, xr_fill_get (lot, "algorithm")));
  xr_fill_text (fill, "抽签日期", xr_fill_date (fill, lot, "drawn_on"));
  xr_fill_text (fill, "抽签人", xr_fill_keep (fill, xr_fill_get (lot, "drawn_by")));
  xr_fill_text (fill, "重抽原因", xr_fill_keep (fill, xr_fill_get (lot, "reason")));
}

static void
append_applications (XrOffice *office, GArray *applications, GArray *subjects)
{
  for (guint i = 0; i < applications->len; i++)
    {
      XrFormSubject subject = { .application = g_array_index (applications, gint64, i) };
      g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("application"),
                                              subject.application, NULL);
      subject.post = row != NULL ? xr_row_get_int (row, "post_id") : 0;
      g_array_append_val (subjects, subject);
    }
}

void
xr_common_shortlisted (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < posts->len; i++)
    {
      g_autoptr (GArray) list = xr_round_shortlist (office, round,
                                                    xr_row_get_id (g_ptr_array_index (posts, i)));
      append_applications (office, list, subjects);
    }
}

void
xr_common_chosen (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GArray) list = xr_round_chosen (office, round);

  append_applications (office, list, subjects);
}

void
xr_common_running (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("application"), round);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = xr_row_get_id (rows->pdata[i]);
      if (g_strcmp0 (xr_row_get (rows->pdata[i], "state"), "active") == 0)
        g_array_append_val (list, id);
    }
  append_applications (office, list, subjects);
}

void
xr_common_components (XrOffice *office, gint64 round, const char *const *methods, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("component"), "round_id",
                                                round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrFormSubject subject = { .component = xr_row_get_id (rows->pdata[i]) };
      if (g_strv_contains (methods, xr_row_get (rows->pdata[i], "method")))
        g_array_append_val (subjects, subject);
    }
}
