/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 1, the scoring of the plan: components with their dimensions, grades, points and groups. */

#include "config.h"

#include "round/tables/tables.h"
#include "rules/ballot-account.h"

#define PER_CENT(n) ((gint64) (n) *XR_DECIMAL_SCALE)

static const XrChoice methods[] = {
  { "judges", N_ ("Scores of judges") },     { "graded", N_ ("Graded ballots") },
  { "ranked", N_ ("Ranked ballots") },       { "share", N_ ("Share of votes") },
  { "direct", N_ ("Score from elsewhere") }, { NULL },
};
static const XrChoice score_stages[] = { { "4", N_ ("Speeches") },
                                         { "5", N_ ("Evaluation") },
                                         { NULL } };
static const XrChoice roundings[] = { { "half-away", N_ ("Round half up") },
                                      { "cut", N_ ("Cut off") },
                                      { NULL } };
static const XrChoice groupings[] = {
  { "auto", N_ ("By weight where the groups have weights") },
  { "weighted", N_ ("Weighted by group") },
  { "pooled", N_ ("All ballots together") },
  { NULL },
};
static const XrChoice trimmings[] = { { "totals", N_ ("Of the judges' totals") },
                                      { "dimensions", N_ ("Of each dimension") },
                                      { NULL } };
static const XrChoice vote_bases[] = {
  { "valid", N_ ("Valid votes") },
  { "for-against", N_ ("Votes for and against") },
  { "present", N_ ("Those present") },
  { "due", N_ ("Those due to attend") },
  { NULL },
};
static const XrChoice keyings[] = { { "no", N_ ("By one person") },
                                    { "hand", N_ ("By two people") },
                                    { "all", N_ ("By two people, what is imported too") },
                                    { NULL } };
static const XrChoice inclusions[] = { { "weighted", N_ ("Weighted") },
                                       { "bonus", N_ ("Bonus points") },
                                       { NULL } };

static gboolean
check_component (XrOffice *office, XrRow *row, GError **error)
{
  const char *method = xr_row_get (row, "method");
  gboolean judges = g_strcmp0 (method, "judges") == 0;
  gboolean bonus = g_strcmp0 (xr_row_get (row, "inclusion"), "bonus") == 0;
  XrRatio ratio;

  if (!judges && (xr_row_get_int (row, "drop_high") > 0 || xr_row_get_int (row, "drop_low") > 0))
    return xr_check_fail (error,
                          _ ("Only scores of judges can have the highest and lowest dropped. "
                             "Write 0 for both."));
  if (!judges && xr_row_get_int (row, "correction") != 0)
    return xr_check_fail (error, _ ("Only scores of judges can be corrected between panels."));
  if (xr_row_get_int (row, "threshold") != 0 && g_strcmp0 (method, "share") != 0)
    return xr_check_fail (error, _ ("Only a share of votes can be held against the threshold of "
                                    "recommendation."));
  if (bonus && g_strcmp0 (method, "direct") != 0)
    return xr_check_fail (error, _ ("Only a score from elsewhere can be bonus points."));
  if (xr_row_get (row, "cut_ratio") != NULL
      && !xr_ratio_parse (xr_row_get (row, "cut_ratio"), &ratio, error))
    return FALSE;
  if (bonus && g_strcmp0 (xr_row_get (row, "weight"), "0") != 0)
    return xr_check_fail (error, _ ("Bonus points have the weight 0; their full mark is the most "
                                    "that they add."));
  return TRUE;
}

