/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook whole: which sheets there are, in what order they are read, what they share, what
 * can be checked only at the end. It writes nothing anywhere. */
#include "config.h"

#include "exchange/workbook-book.h"

#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of their references: who is named stands before who names. */
static const XrSheet *const sheets[] = {
  &xr_sheet_settings,   &xr_sheet_posts,  &xr_sheet_rules,  &xr_sheet_components,
  &xr_sheet_dimensions, &xr_sheet_grades, &xr_sheet_places, &xr_sheet_groups,
  &xr_sheet_people,     &xr_sheet_scores, &xr_sheet_marks,  &xr_sheet_tallies,
  &xr_sheet_choices,    &xr_sheet_votes,  &xr_sheet_direct,
};

/* g_int64_hash() would drop the first number of a pair. */
static guint
hash_pair (gconstpointer key)
{
  guint64 mixed = *(const guint64 *) key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (mixed >> 32);
}

static void
init_tables (XrBook *self)
{
  self->posts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->components = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->component_notes = g_array_new (FALSE, TRUE, sizeof (XrComponentNote));
  self->keys = g_string_chunk_new (4096);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->id_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->candidate_notes = g_array_new (FALSE, TRUE, sizeof (XrCandidateNote));
  self->applications = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, NULL);
  self->judges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->recusals = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, g_free);
  self->panels = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, g_free);
  self->scores = xr_key_set_new ();
  self->direct_scores = xr_key_set_new ();
  self->votes = xr_key_set_new ();
  self->tallies = xr_key_set_new ();
  self->marks = xr_key_set_new ();
  self->counted = xr_key_set_new ();
  self->told = xr_key_set_new ();
  self->changed = xr_key_set_new ();
  self->wishes = xr_key_set_new ();
  self->ballots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last.ballot = -1;
}

void
xr_book_begin (XrBook *self, XrIntake *intake)
{
  init_tables (self);
  self->intake = intake;
  self->contest = intake->contest;
  self->plan = self->contest->plan;
}

void
xr_book_clear (XrBook *self)
{
  g_clear_pointer (&self->xlsx, xr_xlsx_free);
  g_clear_pointer (&self->intake, xr_intake_free);
  g_clear_pointer (&self->setting_rows, g_ptr_array_unref);
  g_hash_table_unref (self->posts);
  g_hash_table_unref (self->components);
  g_array_unref (self->component_notes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->id_numbers);
  g_string_chunk_free (self->keys);
  g_array_unref (self->candidate_notes);
  g_hash_table_unref (self->applications);
  g_hash_table_unref (self->judges);
  g_hash_table_unref (self->recusals);
  g_hash_table_unref (self->panels);
  xr_key_set_free (self->scores);
  xr_key_set_free (self->direct_scores);
  xr_key_set_free (self->votes);
  xr_key_set_free (self->tallies);
  xr_key_set_free (self->marks);
  xr_key_set_free (self->counted);
  xr_key_set_free (self->told);
  xr_key_set_free (self->changed);
  xr_key_set_free (self->wishes);
  g_hash_table_unref (self->ballots);
  g_free (self->last.number);
}

/* ------------------------------------------------------------------ the round that is there */

static void
index_people (XrBook *self)
{
  XrCandidateNote note = { .number_given = TRUE };

  for (guint i = 0; i < self->contest->candidates->len; i++)
    {
      const XrCandidate *candidate = self->contest->candidates->pdata[i];

      xr_book_index_candidate (self, (int) i);
      g_array_append_val (self->candidate_notes, note);
      xr_book_index_number (self, candidate->number, (int) i);
      if (candidate->id_number != NULL)
        xr_book_index_id_number (self, (int) i);
    }
  for (guint i = 0; i < self->contest->applications->len; i++)
    xr_book_index_application (self, (int) i);
}

static void
index_judges (XrBook *self)
{
  for (guint i = 0; i < self->contest->judges->len; i++)
    {
      const XrJudge *judge = self->contest->judges->pdata[i];
      g_autofree char *panel = xr_text_clean (judge->panel);
      g_autofree char *name = xr_text_clean (judge->name);

      g_hash_table_insert (
        self->judges, g_strdup_printf ("%d %d %s\n%s", judge->component, judge->post, panel, name),
        GINT_TO_POINTER ((int) i + 1));
    }
  for (guint i = 0; i < self->contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (self->contest->scores, XrScore, i);
      const XrJudge *judge = self->contest->judges->pdata[score->judge];

      xr_key_set_add (self->scores, score->judge, score->application, score->dimension, 0);
      xr_book_note_recusal (self, score, judge->component);
      g_hash_table_insert (self->panels, xr_pack (judge->component, score->application),
                           xr_text_clean (judge->panel));
    }
}

static void
index_evidence (XrBook *self)
{
  for (guint i = 0; i < self->contest->direct_scores->len; i++)
    {
      const XrDirectScore *score = &g_array_index (self->contest->direct_scores, XrDirectScore, i);

      xr_key_set_add (self->direct_scores, score->component, score->candidate, score->dimension, 0);
    }
  for (guint i = 0; i < self->contest->votes->len; i++)
    {
      const XrVote *vote = &g_array_index (self->contest->votes, XrVote, i);

      xr_key_set_add (self->votes, vote->component, vote->group, vote->candidate, 0);
    }
}

