/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 总分排名: components, gates, total, rank and shortlist as formulas over the score sheets; and 核对, the
 * comparison of each with the program's own value. */

#include "exchange/report-private.h"

#define FIRST_ROW 2
#define ACTIVE    "参加"

enum
{
  COLUMN_STATE = XR_REPORT_KEY_COLUMNS,
  COLUMN_PART, /* takes part before the first component */
};

typedef struct
{
  XrReport *report;
  XrSheet *sheet;
  XrSheet *check;
  char *prefix;
  gint64 *factors; /* of the components in the total's numerator */
  XrScale scale;
  gint64 differences;
} Ranking;

static guint
n_components (const XrReport *report)
{
  return report->contest->plan->components->len;
}

static lxw_col_t
score_column (int component)
{
  return (lxw_col_t) (COLUMN_PART + 1 + 2 * component);
}

/* Whether one takes part after the component; of −1: before the first. */
static lxw_col_t
part_column (int component)
{
  return (lxw_col_t) (COLUMN_PART + 2 * (component + 1));
}

static lxw_col_t
total_column (const XrReport *report)
{
  return score_column ((int) n_components (report));
}

enum
{
  AFTER_RANK = XR_QUOTIENT_COLUMNS,
  AFTER_TIED,
  AFTER_OVER_LINE,
  AFTER_SHORTLISTED,
};

static lxw_col_t
after_total (const XrReport *report, guint what)
{
  return (lxw_col_t) (total_column (report) + what);
}

int
xr_report_taking_part (const XrReport *report, int application, int component)
{
  const XrStanding *standing = report->standings[application];

  if (xr_report_application (report, application)->state != XR_STATE_ACTIVE)
    return 0;
  for (int i = 0; i < component; i++)
    {
      const XrComponent *plan = xr_report_component (report, i);

      if (standing->state == XR_STATE_CUT && standing->cut_by == i)
        return 0;
      if ((plan->has_pass_line || plan->has_cut_ratio) && !standing->components[i].has_value)
        return 2;
      if (plan->over_threshold && standing->components[i].has_value == FALSE)
        return 2;
    }
  return 1;
}

const char *
xr_report_taking_part_ref (const XrReport *report, char *buffer, int application, int component)
{
  char cell[XR_REF_SIZE];

  xr_ref (cell, report->ranking_rows[application], part_column (component - 1));
  g_snprintf (buffer, XR_REF_SIZE * 2, "'" XR_REPORT_RANKING_SHEET "'!%s", cell);
  return buffer;
}

/* ---- the rows of a post */

static void
post_rows (Ranking *self, int application, lxw_row_t *first, lxw_row_t *last)
{
  const XrReport *report = self->report;
  int post = xr_report_application (report, application)->post;

  *first = G_MAXUINT32;
  *last = 0;
  for (guint i = 0; i < report->order->len; i++)
    if (xr_report_application (report, g_array_index (report->order, int, i))->post == post)
      {
        *first = MIN (*first, FIRST_ROW + i);
        *last = FIRST_ROW + i;
      }
}

static const char *
post_range (Ranking *self, char *buffer, int application, lxw_col_t column)
{
  lxw_row_t first;
  lxw_row_t last;

  post_rows (self, application, &first, &last);
  return xr_range (buffer, first, column, last, column);
}

/* ---- components and gates */

static gint64
whole_score (const XrReport *report, int component, XrDecimal value)
{
  return value.units
         / xr_power_of_ten (XR_DECIMAL_PLACES - xr_report_component (report, component)->places);
}

