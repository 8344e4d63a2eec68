/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets 要素, 等次, 名次分 and 投票组: the lists that belong to a component. */
#include "config.h"

#include "exchange/workbook-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
get_list (XrComponent *component, XrListKind kind)
{
  switch (kind)
    {
    case XR_LIST_DIMENSIONS:
      return component->dimensions;
    case XR_LIST_GRADES:
      return component->grades;
    case XR_LIST_PLACES:
      return component->place_points;
    case XR_LIST_GROUPS:
    default:
      return component->groups;
    }
}

/* Which methods have a list of the kind, as bits. */
static const guint methods_of_list[] = {
  [XR_LIST_DIMENSIONS] = 1 << XR_METHOD_JUDGES | 1 << XR_METHOD_GRADED_BALLOT
                         | 1 << XR_METHOD_DIRECT,
  [XR_LIST_GRADES] = 1 << XR_METHOD_GRADED_BALLOT,
  [XR_LIST_PLACES] = 1 << XR_METHOD_RANKED_BALLOT,
  [XR_LIST_GROUPS] = 1 << XR_METHOD_GRADED_BALLOT | 1 << XR_METHOD_RANKED_BALLOT
                     | 1 << XR_METHOD_VOTE_SHARE,
};

/* The component of a row and the list that the row adds to, or NULL after a fault. */
static GPtrArray *
open_list (XrBook *book, XrSheetRow *row, XrListKind kind, XrComponent **component)
{
  int index = xr_book_find_component (book, row, 0, -1);
  XrComponentNote *note;

  if (index < 0)
    return NULL;
  *component = xr_book_get_component (book, index);
  note = xr_book_get_component_note (book, index);
  if (!note->method_unknown && !(methods_of_list[kind] & 1u << (*component)->method))
    {
      xr_row_fault (row, 0, _ ("a component of the kind %s has no such rows"),
                    xr_method_words[(*component)->method]);
      return NULL;
    }
  if (note->from_template && !note->lists_replaced[kind])
    {
      note->lists_replaced[kind] = TRUE;
      g_ptr_array_set_size (get_list (*component, kind), 0);
    }
  return get_list (*component, kind);
}

/* Whether @name is free in a list whose elements have an id and then a name. */
static gboolean
check_name (XrSheetRow *row, GPtrArray *list, const char *name)
{
  const char *folded = xr_fold_into (row->scratch, name);

  for (guint i = 0; i < list->len; i++)
    {
      const XrDimension *other = list->pdata[i];

      if (strcmp (xr_fold_into (row->scratch, other->name), folded) == 0)
        {
          xr_row_fault (row, 1, _ ("%s stands twice"), name);
          return FALSE;
        }
    }
  return TRUE;
}

/* ------------------------------------------------------------------ 要素 */

enum
{
  DIMENSION_COMPONENT,
  DIMENSION_NAME,
  DIMENSION_WEIGHT,
  DIMENSION_FULL_MARK,
  N_DIMENSION_COLUMNS
};

static gboolean
read_above_zero (XrSheetRow *row, int column, XrDecimal *value)
{
  XrDecimal read;

  if (!xr_row_points (row, column, &read))
    return FALSE;
  if (read.units == 0)
    {
      xr_row_fault (row, column, _ ("the number must be above 0"));
      return FALSE;
    }
  *value = read;
  return TRUE;
}

static void
read_dimension (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, DIMENSION_NAME);
  XrComponent *component;
  GPtrArray *list = open_list (book, row, XR_LIST_DIMENSIONS, &component);
  XrDimension *dimension;

  if (list == NULL || name == NULL || !check_name (row, list, name))
    return;
  dimension = xr_dimension_new (name);
  if (component->method != XR_METHOD_JUDGES)
    read_above_zero (row, DIMENSION_WEIGHT, &dimension->weight);
  else if (xr_row_is_empty (row, DIMENSION_FULL_MARK))
    xr_row_fault (row, DIMENSION_FULL_MARK, _ ("a sub-item that judges score needs its full mark"));
  else
    read_above_zero (row, DIMENSION_FULL_MARK, &dimension->full_mark);
  g_ptr_array_add (list, dimension);
}

static const XrColumn dimension_columns[N_DIMENSION_COLUMNS] = {
  [DIMENSION_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [DIMENSION_NAME] = { "要素", XR_COLUMN_FILLED },
  [DIMENSION_WEIGHT] = { "权重" },
  [DIMENSION_FULL_MARK] = { "满分" },
};

const XrSheet xr_sheet_dimensions = { "要素", dimension_columns, N_DIMENSION_COLUMNS,
                                      read_dimension, NULL };

/* ------------------------------------------------------------------ 等次 */

enum
{
  GRADE_COMPONENT,
  GRADE_NAME,
  GRADE_POINTS,
  N_GRADE_COLUMNS
};

static void
read_grade (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, GRADE_NAME);
  XrDecimal points = XR_DECIMAL_ZERO;
  XrComponent *component;
  GPtrArray *list = open_list (book, row, XR_LIST_GRADES, &component);

  xr_row_points (row, GRADE_POINTS, &points);
  if (list == NULL || name == NULL || !check_name (row, list, name))
    return;
  if (strcmp (name, "弃权") == 0)
    xr_row_fault (row, GRADE_NAME, _ ("弃权 is an abstention and cannot be a grade"));
  else
    g_ptr_array_add (list, xr_grade_new (name, points));
}

