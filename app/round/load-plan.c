/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the plan of a round from the office file into plain values. A post that was withdrawn by a
 * decision is left out with all that belongs to it: the round goes on without it. */

#include "config.h"

#include "round/loader.h"
#include "rules/rule-value.h"

static const char *const methods[] = { "judges", "graded", "ranked", "share", "direct", NULL };
static const char *const roundings[] = { "half-away", "cut", NULL };
static const char *const groupings[] = { "auto", "weighted", "pooled", NULL };
static const char *const trimmings[] = { "totals", "dimensions", NULL };
static const char *const vote_bases[] = { "valid", "for-against", "present", "due", NULL };
static const char *const keyings[] = { "no", "hand", "all", NULL };

/* The index of the word in a column; the schema allows no other. */
static int
read_word (XrStatement *row, int column, const char *const *words)
{
  const char *text = xr_statement_get_text (row, column);
  int i = 0;

  while (words[i] != NULL && !g_str_equal (words[i], text))
    i++;
  return words[i] == NULL ? 0 : i;
}

static XrDecimal
read_decimal (XrStatement *row, int column)
{
  return (XrDecimal){ xr_statement_get_int (row, column) };
}

static XrStatement *
select_rows (XrLoader *loader, const char *sql)
{
  return xr_sql_rows (loader->office, sql, XR_PARAMS (XR_INT (":round", loader->round)));
}

static gboolean
next_row (XrStatement *rows)
{
  return rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW;
}

GHashTable *
xr_round_load_settings (XrOffice *office, gint64 round)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (XrStatement) rows = xr_sql_rows (
    office, "SELECT name, value FROM setting WHERE round_id = :round",
    XR_PARAMS (XR_INT (":round", round)));

  while (next_row (rows))
    g_hash_table_insert (settings, xr_statement_dup_text (rows, 0),
                         xr_statement_dup_text (rows, 1));
  return settings;
}

static void
read_posts (XrLoader *loader)
{
  XrPlan *plan = loader->contest->plan;
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, name, vacancies, rank, department, note FROM post"
            " WHERE round_id = :round AND cancelled = 0 ORDER BY id");

  while (next_row (rows))
    {
      XrPost *post = xr_post_new (xr_statement_get_text (rows, 1),
                                  (guint) xr_statement_get_int (rows, 2));

      post->id = xr_statement_get_int (rows, 0);
      post->rank = xr_statement_dup_text (rows, 3);
      post->department = xr_statement_dup_text (rows, 4);
      post->note = xr_statement_dup_text (rows, 5);
      xr_id_map_add (&loader->posts, post->id, (int) plan->posts->len);
      g_ptr_array_add (plan->posts, post);
    }
}

static void
read_rules (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, post_id, kind, value, alternative FROM rule"
            " WHERE round_id = :round ORDER BY id");

  while (next_row (rows))
    {
      int post = xr_statement_is_null (rows, 1)
                   ? -1
                   : xr_id_map_find (&loader->posts, xr_statement_get_int (rows, 1));
      XrRuleKind kind;
      XrRule *rule;

      if ((post < 0 && !xr_statement_is_null (rows, 1))
          || !xr_rule_kind_from_id (xr_statement_get_text (rows, 2), &kind))
        continue;
      rule = xr_rule_new (post, kind, xr_statement_get_text (rows, 3));
      rule->id = xr_statement_get_int (rows, 0);
      rule->group = (guint) xr_statement_get_int (rows, 4);
      g_ptr_array_add (loader->contest->plan->rules, rule);
    }
}

static void
read_component_details (XrComponent *component, XrStatement *rows)
{
  component->id = xr_statement_get_int (rows, 0);
  component->stage = (int) xr_statement_get_int (rows, 4);
  component->full_mark = read_decimal (rows, 5);
  component->drop_high = (guint) xr_statement_get_int (rows, 6);
  component->drop_low = (guint) xr_statement_get_int (rows, 7);
  component->places = (guint) xr_statement_get_int (rows, 8);
  component->rounding = read_word (rows, 9, roundings);
  component->grouping = read_word (rows, 10, groupings);
  component->trimming = read_word (rows, 11, trimmings);
  component->vote_base = read_word (rows, 12, vote_bases);
  component->bonus = g_str_equal (xr_statement_get_text (rows, 13), "bonus");
  component->has_pass_line = !xr_statement_is_null (rows, 14);
  if (component->has_pass_line)
    component->pass_line = read_decimal (rows, 14);
  component->over_threshold = xr_statement_get_int (rows, 15) != 0;
  component->has_cut_ratio = !xr_statement_is_null (rows, 16)
                             && xr_ratio_parse (xr_statement_get_text (rows, 16),
                                                &component->cut_ratio, NULL);
  component->panel_correction = xr_statement_get_int (rows, 17) != 0;
  component->panel_trim = (guint) xr_statement_get_int (rows, 18);
  component->keyed_twice = read_word (rows, 19, keyings);
}