static void
write_score (Ranking *self, int application, int component)
{
  const XrReport *report = self->report;
  const XrComponentResult *score = &report->standings[application]->components[component];
  const XrScoreColumn *source = &report->columns[component];
  lxw_col_t column = score_column (component);
  char state[XR_REF_SIZE];
  char part[XR_REF_SIZE];
  char cell[XR_REF_SIZE];
  g_autofree char *formula = NULL;

  if (!source->live)
    {
      if (score->has_value)
        xr_sheet_integer (self->sheet, column, whole_score (report, component, score->value));
      return;
    }
  xr_ref (state, self->sheet->row, COLUMN_STATE);
  xr_ref (part, self->sheet->row, part_column (component - 1));
  xr_ref (cell, source->rows[application], source->quotient);
  formula = g_strdup_printf ("=IF(AND(%s=\"" ACTIVE "\",%s=0),\"\",IF(ISNUMBER(%s%s),%s%s,\"\"))",
                             state, part, source->prefix, cell, source->prefix, cell);
  if (score->has_value)
    xr_sheet_formula_integer (self->sheet, column, formula,
                              whole_score (report, component, score->value));
  else
    xr_sheet_formula_text (self->sheet, column, formula, "");
}

/* The condition under which a score passes its gate; NULL: the component is none. */
static char *
gate_condition (Ranking *self, int application, int component)
{
  const XrReport *report = self->report;
  const XrComponent *plan = xr_report_component (report, component);
  const XrPost *post = xr_report_post (report, application);
  gint64 unit = xr_power_of_ten (XR_DECIMAL_PLACES - plan->places);
  gint64 line = plan->has_pass_line ? (plan->pass_line.units + unit - 1) / unit : 0;
  GString *condition = g_string_new ("1=1");
  char own[XR_REF_SIZE];
  char scores[XR_REF_SIZE];
  char parts[XR_REF_SIZE];

  if (!plan->has_pass_line && !plan->has_cut_ratio && !plan->over_threshold)
    return g_string_free (condition, TRUE);
  xr_ref (own, self->sheet->row, score_column (component));
  post_range (self, scores, application, score_column (component));
  post_range (self, parts, application, part_column (component - 1));
  if (plan->over_threshold)
    {
      char passed[XR_REF_SIZE];

      xr_ref (passed, report->columns[component].rows[application],
              report->columns[component].passed);
      g_string_append_printf (condition, ",%s%s=1", report->columns[component].prefix, passed);
    }
  if (plan->has_pass_line)
    g_string_append_printf (condition, ",%s>=%" G_GINT64_FORMAT, own, line);
  if (plan->has_cut_ratio)
    {
      gint64 places = (post->vacancies * plan->cut_ratio.numerator + plan->cut_ratio.denominator
                       - 1)
                      / plan->cut_ratio.denominator;

      g_string_append_printf (condition,
                              ",SUMPRODUCT((%s=1)*(%s<>\"\")*(%s>=%" G_GINT64_FORMAT
                              ")*(%s>%s))<%" G_GINT64_FORMAT,
                              parts, scores, scores, line, scores, own, places);
    }
  return g_string_free (condition, FALSE);
}

static void
write_part (Ranking *self, int application, int component)
{
  const XrReport *report = self->report;
  const XrScoreColumn *source = &report->columns[component];
  g_autofree char *condition = gate_condition (self, application, component);
  char before[XR_REF_SIZE];
  char own[XR_REF_SIZE];
  g_autofree char *open = NULL;
  g_autofree char *formula = NULL;

  xr_ref (before, self->sheet->row, part_column (component - 1));
  xr_ref (own, self->sheet->row, score_column (component));
  if (condition == NULL)
    formula = g_strdup_printf ("=%s", before);
  else
    {
      if (source->passed > 0)
        {
          char passed[XR_REF_SIZE];

          xr_ref (passed, source->rows[application], source->passed);
          open = g_strdup_printf ("OR(NOT(ISNUMBER(%s)),NOT(ISNUMBER(%s%s)))", own, source->prefix,
                                  passed);
        }
      else
        open = g_strdup_printf ("NOT(ISNUMBER(%s))", own);
      formula = g_strdup_printf ("=IF(%s<>1,%s,IF(%s,2,IF(AND(%s),1,0)))", before, before, open,
                                 condition);
    }
  xr_sheet_formula_integer (self->sheet, part_column (component), formula,
                            xr_report_taking_part (report, application, component + 1));
}

