/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A graded component whose marks were counted by hand: 汇总 holds the counts, 汇总分 the mean of each
 * dimension put together over one divisor, 成绩 the score. Where a component also has ballots its scores
 * are written as values. */

#include "exchange/report-private.h"

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  gboolean live;
  GArray *parts;
  XrScale scale;
  XrSheet *counts;  /* 汇总 */
  XrSheet *means;   /* 汇总分 */
  XrSheet *results; /* 成绩 */
  char *count_prefix, *mean_prefix;
} Tallies;

/* The counts of one dimension within a part. */
typedef struct
{
  lxw_row_t first, last; /* rows of 汇总; first > last: none */
  gint64 points;         /* Σ points × votes, ten-thousandths */
  gint64 votes;
} Dimension;

static gboolean
in_part (Tallies *self, const XrTally *tally, guint part)
{
  if (xr_component_effective_grouping (self->component) == XR_GROUPING_POOLED)
    return TRUE;
  return tally->group == (int) part;
}

/* Points × votes in ten-thousandths, a column of its own: Gnumeric does not round a range cell by cell. */
static void
write_product (Tallies *self, const XrTally *tally)
{
  char points[XR_REF_SIZE];
  char votes[XR_REF_SIZE];
  g_autofree char *formula = NULL;

  xr_ref (points, self->counts->row, 4);
  xr_ref (votes, self->counts->row, 5);
  formula = g_strdup_printf ("=ROUND(%s*10000,0)*%s", points, votes);
  xr_sheet_formula_integer (self->counts, 6, formula, tally->points.units * tally->votes);
}

static void
write_count (Tallies *self, const XrTally *tally)
{
  const XrCandidate *person = g_ptr_array_index (self->report->contest->candidates,
                                                 (guint) tally->candidate);
  const XrDimension *dimension = g_ptr_array_index (self->component->dimensions,
                                                    (guint) tally->dimension);

  xr_sheet_text (self->counts, 0, XR_STYLE_TEXT, person->number);
  xr_sheet_text (self->counts, 1, XR_STYLE_TEXT, person->name);
  if (tally->group >= 0)
    xr_sheet_text (
      self->counts, 2, XR_STYLE_TEXT,
      ((XrGroup *) g_ptr_array_index (self->component->groups, (guint) tally->group))->name);
  xr_sheet_text (self->counts, 3, XR_STYLE_TEXT, dimension->name);
  xr_sheet_decimal (self->counts, 4, XR_STYLE_SHORT, tally->points);
  xr_sheet_integer (self->counts, 5, tally->votes);
  write_product (self, tally);
  xr_sheet_next (self->counts);
}

/* Writes the counts of one candidate, part and dimension, one below the other. */
static Dimension
write_dimension (Tallies *self, int candidate, guint part, guint d)
{
  GArray *tallies = self->report->contest->tallies;
  Dimension result = { .first = self->counts->row };

  for (guint i = 0; i < tallies->len; i++)
    {
      const XrTally *tally = &g_array_index (tallies, XrTally, i);

      if (tally->component != self->index || tally->candidate != candidate
          || tally->dimension != (int) d || !in_part (self, tally, part))
        continue;
      write_count (self, tally);
      result.points += tally->points.units * tally->votes;
      result.votes += tally->votes;
    }
  result.last = self->counts->row - 1;
  return result;
}

static void
write_mean (Tallies *self, guint d, const Dimension *dimension)
{
  char points[XR_REF_SIZE];
  char votes[XR_REF_SIZE];
  g_autofree char *sum = NULL;
  g_autofree char *count = NULL;
  lxw_col_t column = (lxw_col_t) (3 + 2 * d);

  if (dimension->first > dimension->last)
    return;
  xr_range (points, dimension->first, 6, dimension->last, 6);
  xr_range (votes, dimension->first, 5, dimension->last, 5);
  sum = g_strdup_printf ("=SUM(%s%s)", self->count_prefix, points);
  count = g_strdup_printf ("=SUM(%s%s)", self->count_prefix, votes);
  xr_sheet_formula_integer (self->means, column, sum, dimension->points);
  xr_sheet_formula_integer (self->means, (lxw_col_t) (column + 1), count, dimension->votes);
}

