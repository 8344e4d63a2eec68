/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws lots by the command and shows what came out. */
#include "config.h"

#include "stages/lots-view.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "widgets/dialogs.h"

struct _XrLotsView
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 post;
  GtkEditable *seed, *by;
  GtkWidget *controls;
  GtkButton *draw;
  GtkLabel *drawn, *order;
};

G_DEFINE_FINAL_TYPE (XrLotsView, xr_lots_view, ADW_TYPE_BIN)

static void
draw_cb (XrLotsView *self)
{
  g_autoptr (GError) error = NULL;

  if (xr_lot_draw (self->office, self->post, gtk_editable_get_text (self->seed),
                   gtk_editable_get_text (self->by), &error))
    xr_window_toast (GTK_WIDGET (self), _ ("The order is drawn."), TRUE);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
copy_cb (XrLotsView *self)
{
  g_autofree char *text = g_strconcat (gtk_label_get_text (self->drawn), "\n",
                                       gtk_label_get_text (self->order), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  xr_window_toast (GTK_WIDGET (self), _ ("The order is copied."), FALSE);
}

static char *
dup_order (XrLotsView *self)
{
  g_autoptr (GArray) order = xr_lot_order (self->office, self->post);
  GString *text = g_string_new (NULL);
  guint place = 0;

  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (XrRow) application = xr_office_load (self->office, xr_table_find ("application"),
                                                      g_array_index (order, gint64, i), NULL);
      g_autoptr (XrRow) candidate = NULL;
      if (application == NULL || g_strcmp0 (xr_row_get (application, "state"), "active") != 0)
        continue;
      candidate = xr_office_load (self->office, xr_table_find ("candidate"),
                                  xr_row_get_int (application, "candidate_id"), NULL);
      if (candidate != NULL)
        g_string_append_printf (text, "%2u.   %s  %s\n", ++place, xr_row_get (candidate, "number"),
                                xr_row_get (candidate, "name"));
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_entry (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_max_width_chars (label, 70);
  return label;
}

static void
xr_lots_view_dispose (GObject *object)
{
  g_clear_object (&XR_LOTS_VIEW (object)->office);
  G_OBJECT_CLASS (xr_lots_view_parent_class)->dispose (object);
}

static void
xr_lots_view_class_init (XrLotsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_lots_view_dispose;
}

static void
xr_lots_view_init (XrLotsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

  self->controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->seed = GTK_EDITABLE (make_entry (self->controls, _ ("_Seed made in the room")));
  self->by = GTK_EDITABLE (make_entry (self->controls, _ ("Drawn _by")));
  self->draw = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Draw lots")));
  self->drawn = make_label ();
  self->order = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->drawn), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->order), "numeric");
  gtk_label_set_yalign (self->order, 0);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_swapped (self->draw, "clicked", G_CALLBACK (draw_cb), self);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_entry_set_activates_default (GTK_ENTRY (self->seed), FALSE);
  gtk_box_append (GTK_BOX (self->controls), GTK_WIDGET (self->draw));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->order));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->controls);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drawn));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), copy);
  adw_bin_set_child (ADW_BIN (self), box);
}

XrLotsView *
xr_lots_view_new (void)
{
  return g_object_new (XR_TYPE_LOTS_VIEW, NULL);
}

void
xr_lots_view_show (XrLotsView *self, XrOffice *office, gint64 post, gboolean editable)
{
  g_autoptr (XrLotInfo) lot = xr_lot_load (office, post);
  g_autofree char *line = xr_lot_dup_line (office, post);
  g_autofree char *order = NULL;
  g_autofree char *drawn = NULL;

  g_set_object (&self->office, office);
  self->post = post;
  order = dup_order (self);
  if (lot != NULL)
    {
      g_autofree char *day = xr_date_to_text (lot->on);
      /* Translators: 1 day, 2 who drew, 3 how the draw is done again */
      drawn = g_strdup_printf (_ ("Drawn on %1$s by %2$s. %3$s"), day, lot->by, line);
    }
  gtk_label_set_label (self->drawn, lot != NULL ? drawn
                                                : _ ("Nothing is drawn yet; below the order of the "
                                                     "numbers. Write the seed that was made in the "
                                                     "room, such as the sum of called out digits, "
                                                     "and draw."));
  gtk_label_set_label (self->order, order);
  gtk_widget_set_visible (self->controls, editable);
}
