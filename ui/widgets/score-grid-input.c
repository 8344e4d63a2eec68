/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, mouse, clipboard and actions of the grid: what a person does, put into moves and entries. */
#include "config.h"

#include "widgets/score-grid-private.h"

#include <string.h>

/* The keyboard went elsewhere: what was typed counts, and is given up when it is refused. */
static void
editor_left_cb (XrScoreGrid *self)
{
  if (self->editing && !xr_score_grid_commit (self))
    xr_score_grid_close_editor (self);
}

static gboolean
is_one_cell (const XrScoreGrid *self)
{
  return self->cursor.row == self->anchor.row && self->cursor.column == self->anchor.column;
}

/* Writes @text into every cell that is marked. */
static void
fill_cells (XrScoreGrid *self, const char *text)
{
  guint row = MIN (self->cursor.row, self->anchor.row);
  guint column = MIN (self->cursor.column, self->anchor.column);
  guint rows = MAX (self->cursor.row, self->anchor.row) - row;
  guint columns = MAX (self->cursor.column, self->anchor.column) - column;
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= rows; i++)
    for (guint j = 0; j <= columns; j++)
      g_string_append_printf (block, "%s%c", text, j < columns ? '\t' : '\n');
  if (xr_grid_model_paste (self->model, row, column, block->str, &error))
    xr_score_grid_set_message (self, NULL);
  else
    xr_score_grid_set_message (self, error->message);
}

static void
clear_cells (XrScoreGrid *self)
{
  if (is_one_cell (self))
    xr_score_grid_set_cell (self, "");
  else
    fill_cells (self, "");
}

/* ---- the clipboard */

static char *
dup_selection (XrScoreGrid *self)
{
  GString *text = g_string_new (NULL);
  guint last_row = MAX (self->cursor.row, self->anchor.row);
  guint last_column = MAX (self->cursor.column, self->anchor.column);

  for (guint i = MIN (self->cursor.row, self->anchor.row); i <= last_row; i++)
    for (guint j = MIN (self->cursor.column, self->anchor.column); j <= last_column; j++)
      {
        g_string_append (text, xr_grid_model_cell (self->model, i, j));
        if (j < last_column || i < last_row)
          g_string_append_c (text, j < last_column ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}

static void
paste_ready_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (XrScoreGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || xr_score_grid_is_empty (self))
    return;
  if (!is_one_cell (self) && strpbrk (text, "\t\r\n") == NULL)
    fill_cells (self, text);
  else if (xr_grid_model_paste (self->model, self->cursor.row, self->cursor.column, text, &error))
    xr_score_grid_set_message (self, NULL);
  else
    xr_score_grid_set_message (self, error->message);
}

/* ---- actions */

static void
act_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrScoreGrid *self = XR_SCORE_GRID (widget);
  g_autofree char *text = NULL;

  if (xr_score_grid_is_empty (self))
    return;
  if (g_str_equal (action, "grid.edit"))
    xr_score_grid_open_editor (
      self, xr_grid_model_cell (self->model, self->cursor.row, self->cursor.column), TRUE);
  else if (g_str_equal (action, "grid.clear"))
    clear_cells (self);
  else if (g_str_equal (action, "grid.recuse") && self->judged)
    xr_score_grid_set_cell (self, "H");
  else if (g_str_equal (action, "grid.absent") && self->judged)
    g_signal_emit_by_name (self, "absent", self->cursor.row);
  else if (g_str_equal (action, "grid.copy"))
    {
      text = dup_selection (self);
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
  else if (g_str_equal (action, "grid.paste"))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_ready_cb,
                                   g_object_ref (self));
}

/* ---- keys */

static gboolean
move_by_key (XrScoreGrid *self, guint key, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  int by = far ? G_MAXINT16 : 1;
  guint row = self->cursor.row, column = self->cursor.column;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      row = xr_score_grid_shift (row, -by);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      row = xr_score_grid_shift (row, by);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column = xr_score_grid_shift (column, -by);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column = xr_score_grid_shift (column, by);
      break;
    case GDK_KEY_Home:
      row = far ? 0 : row;
      column = 0;
      break;
    case GDK_KEY_End:
      row = far ? G_MAXINT16 : row;
      column = G_MAXINT16;
      break;
    case GDK_KEY_Page_Up:
      row = xr_score_grid_shift (row, -10);
      break;
    case GDK_KEY_Page_Down:
      row = xr_score_grid_shift (row, 10);
      break;
    default:
      return FALSE;
    }
  xr_score_grid_move (self, row, column, extend);
  return TRUE;
}