/* ---- total, rank, shortlist */

static void
prepare_total (Ranking *self)
{
  const XrReport *report = self->report;
  const XrSettings *settings = &report->contest->plan->settings;
  gint64 common = 0;
  __int128 up;

  self->factors = g_new0 (gint64, MAX (1, n_components (report)));
  for (guint i = 0; i < n_components (report); i++)
    {
      const XrComponent *plan = xr_report_component (report, (int) i);
      gint64 weight = plan->bonus ? 100 * XR_DECIMAL_SCALE : plan->weight.units;

      self->factors[i] = weight * xr_power_of_ten (XR_DECIMAL_PLACES - plan->places);
      common = xr_gcd (common, self->factors[i]);
    }
  common = MAX (common, 1);
  for (guint i = 0; i < n_components (report); i++)
    self->factors[i] /= common;
  /* Scores are ten-thousandths after the factor, weights ten-thousandths of a per cent. */
  up = (__int128) common * xr_power_of_ten (settings->total_places);
  xr_scale_init (&self->scale, up, (__int128) XR_DECIMAL_SCALE * 100 * XR_DECIMAL_SCALE,
                 settings->total_rounding, settings->total_places);
}

static void
write_total (Ranking *self, int application)
{
  const XrReport *report = self->report;
  const XrStanding *standing = report->standings[application];
  g_autoptr (GString) sum = g_string_new ("0");
  g_autoptr (GString) condition = g_string_new (NULL);
  gint64 value = 0;
  char cell[XR_REF_SIZE];

  g_string_printf (condition, "AND(%s=1",
                   xr_ref (cell, self->sheet->row, part_column ((int) n_components (report) - 1)));
  for (guint i = 0; i < n_components (report); i++)
    {
      xr_ref (cell, self->sheet->row, score_column ((int) i));
      g_string_append_printf (condition, ",ISNUMBER(%s)", cell);
      if (self->factors[i] == 0)
        continue;
      g_string_append_printf (sum, "+%" G_GINT64_FORMAT "*%s", self->factors[i], cell);
      if (standing->has_total)
        value += self->factors[i] * whole_score (report, (int) i, standing->components[i].value);
    }
  g_string_append_c (condition, ')');
  xr_report_write_quotient (self->sheet, total_column (report), &self->scale, condition->str,
                            sum->str, "1", standing->has_total, value, 1);
}

/* Σ over the others of whether each stands before: by the key, then by the tie rules in order. */
static char *
before_expression (Ranking *self, int application)
{
  const XrReport *report = self->report;
  const XrSettings *settings = &report->contest->plan->settings;
  lxw_col_t key = settings->rank_unrounded ? total_column (report) : after_total (report, 2);
  GString *expression = g_string_new (NULL);
  char range[XR_REF_SIZE];
  char own[XR_REF_SIZE];
  guint depth = 0;

  post_range (self, range, application, key);
  xr_ref (own, self->sheet->row, key);
  g_string_append_printf (expression, "((%s>%s)", range, own);
  for (guint i = 0; i < settings->tie_breakers->len; i++)
    {
      int component = xr_plan_find_component (report->contest->plan,
                                              g_ptr_array_index (settings->tie_breakers, i));

      if (component < 0)
        continue;
      g_string_append_printf (expression, "+(%s=%s)*(", range, own);
      post_range (self, range, application, score_column (component));
      xr_ref (own, self->sheet->row, score_column (component));
      g_string_append_printf (expression, "(%s>%s)", range, own);
      depth++;
    }
  while (depth-- > 0)
    g_string_append_c (expression, ')');
  g_string_append_c (expression, ')');
  return g_string_free (expression, FALSE);
}

