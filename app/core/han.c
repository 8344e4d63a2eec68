/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese names: pinyin order by ICU's collation, Latin letters by its transliteration, stroke order by
 * strokes.c, and the few surnames that are read otherwise as surnames. What is known of a character is
 * kept, as asking for it takes longer than all the rest. It knows nothing of people but their names. */
#include "config.h"

#include "core/han.h"

#include "core/strokes.h"
#include "core/text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Characters that sound otherwise as a surname; @like has that sound and no other, and stands in for the
 * surname where names are put in order. ICU's own table of surnames lacks some of them. */
typedef struct
{
  const char *surname, *reading, *like;
} Surname;

static const Surname surnames[] = {
  { "单", "shan", "善" },  { "曾", "zeng", "增" }, { "仇", "qiu", "求" },  { "解", "xie", "谢" },
  { "查", "zha", "渣" },   { "区", "ou", "欧" },   { "任", "ren", "人" },  { "华", "hua", "化" },
  { "盖", "ge", "舸" },    { "葛", "ge", "舸" },   { "翟", "zhai", "宅" }, { "缪", "miao", "妙" },
  { "朴", "piao", "瓢" },  { "洗", "xian", "冼" }, { "乐", "yue", "悦" },  { "纪", "ji", "己" },
  { "种", "chong", "虫" }, { "召", "shao", "绍" }, { "员", "yun", "运" },  { "秘", "bi", "必" },
  { "折", "she", "蛇" },   { "繁", "po", "婆" },   { "隗", "wei", "伟" },  { "覃", "qin", "秦" },
  { "祭", "zhai", "债" },  { "燕", "yan", "烟" },  { "令", "ling", "铃" }, { "应", "ying", "英" },
};

/* Surnames of two characters whose first one sounds otherwise in them. */
static const Surname compounds[] = {
  { "尉迟", "yu", "玉" },
  { "万俟", "mo", "末" },
  { "长孙", "zhang", "掌" },
  { "单于", "chan", "蝉" },
};

typedef struct
{
  UCollator *pinyin;
  UTransliterator *latin;
  GMutex mutex;         /* over what follows, and the transliterator */
  GHashTable *readings; /* character → its reading, interned */
  GHashTable *strokes;  /* character → its XrStrokes, packed, + 1 */
} Han;

/* ------------------------------------------------------------------ what ICU gives */

static UCollator *
open_collator (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation %s: %s", locale, u_errorName (status));
  return collator;
}

static UTransliterator *
open_transliterator (void)
{
  static const char id[] = "Han-Latin";
  UChar wide[G_N_ELEMENTS (id)];
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *latin;

  u_charsToUChars (id, wide, G_N_ELEMENTS (id));
  latin = utrans_openU (wide, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no transliteration %s: %s", id, u_errorName (status));
  return latin;
}

static Han *
get_han (void)
{
  static Han han;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      han.pinyin = open_collator ("zh-u-co-pinyin");
      han.latin = open_transliterator ();
      han.readings = g_hash_table_new (NULL, NULL);
      han.strokes = g_hash_table_new (NULL, NULL);
      g_mutex_init (&han.mutex);
      g_once_init_leave (&ready, 1);
    }
  return &han;
}

/* ------------------------------------------------------------------ names */

/* @name without any blank in it. */
static char *
squeeze (const char *name)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = name != NULL ? name : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!xr_text_is_space (g_utf8_get_char (at)))
        g_string_append_unichar (squeezed, g_utf8_get_char (at));
    }
  return g_string_free (squeezed, FALSE);
}

static const Surname *
find_in (const Surname *table, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_has_prefix (name, table[i].surname))
        return &table[i];
    }
  return NULL;
}

/* How the surname at the front of @name sounds, where that is not as everywhere else. */
static const Surname *
find_surname (const char *name)
{
  const Surname *found = find_in (compounds, G_N_ELEMENTS (compounds), name);

  return found != NULL ? found : find_in (surnames, G_N_ELEMENTS (surnames), name);
}

/* ------------------------------------------------------------------ order */

