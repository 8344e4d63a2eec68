/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list for inspection: the ranking's own, or one that was decided with a reason. */

#include "config.h"

#include "round/command.h"

static const XrPostResult *
find_post (const XrResult *result, const XrCase *contest, gint64 post)
{
  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      const XrPost *planned = g_ptr_array_index (contest->plan->posts, one->post);
      if (planned->id == post)
        return one;
    }
  return NULL;
}

/* The ids on the ranking's own list, in rank order. (transfer full) */
static GArray *
list_by_ranking (const XrPostResult *result, const XrCase *contest)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; result && i < result->shortlist->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->shortlist, i);
      gint64 id = g_array_index (contest->applications, XrApplication, standing->application).id;
      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* The recorded ids in rank order; somebody whom the ranking does not place comes last. */
static GArray *
order_recorded (GArray *recorded, const XrPostResult *result, const XrCase *contest)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; result && i < result->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->standings, i);
      gint64 id = g_array_index (contest->applications, XrApplication, standing->application).id;
      if (contains (recorded, id))
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < recorded->len; i++)
    if (!contains (ids, g_array_index (recorded, gint64, i)))
      g_array_append_val (ids, g_array_index (recorded, gint64, i));
  return ids;
}

GArray *
xr_round_shortlist (XrOffice *office, gint64 round, gint64 post)
{
  g_autoptr (GArray) recorded = xr_sql_ids (
    office,
    "SELECT s.application_id FROM shortlist s JOIN application a"
    " ON a.id = s.application_id WHERE a.post_id = :post ORDER BY a.id",
    XR_PARAMS (XR_INT (":post", post)));
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (office, round, &contest, NULL);
  const XrPostResult *ranked = result ? find_post (result, contest, post) : NULL;

  if (recorded->len == 0)
    return list_by_ranking (ranked, contest);
  return order_recorded (recorded, ranked, contest);
}

static gboolean
same_people (GArray *ranked, const gint64 *applications, guint n)
{
  if (ranked->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!contains (ranked, applications[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check_people (XrOffice *office, gint64 post, const gint64 *applications, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = NULL;
      if (xr_sql_int (office,
                      "SELECT count(*) FROM application WHERE id = :application"
                      " AND post_id = :post AND state = 'active'",
                      XR_PARAMS (XR_INT (":application", applications[i]), XR_INT (":post", post)),
                      0))
        continue;
      title = xr_command_application_title (office, applications[i]);
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                   _ ("%s is not in the running for this post; take the name off the list."),
                   title);
      return FALSE;
    }
  return TRUE;
}

static gboolean
insert_decision (XrOffice *office, gint64 round, gint64 post, const char *kind, const char *reason,
                 const char *by, const char *on, GError **error)
{
  return xr_sql_run (office,
                     "INSERT INTO decision (round_id, stage, post_id, kind, reason, decided_by,"
                     " decided_on) VALUES (:round, 6, :post, :kind, :reason, :by, :on)",
                     XR_PARAMS (XR_INT (":round", round), XR_INT (":post", post),
                                XR_TEXT (":kind", kind), XR_TEXT (":reason", reason),
                                XR_TEXT (":by", by), XR_TEXT (":on", on)),
                     error);
}

static gboolean
write_list (XrOffice *office, gint64 post, const gint64 *applications, guint n, const char *reason,
            GError **error)
{
  if (!xr_sql_run (office,
                   "DELETE FROM shortlist WHERE application_id IN"
                   " (SELECT id FROM application WHERE post_id = :post)",
                   XR_PARAMS (XR_INT (":post", post)), error)
      || !xr_sql_run (office,
                      "DELETE FROM decision WHERE stage = 6 AND post_id = :post"
                      " AND kind IN ('tie', 'order')",
                      XR_PARAMS (XR_INT (":post", post)), error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!xr_sql_run (
          office, "INSERT INTO shortlist (application_id, reason) VALUES (:application, :reason)",
          XR_PARAMS (XR_INT (":application", applications[i]), XR_TEXT (":reason", reason)), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_reasons (const char *reason, const char *by, XrDate on, gboolean needed, GError **error)
{
  if (needed
      && !xr_command_need_text (
        reason, _ ("The list departs from the ranking or settles a tie: write the reason."), error))
    return FALSE;
  if (!xr_command_need_text (by, _ ("Write who decided on the list."), error))
    return FALSE;
  return xr_date_is_set (on)
         || xr_command_refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write the day of the decision."));
}

gboolean
xr_shortlist_decide (XrOffice *office, gint64 post, const gint64 *applications, guint n,
                     const char *reason, const char *by, XrDate on, GError **error)
{
  gint64 round = xr_command_round_of_post (office, post, error);
  g_autofree char *name = xr_command_name_of (office, "post", post);
  g_autofree char *date = xr_date_to_iso (on);
  g_autoptr (GArray) by_ranking = NULL;
  const XrCase *contest = NULL;
  const XrResult *result = NULL;
  const XrPostResult *ranked = NULL;
  gboolean tie = FALSE, departs = FALSE;

  if (round == 0 || !xr_command_check_stage (office, round, XR_STAGE_SHORTLIST, error)
      || !(result = xr_round_get_result (office, round, &contest, error)))
    return FALSE;
  ranked = find_post (result, contest, post);
  by_ranking = list_by_ranking (ranked, contest);
  tie = ranked && ranked->cutoff_tie;
  departs = !same_people (by_ranking, applications, n);
  if (!check_reasons (reason, by, on, tie || departs, error)
      || !check_people (office, post, applications, n, error) || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    write_list (office, post, applications, n, tie || departs ? reason : NULL, error)
      && (!(tie || departs)
          || insert_decision (office, round, post, tie ? "tie" : "order", reason, by, date, error)),
    "shortlist.decide", name, reason, round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_shortlist_is_decided (XrOffice *office, gint64 post)
{
  return xr_sql_int (
           office,
           "SELECT count(*) FROM shortlist s JOIN application a ON a.id = s.application_id"
           " WHERE a.post_id = :post AND s.reason IS NOT NULL",
           XR_PARAMS (XR_INT (":post", post)), 0)
         > 0;
}
