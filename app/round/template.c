/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in plans: data under resources/plans/ with the words of the workbook, read into an intake.
 * A plan that cannot be read is a fault of the program and of nobody else. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "round/round.h"
#include "rules/rule-value.h"

#define FOLDER "/org/xuanren/app/plans/"

static const char *const ids[] = { "bureau-2011", "district", "county",
                                   "municipal",   "reg-2019", NULL };

static JsonObject *
load_object (const char *id, JsonParser *parser)
{
  g_autofree char *path = g_strdup_printf (FOLDER "%s.json", id);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return NULL;
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), &error))
    g_error ("The plan %s cannot be read: %s", id, error->message);
  return json_node_get_object (json_parser_get_root (parser));
}

static const char *
get_word (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static XrDecimal
get_decimal (JsonObject *object, const char *member, XrDecimal fallback)
{
  const char *text = get_word (object, member);
  XrDecimal value;

  if (text == NULL)
    return fallback;
  if (!xr_decimal_parse (text, &value, NULL))
    g_error ("“%s” is no number in a plan", text);
  return value;
}

/* The index of the word at @member; 0 where it is not given. */
static int
get_index (JsonObject *object, const char *member, const char *const *words)
{
  const char *word = get_word (object, member);

  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  if (word != NULL)
    g_error ("“%s” is no word for %s in a plan", word, member);
  return 0;
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_array_member (object, member)
                                                 : NULL;
}

static guint
get_length (JsonArray *array)
{
  return array == NULL ? 0 : json_array_get_length (array);
}

/* ---- settings and texts */

static void
read_settings (XrIntake *intake, JsonObject *object)
{
  g_autoptr (GList) words = json_object_get_members (object);

  for (GList *l = words; l != NULL; l = l->next)
    {
      const XrSetting *setting = xr_setting_find_word (l->data);

      if (setting == NULL)
        setting = xr_setting_find (l->data);
      if (setting == NULL)
        g_error ("A plan has the unknown setting “%s”", (const char *) l->data);
      g_hash_table_replace (intake->settings, g_strdup (setting->field.name),
                            g_strdup (json_object_get_string_member (object, l->data)));
    }
}

/* One note a line. */
static void
read_notes (XrIntake *intake, JsonArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < get_length (notes); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n",
                            json_array_get_string_element (notes, i));
  if (text->len > 0)
    g_hash_table_replace (intake->settings, g_strdup ("template_notes"), g_strdup (text->str));
}

/* ---- rules and components */

static void
read_rule (XrIntake *intake, JsonObject *object)
{
  const char *rank = get_word (object, "职级");
  XrRankRule *pending;
  XrRuleKind kind;

  if (!xr_rule_kind_from_word (get_word (object, "条件"), &kind))
    g_error ("“%s” is no condition in a plan", get_word (object, "条件"));
  if (rank == NULL)
    {
      g_ptr_array_add (intake->contest->plan->rules,
                       xr_rule_new (-1, kind, get_word (object, "内容")));
      return;
    }
  pending = g_new0 (XrRankRule, 1);
  pending->rank = g_strdup (rank);
  pending->kind = kind;
  pending->value = g_strdup (get_word (object, "内容"));
  g_ptr_array_add (intake->rank_rules, pending);
}

static void
read_dimensions (XrComponent *component, JsonArray *dimensions)
{
  for (guint i = 0; i < get_length (dimensions); i++)
    {
      JsonObject *object = json_array_get_object_element (dimensions, i);
      XrDimension *dimension = xr_dimension_new (get_word (object, "要素"));

      dimension->weight = get_decimal (object, "权重", dimension->weight);
      dimension->full_mark = get_decimal (object, "满分", dimension->full_mark);
      g_ptr_array_add (component->dimensions, dimension);
    }
}

static void
read_points (XrComponent *component, JsonArray *grades, JsonArray *places)
{
  for (guint i = 0; i < get_length (grades); i++)
    {
      JsonObject *object = json_array_get_object_element (grades, i);
      g_ptr_array_add (
        component->grades,
        xr_grade_new (get_word (object, "等次"), get_decimal (object, "分值", XR_DECIMAL_ZERO)));
    }
  for (guint i = 0; i < get_length (places); i++)
    {
      JsonObject *object = json_array_get_object_element (places, i);
      const char *place = get_word (object, "名次");

      /* 未推荐 is place 0. */
      g_ptr_array_add (component->place_points,
                       xr_place_points_new ((guint) g_ascii_strtoull (place, NULL, 10),
                                            get_decimal (object, "分值", XR_DECIMAL_ZERO)));
    }
}

