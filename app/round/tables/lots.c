/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drawn by lot. The command draws (round/lots.h); windows and papers only read it. */

#include "config.h"

#include "round/tables/tables.h"

static const XrChoice kinds[] = { { "order", N_ ("Order") },
                                  { "rooms", N_ ("Rooms or groups") },
                                  { "people", N_ ("People out of a pool") },
                                  { NULL } };

static const XrField lot_fields[] = {
  { "subject", N_ ("What is drawn"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "kind", N_ ("Kind of lot"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = kinds },
  { "component_id", N_ ("Component"), NULL, XR_FIELD_REFERENCE, XR_FIELD_FIXED,
    .target = "component", .none = N_ ("all that is scored of the post") },
  { "post_id", N_ ("For the post"), NULL, XR_FIELD_REFERENCE, XR_FIELD_FIXED, .target = "post",
    .none = N_ ("all posts together") },
  { "seed", N_ ("Seed made in the room"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_FIXED },
  { "algorithm", N_ ("Algorithm"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_FIXED },
  { "parts", N_ ("Rooms, groups or panels"), NULL, XR_FIELD_TEXT, XR_FIELD_FIXED },
  { "seats", N_ ("Drawn for each"), NULL, XR_FIELD_INTEGER, XR_FIELD_FIXED, 1, 999 },
  { "reserves", N_ ("In reserve"), NULL, XR_FIELD_INTEGER, XR_FIELD_FIXED, 0, 999 },
  { "drawn_on", N_ ("Drawn on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "drawn_by", N_ ("Drawn by"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "reason", N_ ("Why it was drawn again"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_FIXED },
};

const XrTable xr_table_lot = {
  .name = "lot",
  .title = N_ ("Lots"),
  .singular = N_ ("lot"),
  .empty = N_ ("Nothing is drawn yet."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "id",
  XR_FIELDS (lot_fields),
};
