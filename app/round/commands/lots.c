/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of speech by lot: a hash of the seed made in the room, so that anybody can draw it again
 * with a pencil's worth of tools. */

#include "config.h"

#include "round/command.h"

typedef struct
{
  gint64 application;
  char *digest;
} Lot;

static void
clear_lot (gpointer lot)
{
  g_free (((Lot *) lot)->digest);
}

static int
compare_lots (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Lot *) a)->digest, ((const Lot *) b)->digest);
}

static char *
digest_of (const char *seed, const char *post, const char *number)
{
  g_autofree char *text = g_strconcat (XR_LOT_ALGORITHM "\n", seed, "\n", post, "\n", number, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static GArray *
draw (XrOffice *office, gint64 post, const char *seed)
{
  g_autofree char *name = xr_command_name_of (office, "post", post);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT a.id, c.number FROM application a JOIN candidate c"
    " ON c.id = a.candidate_id WHERE a.post_id = :post AND a.state = 'active'",
    XR_PARAMS (XR_INT (":post", post)));
  GArray *lots = g_array_new (FALSE, FALSE, sizeof (Lot));

  g_array_set_clear_func (lots, clear_lot);
  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      Lot lot = { xr_statement_get_int (row, 0),
                  digest_of (seed, name, xr_statement_get_text (row, 1)) };
      g_array_append_val (lots, lot);
    }
  g_array_sort (lots, compare_lots);
  return lots;
}

static gboolean
forget_lot (XrOffice *office, gint64 post, GError **error)
{
  return xr_sql_run (
           office,
           "DELETE FROM lot_place WHERE lot_id IN (SELECT id FROM lot WHERE post_id = :post)",
           XR_PARAMS (XR_INT (":post", post)), error)
         && xr_sql_run (office, "DELETE FROM lot WHERE post_id = :post",
                        XR_PARAMS (XR_INT (":post", post)), error);
}

static gboolean
write_lot (XrOffice *office, gint64 post, const char *seed, const char *by, GArray *lots,
           GError **error)
{
  g_autofree char *today = xr_today_iso ();
  gint64 lot = 0;

  if (!forget_lot (office, post, error)
      || !xr_sql_run (office,
                      "INSERT INTO lot (post_id, seed, algorithm, drawn_on, drawn_by)"
                      " VALUES (:post, :seed, :algorithm, :today, :by)",
                      XR_PARAMS (XR_INT (":post", post), XR_TEXT (":seed", seed),
                                 XR_TEXT (":algorithm", XR_LOT_ALGORITHM),
                                 XR_TEXT (":today", today), XR_TEXT (":by", by)),
                      error))
    return FALSE;
  lot = xr_database_last_id (xr_office_get_database (office));
  for (guint i = 0; i < lots->len; i++)
    if (!xr_sql_run (office,
                     "INSERT INTO lot_place (lot_id, place, application_id)"
                     " VALUES (:lot, :place, :application)",
                     XR_PARAMS (XR_INT (":lot", lot), XR_INT (":place", i + 1),
                                XR_INT (":application", g_array_index (lots, Lot, i).application)),
                     error))
      return FALSE;
  return TRUE;
}

gboolean
xr_lot_draw (XrOffice *office, gint64 post, const char *seed, const char *by, GError **error)
{
  gint64 round = xr_command_round_of_post (office, post, error);
  g_autofree char *clean = xr_text_strip (seed);
  g_autofree char *name = xr_command_name_of (office, "post", post);
  g_autoptr (GArray) lots = NULL;

  if (round == 0 || !xr_command_check_stage (office, round, XR_STAGE_SPEECH, error)
      || !xr_command_need_text (clean, _ ("Write the seed that was made in the room."), error)
      || !xr_command_need_text (by, _ ("Write who draws the lots."), error))
    return FALSE;
  lots = draw (office, post, clean);
  if (lots->len == 0)
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("Nobody has applied for this post; there is nothing to draw."));
  if (!xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, write_lot (office, post, clean, by, lots, error), "lot.draw",
                            name, NULL, round, XR_ENTRY_NORMAL, error);
}

typedef struct
{
  gint64 application, place;
  char *number;
} Speaker;

static int
compare_speakers (gconstpointer a, gconstpointer b)
{
  const Speaker *one = a;
  const Speaker *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return xr_candidate_number_compare (one->number, other->number);
}

static void
clear_speaker (gpointer speaker)
{
  g_free (((Speaker *) speaker)->number);
}

GArray *
xr_lot_order (XrOffice *office, gint64 post)
{
  g_autoptr (GArray) speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT a.id, c.number, l.place FROM application a JOIN candidate c ON c.id = a.candidate_id"
    " LEFT JOIN lot_place l ON l.application_id = a.id WHERE a.post_id = :post",
    XR_PARAMS (XR_INT (":post", post)));

  g_array_set_clear_func (speakers, clear_speaker);
  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      Speaker speaker = { xr_statement_get_int (row, 0),
                          xr_statement_is_null (row, 2) ? G_MAXINT64
                                                        : xr_statement_get_int (row, 2),
                          xr_statement_dup_text (row, 1) };
      g_array_append_val (speakers, speaker);
    }
  g_array_sort (speakers, compare_speakers);
  for (guint i = 0; i < speakers->len; i++)
    g_array_append_val (order, g_array_index (speakers, Speaker, i).application);
  return order;
}
