/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying counts as a table of them is typed: the account of a group's ballots, votes and marks counted by
 * hand. Each is a row of its table; the rows' own checks decide what may stand there. */

#include "config.h"

#include "round/ballots.h"
#include "round/commands/write-score.h"

/* A row that a command changes, and what was typed into it. */
typedef struct
{
  XrRow *row;
  GPtrArray *fields; /* names, borrowed */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->row);
  g_ptr_array_unref (change->fields);
  g_free (change);
}

static gboolean
is_typed (const Change *change, const char *field)
{
  return g_ptr_array_find_with_equal_func (change->fields, field, g_str_equal, NULL);
}

/* The account of a group is no sheet that is keyed twice. */
static gboolean
is_account (const XrTable *table)
{
  return g_str_equal (table->name, "voter_group");
}

/* Whether @row is the one that @count is about. */
static gboolean
row_is_of (XrRow *row, const XrCount *count)
{
  const XrTable *table = xr_row_get_table (row);
  g_autofree char *points = xr_decimal_format_short (count->points);

  if (is_account (table))
    return xr_row_get_id (row) == count->group;
  if (xr_row_get_int (row, "group_id") != count->group
      || xr_row_get_int (row, "candidate_id") != count->candidate)
    return FALSE;
  return !g_str_equal (table->name, "tally")
         || (xr_row_get_int (row, "dimension_id") == count->dimension
             && g_strcmp0 (xr_row_get (row, "points"), points) == 0);
}

/* (transfer full) */
static XrRow *
make_row (const XrTable *table, gint64 component, const XrCount *count)
{
  XrRow *row = xr_row_new (table, component);

  xr_row_set_int (row, "candidate_id", count->candidate);
  if (count->group != 0)
    xr_row_set_int (row, "group_id", count->group);
  if (g_str_equal (table->name, "tally"))
    {
      g_autofree char *points = xr_decimal_format_short (count->points);
      xr_row_set_int (row, "dimension_id", count->dimension);
      xr_row_set (row, "points", points);
    }
  return row;
}

/* The change that @count belongs to: one begun already, of a row of the file (@rows), or of a new one.
 * (transfer none) */
static Change *
find_change (GPtrArray *changes, GPtrArray *rows, const XrTable *table, gint64 component,
             const XrCount *count)
{
  Change *change = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      change = g_ptr_array_index (changes, i);
      if (row_is_of (change->row, count))
        return change;
    }
  change = g_new0 (Change, 1);
  change->fields = g_ptr_array_new ();
  for (guint i = 0; i < rows->len && !change->row; i++)
    if (row_is_of (g_ptr_array_index (rows, i), count))
      change->row = g_object_ref (g_ptr_array_index (rows, i));
  if (!change->row)
    change->row = make_row (table, component, count);
  g_ptr_array_add (changes, change);
  return change;
}

static gboolean
apply_count (Change *change, const XrCount *count, GError **error)
{
  const XrTable *table = xr_row_get_table (change->row);
  gboolean blank = xr_text_is_blank (count->text);

  if (blank && xr_row_get_id (change->row) == 0)
    return TRUE;
  g_ptr_array_add (change->fields, (char *) count->field);
  /* Votes against and abstentions that nobody cast are 0; what else is not there is unknown. */
  if (blank && g_str_equal (table->name, "vote_count") && !g_str_equal (count->field, "yes"))
    return xr_row_parse (change->row, count->field, "0", error);
  if (blank)
    {
      xr_row_set (change->row, count->field, NULL);
      return TRUE;
    }
  return xr_row_parse (change->row, count->field, count->text, error);
}

static gboolean
note_keyer (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET keyer = :keyer WHERE id = :id",
                                          table->name);

  return is_account (table)
         || xr_sql_run (office, sql,
                        XR_PARAMS (XR_TEXT (":keyer", xr_keyer_or_null (office)),
                                   XR_INT (":id", xr_row_get_id (row))),
                        error);
}

