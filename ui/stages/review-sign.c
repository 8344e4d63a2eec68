/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how a condition stands. It shows nothing. */
#include "config.h"

#include "stages/review-sign.h"

#include <glib/gi18n-lib.h>

XrReviewSign
xr_review_sign (const XrRuleReview *rule)
{
  static const XrReviewSign by_state[] = {
    [XR_VERDICT_MET] = XR_REVIEW_SIGN_MET,
    [XR_VERDICT_UNKNOWN] = XR_REVIEW_SIGN_UNKNOWN,
    [XR_VERDICT_FAILED] = XR_REVIEW_SIGN_FAILED,
  };

  if (rule == NULL)
    return XR_REVIEW_SIGN_NONE;
  if (rule->overruled || rule->waiver != 0)
    return XR_REVIEW_SIGN_OVERRULED;
  if (rule->verdict != NULL)
    return g_str_equal (rule->verdict, "met") ? XR_REVIEW_SIGN_MET : XR_REVIEW_SIGN_FAILED;
  return by_state[rule->judgement.state];
}

static const struct
{
  const char *mark, *label, *css_class;
} marks[XR_REVIEW_N_SIGNS] = {
  [XR_REVIEW_SIGN_NONE] = { "—", N_ ("not asked for this post"), "dim-label" },
  [XR_REVIEW_SIGN_MET] = { "✓", N_ ("meets the condition"), "success" },
  [XR_REVIEW_SIGN_FAILED] = { "✗", N_ ("does not meet the condition"), "error" },
  [XR_REVIEW_SIGN_UNKNOWN] = { "?", N_ ("to be verified"), "warning" },
  [XR_REVIEW_SIGN_OVERRULED] = { "◐", N_ ("overruled"), "accent" },
};

const char *
xr_review_sign_label (XrReviewSign sign)
{
  return _ (marks[sign].label);
}

const char *
xr_review_sign_mark (XrReviewSign sign)
{
  return marks[sign].mark;
}

const char *
xr_review_sign_css_class (XrReviewSign sign)
{
  return marks[sign].css_class;
}

static gboolean
rule_passes (const XrRuleReview *rule, XrReviewFilter filter)
{
  switch (filter)
    {
    case XR_REVIEW_FILTER_UNKNOWN:
      return xr_review_sign (rule) == XR_REVIEW_SIGN_UNKNOWN;
    case XR_REVIEW_FILTER_FAILED:
      return xr_rule_review_state (rule) == XR_VERDICT_FAILED;
    case XR_REVIEW_FILTER_OVERRULED:
      return rule->overruled || rule->waiver != 0;
    case XR_REVIEW_FILTER_ALL:
    default:
      return TRUE;
    }
}

gboolean
xr_review_passes (const XrApplicationReview *review, XrReviewFilter filter)
{
  if (filter == XR_REVIEW_FILTER_ALL)
    return TRUE;
  for (guint i = 0; i < review->rules->len; i++)
    if (rule_passes (g_ptr_array_index (review->rules, i), filter))
      return TRUE;
  return FALSE;
}
