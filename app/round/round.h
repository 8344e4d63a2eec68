/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/intake.h"
#include "round/office.h"

G_BEGIN_DECLS

/* A round as a whole: making one, its settings, its case and its result. */

/* (transfer full) (element-type XrRow), rows of `round` in the order of their numbers. */
GPtrArray *xr_round_list (XrOffice *office);
/* NULL with XR_ROUND_ERROR_NOT_FOUND "there is no round 7 …", or _DAMAGED. (transfer full) */
XrRow *xr_round_load (XrOffice *office, gint64 round, GError **error);

/* ---- built-in plans: resources/plans/ID.json */

typedef struct
{
  const char *id;          /* bureau-2011 */
  const char *title;       /* 局机关缺位竞岗, as stands in the plan */
  const char *description; /* two sentences for choosing, in Chinese as the plan itself */
} XrPlanTemplate;

/* (transfer none), ended by a NULL id */
const XrPlanTemplate *xr_plan_templates (void);
/* The template as an intake: settings, components, rules. Rules that a template gives for a rank of post
 * (正科级) come in intake->rank_rules. (transfer full) */
XrIntake *xr_plan_template_load (const char *id, GError **error);

/* A new round from a template (NULL: an empty plan), or a copy of another round's plan. Returns its
 * number, 0 with @error. */
gint64 xr_round_create (XrOffice *office, const char *title, const char *unit,
                        const char *template_id, GError **error);
gint64 xr_round_copy_plan (XrOffice *office, gint64 from, const char *title, GError **error);

/* ---- settings of the plan (sheet 方案 and the texts of the announcement) */

typedef enum
{
  XR_SETTING_RULE, /* the rules compute with it */
  XR_SETTING_TEXT, /* a text of the plan: 竞岗原则, 选拔范围, 纪律要求 … */
} XrSettingPart;

typedef struct
{
  XrField field;    /* name: stable ASCII word; label, kind, choices for the window. Values of
                         * choices are the words of the workbook. REQUIRED: a plan that is announced
                         * must say it */
  const char *word; /* 项目 of the workbook, NULL for texts that the workbook lacks */
  XrSettingPart part;
  const char *fallback; /* canonical value that holds when the plan says nothing, or NULL */
} XrSetting;

/* (transfer none), ended by a NULL field name; in the order of the pages */
const XrSetting *xr_settings_all (void);
const XrSetting *xr_setting_find (const char *name);
const XrSetting *xr_setting_find_word (const char *word);
/* The value as stored, NULL when the plan says nothing. (transfer full) */
char *xr_round_dup_setting (XrOffice *office, gint64 round, const char *name);
/* Checks and stores; NULL or "" removes. Frozen with the plan. */
gboolean xr_round_set_setting (XrOffice *office, gint64 round, const char *name, const char *text,
                               GError **error);
/* The row of the table `setting`, a new one where the plan says nothing: for xr_office_amend() of an
 * announced plan. (transfer full) */
XrRow *xr_round_load_setting (XrOffice *office, gint64 round, const char *name);
/* Reads settings (canonical texts by name) into @settings; FALSE names the setting. */
gboolean xr_settings_read (GHashTable *values, XrSettings *settings, GError **error);

/* ---- the case and its result */

typedef enum
{
  XR_LOAD_PLAN = 0,
  XR_LOAD_PEOPLE = 1 << 0,
  XR_LOAD_EVIDENCE = 1 << 1, /* scores, tallies, votes and the sums of ballots; implies people */
} XrLoadFlags;

/* (transfer full): the plan, and with it what @flags ask for, as plain values with ids. */
XrCase *xr_round_load_case (XrOffice *office, gint64 round, XrLoadFlags flags, GError **error);
/* The result, computed once for a state of the file. (transfer none): valid until the next `changed`.
 * @contest, if not NULL, receives the case it was computed from (transfer none). */
const XrResult *xr_round_get_result (XrOffice *office, gint64 round, const XrCase **contest,
                                     GError **error);

/* The same to keep beyond the next `changed`, for work that goes on in steps. FALSE with @error; @contest and
 * @result: (out) (transfer full) */
gboolean xr_round_ref_result (XrOffice *office, gint64 round, XrCase **contest, XrResult **result,
                              GError **error);

/* Streams the marks of a component's graded ballots in the order of ballots; for the report. */
typedef gboolean (*XrMarkFunc) (gint64 ballot, const char *group, gint64 candidate,
                                gint64 dimension, gboolean abstains, XrDecimal points,
                                gpointer data);
gboolean xr_round_foreach_mark (XrOffice *office, gint64 component, XrMarkFunc func, gpointer data,
                                GError **error);

/* ---- taking in */

/**
 * xr_round_import:
 * @intake: what the workbook reader made; rows with id 0 are written
 * @round: 0 for a new round, else the round to add to
 *
 * All or nothing, one entry in the record. Ballots are written in shuffled order.
 *
 * Returns: the round's number, 0 with @error
 */
gint64 xr_round_import (XrOffice *office, XrIntake *intake, gint64 round, GCancellable *cancellable,
                        GError **error);
/* The round as an intake, for the workbook reader to add to: plan, settings, people, scores and counts
 * with their ids, and its ballots without their marks. (transfer full) */
XrIntake *xr_round_load_intake (XrOffice *office, gint64 round, GError **error);

G_END_DECLS
