/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result without each judge, one by one, and without any one ballot, told over all ballots of a
 * component. A judge or a ballot a step. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "stages/explain-pages.h"

struct _XrExplainWithout
{
  XrFigureTable *table;
  const XrExplainSubject *subject;
  GArray *judges;     /* int */
  GPtrArray *results; /* XrWithout, of the judges so far */
  GPtrArray *effects; /* XrBallotEffects, of the components so far */
  int component;      /* the next one to look at for ballots */
  gboolean done;
};

XrExplainWithout *
xr_explain_without_new (XrFigureTable *table, const XrExplainSubject *subject)
{
  XrExplainWithout *self = g_new0 (XrExplainWithout, 1);

  self->table = table;
  self->subject = subject;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_without_free);
  self->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_ballot_effects_free);
  return self;
}

void
xr_explain_without_free (XrExplainWithout *self)
{
  g_clear_pointer (&self->judges, g_array_unref);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->effects);
  g_free (self);
}

void
xr_explain_without_restart (XrExplainWithout *self)
{
  g_clear_pointer (&self->judges, g_array_unref);
  g_ptr_array_set_size (self->results, 0);
  g_ptr_array_set_size (self->effects, 0);
  self->component = 0;
  self->done = self->subject->post == NULL;
  if (!self->done)
    self->judges = xr_explain_list_judges (self->subject->contest, self->subject->post->post);
}

/* ---- the work */

/* The next component whose ballots are there to be tried. */
static gboolean
begin_component (XrExplainWithout *self)
{
  const XrExplainSubject *subject = self->subject;

  while (self->component < (int) subject->contest->plan->components->len)
    {
      int index = self->component++;
      XrMethod method = xr_explain_subject_get_component (subject, index)->method;
      XrBallotEffects *effects;

      if (method != XR_METHOD_GRADED_BALLOT && method != XR_METHOD_RANKED_BALLOT)
        continue;
      effects = xr_ballot_effects_new (subject->office, subject->contest, subject->post, index,
                                       NULL);
      if (effects == NULL)
        continue;
      g_ptr_array_add (self->effects, effects);
      return TRUE;
    }
  return FALSE;
}

gboolean
xr_explain_without_step (XrExplainWithout *self)
{
  const XrExplainSubject *subject = self->subject;

  if (self->done)
    return FALSE;
  if (self->results->len < self->judges->len)
    {
      int judge = g_array_index (self->judges, int, self->results->len);

      g_ptr_array_add (self->results,
                       xr_explain_without_judge (subject->contest, subject->post, judge));
      return TRUE;
    }
  if (self->effects->len > 0
      && xr_ballot_effects_step (g_ptr_array_index (self->effects, self->effects->len - 1)))
    return TRUE;
  if (begin_component (self))
    return TRUE;
  self->done = TRUE;
  xr_explain_without_show (self);
  return FALSE;
}

/* ---- judges */

static const char *
describe_list (gboolean changes)
{
  return changes ? _ ("! others on the list") : _ ("same list");
}

static void
add_judge (XrExplainWithout *self, guint index)
{
  const XrWithout *without = g_ptr_array_index (self->results, index);
  const XrJudge *judge = g_ptr_array_index (self->subject->contest->judges,
                                            g_array_index (self->judges, int, index));
  int position = (int) self->subject->position;
  g_autofree char *rank = xr_explain_describe_ranks (without->ranks[position],
                                                     without->ranks[position]);
  g_autofree char *moved = g_strdup_printf ("%u", without->n_moved);
  const char *component = xr_explain_subject_get_component (self->subject, judge->component)->name;

  if (without->known)
    xr_figure_table_add_cells (self->table,
                               (const char *const[]){ judge->name, component, rank, moved,
                                                      describe_list (without->list_changes), NULL },
                               NULL, NULL);
  else
    xr_figure_table_add_cells (
      self->table,
      (const char *const[]){ judge->name, component, "—", "—", _ ("too few judges left"), NULL },
      NULL, NULL);
}

static void
add_judges (XrExplainWithout *self)
{
  const char *const heads[] = { _ ("Without judge"),   _ ("Component"), _ ("Rank then"),
                                _ ("Ranks that move"), _ ("List"),      NULL };

  if (self->results->len == 0)
    return;
  xr_figure_table_add_sentence (self->table, _ ("Without one judge"), "heading");
  xr_figure_table_add_cells (self->table, heads, "dim-label", NULL);
  for (guint i = 0; i < self->results->len; i++)
    add_judge (self, i);
}

