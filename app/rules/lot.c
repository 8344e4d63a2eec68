/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing lots: a hash of the seed made in the room puts a list in order, and the order is dealt. Pure: it
 * knows neither candidates nor judges. */

#include "config.h"

#include "rules/lot.h"

static void
free_place (gpointer place)
{
  g_free (((XrLotPlace *) place)->digest);
  g_free (place);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const XrLotPlace *one = *(const XrLotPlace *const *) a;
  const XrLotPlace *other = *(const XrLotPlace *const *) b;

  return g_strcmp0 (one->digest, other->digest);
}

static XrLotPlace *
make_place (const char *seed, const char *subject, GPtrArray *items, guint item)
{
  g_autofree char *text = g_strconcat (XR_LOT_ALGORITHM "\n", seed, "\n", subject, "\n",
                                       g_ptr_array_index (items, item), NULL);
  XrLotPlace *place = g_new0 (XrLotPlace, 1);

  place->item = item;
  place->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return place;
}

static void
deal (XrLotPlace *place, guint position, const XrLotShape *shape)
{
  guint seats = shape->seats * shape->parts;

  if (shape->seats == 0 || position < seats)
    place->part = position % shape->parts;
  else
    place->fate = position < seats + shape->reserves ? XR_LOT_RESERVE : XR_LOT_LEFT_OVER;
}

GPtrArray *
xr_lot_deal (const char *seed, const char *subject, GPtrArray *items, const XrLotShape *shape)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (free_place);

  g_assert (shape->parts > 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (places, make_place (seed, subject, items, i));
  g_ptr_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    deal (g_ptr_array_index (places, i), i, shape);
  return places;
}

guint
xr_lot_shape_need (const XrLotShape *shape)
{
  return shape->seats == 0 ? shape->parts : shape->seats * shape->parts + shape->reserves;
}
