/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/double-keying.h"
#include "rules/plan.h"

G_BEGIN_DECLS

/* 双人录入: what two people keyed from the same sheets of paper. The first keying is what counts: scores,
 * ballots, counts in their own tables. The second stands apart, is never counted, and is compared with the
 * first; what differs goes to the desk, where a third person decides. */

typedef enum
{
  XR_KEYING_FIRST = 1,
  XR_KEYING_SECOND = 2,
} XrKeying;

/* What the plan asks for. */
XrTwice xr_component_keyed_twice (XrOffice *office, gint64 component);

/* ---- reading */

/* The sheets of a keying. (transfer full) (element-type XrKeyedSheet) */
GPtrArray *xr_keying_load (XrOffice *office, XrKeying keying, gint64 component);
/* The ballot with that row id, NULL when there is none. (transfer full) */
XrKeyedSheet *xr_keying_load_ballot (XrOffice *office, XrKeying keying, gint64 id);
/* How a figure of a sheet reads, as it would be typed. (transfer full) */
char *xr_keyed_cell_dup_text (XrOffice *office, gint64 component, const XrKeyedSheet *sheet,
                              const XrKeyedCell *cell);
/* How people call a sheet: 「处级干部 第 7 票」, a judge, a group. (transfer full) */
char *xr_keyed_sheet_dup_title (XrOffice *office, gint64 component, const XrKeyedSheet *sheet);
/* Both keyings of a component side by side. (transfer full) */
XrKeyingComparison *xr_component_compare_keyings (XrOffice *office, gint64 component);
/* Who keyed anything the first time. (transfer full) (element-type char *) */
GPtrArray *xr_component_first_keyers (XrOffice *office, gint64 component);

/* ---- keying */

/**
 * xr_ballot_save:
 * @keyer: who keys; NULL: the operator
 * @ballot: with its id, 0: a new one; an empty number becomes the next free one. On success it has id and
 *   number
 *
 * Writes one ballot with all that is on it, at once and whole. A new ballot waits for its batch before it
 * comes into the record (xr_waiting_settle()). The second keying is refused to who keyed the sheet first.
 */
gboolean xr_ballot_save (XrOffice *office, XrKeying keying, const char *keyer, gint64 component,
                         XrKeyedSheet *ballot, GError **error);
/* The number after the greatest one of digits in that keying. (transfer full) */
char *xr_ballot_dup_next_number (XrOffice *office, XrKeying keying, gint64 component, gint64 post,
                                 gint64 group);
gboolean xr_ballot_remove (XrOffice *office, XrKeying keying, gint64 id, GError **error);

/* A figure of the second keying on a sheet that is no ballot; ids are 0 where there are none such. */
typedef struct
{
  gint64 group, judge;
  gint64 candidate, dimension, part;
  const char *text; /* as it is typed into the grids of the first keying; "" clears */
} XrSecondFigure;

/* Writes all of @figures or none, as one entry in the record. */
gboolean xr_second_set (XrOffice *office, gint64 component, const char *keyer,
                        const XrSecondFigure *figures, guint n, GError **error);
/* Whether @keyer may begin the second keying: a name, and not that of the only first keyer. */
gboolean xr_second_check_keyer (XrOffice *office, gint64 component, const char *keyer,
                                GError **error);

/* ---- batches of ballots for the record */

/* How many sheets wait. @component 0: of the whole file. */
guint xr_waiting_count (XrOffice *office, gint64 component);
/* Brings the sheets of @round (0: of all) that wait into the record, those of one component and keying in
 * one entry, in an order that is no order of keying; fewer than @fewest stay where they are. */
gboolean xr_waiting_settle (XrOffice *office, gint64 round, guint fewest, GError **error);
/* A batch that tells nothing; XR_BATCH_FULL sheets are brought into the record without waiting for more. */
#define XR_BATCH_FEWEST 5
#define XR_BATCH_FULL   30

/* ---- the desk */

typedef enum
{
  XR_CHOOSE_FIRST,
  XR_CHOOSE_SECOND,
  XR_CHOOSE_OTHER, /* neither: what the paper says */
} XrKeyingChoice;

/* One difference, in words. */
typedef struct
{
  char *sheet;                      /* 「处级干部 第 7 票」 */
  char *item;                       /* 「张三 · 德」; "" for the sheet as a whole */
  char *first_text, *second_text;   /* "" where nothing was keyed */
  char *first_keyer, *second_keyer; /* "" unknown */
  gboolean can_be_other;            /* XR_CHOOSE_OTHER may be chosen */
  XrKeyedSheet *first, *second;     /* copies; NULL: there is no such sheet */
  gint64 candidate, dimension, part;
} XrDeskLine;

/* (transfer full) (element-type XrDeskLine) */
GPtrArray *xr_keying_list_differences (XrOffice *office, gint64 component);
/* How far the second keying is and what differs, in a sentence. (transfer full) */
char *xr_keying_dup_state (XrOffice *office, gint64 component);

/**
 * xr_keying_decide:
 * @other: with XR_CHOOSE_OTHER what holds, as it is typed into the grid
 * @by: neither of the two who keyed the sheet
 *
 * Makes both keyings say what holds; what they said stays in keying_decision.
 */
gboolean xr_keying_decide (XrOffice *office, gint64 component, const XrDeskLine *line,
                           XrKeyingChoice choice, const char *other, const char *by,
                           const char *reason, GError **error);

/* How often who was wrong. */
typedef struct
{
  char *keyer;
  guint figures; /* keyed, both keyings together */
  guint wrong;   /* decided against what was keyed */
  guint open;    /* differences that nobody decided yet */
} XrKeyerRate;

/* Those who keyed the component, by name. (transfer full) (element-type XrKeyerRate) */
GPtrArray *xr_keying_rates (XrOffice *office, gint64 component);

G_END_DECLS
