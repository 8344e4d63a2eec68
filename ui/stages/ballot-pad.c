/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window round the draft of a ballot: group, number, progress, and the list of those keyed. */
#include "config.h"

#include "stages/ballot-pad.h"

#include <glib/gi18n-lib.h>

#include "stages/ballot-list-view.h"
#include "stages/ballot-model.h"
#include "widgets/grid-frame.h"

struct _XrBallotPad
{
  AdwWindow parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round, component, post;
  char *keyer;    /* who keys the second time; NULL: it is the first keying */
  GArray *groups; /* gint64 */
  GArray *keyed;  /* gint64: the ballots that were keyed here, for Ctrl+Z; never written anywhere */
  guint settle_id;
  XrGridModel *model;
  XrBallotDraft *draft;
  gboolean warned; /* empty cells were pointed out */
  gboolean opened; /* a ballot was opened from the list */

  XrGridFrame *frame;
  GtkDropDown *group;
  GtkEditable *number;
  GtkLabel *progress, *legend, *state;
  GtkWidget *group_box;
  XrBallotListView *list;
};

G_DEFINE_FINAL_TYPE (XrBallotPad, xr_ballot_pad, ADW_TYPE_WINDOW)

static gint64
get_group (XrBallotPad *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  return selected < self->groups->len ? g_array_index (self->groups, gint64, selected) : 0;
}

static XrKeying
get_keying (XrBallotPad *self)
{
  return self->keyer != NULL ? XR_KEYING_SECOND : XR_KEYING_FIRST;
}

static XrScoreGrid *
get_grid (XrBallotPad *self)
{
  return xr_grid_frame_get_grid (self->frame);
}

/* ---- what is shown */

/* The valid ballots of the group, −1 while the account does not say. */
static gint64
get_valid (XrBallotPad *self, gint64 *invalid)
{
  gint64 group = get_group (self);
  g_autoptr (XrRow) row = group != 0 ? xr_office_load (self->office, xr_table_find ("voter_group"),
                                                       group, NULL)
                                     : NULL;

  *invalid = row != NULL ? xr_row_get_int (row, "invalid") : 0;
  return row != NULL && xr_row_get (row, "valid") != NULL ? xr_row_get_int (row, "valid") : -1;
}

/* (transfer full) */
static char *
dup_progress (guint keyed, gint64 valid, gint64 invalid)
{
  if (valid < 0)
    return g_strdup_printf (_ ("%u ballots keyed"), keyed);
  if (keyed > valid)
    return g_strdup_printf (_ ("%1$u ballots keyed, but only %2$d are valid"), keyed, (int) valid);
  if (keyed == valid)
    return g_strdup_printf (_ ("All %1$d valid ballots keyed, %2$d invalid"), (int) valid,
                            (int) invalid);
  return g_strdup_printf (_ ("%1$u of %2$d valid ballots keyed, %3$d invalid"), keyed, (int) valid,
                          (int) invalid);
}

/* The number that a ballot gets when none is written. */
static void
show_next_number (XrBallotPad *self)
{
  g_autofree char *next = xr_ballot_dup_next_number (self->office, get_keying (self),
                                                     self->component, self->post, get_group (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->number), next);
}

static void
show_progress (XrBallotPad *self)
{
  gint64 invalid = 0;
  gint64 valid = get_valid (self, &invalid);
  g_autofree char *text = NULL;
  guint keyed;

  xr_ballot_list_view_show (self->list, self->office, get_keying (self), self->component,
                            self->post, get_group (self), TRUE);
  keyed = xr_ballot_list_view_get_n_ballots (self->list);
  text = dup_progress (keyed, valid, invalid);
  gtk_label_set_label (self->progress, text);
  if (valid >= 0 && keyed > valid)
    gtk_widget_add_css_class (GTK_WIDGET (self->progress), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->progress), "error");
  show_next_number (self);
}

/* ---- batches for the record */

