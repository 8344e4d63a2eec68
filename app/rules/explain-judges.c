/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each judge marked beside the others. It counts and compares; it does not say that anybody was
 * unfair. */

#include "config.h"

#include "rules/breakdown.h"
#include "rules/case-view.h"
#include "rules/explain.h"

#include <string.h>

#define FIGURE_PLACES 2

static const XrJudge *
get_judge (const XrCase *contest, int judge)
{
  return g_ptr_array_index (contest->judges, judge);
}

GArray *
xr_explain_list_judges (const XrCase *contest, int post)
{
  GArray *judges = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) contest->judges->len; i++)
    if (get_judge (contest, i)->post == post)
      g_array_append_val (judges, i);
  return judges;
}

/* ---- how each judge marked */

/* A judge's total for a candidate, and that of the others. */
typedef struct
{
  gint64 own, others;
  guint n_others;
} Mark;

static void
add_line (XrJudgeFigures *self, GArray *marks, const XrJudgesBreakdown *breakdown,
          const XrJudgeLine *line)
{
  Mark mark = { line->sum.units, -line->sum.units, 0 };

  for (guint i = 0; i < breakdown->n_judges; i++)
    if (!breakdown->judges[i].recused)
      {
        mark.others += breakdown->judges[i].sum.units;
        mark.n_others++;
      }
  mark.n_others--;
  g_array_append_val (marks, mark);
  self->n_dropped_high += line->dropped_high;
  self->n_dropped_low += line->dropped_low;
  for (guint i = 0; i < breakdown->n_marks; i++)
    {
      self->n_dropped_high += line->marks[i].dropped_high;
      self->n_dropped_low += line->marks[i].dropped_low;
    }
}

static void
collect_marks (XrJudgeFigures *self, GArray *marks, const GPtrArray *breakdowns)
{
  for (guint i = 0; i < breakdowns->len; i++)
    {
      const XrJudgesBreakdown *breakdown = g_ptr_array_index (breakdowns, i);

      for (guint k = 0; breakdown->mean != NULL && k < breakdown->n_judges; k++)
        {
          const XrJudgeLine *line = &breakdown->judges[k];

          if (line->judge != self->judge)
            continue;
          if (line->recused)
            self->n_recused++;
          else
            add_line (self, marks, breakdown, line);
        }
    }
}

static void
work_out_level (XrJudgeFigures *self, const GArray *marks)
{
  g_autoptr (XrRational) deviation = xr_rational_new ();
  g_autoptr (XrRational) mean = xr_rational_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      g_autoptr (XrRational) panel = xr_rational_new_decimal (
        (XrDecimal){ mark->own + mark->others });

      xr_rational_multiply_fraction (panel, 1, (gint64) mark->n_others + 1);
      xr_rational_subtract (deviation, panel);
      xr_rational_add_decimal (deviation, (XrDecimal){ mark->own });
      xr_rational_add_decimal (mean, (XrDecimal){ mark->own });
      if (i == 0 || mark->own < self->lowest.units)
        self->lowest.units = mark->own;
      if (i == 0 || mark->own > self->highest.units)
        self->highest.units = mark->own;
    }
  xr_rational_multiply_fraction (deviation, 1, marks->len);
  xr_rational_multiply_fraction (mean, 1, marks->len);
  self->severity = xr_rational_round (deviation, FIGURE_PLACES, XR_ROUNDING_HALF_AWAY);
  self->mean = xr_rational_round (mean, FIGURE_PLACES, XR_ROUNDING_HALF_AWAY);
}

/* The root of the mean squared distance from the judge's own mean. */
static void
work_out_spread (XrJudgeFigures *self, const GArray *marks)
{
  g_autoptr (XrRational) variance = xr_rational_new ();
  g_autoptr (XrRational) mean = xr_rational_new ();

  for (guint i = 0; i < marks->len; i++)
    xr_rational_add_decimal (mean, (XrDecimal){ g_array_index (marks, Mark, i).own });
  xr_rational_multiply_fraction (mean, 1, marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr (XrRational) distance = xr_rational_new_decimal (
        (XrDecimal){ g_array_index (marks, Mark, i).own });

      xr_rational_subtract (distance, mean);
      xr_rational_multiply (distance, distance);
      xr_rational_add (variance, distance);
    }
  xr_rational_multiply_fraction (variance, 1, marks->len);
  self->spread = xr_rational_round_root (variance, FIGURE_PLACES);
}

/* < 0, 0, > 0: the order of two means of others. */
static int
compare_others (const Mark *a, const Mark *b)
{
  __int128 first = (__int128) a->others * b->n_others;
  __int128 second = (__int128) b->others * a->n_others;

  return (first > second) - (first < second);
}

static int
compare_marks (const Mark *a, const Mark *b)
{
  int own = (a->own > b->own) - (a->own < b->own);

  return own != 0 ? own : compare_others (a, b);
}

