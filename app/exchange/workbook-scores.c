/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets 评分, 票数 and 直接计分: scores and counts that stand for themselves, a row each. */
#include "config.h"

#include "exchange/workbook-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether @value is at most @full_mark; says so else. */
static gboolean
check_full_mark (XrSheetRow *row, int column, XrDecimal value, XrDecimal full_mark)
{
  g_autofree char *text = NULL;

  if (xr_decimal_compare (value, full_mark) <= 0)
    return TRUE;
  text = xr_decimal_format_short (full_mark);
  xr_row_fault (row, column, _ ("the score is above the full mark of %s"), text);
  return FALSE;
}

/* ------------------------------------------------------------------ 评分 */

enum
{
  SCORE_COMPONENT,
  SCORE_POST,
  SCORE_JUDGE,
  SCORE_NAME,
  SCORE_NUMBER,
  SCORE_DIMENSION,
  SCORE_PANEL,
  SCORE_VALUE,
  N_SCORE_COLUMNS
};

static int
find_judge (XrBook *book, XrSheetRow *row, int component, int post)
{
  const char *panel = xr_row_text (row, SCORE_PANEL);
  const char *name = xr_row_text (row, SCORE_JUDGE);
  g_autofree char *key = g_strdup_printf ("%d %d %s\n%s", component, post,
                                          panel != NULL ? xr_fold_into (row->scratch, panel) : "",
                                          xr_fold_into (row->scratch, name));
  int judge = GPOINTER_TO_INT (g_hash_table_lookup (book->judges, key)) - 1;

  if (judge >= 0)
    return judge;
  g_ptr_array_add (book->contest->judges, xr_judge_new (component, post, panel, name));
  judge = (int) book->contest->judges->len - 1;
  g_hash_table_insert (book->judges, g_steal_pointer (&key), GINT_TO_POINTER (judge + 1));
  return judge;
}

