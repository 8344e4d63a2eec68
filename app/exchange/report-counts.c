/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of components that come as figures: counted votes (票数比例) and scores from elsewhere
 * (直接计分). */

#include "exchange/report-private.h"

/* ---- 票数比例 */

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  GArray *parts;
  XrScale scale;
  gboolean live;
  XrSheet *votes;
  char *prefix;
} Share;

enum
{
  VOTE_GROUP = XR_REPORT_KEY_COLUMNS,
  VOTE_YES,
  VOTE_NO,
  VOTE_ABSTAIN,
  VOTE_PRESENT,
  VOTE_DUE,
  VOTE_BASE,      /* what the share is taken of */
  VOTE_THRESHOLD, /* what the threshold is taken of */
};

static const XrVote *
find_vote (Share *self, int candidate, int group)
{
  GArray *votes = self->report->contest->votes;

  for (guint i = 0; i < votes->len; i++)
    {
      const XrVote *vote = &g_array_index (votes, XrVote, i);

      if (vote->component == self->index && vote->candidate == candidate && vote->group == group)
        return vote;
    }
  return NULL;
}

/* A denominator, −1 where it is not there. */
static gint64
base_value (const XrVote *vote, const XrGroup *group, XrVoteBase base)
{
  switch (base)
    {
    case XR_VOTE_BASE_VALID:
      return vote->yes + vote->no + vote->abstain;
    case XR_VOTE_BASE_FOR_AND_AGAINST:
      return vote->yes + vote->no;
    case XR_VOTE_BASE_PRESENT:
      return group != NULL ? group->present : -1;
    case XR_VOTE_BASE_DUE:
    default:
      return group != NULL ? group->due : -1;
    }
}

static void
write_base (XrSheet *sheet, lxw_col_t column, XrVoteBase base, gint64 value)
{
  char yes[XR_REF_SIZE];
  char last[XR_REF_SIZE];
  g_autofree char *formula = NULL;

  if (value < 0)
    return;
  xr_ref (yes, sheet->row, VOTE_YES);
  if (base == XR_VOTE_BASE_VALID || base == XR_VOTE_BASE_FOR_AND_AGAINST)
    {
      xr_ref (last, sheet->row, base == XR_VOTE_BASE_VALID ? VOTE_ABSTAIN : VOTE_NO);
      formula = g_strdup_printf ("=SUM(%s:%s)", yes, last);
    }
  else
    {
      xr_ref (last, sheet->row, base == XR_VOTE_BASE_PRESENT ? VOTE_PRESENT : VOTE_DUE);
      formula = g_strdup_printf ("=%s", last);
    }
  xr_sheet_formula_integer (sheet, column, formula, value);
}

static void
write_vote (Share *self, int application, const XrVote *vote, const XrGroup *group)
{
  XrSheet *sheet = self->votes;
  const XrSettings *settings = &self->report->contest->plan->settings;

  xr_report_write_key (self->report, sheet, application);
  if (group != NULL)
    xr_sheet_text (sheet, VOTE_GROUP, XR_STYLE_TEXT, group->name);
  if (vote != NULL)
    {
      xr_sheet_integer (sheet, VOTE_YES, vote->yes);
      xr_sheet_integer (sheet, VOTE_NO, vote->no);
      xr_sheet_integer (sheet, VOTE_ABSTAIN, vote->abstain);
    }
  if (group != NULL && group->present >= 0)
    xr_sheet_integer (sheet, VOTE_PRESENT, group->present);
  if (group != NULL && group->due >= 0)
    xr_sheet_integer (sheet, VOTE_DUE, group->due);
  if (vote != NULL)
    {
      write_base (sheet, VOTE_BASE, self->component->vote_base,
                  base_value (vote, group, self->component->vote_base));
      if (self->component->over_threshold)
        write_base (sheet, VOTE_THRESHOLD, settings->threshold_base,
                    base_value (vote, group, settings->threshold_base));
    }
  xr_sheet_next (sheet);
}

