/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of an intake on its way into the office file. */

#include "config.h"

#include "round/import.h"
#include "rules/rule-value.h"

static const char *const methods[] = { "judges", "graded", "ranked", "share", "direct" };
static const char *const roundings[] = { "half-away", "cut" };
static const char *const groupings[] = { "auto", "weighted", "pooled" };
static const char *const trimmings[] = { "totals", "dimensions" };
static const char *const vote_bases[] = { "valid", "for-against", "present", "due" };
static const char *const keyings[] = { "no", "hand", "all" };

static gboolean
write_posts (XrImport *import, GError **error)
{
  GPtrArray *posts = import->intake->contest->plan->posts;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO post (round_id, name, vacancies, rank, department, note)"
    " VALUES (:round, :name, :vacancies, :rank, :department, :note)",
    error);

  for (guint i = 0; statement != NULL && i < posts->len; i++)
    {
      XrPost *post = g_ptr_array_index (posts, i);

      if (post->id != 0)
        continue;
      xr_statement_bind_int (statement, ":round", import->round);
      xr_statement_bind_text (statement, ":name", post->name);
      xr_statement_bind_int (statement, ":vacancies", post->vacancies);
      xr_statement_bind_text (statement, ":rank", post->rank);
      xr_statement_bind_text (statement, ":department", post->department);
      xr_statement_bind_text (statement, ":note", post->note);
      if (!xr_import_run (import, statement, &post->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gint64
get_post_id (XrImport *import, int post)
{
  GPtrArray *posts = import->intake->contest->plan->posts;

  return post < 0 ? 0 : ((XrPost *) g_ptr_array_index (posts, (guint) post))->id;
}

static gboolean
write_rules (XrImport *import, GError **error)
{
  GPtrArray *rules = import->intake->contest->plan->rules;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO rule (round_id, post_id, kind, value, alternative)"
    " VALUES (:round, :post, :kind, :value, :group)",
    error);

  for (guint i = 0; statement != NULL && i < rules->len; i++)
    {
      XrRule *rule = g_ptr_array_index (rules, i);

      if (rule->id != 0)
        continue;
      xr_statement_bind_int (statement, ":round", import->round);
      xr_import_bind_id (statement, ":post", get_post_id (import, rule->post));
      xr_statement_bind_text (statement, ":kind", xr_rule_kind_id (rule->kind));
      xr_statement_bind_text (statement, ":value", rule->value);
      xr_import_bind_id (statement, ":group", rule->group);
      if (!xr_import_run (import, statement, &rule->id, error))
        return FALSE;
    }
  return statement != NULL;
}

/* A ratio as people write it: 1.2:1 where that is exact, else in whole numbers. (transfer full) */
static char *
format_ratio (XrRatio ratio)
{
  gint64 units;
  g_autofree char *left = NULL;

  if (!__builtin_mul_overflow (ratio.numerator, XR_DECIMAL_SCALE, &units)
      && units % ratio.denominator == 0)
    {
      left = xr_decimal_format_short ((XrDecimal){ units / ratio.denominator });
      return g_strdup_printf ("%s:1", left);
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, ratio.numerator,
                          ratio.denominator);
}

static void
bind_component (XrStatement *statement, const XrComponent *component)
{
  g_autofree char *ratio = component->has_cut_ratio ? format_ratio (component->cut_ratio) : NULL;

  xr_statement_bind_text (statement, ":name", component->name);
  xr_statement_bind_text (statement, ":method", methods[component->method]);
  xr_statement_bind_int (statement, ":weight", component->weight.units);
  xr_statement_bind_int (statement, ":stage", component->stage);
  xr_statement_bind_int (statement, ":full_mark", component->full_mark.units);
  xr_statement_bind_int (statement, ":drop_high", component->drop_high);
  xr_statement_bind_int (statement, ":drop_low", component->drop_low);
  xr_statement_bind_int (statement, ":places", component->places);
  xr_statement_bind_text (statement, ":rounding", roundings[component->rounding]);
  xr_statement_bind_text (statement, ":grouping", groupings[component->grouping]);
  xr_statement_bind_text (statement, ":trimming", trimmings[component->trimming]);
  xr_statement_bind_text (statement, ":vote_base", vote_bases[component->vote_base]);
  xr_statement_bind_text (statement, ":inclusion", component->bonus ? "bonus" : "weighted");
  if (component->has_pass_line)
    xr_statement_bind_int (statement, ":pass_line", component->pass_line.units);
  xr_statement_bind_int (statement, ":threshold", component->over_threshold);
  xr_statement_bind_text (statement, ":cut_ratio", ratio);
  xr_statement_bind_int (statement, ":correction", component->panel_correction);
  xr_statement_bind_int (statement, ":correction_trim", component->panel_trim);
  xr_statement_bind_text (statement, ":keyed_twice", keyings[component->keyed_twice]);
}

static gboolean
write_components (XrImport *import, GError **error)
{
  GPtrArray *components = import->intake->contest->plan->components;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO component (round_id, position, name, method, weight, stage, full_mark, drop_high,"
    " drop_low, places, rounding, grouping, trimming, vote_base, inclusion, pass_line, threshold,"
    " cut_ratio, correction, correction_trim, keyed_twice) VALUES (:round, :position, :name, "
    ":method, :weight,"
    " :stage, :full_mark, :drop_high, :drop_low, :places, :rounding, :grouping, :trimming,"
    " :vote_base, :inclusion, :pass_line, :threshold, :cut_ratio, :correction, :correction_trim,"
    " :keyed_twice)",
    error);

  for (guint i = 0; statement != NULL && i < components->len; i++)
    {
      XrComponent *component = g_ptr_array_index (components, i);

      if (component->id != 0)
        continue;
      xr_statement_bind_int (statement, ":round", import->round);
      xr_statement_bind_int (statement, ":position", i + 1);
      bind_component (statement, component);
      if (!xr_import_run (import, statement, &component->id, error))
        return FALSE;
    }
  return statement != NULL;
}

/* ---- the parts of a component */

static gboolean
write_dimensions (XrImport *import, const XrComponent *component, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO dimension (component_id, name, weight, full_mark)"
    " VALUES (:component, :name, :weight, :full_mark)",
    error);

  for (guint i = 0; statement != NULL && i < component->dimensions->len; i++)
    {
      XrDimension *dimension = g_ptr_array_index (component->dimensions, i);

      if (dimension->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_statement_bind_text (statement, ":name", dimension->name);
      xr_statement_bind_int (statement, ":weight", dimension->weight.units);
      if (component->method == XR_METHOD_JUDGES)
        xr_statement_bind_int (statement, ":full_mark", dimension->full_mark.units);
      if (!xr_import_run (import, statement, &dimension->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_grades (XrImport *import, const XrComponent *component, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO grade (component_id, name, points) VALUES (:component, :name, :points)", error);

  for (guint i = 0; statement != NULL && i < component->grades->len; i++)
    {
      XrGrade *grade = g_ptr_array_index (component->grades, i);

      if (grade->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_statement_bind_text (statement, ":name", grade->name);
      xr_statement_bind_int (statement, ":points", grade->points.units);
      if (!xr_import_run (import, statement, &grade->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_place_points (XrImport *import, const XrComponent *component, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO place_points (component_id, place, points) VALUES (:component, :place, :points)",
    error);

  for (guint i = 0; statement != NULL && i < component->place_points->len; i++)
    {
      XrPlacePoints *points = g_ptr_array_index (component->place_points, i);

      if (points->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_statement_bind_int (statement, ":place", points->place);
      xr_statement_bind_int (statement, ":points", points->points.units);
      if (!xr_import_run (import, statement, &points->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static void
bind_count (XrStatement *statement, const char *name, int count)
{
  if (count == XR_COUNT_NONE)
    xr_statement_bind_null (statement, name);
  else
    xr_statement_bind_int (statement, name, count);
}

static gboolean
write_groups (XrImport *import, const XrComponent *component, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO voter_group (component_id, name, weight, due, present, issued, returned, valid)"
    " VALUES (:component, :name, :weight, :due, :present, :issued, :returned, :valid)",
    error);

  for (guint i = 0; statement != NULL && i < component->groups->len; i++)
    {
      XrGroup *group = g_ptr_array_index (component->groups, i);

      if (group->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_statement_bind_text (statement, ":name", group->name);
      if (group->has_weight)
        xr_statement_bind_int (statement, ":weight", group->weight.units);
      bind_count (statement, ":due", group->due);
      bind_count (statement, ":present", group->present);
      bind_count (statement, ":issued", group->issued);
      bind_count (statement, ":returned", group->returned);
      bind_count (statement, ":valid", group->valid);
      if (!xr_import_run (import, statement, &group->id, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
xr_import_plan (XrImport *import, GError **error)
{
  GPtrArray *components = import->intake->contest->plan->components;

  if (!write_posts (import, error) || !write_rules (import, error)
      || !write_components (import, error))
    return FALSE;
  for (guint i = 0; i < components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (components, i);

      if (!write_dimensions (import, component, error) || !write_grades (import, component, error)
          || !write_place_points (import, component, error)
          || !write_groups (import, component, error))
        return FALSE;
    }
  return TRUE;
}