static const XrColumn grade_columns[N_GRADE_COLUMNS] = {
  [GRADE_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [GRADE_NAME] = { "等次", XR_COLUMN_FILLED },
  [GRADE_POINTS] = { "分值", XR_COLUMN_FILLED | XR_COLUMN_VALUE },
};

const XrSheet xr_sheet_grades = { "等次", grade_columns, N_GRADE_COLUMNS, read_grade, NULL };

/* ------------------------------------------------------------------ 名次分 */

enum
{
  PLACE_COMPONENT,
  PLACE_PLACE,
  PLACE_POINTS,
  N_PLACE_COLUMNS
};

/* 未推荐 is place 0. */
static gboolean
read_place_number (XrSheetRow *row, int *place)
{
  const char *text = xr_row_text (row, PLACE_PLACE);

  if (text != NULL && strcmp (text, "未推荐") == 0)
    {
      *place = 0;
      return TRUE;
    }
  return text != NULL && xr_row_count (row, PLACE_PLACE, 1, XR_SHEET_MAX_PLACES, place);
}

static void
read_place (XrBook *book, XrSheetRow *row)
{
  XrDecimal points = XR_DECIMAL_ZERO;
  XrComponent *component;
  GPtrArray *list = open_list (book, row, XR_LIST_PLACES, &component);
  int place;

  xr_row_points (row, PLACE_POINTS, &points);
  if (!read_place_number (row, &place) || list == NULL)
    return;
  for (guint i = 0; i < list->len; i++)
    if (((XrPlacePoints *) list->pdata[i])->place == (guint) place)
      {
        xr_row_fault (row, PLACE_PLACE, _ ("%s stands twice"), xr_row_text (row, PLACE_PLACE));
        return;
      }
  g_ptr_array_add (list, xr_place_points_new ((guint) place, points));
}

static const XrColumn place_columns[N_PLACE_COLUMNS] = {
  [PLACE_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [PLACE_PLACE] = { "名次", XR_COLUMN_FILLED },
  [PLACE_POINTS] = { "分值", XR_COLUMN_FILLED | XR_COLUMN_VALUE },
};

const XrSheet xr_sheet_places = { "名次分", place_columns, N_PLACE_COLUMNS, read_place, NULL };

/* ------------------------------------------------------------------ 投票组 */

enum
{
  GROUP_COMPONENT,
  GROUP_NAME,
  GROUP_WEIGHT,
  GROUP_DUE,
  GROUP_PRESENT,
  GROUP_ISSUED,
  GROUP_RETURNED,
  GROUP_VALID,
  N_GROUP_COLUMNS
};

#define MAX_COUNT 10000000

static void
read_group (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, GROUP_NAME);
  XrComponent *component;
  GPtrArray *list = open_list (book, row, XR_LIST_GROUPS, &component);
  XrGroup *group;

  if (list == NULL || name == NULL || !check_name (row, list, name))
    return;
  group = xr_group_new (name);
  group->has_weight = xr_row_points (row, GROUP_WEIGHT, &group->weight);
  if (component->grouping == XR_GROUPING_WEIGHTED && xr_row_is_empty (row, GROUP_WEIGHT))
    xr_row_fault (row, GROUP_WEIGHT, _ ("按组加权 needs the weight of every group"));
  xr_row_count (row, GROUP_DUE, 0, MAX_COUNT, &group->due);
  xr_row_count (row, GROUP_PRESENT, 0, MAX_COUNT, &group->present);
  xr_row_count (row, GROUP_ISSUED, 0, MAX_COUNT, &group->issued);
  xr_row_count (row, GROUP_RETURNED, 0, MAX_COUNT, &group->returned);
  xr_row_count (row, GROUP_VALID, 0, MAX_COUNT, &group->valid);
  g_ptr_array_add (list, group);
}

static const XrColumn group_columns[N_GROUP_COLUMNS] = {
  [GROUP_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [GROUP_NAME] = { "组别", XR_COLUMN_FILLED },
  [GROUP_WEIGHT] = { "权重" },
  [GROUP_DUE] = { "应到" },
  [GROUP_PRESENT] = { "实到" },
  [GROUP_ISSUED] = { "发出" },
  [GROUP_RETURNED] = { "收回" },
  [GROUP_VALID] = { "有效" },
};

const XrSheet xr_sheet_groups = { "投票组", group_columns, N_GROUP_COLUMNS, read_group, NULL };
