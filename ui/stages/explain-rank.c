/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components with their distribution and the candidate's place in it, then the neighbours. What would swap
 * them is searched a component a step. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "stages/explain-pages.h"
#include "stages/ranking-reason.h"
#include "widgets/strip-plot.h"

/* How many applications a search may work out anew: some tenths of a second. */
#define SWAP_BUDGET 8000

/* A search that waits for its turn, and where its answer goes. */
typedef struct
{
  GtkLabel *label;
  int upper, lower;
  int component; /* of the ballots, −1: judges' marks */
} Search;

struct _XrExplainRank
{
  XrFigureTable *table;
  const XrExplainSubject *subject;
  GArray *searches;
  guint next;
};

XrExplainRank *
xr_explain_rank_new (XrFigureTable *table, const XrExplainSubject *subject)
{
  XrExplainRank *self = g_new0 (XrExplainRank, 1);

  self->table = table;
  self->subject = subject;
  self->searches = g_array_new (FALSE, FALSE, sizeof (Search));
  return self;
}

void
xr_explain_rank_free (XrExplainRank *self)
{
  g_array_unref (self->searches);
  g_free (self);
}

/* ---- components */

/* The values of all who have one, the candidate's marked, and his place among them. */
static XrStrip *
create_distribution (const XrExplainSubject *subject, int component, XrDecimal own, guint *place,
                     guint *n)
{
  XrStrip *strip = xr_strip_new (XR_STRIP_COUNTS, own, own);

  *place = 1;
  *n = 0;
  for (guint i = 0; i < subject->post->standings->len; i++)
    {
      const XrComponentResult *other
        = &xr_explain_subject_get_standing (subject, i)->components[component];

      if (!other->has_value)
        continue;
      xr_strip_add (strip, other->value);
      strip->lowest.units = MIN (strip->lowest.units, other->value.units);
      strip->highest.units = MAX (strip->highest.units, other->value.units);
      *place += other->value.units > own.units;
      *n += 1;
    }
  xr_strip_set_mark (strip, own);
  return strip;
}

static void
add_component (XrExplainRank *self, const XrStanding *standing, int index)
{
  const XrComponent *component = xr_explain_subject_get_component (self->subject, index);
  const XrComponentResult *result = &standing->components[index];
  g_autofree char *weight = xr_decimal_format_short (component->weight);
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;
  g_autofree char *ranks = NULL;
  g_autofree char *range = NULL;
  g_autofree char *words = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  XrStrip *strip;
  guint place, n;

  if (!result->has_value)
    {
      xr_figure_table_add_cells (self->table, (const char *const[]){ component->name, "—", NULL },
                                 NULL, NULL);
      return;
    }
  value = xr_decimal_format (result->value, component->places);
  part = component->bonus ? g_strdup (value)
                          : xr_ranking_dup_contribution (result->value, component->weight);
  strip = create_distribution (self->subject, index, result->value, &place, &n);
  low = xr_decimal_format (strip->lowest, component->places);
  high = xr_decimal_format (strip->highest, component->places);
  ranks = g_strdup_printf ("%u / %u", place, n);
  range = g_strdup_printf ("%s–%s", low, high);
  words = g_strdup_printf (_ ("%1$s: %2$s, place %3$u of %4$u; all scores lie from %5$s to %6$s"),
                           component->name, value, place, n, low, high);
  xr_figure_table_add_cells (self->table,
                             (const char *const[]){ component->name, value,
                                                    component->bonus ? _ ("bonus") : weight, part,
                                                    ranks, range, NULL },
                             NULL, xr_strip_plot_new (strip, words));
}

static void
add_components (XrExplainRank *self, const XrStanding *standing)
{
  const XrPlan *plan = self->subject->contest->plan;
  const char *const heads[] = { _ ("Component"),    _ ("Score"),
                                _ ("Weight %"),     _ ("Contribution"),
                                _ ("Place in it"),  _ ("Lowest–highest"),
                                _ ("Distribution"), NULL };

  xr_figure_table_add_sentence (self->table, _ ("What each component gave"), "heading");
  xr_figure_table_add_cells (self->table, heads, "dim-label", NULL);
  for (int i = 0; i < (int) plan->components->len; i++)
    add_component (self, standing, i);
  if (standing->has_total)
    {
      g_autofree char *total = xr_decimal_format (standing->total, plan->settings.total_places);

      xr_figure_table_add_cells (
        self->table, (const char *const[]){ _ ("Total"), "", "", total, NULL }, "heading", NULL);
    }
  xr_figure_table_add_sentence (
    self->table,
    _ (
      "Distribution: how many candidates lie in each tenth between the lowest and the highest; the "
      "upright line is this candidate."),
    "dim-label");
}

/* ---- neighbours */

