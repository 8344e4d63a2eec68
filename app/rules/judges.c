/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 评委打分: the mean of the judges' scores after the highest and lowest are dropped, by totals or by
 * sub-items (INTERCHANGE 3, 1). Judges who recuse do not count; a judge without a score leaves the
 * component open. */

#include "config.h"

#include "rules/component-kind.h"
#include "rules/judges.h"

/* What of a judge's line or mark decides about dropping; NULL for those that do not count. */
typedef struct
{
  gint64 units;
  gboolean *dropped_high, *dropped_low;
} Trimmable;

static const char *
find_panel (const XrEvidence *evidence, int component, int application)
{
  const XrCase *contest = evidence->contest;
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->scores, component, application, &n_rows);
  const XrJudge *judge;

  if (n_rows == 0)
    return NULL;
  judge = g_ptr_array_index (contest->judges,
                             g_array_index (contest->scores, XrScore, rows[0]).judge);
  return judge->panel;
}

/* Makes an empty line for each judge of the application's post and panel. */
static void
list_judges (XrJudgesBreakdown *self, const XrEvidence *evidence, int component, int application)
{
  int post = xr_evidence_get_application (evidence, application)->post;
  const char *panel = find_panel (evidence, component, application);
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->judges, component, post, &n_rows);

  self->judges = g_new0 (XrJudgeLine, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const XrJudge *judge = g_ptr_array_index (evidence->contest->judges, rows[i]);
      XrJudgeLine *line;

      if (g_strcmp0 (judge->panel, panel) != 0)
        continue;
      line = &self->judges[self->n_judges++];
      line->judge = (int) rows[i];
      line->marks = g_new0 (XrJudgeMark, self->n_marks);
    }
}

static int
compare_lines (const void *key, const void *line)
{
  int a = *(const int *) key;
  int b = ((const XrJudgeLine *) line)->judge;

  return (a > b) - (a < b);
}

static void
enter_score (XrJudgesBreakdown *self, const XrScore *score)
{
  /* The lines are in the order of the case, so they can be searched by halves. */
  XrJudgeLine *line = bsearch (&score->judge, self->judges, self->n_judges, sizeof *line,
                               compare_lines);
  XrJudgeMark *mark;

  if (line == NULL)
    return;
  if (score->recused)
    {
      line->recused = TRUE;
      return;
    }
  mark = &line->marks[MAX (score->dimension, 0)];
  mark->has_value = TRUE;
  mark->value = score->value;
}

static void
enter_scores (XrJudgesBreakdown *self, const XrEvidence *evidence, int component, int application)
{
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->scores, component, application, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    enter_score (self, &g_array_index (evidence->contest->scores, XrScore, rows[i]));
}

static void
add_up_line (XrJudgeLine *line, guint n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    {
      if (line->marks[i].has_value)
        line->sum.units += line->marks[i].value.units;
      else if (!line->recused)
        line->missing = TRUE;
    }
}

/* The highest (or lowest) that nothing has dropped yet; of equals the first. */
static const Trimmable *
find_extreme (const GArray *items, gboolean highest)
{
  const Trimmable *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const Trimmable *item = &g_array_index (items, Trimmable, i);

      if (*item->dropped_high || *item->dropped_low)
        continue;
      if (found == NULL || (highest ? item->units > found->units : item->units < found->units))
        found = item;
    }
  return found;
}

/* Drops the extremes and adds the mean of what is left to @sum. FALSE if nothing would be left. */
static gboolean
add_trimmed_mean (XrRational *sum, const GArray *items, const XrComponent *component)
{
  guint64 dropped = (guint64) component->drop_high + component->drop_low;
  g_autoptr (XrRational) mean = xr_rational_new ();

  if (items->len <= dropped)
    return FALSE;
  for (guint i = 0; i < component->drop_high; i++)
    *find_extreme (items, TRUE)->dropped_high = TRUE;
  for (guint i = 0; i < component->drop_low; i++)
    *find_extreme (items, FALSE)->dropped_low = TRUE;
  for (guint i = 0; i < items->len; i++)
    {
      const Trimmable *item = &g_array_index (items, Trimmable, i);

      if (!*item->dropped_high && !*item->dropped_low)
        xr_rational_add_decimal (mean, (XrDecimal){ item->units });
    }
  xr_rational_multiply_fraction (mean, 1, (gint64) (items->len - dropped));
  xr_rational_add (sum, mean);
  return TRUE;
}

