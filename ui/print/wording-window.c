/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing of a form's wording. What is typed is laid out as it stands; it is kept only when asked. */
#include "config.h"

#include "print/wording-window.h"

#include <glib/gi18n-lib.h>

#include "forms/wording.h"
#include "print/paper-view.h"
#include "round/wording-text.h"
#include "widgets/dialogs.h"

#define PAUSE_MS 300 /* of typing, before the paper is laid out again */

struct _XrWordingWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  const XrForm *form;
  XrFormSubject subject;
  gboolean blank;
  XrTypesetter *setter;
  guint timer;

  GtkTextBuffer *buffer;
  XrPaperView *paper;
  GtkLabel *fault;
  GtkDropDown *fields, *scope;
};

G_DEFINE_FINAL_TYPE (XrWordingWindow, xr_wording_window, ADW_TYPE_WINDOW)

static char *
dup_text (XrWordingWindow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* ---- the paper beside it */

static void
show_paper (XrWordingWindow *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPaper) paper = xr_form_compose (self->form, self->office, self->round,
                                               &self->subject, self->blank, text, &error);
  g_autoptr (GPtrArray) pages = NULL;

  if (paper != NULL)
    pages = xr_paper_lay_out (paper, self->setter, &error);
  if (pages != NULL)
    xr_paper_view_set_pages (self->paper, pages);
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wording.keep",
                                 pages != NULL && !xr_office_get_read_only (self->office));
}

static gboolean
pause_cb (gpointer data)
{
  XrWordingWindow *self = data;

  self->timer = 0;
  show_paper (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (XrWordingWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* ---- keeping */

/* The round that the choice means; 0: the office. */
static gint64
get_scope (XrWordingWindow *self)
{
  return gtk_drop_down_get_selected (self->scope) == 0 ? self->round : 0;
}

static void
activate_keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWordingWindow *self = XR_WORDING_WINDOW (widget);
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;

  if (xr_wording_text_set (self->office, self->form->id, get_scope (self), text, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    xr_window_report_error (widget, error);
}

/* Takes back what is kept for the scope, and shows what holds then. */
static void
activate_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWordingWindow *self = XR_WORDING_WINDOW (widget);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!xr_wording_text_set (self->office, self->form->id, get_scope (self), NULL, &error))
    {
      xr_window_report_error (widget, error);
      return;
    }
  text = xr_wording_dup (self->form, self->office, self->round);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  show_paper (self);
}

/* Writes the chosen field where the cursor stands. */
static void
activate_insert (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWordingWindow *self = XR_WORDING_WINDOW (widget);
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->fields);
  g_autofree char *text = NULL;

  if (chosen == NULL)
    return;
  text = g_strdup_printf ("{%s}", gtk_string_object_get_string (chosen));
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
}

/* ---- object */

static void
label_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_header (XrWordingWindow *self)
{
  const char *const scopes[] = { _ ("For this round"), _ ("For every round of the office"), NULL };
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep"));
  GtkWidget *restore = gtk_button_new_with_mnemonic (_ ("_Restore"));

  self->scope = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (scopes));
  label_widget (GTK_WIDGET (self->scope), _ ("What the wording is kept for"));
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_tooltip_text (restore, _ ("Drop the wording that is kept for this choice"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keep), "wording.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "wording.restore");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->scope));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), keep);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), restore);
  return header;
}

static GtkWidget *
create_help (void)
{
  GtkWidget *label = gtk_label_new (_ (
    "A line is a paragraph. How it begins says what it is: “# ” the title, “## ” a line below it, "
    "“> ” the addressee, “- ” no indent, “@ ” at the right, “~ ” small, “= ” unit and date at the "
    "end, "
    "“| … | … |” places to sign, “===” a new page. 一、 and （一） begin headings, {一} and "
    "{（一）} count "
    "them. {Field} stands for what the round says; a line that begins with {?Field} is left out "
    "where "
    "that is empty, one with {!Field} where it is not."));

  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_How to write"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  return button;
}

static GtkWidget *
create_fields (XrWordingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Field"));
  GtkWidget *insert = gtk_button_new_with_mnemonic (_ ("_Insert"));

  self->fields = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->fields));
  label_widget (GTK_WIDGET (self->fields), _ ("Field"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (insert), "wording.insert");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fields));
  gtk_box_append (GTK_BOX (box), insert);
  gtk_box_append (GTK_BOX (box), create_help ());
  return box;
}

static GtkWidget *
create_editor (XrWordingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  label_widget (view, _ ("Wording"));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_box_append (GTK_BOX (box), create_fields (self));
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
xr_wording_window_dispose (GObject *object)
{
  XrWordingWindow *self = XR_WORDING_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->setter, xr_typesetter_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_wording_window_parent_class)->dispose (object);
}

static void
xr_wording_window_class_init (XrWordingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_wording_window_dispose;
  gtk_widget_class_install_action (widget_class, "wording.keep", NULL, activate_keep);
  gtk_widget_class_install_action (widget_class, "wording.restore", NULL, activate_restore);
  gtk_widget_class_install_action (widget_class, "wording.insert", NULL, activate_insert);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "wording.keep",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xr_wording_window_init (XrWordingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->setter = xr_typesetter_new ();
  self->paper = XR_PAPER_VIEW (xr_paper_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->paper));
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_paned_set_start_child (GTK_PANED (paned), create_editor (self));
  gtk_paned_set_end_child (GTK_PANED (paned), scroller);
  gtk_paned_set_position (GTK_PANED (paned), 540);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (box), paned);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 1160, 680);
}

void
xr_wording_window_present (GtkWidget *widget, XrOffice *office, gint64 round, const XrForm *form,
                           const XrFormSubject *subject)
{
  XrWordingWindow *self = g_object_new (XR_TYPE_WORDING_WINDOW, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Wording of %s"), form->title);
  g_autofree char *text = xr_wording_dup (form, office, round);
  g_auto (GStrv) fields = xr_form_list_fields (form, office, round, subject);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) fields);

  self->office = g_object_ref (office);
  self->round = round;
  self->form = form;
  self->blank = subject == NULL;
  if (subject != NULL)
    self->subject = *subject;
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (names));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wording.restore",
                                 !xr_office_get_read_only (office));
  show_paper (self);
  gtk_window_present (GTK_WINDOW (self));
}
