/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that a built-in plan has for all posts of a rank, taken up by a post that is added by hand
 * as by one that comes from a workbook. */

#include "config.h"

#include "round/rank-rules.h"

#include "round/office-private.h"
#include "round/round.h"
#include "round/tables/tables.h"
#include "rules/rule-value.h"

static gboolean
add_rule (XrOffice *office, XrRow *post, const XrRankRule *rule, GError **error)
{
  g_autoptr (XrRow) row = xr_row_new (&xr_table_rule, xr_row_get_owner (post));

  xr_row_set_int (row, "post_id", xr_row_get_id (post));
  xr_row_set (row, "kind", xr_rule_kind_id (rule->kind));
  xr_row_set (row, "value", rule->value);
  return xr_office_write (office, row, error);
}

static gboolean
add_rules (XrOffice *office, XrRow *post, GError **error)
{
  g_autoptr (XrRow) round = xr_round_load (office, xr_row_get_owner (post), error);
  const char *id = round == NULL ? NULL : xr_row_get (round, "template");
  g_autoptr (XrIntake) template = id == NULL ? NULL : xr_plan_template_load (id, NULL);

  for (guint i = 0; template != NULL && i < template->rank_rules->len; i++)
    {
      const XrRankRule *rule = g_ptr_array_index (template->rank_rules, i);
      if (xr_rank_rule_applies (rule, xr_row_get (post, "rank"))
          && !add_rule (office, post, rule, error))
        return FALSE;
    }
  return round != NULL;
}

gboolean
xr_rank_rules_follow (XrOffice *office, XrRow *before, XrRow *post, GError **error)
{
  return before != NULL || add_rules (office, post, error);
}
