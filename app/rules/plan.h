/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/decimal.h"

G_BEGIN_DECLS

/* The plan of a round as plain values: what the rules compute with. It holds no more than the office
 * file and the workbook say; the defaults of INTERCHANGE 2 and 3 are filled in by xr_plan_new(),
 * xr_component_new() and so on. Every `id` is a row id of the office file, 0 for a row that is not yet
 * in it; where one thing points at another it does so by index into the plan's or the case's arrays. */

typedef enum
{
  XR_METHOD_JUDGES,        /* 评委打分 */
  XR_METHOD_GRADED_BALLOT, /* 民主测评 */
  XR_METHOD_RANKED_BALLOT, /* 民主推荐 */
  XR_METHOD_VOTE_SHARE,    /* 票数比例 */
  XR_METHOD_DIRECT,        /* 直接计分 */
} XrMethod;

typedef enum
{
  XR_GROUPING_AUTO,     /* blank: by weight where the groups have weights, else pooled */
  XR_GROUPING_WEIGHTED, /* 按组加权 */
  XR_GROUPING_POOLED,   /* 合并计算 */
} XrGrouping;

typedef enum
{
  XR_TRIMMING_TOTALS,     /* 总分 */
  XR_TRIMMING_DIMENSIONS, /* 要素 */
} XrTrimming;

typedef enum
{
  XR_VOTE_BASE_VALID,           /* 有效票: yes + no + abstain */
  XR_VOTE_BASE_FOR_AND_AGAINST, /* 赞成反对 */
  XR_VOTE_BASE_PRESENT,         /* 实到 */
  XR_VOTE_BASE_DUE,             /* 应到 */
} XrVoteBase;

typedef enum
{
  XR_SIZE_UP,      /* 进一 */
  XR_SIZE_NEAREST, /* 四舍五入 */
  XR_SIZE_DOWN,    /* 舍去 */
} XrSizeRounding;

typedef enum
{
  XR_BODY_MEMBERS, /* 成员总数 */
  XR_BODY_DUE,     /* 应到 */
  XR_BODY_PRESENT, /* 实到 */
  XR_BODY_VALID,   /* 有效票 */
} XrBody;

typedef enum
{
  XR_RULE_MAX_AGE,       /* 最大年龄 */
  XR_RULE_MIN_EDUCATION, /* 最低学历 */
  XR_RULE_MIN_DEGREE,    /* 最低学位 */
  XR_RULE_YEARS_WORKED,  /* 工作年限 */
  XR_RULE_RANK,          /* 现职级 */
  XR_RULE_YEARS_IN_RANK, /* 现职级年限 */
  XR_RULE_PARTY,         /* 政治面貌 */
  XR_RULE_APPRAISALS,    /* 年度考核 */
  XR_RULE_STAFFING,      /* 编制 */
  XR_RULE_PUNISHMENT,    /* 处分影响期 */
  XR_RULE_BY_HAND,       /* 人工核定 */
} XrRuleKind;

/* A ratio such as 1.2:1 or 2/3, exact. The denominator is never 0. */
typedef struct
{
  gint64 numerator, denominator;
} XrRatio;

/* A number that may be missing; facts are never defaulted. */
#define XR_COUNT_NONE (-1)

typedef struct
{
  gint64 id;
  char *name;
  guint vacancies;  /* 职数, ≥ 1 */
  char *rank;       /* 职级, or NULL */
  char *department; /* or NULL */
  char *note;       /* or NULL */
} XrPost;

typedef struct
{
  gint64 id;
  int post; /* index, −1: all posts */
  XrRuleKind kind;
  char *value; /* 内容, in the grammar of INTERCHANGE 2 */
  guint group; /* 组: of the rules of one group one is enough; 0: the rule stands by itself */
} XrRule;

/* 要素 */
typedef struct
{
  gint64 id;
  char *name;
  XrDecimal weight;    /* relative, default 1 (graded ballots and direct scores) */
  XrDecimal full_mark; /* judges' sub-items; 0 where it is not stated */
} XrDimension;

/* 等次 */
typedef struct
{
  gint64 id;
  char *name;
  XrDecimal points;
} XrGrade;

/* 名次分: the points of a place of a ranked ballot; place 0 is 未推荐. */
typedef struct
{
  gint64 id;
  guint place;
  XrDecimal points;
} XrPlacePoints;

/* 投票组; counts are XR_COUNT_NONE where nobody entered them. */
typedef struct
{
  gint64 id;
  char *name;
  gboolean has_weight;
  XrDecimal weight;                          /* per cent */
  int due, present, issued, returned, valid; /* 应到 实到 发出 收回 有效 */
} XrGroup;

/* 复录: whether two people key a component */
typedef enum
{
  XR_TWICE_NO,
  XR_TWICE_HAND, /* figures keyed by hand */
  XR_TWICE_ALL,  /* those from a workbook too */
} XrTwice;

