/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the official lists, as personnel files write them. They are stored and shown as they
 * are in every language, so they are no message ids; only the sex has one for windows in English. */

#include "config.h"

#include "round/tables/tables.h"

#define WORD(word)                                                                                 \
  {                                                                                                \
    word, word                                                                                     \
  }

const XrChoice xr_words_sex[] = { { "男", N_ ("Male") }, { "女", N_ ("Female") }, { NULL } };

/* GB/T 3304 */
const XrChoice xr_words_nation[] = {
  WORD ("汉族"),     WORD ("蒙古族"),   WORD ("回族"),       WORD ("藏族"),       WORD ("维吾尔族"),
  WORD ("苗族"),     WORD ("彝族"),     WORD ("壮族"),       WORD ("布依族"),     WORD ("朝鲜族"),
  WORD ("满族"),     WORD ("侗族"),     WORD ("瑶族"),       WORD ("白族"),       WORD ("土家族"),
  WORD ("哈尼族"),   WORD ("哈萨克族"), WORD ("傣族"),       WORD ("黎族"),       WORD ("傈僳族"),
  WORD ("佤族"),     WORD ("畲族"),     WORD ("高山族"),     WORD ("拉祜族"),     WORD ("水族"),
  WORD ("东乡族"),   WORD ("纳西族"),   WORD ("景颇族"),     WORD ("柯尔克孜族"), WORD ("土族"),
  WORD ("达斡尔族"), WORD ("仫佬族"),   WORD ("羌族"),       WORD ("布朗族"),     WORD ("撒拉族"),
  WORD ("毛南族"),   WORD ("仡佬族"),   WORD ("锡伯族"),     WORD ("阿昌族"),     WORD ("普米族"),
  WORD ("塔吉克族"), WORD ("怒族"),     WORD ("乌孜别克族"), WORD ("俄罗斯族"),   WORD ("鄂温克族"),
  WORD ("德昂族"),   WORD ("保安族"),   WORD ("裕固族"),     WORD ("京族"),       WORD ("塔塔尔族"),
  WORD ("独龙族"),   WORD ("鄂伦春族"), WORD ("赫哲族"),     WORD ("门巴族"),     WORD ("珞巴族"),
  WORD ("基诺族"),   { NULL },
};

/* GB/T 4762 */
const XrChoice xr_words_party[] = {
  WORD ("中共党员"), WORD ("预备党员"), WORD ("共青团员"), WORD ("民革"),   WORD ("民盟"),
  WORD ("民建"),     WORD ("民进"),     WORD ("农工党"),   WORD ("致公党"), WORD ("九三"),
  WORD ("台盟"),     WORD ("无党派"),   WORD ("群众"),     { NULL },
};

/* ZB64, highest first */
const XrChoice xr_words_education[] = {
  WORD ("研究生"),
  WORD ("研究生班"),
  WORD ("中央党校研究生"),
  WORD ("省（区、市）委党校研究生"),
  WORD ("大学"),
  WORD ("中央党校大学"),
  WORD ("省（区、市）委党校大学"),
  WORD ("大专"),
  WORD ("省（区、市）委党校大专"),
  WORD ("大学普通班"),
  WORD ("中央党校大专"),
  WORD ("中专"),
  WORD ("中技"),
  WORD ("高中"),
  WORD ("初中"),
  WORD ("小学"),
  { NULL },
};

/* GB/T 6864 without its subjects */
const XrChoice xr_words_degree[] = {
  WORD ("博士"),
  WORD ("硕士"),
  WORD ("学士"),
  { NULL },
};

/* Levels of leading posts and ranks */
const XrChoice xr_words_rank[] = {
  WORD ("县处级正职"),   WORD ("县处级副职"),   WORD ("乡科级正职"),
  WORD ("乡科级副职"),   WORD ("正科级"),       WORD ("副科级"),
  WORD ("副科级实职"),   WORD ("一级主任科员"), WORD ("二级主任科员"),
  WORD ("三级主任科员"), WORD ("四级主任科员"), WORD ("一级科员"),
  WORD ("二级科员"),     WORD ("一级调研员"),   WORD ("二级调研员"),
  WORD ("三级调研员"),   WORD ("四级调研员"),   { NULL },
};

const XrChoice xr_words_staffing[] = {
  WORD ("本局在编"), WORD ("行政编制"), WORD ("事业编制"), WORD ("参公事业编制"), { NULL },
};

const XrChoice xr_words_source[] = {
  WORD ("个人自荐"), WORD ("组织推荐"), WORD ("群众推荐"), WORD ("领导推荐"), { NULL },
};

/* 组织: what somebody does in a round */
const XrChoice xr_words_role[] = {
  WORD ("主持人"), WORD ("评委"),       WORD ("记分员"),   WORD ("监督员"), WORD ("计票人"),
  WORD ("监票人"), WORD ("资格审查人"), WORD ("工作人员"), { NULL },
};

const XrChoice xr_choices_stage[] = {
  { "1", N_ ("Announcement") },
  { "2", N_ ("Registration") },
  { "3", N_ ("Eligibility review") },
  { "4", N_ ("Speeches") },
  { "5", N_ ("Evaluation") },
  { "6", N_ ("Shortlist") },
  { "7", N_ ("Inspection") },
  { "8", N_ ("Deliberation") },
  { "9", N_ ("Publicity") },
  { "10", N_ ("Appointment") },
  { NULL },
};
