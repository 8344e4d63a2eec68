/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals bytes with a passphrase and opens them again: key by Argon2id, content in pieces of an
 * authenticated stream, key and content wiped after use. It does not know what the bytes mean. */

#include "config.h"

#include "exchange/sealed-file.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define MAGIC       "XRSEALED"
#define VERSION     1
#define SALT_SIZE   crypto_pwhash_argon2id_SALTBYTES
#define STREAM_SIZE crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define PIECE_EXTRA crypto_secretstream_xchacha20poly1305_ABYTES
#define PIECE_SIZE  65536
#define TAG_MESSAGE crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
#define TAG_FINAL   crypto_secretstream_xchacha20poly1305_TAG_FINAL
#define MIN_MEMORY  (crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024)
#define MAX_MEMORY  (512 * 1024) /* KiB */
#define MAX_PASSES  8
#define MAX_FILE    (512 * 1024 * 1024)

/* Where things stand in the head. */
#define AT_VERSION 8
#define AT_KIND    9
#define AT_NOTHING 10
#define AT_PASSES  12
#define AT_MEMORY  16
#define AT_SALT    20
#define AT_STREAM  (AT_SALT + SALT_SIZE)
#define HEAD_SIZE  (AT_STREAM + STREAM_SIZE)

G_STATIC_ASSERT (HEAD_SIZE == 60 && PIECE_EXTRA == 17);

static const XrSealedCost usual_cost = { .passes = 3, .memory = 256 * 1024 };

/* Lives in locked memory that sodium_free() wipes. */
typedef struct
{
  unsigned char key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  crypto_secretstream_xchacha20poly1305_state stream;
} Secret;

/* Content on its way out of the program: wiped when the last reference goes. */
typedef struct
{
  gsize size;
  unsigned char bytes[];
} Wiped;

G_DEFINE_QUARK (xr - sealed - error - quark, xr_sealed_error)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secret, sodium_free)

static gboolean
set_error (GError **error, XrSealedError code, const char *message)
{
  g_set_error_literal (error, XR_SEALED_ERROR, code, message);
  return FALSE;
}

static gboolean
set_damaged_error (GError **error)
{
  return set_error (error, XR_SEALED_ERROR_DAMAGED,
                    _ ("The file was changed or cut off after it was sealed; ask for it again."));
}

static gboolean
set_memory_error (GError **error)
{
  return set_error (error, XR_SEALED_ERROR_SIZE,
                    _ ("This computer has not enough free memory to open or seal the file; close "
                       "other programs and try again."));
}

static gboolean
set_foreign_error (GError **error)
{
  return set_error (error, XR_SEALED_ERROR_FORMAT,
                    _ ("This is not a sealed file of this program."));
}

static guint32
get_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_LE (number);
}

static void
put_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (at, &number, sizeof number);
}

/* ---------------------------------------------------------------- content that is wiped */

static void
wiped_free (gpointer data)
{
  Wiped *wiped = data;

  sodium_memzero (wiped, sizeof *wiped + wiped->size);
  g_free (wiped);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wiped, wiped_free)

static Wiped *
wiped_new (gsize size)
{
  Wiped *wiped = g_malloc (sizeof *wiped + size);

  wiped->size = size;
  return wiped;
}

static GBytes *
wiped_to_bytes (Wiped *wiped, gsize size)
{
  return g_bytes_new_with_free_func (wiped->bytes, size, wiped_free, wiped);
}

/* ---------------------------------------------------------------- passphrase and key */

gboolean
xr_sealed_check_passphrase (const char *passphrase, GError **error)
{
  if (passphrase == NULL || passphrase[0] == '\0')
    return set_error (error, XR_SEALED_ERROR_WEAK, _ ("Enter a passphrase."));
  if (!g_utf8_validate (passphrase, -1, NULL)
      || g_utf8_strlen (passphrase, -1) < XR_SEALED_MIN_PASSPHRASE)
    {
      g_set_error (error, XR_SEALED_ERROR, XR_SEALED_ERROR_WEAK,
                   _ ("A passphrase needs at least %d characters. Four or five words that do not "
                      "belong together are easy to remember and hard to guess."),
                   XR_SEALED_MIN_PASSPHRASE);
      return FALSE;
    }
  return TRUE;
}

void
xr_sealed_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    sodium_memzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

/* The same key however an input method wrote the characters: one that is set to full width, or writes
 * an accent as a character of its own, must not lock anybody out. */
