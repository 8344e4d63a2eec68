/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a list in while a window goes on: cancelled anywhere it leaves the file as it was, how far it is only
 * rises, and a thread writes through a connection of its own what the window's connection then has. */

#include "store/database-private.h"

#include "people-list.h"
#include "preview-fixture.h"

/* Watches a connection write, row by row, and cancels at one of them. */
typedef struct
{
  XrProgress *progress;
  GCancellable *cancellable;
  guint cancel_at; /* 0: never */
  guint n_rows;
  guint last, all; /* of the progress */
} Watch;

static void
row_written_cb (void *data, int operation, const char *schema, const char *table, sqlite3_int64 row)
{
  Watch *watch = data;
  guint done, all;

  g_assert_cmpint (xr_progress_read (watch->progress, &done, &all), ==, XR_PREVIEW_WRITES);
  g_assert_cmpuint (done, >=, watch->last);
  g_assert_cmpuint (done, <=, all);
  watch->last = done;
  watch->all = all;
  if (++watch->n_rows == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static XrPreview *
make_preview (Fixture *fixture)
{
  g_autofree char *list = people_list_new (',', FALSE);
  XrPreview *preview = xr_preview_new (fixture->round);

  preview_add_list (fixture, preview, list, "GB18030");
  preview_check_all (fixture, preview);
  return preview;
}

static int
apply_watched (XrPreview *preview, XrOffice *office, Watch *watch, GError **error)
{
  sqlite3 *handle = xr_office_get_database (office)->handle;
  int n;

  watch->progress = xr_preview_get_progress (preview);
  sqlite3_update_hook (handle, row_written_cb, watch);
  n = xr_preview_apply (preview, office, watch->cancellable, error);
  sqlite3_update_hook (handle, NULL, NULL);
  xr_preview_settle (preview);
  return n;
}

/* All that is in the file. */
static GBytes *
copy_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  xr_database_backup (xr_office_get_database (fixture->office), path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = make_preview (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (xr_preview_apply (preview, fixture->office, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  xr_preview_settle (preview);
  g_assert_cmpuint (xr_preview_n_taken (preview), ==, 500);
  g_assert_cmpuint (preview_count_people (fixture), ==, 0);
}

/* At the first row, among the people, among the applications, at the last row. */
static void
test_cancelled_between (Fixture *fixture, gconstpointer data)
{
  static const guint places[] = { 1, 250, 777, 1000 };
  g_autoptr (XrPreview) preview = make_preview (fixture);
  g_autoptr (GBytes) before = copy_file (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;
      Watch watch = { .cancellable = cancellable, .cancel_at = places[i] };

      g_assert_cmpint (apply_watched (preview, fixture->office, &watch, &error), ==, -1);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (watch.n_rows, ==, places[i]);
      after = copy_file (fixture);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpuint (preview_count_people (fixture), ==, 0);
      g_assert_cmpuint (xr_preview_n_taken (preview), ==, 500);
    }
}

/* What was cancelled can be begun again, and goes to its end. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = make_preview (fixture);
  g_autoptr (GError) error = NULL;
  Watch watch = { NULL };

  g_assert_cmpint (apply_watched (preview, fixture->office, &watch, &error), ==, 500);
  g_assert_no_error (error);
  /* … and the entry of the record. */
  g_assert_cmpuint (watch.n_rows, ==, 1001);
  g_assert_cmpuint (watch.last, ==, watch.all);
  g_assert_cmpuint (watch.all, ==, 1000);
  g_assert_cmpuint (preview_count_people (fixture), ==, 500);
}

/* How far reading is, seen from another thread. */
static gpointer
watch_in_thread (gpointer data)
{
  Watch *watch = data;
  guint done, all;

  while (!g_cancellable_is_cancelled (watch->cancellable))
    {
      xr_progress_read (watch->progress, &done, &all);
      g_assert_cmpuint (done, <=, all);
      g_thread_yield ();
    }
  return NULL;
}

static void
test_reading_progress (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = people_list_new (',', FALSE);
  g_autofree char *path = g_build_filename (fixture->folder, "名册.csv", NULL);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPersonSheet) sheet = NULL;
  XrProgress progress = { 0 };
  Watch watch = { .progress = &progress, .cancellable = stop };
  GThread *thread = g_thread_new ("watch", watch_in_thread, &watch);
  guint done, all;

  g_assert_true (g_file_set_contents (path, list, -1, NULL));
  xr_progress_enter (&progress, XR_PREVIEW_READS);
  sheet = xr_person_sheet_read (path, xr_column_is_known, &progress, NULL, &error);
  g_cancellable_cancel (stop);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpint (xr_progress_read (&progress, &done, &all), ==, XR_PREVIEW_READS);
  /* Lines of the file; some cells of it go over two. */
  g_assert_cmpuint (all, >, PEOPLE_N);
  g_assert_cmpuint (done, ==, all);
}

typedef struct
{
  XrPreview *preview;
  XrOffice *beside;
} Work;

static gpointer
apply_in_thread (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  int n = xr_preview_apply (work->preview, work->beside, NULL, &error);

  g_assert_no_error (error);
  return GINT_TO_POINTER (n);
}

static void
count_cb (XrOffice *office, guint *n)
{
  (*n)++;
}

/* The window's office learns of it once, undoes it in one step, and nobody else can write meanwhile. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = make_preview (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n_changed = 0;
  Work work = { preview, NULL };

  xr_office_set_operator (fixture->office, "王芳");
  work.beside = xr_office_open_beside (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (xr_office_get_operator (work.beside), ==, "王芳");
  g_signal_connect (fixture->office, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (g_thread_new ("apply", apply_in_thread, &work))),
                   ==, 500);
  g_object_unref (work.beside);
  xr_preview_settle (preview);
  xr_office_emit_changed (fixture->office);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (preview_count_people (fixture), ==, 500);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (preview_count_people (fixture), ==, 0);
}

#define TEST(path, function)                                                                       \
  g_test_add ("/preview-apply/" path, Fixture, NULL, preview_set_up, function, preview_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("cancelled-before", test_cancelled_before);
  TEST ("cancelled-between", test_cancelled_between);
  TEST ("progress", test_progress);
  TEST ("reading-progress", test_reading_progress);
  TEST ("beside", test_beside);
  return g_test_run ();
}
