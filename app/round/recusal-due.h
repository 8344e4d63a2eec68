/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/gate.h"
#include "round/office.h"
#include "round/stage.h"

G_BEGIN_DECLS

/* Who of the judges of @stage (4, 5), or of the members of the meeting (8), has the name of a relative that
 * a candidate's dossier lists, of a tie that asks for a recusal (rules/kinship.h), or declared a conflict of
 * interest as the reader of a review package, and has not recused: sentences for lists. (transfer full) (element-type char *) */
GPtrArray *xr_recusals_due (XrOffice *office, gint64 round, XrStage stage);
/* The warning of the stage; leads to @place. */
void xr_gate_list_add_recusals (XrGateList *list, XrStage stage, const char *place);

G_END_DECLS
