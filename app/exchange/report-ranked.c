/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of a component by ranked ballot: 票 a row a ballot, with the names in their places and no
 * voter; 成绩 the points of each candidate by group, and the score. */

#include "exchange/report-private.h"

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  GArray *parts;
  XrScale scale;
  gboolean live;
  GHashTable *people; /* candidate id → XrCandidate */
  GArray *heads;      /* XrBallotHead */
  guint n_places;
  XrSheet *ballots;
  char *prefix;
} Ranked;

#define FIRST_PLACE_COLUMN 3

static gint64
points_of_place (Ranked *self, guint place)
{
  for (guint i = 0; i < self->component->place_points->len; i++)
    {
      const XrPlacePoints *points = g_ptr_array_index (self->component->place_points, i);

      if (points->place == place)
        return points->points.units;
    }
  return -1;
}

static guint
count_places (Ranked *self)
{
  guint n = 0;

  for (guint i = 0; i < self->component->place_points->len; i++)
    n = MAX (n, ((XrPlacePoints *) g_ptr_array_index (self->component->place_points, i))->place);
  for (guint i = 0; i < self->report->contest->ranked_sums->len; i++)
    {
      const XrRankedSum *sum = &g_array_index (self->report->contest->ranked_sums, XrRankedSum, i);

      if (sum->component == self->index)
        n = MAX (n, sum->place);
    }
  return n;
}

/* How a candidate reads on a ballot: number and name, which no formula takes for a number. */
static char *
dup_label (const XrCandidate *person)
{
  return g_strdup_printf ("%s %s", person->number, person->name);
}

static void
write_choice_cb (guint place, gint64 candidate, gpointer data)
{
  Ranked *self = data;
  const XrCandidate *person = g_hash_table_lookup (self->people, &candidate);
  g_autofree char *label = person != NULL ? dup_label (person) : NULL;

  xr_sheet_text (self->ballots, (lxw_col_t) (FIRST_PLACE_COLUMN + place - 1), XR_STYLE_TEXT, label);
}

static const char *
post_name (Ranked *self, gint64 id)
{
  const GPtrArray *posts = self->report->contest->plan->posts;

  for (guint i = 0; i < posts->len; i++)
    if (((XrPost *) g_ptr_array_index (posts, i))->id == id)
      return ((XrPost *) g_ptr_array_index (posts, i))->name;
  return NULL;
}

static gboolean
write_ballots (Ranked *self, GError **error)
{
  g_autofree char *name = g_strdup_printf ("票-%s", self->component->name);
  static const char *const heads[] = { "职位", "组别", "票" };
  static const guint8 widths[] = { 28, 20, 6, 14, 14, 14 };

  self->ballots = xr_report_add_sheet (self->report, name);
  self->prefix = xr_sheet_dup_prefix (self->ballots);
  xr_sheet_set_widths (self->ballots, widths, G_N_ELEMENTS (widths));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (self->ballots, (lxw_col_t) i, XR_STYLE_HEAD, heads[i]);
  for (guint place = 1; place <= self->n_places; place++)
    {
      g_autofree char *head = g_strdup_printf ("第%u名", place);

      xr_sheet_text (self->ballots, (lxw_col_t) (FIRST_PLACE_COLUMN + place - 1), XR_STYLE_HEAD,
                     head);
    }
  xr_sheet_next (self->ballots);
  for (guint b = 0; b < self->heads->len; b++)
    {
      const XrBallotHead *head = &g_array_index (self->heads, XrBallotHead, b);

      if (g_cancellable_set_error_if_cancelled (self->report->cancellable, error))
        return FALSE;
      xr_sheet_text (self->ballots, 0, XR_STYLE_TEXT, post_name (self, head->post));
      xr_sheet_text (self->ballots, 1, XR_STYLE_TEXT,
                     xr_report_group_name (self->component, head->group));
      xr_sheet_integer (self->ballots, 2, b + 1);
      if (!xr_ballot_foreach_choice (self->report->office, head->id, write_choice_cb, self, error))
        return FALSE;
      xr_sheet_next (self->ballots);
    }
  return TRUE;
}

/* ---- 成绩 */

static gboolean
pooled (Ranked *self)
{
  return xr_component_effective_grouping (self->component) == XR_GROUPING_POOLED;
}

/* Rows of 票 for a post and part; first > last: none. Groups of a post stand together. */
static void
find_span (Ranked *self, gint64 post, guint part, lxw_row_t *first, lxw_row_t *last)
{
  gint64 id = pooled (self) ? 0
                            : ((XrGroup *) g_ptr_array_index (self->component->groups, part))->id;

  *first = 1;
  *last = 0;
  for (guint b = 0; b < self->heads->len; b++)
    {
      const XrBallotHead *head = &g_array_index (self->heads, XrBallotHead, b);

      if (head->post != post || (!pooled (self) && head->group != id))
        continue;
      if (*first > *last)
        *first = 1 + b;
      *last = 1 + b;
    }
}

static XrPartValue
part_value (Ranked *self, int application, guint part)
{
  const XrCase *contest = self->report->contest;
  int post = g_array_index (contest->applications, XrApplication, (guint) application).post;
  gint64 unnamed = points_of_place (self, 0);
  XrPartValue value = { 0, 0 };

  for (guint i = 0; i < contest->ranked_bases->len; i++)
    {
      const XrRankedBase *base = &g_array_index (contest->ranked_bases, XrRankedBase, i);

      if (base->component == self->index && base->post == post
          && (pooled (self) || base->group == (int) part))
        value.count += base->ballots;
    }
  value.sum = value.count * unnamed;
  for (guint i = 0; i < contest->ranked_sums->len; i++)
    {
      const XrRankedSum *sum = &g_array_index (contest->ranked_sums, XrRankedSum, i);
      gint64 points = points_of_place (self, sum->place);

      if (sum->component == self->index && sum->application == application && points >= 0
          && (pooled (self) || sum->group == (int) part))
        value.sum += sum->count * (points - unnamed);
    }
  return value;
}

