/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: where one is, how one gets elsewhere, undo and redo. What the menus start stands in
 * window-actions.c; what a stage is about stands in its page. */
#include "config.h"

#include "shell/window.h"

#include <glib/gi18n-lib.h>

#include "forms/form.h"
#include "round/round.h"
#include "shell/overview-page.h"
#include "shell/page-registry.h"
#include "shell/people-search.h"
#include "shell/preferences.h"
#include "shell/program.h"
#include "shell/sidebar.h"
#include "shell/transfer.h"
#include "shell/welcome-page.h"
#include "shell/window-actions.h"
#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"

#define OVERVIEW 0

struct _XrWindow
{
  AdwApplicationWindow parent_instance;

  XrOffice *office;
  gint64 round;
  int stage;       /* what is on the screen: OVERVIEW or a stage */
  GArray *history; /* int, what was on the screen before */
  XrStagePage *stage_pages[XR_N_STAGES + 1];

  AdwWindowTitle *title;
  GtkMenuButton *round_button, *search_button, *print_button;
  GtkWidget *undo_button, *redo_button;
  XrPeopleSearch *search;
  GtkInfoBar *read_only_bar;
  XrSidebar *sidebar;
  GtkWidget *content, *sidebar_separator;
  GtkStack *pages;
  XrOverviewPage *overview;
};

G_DEFINE_FINAL_TYPE (XrWindow, xr_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- going places */

static XrStagePage *
ensure_page (XrWindow *self, int stage)
{
  if (self->stage_pages[stage] == NULL)
    {
      XrStagePage *page = xr_page_registry_create (stage);
      if (page == NULL)
        return NULL;
      self->stage_pages[stage] = page;
      gtk_stack_add_child (self->pages, GTK_WIDGET (page));
    }
  xr_stage_page_set_round (self->stage_pages[stage], self->office, self->round);
  return self->stage_pages[stage];
}

static gboolean
has_rounds (XrWindow *self)
{
  g_autoptr (GPtrArray) rounds = xr_round_list (self->office);

  return rounds->len > 0;
}

/* The papers of the stage that is on the screen. */
static void
show_papers (XrWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const XrForm *const *forms = xr_form_all ();

  for (guint i = 0; self->stage != OVERVIEW && forms[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (forms[i]->title, NULL);
      if ((forms[i]->stages & XR_AT_STAGE (self->stage)) == 0)
        continue;
      g_menu_item_set_action_and_target (item, "win.print-form", "s", forms[i]->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->print_button, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
show_overview (XrWindow *self)
{
  gboolean any = has_rounds (self);

  self->stage = OVERVIEW;
  show_papers (self);
  gtk_stack_set_visible_child_name (self->pages, any ? "overview" : "welcome");
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), any);
  gtk_widget_set_visible (self->sidebar_separator, any);
  xr_sidebar_mark (self->sidebar, OVERVIEW);
}

static void
show_stage (XrWindow *self, int stage)
{
  XrStagePage *page;

  if (stage == OVERVIEW || self->round == 0)
    {
      show_overview (self);
      return;
    }
  page = ensure_page (self, stage);
  if (page == NULL)
    return;
  self->stage = stage;
  show_papers (self);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), TRUE);
  gtk_widget_set_visible (self->sidebar_separator, TRUE);
  xr_sidebar_mark (self->sidebar, stage);
}

static void
go_to_stage (XrWindow *self, int stage)
{
  if (stage != self->stage)
    g_array_append_val (self->history, self->stage);
  show_stage (self, stage);
}

static void
sidebar_open_cb (XrWindow *self, int stage)
{
  go_to_stage (self, stage);
}

static void
activate_show_stage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_stage (XR_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
activate_show_overview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_stage (XR_WINDOW (widget), OVERVIEW);
}

static void
activate_show_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  const char *place;
  int stage;

  g_variant_get (parameter, "(i&s)", &stage, &place);
  go_to_stage (self, stage);
  if (self->stage == stage)
    xr_stage_page_go_to (self->stage_pages[stage], place);
}

static void
activate_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  int stage;

  if (self->history->len == 0)
    return;
  stage = g_array_index (self->history, int, self->history->len - 1);
  g_array_set_size (self->history, self->history->len - 1);
  show_stage (self, stage);
}

void
xr_window_open_round (XrWindow *self, gint64 round)
{
  int stage = xr_round_current_stage (self->office, round);

  self->round = round;
  g_array_set_size (self->history, 0);
  xr_window_refresh (self);
  show_stage (self, MIN (stage, XR_N_STAGES));
}

