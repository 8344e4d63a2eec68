/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 9, 任前公示: those chosen are made public for long enough, and every report about them is
 * looked into and closed. */

#include "config.h"

#include "round/stages/stages.h"

#define FROM_CHOSEN                                                                                \
  XR_FROM_APPLICATIONS "AND a.state = 'active' AND a.id IN (SELECT application_id FROM vote) "

static gboolean
add_notice (XrGateList *list)
{
  gboolean posted = xr_gate_list_count (list,
                                        "SELECT count(*) FROM publicity WHERE round_id = :round");

  xr_gate_list_add (list, "publicity-posted", _ ("The notice is posted"),
                    posted ? NULL : g_strdup (_ ("No publicity is recorded yet; add it.")),
                    "publicity");
  xr_gate_list_add_none (list, "publicity-contents",
                         _ ("The notice says where it hangs and whom to call"),
                         _ ("Places or telephone are missing (%u): %s."), "publicity",
                         "SELECT posted_on FROM publicity WHERE round_id = :round"
                         " AND (ifnull(places, '') = '' OR ifnull(phone, '') = '')");
  xr_gate_list_add_none (list, "publicity-after-decision",
                         _ ("The notice was posted after the decision"),
                         _ ("Posted before the meeting decided (%u): %s."), "publicity",
                         "SELECT posted_on FROM publicity WHERE round_id = :round AND posted_on <"
                         " (SELECT max(held_on) FROM meeting WHERE round_id = :round)");
  return posted;
}

/* The period may not be shorter (longer) than the plan says, when both count the same days. */
static void
add_planned_days (XrGateList *list)
{
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, NULL);
  g_autoptr (GPtrArray) names = NULL;
  const XrSettings *settings = NULL;

  if (!contest || contest->plan->settings.publicity_days == XR_COUNT_NONE)
    return;
  settings = &contest->plan->settings;
  names = xr_sql_texts (
    list->office,
    "SELECT posted_on || ' (' || days || ')' FROM publicity WHERE round_id = :round"
    " AND unit = :unit AND (days < :least OR (:most > 0 AND days > :most))",
    XR_PARAMS (XR_INT (":round", list->round),
               XR_TEXT (":unit", settings->publicity_calendar_days ? "calendar" : "working"),
               XR_INT (":least", settings->publicity_days),
               XR_INT (":most", settings->publicity_max_days)));
  xr_gate_list_add_names (list, "publicity-planned", _ ("The period is the one of the plan"),
                          _ ("Shorter or longer than the plan says (%u): %s."), "publicity", names);
}

static void
add_periods (XrGateList *list)
{
  g_autoptr (GPtrArray) shorts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) running = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = xr_sql_ids (list->office,
                                       "SELECT id FROM publicity WHERE round_id = :round",
                                       XR_PARAMS (XR_INT (":round", list->round)));

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *last = NULL;
      XrPublicityPeriod period;

      if (!xr_publicity_period (list->office, g_array_index (ids, gint64, i), xr_date_today (),
                                &period, &error))
        {
          g_ptr_array_add (running, g_strdup (error->message));
          continue;
        }
      last = xr_date_to_iso (period.last);
      if (!period.long_enough)
        g_ptr_array_add (
          shorts, g_strdup_printf (_ ("%1$d working days until %2$s"), period.working_days, last));
      if (!period.over)
        g_ptr_array_add (running, g_strdup (last));
    }
  xr_gate_list_add_names (list, "publicity-floor", _ ("The period holds five working days"),
                          _ ("Fewer than five working days (%u): %s."), "publicity", shorts);
  xr_gate_list_add_names (list, "publicity-over", _ ("The period is over"),
                          _ ("The period lasts until the end of the day (%u): %s."), "publicity",
                          running);
}

static void
add_complaints (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "publicity-complaints", _ ("Every report is closed"),
    _ ("Reports still to be looked into; the appointment waits (%u): %s."), "complaint",
    "SELECT c.name" FROM_CHOSEN "AND EXISTS (SELECT 1 FROM complaint WHERE application_id = a.id"
    " AND outcome = 'open') ORDER BY p.id, c.number");
  xr_gate_list_add_none (
    list, "publicity-answers", _ ("Signed reports are answered"),
    _ ("Signed reports without an answer (%u): %s."), "complaint",
    "SELECT c.name" FROM_CHOSEN "AND EXISTS (SELECT 1 FROM complaint WHERE application_id = a.id"
    " AND stage = 9 AND named = 1 AND answered_on IS NULL) ORDER BY p.id, c.number");
  xr_gate_list_make_warning (list);
}

static void
add_conditions (XrGateList *list)
{
  g_autoptr (GArray) chosen = xr_round_chosen (list->office, list->round);

  if (chosen->len == 0)
    {
      xr_gate_list_add (list, "publicity-posted", _ ("Nobody was chosen: nothing is to be posted"),
                        NULL, "publicity");
      return;
    }
  if (add_notice (list))
    {
      add_planned_days (list);
      add_periods (list);
    }
  add_complaints (list);
}

#define PROVED_HERE                                                                                \
  "id IN (SELECT m.application_id FROM complaint m JOIN application a ON a.id = m.application_id"  \
  " JOIN post p ON p.id = a.post_id"                                                               \
  " WHERE p.round_id = :round AND m.stage = 9 AND m.outcome = 'proved')"

/* P6: found true and affecting the appointment: out. */
static gboolean
close_stage (XrOffice *office, gint64 round, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (office,
                     "UPDATE application SET state = 'vetoed', left_on = :today, left_reason ="
                     " (SELECT matter FROM complaint WHERE application_id = application.id"
                     "  AND stage = 9 AND outcome = 'proved')"
                     " WHERE state = 'active' AND " PROVED_HERE,
                     XR_PARAMS (XR_INT (":round", round), XR_TEXT (":today", today)), error);
}

static gboolean
reopen_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (office,
                     "UPDATE application SET state = 'active', left_on = NULL, left_reason = NULL"
                     " WHERE state = 'vetoed' AND " PROVED_HERE,
                     XR_PARAMS (XR_INT (":round", round)), error);
}

static char *
count_open (XrOffice *office, gint64 round)
{
  gint64 n = xr_sql_int (office,
                         "SELECT count(*) FROM complaint m JOIN application a"
                         " ON a.id = m.application_id JOIN post p ON p.id = a.post_id"
                         " WHERE p.round_id = :round AND m.stage = 9 AND m.outcome = 'open'",
                         XR_PARAMS (XR_INT (":round", round)), 0);
  return n > 0 ? g_strdup_printf ("%d!", (int) n) : NULL;
}

const XrStageInfo xr_stage_publicity = {
  .stage = XR_STAGE_PUBLICITY,
  .id = "publicity",
  .title = N_ ("Publicity"),
  .purpose = N_ (
    "Post who is to be appointed, wait out the period, and look into every report that "
    "comes in."),
  .tables = (const char *const[]){ "publicity", "complaint", NULL },
  .signers = (const char *const[]){ "handler", "supervisor", NULL },
  .conditions = add_conditions,
  .close = close_stage,
  .reopen = reopen_stage,
  .figure = count_open,
};
