/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the table of relatives with an order of its own. */
#include "config.h"

#include "dossier/relative-list.h"

#include <glib/gi18n-lib.h>

#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"

struct _XrRelativeList
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 candidate;
  XrRowListView *list;
};

G_DEFINE_FINAL_TYPE (XrRelativeList, xr_relative_list, ADW_TYPE_BIN)

static GPtrArray *
load_rows (XrRelativeList *self)
{
  return xr_office_query (self->office, xr_table_find ("relative"), "candidate_id",
                          self->candidate);
}

/* Last on the form. */
static void
prepare_row_cb (XrRelativeList *self, XrRow *row)
{
  g_autoptr (GPtrArray) rows = load_rows (self);
  XrRow *last = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

  xr_row_set_int (row, "position", last != NULL ? xr_row_get_int (last, "position") + 1 : 1);
}

static void
move (XrRelativeList *self, int step)
{
  XrRow *selected = xr_row_list_view_get_selected (self->list);
  g_autoptr (GPtrArray) rows = load_rows (self);
  g_autoptr (GError) error = NULL;
  gint64 id = selected != NULL ? xr_row_get_id (selected) : 0;
  int place = -1;

  for (guint i = 0; i < rows->len; i++)
    if (xr_row_get_id (rows->pdata[i]) == id)
      place = (int) i;
  if (place < 0 || place + step < 0 || place + step >= (int) rows->len)
    return;
  g_ptr_array_insert (rows, place + step, g_ptr_array_steal_index (rows, (guint) place));
  for (guint i = 0; i < rows->len; i++)
    xr_row_set_int (rows->pdata[i], "position", i + 1);
  if (!xr_office_save_all (self->office, rows, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    xr_row_list_view_select (self->list, id);
}

static void
activate_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (XR_RELATIVE_LIST (widget), -1);
}

static void
activate_down (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (XR_RELATIVE_LIST (widget), 1);
}

static void
xr_relative_list_dispose (GObject *object)
{
  g_clear_object (&XR_RELATIVE_LIST (object)->office);
  G_OBJECT_CLASS (xr_relative_list_parent_class)->dispose (object);
}

static void
xr_relative_list_class_init (XrRelativeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_relative_list_dispose;
  gtk_widget_class_install_action (widget_class, "relative.up", NULL, activate_up);
  gtk_widget_class_install_action (widget_class, "relative.down", NULL, activate_down);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "relative.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "relative.down",
                                       NULL);
}

static GtkWidget *
create_tool (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
xr_relative_list_init (XrRelativeList *self)
{
  self->list = xr_row_list_view_new ("relative");
  xr_row_list_view_add_tool (
    self->list, create_tool ("go-up-symbolic", _ ("Earlier on the form (Alt+Up)"), "relative.up"));
  xr_row_list_view_add_tool (
    self->list,
    create_tool ("go-down-symbolic", _ ("Later on the form (Alt+Down)"), "relative.down"));
  g_signal_connect_swapped (self->list, "prepare-row", G_CALLBACK (prepare_row_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

XrRelativeList *
xr_relative_list_new (void)
{
  return g_object_new (XR_TYPE_RELATIVE_LIST, NULL);
}

void
xr_relative_list_set_candidate (XrRelativeList *self, XrOffice *office, gint64 candidate)
{
  g_set_object (&self->office, office);
  self->candidate = candidate;
  xr_row_list_view_set_owner (self->list, office, candidate);
}
