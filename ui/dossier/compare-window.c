/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window around the sheet of dossiers: who is shown, and going on from one to the next. */
#include "config.h"

#include "dossier/compare-window.h"

#include <glib/gi18n-lib.h>

#include "dossier/dossier-sheet.h"
#include "round/dossier.h"
#include "round/round.h"
#include "rules/form-date.h"

#define XR_TYPE_COMPARE_WINDOW (xr_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (XrCompareWindow, xr_compare_window, XR, COMPARE_WINDOW, AdwWindow)

struct _XrCompareWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round;
  GPtrArray *people; /* XrRow of the round's candidates */
  GArray *shown;     /* guint: places in people */
  gboolean filling;

  GtkDropDown *others;
  GtkScrolledWindow *scrolled;
  XrDossierSheet *sheet;
};

G_DEFINE_FINAL_TYPE (XrCompareWindow, xr_compare_window, ADW_TYPE_WINDOW)

/* ---- what is shown */

static char *
dup_reference (XrCompareWindow *self)
{
  g_autoptr (XrCase) contest = xr_round_load_case (self->office, self->round, XR_LOAD_PLAN, NULL);

  return contest != NULL
           ? xr_form_date_from_date (xr_settings_reference_date (&contest->plan->settings))
           : NULL;
}

static void
show_title (XrCompareWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->shown->len; i++)
    g_string_append_printf (
      names, "%s%s", i > 0 ? _ (", ") : "",
      xr_row_get (self->people->pdata[g_array_index (self->shown, guint, i)], "name"));
  gtk_window_set_title (GTK_WINDOW (self), names->str);
}

static void
update_actions (XrCompareWindow *self)
{
  gboolean one = self->shown->len == 1;
  guint place = g_array_index (self->shown, guint, 0);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "read.previous", one && place > 0);
  gtk_widget_action_set_enabled (widget, "read.next", one && place + 1 < self->people->len);
  gtk_widget_action_set_enabled (widget, "read.fewer", !one);
  gtk_widget_set_sensitive (GTK_WIDGET (self->others), self->shown->len < XR_COMPARE_MAX);
}

static void
show_people (XrCompareWindow *self)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func (
    (GDestroyNotify) xr_dossier_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *reference = dup_reference (self);

  for (guint i = 0; i < self->shown->len; i++)
    {
      XrRow *row = self->people->pdata[g_array_index (self->shown, guint, i)];
      XrDossier *dossier = xr_dossier_load (self->office, xr_row_get_id (row), NULL);

      g_ptr_array_add (rows, row);
      g_ptr_array_add (dossiers, dossier != NULL ? dossier : xr_dossier_new ());
    }
  xr_dossier_sheet_show (self->sheet, (const XrDossier *const *) dossiers->pdata,
                         (XrRow *const *) rows->pdata, rows->len, reference);
  show_title (self);
  update_actions (self);
}

static gboolean
find_place (XrCompareWindow *self, gint64 candidate, guint *place)
{
  for (*place = 0; *place < self->people->len; (*place)++)
    if (xr_row_get_id (self->people->pdata[*place]) == candidate)
      return TRUE;
  return FALSE;
}

/* The names of everybody, for adding one; the first entry is only the hint. */
static void
fill_others (XrCompareWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Compare with…"));
  for (guint i = 0; i < self->people->len; i++)
    gtk_string_list_append (names, xr_row_get (self->people->pdata[i], "name"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->others, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->others, 0);
  self->filling = FALSE;
}

/* Others may have come or gone; whoever is gone is no longer shown. */
static void
office_changed_cb (XrCompareWindow *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint place;

  for (guint i = 0; i < self->shown->len; i++)
    {
      gint64 id = xr_row_get_id (self->people->pdata[g_array_index (self->shown, guint, i)]);
      g_array_append_val (ids, id);
    }
  g_ptr_array_unref (self->people);
  self->people = xr_office_query_round (self->office, xr_table_find ("candidate"), self->round);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < ids->len; i++)
    if (find_place (self, g_array_index (ids, gint64, i), &place))
      g_array_append_val (self->shown, place);
  if (self->shown->len == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  fill_others (self);
  show_people (self);
}

/* ---- going on */

static void
go (XrCompareWindow *self, int step)
{
  guint *place = &g_array_index (self->shown, guint, 0);

  *place = (guint) ((int) *place + step);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_people (self);
}

static void
activate_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (XR_COMPARE_WINDOW (widget), -1);
}

