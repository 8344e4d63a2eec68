/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/fact-list.h"

G_BEGIN_DECLS

/* The facts of a candidate in the groups of the registration form, for reading and for editing. */

typedef struct
{
  const char *title;         /* msgid */
  const char *const *fields; /* names of the table `candidate`, ended by NULL */
} XrCandidateGroup;

/* (transfer none), ended by a NULL title */
const XrCandidateGroup *xr_candidate_groups (void);
/* Shows the whole dossier of @candidate. */
void xr_candidate_facts_show (XrFactList *list, XrOffice *office, XrRow *candidate);

/* What an ID number says against the facts beside it, as a sentence; NULL when nothing. @born and @sex:
 * canonical values or NULL. (transfer full) */
char *xr_candidate_describe_contradiction (const char *id_number, const char *born,
                                           const char *sex);

/* Full years of age at @reference, counted by month; −1 when either is unknown. */
int xr_candidate_age (XrDate born, XrDate reference);

G_END_DECLS