static XrStrokes
get_strokes (gunichar c)
{
  Han *han = get_han ();
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&han->mutex);
  guint packed = GPOINTER_TO_UINT (g_hash_table_lookup (han->strokes, GUINT_TO_POINTER (c)));

  if (packed == 0)
    {
      XrStrokes strokes = xr_strokes_of (c);
      packed = 1 + ((guint) strokes.strokes << 8 | strokes.place);
      g_hash_table_insert (han->strokes, GUINT_TO_POINTER (c), GUINT_TO_POINTER (packed));
    }
  return (XrStrokes){ (guint8) ((packed - 1) >> 8), (guint8) (packed - 1) };
}

static void
add_strokes_key (GString *key, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      XrStrokes strokes = get_strokes (g_utf8_get_char (at));

      g_string_append_c (key, (char) (2 + strokes.strokes));
      g_string_append_c (key, (char) MAX (2, strokes.place));
      g_string_append_len (key, at, g_utf8_next_char (at) - at);
    }
}

static void
add_pinyin_key (GString *key, const char *text, gsize length)
{
  UChar wide[256];
  guint8 bytes[1024];
  int32_t n = 0;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (wide, G_N_ELEMENTS (wide), &n, text, (int32_t) length, 0xfffd, NULL,
                        &status);
  n = MIN (n, (int32_t) G_N_ELEMENTS (wide));
  n = ucol_getSortKey (get_han ()->pinyin, wide, n, bytes, sizeof bytes);
  g_string_append_len (key, (const char *) bytes, MIN (n, (int32_t) sizeof bytes) - 1);
}

/* Adds what puts @length bytes of @text in order. */
static void
add_key (GString *key, const char *text, gsize length, XrHanOrder order)
{
  if (order == XR_HAN_PINYIN)
    add_pinyin_key (key, text, length);
  else
    add_strokes_key (key, text, length);
}

/* The bytes of keys are above 1 but between the levels of ICU's; a part of a key ends with this. */
static void
end_part (GString *key)
{
  g_string_append (key, "\x01\x01");
}

static void
add_surname_sound (GString *key, const char *name, gsize first)
{
  const Surname *surname = find_surname (name);

  if (surname != NULL)
    add_pinyin_key (key, surname->like, strlen (surname->like));
  else
    add_pinyin_key (key, name, first);
  end_part (key);
}

char *
xr_han_name_key (const char *name, XrHanOrder order)
{
  g_autofree char *squeezed = squeeze (name);
  gsize first = *squeezed != '\0' ? (gsize) (g_utf8_next_char (squeezed) - squeezed) : 0;
  GString *key = g_string_new (NULL);

  if (order == XR_HAN_PINYIN)
    add_surname_sound (key, squeezed, first);
  add_key (key, squeezed, first, order);
  end_part (key);
  if (order == XR_HAN_STROKES)
    g_string_append_c (key, (char) (2 + MIN (g_utf8_strlen (squeezed, -1), 100)));
  add_key (key, squeezed + first, strlen (squeezed + first), order);
  end_part (key);
  g_string_append (key, name != NULL ? name : "");
  return g_string_free (key, FALSE);
}

int
xr_han_name_compare (const char *a, const char *b, XrHanOrder order)
{
  g_autofree char *first = xr_han_name_key (a, order);
  g_autofree char *second = xr_han_name_key (b, order);

  return strcmp (first, second);
}

char *
xr_han_text_key (const char *text, XrHanOrder order)
{
  GString *key = g_string_new (NULL);

  add_key (key, text != NULL ? text : "", text != NULL ? strlen (text) : 0, order);
  end_part (key);
  g_string_append (key, text != NULL ? text : "");
  return g_string_free (key, FALSE);
}

/* ------------------------------------------------------------------ Latin letters */

/* Small letters without tones; ü, which no other letter stands for, is v. */
static char *
plain_latin (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x0308 && plain->len > 0) /* the two points */
        plain->str[plain->len - 1] = 'v';
      else if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK && !g_unichar_isspace (c))
        g_string_append_unichar (plain, g_unichar_tolower (c));
    }
  return g_string_free (plain, FALSE);
}

