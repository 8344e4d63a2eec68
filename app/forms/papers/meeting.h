/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/papers/common.h"

G_BEGIN_DECLS

/* Fills what papers about a meeting say of it: 会议 会议日期 地点 主持人 记录人 表决方式 监计票人 成员总数 应到 实到
 * 出席 缺席 列席 回避, and what the plan asks: 到会规定 通过规定. @meeting: (nullable) */
void xr_meeting_fill (XrFill *fill, XrRow *meeting);

G_END_DECLS
