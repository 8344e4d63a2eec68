/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows steps. Each is a button of its own, so that the keyboard gets to all and a reader reads out the
 * step, how far it is and what is known about it. */
#include "config.h"

#include "widgets/step-list.h"

#include <glib/gi18n-lib.h>

/* Of the steps below each other, so that what is known about them begins in one line. */
#define TITLE_WIDTH 180

struct _XrStepList
{
  AdwBin parent_instance;

  gboolean row;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (XrStepList, xr_step_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ROW,
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (XrStepList *self, GtkWidget *button)
{
  g_autofree char *place = g_strdup (g_object_get_data (G_OBJECT (button), "xr-place"));

  if (place != NULL)
    g_signal_emit (self, signals[GO_TO], 0, place);
}

static GtkWidget *
create_label (const char *text, gboolean centred, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), centred ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (label), centred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
create_content (XrStepList *self, const XrStageStep *step)
{
  GtkWidget *box = gtk_box_new (self->row ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                self->row ? 3 : 12);
  GtkWidget *mark = gtk_label_new (NULL);
  GtkWidget *title = create_label (step->title, self->row, NULL);
  GtkWidget *detail = create_label (step->detail, self->row, "caption");

  xr_mark_show (GTK_LABEL (mark), step->mark);
  gtk_widget_add_css_class (mark, "xr-mark");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  if (self->row)
    gtk_label_set_width_chars (GTK_LABEL (detail), 10);
  else
    {
      gtk_label_set_width_chars (GTK_LABEL (mark), 2);
      gtk_widget_set_size_request (title, TITLE_WIDTH, -1);
      gtk_widget_set_hexpand (detail, TRUE);
    }
  return box;
}

static GtkWidget *
create_step (XrStepList *self, const XrStageStep *step)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: a step, how far it is, and what is known: "Notice, done, 2026-03-18" */
  g_autofree char *label = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), step->title,
                                            xr_mark_word (step->mark), step->detail);

  gtk_button_set_child (GTK_BUTTON (button), create_content (self, step));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "xr-step");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "xr-place", g_strdup (step->place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Which step has the keyboard, so that reading anew does not take it away; −1: none. */
static int
find_focus (XrStepList *self)
{
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      if (gtk_widget_has_focus (child))
        return i;
    }
  return -1;
}

void
xr_step_list_set_steps (XrStepList *self, const char *label, GPtrArray *steps)
{
  int focus = find_focus (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  for (guint i = 0; i < steps->len; i++)
    {
      child = create_step (self, g_ptr_array_index (steps, i));
      gtk_box_append (self->box, child);
      if ((int) i == focus)
        gtk_widget_grab_focus (child);
    }
}

static void
xr_step_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROW)
    XR_STEP_LIST (object)->row = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xr_step_list_constructed (GObject *object)
{
  XrStepList *self = XR_STEP_LIST (object);

  G_OBJECT_CLASS (xr_step_list_parent_class)->constructed (object);
  self->box = g_object_new (
    GTK_TYPE_BOX, "orientation", self->row ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
    "homogeneous", self->row, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
xr_step_list_class_init (XrStepListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = xr_step_list_set_property;
  object_class->constructed = xr_step_list_constructed;
  g_object_class_install_property (
    object_class, PROP_ROW,
    g_param_spec_boolean ("row", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xr_step_list_init (XrStepList *self)
{
}
