/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example beside the settings of a component. It makes marks up and puts the working into words; it
 * works nothing out itself: means, droppings and values come from rules/. */

#include "config.h"

#include "round/worked-example.h"

#include <glib/gi18n-lib.h>

#include "round/gate.h"
#include "rules/breakdown.h"

#define N_JUDGES    7
#define MOST_JUDGES 15
#define N_BALLOTS   20
#define N_PRESENT   22
#define N_DUE       24

typedef struct
{
  XrCase *contest;
  int index;
  XrComponent *component;
  GString *text;
} Example;

/* Made-up parts of a full mark, in tenths of a per cent. */
static const int parts[] = { 880, 925, 790, 850, 905, 830, 950, 870, 812, 900 };

static XrDecimal
make_mark (XrDecimal full, guint place)
{
  g_autoptr (XrRational) mark = xr_rational_new_decimal (full);

  xr_rational_multiply_fraction (mark, parts[place % G_N_ELEMENTS (parts)], 1000);
  return xr_rational_round (mark, 1, XR_ROUNDING_HALF_AWAY);
}

static void
append_line (Example *self, char *line)
{
  g_autofree char *owned = line;

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, owned);
}

/* At most four decimals; what is cut off is owned up to. (transfer full) */
static char *
format_figure (const XrRational *value)
{
  XrDecimal rounded = xr_rational_round (value, XR_DECIMAL_PLACES, XR_ROUNDING_HALF_AWAY);
  g_autoptr (XrRational) again = xr_rational_new_decimal (rounded);
  g_autofree char *figure = xr_decimal_format_short (rounded);

  return g_strconcat (xr_rational_compare (again, value) == 0 ? "" : "≈ ", figure, NULL);
}

/* ---- judges */

/* Some more than are dropped, as long as that stays a panel one can imagine. */
static guint
count_judges (const XrComponent *component)
{
  guint64 wanted = (guint64) component->drop_high + component->drop_low + 3;

  return (guint) CLAMP (wanted, N_JUDGES, MOST_JUDGES);
}

static void
add_score (Example *self, guint judge, int dimension, XrDecimal full)
{
  XrScore score = { .judge = (int) judge, .application = 0, .dimension = dimension };

  score.value = make_mark (full, judge + (guint) MAX (dimension, 0) * 3);
  g_array_append_val (self->contest->scores, score);
}

static void
make_judges (Example *self)
{
  const GPtrArray *dimensions = self->component->dimensions;

  for (guint i = 0; i < count_judges (self->component); i++)
    {
      g_ptr_array_add (self->contest->judges, xr_judge_new (self->index, 0, NULL, "–"));
      if (dimensions->len == 0)
        add_score (self, i, -1, self->component->full_mark);
      for (guint j = 0; j < dimensions->len; j++)
        add_score (self, i, (int) j,
                   ((const XrDimension *) g_ptr_array_index (dimensions, j))->full_mark);
    }
}

static void
append_mark (GString *text, XrDecimal value, gboolean dropped)
{
  g_autofree char *figure = xr_decimal_format_short (value);

  g_string_append (text, text->len > 0 ? _ (", ") : "");
  g_string_append_printf (text, dropped ? "[%s]" : "%s", figure);
}

static char *
list_totals (const XrJudgesBreakdown *breakdown)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < breakdown->n_judges; i++)
    append_mark (text, breakdown->judges[i].sum,
                 breakdown->judges[i].dropped_high || breakdown->judges[i].dropped_low);
  return g_string_free (text, FALSE);
}

static char *
list_marks (const XrJudgesBreakdown *breakdown, guint dimension)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < breakdown->n_judges; i++)
    {
      const XrJudgeMark *mark = &breakdown->judges[i].marks[dimension];
      append_mark (text, mark->value, mark->dropped_high || mark->dropped_low);
    }
  return g_string_free (text, FALSE);
}

static void
explain_dropping (Example *self)
{
  const XrComponent *component = self->component;

  if (component->drop_high + component->drop_low == 0)
    append_line (self, g_strdup (_ ("No mark is dropped.")));
  else
    append_line (self, g_strdup_printf (_ ("Dropped, in brackets: the %1$u highest and the %2$u "
                                           "lowest."),
                                        component->drop_high, component->drop_low));
}

