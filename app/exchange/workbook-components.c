/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 计分: the components of the score, a row each, and what must hold among them. */
#include "config.h"

#include "exchange/workbook-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  NAME,
  METHOD,
  WEIGHT,
  STAGE,
  FULL_MARK,
  DROP_HIGH,
  DROP_LOW,
  PLACES,
  ROUNDING,
  GROUPING,
  TRIMMING,
  VOTE_BASE,
  INCLUSION,
  PASS_LINE,
  THRESHOLD,
  CUT_RATIO,
  CORRECTION,
  CORRECTION_TRIM,
  KEYED_TWICE,
  N_COLUMNS
};

const char *const xr_method_words[] = { "评委打分", "民主测评", "民主推荐",
                                        "票数比例", "直接计分", NULL };
static const char *const stage_words[] = { "演讲", "测评", NULL };
static const char *const rounding_words[] = { "四舍五入", "截断", NULL };
static const char *const grouping_words[] = { "按组加权", "合并计算", NULL };
static const char *const trimming_words[] = { "总分", "要素", NULL };
static const char *const base_words[] = { "有效票", "赞成反对", "实到", "应到", NULL };
static const char *const inclusion_words[] = { "加权", "加分", NULL };
static const char *const threshold_words[] = { "推荐门槛", NULL };
static const char *const correction_words[] = { "无", "均值系数", NULL };
static const char *const twice_words[] = { "否", "是", "全部", NULL };

/* The components and their lists that a template brought go when the book has a sheet 计分. */
static void
replace_components (XrBook *book)
{
  if (book->components_replaced || book->is_addition)
    return;
  book->components_replaced = TRUE;
  g_ptr_array_set_size (book->plan->components, 0);
  g_array_set_size (book->component_notes, 0);
  g_hash_table_remove_all (book->components);
}

static void
read_weight (XrBook *book, XrSheetRow *row, XrComponent *component)
{
  if (!xr_row_points (row, WEIGHT, &component->weight))
    book->weights_bad = TRUE;
}

static void
read_full_mark (XrSheetRow *row, XrComponent *component, XrComponentNote *note)
{
  XrDecimal value;

  if (xr_row_is_empty (row, FULL_MARK))
    return;
  note->full_mark_bad = !xr_row_points (row, FULL_MARK, &value);
  if (note->full_mark_bad)
    return;
  if (value.units == 0)
    {
      xr_row_fault (row, FULL_MARK, _ ("the full mark must be above 0"));
      note->full_mark_bad = TRUE;
      return;
    }
  component->full_mark = value;
  note->has_full_mark = TRUE;
}

static void
read_count (XrSheetRow *row, int column, int max, guint *value)
{
  int number;

  if (xr_row_count (row, column, 0, max, &number))
    *value = (guint) number;
}

static void
read_arithmetic (XrSheetRow *row, XrComponent *component, XrComponentNote *note)
{
  int index;

  read_count (row, DROP_HIGH, 10000, &component->drop_high);
  read_count (row, DROP_LOW, 10000, &component->drop_low);
  read_count (row, PLACES, XR_DECIMAL_PLACES, &component->places);
  if (xr_row_word (row, ROUNDING, rounding_words, &index))
    component->rounding = index == 0 ? XR_ROUNDING_HALF_AWAY : XR_ROUNDING_CUT;
  if (xr_row_word (row, GROUPING, grouping_words, &index))
    {
      component->grouping = index == 0 ? XR_GROUPING_WEIGHTED : XR_GROUPING_POOLED;
      note->is_grouping_given = TRUE;
    }
  if (xr_row_word (row, TRIMMING, trimming_words, &index))
    component->trimming = index == 0 ? XR_TRIMMING_TOTALS : XR_TRIMMING_DIMENSIONS;
  if (xr_row_word (row, VOTE_BASE, base_words, &index))
    component->vote_base = (XrVoteBase) index;
}

static void
read_gates (XrSheetRow *row, XrComponent *component)
{
  int index;

  component->has_pass_line = xr_row_points (row, PASS_LINE, &component->pass_line);
  component->has_cut_ratio = xr_row_ratio (row, CUT_RATIO, &component->cut_ratio);
  if (xr_row_word (row, THRESHOLD, threshold_words, &index))
    component->over_threshold = TRUE;
  if (xr_row_word (row, CORRECTION, correction_words, &index))
    component->panel_correction = index == 1;
  read_count (row, CORRECTION_TRIM, 10000, &component->panel_trim);
  if (xr_row_word (row, KEYED_TWICE, twice_words, &index))
    component->keyed_twice = (XrTwice) index;
  if (xr_row_word (row, INCLUSION, inclusion_words, &index))
    component->bonus = index == 1;
}

static void
check_row (XrSheetRow *row, const XrComponent *component, const XrComponentNote *note)
{
  if (component->bonus && component->weight.units != 0)
    xr_row_fault (row, WEIGHT, _ ("a bonus has the weight 0"));
  if (note->method_unknown)
    return;
  if (component->over_threshold && component->method != XR_METHOD_VOTE_SHARE)
    xr_row_fault (row, THRESHOLD, _ ("this is for %s only"), xr_method_words[XR_METHOD_VOTE_SHARE]);
  if (component->panel_correction && component->method != XR_METHOD_JUDGES)
    xr_row_fault (row, CORRECTION, _ ("this is for %s only"), xr_method_words[XR_METHOD_JUDGES]);
}

