/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 6, 确定考察对象: the ranking is complete, what it leaves open is decided, and nobody on the
 * list is barred. Closing writes the list down, so that what happens later does not change it. */

#include "config.h"

#include "round/exclusion.h"
#include "round/stages/stages.h"

#define N_EXCLUSIONS 7

static gboolean
is_decided (XrOffice *office, gint64 post)
{
  return xr_sql_int (office, "SELECT count(*) FROM decision WHERE stage = 6 AND post_id = :post",
                     XR_PARAMS (XR_INT (":post", post)), 0)
         > 0;
}

static gboolean
is_cancelled (XrOffice *office, gint64 post)
{
  return xr_sql_int (office, "SELECT cancelled FROM post WHERE id = :post",
                     XR_PARAMS (XR_INT (":post", post)), 0);
}

typedef struct
{
  GPtrArray *ties, *sizes, *no_choice, *unchecked, *barred, *contradicted;
} Findings;

/* Items that somebody has found nothing for, and the file says otherwise. */
static void
find_contradictions (XrGateList *list, gint64 application, const char *name, GPtrArray *names)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT item FROM exclusion_check WHERE application_id = :application AND found = 0"
    " AND ifnull(note, '') = '' ORDER BY item",
    XR_PARAMS (XR_INT (":application", application)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      g_autofree char *facts = xr_round_exclusion_facts (list->office, list->round, application,
                                                         xr_statement_get_text (row, 0));
      if (facts != NULL)
        g_ptr_array_add (names, g_strdup_printf ("%s – %s", name, facts));
    }
}

static void
find_people (XrGateList *list, GArray *applications, Findings *found)
{
  for (guint i = 0; i < applications->len; i++)
    {
      XrParam params[] = { XR_INT (":application", g_array_index (applications, gint64, i)),
                           { NULL } };
      char *name = xr_sql_text (list->office,
                                "SELECT c.name FROM application a JOIN candidate c"
                                " ON c.id = a.candidate_id WHERE a.id = :application",
                                params);
      gint64 checked = xr_sql_int (
        list->office, "SELECT count(*) FROM exclusion_check WHERE application_id = :application",
        params, 0);
      gint64 barred = xr_sql_int (list->office,
                                  "SELECT count(*) FROM exclusion_check"
                                  " WHERE application_id = :application AND found = 1",
                                  params, 0);
      find_contradictions (list, g_array_index (applications, gint64, i), name,
                           found->contradicted);
      if (barred > 0)
        g_ptr_array_add (found->barred, name);
      else if (checked < N_EXCLUSIONS)
        g_ptr_array_add (found->unchecked, name);
      else
        g_free (name);
    }
}

static void
find_in_post (XrGateList *list, const XrPost *post, const XrPostResult *result, Findings *found)
{
  g_autoptr (GArray) applications = xr_round_shortlist (list->office, list->round, post->id);
  gboolean decided = is_decided (list->office, post->id);

  if (result->cutoff_tie && !decided)
    g_ptr_array_add (found->ties, g_strdup (post->name));
  else if (applications->len != result->shortlist_size && !decided)
    /* Translators: post (names on the list, and how many are wanted) */
    g_ptr_array_add (found->sizes,
                     g_strdup_printf (_ ("%1$s (%2$u named, %3$u wanted)"), post->name,
                                      applications->len, result->shortlist_size));
  if (applications->len <= post->vacancies)
    g_ptr_array_add (found->no_choice, g_strdup (post->name));
  find_people (list, applications, found);
}

static void
add_findings (XrGateList *list, const Findings *found)
{
  xr_gate_list_add_names (list, "cutoff-ties", _ ("Ties across the cut are settled by a decision"),
                          _ ("A tie across the cut is not settled yet (%u): %s."), "ranking",
                          found->ties);
  xr_gate_list_add_names (list, "list-size", _ ("The list has the size of the plan, or a reason"),
                          _ ("The list has another size and no decision says why (%u): %s."),
                          "ranking", found->sizes);
  xr_gate_list_add_names (list, "list-choice", _ ("More people are inspected than posts are open"),
                          _ ("Posts without a choice (%u): %s."), "ranking", found->no_choice);
  xr_gate_list_make_warning (list);
  xr_gate_list_add_names (list, "exclusions-checked",
                          _ ("The seven reasons against listing are checked for everybody listed"),
                          _ ("Not checked for all seven reasons yet (%u): %s."), "exclusion_check",
                          found->unchecked);
  xr_gate_list_add_names (
    list, "exclusions-facts", _ ("The checks agree with the facts on file"),
    _ ("Checked as not found, and the file says otherwise; note why it does not bar (%u): %s."),
    "exclusion_check", found->contradicted);
  xr_gate_list_add_names (list, "exclusions-clear", _ ("Nobody listed is barred"),
                          _ ("Barred by a check and still on the list (%u): %s."),
                          "exclusion_check", found->barred);
}

static void
look_at_posts (XrGateList *list)
{
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (list->office, list->round, &contest, NULL);
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sizes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) no_choice = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unchecked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) barred = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) contradicted = g_ptr_array_new_with_free_func (g_free);
  Findings found = { ties, sizes, no_choice, unchecked, barred, contradicted };

  for (guint i = 0; result && i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      const XrPost *planned = g_ptr_array_index (contest->plan->posts, post->post);
      if (!is_cancelled (list->office, planned->id))
        find_in_post (list, planned, post, &found);
    }
  add_findings (list, &found);
}

static void
add_conditions (XrGateList *list)
{
  xr_gate_list_add_components (list, "result-complete", 0);
  look_at_posts (list);
}

static gboolean
write_list (XrOffice *office, gint64 round, gint64 post, GError **error)
{
  g_autoptr (GArray) applications = xr_round_shortlist (office, round, post);

  for (guint i = 0; i < applications->len; i++)
    if (!xr_sql_run (office,
                     "INSERT INTO shortlist (application_id) VALUES (:application)"
                     " ON CONFLICT DO NOTHING",
                     XR_PARAMS (XR_INT (":application", g_array_index (applications, gint64, i))),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
close_stage (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (GArray) posts = xr_sql_ids (
    office, "SELECT id FROM post WHERE round_id = :round AND cancelled = 0",
    XR_PARAMS (XR_INT (":round", round)));

  for (guint i = 0; i < posts->len; i++)
    if (!write_list (office, round, g_array_index (posts, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* What a decision recorded has its reason and stays; what closing wrote down goes. */
static gboolean
reopen_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (
    office,
    "DELETE FROM shortlist WHERE reason IS NULL AND application_id IN (SELECT a.id"
    " FROM application a JOIN post p ON p.id = a.post_id WHERE p.round_id = :round)",
    XR_PARAMS (XR_INT (":round", round)), error);
}

const XrStageInfo xr_stage_shortlist = {
  .stage = XR_STAGE_SHORTLIST,
  .id = "shortlist",
  .title = N_ ("Shortlist"),
  .purpose = N_ ("See the ranking and the cut, settle ties, and decide who is inspected: a score "
                 "shortlists, it does not decide."),
  .tables = (const char *const[]){ "shortlist", "exclusion_check", "decision", NULL },
  .signers = (const char *const[]){ "recorder", "reviewer", "supervisor", NULL },
  .conditions = add_conditions,
  .close = close_stage,
  .reopen = reopen_stage,
};
