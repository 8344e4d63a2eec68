/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row ids to indexes, for loading a round. */

#include "config.h"

#include "round/id-map.h"

/* Gaps that the array bridges before an id counts as far away. */
#define MAX_GAP 65536

void
xr_id_map_init (XrIdMap *map)
{
  map->first = 0;
  map->dense = g_array_new (FALSE, FALSE, sizeof (int));
  map->sparse = NULL;
}

void
xr_id_map_clear (XrIdMap *map)
{
  g_clear_pointer (&map->dense, g_array_unref);
  g_clear_pointer (&map->sparse, g_hash_table_unref);
}

static void
add_sparse (XrIdMap *map, gint64 id, int index)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  if (map->sparse == NULL)
    map->sparse = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (map->sparse, key, GINT_TO_POINTER (index + 1));
}

void
xr_id_map_add (XrIdMap *map, gint64 id, int index)
{
  static const int none = -1;

  if (map->dense->len == 0)
    map->first = id;
  if (id < map->first || id - map->first > (gint64) map->dense->len + MAX_GAP)
    {
      add_sparse (map, id, index);
      return;
    }
  while ((gint64) map->dense->len <= id - map->first)
    g_array_append_val (map->dense, none);
  g_array_index (map->dense, int, (guint) (id - map->first)) = index;
}

int
xr_id_map_find_sparse (const XrIdMap *map, gint64 id)
{
  return map->sparse == NULL ? -1 : GPOINTER_TO_INT (g_hash_table_lookup (map->sparse, &id)) - 1;
}
