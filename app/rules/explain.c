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

/* Takes down in @change how the field stands with @points more. */
static void
note_field (XrWeightChange *change, const XrEntrants *field, const XrPostResult *post,
            const int *positions, int points)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < field->entrants->len; i++)
    {
      const XrStanding *after = ((XrEntrant *) g_ptr_array_index (field->entrants, i))->standing;
      int position = positions[after->application];
      const XrStanding *before = g_ptr_array_index (post->standings, position);

      changed = changed || before->shortlisted != after->shortlisted;
      change->best[position] = MIN (change->best[position], after->rank);
      change->worst[position] = MAX (change->worst[position], after->rank);
    }
  if (changed && points > 0 && change->up == 0)
    change->up = points;
  if (changed && points < 0 && change->down == 0)
    change->down = -points;
}

static void
try_weight (XrWeightChange *change, const XrEvidence *evidence, const XrPostResult *post,
            const int *positions, int points)
{
  g_autoptr (GPtrArray) weights = shift_weights (evidence->contest, change->component, points);
  XrPostResult result = { .post = post->post };
  XrEntrants *field;

  if (weights == NULL)
    return;
  field = copy_field (evidence, post);
  result.shortlist = g_ptr_array_new ();
  field->weights = weights;
  xr_entrants_rank (field);
  xr_entrants_shortlist (field, &result);
  note_field (change, field, post, positions, points);
  g_ptr_array_unref (result.shortlist);
  free_field (field);
}

static XrWeightChange *
work_out_change (const XrEvidence *evidence, const XrPostResult *post, const int *positions,
                 int component)
{
  XrWeightChange *change = g_new0 (XrWeightChange, 1);

  change->component = component;
  change->best = g_new0 (int, MAX (post->standings->len, 1));
  change->worst = g_new0 (int, MAX (post->standings->len, 1));
  for (guint i = 0; i < post->standings->len; i++)
    change->best[i] = change->worst[i]
      = ((XrStanding *) g_ptr_array_index (post->standings, i))->rank;
  for (int points = 1; points <= XR_EXPLAIN_WEIGHT_POINTS; points++)
    {
      try_weight (change, evidence, post, positions, points);
      try_weight (change, evidence, post, positions, -points);
    }
  return change;
}

static void
free_change (gpointer data)
{
  XrWeightChange *change = data;

  g_free (change->best);
  g_free (change->worst);
  g_free (change);
}

GPtrArray *
xr_explain_weights (const XrCase *contest, const XrPostResult *post)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);
  g_autofree int *positions = g_new0 (int, MAX (contest->applications->len, 1));
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);

  for (guint i = 0; i < post->standings->len; i++)
    positions[((XrStanding *) g_ptr_array_index (post->standings, i))->application] = (int) i;
  for (int i = 0; i < (int) contest->plan->components->len; i++)
    {
      const XrComponent *component = get_component (contest, i);

      if (!component->bonus && component->weight.units < 100 * XR_DECIMAL_SCALE)
        g_ptr_array_add (changes, work_out_change (evidence, post, positions, i));
    }
  return changes;
}
