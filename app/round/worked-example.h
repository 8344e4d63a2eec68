/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/**
 * xr_worked_example_dup:
 * @contest: a plan without people or evidence; made-up ones are put into it, so it is good for nothing
 *   else afterwards
 * @component: index of the component
 *
 * Works one component out for an invented candidate with fixed made-up marks, by the rules that the
 * round itself is worked out with, and says how: marks, what is dropped, mean, rounding, weight. Where
 * the plan does not allow it yet, it says what is missing.
 *
 * Returns: (transfer full): lines of text in the current language
 */
char *xr_worked_example_dup (XrCase *contest, int component);

G_END_DECLS
