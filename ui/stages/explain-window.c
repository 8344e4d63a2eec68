/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of the explanation: who is explained, and four pages of figures, each filled when it is first
 * looked at. What takes long is done in steps while the window is idle, the page in view first. */
#include "config.h"

#include "stages/explain-window.h"

#include <glib/gi18n-lib.h>

#include "stages/cell-models.h"
#include "stages/explain-pages.h"

struct _XrExplainWindow
{
  AdwWindow parent_instance;

  XrExplainSubject subject;
  GtkDropDown *people;
  GtkStack *stack;
  XrFigureTable *judges, *weights;
  XrExplainRank *rank;
  XrExplainWithout *without;
  guint idle;
};

G_DEFINE_FINAL_TYPE (XrExplainWindow, xr_explain_window, ADW_TYPE_WINDOW)

/* ---- work in steps */

/* Ballots are gone through only while their page is looked at. */
static gboolean
work_cb (gpointer data)
{
  XrExplainWindow *self = data;
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (xr_explain_rank_step (self->rank))
    return G_SOURCE_CONTINUE;
  if (g_strcmp0 (page, "without") == 0 && xr_explain_without_step (self->without))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
start_work (XrExplainWindow *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, work_cb, self, NULL);
}

/* ---- what is shown */

static void
page_cb (XrExplainWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "judges") == 0 && xr_figure_table_is_empty (self->judges))
    xr_explain_judges_show (self->judges, &self->subject);
  if (g_strcmp0 (name, "weights") == 0 && xr_figure_table_is_empty (self->weights))
    xr_explain_weights_show (self->weights, &self->subject);
  if (g_strcmp0 (name, "without") == 0)
    xr_explain_without_show (self->without);
  start_work (self);
}

static void
person_cb (XrExplainWindow *self)
{
  guint position = gtk_drop_down_get_selected (self->people);

  if (self->subject.post == NULL || position >= self->subject.post->standings->len)
    return;
  self->subject.position = position;
  xr_figure_table_clear (self->weights);
  xr_explain_rank_show (self->rank);
  page_cb (self);
}

static void
list_people (XrExplainWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const XrExplainSubject *subject = &self->subject;

  for (guint i = 0; subject->post != NULL && i < subject->post->standings->len; i++)
    {
      const XrStanding *standing = xr_explain_subject_get_standing (subject, i);
      g_autofree char *name = xr_candidate_dup_label (
        g_ptr_array_index (subject->contest->candidates, standing->candidate));

      gtk_string_list_append (names, name);
    }
  g_signal_handlers_block_by_func (self->people, person_cb, self);
  gtk_drop_down_set_model (self->people, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->people, subject->position);
  g_signal_handlers_unblock_by_func (self->people, person_cb, self);
}

static void
changed_cb (XrExplainWindow *self)
{
  /* What goes on in steps looks at the old case: it goes first. */
  g_clear_handle_id (&self->idle, g_source_remove);
  xr_explain_subject_clear (&self->subject);
  xr_explain_without_restart (self->without);
  xr_explain_subject_refresh (&self->subject);
  xr_explain_without_restart (self->without);
  list_people (self);
  xr_figure_table_clear (self->judges);
  xr_figure_table_clear (self->weights);
  xr_explain_rank_show (self->rank);
  page_cb (self);
}

/* ---- the window */

static void
xr_explain_window_dispose (GObject *object)
{
  XrExplainWindow *self = XR_EXPLAIN_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->rank, xr_explain_rank_free);
  g_clear_pointer (&self->without, xr_explain_without_free);
  xr_explain_subject_clear (&self->subject);
  g_clear_object (&self->subject.office);
  G_OBJECT_CLASS (xr_explain_window_parent_class)->dispose (object);
}

static void
xr_explain_window_class_init (XrExplainWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_explain_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static XrFigureTable *
add_page (XrExplainWindow *self, const char *name, const char *title)
{
  GtkWidget *table = xr_figure_table_new ();

  gtk_stack_add_titled (self->stack, table, name, title);
  return XR_FIGURE_TABLE (table);
}

static GtkWidget *
create_top (XrExplainWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Candidate"));
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->people = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->people));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->people),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_hexpand (switcher, TRUE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "xr-page-head");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), switcher);
  return box;
}

static void
xr_explain_window_init (XrExplainWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->rank = xr_explain_rank_new (add_page (self, "candidate", _ ("Rank")), &self->subject);
  self->judges = add_page (self, "judges", _ ("Judges"));
  self->without = xr_explain_without_new (add_page (self, "without", _ ("Without one of them")),
                                          &self->subject);
  self->weights = add_page (self, "weights", _ ("Other weights"));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), create_top (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Why this ranking"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1060, 660);
  g_signal_connect_swapped (self->people, "notify::selected", G_CALLBACK (person_cb), self);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self);
}

void
xr_explain_window_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 post,
                           int position)
{
  XrExplainWindow *self = g_object_new (XR_TYPE_EXPLAIN_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->subject.office = g_object_ref (office);
  self->subject.round = round;
  self->subject.post_id = post;
  self->subject.position = (guint) MAX (position, 0);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  changed_cb (self);
  g_signal_connect_object (office, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
