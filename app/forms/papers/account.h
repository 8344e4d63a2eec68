/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"

G_BEGIN_DECLS

/* What stands where a part of a result is not shown (rules/withhold.h). */
#define XR_ACCOUNT_WITHHELD "不公开"

/* 票数表 of the component that the copy is about, and 有效性: whether more ballots came back than went out. */
void xr_account_fill (XrFill *fill);

G_END_DECLS
