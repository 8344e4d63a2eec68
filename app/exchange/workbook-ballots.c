/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets 测评票, 测评汇总 and 推荐票: marks and places on ballots, and tallies counted by hand. A
 * ballot is one 项目, 组别 and 票号, and 职位 for ranked ones. */
#include "config.h"

#include "exchange/workbook-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What xr_key_set `counted` and `told` hold in their last number. */
enum
{
  BY_BALLOT,
  BY_TALLY,
  TOLD_OLD_BALLOT,
  TOLD_BOTH_WAYS,
};

/* ------------------------------------------------------------------ ballots */

static char *
make_ballot_key (int component, int post, int group, const char *number)
{
  g_autofree char *key = xr_number_key (number);

  return g_strdup_printf ("%d %d %d %s", component, post, group, key);
}

/* The ballot of these coordinates, made when there is none. */
static int
find_ballot (XrBook *book, int component, int post, int group, const char *number, gboolean *is_new)
{
  g_autofree char *key = make_ballot_key (component, post, group, number);
  int ballot = GPOINTER_TO_INT (g_hash_table_lookup (book->ballots, key)) - 1;
  XrIntakeBallot fresh = { .component = component, .post = post, .group = group };

  *is_new = ballot < 0;
  if (ballot >= 0)
    return ballot;
  fresh.number = g_strdup (number);
  g_array_append_val (book->intake->ballots, fresh);
  ballot = (int) book->intake->ballots->len - 1;
  g_hash_table_insert (book->ballots, g_steal_pointer (&key), GINT_TO_POINTER (ballot + 1));
  return ballot;
}

/* A ballot that the round had before isn't added to; said once. */
static gboolean
check_is_new (XrBook *book, XrSheetRow *row, int column, int ballot)
{
  if ((guint) ballot >= book->n_old_ballots)
    return TRUE;
  if (xr_key_set_add (book->told, ballot, 0, 0, TOLD_OLD_BALLOT))
    xr_row_fault (row, column, _ ("the round has this ballot already"));
  return FALSE;
}

/* Ballots and a tally of the same group would count it twice; said once. */
static gboolean
note_way (XrBook *book, XrSheetRow *row, int component, int group, int way)
{
  int other = way == BY_BALLOT ? BY_TALLY : BY_BALLOT;

  xr_key_set_add (book->counted, component, group, 0, way);
  if (!xr_key_set_has (book->counted, component, group, 0, other))
    return TRUE;
  if (xr_key_set_add (book->told, component, group, 0, TOLD_BOTH_WAYS))
    xr_row_fault (row, 0, _ ("there are ballots and a tally of the same votes; one is enough"));
  return FALSE;
}

/* Counts of a grade, of points, or of abstentions, told apart for finding what stands twice. */
static int
get_tally_key (int grade, gboolean abstains, XrDecimal points)
{
  if (abstains)
    return -2;
  return grade >= 0 ? grade : (int) (points.units + 1000);
}

static gboolean
note_tally (XrBook *book, const XrTally *tally, int key)
{
  return xr_key_set_add (book->tallies,
                         (int) ((guint) tally->component << 16 | (guint) (tally->group + 1)),
                         tally->candidate, tally->dimension, key);
}

/* Every grade of an old tally's points counts as there. */
static void
index_tally (XrBook *book, const XrTally *tally)
{
  const GPtrArray *grades = xr_book_get_component (book, tally->component)->grades;

  for (guint i = 0; i < grades->len; i++)
    if (((const XrGrade *) grades->pdata[i])->points.units == tally->points.units)
      note_tally (book, tally, (int) i);
  note_tally (book, tally, get_tally_key (-1, FALSE, tally->points));
  xr_key_set_add (book->counted, tally->component, tally->group, 0, BY_TALLY);
}

void
xr_book_index_ballots (XrBook *book)
{
  GArray *ballots = book->intake->ballots, *tallies = book->contest->tallies;

  book->n_old_ballots = ballots->len;
  for (guint i = 0; i < ballots->len; i++)
    {
      const XrIntakeBallot *ballot = &g_array_index (ballots, XrIntakeBallot, i);

      g_hash_table_insert (
        book->ballots,
        make_ballot_key (ballot->component, ballot->post, ballot->group, ballot->number),
        GINT_TO_POINTER ((int) i + 1));
      xr_key_set_add (book->counted, ballot->component, ballot->group, 0, BY_BALLOT);
    }
  for (guint i = 0; i < tallies->len; i++)
    index_tally (book, &g_array_index (tallies, XrTally, i));
}

/* ------------------------------------------------------------------ 测评票 */

enum
{
  MARK_COMPONENT,
  MARK_GROUP,
  MARK_BALLOT,
  MARK_NAME,
  MARK_NUMBER,
  MARK_DIMENSION,
  MARK_GRADE,
  N_MARK_COLUMNS
};

/* Marks of one ballot mostly stand together: whether the row is about the ballot of the row before. */
static gboolean
is_last_ballot (XrBook *book, int component, int group, const char *number)
{
  return book->last.ballot >= 0 && book->last.component == component && book->last.group == group
         && strcmp (book->last.number, number) == 0;
}