void
xr_book_index_base (XrBook *self)
{
  for (guint i = 0; i < self->plan->posts->len; i++)
    xr_book_index_post (self, (int) i);
  for (guint i = 0; i < self->plan->components->len; i++)
    xr_book_index_component (self, (int) i);
  index_people (self);
  index_judges (self);
  index_evidence (self);
  xr_book_index_ballots (self);
}

/* ------------------------------------------------------------------ the sheets */

static const XrSheet *
find_sheet (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (strcmp (sheets[i]->name, name) == 0)
      return sheets[i];
  return NULL;
}

static gboolean
is_exempt (const char *name)
{
  return name[0] == '#' || g_str_has_prefix (name, "＃");
}

/* The index of the sheet in the book, or −1. */
static int
find_in_book (XrBook *self, const XrSheet *sheet)
{
  for (guint i = 0; i < xr_xlsx_get_n_sheets (self->xlsx); i++)
    {
      g_autofree char *name = xr_text_clean (xr_xlsx_get_sheet_name (self->xlsx, i));

      if (strcmp (name, sheet->name) == 0)
        return (int) i;
    }
  return -1;
}

static void
check_sheet_names (XrBook *self)
{
  for (guint i = 0; i < xr_xlsx_get_n_sheets (self->xlsx); i++)
    {
      const char *title = xr_xlsx_get_sheet_name (self->xlsx, i);
      g_autofree char *name = xr_text_clean (title);
      const XrSheet *sheet = find_sheet (name);

      if (is_exempt (name))
        continue;
      if (sheet == NULL)
        xr_faults_add (self->faults, title, i + 1, 0, NULL,
                       _ ("there is no such sheet in a workbook for a round; a sheet of your own "
                          "has a name that begins with #"));
      else if (find_in_book (self, sheet) != (int) i)
        xr_faults_add (self->faults, title, i + 1, 0, NULL, _ ("this sheet stands twice"));
    }
}

/* What can't be judged any more after a sheet that couldn't be read whole. */
static void
note_incomplete (XrBook *self, const XrSheet *sheet)
{
  if (sheet == &xr_sheet_settings)
    self->title_bad = self->components_incomplete = self->lists_incomplete = TRUE;
  else if (sheet == &xr_sheet_posts)
    self->posts_incomplete = TRUE;
  else if (sheet == &xr_sheet_components)
    self->components_incomplete = TRUE;
  else if (sheet == &xr_sheet_dimensions || sheet == &xr_sheet_grades || sheet == &xr_sheet_places
           || sheet == &xr_sheet_groups)
    self->lists_incomplete = TRUE;
  else if (sheet == &xr_sheet_people)
    self->people_incomplete = TRUE;
}

static gboolean
has_setting (XrBook *self)
{
  return self->intake->title != NULL;
}

static void
read_sheets (XrBook *self, GCancellable *cancellable)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      int index = find_in_book (self, sheets[i]);

      if (self->faults->len >= XR_FAULTS_MAX || g_cancellable_is_cancelled (cancellable))
        return;
      if (index >= 0
          && !xr_sheet_read (sheets[i], self->xlsx, (guint) index, self, cancellable, self->faults))
        note_incomplete (self, sheets[i]);
      if (sheets[i] == &xr_sheet_posts)
        xr_intake_apply_rank_rules (self->intake);
    }
}

/* A new round needs a sheet 方案 with a title. */
static void
check_title (XrBook *self)
{
  int index = find_in_book (self, &xr_sheet_settings);

  if (self->is_addition)
    return;
  if (index < 0)
    xr_faults_add (self->faults, xr_sheet_settings.name, 0, 0, NULL,
                   _ ("a new round needs this sheet, and it is missing"));
  else if (!has_setting (self) && !self->title_bad)
    xr_faults_add (self->faults, xr_sheet_settings.name, (guint) index + 1, 0, "项目",
                   _ ("the title of the round, 名称, is missing"));
}

static void
read_book (XrBook *self, GCancellable *cancellable)
{
  check_sheet_names (self);
  read_sheets (self, cancellable);
  check_title (self);
  xr_book_check_settings (self);
  xr_book_check_components (self);
}

XrIntake *
xr_workbook_read (const char *path, XrIntake *base, XrTemplateFunc load_template,
                  GCancellable *cancellable, GPtrArray *faults, GError **error)
{
  XrBook self = { .faults = faults,
                  .is_addition = base != NULL,
                  .today = xr_date_today (),
                  .load_template = load_template };
  g_autoptr (GError) local = NULL;
  XrIntake *intake = NULL;

  xr_book_begin (&self, base != NULL ? base : xr_intake_new ());
  self.xlsx = xr_xlsx_open (path, NULL, &local);
  if (self.xlsx == NULL)
    xr_faults_add (faults, NULL, 0, 0, NULL, local->message);
  else
    {
      xr_book_index_base (&self);
      read_book (&self, cancellable);
    }
  xr_faults_sort (faults);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error) && faults->len == 0)
    intake = g_steal_pointer (&self.intake);
  xr_book_clear (&self);
  return intake;
}

gboolean
xr_workbook_has_more_than_people (const char *path)
{
  g_autoptr (XrXlsx) xlsx = xr_xlsx_open (path, NULL, NULL);

  for (guint i = 0; xlsx != NULL && i < xr_xlsx_get_n_sheets (xlsx); i++)
    {
      g_autofree char *name = xr_text_clean (xr_xlsx_get_sheet_name (xlsx, i));
      const XrSheet *sheet = find_sheet (name);

      if (sheet != NULL && sheet != &xr_sheet_people)
        return TRUE;
    }
  return FALSE;
}
