/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix as a column view, so that only the rows on the screen exist. What a cell means and what can be done is the page's business. */
#include "config.h"

#include "stages/review-matrix.h"

#include <glib/gi18n-lib.h>

#include "round/table.h"
#include "stages/review-condition.h"
#include "widgets/one-stop.h"
#include "widgets/text-cell.h"
#include "widgets/text-scale.h"

/* ---- one row */

#define XR_TYPE_REVIEW_LINE (xr_review_line_get_type ())
G_DECLARE_FINAL_TYPE (XrReviewLine, xr_review_line, XR, REVIEW_LINE, GObject)

struct _XrReviewLine
{
  GObject parent_instance;

  XrApplicationReview *review;
  GPtrArray *cells; /* GtkWidget by condition, borrowed, NULL while it is not on the screen */
};

G_DEFINE_FINAL_TYPE (XrReviewLine, xr_review_line, G_TYPE_OBJECT)

static void
xr_review_line_finalize (GObject *object)
{
  XrReviewLine *self = XR_REVIEW_LINE (object);

  xr_application_review_free (self->review);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (xr_review_line_parent_class)->finalize (object);
}

static void
xr_review_line_class_init (XrReviewLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_review_line_finalize;
}

static void
xr_review_line_init (XrReviewLine *self)
{
  self->cells = g_ptr_array_new ();
}

/* ---- the matrix */

struct _XrReviewMatrix
{
  AdwBin parent_instance;

  GArray *conditions; /* XrReviewCondition */
  GListStore *lines;
  GtkCustomFilter *filter;
  XrReviewFilter shown;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkWidget *marked; /* the cell that shows where we are; borrowed, weak */
  guint current;     /* condition */
};

G_DEFINE_FINAL_TYPE (XrReviewMatrix, xr_review_matrix, ADW_TYPE_BIN)

enum
{
  MOVED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static XrReviewLine *
get_line (XrReviewMatrix *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static GtkWidget *
get_cell (XrReviewLine *line, guint condition)
{
  return line != NULL && condition < line->cells->len ? g_ptr_array_index (line->cells, condition)
                                                      : NULL;
}

/* Shows which cell is the current one, while the keyboard may be elsewhere. */
static void
mark_current (XrReviewMatrix *self)
{
  GtkWidget *cell = get_cell (get_line (self), self->current);

  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "xr-current");
  g_set_weak_pointer (&self->marked, cell);
  if (cell != NULL)
    gtk_widget_add_css_class (cell, "xr-current");
}

static void
move_to (XrReviewMatrix *self, guint position, guint condition)
{
  self->current = condition;
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
  else
    g_signal_emit (self, signals[MOVED], 0);
  mark_current (self);
}

/* ---- cells */

static void
cell_entered_cb (GtkListItem *item, GtkEventController *controller)
{
  GtkWidget *cell = gtk_event_controller_get_widget (controller);
  XrReviewMatrix *self = g_object_get_data (G_OBJECT (cell), "xr-matrix");
  guint condition = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "xr-condition"));

  if (gtk_list_item_get_item (item) != NULL)
    move_to (self, gtk_list_item_get_position (item), condition);
}

/* Claimed, or else the row would take the keyboard for itself. */
static void
cell_pressed_cb (GtkWidget *cell, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (cell);
}

static void
setup_cb (XrReviewMatrix *self, GtkListItem *item, GtkListItemFactory *factory)
{
  /* No label: those take no focus unless they can be selected. */
  GtkWidget *cell = gtk_inscription_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data (G_OBJECT (cell), "xr-matrix", self);
  g_object_set_data (G_OBJECT (cell), "xr-condition",
                     g_object_get_data (G_OBJECT (factory), "xr-condition"));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0.5f);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 2);
  gtk_widget_set_focusable (cell, TRUE);
  gtk_widget_add_css_class (cell, "xr-sign");
  g_signal_connect_object (focus, "enter", G_CALLBACK (cell_entered_cb), item, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (cell_pressed_cb), cell);
  gtk_widget_add_controller (cell, focus);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, cell);
}

static void
show_sign (GtkWidget *cell, XrReviewSign sign)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), xr_review_sign_mark (sign));
  for (int i = 0; i < XR_REVIEW_N_SIGNS; i++)
    gtk_widget_remove_css_class (cell, xr_review_sign_css_class ((XrReviewSign) i));
  gtk_widget_add_css_class (cell, xr_review_sign_css_class (sign));
}

