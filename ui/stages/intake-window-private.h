/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "exchange/preview.h"
#include "stages/intake-model.h"
#include "stages/intake-window.h"
#include "widgets/choice-bar.h"
#include "widgets/grid-frame.h"

G_BEGIN_DECLS

/* What the files of the intake window share. */

struct _XrIntakeWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  XrPreview *preview;
  XrGridModel *model;
  XrIntakeTable *table; /* of the model */
  gboolean examining;   /* a thread reads the cells: nothing is changed in them meanwhile */
  gboolean again;       /* something is to be examined once more */
  GArray *typed;        /* XrGridEntry that wait; column is a field */
  gboolean touched;     /* something would be lost */
  gboolean done;        /* it is closed or closing */

  XrChoiceBar *states;
  XrGridFrame *frame;
  GtkLabel *notes;
  GtkBox *files;
  GtkWidget *post_box;
  GtkDropDown *post;
  GtkWidget *skip_button, *confirm_button, *apply_button;
};

/* ---- intake-window.c */

/* After something was found out about the rows. */
void xr_intake_window_show_all (XrIntakeWindow *self);
void xr_intake_window_show_button (XrIntakeWindow *self);
XrScoreGrid *xr_intake_window_get_grid (XrIntakeWindow *self);
/* Takes @preview. Returns: the window, over that of @widget */
GtkWidget *xr_intake_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                     XrPreview *preview);

/* ---- intake-work.c */

/* Checks the rows in a thread; once more when it is at work already. */
void xr_intake_window_examine (XrIntakeWindow *self);
/* (element-type XrGridEntry) (transfer full): nothing typed yet */
GArray *xr_intake_typed_new (void);
/* Writes @text into a cell of the preview as soon as no thread reads it. */
void xr_intake_window_type (XrIntakeWindow *self, guint row, guint field, const char *text);
/* Takes the rows in, in a thread, and closes the window. */
void xr_intake_window_apply (XrIntakeWindow *self);
/* How far reading, checking or writing is; @file is what is read. (transfer full) */
char *xr_intake_dup_progress_text (int step, guint done, guint all, const char *file);

/* ---- intake-files.c */

/* A line for each list, with the way to its columns; asks for them where no column could be told. */
void xr_intake_window_add_files (XrIntakeWindow *self);

G_END_DECLS
