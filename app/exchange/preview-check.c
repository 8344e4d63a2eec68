/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out about every row of a preview whether it may go in, with the checks that the sheet 报名 of a
 * workbook has, and what may be wrong although it could be right. */
#include "config.h"

#include "exchange/preview-private.h"

#include "core/id-number.h"
#include "core/text.h"
#include "exchange/text-encoding.h"
#include "exchange/workbook-book.h"
#include "round/people.h"
#include "round/round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ages at which people are in office; others are looked at twice. */
#define YOUNGEST 18
#define OLDEST   65
/* What the appointment form takes (appointment-form, table of section 1). */
#define LONGEST_NAME 18

typedef XrPreviewCheck Check;

static int
field_of (const char *title)
{
  return xr_person_field_find (title);
}

static void
clear_change (gpointer data)
{
  XrPersonChange *change = data;

  g_free (change->before);
  g_free (change->after);
}

/* ------------------------------------------------------------------ one check */

static void
note_name (Check *self, int candidate)
{
  const XrCandidate *person = g_ptr_array_index (self->book.contest->candidates, candidate);
  char *folded = xr_text_clean (person->name);

  if (g_hash_table_contains (self->names, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->names, folded, GINT_TO_POINTER (candidate + 1));
}

gboolean
xr_preview_begin_check (Check *self, XrPreview *preview, XrOffice *office, GError **error)
{
  XrCase *contest = xr_round_load_case (office, preview->round, XR_LOAD_PEOPLE, error);
  XrIntake *intake;

  memset (self, 0, sizeof *self);
  if (contest == NULL)
    return FALSE;
  intake = xr_intake_new ();
  xr_case_free (intake->contest);
  intake->contest = contest;
  self->preview = preview;
  self->office = office;
  self->today = xr_date_today ();
  self->book.faults = xr_faults_new ();
  self->book.is_addition = TRUE;
  self->book.today = self->today;
  xr_book_begin (&self->book, intake);
  xr_book_index_base (&self->book);
  self->book.changes = g_array_new (FALSE, FALSE, sizeof (XrPersonChange));
  g_array_set_clear_func (self->book.changes, clear_change);
  self->row.sheet = &xr_sheet_people;
  self->row.faults = self->book.faults;
  self->row.scratch = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    self->row.has_column[i] = TRUE;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < contest->candidates->len; i++)
    note_name (self, (int) i);
  self->fields = g_ptr_array_new ();
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    g_ptr_array_add (self->fields, (gpointer) xr_table_find_field (xr_table_find ("candidate"),
                                                                   xr_person_field_name (i)));
  return TRUE;
}

void
xr_preview_end_check (Check *self)
{
  g_array_unref (self->book.changes);
  g_ptr_array_unref (self->book.faults);
  xr_book_clear (&self->book);
  g_ptr_array_unref (self->row.scratch);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->names);
}

/* ------------------------------------------------------------------ doubts */

static void
doubt (XrPreviewRow *row, const char *title, char *text)
{
  xr_preview_add_note (row, field_of (title), XR_NOTE_DOUBT, text);
}

static void
doubt_id_number (Check *self, XrPreviewRow *row, const XrCandidate *person)
{
  XrIdNumber parts = xr_id_number_check (person->id_number, self->today);

  if (parts.fault != XR_ID_NUMBER_VALID)
    return;
  if (person->sex != NULL && !g_str_equal (person->sex, parts.female ? "女" : "男"))
    doubt (row, "性别", g_strdup (_ ("The ID number says otherwise.")));
  if (xr_date_is_set (person->born)
      && (person->born.year != parts.born.year || person->born.month != parts.born.month))
    doubt (
      row, "出生年月",
      g_strdup_printf (_ ("The ID number says %1$04d-%2$02d; the file may rest on another date."),
                       parts.born.year, parts.born.month));
}

