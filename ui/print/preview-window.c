/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preview of a form. Only the copy that is looked at is laid out; batches are printed or saved elsewhere
 * (print-run.c, save-pdf.c), copy by copy. */
#include "config.h"

#include "print/preview-window.h"

#include <glib/gi18n-lib.h>

#include "print/paper-view.h"
#include "print/print-run.h"
#include "print/save-copies.h"
#include "print/wording-window.h"
#include "widgets/dialogs.h"

#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0

struct _XrPreviewWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  const XrForm *form;
  gint64 only;     /* the application that all copies are for, 0: whatever the round has */
  XrPrintJob *job; /* NULL: nothing can be printed */
  XrTypesetter *setter;

  XrPaperView *paper;
  GtkDropDown *copies;
  GtkCheckButton *blank;
  GtkSearchEntry *search;
  GtkLabel *pages, *found, *fault;
  GtkWidget *step_box, *print_all;
};

G_DEFINE_FINAL_TYPE (XrPreviewWindow, xr_preview_window, ADW_TYPE_WINDOW)

/* ---- showing */

static void
show_page_count (XrPreviewWindow *self)
{
  guint n = xr_paper_view_get_n_pages (self->paper);
  g_autofree char *text = g_strdup_printf (_ ("Pages: %u"), n);

  gtk_label_set_label (self->pages, text);
}

static void
show_fault (XrPreviewWindow *self, const GError *error)
{
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

static void
show_copy (XrPreviewWindow *self)
{
  guint copy = gtk_drop_down_get_selected (self->copies);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  gboolean there = self->job != NULL && copy < xr_print_job_get_n_copies (self->job);

  if (there)
    pages = xr_print_job_lay_out (self->job, copy, self->setter, &error);
  xr_paper_view_set_pages (self->paper, pages);
  if (there)
    show_fault (self, error);
  show_page_count (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print-all", pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-all", pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-workbook",
                                 pages != NULL && (self->form->flags & XR_FORM_LIST) != 0);
}

static void
list_copies (XrPreviewWindow *self, guint selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = self->job != NULL ? xr_print_job_get_n_copies (self->job) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = xr_form_subject_title (
        self->form, self->office, self->round,
        &g_array_index (self->job->subjects, XrFormSubject, i));
      g_autofree char *name = g_strdup_printf ("%u/%u  %s", i + 1, n, title);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->copies, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->copies, MIN (selected, MAX (n, 1) - 1));
  gtk_widget_set_visible (self->step_box, n > 1);
  gtk_widget_set_visible (self->print_all, n > 1);
}

static void copy_chosen_cb (XrPreviewWindow *self);

/* Reads again what there is to print, and stays at the copy at hand. */
static void
load_copies (XrPreviewWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->copies);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->job, xr_print_job_free);
  self->job = xr_print_job_new (self->form, self->office, self->round, 0, self->only,
                                gtk_check_button_get_active (self->blank), &error);
  show_fault (self, error);
  g_signal_handlers_block_by_func (self->copies, copy_chosen_cb, self);
  list_copies (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
  g_signal_handlers_unblock_by_func (self->copies, copy_chosen_cb, self);
  show_copy (self);
}

static void
copy_chosen_cb (XrPreviewWindow *self)
{
  show_copy (self);
}

static void
step (XrPreviewWindow *self, int by)
{
  guint n = self->job != NULL ? xr_print_job_get_n_copies (self->job) : 0;
  int to = (int) gtk_drop_down_get_selected (self->copies) + by;

  if (to >= 0 && to < (int) n)
    gtk_drop_down_set_selected (self->copies, (guint) to);
}

/* ---- finding and zooming */

static void
show_match (XrPreviewWindow *self, guint match, guint n)
{
  g_autofree char *text = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_ ("not found"));
  else
    text = g_strdup_printf ("%u/%u", match, n);
  gtk_label_set_label (self->found, text);
}

static void
search_cb (XrPreviewWindow *self)
{
  guint n = xr_paper_view_search (self->paper, gtk_editable_get_text (GTK_EDITABLE (self->search)));

  show_match (self, xr_paper_view_go_to_match (self->paper, TRUE), n);
}

