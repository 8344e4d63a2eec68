/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records which dossiers a reader got, and takes the reader's answer in once. */

#include "config.h"

#include "round/review-package.h"

#include "round/command.h"

static gboolean
need_open (XrOffice *office, gint64 round, GError **error)
{
  return xr_office_check_open (office, xr_table_find ("dossier"), round, error);
}

/* ---- giving out */

static gboolean
write_package (XrOffice *office, gint64 round, const XrReviewPackage *package, const char *digest,
               GError **error)
{
  g_autofree char *today = xr_date_to_iso (package->given_on);

  return xr_sql_run (office,
                     "INSERT INTO review_package (round_id, token, digest, reader, position, blind,"
                     " given_on) VALUES (:round, :token, :digest, :reader, :position, :blind,"
                     " :today)",
                     XR_PARAMS (XR_INT (":round", round), XR_TEXT (":token", package->token),
                                XR_TEXT (":digest", digest), XR_TEXT (":reader", package->reader),
                                XR_TEXT (":position", package->position),
                                XR_INT (":blind", package->blind), XR_TEXT (":today", today)),
                     error);
}

static gboolean
write_people (XrOffice *office, const XrReviewPackage *package, GError **error)
{
  for (guint i = 0; i < package->people->len; i++)
    {
      const XrReviewPerson *person = package->people->pdata[i];

      if (!xr_sql_run (office,
                       "INSERT INTO review_opinion (package_id, candidate_id, key, label)"
                       " SELECT id, :candidate, :key, :label FROM review_package"
                       " WHERE token = :token",
                       XR_PARAMS (XR_INT (":candidate", person->candidate),
                                  XR_TEXT (":key", person->key), XR_TEXT (":label", person->label),
                                  XR_TEXT (":token", package->token)),
                       error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_review_package_give (XrOffice *office, gint64 round, const XrReviewPackage *package,
                        const char *digest, GError **error)
{
  g_autofree char *subject = NULL;

  if (!need_open (office, round, error) || !xr_office_begin (office, error))
    return FALSE;
  subject = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u person", "%1$s, %2$u people", package->people->len),
    package->reader, package->people->len);
  return xr_command_finish (office,
                            write_package (office, round, package, digest, error)
                              && write_people (office, package, error),
                            "review-package.give", subject, NULL, round, XR_ENTRY_NORMAL, error);
}

/* ---- taking an answer in */

static gint64
find_package (XrOffice *office, const XrReviewAnswer *answer)
{
  return xr_sql_int (office, "SELECT id FROM review_package WHERE token = :token",
                     XR_PARAMS (XR_TEXT (":token", answer->token)), 0);
}

static gboolean
check_round (XrOffice *office, gint64 round, gint64 package, GError **error)
{
  gint64 of = xr_sql_int (office, "SELECT round_id FROM review_package WHERE id = :id",
                          XR_PARAMS (XR_INT (":id", package)), 0);
  g_autofree char *title = NULL;

  if (of == round)
    return TRUE;
  title = xr_sql_text (office, "SELECT title FROM round WHERE id = :id",
                       XR_PARAMS (XR_INT (":id", of)));
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
               _ ("This answer belongs to the round “%s”. Open that round and take it in there."),
               title);
  return FALSE;
}

static gboolean
check_first (XrOffice *office, gint64 package, const XrReviewAnswer *answer, GError **error)
{
  g_autofree char *on = xr_sql_text (office, "SELECT taken_on FROM review_package WHERE id = :id",
                                     XR_PARAMS (XR_INT (":id", package)));

  if (on == NULL)
    return TRUE;
  g_set_error (
    error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
    _ ("The answer of %1$s was taken in already, on %2$s. If another one is to count, undo "
       "that first."),
    answer->reader, on);
  return FALSE;
}

/* What the reader wrote on an older package may be on dossiers that were changed since. */
static gboolean
check_latest (XrOffice *office, gint64 package, const XrReviewAnswer *answer, GError **error)
{
  XrDate replaced = xr_review_package_replaced_on (office, package);
  g_autofree char *on = xr_date_to_iso (replaced);

  if (!xr_date_is_set (replaced))
    return TRUE;
  g_set_error (
    error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
    _ ("%1$s got a newer package with the same people on %2$s, and this answer is to the "
       "older one. Ask for the answer to the newer one; if the older one is to count, "
       "undo the newer one first."),
    answer->reader, on);
  return FALSE;
}

/* Each person of the package once, and nobody else. */
static gboolean
has_same_people (XrOffice *office, gint64 package, const XrReviewAnswer *answer)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 n = xr_sql_int (office, "SELECT count(*) FROM review_opinion WHERE package_id = :id",
                         XR_PARAMS (XR_INT (":id", package)), 0);

  for (guint i = 0; i < answer->opinions->len; i++)
    {
      const char *key = ((XrReviewOpinion *) answer->opinions->pdata[i])->key;

      if (!g_hash_table_add (keys, (gpointer) key)
          || xr_sql_int (
               office, "SELECT count(*) FROM review_opinion WHERE package_id = :id AND key = :key",
               XR_PARAMS (XR_INT (":id", package), XR_TEXT (":key", key)), 0)
               != 1)
        return FALSE;
    }
  return n == (gint64) answer->opinions->len;
}

static gboolean
is_within_bounds (const XrReviewAnswer *answer)
{
  for (guint i = 0; i < answer->opinions->len; i++)
    {
      const XrReviewOpinion *opinion = answer->opinions->pdata[i];

      if (opinion->marked
          && (opinion->mark.units < 0
              || xr_decimal_compare (opinion->mark, XR_REVIEW_FULL_MARK) > 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_same (XrOffice *office, gint64 package, const XrReviewAnswer *answer, GError **error)
{
  g_autofree char *digest = xr_sql_text (office, "SELECT digest FROM review_package WHERE id = :id",
                                         XR_PARAMS (XR_INT (":id", package)));
  g_autofree char *reader = xr_sql_text (office, "SELECT reader FROM review_package WHERE id = :id",
                                         XR_PARAMS (XR_INT (":id", package)));

  if (g_strcmp0 (digest, answer->digest) == 0 && g_strcmp0 (reader, answer->reader) == 0
      && is_within_bounds (answer) && has_same_people (office, package, answer))
    return TRUE;
  return xr_command_refuse (
    error, XR_ROUND_ERROR_REFUSED,
    _ ("This answer does not fit the package that was given out: one of the "
       "two was changed. Ask the reader to save the answer again from the "
       "package that you sent."));
}

gint64
xr_review_answer_check (XrOffice *office, gint64 round, const XrReviewAnswer *answer,
                        GError **error)
{
  gint64 package = find_package (office, answer);

  if (package == 0)
    {
      xr_command_refuse (
        error, XR_ROUND_ERROR_REFUSED,
        _ ("This answer belongs to no package that stands in this office file. If "
           "it came from another office file, open that one; if giving the package "
           "out was undone here, give it out again."));
      return 0;
    }
  return check_round (office, round, package, error) && check_first (office, package, answer, error)
             && check_latest (office, package, answer, error)
             && check_same (office, package, answer, error) && need_open (office, round, error)
           ? package
           : 0;
}

static gboolean
write_opinion (XrOffice *office, gint64 package, const XrReviewOpinion *opinion, GError **error)
{
  XrParam mark = XR_INT (":mark", opinion->mark.units);
  XrParam conflict = XR_INT (":conflict", opinion->conflict == XR_CONFLICT_DECLARED);

  mark.is_null = !opinion->marked;
  conflict.is_null = opinion->conflict == XR_CONFLICT_UNSAID;
  return xr_sql_run (office,
                     "UPDATE review_opinion SET mark = :mark, opinion = :opinion,"
                     " conflict = :conflict, conflict_reason = :reason"
                     " WHERE package_id = :package AND key = :key",
                     XR_PARAMS (mark, conflict, XR_TEXT (":opinion", opinion->opinion),
                                XR_TEXT (":reason", opinion->conflict_reason),
                                XR_INT (":package", package), XR_TEXT (":key", opinion->key)),
                     error);
}

static gboolean
write_answer (XrOffice *office, gint64 package, const XrReviewAnswer *answer, GError **error)
{
  g_autofree char *saved = xr_date_to_iso (answer->saved_on);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());

  for (guint i = 0; i < answer->opinions->len; i++)
    if (!write_opinion (office, package, answer->opinions->pdata[i], error))
      return FALSE;
  return xr_sql_run (
    office, "UPDATE review_package SET saved_on = :saved, taken_on = :today WHERE id = :id",
    XR_PARAMS (XR_TEXT (":saved", saved), XR_TEXT (":today", today), XR_INT (":id", package)),
    error);
}

gboolean
xr_review_answer_take_in (XrOffice *office, gint64 round, const XrReviewAnswer *answer,
                          GError **error)
{
  gint64 package = xr_review_answer_check (office, round, answer, error);

  if (package == 0 || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, write_answer (office, package, answer, error),
                            "review-package.take-in", answer->reader, NULL, round, XR_ENTRY_NORMAL,
                            error);
}
