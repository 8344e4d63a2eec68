/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"
#include "round/commands.h"

G_BEGIN_DECLS

/* What several papers say in the same way. Rows may be NULL, as in a blank copy; texts live as long as the
 * fill and are NULL where nothing is known. */

/* The first row of @table whose column @where is @id. */
XrRow *xr_common_find (XrFill *fill, const char *table, const char *where, gint64 id);
/* 单位 and 现任职务 of a candidate in one. */
const char *xr_common_position (XrFill *fill, XrRow *person);
/* The day that the plan counts ages by. */
XrDate xr_common_reference_date (XrFill *fill);
/* Full years on it; "1979.05（46岁）" with it. */
const char *xr_common_age (XrFill *fill, XrRow *person);
const char *xr_common_born (XrFill *fill, XrRow *person);
/* The same for narrow cells, in two lines. */
const char *xr_common_born_below (XrFill *fill, XrRow *person);
/* Two texts one above the other; one alone where the other is NULL. */
const char *xr_common_stack (XrFill *fill, const char *upper, const char *lower);
/* "大学／法学学士" */
const char *xr_common_schooling (XrFill *fill, XrRow *person);
/* Name, sex, birth … of a candidate: four rows of three pairs in a table of six columns. */
void xr_common_identity (XrFill *fill, XrGrid *grid, XrRow *person);
#define XR_COMMON_SIX 24, 33, 24, 33, 24, 32

/* Adds a row with a label and words that may run over several lines, from the left and top, @height mm at
 * least. */
void xr_common_long (XrGrid *grid, const char *label, const char *text, double height);
/* The same where people write by hand: nothing is known. @foot: who signs there, or NULL. */
void xr_common_opinion (XrGrid *grid, const char *label, const char *foot, double height);

/* Head of a table cell in 黑体. */
void xr_common_head (XrGrid *grid, guint span, const char *text);

/* A count, NULL where the field is empty. */
const char *xr_common_count (XrFill *fill, XrRow *row, const char *field, const char *unit);
/* "a", "b" → "a、b" over @rows' @field. */
const char *xr_common_join (XrFill *fill, GPtrArray *rows, const char *field);
/* @part of @whole in per cent with two decimals, NULL where @whole is 0. */
const char *xr_common_share (XrFill *fill, gint64 part, gint64 whole);

/* That of an application among @reviews (nullable); NULL where there is none. */
const XrApplicationReview *xr_common_find_review (GPtrArray *reviews, gint64 application);

/* FALSE: the copy is a blank one; for what has no row that would be NULL then. */
gboolean xr_common_is_filled (XrFill *fill);
/* What it takes to draw a lot again (nullable): 种子, 算法, 抽签日期, 抽签人, and 重抽原因 where it was drawn
 * again. */
void xr_common_lot (XrFill *fill, XrRow *lot);
/* 首日 and 末日 of a publicity (nullable). */
void xr_common_period (XrFill *fill, XrRow *publicity);

/* Fills an XrFormSubject for every component of the round that is scored by one of @methods. */
void xr_common_components (XrOffice *office, gint64 round, const char *const *methods,
                           GArray *subjects);
/* Fills an XrFormSubject for every application on the shortlist as it stands: for XrForm.subjects. */
void xr_common_shortlisted (XrOffice *office, gint64 round, GArray *subjects);
/* The same for everybody whom the meeting chose. */
void xr_common_chosen (XrOffice *office, gint64 round, GArray *subjects);
/* The same for everybody who has applied and is still in the running. */
void xr_common_running (XrOffice *office, gint64 round, GArray *subjects);

G_END_DECLS
