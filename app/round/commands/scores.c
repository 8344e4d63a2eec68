/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores one at a time: a judge's score of an application, or a score from elsewhere. */

#include "config.h"

#include "round/commands/write-score.h"

/* A bonus over its cap is no mistake, it is capped; what may be typed has only this bound. */
#define BONUS_MAX (9999 * XR_DECIMAL_SCALE)

/* What a score of this component and sub-item may be: 0 to the full mark. */
static gint64
full_mark_of (XrOffice *office, gint64 component, gint64 dimension)
{
  gint64 own = xr_sql_int (office,
                           "SELECT CASE inclusion WHEN 'bonus' THEN :bonus ELSE full_mark END FROM "
                           "component WHERE id = :id",
                           XR_PARAMS (XR_INT (":id", component), XR_INT (":bonus", BONUS_MAX)), 0);

  if (dimension == 0)
    return own;
  return xr_sql_int (office, "SELECT full_mark FROM dimension WHERE id = :id",
                     XR_PARAMS (XR_INT (":id", dimension)), own);
}

gboolean
xr_text_is_recusal (const char *text)
{
  return g_str_equal (text, "回避") || g_ascii_strcasecmp (text, "H") == 0;
}

gboolean
xr_parse_score (XrOffice *office, gint64 component, gint64 dimension, const char *text,
                XrDecimal *value, GError **error)
{
  XrDecimal full = { full_mark_of (office, component, dimension) };
  g_autofree char *highest = xr_decimal_format_short (full);

  if (!xr_decimal_parse (text, value, error))
    return FALSE;
  if (value->units >= 0 && value->units <= full.units)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("A score here is a number from 0 to %1$s; “%2$s” is not."), highest, text);
  return FALSE;
}

static gboolean
check_dimension (XrOffice *office, gint64 component, gint64 dimension, GError **error)
{
  gint64 dimensions = xr_sql_int (office, "SELECT count(*) FROM dimension WHERE component_id = :id",
                                  XR_PARAMS (XR_INT (":id", component)), 0);
  gint64 owner = xr_sql_int (office, "SELECT component_id FROM dimension WHERE id = :id",
                             XR_PARAMS (XR_INT (":id", dimension)), 0);

  if (dimension == 0 ? dimensions == 0 : owner == component)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            _ ("Choose the sub-item of this component that the score is for."));
}

/* ---- judges */

static gboolean
check_pair (XrOffice *office, gint64 judge, gint64 application, GError **error)
{
  if (xr_sql_int (office,
                  "SELECT count(*) FROM judge j JOIN application a ON a.post_id = j.post_id"
                  " WHERE j.id = :judge AND a.id = :application",
                  XR_PARAMS (XR_INT (":judge", judge), XR_INT (":application", application)), 0))
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                            _ ("This judge is not one for the post that was applied for."));
}

static gboolean
clear_score (XrOffice *office, gint64 judge, gint64 application, gint64 dimension, GError **error)
{
  return xr_sql_run (office,
                     "DELETE FROM score WHERE judge_id = :judge AND application_id = :application"
                     " AND ifnull(dimension_id, 0) = :dimension",
                     XR_PARAMS (XR_INT (":judge", judge), XR_INT (":application", application),
                                XR_INT (":dimension", dimension)),
                     error);
}

static gboolean
insert_score (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
              const XrDecimal *value, GError **error)
{
  const XrParam with_value[] = { XR_INT (":judge", judge),
                                 XR_INT (":application", application),
                                 XR_ID (":dimension", dimension),
                                 { ":value", FALSE, value == NULL, value ? value->units : 0, NULL },
                                 XR_TEXT (":keyer", xr_keyer_or_null (office)),
                                 { NULL } };

  return clear_score (office, judge, application, dimension, error)
         && xr_sql_run (office,
                        "INSERT INTO score (judge_id, application_id, dimension_id, value, keyer)"
                        " VALUES (:judge, :application, :dimension, :value, :keyer)",
                        with_value, error);
}

/* A judge recuses himself from a candidate, not from a sub-item. */
static gboolean
recuse (XrOffice *office, gint64 component, gint64 judge, gint64 application, GError **error)
{
  g_autoptr (GArray) dimensions = xr_sql_ids (
    office, "SELECT id FROM dimension WHERE component_id = :id ORDER BY id",
    XR_PARAMS (XR_INT (":id", component)));

  if (dimensions->len == 0)
    return insert_score (office, judge, application, 0, NULL, error);
  for (guint i = 0; i < dimensions->len; i++)
    if (!insert_score (office, judge, application, g_array_index (dimensions, gint64, i), NULL,
                       error))
      return FALSE;
  return TRUE;
}