/* The part's mean as one fraction: formulas over the cells of its row. */
static gboolean
write_fraction (Tallies *self, const Dimension *dimensions, XrPartValue *value)
{
  guint n = self->component->dimensions->len;
  lxw_col_t column = (lxw_col_t) (3 + 2 * n);
  g_autoptr (GString) multiple = g_string_new ("=LCM(1");
  g_autoptr (GString) sum = g_string_new ("=0");
  g_autoptr (GString) count = g_string_new ("=(0");
  char a[XR_REF_SIZE];
  char b[XR_REF_SIZE];
  char m[XR_REF_SIZE];
  gint64 lcm = 1;
  gint64 weights = 0;
  __int128 total = 0;

  for (guint d = 0; d < n && lcm > 0; d++)
    if (dimensions[d].votes > 0)
      lcm = xr_lcm (lcm, dimensions[d].votes);
  xr_ref (m, self->means->row, column);
  for (guint d = 0; d < n; d++)
    {
      gint64 weight
        = ((XrDimension *) g_ptr_array_index (self->component->dimensions, d))->weight.units;

      if (dimensions[d].votes == 0)
        continue;
      xr_ref (a, self->means->row, (lxw_col_t) (3 + 2 * d));
      xr_ref (b, self->means->row, (lxw_col_t) (4 + 2 * d));
      g_string_append_printf (multiple, ",%s", b);
      g_string_append_printf (sum, "+%" G_GINT64_FORMAT "*%s*%s/%s", weight, a, m, b);
      g_string_append_printf (count, "+%" G_GINT64_FORMAT, weight);
      weights += weight;
      total += lcm > 0 ? (__int128) weight * dimensions[d].points * (lcm / dimensions[d].votes) : 0;
    }
  g_string_append_c (multiple, ')');
  g_string_append_printf (count, ")*%s", m);
  if (lcm == 0 || total >= XR_REPORT_MAX_INTEGER
      || (__int128) weights * lcm >= XR_REPORT_MAX_INTEGER)
    return FALSE;
  value->sum = (gint64) total;
  value->count = weights * lcm;
  xr_sheet_formula_integer (self->means, column, multiple->str, lcm);
  xr_sheet_formula_integer (self->means, (lxw_col_t) (column + 1), sum->str, value->sum);
  xr_sheet_formula_integer (self->means, (lxw_col_t) (column + 2), count->str, value->count);
  return TRUE;
}

static void
write_mean_heads (Tallies *self)
{
  guint n = self->component->dimensions->len;
  static const char *const last[] = { "最小公倍数", "合计", "除数" };

  xr_sheet_text (self->means, 0, XR_STYLE_HEAD, "编号");
  xr_sheet_text (self->means, 1, XR_STYLE_HEAD, "姓名");
  xr_sheet_text (self->means, 2, XR_STYLE_HEAD, "组别");
  for (guint d = 0; d < n; d++)
    {
      const char *name = ((XrDimension *) g_ptr_array_index (self->component->dimensions, d))->name;
      g_autofree char *sum = g_strdup_printf ("%s\n万分位合计", name);
      g_autofree char *count = g_strdup_printf ("%s\n票数", name);

      xr_sheet_text (self->means, (lxw_col_t) (3 + 2 * d), XR_STYLE_HEAD, sum);
      xr_sheet_text (self->means, (lxw_col_t) (4 + 2 * d), XR_STYLE_HEAD, count);
    }
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    xr_sheet_text (self->means, (lxw_col_t) (3 + 2 * n + i), XR_STYLE_HEAD, last[i]);
  xr_sheet_next (self->means);
}

