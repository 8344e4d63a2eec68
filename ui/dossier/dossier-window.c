/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of the dossier window: sections, going from one person to the next, what does not fit
 * together. What a section holds stands in dossier/dossier-sections.c. */
#include "config.h"

#include "dossier/dossier-window.h"

#include <glib/gi18n-lib.h>

#include "dossier/compare-window.h"
#include "dossier/dossier-sections.h"
#include "dossier/earlier-bar.h"
#include "dossier/export-dialog.h"
#include "print/preview-window.h"
#include "round/dossier.h"
#include "round/round.h"
#include "widgets/dialogs.h"
#include "widgets/field-editor.h"

/* The form as it is today, and as it was before. */
#define FORM     "appointment-form"
#define OLD_FORM "appointment-form-old"

struct _XrDossierWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round, candidate;

  AdwWindowTitle *title;
  GtkStack *stack;
  XrDossierSections *sections;
  XrEarlierBar *earlier;
  GtkListBox *remarks;
  GtkWidget *nothing_wrong;
};

G_DEFINE_FINAL_TYPE (XrDossierWindow, xr_dossier_window, ADW_TYPE_WINDOW)

/* ---- what does not fit together */

/* In the order of the form, so that the first is at the top. */
static const char *
find_section (int field)
{
  if (field == XR_DOSSIER_N_FIELDS)
    return "family";
  if (field >= XR_DOSSIER_FULL_EDUCATION && field <= XR_DOSSIER_PART_DEGREE_SCHOOL)
    return "education";
  if (field >= XR_DOSSIER_POSITION && field <= XR_DOSSIER_REMOVED_POST)
    return "posts";
  if (field == XR_DOSSIER_RESUME)
    return "resume";
  if (field == XR_DOSSIER_AWARDS || field == XR_DOSSIER_APPRAISALS)
    return "merits";
  return field >= XR_DOSSIER_REASON && field <= XR_DOSSIER_FILLED_BY ? "appointment" : "person";
}

static void
add_remark (XrDossierWindow *self, const XrDossierRemark *remark)
{
  GtkWidget *label = gtk_label_new (remark->message);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "xr-remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "xr-section", (gpointer) find_section (remark->field));
  gtk_list_box_append (self->remarks, row);
}

static void
add_remarks (XrDossierWindow *self, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    add_remark (self, remarks->pdata[i]);
}

static void
show_remarks (XrDossierWindow *self)
{
  g_autoptr (XrDossier) dossier = xr_dossier_load (self->office, self->candidate, NULL);
  g_autoptr (GPtrArray) contradictions = xr_dossier_contradictions (self->office, self->candidate);
  g_autoptr (GPtrArray) remarks = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_list_box_remove (self->remarks, row);
  if (dossier == NULL)
    return;
  remarks = xr_dossier_check (dossier, xr_date_today ());
  add_remarks (self, contradictions);
  add_remarks (self, remarks);
  gtk_widget_set_visible (self->nothing_wrong, contradictions->len + remarks->len == 0);
}

static void
remark_activated_cb (XrDossierWindow *self, GtkListBoxRow *row)
{
  gtk_stack_set_visible_child_name (self->stack, g_object_get_data (G_OBJECT (row), "xr-section"));
}

/* ---- whom it shows */

static void
show_title (XrDossierWindow *self, XrRow *candidate)
{
  g_autofree char *round = xr_office_dup_title (self->office, xr_table_find ("round"), self->round);
  /* Translators: number and name of a candidate */
  g_autofree char *title = g_strdup_printf (_ ("%1$s  %2$s"), xr_row_get (candidate, "number"),
                                            xr_row_get (candidate, "name"));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, round);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The candidates of the round in the order of their numbers, and the place of this one. */
static GPtrArray *
list_candidates (XrDossierWindow *self, guint *place)
{
  GPtrArray *rows = xr_office_query_round (self->office, xr_table_find ("candidate"), self->round);

  for (*place = 0; *place < rows->len; (*place)++)
    if (xr_row_get_id (rows->pdata[*place]) == self->candidate)
      break;
  return rows;
}

static void
update_actions (XrDossierWindow *self)
{
  guint place;
  g_autoptr (GPtrArray) rows = list_candidates (self, &place);
  g_autofree char *undo = xr_office_dup_undo_label (self->office);
  g_autofree char *redo = xr_office_dup_redo_label (self->office);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "dossier.previous", place > 0 && place < rows->len);
  gtk_widget_action_set_enabled (widget, "dossier.next", place + 1 < rows->len);
  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
}

