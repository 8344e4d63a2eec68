/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one ballot with all that is on it. A ballot carries a number and no voter, no time. */

#include "config.h"

#include "round/commands/write-score.h"

/* Numbers of digits only are one when their values are one (7, 07). */
static gboolean
number_is_taken (XrOffice *office, gint64 component, gint64 post, gint64 group, gint64 ballot,
                 const char *number)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT number FROM ballot WHERE component_id = :component AND id <> :ballot"
    " AND ifnull(post_id, 0) = :post AND ifnull(group_id, 0) = :group",
    XR_PARAMS (XR_INT (":component", component), XR_INT (":ballot", ballot), XR_INT (":post", post),
               XR_INT (":group", group)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (xr_candidate_number_compare (xr_statement_get_text (row, 0), number) == 0)
      return TRUE;
  return FALSE;
}

/* The number after the greatest one of digits. */
static char *
free_number (XrOffice *office, gint64 component, gint64 post, gint64 group)
{
  gint64 highest = xr_sql_int (
    office,
    "SELECT max(CAST(number AS INTEGER)) FROM ballot WHERE component_id = :component"
    " AND ifnull(post_id, 0) = :post AND ifnull(group_id, 0) = :group"
    " AND number NOT GLOB '*[^0-9]*'",
    XR_PARAMS (XR_INT (":component", component), XR_INT (":post", post), XR_INT (":group", group)),
    0);
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

static gboolean
check_group (XrOffice *office, gint64 component, gint64 group, GError **error)
{
  gint64 groups = xr_sql_int (office,
                              "SELECT count(*) FROM voter_group WHERE component_id = :component",
                              XR_PARAMS (XR_INT (":component", component)), 0);
  gint64 owner = xr_sql_int (office, "SELECT component_id FROM voter_group WHERE id = :group",
                             XR_PARAMS (XR_INT (":group", group)), 0);

  if (group == 0 ? groups == 0 : owner == component)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            _ ("Choose the group of voters that the ballot comes from."));
}

/* Checks the number, or finds one. (transfer full) */
static char *
settle_number (XrOffice *office, gint64 component, gint64 post, gint64 group, gint64 ballot,
               const char *number, GError **error)
{
  g_autofree char *clean = xr_text_clean (number);

  if (*clean == '\0' && ballot != 0)
    return xr_sql_text (office, "SELECT number FROM ballot WHERE id = :ballot",
                        XR_PARAMS (XR_INT (":ballot", ballot)));
  if (*clean == '\0')
    return free_number (office, component, post, group);
  if (!number_is_taken (office, component, post, group, ballot, clean))
    return g_steal_pointer (&clean);
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("Ballot %s is keyed already; write the number of the next one."), clean);
  return NULL;
}

/* Writes the ballot's own row; what was on it goes. Returns the id, 0 with @error. */
static gint64
write_ballot (XrOffice *office, gint64 component, gint64 post, gint64 group, gint64 ballot,
              const char *number, GError **error)
{
  XrParam params[] = { XR_ID (":ballot", ballot),   XR_INT (":component", component),
                       XR_ID (":post", post),       XR_ID (":group", group),
                       XR_TEXT (":number", number), { NULL } };

  if (!xr_sql_run (office,
                   "INSERT INTO ballot (id, component_id, post_id, group_id, number)"
                   " VALUES (:ballot, :component, :post, :group, :number)"
                   " ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id,"
                   " number = excluded.number",
                   params, error))
    return 0;
  if (ballot == 0)
    return xr_database_last_id (xr_office_get_database (office));
  if (!xr_sql_run (office, "DELETE FROM mark WHERE ballot_id = :ballot",
                   XR_PARAMS (XR_INT (":ballot", ballot)), error)
      || !xr_sql_run (office, "DELETE FROM choice WHERE ballot_id = :ballot",
                      XR_PARAMS (XR_INT (":ballot", ballot)), error))
    return 0;
  return ballot;
}

/* ---- graded ballots */

static gboolean
check_mark (XrOffice *office, gint64 component, const XrBallotMark *mark, GError **error)
{
  XrParam params[] = { XR_INT (":component", component), { NULL } };
  gint64 grades = xr_sql_int (office, "SELECT count(*) FROM grade WHERE component_id = :component",
                              params, 0);
  gint64 full = xr_sql_int (office, "SELECT full_mark FROM component WHERE id = :component", params,
                            0);
  gboolean known = xr_sql_int (
    office, "SELECT count(*) FROM grade WHERE component_id = :component AND points = :points",
    XR_PARAMS (XR_INT (":component", component), XR_INT (":points", mark->points.units)), 0);

  if (mark->abstains || known
      || (grades == 0 && mark->points.units >= 0 && mark->points.units <= full))
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            grades > 0 ? _ ("A mark is not one of the grades of this ballot.")
                                       : _ ("A mark is not between 0 and the full mark."));
}

