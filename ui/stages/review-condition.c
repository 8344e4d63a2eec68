/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the conditions of all applications into columns. It shows nothing. */
#include "config.h"

#include "stages/review-condition.h"

const XrRuleReview *
xr_review_condition_find (const XrApplicationReview *review, const XrReviewCondition *condition)
{
  guint nth = 0;

  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *rule = g_ptr_array_index (review->rules, i);
      if (rule->kind == condition->kind && nth++ == condition->nth)
        return rule;
    }
  return NULL;
}

static gboolean
has_condition (GArray *conditions, const XrReviewCondition *one)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const XrReviewCondition *other = &g_array_index (conditions, XrReviewCondition, i);
      if (other->kind == one->kind && other->nth == one->nth)
        return TRUE;
    }
  return FALSE;
}

static void
collect_conditions (GArray *conditions, const XrApplicationReview *review)
{
  guint count[XR_RULE_KIND_COUNT] = { 0 };

  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *rule = g_ptr_array_index (review->rules, i);
      XrReviewCondition one = { rule->kind, count[rule->kind]++ };
      if (!has_condition (conditions, &one))
        g_array_append_val (conditions, one);
    }
}

static int
compare_conditions_cb (gconstpointer a, gconstpointer b)
{
  const XrReviewCondition *first = a, *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->nth > second->nth) - (first->nth < second->nth);
}

GArray *
xr_review_conditions_collect (GPtrArray *reviews)
{
  GArray *conditions = g_array_new (FALSE, TRUE, sizeof (XrReviewCondition));

  for (guint i = 0; i < reviews->len; i++)
    collect_conditions (conditions, g_ptr_array_index (reviews, i));
  g_array_sort (conditions, compare_conditions_cb);
  return conditions;
}
