/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 1, 公布方案: the plan is complete, in order and frozen before anybody applies. */

#include "config.h"

#include "round/stages/stages.h"

#define WEIGHT_SUM (100 * XR_DECIMAL_SCALE)
/* P1 of the rules: a publicity period is never shorter. */
#define PUBLICITY_FLOOR 5

static void
add_posts (XrGateList *list)
{
  gboolean any = xr_gate_list_count (
    list, "SELECT count(*) FROM post WHERE round_id = :round AND cancelled = 0");

  xr_gate_list_add (list, "plan-posts", _ ("There is at least one post"),
                    any ? NULL : g_strdup (_ ("The plan has no post yet; add one.")), "post");
  xr_gate_list_add_none (list, "plan-vacancies", _ ("No post has more vacancies than are approved"),
                         _ ("More vacancies than the approved number less those filled (%u): %s."),
                         "post",
                         "SELECT name FROM post WHERE round_id = :round AND cancelled = 0"
                         " AND approved IS NOT NULL AND vacancies > approved - ifnull(filled, 0)");
  xr_gate_list_add_none (list, "plan-approved", _ ("The approved number of each post is recorded"),
                         _ ("The approved number or the number filled is missing (%u): %s."),
                         "post",
                         "SELECT name FROM post WHERE round_id = :round AND cancelled = 0"
                         " AND (approved IS NULL OR filled IS NULL)");
  xr_gate_list_make_warning (list);
}

static void
add_rules (XrGateList *list)
{
  gboolean any = xr_gate_list_count (list, "SELECT count(*) FROM rule WHERE round_id = :round");

  xr_gate_list_add (list, "plan-rules", _ ("There are eligibility rules"),
                    any ? NULL : g_strdup (_ ("The plan has no eligibility rule yet; add one.")),
                    "rule");
}

static void
add_weights (XrGateList *list)
{
  gint64 components = xr_gate_list_count (list,
                                          "SELECT count(*) FROM component WHERE round_id = :round");
  XrDecimal sum = { xr_gate_list_count (list,
                                        "SELECT sum(weight) FROM component"
                                        " WHERE round_id = :round AND inclusion = 'weighted'") };
  g_autofree char *text = xr_decimal_format_short (sum);

  xr_gate_list_add (
    list, "plan-weights", _ ("The weights add up to 100"),
    components == 0 || sum.units == WEIGHT_SUM
      ? NULL
      : g_strdup_printf (_ ("The weights add up to %s; change them until they make 100."), text),
    "component");
}

static void
add_components (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "plan-dimensions", _ ("Every graded ballot has its dimensions"),
    _ ("Components without a dimension to be graded (%u): %s."), "dimension",
    "SELECT name FROM component k WHERE round_id = :round AND method = 'graded'"
    " AND NOT EXISTS (SELECT 1 FROM dimension WHERE component_id = k.id) ORDER BY position, id");
  xr_gate_list_add_none (
    list, "plan-places", _ ("Every ranked ballot has the points of its places"),
    _ ("Components without points for first place and for those not named (%u): %s."),
    "place_points",
    "SELECT name FROM component k WHERE round_id = :round AND method = 'ranked' AND 2 >"
    " (SELECT count(*) FROM place_points WHERE component_id = k.id AND place IN (0, 1))"
    " ORDER BY position, id");
  xr_gate_list_add_none (
    list, "plan-groups", _ ("Groups that count by weight have their weights"),
    _ ("Components with a group that has no weight (%u): %s."), "voter_group",
    "SELECT name FROM component k WHERE round_id = :round AND grouping = 'weighted' AND EXISTS"
    " (SELECT 1 FROM voter_group WHERE component_id = k.id AND weight IS NULL)"
    " ORDER BY position, id");
}

static void
collect_dates (const XrSettings *settings, GPtrArray *names)
{
  if (!xr_date_is_set (settings->registration_from))
    g_ptr_array_add (names, g_strdup (_ ("first day of registration")));
  if (!xr_date_is_set (settings->registration_to))
    g_ptr_array_add (names, g_strdup (_ ("last day of registration")));
}

static char *
check_registration (const XrSettings *settings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  collect_dates (settings, names);
  if (names->len > 0)
    return xr_gate_sentence (_ ("The plan does not say yet (%u): %s."), names);
  if (xr_date_compare (settings->registration_from, settings->registration_to) > 0)
    return g_strdup (_ ("Registration ends before it begins; correct the two dates."));
  return NULL;
}

static char *
check_publicity (const XrSettings *settings)
{
  if (settings->publicity_days == XR_COUNT_NONE)
    return g_strdup (_ ("The plan does not say how many days the publicity lasts."));
  if (settings->publicity_days < PUBLICITY_FLOOR)
    return g_strdup_printf (
      _ ("The publicity lasts %1$d days; it must last %2$d working days or more."),
      settings->publicity_days, PUBLICITY_FLOOR);
  if (settings->publicity_max_days != XR_COUNT_NONE
      && settings->publicity_days > settings->publicity_max_days)
    return g_strdup (_ ("The publicity lasts longer than the plan's own upper limit."));
  return NULL;
}

