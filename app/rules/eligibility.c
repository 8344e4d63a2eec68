/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges candidates by the eligibility rules of a plan and says with which figures. It decides nothing
 * that the record does not decide: what is missing or unclear stays unknown for a person to look at. */

#include "config.h"

#include "rules/eligibility.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

/* What one rule is judged by. */
typedef struct
{
  const XrRuleValue *value;
  const XrCandidate *candidate;
  XrDate reference;
  XrJudgement *judgement;
} Judging;

typedef void (*Judge) (Judging *judging);

const char *
xr_verdict_id (XrVerdict verdict)
{
  static const char *const ids[] = { "met", "unknown", "failed" };

  return ids[verdict];
}

XrVerdict
xr_verdict_combine (XrVerdict a, XrVerdict b)
{
  return MAX (a, b);
}

XrVerdict
xr_verdict_of_group (const XrRuleVerdict *verdicts, guint n, guint group)
{
  XrVerdict best = XR_VERDICT_FAILED;

  for (guint i = 0; i < n; i++)
    {
      if (verdicts[i].group == group)
        best = MIN (best, verdicts[i].state);
    }
  return best;
}

XrVerdict
xr_verdict_of_all (const XrRuleVerdict *verdicts, guint n)
{
  XrVerdict all = XR_VERDICT_MET;

  for (guint i = 0; i < n; i++)
    all = xr_verdict_combine (all, verdicts[i].group == 0
                                     ? verdicts[i].state
                                     : xr_verdict_of_group (verdicts, n, verdicts[i].group));
  return all;
}

gboolean
xr_rule_applies (const XrRule *rule, int post)
{
  return rule->post < 0 || rule->post == post;
}

XrDate
xr_eligibility_earliest_birth (XrDate reference, guint age)
{
  XrDate month = { reference.year, reference.month, 0 };

  return xr_date_add_months (month, 1 - 12 * ((int) age + 1));
}

/* Takes @text. */
static void
conclude (Judging *judging, XrVerdict state, char *text)
{
  judging->judgement->state = state;
  judging->judgement->text = text;
}

static void
conclude_met (Judging *judging, gboolean met, char *text)
{
  conclude (judging, met ? XR_VERDICT_MET : XR_VERDICT_FAILED, text);
}

/* Returns: (transfer full): the month of @date as sentences show it. */
static char *
show_month (XrDate date)
{
  return xr_date_to_form ((XrDate){ date.year, date.month, 0 });
}

/* Returns: (transfer full): the month of @date as facts show it. */
static char *
format_month (XrDate date)
{
  return xr_date_to_iso ((XrDate){ date.year, date.month, 0 });
}

/* Concludes unknown where ages and years have no date to be counted at. */
static gboolean
needs_reference (Judging *judging)
{
  if (xr_date_is_set (judging->reference))
    return FALSE;
  conclude (judging, XR_VERDICT_UNKNOWN,
            g_strdup (_ ("The plan names neither the date at which ages count nor the last day of "
                         "registration")));
  return TRUE;
}

/* Concludes unknown where a month that counts from @since lies after the reference date. */
static gboolean
lies_ahead (Judging *judging, XrDate since, const char *month)
{
  g_autofree char *reference = show_month (judging->reference);

  if (xr_date_months_between (since, judging->reference) >= 0)
    return FALSE;
  conclude (judging, XR_VERDICT_UNKNOWN,
            g_strdup_printf (_ ("The month on record, %1$s, lies after the reference month %2$s"),
                             month, reference));
  return TRUE;
}

static void
judge_age (Judging *judging)
{
  XrDate born = judging->candidate->born;
  guint limit = judging->value->number;
  XrDate earliest = judging->value->earliest_birth;
  XrDate by_age;
  g_autofree char *month = NULL;
  g_autofree char *reference = show_month (judging->reference);
  g_autofree char *earliest_month = NULL;

  judging->judgement->limit = g_strdup_printf ("%u", limit);
  if (!xr_date_is_set (born))
    {
      conclude (judging, XR_VERDICT_UNKNOWN, g_strdup (_ ("The month of birth is not on record")));
      return;
    }
  month = show_month (born);
  judging->judgement->fact = format_month (born);
  if (needs_reference (judging) || lies_ahead (judging, born, month))
    return;
  /* An explicit month lets in who would be a little too old; it shuts nobody out (INTERCHANGE 2). */
  by_age = xr_eligibility_earliest_birth (judging->reference, limit);
  if (!xr_date_is_set (earliest) || xr_date_compare (by_age, earliest) < 0)
    earliest = by_age;
  earliest_month = show_month (earliest);
  conclude_met (
    judging, xr_date_months_between (earliest, born) >= 0,
    g_strdup_printf (_ ("Born in %1$s, so %2$d full years old in %3$s; at most %4$u are "
                        "allowed, that is born in %5$s or later"),
                     month, xr_date_months_between (born, judging->reference) / 12, reference,
                     limit, earliest_month));
}

