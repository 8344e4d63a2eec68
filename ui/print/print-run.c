/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A print operation over a batch of copies. Copies are laid out when their turn comes, so that a batch of
 * hundreds needs the memory of one. */
#include "config.h"

#include "print/print-run.h"

#include <glib/gi18n-lib.h>

#include "shell/preferences.h"
#include "widgets/dialogs.h"

typedef struct
{
  GWeakRef widget; /* to whose window errors belong */
  XrPrintJob *job;
  XrTypesetter *setter;
  GArray *n_pages;  /* guint: of each copy */
  GArray *sides;    /* XrPrintSide */
  GPtrArray *pages; /* of the copy at hand */
  guint copy;       /* which that is */
  XrPrintOrder order;
  double x, y; /* offset, mm */
  GtkWidget *order_drop_down, *x_spin, *y_spin;
  char *printer;
  GError *error;
} Run;

static void
free_run (gpointer data, GClosure *closure)
{
  Run *run = data;

  g_weak_ref_clear (&run->widget);
  xr_print_job_free (run->job);
  xr_typesetter_free (run->setter);
  g_array_unref (run->n_pages);
  g_clear_pointer (&run->sides, g_array_unref);
  g_clear_pointer (&run->pages, g_ptr_array_unref);
  g_clear_error (&run->error);
  g_free (run->printer);
  g_free (run);
}

/* The pages of a copy; NULL after an error, which stops the operation. */
static GPtrArray *
get_pages (Run *run, guint copy)
{
  if (run->pages != NULL && run->copy == copy)
    return run->pages;
  g_clear_pointer (&run->pages, g_ptr_array_unref);
  if (run->error == NULL)
    run->pages = xr_print_job_lay_out (run->job, copy, run->setter, &run->error);
  run->copy = copy;
  return run->pages;
}

/* Counts the pages a few copies at a time, so that the window stays alive. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Run *run)
{
  guint n_copies = xr_print_job_get_n_copies (run->job);

  for (guint i = 0; i < 5 && run->n_pages->len < n_copies; i++)
    {
      GPtrArray *pages = get_pages (run, run->n_pages->len);
      guint n = pages != NULL ? pages->len : 0;
      if (run->error != NULL)
        {
          gtk_print_operation_cancel (operation);
          return TRUE;
        }
      g_array_append_val (run->n_pages, n);
    }
  if (run->n_pages->len < n_copies)
    return FALSE;
  g_clear_pointer (&run->sides, g_array_unref);
  run->sides = xr_print_sides (run->n_pages, run->order);
  gtk_print_operation_set_n_pages (operation, MAX ((int) run->sides->len, 1));
  return TRUE;
}

static void
request_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number,
                  GtkPageSetup *setup, Run *run)
{
  const XrPrintSide *side = &g_array_index (run->sides, XrPrintSide, number);
  GPtrArray *pages = get_pages (run, side->copy);
  const XrPage *page = pages != NULL ? g_ptr_array_index (pages, side->page) : NULL;
  g_autoptr (GtkPaperSize) size = NULL;

  if (page == NULL)
    return;
  size = gtk_paper_size_new (MAX (page->width, page->height) > XR_MM (300) ? GTK_PAPER_NAME_A3
                                                                           : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, page->width > page->height
                                           ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                           : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, Run *run)
{
  const XrPrintSide *side = &g_array_index (run->sides, XrPrintSide, number);
  GPtrArray *pages = get_pages (run, side->copy);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (pages == NULL)
    return;
  cairo_translate (cr, XR_MM (run->x), XR_MM (run->y));
  xr_page_draw (cr, g_ptr_array_index (pages, side->page));
}

/* ---- our tab of the dialog */

static GtkWidget *
create_spin (const char *title, GtkGrid *grid, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *spin = gtk_spin_button_new_with_range (-20, 20, 0.1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, spin, 1, row, 1, 1);
  return spin;
}

static GtkWidget *
create_tab_cb (GtkPrintOperation *operation, Run *run)
{
  const char *const orders[] = { _ ("Copy by copy"), _ ("All fronts, then all backs"), NULL };
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Order"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "xr-dialog-content");
  run->order_drop_down = gtk_drop_down_new_from_strings (orders);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), run->order_drop_down);
  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), run->order_drop_down, 1, 0, 1, 1);
  run->x_spin = create_spin (_ ("Shift to the _right (mm)"), GTK_GRID (grid), 1);
  run->y_spin = create_spin (_ ("Shift _down (mm)"), GTK_GRID (grid), 2);
  return grid;
}

/* Another printer was chosen: it has a shift of its own. */
static void
update_tab_cb (GtkPrintOperation *operation, GtkWidget *tab, GtkPageSetup *setup,
               GtkPrintSettings *settings, Run *run)
{
  const char *printer = gtk_print_settings_get_printer (settings);

  g_free (run->printer);
  run->printer = g_strdup (printer != NULL ? printer : "");
  xr_preferences_get_print_shift (run->printer, &run->x, &run->y);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (run->x_spin), run->x);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (run->y_spin), run->y);
}

/* What stands in the field, though the person went on by Alt+P and the field still has the keyboard. */
static double
read_spin (GtkWidget *spin)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
}

static void
apply_tab_cb (GtkPrintOperation *operation, GtkWidget *tab, Run *run)
{
  run->order = gtk_drop_down_get_selected (GTK_DROP_DOWN (run->order_drop_down)) == 1
                 ? XR_PRINT_FRONTS_THEN_BACKS
                 : XR_PRINT_BY_COPY;
  run->x = read_spin (run->x_spin);
  run->y = read_spin (run->y_spin);
  if (run->printer != NULL)
    xr_preferences_set_print_shift (run->printer, run->x, run->y);
}

/* ---- running */

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Run *run)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&run->widget);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (widget != NULL && (run->error != NULL || error != NULL))
    xr_window_report_error (widget, run->error != NULL ? run->error : error);
}

void
xr_print_run (GtkWidget *widget, XrPrintJob *job)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->widget, widget);
  run->job = job;
  run->setter = xr_typesetter_new ();
  run->n_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job->form->title);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Sides and position"));
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), run);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_setup_cb), run);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), run);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_tab_cb), run);
  g_signal_connect (operation, "update-custom-widget", G_CALLBACK (update_tab_cb), run);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_tab_cb), run);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), run, free_run, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
