/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/paper.h"
#include "round/office.h"

G_BEGIN_DECLS

/* The official forms. A form is
 *
 *   app/forms/papers/ID.c     what it is about and the fields that it fills (below),
 *   resources/forms/ID.txt    its wording, which an office may change and keep,
 *   one line `ID` in the table of app/forms/meson.build.
 *
 * Everything else follows from these: layout, command line, menus, preview, template editing, .xlsx
 * twins, tests. A form never asks whether its copy is blank: what it gives as a fact is left out by
 * the fill itself. A provider, whole:
 *
 *   // 考察谈话记录: one for each person inspected.
 *   #include "forms/fill.h"
 *
 *   static void
 *   fill (XrFill *fill)
 *   {
 *     XrRow *person = xr_fill_candidate (fill);        // NULL in a blank copy, which is fine
 *     XrGrid *grid = xr_fill_grid (fill, "表", 25, 60, 25, 60);
 *
 *     xr_fill_text (fill, "姓名", xr_fill_get (person, "name"));
 *     xr_grid_row (grid, 10);
 *     xr_grid_pair (grid, "谈话对象", 1, NULL);
 *     xr_grid_pair (grid, "时间", 1, NULL);
 *   }
 *
 *   XR_FORM_DEFINE (talk_record, .id = "talk-record", .title = "考察谈话记录",
 *                   .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (7),
 *                   .kind = XR_PAPER_SHEET, .flags = XR_FORM_SEALED, .fill = fill)
 *
 * and its wording (syntax: forms/wording.h):
 *
 *   # {单位}考察谈话记录
 *   {表}
 *   | 谈话人签名： | 记录人签名： |
 */

typedef struct _XrFill XrFill;

typedef enum
{
  XR_SCOPE_ROUND,
  XR_SCOPE_POST,
  XR_SCOPE_CANDIDATE, /* an application: a person who applies for two posts has two */
  XR_SCOPE_JUDGE,     /* a judge of a component for a post */
} XrFormScope;

typedef enum
{
  XR_FORM_SEALED = 1 << 0,  /* signed: ends with the seal of the record */
  XR_FORM_STAMPED = 1 << 1, /* the unit's seal goes over unit and date */
  XR_FORM_LIST = 1 << 2,    /* its tables also make an .xlsx twin */
  XR_FORM_BALLOT = 1 << 3,  /* never bears a seal, a time or anything that tells two copies apart */
  XR_FORM_PERSONAL
  = 1 << 4, /* anybody who is asked for by name has a copy, though all copies are fewer */
} XrFormFlags;

#define XR_AT_STAGE(n) (1u << (n))

/* What one copy is about; ids of the office file, 0: nothing or nobody. */
typedef struct
{
  gint64 post, application, judge;
  gint64 component,
    group;    /* a scored component and a voter group, where the form has one for each */
  gint64 row; /* of the form's own table, where it has one */
} XrFormSubject;

typedef struct
{
  const char *id;    /* stable ASCII word */
  const char *title; /* official name: Chinese in every language, like the paper itself */
  XrFormScope scope;
  guint
    stages; /* XR_AT_STAGE() of each; the first form of a stage in the table is its main paper */
  XrPaperKind kind;
  XrFormFlags flags;
  const char *table; /* a table of round/table.h: a copy for each of its rows; or NULL */
  /* Appends an XrFormSubject for each copy; NULL: all of the round by table or scope. */
  void (*subjects) (XrOffice *office, gint64 round, GArray *subjects);
  void (*fill) (XrFill *fill);
} XrForm;

/* Defines the form that the line NAME of the table names (dashes become underscores). */
#define XR_FORM_DEFINE(name, ...)                                                                  \
  extern const XrForm xr_form_##name;                                                              \
  const XrForm xr_form_##name = { __VA_ARGS__ };

/* All forms, ended by NULL, in the order of the stages. */
const XrForm *const *xr_form_all (void);
/* NULL when there is none of that id. */
const XrForm *xr_form_find (const char *id);
/* "round", "post", "candidate", "judge" */
const char *xr_form_scope_id (XrFormScope scope);

/* Every copy that the round has of the form, in order. (transfer full) (element-type XrFormSubject) */
GArray *xr_form_subjects (const XrForm *form, XrOffice *office, gint64 round);
/* What a copy is about, for lists: 「张三 · 办公室主任」, a post, a judge; the round's name. (transfer full) */
char *xr_form_subject_title (const XrForm *form, XrOffice *office, gint64 round,
                             const XrFormSubject *subject);

/* The names that its wording may use. (transfer full) */
char **xr_form_list_fields (const XrForm *form, XrOffice *office, gint64 round,
                            const XrFormSubject *subject);

/**
 * xr_form_compose:
 * @subject: what the copy is about; (nullable) for a blank one of the round
 * @blank: leave out every fact
 * @wording: text instead of the stored one, for trying it out; or NULL
 *
 * Returns: (transfer full): the copy's content; NULL with XR_FORM_ERROR_WORDING when the wording does not
 *   fit the form
 */
XrPaper *xr_form_compose (const XrForm *form, XrOffice *office, gint64 round,
                          const XrFormSubject *subject, gboolean blank, const char *wording,
                          GError **error);

G_END_DECLS