static void
bind_cb (XrReviewMatrix *self, GtkListItem *item, GtkListItemFactory *factory)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "xr-condition"));
  const XrReviewCondition *condition = &g_array_index (self->conditions, XrReviewCondition, index);
  XrReviewLine *line = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  XrReviewSign sign = xr_review_sign (xr_review_condition_find (line->review, condition));
  /* Translators: name of a person, condition, how it stands */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), line->review->name,
                                             xr_rule_kind_word (condition->kind),
                                             xr_review_sign_label (sign));

  show_sign (cell, sign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (line->cells->len <= index)
    g_ptr_array_set_size (line->cells, (int) index + 1);
  g_ptr_array_index (line->cells, index) = cell;
  if (line == get_line (self) && index == self->current)
    mark_current (self);
}

static void
unbind_cb (XrReviewMatrix *self, GtkListItem *item, GtkListItemFactory *factory)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "xr-condition"));
  XrReviewLine *line = gtk_list_item_get_item (item);

  if (line != NULL && index < line->cells->len)
    g_ptr_array_index (line->cells, index) = NULL;
  if (self->marked == gtk_list_item_get_child (item))
    {
      gtk_widget_remove_css_class (self->marked, "xr-current");
      g_clear_weak_pointer (&self->marked);
    }
}

/* ---- columns of words */

typedef char *(*DupText) (const XrApplicationReview *review);

static char *
dup_number (const XrApplicationReview *review)
{
  return g_strdup (review->number);
}

static char *
dup_name (const XrApplicationReview *review)
{
  return g_strdup (review->name);
}

static char *
dup_post (const XrApplicationReview *review)
{
  return g_strdup (review->post);
}

static char *
dup_conclusion (const XrApplicationReview *review)
{
  if (review->verdict == NULL)
    return NULL;
  if (g_str_equal (review->verdict, "eligible"))
    return g_strdup (review->approved ? _ ("✓ eligible, approved") : _ ("Eligible"));
  return g_strdup (review->approved ? _ ("✗ not eligible, approved") : _ ("Not eligible"));
}

static void
text_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = xr_text_cell_new (4, FALSE);

  gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static void
text_bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer dup_text)
{
  XrReviewLine *line = gtk_list_item_get_item (item);
  g_autofree char *text = ((DupText) dup_text) (line->review);

  xr_text_cell_set_text (gtk_list_item_get_child (item), text);
  /* A post may be longer than its column. */
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
add_text_column (XrReviewMatrix *self, const char *title, DupText dup_text, int width,
                 gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (text_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (text_bind_cb), dup_text);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (column, xr_text_scale (GTK_WIDGET (self), width));
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
add_sign_column (XrReviewMatrix *self, guint index)
{
  const XrReviewCondition *condition = &g_array_index (self->conditions, XrReviewCondition, index);
  const XrField *kind = xr_table_find_field (xr_table_find ("rule"), "kind");
  g_autofree char *title = xr_field_format (kind, xr_rule_kind_id (condition->kind));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "xr-condition", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (self->view, column);
}

static void
rebuild_columns (XrReviewMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->view, column);
    }
  add_text_column (self, _ ("No."), dup_number, 40, FALSE);
  add_text_column (self, _ ("Full name"), dup_name, 62, FALSE);
  add_text_column (self, _ ("Post"), dup_post, 88, TRUE);
  for (guint i = 0; i < self->conditions->len; i++)
    add_sign_column (self, i);
  add_text_column (self, _ ("Conclusion"), dup_conclusion, 132, FALSE);
}

/* ---- keys */

static gboolean
step (XrReviewMatrix *self, int down, int right)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int row = (int) position + down;
  int condition = (int) self->current + right;
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (n == 0 || self->conditions->len == 0)
    return FALSE;
  row = CLAMP (row, 0, (int) n - 1);
  condition = CLAMP (condition, 0, (int) self->conditions->len - 1);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", (guint) row);
  move_to (self, (guint) row, (guint) condition);
  xr_review_matrix_focus (self);
  return TRUE;
}

