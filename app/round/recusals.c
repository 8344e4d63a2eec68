/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings ties and duties together by name. Ties are few and people are few, so each name is looked up and
 * only for a hit the file is asked which applications it concerns. It changes nothing. */
#include "config.h"

#include "round/recusals.h"

#include <glib/gi18n-lib.h>

#include "round/sql.h"
#include "rules/kinship.h"

void
xr_recusal_free (XrRecusal *recusal)
{
  g_free (recusal->name);
  g_free (recusal->task);
  g_free (recusal->about);
  g_free (recusal->post);
  g_free (recusal->why);
  g_free (recusal);
}

/* ---- ties */

typedef struct
{
  gint64 candidate;
  char *text;
  gboolean established, alike;
} Tie;

static void
tie_free (gpointer data)
{
  Tie *tie = data;

  g_free (tie->text);
  g_free (tie);
}

/* @text: taken over */
static void
add_tie (GHashTable *ties, const char *name, gint64 candidate, char *text, gboolean established,
         gboolean alike)
{
  g_autofree char *key = xr_kinship_name_key (name);
  GPtrArray *known = g_hash_table_lookup (ties, key);
  Tie *tie = g_new0 (Tie, 1);

  tie->candidate = candidate;
  tie->text = text;
  tie->established = established;
  tie->alike = alike;
  if (known == NULL)
    {
      known = g_ptr_array_new_with_free_func (tie_free);
      g_hash_table_insert (ties, g_steal_pointer (&key), known);
    }
  g_ptr_array_add (known, tie);
}

static void
add_entered (GHashTable *ties, XrStatement *row)
{
  const char *kind = xr_statement_get_text (row, 2);
  const char *note = xr_statement_get_text (row, 3);
  g_autofree char *word = xr_field_format (xr_table_find_field (xr_table_find ("relation"), "kind"),
                                           kind);

  add_tie (ties, xr_statement_get_text (row, 0), xr_statement_get_int (row, 1),
           /* Translators: a tie, and what was noted of it */
           note[0] != '\0' ? g_strdup_printf (_ ("%1$s: %2$s"), word, note) : g_strdup (word),
           g_strcmp0 (kind, "other") != 0, FALSE);
}

static void
add_relative (GHashTable *ties, XrStatement *row)
{
  const char *relation = xr_statement_get_text (row, 2);
  XrKinship kinship = xr_kinship_of (relation);

  if (kinship == XR_KINSHIP_NONE)
    return;
  add_tie (
    ties, xr_statement_get_text (row, 0), xr_statement_get_int (row, 1),
    /* Translators: what somebody is to the candidate, such as 妻子; the tie, such as 夫妻 */
    g_strdup_printf (_ ("%1$s (%2$s), by the family list"), relation, xr_kinship_word (kinship)),
    FALSE, TRUE);
}

static void
add_declared (GHashTable *ties, XrStatement *row)
{
  const char *reason = xr_statement_get_text (row, 2);

  add_tie (ties, xr_statement_get_text (row, 0), xr_statement_get_int (row, 1),
           g_strdup_printf (
             reason[0] != '\0' ? _ ("conflict declared: %s") : _ ("conflict declared"), reason),
           FALSE, FALSE);
}

static void
add_self (GHashTable *ties, XrStatement *row)
{
  add_tie (ties, xr_statement_get_text (row, 0), xr_statement_get_int (row, 1),
           g_strdup (_ ("has the name of the candidate")), FALSE, TRUE);
}

/* Each gives: the name, the candidate, and what the function reads of it. */
static const struct
{
  const char *sql;
  void (*add) (GHashTable *ties, XrStatement *row);
} sources[] = {
  { "SELECT person, candidate_id, kind, ifnull(note, '') FROM relation"
    " WHERE round_id = :round AND kind <> 'namesake' ORDER BY id",
    add_entered },
  { "SELECT r.name, r.candidate_id, r.relation FROM relative r JOIN candidate c"
    " ON c.id = r.candidate_id WHERE c.round_id = :round AND r.name <> '' ORDER BY r.id",
    add_relative },
  { "SELECT p.reader, o.candidate_id, ifnull(o.conflict_reason, '') FROM review_opinion o"
    " JOIN review_package p ON p.id = o.package_id WHERE p.round_id = :round AND o.conflict = 1"
    " ORDER BY o.id",
    add_declared },
  { "SELECT name, id, '' FROM candidate WHERE round_id = :round ORDER BY id", add_self },
};

