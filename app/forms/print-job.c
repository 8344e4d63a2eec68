/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches of copies, and the PDF that they make. The PDF goes through a stream, so that memory does not
 * grow with the number of copies and a broken-off one never stands under its name. */

#include "config.h"

#include "forms/print-job.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "round/table.h"

/* Whom a batch leaves out: the application itself. */
static void
add_asked_for (XrPrintJob *job, gint64 id)
{
  g_autoptr (XrRow) row = xr_office_load (job->office, xr_table_find ("application"), id, NULL);
  XrFormSubject subject = { .application = id };

  if (row == NULL)
    return;
  subject.post = xr_row_get_int (row, "post_id");
  g_array_append_val (job->subjects, subject);
}

XrPrintJob *
xr_print_job_new (const XrForm *form, XrOffice *office, gint64 round, gint64 post,
                  gint64 application, gboolean blank, GError **error)
{
  g_autoptr (XrPrintJob) job = g_new0 (XrPrintJob, 1);
  g_autoptr (GArray) all = NULL;

  if (!xr_office_check_whole (office, error))
    return NULL;
  all = xr_form_subjects (form, office, round);
  job->form = form;
  job->office = g_object_ref (office);
  job->round = round;
  job->blank = blank;
  job->subjects = g_array_new (FALSE, FALSE, sizeof (XrFormSubject));
  for (guint i = 0; i < all->len; i++)
    {
      const XrFormSubject *subject = &g_array_index (all, XrFormSubject, i);
      gboolean fits = (post == 0 || subject->post == 0 || subject->post == post)
                      && (application == 0 || subject->application == 0
                          || subject->application == application);
      if (fits)
        g_array_append_val (job->subjects, *subject);
    }
  if (job->subjects->len == 0 && application != 0 && (form->flags & XR_FORM_PERSONAL) != 0)
    add_asked_for (job, application);
  /* A blank copy is not about somebody, but it may be about a post or a component. */
  if (blank
      && (form->scope == XR_SCOPE_CANDIDATE || form->scope == XR_SCOPE_JUDGE
          || form->table != NULL))
    g_array_set_size (job->subjects, MIN (job->subjects->len, 1));
  if (blank && job->subjects->len == 0)
    {
      XrFormSubject nobody = { .post = post };
      g_array_append_val (job->subjects, nobody);
    }
  if (job->subjects->len > 0)
    return g_steal_pointer (&job);
  g_set_error (error, XR_FORM_ERROR, XR_FORM_ERROR_NOTHING,
               _ ("There is nothing yet in this round that “%s” could be printed for."),
               form->title);
  return NULL;
}

void
xr_print_job_free (XrPrintJob *job)
{
  g_clear_object (&job->office);
  g_clear_pointer (&job->subjects, g_array_unref);
  g_free (job);
}

guint
xr_print_job_get_n_copies (const XrPrintJob *job)
{
  return job->subjects->len;
}

GPtrArray *
xr_print_job_lay_out (const XrPrintJob *job, guint i, XrTypesetter *setter, GError **error)
{
  const XrFormSubject *subject = &g_array_index (job->subjects, XrFormSubject, i);
  g_autoptr (XrPaper) paper = xr_form_compose (job->form, job->office, job->round, subject,
                                               job->blank, NULL, error);
  GPtrArray *pages = paper != NULL ? xr_paper_lay_out (paper, setter, error) : NULL;

  if (pages == NULL && job->subjects->len > 1)
    {
      g_autofree char *title = xr_form_subject_title (job->form, job->office, job->round, subject);
      g_prefix_error (error, "%s: ", title);
    }
  return pages;
}

static void
append_sides (GArray *sides, const GArray *n_pages, guint first, guint step)
{
  for (guint copy = 0; copy < n_pages->len; copy++)
    for (guint page = first; page < g_array_index (n_pages, guint, copy); page += step)
      {
        XrPrintSide side = { copy, page };
        g_array_append_val (sides, side);
      }
}

GArray *
xr_print_sides (const GArray *n_pages, XrPrintOrder order)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (XrPrintSide));

  if (order == XR_PRINT_BY_COPY)
    append_sides (sides, n_pages, 0, 1);
  else
    {
      append_sides (sides, n_pages, 0, 2);
      append_sides (sides, n_pages, 1, 2);
    }
  return sides;
}

/* ---- PDF */

typedef struct
{
  GOutputStream *stream;
  GError *error;
} Sink;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL
      && g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
draw_pages (cairo_surface_t *surface, cairo_t *cr, GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const XrPage *page = g_ptr_array_index (pages, i);
      cairo_pdf_surface_set_size (surface, page->width, page->height);
      xr_page_draw (cr, page);
      cairo_show_page (cr);
    }
}

static gboolean
write_copies (const XrPrintJob *job, cairo_surface_t *surface, XrProgressFunc progress,
              gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (XrTypesetter) setter = xr_typesetter_new ();
  cairo_t *cr = cairo_create (surface);
  gboolean done = TRUE;

  for (guint i = 0; done && i < job->subjects->len; i++)
    {
      g_autoptr (GPtrArray) pages = NULL;

      if (progress != NULL)
        progress (i, job->subjects->len, data);
      done = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (done)
        pages = xr_print_job_lay_out (job, i, setter, error);
      done = pages != NULL;
      if (done)
        draw_pages (surface, cr, pages);
    }
  cairo_destroy (cr);
  return done;
}

/* Closes the file for good, or as if it had never been begun. */
static gboolean
close_stream (GOutputStream *stream, gboolean keep, GError **error)
{
  g_autoptr (GCancellable) drop = g_cancellable_new ();

  if (keep)
    return g_output_stream_close (stream, NULL, error);
  g_cancellable_cancel (drop);
  g_output_stream_close (stream, drop, NULL);
  return FALSE;
}

static gboolean
fail_to_write (const char *path, GError *cause, GError **error)
{
  if (cause == NULL)
    return FALSE;
  if (error != NULL && *error == NULL)
    g_set_error (error, XR_FORM_ERROR, XR_FORM_ERROR_WRITE, _ ("%1$s could not be written: %2$s"),
                 path, cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
xr_print_job_write_pdf (const XrPrintJob *job, const char *path, XrProgressFunc progress,
                        gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE,
                                                         NULL, &local);
  Sink sink = { G_OUTPUT_STREAM (stream), NULL };
  cairo_surface_t *surface = NULL;
  gboolean done = FALSE;

  if (stream == NULL)
    return fail_to_write (path, g_steal_pointer (&local), error);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, &sink, XR_MM (210), XR_MM (297));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, job->form->title);
  done = write_copies (job, surface, progress, data, cancellable, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (close_stream (sink.stream, done && sink.error == NULL, &local))
    return TRUE;
  return done ? fail_to_write (path, sink.error ? sink.error : g_steal_pointer (&local), error)
              : (g_clear_error (&sink.error), FALSE);
}
