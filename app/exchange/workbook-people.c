/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 报名: who applies for which post. Several rows may be about one person, whom the ID number
 * or the number in the round tells; what the rows say of the person must agree. */
#include "config.h"

#include "exchange/workbook-book.h"

#include "core/id-number.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  POST,
  NAME,
  NUMBER,
  ID_NUMBER,
  SEX,
  BORN,
  NATION,
  PARTY,
  EDUCATION,
  DEGREE,
  SCHOOL,
  MAJOR,
  WORK_SINCE,
  PARTY_SINCE,
  UNIT,
  POSITION,
  RANK,
  RANK_SINCE,
  STAFFING,
  APPRAISALS,
  PUNISHED_UNTIL,
  PHONE,
  NOTE,
  WISH,
  N_COLUMNS
};

/* A fact of a candidate: which column, where in XrCandidate. */
typedef struct
{
  int column;
  gsize offset;
} Fact;

#define AT(field) G_STRUCT_OFFSET (XrCandidate, field)

static const Fact text_facts[] = {
  { NATION, AT (nation) },     { PARTY, AT (party) },           { EDUCATION, AT (education) },
  { DEGREE, AT (degree) },     { SCHOOL, AT (school) },         { MAJOR, AT (major) },
  { UNIT, AT (unit) },         { POSITION, AT (position) },     { RANK, AT (rank) },
  { STAFFING, AT (staffing) }, { APPRAISALS, AT (appraisals) }, { PHONE, AT (phone) },
};

static const Fact month_facts[] = {
  { BORN, AT (born) },
  { WORK_SINCE, AT (work_since) },
  { PARTY_SINCE, AT (party_since) },
  { RANK_SINCE, AT (rank_since) },
  { PUNISHED_UNTIL, AT (punished_until) },
};

/* ------------------------------------------------------------------ the row by itself */

/* A number cell keeps 15 digits only. */
static gboolean
is_id_number_lost (const XrSheetRow *row)
{
  const XrCell *cell = &row->cells[ID_NUMBER];

  return cell->kind == XR_CELL_NUMBER && (cell->length > 15 || strpbrk (cell->text, "eE") != NULL);
}

/* The ID number in its full form, or NULL. That sex and month of birth agree with it isn't asked here:
 * the file of a person may rest on another date (codes.md section 1). */
static const char *
read_id_number (const XrBook *book, XrSheetRow *row, XrIdNumber *parts)
{
  const char *text = xr_row_text (row, ID_NUMBER);

  if (text == NULL)
    return NULL;
  if (is_id_number_lost (row))
    {
      xr_row_fault (row, ID_NUMBER,
                    _ ("a number cell has lost the last digits; make the cell text and write the "
                       "ID number again"));
      return NULL;
    }
  *parts = xr_id_number_check (text, book->today);
  if (parts->fault == XR_ID_NUMBER_VALID)
    return parts->number;
  xr_row_fault (row, ID_NUMBER, "%s", xr_id_number_fault_text (parts->fault));
  return NULL;
}

static const char *
read_sex (XrSheetRow *row)
{
  static const char *const words[] = { "男", "女", NULL };
  int index;

  return xr_row_word (row, SEX, words, &index) ? words[index] : NULL;
}

/* 编号 as it will be shown, or NULL. */
static const char *
read_number (XrSheetRow *row)
{
  const XrCell *cell = &row->cells[NUMBER];
  int number;

  if (cell->text == NULL)
    return NULL;
  if (cell->kind == XR_CELL_NUMBER && !xr_row_count (row, NUMBER, 0, G_MAXINT, &number))
    return NULL;
  return xr_fold_into (row->scratch, xr_row_text (row, NUMBER));
}

/* ------------------------------------------------------------------ the person */

static XrCandidate *
get_candidate (XrBook *book, int index)
{
  return book->contest->candidates->pdata[index];
}

static XrCandidateNote *
get_note (XrBook *book, int index)
{
  return &g_array_index (book->candidate_notes, XrCandidateNote, index);
}

static int
lookup (GHashTable *table, const char *key)
{
  return key != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (table, key)) - 1 : -1;
}

