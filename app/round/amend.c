/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to a plan that is announced: first what they would do to the result, then the change itself
 * with its reason and two names. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "round/commands.h"
#include "round/delete.h"
#include "round/office-private.h"
#include "round/round.h"
#include "round/tables/tables.h"

static gboolean
refuse (GError **error, XrRoundError code, const char *sentence)
{
  g_set_error_literal (error, XR_ROUND_ERROR, code, sentence);
  return FALSE;
}

gboolean
xr_office_change_unfrozen (XrOffice *office, XrRow *row, gboolean remove, GError **error)
{
  if (remove)
    return xr_delete_row (office, xr_row_get_table (row), xr_row_get_id (row), error);
  return xr_office_write_unfrozen (office, row, error);
}

/* Two people stand for an amendment, and neither twice. */
static gboolean
check_names (const char *reason, const char *first, const char *second, GError **error)
{
  g_autofree char *one = xr_text_strip (first);
  g_autofree char *two = xr_text_strip (second);

  if (xr_text_is_blank (reason))
    return refuse (error, XR_ROUND_ERROR_VALUE, _ ("Write why the plan is amended."));
  if (one[0] == '\0' || two[0] == '\0')
    return refuse (error, XR_ROUND_ERROR_VALUE,
                   _ ("An amendment needs the names of two people who stand for it."));
  if (strcmp (one, two) == 0)
    return refuse (error, XR_ROUND_ERROR_VALUE,
                   _ ("The two names are the same. Write the name of a second person."));
  return TRUE;
}

static gboolean
check_amendable (XrOffice *office, XrRow *row, gint64 round, GError **error)
{
  g_autoptr (XrRow) head = xr_round_load (office, round, error);

  if (head == NULL)
    return FALSE;
  if (!xr_row_get_table (row)->plan || xr_row_get (head, "plan_hash") == NULL)
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("The plan is not announced yet. Change it without an amendment."));
  if (xr_row_get_int (head, "stage") == XR_STAGE_CLOSED || xr_row_get_int (head, "archived") != 0)
    return refuse (error, XR_ROUND_ERROR_CLOSED,
                   _ ("The round is closed. Reopen a stage with a reason to change it."));
  return TRUE;
}

/* Freezes the plan as it is now, and says in the history of the stages that it was amended. */
static gboolean
note_amendment (XrOffice *office, gint64 round, const char *names, const char *reason,
                GError **error)
{
  g_autofree char *hash = xr_round_dup_plan_hash (office, round);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  g_autoptr (XrRow) head = xr_round_load (office, round, error);
  g_autoptr (XrRow) event = xr_row_new (&xr_table_stage_event, round);

  if (head == NULL)
    return FALSE;
  xr_row_set (head, "plan_hash", hash);
  xr_row_set (event, "stage", "1");
  xr_row_set (event, "kind", "amended");
  xr_row_set (event, "on_date", today);
  xr_row_set (event, "by_name", names);
  xr_row_set (event, "reason", reason);
  return xr_office_write_unfrozen (office, head, error)
         && xr_office_write_unfrozen (office, event, error);
}

gboolean
xr_office_amend (XrOffice *office, XrRow *row, gboolean remove, const char *reason,
                 const char *first_name, const char *second_name, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  gint64 round = xr_office_round_of (office, row);
  g_autoptr (XrRow) copy = xr_row_copy (row);
  g_autofree char *names = g_strdup_printf ("%s、%s", first_name, second_name);
  g_autofree char *subject = NULL;

  if (!check_names (reason, first_name, second_name, error)
      || !check_amendable (office, row, round, error) || !xr_office_begin (office, error))
    return FALSE;
  subject = remove ? xr_office_dup_title (office, table, xr_row_get_id (row)) : NULL;
  if (!xr_office_change_unfrozen (office, copy, remove, error)
      || !note_amendment (office, round, names, reason, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  if (subject == NULL)
    subject = xr_office_dup_title (office, table, xr_row_get_id (copy));
  if (!xr_office_commit (office, "plan.amend", subject, reason, round, XR_ENTRY_BARRIER, error))
    return FALSE;
  if (!remove)
    xr_row_set_id (row, xr_row_get_id (copy));
  return TRUE;
}
