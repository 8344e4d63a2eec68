/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of a component by graded ballot. 票 holds the marks, a row a ballot, without voter and in
 * shuffled order; 票分 each ballot's score of each candidate as a whole number; 成绩 the means of the
 * groups and the score. Tallies that were counted by hand stand in 汇总 instead. */

#include "exchange/report-private.h"

#define ABSTAINED "弃权"
/* Candidates × dimensions on one pair of sheets: under Excel's 16,384 columns. */
#define MAX_MARK_COLUMNS 16000

typedef struct
{
  gint64 post, group;
  lxw_row_t first, last;
} Span;

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  gint64 factor;   /* points × factor is a whole number: 1 to 10000 */
  gint64 multiple; /* ballots' scores are counted in 1/multiple */
  char factor_text[24], multiple_text[24];
  gint64 *weights; /* of the dimensions, reduced */
  gint64 best;     /* points of the best mark, ten-thousandths */
  gboolean equal_weights;
  GArray *parts;
  XrScale scale;
  gboolean live;
  GArray *people;         /* candidate indexes, in the order of the report */
  GHashTable *columns;    /* candidate id → place in people + 1 */
  GHashTable *dimensions; /* dimension id → index + 1 */
  GArray *heads;          /* XrBallotHead */
  lxw_row_t first_row;
  GPtrArray *score_prefixes; /* of the 票分 sheets, one a page of candidates */
  guint per_page;            /* candidates a page */
  XrPartValue *values;       /* candidate place × part */
} Graded;

/* ---- what to count in */

static void
find_factor (Graded *self)
{
  self->factor = self->component->grades->len > 0 ? 1 : XR_DECIMAL_SCALE;
  for (guint i = 0; i < self->component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (self->component->grades, i);

      while (self->factor < XR_DECIMAL_SCALE
             && grade->points.units * self->factor % XR_DECIMAL_SCALE != 0)
        self->factor *= 10;
    }
}

static void
find_weights (Graded *self)
{
  guint n = self->component->dimensions->len;
  gint64 common = 0;

  self->weights = g_new0 (gint64, MAX (n, 1));
  self->equal_weights = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (self->component->dimensions, i);

      self->weights[i] = dimension->weight.units;
      common = xr_gcd (common, self->weights[i]);
      self->equal_weights &= self->weights[i] == self->weights[0];
    }
  for (guint i = 0; i < n && common > 0; i++)
    self->weights[i] /= common;
}

/* The least common multiple of the weights that ballots really have: of all their counted dimensions. */
static void
find_multiple (Graded *self)
{
  self->multiple = 1;
  for (guint i = 0; i < self->report->contest->graded_sums->len; i++)
    {
      const XrGradedSum *sum = &g_array_index (self->report->contest->graded_sums, XrGradedSum, i);

      if (sum->component == self->index && self->multiple > 0)
        self->multiple = xr_lcm (self->multiple, sum->weight);
    }
}

/* ---- each candidate's sums, from the same counts that the result is made of */

static int
part_of_group (Graded *self, int group)
{
  if (xr_component_effective_grouping (self->component) == XR_GROUPING_POOLED)
    return 0;
  return group;
}

static gboolean
find_values (Graded *self)
{
  const XrCase *contest = self->report->contest;

  self->values = g_new0 (XrPartValue, MAX (1, self->people->len * self->parts->len));
  for (guint i = 0; i < contest->graded_sums->len; i++)
    {
      const XrGradedSum *sum = &g_array_index (contest->graded_sums, XrGradedSum, i);
      const XrCandidate *person = g_ptr_array_index (contest->candidates, (guint) sum->candidate);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &person->id));
      int part = part_of_group (self, sum->group);
      XrPartValue *value;
      __int128 scaled;

      if (sum->component != self->index || place == 0 || part < 0)
        continue;
      value = &self->values[(place - 1) * self->parts->len + (guint) part];
      scaled = (__int128) sum->points * self->factor / XR_DECIMAL_SCALE
               * (self->multiple / sum->weight);
      if (value->sum + scaled >= XR_REPORT_MAX_INTEGER)
        return FALSE;
      value->sum += (gint64) scaled;
      value->count += sum->count;
    }
  return TRUE;
}

