/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 合格线, 超过 and 入围比例: a component that not everybody passes (INTERCHANGE 3 and fine print).
 * One whose component is not known yet is neither passed nor cut: he waits. */

#include "config.h"

#include "rules/entrants.h"

static void
cut (XrEntrant *entrant, int component)
{
  entrant->standing->state = XR_STATE_CUT;
  entrant->standing->cut_by = component;
}

static XrVerdict
judge_threshold (const XrEntrants *self, const XrEntrant *entrant, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  const XrComponentKind *kind = xr_component_kind_get (component->method);

  if (!component->over_threshold || kind->over_threshold == NULL)
    return XR_VERDICT_PASSED;
  return kind->over_threshold (self->evidence, component_index, entrant->standing->application);
}

static XrVerdict
judge_lines (const XrEntrants *self, const XrEntrant *entrant, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  XrDecimal value;
  XrVerdict verdict;

  if (!xr_entrant_get_value (entrant, component_index, &value))
    return XR_VERDICT_UNKNOWN;
  verdict = judge_threshold (self, entrant, component_index);
  if (verdict == XR_VERDICT_PASSED && component->has_pass_line
      && xr_decimal_compare (value, component->pass_line) < 0)
    return XR_VERDICT_FAILED;
  return verdict;
}

/* Cuts those under a line, lets those wait whom nobody can judge yet.
 * Returns: (transfer container): the entrants who passed */
static GPtrArray *
apply_lines (XrEntrants *self, int component)
{
  GPtrArray *passed = g_ptr_array_new ();

  for (guint i = 0; i < self->entrants->len; i++)
    {
      XrEntrant *entrant = g_ptr_array_index (self->entrants, i);
      XrVerdict verdict;

      if (!xr_entrant_is_active (entrant) || entrant->waiting)
        continue;
      verdict = judge_lines (self, entrant, component);
      if (verdict == XR_VERDICT_PASSED)
        g_ptr_array_add (passed, entrant);
      else if (verdict == XR_VERDICT_FAILED)
        cut (entrant, component);
      else
        entrant->waiting = TRUE;
    }
  return passed;
}

static int
compare_descending (const void *a, const void *b)
{
  return xr_decimal_compare (*(const XrDecimal *) b, *(const XrDecimal *) a);
}

/* The value of the last one who has a place among @passed. */
static XrDecimal
find_limit (const GPtrArray *passed, int component, guint places)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XrDecimal));

  for (guint i = 0; i < passed->len; i++)
    {
      XrDecimal value = XR_DECIMAL_ZERO;

      xr_entrant_get_value (g_ptr_array_index (passed, i), component, &value);
      g_array_append_val (values, value);
    }
  g_array_sort (values, compare_descending);
  return g_array_index (values, XrDecimal, places - 1);
}

/* 入围比例: the best of those who passed the lines, and all who tie with the last of them. */
static void
apply_ratio (const GPtrArray *passed, int component, guint places)
{
  XrDecimal limit;

  if (passed->len <= places)
    return;
  limit = find_limit (passed, component, places);
  for (guint i = 0; i < passed->len; i++)
    {
      XrEntrant *entrant = g_ptr_array_index (passed, i);
      XrDecimal value = XR_DECIMAL_ZERO;

      xr_entrant_get_value (entrant, component, &value);
      if (xr_decimal_compare (value, limit) < 0)
        cut (entrant, component);
    }
}

void
xr_entrants_apply_gate (XrEntrants *self, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  g_autoptr (GPtrArray) passed = NULL;

  if (!component->has_pass_line && !component->over_threshold && !component->has_cut_ratio)
    return;
  passed = apply_lines (self, component_index);
  if (component->has_cut_ratio)
    apply_ratio (
      passed, component_index,
      xr_shortlist_size (xr_entrants_get_post (self)->vacancies, component->cut_ratio, XR_SIZE_UP));
}