/* Tab leaves the table at its ends, as it does everywhere. */
static gboolean
tab (XrScoreGrid *self, gboolean back)
{
  gboolean first = self->cursor.row == 0 && self->cursor.column == 0;
  gboolean last = self->cursor.row + 1 == xr_grid_model_n_rows (self->model)
                  && self->cursor.column + 1 == xr_grid_model_n_columns (self->model);

  if (back ? first : last)
    return FALSE;
  xr_score_grid_step (self, back ? -1 : 1, TRUE);
  return TRUE;
}

static gboolean
type_key (XrScoreGrid *self, guint key, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (letter == 0 || !g_unichar_isgraph (letter) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return letter == ' ' && self->pad && xr_score_grid_can_edit (self)
           && xr_grid_model_type (self->model, self->cursor.row, self->cursor.column, ' ')
           && (xr_score_grid_step (self, 1, TRUE), TRUE);
  if (xr_score_grid_can_edit (self)
      && xr_grid_model_type (self->model, self->cursor.row, self->cursor.column, letter))
    {
      xr_score_grid_step (self, 1, TRUE);
      return TRUE;
    }
  if (self->judged && (letter == 'h' || letter == 'H' || letter == 'q' || letter == 'Q'))
    {
      act_cb (GTK_WIDGET (self), letter == 'h' || letter == 'H' ? "grid.recuse" : "grid.absent",
              NULL);
      return TRUE;
    }
  g_unichar_to_utf8 (letter, text);
  xr_score_grid_open_editor (self, text, FALSE);
  return TRUE;
}

static gboolean
key_pressed_cb (XrScoreGrid *self, guint key, guint code, GdkModifierType state)
{
  if (xr_score_grid_is_empty (self) || self->editing)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->pad)
        g_signal_emit_by_name (self, "accept");
      else
        xr_score_grid_step (self, state & GDK_SHIFT_MASK ? -1 : 1, FALSE);
      return TRUE;
    case GDK_KEY_BackSpace:
      if (self->pad)
        xr_score_grid_step (self, -1, TRUE);
      xr_score_grid_set_cell (self, "");
      return TRUE;
    default:
      return move_by_key (self, key, state) || type_key (self, key, state);
    }
}

/* While a text is typed: what ends it, and where the cursor goes then. */
static gboolean
editor_key_cb (XrScoreGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Escape:
      xr_score_grid_cancel_editor (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (xr_score_grid_commit (self))
        xr_score_grid_step (self, back ? -1 : 1, self->pad);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (xr_score_grid_commit (self))
        tab (self, back || key == GDK_KEY_ISO_Left_Tab);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (xr_score_grid_commit (self))
        move_by_key (self, key, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- the mouse */

static void
pressed_cb (XrScoreGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));
  XrGridCell cell;

  if (self->editing && !xr_score_grid_commit (self))
    xr_score_grid_close_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!xr_score_grid_find_cell (self, x, y, &cell))
    return;
  xr_score_grid_move (self, cell.row, cell.column, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    act_cb (GTK_WIDGET (self), "grid.edit", NULL);
}

static void
dragged_cb (XrScoreGrid *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;
  XrGridCell cell;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y)
      && xr_score_grid_find_cell (self, x + dx, y + dy, &cell)
      && (cell.row != self->cursor.row || cell.column != self->cursor.column))
    xr_score_grid_move (self, cell.row, cell.column, TRUE);
}

static gboolean
query_tooltip_cb (XrScoreGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int right = self->title_width + xr_score_grid_view_width (self);
  XrGridCell cell;
  const char *text;

  if (xr_score_grid_is_empty (self))
    return FALSE;
  if (x >= right && xr_score_grid_find_cell (self, 0, y, &cell))
    text = xr_grid_model_row_note (self->model, cell.row);
  else if (y < self->header_height && xr_score_grid_find_cell (self, x, self->header_height, &cell))
    text = xr_grid_model_column_title (self->model, cell.column);
  else
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

void
xr_score_grid_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "grid.edit",   "grid.clear", "grid.recuse",
                                         "grid.absent", "grid.copy",  "grid.paste" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "grid.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "grid.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste",
                                       NULL);
}

void
xr_score_grid_add_controllers (XrScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *editor_keys = gtk_event_controller_key_new ();
  GtkEventController *editor_focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (editor_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (editor_keys, "key-pressed", G_CALLBACK (editor_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), editor_keys);
  g_signal_connect_swapped (editor_focus, "leave", G_CALLBACK (editor_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), editor_focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