/* The ballot of a mark, −1 when nothing may be added to it. */
static int
find_mark_ballot (XrBook *book, XrSheetRow *row, int component, int group)
{
  const char *number = xr_row_text (row, MARK_BALLOT);
  gboolean is_new;

  if (!is_last_ballot (book, component, group, number))
    {
      book->last.ballot = find_ballot (book, component, -1, group, number, &is_new);
      book->last.component = component;
      book->last.group = group;
      g_free (book->last.number);
      book->last.number = g_strdup (number);
      book->last.is_closed = !check_is_new (book, row, MARK_BALLOT, book->last.ballot)
                             || !note_way (book, row, component, group, BY_BALLOT);
    }
  return book->last.is_closed ? -1 : book->last.ballot;
}

static void
add_mark (XrBook *book, XrSheetRow *row, int component, int group, XrIntakeMark mark)
{
  int ballot = find_mark_ballot (book, row, component, group);

  if (ballot < 0)
    return;
  mark.ballot = (guint32) ballot;
  if (!xr_key_set_add (book->marks, ballot, mark.candidate, mark.dimension, 0))
    xr_row_fault (row, MARK_DIMENSION, _ ("this mark stands twice on the ballot"));
  else
    g_array_append_val (book->intake->marks, mark);
}

static void
read_mark (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, MARK_COMPONENT, XR_METHOD_GRADED_BALLOT);
  XrIntakeMark mark = { .candidate = xr_book_find_candidate (book, row, MARK_NAME, MARK_NUMBER) };
  int group = -1, dimension = -1, grade;
  gboolean ok;

  if (component < 0)
    return;
  ok = xr_book_find_group (book, row, MARK_GROUP, component, &group);
  ok &= xr_book_find_dimension (book, row, MARK_DIMENSION, component, &dimension);
  ok &= xr_book_read_grade (book, row, MARK_GRADE, component, &grade, &mark.abstains, &mark.points);
  mark.dimension = dimension;
  if (ok && mark.candidate >= 0 && dimension >= 0 && xr_row_text (row, MARK_BALLOT) != NULL)
    add_mark (book, row, component, group, mark);
}

static const XrColumn mark_columns[N_MARK_COLUMNS] = {
  [MARK_COMPONENT] = { "项目", XR_COLUMN_FILLED }, [MARK_GROUP] = { "组别" },
  [MARK_BALLOT] = { "票号", XR_COLUMN_FILLED },    [MARK_NAME] = { "姓名", XR_COLUMN_OR_NEXT },
  [MARK_NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS }, [MARK_DIMENSION] = { "要素", XR_COLUMN_FILLED },
  [MARK_GRADE] = { "等次", XR_COLUMN_FILLED },
};

const XrSheet xr_sheet_marks = { "测评票", mark_columns, N_MARK_COLUMNS, read_mark, NULL };

/* ------------------------------------------------------------------ 测评汇总 */

enum
{
  TALLY_COMPONENT,
  TALLY_GROUP,
  TALLY_NAME,
  TALLY_NUMBER,
  TALLY_DIMENSION,
  TALLY_GRADE,
  TALLY_VOTES,
  N_TALLY_COLUMNS
};

#define MAX_VOTES 10000000

static gboolean
has_equal_grades (const XrComponent *component)
{
  for (guint i = 0; i < component->grades->len; i++)
    for (guint j = 0; j < i; j++)
      if (xr_decimal_compare (((const XrGrade *) component->grades->pdata[i])->points,
                              ((const XrGrade *) component->grades->pdata[j])->points)
          == 0)
        return TRUE;
  return FALSE;
}

/* Two grades may have the same points; a case keeps their votes together. */
static void
add_tally (XrBook *book, const XrTally *tally)
{
  GArray *tallies = book->contest->tallies;
  gboolean merge = has_equal_grades (xr_book_get_component (book, tally->component));

  for (guint i = 0; merge && i < tallies->len; i++)
    {
      XrTally *other = &g_array_index (tallies, XrTally, i);

      if (other->id == 0 && other->component == tally->component && other->group == tally->group
          && other->candidate == tally->candidate && other->dimension == tally->dimension
          && other->points.units == tally->points.units)
        {
          other->votes += tally->votes;
          return;
        }
    }
  g_array_append_val (tallies, *tally);
}

static void
read_tally (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, TALLY_COMPONENT, XR_METHOD_GRADED_BALLOT);
  XrTally tally = { .component = component, .group = -1, .dimension = -1 };
  gboolean ok, abstains;
  int votes = 0, grade;

  tally.candidate = xr_book_find_candidate (book, row, TALLY_NAME, TALLY_NUMBER);
  ok = xr_row_count (row, TALLY_VOTES, 0, MAX_VOTES, &votes);
  if (component < 0)
    return;
  ok &= xr_book_find_group (book, row, TALLY_GROUP, component, &tally.group);
  ok &= xr_book_find_dimension (book, row, TALLY_DIMENSION, component, &tally.dimension);
  ok &= xr_book_read_grade (book, row, TALLY_GRADE, component, &grade, &abstains, &tally.points);
  if (!ok || tally.candidate < 0 || tally.dimension < 0
      || !note_way (book, row, component, tally.group, BY_TALLY))
    return;
  tally.votes = votes;
  if (!note_tally (book, &tally, get_tally_key (grade, abstains, tally.points)))
    xr_row_fault (row, TALLY_GRADE, _ ("this count stands twice"));
  else if (!abstains)
    add_tally (book, &tally);
}

