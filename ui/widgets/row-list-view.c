/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of rows of one table. What it shows and offers follows from the table's description; what is
 * special on a page is set from outside. It reads through xr_row_list_new() and never asks the file. */
#include "config.h"

#include "widgets/row-list-view.h"

#include <glib/gi18n-lib.h>

#include "widgets/amendment.h"
#include "widgets/dialogs.h"
#include "widgets/follow-office.h"
#include "widgets/one-stop.h"
#include "widgets/text-cell.h"

struct _XrRowListView
{
  AdwBin parent_instance;

  const XrTable *table;
  XrOffice *office;
  gulong changed_id;
  gint64 owner;
  gint64 round; /* shown as a whole, 0: the rows of the owner */
  char *match_column, *match;
  XrRowSaveFunc save;
  gpointer save_data;
  XrRowAddFunc add;
  gpointer add_data;
  gboolean title_visible;

  GListModel *rows; /* of xr_row_list_new(), while there is an owner */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;

  GtkLabel *title;
  GtkBox *tools;
  GtkWidget *add_button, *edit_button, *delete_button;
  GtkWidget *notice;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (XrRowListView, xr_row_list_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TABLE,
  PROP_SELECTED,
  PROP_TITLE_VISIBLE,
  N_PROPS
};

enum
{
  PREPARE_ROW,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- cells */

static void
cell_setup_cb (const XrField *field, GtkListItem *item)
{
  gboolean number = field->kind == XR_FIELD_INTEGER || field->kind == XR_FIELD_DECIMAL;
  GtkWidget *cell = xr_text_cell_new (number ? 6 : 12, number);

  if (number || field->kind == XR_FIELD_DATE || field->kind == XR_FIELD_MONTH)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static XrRowListView *
get_view_of_factory (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "xr-view");
}

static void
cell_bind_cb (const XrField *field, GtkListItem *item, GtkListItemFactory *factory)
{
  XrRowListView *self = get_view_of_factory (factory);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = xr_office_dup_display (self->office, gtk_list_item_get_item (item),
                                                 field);
  gboolean empty = text == NULL || *text == '\0';

  xr_text_cell_set_text (cell, empty && field->none != NULL ? _ (field->none) : text);
  xr_text_cell_set_dim (cell, empty);
}

static void
add_column (XrRowListView *self, const XrField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  gboolean wide = field->kind == XR_FIELD_TEXT || field->kind == XR_FIELD_PARAGRAPH
                  || field->kind == XR_FIELD_REFERENCE || field->kind == XR_FIELD_CHOICE;

  g_object_set_data (G_OBJECT (factory), "xr-view", self);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (cell_setup_cb), (gpointer) field);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (cell_bind_cb), (gpointer) field);
  column = gtk_column_view_column_new (_ (field->label), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, wide);
  g_object_set_data (G_OBJECT (column), "xr-field", (gpointer) field);
  gtk_column_view_append_column (self->view, column);
}

void
xr_row_list_view_hide_columns (XrRowListView *self, const char *const *names)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const XrField *field = g_object_get_data (G_OBJECT (column), "xr-field");
      gtk_column_view_column_set_visible (column, !g_strv_contains (names, field->name));
    }
}

/* ---- state */

typedef enum
{
  ACCESS_NONE,
  ACCESS_OPEN,
  ACCESS_FROZEN,
} Access;

static XrRow *
create_row (XrRowListView *self)
{
  XrRow *row = xr_row_new (self->table, self->owner);

  if (self->match_column != NULL)
    xr_row_set (row, self->match_column, self->match);
  return row;
}

/* Whether there is somebody whose rows are shown. */
static gboolean
has_source (XrRowListView *self)
{
  return self->round != 0 || self->owner != 0 || self->table->owner == NULL;
}

static Access
find_access (XrRowListView *self)
{
  g_autoptr (XrRow) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 round;

  if (self->office == NULL || !has_source (self) || xr_office_get_read_only (self->office))
    return ACCESS_NONE;
  row = create_row (self);
  round = self->round != 0 ? self->round : xr_office_round_of (self->office, row);
  if (xr_office_check_open (self->office, self->table, round, &error))
    return ACCESS_OPEN;
  return g_error_matches (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN) ? ACCESS_FROZEN
                                                                        : ACCESS_NONE;
}

static void
update_title (XrRowListView *self, guint n_rows)
{
  g_autofree char *text = g_strdup_printf ("%s  %u", _ (self->table->title), n_rows);

  gtk_label_set_label (self->title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->title), self->title_visible);
}