/* All rows of one candidate have one panel. */
static gboolean
check_panel (XrBook *book, XrSheetRow *row, int component, int application)
{
  const char *panel = xr_row_text (row, SCORE_PANEL);
  gint64 key = (gint64) component << 32 | (guint32) application;
  const char *other = g_hash_table_lookup (book->panels, &key);

  panel = panel != NULL ? xr_fold_into (row->scratch, panel) : "";
  if (other == NULL)
    g_hash_table_insert (book->panels, xr_pack (component, application), g_strdup (panel));
  else if (strcmp (other, panel) != 0)
    {
      xr_row_fault (row, SCORE_PANEL, _ ("another row puts this candidate into another panel"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_recusal (XrSheetRow *row)
{
  const char *text = xr_row_text (row, SCORE_VALUE);

  return text != NULL && strcmp (text, "回避") == 0;
}

static XrDecimal
get_full_mark (const XrComponent *component, int dimension)
{
  if (dimension >= 0)
    return ((const XrDimension *) component->dimensions->pdata[dimension])->full_mark;
  return component->full_mark;
}

/* Counts what a judge does with an application, to find who is recused in part. */
static void
note_recusal (XrBook *book, XrSheetRow *row, const XrScore *score, int component)
{
  gint64 key = (gint64) score->judge << 32 | (guint32) score->application;
  XrRecusalNote *note = g_hash_table_lookup (book->recusals, &key);

  if (note == NULL)
    {
      note = g_new0 (XrRecusalNote, 1);
      note->component = component;
      g_hash_table_insert (book->recusals, xr_pack (score->judge, score->application), note);
    }
  note->n_scores += !score->recused;
  note->n_recused += score->recused;
  if (row == NULL)
    return;
  note->last_row = row->number;
  if (note->n_scores > 0 && note->n_recused > 0 && !note->is_told)
    {
      note->is_told = TRUE;
      xr_row_fault (row, SCORE_VALUE,
                    _ ("a judge who recuses does so for all sub-items of a candidate"));
    }
}

void
xr_book_note_recusal (XrBook *book, const XrScore *score, int component)
{
  note_recusal (book, NULL, score, component);
}

static void
add_score (XrBook *book, XrSheetRow *row, int component, XrScore score)
{
  if (!xr_key_set_add (book->scores, score.judge, score.application, score.dimension, 0))
    {
      xr_row_fault (row, SCORE_JUDGE, _ ("this score stands twice"));
      return;
    }
  g_array_append_val (book->contest->scores, score);
  note_recusal (book, row, &score, component);
}

/* 回避 without a sub-item is for all of them. */
static void
add_recusals (XrBook *book, XrSheetRow *row, int component, XrScore score)
{
  guint n = xr_book_get_component (book, component)->dimensions->len;

  score.recused = TRUE;
  for (guint i = 0; i < n; i++)
    {
      score.dimension = (int) i;
      add_score (book, row, component, score);
    }
}

/* The application that the row is about, or −1 after a fault. */
static int
find_application (XrBook *book, XrSheetRow *row)
{
  int post = xr_book_find_post (book, row, SCORE_POST);
  int candidate = xr_book_find_candidate (book, row, SCORE_NAME, SCORE_NUMBER);
  int application;

  if (post < 0 || candidate < 0)
    return -1;
  application = xr_book_find_application (book, candidate, post);
  if (application < 0 && !book->people_incomplete)
    xr_row_fault (row, SCORE_POST, _ ("%1$s didn't apply for %2$s"),
                  ((XrCandidate *) book->contest->candidates->pdata[candidate])->name,
                  ((XrPost *) book->plan->posts->pdata[post])->name);
  return application;
}

static gboolean
read_score_value (XrBook *book, XrSheetRow *row, int component, XrScore *score)
{
  score->recused = is_recusal (row);
  if (score->recused)
    return TRUE;
  if (!xr_row_points (row, SCORE_VALUE, &score->value))
    return FALSE;
  return component < 0
         || check_full_mark (
           row, SCORE_VALUE, score->value,
           get_full_mark (xr_book_get_component (book, component), score->dimension));
}

static void
read_score (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, SCORE_COMPONENT, XR_METHOD_JUDGES);
  XrScore score = { .application = find_application (book, row), .dimension = -1 };
  gboolean for_all = component >= 0 && is_recusal (row) && xr_row_is_empty (row, SCORE_DIMENSION)
                     && xr_book_get_component (book, component)->dimensions->len > 0;
  gboolean found = for_all || component < 0
                   || xr_book_find_dimension (book, row, SCORE_DIMENSION, component,
                                              &score.dimension);

  if (!found || !read_score_value (book, row, component, &score) || component < 0
      || score.application < 0 || xr_row_text (row, SCORE_JUDGE) == NULL
      || !check_panel (book, row, component, score.application))
    return;
  score.judge = find_judge (
    book, row, component,
    g_array_index (book->contest->applications, XrApplication, score.application).post);
  if (for_all)
    add_recusals (book, row, component, score);
  else
    add_score (book, row, component, score);
}

/* Those who are recused from some sub-items and have nothing for the others. */
static void
finish_scores (XrBook *book, guint sheet_index)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, book->recusals);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const XrRecusalNote *note = value;
      guint n = xr_book_get_component (book, note->component)->dimensions->len;
      XrPlaceInBook place = { &xr_sheet_scores, sheet_index, note->last_row };

      if (note->n_recused > 0 && note->n_scores == 0 && note->last_row != 0
          && (guint) note->n_recused < n)
        xr_place_fault (book, &place, "得分",
                        _ ("a judge who recuses does so for all sub-items of a candidate"));
    }
}

