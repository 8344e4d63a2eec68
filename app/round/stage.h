/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The ten stages: what each is for, its conditions, its sign-off. A stage is one file in round/stages/
 * and one line in the table of round/stage.c. */

typedef enum
{
  XR_STAGE_ANNOUNCE = 1,
  XR_STAGE_REGISTER,
  XR_STAGE_ELIGIBILITY,
  XR_STAGE_SPEECH,
  XR_STAGE_EVALUATION,
  XR_STAGE_SHORTLIST,
  XR_STAGE_INSPECTION,
  XR_STAGE_DELIBERATION,
  XR_STAGE_PUBLICITY,
  XR_STAGE_APPOINTMENT,
  XR_STAGE_CLOSED, /* the round is over */
} XrStage;

#define XR_N_STAGES 10

typedef enum
{
  XR_STAGE_STATE_TO_COME,
  XR_STAGE_STATE_CURRENT,
  XR_STAGE_STATE_DONE,
  XR_STAGE_STATE_OVERRIDDEN, /* done with conditions passed over */
  XR_STAGE_STATE_SKIPPED,
} XrStageState;

/* One condition. */
typedef struct
{
  char *id;    /* stable word: plan-weights, second-signature … */
  char *title; /* short and translated: "the weights add up to 100" */
  gboolean met;
  char *why;        /* one translated sentence: what is missing, or what holds it up; "" when met */
  gboolean warning; /* shown with its sentence when not met, but holds nothing up */
  char *place; /* where it is mended, for the windows: a table name of round/table.h, or a word that
                   * the page knows (scores, ballots, ranking, signature …) */
} XrGate;

void xr_gate_free (XrGate *gate);

/* Collects the conditions of a stage while it is looked at. */
typedef struct
{
  XrOffice *office;
  gint64 round;
  XrStage stage;
  GPtrArray *gates; /* XrGate */
} XrGateList;

/* @why: (transfer full) (nullable): NULL when the condition holds. */
void xr_gate_list_add (XrGateList *list, const char *id, const char *title, char *why,
                       const char *place);

typedef struct
{
  XrStage stage;
  const char *id;             /* announce, register … */
  const char *title;          /* msgid: 公布方案 */
  const char *purpose;        /* msgid: one sentence what the stage is for */
  const char *const *tables;  /* names of the tables that it records, ended by NULL */
  const char *const *signers; /* roles that sign: recorder, supervisor …, ended by NULL */
  void (*conditions) (XrGateList *list);
  /* Whether the round's plan has the stage; NULL: always. A stage that it lacks is skipped. */
  gboolean (*exists) (XrOffice *office, gint64 round);
  /* What closing does beside moving on, inside its transaction; or NULL. */
  gboolean (*close) (XrOffice *office, gint64 round, GError **error);
  /* Takes back what closing did, when this stage or one before it is reopened; or NULL. */
  gboolean (*reopen) (XrOffice *office, gint64 round, GError **error);
  /* The figure for the list of stages ("24", "1!"); NULL: none. (transfer full) */
  char *(*figure) (XrOffice *office, gint64 round);
} XrStageInfo;

const XrStageInfo *xr_stage_info (XrStage stage);
/* The state in one word: "done", "current" … (transfer none), translated */
const char *xr_stage_state_label (XrStageState state);
/* The stable word of a state: done, current, to-come, skipped, overridden. */
const char *xr_stage_state_id (XrStageState state);
/* The word of a role in the current language. */
const char *xr_role_label (const char *role);

XrStage xr_round_current_stage (XrOffice *office, gint64 round);
XrStageState xr_round_stage_state (XrOffice *office, gint64 round, XrStage stage);
/* All conditions of the stage, the signatures last. (transfer full) (element-type XrGate) */
GPtrArray *xr_stage_gates (XrOffice *office, gint64 round, XrStage stage);
/* How many hold the stage up: unmet and no warning. */
guint xr_gates_unmet (GPtrArray *gates);
/* The first of them, NULL when there is none. (transfer none) */
const XrGate *xr_gates_first_unmet (GPtrArray *gates);

/* Signs the current stage; barrier of undo. Undone only by reopening. */
gboolean xr_stage_sign (XrOffice *office, gint64 round, XrStage stage, const char *role,
                        const char *name, XrDate on, GError **error);
/**
 * xr_stage_close:
 * @by: who closes it
 * @override_reason: why it closes although conditions do not hold, or NULL
 *
 * Closes the current stage and opens the next one that the plan has. Without @override_reason all
 * conditions must hold, else XR_ROUND_ERROR_GATE with the first unmet one. A barrier of undo.
 */
gboolean xr_stage_close (XrOffice *office, gint64 round, const char *by,
                         const char *override_reason, GError **error);
/* Goes back to @stage; signatures from it on are void and deleted; stays in stage_event. */
gboolean xr_stage_reopen (XrOffice *office, gint64 round, XrStage stage, const char *by,
                          const char *reason, GError **error);
/* The seal of the entry that closed the stage, NULL while it is open. (transfer full) */
char *xr_stage_dup_seal (XrOffice *office, gint64 round, XrStage stage);
/* Signatures, closing and overrides as one sentence for the bar of a closed stage. (transfer full) */
char *xr_stage_dup_summary (XrOffice *office, gint64 round, XrStage stage);

G_END_DECLS
