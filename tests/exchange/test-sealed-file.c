/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealed files: opened by their passphrase only; a byte that is changed, cut off or added anywhere is
 * refused; nothing readable is left on the disk. */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/sealed-file.h"

#define PASSPHRASE "correct horse 电池"

/* Tries cost next to nothing, so that each byte gets one. */
static const XrSealedCost cheap = { .passes = 1, .memory = 8 };

static GBytes *
make_content (gsize size)
{
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (i * 7 + i / 251);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
seal (GBytes *content)
{
  g_autoptr (GError) error = NULL;
  GBytes *sealed = xr_sealed_seal (XR_SEALED_REVIEW, content, PASSPHRASE, &cheap, &error);

  g_assert_no_error (error);
  return sealed;
}

static void
assert_refused (const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = g_bytes_new (bytes, size);
  g_autoptr (GBytes) content = xr_sealed_open (sealed, XR_SEALED_REVIEW, PASSPHRASE, &error);

  g_assert_null (content);
  g_assert_nonnull (error);
  g_assert_true (error->domain == XR_SEALED_ERROR);
}

static void
assert_error (GBytes *sealed, XrSealedKind kind, const char *passphrase, XrSealedError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = xr_sealed_open (sealed, kind, passphrase, &error);

  g_assert_null (content);
  g_assert_error (error, XR_SEALED_ERROR, (int) code);
}

/* Lengths around the bounds of the pieces. */
static void
test_round_trip (void)
{
  static const gsize sizes[] = { 0, 1, 100, 65535, 65536, 65537, 131072, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = make_content (sizes[i]);
      g_autoptr (GBytes) sealed = seal (content);
      g_autoptr (GBytes) again = xr_sealed_open (sealed, XR_SEALED_REVIEW, PASSPHRASE, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (again, content));
    }
}

static void
test_usual_cost (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = make_content (10);
  g_autoptr (GBytes) sealed = xr_sealed_seal (XR_SEALED_KEYING_ANSWER, content, PASSPHRASE, NULL,
                                              &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = xr_sealed_open (sealed, XR_SEALED_KEYING_ANSWER, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, content));
}

static void
test_passphrase (void)
{
  g_autoptr (GBytes) content = make_content (100);
  g_autoptr (GBytes) sealed = seal (content);
  g_autoptr (GBytes) wide = NULL;

  assert_error (sealed, XR_SEALED_REVIEW, "correct horse 电", XR_SEALED_ERROR_PASSPHRASE);
  assert_error (sealed, XR_SEALED_REVIEW, "Correct horse 电池", XR_SEALED_ERROR_PASSPHRASE);
  assert_error (sealed, XR_SEALED_REVIEW, "", XR_SEALED_ERROR_PASSPHRASE);
  assert_error (sealed, XR_SEALED_REVIEW, NULL, XR_SEALED_ERROR_PASSPHRASE);
  assert_error (sealed, XR_SEALED_REVIEW, "\xff\xfe", XR_SEALED_ERROR_PASSPHRASE);
  /* An input method that writes full width. */
  wide = xr_sealed_open (sealed, XR_SEALED_REVIEW, "ｃｏｒｒｅｃｔ ｈｏｒｓｅ 电池", NULL);
  g_assert_nonnull (wide);
}

static void
test_weak_passphrase (void)
{
  static const char *const weak[] = { NULL, "", "1234567", "密码密码密码密",
                                      "\xff\xff\xff\xff\xff\xff\xff\xff" };
  g_autoptr (GBytes) content = make_content (1);

  for (guint i = 0; i < G_N_ELEMENTS (weak); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (xr_sealed_seal (XR_SEALED_REVIEW, content, weak[i], &cheap, &error));
      g_assert_error (error, XR_SEALED_ERROR, XR_SEALED_ERROR_WEAK);
    }
  g_assert_true (xr_sealed_check_passphrase ("密码密码密码密码", NULL));
}

static void
test_kind (void)
{
  g_autoptr (GBytes) content = make_content (1);
  g_autoptr (GBytes) sealed = seal (content);
  XrSealedKind kind = 0;

  g_assert_true (xr_sealed_peek (sealed, &kind, NULL));
  g_assert_cmpint (kind, ==, XR_SEALED_REVIEW);
  assert_error (sealed, XR_SEALED_KEYING, PASSPHRASE, XR_SEALED_ERROR_KIND);
}

/* A package can't be passed off as an answer, though the kind is no secret. */
static void
test_other_kind (void)
{
  g_autoptr (GBytes) content = make_content (1);
  g_autoptr (GBytes) sealed = seal (content);
  g_autoptr (GBytes) changed = NULL;
  gsize size;
  guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (sealed), &size);

  bytes[9] = XR_SEALED_REVIEW_ANSWER;
  changed = g_bytes_new_take (bytes, size);
  assert_error (changed, XR_SEALED_REVIEW_ANSWER, PASSPHRASE, XR_SEALED_ERROR_PASSPHRASE);
}

static void
test_each_bit (void)
{
  g_autoptr (GBytes) content = make_content (150);
  g_autoptr (GBytes) sealed = seal (content);
  gsize size;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (sealed), &size);

  g_assert_cmpuint (size, ==, 60 + 17 + 150 + 17);
  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        /* Dear parameters are as good as any, and only take time. */
        if (i == 17 || i == 18)
          bit = 7;
        bytes[i] ^= (guint8) (1 << bit);
        assert_refused (bytes, size);
        bytes[i] ^= (guint8) (1 << bit);
      }
  g_assert_cmpmem (bytes, size, g_bytes_get_data (sealed, NULL), size);
}

