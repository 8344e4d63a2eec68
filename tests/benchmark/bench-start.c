/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the start of the process to the first frame, with a file of 20 rounds and 2,000 people, against an
 * empty AdwApplicationWindow; and the memory that both hold then. The first frame is the window alone; the
 * frame that shows what stands in it follows, and the time to that one is told too. The bench starts itself
 * for each.
 */
#include "bench.h"

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#include "big-office.h"
#include "shell/program.h"

/* The frame of the window that shows what stands in it. */
#define WHOLE_FRAME 2

static char *self_path;
static char *office_path;

/* Pages of memory that are in RAM, from the second figure of statm. */
static long
resident_kib (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return pages * 4;
}

static guint frames_to_come = 1;

static void
frame_cb (GdkFrameClock *clock, gpointer data)
{
  if (--frames_to_come > 0)
    return;
  g_print ("%ld\n", resident_kib ());
  fflush (stdout);
  _exit (0);
}

static void
realized_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (frame_cb),
                    NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
activate_empty_cb (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 680);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *mode, int argc, char **argv)
{
  GApplication *application;

  frames_to_come = g_str_equal (mode, "--whole") ? WHOLE_FRAME : 1;
  if (g_str_equal (mode, "--empty"))
    {
      application = G_APPLICATION (
        adw_application_new (XR_APP_ID ".Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    application = G_APPLICATION (xr_program_new ());
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (application, argc, argv);
}

static long resident[2];

static gboolean
start_child (const char *mode, const char *file, long *kib, GError **error)
{
  const char *argv[] = { self_path, mode, file, NULL };
  g_autofree char *output = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, error)
      || !g_spawn_check_wait_status (status, error))
    return FALSE;
  *kib = strtol (output, NULL, 10);
  return TRUE;
}

static gboolean
start_ours (gpointer data, GError **error)
{
  return start_child ("--ours", office_path, &resident[0], error);
}

static gboolean
start_whole (gpointer data, GError **error)
{
  return start_child ("--whole", office_path, &resident[0], error);
}

static gboolean
start_empty (gpointer data, GError **error)
{
  return start_child ("--empty", NULL, &resident[1], error);
}

int
main (int argc, char **argv)
{
  const XrBench figure = { "start", start_ours, start_empty, 1.3, 11 };
  const XrBench whole = { "start to what stands in the window", start_whole, start_empty, 2.0, 5 };
  g_autofree char *folder = NULL;
  int status;

  if (argc > 1 && g_str_has_prefix (argv[1], "--"))
    {
      const char *mode = argv[1];

      argv[1] = argv[0];
      return run_child (mode, argc - 1, argv + 1);
    }
  folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  self_path = argv[0];
  office_path = g_build_filename (folder, "office.xuanren", NULL);
  g_object_unref (big_office_new_with_many_rounds (office_path));
  status = xr_bench_run (&figure, NULL) | xr_bench_run (&whole, NULL);
  g_print ("memory: ours %.1f MB over the empty window (budget 40 MB)\n",
           (double) (resident[0] - resident[1]) / 1024.0);
  big_folder_remove (folder);
  g_free (office_path);
  return status;
}
