/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an intake, and the rules that a plan gives by rank. It reads and writes no file. */
#include "config.h"

#include "round/intake.h"

#include "core/text.h"

#include <string.h>

static void
clear_ballot (gpointer data)
{
  g_free (((XrIntakeBallot *) data)->number);
}

static void
free_rank_rule (gpointer data)
{
  XrRankRule *rule = data;

  g_free (rule->rank);
  g_free (rule->value);
  g_free (rule);
}

XrIntake *
xr_intake_new (void)
{
  XrIntake *self = g_new0 (XrIntake, 1);

  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rank_rules = g_ptr_array_new_with_free_func (free_rank_rule);
  self->contest = xr_case_new (xr_plan_new ());
  self->ballots = g_array_new (FALSE, TRUE, sizeof (XrIntakeBallot));
  g_array_set_clear_func (self->ballots, clear_ballot);
  self->marks = g_array_new (FALSE, TRUE, sizeof (XrIntakeMark));
  self->choices = g_array_new (FALSE, TRUE, sizeof (XrIntakeChoice));
  return self;
}

void
xr_intake_free (XrIntake *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit);
  g_free (self->template_id);
  g_hash_table_unref (self->settings);
  g_ptr_array_unref (self->rank_rules);
  xr_case_free (self->contest);
  g_array_unref (self->ballots);
  g_array_unref (self->marks);
  g_array_unref (self->choices);
  g_free (self);
}

gboolean
xr_rank_rule_applies (const XrRankRule *rule, const char *rank)
{
  g_autofree char *wanted = xr_text_clean (rule->rank);
  g_autofree char *own = xr_text_clean (rank);

  return strcmp (wanted, own) == 0;
}

static void
apply_rank_rule (XrPlan *plan, const XrRankRule *rule)
{
  for (guint i = 0; i < plan->posts->len; i++)
    {
      const XrPost *post = plan->posts->pdata[i];

      if (post->id == 0 && xr_rank_rule_applies (rule, post->rank))
        g_ptr_array_add (plan->rules, xr_rule_new ((int) i, rule->kind, rule->value));
    }
}

void
xr_intake_apply_rank_rules (XrIntake *self)
{
  for (guint i = 0; i < self->rank_rules->len; i++)
    apply_rank_rule (self->contest->plan, self->rank_rules->pdata[i]);
}
