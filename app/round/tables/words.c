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

/* GB/T 6864, highest first */
const XrChoice xr_words_degree[] = {
  WORD ("博士"),       WORD ("哲学博士"),     WORD ("经济学博士"),   WORD ("法学博士"),
  WORD ("教育学博士"), WORD ("文学博士"),     WORD ("历史学博士"),   WORD ("理学博士"),
  WORD ("工学博士"),   WORD ("农学博士"),     WORD ("医学博士"),     WORD ("军事学博士"),
  WORD ("管理学博士"), WORD ("临床医学博士"), WORD ("兽医博士"),     WORD ("口腔医学博士"),
  WORD ("硕士"),       WORD ("哲学硕士"),     WORD ("经济学硕士"),   WORD ("法学硕士"),
  WORD ("教育学硕士"), WORD ("文学硕士"),     WORD ("历史学硕士"),   WORD ("理学硕士"),
  WORD ("工学硕士"),   WORD ("农学硕士"),     WORD ("医学硕士"),     WORD ("军事学硕士"),
  WORD ("管理学硕士"), WORD ("法律硕士"),     WORD ("教育硕士"),     WORD ("工程硕士"),
  WORD ("建筑学硕士"), WORD ("临床医学硕士"), WORD ("工商管理硕士"), WORD ("农业推广硕士"),
  WORD ("兽医硕士"),   WORD ("公共管理硕士"), WORD ("口腔医学硕士"), WORD ("公共卫生硕士"),
  WORD ("军事硕士"),   WORD ("学士"),         WORD ("哲学学士"),     WORD ("经济学学士"),
  WORD ("法学学士"),   WORD ("教育学学士"),   WORD ("文学学士"),     WORD ("历史学学士"),
  WORD ("理学学士"),   WORD ("工学学士"),     WORD ("农学学士"),     WORD ("医学学士"),
  WORD ("军事学学士"), WORD ("管理学学士"),   WORD ("建筑学学士"),   { NULL },
};

/* Levels of leading posts and ranks */
const XrChoice xr_words_rank[] = {
  WORD ("县处级正职"),   WORD ("县处级副职"),   WORD ("乡科级正职"),   WORD ("乡科级副职"),
  WORD ("正科级"),       WORD ("副科级"),       WORD ("副科级实职"),   WORD ("一级主任科员"),
  WORD ("二级主任科员"), WORD ("三级主任科员"), WORD ("四级主任科员"), WORD ("一级科员"),
  WORD ("二级科员"),     WORD ("一级巡视员"),   WORD ("二级巡视员"),   WORD ("一级调研员"),
  WORD ("二级调研员"),   WORD ("三级调研员"),   WORD ("四级调研员"),   { NULL },
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

/* GB/T 4761, those that most forms have first */
const XrChoice xr_words_relation[] = {
  WORD ("丈夫"),     WORD ("妻子"),   WORD ("儿子"),   WORD ("女儿"),   WORD ("长子"),
  WORD ("次子"),     WORD ("三子"),   WORD ("长女"),   WORD ("次女"),   WORD ("三女"),
  WORD ("父亲"),     WORD ("母亲"),   WORD ("岳父"),   WORD ("岳母"),   WORD ("公公"),
  WORD ("婆婆"),     WORD ("哥哥"),   WORD ("弟弟"),   WORD ("姐姐"),   WORD ("妹妹"),
  WORD ("四子"),     WORD ("五子"),   WORD ("养子"),   WORD ("继子"),   WORD ("女婿"),
  WORD ("四女"),     WORD ("五女"),   WORD ("养女"),   WORD ("继女"),   WORD ("长女婿"),
  WORD ("二女婿"),   WORD ("三女婿"), WORD ("四女婿"), WORD ("五女婿"), WORD ("儿媳"),
  WORD ("长儿媳"),   WORD ("二儿媳"), WORD ("三儿媳"), WORD ("四儿媳"), WORD ("五儿媳"),
  WORD ("其他女儿"), WORD ("孙子"),   WORD ("孙女"),   WORD ("外孙子"), WORD ("外孙女"),
  WORD ("继父"),     WORD ("养父"),   WORD ("继母"),   WORD ("养母"),   WORD ("祖父"),
  WORD ("祖母"),     WORD ("外祖父"), WORD ("外祖母"), WORD ("曾祖父"), WORD ("曾祖母"),
  WORD ("嫂子"),     WORD ("弟媳"),   WORD ("姐夫"),   WORD ("妹夫"),   WORD ("伯父"),
  WORD ("伯母"),     WORD ("叔父"),   WORD ("婶母"),   WORD ("舅父"),   WORD ("舅母"),
  WORD ("姨父"),     WORD ("姨母"),   WORD ("姑父"),   WORD ("姑母"),   WORD ("堂兄"),
  WORD ("堂弟"),     WORD ("堂姐"),   WORD ("堂妹"),   WORD ("表兄"),   WORD ("表弟"),
  WORD ("表姐"),     WORD ("表妹"),   WORD ("侄子"),   WORD ("侄女"),   WORD ("外甥"),
  WORD ("外甥女"),   { NULL },
};

/* GB/T 2261.3; an illness is written out */
const XrChoice xr_words_health[] = {
  WORD ("健康"),
  WORD ("一般"),
  WORD ("较差"),
  { NULL },
};

/* 改革前任职年龄界限类别 */
const XrChoice xr_words_age_limit[] = {
  WORD ("改革前任职年龄界限为60岁"),
  WORD ("改革前任职年龄界限为55岁"),
  WORD ("改革前任职年龄界限为63岁"),
  WORD ("改革前任职年龄界限为65岁"),
  WORD ("改革前任职年龄界限为66岁"),
  WORD ("已到龄人员"),
  { NULL },
};

/* 领导职务层次, highest first */
const XrChoice xr_words_level[] = {
  WORD ("国家级正职"),
  WORD ("国家级副职"),
  WORD ("省部级正职"),
  WORD ("省部级副职"),
  WORD ("厅局级正职"),
  WORD ("厅局级副职"),
  WORD ("县处级正职"),
  WORD ("县处级副职"),
  WORD ("乡科级正职"),
  WORD ("乡科级副职"),
  { NULL },
};

/* What is usually attached to a dossier */
const XrChoice xr_words_attachment[] = {
  WORD ("身份证"),         WORD ("学历证书"), WORD ("学位证书"), WORD ("专业技术资格证书"),
  WORD ("年度考核登记表"), WORD ("任免文件"), WORD ("奖励证书"), WORD ("处分决定"),
  WORD ("报名登记表"),     WORD ("其他材料"), { NULL },
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
