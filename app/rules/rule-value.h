/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/appraisals.h"
#include "rules/education.h"
#include "rules/plan.h"

G_BEGIN_DECLS

#define XR_RULE_ERROR (xr_rule_error_quark ())
GQuark xr_rule_error_quark (void);

typedef enum
{
  XR_RULE_ERROR_VALUE, /* outside the grammar of the kind */
} XrRuleError;

#define XR_RULE_KIND_COUNT (XR_RULE_BY_HAND + 1)

/* Returns: (transfer none): the id of the office file: `max-age`, `min-education`, `min-degree`,
 * `years-worked`, `rank`, `years-in-rank`, `party`, `appraisals`, `staffing`, `punishment`, `by-hand` */
const char *xr_rule_kind_id (XrRuleKind kind);
/* Returns: (transfer none): the word of the workbook and of forms, such as `最大年龄` */
const char *xr_rule_kind_word (XrRuleKind kind);
/* Each returns FALSE when there is no such kind; NULL is none. */
gboolean xr_rule_kind_from_id (const char *id, XrRuleKind *kind);
gboolean xr_rule_kind_from_word (const char *word, XrRuleKind *kind);

/* `副科级 2年` */
typedef struct
{
  char *rank;
  guint years;
} XrRankTerm;

/* 内容 taken apart; only the members of its kind are set. */
typedef struct
{
  guint number;          /* years of age, of work; years looked back on */
  XrDate earliest_birth; /* 最早出生年月, or unset */
  XrEducation education;
  XrDegree degree;
  XrAppraisal appraisal; /* the lowest that will do */
  GPtrArray *words;      /* (nullable): char *, values joined by `、` */
  GArray *terms;         /* (nullable): XrRankTerm */
} XrRuleValue;

/**
 * xr_rule_value_parse:
 * @text: 内容 in the grammar of INTERCHANGE 2, "Values of an eligibility rule"
 *
 * Returns: (transfer full): the value, or NULL with a sentence that says how to write it
 *   (%XR_RULE_ERROR)
 */
XrRuleValue *xr_rule_value_parse (XrRuleKind kind, const char *text, GError **error);
void xr_rule_value_free (XrRuleValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrRuleValue, xr_rule_value_free)

/* Whether xr_rule_value_parse() can read @text. */
gboolean xr_rule_parse_value (XrRuleKind kind, const char *text, GError **error);

/* Returns: (transfer full): a rank as it is compared: without blanks and without 实职 at its end,
 * which people add to say that a leading post is meant. */
char *xr_rank_normalize (const char *rank);

G_END_DECLS
