/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Row ids to indexes. Ids of one round lie close together, so an array serves nearly always; ids that
 * lie far apart go to a hash table. */
typedef struct
{
  gint64 first;  /* the id of dense[0] */
  GArray *dense; /* int, −1: none */
  GHashTable *sparse;
} XrIdMap;

void xr_id_map_init (XrIdMap *map);
void xr_id_map_clear (XrIdMap *map);
void xr_id_map_add (XrIdMap *map, gint64 id, int index);
int xr_id_map_find_sparse (const XrIdMap *map, gint64 id);

/* −1 when there is no such id. */
static inline int
xr_id_map_find (const XrIdMap *map, gint64 id)
{
  gint64 offset = id - map->first;

  if (offset >= 0 && offset < (gint64) map->dense->len)
    {
      int index = g_array_index (map->dense, int, (guint) offset);
      if (index >= 0)
        return index;
    }
  return xr_id_map_find_sparse (map, id);
}

G_END_DECLS