/* The recusal goes as a whole when a score is typed over one of its sub-items. */
static gboolean
end_recusal (XrOffice *office, gint64 judge, gint64 application, GError **error)
{
  return xr_sql_run (office,
                     "DELETE FROM score WHERE judge_id = :judge AND application_id = :application"
                     " AND value IS NULL",
                     XR_PARAMS (XR_INT (":judge", judge), XR_INT (":application", application)),
                     error);
}

gboolean
xr_write_score (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
                const char *text, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  gint64 component = xr_sql_int (office, "SELECT component_id FROM judge WHERE id = :id",
                                 XR_PARAMS (XR_INT (":id", judge)), 0);
  XrDecimal value;

  if (!check_pair (office, judge, application, error)
      || !check_dimension (office, component, dimension, error))
    return FALSE;
  if (xr_text_is_recusal (clean))
    return recuse (office, component, judge, application, error);
  if (*clean == '\0')
    return end_recusal (office, judge, application, error)
           && clear_score (office, judge, application, dimension, error);
  return xr_parse_score (office, component, dimension, clean, &value, error)
         && end_recusal (office, judge, application, error)
         && insert_score (office, judge, application, dimension, &value, error);
}

gboolean
xr_check_component_open (XrOffice *office, gint64 component, gint64 *round, GError **error)
{
  *round = xr_command_round_of_component (office, component, error);
  return *round != 0
         && xr_command_check_stage (
           office, *round,
           (XrStage) xr_sql_int (office, "SELECT stage FROM component WHERE id = :id",
                                 XR_PARAMS (XR_INT (":id", component)), XR_STAGE_EVALUATION),
           error);
}

gboolean
xr_score_set (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
              const char *text, GError **error)
{
  gint64 component = xr_sql_int (office, "SELECT component_id FROM judge WHERE id = :id",
                                 XR_PARAMS (XR_INT (":id", judge)), 0);
  g_autofree char *title = xr_command_application_title (office, application);
  g_autofree char *name = xr_command_name_of (office, "judge", judge);
  g_autofree char *subject = g_strdup_printf ("%s · %s", title, name);
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_check_first_keyer (office, component, 0, judge, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office,
                            xr_write_score (office, judge, application, dimension, text, error),
                            "score.set", subject, NULL, round, XR_ENTRY_NORMAL, error);
}

/* ---- scores from elsewhere */

gboolean
xr_write_direct_score (XrOffice *office, gint64 component, gint64 candidate, gint64 dimension,
                       const char *text, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  XrDecimal value;

  if (!check_dimension (office, component, dimension, error)
      || (*clean != '\0' && !xr_parse_score (office, component, 0, clean, &value, error))
      || !xr_sql_run (office,
                      "DELETE FROM direct_score WHERE component_id = :component"
                      " AND candidate_id = :candidate AND ifnull(dimension_id, 0) = :dimension",
                      XR_PARAMS (XR_INT (":component", component), XR_INT (":candidate", candidate),
                                 XR_INT (":dimension", dimension)),
                      error))
    return FALSE;
  if (*clean == '\0')
    return TRUE;
  return xr_sql_run (office,
                     "INSERT INTO direct_score (component_id, candidate_id, dimension_id, value,"
                     " keyer) VALUES (:component, :candidate, :dimension, :value, :keyer)",
                     XR_PARAMS (XR_INT (":component", component), XR_INT (":candidate", candidate),
                                XR_ID (":dimension", dimension), XR_INT (":value", value.units),
                                XR_TEXT (":keyer", xr_keyer_or_null (office))),
                     error);
}

gboolean
xr_direct_score_set (XrOffice *office, gint64 component, gint64 candidate, gint64 dimension,
                     const char *text, GError **error)
{
  g_autofree char *name = xr_command_name_of (office, "candidate", candidate);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *subject = g_strdup_printf ("%s · %s", name, title);
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_check_first_keyer (office, component, 0, 0, error) || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office, xr_write_direct_score (office, component, candidate, dimension, text, error),
    "direct-score.set", subject, NULL, round, XR_ENTRY_NORMAL, error);
}
