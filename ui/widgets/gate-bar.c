/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of a stage, signing, closing, overriding and reopening. It calls the stage commands and
 * shows what they say; it knows nothing of what a particular stage is about. */
#include "config.h"

#include "widgets/gate-bar.h"

#include <glib/gi18n-lib.h>

#include "shell/preferences.h"
#include "widgets/dialogs.h"

/* So many unmet conditions stand in the bar itself; all stand in its list. */
#define MAX_IN_BAR 2

struct _XrGateBar
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 round;
  XrStage stage;
  GPtrArray *gates; /* XrGate */

  GtkStack *stack;
  GtkMenuButton *count;
  GtkBox *list;
  GtkBox *unmet;
  GtkWidget *sign_button, *close_button;
  GtkLabel *closed_label;
  GtkWidget *reopen_button;
  GtkLabel *later_label;
};

G_DEFINE_FINAL_TYPE (XrGateBar, xr_gate_bar, ADW_TYPE_BIN)

enum
{
  GO_TO,
  SIGN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- conditions */

static void
gate_clicked_cb (XrGateBar *self, GtkWidget *button)
{
  const char *place = g_object_get_data (G_OBJECT (button), "xr-place");
  g_autofree char *copy = g_strdup (place);

  gtk_menu_button_popdown (self->count);
  if (g_str_equal (copy, "signature"))
    g_signal_emit (self, signals[SIGN], 0);
  else
    g_signal_emit (self, signals[GO_TO], 0, copy);
}

static GtkWidget *
create_gate_button (XrGateBar *self, const XrGate *gate, gboolean with_reason)
{
  GtkWidget *button = gtk_button_new ();
  const char *sign = gate->met ? "✓" : gate->warning ? "!" : "○";
  const char *word = gate->met ? _ ("met") : gate->warning ? _ ("a warning") : _ ("not met");
  g_autofree char *text = with_reason && !gate->met
                            ? g_strdup_printf ("%s %s\n%s", sign, gate->title, gate->why)
                            : g_strdup_printf ("%s %s", sign, gate->title);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", gate->title, word, gate->why);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (with_reason)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
    }
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, gate->met ? "xr-met" : "xr-unmet");
  gtk_widget_set_tooltip_text (button, gate->met ? gate->title : gate->why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "xr-place", g_strdup (gate->place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gate_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
more_clicked_cb (XrGateBar *self)
{
  gtk_menu_button_popup (self->count);
}

/* How many more are missing than the bar has room for. */
static void
append_more (XrGateBar *self, guint more)
{
  g_autofree char *text = g_strdup_printf (_ ("and %u more…"), more);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->unmet, button);
}

static void
show_gates (XrGateBar *self)
{
  guint unmet = xr_gates_unmet (self->gates);
  guint shown = 0;
  g_autofree char *count = g_strdup_printf (_ ("Conditions %1$u / %2$u"), self->gates->len - unmet,
                                            self->gates->len);

  gtk_menu_button_set_label (self->count, count);
  empty_box (self->list);
  empty_box (self->unmet);
  for (guint i = 0; i < self->gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (self->gates, i);
      gtk_box_append (self->list, create_gate_button (self, gate, TRUE));
      if (!gate->met && !gate->warning && shown++ < MAX_IN_BAR)
        gtk_box_append (self->unmet, create_gate_button (self, gate, FALSE));
    }
  if (shown > MAX_IN_BAR)
    append_more (self, shown - MAX_IN_BAR);
  if (unmet == 0)
    {
      GtkWidget *done = gtk_label_new (_ ("✓ everything is there"));
      gtk_widget_add_css_class (done, "success");
      gtk_box_append (self->unmet, done);
      gtk_widget_add_css_class (self->close_button, "suggested-action");
    }
  else
    gtk_widget_remove_css_class (self->close_button, "suggested-action");
}

/* ---- closing */

/* Says that the stage is closed and offers the way to the one that is current now. */
static void
tell_closed (XrGateBar *self)
{
  XrStage next = xr_round_current_stage (self->office, self->round);
  g_autofree char *text = g_strdup_printf (_ ("Closed: %s"),
                                           _ (xr_stage_info (self->stage)->title));
  g_autofree char *label = NULL;

  if ((int) next > XR_N_STAGES)
    {
      xr_window_toast (GTK_WIDGET (self), _ ("The round is complete. Its record stays here."),
                       FALSE);
      return;
    }
  /* Translators: a button; the name of the next stage */
  label = g_strdup_printf (_ ("Go on: %s"), _ (xr_stage_info (next)->title));
  xr_window_toast_next (GTK_WIDGET (self), text, label, "win.show-stage",
                        g_variant_new_int32 ((int) next));
}

static void
close_stage (XrGateBar *self, const char *name, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (xr_stage_close (self->office, self->round, name, reason, &error))
    tell_closed (self);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
close_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  close_stage (XR_GATE_BAR (widget), answers[0], NULL);
}

static void
override_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  close_stage (XR_GATE_BAR (widget), answers[1], answers[0]);
}