static void
explain_judges (Example *self)
{
  g_autoptr (XrJudgesBreakdown) breakdown = xr_judges_breakdown (self->contest, self->index, 0);
  const GPtrArray *dimensions = self->component->dimensions;
  gboolean by_item = self->component->trimming == XR_TRIMMING_DIMENSIONS && dimensions->len > 0;
  g_autofree char *totals = list_totals (breakdown);
  g_autofree char *mean = NULL;

  if (!by_item)
    append_line (self,
                 g_strdup_printf (_ ("%1$u judges give: %2$s."), breakdown->n_judges, totals));
  for (guint i = 0; by_item && i < dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (dimensions, i);
      g_autofree char *marks = list_marks (breakdown, i);
      append_line (self, g_strdup_printf (_ ("%1$s: %2$s."), dimension->name, marks));
    }
  explain_dropping (self);
  if (breakdown->mean == NULL)
    return;
  mean = format_figure (breakdown->mean);
  append_line (self,
               g_strdup_printf (by_item ? _ ("The means of the items that count, added up: %s.")
                                        : _ ("Mean of the marks that count: %s."),
                                mean));
}

/* ---- groups of voters */

static int
get_group (Example *self, guint place)
{
  return self->component->groups->len > 0 ? (int) place : -1;
}

static guint
count_groups (Example *self)
{
  return MAX (self->component->groups->len, 1);
}

/* So many of the ballots go to each grade; groups and items differ. */
static gint64
count_votes (const XrComponent *component, guint group, guint dimension, guint grade)
{
  static const int votes[] = { 12, 6, 2 };
  guint place = (grade + group + dimension * 2) % component->grades->len;

  if (component->grades->len == 1)
    return N_BALLOTS;
  if (component->grades->len == 2)
    return place == 0 ? 14 : 6;
  return place < G_N_ELEMENTS (votes) ? votes[place] : 0;
}

static void
make_tallies (Example *self)
{
  const XrComponent *component = self->component;

  for (guint g = 0; g < count_groups (self); g++)
    for (guint d = 0; d < component->dimensions->len; d++)
      for (guint i = 0; i < component->grades->len; i++)
        {
          const XrGrade *grade = g_ptr_array_index (component->grades, i);
          XrTally tally = { 0,
                            self->index,
                            get_group (self, g),
                            0,
                            (int) d,
                            grade->points,
                            count_votes (component, g, d, i) };
          g_array_append_val (self->contest->tallies, tally);
        }
}

/* "优秀 12, 称职 6" of one item of one group. (transfer full) */
static char *
list_grades (Example *self, guint group, guint dimension)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (self->component->grades, i);
      gint64 votes = count_votes (self->component, group, dimension, i);
      if (votes > 0)
        g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, text->len > 0 ? _ (", ") : "",
                                grade->name, votes);
    }
  return g_string_free (text, FALSE);
}

static char *
list_items (Example *self, guint group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (self->component->dimensions, i);
      g_autofree char *grades = list_grades (self, group, i);
      g_string_append (text, text->len > 0 ? _ ("; ") : "");
      g_string_append_printf (text, _ ("%1$s: %2$s"), dimension->name, grades);
    }
  return g_string_free (text, FALSE);
}

static gint64
count_named (const XrComponent *component, guint place)
{
  static const gint64 named[] = { 0, 8, 5, 3 };

  for (guint i = 0; i < component->place_points->len; i++)
    {
      if (((const XrPlacePoints *) g_ptr_array_index (component->place_points, i))->place == place)
        return place < G_N_ELEMENTS (named) ? named[place] : 0;
    }
  return 0;
}

static void
make_places (Example *self)
{
  for (guint g = 0; g < count_groups (self); g++)
    {
      XrRankedBase base = { self->index, 0, get_group (self, g), N_BALLOTS };

      g_array_append_val (self->contest->ranked_bases, base);
      for (guint place = 1; place <= 3; place++)
        {
          XrRankedSum sum = { self->index, get_group (self, g), 0, place,
                              count_named (self->component, place) };
          if (sum.count > 0)
            g_array_append_val (self->contest->ranked_sums, sum);
        }
    }
}

static char *
list_places (Example *self)
{
  GString *text = g_string_new (NULL);
  gint64 left = N_BALLOTS;

  for (guint place = 1; place <= 3; place++)
    {
      gint64 count = count_named (self->component, place);
      if (count == 0)
        continue;
      g_string_append_printf (text, _ ("place %1$u on %2$d ballots"), place, (int) count);
      g_string_append (text, _ (", "));
      left -= count;
    }
  g_string_append_printf (text, _ ("not named on %d ballots"), (int) left);
  return g_string_free (text, FALSE);
}

static void
make_votes (Example *self)
{
  for (guint g = 0; g < count_groups (self); g++)
    {
      XrVote vote = { 0, self->index, get_group (self, g), 0, 14 + g % 3, 4 - g % 3, 2 };

      g_array_append_val (self->contest->votes, vote);
    }
}

