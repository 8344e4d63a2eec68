/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each component gave, what separates two, and what other weights would do. The scores themselves
 * are not worked out anew here: components do not depend on weights. */

#include "config.h"

#include "rules/explain.h"

#include "rules/entrants.h"

static const XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

XrRational *
xr_explain_contribution (const XrComponent *component, const XrComponentResult *result)
{
  XrRational *part;

  if (!result->has_value)
    return NULL;
  part = xr_rational_new_decimal (result->value);
  if (!component->bonus)
    {
      xr_rational_multiply_decimal (part, component->weight);
      xr_rational_multiply_fraction (part, 1, 100);
    }
  return part;
}

static XrRational *
add_contributions (const XrCase *contest, const XrStanding *standing)
{
  XrRational *sum = xr_rational_new ();

  for (int i = 0; i < (int) contest->plan->components->len; i++)
    {
      g_autoptr (XrRational) part = xr_explain_contribution (get_component (contest, i),
                                                             &standing->components[i]);

      if (part != NULL)
        xr_rational_add (sum, part);
    }
  return sum;
}

static gboolean
has_equal_totals (const XrCase *contest, const XrStanding *a, const XrStanding *b)
{
  g_autoptr (XrRational) first = NULL;
  g_autoptr (XrRational) second = NULL;

  if (!contest->plan->settings.rank_unrounded)
    return xr_decimal_compare (a->total, b->total) == 0;
  first = add_contributions (contest, a);
  second = add_contributions (contest, b);
  return xr_rational_compare (first, second) == 0;
}

static int
find_tie_breaker (const XrCase *contest, const XrStanding *upper, const XrStanding *lower)
{
  const GPtrArray *names = contest->plan->settings.tie_breakers;

  for (guint i = 0; i < names->len; i++)
    {
      int component = xr_plan_find_component (contest->plan, g_ptr_array_index (names, i));

      if (component >= 0
          && xr_decimal_compare (upper->components[component].value,
                                 lower->components[component].value)
               != 0)
        return component;
    }
  return -1;
}

int
xr_explain_deciding (const XrCase *contest, const XrStanding *upper, const XrStanding *lower)
{
  g_autoptr (XrRational) most = xr_rational_new ();
  int found = -1;

  if (has_equal_totals (contest, upper, lower))
    return find_tie_breaker (contest, upper, lower);
  for (int i = 0; i < (int) contest->plan->components->len; i++)
    {
      const XrComponent *component = get_component (contest, i);
      g_autoptr (XrRational) lead = xr_explain_contribution (component, &upper->components[i]);
      g_autoptr (XrRational) other = xr_explain_contribution (component, &lower->components[i]);

      xr_rational_subtract (lead, other);
      if (xr_rational_compare (lead, most) <= 0)
        continue;
      xr_rational_set (most, lead);
      found = i;
    }
  return found;
}

/* ---- other weights */

/* The weights after @moved has @points more, the others in proportion. NULL where that is no weight. */
static GPtrArray *
shift_weights (const XrCase *contest, int moved, int points)
{
  GPtrArray *weights = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_rational_free);
  gint64 others = 0;
  gint64 shift = points * XR_DECIMAL_SCALE;
  gint64 target = get_component (contest, moved)->weight.units + shift;

  for (int i = 0; i < (int) contest->plan->components->len; i++)
    {
      const XrComponent *component = get_component (contest, i);

      if (i != moved && !component->bonus)
        others += component->weight.units;
      g_ptr_array_add (weights, xr_rational_new_decimal (component->weight));
    }
  if (target < 0 || others <= 0 || others - shift < 0)
    {
      g_ptr_array_unref (weights);
      return NULL;
    }
  for (int i = 0; i < (int) weights->len; i++)
    if (i == moved)
      xr_rational_set_decimal (g_ptr_array_index (weights, i), (XrDecimal){ target });
    else
      xr_rational_multiply_fraction (g_ptr_array_index (weights, i), others - shift, others);
  return weights;
}

/* A field with the components of @post, ready to be ranked. */
static XrEntrants *
copy_field (const XrEvidence *evidence, const XrPostResult *post)
{
  XrEntrants *field = g_new0 (XrEntrants, 1);

  field->evidence = evidence;
  field->post = post->post;
  field->entrants = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < post->standings->len; i++)
    {
      XrEntrant *entrant = g_new0 (XrEntrant, 1);

      entrant->standing = g_memdup2 (g_ptr_array_index (post->standings, i), sizeof (XrStanding));
      entrant->standing->has_total = entrant->standing->tied = FALSE;
      entrant->standing->shortlisted = FALSE;
      entrant->standing->rank = 0;
      entrant->standing->decided_by = -1;
      g_ptr_array_add (field->entrants, entrant);
    }
  return field;
}

static void
free_field (XrEntrants *field)
{
  for (guint i = 0; i < field->entrants->len; i++)
    {
      XrEntrant *entrant = g_ptr_array_index (field->entrants, i);

      g_clear_pointer (&entrant->total, xr_rational_free);
      g_free (entrant->standing);
    }
  g_ptr_array_unref (field->entrants);
  g_free (field);
}

/* Whether @shortlist names others than @post does. */
static gboolean
differs (const XrPostResult *post, const GPtrArray *shortlist)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  if (shortlist->len != post->shortlist->len)
    return TRUE;
  for (guint i = 0; i < shortlist->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->shortlist, i);

      g_hash_table_add (listed, GINT_TO_POINTER (standing->application));
    }
  for (guint i = 0; i < shortlist->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (shortlist, i);

      if (!g_hash_table_contains (listed, GINT_TO_POINTER (standing->application)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
changes_list (const XrEvidence *evidence, const XrPostResult *post, const GPtrArray *weights)
{
  XrEntrants *field = copy_field (evidence, post);
  XrPostResult result = { .post = post->post, .shortlist = g_ptr_array_new () };
  gboolean changed;

  field->weights = weights;
  xr_entrants_rank (field);
  xr_entrants_shortlist (field, &result);
  changed = differs (post, result.shortlist);
  g_ptr_array_unref (result.shortlist);
  free_field (field);
  return changed;
}

static int
find_change (const XrEvidence *evidence, const XrPostResult *post, int component, int sign)
{
  for (int points = 1; points <= XR_EXPLAIN_WEIGHT_POINTS; points++)
    {
      g_autoptr (GPtrArray) weights = shift_weights (evidence->contest, component, sign * points);

      if (weights == NULL)
        return 0;
      if (changes_list (evidence, post, weights))
        return points;
    }
  return 0;
}

GArray *
xr_explain_weights (const XrCase *contest, const XrPostResult *post)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (XrWeightChange));

  for (int i = 0; i < (int) contest->plan->components->len; i++)
    {
      XrWeightChange change = { .component = i };
      const XrComponent *component = get_component (contest, i);

      if (component->bonus || component->weight.units >= 100 * XR_DECIMAL_SCALE)
        continue;
      change.up = find_change (evidence, post, i, 1);
      change.down = find_change (evidence, post, i, -1);
      g_array_append_val (changes, change);
    }
  return changes;
}
