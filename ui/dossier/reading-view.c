/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of some people is read, and the sheet of those who are. */
#include "config.h"

#include "dossier/reading-view.h"

#include <glib/gi18n-lib.h>

#include "dossier/dossier-sheet.h"

struct _XrReadingView
{
  AdwBin parent_instance;

  GStrv names;
  char *reference;
  XrReadingLoadFunc load;
  gpointer data;
  GArray *shown; /* guint: places */
  gboolean filling;

  GSimpleActionGroup *actions;
  GtkDropDown *others;
  GtkScrolledWindow *scrolled;
  XrDossierSheet *sheet;
};

G_DEFINE_FINAL_TYPE (XrReadingView, xr_reading_view, ADW_TYPE_BIN)

static guint shown_signal;

/* ---- what is shown */

static void
enable (XrReadingView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (XrReadingView *self)
{
  gboolean one = self->shown->len == 1;
  guint place = g_array_index (self->shown, guint, 0);

  enable (self, "previous", one && place > 0);
  enable (self, "next", one && place + 1 < g_strv_length (self->names));
  enable (self, "fewer", !one);
  gtk_widget_set_sensitive (GTK_WIDGET (self->others), self->shown->len < XR_READING_MAX);
}

static void
show_people (XrReadingView *self)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func (
    (GDestroyNotify) xr_dossier_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->shown->len; i++)
    {
      XrDossier *dossier = NULL;
      XrRow *row = NULL;

      self->load (g_array_index (self->shown, guint, i), &dossier, &row, self->data);
      g_ptr_array_add (dossiers, dossier);
      g_ptr_array_add (rows, row);
    }
  xr_dossier_sheet_show (self->sheet, (const XrDossier *const *) dossiers->pdata,
                         (XrRow *const *) rows->pdata, rows->len, self->reference);
  update_actions (self);
  g_signal_emit (self, shown_signal, 0);
}

/* The names of everybody, for adding one; the first entry is only the hint. */
static void
fill_others (XrReadingView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Compare with…"));
  for (guint i = 0; self->names[i] != NULL; i++)
    gtk_string_list_append (names, self->names[i]);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->others, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->others, 0);
  self->filling = FALSE;
}

void
xr_reading_view_set_people (XrReadingView *self, const char *const *names, guint n,
                            const char *reference, XrReadingLoadFunc load, gpointer data)
{
  g_strfreev (self->names);
  self->names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->names[i] = g_strdup (names[i]);
  g_free (self->reference);
  self->reference = g_strdup (reference);
  self->load = load;
  self->data = data;
  fill_others (self);
}

void
xr_reading_view_show (XrReadingView *self, const guint *places, guint n)
{
  g_return_if_fail (n >= 1 && n <= XR_READING_MAX);

  g_array_set_size (self->shown, 0);
  g_array_append_vals (self->shown, places, n);
  show_people (self);
}

const guint *
xr_reading_view_get_shown (XrReadingView *self, guint *n)
{
  *n = self->shown->len;
  return (const guint *) (gpointer) self->shown->data;
}

/* ---- going on */

static void
go (XrReadingView *self, int step)
{
  guint *place = &g_array_index (self->shown, guint, 0);

  *place = (guint) ((int) *place + step);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_people (self);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, -1);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, 1);
}

static void
fewer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  XrReadingView *self = data;

  g_array_set_size (self->shown, self->shown->len - 1);
  show_people (self);
}

static void
other_chosen_cb (XrReadingView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->others);
  guint place = chosen - 1;

  if (self->filling || chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, guint, i) == place)
      chosen = 0;
  if (chosen != 0 && self->shown->len < XR_READING_MAX)
    g_array_append_val (self->shown, place);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->others, 0);
  self->filling = FALSE;
  show_people (self);
}

/* ---- construction */

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

void
xr_reading_view_attach (XrReadingView *self, GtkWidget *window, AdwHeaderBar *header)
{
  gtk_widget_insert_action_group (window, "read", G_ACTION_GROUP (self->actions));
  adw_header_bar_pack_start (
    header,
    create_button ("go-previous-symbolic", _ ("Previous person (Ctrl+Page Up)"), "read.previous"));
  adw_header_bar_pack_start (
    header, create_button ("go-next-symbolic", _ ("Next person (Ctrl+Page Down)"), "read.next"));
  adw_header_bar_pack_end (header, GTK_WIDGET (self->others));
  adw_header_bar_pack_end (
    header,
    create_button ("list-remove-symbolic", _ ("Leave the last one out (Backspace)"), "read.fewer"));
}

static void
bind_key (GtkWidgetClass *window_class, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (window_class, key, modifiers, action, NULL);
}

void
xr_reading_view_bind_keys (GtkWidgetClass *window_class)
{
  bind_key (window_class, GDK_KEY_Left, 0, "read.previous");
  bind_key (window_class, GDK_KEY_Right, 0, "read.next");
  bind_key (window_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "read.previous");
  bind_key (window_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "read.next");
  bind_key (window_class, GDK_KEY_BackSpace, 0, "read.fewer");
}

static void
xr_reading_view_finalize (GObject *object)
{
  XrReadingView *self = XR_READING_VIEW (object);

  g_strfreev (self->names);
  g_free (self->reference);
  g_array_unref (self->shown);
  g_object_unref (self->actions);
  g_object_unref (self->others);
  G_OBJECT_CLASS (xr_reading_view_parent_class)->finalize (object);
}

static void
xr_reading_view_class_init (XrReadingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_reading_view_finalize;
  shown_signal = g_signal_new ("shown", XR_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
xr_reading_view_init (XrReadingView *self)
{
  static const GActionEntry entries[] = { { "previous", previous_cb },
                                          { "next", next_cb },
                                          { "fewer", fewer_cb } };

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->others = g_object_ref_sink (GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compare with…"), -1);
  g_signal_connect_object (self->others, "notify::selected", G_CALLBACK (other_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->sheet = xr_dossier_sheet_new ();
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->sheet));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

XrReadingView *
xr_reading_view_new (void)
{
  return g_object_new (XR_TYPE_READING_VIEW, NULL);
}
