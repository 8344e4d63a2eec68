/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many go on, and who: the best of a ranked field at or over 最低分数线, with everybody who ties
 * with the last of them (INTERCHANGE 3). A recorded decision may say otherwise; that is not here. */

#include "config.h"

#include "rules/entrants.h"

static __int128
round_size (__int128 numerator, __int128 denominator, XrSizeRounding rounding)
{
  switch (rounding)
    {
    case XR_SIZE_UP:
      return (numerator + denominator - 1) / denominator;
    case XR_SIZE_NEAREST:
      return (2 * numerator + denominator) / (2 * denominator);
    case XR_SIZE_DOWN:
      return numerator / denominator;
    default:
      g_assert_not_reached ();
    }
}

guint
xr_shortlist_size (guint vacancies, XrRatio ratio, XrSizeRounding rounding)
{
  __int128 size = round_size ((__int128) vacancies * ratio.numerator, ratio.denominator, rounding);

  return (guint) CLAMP (size, 1, G_MAXUINT);
}

static gboolean
reaches_minimum (const XrSettings *settings, const XrStanding *standing)
{
  return !settings->has_min_total || xr_decimal_compare (standing->total, settings->min_total) >= 0;
}

void
xr_entrants_shortlist (XrEntrants *self, XrPostResult *result)
{
  const XrSettings *settings = &xr_entrants_get_plan (self)->settings;
  int last_rank = 0;

  result->shortlist_size = xr_shortlist_size (xr_entrants_get_post (self)->vacancies,
                                              settings->shortlist_ratio,
                                              settings->shortlist_rounding);
  for (guint i = 0; i < self->entrants->len; i++)
    {
      const XrEntrant *entrant = g_ptr_array_index (self->entrants, i);
      XrStanding *standing = entrant->standing;

      if (!standing->has_total || !reaches_minimum (settings, standing))
        return;
      if (result->shortlist->len >= result->shortlist_size)
        {
          if (standing->rank != last_rank)
            return;
          result->cutoff_tie = TRUE;
        }
      standing->shortlisted = TRUE;
      last_rank = standing->rank;
      g_ptr_array_add (result->shortlist, standing);
    }
}
