/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which dossiers of a round are read. It follows the office file: people may come and go. */
#include "config.h"

#include "dossier/compare-window.h"

#include <glib/gi18n-lib.h>

#include "dossier/reading-view.h"
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
  XrReadingView *view;
};

G_DEFINE_FINAL_TYPE (XrCompareWindow, xr_compare_window, ADW_TYPE_WINDOW)

/* ---- people */

static char *
dup_reference (XrCompareWindow *self)
{
  g_autoptr (XrCase) contest = xr_round_load_case (self->office, self->round, XR_LOAD_PLAN, NULL);

  return contest != NULL
           ? xr_form_date_from_date (xr_settings_reference_date (&contest->plan->settings))
           : NULL;
}

static void
load_cb (guint place, XrDossier **dossier, XrRow **row, gpointer data)
{
  XrCompareWindow *self = data;

  *row = g_object_ref (self->people->pdata[place]);
  *dossier = xr_dossier_load (self->office, xr_row_get_id (*row), NULL);
  if (*dossier == NULL)
    *dossier = xr_dossier_new ();
}

static void
load_people (XrCompareWindow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *reference = dup_reference (self);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = xr_office_query_round (self->office, xr_table_find ("candidate"), self->round);
  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (names, (gpointer) xr_row_get (self->people->pdata[i], "name"));
  xr_reading_view_set_people (self->view, (const char *const *) names->pdata, names->len, reference,
                              load_cb, self);
}

/* Those of @candidates who are there; FALSE when nobody is. */
static gboolean
show_candidates (XrCompareWindow *self, const gint64 *candidates, guint n)
{
  guint places[XR_READING_MAX], n_places = 0;

  for (guint i = 0; i < n; i++)
    for (guint place = 0; place < self->people->len && n_places < XR_READING_MAX; place++)
      if (xr_row_get_id (self->people->pdata[place]) == candidates[i])
        places[n_places++] = place;
  if (n_places > 0)
    xr_reading_view_show (self->view, places, n_places);
  return n_places > 0;
}

static void
shown_cb (XrCompareWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const guint *places = xr_reading_view_get_shown (self->view, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "",
                            xr_row_get (self->people->pdata[places[i]], "name"));
  gtk_window_set_title (GTK_WINDOW (self), names->str);
}

/* Others may have come or gone; whoever is gone is no longer shown. */
static void
office_changed_cb (XrCompareWindow *self)
{
  guint n;
  const guint *places = xr_reading_view_get_shown (self->view, &n);
  gint64 ids[XR_READING_MAX];

  for (guint i = 0; i < n; i++)
    ids[i] = xr_row_get_id (self->people->pdata[places[i]]);
  load_people (self);
  if (!show_candidates (self, ids, n))
    gtk_window_close (GTK_WINDOW (self));
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
  g_clear_pointer (&XR_COMPARE_WINDOW (object)->people, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_compare_window_parent_class)->finalize (object);
}

static void
xr_compare_window_class_init (XrCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_compare_window_finalize;
  xr_reading_view_bind_keys (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xr_compare_window_init (XrCompareWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->view = xr_reading_view_new ();
  xr_reading_view_attach (self->view, GTK_WIDGET (self), ADW_HEADER_BAR (header));
  g_signal_connect_swapped (self->view, "shown", G_CALLBACK (shown_cb), self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 640);
}

void
xr_compare_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                           const gint64 *candidates, guint n)
{
  XrCompareWindow *self = g_object_new (XR_TYPE_COMPARE_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->office = g_object_ref (office);
  self->round = round;
  load_people (self);
  g_return_if_fail (show_candidates (self, candidates, MIN (n, XR_COMPARE_MAX)));
  self->changed_id = g_signal_connect_swapped (office, "changed", G_CALLBACK (office_changed_cb),
                                               self);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self));
}
