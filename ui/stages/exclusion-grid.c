/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of buttons over the rows of exclusion_check. The shortlist is short, so all of it is there. */
#include "config.h"

#include "stages/exclusion-grid.h"

#include <glib/gi18n-lib.h>

#include "round/exclusion.h"
#include "widgets/dialogs.h"
#include "widgets/row-dialog.h"

struct _XrExclusionGrid
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 round;
  gboolean editable;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (XrExclusionGrid, xr_exclusion_grid, ADW_TYPE_BIN)

static void
xr_exclusion_grid_dispose (GObject *object)
{
  g_clear_object (&XR_EXCLUSION_GRID (object)->office);
  G_OBJECT_CLASS (xr_exclusion_grid_parent_class)->dispose (object);
}

static void
xr_exclusion_grid_class_init (XrExclusionGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_exclusion_grid_dispose;
}

static void
xr_exclusion_grid_init (XrExclusionGrid *self)
{
}

static const XrTable *
get_table (void)
{
  return xr_table_find ("exclusion_check");
}

static const XrChoice *
get_items (void)
{
  return xr_table_find_field (get_table (), "item")->choices;
}

/* The row of one item, or NULL. (transfer none) */
static XrRow *
find_check (GPtrArray *checks, const char *item)
{
  for (guint i = 0; i < checks->len; i++)
    {
      XrRow *row = g_ptr_array_index (checks, i);
      if (g_strcmp0 (xr_row_get (row, "item"), item) == 0)
        return row;
    }
  return NULL;
}

gboolean
xr_exclusion_checks_are_open (XrOffice *office, GArray *applications)
{
  for (guint i = 0; i < applications->len; i++)
    {
      g_autoptr (GPtrArray) checks = xr_office_query (office, get_table (), "application_id",
                                                      g_array_index (applications, gint64, i));
      for (const XrChoice *item = get_items (); item->value != NULL; item++)
        {
          XrRow *check = find_check (checks, item->value);
          if (check == NULL || xr_row_get_int (check, "found") != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* ---- one finding */

static gint64
get_application (GtkWidget *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), "xr-application");
}

static XrRow *
make_check (gint64 application, const char *item)
{
  XrRow *row = xr_row_new (get_table (), application);

  xr_row_set (row, "item", item);
  xr_row_set (row, "found", "0");
  return row;
}

static void
check_clicked_cb (XrExclusionGrid *self, GtkWidget *button)
{
  gint64 application = get_application (button);
  const char *item = g_object_get_data (G_OBJECT (button), "xr-item");
  g_autoptr (GPtrArray) checks = xr_office_query (self->office, get_table (), "application_id",
                                                  application);
  XrRow *there = find_check (checks, item);
  g_autoptr (XrRow) row = there != NULL ? g_object_ref (there) : make_check (application, item);

  xr_row_dialog_present (GTK_WIDGET (self), self->office, row, self->round, NULL, NULL);
}

/* ---- all the rest */

/* What the file says for an item is looked at by itself, and not answered with the rest. */
static gboolean
is_for_rest (XrExclusionGrid *self, gint64 application, const char *item, GError **error)
{
  g_autofree char *facts = xr_round_exclusion_facts (self->office, self->round, application, item);

  if (facts == NULL)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
               _ ("%1$s: %2$s. Check this item by itself, by its button in the table."), item,
               facts);
  return FALSE;
}

static gboolean
save_rest (XrExclusionGrid *self, gint64 application, const char *by, const char *on,
           GError **error)
{
  g_autoptr (GPtrArray) checks = xr_office_query (self->office, get_table (), "application_id",
                                                  application);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (const XrChoice *item = get_items (); item->value != NULL; item++)
    {
      XrRow *row;
      if (find_check (checks, item->value) != NULL)
        continue;
      row = make_check (application, item->value);
      g_ptr_array_add (rows, row);
      if (!is_for_rest (self, application, item->value, error)
          || !xr_row_parse (row, "checked_by", by, error)
          || !xr_row_parse (row, "checked_on", on, error))
        return FALSE;
    }
  return xr_office_save_all (self->office, rows, error);
}

static void
rest_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  const gint64 *application = data;
  g_autoptr (GError) error = NULL;

  if (save_rest (XR_EXCLUSION_GRID (widget), *application, answers[0], answers[1], &error))
    xr_window_toast (widget, _ ("The open items are answered: not found."), TRUE);
  else
    xr_window_report_error (widget, error);
}