static void
doubt_age (Check *self, XrPreviewRow *row, const XrCandidate *person)
{
  int age;

  if (!xr_date_is_set (person->born))
    return;
  age = (self->today.year * 12 + self->today.month - person->born.year * 12 - person->born.month)
        / 12;
  if (age < YOUNGEST || age > OLDEST)
    doubt (row, "出生年月",
           g_strdup_printf (_ ("That would be %d years of age today; look whether that is right."),
                            age));
}

/* Words that conditions and forms look for must be those of the lists. */
static void
doubt_words (Check *self, XrPreviewRow *row)
{
  static const char *const titles[] = { "民族", "政治面貌", "学历" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      int index = field_of (titles[i]);
      const char *text = row->cells[index].text;
      XrNoteKind kind;
      char *said = text != NULL ? xr_preview_dup_word_note (g_ptr_array_index (self->fields, index),
                                                            text, &kind)
                                : NULL;

      if (said != NULL)
        xr_preview_add_note (row, index, kind, said);
    }
}

static void
doubt_letters (XrPreviewRow *row)
{
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      if (row->cells[i].text != NULL && xr_text_is_spoilt (row->cells[i].text))
        xr_preview_add_note (row, (int) i, XR_NOTE_DOUBT,
                             g_strdup (_ ("A character was lost when the file was saved; write it "
                                          "again.")));
    }
}

/* Longer than the box of the form: something else got into the column. */
static void
doubt_length (XrPreviewRow *row, const XrCandidate *person)
{
  glong length = g_utf8_strlen (person->name, -1);

  if (length > LONGEST_NAME)
    doubt (row, "姓名",
           g_strdup_printf (_ ("The name has %1$ld characters, of which the form takes %2$d; look "
                               "whether something else got into the cell."),
                            length, LONGEST_NAME));
}

/* Two of one name may be one person where an ID number doesn't tell them apart. */
static void
doubt_name (Check *self, XrPreviewRow *row, int candidate)
{
  GPtrArray *candidates = self->book.contest->candidates;
  const XrCandidate *person = g_ptr_array_index (candidates, candidate);
  g_autofree char *folded = xr_text_clean (person->name);
  int first = GPOINTER_TO_INT (g_hash_table_lookup (self->names, folded)) - 1;
  const XrCandidate *other;

  if (first < 0)
    note_name (self, candidate);
  if (first < 0 || first == candidate)
    return;
  other = g_ptr_array_index (candidates, first);
  if (person->id_number == NULL || other->id_number == NULL)
    doubt (row, "姓名",
           g_strdup (_ ("Somebody else has this name; only an ID number in both rows tells whether "
                        "they are two people.")));
}

static void
collect_doubts (Check *self, XrPreviewRow *row, int candidate)
{
  const XrCandidate *person = g_ptr_array_index (self->book.contest->candidates, candidate);

  if (person->id_number != NULL)
    doubt_id_number (self, row, person);
  doubt_age (self, row, person);
  doubt_words (self, row);
  doubt_letters (row);
  doubt_length (row, person);
  doubt_name (self, row, candidate);
}

/* ------------------------------------------------------------------ what is known */

/* The changes that this row added to the book. */
static void
note_changes (Check *self, XrPreviewRow *row, guint from)
{
  for (guint i = from; i < self->book.changes->len; i++)
    {
      const XrPersonChange *change = &g_array_index (self->book.changes, XrPersonChange, i);

      xr_preview_add_note (row, change->column, XR_NOTE_CHANGE,
                           change->before != NULL
                             ? g_strdup_printf (_ ("So far: %s"), change->before)
                             : g_strdup (_ ("So far nothing stands there.")));
    }
}