static gboolean
settle_cb (gpointer data)
{
  XrBallotPad *self = data;
  g_autoptr (GError) error = NULL;

  self->settle_id = 0;
  if (!xr_waiting_settle (self->office, self->round, XR_BATCH_FULL, &error))
    xr_score_grid_set_message (get_grid (self), error->message);
  return G_SOURCE_REMOVE;
}

/* Not while a key waits for its answer. */
static void
settle_when_full (XrBallotPad *self)
{
  if (self->settle_id == 0 && xr_waiting_count (self->office, self->component) >= XR_BATCH_FULL)
    self->settle_id = g_idle_add (settle_cb, self);
}

/* Whoever stops keying leaves no batch so small that it tells an order, but when a group is through. */
static gboolean
close_cb (XrBallotPad *self)
{
  gint64 invalid = 0;
  gint64 valid = get_valid (self, &invalid);
  gboolean through = valid >= 0 && xr_ballot_list_view_get_n_ballots (self->list) >= valid;
  g_autoptr (GError) error = NULL;

  if (!xr_waiting_settle (self->office, self->round, through ? 1 : XR_BATCH_FEWEST, &error))
    g_warning ("%s", error->message);
  return FALSE;
}

static void
open_ballot (XrBallotPad *self, gint64 ballot)
{
  g_autoptr (GPtrArray) ballots = xr_keyed_ballot_list (self->office, get_keying (self),
                                                        self->component, self->post, 0);
  const char *number = "";

  for (guint i = 0; i < ballots->len; i++)
    {
      const XrBallotInfo *info = g_ptr_array_index (ballots, i);
      guint place = 0;
      if (info->id != ballot)
        continue;
      number = info->number;
      for (; place < self->groups->len; place++)
        if (g_array_index (self->groups, gint64, place) == info->group)
          gtk_drop_down_set_selected (self->group, place);
    }
  self->warned = FALSE;
  xr_ballot_draft_open (self->draft, self->model, ballot);
  gtk_editable_set_text (self->number, number);
  gtk_label_set_label (self->state, ballot != 0 ? _ ("Correcting a ballot; Escape goes back")
                                                : _ ("New ballot"));
  xr_score_grid_set_cursor (get_grid (self), 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

/* ---- what is done */

static gboolean
warn_of_empty (XrBallotPad *self)
{
  guint row, column;

  if (xr_ballot_draft_is_blank (self->draft))
    {
      xr_score_grid_set_message (get_grid (self), _ ("Nothing is written on this ballot yet. An "
                                                     "invalid ballot is counted with Ctrl+I."));
      return TRUE;
    }
  if (self->warned || !xr_ballot_draft_first_empty (self->draft, &row, &column))
    return FALSE;
  self->warned = TRUE;
  xr_score_grid_set_cursor (get_grid (self), row, column);
  xr_score_grid_set_message (get_grid (self), _ ("Something is left empty here. Enter again takes "
                                                 "what is empty as abstentions."));
  return TRUE;
}

/* A new ballot beyond the valid ones: either it or the account is wrong, and a person has to say which. */
static gboolean
refuse_surplus (XrBallotPad *self)
{
  gint64 invalid = 0;
  gint64 valid = get_valid (self, &invalid);
  g_autofree char *text = NULL;

  if (xr_ballot_draft_get_ballot (self->draft) != 0 || valid < 0
      || xr_ballot_list_view_get_n_ballots (self->list) < valid)
    return FALSE;
  text = g_strdup_printf (_ ("The account of this group has %d valid ballots, and all are keyed. "
                             "Correct the account first if this ballot is one more."),
                          (int) valid);
  xr_score_grid_set_message (get_grid (self), text);
  return TRUE;
}

static void
accept_cb (XrBallotPad *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_new = xr_ballot_draft_get_ballot (self->draft) == 0;
  gint64 id = 0;

  if (!xr_score_grid_commit (get_grid (self)) || refuse_surplus (self) || warn_of_empty (self))
    return;
  id = xr_ballot_draft_save (self->draft, get_group (self), gtk_editable_get_text (self->number),
                             &error);
  if (id == 0)
    {
      xr_score_grid_set_message (get_grid (self), error->message);
      return;
    }
  if (is_new)
    g_array_append_val (self->keyed, id);
  settle_when_full (self);
  open_ballot (self, 0);
}

static void
invalid_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrBallotPad *self = XR_BALLOT_PAD (widget);
  g_autoptr (GError) error = NULL;

  if (get_group (self) == 0)
    return;
  if (!xr_voter_group_add_invalid (self->office, get_group (self), &error))
    xr_score_grid_set_message (get_grid (self), error->message);
  else
    open_ballot (self, 0);
}

static void
open_cb (XrBallotPad *self, gint64 ballot)
{
  self->opened = TRUE;
  open_ballot (self, ballot);
}

static gboolean
focus_grid (gpointer data)
{
  XrBallotPad *self = data;

  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
  return G_SOURCE_REMOVE;
}

/* The release that ends a double click gives the keyboard to the list; it belongs to the ballot. */
static gboolean
list_event_cb (XrBallotPad *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_RELEASE && self->opened)
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_grid, g_object_ref (self), g_object_unref);
  if (type == GDK_BUTTON_RELEASE || type == GDK_BUTTON_PRESS)
    self->opened = FALSE;
  return FALSE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  XrBallotPad *self = XR_BALLOT_PAD (widget);

  if (xr_ballot_draft_get_ballot (self->draft) != 0)
    open_ballot (self, 0);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/* The ballot that was keyed last, while it waits for its batch; 0: none. */