static void
activate_open_round (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_window_open_round (XR_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* ---- undo, redo, find, add */

/* Says what came of an undo or redo that was offered as @label. */
static void
tell_undone (XrWindow *self, const char *label, const GError *error)
{
  /* Translators: in a toast; "Undo: Add post" was done */
  g_autofree char *text = g_strdup_printf (_ ("Done – %s"), label);

  if (error != NULL)
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    xr_window_toast (GTK_WIDGET (self), text, FALSE);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  g_autofree char *label = xr_office_dup_undo_label (self->office);
  g_autoptr (GError) error = NULL;

  if (label == NULL)
    return;
  xr_office_undo (self->office, &error);
  tell_undone (self, label, error);
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  g_autofree char *label = xr_office_dup_redo_label (self->office);
  g_autoptr (GError) error = NULL;

  if (label == NULL)
    return;
  xr_office_redo (self->office, &error);
  tell_undone (self, label, error);
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (XR_WINDOW (widget)->search_button);
}

/* The first list that is on the screen. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;
      if (!gtk_widget_get_mapped (child))
        continue;
      found = XR_IS_ROW_LIST_VIEW (child) ? child : find_list (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
activate_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  GtkWidget *list = self->stage == OVERVIEW ? NULL : find_list (GTK_WIDGET (self->pages));

  if (list != NULL)
    gtk_widget_activate_action (list, "rows.edit", NULL);
}

static void
activate_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrWindow *self = XR_WINDOW (widget);
  GtkWidget *list = self->stage == OVERVIEW ? NULL : find_list (GTK_WIDGET (self->pages));

  if (list != NULL)
    gtk_widget_activate_action (list, "rows.add", NULL);
  else if (self->stage == OVERVIEW)
    gtk_widget_activate_action (widget, "win.new-round", NULL);
  else /* what a page adds that shows no list of rows */
    gtk_widget_activate_action (GTK_WIDGET (self->stage_pages[self->stage]), "page.add", NULL);
}

/* ---- showing what the file says */

static void
show_history (XrWindow *self)
{
  g_autofree char *undo = xr_office_dup_undo_label (self->office);
  g_autofree char *redo = xr_office_dup_redo_label (self->office);
  GtkWidget *widget = GTK_WIDGET (self);

  gboolean writable = !xr_office_get_read_only (self->office);

  gtk_widget_action_set_enabled (widget, "win.undo", writable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? undo : _ ("Nothing to undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo : _ ("Nothing to do again"));
}

static void
append_round (GMenu *section, XrRow *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (xr_row_get (row, "title"), NULL);

  g_menu_item_set_action_and_target (item, "win.open-round", "x", xr_row_get_id (row));
  g_menu_append_item (section, item);
}

static void
show_rounds (XrWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GPtrArray) rounds = xr_round_list (self->office);

  for (guint i = 0; i < rounds->len; i++)
    {
      XrRow *row = g_ptr_array_index (rounds, i);
      if (xr_row_get_int (row, "archived") == 0)
        append_round (section, row);
    }
  g_menu_append (more, _ ("_Overview"), "win.show-overview");
  g_menu_append (more, _ ("_New round…"), "win.new-round");
  g_menu_append (more, _ ("_Import a workbook…"), "win.import");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->round_button, G_MENU_MODEL (menu));
}

static void
show_title (XrWindow *self)
{
  g_autoptr (XrRow) round = self->round != 0 ? xr_round_load (self->office, self->round, NULL)
                                             : NULL;
  g_autofree char *name = g_path_get_basename (xr_office_get_path (self->office));
  const char *title = round != NULL ? xr_row_get (round, "title") : _ ("Xuanren");

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* A file that can only be read offers nothing that would change it. */
static void
allow_changes (XrWindow *self)
{
  static const char *const actions[] = { "win.new-round", "win.import", "win.demo", "win.add" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   !xr_office_get_read_only (self->office));
}

/* The newest round that is not over, else the newest: what one most likely came for. */
static gint64
find_first_round (XrOffice *office)
{
  g_autoptr (GPtrArray) rounds = xr_round_list (office);
  gint64 newest = 0;

  for (guint i = rounds->len; i > 0; i--)
    {
      XrRow *row = g_ptr_array_index (rounds, i - 1);
      if (xr_row_get_int (row, "archived") != 0)
        continue;
      if (xr_row_get_int (row, "stage") <= XR_N_STAGES)
        return xr_row_get_id (row);
      newest = MAX (newest, xr_row_get_id (row));
    }
  return newest;
}

/* There is an open round whenever there is any: the one at hand may have been undone away. */
static void
ensure_round (XrWindow *self)
{
  g_autoptr (XrRow) round = self->round != 0 ? xr_round_load (self->office, self->round, NULL)
                                             : NULL;

  if (round != NULL)
    return;
  self->round = find_first_round (self->office);
  self->stage = OVERVIEW;
}

void
xr_window_refresh (XrWindow *self)
{
  ensure_round (self);
  show_title (self);
  show_rounds (self);
  show_history (self);
  xr_sidebar_show_round (self->sidebar, self->office, self->round);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-report", self->round != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.review-packages", self->round != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.recusals", self->round != 0);
  if (self->stage == OVERVIEW || self->round == 0)
    show_overview (self);
}

XrOffice *
xr_window_get_office (XrWindow *self)
{
  return self->office;
}

gint64
xr_window_get_round (XrWindow *self)
{
  return self->round;
}

int
xr_window_get_stage (XrWindow *self)
{
  return self->stage;
}

/* ---- object */

static void
first_frame_cb (GdkFrameClock *clock, gpointer data)
{
  XrWindow *self = data;

  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  xr_window_refresh (self);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_window_set_default_icon_name (XR_APP_ID);
  /* GTK looked for what takes the keys when there was nothing yet. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The window comes first and what stands in it with the next frame, so that the program is there at once:
 * the icons, the fonts and the first look into the file take as long as all the rest of the start. */
static void
xr_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xr_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (first_frame_cb), widget, 0);
}

static gboolean
xr_window_close_request (GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    xr_preferences_set_window_size (width, height);
  return GTK_WINDOW_CLASS (xr_window_parent_class)->close_request (window);
}

static void
xr_window_dispose (GObject *object)
{
  g_clear_object (&XR_WINDOW (object)->office);
  G_OBJECT_CLASS (xr_window_parent_class)->dispose (object);
}

static void
xr_window_finalize (GObject *object)
{
  g_array_unref (XR_WINDOW (object)->history);
  G_OBJECT_CLASS (xr_window_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  for (int stage = 1; stage <= XR_N_STAGES; stage++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + stage % 10, GDK_CONTROL_MASK,
                                         "win.show-stage", "i", stage);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK,
                                       "win.show-overview", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "win.export-report", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.review-packages", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.recusals", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_CONTROL_MASK, "win.shortcuts",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.shortcuts", NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-stage", "i", activate_show_stage);
  gtk_widget_class_install_action (widget_class, "win.show-overview", NULL, activate_show_overview);
  gtk_widget_class_install_action (widget_class, "win.show-place", "(is)", activate_show_place);
  gtk_widget_class_install_action (widget_class, "win.open-round", "x", activate_open_round);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, activate_back);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, activate_redo);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, activate_edit);
  xr_window_install_menu_actions (widget_class);
}

