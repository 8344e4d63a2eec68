/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads ballots for the report and the pages. Gives them in an order that cannot be traced back to
 * their keying. */

#include "round/ballot-reader.h"

typedef struct
{
  XrBallotHead head;
  guint32 key;
} Shuffled;

static int
compare_shuffled (gconstpointer a, gconstpointer b)
{
  const Shuffled *x = a;
  const Shuffled *y = b;

  if (x->head.post != y->head.post)
    return x->head.post < y->head.post ? -1 : 1;
  if (x->head.group != y->head.group)
    return x->head.group < y->head.group ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->head.id > y->head.id) - (x->head.id < y->head.id);
}

/* The first 32 bits of a digest of the ballot's number: the same at every call, so that two reports of
 * one file are the same. */
static guint32
shuffle_key (gint64 component, const char *number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", component, number);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  digest[8] = '\0';
  return (guint32) g_ascii_strtoull (digest, NULL, 16);
}

GArray *
xr_ballot_heads (XrOffice *office, gint64 component, GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  g_autoptr (XrStatement) query = NULL;
  g_autoptr (GArray) shuffled = g_array_new (FALSE, FALSE, sizeof (Shuffled));
  GArray *heads;
  XrStep step;

  query = xr_database_prepare (
    db,
    "SELECT id, ifnull(post_id, 0), ifnull(group_id, 0), number FROM ballot "
    "WHERE component_id = :component",
    error);
  if (query == NULL)
    return NULL;
  xr_statement_bind_int (query, ":component", component);
  while ((step = xr_statement_step (query, error)) == XR_STEP_ROW)
    {
      Shuffled one = { .head = { .id = xr_statement_get_int (query, 0),
                                 .post = xr_statement_get_int (query, 1),
                                 .group = xr_statement_get_int (query, 2) },
                       .key = shuffle_key (component, xr_statement_get_text (query, 3)) };

      g_array_append_val (shuffled, one);
    }
  if (step == XR_STEP_ERROR)
    return NULL;

  g_array_sort (shuffled, compare_shuffled);
  heads = g_array_sized_new (FALSE, FALSE, sizeof (XrBallotHead), shuffled->len);
  for (guint i = 0; i < shuffled->len; i++)
    g_array_append_val (heads, g_array_index (shuffled, Shuffled, i).head);
  return heads;
}

gboolean
xr_ballot_foreach_mark (XrOffice *office, gint64 ballot, XrBallotMarkFunc func, gpointer data,
                        GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  g_autoptr (XrStatement) query = NULL;
  XrStep step;

  query = xr_database_prepare (
    db, "SELECT candidate_id, dimension_id, points FROM mark WHERE ballot_id = :ballot", error);
  if (query == NULL)
    return FALSE;
  xr_statement_bind_int (query, ":ballot", ballot);
  while ((step = xr_statement_step (query, error)) == XR_STEP_ROW)
    {
      XrDecimal points = { xr_statement_get_int (query, 2) };

      func (xr_statement_get_int (query, 0), xr_statement_get_int (query, 1),
            xr_statement_is_null (query, 2), points, data);
    }
  return step == XR_STEP_DONE;
}

gboolean
xr_ballot_foreach_choice (XrOffice *office, gint64 ballot, XrBallotChoiceFunc func, gpointer data,
                          GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  g_autoptr (XrStatement) query = NULL;
  XrStep step;

  query = xr_database_prepare (
    db, "SELECT place, candidate_id FROM choice WHERE ballot_id = :ballot ORDER BY place", error);
  if (query == NULL)
    return FALSE;
  xr_statement_bind_int (query, ":ballot", ballot);
  while ((step = xr_statement_step (query, error)) == XR_STEP_ROW)
    func ((guint) xr_statement_get_int (query, 0), xr_statement_get_int (query, 1), data);
  return step == XR_STEP_DONE;
}
