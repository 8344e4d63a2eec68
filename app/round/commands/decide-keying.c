/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The third person decides what holds where two keyings differ. Both keyings then say the same; what they
 * said before is kept with the names of all three. */

#include "config.h"

#include "round/ballots.h"
#include "round/commands/write-score.h"
#include "round/keying-private.h"

typedef struct
{
  XrOffice *office;
  gint64 component;
  const char *method;
  const XrDeskLine *line;
  const XrKeyedSheet *sheet; /* whichever is there */
  XrSheetKind kind;
  XrKeyingChoice choice;
  char *text; /* what holds, as it is typed */
} Decision;

static const char *const choices[] = { "first", "second", "other" };

/* ---- may it be decided so */

static gboolean
check_third (const XrDeskLine *line, const char *by, GError **error)
{
  if (!xr_command_need_text (by, _ ("Write who decides."), error))
    return FALSE;
  if (g_strcmp0 (by, line->first_keyer) != 0 && g_strcmp0 (by, line->second_keyer) != 0)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
               _ ("%s keyed this sheet; somebody who keyed neither the first nor the second time "
                  "has to decide."),
               by);
  return FALSE;
}

/* The difference may have gone while somebody thought about it. */
static gboolean
check_open (XrOffice *office, gint64 component, const XrDeskLine *line, GError **error)
{
  g_autoptr (GPtrArray) lines = xr_keying_list_differences (office, component);

  for (guint i = 0; i < lines->len; i++)
    {
      const XrDeskLine *other = g_ptr_array_index (lines, i);
      if (g_str_equal (other->sheet, line->sheet) && g_str_equal (other->item, line->item)
          && g_str_equal (other->first_text, line->first_text)
          && g_str_equal (other->second_text, line->second_text))
        return TRUE;
    }
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            _ ("This difference is gone: the sheet was changed meanwhile."));
}

static gboolean
check_choice (const XrDeskLine *line, XrKeyingChoice choice, const char *other, GError **error)
{
  if (choice != XR_CHOOSE_OTHER)
    return TRUE;
  if (!line->can_be_other)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("The sheets differ as a whole: choose one of the two. If both are "
                                 "wrong, correct the ballot in both keyings."));
  return xr_command_need_text (other, _ ("Write what the sheet of paper says."), error);
}

/* ---- a figure */

static gint64
find_application (const Decision *self)
{
  return xr_sql_int (
    self->office,
    "SELECT a.id FROM application a JOIN judge j ON j.post_id = a.post_id"
    " WHERE j.id = :judge AND a.candidate_id = :candidate",
    XR_PARAMS (XR_INT (":judge", self->sheet->judge), XR_INT (":candidate", self->line->candidate)),
    0);
}

/* Who keyed stays who keyed, whoever sits at the program when it is decided. */
static gboolean
keep_keyer (const Decision *self, const char *sql, GError **error)
{
  const XrDeskLine *line = self->line;
  const char *keyer = *line->first_keyer != '\0' ? line->first_keyer : NULL;

  return xr_sql_run (self->office, sql,
                     (const XrParam[]){ XR_TEXT (":keyer", keyer),
                                        XR_INT (":component", self->component),
                                        XR_INT (":judge", self->sheet->judge),
                                        XR_INT (":group", self->sheet->group),
                                        XR_INT (":candidate", line->candidate),
                                        XR_INT (":dimension", line->dimension),
                                        XR_INT (":part", line->part),
                                        { NULL } },
                     error);
}

