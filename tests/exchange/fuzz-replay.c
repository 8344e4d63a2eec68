/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replays the corpus of a fuzzer as a test. */
#include "fuzz.h"

/* The input itself, then with each of some bytes changed, then cut short. */
static void
replay (const char *bytes, gsize length)
{
  gsize step = MAX (1, length / fuzz_variations);
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  LLVMFuzzerTestOneInput (copy, length);
  for (gsize i = 1; i < length; i += step)
    {
      copy[i] ^= 0x15;
      LLVMFuzzerTestOneInput (copy, length);
      copy[i] ^= 0x15;
      LLVMFuzzerTestOneInput (copy, i);
    }
}

static void
test_file (gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  replay (bytes, length);
}

int
main (int argc, char *argv[])
{
  g_autofree char *corpus = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GDir *dir;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  corpus = g_test_build_filename (G_TEST_DIST, "data", fuzz_corpus, NULL);
  dir = g_dir_open (corpus, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", fuzz_corpus, name);

      g_ptr_array_add (paths, g_build_filename (corpus, name, NULL));
      g_test_add_data_func (path, paths->pdata[paths->len - 1], test_file);
    }
  g_dir_close (dir);
  return g_test_run ();
}
