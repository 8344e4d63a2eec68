/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attendance and majorities by exact whole numbers: 不少于 is ≥, 超过 is strictly more. It does not know
 * which body a plan means; the caller names it. */

#include "rules/quorum.h"

#include "core/rational.h"

int
xr_body_counts_get (const XrBodyCounts *counts, XrBody body)
{
  switch (body)
    {
    case XR_BODY_MEMBERS:
      return counts->members;
    case XR_BODY_DUE:
      return counts->due;
    case XR_BODY_PRESENT:
      return counts->present;
    case XR_BODY_VALID:
      return counts->valid;
    default:
      g_return_val_if_reached (XR_COUNT_NONE);
    }
}

static XrRational *
take_share (XrRatio ratio, gint64 base)
{
  XrRational *share = xr_rational_new_fraction (ratio.numerator, ratio.denominator);

  xr_rational_multiply_fraction (share, base, 1);
  return share;
}

gint64
xr_quorum_least_present (XrRatio ratio, gint64 base)
{
  g_autoptr (XrRational) share = take_share (ratio, base);

  return xr_rational_ceil (share);
}

gint64
xr_quorum_least_majority (XrRatio ratio, gint64 base)
{
  g_autoptr (XrRational) share = take_share (ratio, base);

  return xr_rational_floor (share) + 1;
}

static XrShareCheck
check (gint64 needed, int base, int count)
{
  return (XrShareCheck){ TRUE, count >= needed, base, (int) MIN (needed, G_MAXINT) };
}

XrShareCheck
xr_quorum_check_presence (XrRatio ratio, XrBody body, const XrBodyCounts *counts)
{
  int base = xr_body_counts_get (counts, body);

  if (base == XR_COUNT_NONE || counts->present == XR_COUNT_NONE)
    return (XrShareCheck){ FALSE, FALSE, 0, 0 };
  return check (xr_quorum_least_present (ratio, base), base, counts->present);
}

XrShareCheck
xr_quorum_check_majority (XrRatio ratio, XrBody body, const XrBodyCounts *counts, int yes)
{
  int base = xr_body_counts_get (counts, body);

  if (base == XR_COUNT_NONE || yes == XR_COUNT_NONE)
    return (XrShareCheck){ FALSE, FALSE, 0, 0 };
  return check (xr_quorum_least_majority (ratio, base), base, yes);
}
