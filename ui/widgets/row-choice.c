/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the ids behind the names of a drop-down. Which rows it offers is its owner's business. */
#include "config.h"

#include "widgets/row-choice.h"

struct _XrRowChoice
{
  AdwBin parent_instance;

  GtkDropDown *choice;
  GArray *ids; /* gint64, as the drop-down has them */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XrRowChoice, xr_row_choice, ADW_TYPE_BIN)

static guint chosen_signal;

static void
selected_cb (XrRowChoice *self)
{
  if (!self->filling && xr_row_choice_get (self) != 0)
    g_signal_emit (self, chosen_signal, 0);
}

static void
xr_row_choice_finalize (GObject *object)
{
  g_array_unref (XR_ROW_CHOICE (object)->ids);
  G_OBJECT_CLASS (xr_row_choice_parent_class)->finalize (object);
}

static void
xr_row_choice_class_init (XrRowChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_row_choice_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_row_choice_init (XrRowChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);
}

XrRowChoice *
xr_row_choice_new (const char *label)
{
  XrRowChoice *self = g_object_new (XR_TYPE_ROW_CHOICE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new_with_mnemonic (label);

  gtk_label_set_mnemonic_widget (GTK_LABEL (title), GTK_WIDGET (self->choice));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  adw_bin_set_child (ADW_BIN (self), box);
  return self;
}

gint64
xr_row_choice_fill (XrRowChoice *self, GPtrArray *rows, gint64 id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      gint64 own = xr_row_get_id (row);
      g_array_append_val (self->ids, own);
      gtk_string_list_append (names, xr_row_get (row, "name"));
      if (own == id)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, rows->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  return xr_row_choice_get (self);
}

gint64
xr_row_choice_get (XrRowChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}

guint
xr_row_choice_get_n_rows (XrRowChoice *self)
{
  return self->ids->len;
}
