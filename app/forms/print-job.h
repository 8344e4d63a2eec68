/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/form.h"

G_BEGIN_DECLS

/* Several copies of a form in a row, one after the other: as pages for drawing, or as one PDF. Only one
 * copy is in memory at a time. Works in any thread, with an office of its own there. */

typedef struct
{
  const XrForm *form;
  XrOffice *office;
  gint64 round;
  GArray *subjects; /* XrFormSubject; a blank copy: none, or those it is for */
  gboolean blank;
} XrPrintJob;

/* Copies of @form for @post and @application (0: all). (transfer full): NULL with
 * XR_FORM_ERROR_NOTHING when there is nobody and nothing to print it for. A blank copy needs nobody. */
XrPrintJob *xr_print_job_new (const XrForm *form, XrOffice *office, gint64 round, gint64 post,
                              gint64 application, gboolean blank, GError **error);
void xr_print_job_free (XrPrintJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPrintJob, xr_print_job_free)

guint xr_print_job_get_n_copies (const XrPrintJob *job);
/* The pages of copy @i. (transfer full) (element-type XrPage) */
GPtrArray *xr_print_job_lay_out (const XrPrintJob *job, guint i, XrTypesetter *setter,
                                 GError **error);

/* One side of paper of a batch. */
typedef struct
{
  guint copy, page; /* from 0 */
} XrPrintSide;

typedef enum
{
  XR_PRINT_BY_COPY,           /* all of one copy, then the next */
  XR_PRINT_FRONTS_THEN_BACKS, /* odd pages of all copies, then the even ones: the pile is turned by hand */
} XrPrintOrder;

/* @n_pages: of each copy (guint). (transfer full) (element-type XrPrintSide) */
GArray *xr_print_sides (const GArray *n_pages, XrPrintOrder order);

/* Called before each copy, in the thread of the work. */
typedef void (*XrProgressFunc) (guint done, guint all, gpointer data);

/**
 * xr_print_job_write_pdf:
 * @path: written as a whole or not at all
 * @progress: (nullable)
 *
 * Returns: FALSE with XR_FORM_ERROR_GLYPH or _WORDING for a copy that can't be made, _WRITE for a file
 *   that can't be written, or G_IO_ERROR_CANCELLED
 */
gboolean xr_print_job_write_pdf (const XrPrintJob *job, const char *path, XrProgressFunc progress,
                                 gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
