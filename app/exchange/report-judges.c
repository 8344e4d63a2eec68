/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of a component that judges score: a block for each post and panel, with the raw marks as
 * they were keyed, each judge's mark as a whole number of ten-thousandths, what is dropped, the mean,
 * and where the plan corrects for panels the coefficient. */

#include "exchange/report-private.h"

#include <stdlib.h>

#define RECUSED "回避"

/* One post and panel. */
typedef struct
{
  int post;
  const char *panel; /* NULL where there are none */
  GArray *judges;    /* indexes into the case */
  GArray *rows;      /* application indexes */
  lxw_row_t first, last;
} Block;

typedef struct
{
  XrReport *report;
  XrSheet *sheet;
  const XrComponent *component;
  int index;
  guint n_dimensions; /* 1 where there are no sub-items */
  guint n_series;     /* sums that are trimmed by themselves: 1, or one a sub-item */
  XrScale scale;
  GHashTable *scores; /* judge, application, dimension → XrScore */
  GPtrArray *blocks;
} Judges;

static guint
hash_key (gconstpointer key)
{
  const XrScore *score = key;

  return ((guint) score->judge * 7919u + (guint) score->application) * 31u
         + (guint) score->dimension;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const XrScore *x = a;
  const XrScore *y = b;

  return x->judge == y->judge && x->application == y->application && x->dimension == y->dimension;
}

static const XrScore *
find_score (Judges *self, int judge, int application, guint dimension)
{
  XrScore key = { .judge = judge,
                  .application = application,
                  .dimension = self->component->dimensions->len > 0 ? (int) dimension : -1 };

  return g_hash_table_lookup (self->scores, &key);
}

static void
free_block (gpointer data)
{
  Block *block = data;

  g_array_unref (block->judges);
  g_array_unref (block->rows);
  g_free (block);
}

static Block *
find_block (Judges *self, int post, const char *panel)
{
  Block *block;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      block = g_ptr_array_index (self->blocks, i);
      if (block->post == post && g_strcmp0 (block->panel, panel) == 0)
        return block;
    }
  block = g_new0 (Block, 1);
  block->post = post;
  block->panel = panel;
  block->judges = g_array_new (FALSE, FALSE, sizeof (int));
  block->rows = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* Which panel an application was scored by; the first of its post when nobody has scored it. */
static Block *
block_of_application (Judges *self, int application)
{
  int post = xr_report_application (self->report, application)->post;
  Block *first = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      if (block->post != post)
        continue;
      if (first == NULL)
        first = block;
      for (guint j = 0; j < block->judges->len; j++)
        for (guint d = 0; d < self->n_dimensions; d++)
          if (find_score (self, g_array_index (block->judges, int, j), application, d) != NULL)
            return block;
    }
  return first != NULL ? first : find_block (self, post, NULL);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *x = *(const Block *const *) a;
  const Block *y = *(const Block *const *) b;

  return x->post != y->post ? x->post - y->post : g_strcmp0 (x->panel, y->panel);
}

static void
collect (Judges *self)
{
  const XrCase *contest = self->report->contest;

  for (guint i = 0; i < contest->scores->len; i++)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i);
      const XrJudge *judge = g_ptr_array_index (contest->judges, (guint) score->judge);

      if (judge->component == self->index)
        g_hash_table_add (self->scores, score);
    }
  for (guint i = 0; i < contest->judges->len; i++)
    {
      const XrJudge *judge = g_ptr_array_index (contest->judges, i);
      int index = (int) i;

      if (judge->component == self->index)
        g_array_append_val (find_block (self, judge->post, judge->panel)->judges, index);
    }
  for (guint i = 0; i < self->report->order->len; i++)
    {
      int application = g_array_index (self->report->order, int, i);

      g_array_append_val (block_of_application (self, application)->rows, application);
    }
  g_ptr_array_sort (self->blocks, compare_blocks);
}

/* ---- where things stand in a block's rows */

static lxw_col_t
raw_column (Judges *self, guint judge, guint dimension)
{
  return (lxw_col_t) (XR_REPORT_KEY_COLUMNS + 1 + judge * self->n_dimensions + dimension);
}