/* Words for a month that lies years back; they differ with what has gone on since. */
typedef struct
{
  const char *missing;
  const char *figures; /* month, full years, months over, reference, years asked */
} YearsText;

static void
judge_years (Judging *judging, XrDate since, guint years, const YearsText *words)
{
  g_autofree char *month = NULL;
  g_autofree char *reference = show_month (judging->reference);
  int months;

  if (!xr_date_is_set (since))
    {
      conclude (judging, XR_VERDICT_UNKNOWN, g_strdup (_ (words->missing)));
      return;
    }
  month = show_month (since);
  if (judging->judgement->fact == NULL)
    judging->judgement->fact = format_month (since);
  if (needs_reference (judging) || lies_ahead (judging, since, month))
    return;
  months = xr_date_months_between (since, judging->reference);
  conclude_met (
    judging, months >= 12 * (int) years,
    g_strdup_printf (_ (words->figures), month, months / 12, months % 12, reference, years));
}

static void
judge_years_worked (Judging *judging)
{
  static const YearsText words = {
    N_ ("The month of starting work is not on record"),
    N_ ("At work since %1$s, so %2$d years and %3$d months in %4$s; at least %5$u years are asked"),
  };

  judging->judgement->limit = g_strdup_printf ("%u", judging->value->number);
  judge_years (judging, judging->candidate->work_since, judging->value->number, &words);
}

static void
judge_education (Judging *judging)
{
  const char *fact = judging->candidate->education;
  const char *limit = judging->judgement->limit;
  XrEducation education;
  gboolean complete;

  if (!xr_education_parse (fact, &education, &complete)
      || (!complete && education < judging->value->education))
    conclude (
      judging, XR_VERDICT_UNKNOWN,
      xr_text_is_blank (fact)
        ? g_strdup (_ ("The education is not on record"))
        : g_strdup_printf (_ ("The education “%s” is not a step that the program knows"), fact));
  else
    conclude_met (judging, education >= judging->value->education,
                  g_strdup_printf (_ ("The education on record is %1$s; at least %2$s is asked, "
                                      "completed with a diploma"),
                                   fact, limit));
}

static void
judge_degree (Judging *judging)
{
  const char *fact = judging->candidate->degree;
  const char *limit = judging->judgement->limit;
  XrDegree degree;
  gboolean complete;

  if (!xr_degree_parse (fact, &degree, &complete) || (!complete && degree < judging->value->degree))
    conclude (judging, XR_VERDICT_UNKNOWN,
              xr_text_is_blank (fact)
                ? g_strdup (_ ("The degree is not on record"))
                : g_strdup_printf (_ ("The degree “%s” is not one that the program knows"), fact));
  else
    conclude_met (judging, degree >= judging->value->degree,
                  g_strdup_printf (_ ("The degree on record is %1$s; at least %2$s is asked, an "
                                      "honorary degree does not count"),
                                   fact, limit));
}

/* Returns: (transfer full): @text in the form in which it is compared. */
typedef char *(*Normalize) (const char *text);

/* Full and short names of political affiliation that mean the same (codes.md section 2). */
char *
xr_party_normalize (const char *text)
{
  static const char *const synonyms[][2] = {
    { "中国共产党党员", "中共党员" }, { "中共正式党员", "中共党员" },
    { "党员", "中共党员" },           { "中国共产党预备党员", "预备党员" },
    { "中共预备党员", "预备党员" },   { "团员", "共青团员" },
    { "民革会员", "民革" },           { "民盟盟员", "民盟" },
    { "民建会员", "民建" },           { "民进会员", "民进" },
    { "农工党党员", "农工党" },       { "致公党党员", "致公党" },
    { "九三学社社员", "九三" },       { "台盟盟员", "台盟" },
    { "无党派人士", "无党派" },       { "普通公民", "群众" },
  };
  g_autofree char *clean = xr_text_clean (text);

  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      if (strcmp (synonyms[i][0], clean) == 0)
        return g_strdup (synonyms[i][1]);
    }
  return g_steal_pointer (&clean);
}