static void
write_rank (Ranking *self, int application)
{
  const XrReport *report = self->report;
  const XrStanding *standing = report->standings[application];
  g_autofree char *before = before_expression (self, application);
  char own[XR_REF_SIZE];
  char totals[XR_REF_SIZE];
  char ranks[XR_REF_SIZE];
  char rank[XR_REF_SIZE];
  g_autofree char *formula = NULL;
  g_autofree char *tied = NULL;

  xr_ref (own, self->sheet->row, after_total (report, 2));
  post_range (self, totals, application, after_total (report, 2));
  formula = g_strdup_printf ("=IF(ISNUMBER(%s),1+SUMPRODUCT((%s<>\"\")*%s),\"\")", own, totals,
                             before);
  xr_ref (rank, self->sheet->row, after_total (report, AFTER_RANK));
  post_range (self, ranks, application, after_total (report, AFTER_RANK));
  tied = g_strdup_printf ("=IF(ISNUMBER(%s),IF(SUMPRODUCT(--(%s=%s))>1,\"并列\",\"\"),\"\")", rank,
                          ranks, rank);
  if (standing->rank > 0)
    xr_sheet_formula_integer (self->sheet, after_total (report, AFTER_RANK), formula,
                              standing->rank);
  else
    xr_sheet_formula_text (self->sheet, after_total (report, AFTER_RANK), formula, "");
  xr_sheet_formula_text (self->sheet, after_total (report, AFTER_TIED), tied,
                         standing->tied ? "并列" : "");
}

static void
write_shortlisted (Ranking *self, int application)
{
  const XrReport *report = self->report;
  const XrSettings *settings = &report->contest->plan->settings;
  const XrStanding *standing = report->standings[application];
  guint size = xr_shortlist_size (xr_report_post (report, application)->vacancies,
                                  settings->shortlist_ratio, settings->shortlist_rounding);
  gint64 unit = xr_power_of_ten (XR_DECIMAL_PLACES - settings->total_places);
  gint64 line = settings->has_min_total ? (settings->min_total.units + unit - 1) / unit : 0;
  gboolean over = standing->has_total && standing->total.units >= line * unit;
  char total[XR_REF_SIZE];
  char rank[XR_REF_SIZE];
  char own[XR_REF_SIZE];
  char overs[XR_REF_SIZE];
  char ranks[XR_REF_SIZE];
  g_autofree char *over_formula = NULL;
  g_autofree char *formula = NULL;

  xr_ref (total, self->sheet->row, after_total (report, 2));
  over_formula = g_strdup_printf ("=IF(ISNUMBER(%s),IF(%s>=%" G_GINT64_FORMAT ",1,0),0)", total,
                                  total, line);
  xr_sheet_formula_integer (self->sheet, after_total (report, AFTER_OVER_LINE), over_formula, over);
  xr_ref (own, self->sheet->row, after_total (report, AFTER_OVER_LINE));
  xr_ref (rank, self->sheet->row, after_total (report, AFTER_RANK));
  post_range (self, overs, application, after_total (report, AFTER_OVER_LINE));
  post_range (self, ranks, application, after_total (report, AFTER_RANK));
  formula = g_strdup_printf ("=IF(%s=1,IF(SUMPRODUCT((%s=1)*(%s<%s))<%u,\"入围\",\"\"),\"\")", own,
                             overs, ranks, rank, size);
  xr_sheet_formula_text (self->sheet, after_total (report, AFTER_SHORTLISTED), formula,
                         standing->shortlisted ? "入围" : "");
}

/* ---- heads and rows */

static const char *
state_word (XrState state)
{
  switch (state)
    {
    case XR_STATE_INELIGIBLE:
      return "不合格";
    case XR_STATE_WITHDRAWN:
      return "退出";
    case XR_STATE_ABSENT:
      return "缺席";
    case XR_STATE_VETOED:
      return "否决";
    case XR_STATE_ACTIVE:
    case XR_STATE_CUT:
    default:
      return ACTIVE;
    }
}

