/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of an example that are one command each, and the table of all kinds of steps. A new kind is
 * a function and a line in it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/demo/demo-private.h"
#include "round/lots.h"
#include "rules/rule-value.h"

static gboolean
set_day (XrDemo *demo, JsonObject *step, GError **error)
{
  XrDate day;

  if (!xr_date_parse (xr_demo_text (step, "day"), FALSE, &day, error))
    return FALSE;
  xr_date_set_today (day);
  return TRUE;
}

static gboolean
announce (XrDemo *demo, JsonObject *step, GError **error)
{
  return xr_round_announce (demo->office, demo->round, xr_date_today (), error);
}

static gboolean
sign (XrDemo *demo, JsonObject *step, GError **error)
{
  return xr_stage_sign (
    demo->office, demo->round, xr_round_current_stage (demo->office, demo->round),
    xr_demo_text (step, "role"), xr_demo_text (step, "name"), xr_date_today (), error);
}

static gboolean
close_stage (XrDemo *demo, JsonObject *step, GError **error)
{
  return xr_stage_close (demo->office, demo->round, xr_demo_text (step, "by"),
                         xr_demo_text (step, "reason"), error);
}

static gboolean
leave (XrDemo *demo, JsonObject *step, GError **error)
{
  gint64 application = xr_demo_find_named (demo, step, "candidate", "application", error);

  return application != 0
         && xr_application_leave (demo->office, application, xr_demo_text (step, "state"),
                                  xr_date_today (), xr_demo_text (step, "reason"), error);
}

static const XrRuleReview *
find_rule (const XrApplicationReview *review, XrRuleKind kind)
{
  for (guint i = 0; i < review->rules->len; i++)
    {
      const XrRuleReview *rule = g_ptr_array_index (review->rules, i);
      if (rule->kind == kind)
        return rule;
    }
  return NULL;
}

/* The reviewer's word on one kind of rule, for the candidate named or for everybody. */
static gboolean
review (XrDemo *demo, JsonObject *step, GError **error)
{
  const char *name = xr_demo_text (step, "candidate");
  g_autoptr (GPtrArray) reviews = xr_round_review (demo->office, demo->round, error);
  XrRuleKind kind = XR_RULE_BY_HAND;

  xr_rule_kind_from_id (xr_demo_text (step, "kind"), &kind);
  for (guint i = 0; reviews && i < reviews->len; i++)
    {
      const XrApplicationReview *one = g_ptr_array_index (reviews, i);
      const XrRuleReview *rule = find_rule (one, kind);
      if (!rule || (name && g_strcmp0 (name, one->name) != 0))
        continue;
      if (!xr_review_rule (demo->office, one->application, rule->rule,
                           xr_demo_text (step, "verdict"), xr_demo_text (step, "reason"),
                           xr_demo_text (step, "reviewer"), error))
        return FALSE;
    }
  return reviews != NULL;
}

static gboolean
conclude (XrDemo *demo, JsonObject *step, GError **error)
{
  return xr_review_conclude_clear (demo->office, demo->round, xr_demo_text (step, "reviewer"),
                                   error)
         >= 0;
}

static gboolean
approve (XrDemo *demo, JsonObject *step, GError **error)
{
  return xr_review_approve (demo->office, demo->round, xr_demo_text (step, "leader"), error) >= 0;
}

/* The order of speech of a post; with a component people out of a pool for all its posts. */
static gboolean
draw_lot (XrDemo *demo, JsonObject *step, GError **error)
{
  gboolean people = json_object_has_member (step, "component");
  gint64 owner = people ? xr_demo_find_named (demo, step, "component", "component", error)
                        : xr_demo_find_named (demo, step, "post", "post", error);
  const XrLotScope scope = { people ? XR_LOT_PEOPLE : XR_LOT_ORDER, .component = people ? owner : 0,
                             .post = people ? 0 : owner };
  const XrLotWish wish = { .seed = xr_demo_text (step, "seed"),
                           .by = xr_demo_text (step, "by"),
                           .parts = xr_demo_text (step, "parts"),
                           .pool = xr_demo_text (step, "pool"),
                           .seats = xr_demo_text (step, "seats"),
                           .reserves = xr_demo_text (step, "reserves") };

  return owner != 0 && xr_lot_draw (demo->office, &scope, &wish, error);
}

static gboolean
decide_shortlist (XrDemo *demo, JsonObject *step, GError **error)
{
  g_autofree const char **names = xr_demo_texts (json_object_get_array_member (step, "names"));
  g_autoptr (GArray) applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 post = xr_demo_find_named (demo, step, "post", "post", error);

  for (guint i = 0; post != 0 && names[i]; i++)
    {
      gint64 id = xr_demo_find (demo, "application", names[i], error);
      if (id == 0)
        return FALSE;
      g_array_append_val (applications, id);
    }
  return post != 0
         && xr_shortlist_decide (demo->office, post, (const gint64 *) (gpointer) applications->data,
                                 applications->len, xr_demo_text (step, "reason"),
                                 xr_demo_text (step, "by"), xr_date_today (), error);
}

/* Who sits at the keyboard from here on. */
static gboolean
set_operator (XrDemo *demo, JsonObject *step, GError **error)
{
  xr_office_set_operator (demo->office, xr_demo_text (step, "name"));
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*run) (XrDemo *demo, JsonObject *step, GError **error);
} kinds[] = {
  { "on", set_day },
  { "rows", xr_demo_add_rows },
  { "settings", xr_demo_set_settings },
  { "change", xr_demo_change_row },
  { "announce", announce },
  { "sign", sign },
  { "close", close_stage },
  { "leave", leave },
  { "review", review },
  { "conclude", conclude },
  { "approve", approve },
  { "lot", draw_lot },
  { "scores", xr_demo_key_scores },
  { "graded", xr_demo_key_graded },
  { "ranked", xr_demo_key_ranked },
  { "second", xr_demo_key_second },
  { "operator", set_operator },
  { "shortlist", decide_shortlist },
};

gboolean
xr_demo_do_step (XrDemo *demo, JsonObject *step, GError **error)
{
  const char *name = xr_demo_text (step, "do");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return kinds[i].run (demo, step, error);
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, _ ("There is no step “%s”."), name);
  return FALSE;
}
