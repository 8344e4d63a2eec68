/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing lots for the file: who is in the lot, how it is dealt, and what is written. The draw itself is
 * rules/lot.h. */

#include "config.h"

#include "round/command.h"
#include "round/lots.h"

#define MOST_PARTS  99
#define MOST_PEOPLE 999

/* In the hash and on paper, so the same in every language. */
static const char *const kind_words[] = { "出场顺序", "考场分组", "人员抽取" };

/* A draw that is being made. */
typedef struct
{
  const XrLotScope *scope;
  gint64 round, earlier; /* @earlier: the lot that this one replaces, 0: none */
  char *subject, *seed, *by, *reason;
  GPtrArray *items; /* char * */
  GPtrArray *parts; /* char *; none: one part without a name */
  XrLotShape shape;
} Draw;

static void
draw_clear (Draw *draw)
{
  g_free (draw->subject);
  g_free (draw->seed);
  g_free (draw->by);
  g_free (draw->reason);
  g_clear_pointer (&draw->items, g_ptr_array_unref);
  g_clear_pointer (&draw->parts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draw, draw_clear)

static gboolean
refuse (GError **error, char *sentence)
{
  g_autofree char *owned = sentence;

  return xr_command_refuse (error, XR_ROUND_ERROR_VALUE, owned);
}

/* ---- what was typed */

/* Names divided by commas or line ends; @twice: one of them that stands there twice, if any. */
static GPtrArray *
split_names (const char *text, const char **twice)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_regex_split_simple ("[、，,;；\\r\\n\\t]+", text != NULL ? text : "", 0,
                                                0);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *name = xr_text_strip (pieces[i]);
      if (name[0] != '\0' && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        *twice = name;
      g_ptr_array_add (names, name);
      if (name[0] == '\0')
        g_ptr_array_remove_index (names, names->len - 1);
    }
  return names;
}

/* "3": so many parts with names of their own. */
static gboolean
name_parts (Draw *draw, guint64 n, GError **error)
{
  const char *words = draw->scope->kind == XR_LOT_ROOMS ? _ ("Room %u") : _ ("Group %u");

  if (n < 1 || n > MOST_PARTS)
    return refuse (error, g_strdup_printf (_ ("Write a number of rooms or groups from 1 to %u, or "
                                              "their names divided by commas."),
                                           MOST_PARTS));
  g_ptr_array_set_size (draw->parts, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (draw->parts, g_strdup_printf (words, i + 1));
  return TRUE;
}

static gboolean
refuse_twice (const char *name, GError **error)
{
  return refuse (error,
                 g_strdup_printf (_ ("“%s” stands in the list twice. Tell the two apart, for "
                                     "example by their units, or take one out."),
                                  name));
}

static gboolean
read_parts (Draw *draw, const XrLotWish *wish, GError **error)
{
  const char *twice = NULL;
  guint64 n = 0;

  draw->parts = split_names (draw->scope->kind == XR_LOT_ORDER ? NULL : wish->parts, &twice);
  if (twice != NULL)
    return refuse_twice (twice, error);
  if (draw->parts->len == 1
      && g_ascii_string_to_unsigned (g_ptr_array_index (draw->parts, 0), 10, 0, G_MAXUINT, &n, NULL)
      && !name_parts (draw, n, error))
    return FALSE;
  if (draw->parts->len > MOST_PARTS)
    return name_parts (draw, draw->parts->len, error);
  if (draw->scope->kind == XR_LOT_ROOMS && draw->parts->len < 2)
    return refuse (error, g_strdup (_ ("Write the names of two or more rooms or groups, divided by "
                                       "commas, or how many there are.")));
  draw->shape.parts = MAX (draw->parts->len, 1);
  return TRUE;
}

static gboolean
read_number (const char *text, guint least, guint *number, const char *sentence, GError **error)
{
  g_autofree char *clean = xr_text_clean (text != NULL ? text : "");
  guint64 value = 0;

  if (clean[0] == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (clean, 10, least, MOST_PEOPLE, &value, NULL))
    return refuse (error, g_strdup_printf (sentence, MOST_PEOPLE));
  *number = (guint) value;
  return TRUE;
}

static gboolean
read_pool (Draw *draw, const XrLotWish *wish, GError **error)
{
  const char *twice = NULL;

  draw->items = split_names (wish->pool, &twice);
  if (twice != NULL)
    return refuse_twice (twice, error);
  if (draw->items->len == 0)
    return refuse (error, g_strdup (_ ("Write the names of the pool, one a line or divided by "
                                       "commas.")));
  if (!read_number (wish->seats, 1, &draw->shape.seats,
                    _ ("How many are drawn is a whole number from 1 to %u; leave it empty to deal "
                       "everybody."),
                    error)
      || !read_number (wish->reserves, 0, &draw->shape.reserves,
                       _ ("How many stand by is a whole number from 0 to %u."), error))
    return FALSE;
  if (draw->shape.seats == 0 && draw->shape.reserves > 0)
    return refuse (error, g_strdup (_ ("Write how many are drawn before those who stand by; else "
                                       "everybody is drawn and nobody is left.")));
  return TRUE;
}

/* ---- who is in the lot */

/* Whether a component before that of the lot has cut the application. */
static gboolean
is_cut (const XrCase *contest, const XrResult *result, gint64 component, gint64 application)
{
  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < post->standings->len; j++)
        {
          const XrStanding *standing = g_ptr_array_index (post->standings, j);
          const XrApplication *applied = &g_array_index (contest->applications, XrApplication,
                                                         standing->application);
          if (applied->id != application || standing->cut_by < 0)
            continue;
          for (guint c = standing->cut_by + 1; c < contest->plan->components->len; c++)
            if (((XrComponent *) g_ptr_array_index (contest->plan->components, c))->id == component)
              return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_candidates (Draw *draw, XrOffice *office, GError **error)
{
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (office, draw->round, &contest, NULL);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT DISTINCT a.id, c.number FROM application a JOIN candidate c ON c.id = a.candidate_id"
    " JOIN post p ON p.id = a.post_id WHERE p.round_id = :round AND p.cancelled = 0"
    " AND (:post IS NULL OR p.id = :post) AND a.state = 'active' ORDER BY a.id",
    XR_PARAMS (XR_INT (":round", draw->round), XR_ID (":post", draw->scope->post)));

  draw->items = g_ptr_array_new_with_free_func (g_free);
  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      const char *number = xr_statement_get_text (row, 1);
      if (!is_cut (contest, result, draw->scope->component, xr_statement_get_int (row, 0))
          && !g_ptr_array_find_with_equal_func (draw->items, number, g_str_equal, NULL))
        g_ptr_array_add (draw->items, g_strdup (number));
    }
  if (draw->items->len > 0)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            draw->scope->post != 0
                              ? _ ("Nobody has applied for this post; there is nothing to draw.")
                              : _ ("No candidate is in the running; there is nothing to draw."));
}