static void
add_search (XrExplainRank *self, const XrStanding *upper, const XrStanding *lower, int component)
{
  Search search = { xr_figure_table_add_sentence (self->table, _ ("Working it out…"), "dim-label"),
                    upper->application, lower->application, component };

  g_array_append_val (self->searches, search);
}

/* One search for the judges' marks, one for each component with ballots. */
static void
add_searches (XrExplainRank *self, const XrStanding *upper, const XrStanding *lower)
{
  const GPtrArray *components = self->subject->contest->plan->components;
  gboolean judged = FALSE;

  for (int i = 0; i < (int) components->len; i++)
    judged = judged
             || xr_explain_subject_get_component (self->subject, i)->method == XR_METHOD_JUDGES;
  if (judged)
    add_search (self, upper, lower, -1);
  for (int i = 0; i < (int) components->len; i++)
    if (xr_explain_is_voted (xr_explain_subject_get_component (self->subject, i)))
      add_search (self, upper, lower, i);
}

static void
add_neighbour (XrExplainRank *self, const XrStanding *upper, const XrStanding *lower,
               gboolean above)
{
  const XrExplainSubject *subject = self->subject;
  g_autofree char *margin = xr_ranking_dup_margin (upper->total, lower->total,
                                                   subject->contest->plan->settings.total_places);
  g_autofree char *first = NULL;
  g_autofree char *decided = NULL;
  int component = xr_explain_deciding (subject->contest, upper, lower);

  first = above ? g_strdup_printf (_ ("Behind %1$s by %2$s."),
                                   xr_explain_subject_get_name (subject, upper), margin)
                : g_strdup_printf (_ ("Ahead of %1$s by %2$s."),
                                   xr_explain_subject_get_name (subject, lower), margin);
  decided = component >= 0
              ? g_strdup_printf (_ ("%1$s Deciding component: %2$s."), first,
                                 xr_explain_subject_get_component (subject, component)->name)
              : g_strdup_printf (_ ("%s They are equal in everything that ranks."), first);
  xr_figure_table_add_sentence (self->table, decided, NULL);
  add_searches (self, upper, lower);
}

static void
add_neighbours (XrExplainRank *self)
{
  guint position = self->subject->position;
  const XrStanding *standing = xr_explain_subject_get_ranked (self->subject, position);
  const XrStanding *above = position > 0
                              ? xr_explain_subject_get_ranked (self->subject, position - 1)
                              : NULL;
  const XrStanding *below = xr_explain_subject_get_ranked (self->subject, position + 1);

  if (standing == NULL || (above == NULL && below == NULL))
    return;
  xr_figure_table_add_sentence (self->table, _ ("Neighbours"), "heading");
  if (above != NULL)
    add_neighbour (self, above, standing, TRUE);
  if (below != NULL)
    add_neighbour (self, standing, below, FALSE);
  xr_figure_table_add_sentence (
    self->table,
    _ ("A swap: the lower one ranks before the upper one, after all rounding and tie rules. A "
       "single change: one mark of one judge, or one ballot filled in otherwise for the two, "
       "abstentions as they are. A step is one grade, one place, or from yes to abstention."),
    "dim-label");
}

void
xr_explain_rank_show (XrExplainRank *self)
{
  const XrStanding *standing;
  g_autofree char *rank = NULL;
  g_autofree char *title = NULL;

  xr_figure_table_clear (self->table);
  g_array_set_size (self->searches, 0);
  self->next = 0;
  if (self->subject->post == NULL)
    return;
  standing = xr_explain_subject_get_standing (self->subject, self->subject->position);
  rank = xr_ranking_dup_rank (self->subject->contest, standing);
  title = g_strdup_printf (_ ("Rank: %s"), rank);
  xr_figure_table_add_sentence (self->table, title, "title-4");
  add_components (self, standing);
  add_neighbours (self);
}

static char *
answer (XrExplainRank *self, const Search *search)
{
  const XrExplainSubject *subject = self->subject;
  g_autoptr (XrBallotSwap) ballot = NULL;
  g_autoptr (GError) error = NULL;

  if (search->component < 0)
    {
      XrSwap swap = xr_explain_swap (subject->contest, search->upper, search->lower, SWAP_BUDGET);

      return xr_explain_describe_swap (subject->contest, &swap);
    }
  ballot = xr_round_find_ballot_swap (subject->office, subject->contest, search->component,
                                      search->upper, search->lower, SWAP_BUDGET, &error);
  return ballot != NULL ? xr_explain_describe_ballot_swap (subject->contest, ballot)
                        : g_strdup (error->message);
}

gboolean
xr_explain_rank_step (XrExplainRank *self)
{
  const Search *search;
  g_autofree char *text = NULL;

  if (self->next >= self->searches->len)
    return FALSE;
  search = &g_array_index (self->searches, Search, self->next++);
  text = answer (self, search);
  gtk_label_set_text (search->label, text);
  return self->next < self->searches->len;
}
