/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second keying: who may key, and the figures of sheets that are no ballots. What it writes is never
 * counted; the first keying isn't looked at but for the names of those who did it. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/keying-private.h"

/* ---- who keys */

const char *
xr_keyer_or_null (XrOffice *office)
{
  const char *name = xr_office_get_operator (office);

  return xr_text_is_blank (name) ? NULL : name;
}

/* Those who keyed the sheet in the other keying: ballots by group and number, others by what they are
 * of. Numbers of digits only are compared by value. */
#define SAME_NUMBER                                                                                \
  "(number = :number OR (number NOT GLOB '*[^0-9]*' AND :number NOT GLOB '*[^0-9]*'"               \
  " AND CAST(number AS INTEGER) = CAST(:number AS INTEGER)))"

static const char first_keyers[]
  = "SELECT keyer FROM ballot WHERE :number <> '' AND component_id = :component"
    " AND ifnull(post_id, 0) = :post AND ifnull(group_id, 0) = :group AND " SAME_NUMBER
    " UNION SELECT keyer FROM tally WHERE :number = '' AND component_id = :component"
    " AND ifnull(group_id, 0) = :group"
    " UNION SELECT keyer FROM vote_count WHERE :number = '' AND component_id = :component"
    " AND ifnull(group_id, 0) = :group"
    " UNION SELECT keyer FROM direct_score WHERE :number = '' AND component_id = :component"
    " UNION SELECT keyer FROM score WHERE judge_id = :judge"
    /* On another computer the sheets are not there, only who keyed them. */
    " UNION SELECT keyer FROM keying_sheet WHERE component_id = :component AND keyer <> ''"
    " AND ifnull(post_id, 0) = :post AND ifnull(group_id, 0) = :group"
    " AND ifnull(judge_id, 0) = :judge AND (number = '') = (:number = '') AND " SAME_NUMBER;

static const char second_keyers[]
  = "SELECT keyer FROM second_sheet WHERE component_id = :component AND ifnull(post_id, 0) = :post"
    " AND ifnull(group_id, 0) = :group AND ifnull(judge_id, 0) = :judge"
    " AND (number = '') = (:number = '') AND " SAME_NUMBER;

GPtrArray *
xr_keying_keyers (XrOffice *office, XrKeying keying, gint64 component, const XrKeyedSheet *sheet)
{
  return xr_sql_texts (office, keying == XR_KEYING_FIRST ? first_keyers : second_keyers,
                       XR_PARAMS (XR_INT (":component", component), XR_INT (":post", sheet->post),
                                  XR_INT (":group", sheet->group), XR_INT (":judge", sheet->judge),
                                  XR_TEXT (":number", sheet->number)));
}

static gboolean
has_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (names, i), name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refuse_name (GError **error, const char *sentence, const char *name)
{
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED, sentence, name);
  return FALSE;
}

gboolean
xr_keying_check_keyer (XrOffice *office, XrKeying keying, gint64 component,
                       const XrKeyedSheet *sheet, const char *keyer, GError **error)
{
  gboolean first = keying == XR_KEYING_FIRST;
  g_autoptr (GPtrArray) others = NULL;

  if (first && xr_component_keyed_twice (office, component) == XR_TWICE_NO)
    return TRUE;
  if (!xr_command_need_text (keyer,
                             first ? _ ("This is keyed by two people. Write first who you are, in "
                                        "the menu under “Preferences”.")
                                   : _ ("Write who keys the second time."),
                             error))
    return FALSE;
  others = xr_keying_keyers (office, first ? XR_KEYING_SECOND : XR_KEYING_FIRST, component, sheet);
  if (!has_name (others, keyer))
    return TRUE;
  return refuse_name (error,
                      first
                        ? _ ("%s keyed this sheet the second time; another person has to key it "
                             "the first time.")
                        : _ ("%s keyed this sheet the first time; another person has to key it "
                             "the second time."),
                      keyer);
}

gboolean
xr_check_first_keyer (XrOffice *office, gint64 component, gint64 group, gint64 judge,
                      GError **error)
{
  const XrKeyedSheet sheet = { .group = group, .judge = judge, .number = (char *) "" };

  return xr_keying_check_keyer (office, XR_KEYING_FIRST, component, &sheet,
                                xr_office_get_operator (office), error);
}

gboolean
xr_second_check_keyer (XrOffice *office, gint64 component, const char *keyer, GError **error)
{
  g_autofree char *name = xr_text_strip (keyer);
  g_autoptr (GPtrArray) first = xr_component_first_keyers (office, component);

  if (!xr_command_need_text (name, _ ("Write who keys the second time."), error))
    return FALSE;
  if (first->len != 1 || !has_name (first, name))
    return TRUE;
  return refuse_name (
    error, _ ("%s keyed all of this the first time; another person has to key it the second time."),
    name);
}

/* ---- figures */

static gboolean
write_figure (XrOffice *office, gint64 component, const char *method, const char *keyer,
              const XrSecondFigure *figure, GError **error)
{
  XrKeyedSheet sheet = { .group = figure->group, .judge = figure->judge, .number = (char *) "" };
  XrSheetKind kind = xr_keying_kind (method, &sheet);
  XrKeyedCell cell = { .candidate = figure->candidate,
                       .dimension = figure->dimension,
                       .part = figure->part };
  gboolean cleared;

  return xr_keying_check_keyer (office, XR_KEYING_SECOND, component, &sheet, keyer, error)
         && xr_keying_parse (office, component, kind, figure->text, &cell, &cleared, error)
         && xr_keying_write_second_cell (office, component, &sheet, &cell, cleared ? NULL : &cell,
                                         keyer, error);
}

/* A judge recuses himself from a candidate, not from a sub-item. */
static gboolean
write_recusal (XrOffice *office, gint64 component, const char *method, const char *keyer,
               const XrSecondFigure *figure, GError **error)
{
  g_autoptr (GArray) dimensions = xr_sql_ids (
    office, "SELECT id FROM dimension WHERE component_id = :id ORDER BY id",
    XR_PARAMS (XR_INT (":id", component)));
  XrSecondFigure whole = *figure;

  if (dimensions->len == 0)
    return write_figure (office, component, method, keyer, figure, error);
  for (guint i = 0; i < dimensions->len; i++)
    {
      whole.dimension = g_array_index (dimensions, gint64, i);
      if (!write_figure (office, component, method, keyer, &whole, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_keying_write_figures (XrOffice *office, gint64 component, const char *keyer,
                         const XrSecondFigure *figures, guint n, GError **error)
{
  g_autofree char *method = xr_keying_dup_method (office, component);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *clean = xr_text_clean (figures[i].text);
      gboolean recusal = figures[i].judge != 0 && xr_text_is_recusal (clean);

      if (!(recusal ? write_recusal : write_figure) (office, component, method, keyer, &figures[i],
                                                     error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_second_set (XrOffice *office, gint64 component, const char *keyer, const XrSecondFigure *figures,
               guint n, GError **error)
{
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *name = xr_text_strip (keyer);
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office,
                            xr_keying_write_figures (office, component, name, figures, n, error),
                            "second.set", title, NULL, round, XR_ENTRY_NORMAL, error);
}