/* Names written without blanks → GPtrArray of Tie. */
static GHashTable *
collect_ties (XrOffice *office, gint64 round)
{
  GHashTable *ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (XrStatement) row = xr_sql_rows (office, sources[i].sql,
                                                 XR_PARAMS (XR_INT (":round", round)));
      while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
        sources[i].add (ties, row);
    }
  return ties;
}

/* What people entered as a mere likeness takes the likenesses of that name and candidate away. */
static void
drop_namesakes (XrOffice *office, gint64 round, GHashTable *ties)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT person, candidate_id FROM relation WHERE round_id = :round AND kind = 'namesake'",
    XR_PARAMS (XR_INT (":round", round)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      g_autofree char *key = xr_kinship_name_key (xr_statement_get_text (row, 0));
      GPtrArray *known = g_hash_table_lookup (ties, key);

      for (guint i = known != NULL ? known->len : 0; i > 0; i--)
        {
          const Tie *tie = known->pdata[i - 1];
          if (tie->alike && tie->candidate == xr_statement_get_int (row, 1))
            g_ptr_array_remove_index (known, i - 1);
        }
    }
}

/* ---- duties */

#define PROPOSED                                                                                   \
  " FROM application a WHERE a.candidate_id = :candidate AND a.state = 'active'"                   \
  " AND a.id IN (SELECT application_id FROM shortlist)"

/* people: id, name, task of those who have the duty in @stage. applications: which of a candidate's
 * applications :person has to do with. reason: of the recusal, no row where there is none. done: all
 * recusals, by person and application. */
static const struct
{
  const char *people, *applications, *reason, *done;
} duties[] = {
  [XR_DUTY_JUDGE]
  = { "SELECT j.id, j.name, k.name FROM judge j JOIN component k ON k.id = j.component_id"
      " WHERE k.round_id = :round AND (:stage = 0 OR k.stage = :stage) ORDER BY k.position, k.id,"
      " j.id",
      /* Who was scored by another panel has nothing to do with the judge. */
      "SELECT a.id FROM application a JOIN judge j ON j.post_id = a.post_id AND j.id = :person"
      " WHERE a.candidate_id = :candidate AND a.state = 'active' AND NOT EXISTS (SELECT 1"
      "  FROM score s JOIN judge o ON o.id = s.judge_id WHERE s.application_id = a.id"
      "  AND o.component_id = j.component_id AND o.panel <> j.panel)",
      "SELECT '' FROM score WHERE judge_id = :person AND application_id = :application"
      " AND value IS NULL",
      "SELECT DISTINCT s.judge_id, s.application_id FROM score s JOIN judge j ON j.id = s.judge_id"
      " JOIN component k ON k.id = j.component_id WHERE k.round_id = :round"
      " AND (:stage = 0 OR k.stage = :stage) AND s.value IS NULL ORDER BY 1, 2" },
  [XR_DUTY_INSPECTOR]
  = { "SELECT id, name, '' FROM team_member WHERE round_id = :round AND :stage IN (0, 7)"
      " ORDER BY id",
      "SELECT a.id" PROPOSED " AND :person <> 0",
      "SELECT reason FROM team_recusal WHERE team_member_id = :person"
      " AND application_id = :application",
      "SELECT r.team_member_id, r.application_id FROM team_recusal r JOIN team_member t"
      " ON t.id = r.team_member_id WHERE t.round_id = :round AND :stage IN (0, 7) ORDER BY 1, 2" },
  [XR_DUTY_MEMBER]
  = { "SELECT t.id, t.name, m.held_on FROM attendee t JOIN meeting m ON m.id = t.meeting_id"
      " WHERE m.round_id = :round AND t.member = 1 AND t.present = 1 AND :stage IN (0, 8)"
      " ORDER BY m.held_on, m.id, t.id",
      /* The meeting voted on it, or it will: the last one has before it what no meeting voted on. */
      "SELECT a.id FROM application a JOIN attendee t ON t.id = :person JOIN meeting m"
      " ON m.id = t.meeting_id WHERE a.candidate_id = :candidate AND (EXISTS (SELECT 1 FROM vote"
      "  WHERE meeting_id = m.id AND application_id = a.id) OR (a.id IN (SELECT a.id" PROPOSED
      "  ) AND NOT EXISTS (SELECT 1 FROM vote WHERE application_id = a.id) AND m.id = (SELECT id"
      "  FROM meeting WHERE round_id = m.round_id ORDER BY held_on DESC, id DESC LIMIT 1)))",
      "SELECT reason FROM recusal WHERE attendee_id = :person AND application_id = :application",
      "SELECT r.attendee_id, r.application_id FROM recusal r JOIN attendee t"
      " ON t.id = r.attendee_id JOIN meeting m ON m.id = t.meeting_id WHERE m.round_id = :round"
      " AND :stage IN (0, 8) ORDER BY 1, 2" },
};

