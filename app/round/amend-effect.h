/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/eligibility.h"

G_BEGIN_DECLS

/* What an amendment of the plan would do to one application. */
typedef struct
{
  gint64 application;
  char *post, *number, *name;
  int rank_before, rank_after;             /* 0: none */
  char *total_before, *total_after;        /* NULL: none */
  gboolean listed_before, listed_after;    /* on the shortlist by the ranking */
  XrVerdict verdict_before, verdict_after; /* of the rules, reviewers' words counted */
} XrEffectLine;

gboolean xr_effect_line_is_change (const XrEffectLine *line);

/**
 * xr_office_preview_effect:
 *
 * Carries the change out (saving @row, or with @remove deleting it), works everything out, and takes it
 * back: nothing is kept and nothing recorded.
 *
 * Returns: (transfer full) (element-type XrEffectLine): a line for every application, post by post, by
 *   the rank before; NULL with @error when the change can't be made
 */
GPtrArray *xr_office_preview_effect (XrOffice *office, XrRow *row, gboolean remove, GError **error);

G_END_DECLS
