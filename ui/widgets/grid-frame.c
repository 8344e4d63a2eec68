/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames a grid. The line below it is where bad input is answered, so it is a live region by being the
 * grid's description too. */
#include "config.h"

#include "widgets/grid-frame.h"

#include <glib/gi18n-lib.h>

struct _XrGridFrame
{
  AdwBin parent_instance;

  XrScoreGrid *grid;
  GtkStack *stack;
  GtkLabel *empty, *line;
  XrGridModel *model;
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (XrGridFrame, xr_grid_frame, ADW_TYPE_BIN)

/* The cell under the cursor, and what there is to know of its row. */
static char *
dup_line (XrGridFrame *self)
{
  g_autofree char *cell = xr_score_grid_dup_cursor_text (self->grid);
  const char *note = NULL;
  guint row, column;

  if (self->model != NULL && xr_score_grid_get_cursor (self->grid, &row, &column))
    note = xr_grid_model_row_note (self->model, row);
  if (cell == NULL || note == NULL || *note == '\0')
    return g_steal_pointer (&cell);
  /* Translators: 1 a cell and what it holds, 2 what there is to know of its row */
  return g_strdup_printf (_ ("%1$s (%2$s)"), cell, note);
}

static void
show_cell (XrGridFrame *self)
{
  g_autofree char *text = dup_line (self);

  gtk_widget_remove_css_class (GTK_WIDGET (self->line), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "dim-label");
  gtk_label_set_label (self->line, text);
}

static void
message_cb (XrGridFrame *self, const char *message)
{
  if (message == NULL)
    {
      show_cell (self);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->line), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "error");
  gtk_label_set_label (self->line, message);
}

static void
show_state (XrGridFrame *self)
{
  gboolean empty = self->model == NULL || xr_grid_model_n_rows (self->model) == 0
                   || xr_grid_model_n_columns (self->model) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "grid");
  gtk_widget_set_visible (GTK_WIDGET (self->line), !empty);
}

static void
model_changed_cb (XrGridFrame *self)
{
  show_state (self);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->line), "error"))
    show_cell (self);
}

static void
xr_grid_frame_dispose (GObject *object)
{
  XrGridFrame *self = XR_GRID_FRAME (object);

  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xr_grid_frame_parent_class)->dispose (object);
}

static void
xr_grid_frame_class_init (XrGridFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_grid_frame_dispose;
}

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_max_width_chars (label, 70);
  return label;
}

static void
xr_grid_frame_init (XrGridFrame *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = xr_score_grid_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = make_label ();
  self->line = make_label ();
  gtk_label_set_xalign (self->empty, 0.5);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dim-label");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_widget_add_css_class (scrolled, "xr-list");
  gtk_stack_add_named (self->stack, scrolled, "grid");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->grid, "message", G_CALLBACK (message_cb), self);
  g_signal_connect_swapped (self->grid, "moved", G_CALLBACK (show_cell), self);
}

XrGridFrame *
xr_grid_frame_new (void)
{
  return g_object_new (XR_TYPE_GRID_FRAME, NULL);
}

XrScoreGrid *
xr_grid_frame_get_grid (XrGridFrame *self)
{
  return self->grid;
}

void
xr_grid_frame_set_model (XrGridFrame *self, XrGridModel *model, const char *title,
                         const char *empty)
{
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_set_object (&self->model, model);
  xr_score_grid_set_model (self->grid, model);
  xr_score_grid_set_title (self->grid, title);
  gtk_label_set_label (self->empty, empty);
  if (model != NULL)
    self->changed_id = g_signal_connect_swapped (model, "changed", G_CALLBACK (model_changed_cb),
                                                 self);
  show_state (self);
  message_cb (self, NULL);
}
