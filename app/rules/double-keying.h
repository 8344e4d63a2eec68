/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two keyings of the same sheets of paper, compared sheet by sheet and figure by figure. Score sheets,
 * ballots and counts are all the same here: a sheet is found by what it is of, never by its turn, and
 * every figure on it is about one candidate. */

/* A figure. What is not there is not in the sheet. */
typedef struct
{
  gint64 candidate;
  gint64 dimension;  /* 0: the component has none */
  gint64 part;       /* counts: which one of several; else 0 */
  gboolean is_void;  /* 弃权 or 回避 */
  gint64 value;      /* ten-thousandths, a count, or a place; 0 when void */
  const char *keyer; /* who keyed it, interned; NULL: it came from a workbook */
} XrKeyedCell;

typedef struct
{
  gint64 id;                 /* of the row that the sheet is in its keying */
  gint64 post, group, judge; /* 0: none */
  char *number;              /* 票号; "" for a sheet that is no ballot */
  const char *keyer;         /* who keyed it, interned; NULL: it came from a workbook */
  GArray *cells;             /* XrKeyedCell */
} XrKeyedSheet;

XrKeyedSheet *xr_keyed_sheet_new (void);
void xr_keyed_sheet_free (XrKeyedSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyedSheet, xr_keyed_sheet_free)
/* NULL when there is none. (transfer none) */
const XrKeyedCell *xr_keyed_sheet_find (const XrKeyedSheet *sheet, gint64 candidate,
                                        gint64 dimension, gint64 part);
/* What two keyings of one sheet of paper have in common: what it is of. Of numbers of digits only the value
 * counts. (transfer full) */
char *xr_keyed_sheet_dup_key (const XrKeyedSheet *sheet);

/* What is on a sheet, for what a figure that is not there means. */
typedef enum
{
  XR_SHEET_SCORES, /* nothing: it was not keyed */
  XR_SHEET_MARKS,  /* graded and yes/no ballots: the same as an abstention */
  XR_SHEET_PLACES, /* ranked ballots: not named; sheets differ as a whole */
  XR_SHEET_COUNTS, /* the same as 0 */
} XrSheetKind;

typedef struct
{
  /* The keyings of the sheet; NULL: one has no such sheet. (transfer none) */
  const XrKeyedSheet *first, *second;
  /* The figure that differs; both NULL where the sheets as a whole are meant. (transfer none) */
  const XrKeyedCell *first_cell, *second_cell;
} XrKeyingDifference;

typedef struct
{
  GPtrArray *first, *second; /* XrKeyedSheet */
  GArray *differences;       /* XrKeyingDifference, by sheet of the first keying */
  GPtrArray *missing; /* XrKeyedSheet of the first, borrowed: not keyed twice, or not wholly */
  guint needed;       /* sheets that have to be keyed twice */
} XrKeyingComparison;

/**
 * xr_keying_compare:
 * @first, @second: (transfer full) (element-type XrKeyedSheet)
 * @all: figures from a workbook have to be keyed a second time too
 * @kind_of: what is on a sheet
 * @valid_of: how many valid ballots the sheet's group has by its account, −1 where it does not say
 *
 * A ballot that only the first keying has is not keyed yet; once the second has as many ballots of the
 * group as the first, or as there are valid ones, it is a difference. One that only the second has is a
 * difference.
 */
typedef XrSheetKind (*XrSheetKindFunc) (const XrKeyedSheet *sheet, gpointer data);
typedef gint64 (*XrSheetValidFunc) (const XrKeyedSheet *sheet, gpointer data);
XrKeyingComparison *xr_keying_compare (GPtrArray *first, GPtrArray *second, gboolean all,
                                       XrSheetKindFunc kind_of, XrSheetValidFunc valid_of,
                                       gpointer data);
void xr_keying_comparison_free (XrKeyingComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingComparison, xr_keying_comparison_free)

G_END_DECLS
