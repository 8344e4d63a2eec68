/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text cell. Lists fill some hundred of them with each turn of the wheel, so that filling one must
 * cost no more than its text. */
#include "config.h"

#include "widgets/text-cell.h"

#define MIN_CHARS 2
#define NOTHING   "—"

/* Asked when the pointer rests. Setting the tooltip's text beforehand would ask the display server for the
 * pointer once for each cell. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  if (g_strcmp0 (text, NOTHING) == 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

GtkWidget *
xr_text_cell_new (guint n_chars, gboolean align_right)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), MIN_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), n_chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), align_right ? 1 : 0);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return cell;
}

void
xr_text_cell_set_dim (GtkWidget *cell, gboolean dim)
{
  if (dim)
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

void
xr_text_cell_set_text (GtkWidget *cell, const char *text)
{
  gboolean empty = text == NULL || *text == '\0';

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), empty ? NOTHING : text);
  xr_text_cell_set_dim (cell, empty);
}
