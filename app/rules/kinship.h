/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ties for which somebody has to recuse (rules.md D18): 夫妻、直系血亲、三代以内旁系血亲、近姻亲. */
typedef enum
{
  XR_KINSHIP_NONE, /* none of them, or a word that the list of 称谓 lacks */
  XR_KINSHIP_SPOUSE,
  XR_KINSHIP_LINEAL,     /* parents, children, grandparents … by blood, adoption or remarriage */
  XR_KINSHIP_COLLATERAL, /* brothers and sisters, uncles and aunts, cousins, nephews and nieces */
  XR_KINSHIP_AFFINE, /* by marriage: the spouse's parents and brothers, children's spouses … */
} XrKinship;

/* What a 称谓 (codes.md section 2; NULL is none) makes of the person that it names. */
XrKinship xr_kinship_of (const char *relation);
/* 夫妻 and so on, as the rules call it; NULL for none. (transfer none) */
const char *xr_kinship_word (XrKinship kinship);

/* A name without its blanks: what two names have to have in common to be written alike. (transfer full) */
char *xr_kinship_name_key (const char *name);

G_END_DECLS