static gboolean
values_fit (Graded *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if (!xr_report_parts_fit (self->parts, &self->scale, &self->values[i * self->parts->len]))
      return FALSE;
  return TRUE;
}

static gboolean
has_tallies (const XrReport *report, int component)
{
  for (guint i = 0; i < report->contest->tallies->len; i++)
    if (g_array_index (report->contest->tallies, XrTally, i).component == component)
      return TRUE;
  return FALSE;
}

static void
prepare (Graded *self)
{
  gint64 weight_sum;

  find_factor (self);
  self->best = xr_report_best_points (self->component);
  find_weights (self);
  find_multiple (self);
  self->parts = xr_report_parts (self->component, &weight_sum);
  self->live = self->multiple > 0 && self->best > 0 && weight_sum > 0
               && !has_tallies (self->report, self->index)
               && xr_scale_init_component (&self->scale, self->component, XR_DECIMAL_SCALE,
                                           (__int128) weight_sum * self->multiple * self->factor,
                                           self->best);
  self->live = self->live && find_values (self) && values_fit (self);
  g_snprintf (self->factor_text, sizeof self->factor_text, "%" G_GINT64_FORMAT, self->factor);
  g_snprintf (self->multiple_text, sizeof self->multiple_text, "%" G_GINT64_FORMAT, self->multiple);
}

/* ---- 票 and 票分 */

/* One ballot's marks, dealt to their columns. */
typedef struct
{
  Graded *self;
  guint n_dimensions;
  gint64 *units; /* candidate place × dimension: ten-thousandths, −1 nothing, −2 abstained */
} Deal;

static void
deal_mark_cb (gint64 candidate, gint64 dimension, gboolean abstains, XrDecimal points,
              gpointer data)
{
  Deal *deal = data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (deal->self->columns, &candidate));
  guint d = GPOINTER_TO_UINT (g_hash_table_lookup (deal->self->dimensions, &dimension));

  if (place > 0 && d > 0)
    deal->units[(place - 1) * deal->n_dimensions + d - 1] = abstains ? -2 : points.units;
}

static lxw_col_t
mark_column (Graded *self, guint place_on_page, guint dimension)
{
  return (lxw_col_t) (2 + place_on_page * self->component->dimensions->len + dimension);
}

static void
write_person_head (Graded *self, XrSheet *sheet, lxw_col_t column, guint place)
{
  const XrCandidate *person = g_ptr_array_index (self->report->contest->candidates,
                                                 (guint) g_array_index (self->people, int, place));
  g_autofree char *head = g_strdup_printf ("%s %s", person->number, person->name);

  xr_sheet_text (sheet, column, XR_STYLE_HEAD, head);
}

/* Row 0 names the candidates, row 1 the dimensions, row 2 their weights. */
static void
write_mark_heads (Graded *self, XrSheet *sheet, guint first, guint n)
{
  guint dimensions = self->component->dimensions->len;

  for (guint i = 0; i < n; i++)
    write_person_head (self, sheet, mark_column (self, i, 0), first + i);
  xr_sheet_next (sheet);
  xr_sheet_text (sheet, 0, XR_STYLE_HEAD, "组别");
  xr_sheet_text (sheet, 1, XR_STYLE_HEAD, "票");
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < dimensions; d++)
      xr_sheet_text (sheet, mark_column (self, i, d), XR_STYLE_HEAD,
                     ((XrDimension *) g_ptr_array_index (self->component->dimensions, d))->name);
  xr_sheet_next (sheet);
  xr_sheet_text (sheet, 0, XR_STYLE_HEAD, "权重");
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < dimensions; d++)
      xr_sheet_integer (sheet, mark_column (self, i, d), self->weights[d]);
  xr_sheet_next (sheet);
}

static void
write_score_heads (Graded *self, XrSheet *sheet, guint first, guint n)
{
  xr_sheet_text (sheet, 0, XR_STYLE_HEAD, "组别");
  xr_sheet_text (sheet, 1, XR_STYLE_HEAD, "票");
  for (guint i = 0; i < n; i++)
    write_person_head (self, sheet, (lxw_col_t) (2 + i), first + i);
  sheet->row = self->first_row;
}