static char *
list_votes (guint group)
{
  return g_strdup_printf (_ ("%1$u for, %2$u against, 2 abstain; %3$d present of %4$d"),
                          14 + group % 3, 4 - group % 3, N_PRESENT, N_DUE);
}

/* What the made-up voters of a group marked. (transfer full) */
static char *
list_evidence (Example *self, guint group)
{
  switch (self->component->method)
    {
    case XR_METHOD_GRADED_BALLOT:
      return list_items (self, group);
    case XR_METHOD_RANKED_BALLOT:
      return list_places (self);
    case XR_METHOD_VOTE_SHARE:
    default:
      return list_votes (group);
    }
}

static void
explain_group (Example *self, const XrGroupLine *line, guint place)
{
  const XrGroup *group = line->group >= 0 ? g_ptr_array_index (self->component->groups, line->group)
                                          : NULL;
  gboolean weighted = xr_component_effective_grouping (self->component) == XR_GROUPING_WEIGHTED;
  const char *name = group != NULL ? group->name : _ ("All voters");
  g_autofree char *evidence = list_evidence (self, place);
  g_autofree char *mean = line->mean != NULL ? format_figure (line->mean) : g_strdup ("—");
  g_autofree char *weight = NULL;

  if (group == NULL || !weighted || !group->has_weight)
    {
      append_line (self, g_strdup_printf (_ ("%1$s: %2$s. Mean %3$s."), name, evidence, mean));
      return;
    }
  weight = xr_decimal_format_short (group->weight);
  append_line (self, g_strdup_printf (_ ("%1$s: %2$s. Mean %3$s, weight %4$s%%."), name, evidence,
                                      mean, weight));
}

static void
explain_groups (Example *self)
{
  g_autoptr (GPtrArray) lines = xr_groups_breakdown (self->contest, self->index, 0);
  gboolean weighted = xr_component_effective_grouping (self->component) == XR_GROUPING_WEIGHTED;

  for (guint i = 0; i < lines->len; i++)
    explain_group (self, g_ptr_array_index (lines, i), i);
  if (lines->len > 1)
    append_line (self,
                 g_strdup (weighted ? _ ("The means of the groups are put together by their "
                                         "weights.")
                                    : _ ("The ballots of all groups are put together as one.")));
}

/* ---- scores from elsewhere */

static void
make_direct (Example *self)
{
  guint n = self->component->dimensions->len;

  for (guint i = 0; i < MAX (n, 1); i++)
    {
      XrDirectScore score = { 0, self->index, 0, n > 0 ? (int) i : -1,
                              make_mark (self->component->full_mark, i) };
      g_array_append_val (self->contest->direct_scores, score);
    }
}

static void
explain_direct (Example *self)
{
  for (guint i = 0; i < self->contest->direct_scores->len; i++)
    {
      const XrDirectScore *score = &g_array_index (self->contest->direct_scores, XrDirectScore, i);
      const XrDimension *dimension = NULL;
      g_autofree char *figure = xr_decimal_format_short (score->value);
      g_autofree char *weight = NULL;

      if (score->dimension < 0)
        {
          append_line (self, g_strdup_printf (_ ("The score is typed in: %s."), figure));
          continue;
        }
      dimension = g_ptr_array_index (self->component->dimensions, score->dimension);
      weight = xr_decimal_format_short (dimension->weight);
      append_line (
        self, g_strdup_printf (_ ("%1$s: %2$s, weight %3$s."), dimension->name, figure, weight));
    }
}

/* ---- what they have in common */

static const struct
{
  XrMethod method;
  void (*make) (Example *self);
  void (*explain) (Example *self);
} methods[] = {
  { XR_METHOD_JUDGES, make_judges, explain_judges },
  { XR_METHOD_GRADED_BALLOT, make_tallies, explain_groups },
  { XR_METHOD_RANKED_BALLOT, make_places, explain_groups },
  { XR_METHOD_VOTE_SHARE, make_votes, explain_groups },
  { XR_METHOD_DIRECT, make_direct, explain_direct },
};

static void
make_people (Example *self)
{
  XrApplication application = { .candidate = 0, .post = 0 };

  if (self->contest->plan->posts->len == 0)
    g_ptr_array_add (self->contest->plan->posts, xr_post_new ("–", 1));
  g_ptr_array_add (self->contest->candidates, xr_candidate_new ("01", "–"));
  g_array_append_val (self->contest->applications, application);
  for (guint i = 0; i < self->component->groups->len; i++)
    {
      XrGroup *group = g_ptr_array_index (self->component->groups, i);
      group->present = N_PRESENT;
      group->due = N_DUE;
    }
}

