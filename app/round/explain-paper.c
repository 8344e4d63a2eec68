/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the smallest changes into the words of papers. */

#include "config.h"

#include "round/explain-paper.h"

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
xr_explain_paper_swap (const XrCase *contest, const XrSwap *swap)
{
  g_autofree char *from = xr_decimal_format_short (swap->from);
  g_autofree char *to = xr_decimal_format_short (swap->to);
  g_autofree char *looked = xr_decimal_format_short (swap->looked);
  const XrScore *score;
  const XrJudge *judge;

  if (!swap->found && swap->complete)
    return g_strdup ("改动任何一位评委的一个分数都不会使两人互换");
  if (!swap->found && swap->looked.units == 0)
    return g_strdup ("人数较多且分数互相影响，未逐一试算");
  if (!swap->found)
    return g_strdup_printf ("改动一个分数%s分以内都不会使两人互换，更大的改动未试算", looked);
  score = &g_array_index (contest->scores, XrScore, swap->score);
  judge = g_ptr_array_index (contest->judges, (guint) score->judge);
  return g_strdup_printf ("%s：评委%s给%s的%s分改为%s分",
                          get_component (contest, judge->component)->name, judge->name,
                          get_name (contest, score->application), from, to);
}

static char *
dup_value (const XrComponent *component, gint64 value)
{
  static const char *const votes[] = { "不同意", "弃权", "同意" };

  if (component->method == XR_METHOD_VOTE_SHARE)
    return g_strdup (votes[value]);
  if (component->method == XR_METHOD_RANKED_BALLOT)
    return value == 0 ? g_strdup ("未推荐") : g_strdup_printf ("第%d名", (int) value);
  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);

      if (grade->points.units == value)
        return g_strdup (grade->name);
    }
  return xr_decimal_format_short ((XrDecimal){ value });
}

static void
append_changes (GString *text, const XrCase *contest, const XrBallotSwap *swap)
{
  const XrComponent *component = get_component (contest, swap->component);

  for (guint i = 0; i < swap->changes->len; i++)
    {
      const XrBallotChange *change = &g_array_index (swap->changes, XrBallotChange, i);
      g_autofree char *from = dup_value (component, change->from);
      g_autofree char *to = dup_value (component, change->to);

      g_string_append (text, i > 0 ? "、" : "");
      g_string_append (text, get_name (contest, change->application));
      if (change->dimension >= 0)
        g_string_append_printf (
          text, "“%s”",
          ((XrDimension *) g_ptr_array_index (component->dimensions, change->dimension))->name);
      g_string_append_printf (text, "由%s改为%s", from, to);
    }
}

char *
xr_explain_paper_ballot_swap (const XrCase *contest, const XrBallotSwap *swap)
{
  const XrComponent *component = get_component (contest, swap->component);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s：", component->name);
  if (swap->found)
    {
      const char *group
        = swap->group < 0 ? ""
                          : ((XrGroup *) g_ptr_array_index (component->groups, swap->group))->name;

      g_string_append_printf (text, "改动%s一张票最少%u档即互换，", group, swap->steps);
      append_changes (text, contest, swap);
    }
  else if (swap->complete)
    g_string_append (text, "改动任何一张票都不会使两人互换");
  else
    g_string_append (text, "一张票的改动未能全部试算，已试算的都不会使两人互换");
  if (swap->small_group)
    g_string_append (text, "；按人数和分值推算，人数过少、不能公开的组的一张票有可能使两人互换");
  return g_string_free (text, FALSE);
}

char *
xr_explain_paper_points (int points)
{
  return points == 0 ? g_strdup ("名单不变") : g_strdup_printf ("变动%d分起名单改变", points);
}
