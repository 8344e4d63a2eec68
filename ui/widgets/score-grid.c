/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the cursor of the grid and its one editor, and scrolls. What may stand in a cell is decided by
 * the model; how it looks, by score-grid-draw.c; what keys do, by score-grid-input.c. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/score-grid-private.h"

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XrScoreGrid, xr_score_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  MESSAGE,
  MOVED,
  ABSENT,
  ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

gboolean
xr_score_grid_is_empty (XrScoreGrid *self)
{
  return self->model == NULL || xr_grid_model_n_rows (self->model) == 0
         || xr_grid_model_n_columns (self->model) == 0;
}

/* ---- scrolling */

static void
configure_adjustments (XrScoreGrid *self)
{
  int height = self->model != NULL ? (int) xr_grid_model_n_rows (self->model) * self->row_height
                                   : 0;
  int view_width = xr_score_grid_view_width (self);
  int view_height = xr_score_grid_view_height (self);

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, gtk_adjustment_get_value (self->hadjustment), 0,
                              MAX (xr_score_grid_columns_width (self), view_width), 40,
                              MAX (view_width - 40, 40), view_width);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                              MAX (height, view_height), self->row_height,
                              MAX (view_height - self->row_height, self->row_height), view_height);
}

static void
set_adjustment (XrScoreGrid *self, GtkAdjustment **slot, gulong *handler, GtkAdjustment *adjustment)
{
  if (*slot != NULL)
    g_clear_signal_handler (handler, *slot);
  g_set_object (slot, adjustment);
  if (adjustment != NULL)
    *handler = g_signal_connect_swapped (adjustment, "value-changed",
                                         G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
show_range (GtkAdjustment *adjustment, int start, int length)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start, start + length);
}

static void
scroll_to_cursor (XrScoreGrid *self)
{
  GdkRectangle area = xr_score_grid_cell_area (self, self->cursor.row, self->cursor.column);
  int x = self->hadjustment != NULL ? (int) gtk_adjustment_get_value (self->hadjustment) : 0;
  int y = self->vadjustment != NULL ? (int) gtk_adjustment_get_value (self->vadjustment) : 0;

  show_range (self->hadjustment, area.x - self->title_width + x, area.width);
  show_range (self->vadjustment, area.y - self->header_height + y, area.height);
}

/* ---- cursor */

