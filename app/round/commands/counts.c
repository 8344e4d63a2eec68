/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying counts one cell at a time: the account of a group's ballots, votes and marks counted by hand.
 * Each is a row of its table; the rows' own checks decide what may stand there. */

#include "config.h"

#include "round/ballots.h"
#include "round/command.h"

/* The row of @table and @component whose fields (pairs of name and id, ended by NULL) agree; a new one
 * when there is none. (transfer full) */
typedef struct
{
  const char *field;
  gint64 id; /* 0: empty */
} Key;

static gboolean
row_has (XrRow *row, const Key *keys)
{
  for (; keys->field; keys++)
    if (xr_row_get_int (row, keys->field) != keys->id)
      return FALSE;
  return TRUE;
}

static XrRow *
find_or_make (XrOffice *office, const char *table_name, gint64 component, const Key *keys,
              const char *points)
{
  const XrTable *table = xr_table_find (table_name);
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "component_id", component);
  XrRow *row = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (row_has (row, keys) && (!points || g_strcmp0 (xr_row_get (row, "points"), points) == 0))
        return g_object_ref (row);
    }
  row = xr_row_new (table, component);
  for (; keys->field; keys++)
    if (keys->id != 0)
      xr_row_set_int (row, keys->field, keys->id);
  if (points)
    xr_row_set (row, "points", points);
  return row;
}

/* Saves what @text says in @field; clearing @main_field takes the row away. */
static gboolean
save_count (XrOffice *office, XrRow *row, const char *field, const char *main_field,
            const char *text, GError **error)
{
  gint64 id = xr_row_get_id (row);

  if (xr_text_is_blank (text) && id == 0)
    return TRUE;
  if (xr_text_is_blank (text) && g_str_equal (field, main_field))
    return xr_office_delete (office, xr_row_get_table (row), id, error);
  if (id == 0)
    xr_row_set_int (row, main_field, 0);
  return xr_row_parse (row, field, xr_text_is_blank (text) ? "0" : text, error)
         && xr_office_save (office, row, error);
}

gboolean
xr_vote_count_set (XrOffice *office, gint64 component, gint64 group, gint64 candidate,
                   const char *field, const char *text, GError **error)
{
  const Key keys[] = { { "group_id", group }, { "candidate_id", candidate }, { NULL } };
  g_autoptr (XrRow) row = find_or_make (office, "vote_count", component, keys, NULL);

  return save_count (office, row, field, "yes", text, error);
}

gboolean
xr_tally_set (XrOffice *office, gint64 component, gint64 group, gint64 candidate, gint64 dimension,
              XrDecimal points, const char *text, GError **error)
{
  const Key keys[] = {
    { "group_id", group }, { "candidate_id", candidate }, { "dimension_id", dimension }, { NULL }
  };
  g_autofree char *value = xr_decimal_format_short (points);
  g_autoptr (XrRow) row = find_or_make (office, "tally", component, keys, value);

  return save_count (office, row, "votes", "votes", text, error);
}

/* ---- the account of a group */

/* Valid and invalid ballots are those returned: makes the one that was not written. */
static void
settle_account (XrRow *group, const char *written)
{
  const char *other = g_str_equal (written, "valid") ? "invalid" : "valid";
  const char *known = g_str_equal (written, "valid") ? "valid" : "invalid";
  gint64 rest = 0;

  if (g_str_equal (written, "due") || g_str_equal (written, "present")
      || g_str_equal (written, "issued") || !xr_row_get (group, "returned"))
    return;
  if (!xr_row_get (group, known))
    {
      xr_row_set (group, other, NULL);
      return;
    }
  rest = xr_row_get_int (group, "returned") - xr_row_get_int (group, known);
  if (rest >= 0)
    xr_row_set_int (group, other, rest);
}

gboolean
xr_voter_group_set_count (XrOffice *office, gint64 group, const char *field, const char *text,
                          GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("voter_group"), group, error);

  if (!row || !xr_row_parse (row, field, text, error))
    return FALSE;
  settle_account (row, field);
  return xr_office_save (office, row, error);
}

gboolean
xr_voter_group_add_invalid (XrOffice *office, gint64 group, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("voter_group"), group, error);

  if (!row)
    return FALSE;
  xr_row_set_int (row, "invalid", xr_row_get_int (row, "invalid") + 1);
  settle_account (row, "invalid");
  return xr_office_save (office, row, error);
}

/* ---- judges */

static gboolean
judge_is_there (GPtrArray *judges, gint64 post, XrRow *judge)
{
  for (guint i = 0; i < judges->len; i++)
    {
      XrRow *other = g_ptr_array_index (judges, i);
      if (xr_row_get_int (other, "post_id") == post
          && g_strcmp0 (xr_row_get (other, "name"), xr_row_get (judge, "name")) == 0
          && g_strcmp0 (xr_row_get (other, "panel"), xr_row_get (judge, "panel")) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
copy_judges (XrOffice *office, GPtrArray *from, gint64 from_post, GPtrArray *there,
             gint64 to_component, gint64 to_post, GError **error)
{
  static const char *const fields[] = { "name", "position", "panel" };
  int copied = 0;

  for (guint i = 0; i < from->len; i++)
    {
      XrRow *judge = g_ptr_array_index (from, i);
      g_autoptr (XrRow) row = NULL;

      if (xr_row_get_int (judge, "post_id") != from_post || judge_is_there (there, to_post, judge))
        continue;
      row = xr_row_new (xr_table_find ("judge"), to_component);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        xr_row_set (row, fields[j], xr_row_get (judge, fields[j]));
      xr_row_set_int (row, "post_id", to_post);
      if (!xr_office_write (office, row, error))
        return -1;
      copied++;
    }
  return copied;
}

int
xr_judges_copy (XrOffice *office, gint64 from_component, gint64 from_post, gint64 to_component,
                gint64 to_post, GError **error)
{
  const XrTable *table = xr_table_find ("judge");
  gint64 round = xr_command_round_of_component (office, to_component, error);
  g_autoptr (GPtrArray) from = xr_office_query (office, table, "component_id", from_component);
  g_autoptr (GPtrArray) there = xr_office_query (office, table, "component_id", to_component);
  g_autofree char *title = xr_command_name_of (office, "post", to_post);
  int copied = 0;

  if (round == 0 || !xr_office_begin (office, error))
    return -1;
  copied = copy_judges (office, from, from_post, there, to_component, to_post, error);
  if (copied <= 0)
    {
      xr_office_rollback (office);
      return copied;
    }
  return xr_command_finish (office, TRUE, "judge.add", title, NULL, round, XR_ENTRY_NORMAL, error)
           ? copied
           : -1;
}