static void
write_marks (Graded *self, XrSheet *sheet, const gint64 *units, guint n)
{
  guint dimensions = self->component->dimensions->len;

  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < dimensions; d++)
      {
        gint64 value = units[i * dimensions + d];

        if (value >= 0)
          xr_sheet_decimal (sheet, mark_column (self, i, d), XR_STYLE_SHORT, (XrDecimal){ value });
        else if (value == -2)
          xr_sheet_text (sheet, mark_column (self, i, d), XR_STYLE_TEXT, ABSTAINED);
      }
}

/* What one ballot gives one candidate, in 1/(factor × multiple) of a point; −1 when it does not count. */
static gint64
ballot_score (Graded *self, const gint64 *units)
{
  gint64 sum = 0;
  gint64 weight = 0;

  for (guint d = 0; d < self->component->dimensions->len; d++)
    if (units[d] >= 0)
      {
        sum += self->weights[d] * (units[d] * self->factor / XR_DECIMAL_SCALE);
        weight += self->weights[d];
      }
  return weight == 0 ? -1 : sum * self->multiple / weight;
}

/* How formulas refer to the marks of a candidate: of the range, only the row differs from ballot to ballot.
 * There are as many formulas as ballots × candidates, so their texts are put together from these. */
typedef struct
{
  char *left, *right; /* "'票'!$C$", ":$G$" */
  char *weights;      /* the whole range */
} MarkRange;

static void
clear_mark_range (gpointer data)
{
  MarkRange *range = data;

  g_free (range->left);
  g_free (range->right);
  g_free (range->weights);
}

static GArray *
make_mark_ranges (Graded *self, const char *prefix, guint n)
{
  GArray *ranges = g_array_sized_new (FALSE, FALSE, sizeof (MarkRange), n);

  g_array_set_clear_func (ranges, clear_mark_range);
  for (guint i = 0; i < n; i++)
    {
      lxw_col_t first = mark_column (self, i, 0);
      lxw_col_t last = mark_column (self, i, self->component->dimensions->len - 1);
      lxw_row_t weights_row = self->first_row - 1;
      char left[XR_REF_SIZE], right[XR_REF_SIZE], weights[XR_REF_SIZE];
      MarkRange range;

      lxw_col_to_name (left, first, 1);
      lxw_col_to_name (right, last, 1);
      range.left = g_strconcat (prefix, left, "$", NULL);
      range.right = g_strconcat (":", right, "$", NULL);
      range.weights = g_strconcat (prefix,
                                   xr_range (weights, weights_row, first, weights_row, last), NULL);
      g_array_append_val (ranges, range);
    }
  return ranges;
}

static char *
dup_score_formula (Graded *self, const char *marks, const char *weights)
{
  if (self->equal_weights)
    return g_strconcat ("=IF(COUNT(", marks, ")=0,\"\",ROUND(SUM(", marks, ")*", self->factor_text,
                        ",0)*", self->multiple_text, "/COUNT(", marks, "))", NULL);
  /* Not ISNUMBER of a range: Gnumeric does not take that cell by cell. */
  return g_strconcat ("=IF(COUNT(", marks, ")=0,\"\",ROUND(SUMPRODUCT(", marks, ",", weights, ")*",
                      self->factor_text, ",0)*", self->multiple_text, "/SUMPRODUCT((", marks,
                      "<>\"\")*(", marks, "<>\"" ABSTAINED "\")*", weights, "))", NULL);
}

/* @row: the number of the row as formulas write it */
static void
write_ballot_score (Graded *self, XrSheet *sheet, lxw_col_t column, const MarkRange *range,
                    const char *row, gint64 value)
{
  g_autofree char *marks = g_strconcat (range->left, row, range->right, row, NULL);
  g_autofree char *formula = dup_score_formula (self, marks, range->weights);

  if (value >= 0)
    xr_sheet_formula_integer (sheet, column, formula, value);
  else
    xr_sheet_formula_text (sheet, column, formula, "");
}