static void
describe_cursor (XrScoreGrid *self)
{
  g_autofree char *text = xr_score_grid_dup_cursor_text (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

void
xr_score_grid_set_message (XrScoreGrid *self, const char *message)
{
  self->faulty = message != NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

void
xr_score_grid_move (XrScoreGrid *self, guint row, guint column, gboolean extend)
{
  if (xr_score_grid_is_empty (self))
    return;
  self->cursor.row = MIN (row, xr_grid_model_n_rows (self->model) - 1);
  self->cursor.column = MIN (column, xr_grid_model_n_columns (self->model) - 1);
  if (!extend)
    self->anchor = self->cursor;
  if (self->faulty)
    xr_score_grid_set_message (self, NULL);
  scroll_to_cursor (self);
  describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

/* To the next cell (@by −1: the one before), going on in the next row, or column. */
void
xr_score_grid_step (XrScoreGrid *self, int by, gboolean in_row)
{
  guint columns = xr_grid_model_n_columns (self->model);
  guint rows = xr_grid_model_n_rows (self->model);
  guint index = in_row ? self->cursor.row * columns + self->cursor.column
                       : self->cursor.column * rows + self->cursor.row;
  guint next = MIN (xr_score_grid_shift (index, by), rows * columns - 1);

  xr_score_grid_move (self, in_row ? next / columns : next % rows,
                      in_row ? next % columns : next / rows, FALSE);
}

/* ---- editing */

gboolean
xr_score_grid_can_edit (XrScoreGrid *self)
{
  return !xr_score_grid_is_empty (self)
         && !(xr_grid_model_cell_flags (self->model, self->cursor.row, self->cursor.column)
              & XR_CELL_READONLY);
}

static void
refuse_locked (XrScoreGrid *self)
{
  if (!xr_score_grid_is_empty (self))
    xr_score_grid_set_message (self, _ ("Nothing can be written here: the stage is closed, or the "
                                        "judge sits on another panel."));
}

void
xr_score_grid_close_editor (XrScoreGrid *self)
{
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (self->editor));

  if (!self->editing)
    return;
  self->editing = FALSE;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
xr_score_grid_open_editor (XrScoreGrid *self, const char *text, gboolean select)
{
  if (!xr_score_grid_can_edit (self))
    {
      refuse_locked (self);
      return;
    }
  scroll_to_cursor (self);
  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  gtk_editable_select_region (GTK_EDITABLE (self->editor), select ? 0 : -1, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
xr_score_grid_set_cell (XrScoreGrid *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!xr_score_grid_can_edit (self))
    {
      refuse_locked (self);
      return FALSE;
    }
  if (g_strcmp0 (text, xr_grid_model_cell (self->model, self->cursor.row, self->cursor.column)) == 0
      || xr_grid_model_set (self->model, self->cursor.row, self->cursor.column, text, &error))
    {
      xr_score_grid_set_message (self, NULL);
      return TRUE;
    }
  xr_score_grid_set_message (self, error->message);
  return FALSE;
}

gboolean
xr_score_grid_commit (XrScoreGrid *self)
{
  g_autofree char *text = NULL;

  if (!self->editing)
    return TRUE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (!xr_score_grid_set_cell (self, g_strstrip (text)))
    {
      gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
      return FALSE;
    }
  xr_score_grid_close_editor (self);
  return TRUE;
}

void
xr_score_grid_cancel_editor (XrScoreGrid *self)
{
  xr_score_grid_close_editor (self);
  xr_score_grid_set_message (self, NULL);
}

/* ---- widget */

static void
xr_score_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XrScoreGrid *self = XR_SCORE_GRID (widget);

  if (xr_score_grid_is_empty (self))
    return;
  xr_score_grid_draw (self, snapshot);
  if (self->editing)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
}

static void
xr_score_grid_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XrScoreGrid *self = XR_SCORE_GRID (widget);

  configure_adjustments (self);
  if (self->editing)
    {
      GdkRectangle area = xr_score_grid_cell_area (self, self->cursor.row, self->cursor.column);
      int minimum;

      gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      area.width = MAX (area.width, minimum);
      gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, area.width, &minimum,
                          NULL, NULL, NULL);
      area.height = MAX (area.height, minimum);
      gtk_widget_size_allocate (GTK_WIDGET (self->editor), &area, -1);
    }
}

static void
xr_score_grid_measure_size (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  XrScoreGrid *self = XR_SCORE_GRID (widget);
  int rows = self->model != NULL ? (int) xr_grid_model_n_rows (self->model) : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->title_width + xr_score_grid_figures_width (self) + 60;
      *natural = self->title_width + xr_score_grid_figures_width (self)
                 + xr_score_grid_columns_width (self);
    }
  else
    {
      *minimum = self->header_height + self->row_height;
      *natural = self->header_height + MAX (rows, 1) * self->row_height;
    }
  *natural = MAX (*natural, *minimum);
}

static void
renew_layout (XrScoreGrid *self)
{
  g_set_object (&self->layout, NULL);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  xr_score_grid_measure (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
xr_score_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xr_score_grid_parent_class)->css_changed (widget, change);
  renew_layout (XR_SCORE_GRID (widget));
}

static void
model_changed_cb (XrScoreGrid *self)
{
  xr_score_grid_measure (self);
  if (xr_score_grid_is_empty (self))
    xr_score_grid_close_editor (self);
  else if (self->cursor.row >= xr_grid_model_n_rows (self->model)
           || self->cursor.column >= xr_grid_model_n_columns (self->model))
    xr_score_grid_move (self, self->cursor.row, self->cursor.column, FALSE);
  else
    describe_cursor (self);
  self->anchor = self->cursor;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
xr_score_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XrScoreGrid *self = XR_SCORE_GRID (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, id == PROP_HADJUSTMENT ? self->hadjustment : self->vadjustment);
  else
    g_value_set_enum (value, id == PROP_HSCROLL_POLICY ? self->hpolicy : self->vpolicy);
}

static void
xr_score_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XrScoreGrid *self = XR_SCORE_GRID (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, &self->hadjustment, &self->hvalue_id, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, &self->vadjustment, &self->vvalue_id, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY)
    self->hpolicy = g_value_get_enum (value);
  else
    self->vpolicy = g_value_get_enum (value);
}

