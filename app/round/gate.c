/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of conditions of a stage and the few shapes that most of them have: nothing found that
 * ought not to be there, no component missing. It never changes anything. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/gate.h"
#include "round/round.h"

void
xr_gate_free (XrGate *gate)
{
  g_free (gate->id);
  g_free (gate->title);
  g_free (gate->why);
  g_free (gate->place);
  g_free (gate);
}

void
xr_gate_list_add (XrGateList *list, const char *id, const char *title, char *why, const char *place)
{
  XrGate *gate = g_new0 (XrGate, 1);

  gate->id = g_strdup (id);
  gate->title = g_strdup (title);
  gate->met = why == NULL;
  gate->why = why ? why : g_strdup ("");
  gate->place = g_strdup (place);
  g_ptr_array_add (list->gates, gate);
}

void
xr_gate_list_make_warning (XrGateList *list)
{
  XrGate *gate = g_ptr_array_index (list->gates, list->gates->len - 1);
  gate->warning = TRUE;
}

char *
xr_gate_sentence (const char *sentence, GPtrArray *names)
{
  g_autofree char *joined = NULL;

  if (names->len == 0)
    return NULL;
  joined = xr_names_join (names);
  return g_strdup_printf (sentence, names->len, joined);
}

void
xr_gate_list_add_names (XrGateList *list, const char *id, const char *title, const char *sentence,
                        const char *place, GPtrArray *names)
{
  xr_gate_list_add (list, id, title, xr_gate_sentence (sentence, names), place);
}

void
xr_gate_list_add_none (XrGateList *list, const char *id, const char *title, const char *sentence,
                       const char *place, const char *sql)
{
  g_autoptr (GPtrArray) names = xr_sql_texts (list->office, sql,
                                              XR_PARAMS (XR_INT (":round", list->round)));
  xr_gate_list_add_names (list, id, title, sentence, place, names);
}

gint64
xr_gate_list_count (XrGateList *list, const char *sql)
{
  return xr_sql_int (list->office, sql, XR_PARAMS (XR_INT (":round", list->round)), 0);
}

char *
xr_describe_missing (const XrComponentResult *component)
{
  const char *detail = component->detail ? component->detail : "";

  switch (component->missing)
    {
    case XR_MISSING_JUDGE:
      return g_strdup_printf (_ ("no score by %s"), detail);
    case XR_MISSING_ALL_DROPPED:
      return g_strdup (_ ("no score is left after recusals and dropping"));
    case XR_MISSING_GROUP:
      return g_strdup_printf (_ ("no ballot of the group %s counts"), detail);
    case XR_MISSING_DENOMINATOR:
      return g_strdup_printf (_ ("the counts of the group %s are missing"), detail);
    case XR_MISSING_PANEL:
      return g_strdup_printf (_ ("the panel %s has no mean to correct by"), detail);
    case XR_MISSING_MIXED:
      return g_strdup_printf (_ ("both ballots and a hand count for %s"), detail);
    case XR_MISSING_PLAN:
      return g_strdup (_ ("the plan lacks what it is worked out with"));
    default:
      /* A direct score of several parts says which one; the others may be there. */
      if (*detail != '\0')
        return g_strdup_printf (_ ("%s is not entered"), detail);
      return g_strdup (_ ("nothing entered"));
    }
}

static void
collect_missing (const XrCase *contest, const XrStanding *standing, int stage, GPtrArray *names)
{
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);

  if (standing->state != XR_STATE_ACTIVE)
    return;
  for (guint i = 0; i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      const XrComponentResult *value = &standing->components[i];
      g_autofree char *why = NULL;

      if (value->has_value || value->missing == XR_MISSING_CUT
          || (stage != 0 && component->stage != stage))
        continue;
      why = xr_describe_missing (value);
      /* Translators: candidate – component (why it has no value) */
      g_ptr_array_add (
        names, g_strdup_printf (_ ("%1$s – %2$s (%3$s)"), candidate->name, component->name, why));
    }
}

void
xr_gate_list_add_components (XrGateList *list, const char *id, int stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *title = _ ("Every score of every active candidate is there");
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (list->office, list->round, &contest, &error);

  if (!result)
    {
      xr_gate_list_add (list, id, title, g_strdup (error->message), "scores");
      return;
    }
  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < post->standings->len; j++)
        collect_missing (contest, g_ptr_array_index (post->standings, j), stage, names);
    }
  xr_gate_list_add_names (list, id, title, _ ("Scores are still missing (%u): %s."), "scores",
                          names);
}

char *
xr_today_iso (void)
{
  return xr_date_to_iso (xr_date_today ());
}
