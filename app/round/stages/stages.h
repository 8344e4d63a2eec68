/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/gate.h"
#include "round/round.h"
#include "round/stage.h"

G_BEGIN_DECLS

/* The ten stages, a file each in this folder; round/stage.c has the table of them. */

extern const XrStageInfo xr_stage_announce;
extern const XrStageInfo xr_stage_register;
extern const XrStageInfo xr_stage_eligibility;
extern const XrStageInfo xr_stage_speech;
extern const XrStageInfo xr_stage_evaluation;
extern const XrStageInfo xr_stage_shortlist;
extern const XrStageInfo xr_stage_inspection;
extern const XrStageInfo xr_stage_deliberation;
extern const XrStageInfo xr_stage_publicity;
extern const XrStageInfo xr_stage_appointment;

/* Applications of the round to posts that were not withdrawn; `a`, `c` and `p` are application,
 * candidate and post. More conditions follow with AND. */
#define XR_FROM_APPLICATIONS                                                                       \
  " FROM application a JOIN candidate c ON c.id = a.candidate_id"                                  \
  " JOIN post p ON p.id = a.post_id WHERE p.round_id = :round AND p.cancelled = 0 "

/* The conditions on what the plan has keyed twice in the list's stage. */
void xr_gate_list_add_second_keying (XrGateList *list);

G_END_DECLS
