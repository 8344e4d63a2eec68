/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eligibility review: the program judges every rule, a reviewer confirms or overrules it with a
 * reason, concludes, and the leader approves. An unknown is never turned into a verdict by itself. */

#include "config.h"

#include "round/command.h"

/* ---- looking */

static void
rule_review_free (XrRuleReview *review)
{
  g_free (review->requirement);
  xr_judgement_clear (&review->judgement);
  g_free (review->verdict);
  g_free (review->reason);
  g_free (review->reviewer);
  g_free (review->waiver_text);
  g_free (review->source);
  g_free (review);
}

void
xr_application_review_free (XrApplicationReview *review)
{
  g_free (review->number);
  g_free (review->name);
  g_free (review->post);
  g_ptr_array_unref (review->rules);
  g_free (review->verdict);
  g_free (review->reason);
  g_free (review->reviewer);
  g_free (review->approved_by);
  g_free (review);
}

static void
read_verdict (XrOffice *office, gint64 application, XrRuleReview *review)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT verdict, overrules, reason, reviewer FROM review"
    " WHERE application_id = :application AND rule_id = :rule",
    XR_PARAMS (XR_INT (":application", application), XR_INT (":rule", review->rule)));

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return;
  review->verdict = xr_statement_dup_text (row, 0);
  review->overruled = xr_statement_get_int (row, 1);
  review->reason = xr_statement_dup_text (row, 2);
  review->reviewer = xr_statement_dup_text (row, 3);
}

static void
read_waiver (XrOffice *office, gint64 application, XrRuleReview *review)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT id, document, granted_on, granted_by, grounds FROM waiver"
    " WHERE application_id = :application AND rule_id = :rule",
    XR_PARAMS (XR_INT (":application", application), XR_INT (":rule", review->rule)));

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return;
  review->waiver = xr_statement_get_int (row, 0);
  /* Translators: document, its date, the body that consented, the circumstances */
  review->waiver_text = g_strdup_printf (
    _ ("%1$s of %2$s, consented by %3$s: %4$s"), xr_statement_get_text (row, 1),
    xr_statement_get_text (row, 2), xr_statement_get_text (row, 3), xr_statement_get_text (row, 4));
}

/* Where what a rule is judged on was entered. (transfer full) */
static char *
dup_source (XrRuleKind kind)
{
  static const char *const fields[XR_RULE_KIND_COUNT] = {
    [XR_RULE_MAX_AGE] = "born",      [XR_RULE_MIN_EDUCATION] = "education",
    [XR_RULE_MIN_DEGREE] = "degree", [XR_RULE_YEARS_WORKED] = "work_since",
    [XR_RULE_RANK] = "rank",         [XR_RULE_YEARS_IN_RANK] = "rank_since",
    [XR_RULE_PARTY] = "party",       [XR_RULE_APPRAISALS] = "appraisals",
    [XR_RULE_STAFFING] = "staffing", [XR_RULE_PUNISHMENT] = "punished_until",
  };
  const XrField *field = fields[kind] != NULL
                           ? xr_table_find_field (xr_table_find ("candidate"), fields[kind])
                           : NULL;

  return field != NULL ? g_strdup_printf (_ ("Registration, “%s”"), _ (field->label))
                       : g_strdup (_ ("The reviewer's own finding"));
}

static XrRuleReview *
review_rule (XrOffice *office, const XrCase *contest, const XrApplication *application,
             const XrRule *rule)
{
  XrRuleReview *review = g_new0 (XrRuleReview, 1);
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, application->candidate);

  review->rule = rule->id;
  review->kind = rule->kind;
  review->requirement = g_strdup (rule->value);
  xr_eligibility_judge (rule, candidate, &contest->plan->settings, &review->judgement);
  review->group = rule->group;
  review->source = dup_source (rule->kind);
  read_verdict (office, application->id, review);
  read_waiver (office, application->id, review);
  return review;
}

XrVerdict
xr_rule_review_state (const XrRuleReview *review)
{
  if (review->waiver != 0)
    return XR_VERDICT_MET;
  if (!review->verdict)
    return review->judgement.state;
  return g_str_equal (review->verdict, "met") ? XR_VERDICT_MET : XR_VERDICT_FAILED;
}

/* Unset where the column is NULL. */
static XrDate
read_date (XrStatement *row, int column)
{
  const char *text = xr_statement_get_text (row, column);
  XrDate date = XR_DATE_NONE;

  if (text != NULL)
    xr_date_parse (text, TRUE, &date, NULL);
  return date;
}

