/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/sql.h"
#include "round/stage.h"

G_BEGIN_DECLS

/* How the stages say their conditions; for app/round/ only. */

/* Adds a condition that holds when @sql (with :round bound) finds nothing. @sentence is a format with
 * the number found (%u) and their names (%s), translated already. */
void xr_gate_list_add_none (XrGateList *list, const char *id, const char *title,
                            const char *sentence, const char *place, const char *sql);
/* Likewise for names that were collected otherwise. */
void xr_gate_list_add_names (XrGateList *list, const char *id, const char *title,
                             const char *sentence, const char *place, GPtrArray *names);
/* Makes the condition added last a warning: it is shown and does not hold anything up. */
void xr_gate_list_make_warning (XrGateList *list);
/* The names of a list as a sentence; NULL when there are none. (transfer full) */
char *xr_gate_sentence (const char *sentence, GPtrArray *names);

/* The count of @sql with :round bound, 0 when there is none. */
gint64 xr_gate_list_count (XrGateList *list, const char *sql);

/* Adds the condition that every component of @stage (0: of all stages) has a value for every active
 * candidate. */
void xr_gate_list_add_components (XrGateList *list, const char *id, int stage);

/* Why a component has no value, in a few words. (transfer full) */
char *xr_describe_missing (const XrComponentResult *component);

/* Today's date as the office file stores it. (transfer full) */
char *xr_today_iso (void);

G_END_DECLS
