/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a standing into words and figures. Products of scores and weights are whole numbers of 10^-10, so
 * they are written exactly; nothing is worked out anew. */
#include "config.h"

#include "stages/ranking-reason.h"

#include <glib/gi18n-lib.h>

#include "round/gate.h"

#define PRODUCT_PLACES 10

char *
xr_ranking_dup_contribution (XrDecimal value, XrDecimal weight)
{
  const gint64 scale = G_GINT64_CONSTANT (10000000000);
  gint64 product = value.units * weight.units;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%010" G_GINT64_FORMAT,
                                           product / scale, product % scale);
  gsize length = strlen (text);
  gsize shortest = length - PRODUCT_PLACES + 2;

  while (length > shortest && text[length - 1] == '0')
    length--;
  return g_strndup (text, length);
}

char *
xr_ranking_dup_margin (XrDecimal a, XrDecimal b, guint places)
{
  return xr_decimal_format ((XrDecimal){ ABS (a.units - b.units) }, places);
}

static const char *
get_state (XrState state)
{
  static const char *const words[] = {
    [XR_STATE_ACTIVE] = N_ ("a score is missing"),
    [XR_STATE_CUT] = N_ ("cut"),
    [XR_STATE_INELIGIBLE] = N_ ("not eligible"),
    [XR_STATE_WITHDRAWN] = N_ ("withdrawn"),
    [XR_STATE_ABSENT] = N_ ("absent"),
    [XR_STATE_VETOED] = N_ ("vetoed"),
  };

  return _ (words[state]);
}

char *
xr_ranking_dup_rank (const XrCase *contest, const XrStanding *standing)
{
  if (standing->rank == 0)
    return g_strdup (get_state (standing->state));
  /* Translators: the rank of a candidate who shares it */
  return g_strdup_printf (standing->tied ? _ ("%d, tied") : "%d", standing->rank);
}

static const XrComponent *
get_component (const XrCase *contest, guint index)
{
  return g_ptr_array_index (contest->plan->components, index);
}

static const char *
get_name (const XrCase *contest, const XrStanding *standing)
{
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);

  return candidate->name;
}

/* ---- components */

/* The marks that did not count, as "王某 92 (highest)". */
static void
append_dropped (GString *text, const XrCase *contest, const XrJudgesBreakdown *breakdown)
{
  for (guint i = 0; i < breakdown->n_judges; i++)
    {
      const XrJudgeLine *line = &breakdown->judges[i];
      const XrJudge *judge = g_ptr_array_index (contest->judges, line->judge);
      g_autofree char *figure = xr_decimal_format_short (line->sum);

      if (!line->dropped_high && !line->dropped_low)
        continue;
      if (text->len > 0)
        g_string_append (text, _ (", "));
      /* Translators: name of a judge, score */
      g_string_append_printf (
        text, line->dropped_high ? _ ("%1$s %2$s (highest)") : _ ("%1$s %2$s (lowest)"),
        judge->name, figure);
    }
}

static void
show_dropped (XrFactList *list, const XrCase *contest, guint component, int application)
{
  g_autoptr (XrJudgesBreakdown) breakdown = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *note = NULL;

  if (get_component (contest, component)->method != XR_METHOD_JUDGES)
    return;
  breakdown = xr_judges_breakdown (contest, (int) component, application);
  append_dropped (text, contest, breakdown);
  if (text->len == 0)
    return;
  note = g_strdup_printf (_ ("Dropped: %s"), text->str);
  xr_fact_list_add_note (list, note, "dim-label");
}

static void
show_component (XrFactList *list, const XrCase *contest, const XrStanding *standing, guint index)
{
  const XrComponent *component = get_component (contest, index);
  const XrComponentResult *result = &standing->components[index];
  g_autofree char *weight = xr_decimal_format_short (component->weight);
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;
  g_autofree char *text = NULL;

  if (!result->has_value)
    {
      g_autofree char *why = result->missing == XR_MISSING_CUT ? g_strdup (_ ("cut before it"))
                                                               : xr_describe_missing (result);
      xr_fact_list_add (list, component->name, why);
      return;
    }
  value = xr_decimal_format (result->value, component->places);
  part = xr_ranking_dup_contribution (result->value, component->weight);
  text = component->bonus ? g_strdup_printf ("+ %s", value)
                          : g_strdup_printf ("%s × %s%% = %s", value, weight, part);
  xr_fact_list_add_figure (list, component->name, text);
  show_dropped (list, contest, index, standing->application);
}

