/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/explain-ballot.h"

G_BEGIN_DECLS

/* The explanation in the words of papers and of the Excel report, which are Chinese in every language; the
 * windows have their own words (ui/stages/explain-words.c). All (transfer full). */

/* 使两人互换的最小单个分数改动 */
char *xr_explain_paper_swap (const XrCase *contest, const XrSwap *swap);
/* 使两人互换的最小单张票改动 */
char *xr_explain_paper_ballot_swap (const XrCase *contest, const XrBallotSwap *swap);
/* 名单不变, 变动2分起名单改变 */
char *xr_explain_paper_points (int points);

/* What these figures are, and what they can't show. */
#define XR_EXPLAIN_PAPER_CHANGE                                                                                                                   \
  "互换指按方案完成全部舍入和同分处理后，名次在后的人排到了在前的人之前。单个改动指一位评委的一个" \
  "分数，或者一张票上对这两个人的填写（弃权不变）；一档是一个等次、一个名次位置，或者由同意到弃"    \
  "权、由弃权到不同意。人数过少、不能公开的组不查看票的内容。"
#define XR_EXPLAIN_PAPER_JUDGES                                                                                                                  \
  "离散程度为该评委自己打分的标准差。一致度为肯德尔等级相关系数：1为顺序完全相同，−1为完全相反，" \
  "不足4人不列。评委组通常只有5至9人，以上数字只描述打分情况，不能证明某位评委不公正、偏严或偏宽"   \
  "。"
#define XR_EXPLAIN_PAPER_WITHOUT                                                                   \
  "去掉一位评委或一张票后按同样规则重新计算全部结果，只用于检验名次是否稳固，不是另一个结果。"
#define XR_EXPLAIN_PAPER_WEIGHTS                                                                                                                  \
  "一个项目的权重变动，其余按比例调整，权重之和不变。只说明名单对权重的依赖程度，结果以方案规定的" \
  "权重为准。"

/* Orders of fewer candidates agree or not by mere chance. */
#define XR_EXPLAIN_FEWEST_COMPARED 4

G_END_DECLS
