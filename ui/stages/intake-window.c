/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window round a preview: chips with counts, the grid, what is wrong with the cell under the cursor,
 * and the one button that takes everything in. Files are read and rows checked in a thread, which has a
 * connection of its own; what is typed meanwhile waits for it. */
#include "config.h"

#include "stages/intake-window.h"

#include <glib/gi18n-lib.h>

#include "exchange/dossier-file.h"
#include "round/round.h"
#include "shell/progress-window.h"
#include "stages/column-dialog.h"
#include "stages/intake-model.h"
#include "widgets/choice-bar.h"
#include "widgets/dialogs.h"
#include "widgets/grid-frame.h"

struct _XrIntakeWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  XrPreview *preview;
  XrGridModel *model;
  XrIntakeTable *table; /* of the model */
  gboolean examining;   /* a thread reads the cells */
  gboolean again;       /* something is to be examined once more */
  GArray *typed;        /* XrGridEntry that wait; column is a field */
  gboolean touched, done;

  XrChoiceBar *states;
  XrGridFrame *frame;
  GtkLabel *notes;
  GtkBox *files;
  GtkWidget *post_box;
  GtkDropDown *post;
  GtkWidget *skip_button, *confirm_button, *apply_button;
};

G_DEFINE_FINAL_TYPE (XrIntakeWindow, xr_intake_window, ADW_TYPE_WINDOW)

static void examine (XrIntakeWindow *self);

static XrScoreGrid *
get_grid (XrIntakeWindow *self)
{
  return xr_grid_frame_get_grid (self->frame);
}

