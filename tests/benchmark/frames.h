/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Frames of a window, measured by the processor time of their work: from before their layout to what is
 * drawn, not the waiting for the next one nor what else the machine does. A frame of a screen has 16.7 ms. */

#define FRAME_BUDGET_MS 16.7
#define N_FRAMES        60

typedef struct
{
  GtkWidget *window, *content;
  GtkAdjustment *scroll[2]; /* moved with each frame; NULL: drawn anew only */
  GMainLoop *loop;
  guint frame, last;
  gint64 start;
  gint64
    moving; /* µs that moving the adjustments for the frame to come took: lists fill their rows then */
  gint64 times[N_FRAMES + 1]; /* µs */
} Frames;

/* µs of processor time */
gint64 frames_get_time (void);

/* Shows @child in a window of its own; @content in it is drawn anew for each frame. */
void frames_present (Frames *self, GtkWidget *child, GtkWidget *content);
/* Waits until one more frame is drawn. */
void frames_draw_one (Frames *self);
/* Scrolls on with each of N_FRAMES, twice, the first time to warm up: to the end, or by a screenful a frame
 * where that is further than anybody sees. */
void frames_scroll (Frames *self);
/* The time that so many of a hundred frames need at most. */
double frames_get_milliseconds (const Frames *self, guint per_cent);
void frames_close (Frames *self);

/* A window of the same size that draws a single colour: the least that a frame takes. */
void frames_present_blank (Frames *self);
/* Prints NAME with both. */
void frames_print (const char *name, const Frames *ours, const Frames *floor);
