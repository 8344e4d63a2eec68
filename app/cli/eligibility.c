/* SPDX-License-Identifier: GPL-3.0-or-later */
/* eligibility: every rule judged for every candidate, with the fact and the limit. Where a reviewer has
 * spoken, the state is what he said. */

#include "config.h"

#include "cli/call.h"
#include "round/commands.h"

static const char *
state_of (const XrRuleReview *review)
{
  return xr_verdict_id (xr_rule_review_state (review));
}

static const char *
state_label (const char *state)
{
  if (g_str_equal (state, "met"))
    return C_ ("rule", "met");
  return g_str_equal (state, "failed") ? C_ ("rule", "failed") : C_ ("rule", "unknown");
}

static void
print_lines (GPtrArray *reviews)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);
      xr_cli_print ("%s\t%s\t%s\t%s", review->post, review->number, review->name,
                    state_label (xr_verdict_id (review->state)));
      for (guint j = 0; j < review->rules->len; j++)
        {
          const XrRuleReview *rule = g_ptr_array_index (review->rules, j);
          xr_cli_print ("\t%s\t%s\t%s", xr_rule_kind_word (rule->kind),
                        state_label (state_of (rule)), rule->judgement.text);
        }
    }
}

static void
add_rule (JsonBuilder *builder, const XrRuleReview *rule)
{
  json_builder_begin_object (builder);
  xr_cli_add_text (builder, "rule", xr_rule_kind_word (rule->kind));
  xr_cli_add_text (builder, "state", state_of (rule));
  xr_cli_add_text (builder, "fact", rule->judgement.fact);
  xr_cli_add_text (builder, "limit", rule->judgement.limit);
  xr_cli_add_text (builder, "text", rule->judgement.text);
  json_builder_end_object (builder);
}

static void
add_review (JsonBuilder *builder, const XrApplicationReview *review)
{
  json_builder_begin_object (builder);
  xr_cli_add_text (builder, "post", review->post);
  xr_cli_add_text (builder, "number", review->number);
  xr_cli_add_text (builder, "name", review->name);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < review->rules->len; i++)
    add_rule (builder, g_ptr_array_index (review->rules, i));
  json_builder_end_array (builder);
  xr_cli_add_text (builder, "state", xr_verdict_id (review->state));
  json_builder_end_object (builder);
}

static void
print_json (gint64 round, GPtrArray *reviews)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  xr_cli_add_int (builder, "round", round);
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reviews->len; i++)
    add_review (builder, g_ptr_array_index (reviews, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  xr_cli_print_json (builder);
}

XrCliStatus
xr_cli_eligibility (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);
  g_autoptr (GPtrArray) reviews = NULL;

  if (!office)
    return XR_CLI_REFUSED;
  reviews = xr_round_review (office, call->round, &error);
  if (!reviews)
    return xr_cli_refuse (error);
  if (call->json)
    print_json (call->round, reviews);
  else
    print_lines (reviews);
  return XR_CLI_DONE;
}