static void
office_changed_cb (XrDossierWindow *self)
{
  g_autoptr (XrRow) candidate = xr_office_load (self->office, xr_table_find ("candidate"),
                                                self->candidate, NULL);

  /* Undone, or removed in another window. */
  if (candidate == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_title (self, candidate);
  update_actions (self);
  show_remarks (self);
}

static void
show_candidate (XrDossierWindow *self, gint64 candidate)
{
  g_autoptr (XrRow) row = xr_office_load (self->office, xr_table_find ("candidate"), candidate,
                                          NULL);

  if (row == NULL)
    return;
  xr_dossier_sections_commit (self->sections);
  self->candidate = candidate;
  self->round = xr_row_get_owner (row);
  xr_dossier_sections_set_candidate (self->sections, self->office, candidate);
  xr_earlier_bar_set_candidate (self->earlier, self->office, candidate);
  office_changed_cb (self);
}

static void
go (XrDossierWindow *self, int step)
{
  guint place;
  g_autoptr (GPtrArray) rows = list_candidates (self, &place);
  gint64 next = (gint64) place + step;

  if (next >= 0 && next < (gint64) rows->len)
    show_candidate (self, xr_row_get_id (rows->pdata[next]));
}

/* ---- actions */

static void
activate_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (XR_DOSSIER_WINDOW (widget), -1);
}

static void
activate_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (XR_DOSSIER_WINDOW (widget), 1);
}

static void
activate_read (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrDossierWindow *self = XR_DOSSIER_WINDOW (widget);

  xr_dossier_sections_commit (self->sections);
  xr_compare_window_present (widget, self->office, self->round, &self->candidate, 1);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrDossierWindow *self = XR_DOSSIER_WINDOW (widget);

  xr_dossier_sections_commit (self->sections);
  xr_export_dialog_present (widget, self->office, self->round, self->candidate);
}

/* What the form is printed for: an application that is still in the running, else any. 0: none. */
static gint64
find_application (XrDossierWindow *self)
{
  g_autoptr (GPtrArray) rows = xr_office_query (self->office, xr_table_find ("application"),
                                                "candidate_id", self->candidate);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (xr_row_get (rows->pdata[i], "state"), "active") == 0)
      return xr_row_get_id (rows->pdata[i]);
  return rows->len > 0 ? xr_row_get_id (rows->pdata[0]) : 0;
}

static void
activate_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrDossierWindow *self = XR_DOSSIER_WINDOW (widget);
  const XrForm *form = xr_form_find (g_variant_get_string (parameter, NULL));
  gint64 application = 0;

  xr_dossier_sections_commit (self->sections);
  application = find_application (self);
  if (application != 0)
    xr_preview_window_present (widget, self->office, self->round, form, application);
  else
    xr_dialog_tell (widget, _ ("The form is printed for somebody who applies for a post."),
                    _ ("Add the post that this person applies for on the page of registration, "
                       "then print the form."));
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!xr_office_undo (XR_DOSSIER_WINDOW (widget)->office, &error))
    xr_window_report_error (widget, error);
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!xr_office_redo (XR_DOSSIER_WINDOW (widget)->office, &error))
    xr_window_report_error (widget, error);
}

/* A field that holds what is not kept yet undoes its own typing; everywhere else the keys mean the file. */
static gboolean
is_typing (XrDossierWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *editor = focus != NULL ? gtk_widget_get_ancestor (focus, XR_TYPE_FIELD_EDITOR) : NULL;

  return editor != NULL && xr_field_editor_get_edited (XR_FIELD_EDITOR (editor));
}

static gboolean
undo_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return !is_typing (XR_DOSSIER_WINDOW (widget)) && gtk_widget_activate_action (widget, data, NULL);
}

static void
add_undo_key (GtkEventController *controller, GdkModifierType state, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, state),
                      gtk_callback_action_new (undo_key_cb, (gpointer) action, NULL)));
}

/* Lists and texts have a use of their own for these keys; here they go to the next person wherever the
 * keyboard is. */
static void
add_person_key (GtkEventController *controller, guint key, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                      gtk_named_action_new (action)));
}

static gboolean
xr_dossier_window_close_request (GtkWindow *window)
{
  xr_dossier_sections_commit (XR_DOSSIER_WINDOW (window)->sections);
  return GTK_WINDOW_CLASS (xr_dossier_window_parent_class)->close_request (window);
}

/* ---- construction */

static void
xr_dossier_window_dispose (GObject *object)
{
  XrDossierWindow *self = XR_DOSSIER_WINDOW (object);

  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_dossier_window_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, state, action, NULL);
}

static void
xr_dossier_window_class_init (XrDossierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_dossier_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = xr_dossier_window_close_request;
  gtk_widget_class_install_action (widget_class, "dossier.previous", NULL, activate_previous);
  gtk_widget_class_install_action (widget_class, "dossier.next", NULL, activate_next);
  gtk_widget_class_install_action (widget_class, "dossier.read", NULL, activate_read);
  gtk_widget_class_install_action (widget_class, "dossier.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "dossier.print", "s", activate_print);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, activate_redo);
  bind_key (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "dossier.read");
  bind_key (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "dossier.export");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "dossier.print",
                                       "s", FORM);
  bind_key (widget_class, GDK_KEY_Escape, 0, "window.close");
}

