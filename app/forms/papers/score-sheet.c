/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F6 评分表: one for each judge. Names stand in the drawn order; a box for each digit, so that figures
 * written by hand are read as they were meant. */

#include "config.h"

#include <string.h>

#include "forms/fill.h"

/* Boxes for a score of at most @full with @places decimals: "000.00". */
static const char *
boxes_for (XrFill *fill, XrDecimal full, guint places)
{
  g_autofree char *whole = xr_decimal_format (full, 0);
  g_autofree char *digits = g_strnfill (strlen (whole), '0');
  g_autofree char *decimals = g_strnfill (places, '0');

  return xr_fill_printf (fill, "%s%s%s", digits, places > 0 ? "." : "", decimals);
}

/* What a judge gives points for: the sub-items, or the component as one. */
typedef struct
{
  const char *name;
  XrDecimal full;
} Item;

static XrDecimal
read_decimal (XrRow *row, const char *field)
{
  XrDecimal value = XR_DECIMAL_ZERO;
  const char *text = xr_fill_get (row, field);

  if (text != NULL)
    xr_decimal_parse (text, &value, NULL);
  return value;
}

static GArray *
list_items (XrFill *fill, XrRow *component)
{
  GPtrArray *rows = xr_fill_rows (fill, "dimension", "component_id",
                                  xr_fill_subject (fill)->component);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  Item whole = { "得分", read_decimal (component, "full_mark") };

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      Item item = { xr_fill_get (row, "name"), read_decimal (row, "full_mark") };
      g_array_append_val (items, item);
    }
  if (items->len == 0)
    g_array_append_val (items, whole);
  return items;
}

static XrDecimal
sum_of (const GArray *items)
{
  XrDecimal sum = XR_DECIMAL_ZERO;

  for (guint i = 0; i < items->len; i++)
    sum.units += g_array_index (items, Item, i).full.units;
  return sum;
}

static void
add_head (XrFill *fill, XrGrid *grid, const GArray *items)
{
  xr_grid_row (grid, 12);
  xr_grid_repeat_row (grid);
  xr_grid_label (grid, 1, "序号")->face = XR_FACE_HEI;
  xr_grid_label (grid, 1, "姓名")->face = XR_FACE_HEI;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      g_autofree char *full = xr_decimal_format_short (item->full);
      xr_grid_label (grid, 1, xr_fill_printf (fill, "%s\n（%s分）", item->name, full))->face
        = XR_FACE_HEI;
    }
  if (items->len > 1)
    {
      g_autofree char *full = xr_decimal_format_short (sum_of (items));
      xr_grid_label (grid, 1, xr_fill_printf (fill, "合计\n（%s分）", full))->face = XR_FACE_HEI;
    }
  xr_grid_label (grid, 1, "备注")->face = XR_FACE_HEI;
}

static void
add_row (XrFill *fill, XrGrid *grid, const GArray *items, guint place, const char *name,
         guint places)
{
  xr_grid_row (grid, 11);
  xr_grid_words (grid, 1, xr_fill_printf (fill, "%u", place));
  xr_grid_value (grid, 1, name)->field = "姓名";
  for (guint i = 0; i < items->len; i++)
    xr_grid_digits (grid, 1, boxes_for (fill, g_array_index (items, Item, i).full, places));
  if (items->len > 1)
    xr_grid_digits (grid, 1, boxes_for (fill, sum_of (items), places));
  xr_grid_value (grid, 1, NULL);
}

static XrGrid *
make_grid (XrFill *fill, guint n_items)
{
  guint n = n_items + (n_items > 1 ? 4 : 3);
  g_autofree double *widths = g_new (double, n);

  for (guint i = 0; i < n; i++)
    widths[i] = 24;
  widths[0] = 11;
  widths[1] = 24;
  widths[n - 1] = 18;
  return xr_fill_new_grid (fill, "表", widths, n);
}

static void
fill_table (XrFill *fill, XrRow *component, guint places)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  g_autoptr (GArray) items = list_items (fill, component);
  XrGrid *grid = make_grid (fill, items->len);
  GArray *order = xr_fill_drawn_order (fill, subject->component, subject->post);

  add_head (fill, grid, items);
  for (guint i = 0; i < order->len; i++)
    {
      XrRow *person = xr_fill_person_of (fill, g_array_index (order, gint64, i));
      add_row (fill, grid, items, i + 1, xr_fill_get (person, "name"), places);
    }
  for (guint i = 0; order->len == 0 && i < 10; i++)
    add_row (fill, grid, items, i + 1, NULL, places);
}

/* Which of @rows has that id, from 1; 0: none. */
static guint
place_of (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (xr_row_get_id (rows->pdata[i]) == id)
      return i + 1;
  return 0;
}

/* The judges of the copy's component and post. */
static GPtrArray *
list_judges (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  GPtrArray *judges = xr_fill_rows (fill, "judge", "component_id", subject->component);

  for (guint i = judges->len; i > 0; i--)
    if (xr_row_get_int (judges->pdata[i - 1], "post_id") != subject->post)
      g_ptr_array_remove_index (judges, i - 1);
  return judges;
}

/* The number of the sheet: round, component, post and judge, each by its place in the plan. It says nothing
 * that does not stand on the sheet in words. */
static const char *
sheet_number (XrFill *fill, GPtrArray *judges)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  gint64 round = xr_fill_round (fill);

  return xr_fill_printf (
    fill, "%d-%u-%u-%u", (int) round,
    place_of (xr_fill_rows (fill, "component", "round_id", round), subject->component),
    place_of (xr_fill_rows (fill, "post", "round_id", round), subject->post),
    place_of (judges, subject->judge));
}

/* Which of the judges of his panel he is, from 1. */
static guint
number_in_panel (GPtrArray *judges, XrRow *judge)
{
  guint number = 0;

  for (guint i = 0; judge != NULL && i < judges->len; i++)
    {
      XrRow *other = judges->pdata[i];
      number += g_strcmp0 (xr_fill_get (other, "panel"), xr_fill_get (judge, "panel")) == 0;
      if (xr_row_get_id (other) == xr_row_get_id (judge))
        break;
    }
  return number;
}

static void
fill_sheet (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  XrRow *component = xr_fill_load (fill, "component", subject->component);
  XrRow *judge = xr_fill_load (fill, "judge", subject->judge);
  guint places = component != NULL ? (guint) xr_row_get_int (component, "places") : 2;
  GPtrArray *judges = list_judges (fill);
  guint number = number_in_panel (judges, judge);

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "考场", xr_fill_get (judge, "panel"));
  xr_fill_text (fill, "评委", xr_fill_get (judge, "name"));
  xr_fill_text (fill, "评委序号", number > 0 ? xr_fill_printf (fill, "%u", number) : NULL);
  xr_fill_words (fill, "小数说明",
                 places > 0 ? xr_fill_printf (fill, "可以打到小数点后%u位", places) : "只打整数分");
  fill_table (fill, component, places);
  xr_fill_code (fill, sheet_number (fill, judges));
}

XR_FORM_DEFINE (score_sheet, .id = "score-sheet", .title = "评分表", .scope = XR_SCOPE_JUDGE,
                .stages = XR_AT_STAGE (4) | XR_AT_STAGE (5), .kind = XR_PAPER_WIDE,
                .fill = fill_sheet)