static gboolean
is_same_text (XrSheetRow *row, const char *a, const char *b)
{
  return strcmp (a, b) == 0
         || strcmp (xr_fold_into (row->scratch, a), xr_fold_into (row->scratch, b)) == 0;
}

static void
tell_contradiction (XrBook *book, XrSheetRow *row, int column, int candidate)
{
  guint32 other = get_note (book, candidate)->row;

  if (other != 0)
    xr_row_fault (row, column, _ ("row %u says otherwise of this person"), other);
  else
    xr_row_fault (row, column, _ ("the round says otherwise of this person"));
}

/* A person who was in the round before is not changed by a workbook; a preview may ask for that. What this
 * row and those before it say of the person must agree all the same. */
static gboolean
may_change (XrBook *book, XrSheetRow *row, int column, int candidate, const char *before,
            const char *after)
{
  XrPersonChange change = { candidate, column, -1, g_strdup (before), g_strdup (after) };

  if (book->changes != NULL && get_candidate (book, candidate)->id != 0
      && xr_key_set_add (book->changed, candidate, column, 0, 0))
    {
      g_array_append_val (book->changes, change);
      if (get_note (book, candidate)->row == 0)
        get_note (book, candidate)->row = row->number;
      return TRUE;
    }
  g_free (change.before);
  g_free (change.after);
  return FALSE;
}

/* A person who was in the round before is not completed by a workbook. */
static gboolean
may_complete (XrBook *book, XrSheetRow *row, int column, int candidate, const char *text)
{
  if (get_candidate (book, candidate)->id == 0
      || may_change (book, row, column, candidate, NULL, text))
    return TRUE;
  xr_row_fault (row, column,
                _ ("the round has this person without this; complete it there, not here"));
  return FALSE;
}

static void
merge_text (XrBook *book, XrSheetRow *row, int column, gsize offset, int candidate,
            const char *text)
{
  char **field = (char **) ((char *) get_candidate (book, candidate) + offset);

  if (text == NULL || (*field != NULL && is_same_text (row, *field, text)))
    return;
  if (*field == NULL ? may_complete (book, row, column, candidate, text)
                     : may_change (book, row, column, candidate, *field, text))
    {
      /* A changed ID number would be a key no more. */
      if (column == ID_NUMBER && *field != NULL)
        g_hash_table_remove (book->id_numbers, *field);
      g_free (*field);
      *field = g_strdup (text);
    }
  else if (*field != NULL)
    tell_contradiction (book, row, column, candidate);
}

static gboolean
is_same_date (XrDate a, XrDate b)
{
  return a.year == b.year && a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day);
}

static gboolean
may_take_date (XrBook *book, XrSheetRow *row, int column, int candidate, XrDate before,
               XrDate after)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (get_candidate (book, candidate)->id == 0)
    return !xr_date_is_set (before);
  old = xr_date_is_set (before) ? xr_date_to_iso (before) : NULL;
  new = xr_date_to_iso (after);
  return old == NULL ? may_complete (book, row, column, candidate, new)
                     : may_change (book, row, column, candidate, old, new);
}

static void
merge_date (XrBook *book, XrSheetRow *row, const Fact *fact, int candidate)
{
  XrDate *field = (XrDate *) ((char *) get_candidate (book, candidate) + fact->offset);
  XrDate date;

  if (!xr_row_date (row, fact->column, TRUE, &date))
    return;
  if (xr_date_is_set (*field) && is_same_date (*field, date))
    {
      if (field->day == 0 && get_candidate (book, candidate)->id == 0)
        *field = date;
    }
  else if (may_take_date (book, row, fact->column, candidate, *field, date))
    *field = date;
  else if (xr_date_is_set (*field))
    tell_contradiction (book, row, fact->column, candidate);
}

static void
set_number (XrBook *book, XrSheetRow *row, int candidate, const char *number)
{
  XrCandidate *person = get_candidate (book, candidate);
  XrCandidateNote *note = get_note (book, candidate);

  if (number == NULL)
    return;
  if (note->number_given)
    {
      if (xr_candidate_number_compare (person->number, number) != 0)
        tell_contradiction (book, row, NUMBER, candidate);
      return;
    }
  g_free (person->number);
  person->number = g_strdup (number);
  note->number_given = TRUE;
  xr_book_index_number (book, number, candidate);
}