/* ---- neighbours */

/* What separates @upper from @lower, who stands next below. */
static char *
dup_decision (const XrCase *contest, const XrStanding *upper, const XrStanding *lower)
{
  if (upper->rank == lower->rank)
    return g_strdup (_ ("Tied: equal in the total and in all tie rules."));
  if (xr_decimal_compare (upper->total, lower->total) != 0)
    return NULL;
  if (upper->decided_by < 0)
    return g_strdup (_ ("Decided by the total before rounding."));
  return g_strdup_printf (_ ("Equal totals: decided by %s."),
                          get_component (contest, (guint) upper->decided_by)->name);
}

/* The component that gives @upper the most against @lower, −1 when none does. */
static int
find_largest_lead (const XrCase *contest, const XrStanding *upper, const XrStanding *lower)
{
  gint64 most = 0;
  int found = -1;

  for (guint i = 0; i < contest->plan->components->len; i++)
    {
      const XrComponent *component = get_component (contest, i);
      gint64 weight = component->bonus ? 100 * XR_DECIMAL_SCALE : component->weight.units;
      gint64 lead = (upper->components[i].value.units - lower->components[i].value.units) * weight;
      if (lead > most)
        {
          most = lead;
          found = (int) i;
        }
    }
  return found;
}

static void
show_neighbour (XrFactList *list, const XrCase *contest, const XrStanding *upper,
                const XrStanding *lower, gboolean above)
{
  guint places = contest->plan->settings.total_places;
  g_autofree char *margin = xr_ranking_dup_margin (upper->total, lower->total, places);
  g_autofree char *title = above
                             ? g_strdup_printf (_ ("Behind %s by"), get_name (contest, upper))
                             : g_strdup_printf (_ ("Ahead of %s by"), get_name (contest, lower));
  g_autofree char *decision = dup_decision (contest, upper, lower);
  int lead = find_largest_lead (contest, upper, lower);

  xr_fact_list_add_figure (list, title, margin);
  if (decision == NULL && lead >= 0)
    decision = g_strdup_printf (_ ("Most of the lead comes from %s."),
                                get_component (contest, (guint) lead)->name);
  if (decision != NULL)
    xr_fact_list_add_note (list, decision, "dim-label");
}

static const XrStanding *
get_ranked (const XrPostResult *post, guint position)
{
  const XrStanding *standing = NULL;

  if (position >= post->standings->len)
    return NULL;
  standing = g_ptr_array_index (post->standings, position);
  return standing->has_total ? standing : NULL;
}

static void
show_place (XrFactList *list, const XrCase *contest, const XrPostResult *post, guint position)
{
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  const XrStanding *above = position > 0 ? get_ranked (post, position - 1) : NULL;
  const XrStanding *below = get_ranked (post, position + 1);
  g_autofree char *total = xr_decimal_format (standing->total,
                                              contest->plan->settings.total_places);

  xr_fact_list_add_figure (list, _ ("Total"), total);
  if (above != NULL || below != NULL)
    xr_fact_list_add_heading (list, _ ("Neighbours"));
  if (above != NULL)
    show_neighbour (list, contest, above, standing, TRUE);
  if (below != NULL)
    show_neighbour (list, contest, standing, below, FALSE);
}

static void
show_no_place (XrFactList *list, const XrCase *contest, const XrStanding *standing)
{
  g_autofree char *text = NULL;

  if (standing->cut_by >= 0)
    text = g_strdup_printf (_ ("Without a total: cut by %s."),
                            get_component (contest, (guint) standing->cut_by)->name);
  else
    text = g_strdup_printf (_ ("Without a total: %s."), get_state (standing->state));
  xr_fact_list_add_note (list, text, NULL);
}

void
xr_ranking_explain (XrFactList *list, const XrCase *contest, const XrPostResult *post,
                    guint position)
{
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  g_autofree char *rank = xr_ranking_dup_rank (contest, standing);

  xr_fact_list_clear (list);
  xr_fact_list_add_note (list, get_name (contest, standing), "title-4");
  xr_fact_list_add (list, _ ("Rank"), rank);
  xr_fact_list_add_heading (list, _ ("Components"));
  for (guint i = 0; i < contest->plan->components->len; i++)
    show_component (list, contest, standing, i);
  if (standing->has_total)
    show_place (list, contest, post, position);
  else
    show_no_place (list, contest, standing);
}