static char *
list_unmet (XrGateBar *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (self->gates, i);
      if (!gate->met && !gate->warning)
        g_string_append_printf (text, "%s○ %s", text->len > 0 ? "\n" : "", gate->why);
    }
  return g_string_free (text, FALSE);
}

static void
ask_override (XrGateBar *self)
{
  g_autofree char *name = xr_preferences_dup_named_operator ();
  const XrAskField fields[] = {
    { _ ("_Reason"), NULL, FALSE },
    { _ ("_Who decides"), name, FALSE },
  };
  g_autofree char *unmet = list_unmet (self);
  GtkWidget *label = gtk_label_new (unmet);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "xr-note");
  xr_dialog_ask (
    GTK_WIDGET (self), _ ("Not everything is there yet"),
    _ ("You can go back and complete it, or continue with a reason. The reason and the "
       "name stay in the record for ever."),
    _ ("_Continue with this reason"), label, fields, G_N_ELEMENTS (fields), override_answered_cb,
    NULL, NULL);
}

static void
close_clicked_cb (XrGateBar *self)
{
  g_autofree char *name = xr_preferences_dup_named_operator ();
  const XrAskField field = { _ ("_Who closes it"), name, FALSE };
  const char *title = _ (xr_stage_info (self->stage)->title);
  g_autofree char *heading = g_strdup_printf (_ ("Close \"%s\"?"), title);

  if (xr_gates_unmet (self->gates) > 0)
    ask_override (self);
  else
    xr_dialog_ask (GTK_WIDGET (self), heading,
                   _ ("A closed stage can only be read. It can be corrected later, with a reason."),
                   _ ("_Close the stage"), NULL, &field, 1, close_answered_cb, NULL, NULL);
}

static void
reopen_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrGateBar *self = XR_GATE_BAR (widget);
  g_autoptr (GError) error = NULL;

  if (!xr_stage_reopen (self->office, self->round, self->stage, answers[1], answers[0], &error))
    xr_window_report_error (widget, error);
}

static void
reopen_clicked_cb (XrGateBar *self)
{
  g_autofree char *name = xr_preferences_dup_named_operator ();
  const XrAskField fields[] = {
    { _ ("_Reason"), NULL, FALSE },
    { _ ("_Who corrects"), name, FALSE },
  };

  xr_dialog_ask (
    GTK_WIDGET (self), _ ("Open this stage again"),
    _ ("The signatures of this stage and of the later ones become void and are asked for "
       "again. What was recorded stays."),
    _ ("_Open again"), NULL, fields, G_N_ELEMENTS (fields), reopen_answered_cb, NULL, NULL);
}

static void
sign_clicked_cb (XrGateBar *self)
{
  g_signal_emit (self, signals[SIGN], 0);
}

/* ---- construction */