static void
add_settings (XrGateList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, &error);
  const char *registration = _ ("The days of registration are there and in order");
  const char *publicity = _ ("The publicity is long enough");

  if (!contest)
    {
      xr_gate_list_add (list, "plan-dates", registration, g_strdup (error->message), "setting");
      return;
    }
  xr_gate_list_add (list, "plan-dates", registration, check_registration (&contest->plan->settings),
                    "setting");
  xr_gate_list_add (list, "plan-publicity", publicity, check_publicity (&contest->plan->settings),
                    "setting");
}

/* S3: what a plan has to say in words, as far as the setting is marked as needed. */
static void
add_texts (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const XrSetting *setting = xr_settings_all (); setting->field.name; setting++)
    {
      g_autofree char *value = NULL;
      if (setting->part != XR_SETTING_TEXT || !(setting->field.flags & XR_FIELD_REQUIRED))
        continue;
      value = xr_round_dup_setting (list->office, list->round, setting->field.name);
      if (!value)
        g_ptr_array_add (names, g_strdup (_ (setting->field.label)));
    }
  xr_gate_list_add_names (list, "plan-texts", _ ("The plan says all that it has to say"),
                          _ ("Texts of the plan that are still empty (%u): %s."), "setting", names);
}

/* The publicity of the schedule has to hold the working days that the rules ask for. */
static char *
check_scheduled_publicity (XrGateList *list)
{
  g_autoptr (XrStatement) row = xr_sql_rows (list->office,
                                             "SELECT starts_on, ends_on FROM schedule"
                                             " WHERE round_id = :round AND stage = 9",
                                             XR_PARAMS (XR_INT (":round", list->round)));
  g_autoptr (GError) error = NULL;
  XrDate first, last;
  int days = 0;

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return NULL;
  if (!xr_date_parse (xr_statement_get_text (row, 0), FALSE, &first, &error)
      || !xr_date_parse (xr_statement_get_text (row, 1), FALSE, &last, &error)
      || !xr_calendar_count_working_days (xr_office_get_calendar (list->office), first, last, &days,
                                          &error))
    return g_strdup (error->message);
  if (days >= PUBLICITY_FLOOR)
    return NULL;
  return g_strdup_printf (_ ("The publicity is planned over %1$d working days; plan %2$d or more."),
                          days, PUBLICITY_FLOOR);
}

static void
add_schedule (XrGateList *list)
{
  gboolean any = xr_gate_list_count (list, "SELECT count(*) FROM schedule WHERE round_id = :round");
  gint64 first_wrong = xr_gate_list_count (
    list, "SELECT min(b.stage) FROM schedule a JOIN schedule b ON a.round_id = b.round_id"
          " WHERE a.round_id = :round AND ((a.stage < b.stage AND a.starts_on > b.starts_on)"
          " OR (a.id = b.id AND a.starts_on > a.ends_on))");

  xr_gate_list_add (list, "plan-schedule", _ ("The schedule is there"),
                    any ? NULL
                        : g_strdup (_ ("The plan has no schedule yet; say when the stages are.")),
                    "schedule");
  xr_gate_list_add (
    list, "plan-schedule-order", _ ("The schedule is in order"),
    first_wrong == 0
      ? NULL
      : g_strdup_printf (_ ("The days of stage %d do not follow those before it; correct them."),
                         (int) first_wrong),
    "schedule");
  xr_gate_list_add (list, "plan-schedule-publicity", _ ("The planned publicity is long enough"),
                    check_scheduled_publicity (list), "schedule");
}

static void
add_staff (XrGateList *list)
{
  gboolean any = xr_gate_list_count (list, "SELECT count(*) FROM staff WHERE round_id = :round");

  xr_gate_list_add (
    list, "plan-staff", _ ("It is said who does what"),
    any ? NULL : g_strdup (_ ("Nobody is named yet who runs, records and supervises the round.")),
    "staff");
}

static char *
check_announced (XrGateList *list)
{
  XrParam params[] = { XR_INT (":round", list->round), { NULL } };
  g_autofree char *stored = xr_sql_text (list->office,
                                         "SELECT plan_hash FROM round WHERE id = :round", params);
  g_autofree char *date = xr_sql_text (list->office,
                                       "SELECT announced_on FROM round WHERE id = :round", params);

  return stored && date ? NULL : g_strdup (_ ("The plan has not been announced yet."));
}

static void
add_conditions (XrGateList *list)
{
  add_posts (list);
  add_rules (list);
  add_weights (list);
  add_components (list);
  add_settings (list);
  add_texts (list);
  add_schedule (list);
  add_staff (list);
  xr_gate_list_add (list, "announced", _ ("The plan is announced and frozen"),
                    check_announced (list), "announce");
}

static char *
count_posts (XrOffice *office, gint64 round)
{
  gint64 n = xr_sql_int (office,
                         "SELECT count(*) FROM post WHERE round_id = :round AND cancelled = 0",
                         XR_PARAMS (XR_INT (":round", round)), 0);
  return n > 0 ? g_strdup_printf ("%d", (int) n) : NULL;
}

const XrStageInfo xr_stage_announce = {
  .stage = XR_STAGE_ANNOUNCE,
  .id = "announce",
  .title = N_ ("Announcement"),
  .purpose = N_ ("Say which posts are open to whom and how they are filled, then announce it; from "
                 "then on the plan stands."),
  .tables = (const char *const[]){ "post", "rule", "component", "dimension", "grade",
                                   "place_points", "voter_group", "setting", "schedule", "staff",
                                   NULL },
  .signers = (const char *const[]){ "leader", NULL },
  .conditions = add_conditions,
  .figure = count_posts,
};
