/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest changes in words. Of a ballot only the change is told, and only where its group may be
 * told of. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "stages/explain-subject.h"

static const XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

static const char *
get_name (const XrCase *contest, int application)
{
  const XrApplication *row = &g_array_index (contest->applications, XrApplication, application);

  return ((XrCandidate *) g_ptr_array_index (contest->candidates, row->candidate))->name;
}

char *
xr_explain_describe_swap (const XrCase *contest, const XrSwap *swap)
{
  g_autofree char *from = xr_decimal_format_short (swap->from);
  g_autofree char *to = xr_decimal_format_short (swap->to);
  g_autofree char *looked = xr_decimal_format_short (swap->looked);
  const XrScore *score;
  const XrJudge *judge;

  if (!swap->found && swap->complete)
    return g_strdup (_ ("No change of a single judge's mark would swap them."));
  if (!swap->found && swap->looked.units == 0)
    return g_strdup (
      _ ("Marks also move other people here, and the field is too large to try every "
         "single change."));
  if (!swap->found)
    return g_strdup_printf (_ ("No change of a single mark by up to %s points would swap them; "
                               "larger ones were not tried."),
                            looked);
  score = &g_array_index (contest->scores, XrScore, swap->score);
  judge = g_ptr_array_index (contest->judges, score->judge);
  /* Translators: component, judge, candidate, mark, other mark */
  return g_strdup_printf (_ ("The smallest change of one mark that swaps them: %1$s, %2$s gives "
                             "%3$s %5$s instead of %4$s."),
                          get_component (contest, judge->component)->name, judge->name,
                          get_name (contest, score->application), from, to);
}

/* ---- ballots */

static char *
dup_points (const XrComponent *component, gint64 units)
{
  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);

      if (grade->points.units == units)
        return g_strdup (grade->name);
    }
  return xr_decimal_format_short ((XrDecimal){ units });
}

static char *
dup_place (gint64 place)
{
  return place == 0 ? g_strdup (_ ("not recommended"))
                    : g_strdup_printf (_ ("place %d"), (int) place);
}

static char *
dup_value (const XrComponent *component, gint64 value)
{
  static const char *const votes[] = {
    [XR_BALLOT_NO] = N_ ("no"),
    [XR_BALLOT_ABSTAIN] = N_ ("abstention"),
    [XR_BALLOT_YES] = N_ ("yes"),
  };

  if (component->method == XR_METHOD_GRADED_BALLOT)
    return dup_points (component, value);
  if (component->method == XR_METHOD_RANKED_BALLOT)
    return dup_place (value);
  return g_strdup (_ (votes[value]));
}

/* "张三 德 优秀 → 称职, 李四 能 良好 → 优秀" */
static char *
dup_changes (const XrCase *contest, const XrBallotSwap *swap)
{
  const XrComponent *component = get_component (contest, swap->component);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < swap->changes->len; i++)
    {
      const XrBallotChange *change = &g_array_index (swap->changes, XrBallotChange, i);
      g_autofree char *from = dup_value (component, change->from);
      g_autofree char *to = dup_value (component, change->to);

      if (i > 0)
        g_string_append (text, _ (", "));
      g_string_append (text, get_name (contest, change->application));
      if (change->dimension >= 0)
        g_string_append_printf (
          text, " %s",
          ((XrDimension *) g_ptr_array_index (component->dimensions, change->dimension))->name);
      g_string_append_printf (text, " %s → %s", from, to);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_found (const XrCase *contest, const XrBallotSwap *swap)
{
  const XrComponent *component = get_component (contest, swap->component);
  g_autofree char *changes = dup_changes (contest, swap);

  if (swap->group < 0)
    /* Translators: component, number of steps, what changes */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "! %1$s: one ballot would swap them, by %2$u step: %3$s.",
                   "! %1$s: one ballot would swap them, by %2$u steps: %3$s.", swap->steps),
      component->name, swap->steps, changes);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "! %1$s: one ballot of %4$s would swap them, by %2$u step: %3$s.",
                 "! %1$s: one ballot of %4$s would swap them, by %2$u steps: %3$s.", swap->steps),
    component->name, swap->steps, changes,
    ((XrGroup *) g_ptr_array_index (component->groups, swap->group))->name);
}

char *
xr_explain_describe_ballot_swap (const XrCase *contest, const XrBallotSwap *swap)
{
  const char *name = get_component (contest, swap->component)->name;
  g_autofree char *first = NULL;

  if (swap->found)
    first = describe_found (contest, swap);
  else if (swap->complete)
    first = g_strdup_printf (_ ("%s: no change of one ballot would swap them."), name);
  else
    first = g_strdup_printf (_ ("%s: not every change of one ballot could be tried; none of those "
                                "tried would swap them."),
                             name);
  if (!swap->small_group)
    return g_steal_pointer (&first);
  return g_strdup_printf (_ ("%s One ballot of a group too small to be shown could; what stands on "
                             "its ballots is not looked at."),
                          first);
}

char *
xr_explain_describe_ranks (int best, int worst)
{
  if (best == 0)
    return g_strdup ("—");
  return best == worst ? g_strdup_printf ("%d", best) : g_strdup_printf ("%d–%d", best, worst);
}