static gboolean
check_enough (const Draw *draw, GError **error)
{
  guint need = xr_lot_shape_need (&draw->shape);

  if (need <= draw->items->len)
    return TRUE;
  return refuse (
    error, draw->scope->kind == XR_LOT_PEOPLE
             ? g_strdup_printf (_ ("The pool has %1$u people, and %2$u are needed. Write more "
                                   "names, or draw fewer."),
                                draw->items->len, need)
             : g_strdup_printf (_ ("There are %1$u candidates for %2$u rooms or groups. Take "
                                   "fewer of these."),
                                draw->items->len, need));
}

/* ---- the draw */

static char *
dup_subject (XrOffice *office, const XrLotScope *scope)
{
  g_autofree char *post = xr_command_name_of (office, "post", scope->post);
  g_autofree char *component = xr_command_name_of (office, "component", scope->component);

  if (scope->component == 0)
    return g_steal_pointer (&post);
  return g_strconcat (component, "·", kind_words[scope->kind], scope->post != 0 ? "·" : "", post,
                      NULL);
}

static gboolean
check_open (Draw *draw, XrOffice *office, GError **error)
{
  const XrLotScope *scope = draw->scope;
  gint64 stage = xr_sql_int (office, "SELECT stage FROM component WHERE id = :id",
                             XR_PARAMS (XR_INT (":id", scope->component)), XR_STAGE_SPEECH);

  draw->round = scope->component != 0
                  ? xr_command_round_of_component (office, scope->component, error)
                  : xr_command_round_of_post (office, scope->post, error);
  return draw->round != 0 && xr_command_check_stage (office, draw->round, (XrStage) stage, error);
}