static gboolean
write_score (const Decision *self, GError **error)
{
  const XrDeskLine *line = self->line;

  if (self->sheet->judge == 0)
    return xr_write_direct_score (self->office, self->component, line->candidate, line->dimension,
                                  self->text, error)
           && keep_keyer (self,
                          "UPDATE direct_score SET keyer = :keyer WHERE component_id = :component"
                          " AND candidate_id = :candidate AND ifnull(dimension_id, 0) = :dimension"
                          " AND :judge = 0 AND :group = 0 AND :part = 0",
                          error);
  return xr_write_score (self->office, self->sheet->judge, find_application (self), line->dimension,
                         self->text, error)
         && keep_keyer (self,
                        "UPDATE score SET keyer = :keyer WHERE judge_id = :judge AND"
                        " application_id IN (SELECT id FROM application WHERE candidate_id ="
                        " :candidate) AND (value IS NULL OR ifnull(dimension_id, 0) = :dimension)"
                        " AND :component > 0 AND :group = 0 AND :part = 0",
                        error);
}

static gboolean
write_count (const Decision *self, gint64 value, GError **error)
{
  static const char *const fields[] = { "yes", "no", "abstain" };
  const XrDeskLine *line = self->line;
  gboolean votes = g_str_equal (self->method, "share");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  XrCount count = { .group = self->sheet->group,
                    .candidate = line->candidate,
                    .dimension = line->dimension,
                    .points = { line->part },
                    .field = votes ? fields[CLAMP (line->part, 0, 2)] : "votes",
                    .text = text };

  return xr_write_count (self->office, self->component, votes ? "vote_count" : "tally",
                         votes ? "yes" : "votes", &count, error)
         && keep_keyer (self,
                        votes ? "UPDATE vote_count SET keyer = :keyer WHERE component_id ="
                                " :component AND ifnull(group_id, 0) = :group AND candidate_id ="
                                " :candidate AND :dimension + :part + :judge >= 0"
                              : "UPDATE tally SET keyer = :keyer WHERE component_id = :component"
                                " AND ifnull(group_id, 0) = :group AND candidate_id = :candidate"
                                " AND dimension_id = :dimension AND points = :part"
                                " AND :judge = 0",
                        error);
}

/* Puts the figure into the ballot of one keying, the rest of the ballot as it is. */
static gboolean
put_on_ballot (const Decision *self, XrKeying keying, const XrKeyedSheet *ballot,
               const XrKeyedCell *cell, GError **error)
{
  g_autoptr (XrKeyedSheet) copy = xr_keying_load_ballot (self->office, keying, ballot->id);

  for (guint i = copy->cells->len; i > 0; i--)
    {
      const XrKeyedCell *old = &g_array_index (copy->cells, XrKeyedCell, i - 1);
      if (old->candidate == cell->candidate && old->dimension == cell->dimension)
        g_array_remove_index (copy->cells, i - 1);
    }
  g_array_append_vals (copy->cells, cell, 1);
  return xr_keying_write_ballot (self->office, keying, self->component, copy, error);
}

/* What nobody keyed on a ballot is an abstention, in a count it is 0. */
static gboolean
parse_decided (const Decision *self, XrKeyedCell *cell, gboolean *cleared, GError **error)
{
  if (!xr_keying_parse (self->office, self->component, self->kind, self->text, cell, cleared,
                        error))
    return FALSE;
  if (*cleared && self->kind == XR_SHEET_MARKS)
    cell->is_void = TRUE;
  if (*cleared && self->kind != XR_SHEET_SCORES)
    *cleared = FALSE;
  return TRUE;
}

static gboolean
decide_figure (const Decision *self, GError **error)
{
  XrKeyedCell cell = { .candidate = self->line->candidate,
                       .dimension = self->line->dimension,
                       .part = self->line->part };
  gboolean cleared;

  if (!parse_decided (self, &cell, &cleared, error))
    return FALSE;
  if (self->kind == XR_SHEET_MARKS)
    return put_on_ballot (self, XR_KEYING_FIRST, self->line->first, &cell, error)
           && put_on_ballot (self, XR_KEYING_SECOND, self->line->second, &cell, error);
  if (!(self->kind == XR_SHEET_SCORES ? write_score (self, error)
                                      : write_count (self, cell.value, error)))
    return FALSE;
  return xr_keying_write_second_cell (self->office, self->component, self->sheet, &cell,
                                      cleared ? NULL : &cell, self->line->second_keyer, error);
}

