/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the round as it is with the round as an amendment would make it: ranks, totals, shortlist and
 * the judgement of the rules. Applications are matched by their rows, as a change may move places. */

#include "config.h"

#include "round/amend-effect.h"

#include "round/commands.h"
#include "round/office-private.h"
#include "round/round.h"

/* A state of the round. */
typedef struct
{
  XrCase *contest;
  XrResult *result;
  GPtrArray *reviews;    /* XrApplicationReview */
  GHashTable *standings; /* application id → XrStanding */
} Picture;

static void
clear_picture (Picture *self)
{
  g_clear_pointer (&self->standings, g_hash_table_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->result, xr_result_free);
  g_clear_pointer (&self->contest, xr_case_free);
}

static gboolean
take_picture (Picture *self, XrOffice *office, gint64 round, GError **error)
{
  self->contest = xr_round_load_case (office, round, XR_LOAD_EVIDENCE, error);
  if (self->contest == NULL)
    return FALSE;
  self->reviews = xr_round_review (office, round, error);
  if (self->reviews == NULL)
    return FALSE;
  self->result = xr_result_compute (self->contest);
  self->standings = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (self->result->posts, i);

      for (guint k = 0; k < post->standings->len; k++)
        {
          XrStanding *standing = g_ptr_array_index (post->standings, k);
          XrApplication *row = &g_array_index (self->contest->applications, XrApplication,
                                               standing->application);

          g_hash_table_insert (self->standings, &row->id, standing);
        }
    }
  return TRUE;
}

static XrVerdict
find_verdict (const Picture *self, gint64 application)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (self->reviews, i);

      if (review->application == application)
        return review->state;
    }
  return XR_VERDICT_UNKNOWN;
}

static void
free_line (gpointer data)
{
  XrEffectLine *line = data;

  g_free (line->post);
  g_free (line->number);
  g_free (line->name);
  g_free (line->total_before);
  g_free (line->total_after);
  g_free (line);
}

gboolean
xr_effect_line_is_change (const XrEffectLine *line)
{
  return line->rank_before != line->rank_after || line->listed_before != line->listed_after
         || line->verdict_before != line->verdict_after
         || g_strcmp0 (line->total_before, line->total_after) != 0;
}

static char *
dup_total (const Picture *picture, const XrStanding *standing)
{
  if (standing == NULL || !standing->has_total)
    return NULL;
  return xr_decimal_format (standing->total, picture->contest->plan->settings.total_places);
}

static XrEffectLine *
create_line (const Picture *before, const Picture *after, const XrPostResult *post,
             const XrStanding *standing)
{
  const XrApplication *row = &g_array_index (before->contest->applications, XrApplication,
                                             standing->application);
  const XrCandidate *candidate = g_ptr_array_index (before->contest->candidates, row->candidate);
  const XrStanding *then = g_hash_table_lookup (after->standings, &row->id);
  XrEffectLine *line = g_new0 (XrEffectLine, 1);

  line->application = row->id;
  line->post = g_strdup (
    ((XrPost *) g_ptr_array_index (before->contest->plan->posts, post->post))->name);
  line->number = g_strdup (candidate->number);
  line->name = g_strdup (candidate->name);
  line->rank_before = standing->rank;
  line->total_before = dup_total (before, standing);
  line->listed_before = standing->shortlisted;
  line->verdict_before = find_verdict (before, row->id);
  line->verdict_after = find_verdict (after, row->id);
  line->total_after = dup_total (after, then);
  line->rank_after = then != NULL ? then->rank : 0;
  line->listed_after = then != NULL && then->shortlisted;
  return line;
}

static GPtrArray *
compare (const Picture *before, const Picture *after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  for (guint i = 0; i < before->result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (before->result->posts, i);

      for (guint k = 0; k < post->standings->len; k++)
        g_ptr_array_add (lines,
                         create_line (before, after, post, g_ptr_array_index (post->standings, k)));
    }
  return lines;
}

GPtrArray *
xr_office_preview_effect (XrOffice *office, XrRow *row, gboolean remove, GError **error)
{
  gint64 round = xr_office_round_of (office, row);
  g_autoptr (XrRow) copy = xr_row_copy (row);
  Picture before = { NULL }, after = { NULL };
  GPtrArray *lines = NULL;
  gboolean taken;

  if (!take_picture (&before, office, round, error) || !xr_office_begin (office, error))
    {
      clear_picture (&before);
      return NULL;
    }
  taken = xr_office_change_unfrozen (office, copy, remove, error)
          && take_picture (&after, office, round, error);
  xr_office_rollback (office);
  if (taken)
    lines = compare (&before, &after);
  clear_picture (&before);
  clear_picture (&after);
  return lines;
}
