/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/fault.h"
#include "round/intake.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the built-in plan @id, every element with id 0, or NULL when there is
 * none. */
typedef XrIntake *(*XrTemplateFunc) (const char *id, GError **error);

/**
 * xr_workbook_read:
 * @path: an .xlsx file by INTERCHANGE section 2
 * @base: (transfer full) (nullable): NULL for a new round; else the round that the book adds to: its
 *   plan, people, scores, tallies, votes and direct scores with their row ids, and in `ballots` those
 *   that it has (their marks aren't needed)
 * @load_template: for `方案模板`
 * @faults: receives what is wrong, sorted, at most XR_FAULTS_MAX
 *
 * Reads and checks the whole book. What came from the book has id 0; what stood in @base keeps its id
 * and isn't changed. A setting that the book has replaces the one of @base or of the template; the
 * sheets of a new round replace the template's parts (`计分` all components, `要素`, `等次`, `名次分` and
 * `投票组` those of the components they name, `资格条件` all rules).
 *
 * Returns: (transfer full): the intake; or %NULL with @faults, or with @error when it was cancelled
 */
XrIntake *xr_workbook_read (const char *path, XrIntake *base, XrTemplateFunc load_template,
                            GCancellable *cancellable, GPtrArray *faults, GError **error);

/* Whether the workbook at @path has sheets of a round other than 报名, so that it is more than a list of
 * people. FALSE for what is no workbook. */
gboolean xr_workbook_has_more_than_people (const char *path);

G_END_DECLS