/* What an earlier round says otherwise. Returns whether the person is known there. */
static gboolean
note_earlier (Check *self, XrPreviewRow *row, const XrCandidate *person)
{
  g_autofree char *title = NULL;
  g_autoptr (XrRow) earlier = NULL;

  if (person->id_number == NULL)
    return FALSE;
  earlier = xr_people_find_earlier (self->office, self->preview->round, person->id_number, &title);
  for (guint i = 0; earlier != NULL && i < XR_PERSON_N_FIELDS; i++)
    {
      const XrField *field = g_ptr_array_index (self->fields, i);
      const char *before = xr_person_field_is_fact (i) ? xr_row_get (earlier, field->name) : NULL;
      g_autofree char *now = NULL;

      if (before == NULL || row->cells[i].text == NULL || g_str_equal (field->name, "number")
          || g_str_equal (field->name, "note"))
        continue;
      if (!xr_field_parse (field, row->cells[i].text, &now, NULL) || g_strcmp0 (now, before) == 0)
        continue;
      /* Translators: title of an earlier round, what it says */
      xr_preview_add_note (row, (int) i, XR_NOTE_CHANGE,
                           g_strdup_printf (_ ("In “%1$s”: %2$s"), title, before));
    }
  return earlier != NULL;
}

static gboolean
has_form (const Check *self, const XrPreviewRow *row)
{
  return xr_preview_is_dossier (self->preview, row->file);
}

/* Taken in again it would leave no trace, and must not be counted as if it did. */
static void
note_nothing (XrPreviewRow *row)
{
  row->found_nothing = TRUE;
  xr_preview_add_note (row, -1, XR_NOTE_CHANGE,
                       g_strdup (_ ("The round has all of this already: there is nothing to take "
                                    "in.")));
}

/* What a form brings beside the cells. */
static void
note_dossier (Check *self, XrPreviewRow *row)
{
  const XrPreviewFile *file = g_ptr_array_index (self->preview->files, row->file);
  const XrDossier *dossier = file->dossier;

  if (!has_form (self, row))
    return;
  for (guint i = 0; i < file->notes->len; i++)
    {
      const XrFault *said = g_ptr_array_index (file->notes, i);
      xr_preview_add_note (row, -1, XR_NOTE_CHANGE,
                           said->column != NULL
                             ? g_strdup_printf (_ ("%1$s: %2$s"), said->column, said->message)
                             : g_strdup (said->message));
    }
  /* Translators: photo, career: yes or no; the number of relatives */
  xr_preview_add_note (
    row, -1, XR_NOTE_CHANGE,
    g_strdup_printf (_ ("The form brings: photo %1$s, career %2$s, family %3$u"),
                     dossier->photo != NULL ? "✓" : "–",
                     *xr_dossier_get (dossier, XR_DOSSIER_RESUME) != '\0' ? "✓" : "–",
                     dossier->relatives->len));
}

/* ------------------------------------------------------------------ rows */

void
xr_preview_put_cells (Check *self, const XrPreviewRow *row, guint32 number)
{
  xr_sheet_begin_row (&self->row, number);
  self->row.since_1904
    = ((XrPreviewFile *) g_ptr_array_index (self->preview->files, row->file))->sheet->since_1904;
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      const XrPersonCell *cell = &row->cells[i];
      g_autofree char *fault = xr_cell_dup_fault (cell->kind, cell->text);

      if (fault != NULL)
        xr_row_fault (&self->row, (int) i, "%s", fault);
      else if (cell->text != NULL)
        self->row.cells[i] = (XrCell){ i, cell->kind, cell->text, (guint32) strlen (cell->text) };
    }
}

static void
note_faults (Check *self, XrPreviewRow *row)
{
  for (guint i = 0; i < self->book.faults->len; i++)
    {
      const XrFault *fault = g_ptr_array_index (self->book.faults, i);
      int field = fault->column != NULL ? field_of (fault->column) : -1;
      xr_preview_add_note (row, field, XR_NOTE_FAULT, g_strdup (fault->message));
    }
}

/* Where a character stands that nobody sees and no font has; "" where there is none. Line ends and tabs are
 * none of them. */
static const char *
find_invisible (const char *text)
{
  while (*text != '\0' && (!g_ascii_iscntrl (*text) || strchr ("\t\r\n", *text) != NULL))
    text++;
  return text;
}