static char *
sum_formula (Ranked *self, lxw_row_t first, lxw_row_t last, const XrCandidate *person,
             lxw_row_t row)
{
  GString *formula = g_string_new ("=");
  gint64 unnamed = points_of_place (self, 0);
  char key[XR_REF_SIZE];

  xr_ref_abs (key, row, XR_REPORT_KEY_COLUMNS);
  g_string_append_printf (formula, "%" G_GINT64_FORMAT "*%u", unnamed, last - first + 1);
  for (guint place = 1; place <= self->n_places; place++)
    {
      char range[XR_REF_SIZE];
      lxw_col_t column = (lxw_col_t) (FIRST_PLACE_COLUMN + place - 1);

      if (points_of_place (self, place) < 0)
        continue;
      xr_range (range, first, column, last, column);
      g_string_append_printf (formula, "+(%" G_GINT64_FORMAT ")*SUMPRODUCT(--(%s%s=%s))",
                              points_of_place (self, place) - unnamed, self->prefix, range, key);
    }
  return g_string_free (formula, FALSE);
}

static void
write_application (Ranked *self, XrSheet *sheet, int application)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autofree XrPartValue *values = g_new0 (XrPartValue, self->parts->len);
  const XrCandidate *person = xr_report_candidate (self->report, application);
  g_autofree char *label = dup_label (person);
  lxw_col_t column = XR_REPORT_KEY_COLUMNS + 1;

  xr_report_write_key (self->report, sheet, application);
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_TEXT, label);
  for (guint p = 0; p < self->parts->len; p++)
    {
      char range[XR_REF_SIZE];
      lxw_row_t first;
      lxw_row_t last;

      values[p] = part_value (self, application, p);
      find_span (self, xr_report_post (self->report, application)->id, p, &first, &last);
      xr_range (range, first, 2, last, 2);
      g_ptr_array_add (sums, first > last ? g_strdup ("=0")
                                          : sum_formula (self, first, last, person, sheet->row));
      g_ptr_array_add (counts, first > last
                                 ? g_strdup ("=0")
                                 : g_strdup_printf ("=COUNT(%s%s)", self->prefix, range));
    }
  if (self->live)
    xr_report_write_parts (sheet, column, self->parts, &self->scale, sums, counts, values);
  else
    xr_report_write_value (self->report, sheet, xr_report_part_quotient (column, self->parts),
                           application, self->index);
  self->report->columns[self->index].rows[application] = sheet->row;
  xr_sheet_next (sheet);
}

static void
write_results (Ranked *self)
{
  XrReport *report = self->report;
  g_autofree char *name = g_strdup_printf ("成绩-%s", self->component->name);
  XrSheet *sheet = xr_report_add_sheet (report, name);
  XrScoreColumn *column = &report->columns[self->index];

  column->live = self->live;
  column->prefix = xr_sheet_dup_prefix (sheet);
  column->quotient = (lxw_col_t) (xr_report_part_quotient (XR_REPORT_KEY_COLUMNS + 1, self->parts)
                                  + 2);
  xr_report_write_key_heads (sheet);
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_HEAD, "票上写法");
  xr_report_write_part_heads (sheet, XR_REPORT_KEY_COLUMNS + 1, self->parts);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->order->len; i++)
    write_application (self, sheet, g_array_index (report->order, int, i));
}

/* The largest sum is all ballots at first place. */
static gboolean
is_live (Ranked *self, gint64 weight_sum)
{
  gint64 first = points_of_place (self, 1);
  XrPartValue *largest = g_newa (XrPartValue, self->parts->len);

  if (first <= 0 || points_of_place (self, 0) < 0 || weight_sum <= 0
      || !xr_scale_init_component (&self->scale, self->component, 1, weight_sum, first))
    return FALSE;
  for (guint i = 0; i < self->report->order->len; i++)
    {
      for (guint p = 0; p < self->parts->len; p++)
        largest[p] = part_value (self, g_array_index (self->report->order, int, i), p);
      if (!xr_report_parts_fit (self->parts, &self->scale, largest))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_report_write_ranked (XrReport *report, int component, GError **error)
{
  Ranked self = { .report = report,
                  .component = xr_report_component (report, component),
                  .index = component,
                  .people = g_hash_table_new (g_int64_hash, g_int64_equal) };
  gint64 weight_sum;
  gboolean done;

  for (guint i = 0; i < report->contest->candidates->len; i++)
    {
      XrCandidate *person = g_ptr_array_index (report->contest->candidates, i);

      g_hash_table_insert (self.people, &person->id, person);
    }
  self.parts = xr_report_parts (self.component, &weight_sum);
  self.n_places = count_places (&self);
  self.live = is_live (&self, weight_sum);
  self.heads = xr_ballot_heads (report->office, self.component->id, error);
  done = self.heads != NULL && write_ballots (&self, error);
  if (done)
    write_results (&self);
  g_clear_pointer (&self.heads, g_array_unref);
  g_free (self.prefix);
  g_array_unref (self.parts);
  g_hash_table_unref (self.people);
  return done;
}
