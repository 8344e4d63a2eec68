/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures frames by the signals of the frame clock. */

#include "frames.h"

#include <stdlib.h>
#include <time.h>

gint64
frames_get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
before_paint_cb (Frames *self)
{
  self->start = frames_get_time () - self->moving;
}

static void
scroll (Frames *self)
{
  gint64 start = frames_get_time ();

  for (guint i = 0; i < G_N_ELEMENTS (self->scroll) && self->scroll[i] != NULL; i++)
    {
      GtkAdjustment *adjustment = self->scroll[i];
      double screenful = gtk_adjustment_get_page_size (adjustment);
      double room = gtk_adjustment_get_upper (adjustment) - screenful;

      gtk_adjustment_set_value (adjustment, MIN (room / N_FRAMES, screenful) * self->frame);
    }
  self->moving = frames_get_time () - start;
}

static void
after_paint_cb (Frames *self)
{
  self->times[self->frame] = frames_get_time () - self->start;
  if (self->frame++ >= self->last)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  scroll (self);
  gtk_widget_queue_draw (self->content);
}

void
frames_present (Frames *self, GtkWidget *child, GtkWidget *content)
{
  GdkFrameClock *clock;

  self->content = content;
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1240, 680);
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_window_present (GTK_WINDOW (self->window));
  self->loop = g_main_loop_new (NULL, FALSE);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
run (Frames *self, guint last)
{
  self->frame = 0;
  self->moving = 0;
  self->last = last;
  gtk_widget_queue_draw (self->content);
  g_main_loop_run (self->loop);
}

void
frames_draw_one (Frames *self)
{
  run (self, 0);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

void
frames_scroll (Frames *self)
{
  run (self, N_FRAMES);
  run (self, N_FRAMES);
  qsort (self->times, G_N_ELEMENTS (self->times), sizeof *self->times, compare_times);
}

double
frames_get_milliseconds (const Frames *self, guint per_cent)
{
  return (double) self->times[N_FRAMES * per_cent / 100] / 1000.0;
}

void
frames_close (Frames *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_main_loop_unref (self->loop);
}

static void
draw_blank_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  cairo_set_source_rgb (cairo, 0.9, 0.9, 0.9);
  cairo_paint (cairo);
}

void
frames_present_blank (Frames *self)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_blank_cb, NULL, NULL);
  frames_present (self, area, area);
}

void
frames_print (const char *name, const Frames *ours, const Frames *floor)
{
  g_print ("%s, a frame: ours %.2f ms (95th of 100: %.2f), floor %.2f ms (%.2f), ratio %.2f "
           "(budget %.1f ms)\n",
           name, frames_get_milliseconds (ours, 50), frames_get_milliseconds (ours, 95),
           frames_get_milliseconds (floor, 50), frames_get_milliseconds (floor, 95),
           frames_get_milliseconds (ours, 50) / MAX (frames_get_milliseconds (floor, 50), 0.001),
           FRAME_BUDGET_MS);
}