static gint64
find_last_waiting (XrBallotPad *self)
{
  g_autoptr (GPtrArray) ballots = xr_keyed_ballot_list (self->office, get_keying (self),
                                                        self->component, self->post, 0);

  for (guint i = self->keyed->len; i > 0; i--)
    for (guint j = 0; j < ballots->len; j++)
      {
        const XrBallotInfo *info = g_ptr_array_index (ballots, j);
        if (info->id == g_array_index (self->keyed, gint64, i - 1))
          return info->waits ? info->id : 0;
      }
  return 0;
}

static gboolean
undo_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  XrBallotPad *self = XR_BALLOT_PAD (widget);
  gint64 last = find_last_waiting (self);
  g_autoptr (GError) error = NULL;

  if (!(last != 0 ? xr_ballot_remove (self->office, get_keying (self), last, &error)
                  : xr_office_undo (self->office, &error)))
    xr_score_grid_set_message (get_grid (self), error->message);
  return TRUE;
}

static void
number_written_cb (XrBallotPad *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

/* ---- window */

static void
xr_ballot_pad_dispose (GObject *object)
{
  XrBallotPad *self = XR_BALLOT_PAD (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xr_ballot_pad_parent_class)->dispose (object);
}

static void
xr_ballot_pad_finalize (GObject *object)
{
  g_array_unref (XR_BALLOT_PAD (object)->groups);
  g_array_unref (XR_BALLOT_PAD (object)->keyed);
  g_free (XR_BALLOT_PAD (object)->keyer);
  G_OBJECT_CLASS (xr_ballot_pad_parent_class)->finalize (object);
}

static void
xr_ballot_pad_class_init (XrBallotPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_ballot_pad_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_ballot_pad_finalize;
  gtk_widget_class_install_action (widget_class, "pad.invalid", NULL, invalid_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "pad.invalid",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, NULL);
}

static GtkWidget *
add_labelled (GtkWidget *box, const char *text, GtkWidget *control)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), control);
  gtk_box_append (GTK_BOX (box), pair);
  return pair;
}

