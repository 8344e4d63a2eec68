/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of stages. It only shows what the round says about them. */
#include "config.h"

#include "shell/sidebar.h"

#include <glib/gi18n-lib.h>

#include "widgets/one-stop.h"

typedef struct
{
  GtkWidget *row;
  GtkLabel *sign, *title, *figure;
} StageRow;

struct _XrSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  StageRow rows[XR_N_STAGES + 1]; /* 0: the overview */
  gboolean marking;
  int marked; /* the stage whose page is shown, 0: the overview */
};

G_DEFINE_FINAL_TYPE (XrSidebar, xr_sidebar, ADW_TYPE_BIN)

static guint open_signal;

const char *
xr_stage_state_sign (XrStageState state)
{
  static const char *const signs[] = {
    [XR_STAGE_STATE_TO_COME] = "○",    [XR_STAGE_STATE_CURRENT] = "●", [XR_STAGE_STATE_DONE] = "✓",
    [XR_STAGE_STATE_OVERRIDDEN] = "!", [XR_STAGE_STATE_SKIPPED] = "–",
  };

  return signs[state];
}

const char *
xr_stage_state_css_class (XrStageState state)
{
  static const char *const classes[] = {
    [XR_STAGE_STATE_TO_COME] = "dim-label", [XR_STAGE_STATE_CURRENT] = "accent",
    [XR_STAGE_STATE_DONE] = "success",      [XR_STAGE_STATE_OVERRIDDEN] = "warning",
    [XR_STAGE_STATE_SKIPPED] = "dim-label",
  };

  return classes[state];
}

static void
row_activated_cb (XrSidebar *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (!self->marking)
    g_signal_emit (self, open_signal, 0, index);
}

static GtkLabel *
append_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_row (XrSidebar *self, int stage)
{
  StageRow *row = &self->rows[stage];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->row = gtk_list_box_row_new ();
  row->sign = append_label (box, stage == 0 ? "☰" : "");
  gtk_label_set_width_chars (row->sign, 2);
  row->title = append_label (box, stage == 0 ? _ ("Overview") : "");
  gtk_label_set_xalign (row->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (row->title), TRUE);
  row->figure = append_label (box, "");
  gtk_widget_add_css_class (GTK_WIDGET (row->figure), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (row->figure), "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->list, row->row);
}

static void
separate_overview (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  if (gtk_list_box_row_get_index (row) == 1)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

/* Arrows choose without going anywhere; who leaves the list without Enter is still where he was. */
static void
left_cb (XrSidebar *self)
{
  xr_sidebar_mark (self, self->marked);
}

static void
xr_sidebar_class_init (XrSidebarClass *klass)
{
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
xr_sidebar_init (XrSidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stages"), -1);
  for (int stage = 0; stage <= XR_N_STAGES; stage++)
    add_row (self, stage);
  gtk_list_box_set_header_func (self->list, separate_overview, NULL, NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), xr_one_stop_new (scrolled));
  gtk_widget_set_size_request (GTK_WIDGET (self), 200, -1);
}

XrSidebar *
xr_sidebar_new (void)
{
  return g_object_new (XR_TYPE_SIDEBAR, NULL);
}

static void
show_stage (StageRow *row, XrOffice *office, gint64 round, XrStage stage)
{
  const XrStageInfo *info = xr_stage_info (stage);
  XrStageState state = xr_round_stage_state (office, round, stage);
  const char *classes[] = { xr_stage_state_css_class (state), NULL };
  g_autofree char *figure = info->figure != NULL ? info->figure (office, round) : NULL;
  g_autofree char *title = g_strdup_printf ("%d  %s", (int) stage, _ (info->title));
  g_autofree char *name = g_strdup_printf ("%s, %s %s", title, xr_stage_state_label (state),
                                           figure != NULL ? figure : "");

  gtk_label_set_label (row->sign, xr_stage_state_sign (state));
  gtk_widget_set_css_classes (GTK_WIDGET (row->sign), classes);
  gtk_label_set_label (row->title, title);
  gtk_label_set_label (row->figure, figure != NULL ? figure : "");
  gtk_widget_set_tooltip_text (row->row, xr_stage_state_label (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
xr_sidebar_show_round (XrSidebar *self, XrOffice *office, gint64 round)
{
  for (int stage = 1; stage <= XR_N_STAGES; stage++)
    {
      gtk_widget_set_visible (self->rows[stage].row, round != 0);
      if (round != 0)
        show_stage (&self->rows[stage], office, round, stage);
    }
}

void
xr_sidebar_mark (XrSidebar *self, int stage)
{
  self->marked = stage;
  self->marking = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[stage].row));
  self->marking = FALSE;
}
