/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 测评人员库: the people who vote in evaluations, appointed for a term. They belong to the office and not to a
 * round, and no ballot knows of them. */

#include "config.h"

#include "round/tables/tables.h"

static const XrField juror_fields[] = {
  { "name", N_ ("Name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "group_name", N_ ("Group of voters"), N_ ("As the plan names the group."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "position", N_ ("Unit and post"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "appointed_on", N_ ("Term begins on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "months", N_ ("Months of the term"), NULL, XR_FIELD_INTEGER,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 1, 120, .initial = "12" },
  { "note", N_ ("Note"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_juror = {
  .name = "juror",
  .title = N_ ("Jury of the evaluations"),
  .singular = N_ ("juror"),
  .empty = N_ ("No jurors yet. Add those who vote in evaluations, with the term they are appointed "
               "for; the overview says when it ends."),
  .key = "id",
  .order = "group_name, appointed_on, id",
  XR_FIELDS (juror_fields),
  .unique = "name group_name",
};
