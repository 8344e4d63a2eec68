/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/preview.h"
#include "round/round.h"

G_BEGIN_DECLS

/* An office file in a folder of its own, with one round that has the posts 办公室主任 and 政工科副科长. */
typedef struct
{
  char *folder;
  XrOffice *office;
  gint64 round;
} Fixture;

void preview_set_up (Fixture *fixture, gconstpointer data);
void preview_tear_down (Fixture *fixture, gconstpointer data);
void preview_add_post (Fixture *fixture, const char *name);

/* Writes @text in @encoding and reads it as a list of people. */
XrPersonSheet *preview_read_list (Fixture *fixture, const char *text, const char *encoding,
                                  GError **error);
void preview_add_list (Fixture *fixture, XrPreview *preview, const char *text,
                       const char *encoding);
void preview_check_all (Fixture *fixture, XrPreview *preview);
guint preview_count_people (Fixture *fixture);

G_END_DECLS