static const XrColumn score_columns[N_SCORE_COLUMNS] = {
  [SCORE_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [SCORE_POST] = { "职位", XR_COLUMN_FILLED },
  [SCORE_JUDGE] = { "评委", XR_COLUMN_FILLED },
  [SCORE_NAME] = { "姓名", XR_COLUMN_OR_NEXT },
  [SCORE_NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS },
  [SCORE_DIMENSION] = { "要素" },
  [SCORE_PANEL] = { "考场" },
  [SCORE_VALUE] = { "得分", XR_COLUMN_FILLED },
};

const XrSheet xr_sheet_scores = { "评分", score_columns, N_SCORE_COLUMNS, read_score,
                                  finish_scores };

/* ------------------------------------------------------------------ 票数 */

enum
{
  VOTE_COMPONENT,
  VOTE_NAME,
  VOTE_NUMBER,
  VOTE_GROUP,
  VOTE_YES,
  VOTE_NO,
  VOTE_ABSTAIN,
  N_VOTE_COLUMNS
};

#define MAX_VOTES 10000000

static void
read_vote (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, VOTE_COMPONENT, XR_METHOD_VOTE_SHARE);
  int candidate = xr_book_find_candidate (book, row, VOTE_NAME, VOTE_NUMBER);
  XrVote vote = { .component = component, .candidate = candidate, .group = -1 };
  int yes = 0, no = 0, abstain = 0;
  gboolean ok = component < 0 || xr_book_find_group (book, row, VOTE_GROUP, component, &vote.group);

  xr_row_count (row, VOTE_YES, 0, MAX_VOTES, &yes);
  xr_row_count (row, VOTE_NO, 0, MAX_VOTES, &no);
  xr_row_count (row, VOTE_ABSTAIN, 0, MAX_VOTES, &abstain);
  if (!ok || component < 0 || candidate < 0 || row->is_bad[VOTE_YES] || row->is_bad[VOTE_NO]
      || row->is_bad[VOTE_ABSTAIN])
    return;
  vote.yes = yes;
  vote.no = no;
  vote.abstain = abstain;
  if (!xr_key_set_add (book->votes, component, vote.group, candidate, 0))
    xr_row_fault (row, VOTE_NAME, _ ("the votes for this candidate stand twice"));
  else
    g_array_append_val (book->contest->votes, vote);
}

static const XrColumn vote_columns[N_VOTE_COLUMNS] = {
  [VOTE_COMPONENT] = { "项目", XR_COLUMN_FILLED },
  [VOTE_NAME] = { "姓名", XR_COLUMN_OR_NEXT },
  [VOTE_NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS },
  [VOTE_GROUP] = { "组别" },
  [VOTE_YES] = { "同意", XR_COLUMN_FILLED },
  [VOTE_NO] = { "不同意" },
  [VOTE_ABSTAIN] = { "弃权" },
};

const XrSheet xr_sheet_votes = { "票数", vote_columns, N_VOTE_COLUMNS, read_vote, NULL };

/* ------------------------------------------------------------------ 直接计分 */

enum
{
  DIRECT_COMPONENT,
  DIRECT_NAME,
  DIRECT_NUMBER,
  DIRECT_DIMENSION,
  DIRECT_VALUE,
  N_DIRECT_COLUMNS
};

static void
read_direct_score (XrBook *book, XrSheetRow *row)
{
  int component = xr_book_find_component (book, row, DIRECT_COMPONENT, XR_METHOD_DIRECT);
  int candidate = xr_book_find_candidate (book, row, DIRECT_NAME, DIRECT_NUMBER);
  XrDirectScore score = { .component = component, .candidate = candidate, .dimension = -1 };
  const XrComponent *found = component >= 0 ? xr_book_get_component (book, component) : NULL;
  gboolean ok = found == NULL
                || xr_book_find_dimension (book, row, DIRECT_DIMENSION, component,
                                           &score.dimension);

  if (!xr_row_points (row, DIRECT_VALUE, &score.value))
    return;
  /* A bonus over its cap is capped, not refused. */
  if (found != NULL && !found->bonus
      && !check_full_mark (row, DIRECT_VALUE, score.value, found->full_mark))
    return;
  if (!ok || component < 0 || candidate < 0)
    return;
  if (!xr_key_set_add (book->direct_scores, component, candidate, score.dimension, 0))
    xr_row_fault (row, DIRECT_VALUE, _ ("the score of this candidate stands twice"));
  else
    g_array_append_val (book->contest->direct_scores, score);
}

static const XrColumn direct_columns[N_DIRECT_COLUMNS] = {
  [DIRECT_COMPONENT] = { "项目", XR_COLUMN_FILLED }, [DIRECT_NAME] = { "姓名", XR_COLUMN_OR_NEXT },
  [DIRECT_NUMBER] = { "编号", XR_COLUMN_HAS_ZEROS }, [DIRECT_DIMENSION] = { "要素" },
  [DIRECT_VALUE] = { "得分", XR_COLUMN_FILLED },
};

const XrSheet xr_sheet_direct = { "直接计分", direct_columns, N_DIRECT_COLUMNS, read_direct_score,
                                  NULL };
