/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that an intake window reads: how each was understood, and the way to say what its columns
 * are. */
#include "config.h"

#include "stages/intake-window-private.h"

#include <glib/gi18n-lib.h>

#include "stages/column-dialog.h"

static void show_files (XrIntakeWindow *self);

static void
columns_chosen_cb (GtkWidget *widget, guint file, const GArray *map)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (widget);

  if (self->examining)
    return;
  xr_preview_set_map (self->preview, file, map);
  show_files (self);
  self->touched = TRUE;
  xr_intake_window_examine (self);
}

static void
columns_cb (XrIntakeWindow *self, GtkWidget *button)
{
  guint file = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "xr-file"));

  xr_column_dialog_present (GTK_WIDGET (self), xr_preview_file (self->preview, file),
                            xr_preview_map (self->preview, file), file, columns_chosen_cb);
}

static guint
count_unread (const GArray *map)
{
  guint n = 0;

  for (guint i = 0; i < map->len; i++)
    n += g_array_index (map, int, i) < 0;
  return n;
}

/* 「名册.csv · GB18030 · 500 行 · 2 列未对应」 (transfer full) */
static char *
dup_file_text (XrIntakeWindow *self, guint file)
{
  const XrPersonSheet *sheet = xr_preview_file (self->preview, file);
  guint unread = count_unread (xr_preview_map (self->preview, file));
  g_autofree char *name = g_path_get_basename (sheet->path);
  g_autofree char *lines = g_strdup_printf (_ ("%u rows"), sheet->lines->len);
  g_autofree char *columns = g_strdup_printf (_ ("%u columns are not taken in"), unread);

  return g_strdup_printf ("%s · %s · %s%s%s", name,
                          sheet->encoding != NULL ? sheet->encoding : sheet->sheet, lines,
                          unread > 0 ? " · " : "", unread > 0 ? columns : "");
}

static void
add_file (XrIntakeWindow *self, guint file)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_file_text (self, file);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Columns…"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, text);
  g_object_set_data (G_OBJECT (button), "xr-file", GUINT_TO_POINTER (file));
  g_signal_connect_object (button, "clicked", G_CALLBACK (columns_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->files, box);
}

/* A list in which no column could be told by its title. */
static void
ask_for_columns (XrIntakeWindow *self)
{
  int name = xr_person_field_find ("姓名");

  for (guint i = 0; i < xr_preview_n_files (self->preview); i++)
    {
      const GArray *map = xr_preview_map (self->preview, i);
      gboolean found = FALSE;

      for (guint j = 0; j < map->len; j++)
        found |= g_array_index (map, int, j) == name;
      if (!found)
        xr_column_dialog_present (GTK_WIDGET (self), xr_preview_file (self->preview, i), map, i,
                                  columns_chosen_cb);
    }
}

static void
show_files (XrIntakeWindow *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, line);
  for (guint i = 0; i < xr_preview_n_files (self->preview); i++)
    if (!xr_preview_is_dossier (self->preview, i))
      add_file (self, i);
}

void
xr_intake_window_add_files (XrIntakeWindow *self)
{
  show_files (self);
  ask_for_columns (self);
}
