/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of people at the left of a page. It shows what it is told and knows nothing of rounds. */
#include "config.h"

#include "widgets/person-list.h"

#include <glib/gi18n-lib.h>

#include "widgets/one-stop.h"

struct _XrPersonList
{
  AdwBin parent_instance;

  GtkListBox *box;
  GtkLabel *placeholder;
  gint64 selected;
  guint n_people;
  gboolean filling; /* rows come and go: nobody is told */
  gboolean had_focus;
};

G_DEFINE_FINAL_TYPE (XrPersonList, xr_person_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_LABEL,
  PROP_EMPTY,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_text (GtkListBoxRow *row, const char *key)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), key) : NULL;
}

static gint64
get_id (GtkListBoxRow *row)
{
  const gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "xr-id") : NULL;

  return id != NULL ? *id : 0;
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = get_text (row, "xr-heading");
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, get_text (before, "xr-heading")) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "xr-group");
  gtk_list_box_row_set_header (row, label);
}

static void
set_selected (XrPersonList *self, gint64 id)
{
  if (self->selected == id)
    return;
  self->selected = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
row_selected_cb (XrPersonList *self, GtkListBoxRow *row)
{
  if (!self->filling)
    set_selected (self, get_id (row));
}

static void
row_activated_cb (XrPersonList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static GtkWidget *
create_content (const XrPersonItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (item->name);

  xr_mark_show (GTK_LABEL (mark), item->mark);
  gtk_widget_add_css_class (mark, "xr-mark");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  if (item->detail != NULL && *item->detail != '\0')
    {
      GtkWidget *detail = gtk_label_new (item->detail);
      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (words), detail);
    }
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "xr-person");
  return box;
}

void
xr_person_list_begin (XrPersonList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListBoxRow *row;

  self->filling = TRUE;
  self->n_people = 0;
  self->had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box));
  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
}

void
xr_person_list_add (XrPersonList *self, const XrPersonItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: a person, how far it is, and what is known: "张三, done, 8 of 8" */
  g_autofree char *label = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), item->name,
                                            xr_mark_word (item->mark),
                                            item->detail != NULL ? item->detail : "");
  gint64 *id = g_new (gint64, 1);

  *id = item->id;
  g_object_set_data_full (G_OBJECT (row), "xr-id", id, g_free);
  g_object_set_data_full (G_OBJECT (row), "xr-heading", g_strdup (item->heading), g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_content (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->box, row);
  self->n_people++;
}

static GtkListBoxRow *
find_row (XrPersonList *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    {
      if (get_id (row) == id)
        return row;
    }
  return NULL;
}

void
xr_person_list_end (XrPersonList *self)
{
  GtkListBoxRow *row = find_row (self, self->selected);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->box, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->box, row);
  if (row != NULL && self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->filling = FALSE;
  set_selected (self, get_id (row));
}

gint64
xr_person_list_get_selected (XrPersonList *self)
{
  return self->selected;
}

gboolean
xr_person_list_select (XrPersonList *self, gint64 id)
{
  GtkListBoxRow *row = find_row (self, id);

  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->box, row);
  return TRUE;
}

guint
xr_person_list_get_n_people (XrPersonList *self)
{
  return self->n_people;
}

static void
xr_person_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, XR_PERSON_LIST (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xr_person_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XrPersonList *self = XR_PERSON_LIST (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_EMPTY:
      gtk_label_set_label (self->placeholder, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_person_list_class_init (XrPersonListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = xr_person_list_get_property;
  object_class->set_property = xr_person_list_set_property;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, "",
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_person_list_init (XrPersonList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->placeholder, TRUE);
  gtk_label_set_justify (self->placeholder, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "xr-note");
  gtk_list_box_set_placeholder (self->box, GTK_WIDGET (self->placeholder));
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->box, FALSE);
  gtk_list_box_set_header_func (self->box, update_header_cb, NULL, NULL);
  g_signal_connect_swapped (self->box, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "xr-list");
  adw_bin_set_child (ADW_BIN (self), xr_one_stop_new (scrolled));
}
