/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of the second keying. It holds the grid for what is no ballot, and hides the figures of the
 * first keying behind it as long as it is open. */
#include "config.h"

#include "stages/second-window.h"

#include <glib/gi18n-lib.h>

#include "round/table.h"
#include "stages/ballot-pad.h"
#include "stages/second-model.h"
#include "widgets/dialogs.h"
#include "widgets/grid-frame.h"
#include "widgets/row-choice.h"

#define XR_TYPE_SECOND_WINDOW (xr_second_window_get_type ())
G_DECLARE_FINAL_TYPE (XrSecondWindow, xr_second_window, XR, SECOND_WINDOW, AdwWindow)

struct _XrSecondWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round, component;
  char *keyer;
  gboolean by_post, by_group, judged;

  XrRowChoice *post, *group;
  XrGridFrame *frame;
};

G_DEFINE_FINAL_TYPE (XrSecondWindow, xr_second_window, ADW_TYPE_WINDOW)

static void
show_sheets (XrSecondWindow *self)
{
  g_autoptr (XrGridModel) model = xr_second_model_new (
    self->office, self->round, self->component, self->by_post ? xr_row_choice_get (self->post) : 0,
    self->by_group ? xr_row_choice_get (self->group) : 0, self->keyer);

  xr_score_grid_set_judged (xr_grid_frame_get_grid (self->frame), self->judged);
  xr_grid_frame_set_model (self->frame, model, _ ("Second keying"),
                           _ ("Nothing to key: no candidate is in the running, or nobody scores "
                              "here yet."));
}

static void
xr_second_window_dispose (GObject *object)
{
  g_clear_object (&XR_SECOND_WINDOW (object)->office);
  G_OBJECT_CLASS (xr_second_window_parent_class)->dispose (object);
}

static void
xr_second_window_finalize (GObject *object)
{
  g_free (XR_SECOND_WINDOW (object)->keyer);
  G_OBJECT_CLASS (xr_second_window_parent_class)->finalize (object);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!xr_office_undo (XR_SECOND_WINDOW (widget)->office, &error))
    xr_window_report_error (widget, error);
}

static void
xr_second_window_class_init (XrSecondWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_second_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_second_window_finalize;
  gtk_widget_class_install_action (widget_class, "second.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "second.undo",
                                       NULL);
}

static void
xr_second_window_init (XrSecondWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *hint = gtk_label_new (
    _ ("Key every sheet from the paper. What was keyed the first time "
       "is not shown here; what differs is decided afterwards."));

  self->post = xr_row_choice_new (_ ("P_ost"));
  self->group = xr_row_choice_new (_ ("_Group"));
  self->frame = xr_grid_frame_new ();
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->frame), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->post));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (head), hint);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->frame));
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 620);
  xr_window_close_on_escape (GTK_WINDOW (self));
  g_signal_connect_swapped (self->post, "chosen", G_CALLBACK (show_sheets), self);
  g_signal_connect_swapped (self->group, "chosen", G_CALLBACK (show_sheets), self);
}

/* ---- beginning */

static void
fill (XrSecondWindow *self, gint64 post, gint64 group)
{
  g_autoptr (GPtrArray) posts = xr_office_query (self->office, xr_table_find ("post"), "round_id",
                                                 self->round);
  g_autoptr (GPtrArray) groups = xr_office_query (self->office, xr_table_find ("voter_group"),
                                                  "component_id", self->component);

  xr_row_choice_fill (self->post, posts, post);
  xr_row_choice_fill (self->group, groups, group);
  gtk_widget_set_visible (GTK_WIDGET (self->post), self->by_post && posts->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->by_group && groups->len > 0);
}

static GtkWindow *
present_grid (GtkWidget *widget, XrOffice *office, gint64 round, XrRow *component, gint64 post,
              gint64 group, const char *keyer)
{
  XrSecondWindow *self = g_object_new (XR_TYPE_SECOND_WINDOW, "transient-for",
                                       gtk_widget_get_root (widget), "destroy-with-parent", TRUE,
                                       "modal", TRUE, NULL);
  const char *method = xr_row_get (component, "method");
  /* Translators: 1 the component, 2 who keys */
  g_autofree char *title = g_strdup_printf (_ ("%1$s – second keying by %2$s"),
                                            xr_row_get (component, "name"), keyer);

  self->office = g_object_ref (office);
  self->round = round;
  self->component = xr_row_get_id (component);
  self->keyer = g_strdup (keyer);
  self->judged = g_str_equal (method, "judges");
  self->by_post = self->judged || g_str_equal (method, "direct");
  self->by_group = g_str_equal (method, "graded");
  gtk_window_set_title (GTK_WINDOW (self), title);
  fill (self, post, group);
  show_sheets (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (xr_grid_frame_get_grid (self->frame)));
  return GTK_WINDOW (self);
}

static void
closed_cb (GtkWidget *behind)
{
  gtk_widget_set_opacity (behind, 1);
}

/* Whoever keys the second time is not to see what was keyed the first. */
static void
hide_behind (GtkWidget *widget, GtkWindow *window)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *behind = root != NULL ? gtk_widget_get_first_child (GTK_WIDGET (root)) : NULL;

  if (behind == NULL)
    return;
  gtk_widget_set_opacity (behind, 0);
  g_signal_connect_object (window, "destroy", G_CALLBACK (closed_cb), behind, G_CONNECT_SWAPPED);
}

GtkWindow *
xr_second_keying_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 component,
                          gint64 post, gint64 group, gboolean counts, const char *keyer)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("component"), component, NULL);
  const char *method = row != NULL ? xr_row_get (row, "method") : "";
  gboolean voted = g_str_equal (method, "graded") || g_str_equal (method, "ranked")
                   || g_str_equal (method, "share");
  GtkWindow *window;

  if (row == NULL)
    return NULL;
  if (voted && !counts)
    window = xr_ballot_pad_present (widget, office, round, component,
                                    g_str_equal (method, "ranked") ? post : 0, group, 0, keyer);
  else
    window = present_grid (widget, office, round, row, post, group, keyer);
  hide_behind (widget, window);
  return window;
}
