/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items that can be read off the registration: appraisals below 称职 and a punishment that still has effect. */

#include "config.h"

#include "rules/exclusion.h"

#include <glib/gi18n-lib.h>

#include "rules/appraisals.h"

static const char *
word_of (XrAppraisal appraisal)
{
  return appraisal == XR_APPRAISAL_FAILED ? "不称职" : "基本称职";
}

/* X3: 基本称职 or lower in the years before the reference date; one year unless the plan says more. */
static char *
find_poor_appraisal (const XrCandidate *candidate, const XrSettings *settings)
{
  XrDate reference = xr_settings_reference_date (settings);
  int years = settings->appraisal_years == XR_COUNT_NONE ? 1 : settings->appraisal_years;

  if (!xr_date_is_set (reference))
    return NULL;
  for (int i = 1; i <= years; i++)
    {
      guint year = reference.year - i;
      XrAppraisal appraisal = xr_appraisals_find (candidate->appraisals, year);
      if (appraisal == XR_APPRAISAL_FAILED || appraisal == XR_APPRAISAL_BASIC)
        return g_strdup_printf (_ ("The appraisal of %1$u is %2$s"), year, word_of (appraisal));
    }
  return NULL;
}

/* On its last day the period is not over; of a month that is all that is known, on none of its days. */
static gboolean
is_over (XrDate until, XrDate today)
{
  if (until.day == 0)
    today.day = 0;
  return xr_date_compare (until, today) < 0;
}

/* X6 */
static char *
find_punishment (const XrCandidate *candidate, XrDate today)
{
  g_autofree char *until = NULL;

  if (!xr_date_is_set (candidate->punished_until) || is_over (candidate->punished_until, today))
    return NULL;
  until = xr_date_to_text (candidate->punished_until);
  return g_strdup_printf (_ ("The period of punishment runs until %s"), until);
}

char *
xr_exclusion_facts (const char *item, const XrCandidate *candidate, const XrSettings *settings,
                    XrDate today)
{
  if (g_strcmp0 (item, "X3") == 0)
    return find_poor_appraisal (candidate, settings);
  if (g_strcmp0 (item, "X6") == 0)
    return find_punishment (candidate, today);
  return NULL;
}