static int
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  return compare_marks (a, b);
}

static gboolean
is_same_own (const Mark *a, const Mark *b)
{
  return a->own == b->own;
}

static gboolean
is_same_for_others (const Mark *a, const Mark *b)
{
  return compare_others (a, b) == 0;
}

static gboolean
is_same_for_all (const Mark *a, const Mark *b)
{
  return compare_marks (a, b) == 0;
}

static gint64
count_pairs (guint n)
{
  return (gint64) n * ((gint64) n - 1) / 2;
}

/* The pairs that are the same, which stand side by side. */
static gint64
count_ties (const Mark *marks, guint n, gboolean (*is_same) (const Mark *a, const Mark *b))
{
  gint64 ties = 0;
  guint first = 0;

  for (guint i = 1; i <= n; i++)
    if (i == n || !is_same (&marks[first], &marks[i]))
      {
        ties += count_pairs (i - first);
        first = i;
      }
  return ties;
}

/* Merges two halves that are in the order of the others; counts the pairs that this puts around. */
static gint64
merge_halves (Mark *marks, Mark *spare, guint half, guint n)
{
  gint64 reversed = 0;
  guint left = 0, right = half;

  for (guint i = 0; i < n; i++)
    if (right == n || (left < half && compare_others (&marks[left], &marks[right]) <= 0))
      spare[i] = marks[left++];
    else
      {
        reversed += half - left;
        spare[i] = marks[right++];
      }
  memcpy (marks, spare, n * sizeof *marks);
  return reversed;
}

/* Brings @marks into the order of the others; counts the pairs that stood in the opposite order. */
static gint64
sort_by_others (Mark *marks, Mark *spare, guint n)
{
  guint half = n / 2;
  gint64 reversed = 0;

  if (n < 2)
    return 0;
  reversed += sort_by_others (marks, spare, half);
  reversed += sort_by_others (marks + half, spare, n - half);
  return reversed + merge_halves (marks, spare, half, n);
}

/* Pairs that the judge and the others order alike, less those that they order oppositely. Found by sorting:
 * of 2,000 candidates there are two million pairs for each judge. Changes the order of @marks. */
static gint64
compare_orders (GArray *marks)
{
  g_autofree Mark *spare = g_new (Mark, MAX (marks->len, 1));
  Mark *first = (Mark *) marks->data;
  guint n = marks->len;
  gint64 ordered, opposite;

  g_array_sort (marks, compare_marks_cb);
  ordered = count_pairs (n) - count_ties (first, n, is_same_own)
            + count_ties (first, n, is_same_for_all);
  opposite = sort_by_others (first, spare, n);
  ordered -= count_ties (first, n, is_same_for_others);
  return ordered - 2 * opposite;
}

/* Kendall's τ-a: pairs in the same order less pairs in the opposite order, over all pairs. */
static void
work_out_agreement (XrJudgeFigures *self, const GArray *marks)
{
  g_autoptr (GArray) compared = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (XrRational) tau = NULL;
  gint64 pairs;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, Mark, i).n_others > 0)
      g_array_append_val (compared, g_array_index (marks, Mark, i));
  pairs = count_pairs (compared->len);
  self->n_pairs = (guint) MIN (pairs, G_MAXUINT);
  if (pairs == 0)
    return;
  tau = xr_rational_new_fraction (compare_orders (compared), pairs);
  self->agreement = xr_rational_round (tau, FIGURE_PLACES, XR_ROUNDING_HALF_AWAY);
}

static GPtrArray *
break_down_post (const XrCase *contest, const XrPostResult *post, int component)
{
  g_autoptr (GArray) all = xr_case_view_list_post (contest, post->post);
  g_autoptr (XrCaseView) view = xr_case_view_new (contest, (const int *) all->data, all->len, -1);

  /* Judges stand in the view as they stand in the case. */
  return xr_judges_breakdown_all (&view->contest, component);
}

GArray *
xr_explain_judges (const XrCase *contest, const XrPostResult *post, int component)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (XrJudgeFigures));
  g_autoptr (GPtrArray) breakdowns = break_down_post (contest, post, component);

  for (int i = 0; i < (int) contest->judges->len; i++)
    {
      const XrJudge *judge = get_judge (contest, i);
      XrJudgeFigures one = { .judge = i };
      g_autoptr (GArray) marks = NULL;

      if (judge->post != post->post || judge->component != component)
        continue;
      marks = g_array_new (FALSE, FALSE, sizeof (Mark));
      collect_marks (&one, marks, breakdowns);
      one.n_scored = marks->len;
      if (marks->len > 0)
        {
          work_out_level (&one, marks);
          work_out_spread (&one, marks);
          work_out_agreement (&one, marks);
        }
      g_array_append_val (figures, one);
    }
  return figures;
}
