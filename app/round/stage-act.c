/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves a round along: signing the current stage, closing it, going back to an earlier one. Each
 * is one entry of the record that undo cannot cross. */

#include "config.h"

#include "core/text.h"
#include "round/keying.h"
#include "round/stages/stages.h"

static gboolean
has_role (const XrStageInfo *info, const char *role)
{
  return g_strv_contains (info->signers, role);
}

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, XR_ROUND_ERROR, code, message);
  return FALSE;
}

static gboolean
check_round (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (XrRow) row = xr_round_load (office, round, error);
  return row != NULL;
}

static gboolean
check_signature (XrOffice *office, gint64 round, XrStage stage, const char *role, const char *name,
                 XrDate on, GError **error)
{
  if (!check_round (office, round, error))
    return FALSE;
  if (stage != xr_round_current_stage (office, round))
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("Only the current stage can be signed; go to it and sign there."));
  if (!has_role (xr_stage_info (stage), role))
    return refuse (error, XR_ROUND_ERROR_VALUE,
                   _ ("This role does not sign this stage; choose one of those offered."));
  if (xr_text_is_blank (name))
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write the name of the person who signs."));
  if (!xr_date_is_set (on) || on.day == 0)
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write the day of the signature."));
  return TRUE;
}

/* Signatures watch over each other only when they are of different people. */
static gboolean
check_one_hand (XrOffice *office, gint64 round, XrStage stage, const char *name, GError **error)
{
  if (xr_sql_int (
        office,
        "SELECT count(*) FROM signature WHERE round_id = :round AND stage = :stage"
        " AND name = :name",
        XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage), XR_TEXT (":name", name)), 0)
      == 0)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
               _ ("%s has signed this stage already; another person has to sign."), name);
  return FALSE;
}

gboolean
xr_stage_sign (XrOffice *office, gint64 round, XrStage stage, const char *role, const char *name,
               XrDate on, GError **error)
{
  g_autofree char *clean = xr_text_strip (name);
  g_autofree char *date = xr_date_to_iso (on);
  g_autofree char *subject = NULL;

  if (!check_signature (office, round, stage, role, clean, on, error)
      || !check_one_hand (office, round, stage, clean, error)
      || !xr_waiting_settle (office, round, 1, error) || !xr_office_begin (office, error))
    return FALSE;
  if (!xr_sql_run (office,
                   "INSERT INTO signature (round_id, stage, role, name, signed_on)"
                   " VALUES (:round, :stage, :role, :name, :on)",
                   XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage),
                              XR_TEXT (":role", role), XR_TEXT (":name", clean),
                              XR_TEXT (":on", date)),
                   error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  subject = g_strdup_printf ("%s · %s · %s", _ (xr_stage_info (stage)->title), xr_role_label (role),
                             clean);
  return xr_office_commit (office, "stage.sign", subject, NULL, round, XR_ENTRY_BARRIER, error);
}

static gboolean
insert_event (XrOffice *office, gint64 round, XrStage stage, const char *kind, const char *by,
              const char *reason, const char *unmet, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (
    office,
    "INSERT INTO stage_event (round_id, stage, kind, on_date, by_name, reason, unmet)"
    " VALUES (:round, :stage, :kind, :on, :by, :reason, :unmet)",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage), XR_TEXT (":kind", kind),
               XR_TEXT (":on", today), XR_TEXT (":by", by), XR_TEXT (":reason", reason),
               XR_TEXT (":unmet", unmet)),
    error);
}

static gboolean
set_stage (XrOffice *office, gint64 round, XrStage stage, GError **error)
{
  return xr_sql_run (office, "UPDATE round SET stage = :stage WHERE id = :round",
                     XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)), error);
}

/* Moves on to the next stage that the plan has, and notes those that it lacks. */
static gboolean
move_on (XrOffice *office, gint64 round, XrStage from, const char *by, GError **error)
{
  XrStage next = from + 1;

  for (; next <= XR_STAGE_APPOINTMENT; next++)
    {
      const XrStageInfo *info = xr_stage_info (next);
      if (!info->exists || info->exists (office, round))
        break;
      if (!insert_event (office, round, next, "skipped", by, NULL, NULL, error))
        return FALSE;
    }
  return set_stage (office, round, next, error);
}