static XrDecimal
find_best_grade (const XrComponent *component)
{
  XrDecimal best = component->full_mark;

  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);
      if (i == 0 || xr_decimal_compare (grade->points, best) > 0)
        best = grade->points;
    }
  return best;
}

/* What stands for 100: a full mark, the best grade, the points of the first place. */
static XrDecimal
find_full (const XrComponent *component)
{
  switch (component->method)
    {
    case XR_METHOD_JUDGES:
    case XR_METHOD_DIRECT:
      return xr_component_effective_full_mark (component);
    case XR_METHOD_RANKED_BALLOT:
      for (guint i = 0; i < component->place_points->len; i++)
        {
          const XrPlacePoints *entry = g_ptr_array_index (component->place_points, i);
          if (entry->place == 1)
            return entry->points;
        }
      return XR_DECIMAL_INT (100);
    case XR_METHOD_GRADED_BALLOT:
      return find_best_grade (component);
    case XR_METHOD_VOTE_SHARE:
    default:
      return XR_DECIMAL_INT (100);
    }
}

static void
explain_scale (Example *self)
{
  const XrComponent *component = self->component;
  XrDecimal full = find_full (component);
  g_autofree char *figure = xr_decimal_format_short (full);

  if (component->bonus)
    append_line (self, g_strdup_printf (_ ("A bonus counts as it stands, at most %s."), figure));
  else if (xr_decimal_compare (full, XR_DECIMAL_INT (100)) != 0)
    append_line (self, g_strdup_printf (_ ("The full mark %s stands for 100."), figure));
}

static void
explain_rounding (Example *self, XrDecimal value)
{
  const XrComponent *component = self->component;
  g_autofree char *figure = xr_decimal_format (value, component->places);

  append_line (self, g_strdup_printf (component->rounding == XR_ROUNDING_CUT
                                        ? _ ("Cut off after %1$u decimals: %2$s.")
                                        : _ ("Rounded half up to %1$u decimals: %2$s."),
                                      component->places, figure));
}

static void
explain_share (Example *self, XrDecimal value)
{
  const XrComponent *component = self->component;
  g_autofree char *score = xr_decimal_format (value, component->places);
  g_autofree char *weight = xr_decimal_format_short (component->weight);
  g_autoptr (XrRational) share = xr_rational_new_decimal (value);
  g_autofree char *figure = NULL;

  if (component->bonus)
    {
      append_line (self, g_strdup_printf (_ ("Added to the total: %s."), score));
      return;
    }
  xr_rational_multiply_decimal (share, component->weight);
  xr_rational_multiply_fraction (share, 1, 100);
  figure = format_figure (share);
  append_line (self,
               g_strdup_printf (_ ("Of the total: %1$s × %2$s%% = %3$s."), score, weight, figure));
}

static void
explain_pass_line (Example *self, XrDecimal value)
{
  g_autofree char *line = xr_decimal_format_short (self->component->pass_line);

  if (!self->component->has_pass_line)
    return;
  append_line (self,
               g_strdup_printf (xr_decimal_compare (value, self->component->pass_line) >= 0
                                  ? _ ("The pass mark %s is reached.")
                                  : _ ("The pass mark %s is not reached: out of the running."),
                                line));
}

static const XrComponentResult *
find_result (Example *self, const XrResult *result)
{
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);
  const XrStanding *standing = g_ptr_array_index (post->standings, 0);

  return &standing->components[self->index];
}

static void
explain_result (Example *self)
{
  g_autoptr (XrResult) result = xr_result_compute (self->contest);
  const XrComponentResult *found = find_result (self, result);
  g_autofree char *missing = NULL;

  if (!found->has_value)
    {
      missing = xr_describe_missing (found);
      append_line (self, g_strdup_printf (_ ("It cannot be worked out yet: %s."), missing));
      return;
    }
  explain_scale (self);
  explain_rounding (self, found->value);
  explain_share (self, found->value);
  explain_pass_line (self, found->value);
}

char *
xr_worked_example_dup (XrCase *contest, int component)
{
  Example self = { contest, component, NULL, NULL };

  g_return_val_if_fail (component >= 0 && component < (int) contest->plan->components->len, NULL);
  self.component = g_ptr_array_index (contest->plan->components, component);
  self.text = g_string_new (NULL);
  make_people (&self);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (methods[i].method != self.component->method)
        continue;
      methods[i].make (&self);
      methods[i].explain (&self);
    }
  explain_result (&self);
  return g_string_free (self.text, FALSE);
}