static void
go_on (XrPreviewWindow *self, gboolean forward)
{
  const char *text = gtk_label_get_label (self->found);
  g_autofree char *all = g_strdup (text);
  char *slash = strchr (all, '/');
  guint match = xr_paper_view_go_to_match (self->paper, forward);

  if (slash != NULL)
    show_match (self, match, (guint) g_ascii_strtoull (slash + 1, NULL, 10));
}

/* Escape first empties the entry, then closes the window. */
static void
stop_search_cb (XrPreviewWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
next_match_cb (XrPreviewWindow *self)
{
  go_on (self, TRUE);
}

static void
previous_match_cb (XrPreviewWindow *self)
{
  go_on (self, FALSE);
}

static void
activate_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrPreviewWindow *self = XR_PREVIEW_WINDOW (widget);
  double factor = g_variant_get_double (parameter);
  double zoom = xr_paper_view_get_zoom (self->paper) * factor;

  xr_paper_view_set_zoom (self->paper, factor > 0 ? CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) : 0);
}

/* ---- printing and saving */

/* The copies to print: the one at hand, or all. (transfer full): NULL when the file no longer gives them,
 * which is reported */
static XrPrintJob *
make_job (XrPreviewWindow *self, gboolean all)
{
  guint copy = gtk_drop_down_get_selected (self->copies);
  g_autoptr (GError) error = NULL;
  XrPrintJob *job = xr_print_job_new (self->form, self->office, self->round, 0, self->only,
                                      self->job->blank, &error);

  if (job == NULL)
    xr_window_report_error (GTK_WIDGET (self), error);
  else if (!all)
    {
      g_array_set_size (job->subjects, 0);
      g_array_append_val (job->subjects, g_array_index (self->job->subjects, XrFormSubject, copy));
    }
  return job;
}

static void
activate_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrPrintJob *job = make_job (XR_PREVIEW_WINDOW (widget),
                              g_str_equal (action, "preview.print-all"));

  if (job != NULL)
    xr_print_run (widget, job);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrPreviewWindow *self = XR_PREVIEW_WINDOW (widget);
  XrPrintJob *job = make_job (self, !g_str_equal (action, "preview.save"));

  if (job != NULL)
    xr_save_copies (GTK_WIDGET (self->paper), job, g_str_equal (action, "preview.save-workbook"));
}

static void
activate_wording (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrPreviewWindow *self = XR_PREVIEW_WINDOW (widget);
  guint copy = gtk_drop_down_get_selected (self->copies);
  const XrFormSubject *subject = self->job != NULL && copy < self->job->subjects->len
                                   ? &g_array_index (self->job->subjects, XrFormSubject, copy)
                                   : NULL;

  xr_wording_window_present (widget, self->office, self->round, self->form, subject);
}

static void
activate_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (XR_PREVIEW_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (XR_PREVIEW_WINDOW (widget)->search));
}

/* ---- object */

static GtkWidget *
create_button (const char *icon, const char *name, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static GtkWidget *
create_copies (XrPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->copies = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copies), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy"), -1);
  gtk_box_append (GTK_BOX (box),
                  create_button ("go-previous-symbolic", _ ("Copy before (Ctrl+Page Up)"),
                                 "preview.step", g_variant_new_int32 (-1)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->copies));
  gtk_box_append (GTK_BOX (box),
                  create_button ("go-next-symbolic", _ ("Next copy (Ctrl+Page Down)"),
                                 "preview.step", g_variant_new_int32 (1)));
  self->step_box = box;
  return box;
}

static GtkWidget *
create_save_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("This copy as _PDF…"), "preview.save");
  g_menu_append (menu, _ ("_All copies as one PDF…"), "preview.save-all");
  g_menu_append (menu, _ ("_Excel workbook…"), "preview.save-workbook");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Save as"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static GtkWidget *
create_header (XrPreviewWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print…"));

  self->print_all = gtk_button_new_with_mnemonic (_ ("Print _all copies…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "preview.print");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print_all), "preview.print-all");
  gtk_widget_add_css_class (print, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), create_copies (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->print_all);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), create_save_menu ());
  return header;
}

