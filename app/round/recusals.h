/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/gate.h"
#include "round/office.h"
#include "round/stage.h"

G_BEGIN_DECLS

/* Who judges, inspects or decides on a relative or on somebody else to whom there is a tie, and whether they
 * have recused (rules.md D18). Ties come from the family lists of the dossiers, from readers of review
 * packages who declared a conflict, and from what people entered (table relation). */

typedef enum
{
  XR_DUTY_JUDGE,     /* 评委: gives no marks to the candidate */
  XR_DUTY_INSPECTOR, /* 考察组: takes no part in the inspection */
  XR_DUTY_MEMBER,    /* 会议成员: leaves the room */
} XrDuty;

typedef struct
{
  XrDuty duty;
  gint64 person; /* row of judge, team_member or attendee */
  gint64 application, candidate;
  char *name;         /* who recuses */
  char *task;         /* component or meeting, "" for inspectors */
  char *about, *post; /* the candidate's name, and the post applied for */
  char *why; /* the ties; of a recusal without one its reason, "" where none is on record */
  gboolean established; /* a tie of D18 that people entered: it is no likeness of names */
  gboolean alike;  /* only a name says so: people may enter that they are two (xr_recusal_deny()) */
  gboolean marked; /* a judge who gave marks all the same */
  gboolean done;
} XrRecusal;

void xr_recusal_free (XrRecusal *recusal);
/* Those due and those done, by duty and person; @stage 4, 5, 7 or 8, 0: of all. (transfer full) (element-type
 * XrRecusal) */
GPtrArray *xr_recusals (XrOffice *office, gint64 round, XrStage stage);
/* Those due and not done, as sentences for lists. (transfer full) (element-type char *) */
GPtrArray *xr_recusals_due (XrOffice *office, gint64 round, XrStage stage);

/* Two conditions of the stage: what people entered has to be done; what a name tells only is a warning. */
void xr_gate_list_add_recusals (XrGateList *list, XrStage stage);
/* The place of both: the list of recusals. */
#define XR_PLACE_RECUSALS "recusals"

/* Commands. Each is refused when the stage of the duty is closed. */

/* @reason: why, for the record. A judge's marks for the candidate give way to 回避. */
gboolean xr_recusal_record (XrOffice *office, const XrRecusal *recusal, const char *reason,
                            GError **error);
gboolean xr_recusal_take_back (XrOffice *office, const XrRecusal *recusal, GError **error);
/* Enters that only the name is alike; @note says how that is known. */
gboolean xr_recusal_deny (XrOffice *office, gint64 round, const XrRecusal *recusal,
                          const char *note, GError **error);

G_END_DECLS
