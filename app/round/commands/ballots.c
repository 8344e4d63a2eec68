/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one ballot with all that is on it, the first time or the second. A ballot carries a number and
 * no voter, no time and no order: a new one waits for its batch outside of the record (waiting.c). */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/keying-private.h"
#include "round/waiting.h"

/* ---- its number */

/* The sheets of both keyings have the same columns here. */
static const char *
table_of (XrKeying keying)
{
  return keying == XR_KEYING_FIRST ? "ballot" : "second_sheet";
}

#define OF_ITS_GROUP                                                                               \
  " WHERE component_id = :component AND ifnull(post_id, 0) = :post"                                \
  " AND ifnull(group_id, 0) = :group AND number <> ''"

/* Numbers of digits only are one when their values are one (7, 07). */
static gboolean
number_is_taken (XrOffice *office, XrKeying keying, gint64 component, const XrKeyedSheet *ballot,
                 const char *number)
{
  g_autofree char *sql = g_strdup_printf ("SELECT number FROM %s" OF_ITS_GROUP " AND id <> :id",
                                          table_of (keying));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, sql,
    XR_PARAMS (XR_INT (":component", component), XR_INT (":post", ballot->post),
               XR_INT (":group", ballot->group), XR_INT (":id", ballot->id)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (xr_candidate_number_compare (xr_statement_get_text (row, 0), number) == 0)
      return TRUE;
  return FALSE;
}

char *
xr_ballot_dup_next_number (XrOffice *office, XrKeying keying, gint64 component, gint64 post,
                           gint64 group)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max(CAST(number AS INTEGER)) FROM %s" OF_ITS_GROUP
                                          " AND number NOT GLOB '*[^0-9]*'",
                                          table_of (keying));
  gint64 highest = xr_sql_int (
    office, sql,
    XR_PARAMS (XR_INT (":component", component), XR_INT (":post", post), XR_INT (":group", group)),
    0);

  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/* Checks the ballot's number, or finds one: its old one, or the next free one. */
static gboolean
settle_number (XrOffice *office, XrKeying keying, gint64 component, XrKeyedSheet *ballot,
               GError **error)
{
  g_autofree char *clean = xr_text_clean (ballot->number);
  g_autofree char *sql = g_strdup_printf ("SELECT number FROM %s WHERE id = :id",
                                          table_of (keying));

  if (*clean != '\0' && number_is_taken (office, keying, component, ballot, clean))
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                   _ ("Ballot %s is keyed already; write the number of the next one."), clean);
      return FALSE;
    }
  g_free (ballot->number);
  if (*clean != '\0')
    ballot->number = g_steal_pointer (&clean);
  else if (ballot->id != 0)
    ballot->number = xr_sql_text (office, sql, XR_PARAMS (XR_INT (":id", ballot->id)));
  else
    ballot->number = xr_ballot_dup_next_number (office, keying, component, ballot->post,
                                                ballot->group);
  return ballot->number != NULL;
}

/* ---- what may stand on it */

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

/* The points that a mark may have: of the grades, or 0 to the full mark where there are none. */
static gboolean
check_marks (XrOffice *office, gint64 component, const XrKeyedSheet *ballot, GError **error)
{
  XrParam params[] = { XR_INT (":component", component), { NULL } };
  g_autoptr (GArray) grades = xr_sql_ids (
    office, "SELECT points FROM grade WHERE component_id = :component", params);
  gint64 full = xr_sql_int (office, "SELECT full_mark FROM component WHERE id = :component", params,
                            0);

  for (guint i = 0; i < ballot->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (ballot->cells, XrKeyedCell, i);
      gboolean known = cell->is_void
                       || (grades->len == 0 && cell->value >= 0 && cell->value <= full);

      for (guint j = 0; j < grades->len && !known; j++)
        known = g_array_index (grades, gint64, j) == cell->value;
      if (!known)
        return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                                  grades->len > 0
                                    ? _ ("A mark is not one of the grades of this ballot.")
                                    : _ ("A mark is not between 0 and the full mark."));
    }
  return TRUE;
}

static gboolean
check_place (XrOffice *office, const XrKeyedSheet *ballot, guint place, gint64 places,
             GError **error)
{
  const XrKeyedCell *cell = &g_array_index (ballot->cells, XrKeyedCell, place);
  g_autofree char *name = xr_command_name_of (office, "candidate", cell->candidate);

  if (cell->value > places)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("The ballot names more people than the plan has places."));
  for (guint i = 0; i < place; i++)
    if (g_array_index (ballot->cells, XrKeyedCell, i).candidate == cell->candidate)
      {
        g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                     _ ("%s stands on the ballot twice; such a ballot is void."), name);
        return FALSE;
      }
  if (xr_sql_int (office,
                  "SELECT count(*) FROM application WHERE post_id = :post AND candidate_id = :id",
                  XR_PARAMS (XR_INT (":post", ballot->post), XR_INT (":id", cell->candidate)), 0))
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, _ ("%s has not applied for this post."),
               name);
  return FALSE;
}

static gboolean
check_places (XrOffice *office, gint64 component, const XrKeyedSheet *ballot, GError **error)
{
  gint64 places = xr_sql_int (office,
                              "SELECT max(place) FROM place_points WHERE component_id = :component",
                              XR_PARAMS (XR_INT (":component", component)), 0);

  for (guint i = 0; i < ballot->cells->len; i++)
    if (!check_place (office, ballot, i, places, error))
      return FALSE;
  return TRUE;
}

