/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrolling the grid of 60 judges × 60 candidates: the work of a frame, from its layout to what is drawn,
 * against a window of the same size that draws a single colour anew. A frame has 16.7 ms.
 */
#include "bench.h"

#include "config.h"

#include <adwaita.h>

#include "big-office.h"
#include "stages/cell-models.h"
#include "widgets/score-grid.h"

#define N_FRAMES 60

typedef struct
{
  GtkWidget *window, *content;
  GtkAdjustment *scroll[2]; /* NULL: draw anew only */
  GMainLoop *loop;
  guint frame;
  gint64 start;
  gint64 times[N_FRAMES + 1];
} Stage;

static XrOffice *office;
static Stage grid, blank;

static void
before_paint_cb (Stage *stage)
{
  stage->start = g_get_monotonic_time ();
}

static void
scroll (GtkAdjustment *adjustment, guint frame)
{
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, room * frame / N_FRAMES);
}

static void
after_paint_cb (Stage *stage)
{
  stage->times[stage->frame] = g_get_monotonic_time () - stage->start;
  if (stage->frame++ >= N_FRAMES)
    {
      g_main_loop_quit (stage->loop);
      return;
    }
  for (guint i = 0; i < 2 && stage->scroll[i] != NULL; i++)
    scroll (stage->scroll[i], stage->frame);
  gtk_widget_queue_draw (stage->content);
}

static void
present (Stage *stage, GtkWidget *child)
{
  GdkFrameClock *clock;

  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1240, 680);
  gtk_window_set_child (GTK_WINDOW (stage->window), child);
  gtk_window_present (GTK_WINDOW (stage->window));
  stage->loop = g_main_loop_new (NULL, FALSE);
  clock = gtk_widget_get_frame_clock (stage->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), stage);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), stage);
}

static void
present_grid (void)
{
  g_autoptr (XrGridModel) model = xr_score_model_new (office, 1, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_assert_cmpuint (xr_grid_model_n_rows (model), ==, 60);
  g_assert_cmpuint (xr_grid_model_n_columns (model), ==, 60);
  grid.content = GTK_WIDGET (xr_score_grid_new ());
  xr_score_grid_set_model (XR_SCORE_GRID (grid.content), model);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid.content);
  grid.scroll[0] = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  grid.scroll[1] = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  present (&grid, scrolled);
}

static void
draw_blank_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  cairo_set_source_rgb (cairo, 0.9, 0.9, 0.9);
  cairo_paint (cairo);
}

static void
present_blank (void)
{
  blank.content = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (blank.content), draw_blank_cb, NULL, NULL);
  present (&blank, blank.content);
}

/* Draws the frames twice, the first time to warm up. What is measured is their work, not the waiting for
 * the next one. */
static void
run_frames (Stage *stage)
{
  for (guint i = 0; i < 2; i++)
    {
      stage->frame = 0;
      gtk_widget_queue_draw (stage->content);
      g_main_loop_run (stage->loop);
    }
  gtk_window_destroy (GTK_WINDOW (stage->window));
  qsort (stage->times, G_N_ELEMENTS (stage->times), sizeof *stage->times, compare_times);
}

static double
milliseconds (const Stage *stage, guint per_cent)
{
  return (double) stage->times[N_FRAMES * per_cent / 100] / 1000.0;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);

  adw_init ();
  office = big_office_new_with_many_judges (path);
  present_grid ();
  run_frames (&grid);
  present_blank ();
  run_frames (&blank);
  g_print ("grid 60 x 60, a frame: ours %.2f ms (95th of 100: %.2f), floor %.2f ms (%.2f), ratio "
           "%.2f (budget 16.7 ms)\n",
           milliseconds (&grid, 50), milliseconds (&grid, 95), milliseconds (&blank, 50),
           milliseconds (&blank, 95),
           milliseconds (&grid, 50) / MAX (milliseconds (&blank, 50), 0.001));
  g_object_unref (office);
  big_folder_remove (folder);
  return 0;
}
