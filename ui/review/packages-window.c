/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of review packages. It follows the office file and changes nothing by itself. */
#include "config.h"

#include "review/packages-window.h"

#include <glib/gi18n-lib.h>

#include "exchange/sealed-file.h"
#include "review/answer-dialog.h"
#include "review/opinion-rows.h"
#include "review/package-dialog.h"
#include "widgets/dialogs.h"

#define XR_TYPE_PACKAGES_WINDOW (xr_packages_window_get_type ())
G_DECLARE_FINAL_TYPE (XrPackagesWindow, xr_packages_window, XR, PACKAGES_WINDOW, AdwWindow)

struct _XrPackagesWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round;
  GtkStack *stack;
  GtkListBox *packages;
};

G_DEFINE_FINAL_TYPE (XrPackagesWindow, xr_packages_window, ADW_TYPE_WINDOW)

/* ---- list */

static char *
describe_state (const XrReviewGiven *given)
{
  g_autofree char *back = xr_date_to_iso (given->taken_on);
  g_autofree char *replaced = xr_date_to_iso (given->replaced_on);

  if (back[0] != '\0')
    return g_strdup_printf (_ ("✓ answer taken in on %s"), back);
  if (replaced[0] != '\0')
    return g_strdup_printf (_ ("– replaced by the package of %s"), replaced);
  return g_strdup (_ ("○ has not come back yet"));
}

static char *
describe (const XrReviewGiven *given)
{
  g_autofree char *on = xr_date_to_iso (given->given_on);
  g_autofree char *state = describe_state (given);
  /* Translators: 1 how many people, 2 the day on which the package was given out, 3 what became of it */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$u person, given out on %2$s, %3$s",
                                                     "%1$u people, given out on %2$s, %3$s",
                                                     given->people->len),
                                           given->people->len, on, state);

  return given->blind ? g_strdup_printf (_ ("Blind review · %s"), text) : g_steal_pointer (&text);
}

static GtkWidget *
create_package (const XrReviewGiven *given)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = given->position != NULL
                             ? g_strdup_printf ("%s  %s", given->reader, given->position)
                             : g_strdup (given->reader);
  g_autofree char *subtitle = describe (given);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  for (guint i = 0; i < given->people->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), xr_opinion_row_new (given->people->pdata[i]));
  return row;
}

static void
refresh (XrPackagesWindow *self)
{
  g_autoptr (GPtrArray) packages = xr_review_packages (self->office, self->round);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->packages))) != NULL)
    gtk_list_box_remove (self->packages, row);
  for (guint i = 0; i < packages->len; i++)
    gtk_list_box_append (self->packages, create_package (packages->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, packages->len > 0 ? "list" : "empty");
}

/* ---- actions */

static void
activate_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrPackagesWindow *self = XR_PACKAGES_WINDOW (widget);

  xr_package_dialog_present (widget, self->office, self->round);
}

static void
answer_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrPackagesWindow *self = XR_PACKAGES_WINDOW (widget);
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    xr_answer_dialog_open (widget, self->office, self->round, path);
}

static void
activate_take_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_dialog_open_file (widget, _ ("Open a reader's answer"), _ ("Sealed files"),
                       XR_SEALED_SUFFIX + 1, answer_chosen_cb, NULL, NULL);
}

/* ---- construction */

static void
xr_packages_window_dispose (GObject *object)
{
  XrPackagesWindow *self = XR_PACKAGES_WINDOW (object);

  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_packages_window_parent_class)->dispose (object);
}

static void
xr_packages_window_class_init (XrPackagesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_packages_window_dispose;
  gtk_widget_class_install_action (widget_class, "packages.new", NULL, activate_new);
  gtk_widget_class_install_action (widget_class, "packages.take-in", NULL, activate_take_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "packages.new",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "packages.take-in", NULL);
}

static GtkWidget *
create_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_header (void)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_pack_start (
    ADW_HEADER_BAR (header),
    create_button (_ ("_New package…"), _ ("New package (Ctrl+N)"), "packages.new"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             create_button (_ ("_Take in an answer…"),
                                            _ ("Take in an answer (Ctrl+O)"), "packages.take-in"));
  return header;
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mail-send-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No review package yet"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ (
      "A review package is one encrypted file with the dossiers that a department head reads on "
      "another computer. The reader opens it in this program with the passphrase, leaves marks and "
      "opinions, and gives an answer file back."));
  return page;
}

static void
xr_packages_window_init (XrPackagesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->packages = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->packages, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->packages), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->packages), GTK_ALIGN_START);
  g_object_set (self->packages, "margin-start", 18, "margin-end", 18, "margin-top", 18,
                "margin-bottom", 18, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->packages));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, scrolled, "list");
  gtk_stack_add_named (self->stack, create_empty (), "empty");
  gtk_box_append (GTK_BOX (box), create_header ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Review packages"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

void
xr_packages_window_present (GtkWidget *widget, XrOffice *office, gint64 round)
{
  XrPackagesWindow *self = g_object_new (XR_TYPE_PACKAGES_WINDOW, NULL);

  self->office = g_object_ref (office);
  self->round = round;
  self->changed_id = g_signal_connect_swapped (office, "changed", G_CALLBACK (refresh), self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packages.new",
                                 !xr_office_get_read_only (office));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packages.take-in",
                                 !xr_office_get_read_only (office));
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
