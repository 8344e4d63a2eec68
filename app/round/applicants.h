/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/han.h"
#include "round/office.h"

G_BEGIN_DECLS

/* Who has registered for a round, as keys only: there may be a hundred thousand, of whom a list shows some
 * thirty at a time. */

/* One who applies for a post, or has registered without. */
typedef struct
{
  gint64 candidate, application; /* row ids; application 0: none */
} XrApplicantKey;

typedef enum
{
  XR_APPLICANTS_BY_NUMBER,
  XR_APPLICANTS_BY_STROKES,
  XR_APPLICANTS_BY_PINYIN,
} XrApplicantOrder;

/**
 * xr_applicants_list:
 * @post: those who apply for it only; 0: everybody, those without an application too
 * @max: at most so many, 0: all. A list by number has its first lines quickly; the other orders look at
 *   every name first
 *
 * Somebody who applies for several posts stands there once for each, in the order of wishes.
 *
 * Returns: (transfer full) (element-type XrApplicantKey): empty, too, where the file can't be read
 */
GArray *xr_applicants_list (XrOffice *office, gint64 round, gint64 post, XrApplicantOrder order,
                            guint max);
/* How many of the post are in the running; @post 0: of all posts together. */
guint xr_applicants_count (XrOffice *office, gint64 round, gint64 post);

G_END_DECLS