static GtkWidget *
create_search (XrPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->found = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->search, "placeholder-text", _ ("Find in the text"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find in the text"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->found));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (next_match_cb), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (next_match_cb), self);
  g_signal_connect_swapped (self->search, "previous-match", G_CALLBACK (previous_match_cb), self);
  return box;
}

static GtkWidget *
create_tools (XrPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *wording = gtk_button_new_with_mnemonic (_ ("Change the _wording…"));

  self->blank = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Blank form")));
  self->pages = GTK_LABEL (gtk_label_new (NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (wording), "preview.wording");
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->pages), "dim-label");
  gtk_widget_add_css_class (box, "xr-page-head");
  gtk_box_append (GTK_BOX (box), create_search (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->blank));
  gtk_box_append (GTK_BOX (box), wording);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_box_append (GTK_BOX (box), create_button ("zoom-out-symbolic", _ ("Smaller (Ctrl+−)"),
                                                "preview.zoom", g_variant_new_double (1 / 1.25)));
  gtk_box_append (GTK_BOX (box),
                  create_button ("zoom-fit-best-symbolic", _ ("Fit the width (Ctrl+0)"),
                                 "preview.zoom", g_variant_new_double (0)));
  gtk_box_append (GTK_BOX (box), create_button ("zoom-in-symbolic", _ ("Larger (Ctrl++)"),
                                                "preview.zoom", g_variant_new_double (1.25)));
  g_signal_connect_swapped (self->blank, "toggled", G_CALLBACK (load_copies), self);
  return box;
}

static void
xr_preview_window_dispose (GObject *object)
{
  XrPreviewWindow *self = XR_PREVIEW_WINDOW (object);

  g_clear_pointer (&self->job, xr_print_job_free);
  g_clear_pointer (&self->setter, xr_typesetter_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_preview_window_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, 1.25 },      { GDK_KEY_equal, 1.25 },           { GDK_KEY_KP_Add, 1.25 },
    { GDK_KEY_minus, 1 / 1.25 }, { GDK_KEY_KP_Subtract, 1 / 1.25 }, { GDK_KEY_0, 0 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK,
                                         "preview.zoom", "d", zooms[i].factor);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "preview.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "preview.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "preview.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xr_preview_window_class_init (XrPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_preview_window_dispose;
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, activate_print);
  gtk_widget_class_install_action (widget_class, "preview.print-all", NULL, activate_print);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "preview.save-all", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "preview.save-workbook", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "preview.wording", NULL, activate_wording);
  gtk_widget_class_install_action (widget_class, "preview.step", "i", activate_step);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "d", activate_zoom);
  gtk_widget_class_install_action (widget_class, "preview.find", NULL, activate_find);
  install_keys (widget_class);
}

static void
xr_preview_window_init (XrPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->setter = xr_typesetter_new ();
  self->paper = XR_PAPER_VIEW (xr_paper_view_new ());
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "xr-dialog-content");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->paper));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), create_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (self), overlay);
  gtk_window_set_default_size (GTK_WINDOW (self), 1080, 690);
  g_signal_connect_swapped (self->copies, "notify::selected", G_CALLBACK (copy_chosen_cb), self);
}

static guint
find_copy (XrPreviewWindow *self, gint64 application)
{
  for (guint i = 0; application != 0 && self->job != NULL && i < self->job->subjects->len; i++)
    if (g_array_index (self->job->subjects, XrFormSubject, i).application == application)
      return i;
  return 0;
}

void
xr_preview_window_present (GtkWidget *widget, XrOffice *office, gint64 round, const XrForm *form,
                           gint64 application)
{
  XrPreviewWindow *self = g_object_new (XR_TYPE_PREVIEW_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->office = g_object_ref (office);
  self->round = round;
  self->form = form;
  self->only = (form->flags & XR_FORM_PERSONAL) != 0 ? application : 0;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_title (GTK_WINDOW (self), form->title);
  load_copies (self);
  if (self->job == NULL)
    gtk_check_button_set_active (self->blank, TRUE);
  gtk_drop_down_set_selected (self->copies, find_copy (self, application));
  g_signal_connect_object (office, "changed", G_CALLBACK (load_copies), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
