/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Adds to the plan the rules that the template of the round gives for the rank of @post, a row that has
 * just been added. Inside the transaction of the command. */
gboolean xr_rank_rules_follow (XrOffice *office, XrRow *before, XrRow *post, GError **error);

G_END_DECLS