static lxw_col_t
unit_column (Judges *self, const Block *block, guint series, guint judge)
{
  return (lxw_col_t) (raw_column (self, block->judges->len, 0) + series * block->judges->len
                      + judge);
}

/* n, recused, sum; then the quotient */
static lxw_col_t
sum_column (Judges *self, const Block *block)
{
  return unit_column (self, block, self->n_series, 0);
}

static guint
widest (Judges *self)
{
  guint judges = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    judges = MAX (judges, ((Block *) g_ptr_array_index (self->blocks, i))->judges->len);
  return judges;
}

/* Scores stand in the same column for all blocks: beyond the widest one. */
static lxw_col_t
quotient_column (Judges *self)
{
  return (lxw_col_t) (XR_REPORT_KEY_COLUMNS + 1
                      + widest (self) * (self->n_dimensions + self->n_series) + 3);
}

static void
write_block_heads (Judges *self, Block *block)
{
  XrSheet *sheet = self->sheet;
  const XrCase *contest = self->report->contest;
  static const char *const sums[] = { "计分评委数", "回避数", "去极值后合计" };

  xr_report_write_key_heads (sheet);
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_HEAD, "考场");
  for (guint j = 0; j < block->judges->len; j++)
    {
      const XrJudge *judge = g_ptr_array_index (contest->judges,
                                                (guint) g_array_index (block->judges, int, j));

      for (guint d = 0; d < self->n_dimensions; d++)
        {
          g_autofree char *head
            = self->component->dimensions->len == 0
                ? g_strdup (judge->name)
                : g_strdup_printf (
                  "%s\n%s", judge->name,
                  ((XrDimension *) g_ptr_array_index (self->component->dimensions, d))->name);
          xr_sheet_text (sheet, raw_column (self, j, d), XR_STYLE_HEAD, head);
        }
      for (guint s = 0; s < self->n_series; s++)
        {
          g_autofree char *head = g_strdup_printf ("%s\n万分位整数", judge->name);

          xr_sheet_text (sheet, unit_column (self, block, s, j), XR_STYLE_HEAD, head);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    xr_sheet_text (sheet, (lxw_col_t) (sum_column (self, block) + i), XR_STYLE_HEAD, sums[i]);
  xr_report_write_quotient_heads (sheet, quotient_column (self));
  xr_sheet_next (sheet);
}

static void
write_raw (Judges *self, Block *block, int application)
{
  for (guint j = 0; j < block->judges->len; j++)
    for (guint d = 0; d < self->n_dimensions; d++)
      {
        const XrScore *score = find_score (self, g_array_index (block->judges, int, j), application,
                                           d);

        if (score == NULL)
          continue;
        if (score->recused)
          xr_sheet_text (self->sheet, raw_column (self, j, d), XR_STYLE_TEXT, RECUSED);
        else
          xr_sheet_decimal (self->sheet, raw_column (self, j, d), XR_STYLE_SHORT, score->value);
      }
}

/* A judge's mark of a series in ten-thousandths, −1 where there is none. */
static gint64
unit_value (Judges *self, Block *block, int application, guint series, guint judge)
{
  guint first = self->n_series > 1 ? series : 0;
  guint last = self->n_series > 1 ? series : self->n_dimensions - 1;
  gint64 sum = 0;

  for (guint d = first; d <= last; d++)
    {
      const XrScore *score = find_score (self, g_array_index (block->judges, int, judge),
                                         application, d);

      if (score == NULL || score->recused)
        return -1;
      sum += score->value.units;
    }
  return sum;
}

static void
write_units (Judges *self, Block *block, int application)
{
  char first[XR_REF_SIZE];
  char last[XR_REF_SIZE];

  for (guint s = 0; s < self->n_series; s++)
    for (guint j = 0; j < block->judges->len; j++)
      {
        lxw_row_t row = self->sheet->row;
        guint width = self->n_series > 1 ? 1 : self->n_dimensions;
        gint64 value = unit_value (self, block, application, s, j);
        g_autofree char *formula = NULL;

        xr_ref (first, row, raw_column (self, j, self->n_series > 1 ? s : 0));
        xr_ref (last, row, raw_column (self, j, self->n_series > 1 ? s : width - 1));
        formula = g_strdup_printf ("=IF(COUNT(%s:%s)=%u,ROUND(SUM(%s:%s)*10000,0),\"\")", first,
                                   last, width, first, last);
        if (value >= 0)
          xr_sheet_formula_integer (self->sheet, unit_column (self, block, s, j), formula, value);
        else
          xr_sheet_formula_text (self->sheet, unit_column (self, block, s, j), formula, "");
      }
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The sum of a series without the highest and the lowest, and how many marks it has. */
static gint64
trimmed_sum (Judges *self, Block *block, int application, guint series, guint *n_marks)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 sum = 0;

  for (guint j = 0; j < block->judges->len; j++)
    {
      gint64 value = unit_value (self, block, application, series, j);

      if (value >= 0)
        g_array_append_val (units, value);
    }
  g_array_sort (units, compare_units);
  *n_marks = units->len;
  for (guint i = self->component->drop_low; i + self->component->drop_high < units->len; i++)
    sum += g_array_index (units, gint64, i);
  return sum;
}

static void
append_trimmed (GString *formula, const char *range, guint drop_high, guint drop_low)
{
  g_string_append_printf (formula, "+SUM(%s)", range);
  for (guint i = 1; i <= drop_high; i++)
    g_string_append_printf (formula, "-LARGE(%s,%u)", range, i);
  for (guint i = 1; i <= drop_low; i++)
    g_string_append_printf (formula, "-SMALL(%s,%u)", range, i);
}

static guint
count_recused (Judges *self, Block *block, int application)
{
  guint n = 0;

  for (guint j = 0; j < block->judges->len; j++)
    {
      const XrScore *score = find_score (self, g_array_index (block->judges, int, j), application,
                                         0);

      n += score != NULL && score->recused;
    }
  return n;
}

/* Writes how many marks, recusals and the trimmed sum. Returns whether there is a mean. */
static gboolean
write_sums (Judges *self, Block *block, int application, gint64 *sum, guint *kept, char **condition)
{
  XrSheet *sheet = self->sheet;
  const XrComponent *component = self->component;
  lxw_col_t column = sum_column (self, block);
  guint judges = block->judges->len;
  guint dropped = component->drop_high + component->drop_low;
  guint recused = count_recused (self, block, application);
  guint n_marks = 0;
  gboolean has;
  char a[XR_REF_SIZE];
  char b[XR_REF_SIZE];
  g_autoptr (GString) formula = g_string_new (NULL);

  *sum = 0;
  for (guint s = 0; s < self->n_series; s++)
    *sum += trimmed_sum (self, block, application, s, &n_marks);
  has = n_marks + recused == judges && n_marks > dropped;
  *kept = has ? n_marks - dropped : 0;

  xr_range (a, sheet->row, unit_column (self, block, 0, 0), sheet->row,
            unit_column (self, block, 0, judges - 1));
  g_string_printf (formula, "=COUNT(%s)", a);
  xr_sheet_formula_integer (sheet, column, formula->str, n_marks);
  xr_range (a, sheet->row, raw_column (self, 0, 0), sheet->row,
            raw_column (self, judges - 1, self->n_dimensions - 1));
  g_string_printf (formula, "=COUNTIF(%s,\"" RECUSED "\")/%u", a, self->n_dimensions);
  xr_sheet_formula_integer (sheet, (lxw_col_t) (column + 1), formula->str, recused);

  xr_ref (a, sheet->row, column);
  xr_ref (b, sheet->row, (lxw_col_t) (column + 1));
  *condition = g_strdup_printf ("AND(%s+%s=%u,%s>%u)", a, b, judges, a, dropped);
  g_string_printf (formula, "=IF(%s,", *condition);
  for (guint s = 0; s < self->n_series; s++)
    {
      char range[XR_REF_SIZE];

      xr_range (range, sheet->row, unit_column (self, block, s, 0), sheet->row,
                unit_column (self, block, s, judges - 1));
      append_trimmed (formula, range, component->drop_high, component->drop_low);
    }
  g_string_append (formula, ",\"\")");
  if (has)
    xr_sheet_formula_integer (sheet, (lxw_col_t) (column + 2), formula->str, *sum);
  else
    xr_sheet_formula_text (sheet, (lxw_col_t) (column + 2), formula->str, "");
  return has;
}

static void
write_row (Judges *self, Block *block, int application, gboolean live)
{
  XrSheet *sheet = self->sheet;
  XrScoreColumn *place = &self->report->columns[self->index];

  xr_report_write_key (self->report, sheet, application);
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_TEXT, block->panel);
  write_raw (self, block, application);
  if (live && block->judges->len > 0)
    {
      gint64 sum;
      guint kept;
      g_autofree char *condition = NULL;
      g_autofree char *divisor = NULL;
      char n[XR_REF_SIZE];
      char total[XR_REF_SIZE];
      gboolean has;
      gint64 score;

      write_units (self, block, application);
      has = write_sums (self, block, application, &sum, &kept, &condition);
      xr_ref (n, sheet->row, sum_column (self, block));
      xr_ref (total, sheet->row, (lxw_col_t) (sum_column (self, block) + 2));
      divisor = g_strdup_printf ("%s-%u", n,
                                 self->component->drop_high + self->component->drop_low);
      score = xr_report_write_quotient (sheet, quotient_column (self), &self->scale, condition,
                                        total, divisor, has, sum, kept);
      place->values[application] = has ? score : -1;
    }
  else if (!live)
    xr_report_write_value (self->report, sheet, quotient_column (self), application, self->index);
  place->rows[application] = sheet->row;
  xr_sheet_next (sheet);
}

