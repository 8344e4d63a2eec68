/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists ballots by group and number. It shows nothing of what is on them. */
#include "config.h"

#include "stages/ballot-list-view.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "widgets/dialogs.h"
#include "widgets/one-stop.h"

struct _XrBallotListView
{
  AdwBin parent_instance;

  XrOffice *office;
  XrKeying keying;
  GPtrArray *ballots; /* XrBallotInfo */
  gboolean newest_first;
  GtkStringList *titles;
  GtkSingleSelection *selection;
  GtkListView *list;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (XrBallotListView, xr_ballot_list_view, ADW_TYPE_BIN)

static guint open_signal;

static const XrBallotInfo *
get_ballot (XrBallotListView *self, guint position)
{
  if (self->ballots == NULL || position >= self->ballots->len)
    return NULL;
  return g_ptr_array_index (self->ballots,
                            self->newest_first ? self->ballots->len - 1 - position : position);
}

static void
activate_cb (XrBallotListView *self, guint position)
{
  const XrBallotInfo *ballot = get_ballot (self, position);

  if (ballot != NULL)
    g_signal_emit (self, open_signal, 0, ballot->id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrBallotListView *self = XR_BALLOT_LIST_VIEW (widget);
  const XrBallotInfo *ballot = get_ballot (self,
                                           gtk_single_selection_get_selected (self->selection));
  gboolean waits = ballot != NULL && ballot->waits;
  g_autoptr (GError) error = NULL;

  if (ballot == NULL)
    return;
  /* One that was not in the record yet left nothing there to undo. */
  if (xr_ballot_remove (self->office, self->keying, ballot->id, &error))
    xr_window_toast (widget, _ ("The ballot is deleted."), !waits);
  else
    xr_window_report_error (widget, error);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
xr_ballot_list_view_dispose (GObject *object)
{
  XrBallotListView *self = XR_BALLOT_LIST_VIEW (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->ballots, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_ballot_list_view_parent_class)->dispose (object);
}

static void
xr_ballot_list_view_class_init (XrBallotListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_ballot_list_view_dispose;
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "ballots.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "ballots.delete", NULL);
}

static void
xr_ballot_list_view_init (XrBallotListView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->titles = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->titles));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ballots keyed"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "xr-list");
  self->empty = gtk_label_new (_ ("No ballots are keyed yet."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), xr_one_stop_new (scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

XrBallotListView *
xr_ballot_list_view_new (void)
{
  return g_object_new (XR_TYPE_BALLOT_LIST_VIEW, NULL);
}

void
xr_ballot_list_view_show (XrBallotListView *self, XrOffice *office, XrKeying keying,
                          gint64 component, gint64 post, gint64 group, gboolean newest_first)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint selected = gtk_single_selection_get_selected (self->selection);

  g_set_object (&self->office, office);
  g_clear_pointer (&self->ballots, g_ptr_array_unref);
  self->newest_first = newest_first;
  self->keying = keying;
  self->ballots = xr_keyed_ballot_list (office, keying, component, post, group);
  for (guint i = 0; i < self->ballots->len; i++)
    {
      const XrBallotInfo *ballot = get_ballot (self, i);
      g_autofree char *name = xr_office_dup_title (office, xr_table_find ("voter_group"),
                                                   ballot->group);
      /* Translators: 1 group of voters (may be empty), 2 number of the ballot */
      g_ptr_array_add (titles, g_strdup_printf (_ ("%1$s  No. %2$s"),
                                                ballot->group != 0 ? name : "", ballot->number));
    }
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *) titles->pdata);
  if (self->ballots->len > 0 && selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (selected, self->ballots->len - 1));
  gtk_widget_set_visible (self->empty, self->ballots->len == 0);
}

guint
xr_ballot_list_view_get_n_ballots (XrBallotListView *self)
{
  return self->ballots != NULL ? self->ballots->len : 0;
}
