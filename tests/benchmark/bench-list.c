/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register list with 100,000 applicants: reading it and drawing its first rows, and the work of a frame
 * while it is scrolled by a screenful a frame; each against the same list without anybody.
 */
#include "config.h"

#include "big-office.h"
#include "frames.h"
#include "stages/applicant-list.h"

#define N_PEOPLE 100000

static GtkAdjustment *
find_vertical (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_SCROLLED_WINDOW (widget))
    widget = gtk_widget_get_first_child (widget);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
}

/* Shows the round in a list on the screen. Returns the milliseconds until its rows stood there. */
static double
present_list (Frames *frames, XrOffice *office, gint64 round, guint expected)
{
  XrApplicantList *list = g_object_new (XR_TYPE_APPLICANT_LIST, NULL);
  gint64 start, took;

  frames_present (frames, GTK_WIDGET (list), GTK_WIDGET (list));
  frames_draw_one (frames);
  start = frames_get_time ();
  xr_applicant_list_show (list, office, round, XR_DATE_NONE, 0);
  frames_draw_one (frames);
  took = frames_get_time () - start;
  while (xr_applicant_list_get_n_lines (list) < expected)
    g_main_context_iteration (NULL, TRUE);
  frames->scroll[0] = find_vertical (GTK_WIDGET (list));
  return (double) took / 1000.0;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  Frames list = { 0 }, empty = { 0 };
  double first, first_empty;
  XrOffice *office;

  adw_init ();
  office = big_office_new_with_many_people (path, N_PEOPLE);
  first = present_list (&list, office, 1, N_PEOPLE);
  frames_scroll (&list);
  frames_close (&list);
  first_empty = present_list (&empty, office, 0, 0);
  frames_scroll (&empty);
  frames_close (&empty);
  g_print ("list of 100,000, first rows: ours %.2f ms, floor %.2f ms (budget %.1f ms over it)\n",
           first, first_empty, FRAME_BUDGET_MS);
  frames_print ("list of 100,000 scrolled", &list, &empty);
  g_object_unref (office);
  big_folder_remove (folder);
  return 0;
}
