/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chips as toggle buttons of one group. Buttons are kept while the ids stay the same, so that the
 * keyboard keeps its place when only figures change. */
#include "config.h"

#include "widgets/choice-bar.h"

struct _XrChoiceBar
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *buttons; /* GtkToggleButton, borrowed */
  GArray *ids;
  gint64 chosen;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (XrChoiceBar, xr_choice_bar, ADW_TYPE_BIN)

static guint chosen_signal;

static void
xr_choice_bar_finalize (GObject *object)
{
  XrChoiceBar *self = XR_CHOICE_BAR (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (xr_choice_bar_parent_class)->finalize (object);
}

static void
xr_choice_bar_class_init (XrChoiceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_choice_bar_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_choice_bar_init (XrChoiceBar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->buttons = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
toggled_cb (XrChoiceBar *self, GtkToggleButton *button)
{
  guint index;

  if (self->loading || !gtk_toggle_button_get_active (button)
      || !g_ptr_array_find (self->buttons, button, &index))
    return;
  self->chosen = g_array_index (self->ids, gint64, index);
  g_signal_emit (self, chosen_signal, 0);
}

static gboolean
has_same_ids (XrChoiceBar *self, const XrChip *chips, guint n)
{
  if (self->ids->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_array_index (self->ids, gint64, i) != chips[i].id)
      return FALSE;
  return TRUE;
}

static void
remove_buttons (XrChoiceBar *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->ids, 0);
}

static void
add_button (XrChoiceBar *self, gint64 id)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  gtk_widget_add_css_class (button, "xr-chip");
  gtk_widget_add_css_class (button, "numeric");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  g_ptr_array_add (self->buttons, button);
  g_array_append_val (self->ids, id);
}

static void
show_chip (GtkButton *button, const XrChip *chip)
{
  gtk_button_set_label (button, chip->label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), chip->tooltip);
  if (chip->attention)
    gtk_widget_add_css_class (GTK_WIDGET (button), "xr-attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "xr-attention");
}

static void
show_chosen (XrChoiceBar *self)
{
  guint index = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == self->chosen)
      index = i;
  self->chosen = self->ids->len > 0 ? g_array_index (self->ids, gint64, index) : 0;
  self->loading = TRUE;
  if (self->ids->len > 0)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, index), TRUE);
  self->loading = FALSE;
}

void
xr_choice_bar_set_chips (XrChoiceBar *self, const XrChip *chips, guint n)
{
  if (!has_same_ids (self, chips, n))
    {
      remove_buttons (self);
      for (guint i = 0; i < n; i++)
        add_button (self, chips[i].id);
    }
  for (guint i = 0; i < n; i++)
    show_chip (g_ptr_array_index (self->buttons, i), &chips[i]);
  show_chosen (self);
}

gint64
xr_choice_bar_get_chosen (XrChoiceBar *self)
{
  return self->chosen;
}

void
xr_choice_bar_choose (XrChoiceBar *self, gint64 id)
{
  self->chosen = id;
  show_chosen (self);
}
