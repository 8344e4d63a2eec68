/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts the view of components shows for each method, and where conditions lead. Tables only. */
#include "config.h"

#include "stages/component-parts.h"

#include <string.h>

/* The first part is the one that is shown first. */
static const struct
{
  const char *method;
  const char *parts[7];
  gboolean by_post;
} methods[] = {
  { "judges", { "scores", "judges", "lots", "twice" }, TRUE },
  { "direct", { "scores", "lots", "twice" }, TRUE },
  { "graded", { "account", "ballots", "tally", "lots", "twice", "results" }, FALSE },
  { "ranked", { "account", "ballots", "lots", "twice", "results" }, TRUE },
  { "share", { "account", "ballots", "votes", "lots", "twice", "results" }, FALSE },
};

static const struct
{
  const char *place;
  const char *part;
} places[] = {
  { "judge", "judges" },    { "lot", "lots" },          { "voter_group", "account" },
  { "ballots", "ballots" }, { "ballot", "ballots" },    { "vote_count", "votes" },
  { "tally", "tally" },     { "score", "scores" },      { "direct_score", "scores" },
  { "second", "twice" },    { "differences", "twice" },
};

gboolean
xr_method_has_part (const char *method, const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (methods[i].method, method) == 0)
      return g_strv_contains (methods[i].parts, part);
  return FALSE;
}

gboolean
xr_method_has_post (const char *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (methods[i].method, method) == 0)
      return methods[i].by_post;
  return FALSE;
}

const char *
xr_component_part_at (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].place, place) == 0)
      return places[i].part;
  return NULL;
}
