/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of applicants. It reads candidates and applications and shows them; what can be done with
 * them is the business of the page. */
#include "config.h"

#include "stages/applicant-list.h"

#include <glib/gi18n-lib.h>

#include "core/han.h"

#include "stages/candidate-facts.h"
#include "widgets/one-stop.h"
#include "widgets/text-cell.h"

/* ---- one line */

struct _XrApplicant
{
  GObject parent_instance;

  XrRow *candidate, *application;
};

G_DEFINE_FINAL_TYPE (XrApplicant, xr_applicant, G_TYPE_OBJECT)

static void
xr_applicant_dispose (GObject *object)
{
  XrApplicant *self = XR_APPLICANT (object);

  g_clear_object (&self->candidate);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (xr_applicant_parent_class)->dispose (object);
}

static void
xr_applicant_class_init (XrApplicantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_applicant_dispose;
}

static void
xr_applicant_init (XrApplicant *self)
{
}

XrRow *
xr_applicant_get_candidate (XrApplicant *self)
{
  return self->candidate;
}

XrRow *
xr_applicant_get_application (XrApplicant *self)
{
  return self->application;
}

/* ---- the list */

struct _XrApplicantList
{
  AdwBin parent_instance;

  XrOffice *office;
  XrDate reference;
  GListStore *lines;
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
  return dup_field (self, line->candidate, "number");
}

static char *
dup_name (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "name");
}

static char *
dup_sex (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "sex");
}

static char *
dup_age (XrApplicantList *self, XrApplicant *line)
{
  int age = xr_candidate_age (xr_row_get_date (line->candidate, "born"), self->reference);

  return age >= 0 ? g_strdup_printf ("%d", age) : NULL;
}

static char *
dup_unit (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "unit");
}

static char *
dup_position (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "position");
}

static char *
dup_rank (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "rank");
}

static char *
dup_source (XrApplicantList *self, XrApplicant *line)
{
  return dup_field (self, line->candidate, "source");
}

static char *
dup_post (XrApplicantList *self, XrApplicant *line)
{
  gint64 id = line->application != NULL ? xr_row_get_int (line->application, "post_id") : 0;
  char *title = g_hash_table_lookup (self->posts, &id);

  if (title == NULL && id != 0)
    {
      title = dup_field (self, line->application, "post_id");
      g_hash_table_insert (self->posts, g_memdup2 (&id, sizeof id), title);
    }
  return g_strdup (title);
}

static char *
dup_state (XrApplicantList *self, XrApplicant *line)
{
  if (line->application == NULL)
    return g_strdup (_ ("has not applied for a post"));
  return dup_field (self, line->application, "state");
}

typedef struct
{
  const char *title; /* msgid */
  DupText dup_text;
  int width; /* pixels; 0: takes what is left */
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
  gboolean out = line->application != NULL
                 && g_strcmp0 (xr_row_get (line->application, "state"), "active") != 0;

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
    gtk_column_view_column_set_fixed_width (shown, column->width);
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
  self->lines = g_list_store_new (XR_TYPE_APPLICANT);
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
append_line (GPtrArray *lines, XrRow *candidate, XrRow *application)
{
  XrApplicant *line = g_object_new (XR_TYPE_APPLICANT, NULL);

  line->candidate = g_object_ref (candidate);
  if (application != NULL)
    line->application = g_object_ref (application);
  g_ptr_array_add (lines, line);
}

/* Applications by candidate: GPtrArray of XrRow by id. */
static GHashTable *
group_applications (XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("application"), round);
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      gint64 candidate = xr_row_get_owner (row);
      GPtrArray *group = g_hash_table_lookup (groups, &candidate);
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, g_memdup2 (&candidate, sizeof candidate), group);
        }
      g_ptr_array_add (group, g_object_ref (row));
    }
  return groups;
}

static void
append_candidate (GPtrArray *lines, XrRow *candidate, GPtrArray *applications, gint64 post)
{
  if (applications == NULL && post == 0)
    append_line (lines, candidate, NULL);
  for (guint i = 0; applications != NULL && i < applications->len; i++)
    {
      XrRow *application = g_ptr_array_index (applications, i);
      if (post == 0 || xr_row_get_int (application, "post_id") == post)
        append_line (lines, candidate, application);
    }
}

static GPtrArray *
read_lines (XrOffice *office, gint64 round, gint64 post)
{
  g_autoptr (GPtrArray) candidates = xr_office_query (office, xr_table_find ("candidate"),
                                                      "round_id", round);
  g_autoptr (GHashTable) applications = group_applications (office, round);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < candidates->len; i++)
    {
      XrRow *candidate = g_ptr_array_index (candidates, i);
      gint64 id = xr_row_get_id (candidate);
      append_candidate (lines, candidate, g_hash_table_lookup (applications, &id), post);
    }
  return lines;
}

static gint64
get_application_id (XrApplicant *line)
{
  return line->application != NULL ? xr_row_get_id (line->application) : 0;
}

static void
select_line (XrApplicantList *self, gint64 candidate, gint64 application)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (XrApplicant) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      if (xr_row_get_id (line->candidate) != candidate)
        continue;
      if (get_application_id (line) == application)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
      if (found == GTK_INVALID_LIST_POSITION)
        found = i;
    }
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, found);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer order)
{
  const XrApplicant *first = *(XrApplicant *const *) a, *second = *(XrApplicant *const *) b;

  return xr_han_name_compare (xr_row_get (first->candidate, "name"),
                              xr_row_get (second->candidate, "name"),
                              (XrHanOrder) GPOINTER_TO_INT (order));
}

/* Lines come in the order of numbers. */
static void
sort_lines (GPtrArray *lines, XrApplicantOrder order)
{
  if (order != XR_APPLICANTS_BY_NUMBER)
    g_ptr_array_sort_with_data (
      lines, compare_names,
      GINT_TO_POINTER (order == XR_APPLICANTS_BY_STROKES ? XR_HAN_STROKES : XR_HAN_PINYIN));
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
  g_autoptr (GPtrArray) lines = read_lines (office, round, post);
  XrApplicant *selected = xr_applicant_list_get_selected (self);
  gint64 candidate = selected != NULL ? xr_row_get_id (selected->candidate) : 0;
  gint64 application = selected != NULL ? get_application_id (selected) : 0;

  sort_lines (lines, self->order);
  g_set_object (&self->office, office);
  g_hash_table_remove_all (self->posts);
  self->reference = reference;
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  select_line (self, candidate, application);
}

XrApplicant *
xr_applicant_list_get_selected (XrApplicantList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
xr_applicant_list_select_candidate (XrApplicantList *self, gint64 candidate)
{
  select_line (self, candidate, 0);
}

guint
xr_applicant_list_get_n_lines (XrApplicantList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}