static void
rest_clicked_cb (XrExclusionGrid *self, GtkWidget *button)
{
  gint64 application = get_application (button);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  g_autofree char *title = xr_office_dup_title (self->office, xr_table_find ("application"),
                                                application);
  const XrAskField fields[] = { { _ ("_Checked by"), NULL, FALSE },
                                { _ ("Checked _on"), today, FALSE, TRUE } };

  xr_dialog_ask (GTK_WIDGET (self), title,
                 _ ("All items that are not checked yet are recorded as not found."), _ ("_Record"),
                 NULL, fields, G_N_ELEMENTS (fields), rest_answered_cb,
                 g_memdup2 (&application, sizeof application), g_free);
}

/* ---- what is shown */

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
set_application (GtkWidget *button, gint64 application)
{
  g_object_set_data_full (G_OBJECT (button), "xr-application",
                          g_memdup2 (&application, sizeof application), g_free);
}

static GtkWidget *
create_check (XrExclusionGrid *self, gint64 application, const char *name, const XrChoice *item,
              XrRow *row)
{
  gboolean found = row != NULL && xr_row_get_int (row, "found") != 0;
  g_autofree char *facts = row == NULL ? xr_round_exclusion_facts (self->office, self->round,
                                                                   application, item->value)
                                       : NULL;
  const char *state = facts != NULL ? _ ("? look into")
                      : row == NULL ? _ ("open")
                      : found       ? _ ("! found")
                                    : _ ("✓ none");
  GtkWidget *button = gtk_button_new_with_label (state);
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), name, _ (item->label), state);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, facts != NULL ? "warning"
                                    : row == NULL ? "dim-label"
                                    : found       ? "error"
                                                  : "success");
  gtk_widget_set_sensitive (button, self->editable);
  gtk_widget_set_tooltip_text (button, facts != NULL ? facts
                                       : found       ? xr_row_get (row, "note")
                                                     : _ (item->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  set_application (button, application);
  g_object_set_data (G_OBJECT (button), "xr-item", (gpointer) item->value);
  g_signal_connect_object (button, "clicked", G_CALLBACK (check_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_person (XrExclusionGrid *self, gint64 application, int line)
{
  g_autoptr (XrRow) row = xr_office_load (self->office, xr_table_find ("application"), application,
                                          NULL);
  g_autofree char *name = xr_office_dup_title (self->office, xr_table_find ("candidate"),
                                               xr_row_get_owner (row));
  g_autoptr (GPtrArray) checks = xr_office_query (self->office, get_table (), "application_id",
                                                  application);
  GtkWidget *rest = gtk_button_new_with_label (_ ("None of the rest…"));
  int column = 1;

  gtk_grid_attach (self->grid, create_label (name, "heading"), 0, line, 1, 1);
  for (const XrChoice *item = get_items (); item->value != NULL; item++)
    gtk_grid_attach (self->grid,
                     create_check (self, application, name, item, find_check (checks, item->value)),
                     column++, line, 1, 1);
  set_application (rest, application);
  gtk_widget_set_visible (rest, self->editable && (int) checks->len < column - 1);
  g_signal_connect_object (rest, "clicked", G_CALLBACK (rest_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, rest, column, line, 1, 1);
}

static void
add_heads (XrExclusionGrid *self)
{
  int column = 1;

  for (const XrChoice *item = get_items (); item->value != NULL; item++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", item->value, _ (item->label));
      gtk_grid_attach (self->grid, create_label (text, "xr-field-label"), column++, 0, 1, 1);
    }
}

void
xr_exclusion_grid_show (XrExclusionGrid *self, XrOffice *office, gint64 round, GArray *applications,
                        gboolean editable)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_set_object (&self->office, office);
  self->round = round;
  self->editable = editable;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 6);
  add_heads (self);
  for (guint i = 0; i < applications->len; i++)
    add_person (self, g_array_index (applications, gint64, i), (int) i + 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