static char *
transliterate (const Han *han, gunichar c)
{
  UChar wide[64] = { 0 };
  char text[256] = "";
  int32_t length = 0, limit;
  UErrorCode status = U_ZERO_ERROR;

  if (c > 0xffff)
    {
      wide[length++] = (UChar) (0xd7c0 + (c >> 10));
      wide[length++] = (UChar) (0xdc00 | (c & 0x3ff));
    }
  else
    wide[length++] = (UChar) c;
  limit = length;
  utrans_transUChars (han->latin, wide, &length, G_N_ELEMENTS (wide), 0, &limit, &status);
  u_strToUTF8 (text, sizeof text - 1, NULL, wide, length, &status);
  return U_SUCCESS (status) ? plain_latin (text) : g_strdup ("");
}

static const char *
get_reading (gunichar c)
{
  Han *han = get_han ();
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&han->mutex);
  const char *reading = g_hash_table_lookup (han->readings, GUINT_TO_POINTER (c));

  if (reading == NULL)
    {
      g_autofree char *made = transliterate (han, c);
      reading = g_intern_string (made);
      g_hash_table_insert (han->readings, GUINT_TO_POINTER (c), (gpointer) reading);
    }
  return reading;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* The syllables of @name, each as it sounds; what is not Chinese is one syllable a run. */
static GPtrArray *
read_syllables (const char *name, gboolean as_surname)
{
  g_autofree char *squeezed = squeeze (name);
  const Surname *surname = as_surname ? find_surname (squeezed) : NULL;
  GPtrArray *syllables = g_ptr_array_new_with_free_func (g_free);
  gboolean is_run = FALSE;

  for (const char *at = squeezed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      g_autofree char *other = is_han (c) ? NULL : plain_latin (get_reading (c));

      if (is_han (c))
        g_ptr_array_add (syllables, g_strdup (at == squeezed && surname != NULL ? surname->reading
                                                                                : get_reading (c)));
      else if (!is_run)
        g_ptr_array_add (syllables, g_steal_pointer (&other));
      else
        {
          char **last = (char **) &syllables->pdata[syllables->len - 1];
          char *longer = g_strconcat (*last, other, NULL);
          g_free (*last);
          *last = longer;
        }
      is_run = !is_han (c);
    }
  return syllables;
}

char *
xr_han_name_pinyin (const char *name)
{
  g_autoptr (GPtrArray) syllables = read_syllables (name, TRUE);

  g_ptr_array_add (syllables, NULL);
  return g_strjoinv (" ", (char **) syllables->pdata);
}

/* ------------------------------------------------------------------ search */

static void
add_way (GString *key, const GPtrArray *syllables, guint from, gboolean initials)
{
  g_string_append_c (key, '\n');
  for (guint i = from; i < syllables->len; i++)
    {
      const char *syllable = g_ptr_array_index (syllables, i);
      if (initials)
        g_string_append_len (key, syllable, MIN (1, strlen (syllable)));
      else
        g_string_append (key, syllable);
    }
}

static void
add_ways (GString *key, const GPtrArray *syllables)
{
  add_way (key, syllables, 0, FALSE);
  add_way (key, syllables, 0, TRUE);
}

/* ü is keyed as u by some. */
static void
add_without_v (GString *key)
{
  g_autofree char *other = strchr (key->str, 'v') != NULL ? g_strdup (key->str) : NULL;

  if (other != NULL)
    g_string_append (key, g_strdelimit (other, "v", 'u'));
}

char *
xr_han_search_key (const char *name)
{
  g_autoptr (GPtrArray) syllables = read_syllables (name, TRUE);
  g_autofree char *squeezed = squeeze (name);
  GString *key = g_string_new (NULL);

  if (*squeezed == '\0' || !is_han (g_utf8_get_char (squeezed)))
    return g_string_free (key, FALSE);
  add_ways (key, syllables);
  if (syllables->len > 1)
    add_way (key, syllables, 1, FALSE);
  if (find_surname (squeezed) != NULL)
    {
      g_autoptr (GPtrArray) everyday = read_syllables (name, FALSE);
      add_ways (key, everyday);
    }
  add_without_v (key);
  return g_string_free (key, FALSE);
}

gboolean
xr_han_search_matches (const char *key, const char *wanted)
{
  gsize length = strlen (wanted);

  for (const char *at = strchr (key, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    {
      if (strncmp (at + 1, wanted, length) == 0)
        return TRUE;
    }
  return FALSE;
}
