/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A one-row table in place. A row that is not in the file yet is kept back until its required fields are
 * there, so that typing the first field is not refused for want of the second. */
#include "config.h"

#include "widgets/row-panel.h"
#include "widgets/follow-office.h"

#include <glib/gi18n-lib.h>

struct _XrRowPanel
{
  AdwBin parent_instance;

  const XrTable *table;
  char **fields; /* names of those that are shown, NULL: all */
  XrOffice *office;
  gulong changed_id;
  gint64 owner;
  XrRow *row;
  gboolean saving;

  XrFieldGrid *grid;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (XrRowPanel, xr_row_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TABLE,
  PROP_FIELDS,
};

static void
show_message (XrRowPanel *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

/* The row as the file has it, else a new one. */
static void
fetch_row (XrRowPanel *self)
{
  g_clear_object (&self->row);
  self->row = xr_office_load (self->office, self->table, self->owner, NULL);
  if (self->row == NULL)
    self->row = xr_row_new (self->table, self->owner);
}

static void
load_row (XrRowPanel *self)
{
  gint64 round;

  g_clear_object (&self->row);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->owner != 0);
  if (self->office == NULL || self->owner == 0)
    return;
  fetch_row (self);
  round = xr_office_round_of (self->office, self->row);
  xr_field_grid_set_editable (self->grid,
                              xr_office_check_open (self->office, self->table, round, NULL));
  xr_field_grid_show_row (self->grid, self->office, self->row, round);
  show_message (self, NULL);
}

/* Fields that say what the row says are shown as it is kept: "2026.3.18" as 2026-03-18. */
static void
show_kept (XrRowPanel *self)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);

  for (guint i = 0; i < editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (editors, i);
      const XrField *field = xr_field_editor_get_field (editor);
      g_autofree char *text = xr_field_editor_dup_text (editor);
      g_autofree char *canonical = NULL;

      if (xr_field_parse (field, text, &canonical, NULL)
          && g_strcmp0 (canonical, xr_row_get (self->row, field->name)) == 0)
        xr_field_editor_set_value (editor, canonical);
    }
}

/* The first required field that is empty, or NULL. */
static const XrField *
find_missing (XrRowPanel *self, XrRow *row)
{
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const XrField *field = &self->table->fields[i];
      if (field->flags & XR_FIELD_REQUIRED && xr_row_get (row, field->name) == NULL)
        return field;
    }
  return NULL;
}

/* Whether @edited is kept now. */
static gboolean
save_row (XrRowPanel *self, XrRow *edited)
{
  const XrField *missing = find_missing (self, edited);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_set_object (&self->row, edited);
  if (xr_row_get_id (edited) == 0 && missing != NULL)
    {
      /* Translators: %s is the name of a field. */
      g_autofree char *text = g_strdup_printf (_ ("Kept as soon as \"%s\" is filled in too."),
                                               _ (missing->label));
      show_message (self, text);
      return FALSE;
    }
  self->saving = TRUE;
  saved = xr_office_save (self->office, edited, &error);
  if (saved)
    {
      /* As it is kept; what is wrong or still being typed elsewhere in the panel stays. */
      show_kept (self);
      show_message (self, NULL);
    }
  else
    show_message (self, error->message);
  self->saving = FALSE;
  return saved;
}

static void
field_committed_cb (XrRowPanel *self, XrFieldEditor *editor)
{
  const char *name = xr_field_editor_get_field (editor)->name;
  g_autofree char *text = xr_field_editor_dup_text (editor);
  g_autoptr (XrRow) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (self->row == NULL || self->saving)
    return;
  edited = xr_row_copy (self->row);
  xr_row_parse (edited, name, text, &error);
  xr_field_editor_set_error (editor, error != NULL ? error->message : NULL);
  if (error != NULL)
    return;
  /* As it is kept, in whatever way it was written. */
  if (g_strcmp0 (xr_row_get (edited, name), xr_row_get (self->row, name)) == 0
      || save_row (self, edited))
    xr_field_editor_set_value (editor, xr_row_get (edited, name));
}

/* Another view, or undo, changed the file. What is being typed stays, and goes into the row as it is now
 * when its field is left; only a panel that can no longer be written to shows just what is kept. */