/* The conditions passed over, one a line, as they read now. */
static char *
describe_unmet (GPtrArray *gates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (gate->met || gate->warning)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%1$s: %2$s"), gate->title, gate->why);
    }
  return g_string_free (text, FALSE);
}

static gboolean
write_closing (XrOffice *office, gint64 round, XrStage stage, const char *by, const char *reason,
               const char *unmet, GError **error)
{
  const XrStageInfo *info = xr_stage_info (stage);

  return insert_event (office, round, stage, unmet ? "overridden" : "closed", by, reason, unmet,
                       error)
         && (!info->close || info->close (office, round, error))
         && move_on (office, round, stage, by, error);
}

static gboolean
check_closing (XrOffice *office, gint64 round, XrStage stage, const char *by, GError **error)
{
  if (!check_round (office, round, error))
    return FALSE;
  if (stage > XR_STAGE_APPOINTMENT)
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("The round is closed; there is no stage left to close."));
  if (xr_text_is_blank (by))
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write the name of the person who closes."));
  return TRUE;
}

gboolean
xr_stage_close (XrOffice *office, gint64 round, const char *by, const char *override_reason,
                GError **error)
{
  XrStage stage = xr_round_current_stage (office, round);
  g_autoptr (GPtrArray) gates = NULL;
  g_autofree char *unmet = NULL;
  const XrGate *first = NULL;

  if (!check_closing (office, round, stage, by, error))
    return FALSE;
  gates = xr_stage_gates (office, round, stage);
  first = xr_gates_first_unmet (gates);
  if (first && xr_text_is_blank (override_reason))
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_GATE, _ ("%1$s: %2$s"), first->title,
                   first->why);
      return FALSE;
    }
  if (first)
    unmet = describe_unmet (gates);

  if (!xr_waiting_settle (office, round, 1, error) || !xr_office_begin (office, error))
    return FALSE;
  if (!write_closing (office, round, stage, by, unmet ? override_reason : NULL, unmet, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  return xr_office_commit (office, unmet ? "stage.override" : "stage.close",
                           _ (xr_stage_info (stage)->title), unmet ? override_reason : NULL, round,
                           XR_ENTRY_BARRIER, error);
}

static gboolean
write_reopening (XrOffice *office, gint64 round, XrStage stage, XrStage current, const char *by,
                 const char *reason, GError **error)
{
  for (int s = MIN (current, XR_STAGE_APPOINTMENT); s >= (int) stage; s--)
    {
      const XrStageInfo *info = xr_stage_info (s);
      if (info->reopen && !info->reopen (office, round, error))
        return FALSE;
    }
  return insert_event (office, round, stage, "reopened", by, reason, NULL, error)
         && xr_sql_run (office, "DELETE FROM signature WHERE round_id = :round AND stage >= :stage",
                        XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)), error)
         && set_stage (office, round, stage, error);
}

static gboolean
check_reopening (XrOffice *office, gint64 round, XrStage stage, const char *by, const char *reason,
                 GError **error)
{
  if (!check_round (office, round, error))
    return FALSE;
  if (stage >= xr_round_current_stage (office, round))
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("This stage is not closed; it can be worked on."));
  if (xr_round_stage_state (office, round, stage) == XR_STAGE_STATE_SKIPPED)
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("The plan does not have this stage; reopen another one."));
  if (xr_text_is_blank (by))
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write the name of the person who reopens."));
  if (xr_text_is_blank (reason))
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write why the stage is reopened."));
  return TRUE;
}

gboolean
xr_stage_reopen (XrOffice *office, gint64 round, XrStage stage, const char *by, const char *reason,
                 GError **error)
{
  XrStage current = xr_round_current_stage (office, round);

  if (!check_reopening (office, round, stage, by, reason, error)
      || !xr_office_begin (office, error))
    return FALSE;
  if (!write_reopening (office, round, stage, current, by, reason, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  return xr_office_commit (office, "stage.reopen", _ (xr_stage_info (stage)->title), reason, round,
                           XR_ENTRY_BARRIER, error);
}