/* Writes the votes of an application, a row a group, and gives each part's sum and count. */
static lxw_row_t
write_votes (Share *self, int application, XrPartValue *values)
{
  int candidate = g_array_index (self->report->contest->applications, XrApplication,
                                 (guint) application)
                    .candidate;
  guint n = MAX (1, self->component->groups->len);
  lxw_row_t first = self->votes->row;

  for (guint i = 0; i < n; i++)
    {
      const XrGroup *group = self->component->groups->len > 0
                               ? g_ptr_array_index (self->component->groups, i)
                               : NULL;
      const XrVote *vote = find_vote (self, candidate, group != NULL ? (int) i : -1);
      XrPartValue *value = &values[self->parts->len > 1 ? i : 0];
      gint64 base = vote != NULL ? base_value (vote, group, self->component->vote_base) : -1;

      write_vote (self, application, vote, group);
      /* One group without votes or denominator leaves the whole open. */
      if (base <= 0 || value->count < 0)
        value->count = -1;
      else
        {
          value->sum += vote->yes;
          value->count += base;
        }
    }
  for (guint i = 0; i < self->parts->len; i++)
    if (values[i].count < 0)
      values[i] = (XrPartValue){ 0, 0 };
  return first;
}

static void
write_share_row (Share *self, XrSheet *sheet, int application)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autofree XrPartValue *values = g_new0 (XrPartValue, self->parts->len);
  guint n = MAX (1, self->component->groups->len);
  lxw_row_t first = write_votes (self, application, values);

  for (guint p = 0; p < self->parts->len; p++)
    {
      lxw_row_t from = self->parts->len > 1 ? first + p : first;
      lxw_row_t to = self->parts->len > 1 ? first + p : first + n - 1;
      char yes[XR_REF_SIZE];
      char base[XR_REF_SIZE];

      xr_range (yes, from, VOTE_YES, to, VOTE_YES);
      xr_range (base, from, VOTE_BASE, to, VOTE_BASE);
      /* A group whose denominator is not there makes the part empty, not smaller. */
      g_ptr_array_add (sums,
                       g_strdup_printf ("=IF(COUNTIF(%s%s,\">0\")=%u,SUM(%s%s),0)", self->prefix,
                                        base, to - from + 1, self->prefix, yes));
      g_ptr_array_add (counts,
                       g_strdup_printf ("=IF(COUNTIF(%s%s,\">0\")=%u,SUM(%s%s),0)", self->prefix,
                                        base, to - from + 1, self->prefix, base));
    }
  xr_report_write_key (self->report, sheet, application);
  xr_report_write_parts (sheet, XR_REPORT_KEY_COLUMNS, self->parts, &self->scale, sums, counts,
                         values);
  self->report->columns[self->index].rows[application] = sheet->row;
}

/* 1 over the threshold, 0 not, nothing when a count is missing: 100 × votes > threshold × base. */
static void
write_threshold (Share *self, XrSheet *sheet, lxw_col_t column, int application)
{
  int candidate = g_array_index (self->report->contest->applications, XrApplication,
                                 (guint) application)
                    .candidate;
  const XrSettings *settings = &self->report->contest->plan->settings;
  guint n = MAX (1, self->component->groups->len);
  lxw_row_t last = self->votes->row - 1;
  gint64 yes = 0;
  gint64 base = 0;
  gboolean has = TRUE;
  char yes_range[XR_REF_SIZE];
  char base_range[XR_REF_SIZE];
  g_autofree char *formula = NULL;

  for (guint i = 0; i < n; i++)
    {
      const XrGroup *group = self->component->groups->len > 0
                               ? g_ptr_array_index (self->component->groups, i)
                               : NULL;
      const XrVote *vote = find_vote (self, candidate, group != NULL ? (int) i : -1);
      gint64 one = vote != NULL ? base_value (vote, group, settings->threshold_base) : -1;

      has = has && one >= 0;
      yes += vote != NULL ? vote->yes : 0;
      base += MAX (one, 0);
    }
  xr_range (yes_range, last - n + 1, VOTE_YES, last, VOTE_YES);
  xr_range (base_range, last - n + 1, VOTE_THRESHOLD, last, VOTE_THRESHOLD);
  formula = g_strdup_printf ("=IF(COUNT(%s%s)=%u,IF(1000000*SUM(%s%s)>%" G_GINT64_FORMAT
                             "*SUM(%s%s),1,0),\"\")",
                             self->prefix, base_range, n, self->prefix, yes_range,
                             settings->threshold.units, self->prefix, base_range);
  if (has)
    xr_sheet_formula_integer (sheet, column, formula,
                              1000000 * yes > settings->threshold.units * base ? 1 : 0);
  else
    xr_sheet_formula_text (sheet, column, formula, "");
}

