/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which somebody is registered: field grids in the groups of the form. An ID number fills
 * in birth and sex where they are empty and says when they contradict it; it never overwrites what a
 * person wrote. */
#include "config.h"

#include "stages/candidate-window.h"

#include <glib/gi18n-lib.h>

#include "core/id-number.h"
#include "round/commands.h"
#include "stages/candidate-facts.h"
#include "widgets/dialogs.h"

#define XR_TYPE_CANDIDATE_WINDOW (xr_candidate_window_get_type ())
G_DECLARE_FINAL_TYPE (XrCandidateWindow, xr_candidate_window, XR, CANDIDATE_WINDOW, AdwWindow)

struct _XrCandidateWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  XrRow *row;

  GtkBox *content;
  GPtrArray *grids; /* XrFieldGrid, borrowed */
  XrFieldEditor *post;
  GtkLabel *message, *contradiction;
  GtkWidget *accept_button;
};

G_DEFINE_FINAL_TYPE (XrCandidateWindow, xr_candidate_window, ADW_TYPE_WINDOW)

static void
show_message (GtkLabel *label, const char *message)
{
  gtk_label_set_label (label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), message != NULL);
}

/* ---- the ID number */

static XrFieldEditor *
find_editor (XrCandidateWindow *self, const char *name)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      GPtrArray *editors = xr_field_grid_get_editors (g_ptr_array_index (self->grids, i));
      for (guint j = 0; j < editors->len; j++)
        {
          XrFieldEditor *editor = g_ptr_array_index (editors, j);
          if (g_str_equal (xr_field_editor_get_field (editor)->name, name))
            return editor;
        }
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_text (XrCandidateWindow *self, const char *name)
{
  return xr_field_editor_dup_text (find_editor (self, name));
}

static void
fill_in (XrCandidateWindow *self, const char *name, const char *value)
{
  g_autofree char *there = dup_text (self, name);

  if (*there == '\0')
    xr_field_editor_set_value (find_editor (self, name), value);
}

static void
fill_in_from_number (XrCandidateWindow *self, const char *number)
{
  XrIdNumber parts = xr_id_number_check (number, xr_date_today ());
  g_autofree char *born = xr_date_to_iso (parts.born);

  xr_field_editor_set_error (find_editor (self, "id_number"),
                             *number == '\0' ? NULL : xr_id_number_fault_text (parts.fault));
  if (parts.fault != XR_ID_NUMBER_VALID)
    return;
  fill_in (self, "born", born);
  fill_in (self, "sex", parts.female ? "女" : "男");
}

static void
identity_committed_cb (XrCandidateWindow *self, XrFieldEditor *editor)
{
  g_autofree char *number = dup_text (self, "id_number");
  g_autofree char *born = NULL;
  g_autofree char *sex = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (xr_field_editor_get_field (editor)->name, "id_number"))
    fill_in_from_number (self, number);
  born = dup_text (self, "born");
  sex = dup_text (self, "sex");
  text = xr_candidate_describe_contradiction (number, *born != '\0' ? born : NULL,
                                              *sex != '\0' ? sex : NULL);
  show_message (self->contradiction, text);
}

/* ---- saving */

static gboolean
read_row (XrCandidateWindow *self, XrRow *row)
{
  gboolean right = TRUE;

  for (guint i = 0; i < self->grids->len; i++)
    right = xr_field_grid_read_row (g_ptr_array_index (self->grids, i), row) && right;
  return right;
}

/* The post that is chosen, 0 where none is asked for. Nobody is registered for nothing. */
static gboolean
read_post (XrCandidateWindow *self, gint64 *post)
{
  g_autofree char *text = self->post != NULL ? xr_field_editor_dup_text (self->post) : NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  *post = 0;
  if (self->post == NULL)
    return TRUE;
  if (xr_field_parse (xr_field_editor_get_field (self->post), text, &canonical, &error))
    *post = g_ascii_strtoll (canonical, NULL, 10);
  xr_field_editor_set_error (self->post, error != NULL ? error->message : NULL);
  return error == NULL;
}