static gboolean
read_wish (Draw *draw, XrOffice *office, const XrLotWish *wish, GError **error)
{
  g_autoptr (XrRow) earlier = xr_lot_find (office, draw->scope);

  draw->seed = xr_text_strip (wish->seed);
  draw->by = xr_text_strip (wish->by);
  draw->reason = xr_text_strip (wish->reason);
  draw->subject = dup_subject (office, draw->scope);
  draw->earlier = earlier != NULL ? xr_row_get_id (earlier) : 0;
  return xr_command_need_text (draw->seed, _ ("Write the seed that was made in the room."), error)
         && xr_command_need_text (draw->by, _ ("Write who draws the lots."), error)
         && (draw->earlier == 0
             || xr_command_need_text (
               draw->reason, _ ("This was drawn before. Write why it is drawn again."), error))
         && read_parts (draw, wish, error)
         && (draw->scope->kind == XR_LOT_PEOPLE ? read_pool (draw, wish, error)
                                                : read_candidates (draw, office, error))
         && check_enough (draw, error);
}

static gboolean
forget_earlier (const Draw *draw, XrOffice *office, GError **error)
{
  return xr_sql_run (office, "DELETE FROM lot_place WHERE lot_id = :lot",
                     XR_PARAMS (XR_INT (":lot", draw->earlier)), error)
         && xr_sql_run (office, "DELETE FROM lot WHERE id = :lot",
                        XR_PARAMS (XR_INT (":lot", draw->earlier)), error);
}

static gboolean
write_lot (const Draw *draw, XrOffice *office, GError **error)
{
  g_autofree char *today = xr_today_iso ();
  g_autofree char *parts = NULL;

  g_ptr_array_add (draw->parts, NULL);
  parts = g_strjoinv ("、", (char **) draw->parts->pdata);
  g_ptr_array_set_size (draw->parts, (int) draw->parts->len - 1);
  return xr_sql_run (
    office,
    "INSERT INTO lot (round_id, kind, component_id, post_id, subject, seed, algorithm, parts,"
    "  seats, reserves, drawn_on, drawn_by, reason)"
    " VALUES (:round, :kind, :component, :post, :subject, :seed, :algorithm, nullif (:parts, ''),"
    "  :seats, :reserves, :today, :by, :reason)",
    XR_PARAMS (XR_INT (":round", draw->round),
               XR_TEXT (":kind", xr_lot_kind_id (draw->scope->kind)),
               XR_ID (":component", draw->scope->component), XR_ID (":post", draw->scope->post),
               XR_TEXT (":subject", draw->subject), XR_TEXT (":seed", draw->seed),
               XR_TEXT (":algorithm", XR_LOT_ALGORITHM), XR_TEXT (":parts", parts),
               XR_ID (":seats", draw->shape.seats), XR_ID (":reserves", draw->shape.reserves),
               XR_TEXT (":today", today), XR_TEXT (":by", draw->by),
               XR_TEXT (":reason", draw->earlier != 0 ? draw->reason : NULL)),
    error);
}

static const char *
part_of (const Draw *draw, const XrLotPlace *drawn)
{
  gboolean named = drawn->fate == XR_LOT_DRAWN && draw->parts->len > 0;

  return named ? g_ptr_array_index (draw->parts, drawn->part) : NULL;
}

static gboolean
write_name (const Draw *draw, XrOffice *office, gint64 lot, guint place, const XrLotPlace *drawn,
            GError **error)
{
  return xr_sql_run (office,
                     "INSERT INTO lot_place (lot_id, place, item, fate, part)"
                     " VALUES (:lot, :place, :item, :fate, :part)",
                     XR_PARAMS (XR_INT (":lot", lot), XR_INT (":place", place),
                                XR_TEXT (":item", g_ptr_array_index (draw->items, drawn->item)),
                                XR_TEXT (":fate", xr_lot_fate_id (drawn->fate)),
                                XR_TEXT (":part", part_of (draw, drawn))),
                     error);
}

/* A row for each application that is drawn. */
static gboolean
write_candidate (const Draw *draw, XrOffice *office, gint64 lot, guint place,
                 const XrLotPlace *drawn, GError **error)
{
  return xr_sql_run (office,
                     "INSERT INTO lot_place (lot_id, place, item, fate, part, application_id)"
                     " SELECT :lot, :place, :item, :fate, :part, a.id FROM application a"
                     " JOIN candidate c ON c.id = a.candidate_id JOIN post p ON p.id = a.post_id"
                     " WHERE p.round_id = :round AND p.cancelled = 0 AND c.number = :item"
                     " AND (:post IS NULL OR p.id = :post) AND a.state = 'active'",
                     XR_PARAMS (XR_INT (":lot", lot), XR_INT (":place", place),
                                XR_TEXT (":item", g_ptr_array_index (draw->items, drawn->item)),
                                XR_TEXT (":fate", xr_lot_fate_id (drawn->fate)),
                                XR_TEXT (":part", part_of (draw, drawn)),
                                XR_INT (":round", draw->round), XR_ID (":post", draw->scope->post)),
                     error);
}