typedef struct
{
  XrOffice *office;
  GHashTable *ties;
  GPtrArray *found; /* XrRecusal */
} Search;

static void
fill_names (XrOffice *office, XrRecusal *recusal)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT c.id, c.name, p.name FROM application a JOIN candidate c ON c.id = a.candidate_id"
    " JOIN post p ON p.id = a.post_id WHERE a.id = :application",
    XR_PARAMS (XR_INT (":application", recusal->application)));

  if (row == NULL || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return;
  recusal->candidate = xr_statement_get_int (row, 0);
  recusal->about = xr_statement_dup_text (row, 1);
  recusal->post = xr_statement_dup_text (row, 2);
}

static XrRecusal *
add_recusal (Search *self, XrDuty duty, XrStatement *person, gint64 application)
{
  XrRecusal *recusal = g_new0 (XrRecusal, 1);
  const XrParam params[] = { XR_INT (":person", xr_statement_get_int (person, 0)),
                             XR_INT (":application", application),
                             { NULL } };

  recusal->duty = duty;
  recusal->person = xr_statement_get_int (person, 0);
  recusal->name = xr_statement_dup_text (person, 1);
  recusal->task = xr_statement_dup_text (person, 2);
  recusal->application = application;
  recusal->why = xr_sql_text (self->office, duties[duty].reason, params);
  recusal->done = recusal->why != NULL;
  recusal->marked = duty == XR_DUTY_JUDGE
                    && xr_sql_int (self->office,
                                   "SELECT count(*) FROM score WHERE judge_id = :person"
                                   " AND application_id = :application AND value IS NOT NULL",
                                   params, 0)
                         > 0;
  fill_names (self->office, recusal);
  g_ptr_array_add (self->found, recusal);
  return recusal;
}

static XrRecusal *
find_recusal (Search *self, XrDuty duty, gint64 person, gint64 application)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      XrRecusal *recusal = self->found->pdata[i];
      if (recusal->duty == duty && recusal->person == person && recusal->application == application)
        return recusal;
    }
  return NULL;
}

/* Several ties of one pair become one line; with a tie it is the tie that says why. */
static void
add_reason (XrRecusal *recusal, const Tie *tie, gboolean first)
{
  char *joined = first ? g_strdup (tie->text)
                       : g_strdup_printf (_ ("%1$s; %2$s"), recusal->why, tie->text);

  g_free (recusal->why);
  recusal->why = joined;
  recusal->established = recusal->established || tie->established;
  recusal->alike = (first || recusal->alike) && tie->alike;
}

static void
follow_tie (Search *self, XrDuty duty, XrStatement *person, const Tie *tie)
{
  g_autoptr (GArray) applications = xr_sql_ids (
    self->office, duties[duty].applications,
    XR_PARAMS (XR_INT (":person", xr_statement_get_int (person, 0)),
               XR_INT (":candidate", tie->candidate)));

  for (guint i = 0; i < applications->len; i++)
    {
      gint64 application = g_array_index (applications, gint64, i);
      XrRecusal *known = find_recusal (self, duty, xr_statement_get_int (person, 0), application);

      add_reason (known != NULL ? known : add_recusal (self, duty, person, application), tie,
                  known == NULL);
    }
}