/* A row of 汇总分 for each part, and the formulas that 成绩 takes from it. */
static gboolean
write_person (Tallies *self, int application, GPtrArray *sums, GPtrArray *counts,
              XrPartValue *values)
{
  int candidate = g_array_index (self->report->contest->applications, XrApplication,
                                 (guint) application)
                    .candidate;
  const XrCandidate *person = xr_report_candidate (self->report, application);
  guint n = self->component->dimensions->len;
  g_autofree Dimension *dimensions = g_new0 (Dimension, n);
  char cell[XR_REF_SIZE];

  for (guint p = 0; p < self->parts->len; p++)
    {
      for (guint d = 0; d < n; d++)
        dimensions[d] = write_dimension (self, candidate, p, d);
      if (!self->live)
        continue;
      xr_sheet_text (self->means, 0, XR_STYLE_TEXT, person->number);
      xr_sheet_text (self->means, 1, XR_STYLE_TEXT, person->name);
      xr_sheet_text (self->means, 2, XR_STYLE_TEXT, g_array_index (self->parts, XrPart, p).name);
      for (guint d = 0; d < n; d++)
        write_mean (self, d, &dimensions[d]);
      if (!write_fraction (self, dimensions, &values[p]))
        return FALSE;
      xr_ref (cell, self->means->row, (lxw_col_t) (4 + 2 * n));
      g_ptr_array_add (sums, g_strdup_printf ("=%s%s", self->mean_prefix, cell));
      xr_ref (cell, self->means->row, (lxw_col_t) (5 + 2 * n));
      g_ptr_array_add (counts, g_strdup_printf ("=%s%s", self->mean_prefix, cell));
      xr_sheet_next (self->means);
    }
  return self->live && xr_report_parts_fit (self->parts, &self->scale, values);
}

static void
write_application (Tallies *self, int application)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autofree XrPartValue *values = g_new0 (XrPartValue, self->parts->len);
  lxw_col_t quotient = xr_report_part_quotient (XR_REPORT_KEY_COLUMNS, self->parts);

  xr_report_write_key (self->report, self->results, application);
  if (write_person (self, application, sums, counts, values))
    xr_report_write_parts (self->results, XR_REPORT_KEY_COLUMNS, self->parts, &self->scale, sums,
                           counts, values);
  else
    xr_report_write_value (self->report, self->results, quotient, application, self->index);
  self->report->columns[self->index].rows[application] = self->results->row;
  xr_sheet_next (self->results);
}

static XrSheet *
add_sheet (Tallies *self, const char *kind)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", kind, self->component->name);

  return xr_report_add_sheet (self->report, name);
}

void
xr_report_write_tallies (XrReport *report, int component)
{
  static const char *const heads[] = {
    "编号", "姓名", "组别", "要素", "分值", "票数", "分值×票数（万分位）"
  };
  Tallies self = { .report = report,
                   .component = xr_report_component (report, component),
                   .index = component };
  XrScoreColumn *column = &report->columns[component];
  gint64 weight_sum;

  self.parts = xr_report_parts (self.component, &weight_sum);
  self.live = !xr_report_has_graded_ballots (report, component) && weight_sum > 0
              && xr_scale_init_component (&self.scale, self.component, 1, weight_sum,
                                          xr_report_best_points (self.component));
  self.counts = add_sheet (&self, "汇总");
  self.means = add_sheet (&self, "汇总分");
  self.results = add_sheet (&self, "成绩");
  self.count_prefix = xr_sheet_dup_prefix (self.counts);
  self.mean_prefix = xr_sheet_dup_prefix (self.means);
  column->live = TRUE;
  column->prefix = xr_sheet_dup_prefix (self.results);
  column->quotient = (lxw_col_t) (xr_report_part_quotient (XR_REPORT_KEY_COLUMNS, self.parts) + 2);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (self.counts, (lxw_col_t) i, XR_STYLE_HEAD, heads[i]);
  xr_sheet_next (self.counts);
  write_mean_heads (&self);
  xr_report_write_key_heads (self.results);
  xr_report_write_part_heads (self.results, XR_REPORT_KEY_COLUMNS, self.parts);
  xr_sheet_next (self.results);
  for (guint i = 0; i < report->order->len; i++)
    write_application (&self, g_array_index (report->order, int, i));

  g_array_unref (self.parts);
  g_free (self.count_prefix);
  g_free (self.mean_prefix);
}
