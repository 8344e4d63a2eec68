/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing over pairs of 64 bits. Keys are stored plus one, so that all zero is an empty
 * place: callers never use −1 in all four numbers. */
#include "config.h"

#include "exchange/key-set.h"

typedef struct
{
  guint64 high, low;
} Key;

struct _XrKeySet
{
  Key *places;
  gsize size; /* a power of two */
  gsize used;
};

XrKeySet *
xr_key_set_new (void)
{
  XrKeySet *self = g_new0 (XrKeySet, 1);

  self->size = 64;
  self->places = g_new0 (Key, self->size);
  return self;
}

void
xr_key_set_free (XrKeySet *self)
{
  if (self == NULL)
    return;
  g_free (self->places);
  g_free (self);
}

static Key
make_key (int a, int b, int c, int d)
{
  return (Key){ (guint64) (guint32) (a + 1) << 32 | (guint32) (b + 1),
                (guint64) (guint32) (c + 1) << 32 | (guint32) (d + 1) };
}

/* The place where @key stands or would stand. */
static Key *
find_place (Key *places, gsize size, Key key)
{
  guint64 hash = (key.high * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) ^ key.low;
  gsize i;

  hash *= G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  hash ^= hash >> 32;
  for (i = hash & (size - 1); places[i].high != 0 || places[i].low != 0; i = (i + 1) & (size - 1))
    if (places[i].high == key.high && places[i].low == key.low)
      break;
  return &places[i];
}

static void
grow (XrKeySet *self)
{
  gsize size = self->size * 2;
  Key *places = g_new0 (Key, size);

  for (gsize i = 0; i < self->size; i++)
    if (self->places[i].high != 0 || self->places[i].low != 0)
      *find_place (places, size, self->places[i]) = self->places[i];
  g_free (self->places);
  self->places = places;
  self->size = size;
}

gboolean
xr_key_set_add (XrKeySet *self, int a, int b, int c, int d)
{
  Key key = make_key (a, b, c, d);
  Key *place = find_place (self->places, self->size, key);

  if (place->high != 0 || place->low != 0)
    return FALSE;
  *place = key;
  if (++self->used > self->size / 4 * 3)
    grow (self);
  return TRUE;
}

gboolean
xr_key_set_has (const XrKeySet *self, int a, int b, int c, int d)
{
  const Key *place = find_place (self->places, self->size, make_key (a, b, c, d));

  return place->high != 0 || place->low != 0;
}
