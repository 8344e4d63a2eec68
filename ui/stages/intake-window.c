/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window round a preview: chips with counts, the grid, what is wrong with the cell under the cursor,
 * and the one button that takes everything in. Nothing here waits: what takes long is in intake-work.c and
 * intake-reading.c. */
#include "config.h"

#include "stages/intake-window.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "stages/intake-window-private.h"
#include "widgets/dialogs.h"

G_DEFINE_FINAL_TYPE (XrIntakeWindow, xr_intake_window, ADW_TYPE_WINDOW)

XrScoreGrid *
xr_intake_window_get_grid (XrIntakeWindow *self)
{
  return xr_grid_frame_get_grid (self->frame);
}

/* The row of the preview and the field under the cursor. */
static gboolean
get_cursor (XrIntakeWindow *self, guint *row, guint *field)
{
  guint at, column;

  if (!xr_score_grid_get_cursor (xr_intake_window_get_grid (self), &at, &column)
      || at >= xr_intake_table_n_rows (self->table))
    return FALSE;
  *row = xr_intake_table_row (self->table, at);
  *field = xr_intake_table_field (self->table, column);
  return TRUE;
}

/* ---- what is shown */

static void
add_note_line (GString *text, const XrPreviewNote *note)
{
  static const char *const signs[] = { "!", "?", "△" };

  g_string_append_printf (text, "%s%s ", text->len > 0 ? "\n" : "", signs[note->kind]);
  if (note->field >= 0)
    g_string_append_printf (text, _ ("%s: "), xr_person_field_title ((guint) note->field));
  g_string_append (text, note->text);
}

/* What there is to say about the row, the cell under the cursor first. */
static void
show_notes (XrIntakeWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GPtrArray *notes;
  guint row, field;

  if (!get_cursor (self, &row, &field))
    {
      gtk_label_set_label (self->notes, "");
      return;
    }
  notes = xr_preview_notes (self->preview, row);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; notes != NULL && i < notes->len; i++)
      {
        const XrPreviewNote *note = g_ptr_array_index (notes, i);
        if ((note->field == (int) field) == (pass == 0))
          add_note_line (text, note);
      }
  if (text->len == 0)
    {
      g_autofree char *place = xr_preview_dup_place (self->preview, row);
      g_string_append (text, place);
    }
  gtk_label_set_label (self->notes, text->str);
  gtk_widget_set_sensitive (self->confirm_button,
                            xr_preview_state (self->preview, row) == XR_PREVIEW_DOUBTFUL);
  gtk_button_set_label (GTK_BUTTON (self->skip_button),
                        xr_preview_state (self->preview, row) == XR_PREVIEW_SKIPPED
                          ? _ ("_Take it again (Delete)")
                          : _ ("_Skip (Delete)"));
}

static void
show_states (XrIntakeWindow *self)
{
  XrChip chips[XR_PREVIEW_N_STATES + 1];
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i <= XR_PREVIEW_N_STATES; i++)
    {
      guint n = i == 0 ? xr_preview_n_rows (self->preview)
                       : xr_preview_count (self->preview, (XrPreviewState) (i - 1));
      char *label = g_strdup_printf (
        "%s  %u", i == 0 ? _ ("All rows") : xr_intake_state_label ((XrPreviewState) (i - 1)), n);

      g_ptr_array_add (labels, label);
      chips[i] = (XrChip){ i, label, NULL,
                           n > 0 && (i - 1 == XR_PREVIEW_DOUBTFUL || i - 1 == XR_PREVIEW_REFUSED) };
    }
  xr_choice_bar_set_chips (self->states, chips, G_N_ELEMENTS (chips));
}

void
xr_intake_window_show_button (XrIntakeWindow *self)
{
  guint taken = xr_preview_n_taken (self->preview);
  guint left_out = xr_preview_n_left_out (self->preview);
  g_autofree char *label = left_out > 0 ? g_strdup_printf (_ ("_Take in %1$u rows, leave out %2$u"),
                                                           taken, left_out)
                                        : g_strdup_printf (_ ("_Take in %u rows"), taken);

  gtk_button_set_label (GTK_BUTTON (self->apply_button), label);
  gtk_widget_set_sensitive (self->apply_button, taken > 0 && !self->examining);
}

static gboolean
lacks_post (XrIntakeWindow *self)
{
  for (guint i = 0; i < xr_preview_n_rows (self->preview); i++)
    {
      if (*xr_preview_cell (self->preview, i, 0) == '\0')
        return TRUE;
    }
  return FALSE;
}

