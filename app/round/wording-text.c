/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes the kept wording of forms. */

#include "config.h"

#include "round/wording-text.h"

#include "round/command.h"

char *
xr_wording_text_dup (XrOffice *office, const char *form, gint64 round)
{
  return xr_sql_text (office,
                      "SELECT text FROM wording WHERE form = :form AND ifnull (round_id, 0) = "
                      ":round",
                      XR_PARAMS (XR_TEXT (":form", form), XR_INT (":round", round)));
}

gboolean
xr_wording_text_set (XrOffice *office, const char *form, gint64 round, const char *text,
                     GError **error)
{
  gboolean done;

  if (text != NULL && !xr_command_need_text (text, _ ("The wording is empty."), error))
    return FALSE;
  if (!xr_office_begin (office, error))
    return FALSE;
  done = xr_sql_run (office,
                     "DELETE FROM wording WHERE form = :form AND ifnull (round_id, 0) = :round",
                     XR_PARAMS (XR_TEXT (":form", form), XR_INT (":round", round)), error);
  if (done && text != NULL)
    done = xr_sql_run (
      office, "INSERT INTO wording (form, round_id, text) VALUES (:form, :round, :text)",
      XR_PARAMS (XR_TEXT (":form", form), XR_ID (":round", round), XR_TEXT (":text", text)), error);
  return xr_command_finish (office, done, text ? "wording.change" : "wording.restore", form, NULL,
                            round, XR_ENTRY_NORMAL, error);
}
