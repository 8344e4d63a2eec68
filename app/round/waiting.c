/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots on their way into the record. A ballot is in the file as soon as it is keyed, whole and counted,
 * but outside of the record: an entry of its own would tell in which turn and when it was keyed. A batch
 * is taken out of its tables and written again in the order of ids, which are drawn at random, as one
 * entry. So neither entries, ids nor the layout of the pages tell an order, and the log is emptied. */

#include "config.h"

#include "round/waiting.h"

#include "round/keying-private.h"
#include "round/office-private.h"

gboolean
xr_waiting_has (XrOffice *office, XrKeying keying, gint64 sheet)
{
  return xr_sql_int (office,
                     "SELECT count(*) FROM waiting_sheet WHERE keying = :keying"
                     " AND sheet_id = :sheet",
                     XR_PARAMS (XR_INT (":keying", keying), XR_INT (":sheet", sheet)), 0)
         > 0;
}

gboolean
xr_waiting_open (XrOffice *office, GError **error)
{
  return xr_waiting_begin (xr_office_get_database (office), error);
}

gboolean
xr_waiting_close (XrOffice *office, gboolean done, GError **error)
{
  if (!done)
    xr_office_rollback (office);
  else if (xr_waiting_commit (xr_office_get_database (office), error))
    {
      xr_office_note_waiting (office);
      xr_office_emit_changed (office);
      return TRUE;
    }
  return FALSE;
}

gboolean
xr_waiting_add (XrOffice *office, XrKeying keying, gint64 sheet, GError **error)
{
  return xr_sql_run (office,
                     "INSERT INTO waiting_sheet (keying, sheet_id) VALUES (:keying, :sheet)",
                     XR_PARAMS (XR_INT (":keying", keying), XR_INT (":sheet", sheet)), error);
}

gboolean
xr_waiting_take (XrOffice *office, XrKeying keying, gint64 sheet, GError **error)
{
  return xr_sql_run (office,
                     "DELETE FROM waiting_sheet WHERE keying = :keying AND sheet_id = :sheet",
                     XR_PARAMS (XR_INT (":keying", keying), XR_INT (":sheet", sheet)), error);
}

#define WAITING                                                                                    \
  " FROM (SELECT w.keying AS keying, w.sheet_id AS id, b.component_id AS component"                \
  " FROM waiting_sheet w JOIN ballot b ON b.id = w.sheet_id WHERE w.keying = 1 UNION ALL"          \
  " SELECT w.keying, w.sheet_id, s.component_id FROM waiting_sheet w"                              \
  " JOIN second_sheet s ON s.id = w.sheet_id WHERE w.keying = 2) w"                                \
  " JOIN component k ON k.id = component"

guint
xr_waiting_count (XrOffice *office, gint64 component)
{
  return (guint) xr_sql_int (office,
                             "SELECT count(*)" WAITING " WHERE :component IN (0, component)",
                             XR_PARAMS (XR_INT (":component", component)), 0);
}

/* ---- a batch becomes an entry */

typedef struct
{
  XrKeying keying;
  gint64 component, round;
} Batch;

static GArray *
find_batches (XrOffice *office, gint64 round, guint fewest)
{
  GArray *batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT keying, component, k.round_id" WAITING " WHERE :round IN (0, k.round_id)"
    " GROUP BY 1, 2 HAVING count(*) >= :fewest ORDER BY 1, 2",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":fewest", fewest)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      Batch batch = { (XrKeying) xr_statement_get_int (row, 0), xr_statement_get_int (row, 1),
                      xr_statement_get_int (row, 2) };
      g_array_append_val (batches, batch);
    }
  return batches;
}

/* By id, which is by chance. */
static GPtrArray *
load_batch (XrOffice *office, const Batch *batch)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_keyed_sheet_free);
  g_autoptr (GArray) ids = xr_sql_ids (
    office, "SELECT w.id" WAITING " WHERE keying = :keying AND component = :component ORDER BY 1",
    XR_PARAMS (XR_INT (":keying", batch->keying), XR_INT (":component", batch->component)));

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (sheets,
                     xr_keying_load_ballot (office, batch->keying, g_array_index (ids, gint64, i)));
  return sheets;
}

static gboolean
take_out (XrOffice *office, const Batch *batch, GPtrArray *sheets, GError **error)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const XrKeyedSheet *sheet = g_ptr_array_index (sheets, i);
      if (!xr_keying_delete_ballot (office, batch->keying, sheet->id, error)
          || !xr_waiting_take (office, batch->keying, sheet->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_again (XrOffice *office, const Batch *batch, GPtrArray *sheets, GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  gboolean done;

  xr_record_set_aside (db, TRUE);
  done = take_out (office, batch, sheets, error);
  xr_record_set_aside (db, FALSE);
  for (guint i = 0; i < sheets->len && done; i++)
    done = xr_keying_write_ballot (office, batch->keying, batch->component,
                                   g_ptr_array_index (sheets, i), error);
  return done;
}

static gboolean
settle_batch (XrOffice *office, const Batch *batch, GError **error)
{
  g_autofree char *title = xr_command_name_of (office, "component", batch->component);
  g_autoptr (GPtrArray) sheets = load_batch (office, batch);
  g_autofree char *subject = g_strdup_printf (_ ("%1$s (%2$u ballots)"), title, sheets->len);

  if (!xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, write_again (office, batch, sheets, error),
                            batch->keying == XR_KEYING_FIRST ? "ballot.batch" : "second.batch",
                            subject, NULL, batch->round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_waiting_settle (XrOffice *office, gint64 round, guint fewest, GError **error)
{
  g_autoptr (GArray) batches = find_batches (office, round, MAX (fewest, 1));

  for (guint i = 0; i < batches->len; i++)
    if (!settle_batch (office, &g_array_index (batches, Batch, i), error))
      return FALSE;
  if (batches->len > 0)
    xr_record_forget_log (xr_office_get_database (office));
  return TRUE;
}