static void
show_rows (XrIntakeWindow *self)
{
  xr_intake_table_show (self->table, (int) xr_choice_bar_get_chosen (self->states) - 1);
  show_notes (self);
}

void
xr_intake_window_show_all (XrIntakeWindow *self)
{
  show_states (self);
  show_rows (self);
  xr_intake_window_show_button (self);
  gtk_widget_set_visible (self->post_box, lacks_post (self));
}

/* ---- what is done with rows */

/* Those of the preview that are marked in the table, the cursor's first. (element-type guint) (transfer full) */
static GArray *
get_marked (XrIntakeWindow *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, last, row, field;

  if (self->examining || !get_cursor (self, &row, &field)
      || !xr_score_grid_get_rows (xr_intake_window_get_grid (self), &first, &last))
    return rows;
  g_array_append_val (rows, row);
  for (guint i = first; i <= last; i++)
    {
      guint other = xr_intake_table_row (self->table, i);
      if (other != row)
        g_array_append_val (rows, other);
    }
  return rows;
}

/* The cursor's row says whether they are skipped or taken again. */
static void
skip_rows (XrIntakeWindow *self)
{
  g_autoptr (GArray) rows = get_marked (self);
  gboolean skip = rows->len > 0
                  && xr_preview_state (self->preview, g_array_index (rows, guint, 0))
                       != XR_PREVIEW_SKIPPED;

  if (rows->len == 0)
    return;
  for (guint i = 0; i < rows->len; i++)
    xr_preview_skip (self->preview, g_array_index (rows, guint, i), skip);
  self->touched = TRUE;
  xr_intake_window_examine (self);
}

static void
confirm_rows (XrIntakeWindow *self)
{
  g_autoptr (GArray) rows = get_marked (self);
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      if (xr_preview_state (self->preview, row) != XR_PREVIEW_DOUBTFUL)
        continue;
      xr_preview_confirm (self->preview, row);
      any = TRUE;
    }
  if (!any)
    return;
  self->touched = TRUE;
  xr_intake_window_examine (self);
}

/* The first cell with a fault or a doubt after the cursor's, row by row, then from the top again. */
static void
go_to_next (XrIntakeWindow *self)
{
  guint n = xr_intake_table_n_rows (self->table), row = 0, column = 0;

  if (n == 0 || !xr_score_grid_get_cursor (xr_intake_window_get_grid (self), &row, &column))
    return;
  for (guint i = 0; i <= n; i++)
    {
      guint at = (row + i) % n;
      guint columns = xr_grid_model_n_columns (self->model);

      for (guint j = i == 0 ? column + 1 : 0; j < columns; j++)
        {
          if (xr_grid_model_cell_flags (self->model, at, j) & (XR_CELL_FAULT | XR_CELL_DOUBT))
            {
              xr_score_grid_set_cursor (xr_intake_window_get_grid (self), at, j);
              gtk_widget_grab_focus (GTK_WIDGET (xr_intake_window_get_grid (self)));
              return;
            }
        }
    }
}

static void
post_chosen_cb (XrIntakeWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->post);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->post));

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || self->examining)
    return;
  xr_preview_fill_post (self->preview, gtk_string_list_get_string (names, selected));
  gtk_drop_down_set_selected (self->post, 0);
  self->touched = TRUE;
  xr_intake_window_examine (self);
}

/* ---- keys */

static gboolean
key_pressed_cb (XrIntakeWindow *self, guint key, guint code, GdkModifierType state)
{
  gboolean in_grid = gtk_window_get_focus (GTK_WINDOW (self))
                     == GTK_WIDGET (xr_intake_window_get_grid (self));

  if (key == GDK_KEY_F8)
    {
      go_to_next (self);
      return TRUE;
    }
  if (!in_grid)
    return FALSE;
  if (key == GDK_KEY_Delete)
    {
      skip_rows (self);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state & GDK_CONTROL_MASK)
    {
      confirm_rows (self);
      return TRUE;
    }
  return FALSE;
}

/* ---- window */

static void
discard_cb (GtkWidget *widget, gpointer data)
{
  XR_INTAKE_WINDOW (widget)->done = TRUE;
  gtk_window_destroy (GTK_WINDOW (widget));
}

static gboolean
xr_intake_window_close_request (GtkWindow *window)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (window);

  if (self->done || !self->touched)
    {
      self->done = TRUE;
      return GTK_WINDOW_CLASS (xr_intake_window_parent_class)->close_request (window);
    }
  xr_dialog_confirm (GTK_WIDGET (self), _ ("Close without taking anybody in?"),
                     _ ("What was mended here is lost; the file itself stays as it is."),
                     _ ("_Close"), discard_cb, NULL, NULL);
  return TRUE;
}

