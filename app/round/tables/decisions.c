/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of any stage, and stage 6: who is inspected and what speaks against it. */

#include "config.h"

#include "round/tables/tables.h"

static const XrChoice decision_kinds[] = {
  { "extend", N_ ("Registration extended") },
  { "merge", N_ ("Posts merged") },
  { "cancel", N_ ("Post withdrawn") },
  { "proceed", N_ ("Goes on all the same") },
  { "tie", N_ ("Tie at the cut settled") },
  { "order", N_ ("Departure from the order") },
  { "no-candidate", N_ ("No suitable candidate") },
  { "end-round", N_ ("Round ended") },
  { NULL },
};

static gboolean
check_decision (XrOffice *office, XrRow *row, GError **error)
{
  const char *kind = xr_row_get (row, "kind");

  if (g_strcmp0 (kind, "end-round") == 0 || g_strcmp0 (kind, "proceed") == 0
      || g_strcmp0 (kind, "extend") == 0)
    return TRUE;
  return xr_check_given (row, "post_id", _ ("Choose the post that this decision is about."), error);
}

static const XrField decision_fields[] = {
  { "kind", N_ ("Decision"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = decision_kinds },
  { "post_id", N_ ("Post"), NULL, XR_FIELD_REFERENCE, XR_FIELD_IN_LIST, .target = "post",
    .none = N_ ("all posts") },
  { "stage", N_ ("Stage"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = xr_choices_stage },
  { "reason", N_ ("Reason"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "decided_by", N_ ("Decided by"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "decided_on", N_ ("Decided on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
};

const XrTable xr_table_decision = {
  .name = "decision",
  .title = N_ ("Recorded decisions"),
  .singular = N_ ("decision"),
  .empty = N_ ("No decisions yet. Record what was decided where the plan leaves it open, with the "
               "reason."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "stage, decided_on, id",
  XR_FIELDS (decision_fields),
  .check = check_decision,
};

static const XrField shortlist_fields[] = {
  { "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application" },
  { "reason", N_ ("Reason for departing from the ranking"), NULL, XR_FIELD_PARAGRAPH,
    XR_FIELD_IN_LIST },
};

const XrTable xr_table_shortlist = {
  .name = "shortlist",
  .title = N_ ("Candidates for inspection"),
  .singular = N_ ("candidate for inspection"),
  .empty = N_ ("No list recorded. The shortlist of the ranking stands."),
  .key = "application_id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 6,
  .order = "application_id",
  XR_FIELDS (shortlist_fields),
};

/* X1 to X7 of rules.md 2.3. */
static const XrChoice exclusion_items[] = {
  { "X1", N_ ("Broke political discipline") },
  { "X2", N_ ("Little trusted by colleagues") },
  { "X3", N_ ("Last appraisal below competent") },
  { "X4", N_ ("Canvassed for posts or votes") },
  { "X5", N_ ("Spouse or children settled abroad") },
  { "X6", N_ ("Admonished or disciplined, with effect") },
  { "X7", N_ ("Other reasons") },
  { NULL },
};

static gboolean
check_exclusion (XrOffice *office, XrRow *row, GError **error)
{
  if (xr_row_get_int (row, "found") == 0)
    return TRUE;
  return xr_check_given (row, "note", _ ("Write what was found."), error);
}

static const XrField exclusion_fields[] = {
  { "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application" },
  { "item", N_ ("Item"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = exclusion_items },
  { "found", N_ ("Found"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "note", N_ ("Finding"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_IN_LIST },
  { "checked_by", N_ ("Checked by"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "checked_on", N_ ("Checked on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
};

const XrTable xr_table_exclusion_check = {
  .name = "exclusion_check",
  .title = N_ ("Reasons against inspection"),
  .singular = N_ ("item"),
  .empty = N_ ("No items checked yet. Check each item for everybody who is to be inspected."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 6,
  .order = "application_id, item",
  XR_FIELDS (exclusion_fields),
  .check = check_exclusion,
  .unique = "item",
};

/* Q8 of rules.md 2.1: the listed grounds of 破格. */
static const XrChoice waiver_grounds[] = {
  { "task", N_ ("A key moment or an urgent task") },
  { "special", N_ ("Special requirements of the field or the place") },
  { "scarce", N_ ("Candidates with the qualification are scarce") },
  { "other", N_ ("Another special need of the work") },
  { NULL },
};

static const XrField waiver_fields[] = {
  { "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application" },
  { "rule_id", N_ ("Condition"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "rule" },
  { "ground", N_ ("Ground"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = waiver_grounds },
  { "grounds", N_ ("Circumstances and reasons"), N_ ("They are told in the publicity too."),
    XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED },
  { "document", N_ ("Number of the document"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "granted_on", N_ ("Date of the document"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "granted_by", N_ ("Body that consented"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_waiver = {
  .name = "waiver",
  .title = N_ ("Exceptions"),
  .singular = N_ ("exception"),
  .empty = N_ ("No exceptions. They are granted beside the condition that is not met."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 3,
  .order = "application_id, id",
  XR_FIELDS (waiver_fields),
  .unique = "rule_id",
};