static void
read_component (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, NAME);
  XrComponentNote note = { .place = xr_row_get_place (row) };
  XrComponent *component;
  int index, method = XR_METHOD_DIRECT;

  replace_components (book);
  note.method_unknown = !xr_row_word (row, METHOD, xr_method_words, &method);
  component = xr_component_new (name != NULL ? name : "", (XrMethod) method, XR_DECIMAL_ZERO);
  read_weight (book, row, component);
  if (xr_row_word (row, STAGE, stage_words, &index))
    component->stage = index == 0 ? 4 : 5;
  read_full_mark (row, component, &note);
  read_arithmetic (row, component, &note);
  read_gates (row, component);
  check_row (row, component, &note);
  if (name != NULL && g_hash_table_contains (book->components, xr_fold_into (row->scratch, name)))
    xr_row_fault (row, NAME, _ ("there are two components called %s"), name);
  g_ptr_array_add (book->plan->components, component);
  xr_book_index_component (book, (int) book->plan->components->len - 1);
  *xr_book_get_component_note (book, (int) book->plan->components->len - 1) = note;
}

/* ------------------------------------------------------------------ at the end */

static void
check_weights (XrBook *book)
{
  XrDecimal sum = XR_DECIMAL_ZERO;
  g_autofree char *text = NULL, *message = NULL;

  if (book->weights_bad)
    return;
  for (guint i = 0; i < book->plan->components->len; i++)
    sum.units += ((XrComponent *) book->plan->components->pdata[i])->weight.units;
  if (sum.units == 100 * XR_DECIMAL_SCALE)
    return;
  text = xr_decimal_format_short (sum);
  message = g_strdup_printf (_ ("the weights must add up to 100, not to %s"), text);
  xr_faults_add (book->faults, xr_sheet_components.name, book->scoring_sheet, 0, "权重", message);
}

static void
check_full_mark (XrBook *book, const XrComponent *component, const XrComponentNote *note)
{
  XrDecimal sum = xr_component_effective_full_mark (component);
  g_autofree char *text = NULL;

  if (component->method != XR_METHOD_JUDGES || component->dimensions->len == 0
      || !note->has_full_mark || note->full_mark_bad
      || xr_decimal_compare (sum, component->full_mark) == 0)
    return;
  text = xr_decimal_format_short (sum);
  xr_place_fault (book, &note->place, "满分",
                  _ ("the full marks of the sub-items add up to %s, which is another number"),
                  text);
}

static void
check_component (XrBook *book, const XrComponent *component, const XrComponentNote *note)
{
  if (note->place.sheet == NULL || note->method_unknown)
    return;
  if (component->over_threshold && !book->plan->settings.has_threshold)
    xr_place_fault (book, &note->place, "超过", _ ("the sheet 方案 doesn't give the 推荐门槛"));
  if (book->lists_incomplete)
    return;
  if (component->method == XR_METHOD_GRADED_BALLOT && component->dimensions->len == 0)
    xr_place_fault (book, &note->place, "项目",
                    _ ("the sheet 要素 has no row for this component, which needs one"));
  check_full_mark (book, component, note);
}

void
xr_book_check_components (XrBook *book)
{
  if (book->scoring_sheet != 0 && !book->components_incomplete)
    check_weights (book);
  for (guint i = 0; i < book->plan->components->len; i++)
    check_component (book, book->plan->components->pdata[i],
                     xr_book_get_component_note (book, (int) i));
}

static const XrColumn columns[N_COLUMNS] = {
  [NAME] = { "项目", XR_COLUMN_FILLED },
  [METHOD] = { "方式", XR_COLUMN_FILLED | XR_COLUMN_VALUE },
  [WEIGHT] = { "权重", XR_COLUMN_FILLED | XR_COLUMN_VALUE },
  [STAGE] = { "环节" },
  [FULL_MARK] = { "满分" },
  [DROP_HIGH] = { "去高" },
  [DROP_LOW] = { "去低" },
  [PLACES] = { "小数位" },
  [ROUNDING] = { "舍入" },
  [GROUPING] = { "分组计算" },
  [TRIMMING] = { "去极值" },
  [VOTE_BASE] = { "票数分母" },
  [INCLUSION] = { "计入方式" },
  [PASS_LINE] = { "合格线" },
  [THRESHOLD] = { "超过" },
  [CUT_RATIO] = { "入围比例" },
  [CORRECTION] = { "考场修正" },
  [CORRECTION_TRIM] = { "修正去值" },
  [KEYED_TWICE] = { "复录" },
};

static void
finish_components (XrBook *book, guint sheet_index)
{
  replace_components (book);
  book->scoring_sheet = sheet_index;
}

const XrSheet xr_sheet_components = { "计分", columns, N_COLUMNS, read_component,
                                      finish_components };