static void
office_changed_cb (XrRowPanel *self)
{
  g_autoptr (XrRow) pending = NULL;
  gint64 round;

  if (self->saving)
    return;
  if (self->row == NULL
      || !xr_office_check_open (self->office, self->table,
                                xr_office_round_of (self->office, self->row), NULL))
    {
      load_row (self);
      return;
    }
  pending = g_object_ref (self->row);
  fetch_row (self);
  if (xr_row_get_id (pending) == 0 && xr_row_get_id (self->row) == 0)
    {
      /* Still not in the file: what is there so far is only here. */
      g_set_object (&self->row, pending);
      return;
    }
  round = xr_office_round_of (self->office, self->row);
  xr_field_grid_set_editable (self->grid, TRUE);
  xr_field_grid_update_row (self->grid, self->office, self->row, round);
}

/* Keeps what is typed before the panel turns to another owner. */
static void
save_edited (XrRowPanel *self)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);

  for (guint i = 0; i < editors->len; i++)
    {
      if (xr_field_editor_get_edited (g_ptr_array_index (editors, i)))
        field_committed_cb (self, g_ptr_array_index (editors, i));
    }
}

static void
xr_row_panel_dispose (GObject *object)
{
  XrRowPanel *self = XR_ROW_PANEL (object);

  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (xr_row_panel_parent_class)->dispose (object);
}

static void
xr_row_panel_finalize (GObject *object)
{
  g_strfreev (XR_ROW_PANEL (object)->fields);
  G_OBJECT_CLASS (xr_row_panel_parent_class)->finalize (object);
}

static void
xr_row_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XrRowPanel *self = XR_ROW_PANEL (object);

  switch (id)
    {
    case PROP_TABLE:
      self->table = xr_table_find (g_value_get_string (value));
      break;
    case PROP_FIELDS:
      if (g_value_get_string (value) != NULL)
        self->fields = g_strsplit (g_value_get_string (value), " ", -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
add_field (XrRowPanel *self, const XrField *field)
{
  XrFieldEditor *editor = xr_field_grid_add (self->grid, field);

  g_signal_connect_object (editor, "committed", G_CALLBACK (field_committed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
xr_row_panel_constructed (GObject *object)
{
  XrRowPanel *self = XR_ROW_PANEL (object);

  G_OBJECT_CLASS (xr_row_panel_parent_class)->constructed (object);
  g_return_if_fail (self->table != NULL);
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const XrField *field = &self->table->fields[i];
      if (field->flags & XR_FIELD_HIDDEN || g_str_equal (field->name, self->table->key))
        continue;
      if (self->fields == NULL || g_strv_contains ((const char *const *) self->fields, field->name))
        add_field (self, field);
    }
}

static void
xr_row_panel_class_init (XrRowPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xr_row_panel_dispose;
  object_class->finalize = xr_row_panel_finalize;
  object_class->constructed = xr_row_panel_constructed;
  object_class->set_property = xr_row_panel_set_property;
  g_object_class_install_property (
    object_class, PROP_TABLE,
    g_param_spec_string ("table", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    object_class, PROP_FIELDS,
    g_param_spec_string ("fields", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
xr_row_panel_init (XrRowPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->grid = xr_field_grid_new ();
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "warning");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  show_message (self, NULL);
}

XrRowPanel *
xr_row_panel_new (const char *table)
{
  return g_object_new (XR_TYPE_ROW_PANEL, "table", table, NULL);
}

const XrTable *
xr_row_panel_get_table (XrRowPanel *self)
{
  return self->table;
}

/* The form of somebody else begins at its first field, wherever the last one was left. */
static void
scroll_to_top (XrRowPanel *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place;

  if (scrolled == NULL)
    return;
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (place, gtk_adjustment_get_lower (place));
}

void
xr_row_panel_set_owner (XrRowPanel *self, XrOffice *office, gint64 owner)
{
  if (self->office == office && self->owner == owner)
    return;
  if (self->row != NULL)
    save_edited (self);
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (office_changed_cb), self);
  self->owner = owner;
  load_row (self);
  scroll_to_top (self);
}