static void
read_groups (XrComponent *component, JsonArray *groups)
{
  for (guint i = 0; i < get_length (groups); i++)
    {
      JsonObject *object = json_array_get_object_element (groups, i);
      XrGroup *group = xr_group_new (get_word (object, "组别"));

      group->has_weight = json_object_has_member (object, "权重");
      group->weight = get_decimal (object, "权重", XR_DECIMAL_ZERO);
      group->due = (int) json_object_get_int_member_with_default (object, "应到", XR_COUNT_NONE);
      g_ptr_array_add (component->groups, group);
    }
}

static void
read_component (XrPlan *plan, JsonObject *object)
{
  static const char *const methods[] = { "评委打分", "民主测评", "民主推荐",
                                         "票数比例", "直接计分", NULL };
  static const char *const groupings[] = { "", "按组加权", "合并计算", NULL };
  static const char *const vote_bases[] = { "有效票", "赞成反对", "实到", "应到", NULL };
  static const char *const keyings[] = { "否", "是", "全部", NULL };
  XrComponent *component = xr_component_new (get_word (object, "项目"),
                                             get_index (object, "方式", methods),
                                             get_decimal (object, "权重", XR_DECIMAL_ZERO));

  component->stage = g_strcmp0 (get_word (object, "环节"), "演讲") == 0 ? 4 : 5;
  component->full_mark = get_decimal (object, "满分", component->full_mark);
  component->drop_high = (guint) json_object_get_int_member_with_default (object, "去高", 0);
  component->drop_low = (guint) json_object_get_int_member_with_default (object, "去低", 0);
  component->grouping = get_index (object, "分组计算", groupings);
  component->vote_base = get_index (object, "票数分母", vote_bases);
  component->over_threshold = g_strcmp0 (get_word (object, "超过"), "推荐门槛") == 0;
  component->keyed_twice = get_index (object, "复录", keyings);
  read_dimensions (component, get_array (object, "要素"));
  read_points (component, get_array (object, "等次"), get_array (object, "名次分"));
  read_groups (component, get_array (object, "投票组"));
  g_ptr_array_add (plan->components, component);
}

/* ---- the public functions */

const XrPlanTemplate *
xr_plan_templates (void)
{
  static XrPlanTemplate *templates;

  if (g_once_init_enter (&templates))
    {
      XrPlanTemplate *loaded = g_new0 (XrPlanTemplate, G_N_ELEMENTS (ids));

      for (guint i = 0; ids[i] != NULL; i++)
        {
          g_autoptr (JsonParser) parser = json_parser_new ();
          JsonObject *object = load_object (ids[i], parser);

          loaded[i].id = ids[i];
          loaded[i].title = g_strdup (get_word (object, "名称"));
          loaded[i].description = g_strdup (get_word (object, "说明"));
        }
      g_once_init_leave (&templates, loaded);
    }
  return templates;
}

XrIntake *
xr_plan_template_load (const char *id, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = g_strv_contains (ids, id) ? load_object (id, parser) : NULL;
  g_autoptr (XrIntake) intake = NULL;
  JsonArray *rules, *components;

  if (object == NULL)
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND,
                   _ ("There is no built-in plan “%s”."), id);
      return NULL;
    }
  intake = xr_intake_new ();
  intake->template_id = g_strdup (id);
  read_settings (intake, json_object_get_object_member (object, "方案"));
  read_notes (intake, get_array (object, "选定说明"));
  rules = get_array (object, "资格条件");
  for (guint i = 0; i < get_length (rules); i++)
    read_rule (intake, json_array_get_object_element (rules, i));
  components = get_array (object, "计分");
  for (guint i = 0; i < get_length (components); i++)
    read_component (intake->contest->plan, json_array_get_object_element (components, i));
  if (!xr_settings_read (intake->settings, &intake->contest->plan->settings, error))
    return NULL;
  return g_steal_pointer (&intake);
}
