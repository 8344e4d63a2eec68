/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrolling the grid of 60 judges × 60 candidates: the work of a frame, from its layout to what is drawn,
 * against a window of the same size that draws a single colour anew.
 */
#include "config.h"

#include "big-office.h"
#include "frames.h"
#include "stages/cell-models.h"
#include "widgets/score-grid.h"

static void
present_grid (Frames *frames, XrOffice *office)
{
  g_autoptr (XrGridModel) model = xr_score_model_new (office, 1, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = GTK_WIDGET (xr_score_grid_new ());

  g_assert_cmpuint (xr_grid_model_n_rows (model), ==, 60);
  g_assert_cmpuint (xr_grid_model_n_columns (model), ==, 60);
  xr_score_grid_set_model (XR_SCORE_GRID (grid), model);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  frames->scroll[0] = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  frames->scroll[1] = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  frames_present (frames, scrolled, grid);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  Frames grid = { 0 }, blank = { 0 };
  XrOffice *office;

  adw_init ();
  office = big_office_new_with_many_judges (path);
  present_grid (&grid, office);
  frames_scroll (&grid);
  frames_close (&grid);
  frames_present_blank (&blank);
  frames_scroll (&blank);
  frames_close (&blank);
  frames_print ("grid 60 x 60", &grid, &blank);
  g_object_unref (office);
  big_folder_remove (folder);
  return 0;
}