/* ---- a ballot as a whole */

/* Makes the ballot of @keying what the other keying has: the same, or none. */
static gboolean
follow (const Decision *self, XrKeying keying, const XrKeyedSheet *ballot,
        const XrKeyedSheet *model, GError **error)
{
  XrKeyedSheet copy;

  if (model == NULL)
    return xr_keying_delete_ballot (self->office, keying, ballot->id, error);
  copy = *model;
  copy.id = ballot ? ballot->id : xr_record_random_id ();
  copy.keyer = ballot ? ballot->keyer : model->keyer;
  return xr_keying_write_ballot (self->office, keying, self->component, &copy, error);
}

static gboolean
decide_ballot (const Decision *self, GError **error)
{
  const XrDeskLine *line = self->line;

  if (self->choice == XR_CHOOSE_FIRST)
    return follow (self, XR_KEYING_SECOND, line->second, line->first, error);
  return follow (self, XR_KEYING_FIRST, line->first, line->second, error);
}

/* ---- the command */

static gboolean
note_decision (const Decision *self, const char *by, const char *reason, GError **error)
{
  const XrDeskLine *line = self->line;
  g_autofree char *today = xr_today_iso ();
  const XrParam params[] = { XR_INT (":component", self->component),
                             XR_TEXT (":sheet", line->sheet),
                             XR_TEXT (":item", line->item),
                             XR_TEXT (":first", line->first_text),
                             XR_TEXT (":second", line->second_text),
                             XR_TEXT (":chosen", choices[self->choice]),
                             XR_TEXT (":text", self->text),
                             XR_TEXT (":one", line->first_keyer),
                             XR_TEXT (":two", line->second_keyer),
                             XR_TEXT (":by", by),
                             XR_TEXT (":reason", reason),
                             XR_TEXT (":on", today),
                             { NULL } };

  return xr_sql_run (self->office,
                     "INSERT INTO keying_decision (component_id, sheet, item, first_text,"
                     " second_text, chosen, chosen_text, first_keyer, second_keyer, decided_by,"
                     " reason, decided_on) VALUES (:component, :sheet, :item, :first, :second,"
                     " :chosen, :text, :one, :two, :by, :reason, :on)",
                     params, error);
}

static const char *
text_of (const XrDeskLine *line, XrKeyingChoice choice, const char *other)
{
  if (choice == XR_CHOOSE_OTHER)
    return other;
  return choice == XR_CHOOSE_FIRST ? line->first_text : line->second_text;
}

gboolean
xr_keying_decide (XrOffice *office, gint64 component, const XrDeskLine *line, XrKeyingChoice choice,
                  const char *other, const char *by, const char *reason, GError **error)
{
  g_autofree char *name = xr_text_strip (by);
  g_autofree char *method = xr_keying_dup_method (office, component);
  g_autofree char *subject = *line->item != '\0'
                               ? g_strdup_printf ("%s · %s", line->sheet, line->item)
                               : g_strdup (line->sheet);
  g_autofree char *text = xr_text_clean (text_of (line, choice, other));
  const XrKeyedSheet *sheet = line->first ? line->first : line->second;
  const Decision self = { office, component, method, line, sheet, xr_keying_kind (method, sheet),
                          choice, text };
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !check_third (line, name, error) || !check_choice (line, choice, other, error)
      || !xr_command_need_text (reason, _ ("Write why it is decided so."), error)
      || !check_open (office, component, line, error)
      || !xr_waiting_settle (office, round, 1, error) || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office,
                            (line->can_be_other ? decide_figure : decide_ballot) (&self, error)
                              && note_decision (&self, name, reason, error),
                            "keying.decide", subject, reason, round, XR_ENTRY_NORMAL, error);
}