/* ---- ballots */

static void
add_effects (XrExplainWithout *self, const XrBallotEffects *effects)
{
  guint position = self->subject->position;
  const char *name = xr_explain_subject_get_component (self->subject, effects->component)->name;
  g_autofree char *tried = g_strdup_printf ("%u / %u", effects->n_tried, effects->n_ballots);
  g_autofree char *ranks = xr_explain_describe_ranks (effects->best[position],
                                                      effects->worst[position]);
  g_autofree char *moving = g_strdup_printf ("%u", effects->n_moving);
  g_autofree char *lists = effects->n_lists > 0
                             ? g_strdup_printf (_ ("! others with %u ballots"), effects->n_lists)
                             : g_strdup (_ ("same list"));

  if (effects->n_ballots == 0)
    return;
  xr_figure_table_add_cells (
    self->table, (const char *const[]){ name, tried, ranks, moving, lists, NULL }, NULL, NULL);
}

static void
add_ballots (XrExplainWithout *self)
{
  const char *const heads[] = { _ ("Without one ballot"),      _ ("Ballots tried"), _ ("Rank then"),
                                _ ("Ballots that move ranks"), _ ("List"),          NULL };
  gboolean hidden = FALSE;

  if (self->effects->len == 0)
    return;
  xr_figure_table_add_sentence (self->table, _ ("Without one ballot"), "heading");
  xr_figure_table_add_cells (self->table, heads, "dim-label", NULL);
  for (guint i = 0; i < self->effects->len; i++)
    {
      const XrBallotEffects *effects = g_ptr_array_index (self->effects, i);

      add_effects (self, effects);
      hidden = hidden || effects->n_tried < effects->n_ballots;
    }
  if (hidden)
    xr_figure_table_add_sentence (
      self->table,
      _ ("Ballots of groups too small to be shown, and votes counted by hand, are not "
         "tried."),
      "dim-label");
}

/* ---- in one sentence */

/* What hangs on one judge or one ballot; the place on the list before the rank. */
static char *
describe_dependence (XrExplainWithout *self)
{
  guint position = self->subject->position;
  const XrStanding *standing = xr_explain_subject_get_standing (self->subject, position);
  const char *name = xr_explain_subject_get_name (self->subject, standing);
  guint ranks = 0;
  guint lists = 0;

  for (guint i = 0; i < self->results->len; i++)
    {
      const XrWithout *one = g_ptr_array_index (self->results, i);

      ranks += one->known && one->ranks[position] != standing->rank;
      lists += one->known && one->shortlisted[position] != standing->shortlisted;
    }
  for (guint i = 0; i < self->effects->len; i++)
    {
      const XrBallotEffects *one = g_ptr_array_index (self->effects, i);

      ranks += one->best[position] != standing->rank || one->worst[position] != standing->rank;
      lists += one->n_flips[position];
    }
  if (lists > 0)
    return g_strdup_printf (
      _ ("! Whether %1$s is on the list hangs on one judge or one ballot (%2$u cases)."), name,
      lists);
  if (ranks > 0)
    return g_strdup_printf (_ ("The rank of %s hangs on one judge or one ballot; the place on the "
                               "list does not."),
                            name);
  return g_strdup_printf (_ ("Without any one judge or ballot the rank of %s is the same."), name);
}

void
xr_explain_without_show (XrExplainWithout *self)
{
  g_autofree char *text = NULL;

  xr_figure_table_clear (self->table);
  if (self->subject->post == NULL)
    return;
  if (!self->done)
    {
      xr_figure_table_add_sentence (self->table, _ ("Working it out…"), NULL);
      return;
    }
  if (self->results->len == 0 && self->effects->len == 0)
    {
      xr_figure_table_add_sentence (
        self->table, _ ("Nothing of this post comes from judges or from single ballots."), NULL);
      return;
    }
  text = describe_dependence (self);
  xr_figure_table_add_sentence (self->table, text, "title-4");
  add_judges (self);
  add_ballots (self);
  xr_figure_table_add_sentence (
    self->table,
    _ ("The whole result was worked out again without the judge or the ballot. It is a test of how "
       "firm the ranking is, not another result."),
    "dim-label");
}