static void
create_count (XrGateBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  self->count = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_direction (self->count, GTK_ARROW_UP);
  gtk_menu_button_set_popover (self->count, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "flat");
}

static GtkWidget *
create_open_bar (XrGateBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  create_count (self);
  self->unmet = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_hexpand (GTK_WIDGET (self->unmet), TRUE);
  self->sign_button = gtk_button_new_with_mnemonic (_ ("Si_gn…"));
  self->close_button = gtk_button_new_with_mnemonic (_ ("_Close this stage"));
  g_signal_connect_swapped (self->sign_button, "clicked", G_CALLBACK (sign_clicked_cb), self);
  g_signal_connect_swapped (self->close_button, "clicked", G_CALLBACK (close_clicked_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->unmet));
  gtk_box_append (GTK_BOX (bar), self->sign_button);
  gtk_box_append (GTK_BOX (bar), self->close_button);
  return bar;
}

static GtkLabel *
create_bar_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  return GTK_LABEL (label);
}

static GtkWidget *
create_closed_bar (XrGateBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->closed_label = create_bar_label ();
  self->reopen_button = gtk_button_new_with_mnemonic (_ ("C_orrect…"));
  g_signal_connect_swapped (self->reopen_button, "clicked", G_CALLBACK (reopen_clicked_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->closed_label));
  gtk_box_append (GTK_BOX (bar), self->reopen_button);
  return bar;
}

static void
xr_gate_bar_dispose (GObject *object)
{
  XrGateBar *self = XR_GATE_BAR (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->gates, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_gate_bar_parent_class)->dispose (object);
}

static void
xr_gate_bar_class_init (XrGateBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_gate_bar_dispose;
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGN] = g_signal_new ("sign", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
xr_gate_bar_init (XrGateBar *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->later_label = create_bar_label ();
  gtk_stack_add_named (self->stack, create_open_bar (self), "open");
  gtk_stack_add_named (self->stack, create_closed_bar (self), "closed");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->later_label), "later");
  gtk_widget_add_css_class (GTK_WIDGET (self), "xr-gate-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* ---- showing */

static void
show_closed (XrGateBar *self)
{
  g_autofree char *text = xr_stage_dup_summary (self->office, self->round, self->stage);

  gtk_label_set_label (self->closed_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->closed_label), text);
  gtk_widget_set_sensitive (self->reopen_button, !xr_office_get_read_only (self->office));
  gtk_stack_set_visible_child_name (self->stack, "closed");
}

static void
show_open (XrGateBar *self)
{
  gboolean writable = !xr_office_get_read_only (self->office);

  show_gates (self);
  gtk_widget_set_sensitive (self->sign_button, writable);
  gtk_widget_set_visible (self->sign_button, xr_stage_info (self->stage)->signers[0] != NULL);
  gtk_widget_set_sensitive (self->close_button, writable);
  gtk_stack_set_visible_child_name (self->stack, "open");
}

void
xr_gate_bar_show (XrGateBar *self, XrOffice *office, gint64 round, XrStage stage)
{
  g_set_object (&self->office, office);
  self->round = round;
  self->stage = stage;
  g_clear_pointer (&self->gates, g_ptr_array_unref);
  self->gates = xr_stage_gates (office, round, stage);
  switch (xr_round_stage_state (office, round, stage))
    {
    case XR_STAGE_STATE_CURRENT:
      show_open (self);
      break;
    case XR_STAGE_STATE_DONE:
    case XR_STAGE_STATE_OVERRIDDEN:
      show_closed (self);
      break;
    case XR_STAGE_STATE_SKIPPED:
      gtk_label_set_label (self->later_label, _ ("The plan of this round has no such stage."));
      gtk_stack_set_visible_child_name (self->stack, "later");
      break;
    case XR_STAGE_STATE_TO_COME:
    default:
      gtk_label_set_label (self->later_label,
                           _ ("This stage is still to come: it can be looked at and prepared."));
      gtk_stack_set_visible_child_name (self->stack, "later");
    }
}