static void
read_conclusion (XrOffice *office, XrApplicationReview *review)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT verdict, reason, reviewer, approved_by, reviewed_on, approved_on FROM review_result"
    " WHERE application_id = :application",
    XR_PARAMS (XR_INT (":application", review->application)));

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return;
  review->verdict = xr_statement_dup_text (row, 0);
  review->reason = xr_statement_dup_text (row, 1);
  review->reviewer = xr_statement_dup_text (row, 2);
  review->approved_by = xr_statement_dup_text (row, 3);
  review->reviewed_on = read_date (row, 4);
  review->approved_on = read_date (row, 5);
  review->approved = xr_date_is_set (review->approved_on);
}

/* The state of the whole, and of every group. */
static void
combine (XrApplicationReview *review)
{
  g_autofree XrRuleVerdict *verdicts = g_new0 (XrRuleVerdict, review->rules->len + 1);

  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *one = g_ptr_array_index (review->rules, i);
      verdicts[i] = (XrRuleVerdict){ one->group, xr_rule_review_state (one) };
    }
  review->state = xr_verdict_of_all (verdicts, review->rules->len);
  for (guint i = 0; i < review->rules->len; i++)
    {
      XrRuleReview *one = g_ptr_array_index (review->rules, i);
      one->group_state = one->group == 0
                           ? verdicts[i].state
                           : xr_verdict_of_group (verdicts, review->rules->len, one->group);
    }
}

static XrApplicationReview *
review_application (XrOffice *office, const XrCase *contest, const XrApplication *application)
{
  XrApplicationReview *review = g_new0 (XrApplicationReview, 1);
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, application->candidate);
  const XrPost *post = g_ptr_array_index (contest->plan->posts, application->post);

  review->application = application->id;
  review->number = g_strdup (candidate->number);
  review->name = g_strdup (candidate->name);
  review->post = g_strdup (post->name);
  review->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_review_free);
  for (guint i = 0; i < contest->plan->rules->len; i++)
    {
      const XrRule *rule = g_ptr_array_index (contest->plan->rules, i);
      if (xr_rule_applies (rule, application->post))
        g_ptr_array_add (review->rules, review_rule (office, contest, application, rule));
    }
  combine (review);
  read_conclusion (office, review);
  return review;
}

GPtrArray *
xr_round_review (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (XrCase) contest = xr_round_load_case (office, round, XR_LOAD_PEOPLE, error);
  GPtrArray *reviews = NULL;

  if (!contest)
    return NULL;
  reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_application_review_free);
  for (guint i = 0; i < contest->applications->len; i++)
    g_ptr_array_add (reviews,
                     review_application (office, contest,
                                         &g_array_index (contest->applications, XrApplication, i)));
  return reviews;
}

/* ---- one rule */

static const XrApplicationReview *
find_review (GPtrArray *reviews, gint64 application)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);
      if (review->application == application)
        return review;
    }
  return NULL;
}

static const XrRuleReview *
find_rule (const XrApplicationReview *review, gint64 rule)
{
  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *one = g_ptr_array_index (review->rules, i);
      if (one->rule == rule)
        return one;
    }
  return NULL;
}

/* A word on an unknown rule completes what the program cannot know; against a known one it overrules. */
static gboolean
overrules (const XrRuleReview *review, const char *verdict)
{
  return review->judgement.state != XR_VERDICT_UNKNOWN
         && !g_str_equal (xr_verdict_id (review->judgement.state), verdict);
}

static gboolean
write_rule (XrOffice *office, gint64 application, gint64 rule, const char *verdict,
            gboolean against, const char *reason, const char *reviewer, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  if (!verdict)
    return xr_sql_run (
      office, "DELETE FROM review WHERE application_id = :application AND rule_id = :rule",
      XR_PARAMS (XR_INT (":application", application), XR_INT (":rule", rule)), error);
  return xr_sql_run (
    office,
    "INSERT INTO review (application_id, rule_id, verdict, overrules, reason, reviewer,"
    " reviewed_on) VALUES (:application, :rule, :verdict, :overrules, :reason, :reviewer, :today)"
    " ON CONFLICT (application_id, rule_id) DO UPDATE SET verdict = excluded.verdict,"
    " overrules = excluded.overrules, reason = excluded.reason, reviewer = excluded.reviewer,"
    " reviewed_on = excluded.reviewed_on",
    XR_PARAMS (XR_INT (":application", application), XR_INT (":rule", rule),
               XR_TEXT (":verdict", verdict), XR_INT (":overrules", against),
               XR_TEXT (":reason", reason), XR_TEXT (":reviewer", reviewer),
               XR_TEXT (":today", today)),
    error);
}

/* A conclusion that rested on other verdicts does not stand any more. */
static gboolean
forget_conclusion (XrOffice *office, gint64 application, GError **error)
{
  return xr_sql_run (office, "DELETE FROM review_result WHERE application_id = :application",
                     XR_PARAMS (XR_INT (":application", application)), error);
}