/* A row of 票分: what one ballot gives each candidate. @row: its row in 票 */
static void
write_scores (Graded *self, XrSheet *scores, const GArray *ranges, lxw_row_t row,
              const gint64 *units)
{
  char row_text[16];

  g_snprintf (row_text, sizeof row_text, "%u", row + 1);
  for (guint i = 0; i < ranges->len; i++)
    write_ballot_score (self, scores, (lxw_col_t) (2 + i), &g_array_index (ranges, MarkRange, i),
                        row_text,
                        ballot_score (self, &units[i * self->component->dimensions->len]));
}

static gboolean
write_ballots (Graded *self, XrSheet *marks, XrSheet *scores, guint first, guint n, GError **error)
{
  g_autofree char *prefix = xr_sheet_dup_prefix (marks);
  g_autoptr (GArray) ranges = make_mark_ranges (self, prefix, n);
  guint dimensions = self->component->dimensions->len;
  g_autofree gint64 *units = g_new (gint64, self->people->len * dimensions);

  for (guint b = 0; b < self->heads->len; b++)
    {
      const XrBallotHead *head = &g_array_index (self->heads, XrBallotHead, b);
      Deal deal = { self, dimensions, units };

      if (g_cancellable_set_error_if_cancelled (self->report->cancellable, error))
        return FALSE;
      for (guint i = 0; i < self->people->len * dimensions; i++)
        units[i] = -1;
      if (!xr_ballot_foreach_mark (self->report->office, head->id, deal_mark_cb, &deal, error))
        return FALSE;
      xr_sheet_text (marks, 0, XR_STYLE_TEXT, xr_report_group_name (self->component, head->group));
      xr_sheet_integer (marks, 1, b + 1);
      write_marks (self, marks, &units[first * dimensions], n);
      if (scores != NULL)
        {
          xr_sheet_text (scores, 0, XR_STYLE_TEXT,
                         xr_report_group_name (self->component, head->group));
          xr_sheet_integer (scores, 1, b + 1);
          write_scores (self, scores, ranges, marks->row, &units[first * dimensions]);
          xr_sheet_next (scores);
        }
      xr_sheet_next (marks);
    }
  return TRUE;
}

static gboolean
write_pages (Graded *self, GError **error)
{
  g_autofree char *mark_name = g_strdup_printf ("票-%s", self->component->name);
  g_autofree char *score_name = g_strdup_printf ("票分-%s", self->component->name);

  for (guint first = 0; first < self->people->len; first += self->per_page)
    {
      guint n = MIN (self->per_page, self->people->len - first);
      XrSheet *marks = xr_report_add_sheet (self->report, mark_name);
      XrSheet *scores = self->live ? xr_report_add_sheet (self->report, score_name) : NULL;

      write_mark_heads (self, marks, first, n);
      self->first_row = marks->row;
      xr_sheet_freeze (marks, self->first_row, 2);
      if (scores != NULL)
        {
          write_score_heads (self, scores, first, n);
          xr_sheet_freeze (scores, 1, 2);
          g_ptr_array_add (self->score_prefixes, xr_sheet_dup_prefix (scores));
        }
      if (!write_ballots (self, marks, scores, first, n, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- 成绩 */

/* The rows of 票分 that a part takes in; first > last where it has none. */
static void
find_span (Graded *self, guint part, lxw_row_t *first, lxw_row_t *last)
{
  gboolean pooled = xr_component_effective_grouping (self->component) == XR_GROUPING_POOLED;
  gint64 id = pooled ? 0 : ((XrGroup *) g_ptr_array_index (self->component->groups, part))->id;

  *first = 1;
  *last = 0;
  for (guint b = 0; b < self->heads->len; b++)
    if (pooled || g_array_index (self->heads, XrBallotHead, b).group == id)
      {
        if (*first > *last)
          *first = self->first_row + b;
        *last = self->first_row + b;
      }
}

static void
write_result_row (Graded *self, XrSheet *sheet, guint place)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  const char *prefix = g_ptr_array_index (self->score_prefixes, place / self->per_page);
  lxw_col_t column = (lxw_col_t) (2 + place % self->per_page);

  for (guint p = 0; p < self->parts->len; p++)
    {
      char range[XR_REF_SIZE];
      lxw_row_t first;
      lxw_row_t last;

      find_span (self, p, &first, &last);
      if (first > last)
        {
          g_ptr_array_add (sums, g_strdup ("=0"));
          g_ptr_array_add (counts, g_strdup ("=0"));
          continue;
        }
      xr_range (range, first, column, last, column);
      g_ptr_array_add (sums, g_strdup_printf ("=SUM(%s%s)", prefix, range));
      g_ptr_array_add (counts, g_strdup_printf ("=COUNT(%s%s)", prefix, range));
    }
  xr_report_write_parts (sheet, XR_REPORT_KEY_COLUMNS, self->parts, &self->scale, sums, counts,
                         &self->values[place * self->parts->len]);
}

static void
write_results (Graded *self)
{
  XrReport *report = self->report;
  XrScoreColumn *column = &report->columns[self->index];
  g_autofree char *name = g_strdup_printf ("成绩-%s", self->component->name);
  XrSheet *sheet = xr_report_add_sheet (report, name);
  lxw_col_t quotient = xr_report_part_quotient (XR_REPORT_KEY_COLUMNS, self->parts);

  column->live = self->live && self->score_prefixes->len > 0;
  column->prefix = xr_sheet_dup_prefix (sheet);
  column->quotient = (lxw_col_t) (quotient + 2);
  xr_report_write_key_heads (sheet);
  xr_report_write_part_heads (sheet, XR_REPORT_KEY_COLUMNS, self->parts);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->order->len; i++)
    {
      int application = g_array_index (report->order, int, i);
      const XrCandidate *person = xr_report_candidate (report, application);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &person->id));

      xr_report_write_key (report, sheet, application);
      if (column->live)
        write_result_row (self, sheet, place - 1);
      else
        xr_report_write_value (report, sheet, quotient, application, self->index);
      column->rows[application] = sheet->row;
      xr_sheet_next (sheet);
    }
}

