/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/paper.h"

G_BEGIN_DECLS

/* How content becomes pages; for the layout in app/forms/ only. */

typedef struct
{
  XrTypeStyle type;
  double pitch; /* pt from line to line */
  XrAlign align;
  gboolean keep; /* not the last line of a page */
} XrBlockStyle;

const XrBlockStyle *xr_paper_style (const XrPaper *paper, XrBlockKind kind);
XrPageShape xr_paper_shape (const XrPaper *paper, guint page);

typedef struct
{
  XrTypesetter *setter;
  const XrPaper *paper;
  GPtrArray *pages;  /* XrPage */
  XrPage *page;      /* the last of them, NULL before the first */
  XrPageShape shape; /* its shape */
  double y;          /* where the next thing begins */
  GArray *lines;     /* XrFlowLine: texts that wait for their place */
  GPtrArray *rest;   /* XrRest: what did not fit into cells of exact height */
  guint n_cells;
  GError *error; /* the first thing that went wrong */
} XrFlow;

/* A line of text that is to be placed, with all that stands beside each other in it. */
typedef struct
{
  struct
  {
    PangoLayout *layout;
    int line;
    double x, width; /* the room, from the left margin */
    XrAlign align;
  } parts[6];
  guint n_parts;
  double size, pitch;
  const char *field;
  guint cell;
  gboolean keep; /* stays on the page of the next line */
  double below;  /* room that has to be left below it, pt */
} XrFlowLine;

/* What a cell of exact height could not hold. */
typedef struct
{
  const char *field;
  const char *owner; /* of the row, or NULL */
  char *text;
  double hang; /* of the lines after the first of a paragraph, in characters */
} XrRest;

/* Text in the given style; notes characters that no font has as the flow's error. (transfer full) */
PangoLayout *xr_flow_set (XrFlow *flow, const char *text, const XrTypeStyle *type, double width,
                          const char *field);
void xr_flow_new_page (XrFlow *flow);
/* Whether the pages that the form prescribes are used up, so that it goes on after them. */
gboolean xr_flow_goes_on (const XrFlow *flow);
/* What is left of the page, pt; begins the first page. */
double xr_flow_room (XrFlow *flow);
/* Places the waiting lines. */
void xr_flow_flush (XrFlow *flow);
double xr_flow_width (XrFlow *flow);

void xr_flow_text (XrFlow *flow, const XrBlock *block);
void xr_flow_signature (XrFlow *flow, const char *unit, const char *date, const char *field);
void xr_flow_cells (XrFlow *flow, const XrBlock *block);
/* @below: room that has to be left below the last row, pt. */
void xr_flow_grid (XrFlow *flow, XrGrid *grid, double below);
/* 版记: the blocks of the kinds COPIES and ISSUED, at the foot of the last page. */
void xr_flow_imprint (XrFlow *flow, GPtrArray *blocks);
/* Page numbers, code and seal on every page. */
void xr_flow_foot (XrFlow *flow);

G_END_DECLS
