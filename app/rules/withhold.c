/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which parts of a result would tell what single voters wrote. It knows no names and no marks,
 * only how many voters there were. */

#include "config.h"

#include "rules/withhold.h"

/* The part with the fewest voters that is still shown, @n when there is none. */
static guint
find_smallest (const gint64 *voters, guint n, const gboolean *withheld)
{
  guint smallest = n;

  for (guint i = 0; i < n; i++)
    if (!withheld[i] && voters[i] > 0 && (smallest == n || voters[i] < voters[smallest]))
      smallest = i;
  return smallest;
}

void
xr_withhold (const gint64 *voters, guint n, int fewest, gboolean *withheld)
{
  gint64 hidden = 0;
  guint parts = 0;

  for (guint i = 0; i < n; i++)
    withheld[i] = FALSE;
  for (;;)
    {
      guint next = find_smallest (voters, n, withheld);
      gboolean enough = parts == 0 || (parts > 1 && hidden >= fewest);

      if (next == n || (enough && voters[next] >= fewest))
        return;
      withheld[next] = TRUE;
      hidden += voters[next];
      parts++;
    }
}