gboolean
xr_review_rule (XrOffice *office, gint64 application, gint64 rule, const char *verdict,
                const char *reason, const char *reviewer, GError **error)
{
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);
  g_autoptr (GPtrArray) reviews = NULL;
  const XrApplicationReview *review = NULL;
  const XrRuleReview *one = NULL;
  gboolean against = FALSE;

  if (round == 0 || !xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !(reviews = xr_round_review (office, round, error)))
    return FALSE;
  review = find_review (reviews, application);
  one = review ? find_rule (review, rule) : NULL;
  if (!one)
    return xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND,
                              _ ("This rule is not one for the post applied for."));
  if (verdict && !g_str_equal (verdict, "met") && !g_str_equal (verdict, "failed"))
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Say whether the rule is met or failed."));
  against = verdict && overrules (one, verdict);
  if ((verdict && !xr_command_need_text (reviewer, _ ("Write the name of the reviewer."), error))
      || (against
          && !xr_command_need_text (
            reason, _ ("The program judges this rule otherwise: write why it is overruled."),
            error))
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    write_rule (office, application, rule, verdict, against, reason, reviewer, error)
      && forget_conclusion (office, application, error),
    "review.rule", title, reason, round, XR_ENTRY_NORMAL, error);
}

/* ---- 破格 */

#define MONTHS_AFTER_PROMOTION 12

static gboolean
check_promotion (XrOffice *office, gint64 application, XrDate granted, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("application"), application,
                                          error);
  g_autoptr (XrRow) candidate = row != NULL ? xr_office_load (office, xr_table_find ("candidate"),
                                                              xr_row_get_owner (row), error)
                                            : NULL;
  XrDate since = candidate != NULL ? xr_row_get_date (candidate, "rank_since")
                                   : (XrDate){ 0, 0, 0 };

  if (candidate == NULL)
    return FALSE;
  if (!xr_date_is_set (since) || xr_date_months_between (since, granted) >= MONTHS_AFTER_PROMOTION)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            _ ("Nobody may be promoted by exception within a year of the last "
                               "promotion. Look at the date of the present rank."));
}

static gboolean
check_waivable (const XrRuleReview *rule, GError **error)
{
  if (rule == NULL)
    return xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND,
                              _ ("This rule is not one for the post applied for."));
  if (rule->kind == XR_RULE_BY_HAND || rule->kind == XR_RULE_PUNISHMENT)
    return xr_command_refuse (
      error, XR_ROUND_ERROR_REFUSED,
      _ ("Basic conditions and disciplinary actions cannot be passed over by "
         "exception."));
  if (rule->waiver == 0 && xr_rule_review_state (rule) == XR_VERDICT_MET)
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("The condition is met; it needs no exception."));
  return TRUE;
}

gboolean
xr_waiver_grant (XrOffice *office, XrRow *waiver, GError **error)
{
  gint64 application = xr_row_get_owner (waiver);
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);
  g_autoptr (GPtrArray) reviews = round != 0 ? xr_round_review (office, round, error) : NULL;
  const XrApplicationReview *review = reviews != NULL ? find_review (reviews, application) : NULL;
  gboolean done;

  if (review == NULL || !xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !check_waivable (find_rule (review, xr_row_get_int (waiver, "rule_id")), error)
      || !check_promotion (office, application, xr_row_get_date (waiver, "granted_on"), error)
      || !xr_office_begin (office, error))
    return FALSE;
  /* Writing the row tidies its texts, so they are read afterwards. */
  done = xr_office_write (office, waiver, error) && forget_conclusion (office, application, error);
  return xr_command_finish (office, done, "waiver.grant", title, xr_row_get (waiver, "grounds"),
                            round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_waiver_take_back (XrOffice *office, gint64 waiver, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("waiver"), waiver, error);
  gint64 application = row != NULL ? xr_row_get_owner (row) : 0;
  gint64 round = row != NULL ? xr_command_round_of_application (office, application, error) : 0;
  g_autofree char *title = NULL;

  if (round == 0 || !xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !xr_office_begin (office, error))
    return FALSE;
  title = xr_command_application_title (office, application);
  return xr_command_finish (office,
                            xr_office_remove (office, xr_table_find ("waiver"), waiver, error)
                              && forget_conclusion (office, application, error),
                            "waiver.take-back", title, NULL, round, XR_ENTRY_NORMAL, error);
}

/* ---- conclusions */

static gboolean
write_conclusion (XrOffice *office, gint64 application, const char *verdict, const char *reason,
                  const char *reviewer, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (
    office,
    "INSERT INTO review_result (application_id, verdict, reason, reviewer, reviewed_on)"
    " VALUES (:application, :verdict, :reason, :reviewer, :today)"
    " ON CONFLICT (application_id) DO UPDATE SET verdict = excluded.verdict,"
    " reason = excluded.reason, reviewer = excluded.reviewer, reviewed_on = excluded.reviewed_on,"
    " approved_by = NULL, approved_on = NULL",
    XR_PARAMS (XR_INT (":application", application), XR_TEXT (":verdict", verdict),
               XR_TEXT (":reason", reason), XR_TEXT (":reviewer", reviewer),
               XR_TEXT (":today", today)),
    error);
}

