/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/form.h"

G_BEGIN_DECLS

/* The fields of one copy of a form while its provider fills them. Facts (xr_fill_text() and the values of
 * grids) are left out of a blank copy; words (xr_fill_words()) stay. A field that the form has is always
 * set, if only to NULL: a missing one is a mistake in the wording.
 *
 * Set for every form: 单位, 名称 (of the round), 职位, 表名 (of the form), 日期 (today, 2026年3月18日). */

XrOffice *xr_fill_office (XrFill *fill);
gint64 xr_fill_round (XrFill *fill);
const XrFormSubject *xr_fill_subject (XrFill *fill);

/* ---- reading; all rows are the fill's and live as long as it (transfer none) */

/* A row of a table of round/table.h, NULL when @id is 0 or there is none. */
XrRow *xr_fill_load (XrFill *fill, const char *table, gint64 id);
/* Rows of @table whose column @where is @id, in the table's order; "round": all of the round. In a blank
 * copy the rows of the plan only, else none. */
GPtrArray *xr_fill_rows (XrFill *fill, const char *table, const char *where, gint64 id);
/* The person that the copy is about, and the application; NULL in a blank copy. */
XrRow *xr_fill_candidate (XrFill *fill);
XrRow *xr_fill_application (XrFill *fill);
/* The row of the form's own table that the copy is about; NULL in a blank copy. */
XrRow *xr_fill_row (XrFill *fill);
/* The post that the copy is about; NULL in a blank copy, as xr_fill_load() is not. */
XrRow *xr_fill_post (XrFill *fill);
/* The person of an application. */
XrRow *xr_fill_person_of (XrFill *fill, gint64 application);
/* A field as it is stored, NULL where it is empty or @row is NULL. Choices give their stored word: */
const char *xr_fill_get (XrRow *row, const char *field);
/* what such a word is called on paper; @words: "letter=来信;visit=来访". NULL for NULL. (interned) */
const char *xr_fill_word (const char *value, const char *words);
/* A date field as papers write it: 2026年3月18日, 1975.08. (transfer none) (nullable) */
const char *xr_fill_date (XrFill *fill, XrRow *row, const char *field);
const char *xr_fill_month (XrFill *fill, XrRow *row, const char *field);
/* The same for a date that is no field. */
const char *xr_fill_day (XrFill *fill, XrDate date);
/* A text that somebody else owns, kept as long as the fill; NULL for NULL. */
const char *xr_fill_keep (XrFill *fill, const char *text);
/* Full years by month from @born to @on, as text; NULL where one is missing. */
const char *xr_fill_age (XrFill *fill, XrDate born, XrDate on);
/* A text that lives as long as the fill. */
const char *xr_fill_printf (XrFill *fill, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Applications of a post who are still in the running, by strokes of their surnames. (transfer none)
 * (element-type XrRow) */
GPtrArray *xr_fill_applicants (XrFill *fill, gint64 post, gboolean active_only);
/* The same in the order drawn by lot for a component, or 0 (xr_lot_order()): ids of applications; none in a
 * blank copy. (transfer none) (element-type gint64) */
GArray *xr_fill_drawn_order (XrFill *fill, gint64 component, gint64 post);
/* The result that the windows and the report show; NULL in a blank copy and where there is none. @contest:
 * what it was worked out from. Both live until the file changes. */
const XrResult *xr_fill_result (XrFill *fill, const XrCase **contest);
/* That of a post (row id). */
const XrPostResult *xr_fill_post_result (XrFill *fill, gint64 post, const XrCase **contest);
/* How an application stands in it. */
const XrStanding *xr_fill_standing (XrFill *fill, gint64 application, const XrCase **contest);
/* A setting of the plan, NULL where it says nothing; and one that is a date, as papers write it. */
const char *xr_fill_setting (XrFill *fill, const char *name);
const char *xr_fill_setting_date (XrFill *fill, const char *name);
/* A decimal with @places decimals, more only where it would not be exact. */
const char *xr_fill_decimal (XrFill *fill, XrDecimal value, guint places);
/* Sorts rows (XrRow of candidate, or of application) by 姓氏笔画. */
void xr_fill_sort_by_strokes (XrFill *fill, GPtrArray *rows);

/* ---- filling */

/* A fact; NULL: nobody knows it. */
void xr_fill_text (XrFill *fill, const char *name, const char *text);
/* The same for words of the form or the plan that stay in a blank copy. */
void xr_fill_words (XrFill *fill, const char *name, const char *text);
/* Paragraphs: each call adds one; @kind says how it is set. Lines of @text are paragraphs of their own,
 * and those of kind TEXT that begin with 一、 or （一） are headings. NULL only makes the field known. */
void xr_fill_line (XrFill *fill, const char *name, XrBlockKind kind, const char *text);
/* Tables: of columns so wide (mm), */
XrGrid *xr_fill_new_grid (XrFill *fill, const char *name, const double *widths, guint n_widths);
#define xr_fill_grid(fill, name, ...)                                                              \
  xr_fill_new_grid (fill, name, (const double[]){ __VA_ARGS__ },                                   \
                    sizeof ((const double[]){ __VA_ARGS__ }) / sizeof (double))
/* or a list. @columns must outlive the paper: make it static. */
XrGrid *xr_fill_list (XrFill *fill, const char *name, const XrListColumn *columns, guint n_columns);
/* Paper and margins in mm of the next page that has none yet. For forms whose measures are prescribed: a
 * shape for each of their pages and one for continuation pages, which alone bear numbers. */
void xr_fill_shape (XrFill *fill, double width, double height, double left, double top,
                    double right, double bottom);
/* The title of a continuation page for what exact cells can't hold. */
void xr_fill_continuation (XrFill *fill, const char *title);
/* A code that tells sheets apart when they come back: QR at the top right, with the form's id before it.
 * Not for ballots. */
void xr_fill_code (XrFill *fill, const char *number);

/* ---- for forms/form.c and forms/wording.c */

typedef struct
{
  XrBlockKind kind;
  char *text;
} XrFillLine;

typedef struct
{
  char *text;       /* a text field */
  gboolean fact;    /* which a blank copy leaves out */
  GPtrArray *lines; /* paragraphs: XrFillLine */
  XrGrid *grid;     /* a table, of fill->grids */
} XrFillField;

struct _XrFill
{
  XrOffice *office;
  gint64 round;
  const XrForm *form;
  XrFormSubject subject;
  gboolean blank;
  GHashTable *fields; /* name → XrFillField */
  GPtrArray *names;   /* of the fields, in the order in which they were set */
  GPtrArray *grids;   /* XrGrid */
  GArray *shapes;     /* XrPageShape */
  GPtrArray *pool;    /* XrRow: rows that were lent out */
  GSList *lists;      /* GPtrArray: lists that were */
  GSList *orders;     /* GArray: orders that were */
  GStringChunk *texts;
  char *code;
  char *continuation;
};

XrFill *xr_fill_new (const XrForm *form, XrOffice *office, gint64 round,
                     const XrFormSubject *subject, gboolean blank);
void xr_fill_free (XrFill *fill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrFill, xr_fill_free)
/* NULL when the form has no such field. */
const XrFillField *xr_fill_find (XrFill *fill, const char *name);

G_END_DECLS