/* The judges' totals (@mark −1) or their marks for one sub-item, without those who recused. */
static GArray *
collect_items (XrJudgesBreakdown *self, int mark)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Trimmable));

  for (guint i = 0; i < self->n_judges; i++)
    {
      XrJudgeLine *line = &self->judges[i];
      Trimmable item = { line->sum.units, &line->dropped_high, &line->dropped_low };

      if (line->recused)
        continue;
      if (mark >= 0)
        item = (Trimmable){ line->marks[mark].value.units, &line->marks[mark].dropped_high,
                            &line->marks[mark].dropped_low };
      g_array_append_val (items, item);
    }
  return items;
}

static XrRational *
work_out_mean (XrJudgesBreakdown *self, const XrComponent *component)
{
  gboolean by_mark = component->trimming == XR_TRIMMING_DIMENSIONS
                     && component->dimensions->len > 0;
  g_autoptr (XrRational) sum = xr_rational_new ();

  for (int mark = by_mark ? 0 : -1; mark < (by_mark ? (int) self->n_marks : 0); mark++)
    {
      g_autoptr (GArray) items = collect_items (self, mark);

      if (!add_trimmed_mean (sum, items, component))
        return NULL;
    }
  return g_steal_pointer (&sum);
}

static const XrJudgeLine *
find_missing (const XrJudgesBreakdown *self)
{
  for (guint i = 0; i < self->n_judges; i++)
    if (self->judges[i].missing)
      return &self->judges[i];
  return NULL;
}

static void
refuse (XrJudgesBreakdown *self, XrMissing missing, const char *detail)
{
  self->missing = missing;
  self->detail = g_strdup (detail);
}

XrJudgesBreakdown *
xr_judges_work_out (const XrEvidence *evidence, int component_index, int application)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  XrJudgesBreakdown *self = g_new0 (XrJudgesBreakdown, 1);
  const XrJudgeLine *missing;
  guint n_rows;

  self->n_marks = MAX (component->dimensions->len, 1);
  list_judges (self, evidence, component_index, application);
  enter_scores (self, evidence, component_index, application);
  for (guint i = 0; i < self->n_judges; i++)
    add_up_line (&self->judges[i], self->n_marks);

  missing = find_missing (self);
  xr_index_lookup (&evidence->scores, component_index, application, &n_rows);
  if (n_rows == 0)
    refuse (self, XR_MISSING_ENTRY, NULL);
  else if (missing != NULL)
    {
      const XrJudge *judge = g_ptr_array_index (evidence->contest->judges, missing->judge);

      refuse (self, XR_MISSING_JUDGE, judge->name);
    }
  else if ((self->mean = work_out_mean (self, component)) == NULL)
    refuse (self, XR_MISSING_ALL_DROPPED, NULL);
  return self;
}

void
xr_judges_breakdown_free (XrJudgesBreakdown *self)
{
  for (guint i = 0; i < self->n_judges; i++)
    g_free (self->judges[i].marks);
  g_free (self->judges);
  g_clear_pointer (&self->mean, xr_rational_free);
  g_free (self->detail);
  g_free (self);
}

static XrRational *
score_application (const XrEvidence *evidence, int component, int application, XrProblem *problem)
{
  g_autoptr (XrJudgesBreakdown) breakdown = xr_judges_work_out (evidence, component, application);

  if (breakdown->mean == NULL)
    return xr_problem_set (problem, breakdown->missing, breakdown->detail);
  return g_steal_pointer (&breakdown->mean);
}

static gboolean
find_full (const XrComponent *component, XrDecimal *full)
{
  *full = xr_component_effective_full_mark (component);
  return TRUE;
}

const XrComponentKind xr_kind_judges = {
  .method = XR_METHOD_JUDGES,
  .score = score_application,
  .full = find_full,
  .panel = find_panel,
};