/* The sentences of the rules that failed: the reason why somebody is ineligible. (transfer full) */
static char *
describe_failed (const XrApplicationReview *review)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *one = g_ptr_array_index (review->rules, i);
      if (xr_rule_review_state (one) != XR_VERDICT_FAILED || one->group_state != XR_VERDICT_FAILED)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, one->reason && *one->reason ? one->reason : one->judgement.text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
conclude_one (XrOffice *office, const XrApplicationReview *review, const char *reviewer,
              GError **error)
{
  gboolean met = review->state == XR_VERDICT_MET;
  g_autofree char *reason = met ? NULL : describe_failed (review);

  return write_conclusion (office, review->application, met ? "eligible" : "ineligible", reason,
                           reviewer, error);
}

static int
conclude_all (XrOffice *office, GPtrArray *reviews, const char *reviewer, GError **error)
{
  int n = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);
      if (review->verdict || review->state == XR_VERDICT_UNKNOWN)
        continue;
      if (!conclude_one (office, review, reviewer, error))
        return -1;
      n++;
    }
  return n;
}

int
xr_review_conclude_clear (XrOffice *office, gint64 round, const char *reviewer, GError **error)
{
  g_autoptr (GPtrArray) reviews = NULL;
  int n = 0;

  if (!xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !xr_command_need_text (reviewer, _ ("Write the name of the reviewer."), error)
      || !(reviews = xr_round_review (office, round, error)) || !xr_office_begin (office, error))
    return -1;
  n = conclude_all (office, reviews, reviewer, error);
  if (!xr_command_finish (office, n >= 0, "review.conclude", reviewer, NULL, round, XR_ENTRY_NORMAL,
                          error))
    return -1;
  return n;
}

gboolean
xr_review_conclude (XrOffice *office, gint64 application, const char *verdict, const char *reason,
                    const char *reviewer, GError **error)
{
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);
  g_autoptr (GPtrArray) reviews = NULL;
  const XrApplicationReview *review = NULL;
  gboolean eligible = g_strcmp0 (verdict, "eligible") == 0;

  if (round == 0 || !xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !(reviews = xr_round_review (office, round, error)))
    return FALSE;
  review = find_review (reviews, application);
  if (!eligible && g_strcmp0 (verdict, "ineligible") != 0)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Conclude with eligible or ineligible."));
  if (eligible && review && review->state == XR_VERDICT_FAILED)
    return xr_command_refuse (
      error, XR_ROUND_ERROR_REFUSED,
      _ ("A rule is failed; overrule it with a reason before concluding “eligible”."));
  if (eligible && review && review->state == XR_VERDICT_UNKNOWN)
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("A rule is unknown; decide it before concluding “eligible”."));
  if ((!eligible
       && !xr_command_need_text (reason, _ ("Write why the candidate is ineligible."), error))
      || !xr_command_need_text (reviewer, _ ("Write the name of the reviewer."), error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office, write_conclusion (office, application, verdict, reason, reviewer, error),
    "review.conclude", title, reason, round, XR_ENTRY_NORMAL, error);
}

int
xr_review_approve (XrOffice *office, gint64 round, const char *leader, GError **error)
{
  static const char waiting[]
    = "SELECT count(*) FROM review_result r JOIN application a ON a.id = r.application_id"
      " JOIN post p ON p.id = a.post_id WHERE p.round_id = :round AND r.approved_on IS NULL";
  gint64 n = xr_sql_int (office, waiting, XR_PARAMS (XR_INT (":round", round)), 0);
  g_autofree char *today = xr_today_iso ();

  if (!xr_command_check_stage (office, round, XR_STAGE_ELIGIBILITY, error)
      || !xr_command_need_text (leader, _ ("Write the name of the leader who approves."), error)
      || !xr_office_begin (office, error))
    return -1;
  if (!xr_command_finish (
        office,
        xr_sql_run (office,
                    "UPDATE review_result SET approved_by = :leader, approved_on = :today"
                    " WHERE approved_on IS NULL AND application_id IN (SELECT a.id"
                    " FROM application a JOIN post p ON p.id = a.post_id"
                    " WHERE p.round_id = :round)",
                    XR_PARAMS (XR_INT (":round", round), XR_TEXT (":leader", leader),
                               XR_TEXT (":today", today)),
                    error),
        "review.approve", leader, NULL, round, XR_ENTRY_NORMAL, error))
    return -1;
  return (int) n;
}