static int
add_candidate (XrBook *book, XrSheetRow *row, const char *name)
{
  XrCandidateNote note = { .row = row->number };

  g_ptr_array_add (book->contest->candidates, xr_candidate_new ("", name));
  g_array_append_val (book->candidate_notes, note);
  return (int) book->contest->candidates->len - 1;
}

/* Whom the row is about: index, or −1 after a fault. */
static int
identify (XrBook *book, XrSheetRow *row, const char *name, const char *number,
          const char *id_number)
{
  g_autofree char *key = number != NULL ? xr_number_key (number) : NULL;
  int by_id = lookup (book->id_numbers, id_number);
  int by_number = lookup (book->numbers, key);
  int candidate = by_id >= 0 ? by_id : by_number;

  if (by_id >= 0 && by_number >= 0 && by_id != by_number)
    {
      xr_row_fault (row, NUMBER,
                    _ ("the number %1$s belongs to another person, %2$s; correct one of the two"),
                    number, get_candidate (book, by_number)->name);
      return -1;
    }
  if (candidate < 0)
    return add_candidate (book, row, name);
  if (!is_same_text (row, get_candidate (book, candidate)->name, name))
    {
      xr_row_fault (row, by_id >= 0 ? ID_NUMBER : NUMBER,
                    _ ("this belongs to another person, %s; correct one of the two"),
                    get_candidate (book, candidate)->name);
      return -1;
    }
  return candidate;
}

/* Remarks of several rows are all kept. */
static void
merge_note (XrBook *book, XrSheetRow *row, int candidate)
{
  XrCandidate *person = get_candidate (book, candidate);
  const char *text = xr_row_text (row, NOTE);
  char *joined;

  if (text == NULL || person->note == NULL || strstr (person->note, text) != NULL)
    {
      merge_text (book, row, NOTE, AT (note), candidate, person->note == NULL ? text : NULL);
      return;
    }
  joined = g_strconcat (person->note, "；", text, NULL);
  if (person->id != 0 && !may_complete (book, row, NOTE, candidate, joined))
    {
      g_free (joined);
      return;
    }
  g_free (person->note);
  person->note = joined;
}

static void
merge_facts (XrBook *book, XrSheetRow *row, int candidate, const char *id_number, const char *sex)
{
  XrCandidate *person = get_candidate (book, candidate);
  gboolean had_id_number = person->id_number != NULL;

  merge_text (book, row, ID_NUMBER, AT (id_number), candidate, id_number);
  if (!had_id_number && person->id_number != NULL)
    xr_book_index_id_number (book, candidate);
  merge_text (book, row, SEX, AT (sex), candidate, sex);
  for (guint i = 0; i < G_N_ELEMENTS (text_facts); i++)
    merge_text (book, row, text_facts[i].column, text_facts[i].offset, candidate,
                xr_row_text (row, text_facts[i].column));
  merge_note (book, row, candidate);
  for (guint i = 0; i < G_N_ELEMENTS (month_facts); i++)
    merge_date (book, row, &month_facts[i], candidate);
}

/* 0 where it is empty. Two posts of one person are not both the first wish. */
static gboolean
read_wish (XrBook *book, XrSheetRow *row, int candidate, int *wish)
{
  *wish = 0;
  if (xr_row_text (row, WISH) == NULL)
    return TRUE;
  if (!xr_row_count (row, WISH, 1, 20, wish))
    return FALSE;
  if (xr_key_set_add (book->wishes, candidate, *wish, 0, 0))
    return TRUE;
  xr_row_fault (row, WISH, _ ("%1$s has another post as wish %2$d"),
                get_candidate (book, candidate)->name, *wish);
  return FALSE;
}

