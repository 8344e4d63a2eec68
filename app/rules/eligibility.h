/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"
#include "rules/rule-value.h"

G_BEGIN_DECLS

typedef enum
{
  XR_VERDICT_MET,
  XR_VERDICT_UNKNOWN,
  XR_VERDICT_FAILED,
} XrVerdict;

/* Returns: (transfer none): `met`, `unknown`, `failed` as eligibility --json writes it */
const char *xr_verdict_id (XrVerdict verdict);

/* The state of a whole candidate from that of two rules: failed if any failed, else unknown if any is
 * unknown. Start from XR_VERDICT_MET. */
XrVerdict xr_verdict_combine (XrVerdict a, XrVerdict b);

/* How one rule stands, with the group that it is in. */
typedef struct
{
  guint group; /* XrRule.group */
  XrVerdict state;
} XrRuleVerdict;

/* The state of a group: met if any of its rules is, else unknown if any is unknown. */
XrVerdict xr_verdict_of_group (const XrRuleVerdict *verdicts, guint n, guint group);
/* The state of a whole candidate: every rule that stands by itself, and every group, counts once. */
XrVerdict xr_verdict_of_all (const XrRuleVerdict *verdicts, guint n);

typedef struct
{
  XrVerdict state;
  char
    *fact; /* (nullable): what the record says, a month as `1975-04`; NULL where it says nothing */
  char *limit; /* what the rule asks, such as `50`, `大专`, `近1年称职以上` */
  char *text;  /* a whole translated sentence with the figures; never NULL */
} XrJudgement;

/**
 * xr_eligibility_judge:
 * @judgement: (out): to be cleared with xr_judgement_clear()
 *
 * Judges one rule for one candidate at the reference date of @settings (INTERCHANGE 2, rules.md
 * section 3). Ages and years are counted by month, days are ignored. A fact that is missing or that
 * is written in words not understood makes the rule unknown. A person's word on a rule (人工核定, or
 * one that overrules) is not known here.
 */
void xr_eligibility_judge (const XrRule *rule, const XrCandidate *candidate,
                           const XrSettings *settings, XrJudgement *judgement);

void xr_judgement_clear (XrJudgement *judgement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XrJudgement, xr_judgement_clear)

/* Whether @rule is one for the post with index @post. */
gboolean xr_rule_applies (const XrRule *rule, int post);

/* The earliest month in which somebody may be born who is at most @age full years old at @reference:
 * 12·(age + 1) − 1 months before it. */
/* Returns: (transfer full): a political affiliation by its short official name where that is known, else as it
 * stands */
char *xr_party_normalize (const char *text);
XrDate xr_eligibility_earliest_birth (XrDate reference, guint age);

/* How many years of appraisals before the year of the reference date @plan asks for: by its rules and for
 * the reasons against inspection (X3, one year where the plan names none). */
guint xr_eligibility_appraisal_years (const XrPlan *plan);

G_END_DECLS
