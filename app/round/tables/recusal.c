/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties that people entered, and the members of the inspection team who kept away from an inspection. Who has
 * to recuse is worked out from them in round/recusals.c. */

#include "config.h"

#include "round/tables/tables.h"

/* rules.md D18 */
static const XrChoice kinds[] = { { "self", N_ ("the person is the candidate") },
                                  { "spouse", N_ ("husband and wife") },
                                  { "lineal", N_ ("parent, child, grandparent …") },
                                  { "collateral", N_ ("brother, sister, uncle, cousin …") },
                                  { "affine", N_ ("close relative by marriage") },
                                  { "other", N_ ("another tie that may sway a judgement") },
                                  { "namesake", N_ ("only the name is alike") },
                                  { NULL } };

static gboolean
check_relation (XrOffice *office, XrRow *row, GError **error)
{
  const char *kind = xr_row_get (row, "kind");

  if (g_str_equal (kind, "other"))
    return xr_check_given (row, "note", _ ("Write what the tie is."), error);
  if (g_str_equal (kind, "namesake"))
    return xr_check_given (row, "note", _ ("Write how it is known that they are two people."),
                           error);
  return TRUE;
}

static const XrField relation_fields[] = {
  { "person", N_ ("Full name"),
    N_ ("Of the judge, inspector or member of the meeting, as the lists have it."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "kind", N_ ("Tie"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = kinds },
  { "candidate_id", N_ ("Candidate"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .target = "candidate" },
  { "note", N_ ("Note"), N_ ("What it is exactly, and how it is known."), XR_FIELD_TEXT,
    XR_FIELD_IN_LIST },
};

const XrTable xr_table_relation = {
  .name = "relation",
  .title = N_ ("Ties entered by hand"),
  .singular = N_ ("tie"),
  .empty = N_ (
    "None yet. Family lists of the dossiers and readers' declarations are looked through "
    "by the program; add here what else is known."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "person, id",
  XR_FIELDS (relation_fields),
  .check = check_relation,
  .unique = "person candidate_id kind",
};

static const XrField team_recusal_fields[] = {
  { "team_member_id", N_ ("Member of the team who kept away"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "team_member" },
  { "application_id", N_ ("While this was inspected"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .target = "application" },
  { "reason", N_ ("Reason"), N_ ("Such as kinship."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_team_recusal = {
  .name = "team_recusal",
  .title = N_ ("Recusals of the inspection team"),
  .singular = N_ ("recusal"),
  .empty = N_ ("No recusals. Add one when a member keeps away from an inspection."),
  .key = "id",
  .owner = "team_member_id",
  .owner_table = "team_member",
  .stage = 7,
  .order = "team_member_id, id",
  XR_FIELDS (team_recusal_fields),
  .unique = "application_id",
};