/* The list says another order of wishes than the round, which asks for a change. */
static void
change_wish (XrBook *book, XrSheetRow *row, int there, int wish)
{
  XrApplication *application = &g_array_index (book->contest->applications, XrApplication, there);
  XrPersonChange change = { application->candidate, WISH, there, NULL, NULL };

  if (wish == 0 || wish == application->wish)
    return;
  if (application->wish > 0)
    change.before = g_strdup_printf ("%d", application->wish);
  change.after = g_strdup_printf ("%d", wish);
  g_array_append_val (book->changes, change);
  application->wish = wish;
  if (get_note (book, application->candidate)->row == 0)
    get_note (book, application->candidate)->row = row->number;
}

static void
add_application (XrBook *book, XrSheetRow *row, int candidate, int post)
{
  XrApplication application = { .candidate = candidate, .post = post, .state = XR_STATE_ACTIVE };
  int there = xr_book_find_application (book, candidate, post);

  if (!read_wish (book, row, candidate, &application.wish))
    return;
  if (there >= 0 && book->changes != NULL
      && g_array_index (book->contest->applications, XrApplication, there).id != 0)
    {
      change_wish (book, row, there, application.wish);
      return;
    }
  if (there >= 0)
    {
      xr_row_fault (row, POST, _ ("%1$s applies twice for %2$s"),
                    get_candidate (book, candidate)->name,
                    ((XrPost *) book->plan->posts->pdata[post])->name);
      return;
    }
  g_array_append_val (book->contest->applications, application);
  xr_book_index_application (book, (int) book->contest->applications->len - 1);
}

static void
read_application (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, NAME);
  int post = xr_book_find_post (book, row, POST);
  const char *number = read_number (row);
  XrIdNumber parts;
  const char *id_number = read_id_number (book, row, &parts);
  const char *sex = read_sex (row);
  int candidate;

  book->candidate = -1;
  if (name == NULL)
    return;
  candidate = identify (book, row, name, number, id_number);
  book->candidate = candidate;
  if (candidate < 0)
    return;
  set_number (book, row, candidate, number);
  merge_facts (book, row, candidate, id_number, sex);
  if (post >= 0)
    add_application (book, row, candidate, post);
}

/* ------------------------------------------------------------------ the whole sheet */

/* Blank numbers count up from 01 over new persons, leaving out those that are written. */
static void
give_numbers (XrBook *book)
{
  guint next = 1;

  for (guint i = 0; i < book->contest->candidates->len; i++)
    {
      XrCandidate *person = book->contest->candidates->pdata[i];
      char number[16], key[16];

      if (get_note (book, (int) i)->number_given)
        continue;
      do
        g_snprintf (key, sizeof key, "%u", next++);
      while (g_hash_table_contains (book->numbers, key));
      g_snprintf (number, sizeof number, "%02u", next - 1);
      g_free (person->number);
      person->number = g_strdup (number);
      xr_book_index_number (book, key, (int) i);
    }
}

static void
finish_people (XrBook *book, guint sheet_index)
{
  give_numbers (book);
  for (guint i = 0; i < book->contest->candidates->len; i++)
    if (get_note (book, (int) i)->row != 0)
      xr_book_index_candidate (book, (int) i);
}

static const XrColumn columns[N_COLUMNS] = {
  [POST] = { "职位", XR_COLUMN_FILLED },
  [NAME] = { "姓名", XR_COLUMN_FILLED },
  [NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS },
  [ID_NUMBER] = { "身份证号" },
  [SEX] = { "性别" },
  [BORN] = { "出生年月" },
  [NATION] = { "民族" },
  [PARTY] = { "政治面貌" },
  [EDUCATION] = { "学历" },
  [DEGREE] = { "学位" },
  [SCHOOL] = { "毕业院校" },
  [MAJOR] = { "专业" },
  [WORK_SINCE] = { "参加工作时间" },
  [PARTY_SINCE] = { "入党时间" },
  [UNIT] = { "工作单位" },
  [POSITION] = { "现任职务" },
  [RANK] = { "现职级" },
  [RANK_SINCE] = { "任现职级时间" },
  [STAFFING] = { "编制" },
  [APPRAISALS] = { "年度考核" },
  [PUNISHED_UNTIL] = { "处分影响期至" },
  [PHONE] = { "电话" },
  [NOTE] = { "备注" },
  [WISH] = { "志愿" },
};

const XrSheet xr_sheet_people = { "报名", columns, N_COLUMNS, read_application, finish_people };