static void
write_heads (Ranking *self)
{
  const XrReport *report = self->report;
  static const char *const last[] = { "名次", "并列", "达到最低分数线", "入围" };
  XrSheet *sheet = self->sheet;

  xr_sheet_text (sheet, 0, XR_STYLE_NOTE,
                 "各项得分以整数计（乘以10的小数位次方），参加：1 参加，0 不再参加，2 待定");
  xr_sheet_next (sheet);
  xr_report_write_key_heads (sheet);
  xr_sheet_text (sheet, COLUMN_STATE, XR_STYLE_HEAD, "状态");
  xr_sheet_text (sheet, COLUMN_PART, XR_STYLE_HEAD, "参加");
  for (guint i = 0; i < n_components (report); i++)
    {
      const char *name = xr_report_component (report, (int) i)->name;
      g_autofree char *part = g_strdup_printf ("%s后参加", name);

      xr_sheet_text (sheet, score_column ((int) i), XR_STYLE_HEAD, name);
      xr_sheet_text (sheet, part_column ((int) i), XR_STYLE_HEAD, part);
    }
  xr_report_write_quotient_heads (sheet, total_column (report));
  xr_sheet_text (sheet, after_total (report, 3), XR_STYLE_HEAD, "总分");
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    xr_sheet_text (sheet, after_total (report, AFTER_RANK + i), XR_STYLE_HEAD, last[i]);
  xr_sheet_next (sheet);
  xr_sheet_freeze (sheet, FIRST_ROW, XR_REPORT_KEY_COLUMNS);
}

static void
write_row (Ranking *self, int application)
{
  XrReport *report = self->report;
  char state[XR_REF_SIZE];
  g_autofree char *formula = NULL;

  xr_report_write_key (report, self->sheet, application);
  xr_sheet_text (self->sheet, COLUMN_STATE, XR_STYLE_TEXT,
                 state_word (xr_report_application (report, application)->state));
  xr_ref (state, self->sheet->row, COLUMN_STATE);
  formula = g_strdup_printf ("=IF(%s=\"" ACTIVE "\",1,0)", state);
  xr_sheet_formula_integer (self->sheet, COLUMN_PART, formula,
                            xr_report_taking_part (report, application, 0));
  for (guint i = 0; i < n_components (report); i++)
    {
      write_score (self, application, (int) i);
      write_part (self, application, (int) i);
    }
  write_total (self, application);
  write_rank (self, application);
  write_shortlisted (self, application);
  xr_sheet_next (self->sheet);
}

/* ---- 核对 */

enum
{
  CHECK_WHAT = XR_REPORT_KEY_COLUMNS,
  CHECK_OURS,
  CHECK_FORMULA,
  CHECK_DIFFERS,
};

/* One line: our value as text, the formula's cell as text, 0 or 1. */
static void
write_comparison (Ranking *self, int application, const char *what, const char *ours,
                  const char *formula)
{
  XrSheet *check = self->check;
  char a[XR_REF_SIZE];
  char b[XR_REF_SIZE];
  g_autofree char *differs = NULL;

  xr_report_write_key (self->report, check, application);
  xr_sheet_text (check, CHECK_WHAT, XR_STYLE_TEXT, what);
  xr_sheet_text (check, CHECK_OURS, XR_STYLE_TEXT, ours);
  xr_sheet_formula_text (check, CHECK_FORMULA, formula, ours);
  xr_ref (a, check->row, CHECK_OURS);
  xr_ref (b, check->row, CHECK_FORMULA);
  differs = g_strdup_printf ("=IF(EXACT(%s,%s),0,1)", a, b);
  xr_sheet_formula_integer (check, CHECK_DIFFERS, differs, 0);
  xr_sheet_next (check);
}

static char *
cell_as_number (Ranking *self, int application, lxw_col_t column, guint places)
{
  char cell[XR_REF_SIZE];

  xr_ref (cell, self->report->ranking_rows[application], column);
  if (places == 0)
    return g_strdup_printf ("=IF(ISNUMBER(%s%s),TEXT(%s%s,\"0\"),\"\")", self->prefix, cell,
                            self->prefix, cell);
  return g_strdup_printf ("=IF(ISNUMBER(%s%s),TEXT(%s%s/%" G_GINT64_FORMAT ",\"0.%0*d\"),\"\")",
                          self->prefix, cell, self->prefix, cell, xr_power_of_ten (places),
                          (int) places, 0);
}

