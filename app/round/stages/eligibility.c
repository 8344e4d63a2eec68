/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 3, 资格审查: every application is eligible or not, with its reason, and approved. */

#include "config.h"

#include "round/stages/stages.h"

#define UNDECIDED                                                                                  \
  XR_FROM_APPLICATIONS "AND a.state = 'active' AND NOT EXISTS"                                     \
                       " (SELECT 1 FROM review_result WHERE application_id = a.id)"
#define UNAPPROVED                                                                                 \
  XR_FROM_APPLICATIONS "AND a.state IN ('active', 'ineligible') AND EXISTS"                        \
                       " (SELECT 1 FROM review_result WHERE application_id = a.id"                 \
                       "  AND approved_on IS NULL)"

static void
add_conditions (XrGateList *list)
{
  xr_gate_list_add_none (list, "decided", _ ("Every application is decided"),
                         _ ("Applications not decided yet (%u): %s."), "review",
                         "SELECT c.name" UNDECIDED "ORDER BY c.number");
  xr_gate_list_add_none (list, "approved", _ ("Every conclusion is approved by the leader"),
                         _ ("Conclusions not approved yet (%u): %s."), "review",
                         "SELECT c.name" UNAPPROVED "ORDER BY c.number");
  xr_gate_list_add_none (
    list, "ineligible-reason", _ ("Every refusal has its reason"),
    _ ("Found ineligible without a reason (%u): %s."), "review",
    "SELECT c.name" XR_FROM_APPLICATIONS "AND EXISTS (SELECT 1 FROM review_result r"
    " WHERE r.application_id = a.id AND r.verdict = 'ineligible' AND ifnull(r.reason, '') = '')");
  xr_gate_list_add_none (
    list, "field-left", _ ("Every post has an eligible candidate"),
    _ ("Posts that nobody eligible is left for (%u): %s."), "review",
    "SELECT name FROM post p WHERE round_id = :round AND cancelled = 0 AND NOT EXISTS"
    " (SELECT 1 FROM application a JOIN review_result r ON r.application_id = a.id"
    "  WHERE a.post_id = p.id AND a.state = 'active' AND r.verdict = 'eligible')");
  xr_gate_list_make_warning (list);
}

static gboolean
close_stage (XrOffice *office, gint64 round, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (
    office,
    "UPDATE application SET state = 'ineligible', left_on = :today, left_reason ="
    " (SELECT reason FROM review_result WHERE application_id = application.id)"
    " WHERE state = 'active' AND id IN (SELECT r.application_id FROM review_result r"
    " JOIN application a ON a.id = r.application_id JOIN post p ON p.id = a.post_id"
    " WHERE p.round_id = :round AND r.verdict = 'ineligible')",
    XR_PARAMS (XR_INT (":round", round), XR_TEXT (":today", today)), error);
}

static gboolean
reopen_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (
    office,
    "UPDATE application SET state = 'active', left_on = NULL, left_reason = NULL"
    " WHERE state = 'ineligible' AND id IN (SELECT r.application_id FROM review_result r"
    " JOIN application a ON a.id = r.application_id JOIN post p ON p.id = a.post_id"
    " WHERE p.round_id = :round AND r.verdict = 'ineligible')",
    XR_PARAMS (XR_INT (":round", round)), error);
}

static char *
count_undecided (XrOffice *office, gint64 round)
{
  XrParam params[] = { XR_INT (":round", round), { NULL } };
  gint64 people = xr_sql_int (office, "SELECT count(*) FROM candidate WHERE round_id = :round",
                              params, 0);
  gint64 n = xr_sql_int (office, "SELECT count(*)" UNDECIDED, params, 0);
  return people > 0 && n > 0 ? g_strdup_printf ("%d!", (int) n) : NULL;
}

const XrStageInfo xr_stage_eligibility = {
  .stage = XR_STAGE_ELIGIBILITY,
  .id = "eligibility",
  .title = N_ ("Eligibility review"),
  .purpose = N_ ("Judge every application by every rule, look into what is unknown, and have the "
                 "conclusions approved."),
  .tables = (const char *const[]){ "review", "review_result", NULL },
  .signers = (const char *const[]){ "reviewer", "second-reviewer", NULL },
  .conditions = add_conditions,
  .close = close_stage,
  .reopen = reopen_stage,
  .figure = count_undecided,
};
