/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 2, 报名: who applies for what, until the deadline; every post has enough applicants or a
 * decision what becomes of it. */

#include "config.h"

#include "core/rational.h"
#include "round/stages/stages.h"

#define DECISION_KINDS "('extend', 'merge', 'cancel', 'proceed', 'no-candidate', 'end-round')"

/* A month alone ends with its last day. */
static XrDate
last_day (XrDate date)
{
  if (!xr_date_is_set (date) || date.day > 0)
    return date;
  date.day = 1;
  return xr_date_add_days (xr_date_add_months (date, 1), -1);
}

static char *
check_deadline (const XrSettings *settings)
{
  XrDate end = last_day (settings->registration_to);
  g_autofree char *text = NULL;

  if (!xr_date_is_set (end))
    return g_strdup (_ ("The plan does not say when registration ends; amend it."));
  if (xr_date_compare (xr_date_today (), end) > 0)
    return NULL;
  text = xr_date_to_iso (end);
  return g_strdup_printf (_ ("Registration is open until the end of %s."), text);
}

/* The applicants that a post needs: vacancies × ratio, rounded up; one where the plan has no ratio. */
static gint64
applicants_needed (const XrSettings *settings, guint vacancies)
{
  g_autoptr (XrRational) needed = xr_rational_new_fraction (vacancies, 1);

  if (!settings->has_opening_ratio)
    return 1;
  xr_rational_multiply_fraction (needed, settings->opening_ratio.numerator,
                                 settings->opening_ratio.denominator);
  return xr_rational_ceil (needed);
}

static void
check_post (XrGateList *list, const XrSettings *settings, const XrPost *post, GPtrArray *names)
{
  XrParam params[] = { XR_INT (":post", post->id), { NULL } };
  gint64 needed = applicants_needed (settings, post->vacancies);
  gint64 there = xr_sql_int (
    list->office, "SELECT count(*) FROM application WHERE post_id = :post AND state = 'active'",
    params, 0);

  if (there >= needed
      || xr_sql_int (list->office, "SELECT cancelled FROM post WHERE id = :post", params, 0)
      || xr_sql_int (list->office,
                     "SELECT count(*) FROM decision WHERE stage = 2 AND post_id = :post"
                     " AND kind IN " DECISION_KINDS,
                     params, 0))
    return;
  /* Translators: post (applicants that are there of those that are needed) */
  g_ptr_array_add (
    names, g_strdup_printf (_ ("%1$s (%2$d of %3$d)"), post->name, (int) there, (int) needed));
}

static void
add_opening_ratio (XrGateList *list, const XrPlan *plan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->posts->len; i++)
    check_post (list, &plan->settings, g_ptr_array_index (plan->posts, i), names);
  xr_gate_list_add_names (
    list, "opening-ratio", _ ("Every post has enough applicants or a decision"),
    _ ("Posts with too few applicants and without a decision to extend, merge or cancel (%u): %s."),
    "decision", names);
}

static void
add_conditions (XrGateList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, &error);

  xr_gate_list_add (list, "registration-over", _ ("Registration is over"),
                    contest ? check_deadline (&contest->plan->settings) : g_strdup (error->message),
                    "setting");
  if (contest)
    add_opening_ratio (list, contest->plan);
  xr_gate_list_add_none (list, "applied", _ ("Every candidate has applied for a post"),
                         _ ("Candidates without an application (%u): %s."), "application",
                         "SELECT name FROM candidate c WHERE round_id = :round AND NOT EXISTS"
                         " (SELECT 1 FROM application WHERE candidate_id = c.id)");
}

/* A post that was cancelled or merged drops out of the round. */
static gboolean
close_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (
    office,
    "UPDATE post SET cancelled = 1 WHERE round_id = :round AND id IN"
    " (SELECT post_id FROM decision WHERE stage = 2 AND kind IN ('cancel', 'merge'))",
    XR_PARAMS (XR_INT (":round", round)), error);
}

static gboolean
reopen_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (
    office,
    "UPDATE post SET cancelled = 0 WHERE round_id = :round AND id IN"
    " (SELECT post_id FROM decision WHERE stage = 2 AND kind IN ('cancel', 'merge'))",
    XR_PARAMS (XR_INT (":round", round)), error);
}

static char *
count_candidates (XrOffice *office, gint64 round)
{
  gint64 n = xr_sql_int (office, "SELECT count(*) FROM candidate WHERE round_id = :round",
                         XR_PARAMS (XR_INT (":round", round)), 0);
  return n > 0 ? g_strdup_printf ("%d", (int) n) : NULL;
}

const XrStageInfo xr_stage_register = {
  .stage = XR_STAGE_REGISTER,
  .id = "register",
  .title = N_ ("Registration"),
  .purpose = N_ (
    "Take in who applies for which post until the deadline, with what the rules ask of "
    "them."),
  .tables = (const char *const[]){ "candidate", "application", "decision", NULL },
  .signers = (const char *const[]){ "registrar", NULL },
  .conditions = add_conditions,
  .close = close_stage,
  .reopen = reopen_stage,
  .figure = count_candidates,
};
