/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/round.h"

/* A new office file in a folder of its own, and rows in it. */
typedef struct
{
  char *folder;
  XrOffice *office;
  gint64 round;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Saves a row of @table for @owner; @fields: name, text, …, NULL. Returns its id. */
gint64 fixture_add (Fixture *fixture, const char *table, gint64 owner, ...) G_GNUC_NULL_TERMINATED;
/* The same, expecting the refusal; the sentence is returned. */
char *fixture_refuse (Fixture *fixture, const char *table, gint64 owner,
                      ...) G_GNUC_NULL_TERMINATED;
gint64 fixture_int (Fixture *fixture, const char *sql);