static void
update_state (XrRowListView *self)
{
  Access access = find_access (self);
  guint n_rows = xr_row_list_view_get_n_rows (self);
  gboolean has_row = xr_row_list_view_get_selected (self) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "rows.add", access != ACCESS_NONE);
  gtk_widget_action_set_enabled (widget, "rows.edit", access != ACCESS_NONE && has_row);
  gtk_widget_action_set_enabled (widget, "rows.delete", access != ACCESS_NONE && has_row);
  gtk_widget_set_visible (self->add_button, access != ACCESS_NONE && n_rows > 0);
  gtk_widget_set_visible (self->edit_button, access != ACCESS_NONE && n_rows > 0);
  gtk_widget_set_visible (self->delete_button, access != ACCESS_NONE && n_rows > 0);
  gtk_widget_set_visible (adw_status_page_get_child (self->empty), access != ACCESS_NONE);
  gtk_widget_set_visible (self->notice, access == ACCESS_FROZEN);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "list" : "empty");
  update_title (self, n_rows);
}

static void
selection_changed_cb (XrRowListView *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static gboolean
match_row (gpointer item, gpointer user_data)
{
  XrRowListView *self = user_data;

  return self->match_column == NULL
         || g_strcmp0 (xr_row_get (item, self->match_column), self->match) == 0;
}

/* ---- what can be done */

static void
add_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (widget);
  g_autoptr (XrRow) row = NULL;

  if (self->add != NULL)
    {
      self->add (widget, self->add_data);
      return;
    }
  row = create_row (self);
  g_signal_emit (self, signals[PREPARE_ROW], 0, row);
  xr_row_dialog_present (widget, self->office, row, self->round, self->save, self->save_data);
}

static void
edit_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (widget);

  xr_row_dialog_present (widget, self->office, xr_row_list_view_get_selected (self), self->round,
                         self->save, self->save_data);
}

static void
delete_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (widget);
  g_autoptr (XrRow) row = g_object_ref (xr_row_list_view_get_selected (self));
  g_autofree char *title = xr_office_dup_title (self->office, self->table, xr_row_get_id (row));
  g_autoptr (GError) error = NULL;

  if (xr_office_delete (self->office, self->table, xr_row_get_id (row), &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("Deleted: %s"), title);
      xr_window_toast (widget, text, TRUE);
    }
  else if (g_error_matches (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN))
    xr_amendment_ask (widget, self->office, row, TRUE);
  else
    xr_window_report_error (widget, error);
}

static void
activate_cb (XrRowListView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "rows.edit", NULL);
}

/* ---- construction */

static GtkWidget *
create_tool (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_add_button (XrRowListView *self, gboolean prominent)
{
  /* Translators: %s is the kind of row, "post" or "judge". */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), _ (self->table->singular));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rows.add");
  if (prominent)
    {
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
    }
  else
    gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
create_toolbar (XrRowListView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->title, 0);
  self->notice = gtk_label_new (_ ("Announced: changes are amendments"));
  gtk_label_set_ellipsize (GTK_LABEL (self->notice), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->notice, "dim-label");
  self->tools = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->tools), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->tools), GTK_ALIGN_END);
  self->add_button = create_add_button (self, FALSE);
  self->edit_button = create_tool ("document-edit-symbolic", _ ("Edit (F2)"), "rows.edit");
  self->delete_button = create_tool ("user-trash-symbolic", _ ("Delete (Delete)"), "rows.delete");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (bar), self->notice);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->tools));
  gtk_box_append (GTK_BOX (bar), self->add_button);
  gtk_box_append (GTK_BOX (bar), self->edit_button);
  gtk_box_append (GTK_BOX (bar), self->delete_button);
  return bar;
}

static void
create_list (XrRowListView *self)
{
  GtkFilterListModel *filtered;

  self->filter = gtk_custom_filter_new (match_row, self, NULL);
  filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->table->title), -1);
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      if (self->table->fields[i].flags & XR_FIELD_IN_LIST
          && !(self->table->fields[i].flags & XR_FIELD_HIDDEN))
        add_column (self, &self->table->fields[i]);
    }
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
create_stack (XrRowListView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  create_list (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "xr-list");
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_description (self->empty, _ (self->table->empty));
  adw_status_page_set_child (self->empty, create_add_button (self, TRUE));
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, xr_one_stop_new (scrolled), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
}

static void
xr_row_list_view_constructed (GObject *object)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  G_OBJECT_CLASS (xr_row_list_view_parent_class)->constructed (object);
  g_return_if_fail (self->table != NULL);
  gtk_box_append (GTK_BOX (box), create_toolbar (self));
  create_stack (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  update_state (self);
}

static void
xr_row_list_view_dispose (GObject *object)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (object);

  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (xr_row_list_view_parent_class)->dispose (object);
}

static void
xr_row_list_view_finalize (GObject *object)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (object);

  g_free (self->match_column);
  g_free (self->match);
  G_OBJECT_CLASS (xr_row_list_view_parent_class)->finalize (object);
}