static void
activate_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (XR_COMPARE_WINDOW (widget), 1);
}

static void
activate_fewer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrCompareWindow *self = XR_COMPARE_WINDOW (widget);

  g_array_set_size (self->shown, self->shown->len - 1);
  show_people (self);
}

static void
other_chosen_cb (XrCompareWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->others);
  guint place = chosen - 1;

  if (self->filling || chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, guint, i) == place)
      chosen = 0;
  if (chosen != 0 && self->shown->len < XR_COMPARE_MAX)
    g_array_append_val (self->shown, place);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->others, 0);
  self->filling = FALSE;
  show_people (self);
}

/* ---- construction */

static void
xr_compare_window_dispose (GObject *object)
{
  XrCompareWindow *self = XR_COMPARE_WINDOW (object);

  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_compare_window_parent_class)->dispose (object);
}

static void
xr_compare_window_finalize (GObject *object)
{
  XrCompareWindow *self = XR_COMPARE_WINDOW (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (xr_compare_window_parent_class)->finalize (object);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, state, action, NULL);
}

static void
xr_compare_window_class_init (XrCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_compare_window_finalize;
  gtk_widget_class_install_action (widget_class, "read.previous", NULL, activate_previous);
  gtk_widget_class_install_action (widget_class, "read.next", NULL, activate_next);
  gtk_widget_class_install_action (widget_class, "read.fewer", NULL, activate_fewer);
  bind_key (widget_class, GDK_KEY_Left, 0, "read.previous");
  bind_key (widget_class, GDK_KEY_Right, 0, "read.next");
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "read.previous");
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "read.next");
  bind_key (widget_class, GDK_KEY_BackSpace, 0, "read.fewer");
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
create_header (XrCompareWindow *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());

  self->others = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compare with…"), -1);
  g_signal_connect_swapped (self->others, "notify::selected", G_CALLBACK (other_chosen_cb), self);
  adw_header_bar_pack_start (
    header, create_button ("go-previous-symbolic", _ ("Previous person (←)"), "read.previous"));
  adw_header_bar_pack_start (
    header, create_button ("go-next-symbolic", _ ("Next person (→)"), "read.next"));
  adw_header_bar_pack_end (header, GTK_WIDGET (self->others));
  adw_header_bar_pack_end (
    header,
    create_button ("list-remove-symbolic", _ ("Leave the last one out (Backspace)"), "read.fewer"));
  return GTK_WIDGET (header);
}

static void
xr_compare_window_init (XrCompareWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sheet = xr_dossier_sheet_new ();
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->sheet));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scrolled));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 640);
}

void
xr_compare_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                           const gint64 *candidates, guint n)
{
  XrCompareWindow *self = g_object_new (XR_TYPE_COMPARE_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);
  guint place;

  self->office = g_object_ref (office);
  self->round = round;
  self->people = xr_office_query_round (office, xr_table_find ("candidate"), round);
  for (guint i = 0; i < MIN (n, XR_COMPARE_MAX); i++)
    if (find_place (self, candidates[i], &place))
      g_array_append_val (self->shown, place);
  g_return_if_fail (self->shown->len > 0);
  self->changed_id = g_signal_connect_swapped (office, "changed", G_CALLBACK (office_changed_cb),
                                               self);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  fill_others (self);
  show_people (self);
  gtk_window_present (GTK_WINDOW (self));
}
