/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What closes a stage. Commands write these (round/stage.h); windows and forms list them. */

#include "config.h"

#include "round/tables/tables.h"

static const XrChoice roles[] = { { "recorder", N_ ("Score keeper") },
                                  { "supervisor", N_ ("Supervisor") },
                                  { "chair", N_ ("Chair") },
                                  { "reviewer", N_ ("Reviewer") },
                                  { "leader", N_ ("Leader in charge") },
                                  { NULL } };

static const XrField signature_fields[] = {
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "role", N_ ("Signs as"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_SUGGEST, .choices = roles },
  { "stage", N_ ("Stage"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = xr_choices_stage },
  { "signed_on", N_ ("Signed on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
};

const XrTable xr_table_signature = {
  .name = "signature",
  .title = N_ ("Signatures"),
  .singular = N_ ("signature"),
  .empty = N_ ("No signatures yet. Sign when all conditions of the stage hold."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "stage, id",
  XR_FIELDS (signature_fields),
  .unique = "stage role name",
};

static const XrChoice event_kinds[] = {
  { "closed", N_ ("closed") },        { "overridden", N_ ("closed with conditions passed over") },
  { "skipped", N_ ("skipped") },      { "reopened", N_ ("reopened") },
  { "amended", N_ ("plan amended") }, { NULL }
};

static const XrField event_fields[] = {
  { "stage", N_ ("Stage"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = xr_choices_stage },
  { "kind", N_ ("What happened"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = event_kinds },
  { "on_date", N_ ("Date"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "by_name", N_ ("By"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "reason", N_ ("Reason"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "unmet", N_ ("Conditions passed over"), NULL, XR_FIELD_PARAGRAPH,
    XR_FIELD_FIXED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_stage_event = {
  .name = "stage_event",
  .title = N_ ("History of the stages"),
  .singular = N_ ("event"),
  .empty = N_ ("Nothing yet. Closing and reopening of stages is listed here."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "id",
  XR_FIELDS (event_fields),
};
