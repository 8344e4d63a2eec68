/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rational.h"
#include "rules/evidence.h"
#include "rules/result.h"

G_BEGIN_DECLS

/* What the kinds of component (评委打分, 民主测评 …) have in common. A new kind is one file with one
 * XrComponentKind in it, and one line in the table of component-kind.c. Private to rules/. */

/* Why there is no value; missing is XR_MISSING_NOTHING until something is. */
typedef struct
{
  XrMissing missing;
  char *detail;
} XrProblem;

/* Sets the reason and returns NULL, so that a kind can return what it returns. @detail is copied. */
XrRational *xr_problem_set (XrProblem *problem, XrMissing missing, const char *detail);
void xr_problem_clear (XrProblem *problem);

typedef enum
{
  XR_VERDICT_FAILED,
  XR_VERDICT_PASSED,
  XR_VERDICT_UNKNOWN, /* a count is missing */
} XrVerdict;

#define XR_GROUP_NONE (-1) /* evidence of a component without groups */
#define XR_GROUP_ALL  (-2) /* 合并计算: whatever the group */

/* The mean of one group (or of XR_GROUP_ALL) for an application; @ballots is set to the number of
 * ballots it is the mean of. NULL and a problem when there is none. */
typedef XrRational *(*XrGroupMean) (const XrEvidence *evidence, int component, int application,
                                    int group, gint64 *ballots, XrProblem *problem);

typedef struct
{
  XrMethod method;

  /* The exact score of an application, not yet scaled to 100. NULL and a problem when it can't be
   * worked out. */
  XrRational *(*score) (const XrEvidence *evidence, int component, int application,
                        XrProblem *problem);

  /* The score that stands for 100. FALSE when the plan does not say. */
  gboolean (*full) (const XrComponent *component, XrDecimal *full);

  /* The panel of an application, or NULL; the function is NULL for kinds without panels. */
  const char *(*panel) (const XrEvidence *evidence, int component, int application);

  /* Whether the votes are over 推荐门槛, compared exactly; NULL for kinds without votes. */
  XrVerdict (*over_threshold) (const XrEvidence *evidence, int component, int application);

  /* NULL for kinds without groups. */
  XrGroupMean group_mean;
} XrComponentKind;

extern const XrComponentKind xr_kind_judges;
extern const XrComponentKind xr_kind_graded;
extern const XrComponentKind xr_kind_ranked;
extern const XrComponentKind xr_kind_share;
extern const XrComponentKind xr_kind_direct;

const XrComponentKind *xr_component_kind_get (XrMethod method);

/**
 * xr_component_kind_scale:
 *
 * A score times 100 / full mark; that of a bonus as it stands, at most its full mark (INTERCHANGE 3,
 * fine print).
 *
 * Returns: (transfer full) (nullable): %NULL when the plan does not say what stands for 100
 */
XrRational *xr_component_kind_scale (const XrComponent *component, const XrRational *score);

/**
 * xr_component_kind_work_out:
 *
 * The exact scaled score of an application, neither rounded nor corrected for panels.
 *
 * Returns: (transfer full) (nullable): %NULL with a @problem
 */
XrRational *xr_component_kind_work_out (const XrEvidence *evidence, int component, int application,
                                        XrProblem *problem);

/**
 * xr_groups_combine:
 *
 * Puts the groups of a component together: by weight, where a group without a mean leaves nothing, or
 * as one mean over all (分组计算).
 *
 * Returns: (transfer full) (nullable): %NULL with a @problem
 */
XrRational *xr_groups_combine (const XrEvidence *evidence, int component, int application,
                               XrGroupMean mean_of, XrProblem *problem);

/* Whether evidence of @row_group counts where the mean of @group is asked for. */
gboolean xr_group_matches (int group, int row_group);

/* The name of a group for a problem, NULL for XR_GROUP_NONE and XR_GROUP_ALL. */
const char *xr_group_get_name (const XrComponent *component, int group);

G_END_DECLS
