/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/lot.h"

G_BEGIN_DECLS

/* 抽签 in a round (rules/lot.h says how): the order of speech of a post, and for one component its own order,
 * the rooms or groups of its candidates, and people out of a pool, such as judges for a panel or voters for
 * a post. A lot is a row of the table `lot`; who was drawn comes from xr_lot_list(). */

typedef enum
{
  XR_LOT_ORDER,  /* candidates, one after the other */
  XR_LOT_ROOMS,  /* candidates, dealt to rooms or groups (抽签分组) */
  XR_LOT_PEOPLE, /* names out of a pool, dealt to panels or groups (评委抽签) */
} XrLotKind;

/* What a lot is for: there is at most one of each. */
typedef struct
{
  XrLotKind kind;
  gint64 component; /* 0: the order of @post for whatever is scored of it */
  gint64 post;      /* 0: all posts of the component's round together */
} XrLotScope;

/* As it was typed; NULL is empty. */
typedef struct
{
  const char *seed, *by;
  const char
    *parts; /* names divided by commas or line ends, or how many; people: empty for one group */
  const char *pool;     /* people: their names, divided likewise */
  const char *seats;    /* people: how many for each part; empty: everybody is dealt */
  const char *reserves; /* people: how many stand by; empty: nobody */
  const char *reason;   /* needed where this was drawn before */
} XrLotWish;

/* Draws, instead of what was drawn before for the same scope. One entry in the record. FALSE with a sentence
 * that says what to write, also where the stage is closed or nobody is there to be drawn. Candidates are
 * those in the running whom no earlier component has cut; a person who applied for several posts that are
 * drawn together is drawn once. */
gboolean xr_lot_draw (XrOffice *office, const XrLotScope *scope, const XrLotWish *wish,
                      GError **error);

/* NULL while nothing was drawn. (transfer full) */
XrRow *xr_lot_find (XrOffice *office, const XrLotScope *scope);

/* How the office file writes the kind of a lot, and what became of somebody in it. (transfer none) */
const char *xr_lot_kind_id (XrLotKind kind);
const char *xr_lot_fate_id (XrLotFate fate);

/* One who was in a lot. */
typedef struct
{
  gint64 place;       /* from 1, in the order drawn */
  gint64 application; /* 0: not a candidate; of several the first */
  char *item;         /* number or name, as it went into the hash */
  char *name;         /* of the candidate, else as the item */
  char *part;         /* room, group or panel, or NULL */
  XrLotFate fate;
} XrLotSeat;

void xr_lot_seat_free (XrLotSeat *seat);
/* Everybody once, in the order drawn. (transfer full) (element-type XrLotSeat) */
GPtrArray *xr_lot_list (XrOffice *office, gint64 lot);

/* How the draw is done again by hand: the hash of which lines, sorted, and how it is dealt. (transfer full) */
char *xr_lot_dup_line (XrRow *lot);
/* Whether drawing again from what the file keeps gives the same, place by place. */
gboolean xr_lot_agrees (XrOffice *office, XrRow *lot);
/* The same hash that put a seat in its place, shortened as papers print it. (transfer full) */
char *xr_lot_dup_check (XrRow *lot, const XrLotSeat *seat);

/* Applications of the post in the order drawn for @component, be it of the post alone or of all posts, else
 * (or with @component 0) in the order of speech of the post; those that came after the draw stand last, in
 * number order; before any draw all in number order. (transfer full) (element-type gint64) */
GArray *xr_lot_order (XrOffice *office, gint64 component, gint64 post);
/* The room that was drawn for an application in @component; NULL: none. (transfer full) */
char *xr_lot_dup_room (XrOffice *office, gint64 component, gint64 application);

/* Makes those whom a lot of people drew judges of its component, for its post or for all posts, the part
 * their panel where there are several; who is one already is left out. One entry in the record. Returns how
 * many came, −1 with @error. */
int xr_lot_seat_judges (XrOffice *office, gint64 lot, GError **error);

G_END_DECLS