static gboolean
key_pressed_cb (XrReviewMatrix *self, guint key, guint code, GdkModifierType modifiers)
{
  int many = (int) self->conditions->len;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
      return step (self, -1, 0);
    case GDK_KEY_Down:
      return step (self, 1, 0);
    case GDK_KEY_Left:
      return step (self, 0, -1);
    case GDK_KEY_Right:
      return step (self, 0, 1);
    case GDK_KEY_Home:
      return step (self, 0, -many);
    case GDK_KEY_End:
      return step (self, 0, many);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- construction */

static gboolean
match_line (gpointer item, gpointer data)
{
  XrReviewMatrix *self = data;

  return xr_review_passes (XR_REVIEW_LINE (item)->review, self->shown);
}

static void
selected_cb (XrReviewMatrix *self)
{
  mark_current (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
xr_review_matrix_dispose (GObject *object)
{
  XrReviewMatrix *self = XR_REVIEW_MATRIX (object);

  g_clear_weak_pointer (&self->marked);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (xr_review_matrix_parent_class)->dispose (object);
}

static void
xr_review_matrix_finalize (GObject *object)
{
  g_array_unref (XR_REVIEW_MATRIX (object)->conditions);
  G_OBJECT_CLASS (xr_review_matrix_parent_class)->finalize (object);
}

static void
xr_review_matrix_class_init (XrReviewMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = xr_review_matrix_dispose;
  object_class->finalize = xr_review_matrix_finalize;
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
create_view (XrReviewMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Candidates and conditions"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
xr_review_matrix_init (XrReviewMatrix *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;

  self->conditions = g_array_new (FALSE, FALSE, sizeof (XrReviewCondition));
  self->lines = g_list_store_new (XR_TYPE_REVIEW_LINE);
  self->filter = gtk_custom_filter_new (match_line, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  create_view (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "xr-list");
  adw_bin_set_child (ADW_BIN (self), xr_one_stop_new (scrolled));
}

/* ---- what is shown */

static void
set_conditions (XrReviewMatrix *self, GPtrArray *reviews)
{
  g_autoptr (GArray) conditions = xr_review_conditions_collect (reviews);

  if (conditions->len == self->conditions->len && conditions->len > 0
      && memcmp (conditions->data, self->conditions->data,
                 conditions->len * sizeof (XrReviewCondition))
           == 0)
    return;
  g_array_set_size (self->conditions, 0);
  g_array_append_vals (self->conditions, conditions->data, conditions->len);
  self->current = MIN (self->current, MAX (conditions->len, 1) - 1);
  rebuild_columns (self);
}

static void
select_application (XrReviewMatrix *self, gint64 application)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (XrReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (line->review->application == application)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static GPtrArray *
make_lines (GPtrArray *reviews)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reviews->len; i++)
    {
      XrReviewLine *line = g_object_new (XR_TYPE_REVIEW_LINE, NULL);
      line->review = g_ptr_array_index (reviews, i);
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_set_free_func (reviews, NULL);
  g_ptr_array_unref (reviews);
  return lines;
}

void
xr_review_matrix_show (XrReviewMatrix *self, GPtrArray *reviews)
{
  const XrApplicationReview *current = xr_review_matrix_get_review (self);
  gint64 application = current != NULL ? current->application : 0;
  g_autoptr (GPtrArray) lines = NULL;

  /* Lines of the old conditions go before their columns do. */
  g_list_store_remove_all (self->lines);
  set_conditions (self, reviews);
  lines = make_lines (reviews);
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  select_application (self, application);
}

void
xr_review_matrix_set_filter (XrReviewMatrix *self, XrReviewFilter filter)
{
  self->shown = filter;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

const XrApplicationReview *
xr_review_matrix_get_review (XrReviewMatrix *self)
{
  XrReviewLine *line = get_line (self);

  return line != NULL ? line->review : NULL;
}

const XrRuleReview *
xr_review_matrix_get_rule (XrReviewMatrix *self)
{
  const XrApplicationReview *review = xr_review_matrix_get_review (self);

  if (review == NULL || self->current >= self->conditions->len)
    return NULL;
  return xr_review_condition_find (
    review, &g_array_index (self->conditions, XrReviewCondition, self->current));
}

void
xr_review_matrix_focus (XrReviewMatrix *self)
{
  GtkWidget *cell = get_cell (get_line (self), self->current);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
