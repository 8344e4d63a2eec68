/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what was drawn by lot, and drawing it again to see whether it comes out the same. Drawing for the
 * file is the command's (commands/lots.c). */

#include "config.h"

#include "round/lots.h"

#include "round/command.h"

#define CHECK_LENGTH 12 /* hexadecimal digits of a hash that papers print */

static const char *const kinds[] = { "order", "rooms", "people" };
static const char *const fates[] = { "drawn", "reserve", "left-over" };

const char *
xr_lot_kind_id (XrLotKind kind)
{
  return kinds[kind];
}

const char *
xr_lot_fate_id (XrLotFate fate)
{
  return fates[fate];
}

static guint
index_of (const char *const *words, guint n, const char *word)
{
  guint i = 0;

  while (i + 1 < n && g_strcmp0 (words[i], word) != 0)
    i++;
  return i;
}

XrRow *
xr_lot_find (XrOffice *office, const XrLotScope *scope)
{
  gint64 id = xr_sql_int (
    office,
    "SELECT id FROM lot WHERE kind = :kind AND component_id IS :component AND post_id IS :post"
    " AND (post_id IS NOT NULL OR component_id IS NOT NULL)",
    XR_PARAMS (XR_TEXT (":kind", xr_lot_kind_id (scope->kind)),
               XR_ID (":component", scope->component), XR_ID (":post", scope->post)),
    0);

  return id != 0 ? xr_office_load (office, xr_table_find ("lot"), id, NULL) : NULL;
}

/* ---- who was drawn */

void
xr_lot_seat_free (XrLotSeat *seat)
{
  g_free (seat->item);
  g_free (seat->name);
  g_free (seat->part);
  g_free (seat);
}

GPtrArray *
xr_lot_list (XrOffice *office, gint64 lot)
{
  GPtrArray *seats = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_lot_seat_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT l.place, min (l.application_id), l.item, ifnull (c.name, l.item), l.part, l.fate"
    " FROM lot_place l LEFT JOIN application a ON a.id = l.application_id"
    " LEFT JOIN candidate c ON c.id = a.candidate_id"
    " WHERE l.lot_id = :lot GROUP BY l.place ORDER BY l.place",
    XR_PARAMS (XR_INT (":lot", lot)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrLotSeat *seat = g_new0 (XrLotSeat, 1);
      seat->place = xr_statement_get_int (row, 0);
      seat->application = xr_statement_get_int (row, 1);
      seat->item = xr_statement_dup_text (row, 2);
      seat->name = xr_statement_dup_text (row, 3);
      seat->part = xr_statement_dup_text (row, 4);
      seat->fate = (XrLotFate) index_of (fates, G_N_ELEMENTS (fates),
                                         xr_statement_get_text (row, 5));
      g_ptr_array_add (seats, seat);
    }
  return seats;
}

char *
xr_lot_dup_room (XrOffice *office, gint64 component, gint64 application)
{
  return xr_sql_text (
    office,
    "SELECT p.part FROM lot_place p JOIN lot l ON l.id = p.lot_id"
    " WHERE l.kind = 'rooms' AND l.component_id = :component"
    " AND p.application_id = :application ORDER BY l.post_id IS NULL",
    XR_PARAMS (XR_INT (":component", component), XR_INT (":application", application)));
}

/* ---- drawing again */

static XrLotShape
shape_of (XrRow *lot)
{
  const char *names = xr_row_get (lot, "parts");
  g_auto (GStrv) parts = names != NULL ? g_strsplit (names, "、", -1) : NULL;

  return (XrLotShape){ .parts = parts != NULL ? g_strv_length (parts) : 1,
                       .seats = (guint) xr_row_get_int (lot, "seats"),
                       .reserves = (guint) xr_row_get_int (lot, "reserves") };
}

static gboolean
place_agrees (const XrLotPlace *place, const XrLotSeat *seat, guint position, char **parts)
{
  const char *part = parts != NULL && place->fate == XR_LOT_DRAWN ? parts[place->part] : NULL;

  /* The items are given in the order drawn, so the right order is that in which they were given. */
  return place->item == position && place->fate == seat->fate && g_strcmp0 (part, seat->part) == 0;
}

gboolean
xr_lot_agrees (XrOffice *office, XrRow *lot)
{
  g_autoptr (GPtrArray) seats = xr_lot_list (office, xr_row_get_id (lot));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = NULL;
  const char *names = xr_row_get (lot, "parts");
  g_auto (GStrv) parts = names != NULL ? g_strsplit (names, "、", -1) : NULL;
  XrLotShape shape = shape_of (lot);

  for (guint i = 0; i < seats->len; i++)
    g_ptr_array_add (items, ((XrLotSeat *) g_ptr_array_index (seats, i))->item);
  places = xr_lot_deal (xr_row_get (lot, "seed"), xr_row_get (lot, "subject"), items, &shape);
  for (guint i = 0; i < seats->len; i++)
    if (!place_agrees (g_ptr_array_index (places, i), g_ptr_array_index (seats, i), i, parts))
      return FALSE;
  return g_strcmp0 (xr_row_get (lot, "algorithm"), XR_LOT_ALGORITHM) == 0;
}

char *
xr_lot_dup_check (XrRow *lot, const XrLotSeat *seat)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = NULL;
  XrLotShape shape = { .parts = 1 };

  g_ptr_array_add (items, seat->item);
  places = xr_lot_deal (xr_row_get (lot, "seed"), xr_row_get (lot, "subject"), items, &shape);
  return g_strndup (((const XrLotPlace *) g_ptr_array_index (places, 0))->digest, CHECK_LENGTH);
}

char *
xr_lot_dup_line (XrRow *lot)
{
  gboolean people = g_strcmp0 (xr_row_get (lot, "kind"), "people") == 0;

  return g_strdup_printf (
    /* Translators: 1 algorithm, 2 seed, 3 what is drawn, 4 "candidate's number" or "name"; \n stands for a
     * line feed and is meant as written */
    _ ("Sort by SHA-256 of: %1$s\\n%2$s\\n%3$s\\n(%4$s)"), xr_row_get (lot, "algorithm"),
    xr_row_get (lot, "seed"), xr_row_get (lot, "subject"),
    people ? C_ ("lot", "name") : C_ ("lot", "candidate's number"));
}

/* ---- the order */

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

/* The lot that says in which order the post comes, 0: none. */
static gint64
find_order (XrOffice *office, gint64 component, gint64 post)
{
  return xr_sql_int (office,
                     "SELECT id FROM lot WHERE kind = 'order'"
                     " AND (component_id = :component AND (post_id = :post OR post_id IS NULL)"
                     "  OR component_id IS NULL AND post_id = :post)"
                     " ORDER BY component_id IS NULL, post_id IS NULL",
                     XR_PARAMS (XR_INT (":component", component), XR_INT (":post", post)), 0);
}

GArray *
xr_lot_order (XrOffice *office, gint64 component, gint64 post)
{
  g_autoptr (GArray) speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT a.id, c.number, l.place FROM application a JOIN candidate c ON c.id = a.candidate_id"
    " LEFT JOIN lot_place l ON l.application_id = a.id AND l.lot_id = :lot"
    " WHERE a.post_id = :post",
    XR_PARAMS (XR_INT (":post", post), XR_INT (":lot", find_order (office, component, post))));

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