static const XrColumn tally_columns[N_TALLY_COLUMNS] = {
  [TALLY_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [TALLY_GROUP] = { "组别" },
  [TALLY_NAME] = { "姓名", XR_COLUMN_OR_NEXT },
  [TALLY_NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS },
  [TALLY_DIMENSION] = { "要素", XR_COLUMN_FILLED },
  [TALLY_GRADE] = { "等次", XR_COLUMN_FILLED },
  [TALLY_VOTES] = { "票数", XR_COLUMN_FILLED },
};

const XrSheet xr_sheet_tallies = { "测评汇总", tally_columns, N_TALLY_COLUMNS, read_tally, NULL };

/* ------------------------------------------------------------------ 推荐票 */

enum
{
  CHOICE_COMPONENT,
  CHOICE_POST,
  CHOICE_GROUP,
  CHOICE_BALLOT,
  CHOICE_PLACES,
  N_CHOICE_COLUMNS
};

/* The fault stands at the column 第N名. */
#define PLACE_COLUMN(place) (XR_COLUMN_FIRST_PLACE + (int) (place) -1)

static gboolean
has_points (const XrComponent *component, guint place)
{
  for (guint i = 0; i < component->place_points->len; i++)
    if (((const XrPlacePoints *) component->place_points->pdata[i])->place == place)
      return TRUE;
  return component->place_points->len == 0;
}

/* The candidate whom the ballot names in @place, −1 for none or after a fault. */
static int
read_choice (XrBook *book, XrSheetRow *row, const XrComponent *component, int post, guint place)
{
  const char *text = xr_row_place (row, place);
  int candidate;

  if (text == NULL)
    return -1;
  candidate = xr_book_find_person (book, row, PLACE_COLUMN (place), text);
  if (candidate < 0)
    return -1;
  if (xr_book_find_application (book, candidate, post) < 0)
    {
      if (!book->people_incomplete)
        xr_row_fault (row, PLACE_COLUMN (place), _ ("%1$s didn't apply for %2$s"), text,
                      ((XrPost *) book->plan->posts->pdata[post])->name);
      return -1;
    }
  if (!has_points (component, place) && !book->lists_incomplete)
    {
      xr_row_fault (row, PLACE_COLUMN (place), _ ("the sheet 名次分 has no points for this place"));
      return -1;
    }
  return candidate;
}

static gboolean
is_named_before (XrBook *book, guint first, int candidate)
{
  for (guint i = first; i < book->intake->choices->len; i++)
    if (g_array_index (book->intake->choices, XrIntakeChoice, i).candidate == candidate)
      return TRUE;
  return FALSE;
}

static void
read_choices (XrBook *book, XrSheetRow *row, int component, int post, int ballot)
{
  guint first = book->intake->choices->len;

  for (guint place = 1; place <= row->n_places; place++)
    {
      XrIntakeChoice choice = { .ballot = (guint32) ballot, .place = place };

      choice.candidate = read_choice (book, row, xr_book_get_component (book, component), post,
                                      place);
      if (choice.candidate < 0)
        continue;
      if (is_named_before (book, first, choice.candidate))
        xr_row_fault (row, PLACE_COLUMN (place), _ ("the ballot names this candidate twice"));
      else
        g_array_append_val (book->intake->choices, choice);
    }
}

static void
read_ranked_ballot (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, CHOICE_COMPONENT, XR_METHOD_RANKED_BALLOT);
  int post = xr_book_find_post (book, row, CHOICE_POST);
  const char *number = xr_row_text (row, CHOICE_BALLOT);
  int group = -1, ballot;
  gboolean is_new;

  if (component < 0 || !xr_book_find_group (book, row, CHOICE_GROUP, component, &group) || post < 0
      || number == NULL)
    return;
  ballot = find_ballot (book, component, post, group, number, &is_new);
  if (!check_is_new (book, row, CHOICE_BALLOT, ballot))
    return;
  if (is_new)
    read_choices (book, row, component, post, ballot);
  else
    xr_row_fault (row, CHOICE_BALLOT, _ ("this ballot stands twice"));
}

static const XrColumn choice_columns[N_CHOICE_COLUMNS] = {
  [CHOICE_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [CHOICE_POST] = { "职位", XR_COLUMN_FILLED },
  [CHOICE_GROUP] = { "组别" },
  [CHOICE_BALLOT] = { "票号", XR_COLUMN_FILLED },
  [CHOICE_PLACES] = { "第1名", XR_COLUMN_PLACES },
};

const XrSheet xr_sheet_choices = { "推荐票", choice_columns, N_CHOICE_COLUMNS, read_ranked_ballot,
                                   NULL };