/* Writes a count; one whose @main_field was cleared goes. */
static gboolean
write_change (XrOffice *office, const Change *change, const char *main_field, GError **error)
{
  gint64 id = xr_row_get_id (change->row);

  if (change->fields->len == 0)
    return TRUE;
  if (!main_field || xr_row_get (change->row, main_field))
    return xr_office_write (office, change->row, error) && note_keyer (office, change->row, error);
  if (id != 0)
    return xr_office_remove (office, xr_row_get_table (change->row), id, error);
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            _ ("Enter the votes in favour first; who is not counted yet has no "
                               "votes, not 0."));
}

/* Valid and invalid ballots are those returned: makes the one that was not typed. */
static void
settle_account (const Change *change)
{
  XrRow *group = change->row;
  gboolean valid = is_typed (change, "valid"), invalid = is_typed (change, "invalid");
  const char *known = valid || !xr_row_get (group, "invalid") ? "valid" : "invalid";
  const char *other = g_str_equal (known, "valid") ? "invalid" : "valid";
  gint64 rest = 0;

  if (invalid && !valid)
    {
      known = "invalid";
      other = "valid";
    }
  if ((valid && invalid) || !(valid || invalid || is_typed (change, "returned"))
      || !xr_row_get (group, "returned"))
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

static gboolean
apply_counts (XrOffice *office, GPtrArray *changes, const XrTable *table, gint64 component,
              const XrCount *counts, guint n, GError **error)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "component_id", component);

  for (guint i = 0; i < n; i++)
    if (!apply_count (find_change (changes, rows, table, component, &counts[i]), &counts[i], error)
        || (!is_account (table)
            && !xr_check_first_keyer (office, component, counts[i].group, 0, error)))
      return FALSE;
  return TRUE;
}

/* Types @counts into @table: all or none, one entry in the record. */
static gboolean
set_counts (XrOffice *office, const char *table_name, const char *main_field, const char *kind,
            gint64 component, const XrCount *counts, guint n, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  gint64 round = 0;
  gboolean done = TRUE;

  if (!xr_check_component_open (office, component, &round, error)
      || !apply_counts (office, changes, xr_table_find (table_name), component, counts, n, error)
      || !xr_office_begin (office, error))
    return FALSE;
  for (guint i = 0; i < changes->len && done; i++)
    {
      const Change *change = g_ptr_array_index (changes, i);
      if (!main_field)
        settle_account (change);
      done = write_change (office, change, main_field, error);
    }
  return xr_command_finish (office, done, kind, title, NULL, round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_write_count (XrOffice *office, gint64 component, const char *table, const char *main_field,
                const XrCount *count, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find (table), "component_id",
                                                component);
  Change *change = find_change (changes, rows, xr_table_find (table), component, count);

  return apply_count (change, count, error) && write_change (office, change, main_field, error);
}

gboolean
xr_vote_counts_set (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                    GError **error)
{
  return set_counts (office, "vote_count", "yes", "votes.set", component, counts, n, error);
}

gboolean
xr_tallies_set (XrOffice *office, gint64 component, const XrCount *counts, guint n, GError **error)
{
  return set_counts (office, "tally", "votes", "tally.set", component, counts, n, error);
}

gboolean
xr_ballot_account_set (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                       GError **error)
{
  return set_counts (office, "voter_group", NULL, "account.set", component, counts, n, error);
}

/* ---- invalid ballots */

gboolean
xr_voter_group_add_invalid (XrOffice *office, gint64 group, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("voter_group"), group, error);
  g_autofree char *text = row ? g_strdup_printf ("%" G_GINT64_FORMAT,
                                                 xr_row_get_int (row, "invalid") + 1)
                              : NULL;
  const XrCount count = { .group = group, .field = "invalid", .text = text };

  return row && xr_ballot_account_set (office, xr_row_get_owner (row), &count, 1, error);
}

gboolean
xr_component_is_open (XrOffice *office, gint64 component)
{
  gint64 round = 0;

  return !xr_office_get_read_only (office)
         && xr_check_component_open (office, component, &round, NULL);
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