static void
write_share_heads (Share *self, XrSheet *sheet)
{
  static const char *const heads[] = { "组别", "同意", "不同意", "弃权",
                                       "实到", "应到", "分母",   "门槛分母" };

  xr_report_write_key_heads (self->votes);
  for (guint i = 0; i < G_N_ELEMENTS (heads) - (self->component->over_threshold ? 0 : 1); i++)
    xr_sheet_text (self->votes, (lxw_col_t) (VOTE_GROUP + i), XR_STYLE_HEAD, heads[i]);
  xr_sheet_next (self->votes);
  xr_report_write_key_heads (sheet);
  if (self->component->over_threshold)
    xr_sheet_text (sheet, self->report->columns[self->index].passed, XR_STYLE_HEAD, "超过门槛");
  xr_report_write_part_heads (sheet, XR_REPORT_KEY_COLUMNS, self->parts);
  xr_sheet_next (sheet);
}

void
xr_report_write_share (XrReport *report, int component)
{
  Share self = { .report = report,
                 .component = xr_report_component (report, component),
                 .index = component };
  XrScoreColumn *column = &report->columns[component];
  g_autofree char *vote_name = g_strdup_printf ("票数-%s", self.component->name);
  g_autofree char *name = g_strdup_printf ("成绩-%s", self.component->name);
  lxw_col_t quotient;
  gint64 weight_sum;
  XrSheet *sheet;

  self.parts = xr_report_parts (self.component, &weight_sum);
  self.votes = xr_report_add_sheet (report, vote_name);
  self.prefix = xr_sheet_dup_prefix (self.votes);
  sheet = xr_report_add_sheet (report, name);
  quotient = xr_report_part_quotient (XR_REPORT_KEY_COLUMNS, self.parts);
  self.live = weight_sum > 0
              && xr_scale_init_component (&self.scale, self.component,
                                          self.component->bonus ? 100 * XR_DECIMAL_SCALE : 1,
                                          weight_sum, 1);
  column->live = self.live;
  column->prefix = xr_sheet_dup_prefix (sheet);
  column->quotient = (lxw_col_t) (quotient + 2);
  column->passed = self.component->over_threshold ? (lxw_col_t) (quotient + XR_QUOTIENT_COLUMNS)
                                                  : 0;
  write_share_heads (&self, sheet);
  for (guint i = 0; i < report->order->len; i++)
    {
      int application = g_array_index (report->order, int, i);

      write_share_row (&self, sheet, application);
      if (self.component->over_threshold)
        write_threshold (&self, sheet, column->passed, application);
      xr_sheet_next (sheet);
    }
  g_array_unref (self.parts);
  g_free (self.prefix);
}

/* ---- 直接计分 */

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  guint n;         /* sub-items, 1 where there are none */
  gint64 *weights; /* reduced */
  gint64 divisor;  /* of the weighted sum, times the scale */
  XrScale scale;
} Direct;

static const XrDirectScore *
find_direct (Direct *self, int candidate, int dimension)
{
  GArray *scores = self->report->contest->direct_scores;

  for (guint i = 0; i < scores->len; i++)
    {
      const XrDirectScore *score = &g_array_index (scores, XrDirectScore, i);

      if (score->component == self->index && score->candidate == candidate
          && score->dimension == dimension)
        return score;
    }
  return NULL;
}