/* ---- setting up */

static void
collect_people (Graded *self)
{
  const XrCase *contest = self->report->contest;

  for (guint i = 0; i < self->report->order->len; i++)
    {
      int application = g_array_index (self->report->order, int, i);
      int candidate
        = g_array_index (contest->applications, XrApplication, (guint) application).candidate;
      XrCandidate *person = g_ptr_array_index (contest->candidates, (guint) candidate);

      if (g_hash_table_contains (self->columns, &person->id))
        continue;
      g_array_append_val (self->people, candidate);
      g_hash_table_insert (self->columns, &person->id, GUINT_TO_POINTER (self->people->len));
    }
  for (guint i = 0; i < self->component->dimensions->len; i++)
    {
      XrDimension *dimension = g_ptr_array_index (self->component->dimensions, i);

      g_hash_table_insert (self->dimensions, &dimension->id, GUINT_TO_POINTER (i + 1));
    }
}

static void
clear_graded (Graded *self)
{
  g_free (self->weights);
  g_free (self->values);
  g_array_unref (self->people);
  g_array_unref (self->parts);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->dimensions);
  g_ptr_array_unref (self->score_prefixes);
  g_clear_pointer (&self->heads, g_array_unref);
}

gboolean
xr_report_write_graded (XrReport *report, int component, GError **error)
{
  Graded self = { .report = report,
                  .component = xr_report_component (report, component),
                  .index = component,
                  .people = g_array_new (FALSE, FALSE, sizeof (int)),
                  .columns = g_hash_table_new (g_int64_hash, g_int64_equal),
                  .dimensions = g_hash_table_new (g_int64_hash, g_int64_equal),
                  .score_prefixes = g_ptr_array_new_with_free_func (g_free) };
  gboolean done;

  collect_people (&self);
  prepare (&self);
  self.per_page = MAX (1, MAX_MARK_COLUMNS / MAX (1, self.component->dimensions->len));
  self.heads = xr_ballot_heads (report->office, self.component->id, error);
  done = self.heads != NULL;
  if (done && (self.heads->len > 0 || xr_report_has_graded_ballots (report, component)))
    done = write_pages (&self, error);
  if (done && has_tallies (report, component))
    xr_report_write_tallies (report, component);
  else if (done)
    write_results (&self);
  clear_graded (&self);
  return done;
}
