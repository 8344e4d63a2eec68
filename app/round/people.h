/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/han.h"
#include "round/office.h"

G_BEGIN_DECLS

/* People over all rounds of an office. */

/* The person with this ID number in the latest other round, as a row of `candidate`; @title receives that
 * round's title. (transfer full) (nullable) */
XrRow *xr_people_find_earlier (XrOffice *office, gint64 round, const char *id_number, char **title);

/* Somebody of one round, to be found. */
typedef struct
{
  gint64 candidate, round;
  char *name, *number, *unit, *position, *posts,
    *round_title; /* posts applied for; "" where empty */
  char *words;    /* what is looked through, small letters */
  char *letters;  /* for xr_han_search_matches() */
  char *keys[2];  /* for strcmp(), by XrHanOrder */
} XrPerson;

/* Everybody of every round, those of the latest round first. It takes a moment: call it in a thread with a
 * connection of its own. (transfer full) (element-type XrPerson): NULL when cancelled or with @error */
GPtrArray *xr_people_load (XrOffice *office, GCancellable *cancellable, GError **error);
/* By the surname's strokes or sound; of one name the latest round first. */
void xr_people_sort (GPtrArray *people, XrHanOrder order);

/**
 * xr_people_find:
 * @wanted: words divided by blanks, each of which must be found: a part of name, unit, post, number or ID
 *   number, or the beginning of the name in pinyin or its initials
 * @max: at most so many are returned
 * @n_found: (out): how many there are
 *
 * Returns: (transfer container) (element-type XrPerson): in the order of @people; none for no words
 */
GPtrArray *xr_people_find (GPtrArray *people, const char *wanted, guint max, guint *n_found);

G_END_DECLS
