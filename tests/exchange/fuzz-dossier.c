/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds anything to the readers of .lrmx and .lrm, which must never crash, and what they read to the
 * writers and back.
 *
 * The first byte of an input says what the rest is: `x` an .lrmx, anything else an .lrm.
 */
#include "exchange/lrmx.h"
#include "fuzz.h"

const char *const fuzz_corpus = "fuzz-dossier";
const guint fuzz_variations = 200;

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