static void
check_application (Ranking *self, int application)
{
  const XrReport *report = self->report;
  const XrStanding *standing = report->standings[application];
  guint total_places = report->contest->plan->settings.total_places;
  char cell[XR_REF_SIZE];
  g_autofree char *total = NULL;
  g_autofree char *total_formula = NULL;
  g_autofree char *rank = NULL;
  g_autofree char *rank_formula = NULL;
  g_autofree char *listed = NULL;

  for (guint i = 0; i < n_components (report); i++)
    {
      const XrComponent *plan = xr_report_component (report, (int) i);
      g_autofree char *ours = standing->components[i].has_value
                                ? xr_decimal_format (standing->components[i].value, plan->places)
                                : g_strdup ("");
      g_autofree char *formula = cell_as_number (self, application, score_column ((int) i),
                                                 plan->places);

      write_comparison (self, application, plan->name, ours, formula);
    }
  total = standing->has_total ? xr_decimal_format (standing->total, total_places) : g_strdup ("");
  total_formula = cell_as_number (self, application, after_total (report, 2), total_places);
  write_comparison (self, application, "总分", total, total_formula);
  rank = standing->rank > 0 ? g_strdup_printf ("%d", standing->rank) : g_strdup ("");
  rank_formula = cell_as_number (self, application, after_total (report, AFTER_RANK), 0);
  write_comparison (self, application, "名次", rank, rank_formula);
  xr_ref (cell, report->ranking_rows[application], after_total (report, AFTER_SHORTLISTED));
  listed = g_strdup_printf ("=%s%s&\"\"", self->prefix, cell);
  write_comparison (self, application, "入围", standing->shortlisted ? "入围" : "", listed);
}

static void
write_check (Ranking *self)
{
  static const char *const heads[] = { "项目", "程序值", "公式值", "差异" };
  static const guint8 widths[] = { 28, 8, 12, 24, 12, 12, 8 };
  XrSheet *check = self->check;
  const XrReport *report = self->report;
  lxw_row_t lines = report->order->len * (n_components (report) + 3) + report->votes->len;
  char range[XR_REF_SIZE];
  g_autofree char *sum = NULL;

  xr_sheet_set_widths (check, widths, G_N_ELEMENTS (widths));
  xr_sheet_text (check, 0, XR_STYLE_TITLE, "差异合计");
  xr_range (range, 2, CHECK_DIFFERS, 1 + MAX (1, lines), CHECK_DIFFERS);
  sum = g_strdup_printf ("=SUM(%s)", range);
  xr_sheet_formula_integer (check, CHECK_DIFFERS, sum, 0);
  xr_sheet_next (check);
  xr_report_write_key_heads (check);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (check, (lxw_col_t) (CHECK_WHAT + i), XR_STYLE_HEAD, heads[i]);
  xr_sheet_next (check);
  xr_sheet_freeze (check, 2, XR_REPORT_KEY_COLUMNS);
  for (guint i = 0; i < report->order->len; i++)
    check_application (self, g_array_index (report->order, int, i));
  for (guint i = 0; i < report->votes->len; i++)
    {
      const XrReportVote *vote = g_ptr_array_index (report->votes, i);

      write_comparison (self, vote->application, vote->what, vote->ours, vote->formula);
    }
}

void
xr_report_write_ranking (XrReport *report, XrSheet *ranking, XrSheet *check)
{
  Ranking self = {
    .report = report, .sheet = ranking, .check = check, .prefix = xr_sheet_dup_prefix (ranking)
  };

  prepare_total (&self);
  write_heads (&self);
  for (guint i = 0; i < report->order->len; i++)
    write_row (&self, g_array_index (report->order, int, i));
  write_check (&self);
  g_free (self.factors);
  g_free (self.prefix);
}