static void
accept_cb (XrCandidateWindow *self)
{
  g_autoptr (XrRow) edited = xr_row_copy (self->row);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_new = xr_row_get_id (self->row) == 0;
  gint64 post;

  show_message (self->message, NULL);
  if (!read_post (self, &post) || !read_row (self, edited))
    return;
  if (!xr_candidate_register (self->office, edited, post, &error))
    {
      show_message (self->message, error->message);
      return;
    }
  /* Translators: %s is the name of a person. */
  text = g_strdup_printf (is_new ? _ ("Registered: %s") : _ ("Changed: %s"),
                          xr_row_get (edited, "name"));
  xr_window_toast (GTK_WIDGET (self), text, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- construction */

static void
xr_candidate_window_dispose (GObject *object)
{
  XrCandidateWindow *self = XR_CANDIDATE_WINDOW (object);

  g_clear_object (&self->office);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (xr_candidate_window_parent_class)->dispose (object);
}

static void
xr_candidate_window_finalize (GObject *object)
{
  g_ptr_array_unref (XR_CANDIDATE_WINDOW (object)->grids);
  G_OBJECT_CLASS (xr_candidate_window_parent_class)->finalize (object);
}

static void
xr_candidate_window_class_init (XrCandidateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_candidate_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_candidate_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (XrCandidateWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->accept_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (accept_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept_button);
  return header;
}

static GtkLabel *
create_message (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  return GTK_LABEL (label);
}

static void
xr_candidate_window_init (XrCandidateWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grids = g_ptr_array_new ();
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->message = create_message ("error");
  self->contradiction = create_message ("warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "xr-dialog-content");
  gtk_box_append (self->content, GTK_WIDGET (self->message));
  gtk_box_append (self->content, GTK_WIDGET (self->contradiction));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 680, 640);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept_button);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static void
add_heading (XrCandidateWindow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->content, label);
}

static void
add_group (XrCandidateWindow *self, const XrCandidateGroup *group, gint64 round)
{
  XrFieldGrid *grid = xr_field_grid_new ();

  add_heading (self, _ (group->title));
  for (guint i = 0; group->fields[i] != NULL; i++)
    xr_field_grid_add (grid, xr_table_find_field (xr_row_get_table (self->row), group->fields[i]));
  xr_field_grid_show_row (grid, self->office, self->row, round);
  gtk_box_append (self->content, GTK_WIDGET (grid));
  g_ptr_array_add (self->grids, grid);
}

/* The posts of the round, @post chosen. */
static void
add_post_field (XrCandidateWindow *self, gint64 round, gint64 post)
{
  const XrTable *table = xr_table_find ("application");
  XrFieldGrid *grid = xr_field_grid_new ();
  g_autoptr (XrRow) application = xr_row_new (table, 0);

  if (post != 0)
    xr_row_set_int (application, "post_id", post);
  add_heading (self, _ ("Applies for"));
  self->post = xr_field_grid_add (grid, xr_table_find_field (table, "post_id"));
  xr_field_grid_show_row (grid, self->office, application, round);
  gtk_box_append (self->content, GTK_WIDGET (grid));
}

static void
watch_identity (XrCandidateWindow *self)
{
  static const char *const names[] = { "id_number", "born", "sex" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (find_editor (self, names[i]), "committed",
                             G_CALLBACK (identity_committed_cb), self, G_CONNECT_SWAPPED);
  identity_committed_cb (self, find_editor (self, "sex"));
}

/* What is shown can be changed only while the stages of the candidates are open. */
static void
show_access (XrCandidateWindow *self, gint64 round)
{
  gboolean open = xr_office_check_open (self->office, xr_row_get_table (self->row), round, NULL);

  for (guint i = 0; i < self->grids->len; i++)
    xr_field_grid_set_editable (g_ptr_array_index (self->grids, i), open);
  gtk_widget_set_visible (self->accept_button, open);
}

void
xr_candidate_window_present (GtkWidget *widget, XrOffice *office, gint64 round, XrRow *candidate,
                             gint64 post)
{
  XrCandidateWindow *self = g_object_new (XR_TYPE_CANDIDATE_WINDOW, NULL);
  gboolean is_new = xr_row_get_id (candidate) == 0;
  GtkRoot *root = gtk_widget_get_root (widget);

  self->office = g_object_ref (office);
  self->row = xr_row_copy (candidate);
  gtk_window_set_title (GTK_WINDOW (self),
                        is_new ? _ ("Register candidate") : xr_row_get (candidate, "name"));
  if (is_new)
    {
      g_autofree char *number = xr_candidate_dup_next_number (office, round);
      xr_row_set (self->row, "number", number);
      add_post_field (self, round, post);
    }
  for (const XrCandidateGroup *group = xr_candidate_groups (); group->title != NULL; group++)
    add_group (self, group, round);
  watch_identity (self);
  show_access (self, round);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  xr_field_editor_focus (find_editor (self, "name"));
  gtk_window_present (GTK_WINDOW (self));
}