static gboolean
write_draw (const Draw *draw, XrOffice *office, GError **error)
{
  g_autoptr (GPtrArray) places = xr_lot_deal (draw->seed, draw->subject, draw->items, &draw->shape);
  gboolean (*write) (const Draw *, XrOffice *, gint64, guint, const XrLotPlace *, GError **)
    = draw->scope->kind == XR_LOT_PEOPLE ? write_name : write_candidate;
  gint64 lot = 0;

  if (!forget_earlier (draw, office, error) || !write_lot (draw, office, error))
    return FALSE;
  lot = xr_database_last_id (xr_office_get_database (office));
  for (guint i = 0; i < places->len; i++)
    if (!write (draw, office, lot, i + 1, g_ptr_array_index (places, i), error))
      return FALSE;
  return TRUE;
}

gboolean
xr_lot_draw (XrOffice *office, const XrLotScope *scope, const XrLotWish *wish, GError **error)
{
  g_auto (Draw) draw = { .scope = scope, .shape = { .parts = 1 } };

  g_return_val_if_fail (scope->component != 0 || (scope->kind == XR_LOT_ORDER && scope->post != 0),
                        FALSE);
  if (!check_open (&draw, office, error) || !read_wish (&draw, office, wish, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, write_draw (&draw, office, error), "lot.draw", draw.subject,
                            draw.earlier != 0 ? draw.reason : NULL, draw.round, XR_ENTRY_NORMAL,
                            error);
}

/* ---- judges */

static gboolean
is_judge (XrOffice *office, gint64 component, gint64 post, const char *panel, const char *name)
{
  return xr_sql_int (office,
                     "SELECT count(*) FROM judge WHERE component_id = :component"
                     " AND post_id = :post AND panel = :panel AND name = :name",
                     XR_PARAMS (XR_INT (":component", component), XR_INT (":post", post),
                                XR_TEXT (":panel", panel), XR_TEXT (":name", name)),
                     0)
         > 0;
}

/* Those who were drawn, as judges of one post; −1 with @error. */
static int
seat_for_post (XrOffice *office, GPtrArray *seats, gint64 component, gint64 post, GError **error)
{
  int came = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const XrLotSeat *seat = g_ptr_array_index (seats, i);
      const char *panel = seat->part != NULL ? seat->part : "";
      g_autoptr (XrRow) row = NULL;

      if (seat->fate != XR_LOT_DRAWN || is_judge (office, component, post, panel, seat->name))
        continue;
      row = xr_row_new (xr_table_find ("judge"), component);
      xr_row_set (row, "name", seat->name);
      xr_row_set (row, "panel", panel);
      xr_row_set_int (row, "post_id", post);
      if (!xr_office_write (office, row, error))
        return -1;
      came++;
    }
  return came;
}

static int
seat_all (XrOffice *office, XrRow *lot, gint64 round, GError **error)
{
  g_autoptr (GPtrArray) seats = xr_lot_list (office, xr_row_get_id (lot));
  g_autoptr (GArray) posts = xr_sql_ids (
    office,
    "SELECT id FROM post WHERE round_id = :round AND cancelled = 0"
    " AND (:post IS NULL OR id = :post) ORDER BY id",
    XR_PARAMS (XR_INT (":round", round), XR_ID (":post", xr_row_get_int (lot, "post_id"))));
  int came = 0;

  for (guint i = 0; i < posts->len; i++)
    {
      int more = seat_for_post (office, seats, xr_row_get_int (lot, "component_id"),
                                g_array_index (posts, gint64, i), error);
      if (more < 0)
        return -1;
      came += more;
    }
  return came;
}

int
xr_lot_seat_judges (XrOffice *office, gint64 id, GError **error)
{
  g_autoptr (XrRow) lot = xr_office_load (office, xr_table_find ("lot"), id, error);
  gint64 round = lot != NULL ? xr_row_get_owner (lot) : 0;
  int came = 0;

  if (lot == NULL || !xr_office_begin (office, error))
    return -1;
  came = seat_all (office, lot, round, error);
  if (came <= 0)
    {
      xr_office_rollback (office);
      return came;
    }
  return xr_command_finish (office, TRUE, "judge.add", xr_row_get (lot, "subject"), NULL, round,
                            XR_ENTRY_NORMAL, error)
           ? came
           : -1;
}