/* What was recorded without a tie that is known here. */
static void
add_done (Search *self, XrDuty duty, XrStatement *person, GPtrArray *done)
{
  for (guint i = 0; i < done->len; i++)
    {
      const gint64 *pair = done->pdata[i];
      if (pair[0] == xr_statement_get_int (person, 0)
          && find_recusal (self, duty, pair[0], pair[1]) == NULL)
        add_recusal (self, duty, person, pair[1]);
    }
}

/* Person and application of every recusal of that duty. */
static GPtrArray *
collect_done (XrOffice *office, gint64 round, XrDuty duty, XrStage stage)
{
  GPtrArray *done = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, duties[duty].done, XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      gint64 *pair = g_new (gint64, 2);
      pair[0] = xr_statement_get_int (row, 0);
      pair[1] = xr_statement_get_int (row, 1);
      g_ptr_array_add (done, pair);
    }
  return done;
}

static void
search_duty (Search *self, gint64 round, XrDuty duty, XrStage stage)
{
  g_autoptr (GPtrArray) done = collect_done (self->office, round, duty, stage);
  g_autoptr (XrStatement) person = xr_sql_rows (
    self->office, duties[duty].people,
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));

  while (person != NULL && xr_statement_step (person, NULL) == XR_STEP_ROW)
    {
      g_autofree char *key = xr_kinship_name_key (xr_statement_get_text (person, 1));
      const GPtrArray *ties = g_hash_table_lookup (self->ties, key);

      for (guint i = 0; ties != NULL && i < ties->len; i++)
        follow_tie (self, duty, person, ties->pdata[i]);
      add_done (self, duty, person, done);
    }
}

GPtrArray *
xr_recusals (XrOffice *office, gint64 round, XrStage stage)
{
  g_autoptr (GHashTable) ties = collect_ties (office, round);
  Search self = { office, ties, g_ptr_array_new_with_free_func ((GDestroyNotify) xr_recusal_free) };

  drop_namesakes (office, round, ties);
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    search_duty (&self, round, (XrDuty) i, stage);
  return self.found;
}

/* ---- conditions */

static GPtrArray *
describe_due (GPtrArray *recusals, gboolean entered, gboolean told)
{
  GPtrArray *due = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < recusals->len; i++)
    {
      const XrRecusal *recusal = recusals->pdata[i];
      if (!recusal->done && (recusal->established ? entered : told))
        /* Translators: who judges, inspects or decides; the candidate; the tie */
        g_ptr_array_add (due, g_strdup_printf (_ ("%1$s (of %2$s: %3$s)"), recusal->name,
                                               recusal->about, recusal->why));
    }
  return due;
}

GPtrArray *
xr_recusals_due (XrOffice *office, gint64 round, XrStage stage)
{
  g_autoptr (GPtrArray) recusals = xr_recusals (office, round, stage);

  return describe_due (recusals, TRUE, TRUE);
}

void
xr_gate_list_add_recusals (XrGateList *list, XrStage stage)
{
  g_autoptr (GPtrArray) recusals = xr_recusals (list->office, list->round, stage);
  g_autoptr (GPtrArray) entered = describe_due (recusals, TRUE, FALSE);
  g_autoptr (GPtrArray) told = describe_due (recusals, FALSE, TRUE);

  xr_gate_list_add_names (list, "recusals-entered", _ ("Whoever is known to have a tie recused"),
                          _ ("Have a tie to a candidate and have not recused (%u): %s."),
                          XR_PLACE_RECUSALS, entered);
  xr_gate_list_add_names (list, "recusals", _ ("Those with ties to candidates have recused"),
                          _ ("Seem to have ties to a candidate and have not recused (%u): %s."),
                          XR_PLACE_RECUSALS, told);
  xr_gate_list_make_warning (list);
}
