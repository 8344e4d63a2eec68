/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/grid.h"
#include "forms/page.h"

G_BEGIN_DECLS

/* One copy of a form as content: what it says in which order, not yet where. A form makes it from its
 * wording and its fields (forms/fill.h); xr_paper_lay_out() makes pages of it. */

typedef enum
{
  XR_PAPER_DOCUMENT, /* A4 by GB/T 9704-2012: 22 lines of 28 characters, — 1 — */
  XR_PAPER_SHEET,    /* A4, 20 mm margins, 第1页 共2页: tables and ballots */
  XR_PAPER_WIDE,     /* the same, landscape */
  XR_PAPER_A3,       /* the same, A3 landscape */
} XrPaperKind;

/* Paper and margins, pt. */
typedef struct
{
  double width, height, left, top, right, bottom;
} XrPageShape;

typedef enum
{
  XR_BLOCK_TITLE,
  XR_BLOCK_SUBTITLE,   /* centred below the title: number, date, （试行） */
  XR_BLOCK_ADDRESSEE,  /* flush left */
  XR_BLOCK_HEADING,    /* 一、 */
  XR_BLOCK_SUBHEADING, /* （一） */
  XR_BLOCK_TEXT,       /* a paragraph, indented by two characters */
  XR_BLOCK_PLAIN,      /* a paragraph without indent */
  XR_BLOCK_RIGHT,      /* a line at the right */
  XR_BLOCK_ATTACHMENT, /* 附件：1. … */
  XR_BLOCK_NOTE,       /* small */
  XR_BLOCK_SIGNATURE,  /* unit, then date */
  XR_BLOCK_CELLS,      /* words spread over the line, divided by '|': places to sign */
  XR_BLOCK_GRID,
  XR_BLOCK_COPIES, /* 版记: 抄送 */
  XR_BLOCK_ISSUED, /* 版记: 印发机关|日期 */
  XR_BLOCK_PAGE,   /* a new page */
} XrBlockKind;

typedef struct
{
  XrBlockKind kind;
  char *text;
  const char *field; /* interned: what fills it, for a sentence about it; or NULL */
  XrGrid *grid;      /* GRID; the paper's */
} XrBlock;

typedef struct
{
  XrPaperKind kind;
  char *title;       /* of the PDF */
  GPtrArray *blocks; /* XrBlock */
  GArray
    *shapes; /* XrPageShape of the first, second … page. The last one is that of continuation pages:
                without any the pages bear no numbers, as the prescribed form has none. Empty: by kind */
  gboolean stamped;   /* the unit's seal goes over unit and date */
  char *continuation; /* title of the page for what does not fit into its place; or NULL */
  char *seal;         /* of the record, at the foot of the last page; or NULL */
  char *code;         /* form code and sheet number as QR at the top right of each page; or NULL */
  GPtrArray *grids;   /* XrGrid: all that blocks point at */
} XrPaper;

XrPaper *xr_paper_new (XrPaperKind kind);
void xr_paper_free (XrPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPaper, xr_paper_free)

/* (transfer none) */
XrBlock *xr_paper_add (XrPaper *paper, XrBlockKind kind, const char *text, const char *field);
/* @grid is in paper->grids. */
void xr_paper_add_grid (XrPaper *paper, XrGrid *grid);

/* What the paper says as plain text, its tables left out: titles, body and signature, divided by empty lines.
 * (transfer full) */
char *xr_paper_dup_text (const XrPaper *paper);

#define XR_FORM_ERROR (xr_form_error_quark ())
GQuark xr_form_error_quark (void);

typedef enum
{
  XR_FORM_ERROR_GLYPH,   /* no font has a character */
  XR_FORM_ERROR_WORDING, /* the wording names a field that the form does not have */
  XR_FORM_ERROR_NOTHING, /* the round has nobody and nothing that the form is about */
  XR_FORM_ERROR_WRITE,   /* the PDF or workbook could not be written */
} XrFormError;

/**
 * xr_paper_lay_out:
 *
 * Returns: (transfer full) (element-type XrPage): NULL with XR_FORM_ERROR_GLYPH, which names the field,
 *   when no font has a character: a paper never bears a box in its place
 */
GPtrArray *xr_paper_lay_out (const XrPaper *paper, XrTypesetter *setter, GError **error);

G_END_DECLS
