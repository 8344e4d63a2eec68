/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 200 filled forms as one PDF, against Cairo alone writing the same glyphs and lines, laid out before.
 * Says too how much memory the last 150 copies took beyond the first 50: it must not grow with them.
 */
#include "bench.h"

#include <cairo-pdf.h>
#include <sys/resource.h>

#include "forms/print-job.h"
#include "round/demo.h"

#define N_COPIES 200
#define WARM_UP  50

typedef struct
{
  XrOffice *office;
  XrPrintJob *job;
  GPtrArray *pages; /* of one copy */
  char *path;
  long before; /* KiB of memory at its highest, after WARM_UP copies */
} Bench;

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
count_cb (guint done, guint all, gpointer data)
{
  Bench *bench = data;

  if (done == WARM_UP)
    bench->before = peak_memory ();
}

static gboolean
write_forms (gpointer data, GError **error)
{
  Bench *bench = data;

  return xr_print_job_write_pdf (bench->job, bench->path, count_cb, bench, NULL, error);
}

static gboolean
write_glyphs (gpointer data, GError **error)
{
  Bench *bench = data;
  cairo_surface_t *surface = cairo_pdf_surface_create (bench->path, 1, 1);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < N_COPIES; i++)
    for (guint j = 0; j < bench->pages->len; j++)
      {
        const XrPage *page = g_ptr_array_index (bench->pages, j);
        cairo_pdf_surface_set_size (surface, page->width, page->height);
        xr_page_draw (cr, page);
        cairo_show_page (cr);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

/* A form with the most fields, the same copy N_COPIES times. */
static gboolean
set_up (Bench *bench, const char *id, GError **error)
{
  g_autoptr (XrTypesetter) setter = xr_typesetter_new ();
  const XrForm *form = xr_form_find (id);
  XrFormSubject first;

  bench->job = xr_print_job_new (form, bench->office, 1, 0, 0, FALSE, error);
  if (bench->job == NULL)
    return FALSE;
  first = g_array_index (bench->job->subjects, XrFormSubject, 0);
  g_array_set_size (bench->job->subjects, 0);
  for (guint i = 0; i < N_COPIES; i++)
    g_array_append_val (bench->job->subjects, first);
  bench->pages = xr_print_job_lay_out (bench->job, 0, setter, error);
  return bench->pages != NULL;
}

static int
run (Bench *bench, const char *id)
{
  g_autofree char *name = g_strdup_printf ("200 × %s", id);
  XrBench figure = { name, write_forms, write_glyphs, 3.0, 3 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!set_up (bench, id, &error))
    {
      g_printerr ("%s: %s\n", id, error->message);
      return 1;
    }
  status = xr_bench_run (&figure, bench);
  g_print ("%s: memory +%ld KiB over the last %d copies\n", id, peak_memory () - bench->before,
           N_COPIES - WARM_UP);
  g_clear_pointer (&bench->pages, g_ptr_array_unref);
  g_clear_pointer (&bench->job, xr_print_job_free);
  return status;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-forms-XXXXXX", NULL);
  g_autofree char *office = g_build_filename (folder, "office.xuanren", NULL);
  g_autofree char *path = g_build_filename (folder, "forms.pdf", NULL);
  Bench bench = { .path = path };
  int status;

  bench.office = xr_office_create (office, NULL);
  if (bench.office == NULL || !xr_demo_create (bench.office, NULL))
    return 1;
  status = run (&bench, "registration-list") | run (&bench, "announcement");
  g_object_unref (bench.office);
  return status;
}