static gboolean
write_marks (XrOffice *office, gint64 component, gint64 ballot, const XrBallotMark *marks,
             guint n_marks, GError **error)
{
  for (guint i = 0; i < n_marks; i++)
    {
      const XrParam params[] = { XR_INT (":ballot", ballot),
                                 XR_INT (":candidate", marks[i].candidate),
                                 XR_INT (":dimension", marks[i].dimension),
                                 { ":points", FALSE, marks[i].abstains, marks[i].points.units,
                                   NULL },
                                 { NULL } };
      if (!check_mark (office, component, &marks[i], error)
          || !xr_sql_run (office,
                          "INSERT INTO mark (ballot_id, candidate_id, dimension_id, points)"
                          " VALUES (:ballot, :candidate, :dimension, :points)",
                          params, error))
        return FALSE;
    }
  return TRUE;
}

gint64
xr_ballot_save_graded (XrOffice *office, gint64 component, gint64 group, gint64 ballot,
                       const char *number, const XrBallotMark *marks, guint n_marks, GError **error)
{
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *settled = NULL;
  gint64 round = 0;
  gint64 id = 0;
  gboolean done = FALSE;

  if (!xr_check_component_open (office, component, &round, error)
      || !check_group (office, component, group, error)
      || !(settled = settle_number (office, component, 0, group, ballot, number, error))
      || !xr_office_begin (office, error))
    return 0;
  id = write_ballot (office, component, 0, group, ballot, settled, error);
  done = id != 0 && write_marks (office, component, id, marks, n_marks, error);
  if (!xr_command_finish (office, done, ballot ? "ballot.change" : "ballot.add", title, NULL, round,
                          XR_ENTRY_NORMAL, error))
    return 0;
  return id;
}

/* ---- ranked ballots */

static gboolean
check_choice (XrOffice *office, gint64 post, const gint64 *candidates, guint place, GError **error)
{
  g_autofree char *name = xr_command_name_of (office, "candidate", candidates[place]);

  for (guint i = 0; i < place; i++)
    if (candidates[i] == candidates[place])
      {
        g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                     _ ("%s stands on the ballot twice; such a ballot is void."), name);
        return FALSE;
      }
  if (xr_sql_int (office,
                  "SELECT count(*) FROM application WHERE post_id = :post AND candidate_id = :id",
                  XR_PARAMS (XR_INT (":post", post), XR_INT (":id", candidates[place])), 0))
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, _ ("%s has not applied for this post."),
               name);
  return FALSE;
}

static gboolean
check_choices (XrOffice *office, gint64 component, gint64 post, const gint64 *candidates,
               guint n_places, GError **error)
{
  gint64 places = xr_sql_int (office,
                              "SELECT max(place) FROM place_points WHERE component_id = :component",
                              XR_PARAMS (XR_INT (":component", component)), 0);

  for (guint i = 0; i < n_places; i++)
    {
      if (candidates[i] == 0)
        continue;
      if (i >= places)
        return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                                  _ ("The ballot names more people than the plan has places."));
      if (!check_choice (office, post, candidates, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_choices (XrOffice *office, gint64 ballot, const gint64 *candidates, guint n_places,
               GError **error)
{
  for (guint i = 0; i < n_places; i++)
    if (candidates[i] != 0
        && !xr_sql_run (office,
                        "INSERT INTO choice (ballot_id, place, candidate_id)"
                        " VALUES (:ballot, :place, :candidate)",
                        XR_PARAMS (XR_INT (":ballot", ballot), XR_INT (":place", i + 1),
                                   XR_INT (":candidate", candidates[i])),
                        error))
      return FALSE;
  return TRUE;
}

gint64
xr_ballot_save_ranked (XrOffice *office, gint64 component, gint64 post, gint64 group, gint64 ballot,
                       const char *number, const gint64 *candidates, guint n_places, GError **error)
{
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *settled = NULL;
  gint64 round = 0;
  gint64 id = 0;
  gboolean done = FALSE;

  if (!xr_check_component_open (office, component, &round, error)
      || !check_group (office, component, group, error)
      || !check_choices (office, component, post, candidates, n_places, error)
      || !(settled = settle_number (office, component, post, group, ballot, number, error))
      || !xr_office_begin (office, error))
    return 0;
  id = write_ballot (office, component, post, group, ballot, settled, error);
  done = id != 0 && write_choices (office, id, candidates, n_places, error);
  if (!xr_command_finish (office, done, ballot ? "ballot.change" : "ballot.add", title, NULL, round,
                          XR_ENTRY_NORMAL, error))
    return 0;
  return id;
}

gboolean
xr_ballot_delete (XrOffice *office, gint64 ballot, GError **error)
{
  XrParam params[] = { XR_INT (":ballot", ballot), { NULL } };
  gint64 component = xr_sql_int (office, "SELECT component_id FROM ballot WHERE id = :ballot",
                                 params, 0);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    xr_sql_run (office, "DELETE FROM mark WHERE ballot_id = :ballot", params, error)
      && xr_sql_run (office, "DELETE FROM choice WHERE ballot_id = :ballot", params, error)
      && xr_sql_run (office, "DELETE FROM ballot WHERE id = :ballot", params, error),
    "ballot.delete", title, NULL, round, XR_ENTRY_NORMAL, error);
}