static void
note_invisible (XrPreviewRow *row)
{
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      const char *found = row->cells[i].text != NULL ? find_invisible (row->cells[i].text) : "";

      if (*found != '\0')
        xr_preview_add_note (row, (int) i, XR_NOTE_FAULT,
                             g_strdup_printf (_ ("An invisible character (U+%04X) stands in the "
                                                 "text. Type the cell again."),
                                              (guint) (guchar) *found));
    }
}

/* Dates that cannot be, as the dossier refuses them too. */
static void
note_impossible (Check *self, XrPreviewRow *row, const XrCandidate *person)
{
  if (!xr_date_is_set (person->born))
    return;
  if (xr_date_compare (person->born, self->today) > 0)
    xr_preview_add_note (row, field_of ("出生年月"), XR_NOTE_FAULT,
                         g_strdup (_ ("The date of birth lies in the future.")));
  else if (xr_date_is_set (person->work_since)
           && xr_date_compare (person->work_since, person->born) <= 0)
    xr_preview_add_note (row, field_of ("参加工作时间"), XR_NOTE_FAULT,
                         g_strdup (_ ("Work began before birth. Correct one of the two dates.")));
}

static gboolean
has_note (const XrPreviewRow *row, XrNoteKind kind)
{
  for (guint i = 0; row->found != NULL && i < row->found->len; i++)
    {
      if (((XrPreviewNote *) g_ptr_array_index (row->found, i))->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static void
check_row (Check *self, XrPreviewRow *row, guint32 number)
{
  guint from = self->book.changes->len;
  guint applications = self->book.contest->applications->len;
  const XrCandidate *person;
  gboolean known;

  g_clear_pointer (&row->found, g_ptr_array_unref);
  row->found_state = XR_PREVIEW_SKIPPED;
  row->found_nothing = FALSE;
  if (row->skipped)
    return;
  g_ptr_array_set_size (self->book.faults, 0);
  xr_preview_put_cells (self, row, number);
  xr_sheet_take_row (&self->row, &self->book);
  note_faults (self, row);
  note_invisible (row);
  row->found_state = XR_PREVIEW_REFUSED;
  if (self->book.candidate < 0)
    return;
  person = g_ptr_array_index (self->book.contest->candidates, self->book.candidate);
  note_impossible (self, row, person);
  if (row->found != NULL)
    return;
  collect_doubts (self, row, self->book.candidate);
  note_dossier (self, row);
  known = person->id != 0;
  if (known)
    note_changes (self, row, from);
  else
    known = note_earlier (self, row, person);
  if (has_note (row, XR_NOTE_DOUBT) && !row->confirmed)
    row->found_state = XR_PREVIEW_DOUBTFUL;
  else
    row->found_state = known ? XR_PREVIEW_KNOWN : XR_PREVIEW_NEW;
  if (row->found_state == XR_PREVIEW_KNOWN && person->id != 0 && !has_form (self, row)
      && self->book.changes->len == from && self->book.contest->applications->len == applications)
    note_nothing (row);
}

static gboolean
check_all (Check *self, GCancellable *cancellable, GError **error)
{
  XrPreview *preview = self->preview;

  xr_progress_begin (&preview->progress, preview->rows->len);
  for (guint i = 0; i < preview->rows->len; i++)
    {
      xr_progress_set (&preview->progress, i);
      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      check_row (self, xr_preview_get_row (preview, i), i + 1);
    }
  return TRUE;
}

gboolean
xr_preview_examine (XrPreview *preview, XrOffice *office, GCancellable *cancellable, GError **error)
{
  Check check;

  preview->is_examined = FALSE;
  xr_progress_enter (&preview->progress, XR_PREVIEW_CHECKS);
  if (!xr_preview_begin_check (&check, preview, office, error))
    return FALSE;
  preview->is_examined = check_all (&check, cancellable, error);
  xr_preview_end_check (&check);
  return preview->is_examined;
}

gboolean
xr_preview_check (XrPreview *preview, XrOffice *office, GCancellable *cancellable, GError **error)
{
  if (!xr_preview_examine (preview, office, cancellable, error))
    return FALSE;
  xr_preview_settle (preview);
  return TRUE;
}
