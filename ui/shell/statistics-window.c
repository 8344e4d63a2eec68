/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the statistics as they are when the window opens; nothing can be changed here. */
#include "config.h"

#include "shell/statistics-window.h"

#include <glib/gi18n-lib.h>

#include "round/statistics.h"
#include "widgets/dialogs.h"

static GtkWidget *
create_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* ---- by year */

static void
attach_figures (GtkGrid *grid, int line, const char *title, const XrYearFigures *figures,
                const char *css_class)
{
  const guint values[] = { figures->rounds, figures->posts, figures->candidates, figures->appointed,
                           figures->reserve };

  gtk_grid_attach (grid, create_label (title, 0, css_class), 0, line, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = values[i] > 0 ? g_strdup_printf ("%u", values[i]) : g_strdup ("—");
      GtkWidget *label = create_label (text, 1, "numeric");
      if (css_class != NULL)
        gtk_widget_add_css_class (label, css_class);
      gtk_grid_attach (grid, label, (int) i + 1, line, 1, 1);
    }
}

static void
add_up (XrYearFigures *sum, const XrYearFigures *figures)
{
  sum->rounds += figures->rounds;
  sum->posts += figures->posts;
  sum->candidates += figures->candidates;
  sum->appointed += figures->appointed;
  sum->reserve += figures->reserve;
}

static GtkWidget *
create_years (XrOffice *office)
{
  static const char *const titles[] = { N_ ("Year"),       N_ ("Rounds"),    N_ ("Posts"),
                                        N_ ("Candidates"), N_ ("Appointed"), N_ ("In reserve") };
  g_autoptr (GArray) years = xr_statistics_by_year (office);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  XrYearFigures sum = { 0 };

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 24);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_grid_attach (grid, create_label (_ (titles[i]), i == 0 ? 0 : 1, "dim-label"), (int) i, 0, 1,
                     1);
  for (guint i = 0; i < years->len; i++)
    {
      const XrYearFigures *figures = &g_array_index (years, XrYearFigures, i);
      g_autofree char *title = figures->year > 0 ? g_strdup_printf ("%d", figures->year)
                                                 : g_strdup (_ ("without a date"));
      attach_figures (grid, (int) i + 1, title, figures, NULL);
      add_up (&sum, figures);
    }
  attach_figures (grid, (int) years->len + 1, _ ("together"), &sum, "heading");
  return GTK_WIDGET (grid);
}

/* ---- composition */

/* One strength for all lengths: a level bar would call short ones bad. */
static GtkWidget *
create_bar (guint count, guint most)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), count);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static void
attach_share (GtkGrid *grid, int line, const XrShareFigure *share, guint most, guint all)
{
  GtkWidget *bar = create_bar (share->count, most);
  /* Translators: a number of people and their part of all */
  g_autofree char *figure = g_strdup_printf (_ ("%1$u (%2$u%%)"), share->count,
                                             all > 0 ? (share->count * 200 + all) / (2 * all) : 0);
  g_autofree char *name = g_strdup_printf ("%s %s", share->label, figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (grid, create_label (share->label, 0, NULL), 0, line, 1, 1);
  gtk_grid_attach (grid, bar, 1, line, 1, 1);
  gtk_grid_attach (grid, create_label (figure, 1, "numeric"), 2, line, 1, 1);
}

static GtkWidget *
create_shares (GArray *shares)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  guint most = 0, all = 0;

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  for (guint i = 0; i < shares->len; i++)
    {
      guint count = g_array_index (shares, XrShareFigure, i).count;
      most = MAX (most, count);
      all += count;
    }
  for (guint i = 0; i < shares->len; i++)
    attach_share (grid, (int) i, &g_array_index (shares, XrShareFigure, i), most, all);
  return GTK_WIDGET (grid);
}

static void
append_section (GtkWidget *box, const char *title, GtkWidget *content)
{
  gtk_box_append (GTK_BOX (box), create_label (title, 0, "heading"));
  gtk_widget_set_margin_bottom (content, 12);
  gtk_box_append (GTK_BOX (box), content);
}

static GtkWidget *
create_content (XrOffice *office)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GArray) ages = xr_statistics_by_age (office);
  g_autoptr (GArray) educations = xr_statistics_by_education (office);

  gtk_widget_add_css_class (box, "xr-dialog-content");
  append_section (box, _ ("By year"), create_years (office));
  append_section (box, _ ("Candidates by age"), create_shares (ages));
  append_section (box, _ ("Candidates by education"), create_shares (educations));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

void
xr_statistics_window_present (GtkWindow *parent, XrOffice *office)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), create_content (office));
  adw_window_set_content (ADW_WINDOW (window), outer);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Statistics"));
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 600);
  xr_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
