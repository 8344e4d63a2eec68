/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "round/round.h"

G_BEGIN_DECLS

/* What the steps of an example share: the round that is being told. Rows are named in the files by
 * what they are called on the screen. */
typedef struct
{
  XrOffice *office;
  gint64 round;
} XrDemo;

/* A text of a step, NULL where it has none. */
const char *xr_demo_text (JsonObject *step, const char *name);
/* The texts of a list of a step, which may be empty. (transfer container), ended by NULL */
const char **xr_demo_texts (JsonArray *list);
/* The row of @table in the round whose title is @title or begins with that word; 0 with @error. */
gint64 xr_demo_find (XrDemo *demo, const char *table, const char *title, GError **error);
/* The same for the row that the text @name of the step names. */
gint64 xr_demo_find_named (XrDemo *demo, JsonObject *step, const char *name, const char *table,
                           GError **error);

/* Each does one step of a kind. */
gboolean xr_demo_add_rows (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_set_settings (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_change_row (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_key_scores (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_key_graded (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_key_ranked (XrDemo *demo, JsonObject *step, GError **error);
gboolean xr_demo_key_second (XrDemo *demo, JsonObject *step, GError **error);
/* Any step: what it does is said by its text `do`. */
gboolean xr_demo_do_step (XrDemo *demo, JsonObject *step, GError **error);

G_END_DECLS
