/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/ballots.h"
#include "round/command.h"

G_BEGIN_DECLS

/* The writing of scores inside a transaction that the caller has begun, shared by single scores and
 * pasted blocks. */

gboolean xr_write_score (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
                         const char *text, GError **error);
gboolean xr_write_direct_score (XrOffice *office, gint64 component, gint64 candidate,
                                gint64 dimension, const char *text, GError **error);
/* A count of xr_vote_counts_set() or xr_tallies_set(): its table and the field without which it is none. */
gboolean xr_write_count (XrOffice *office, gint64 component, const char *table,
                         const char *main_field, const XrCount *count, GError **error);
/* A score from 0 to the full mark of the component or sub-item. */
gboolean xr_parse_score (XrOffice *office, gint64 component, gint64 dimension, const char *text,
                         XrDecimal *value, GError **error);
/* 回避 or H */
gboolean xr_text_is_recusal (const char *text);
/* The operator, NULL while nobody said who keys. (transfer none) */
const char *xr_keyer_or_null (XrOffice *office);
/* Whether the operator may key a sheet that is no ballot the first time; @group and @judge 0: none. */
gboolean xr_check_first_keyer (XrOffice *office, gint64 component, gint64 group, gint64 judge,
                               GError **error);
/* Whether the stage of the component is open; @round receives its round. */
gboolean xr_check_component_open (XrOffice *office, gint64 component, gint64 *round,
                                  GError **error);

G_END_DECLS
