/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/step.h"

G_BEGIN_DECLS

/* Steps of a procedure on the screen, below each other or, with the property `row` (construct-only), beside
 * each other.
 *
 * Signal `go-to` (char *place): a step with a place was pressed. */

#define XR_TYPE_STEP_LIST (xr_step_list_get_type ())
G_DECLARE_FINAL_TYPE (XrStepList, xr_step_list, XR, STEP_LIST, AdwBin)

/* @label: what the steps are of, for a screen reader. @steps: (element-type XrStageStep), read at once. */
void xr_step_list_set_steps (XrStepList *self, const char *label, GPtrArray *steps);

G_END_DECLS
