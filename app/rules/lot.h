/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 抽签: what a seed that was made in the room makes of a list. Everything that is drawn in a round is drawn
 * in this one way, so that anybody can draw it again with a program that works out SHA-256.
 *
 * The items are put in order by the SHA-256 of "xuanren-lot-1\n" SEED "\n" SUBJECT "\n" ITEM, all UTF-8;
 * then they are dealt to the parts in turn: the first to the first part, the second to the second part. */

#define XR_LOT_ALGORITHM "xuanren-lot-1"

typedef enum
{
  XR_LOT_DRAWN,     /* has a place in a part */
  XR_LOT_RESERVE,   /* stands by for one who cannot come, in the order drawn */
  XR_LOT_LEFT_OVER, /* was in the pool and is not needed */
} XrLotFate;

typedef struct
{
  guint parts;    /* rooms, groups or panels; at least 1 */
  guint seats;    /* in each part; 0: everybody is dealt */
  guint reserves; /* drawn after the seats; 0 where everybody is dealt */
} XrLotShape;

typedef struct
{
  guint item;   /* index into the items */
  char *digest; /* 64 hexadecimal digits, by which it was put in order */
  guint part;   /* from 0; of those who are drawn */
  XrLotFate fate;
} XrLotPlace;

/**
 * xr_lot_deal:
 * @seed: as it was made in the room, without blanks around it
 * @subject: what is drawn, so that one seed gives different orders for different things
 * @items: (element-type char *): no two alike
 *
 * Returns: (transfer full) (element-type XrLotPlace): every item once, in the order drawn
 */
GPtrArray *xr_lot_deal (const char *seed, const char *subject, GPtrArray *items,
                        const XrLotShape *shape);
/* How many items the shape needs at least. */
guint xr_lot_shape_need (const XrLotShape *shape);

G_END_DECLS
