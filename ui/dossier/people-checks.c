/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of people with a tick each. It does not ask what the choice is for. */
#include "config.h"

#include "dossier/people-checks.h"

#include <glib/gi18n-lib.h>

struct _XrPeopleChecks
{
  AdwBin parent_instance;

  GPtrArray *people; /* XrRow */
  GPtrArray *checks; /* GtkCheckButton, borrowed, in the same order */
  GtkBox *list;
  GtkCheckButton *everybody;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XrPeopleChecks, xr_people_checks, ADW_TYPE_BIN)

static guint changed_signal;

static void
chosen_cb (XrPeopleChecks *self)
{
  guint n = 0;

  if (self->filling)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  self->filling = TRUE;
  gtk_check_button_set_active (self->everybody, n == self->checks->len);
  gtk_check_button_set_inconsistent (self->everybody, n > 0 && n < self->checks->len);
  self->filling = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static void
everybody_cb (XrPeopleChecks *self)
{
  gboolean all = gtk_check_button_get_active (self->everybody);

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], all);
  self->filling = FALSE;
  chosen_cb (self);
}

static void
add_person (XrPeopleChecks *self, XrRow *row, gboolean chosen)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", xr_row_get (row, "number"),
                                           xr_row_get (row, "name"));
  GtkWidget *check = gtk_check_button_new_with_label (text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->list, check);
  g_ptr_array_add (self->checks, check);
}

void
xr_people_checks_fill (XrPeopleChecks *self, GPtrArray *people, gint64 chosen)
{
  g_return_if_fail (self->people == NULL);

  self->people = g_ptr_array_ref (people);
  for (guint i = 0; i < people->len; i++)
    add_person (self, people->pdata[i], chosen == 0 || xr_row_get_id (people->pdata[i]) == chosen);
  chosen_cb (self);
}

GArray *
xr_people_checks_get_chosen (XrPeopleChecks *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        gint64 id = xr_row_get_id (self->people->pdata[i]);

        g_array_append_val (chosen, id);
      }
  return chosen;
}

static void
xr_people_checks_finalize (GObject *object)
{
  XrPeopleChecks *self = XR_PEOPLE_CHECKS (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (xr_people_checks_parent_class)->finalize (object);
}

static void
xr_people_checks_class_init (XrPeopleChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_people_checks_finalize;
  changed_signal = g_signal_new ("changed", XR_TYPE_PEOPLE_CHECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
xr_people_checks_init (XrPeopleChecks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->everybody = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Everybody")));
  g_signal_connect_swapped (self->everybody, "toggled", G_CALLBACK (everybody_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->everybody));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

XrPeopleChecks *
xr_people_checks_new (void)
{
  return g_object_new (XR_TYPE_PEOPLE_CHECKS, NULL);
}