static void
xr_window_class_init (XrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xr_window_close_request;
  install_actions (widget_class);
  install_keys (widget_class);
  g_type_ensure (XR_TYPE_SIDEBAR);
  g_type_ensure (XR_TYPE_PEOPLE_SEARCH);
  g_type_ensure (XR_TYPE_WELCOME_PAGE);
  g_type_ensure (XR_TYPE_OVERVIEW_PAGE);
  widget_class->realize = xr_window_realize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/shell/window.ui");
  gtk_widget_class_bind_template_child (widget_class, XrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, round_button);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, search);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, sidebar_separator);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, content);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, XrWindow, overview);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_open_cb);
}

/* A workbook that is dropped on the window is imported, an office file opened. */
static gboolean
file_dropped_cb (XrWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *lower = path != NULL ? g_utf8_strdown (path, -1) : NULL;

  if (lower != NULL && g_str_has_suffix (lower, ".xuanren"))
    xr_program_open_office (XR_PROGRAM (gtk_window_get_application (GTK_WINDOW (self))), file);
  else if (lower == NULL || !g_str_has_suffix (lower, ".xlsx"))
    xr_window_toast (GTK_WIDGET (self), _ ("Only workbooks (.xlsx) can be dropped here."), FALSE);
  else if (xr_office_get_read_only (self->office))
    xr_window_toast (GTK_WIDGET (self), _ ("This office file can only be read here."), FALSE);
  else
    xr_transfer_import (self, path);
  return path != NULL;
}

static void
accept_files (XrWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (file_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
xr_window_init (XrWindow *self)
{
  int width, height;

  self->history = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
  xr_preferences_get_window_size (&width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

XrWindow *
xr_window_new (GtkApplication *application, XrOffice *office)
{
  XrWindow *self = g_object_new (XR_TYPE_WINDOW, "application", application, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (xr_window_refresh), self,
                           G_CONNECT_SWAPPED);
  gtk_info_bar_set_revealed (self->read_only_bar, xr_office_get_read_only (office));
  allow_changes (self);
  xr_overview_page_set_office (self->overview, office);
  xr_people_search_set_window (self->search, self);
  ensure_round (self);
  show_title (self);
  return self;
}