/* Votes that were counted by hand and ballots of the same group would be counted twice. */
static gboolean
check_votes (XrOffice *office, gint64 component, const XrKeyedSheet *ballot, GError **error)
{
  if (xr_sql_int (office,
                  "SELECT count(*) FROM vote_count WHERE component_id = :component"
                  " AND ifnull(group_id, 0) = :group",
                  XR_PARAMS (XR_INT (":component", component), XR_INT (":group", ballot->group)), 0)
      == 0)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            _ ("Counted votes of this group are keyed already; its ballots would "
                               "count twice. Clear the counts first to key ballot by ballot."));
}

static gboolean
check_content (XrOffice *office, XrKeying keying, gint64 component, const XrKeyedSheet *ballot,
               GError **error)
{
  g_autofree char *method = xr_keying_dup_method (office, component);

  if (g_strcmp0 (method, "graded") == 0)
    return check_marks (office, component, ballot, error);
  if (g_strcmp0 (method, "ranked") == 0)
    return check_places (office, component, ballot, error);
  if (g_strcmp0 (method, "share") == 0)
    return keying == XR_KEYING_SECOND || check_votes (office, component, ballot, error);
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            _ ("Nobody votes on this component by ballot."));
}

/* ---- keying */

gboolean
xr_keying_check_ballot (XrOffice *office, XrKeying keying, gint64 component, XrKeyedSheet *ballot,
                        const char *keyer, GError **error)
{
  return check_group (office, component, ballot->group, error)
         && check_content (office, keying, component, ballot, error)
         && settle_number (office, keying, component, ballot, error)
         && xr_keying_check_keyer (office, keying, component, ballot, keyer, error);
}

gboolean
xr_ballot_save (XrOffice *office, XrKeying keying, const char *keyer, gint64 component,
                XrKeyedSheet *ballot, GError **error)
{
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *name = xr_text_strip (keyer ? keyer : xr_office_get_operator (office));
  gboolean is_new = ballot->id == 0;
  gboolean waits = is_new || xr_waiting_has (office, keying, ballot->id);
  gint64 round = 0;
  gboolean done;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_keying_check_ballot (office, keying, component, ballot, name, error)
      || !(waits ? xr_waiting_open (office, error) : xr_office_begin (office, error)))
    return FALSE;
  ballot->keyer = *name != '\0' ? g_intern_string (name) : NULL;
  if (is_new)
    ballot->id = xr_record_random_id ();
  done = xr_keying_write_ballot (office, keying, component, ballot, error)
         && (!is_new || xr_waiting_add (office, keying, ballot->id, error));
  done = waits ? xr_waiting_close (office, done, error)
               : xr_command_finish (office, done,
                                    keying == XR_KEYING_FIRST ? "ballot.change" : "second.change",
                                    title, NULL, round, XR_ENTRY_NORMAL, error);
  if (!done && is_new)
    ballot->id = 0;
  return done;
}

gboolean
xr_ballot_remove (XrOffice *office, XrKeying keying, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT component_id FROM %s WHERE id = :id",
                                          table_of (keying));
  gint64 component = xr_sql_int (office, sql, XR_PARAMS (XR_INT (":id", id)), 0);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  gboolean waits = xr_waiting_has (office, keying, id);
  gint64 round = 0;
  gboolean done;

  if (!xr_check_component_open (office, component, &round, error)
      || !(waits ? xr_waiting_open (office, error) : xr_office_begin (office, error)))
    return FALSE;
  done = xr_keying_delete_ballot (office, keying, id, error)
         && (!waits || xr_waiting_take (office, keying, id, error));
  if (waits)
    return xr_waiting_close (office, done, error);
  return xr_command_finish (office, done,
                            keying == XR_KEYING_FIRST ? "ballot.delete" : "second.delete", title,
                            NULL, round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_ballot_delete (XrOffice *office, gint64 ballot, GError **error)
{
  return xr_ballot_remove (office, XR_KEYING_FIRST, ballot, error);
}

/* ---- by kind */

static gint64
save_first (XrOffice *office, gint64 component, XrKeyedSheet *sheet, GError **error)
{
  g_autoptr (XrKeyedSheet) owned = sheet;

  return xr_ballot_save (office, XR_KEYING_FIRST, NULL, component, owned, error) ? owned->id : 0;
}

static XrKeyedSheet *
make_sheet (gint64 post, gint64 group, gint64 ballot, const char *number)
{
  XrKeyedSheet *sheet = xr_keyed_sheet_new ();

  sheet->id = ballot;
  sheet->post = post;
  sheet->group = group;
  g_free (sheet->number);
  sheet->number = g_strdup (number ? number : "");
  return sheet;
}

gint64
xr_ballot_save_graded (XrOffice *office, gint64 component, gint64 group, gint64 ballot,
                       const char *number, const XrBallotMark *marks, guint n_marks, GError **error)
{
  XrKeyedSheet *sheet = make_sheet (0, group, ballot, number);

  for (guint i = 0; i < n_marks; i++)
    {
      XrKeyedCell cell = { .candidate = marks[i].candidate,
                           .dimension = marks[i].dimension,
                           .is_void = marks[i].abstains,
                           .value = marks[i].abstains ? 0 : marks[i].points.units };
      g_array_append_val (sheet->cells, cell);
    }
  return save_first (office, component, sheet, error);
}

gint64
xr_ballot_save_ranked (XrOffice *office, gint64 component, gint64 post, gint64 group, gint64 ballot,
                       const char *number, const gint64 *candidates, guint n_places, GError **error)
{
  XrKeyedSheet *sheet = make_sheet (post, group, ballot, number);

  for (guint i = 0; i < n_places; i++)
    {
      XrKeyedCell cell = { .candidate = candidates[i], .value = i + 1 };
      if (candidates[i] != 0)
        g_array_append_val (sheet->cells, cell);
    }
  return save_first (office, component, sheet, error);
}