/* The row of the preview and the field under the cursor. */
static gboolean
get_cursor (XrIntakeWindow *self, guint *row, guint *field)
{
  guint at, column;

  if (!xr_score_grid_get_cursor (get_grid (self), &at, &column)
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

static void
show_button (XrIntakeWindow *self)
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

static void
show_all (XrIntakeWindow *self)
{
  show_states (self);
  show_rows (self);
  show_button (self);
  gtk_widget_set_visible (self->post_box, lacks_post (self));
}

/* ---- examining */

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  XrIntakeWindow *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (data, XR_OPEN_READ, &error);

  if (office != NULL && xr_preview_examine (self->preview, office, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clear_entry (gpointer data)
{
  g_free (((XrGridEntry *) data)->text);
}

static void
write_typed (XrIntakeWindow *self)
{
  for (guint i = 0; i < self->typed->len; i++)
    {
      const XrGridEntry *entry = &g_array_index (self->typed, XrGridEntry, i);
      xr_preview_set_cell (self->preview, entry->row, entry->column, entry->text);
    }
  g_array_set_size (self->typed, 0);
}

static void
examined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->examining = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    xr_preview_settle (self->preview);
  else if (!self->done)
    xr_window_report_error (GTK_WIDGET (self), error);
  if (self->done)
    return;
  write_typed (self);
  if (self->again)
    examine (self);
  show_all (self);
}

static void
examine (XrIntakeWindow *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->examining;
  if (self->examining)
    return;
  self->examining = TRUE;
  task = g_task_new (self, NULL, examined_cb, NULL);
  g_task_set_task_data (task, g_strdup (xr_office_get_path (self->office)), g_free);
  g_task_run_in_thread (task, examine_in_thread);
  show_button (self);
}

static void
typed_cb (guint row, guint field, const char *text, gpointer data)
{
  XrIntakeWindow *self = data;
  XrGridEntry entry = { row, field, g_strdup (text) };

  g_array_append_val (self->typed, entry);
  self->touched = TRUE;
  if (!self->examining)
    write_typed (self);
  examine (self);
}

/* ---- what is done with rows */

static void
skip_row (XrIntakeWindow *self)
{
  guint row, field;

  if (self->examining || !get_cursor (self, &row, &field))
    return;
  xr_preview_skip (self->preview, row, xr_preview_state (self->preview, row) != XR_PREVIEW_SKIPPED);
  self->touched = TRUE;
  examine (self);
}

static void
confirm_row (XrIntakeWindow *self)
{
  guint row, field;

  if (self->examining || !get_cursor (self, &row, &field)
      || xr_preview_state (self->preview, row) != XR_PREVIEW_DOUBTFUL)
    return;
  xr_preview_confirm (self->preview, row);
  self->touched = TRUE;
  examine (self);
}

/* The first cell with a fault or a doubt after the cursor's, row by row, then from the top again. */
static void
go_to_next (XrIntakeWindow *self)
{
  guint n = xr_intake_table_n_rows (self->table), row = 0, column = 0;

  if (n == 0 || !xr_score_grid_get_cursor (get_grid (self), &row, &column))
    return;
  for (guint i = 0; i <= n; i++)
    {
      guint at = (row + i) % n;
      guint columns = xr_grid_model_n_columns (self->model);

      for (guint j = i == 0 ? column + 1 : 0; j < columns; j++)
        {
          if (xr_grid_model_cell_flags (self->model, at, j) & (XR_CELL_FAULT | XR_CELL_DOUBT))
            {
              xr_score_grid_set_cursor (get_grid (self), at, j);
              gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
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
  examine (self);
}

static void
apply_cb (XrIntakeWindow *self)
{
  GtkWidget *owner = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int n;

  if (self->examining || !xr_score_grid_commit (get_grid (self)) || self->examining)
    return;
  n = xr_preview_apply (self->preview, self->office, NULL, &error);
  if (n < 0)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      show_all (self);
      return;
    }
  text = g_strdup_printf (_ ("%d rows of the list were taken in."), n);
  if (owner != NULL)
    xr_window_toast (owner, text, TRUE);
  self->done = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- columns */

static void
columns_chosen_cb (GtkWidget *widget, guint file, const GArray *map)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (widget);

  if (self->examining)
    return;
  xr_preview_set_map (self->preview, file, map);
  self->touched = TRUE;
  examine (self);
}

static void
columns_cb (XrIntakeWindow *self, GtkWidget *button)
{
  guint file = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "xr-file"));

  xr_column_dialog_present (GTK_WIDGET (self), xr_preview_file (self->preview, file),
                            xr_preview_map (self->preview, file), file, columns_chosen_cb);
}

static guint
count_unread (const GArray *map)
{
  guint n = 0;

  for (guint i = 0; i < map->len; i++)
    n += g_array_index (map, int, i) < 0;
  return n;
}

/* 「名册.csv · GB18030 · 500 行 · 2 列未对应」 (transfer full) */
static char *
dup_file_text (XrIntakeWindow *self, guint file)
{
  const XrPersonSheet *sheet = xr_preview_file (self->preview, file);
  guint unread = count_unread (xr_preview_map (self->preview, file));
  g_autofree char *name = g_path_get_basename (sheet->path);
  g_autofree char *lines = g_strdup_printf (_ ("%u rows"), sheet->lines->len);
  g_autofree char *columns = g_strdup_printf (_ ("%u columns are not taken in"), unread);

  return g_strdup_printf ("%s · %s · %s%s%s", name,
                          sheet->encoding != NULL ? sheet->encoding : sheet->sheet, lines,
                          unread > 0 ? " · " : "", unread > 0 ? columns : "");
}

static void
add_file (XrIntakeWindow *self, guint file)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_file_text (self, file);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Columns…"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, text);
  g_object_set_data (G_OBJECT (button), "xr-file", GUINT_TO_POINTER (file));
  g_signal_connect_object (button, "clicked", G_CALLBACK (columns_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->files, box);
}

/* ---- keys */

static gboolean
key_pressed_cb (XrIntakeWindow *self, guint key, guint code, GdkModifierType state)
{
  gboolean in_grid = gtk_window_get_focus (GTK_WINDOW (self)) == GTK_WIDGET (get_grid (self));

  if (key == GDK_KEY_F8)
    {
      go_to_next (self);
      return TRUE;
    }
  if (!in_grid)
    return FALSE;
  if (key == GDK_KEY_Delete)
    {
      skip_row (self);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state & GDK_CONTROL_MASK)
    {
      confirm_row (self);
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

  self->skip_button = make_button (_ ("_Skip (Delete)"), G_CALLBACK (skip_row), self);
  self->confirm_button = make_button (_ ("It is _right (Ctrl+Enter)"), G_CALLBACK (confirm_row),
                                      self);
  self->apply_button = make_button ("", G_CALLBACK (apply_cb), self);
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

  self->typed = g_array_new (FALSE, FALSE, sizeof (XrGridEntry));
  g_array_set_clear_func (self->typed, clear_entry);
  self->files = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->frame = xr_grid_frame_new ();
  self->notes = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->notes, TRUE);
  gtk_label_set_xalign (self->notes, 0);
  gtk_label_set_yalign (self->notes, 0);
  gtk_widget_set_size_request (GTK_WIDGET (self->notes), -1, 48);
  gtk_widget_set_vexpand (GTK_WIDGET (self->frame), TRUE);
  g_signal_connect_swapped (get_grid (self), "moved", G_CALLBACK (show_notes), self);
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

/* ---- reading the files */

typedef struct
{
  char *office_path;
  gint64 round;
  char **paths;
  XrPreview *preview;
  GString *failures; /* sentences, a line each */
  GtkWindow *progress;
  guint tick_id; /* shows how far it is */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->office_path);
  g_strfreev (reading->paths);
  g_clear_pointer (&reading->preview, xr_preview_free);
  g_string_free (reading->failures, TRUE);
  g_free (reading);
}

static void
add_failure (Reading *reading, const char *path, const char *text)
{
  g_autofree char *name = g_path_get_basename (path);

  g_string_append_printf (reading->failures, "%s%s: %s", reading->failures->len > 0 ? "\n" : "",
                          name, text);
}

static void
read_form (Reading *reading, const char *path)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  XrDossier *dossier = xr_dossier_file_read (path, notes, faults);

  if (dossier != NULL)
    xr_preview_add_dossier (reading->preview, path, dossier);
  else
    add_failure (reading, path, ((XrFault *) g_ptr_array_index (faults, 0))->message);
}

static void
read_file (Reading *reading, XrOffice *office, const char *path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  XrPersonSheet *sheet = xr_person_sheet_read (path, xr_column_is_known, cancellable, &error);
  g_autofree char *signature = NULL;
  g_autofree char *remembered = NULL;
  g_autoptr (GArray) map = NULL;

  if (sheet == NULL)
    {
      add_failure (reading, path, error->message);
      return;
    }
  signature = xr_column_map_signature (sheet);
  remembered = xr_round_dup_column_map (office, signature);
  map = xr_column_map_new (sheet, remembered);
  xr_preview_add (reading->preview, sheet, map);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (reading->office_path, XR_OPEN_READ, &error);

  for (guint i = 0; office != NULL && reading->paths[i] != NULL; i++)
    if (xr_dossier_file_is_meant (reading->paths[i]))
      read_form (reading, reading->paths[i]);
    else
      read_file (reading, office, reading->paths[i], cancellable);
  if (office != NULL && xr_preview_examine (reading->preview, office, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
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

/* A list in which no column could be told by its title. */
static void
ask_for_columns (XrIntakeWindow *self)
{
  int name = xr_person_field_find ("姓名");

  for (guint i = 0; i < xr_preview_n_files (self->preview); i++)
    {
      const GArray *map = xr_preview_map (self->preview, i);
      gboolean found = FALSE;

      for (guint j = 0; j < map->len; j++)
        found |= g_array_index (map, int, j) == name;
      if (!found)
        xr_column_dialog_present (GTK_WIDGET (self), xr_preview_file (self->preview, i), map, i,
                                  columns_chosen_cb);
    }
}

static void
present (GtkWidget *widget, XrOffice *office, gint64 round, XrPreview *preview)
{
  XrIntakeWindow *self = g_object_new (XR_TYPE_INTAKE_WINDOW, "transient-for",
                                       gtk_widget_get_root (widget), "destroy-with-parent", TRUE,
                                       NULL);

  self->office = g_object_ref (office);
  self->round = round;
  self->preview = preview;
  xr_preview_settle (preview);
  self->model = xr_intake_model_new (preview, typed_cb, self, &self->table);
  for (guint i = 0; i < xr_preview_n_files (preview); i++)
    if (!xr_preview_is_dossier (preview, i))
      add_file (self, i);
  fill_posts (self);
  show_all (self);
  xr_grid_frame_set_model (self->frame, self->model, _ ("People of the list"),
                           _ ("No row is like this."));
  show_notes (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
  ask_for_columns (self);
}

static gboolean
tick_cb (gpointer data)
{
  Reading *reading = data;
  guint checked, all;
  g_autofree char *text = NULL;

  xr_preview_get_progress (reading->preview, &checked, &all);
  if (all == 0)
    return G_SOURCE_CONTINUE;
  text = g_strdup_printf (_ ("Checked: %1$u of %2$u rows (%3$u %%)"), checked, all,
                          (guint) ((guint64) checked * 100 / all));
  xr_progress_window_set_text (reading->progress, text);
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (XrOffice) office = data;
  GTask *task = G_TASK (result);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (task, &error);

  g_clear_handle_id (&reading->tick_id, g_source_remove);
  xr_progress_window_finish (g_steal_pointer (&reading->progress));
  if (reading->failures->len > 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xr_dialog_tell (GTK_WIDGET (source), _ ("A file could not be read"), reading->failures->str);
  else if (!done)
    xr_window_report_error (GTK_WIDGET (source), error);
  if (done && xr_preview_n_files (reading->preview) > 0)
    present (GTK_WIDGET (source), office, reading->round, g_steal_pointer (&reading->preview));
}

void
xr_intake_window_open (GtkWidget *widget, XrOffice *office, gint64 round, const char *const *paths)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, read_cb, g_object_ref (office));
  Reading *reading = g_new0 (Reading, 1);

  reading->office_path = g_strdup (xr_office_get_path (office));
  reading->round = round;
  reading->paths = g_strdupv ((char **) paths);
  reading->preview = xr_preview_new (round);
  reading->failures = g_string_new (NULL);
  reading->progress = xr_progress_window_present (widget, _ ("The list is being read…"),
                                                  cancellable);
  reading->tick_id = g_timeout_add (200, tick_cb, reading);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}
