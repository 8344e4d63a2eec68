/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/* 不得列为考察对象 (rules.md 2.3): which of the items X1 to X7 the facts on file speak for by themselves. The
 * others are for people to judge. */

/**
 * xr_exclusion_facts:
 * @item: "X1" … "X7"
 * @settings: how many years of appraisals are looked back on (X3), and the date from which
 * @today: whether a period of punishment is over (X6) is asked on this day
 *
 * Returns: (transfer full) (nullable): the fact as a translated sentence without its full stop, NULL where
 *   nothing on file speaks for the item; a fact that nobody entered speaks for nothing
 */
char *xr_exclusion_facts (const char *item, const XrCandidate *candidate,
                          const XrSettings *settings, XrDate today);

G_END_DECLS
