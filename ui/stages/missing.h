/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/stage.h"

G_BEGIN_DECLS

/* Where something is still to be keyed, so that a condition leads to the very place. */

/* The first component of @stage that lacks a value for somebody in the running, 0: none does; @post
 * receives the post of that person, and stays as it is when there is none. */
gint64 xr_find_missing_score (XrOffice *office, gint64 round, XrStage stage, gint64 *post);
/* Of @component, the first group of voters whose keyed ballots (of @post, where they have one) are not as
 * many as its valid ones; @otherwise when all are. */
gint64 xr_find_unkeyed_group (XrOffice *office, gint64 component, gint64 post, gint64 otherwise);
/* Of @components (element-type XrRow), the first whose second keying lacks something or differs; else the
 * first that is keyed twice; 0: none is. */
gint64 xr_find_unsettled_keying (XrOffice *office, GPtrArray *components);

G_END_DECLS
