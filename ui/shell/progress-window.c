/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spinner with a way out; a bar beside it where somebody says how far the work is. */
#include "config.h"

#include "shell/progress-window.h"

#include <glib/gi18n-lib.h>

#define WATCH_MS 100

typedef struct
{
  GtkWindow *window; /* which owns this */
  XrProgress *progress;
  XrProgressText text;
  gpointer data;
  guint tick_id;
} Watch;

static gboolean
close_request_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  /* The work closes the window when it has stopped. */
  return GDK_EVENT_STOP;
}

GtkWindow *
xr_progress_window_present (GtkWidget *widget, const char *text, GCancellable *cancellable)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (bar, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), cancel);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), text);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, -1);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), cancellable,
                           G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (window), "label", label);
  g_object_set_data (G_OBJECT (window), "bar", bar);
  gtk_window_present (GTK_WINDOW (window));
  return g_object_ref (GTK_WINDOW (window));
}

void
xr_progress_window_set_text (GtkWindow *window, const char *text)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (window), "label");

  /* What was said in a thread may come when the window is closed already. */
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_label_set_label (GTK_LABEL (label), text);
}

static gboolean
tick_cb (gpointer data)
{
  Watch *self = data;
  GtkWidget *bar = g_object_get_data (G_OBJECT (self->window), "bar");
  guint done, all;
  int step = xr_progress_read (self->progress, &done, &all);
  g_autofree char *text = self->text (step, done, all, self->data);

  xr_progress_window_set_text (self->window, text);
  gtk_widget_set_visible (bar, all > 0);
  if (all > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), (double) done / all);
  return G_SOURCE_CONTINUE;
}

static void
free_watch (gpointer data)
{
  Watch *self = data;

  g_source_remove (self->tick_id);
  g_free (self);
}

void
xr_progress_window_watch (GtkWindow *window, XrProgress *progress, XrProgressText text,
                          gpointer data)
{
  Watch *self = g_new (Watch, 1);

  *self = (Watch){ window, progress, text, data, g_timeout_add (WATCH_MS, tick_cb, self) };
  g_object_set_data_full (G_OBJECT (window), "watch", self, free_watch);
}

void
xr_progress_window_finish (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), "watch", NULL);
  gtk_window_destroy (window);
  g_object_unref (window);
}
