/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chinese names in the orders that lists of people have, and as people key them in Latin letters. All of
 * it may be called from any thread. */

typedef enum
{
  XR_HAN_STROKES, /* 姓氏笔画 */
  XR_HAN_PINYIN,  /* 拼音 */
} XrHanOrder;

/**
 * xr_han_name_key:
 * @name: UTF-8, or NULL for ""
 *
 * 姓氏笔画: by the strokes of the surname; with one surname two-character names come before
 * three-character ones, as lists of members have it, then by the strokes of the given name. 拼音: by the
 * sound of the surname as a surname (单 is shàn), one surname together, then by the given name. Blanks
 * inside a name do not count. Different names never have one key.
 *
 * Returns: (transfer full): bytes without a zero inside that strcmp() puts in order; not text
 */
char *xr_han_name_key (const char *name, XrHanOrder order);
/* strcmp() of the keys, for lists that are sorted once. */
int xr_han_name_compare (const char *a, const char *b, XrHanOrder order);

/* The same for any text, which has no surname: units, posts. (transfer full) */
char *xr_han_text_key (const char *text, XrHanOrder order);

/* Returns: (transfer full): @name in small Latin letters without tones, a blank between syllables:
 * "shan xiong xin". The first character is read as a surname, ü is v. What is not Chinese stays. */
char *xr_han_name_pinyin (const char *name);

/**
 * xr_han_search_key:
 * @name: UTF-8, or NULL
 *
 * What a name may be found by in Latin letters: whole, by its initials, and by the given name alone;
 * a surname by both its readings, ü as v and as u.
 *
 * Returns: (transfer full): lines for xr_han_search_matches(); "" where nothing in it is Chinese
 */
char *xr_han_search_key (const char *name);
/* Whether one of the ways of @key begins with @wanted, small letters without blanks. */
gboolean xr_han_search_matches (const char *key, const char *wanted);

G_END_DECLS
