/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/result.h"

G_BEGIN_DECLS

/* Builds cases for the tests of the rules in few words. Numbers are texts, as people write them. */

XrDecimal test_decimal (const char *text);

/* A case with one post ("岗位") of so many vacancies and @n candidates 01, 02 … who apply for it. */
XrCase *test_case_new (guint vacancies, guint n);

/* Adds a component; returns it, borrowed. Its index is the number of those before it. */
XrComponent *test_add_component (XrCase *contest, const char *name, XrMethod method,
                                 const char *weight);
void test_add_dimension (XrComponent *component, const char *name, const char *weight,
                         const char *full_mark);
void test_add_grade (XrComponent *component, const char *name, const char *points);
void test_add_place (XrComponent *component, guint place, const char *points);
/* @weight may be NULL; the counts may be set in what is returned. */
XrGroup *test_add_group (XrComponent *component, const char *name, const char *weight);

int test_add_judge (XrCase *contest, int component, const char *panel, const char *name);
/* @value NULL: 回避 */
void test_score (XrCase *contest, int judge, int application, int dimension, const char *value);
void test_direct (XrCase *contest, int component, int candidate, int dimension, const char *value);
void test_vote (XrCase *contest, int component, int group, int candidate, gint64 yes, gint64 no,
                gint64 abstain);
void test_tally (XrCase *contest, int component, int group, int candidate, int dimension,
                 const char *points, gint64 votes);
void test_ranked_base (XrCase *contest, int component, int group, gint64 ballots);
void test_ranked_sum (XrCase *contest, int component, int group, int application, guint place,
                      gint64 count);
void test_tie_breaker (XrCase *contest, const char *name);

/* The standing of application @application in post 0. */
const XrStanding *test_find_standing (const XrResult *result, int application);
/* Both take NULL for "no value". */
void test_assert_component (const XrResult *result, const XrCase *contest, int application,
                            int component, const char *expected);
void test_assert_total (const XrResult *result, const XrCase *contest, int application,
                        const char *expected);
/* The whole result as text, for comparing two. (transfer full) */
char *test_describe (const XrResult *result, const XrCase *contest);

/* Works @contest out, checks one component of one candidate, and forgets the result. */
void test_expect (const XrCase *contest, int application, int component, const char *expected);
/* Likewise for why there is none. */
void test_expect_missing (const XrCase *contest, int application, int component, XrMissing missing);

G_END_DECLS