static GtkWidget *
make_controls (XrBallotPad *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->group = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->number = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->number, 8);
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_label_set_xalign (self->progress, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "numeric");
  self->group_box = add_labelled (box, _ ("_Group"), GTK_WIDGET (self->group));
  g_signal_connect_swapped (self->number, "activate", G_CALLBACK (number_written_cb), self);
  add_labelled (box, _ ("Ballot _No."), GTK_WIDGET (self->number));
  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  return box;
}

static GtkWidget *
make_buttons (XrBallotPad *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Next ballot (Enter)"));
  GtkWidget *invalid = gtk_button_new_with_mnemonic (_ ("_Invalid ballot (Ctrl+I)"));

  self->legend = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->legend, TRUE);
  gtk_label_set_xalign (self->legend, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->legend), TRUE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (accept_cb), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (invalid), "pad.invalid");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->legend));
  gtk_box_append (GTK_BOX (box), invalid);
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

static void
xr_ballot_pad_init (XrBallotPad *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->groups = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->keyed = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->frame = xr_grid_frame_new ();
  self->list = xr_ballot_list_view_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->frame), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 200, -1);
  xr_score_grid_set_pad (get_grid (self), TRUE);
  g_signal_connect_swapped (get_grid (self), "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (self->list, "open", G_CALLBACK (open_cb), self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (list_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), events);
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->frame));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 620);
  g_signal_connect (self, "close-request", G_CALLBACK (close_cb), NULL);
}

static void
fill_groups (XrBallotPad *self, gint64 group)
{
  g_autoptr (GPtrArray) rows = xr_office_query (self->office, xr_table_find ("voter_group"),
                                                "component_id", self->component);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      gint64 id = xr_row_get_id (row);
      g_array_append_val (self->groups, id);
      gtk_string_list_append (names, xr_row_get (row, "name"));
      if (id == group)
        selected = i;
    }
  gtk_drop_down_set_model (self->group, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->group, selected);
  gtk_widget_set_visible (self->group_box, rows->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pad.invalid",
                                 rows->len > 0 && self->keyer == NULL);
  g_signal_connect_swapped (self->group, "notify::selected", G_CALLBACK (show_progress), self);
}

/* (transfer full) */
static char *
dup_title (XrBallotPad *self)
{
  g_autofree char *name = xr_office_dup_title (self->office, xr_table_find ("component"),
                                               self->component);
  g_autofree char *post = xr_office_dup_title (self->office, xr_table_find ("post"), self->post);
  g_autofree char *title = self->post != 0 ? g_strdup_printf (_ ("Ballots: %1$s, %2$s"), name, post)
                                           : g_strdup_printf (_ ("Ballots: %s"), name);

  if (self->keyer == NULL)
    return g_steal_pointer (&title);
  /* Translators: 1 the window's title, 2 who keys */
  return g_strdup_printf (_ ("%1$s – second keying by %2$s"), title, self->keyer);
}

GtkWindow *
xr_ballot_pad_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 component,
                       gint64 post, gint64 group, gint64 ballot, const char *keyer)
{
  XrBallotPad *self = g_object_new (XR_TYPE_BALLOT_PAD, "transient-for",
                                    gtk_widget_get_root (widget), "destroy-with-parent", TRUE,
                                    "modal", keyer != NULL, NULL);
  g_autofree char *title = NULL;
  g_autofree char *legend = NULL;

  self->office = g_object_ref (office);
  self->round = round;
  self->component = component;
  self->post = post;
  self->keyer = g_strdup (keyer);
  self->model = xr_ballot_model_new (office, round, component, post, keyer, &self->draft);
  legend = xr_ballot_draft_dup_legend (self->draft);
  title = dup_title (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->legend, legend);
  fill_groups (self, group);
  xr_grid_frame_set_model (self->frame, self->model, title,
                           _ ("There is nothing to key: no candidate is in the running, or the "
                              "plan lacks what the ballot asks for."));
  self->changed_id = g_signal_connect_swapped (office, "changed", G_CALLBACK (show_progress), self);
  show_progress (self);
  open_ballot (self, ballot);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