static GtkWidget *
create_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_word_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* Both layouts of the form. */
static GtkWidget *
create_print_button (void)
{
  static const char *const forms[] = { FORM, OLD_FORM };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *action = g_strdup_printf ("dossier.print::%s", forms[i]);

      g_menu_append (menu, xr_form_find (forms[i])->title, action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Print…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Look at the form and print it (Ctrl+P)"));
  return button;
}

static GtkWidget *
create_header (XrDossierWindow *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (header, GTK_WIDGET (self->title));
  adw_header_bar_pack_start (header, create_button ("go-previous-symbolic",
                                                    _ ("Previous person (Ctrl+Page Up)"),
                                                    "dossier.previous"));
  adw_header_bar_pack_start (
    header, create_button ("go-next-symbolic", _ ("Next person (Ctrl+Page Down)"), "dossier.next"));
  adw_header_bar_pack_start (header,
                             create_button ("edit-undo-symbolic", _ ("Undo (Ctrl+Z)"), "win.undo"));
  adw_header_bar_pack_start (
    header, create_button ("edit-redo-symbolic", _ ("Redo (Ctrl+Shift+Z)"), "win.redo"));
  adw_header_bar_pack_end (header, create_word_button (_ ("_Export…"),
                                                       _ ("Write .lrmx or .lrm files (Ctrl+E)"),
                                                       "dossier.export"));
  adw_header_bar_pack_end (header, create_print_button ());
  adw_header_bar_pack_end (
    header, create_word_button (_ ("_Read"), _ ("Read and compare (Ctrl+R)"), "dossier.read"));
  return GTK_WIDGET (header);
}

static GtkWidget *
create_remarks (XrDossierWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("To be looked at"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->nothing_wrong = gtk_label_new (_ ("Nothing contradicts or exceeds the form."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing_wrong), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing_wrong), 0);
  gtk_widget_add_css_class (self->nothing_wrong, "dim-label");
  self->remarks = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->remarks, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->remarks), "navigation-sidebar");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->remarks),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_signal_connect_swapped (self->remarks, "row-activated", G_CALLBACK (remark_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->remarks));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->nothing_wrong);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, 230, -1);
  gtk_widget_add_css_class (box, "xr-card");
  return box;
}

/* The list in the sidebar is named by the toolkit, in the toolkit's language. */
static void
name_sidebar (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_first_child (widget);
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Sections of the dossier"), -1);
}

static GtkWidget *
create_body (XrDossierWindow *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *sidebar = gtk_stack_sidebar_new ();

  self->sections = xr_dossier_sections_new ();
  self->stack = xr_dossier_sections_get_stack (self->sections);
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), self->stack);
  name_sidebar (sidebar);
  gtk_widget_set_size_request (sidebar, 150, -1);
  gtk_box_append (GTK_BOX (body), sidebar);
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->sections), TRUE);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->sections));
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (body), create_remarks (self));
  gtk_widget_set_vexpand (body, TRUE);
  return body;
}

static void
xr_dossier_window_init (XrDossierWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_undo_key (keys, GDK_CONTROL_MASK, "win.undo");
  add_undo_key (keys, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  add_person_key (keys, GDK_KEY_Page_Up, "dossier.previous");
  add_person_key (keys, GDK_KEY_Page_Down, "dossier.next");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->earlier = xr_earlier_bar_new ();
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  gtk_box_append (GTK_BOX (box), create_body (self));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (self), overlay);
  gtk_window_set_default_size (GTK_WINDOW (self), 1080, 660);
}

static XrDossierWindow *
find_open (XrOffice *office)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (XR_IS_DOSSIER_WINDOW (window) && XR_DOSSIER_WINDOW (window)->office == office)
        return XR_DOSSIER_WINDOW (window);
    }
  return NULL;
}

void
xr_dossier_window_present (GtkWidget *widget, XrOffice *office, gint64 candidate)
{
  XrDossierWindow *self = find_open (office);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self == NULL)
    {
      self = g_object_new (XR_TYPE_DOSSIER_WINDOW, NULL);
      self->office = g_object_ref (office);
      self->changed_id = g_signal_connect_swapped (office, "changed",
                                                   G_CALLBACK (office_changed_cb), self);
      if (GTK_IS_WINDOW (root))
        {
          gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
          gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
        }
    }
  show_candidate (self, candidate);
  gtk_window_present (GTK_WINDOW (self));
}