static gboolean
derive_key (Secret *secret, const guint8 *head, const char *passphrase, GError **error)
{
  char *plain = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  gsize length = plain != NULL ? strlen (plain) : 0;
  int failed = -1;

  if (length > 0)
    failed = crypto_pwhash_argon2id (
      secret->key, sizeof secret->key, plain, length, head + AT_SALT, get_number (head + AT_PASSES),
      (gsize) get_number (head + AT_MEMORY) * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  if (plain != NULL)
    sodium_memzero (plain, length);
  g_free (plain);
  if (failed == 0)
    return TRUE;
  if (length == 0)
    return set_error (error, XR_SEALED_ERROR_PASSPHRASE, _ ("Enter the passphrase."));
  return set_memory_error (error);
}

static Secret *
secret_new (GError **error)
{
  Secret *secret = sodium_init () < 0 ? NULL : sodium_malloc (sizeof (Secret));

  if (secret == NULL)
    set_memory_error (error);
  return secret;
}

/* ---------------------------------------------------------------- sealing */

static void
fill_head (guint8 *head, XrSealedKind kind, const XrSealedCost *cost)
{
  memset (head, 0, HEAD_SIZE);
  memcpy (head, MAGIC, strlen (MAGIC));
  head[AT_VERSION] = VERSION;
  head[AT_KIND] = (guint8) kind;
  put_number (head + AT_PASSES, cost->passes);
  put_number (head + AT_MEMORY, cost->memory);
  randombytes_buf (head + AT_SALT, SALT_SIZE);
}

/* Behind the head: the piece that holds nothing, then the content. */
static void
push_pieces (Secret *secret, GByteArray *out, const guint8 *content, gsize size)
{
  guint8 piece[PIECE_SIZE + PIECE_EXTRA];
  gsize done = 0;

  crypto_secretstream_xchacha20poly1305_push (&secret->stream, piece, NULL, NULL, 0, out->data,
                                              HEAD_SIZE, TAG_MESSAGE);
  g_byte_array_append (out, piece, PIECE_EXTRA);
  do
    {
      gsize n = MIN (PIECE_SIZE, size - done);
      guint8 tag = done + n == size ? TAG_FINAL : TAG_MESSAGE;

      crypto_secretstream_xchacha20poly1305_push (&secret->stream, piece, NULL, content + done, n,
                                                  NULL, 0, tag);
      g_byte_array_append (out, piece, (guint) (n + PIECE_EXTRA));
      done += n;
    }
  while (done < size);
}

GBytes *
xr_sealed_seal (XrSealedKind kind, GBytes *content, const char *passphrase,
                const XrSealedCost *cost, GError **error)
{
  g_autoptr (Secret) secret = NULL;
  g_autoptr (GByteArray) out = NULL;
  guint8 head[HEAD_SIZE];
  gsize size;
  const guint8 *bytes = g_bytes_get_data (content, &size);

  g_return_val_if_fail (kind >= XR_SEALED_REVIEW && kind <= XR_SEALED_LAST_KIND, NULL);

  if (!xr_sealed_check_passphrase (passphrase, error))
    return NULL;
  if (size > MAX_FILE / 2)
    {
      set_error (error, XR_SEALED_ERROR_SIZE,
                 _ ("There is more to seal than one file takes; choose fewer people."));
      return NULL;
    }
  secret = secret_new (error);
  if (secret == NULL)
    return NULL;
  fill_head (head, kind, cost != NULL ? cost : &usual_cost);
  if (!derive_key (secret, head, passphrase, error))
    return NULL;
  crypto_secretstream_xchacha20poly1305_init_push (&secret->stream, head + AT_STREAM, secret->key);
  out = g_byte_array_sized_new ((guint) (HEAD_SIZE + size + (size / PIECE_SIZE + 2) * PIECE_EXTRA));
  g_byte_array_append (out, head, HEAD_SIZE);
  push_pieces (secret, out, bytes, size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* ---------------------------------------------------------------- opening */

/* Everything about the head that can be told without the passphrase, so that no foreign file has us
 * compute or allocate. */
static const guint8 *
check_head (GBytes *sealed, GError **error)
{
  gsize size;
  const guint8 *head = g_bytes_get_data (sealed, &size);
  guint32 passes, memory;

  if (size < strlen (MAGIC) || memcmp (head, MAGIC, strlen (MAGIC)) != 0)
    {
      set_foreign_error (error);
      return NULL;
    }
  if (size < HEAD_SIZE + 2 * PIECE_EXTRA)
    {
      set_damaged_error (error);
      return NULL;
    }
  if (head[AT_VERSION] != VERSION)
    {
      set_error (error, XR_SEALED_ERROR_FORMAT,
                 _ ("The file was sealed by a newer program; bring this program up to date."));
      return NULL;
    }
  if (head[AT_KIND] < XR_SEALED_REVIEW || head[AT_KIND] > XR_SEALED_LAST_KIND
      || head[AT_NOTHING] != 0 || head[AT_NOTHING + 1] != 0)
    {
      set_damaged_error (error);
      return NULL;
    }
  passes = get_number (head + AT_PASSES);
  memory = get_number (head + AT_MEMORY);
  if (passes < 1 || passes > MAX_PASSES || memory < MIN_MEMORY || memory > MAX_MEMORY)
    {
      set_error (error, XR_SEALED_ERROR_SIZE,
                 _ ("The file asks for more memory or time than any sealed file needs; it was "
                    "changed. Ask for it again."));
      return NULL;
    }
  return head;
}

gboolean
xr_sealed_peek (GBytes *sealed, XrSealedKind *kind, GError **error)
{
  const guint8 *head = check_head (sealed, error);

  if (head != NULL)
    *kind = head[AT_KIND];
  return head != NULL;
}

static gboolean
check_kind (XrSealedKind found, XrSealedKind wanted, GError **error)
{
  static const char *const sentences[] = {
    [XR_SEALED_REVIEW] = N_ ("This is a review package, for a reader to open."),
    [XR_SEALED_REVIEW_ANSWER] = N_ ("This is a reader's answer; the office takes it in."),
    [XR_SEALED_KEYING] = N_ ("This is a keying file, for the person who keys."),
    [XR_SEALED_KEYING_ANSWER] = N_ ("This is a file of keyed sheets; the office takes it in."),
    [XR_SEALED_REVIEW_DRAFT] = N_ ("This is what a reader has begun to write; the package takes it "
                                   "up when it is opened."),
  };

  return found == wanted || set_error (error, XR_SEALED_ERROR_KIND, _ (sentences[found]));
}

/* Proves the passphrase on the piece that holds nothing. */
static gboolean
begin_stream (Secret *secret, const guint8 *head, GError **error)
{
  guint8 tag = 0;

  if (crypto_secretstream_xchacha20poly1305_init_pull (&secret->stream, head + AT_STREAM,
                                                       secret->key)
        == 0
      && crypto_secretstream_xchacha20poly1305_pull (&secret->stream, NULL, NULL, &tag,
                                                     head + HEAD_SIZE, PIECE_EXTRA, head, HEAD_SIZE)
           == 0
      && tag == TAG_MESSAGE)
    return TRUE;
  return set_error (
    error, XR_SEALED_ERROR_PASSPHRASE,
    _ ("The passphrase is not right, or the file was changed. Look whether capitals "
       "are locked, and enter it again."));
}

/* The pieces of the content into @out, which has room for as many bytes as they have. */
static gboolean
pull_pieces (Secret *secret, const guint8 *sealed, gsize size, guint8 *out, gsize *length)
{
  guint8 tag = TAG_MESSAGE;

  *length = 0;
  while (tag != TAG_FINAL)
    {
      gsize n = MIN (size, PIECE_SIZE + PIECE_EXTRA);

      if (n < PIECE_EXTRA
          || crypto_secretstream_xchacha20poly1305_pull (&secret->stream, out + *length, NULL, &tag,
                                                         sealed, n, NULL, 0)
               != 0)
        return FALSE;
      *length += n - PIECE_EXTRA;
      sealed += n;
      size -= n;
    }
  return size == 0;
}

GBytes *
xr_sealed_open (GBytes *sealed, XrSealedKind kind, const char *passphrase, GError **error)
{
  const guint8 *head = check_head (sealed, error);
  g_autoptr (Secret) secret = NULL;
  g_autoptr (Wiped) content = NULL;
  gsize begin = HEAD_SIZE + PIECE_EXTRA, rest, length;

  if (head == NULL || !check_kind (head[AT_KIND], kind, error))
    return NULL;
  secret = secret_new (error);
  if (secret == NULL || !derive_key (secret, head, passphrase != NULL ? passphrase : "", error)
      || !begin_stream (secret, head, error))
    return NULL;
  rest = g_bytes_get_size (sealed) - begin;
  content = wiped_new (rest);
  if (!pull_pieces (secret, head + begin, rest, content->bytes, &length))
    {
      set_damaged_error (error);
      return NULL;
    }
  return wiped_to_bytes (g_steal_pointer (&content), length);
}

/* ---------------------------------------------------------------- files */

gboolean
xr_sealed_file_write (const char *path, XrSealedKind kind, GBytes *content, const char *passphrase,
                      const XrSealedCost *cost, GError **error)
{
  g_autoptr (GBytes) sealed = xr_sealed_seal (kind, content, passphrase, cost, error);
  gsize size;
  const char *bytes;

  if (sealed == NULL)
    return FALSE;
  bytes = g_bytes_get_data (sealed, &size);
  return g_file_set_contents_full (path, bytes, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

GBytes *
xr_sealed_file_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
    NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_foreign_error (error);
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX_FILE)
    {
      set_error (error, XR_SEALED_ERROR_SIZE,
                 _ ("The file is larger than any sealed file; it was not read."));
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

GBytes *
xr_sealed_file_read (const char *path, XrSealedKind kind, const char *passphrase, GError **error)
{
  g_autoptr (GBytes) sealed = xr_sealed_file_load (path, error);

  return sealed != NULL ? xr_sealed_open (sealed, kind, passphrase, error) : NULL;
}

gboolean
xr_sealed_file_peek (const char *path, XrSealedKind *kind, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guint8 head[HEAD_SIZE + 2 * PIECE_EXTRA];
  gsize size = 0;
  g_autoptr (GBytes) bytes = NULL;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &size, NULL, error))
    return FALSE;
  bytes = g_bytes_new (head, size);
  return xr_sealed_peek (bytes, kind, error);
}