/* 计分: one scored component */
typedef struct
{
  gint64 id;
  char *name;
  XrMethod method;
  XrDecimal weight;          /* per cent */
  int stage;                 /* 环节: 4 演讲, 5 测评 */
  XrDecimal full_mark;       /* 满分, default 100 */
  guint drop_high, drop_low; /* 去高 去低 */
  guint places;              /* 小数位, 0 to 4, default 2 */
  XrRounding rounding;
  XrGrouping grouping;
  XrTrimming trimming;
  XrVoteBase vote_base;
  gboolean bonus; /* 计入方式 加分 */
  gboolean has_pass_line;
  XrDecimal pass_line;     /* 合格线 */
  gboolean over_threshold; /* 超过 推荐门槛 */
  gboolean has_cut_ratio;
  XrRatio cut_ratio;         /* 入围比例 */
  gboolean panel_correction; /* 考场修正 均值系数 */
  guint panel_trim;          /* 修正去值, counted at each end */
  XrTwice keyed_twice;       /* 复录; nothing is computed with it */
  GPtrArray *dimensions;     /* XrDimension */
  GPtrArray *grades;         /* XrGrade, as entered */
  GPtrArray *place_points;   /* XrPlacePoints */
  GPtrArray *groups;         /* XrGroup */
} XrComponent;

/* The settings of sheet 方案 that the rules read. All texts of the plan (principles, discipline …) and
 * everything else that no rule computes with stay in the office file. */
typedef struct
{
  XrDate registration_from, registration_to; /* 报名开始 报名截止 */
  XrDate age_date;                           /* 年龄计算日期 */
  XrRatio shortlist_ratio;                   /* 考察比例, default 1:1 */
  XrSizeRounding shortlist_rounding;         /* 考察名额取整 */
  gboolean has_min_total;
  XrDecimal min_total;     /* 最低分数线 */
  GPtrArray *tie_breakers; /* 同分处理: component names (char *) in order */
  guint total_places;      /* 总分小数位, default 2 */
  XrRounding total_rounding;
  gboolean rank_unrounded; /* 排名依据 舍入前 */
  gboolean has_opening_ratio;
  XrRatio opening_ratio;            /* 开考比例 */
  int publicity_days;               /* 公示天数, XR_COUNT_NONE */
  int publicity_max_days;           /* 公示天数上限, XR_COUNT_NONE */
  gboolean publicity_calendar_days; /* 公示单位 自然日 */
  gboolean publicity_same_day;      /* 公示起算 当日 */
  gboolean has_quorum;
  XrRatio quorum;     /* 到会比例, met by ≥ */
  XrBody quorum_body; /* 到会分母: 成员总数 or 应到 */
  gboolean has_majority;
  XrRatio majority;     /* 通过比例, met only by > */
  XrBody majority_body; /* 表决分母 */
  gboolean has_threshold;
  XrDecimal threshold;       /* 推荐门槛 per cent, met only by > */
  XrVoteBase threshold_base; /* 推荐门槛分母, default 实到 */
  gboolean has_recommendation_quorum;
  XrRatio recommendation_quorum; /* 推荐到会比例 */
  int recommendation_months;     /* 推荐有效期月数, XR_COUNT_NONE */
  int fewest_shown;    /* 最少公开人数: fewer voters are not shown by themselves, default 5 */
  int appraisal_years; /* of appraisals looked back on (X3), XR_COUNT_NONE */
  int inspection_team_min;        /* 考察组最少人数, XR_COUNT_NONE */
  int inspection_notice_days;     /* 考察预告提前工作日, XR_COUNT_NONE */
  int probation_months;           /* 试用期月数, XR_COUNT_NONE */
  int probation_extension_months; /* 试用延长月数, XR_COUNT_NONE */
} XrSettings;

typedef struct
{
  XrSettings settings;
  GPtrArray *posts;      /* XrPost */
  GPtrArray *rules;      /* XrRule */
  GPtrArray *components; /* XrComponent, in the order of the 计分 rows */
} XrPlan;

XrPlan *xr_plan_new (void);
void xr_plan_free (XrPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPlan, xr_plan_free)

/* Each makes an element with the defaults of INTERCHANGE; the arrays of the plan free theirs. @name is
 * copied. */
XrPost *xr_post_new (const char *name, guint vacancies);
XrRule *xr_rule_new (int post, XrRuleKind kind, const char *value);
XrComponent *xr_component_new (const char *name, XrMethod method, XrDecimal weight);
XrDimension *xr_dimension_new (const char *name);
XrGrade *xr_grade_new (const char *name, XrDecimal points);
XrPlacePoints *xr_place_points_new (guint place, XrDecimal points);
XrGroup *xr_group_new (const char *name);

/* Each returns an index, or −1 when there is none of that name. */
int xr_plan_find_post (const XrPlan *plan, const char *name);
int xr_plan_find_component (const XrPlan *plan, const char *name);
int xr_component_find_dimension (const XrComponent *component, const char *name);
int xr_component_find_grade (const XrComponent *component, const char *name);
int xr_component_find_group (const XrComponent *component, const char *name);

/* 满分 that counts: of judges' sub-items the sum of theirs, else the component's own. */
XrDecimal xr_component_effective_full_mark (const XrComponent *component);

/* How groups are put together once a blank 分组计算 is resolved (fine print of INTERCHANGE 3). Never
 * XR_GROUPING_AUTO. */
XrGrouping xr_component_effective_grouping (const XrComponent *component);

/* The reference month or date of ages and years: age_date, else the last day of registration. */
XrDate xr_settings_reference_date (const XrSettings *settings);

/* Reads `1.2:1`, `3：1`, `2/3`; at most 4 decimals a side, both sides above 0. FALSE with XR_DECIMAL_ERROR. */
gboolean xr_ratio_parse (const char *text, XrRatio *ratio, GError **error);

G_END_DECLS