/* Whole numbers stay small enough: judges × full mark is the largest sum. */
static gboolean
is_live (Judges *self, gint64 full_mark)
{
  gint64 judges = MAX (widest (self), 1);

  return quotient_column (self) + XR_QUOTIENT_COLUMNS < LXW_COL_MAX
         && xr_scale_fits (&self->scale, judges * full_mark, judges);
}

static void
write_correction (Judges *self)
{
  g_autofree const char **panels = g_new0 (const char *, self->report->contest->applications->len);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      for (guint r = 0; r < block->rows->len; r++)
        panels[g_array_index (block->rows, int, r)] = block->panel;
    }
  xr_report_write_panels (self->report, self->index, panels);
}

void
xr_report_write_judges (XrReport *report, int component)
{
  const XrComponent *plan = xr_report_component (report, component);
  g_autofree char *name = g_strdup_printf ("评分-%s", plan->name);
  Judges self = { .report = report, .component = plan, .index = component };
  gint64 full_mark = xr_component_effective_full_mark (plan).units;
  gboolean live;

  self.sheet = xr_report_add_sheet (report, name);
  self.n_dimensions = MAX (plan->dimensions->len, 1);
  self.n_series = plan->trimming == XR_TRIMMING_DIMENSIONS ? self.n_dimensions : 1;
  self.scores = g_hash_table_new (hash_key, equal_keys);
  self.blocks = g_ptr_array_new_with_free_func (free_block);
  collect (&self);
  live = xr_scale_init_component (&self.scale, plan, 1, 1, full_mark) && is_live (&self, full_mark);

  report->columns[component].live = live;
  report->columns[component].prefix = xr_sheet_dup_prefix (self.sheet);
  report->columns[component].quotient = (lxw_col_t) (quotient_column (&self) + 2);
  for (guint i = 0; i < self.blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self.blocks, i);

      if (block->rows->len == 0)
        continue;
      write_block_heads (&self, block);
      for (guint r = 0; r < block->rows->len; r++)
        write_row (&self, block, g_array_index (block->rows, int, r), live);
      xr_sheet_next (self.sheet);
    }
  if (plan->panel_correction && live)
    write_correction (&self);
  g_hash_table_unref (self.scores);
  g_ptr_array_unref (self.blocks);
}
