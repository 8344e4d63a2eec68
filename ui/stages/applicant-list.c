/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of applicants. It shows candidates and their applications; what can be done with them is the
 * business of the page. */
#include "config.h"

#include "stages/applicant-list.h"

#include <glib/gi18n-lib.h>

#include "stages/candidate-facts.h"
#include "widgets/one-stop.h"
#include "widgets/text-cell.h"
#include "widgets/text-scale.h"

/* ---- the list */

struct _XrApplicantList
{
  AdwBin parent_instance;

  XrOffice *office;
  XrDate reference;
  XrApplicantModel *lines;
  GtkSingleSelection *selection;
  XrApplicantOrder order;
  GHashTable *posts; /* id → title: each line shows one */
};

enum
{
  PROP_0,
  PROP_SELECTED,
};

G_DEFINE_FINAL_TYPE (XrApplicantList, xr_applicant_list, ADW_TYPE_BIN)

static guint activated_signal;

/* ---- columns */

typedef char *(*DupText) (XrApplicantList *self, XrApplicant *line);

static char *
dup_field (XrApplicantList *self, XrRow *row, const char *name)
{
  if (row == NULL)
    return NULL;
  return xr_office_dup_display (self->office, row,
                                xr_table_find_field (xr_row_get_table (row), name));
}

static char *
dup_number (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "number");
}

static char *
dup_name (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "name");
}

static char *
dup_sex (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "sex");
}

static char *
dup_age (XrApplicantList *self, XrApplicant *line)
{
  int age = xr_candidate_age (xr_row_get_date (xr_applicant_get_candidate (line), "born"),
                              self->reference);

  return age >= 0 ? g_strdup_printf ("%d", age) : NULL;
}

static char *
dup_unit (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "unit");
}

static char *
dup_position (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "position");
}

static char *
dup_rank (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "rank");
}

static char *
dup_source (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, xr_applicant_get_candidate (line), "source");
}

static char *
dup_post (XrApplicantList *self, XrApplicant *line)
{
  XrRow *application = xr_applicant_get_application (line);
  gint64 id = application != NULL ? xr_row_get_int (application, "post_id") : 0;
  gint64 wish = application != NULL ? xr_row_get_int (application, "wish") : 0;
  char *title = g_hash_table_lookup (self->posts, &id);

  if (title == NULL && id != 0)
    {
      title = dup_field (self, application, "post_id");
      g_hash_table_insert (self->posts, g_memdup2 (&id, sizeof id), title);
    }
  /* Translators: a post; which wish of the candidate it is */
  return wish > 0 ? g_strdup_printf (_ ("%1$s (wish %2$d)"), title, (int) wish) : g_strdup (title);
}

static char *
dup_state (XrApplicantList *self, XrApplicant *line)
{
  XrRow *application = xr_applicant_get_application (line);

  if (application == NULL)
    return g_strdup (_ ("has not applied for a post"));
  return dup_field (self, application, "state");
}

typedef struct
{
  const char *title; /* msgid */
  DupText dup_text;
  int width; /* for text of the usual size; 0: takes what is left */
  gboolean number;
} Column;

static const Column columns[] = {
  { N_ ("No."), dup_number, 44, TRUE },         { N_ ("Full name"), dup_name, 64, FALSE },
  { N_ ("Sex"), dup_sex, 44, FALSE },           { N_ ("Age"), dup_age, 44, TRUE },
  { N_ ("Unit"), dup_unit, 0, FALSE },          { N_ ("Present position"), dup_position, 0, FALSE },
  { N_ ("Present rank"), dup_rank, 76, FALSE }, { N_ ("Applies for"), dup_post, 100, FALSE },
  { N_ ("Source"), dup_source, 76, FALSE },     { N_ ("State"), dup_state, 68, FALSE },
};

static void
setup_cb (const Column *column, GtkListItem *item)
{
  GtkWidget *cell = xr_text_cell_new (4, column->number);

  if (column->number)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (const Column *column, GtkListItem *item, GtkListItemFactory *factory)
{
  XrApplicantList *self = g_object_get_data (G_OBJECT (factory), "xr-list");
  GtkWidget *cell = gtk_list_item_get_child (item);
  XrApplicant *line = gtk_list_item_get_item (item);
  g_autofree char *text = column->dup_text (self, line);
  XrRow *application = xr_applicant_get_application (line);
  gboolean out = application != NULL
                 && g_strcmp0 (xr_row_get (application, "state"), "active") != 0;

  xr_text_cell_set_text (cell, text);
  if (out)
    xr_text_cell_set_dim (cell, TRUE);
}

static void
add_column (XrApplicantList *self, GtkColumnView *view, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_object_set_data (G_OBJECT (factory), "xr-list", self);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  shown = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_resizable (shown, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (shown,
                                            xr_text_scale (GTK_WIDGET (self), column->width));
  gtk_column_view_column_set_expand (shown, column->width == 0);
  gtk_column_view_append_column (view, shown);
}

/* ---- construction */

static void
activate_cb (XrApplicantList *self)
{
  g_signal_emit (self, activated_signal, 0);
}

static void
selected_cb (XrApplicantList *self)
{
  g_object_notify (G_OBJECT (self), "selected");
}

static void
xr_applicant_list_dispose (GObject *object)
{
  XrApplicantList *self = XR_APPLICANT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->office);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  G_OBJECT_CLASS (xr_applicant_list_parent_class)->dispose (object);
}

static void
xr_applicant_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_object (value, xr_applicant_list_get_selected (XR_APPLICANT_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xr_applicant_list_class_init (XrApplicantListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xr_applicant_list_dispose;
  object_class->get_property = xr_applicant_list_get_property;
  g_object_class_install_property (object_class, PROP_SELECTED,
                                   g_param_spec_object ("selected", NULL, NULL, XR_TYPE_APPLICANT,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_applicant_list_init (XrApplicantList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->posts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->lines = xr_applicant_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, GTK_COLUMN_VIEW (view), &columns[i]);
  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Candidates"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "xr-list");
  adw_bin_set_child (ADW_BIN (self), xr_one_stop_new (scrolled));
}

/* ---- reading */

static void
select_line (XrApplicantList *self, XrApplicantKey key)
{
  guint position = xr_applicant_model_find (self->lines, key);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

void
xr_applicant_list_set_order (XrApplicantList *self, XrApplicantOrder order)
{
  self->order = order;
}

void
xr_applicant_list_show (XrApplicantList *self, XrOffice *office, gint64 round, XrDate reference,
                        gint64 post)
{
  XrApplicant *selected = xr_applicant_list_get_selected (self);
  XrApplicantKey key = { 0 };

  if (selected != NULL)
    key = xr_applicant_get_key (selected);
  g_set_object (&self->office, office);
  g_hash_table_remove_all (self->posts);
  self->reference = reference;
  xr_applicant_model_read (self->lines, office, round, post, self->order);
  select_line (self, key);
}

XrApplicant *
xr_applicant_list_get_selected (XrApplicantList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
xr_applicant_list_select_candidate (XrApplicantList *self, gint64 candidate)
{
  select_line (self, (XrApplicantKey){ candidate, 0 });
}

guint
xr_applicant_list_get_n_lines (XrApplicantList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}
