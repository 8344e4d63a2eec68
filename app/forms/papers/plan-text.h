/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"

G_BEGIN_DECLS

/* Fills 职位表 资格条件 计分 成绩规则 日程, the texts of the plan (原则 基本条件 范围 程序 组织领导 纪律) and
 * what applicants have to know (报名起止 报名地点 报名材料 报名电话 监督电话 年龄计算). */
void xr_plan_text_fill (XrFill *fill);

/* A row of `rule` as a sentence without full stop: 年龄不超过50周岁. */
const char *xr_plan_text_rule (XrFill *fill, XrRow *rule);

G_END_DECLS