static void
xr_row_list_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, xr_row_list_view_get_selected (self));
      break;
    case PROP_TITLE_VISIBLE:
      g_value_set_boolean (value, self->title_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_row_list_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XrRowListView *self = XR_ROW_LIST_VIEW (object);

  switch (id)
    {
    case PROP_TABLE:
      self->table = xr_table_find (g_value_get_string (value));
      break;
    case PROP_TITLE_VISIBLE:
      self->title_visible = g_value_get_boolean (value);
      if (self->title != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->title), self->title_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_row_list_view_class_init (XrRowListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xr_row_list_view_constructed;
  object_class->dispose = xr_row_list_view_dispose;
  object_class->finalize = xr_row_list_view_finalize;
  object_class->get_property = xr_row_list_view_get_property;
  object_class->set_property = xr_row_list_view_set_property;
  props[PROP_TABLE] = g_param_spec_string (
    "table", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, XR_TYPE_ROW,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE_VISIBLE] = g_param_spec_boolean ("title-visible", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[PREPARE_ROW] = g_signal_new ("prepare-row", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, XR_TYPE_ROW);
  gtk_widget_class_install_action (widget_class, "rows.add", NULL, add_row);
  gtk_widget_class_install_action (widget_class, "rows.edit", NULL, edit_row);
  gtk_widget_class_install_action (widget_class, "rows.delete", NULL, delete_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "rows.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "rows.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "rows.delete", NULL);
}

static void
xr_row_list_view_init (XrRowListView *self)
{
}

XrRowListView *
xr_row_list_view_new (const char *table)
{
  return g_object_new (XR_TYPE_ROW_LIST_VIEW, "table", table, NULL);
}

const XrTable *
xr_row_list_view_get_table (XrRowListView *self)
{
  return self->table;
}

/* Whose row it is stands in a column only where that differs. */
static void
show_owner_column (XrRowListView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const XrField *field = g_object_get_data (G_OBJECT (column), "xr-field");
      if (g_strcmp0 (field->name, self->table->owner) == 0)
        gtk_column_view_column_set_visible (column, self->round != 0);
    }
}

static void
replace_rows (XrRowListView *self)
{
  GtkFilterListModel *filtered = GTK_FILTER_LIST_MODEL (
    gtk_single_selection_get_model (self->selection));

  g_clear_object (&self->rows);
  if (self->office != NULL && self->round != 0)
    self->rows = xr_row_list_new (self->office, self->table, "round", self->round);
  else if (self->office != NULL && has_source (self))
    self->rows = xr_row_list_new (self->office, self->table, self->table->owner, self->owner);
  gtk_filter_list_model_set_model (filtered, self->rows);
  show_owner_column (self);
}

static void
set_source (XrRowListView *self, XrOffice *office, gint64 owner, gint64 round)
{
  if (self->office == office && self->owner == owner && self->round == round
      && (self->rows != NULL) == (office != NULL && has_source (self)))
    return;
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (update_state), self);
  self->owner = owner;
  self->round = round;
  replace_rows (self);
  update_state (self);
}

void
xr_row_list_view_set_owner (XrRowListView *self, XrOffice *office, gint64 owner)
{
  set_source (self, office, owner, 0);
}

void
xr_row_list_view_set_round (XrRowListView *self, XrOffice *office, gint64 round)
{
  set_source (self, office, 0, round);
}

void
xr_row_list_view_set_match (XrRowListView *self, const char *column, const char *match)
{
  if (g_strcmp0 (self->match_column, column) == 0 && g_strcmp0 (self->match, match) == 0)
    return;
  g_free (self->match_column);
  g_free (self->match);
  self->match_column = g_strdup (column);
  self->match = g_strdup (match);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_state (self);
}

XrRow *
xr_row_list_view_get_selected (XrRowListView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

gboolean
xr_row_list_view_select (XrRowListView *self, gint64 id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (XrRow) row = g_list_model_get_item (model, i);
      if (xr_row_get_id (row) == id)
        {
          GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (list, "list.scroll-to-item", "u", i);
          return TRUE;
        }
    }
  return FALSE;
}

guint
xr_row_list_view_get_n_rows (XrRowListView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

void
xr_row_list_view_set_save (XrRowListView *self, XrRowSaveFunc save, gpointer data)
{
  self->save = save;
  self->save_data = data;
}

void
xr_row_list_view_set_add (XrRowListView *self, XrRowAddFunc add, gpointer data)
{
  self->add = add;
  self->add_data = data;
}

void
xr_row_list_view_add_tool (XrRowListView *self, GtkWidget *tool)
{
  gtk_box_append (self->tools, tool);
}
