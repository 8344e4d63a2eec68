/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mark.h"

G_BEGIN_DECLS

/* A short list of people under headings (their posts), each with a mark and a line of words: the left side
 * of the pages that look at one person after the other.
 *
 * Properties: `selected` (int64, an id, 0: nobody; notified); `label`: what a screen reader calls the
 * list; `empty`: the sentence of an empty list. Signal `activated`: Enter or a double click. */

#define XR_TYPE_PERSON_LIST (xr_person_list_get_type ())
G_DECLARE_FINAL_TYPE (XrPersonList, xr_person_list, XR, PERSON_LIST, AdwBin)

/* Texts are copied. People of one heading are added one after the other. */
typedef struct
{
  gint64 id;
  const char *heading;
  const char *name;
  const char *detail; /* "" or NULL: no second line */
  XrMark mark;
} XrPersonItem;

/* Replaces the people between begin and end; who was selected stays so, else it is the first one. */
void xr_person_list_begin (XrPersonList *self);
void xr_person_list_add (XrPersonList *self, const XrPersonItem *item);
void xr_person_list_end (XrPersonList *self);

gint64 xr_person_list_get_selected (XrPersonList *self);
/* FALSE when nobody has that id. */
gboolean xr_person_list_select (XrPersonList *self, gint64 id);
guint xr_person_list_get_n_people (XrPersonList *self);

G_END_DECLS