static const XrField component_fields[] = {
  { "name", N_ ("Component"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "method", N_ ("How it is scored"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = methods },
  { "weight", N_ ("Weight (%)"), N_ ("All weights add up to 100."), XR_FIELD_DECIMAL,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, PER_CENT (100) },
  { "stage", N_ ("Scored in"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = score_stages, .initial = "5" },
  { "full_mark", N_ ("Full mark"), NULL, XR_FIELD_DECIMAL, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 1,
    PER_CENT (100000), .initial = "100" },
  { "drop_high", N_ ("Highest scores dropped"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED, 0, 99,
    .initial = "0" },
  { "drop_low", N_ ("Lowest scores dropped"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED, 0, 99,
    .initial = "0" },
  { "trimming", N_ ("Dropped scores are"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED,
    .choices = trimmings, .initial = "totals" },
  { "places", N_ ("Decimals"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, 4,
    .initial = "2" },
  { "rounding", N_ ("Rounding"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED, .choices = roundings,
    .initial = "half-away" },
  { "grouping", N_ ("Groups are counted"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED,
    .choices = groupings, .initial = "auto" },
  { "vote_base", N_ ("Share of"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED, .choices = vote_bases,
    .initial = "valid" },
  { "inclusion", N_ ("Counts as"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED, .choices = inclusions,
    .initial = "weighted" },
  { "pass_line", N_ ("Pass line"), N_ ("Who is below it goes no further."), XR_FIELD_DECIMAL, 0, 0,
    PER_CENT (100000) },
  { "threshold", N_ ("Passes only over the plan's threshold"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED, .initial = "0" },
  { "cut_ratio", N_ ("Ratio of those who pass"),
    N_ ("Passing candidates to vacancies, such as 5:1."), XR_FIELD_TEXT, 0 },
  { "correction", N_ ("Correction between panels"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED,
    .initial = "0" },
  { "correction_trim", N_ ("Left out at each end for the correction"), NULL, XR_FIELD_INTEGER,
    XR_FIELD_REQUIRED, 0, 99, .initial = "0" },
  { "keyed_twice", N_ ("Keying"),
    N_ ("By two people: each keys every sheet without seeing what the "
        "other keyed, and a third decides what differs."),
    XR_FIELD_CHOICE, XR_FIELD_REQUIRED, .choices = keyings, .initial = "no" },
  { "position", N_ ("Place in the plan"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED, 0, 999,
    .initial = "0" },
};

const XrTable xr_table_component = {
  .name = "component",
  .title = N_ ("Components of the score"),
  .singular = N_ ("component"),
  .empty = N_ ("No components yet. Add what is scored, such as the speech; the weights add up to "
               "100."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .plan = TRUE,
  .order = "position, id",
  XR_FIELDS (component_fields),
  .check = check_component,
  .unique = "name",
};

/* The method word of the component that owns @row, or NULL. */
static char *
dup_owner_method (XrOffice *office, XrRow *row)
{
  g_autoptr (XrRow) component = xr_office_load (office, &xr_table_component, xr_row_get_owner (row),
                                                NULL);

  return component == NULL ? NULL : g_strdup (xr_row_get (component, "method"));
}

static gboolean
check_dimension (XrOffice *office, XrRow *row, GError **error)
{
  g_autofree char *method = dup_owner_method (office, row);
  gboolean judges = g_strcmp0 (method, "judges") == 0;

  if (judges && xr_row_get (row, "full_mark") == NULL)
    return xr_check_fail (error, _ ("A dimension that judges score needs its full mark."));
  if (!judges && xr_row_get (row, "full_mark") != NULL)
    return xr_check_fail (error, _ ("Only dimensions that judges score have a full mark of their "
                                    "own; use the weight instead."));
  return TRUE;
}

static const XrField dimension_fields[] = {
  { "name", N_ ("Dimension"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "weight", N_ ("Relative weight"), NULL, XR_FIELD_DECIMAL, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    1, PER_CENT (100000), .initial = "1" },
  { "full_mark", N_ ("Full mark"), N_ ("For scores of judges only."), XR_FIELD_DECIMAL,
    XR_FIELD_IN_LIST, 1, PER_CENT (100000) },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "component" },
};

const XrTable xr_table_dimension = {
  .name = "dimension",
  .title = N_ ("Dimensions"),
  .singular = N_ ("dimension"),
  .empty = N_ ("No dimensions yet. Add what is judged one by one, such as ability and diligence."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .plan = TRUE,
  .order = "id",
  XR_FIELDS (dimension_fields),
  .check = check_dimension,
  .unique = "name",
};

static const XrField grade_fields[] = {
  { "name", N_ ("Grade"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "points", N_ ("Points"), NULL, XR_FIELD_DECIMAL, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    PER_CENT (100000) },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "component" },
};

const XrTable xr_table_grade = {
  .name = "grade",
  .title = N_ ("Grades"),
  .singular = N_ ("grade"),
  .empty = N_ ("No grades yet. Add the grades of the ballot with their points; without grades "
               "points are written on it."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .plan = TRUE,
  .order = "points DESC, id",
  XR_FIELDS (grade_fields),
  .unique = "name",
};

static const XrField place_points_fields[] = {
  { "place", N_ ("Place on the ballot"), N_ ("0 is for those whom the ballot does not name."),
    XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, 99 },
  { "points", N_ ("Points"), NULL, XR_FIELD_DECIMAL, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    PER_CENT (100000) },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "component" },
};

const XrTable xr_table_place_points = {
  .name = "place_points",
  .title = N_ ("Points of places"),
  .singular = N_ ("place"),
  .empty = N_ (
    "No points yet. Add the points of first, second, third place and of not being named."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .plan = TRUE,
  .order = "place = 0, place",
  XR_FIELDS (place_points_fields),
  .unique = "place",
};

static int
get_count (XrRow *row, const char *field)
{
  return xr_row_get (row, field) == NULL ? XR_COUNT_NONE : (int) xr_row_get_int (row, field);
}

/* The account of rules.md section 4; what is not there yet is not held against anything. */
static gboolean
check_voter_group (XrOffice *office, XrRow *row, GError **error)
{
  XrBallotAccount account = XR_BALLOT_ACCOUNT_NONE;
  g_autoptr (GArray) faults = NULL;

  account.due = get_count (row, "due");
  account.present = get_count (row, "present");
  account.issued = get_count (row, "issued");
  account.returned = get_count (row, "returned");
  account.invalid = get_count (row, "invalid");
  account.valid = get_count (row, "valid");
  faults = xr_ballot_account_check (&account);
  return faults->len == 0
         || xr_check_fail (error, xr_ballot_fault_text (g_array_index (faults, XrBallotFault, 0)));
}

static const XrField voter_group_fields[] = {
  { "name", N_ ("Group of voters"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "weight", N_ ("Weight (%)"), N_ ("Needed where groups are weighted."), XR_FIELD_DECIMAL,
    XR_FIELD_IN_LIST, 0, PER_CENT (100) },
  { "due", N_ ("Due to attend"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE, 0,
    G_MAXINT },
  { "present", N_ ("Present"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE, 0,
    G_MAXINT },
  { "issued", N_ ("Ballots issued"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE,
    0, G_MAXINT },
  { "returned", N_ ("Ballots returned"), NULL, XR_FIELD_INTEGER,
    XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE, 0, G_MAXINT },
  { "valid", N_ ("Valid ballots"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE, 0,
    G_MAXINT },
  { "invalid", N_ ("Invalid ballots"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST | XR_FIELD_EVIDENCE,
    0, G_MAXINT },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "component" },
};

const XrTable xr_table_voter_group = {
  .name = "voter_group",
  .title = N_ ("Groups of voters"),
  .singular = N_ ("group"),
  .empty = N_ ("No groups yet. Add who votes; without groups all ballots count alike."),
  .key = "id",
  .owner = "component_id",
  .owner_table = "component",
  .stage = 5,
  .plan = TRUE,
  .order = "id",
  XR_FIELDS (voter_group_fields),
  .check = check_voter_group,
  .unique = "name",
};
