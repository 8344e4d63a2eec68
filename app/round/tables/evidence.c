/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages 4 and 5: who judges, and the counts and scores that come from elsewhere. Scores of judges and
 * ballots have commands of their own (round/commands.h). */

#include "config.h"

#include "round/tables/tables.h"

#define POINTS_MAX ((gint64) 100000 * XR_DECIMAL_SCALE)

static gboolean
check_judge (XrOffice *office, XrRow *row, GError **error)
{
  g_autoptr (XrRow) component = xr_office_load (office, &xr_table_component, xr_row_get_owner (row),
                                                error);

  if (component == NULL)
    return FALSE;
  if (g_strcmp0 (xr_row_get (component, "method"), "judges") != 0)
    return xr_check_fail (error, _ ("This component is not scored by judges."));
  return TRUE;
}

static const XrField judge_fields[] = {
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "position", N_ ("Unit and position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "post_id", N_ ("For the post"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .target = "post" },
  { "panel", N_ ("Panel"), N_ ("Empty where there is one panel only."), XR_FIELD_TEXT,
    XR_FIELD_IN_LIST, .initial = "" },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "component" },
};

const XrTable xr_table_judge = {
  .name = "judge",
  .title = N_ ("Judges"),
  .singular = N_ ("judge"),
  .empty = N_ ("No judges yet. Add the judges of this component; each scores every candidate."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .stage = 5,
  .order = "post_id, panel, id",
  XR_FIELDS (judge_fields),
  .check = check_judge,
  .unique = "post_id panel name",
};

#define GROUP_FIELD                                                                                \
  {                                                                                                \
    "group_id", N_ ("Group of voters"), NULL, XR_FIELD_REFERENCE, XR_FIELD_IN_LIST,                \
      .target = "voter_group"                                                                      \
  }
#define CANDIDATE_FIELD                                                                            \
  {                                                                                                \
    "candidate_id", N_ ("Candidate"), NULL, XR_FIELD_REFERENCE,                                    \
      XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .target = "candidate"                                  \
  }
#define KEYER_FIELD                                                                                \
  {                                                                                                \
    "keyer", N_ ("Keyed by"), NULL, XR_FIELD_TEXT, XR_FIELD_HIDDEN                                 \
  }
#define COMPONENT_FIELD                                                                            \
  {                                                                                                \
    "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE,                                    \
      XR_FIELD_REQUIRED | XR_FIELD_FIXED, .target = "component"                                    \
  }

static const XrField tally_fields[] = {
  CANDIDATE_FIELD,
  GROUP_FIELD,
  { "dimension_id", N_ ("Dimension"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .target = "dimension" },
  { "points", N_ ("Points"), N_ ("The points of the grade that was counted."), XR_FIELD_DECIMAL,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, POINTS_MAX },
  { "votes", N_ ("Marks"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    G_MAXINT },
  KEYER_FIELD,
  COMPONENT_FIELD,
};

const XrTable xr_table_tally = {
  .name = "tally",
  .title = N_ ("Marks counted by hand"),
  .singular = N_ ("count"),
  .empty = N_ ("No counts yet. Add them here when the ballots were counted by hand."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .stage = 5,
  .order = "candidate_id, group_id, dimension_id, points DESC",
  XR_FIELDS (tally_fields),
  .unique = "group_id candidate_id dimension_id points",
};

static const XrField vote_count_fields[] = {
  CANDIDATE_FIELD,
  GROUP_FIELD,
  { "yes", N_ ("In favour"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    G_MAXINT },
  { "no", N_ ("Against"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, G_MAXINT,
    .initial = "0" },
  { "abstain", N_ ("Abstained"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    G_MAXINT, .initial = "0" },
  KEYER_FIELD,
  COMPONENT_FIELD,
};

/* The votes on one name are no more than the ballots of the group, where that number is there. */
static gboolean
check_vote_count (XrOffice *office, XrRow *row, GError **error)
{
  g_autoptr (XrRow) group = NULL;
  gint64 votes = xr_row_get_int (row, "yes") + xr_row_get_int (row, "no")
                 + xr_row_get_int (row, "abstain");

  if (xr_row_get (row, "group_id") == NULL)
    return TRUE;
  group = xr_office_load (office, &xr_table_voter_group, xr_row_get_int (row, "group_id"), error);
  if (group == NULL)
    return FALSE;
  if (xr_row_get (group, "valid") != NULL && votes > xr_row_get_int (group, "valid"))
    return xr_check_fail (error,
                          _ ("More votes than the group has valid ballots. Correct the votes "
                             "or the account of the group."));
  return TRUE;
}

const XrTable xr_table_vote_count = {
  .name = "vote_count",
  .title = N_ ("Votes counted"),
  .singular = N_ ("count"),
  .empty = N_ ("No votes yet. Add for each candidate how many voted for and against."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .stage = 5,
  .order = "candidate_id, group_id",
  XR_FIELDS (vote_count_fields),
  .check = check_vote_count,
  .unique = "group_id candidate_id",
};

static const XrField direct_score_fields[] = {
  CANDIDATE_FIELD,
  { "dimension_id", N_ ("Dimension"), NULL, XR_FIELD_REFERENCE, XR_FIELD_IN_LIST,
    .target = "dimension" },
  { "value", N_ ("Score"), NULL, XR_FIELD_DECIMAL, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    POINTS_MAX },
  KEYER_FIELD,
  COMPONENT_FIELD,
};

const XrTable xr_table_direct_score = {
  .name = "direct_score",
  .title = N_ ("Scores from elsewhere"),
  .singular = N_ ("score"),
  .empty = N_ ("No scores yet. Add the score of each candidate."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .stage = 5,
  .order = "candidate_id, dimension_id",
  XR_FIELDS (direct_score_fields),
  .unique = "candidate_id dimension_id",
};
