/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds anything to the readers of .lrmx and .lrm, which must never crash, and what they read to the
 * writers and back. Built with clang and -fsanitize=fuzzer this is a fuzzer (see meson.build); built
 * plainly it replays the kept files, and variations of them, as a normal test.
 *
 * The first byte of an input says what the rest is: `x` an .lrmx, anything else an .lrm.
 */
#include "exchange/lrmx.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What was read once reads the same after it was written. */
static void
check_loop (const XrDossier *dossier)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GBytes) bytes = xr_lrmx_write (dossier);
  g_autoptr (XrDossier) again = xr_lrmx_read (bytes, notes, faults);

  g_assert_nonnull (again);
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (i != XR_DOSSIER_VERSION)
      g_assert_cmpstr (again->texts[i], ==, dossier->texts[i]);
  g_assert_cmpuint (again->relatives->len, ==, dossier->relatives->len);
  g_assert_cmpuint (again->extras->len, ==, dossier->extras->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (XrDossier) dossier = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  dossier = data[0] == 'x' ? xr_lrmx_read (bytes, notes, faults)
                           : xr_lrm_read (bytes, NULL, notes, faults);
  g_assert_true ((dossier == NULL) == (faults->len > 0));
  if (dossier == NULL)
    return 0;
  remarks = xr_dossier_check (dossier, XR_DATE_NONE);
  check_loop (dossier);
  return 0;
}

#ifndef XR_FUZZER

/* The input itself, then with each of some bytes changed, then cut short. */
static void
replay (const char *bytes, gsize length)
{
  gsize step = MAX (1, length / 200);
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
  corpus = g_test_build_filename (G_TEST_DIST, "data", "fuzz-dossier", NULL);
  dir = g_dir_open (corpus, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-dossier/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (corpus, name, NULL));
      g_test_add_data_func (path, paths->pdata[paths->len - 1], test_file);
    }
  g_dir_close (dir);
  return g_test_run ();
}

#endif
