/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/round.h"

/* Rounds of any size, for measuring. Their figures follow from the arguments alone. */

/* A round of one post, ready for xr_round_import(): every judge scores every candidate, every ballot
 * has a mark for each of BIG_DIMENSIONS dimensions of every candidate. (transfer full) */
#define BIG_DIMENSIONS 5
XrIntake *big_intake_new (const char *title, guint n_candidates, guint n_judges, guint n_ballots);

/* 20 rounds with 2,000 people, in the new file @path. (transfer full) */
XrOffice *big_office_new_with_many_rounds (const char *path);
/* One round of 1,000 candidates, 50 judges and 1,000,000 marks on ballots, in the new file @path.
 * (transfer full) */
XrOffice *big_office_new_with_large_round (const char *path);
/* One round of 60 candidates and 60 judges, in the new file @path. (transfer full) */
XrOffice *big_office_new_with_many_judges (const char *path);

/* One round with @n applicants and nothing judged, in the new file @path. (transfer full) */
XrOffice *big_office_new_with_many_people (const char *path, guint n);

/* Deletes @folder with the files in it. */
void big_folder_remove (const char *folder);