/* The weighted sum as a formula. */
static char *
direct_formula (Direct *self, lxw_row_t row)
{
  GString *sum = g_string_new ("0");
  char cell[XR_REF_SIZE];

  for (guint i = 0; i < self->n; i++)
    g_string_append_printf (sum, "+%" G_GINT64_FORMAT "*ROUND(%s*10000,0)", self->weights[i],
                            xr_ref (cell, row, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i)));
  return g_string_free (sum, FALSE);
}

static void
write_direct_row (Direct *self, XrSheet *sheet, int application)
{
  int candidate = g_array_index (self->report->contest->applications, XrApplication,
                                 (guint) application)
                    .candidate;
  gint64 sum = 0;
  gboolean has = TRUE;
  char first[XR_REF_SIZE];
  char last[XR_REF_SIZE];
  g_autofree char *condition = NULL;
  g_autofree char *formula = direct_formula (self, sheet->row);

  xr_report_write_key (self->report, sheet, application);
  for (guint i = 0; i < self->n; i++)
    {
      const XrDirectScore *score = find_direct (
        self, candidate, self->component->dimensions->len > 0 ? (int) i : -1);

      has = has && score != NULL;
      if (score == NULL)
        continue;
      xr_sheet_decimal (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i), XR_STYLE_SHORT,
                        score->value);
      sum += self->weights[i] * score->value.units;
    }
  xr_ref (first, sheet->row, XR_REPORT_KEY_COLUMNS);
  xr_ref (last, sheet->row, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + self->n - 1));
  condition = g_strdup_printf ("COUNT(%s:%s)=%u", first, last, self->n);
  xr_report_write_quotient (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + self->n), &self->scale,
                            condition, formula, "1", has, sum, 1);
  self->report->columns[self->index].rows[application] = sheet->row;
  xr_sheet_next (sheet);
}

static void
prepare_direct (Direct *self)
{
  gint64 common = 0;

  self->n = MAX (1, self->component->dimensions->len);
  self->weights = g_new0 (gint64, self->n);
  self->weights[0] = XR_DECIMAL_SCALE;
  for (guint i = 0; i < self->component->dimensions->len; i++)
    self->weights[i]
      = ((XrDimension *) g_ptr_array_index (self->component->dimensions, i))->weight.units;
  for (guint i = 0; i < self->n; i++)
    common = xr_gcd (common, self->weights[i]);
  /* A bonus adds its sub-items times their weight as it stands; 10000 is the unit of weights. */
  if (self->component->bonus)
    common = xr_gcd (common, XR_DECIMAL_SCALE);
  self->divisor = self->component->bonus ? XR_DECIMAL_SCALE / common : 0;
  for (guint i = 0; i < self->n; i++)
    {
      self->weights[i] /= common;
      if (!self->component->bonus)
        self->divisor += self->weights[i];
    }
}

void
xr_report_write_direct (XrReport *report, int component)
{
  Direct self = { .report = report,
                  .component = xr_report_component (report, component),
                  .index = component };
  XrScoreColumn *column = &report->columns[component];
  g_autofree char *name = g_strdup_printf ("计分-%s", self.component->name);
  XrSheet *sheet = xr_report_add_sheet (report, name);
  gint64 full_mark = self.component->full_mark.units;

  prepare_direct (&self);
  column->live = xr_scale_init_component (&self.scale, self.component, 1, self.divisor, full_mark);
  column->live = column->live && xr_scale_fits (&self.scale, self.divisor * full_mark, 1);
  column->prefix = xr_sheet_dup_prefix (sheet);
  column->quotient = (lxw_col_t) (XR_REPORT_KEY_COLUMNS + self.n + 2);

  xr_report_write_key_heads (sheet);
  for (guint i = 0; i < self.n; i++)
    xr_sheet_text (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i), XR_STYLE_HEAD,
                   self.component->dimensions->len > 0
                     ? ((XrDimension *) g_ptr_array_index (self.component->dimensions, i))->name
                     : "得分");
  xr_report_write_quotient_heads (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + self.n));
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->order->len; i++)
    write_direct_row (&self, sheet, g_array_index (report->order, int, i));
  g_free (self.weights);
}