static void
read_components (XrLoader *loader)
{
  XrPlan *plan = loader->contest->plan;
  g_autoptr (XrStatement) rows = select_rows (
    loader,
    "SELECT id, name, method, weight, stage, full_mark, drop_high, drop_low, places, rounding,"
    " grouping, trimming, vote_base, inclusion, pass_line, threshold, cut_ratio, correction,"
    " correction_trim, keyed_twice FROM component WHERE round_id = :round ORDER BY position, id");

  while (next_row (rows))
    {
      XrComponent *component = xr_component_new (
        xr_statement_get_text (rows, 1), read_word (rows, 2, methods), read_decimal (rows, 3));

      read_component_details (component, rows);
      xr_id_map_add (&loader->components, component->id, (int) plan->components->len);
      g_ptr_array_add (plan->components, component);
    }
}

#define OF_ROUND " WHERE component_id IN (SELECT id FROM component WHERE round_id = :round)"

static XrComponent *
find_component (XrLoader *loader, XrStatement *rows, int column)
{
  int index = xr_id_map_find (&loader->components, xr_statement_get_int (rows, column));

  return g_ptr_array_index (loader->contest->plan->components, (guint) index);
}

static void
read_dimensions (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader,
    "SELECT id, component_id, name, weight, full_mark FROM dimension" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      XrComponent *component = find_component (loader, rows, 1);
      XrDimension *dimension = xr_dimension_new (xr_statement_get_text (rows, 2));

      dimension->id = xr_statement_get_int (rows, 0);
      dimension->weight = read_decimal (rows, 3);
      if (!xr_statement_is_null (rows, 4))
        dimension->full_mark = read_decimal (rows, 4);
      xr_id_map_add (&loader->dimensions, dimension->id, (int) component->dimensions->len);
      g_ptr_array_add (component->dimensions, dimension);
    }
}

static void
read_grades (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, component_id, name, points FROM grade" OF_ROUND " ORDER BY id");
  g_autoptr (XrStatement) places = select_rows (
    loader, "SELECT id, component_id, place, points FROM place_points" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      XrGrade *grade = xr_grade_new (xr_statement_get_text (rows, 2), read_decimal (rows, 3));

      grade->id = xr_statement_get_int (rows, 0);
      g_ptr_array_add (find_component (loader, rows, 1)->grades, grade);
    }
  while (next_row (places))
    {
      XrPlacePoints *points = xr_place_points_new ((guint) xr_statement_get_int (places, 2),
                                                   read_decimal (places, 3));

      points->id = xr_statement_get_int (places, 0);
      g_ptr_array_add (find_component (loader, places, 1)->place_points, points);
    }
}

static int
read_count (XrStatement *rows, int column)
{
  return xr_statement_is_null (rows, column) ? XR_COUNT_NONE
                                             : (int) xr_statement_get_int (rows, column);
}

static void
read_groups (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, component_id, name, weight, due, present, issued, returned,"
            " valid FROM voter_group" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      XrComponent *component = find_component (loader, rows, 1);
      XrGroup *group = xr_group_new (xr_statement_get_text (rows, 2));

      group->id = xr_statement_get_int (rows, 0);
      group->has_weight = !xr_statement_is_null (rows, 3);
      if (group->has_weight)
        group->weight = read_decimal (rows, 3);
      group->due = read_count (rows, 4);
      group->present = read_count (rows, 5);
      group->issued = read_count (rows, 6);
      group->returned = read_count (rows, 7);
      group->valid = read_count (rows, 8);
      xr_id_map_add (&loader->groups, group->id, (int) component->groups->len);
      g_ptr_array_add (component->groups, group);
    }
}

XrLoader *
xr_loader_new (XrOffice *office, gint64 round, GError **error)
{
  XrLoader *loader = g_new0 (XrLoader, 1);
  g_autoptr (GHashTable) settings = xr_round_load_settings (office, round);

  loader->office = office;
  loader->round = round;
  loader->contest = xr_case_new (xr_plan_new ());
  for (XrIdMap *map = &loader->posts; map <= &loader->judges; map++)
    xr_id_map_init (map);
  if (!xr_settings_read (settings, &loader->contest->plan->settings, error))
    {
      xr_loader_free (loader);
      return NULL;
    }
  read_posts (loader);
  read_rules (loader);
  read_components (loader);
  read_dimensions (loader);
  read_grades (loader);
  read_groups (loader);
  return loader;
}

void
xr_loader_free (XrLoader *loader)
{
  for (XrIdMap *map = &loader->posts; map <= &loader->judges; map++)
    xr_id_map_clear (map);
  g_clear_pointer (&loader->contest, xr_case_free);
  g_free (loader);
}