static void
xr_score_grid_dispose (GObject *object)
{
  XrScoreGrid *self = XR_SCORE_GRID (object);

  xr_score_grid_set_model (self, NULL);
  if (self->hadjustment != NULL)
    g_clear_signal_handler (&self->hvalue_id, self->hadjustment);
  if (self->vadjustment != NULL)
    g_clear_signal_handler (&self->vvalue_id, self->vadjustment);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->layout);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
  G_OBJECT_CLASS (xr_score_grid_parent_class)->dispose (object);
}

static void
xr_score_grid_finalize (GObject *object)
{
  XrScoreGrid *self = XR_SCORE_GRID (object);

  g_array_unref (self->column_edges);
  g_array_unref (self->figure_edges);
  G_OBJECT_CLASS (xr_score_grid_parent_class)->finalize (object);
}

static void
xr_score_grid_class_init (XrScoreGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = xr_score_grid_dispose;
  object_class->finalize = xr_score_grid_finalize;
  object_class->get_property = xr_score_grid_get_property;
  object_class->set_property = xr_score_grid_set_property;
  widget_class->snapshot = xr_score_grid_snapshot;
  widget_class->size_allocate = xr_score_grid_allocate;
  widget_class->measure = xr_score_grid_measure_size;
  widget_class->css_changed = xr_score_grid_css_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
  signals[ABSENT] = g_signal_new ("absent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACCEPT] = g_signal_new ("accept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  xr_score_grid_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "xrgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
xr_score_grid_init (XrScoreGrid *self)
{
  self->column_edges = g_array_new (FALSE, FALSE, sizeof (int));
  self->figure_edges = g_array_new (FALSE, FALSE, sizeof (int));
  self->editor = GTK_TEXT (gtk_text_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "xr-cell-editor");
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  xr_score_grid_add_controllers (self);
  renew_layout (self);
}

XrScoreGrid *
xr_score_grid_new (void)
{
  return g_object_new (XR_TYPE_SCORE_GRID, NULL);
}

void
xr_score_grid_set_model (XrScoreGrid *self, XrGridModel *model)
{
  if (self->model == model)
    return;
  if (self->editor != NULL)
    xr_score_grid_close_editor (self);
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_set_object (&self->model, model);
  self->cursor = self->anchor = (XrGridCell){ 0, 0 };
  if (model == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (model, "changed", G_CALLBACK (model_changed_cb),
                                               self);
  model_changed_cb (self);
}

XrGridModel *
xr_score_grid_get_model (XrScoreGrid *self)
{
  return self->model;
}

void
xr_score_grid_set_title (XrScoreGrid *self, const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
xr_score_grid_set_pad (XrScoreGrid *self, gboolean pad)
{
  self->pad = pad;
}

void
xr_score_grid_set_judged (XrScoreGrid *self, gboolean judged)
{
  self->judged = judged;
}

gboolean
xr_score_grid_get_cursor (XrScoreGrid *self, guint *row, guint *column)
{
  *row = self->cursor.row;
  *column = self->cursor.column;
  return !xr_score_grid_is_empty (self);
}

gboolean
xr_score_grid_get_rows (XrScoreGrid *self, guint *first, guint *last)
{
  *first = MIN (self->cursor.row, self->anchor.row);
  *last = MAX (self->cursor.row, self->anchor.row);
  return !xr_score_grid_is_empty (self);
}

void
xr_score_grid_set_cursor (XrScoreGrid *self, guint row, guint column)
{
  xr_score_grid_move (self, row, column, FALSE);
}

char *
xr_score_grid_dup_cursor_text (XrScoreGrid *self)
{
  const char *group, *text, *column;

  if (xr_score_grid_is_empty (self))
    return g_strdup ("");
  column = xr_grid_model_column_title (self->model, self->cursor.column);
  group = xr_grid_model_column_group (self->model, self->cursor.column);
  text = xr_grid_model_cell (self->model, self->cursor.row, self->cursor.column);
  if (*text == '\0')
    text = _ ("empty");
  if (group == NULL)
    /* Translators: row, column, what stands in the cell */
    return g_strdup_printf (_ ("%1$s · %2$s: %3$s"),
                            xr_grid_model_row_title (self->model, self->cursor.row), column, text);
  /* Translators: row, group of columns, column, what stands in the cell */
  return g_strdup_printf (_ ("%1$s · %2$s %3$s: %4$s"),
                          xr_grid_model_row_title (self->model, self->cursor.row), group, column,
                          text);
}