static gboolean
is_among (const GPtrArray *words, const char *fact, Normalize normalize)
{
  g_autofree char *wanted = normalize (fact);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word = normalize (g_ptr_array_index (words, i));

      if (strcmp (word, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @missing and @figures (fact, limit) are sentences to be translated. */
static void
judge_words (Judging *judging, const char *fact, Normalize normalize, const char *missing,
             const char *figures)
{
  if (xr_text_is_blank (fact))
    conclude (judging, XR_VERDICT_UNKNOWN, g_strdup (_ (missing)));
  else
    conclude_met (judging, is_among (judging->value->words, fact, normalize),
                  g_strdup_printf (_ (figures), fact, judging->judgement->limit));
}

static void
judge_rank (Judging *judging)
{
  judge_words (judging, judging->candidate->rank, xr_rank_normalize,
               N_ ("The present rank is not on record"),
               N_ ("The present rank is %1$s; asked is %2$s"));
}

static void
judge_party (Judging *judging)
{
  judge_words (judging, judging->candidate->party, xr_party_normalize,
               N_ ("The political affiliation is not on record"),
               N_ ("The political affiliation is %1$s; asked is %2$s"));
}

static void
judge_staffing (Judging *judging)
{
  judge_words (judging, judging->candidate->staffing, xr_text_clean,
               N_ ("The kind of staffing is not on record"),
               N_ ("The kind of staffing is %1$s; asked is %2$s"));
}

/* The terms of one rank differ in nothing but the years: the fewest decide. */
static const XrRankTerm *
find_term (const GArray *terms, const char *rank)
{
  const XrRankTerm *found = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      const XrRankTerm *term = &g_array_index (terms, XrRankTerm, i);

      if (strcmp (term->rank, rank) == 0 && (found == NULL || term->years < found->years))
        found = term;
    }
  return found;
}

static void
judge_years_in_rank (Judging *judging)
{
  static const YearsText words = {
    N_ ("The month of taking the present rank is not on record"),
    N_ ("In the present rank since %1$s, so %2$d years and %3$d months in %4$s; at least %5$u "
        "years are asked"),
  };
  const XrCandidate *candidate = judging->candidate;
  g_autofree char *rank = xr_rank_normalize (candidate->rank);
  g_autofree char *since = format_month (candidate->rank_since);
  const XrRankTerm *term = find_term (judging->value->terms, rank);

  if (*rank == '\0')
    {
      conclude (judging, XR_VERDICT_UNKNOWN, g_strdup (_ ("The present rank is not on record")));
      return;
    }
  judging->judgement->fact = *since != '\0' ? g_strdup_printf ("%s %s", rank, since)
                                            : g_strdup (rank);
  if (term == NULL)
    conclude (judging, XR_VERDICT_FAILED,
              g_strdup_printf (_ ("The present rank is %1$s; asked is %2$s"), rank,
                               judging->judgement->limit));
  else
    judge_years (judging, candidate->rank_since, term->years, &words);
}

/* One year that is too low decides, also where another one is missing. */
static XrVerdict
judge_appraisal (XrAppraisal appraisal, XrAppraisal floor)
{
  if (appraisal == XR_APPRAISAL_MISSING)
    return XR_VERDICT_UNKNOWN;
  return appraisal >= floor ? XR_VERDICT_MET : XR_VERDICT_FAILED;
}

static char *
describe_appraisals (XrVerdict state, const char *fact, const char *years, const char *limit)
{
  if (state == XR_VERDICT_UNKNOWN)
    return g_strdup_printf (_ ("Appraisals on record: %1$s; %2$s is asked and there is no clear "
                               "result for %3$s"),
                            xr_text_is_blank (fact) ? _ ("none") : fact, limit, years);
  if (state == XR_VERDICT_FAILED)
    return g_strdup_printf (_ ("Appraisals on record: %1$s; %2$s is asked and %3$s falls short"),
                            fact, limit, years);
  return g_strdup_printf (_ ("Appraisals on record: %1$s; %2$s is asked"), fact, limit);
}

static void
judge_appraisals (Judging *judging)
{
  const char *fact = judging->candidate->appraisals;
  XrVerdict state = XR_VERDICT_MET;
  g_autoptr (GString) years = g_string_new (NULL);

  if (needs_reference (judging))
    return;
  for (guint i = 1; i <= judging->value->number; i++)
    {
      guint year = judging->reference.year - i;
      XrVerdict verdict = judge_appraisal (xr_appraisals_find (fact, year),
                                           judging->value->appraisal);

      /* Only the years that decide are named. */
      if (verdict > state)
        g_string_truncate (years, 0);
      state = xr_verdict_combine (state, verdict);
      if (verdict == state)
        g_string_append_printf (years, "%s%u", years->len > 0 ? "、" : "", year);
    }
  conclude (judging, state,
            describe_appraisals (state, fact, years->str, judging->judgement->limit));
}

/* Where one of the two days is unknown their months decide, but not within one month. */
static XrVerdict
judge_period (XrDate until, XrDate reference)
{
  int months = xr_date_months_between (until, reference);

  if (months == 0 && until.day != 0 && reference.day == 0)
    return XR_VERDICT_UNKNOWN;
  if (months != 0 || until.day == 0)
    return months > 0 ? XR_VERDICT_MET : XR_VERDICT_FAILED;
  return until.day < reference.day ? XR_VERDICT_MET : XR_VERDICT_FAILED;
}

static void
judge_punishment (Judging *judging)
{
  XrDate until = judging->candidate->punished_until;
  g_autofree char *end = xr_date_to_iso (until);
  g_autofree char *reference = xr_date_to_iso (judging->reference);

  if (!xr_date_is_set (until))
    {
      conclude (judging, XR_VERDICT_MET, g_strdup (_ ("No period of punishment is on record")));
      return;
    }
  judging->judgement->fact = g_strdup (end);
  if (needs_reference (judging))
    return;
  conclude (
    judging, judge_period (until, judging->reference),
    g_strdup_printf (_ ("The period of punishment runs until %1$s; it must have ended before "
                        "%2$s"),
                     end, reference));
}

static void
judge_by_hand (Judging *judging)
{
  conclude (judging, XR_VERDICT_UNKNOWN,
            g_strdup_printf (_ ("A person has to decide: %s"), judging->judgement->limit));
}

static const struct
{
  Judge judge;
  gsize
    fact; /* offset of the candidate's text that is the fact as it stands, 0: made by the judge */
} judges[XR_RULE_KIND_COUNT] = {
  [XR_RULE_MAX_AGE] = { judge_age, 0 },
  [XR_RULE_MIN_EDUCATION] = { judge_education, G_STRUCT_OFFSET (XrCandidate, education) },
  [XR_RULE_MIN_DEGREE] = { judge_degree, G_STRUCT_OFFSET (XrCandidate, degree) },
  [XR_RULE_YEARS_WORKED] = { judge_years_worked, 0 },
  [XR_RULE_RANK] = { judge_rank, G_STRUCT_OFFSET (XrCandidate, rank) },
  [XR_RULE_YEARS_IN_RANK] = { judge_years_in_rank, 0 },
  [XR_RULE_PARTY] = { judge_party, G_STRUCT_OFFSET (XrCandidate, party) },
  [XR_RULE_APPRAISALS] = { judge_appraisals, G_STRUCT_OFFSET (XrCandidate, appraisals) },
  [XR_RULE_STAFFING] = { judge_staffing, G_STRUCT_OFFSET (XrCandidate, staffing) },
  [XR_RULE_PUNISHMENT] = { judge_punishment, 0 },
  [XR_RULE_BY_HAND] = { judge_by_hand, 0 },
};

static void
copy_fact (Judging *judging, gsize offset)
{
  const char *fact;

  if (offset == 0)
    return;
  fact = G_STRUCT_MEMBER (const char *, judging->candidate, offset);
  if (!xr_text_is_blank (fact))
    judging->judgement->fact = xr_text_strip (fact);
}

void
xr_eligibility_judge (const XrRule *rule, const XrCandidate *candidate, const XrSettings *settings,
                      XrJudgement *judgement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRuleValue) value = xr_rule_value_parse (rule->kind, rule->value, &error);
  Judging judging = { value, candidate, xr_settings_reference_date (settings), judgement };

  *judgement = (XrJudgement){ XR_VERDICT_UNKNOWN, NULL, NULL, NULL };
  if (value == NULL)
    {
      judgement->limit = xr_text_strip (rule->value);
      judgement->text = g_strdup (error->message);
      return;
    }
  /* The two kinds with a plain number name it bare; all others show the value as written. */
  if (rule->kind != XR_RULE_MAX_AGE && rule->kind != XR_RULE_YEARS_WORKED)
    judgement->limit = xr_text_strip (rule->value);
  copy_fact (&judging, judges[rule->kind].fact);
  judges[rule->kind].judge (&judging);
}

void
xr_judgement_clear (XrJudgement *judgement)
{
  g_clear_pointer (&judgement->fact, g_free);
  g_clear_pointer (&judgement->limit, g_free);
  g_clear_pointer (&judgement->text, g_free);
}

guint
xr_eligibility_appraisal_years (const XrPlan *plan)
{
  guint years = plan->settings.appraisal_years == XR_COUNT_NONE
                  ? 1
                  : (guint) plan->settings.appraisal_years;

  for (guint i = 0; i < plan->rules->len; i++)
    {
      const XrRule *rule = plan->rules->pdata[i];
      g_autoptr (XrRuleValue) value = rule->kind == XR_RULE_APPRAISALS
                                        ? xr_rule_value_parse (rule->kind, rule->value, NULL)
                                        : NULL;

      if (value != NULL)
        years = MAX (years, value->number);
    }
  return years;
}
