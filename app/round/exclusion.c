/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up somebody of a round for the rules of exclusion. */

#include "config.h"

#include "round/exclusion.h"

#include "rules/exclusion.h"

static const XrCandidate *
find_candidate (const XrCase *contest, gint64 id)
{
  for (guint i = 0; i < contest->applications->len; i++)
    {
      const XrApplication *application = &g_array_index (contest->applications, XrApplication, i);
      if (application->id == id)
        return g_ptr_array_index (contest->candidates, application->candidate);
    }
  return NULL;
}

char *
xr_round_exclusion_facts (XrOffice *office, gint64 round, gint64 application, const char *item)
{
  const XrCase *contest = NULL;
  const XrCandidate *candidate;

  if (xr_round_get_result (office, round, &contest, NULL) == NULL)
    return NULL;
  candidate = find_candidate (contest, application);
  return candidate == NULL
           ? NULL
           : xr_exclusion_facts (item, candidate, &contest->plan->settings, xr_date_today ());
}
