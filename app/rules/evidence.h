/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/* The rows of one array of a case, found by component and subject (an application, a candidate or a
 * post) without searching. Private to rules/. */
typedef struct
{
  guint n_subjects;
  guint *offsets;
  guint *rows;
} XrIndex;

/* A case whose evidence is indexed once, so that every component of every candidate is worked out in
 * time that grows with its own rows only. */
typedef struct
{
  const XrCase *contest;
  XrIndex judges;        /* by component and post */
  XrIndex scores;        /* by component and application */
  XrIndex tallies;       /* by component and candidate */
  XrIndex votes;         /* by component and candidate */
  XrIndex direct_scores; /* by component and candidate */
  XrIndex graded_sums;   /* by component and candidate */
  XrIndex ranked_sums;   /* by component and application */
  XrIndex ranked_bases;  /* by component and post */
} XrEvidence;

/* @contest must outlive the evidence and must not change. */
XrEvidence *xr_evidence_new (const XrCase *contest);
void xr_evidence_free (XrEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrEvidence, xr_evidence_free)

/* Returns: (array length=n_rows): row numbers in the order of the case's array, borrowed */
const guint *xr_index_lookup (const XrIndex *index, int component, int subject, guint *n_rows);

const XrComponent *xr_evidence_get_component (const XrEvidence *self, int component);
const XrApplication *xr_evidence_get_application (const XrEvidence *self, int application);

G_END_DECLS