static void
test_each_length (void)
{
  g_autoptr (GBytes) content = make_content (150);
  g_autoptr (GBytes) sealed = seal (content);
  gsize size = g_bytes_get_size (sealed);
  g_autofree guint8 *longer = g_malloc0 (size + 100);

  memcpy (longer, g_bytes_get_data (sealed, NULL), size);
  for (gsize length = 0; length < size + 100; length++)
    if (length != size)
      assert_refused (longer, length);
}

/* Whole pieces that are left out, doubled, or swapped. */
static void
test_pieces (void)
{
  const gsize piece = 65536 + 17, begin = 60 + 17;
  g_autoptr (GBytes) content = make_content (3 * 65536);
  g_autoptr (GBytes) sealed = seal (content);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *copy = g_malloc (size + piece);

  g_assert_cmpuint (size, ==, begin + 3 * piece);
  /* The last one left out, so that the file ends where a piece does. */
  assert_refused (bytes, size - piece);
  memcpy (copy, bytes, size);
  memcpy (copy + begin, bytes + begin + piece, piece);
  memcpy (copy + begin + piece, bytes + begin, piece);
  assert_refused (copy, size);
  memcpy (copy, bytes, size);
  memcpy (copy + size, bytes + size - piece, piece);
  assert_refused (copy, size + piece);
  memcpy (copy + begin, bytes + begin + piece, 2 * piece);
  assert_refused (copy, size - piece);
}

/* A file from elsewhere must not make the program compute or allocate. */
static void
test_huge_parameters (void)
{
  static const guint8 huge[][4] = {
    { 0xff, 0xff, 0xff, 0xff }, { 0, 0, 0, 0 }, { 1, 0, 8, 0 }, { 0, 0, 0, 0x80 }, { 7, 0, 0, 0 }
  };
  g_autoptr (GBytes) content = make_content (1);
  g_autoptr (GBytes) sealed = seal (content);
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (huge); i++)
    {
      gboolean passes = i >= G_N_ELEMENTS (huge);
      gsize size;
      guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (sealed), &size);
      g_autoptr (GBytes) changed = NULL;

      memcpy (bytes + (passes ? 12 : 16), huge[i % G_N_ELEMENTS (huge)], 4);
      changed = g_bytes_new_take (bytes, size);
      /* Seven passes are no more than any file may ask for. */
      assert_error (changed, XR_SEALED_REVIEW, PASSPHRASE,
                    passes && bytes[12] == 7 ? XR_SEALED_ERROR_PASSPHRASE : XR_SEALED_ERROR_SIZE);
    }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 5.0);
}

static void
test_foreign (void)
{
  static const char *const texts[] = { "", "XRSEALE", "PK\003\004 and so on", "XRSEALED" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused ((const guint8 *) texts[i], strlen (texts[i]));
}

/* The folder has the sealed file and nothing else, and no word of the content stands in it. */
static void
test_file (void)
{
  static const char secret[] = "林知远 990000197508150019 反对 林知远 990000197508150019 反对";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static (secret, sizeof secret);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sealed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xrsealed", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GDir) dir = NULL;
  gsize size;
  GStatBuf info;

  g_assert_true (
    xr_sealed_file_write (path, XR_SEALED_REVIEW, content, PASSPHRASE, &cheap, &error));
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.xrsealed");
  g_assert_null (g_dir_read_name (dir));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_null (memmem (bytes, size, "林知远", strlen ("林知远")));
  g_assert_null (memmem (bytes, size, "9900001975", 10));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  again = xr_sealed_file_read (path, XR_SEALED_REVIEW, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, content));
  /* What can't be sealed leaves the old file as it is. */
  g_assert_false (xr_sealed_file_write (path, XR_SEALED_REVIEW, content, "", &cheap, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_assert_null (xr_sealed_file_load (path, NULL));
  g_assert_null (xr_sealed_file_load (folder, NULL));
  g_rmdir (folder);
}

/* The same content twice has nothing in common: salt and stream are drawn anew. */
static void
test_salt (void)
{
  g_autoptr (GBytes) content = make_content (100);
  g_autoptr (GBytes) one = seal (content);
  g_autoptr (GBytes) other = seal (content);
  const guint8 *a = g_bytes_get_data (one, NULL);
  const guint8 *b = g_bytes_get_data (other, NULL);

  g_assert_cmpint (memcmp (a + 20, b + 20, 16), !=, 0);
  g_assert_cmpint (memcmp (a + 77, b + 77, 100), !=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sealed/round-trip", test_round_trip);
  g_test_add_func ("/sealed/usual-cost", test_usual_cost);
  g_test_add_func ("/sealed/passphrase", test_passphrase);
  g_test_add_func ("/sealed/weak-passphrase", test_weak_passphrase);
  g_test_add_func ("/sealed/kind", test_kind);
  g_test_add_func ("/sealed/other-kind", test_other_kind);
  g_test_add_func ("/sealed/each-bit", test_each_bit);
  g_test_add_func ("/sealed/each-length", test_each_length);
  g_test_add_func ("/sealed/pieces", test_pieces);
  g_test_add_func ("/sealed/huge-parameters", test_huge_parameters);
  g_test_add_func ("/sealed/foreign", test_foreign);
  g_test_add_func ("/sealed/file", test_file);
  g_test_add_func ("/sealed/salt", test_salt);
  return g_test_run ();
}
