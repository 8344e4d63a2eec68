/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/dossier.h"

G_BEGIN_DECLS

/* What a reader may see of a dossier who must not know whom it is of, and what of it may tell all the same. */

typedef struct _XrBlinder XrBlinder;

/**
 * xr_blinder_new:
 * @others: (nullable) (element-type char *): names that would give somebody away as well: of the others in the
 *   round, and of their families
 *
 * Returns: (transfer full): what strikes out of texts the name of @dossier, in Latin letters too, the names of its
 *   family and of @others, with or without blanks inside; ID and telephone numbers; the date and year of birth and
 *   every age; and the words that say the sex and nothing else
 */
XrBlinder *xr_blinder_new (const XrDossier *dossier, const GPtrArray *others);
void xr_blinder_free (XrBlinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrBlinder, xr_blinder_free)

/* @text without it. (transfer full) */
char *xr_blinder_strike (const XrBlinder *self, const char *text);

/**
 * xr_blinder_copy:
 * @dossier: the one that @self was made for
 * @label: what stands in the place of the name
 *
 * Returns: (transfer full): no name, photo, sex, birth or ID number, nothing that gives one of them away (the date of
 *   retirement, the family, elements of a foreign file), and the other texts with what is struck out of them
 */
XrDossier *xr_blinder_copy (const XrBlinder *self, const XrDossier *dossier, const char *label);

/* A place that may tell who it is, or the sex or age, and that no rule can strike out. */
typedef struct
{
  XrDossierField field;
  char *words; /* the place with some words around it, on one line */
} XrBlindDoubt;

/* Those in @blind, made by xr_blinder_copy(). (transfer full) (element-type XrBlindDoubt) */
GPtrArray *xr_blinder_doubts (const XrBlinder *self, const XrDossier *blind);

G_END_DECLS