static void
xr_intake_window_dispose (GObject *object)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (object);

  self->done = TRUE;
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_intake_window_parent_class)->dispose (object);
}

static void
xr_intake_window_finalize (GObject *object)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (object);

  g_array_unref (self->typed);
  g_clear_pointer (&self->preview, xr_preview_free);
  G_OBJECT_CLASS (xr_intake_window_parent_class)->finalize (object);
}

static void
xr_intake_window_class_init (XrIntakeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_intake_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_intake_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xr_intake_window_close_request;
}

static GtkWidget *
make_button (const char *label, GCallback callback, XrIntakeWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_top (XrIntakeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Those who name no _post apply for"));

  self->states = g_object_new (XR_TYPE_CHOICE_BAR, "hexpand", TRUE, NULL);
  self->post = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->post_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->post));
  gtk_box_append (GTK_BOX (self->post_box), label);
  gtk_box_append (GTK_BOX (self->post_box), GTK_WIDGET (self->post));
  g_signal_connect_swapped (self->states, "chosen", G_CALLBACK (show_rows), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (box), self->post_box);
  return box;
}

static GtkWidget *
make_bottom (XrIntakeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->skip_button = make_button (_ ("_Skip (Delete)"), G_CALLBACK (skip_rows), self);
  self->confirm_button = make_button (_ ("It is _right (Ctrl+Enter)"), G_CALLBACK (confirm_rows),
                                      self);
  self->apply_button = make_button ("", G_CALLBACK (xr_intake_window_apply), self);
  gtk_button_set_use_underline (GTK_BUTTON (self->apply_button), TRUE);
  gtk_widget_add_css_class (self->apply_button, "suggested-action");
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("_Next remark (F8)"), G_CALLBACK (go_to_next), self));
  gtk_box_append (GTK_BOX (box), self->skip_button);
  gtk_box_append (GTK_BOX (box), self->confirm_button);
  gtk_box_append (GTK_BOX (box), gap);
  gtk_box_append (GTK_BOX (box), self->apply_button);
  return box;
}

static void
xr_intake_window_init (XrIntakeWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = xr_intake_typed_new ();
  self->files = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->frame = xr_grid_frame_new ();
  self->notes = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->notes, TRUE);
  gtk_label_set_xalign (self->notes, 0);
  gtk_label_set_yalign (self->notes, 0);
  gtk_widget_set_size_request (GTK_WIDGET (self->notes), -1, 48);
  gtk_widget_set_vexpand (GTK_WIDGET (self->frame), TRUE);
  g_signal_connect_swapped (xr_intake_window_get_grid (self), "moved", G_CALLBACK (show_notes),
                            self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->files));
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->frame));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  gtk_box_append (GTK_BOX (box), make_bottom (self));
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Take people in"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1120, 660);
}

static void
fill_posts (XrIntakeWindow *self)
{
  g_autoptr (GPtrArray) posts = xr_office_query (self->office, xr_table_find ("post"), "round_id",
                                                 self->round);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){ "—", NULL });

  for (guint i = 0; i < posts->len; i++)
    gtk_string_list_append (names, xr_row_get (g_ptr_array_index (posts, i), "name"));
  gtk_drop_down_set_model (self->post, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->post, "notify::selected", G_CALLBACK (post_chosen_cb), self);
}

static void
typed_cb (guint row, guint field, const char *text, gpointer data)
{
  xr_intake_window_type (data, row, field, text);
}

GtkWidget *
xr_intake_window_present (GtkWidget *widget, XrOffice *office, gint64 round, XrPreview *preview)
{
  XrIntakeWindow *self = g_object_new (XR_TYPE_INTAKE_WINDOW, "transient-for",
                                       gtk_widget_get_root (widget), "destroy-with-parent", TRUE,
                                       NULL);

  self->office = g_object_ref (office);
  self->round = round;
  self->preview = preview;
  xr_preview_settle (preview);
  self->model = xr_intake_model_new (preview, typed_cb, self, &self->table);
  fill_posts (self);
  xr_intake_window_show_all (self);
  xr_grid_frame_set_model (self->frame, self->model, _ ("People of the list"),
                           _ ("No row is like this."));
  show_notes (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (xr_intake_window_get_grid (self)));
  xr_intake_window_add_files (self);
  return GTK_WIDGET (self);
}
