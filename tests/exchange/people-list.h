/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A list of 500 invented people as a spreadsheet program saves it, with 20 faults in it, and how each fault is
 * mended. */

typedef struct
{
  guint row;          /* index in the preview, from 0 */
  const char *column; /* title of the column where the fault stands */
  const char *spoilt; /* what the list has there */
} PeopleFault;

#define PEOPLE_N        500
#define PEOPLE_N_FAULTS 20

extern const PeopleFault people_faults[PEOPLE_N_FAULTS];

/* The list as UTF-8, lines ended by CRLF; with @faults or without. (transfer full) */
char *people_list_new (char divider, gboolean faults);
/* What belongs into a cell. (transfer full) */
char *people_list_cell (guint row, const char *column);
