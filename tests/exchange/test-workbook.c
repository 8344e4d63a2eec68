/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workbook for a round may say, and that every fault in it is told with its place. */
#include "book-builder.h"
#include "exchange/workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#define PLAN  "项目|内容\n名称|某局竞岗\n"
#define POSTS "职位|职数\n科长|1\n副科长|2\n"
#define COMPONENTS                                                                                                                \
  "项目|方式|权重\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|10\n考核|" \
  "直接"                                                                                                                        \
  "计分|10\n"
#define DIMENSIONS "项目|要素|权重|满分\n测评|德\n测评|能\n"
#define GRADES     "项目|等次|分值\n测评|好|100\n测评|中|60\n"
#define PLACES     "项目|名次|分值\n推荐|1|1\n推荐|2|0.9\n推荐|未推荐|0.6\n"
#define GROUPS     "项目|组别|应到\n测评|甲组|3\n测评|乙组|3\n"
#define PEOPLE     "职位|姓名|编号\n科长|张三|\n科长|李四|2\n副科长|李四|2\n副科长|王五|7\n"

typedef struct
{
  char *folder;
  BookBuilder *book;
  GString *told; /* fault lines */
  XrIntake *intake;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = book_builder_make_folder ();
  self->book = book_builder_new ();
  self->told = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->intake, xr_intake_free);
  g_string_free (self->told, TRUE);
  book_builder_remove_folder (self->folder);
}

static XrIntake *
load_template_cb (const char *id, GError **error)
{
  XrIntake *intake;
  XrRankRule *rule;
  XrComponent *component;

  if (strcmp (id, "bureau") != 0)
    return NULL;
  intake = xr_intake_new ();
  rule = g_new0 (XrRankRule, 1);
  *rule = (XrRankRule){ g_strdup ("正科级"), XR_RULE_MAX_AGE, g_strdup ("50") };
  g_ptr_array_add (intake->rank_rules, rule);
  component = xr_component_new ("考核", XR_METHOD_DIRECT, XR_DECIMAL_INT (100));
  g_ptr_array_add (component->dimensions, xr_dimension_new ("年度"));
  g_ptr_array_add (intake->contest->plan->components, component);
  intake->contest->plan->settings.probation_months = 12;
  return intake;
}

static void
read_book (Fixture *self, XrIntake *base)
{
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autofree char *path = book_builder_finish (self->book, self->folder);
  g_autoptr (GError) error = NULL;

  self->book = NULL;
  self->intake = xr_workbook_read (path, base, load_template_cb, NULL, faults, &error);
  g_assert_no_error (error);
  g_assert_true ((self->intake == NULL) == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = xr_fault_to_line (faults->pdata[i], "b");

      g_string_append_printf (self->told, "%s\n", line);
    }
}

/* A book with every sheet of the plan; sheets of @changes ("name\nrows", in pairs) replace them. */
static void
read_changed (Fixture *self, const char *name, const char *rows)
{
  static const char *const usual[][2] = {
    { "方案", PLAN },   { "职位", POSTS },    { "计分", COMPONENTS }, { "要素", DIMENSIONS },
    { "等次", GRADES }, { "名次分", PLACES }, { "投票组", GROUPS },   { "报名", PEOPLE },
  };
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      gboolean is_changed = strcmp (usual[i][0], name) == 0;

      is_known |= is_changed;
      book_builder_add_sheet (self->book, usual[i][0], is_changed ? rows : usual[i][1]);
    }
  if (!is_known)
    book_builder_add_sheet (self->book, name, rows);
  read_book (self, NULL);
}

/* ------------------------------------------------------------------ faults */

typedef struct
{
  const char *name; /* of the test */
  const char *sheet;
  const char *rows;
  const char *expected; /* "row column" of each fault, joined by "; "; "" for none */
} Case;

static const Case cases[] = {
  { "nothing-wrong", "#笔记", "随便|什么", "" },
  { "unknown-sheet", "笔记", "随便", "sheet 笔记" },
  { "unknown-column", "职位", "职位|职数|颜色|#我的\n科长|1|红|x\n副科长|2", "row 1, column 颜色" },
  { "missing-column", "职位", "职位\n科长\n副科长", "sheet 职位, column 职数" },
  { "missing-column-hides-no-other-fault", "职位", "职位\n科长",
    "sheet 职位, column 职数; row 4, column 职位; row 5, column 职位" },
  { "column-twice", "职位", "职位|职数|职数\n科长|1\n副科长|2", "row 1, column 职数" },
  { "value-under-no-title", "职位", "职位|职数\n科长|1|x\n副科长|2", "row 2, column C" },
  { "unknown-template-is-told-once", "方案", PLAN "方案模板|没有\n同分处理|没有",
    "row 3, column 内容" },
  { "needed-cell-empty", "职位", "职位|职数\n科长|\n副科长|2", "row 2, column 职数" },
  { "blank-rows", "职位", "职位|职数|#x\n\n |　\n||y\n科长|1\n\n副科长|2", "" },
  { "formula-without-value", "职位", "职位|职数\n科长|x:<c r=\"B2\"><f>1+1</f></c>\n副科长|2",
    "row 2, column 职数" },
  { "formula-with-value", "职位", "职位|职数\n科长|x:<c r=\"B2\"><f>1+1</f><v>2</v></c>\n副科长|2",
    "" },
  { "error-value", "职位", "职位|职数\n科长|x:<c r=\"B2\" t=\"e\"><v>#N/A</v></c>\n副科长|2",
    "row 2, column 职数" },
  { "post-twice", "职位", "职位|职数\n科长|1\n副科长|2\n科长|1", "row 4, column 职位" },
  { "no-vacancy", "职位", "职位|职数\n科长|0\n副科长|2", "row 2, column 职数" },
  { "half-vacancy", "职位", "职位|职数\n科长|1.5\n副科长|2", "row 2, column 职数" },
  { "wide-digits", "职位", "职位|职数\n科长|１\n 副科长　|n:2.0000000000000001", "" },
  { "no-plan", "方案", "项目|内容\n单位|某局", "sheet 方案, column 项目" },
  { "setting-unknown", "方案", PLAN "颜色|红", "row 3, column 项目" },
  { "setting-twice", "方案", PLAN "单位|甲\n单位|乙", "row 4, column 项目" },
  { "template-unknown", "方案", PLAN "方案模板|没有", "row 3, column 内容" },
  { "settings", "方案",
    PLAN "报名开始|d:46083\n报名截止|2026年3月9日\n年龄计算日期|n:202603\n考察比例|1."
         "2：1\n最低分数线|60\n"
         "同分处理|测评、演讲\n总分小数位|n:2\n总分舍入|截断\n排名依据|舍入前\n考察名额取整|"
         "舍去\n开考比例|3:1\n"
         "公示天数|7\n公示单位|自然日\n公示起算|当日\n公示天数上限|15\n到会比例|2／3\n到会分母|"
         "应到\n通过比例|"
         "1/2\n表决分母|有效票\n表决方式|举手\n推荐门槛|50%\n推荐门槛分母|应到\n推荐到会比例|2/"
         "3\n推荐有效期月"
         "数|12\n考察组最少人数|2\n考察预告提前工作日|2\n试用期月数|12\n试用延长月数|6",
    "" },
  { "settings-broken", "方案",
    PLAN "报名开始|2026.03\n考察比例|1.2\n最低分数线|-1\n同分处理|没有\n总分小数位|5\n总分舍入|"
         "随便\n公示天"
         "数|0\n到会比例|3/2\n推荐门槛|101",
    "row 3, column 内容; row 4, column 内容; row 5, column 内容; row 6, column 内容; row 7, column "
    "内容; row 8, column 内容; row 9, column 内容; row 10, column 内容; row 11, column 内容" },
  { "rule-value", "资格条件", "职位|条件|内容\n|最大年龄|很老\n没有|最低学历|大专\n科长|身高|180",
    "row 2, column 内容; row 3, column 职位; row 4, column 条件" },
  { "weights", "计分",
    "项目|方式|权重\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|10\n考核|"
    "直接计分|"
    "9.9999",
    "sheet 计分, column 权重" },
  { "five-decimals", "计分",
    "项目|方式|权重\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|10\n考核|"
    "直接计分|"
    "9.99999",
    "row 6, column 权重" },
  { "zeros-are-no-decimals", "计分",
    "项目|方式|权重\n演讲|评委打分|40.000000\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|"
    "10\n考核|直接"
    "计分|n:1.000000000001E1",
    "" },
  { "method", "计分",
    "项目|方式|权重\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|10\n考核|"
    "占卜|10",
    "row 6, column 方式" },
  { "component-twice", "计分", COMPONENTS "考核|直接计分|0", "row 7, column 项目" },
  { "threshold-without-percentage", "计分",
    "项目|方式|权重|超过\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|10|"
    "推荐门槛\n考"
    "核|直接计分|10",
    "row 5, column 超过" },
  { "threshold-for-votes-only", "计分",
    "项目|方式|权重|超过\n演讲|评委打分|40|推荐门槛\n测评|民主测评|30\n推荐|民主推荐|10\n票决|"
    "票数比例|10\n考"
    "核|直接计分|10",
    "row 2, column 超过; row 2, column 超过" },
  { "bonus-with-weight", "计分",
    "项目|方式|权重|计入方式\n演讲|评委打分|40\n测评|民主测评|30\n推荐|民主推荐|10\n票决|票数比例|"
    "10\n考核|直"
    "接计分|10|加分",
    "row 6, column 权重" },
  { "full-mark-of-sub-items", "要素", DIMENSIONS "演讲|内容||60\n演讲|仪表||40", "" },
  { "sub-item-without-full-mark", "要素", DIMENSIONS "演讲|内容", "row 4, column 满分" },
  { "no-dimension", "要素", "项目|要素\n考核|季度", "row 3, column 项目" },
  { "dimension-twice", "要素", DIMENSIONS "测评|德", "row 4, column 要素" },
  { "dimension-of-nothing", "要素", DIMENSIONS "没有|德\n推荐|德",
    "row 4, column 项目; row 5, column 项目" },
  { "grade-twice", "等次", GRADES "测评|好|90", "row 4, column 等次" },
  { "place-twice", "名次分", PLACES "推荐|1|1", "row 5, column 名次" },
  { "group-count", "投票组", GROUPS "测评|丙组|-1", "row 4, column 应到" },
  { "application-twice", "报名", PEOPLE "副科长|王五|07", "row 6, column 职位" },
  { "number-of-another", "报名", PEOPLE "科长|赵六|07", "row 6, column 编号" },
  { "id-number", "报名",
    "职位|姓名|身份证号|性别|出生年月\n科长|张三|530102192005080119||\n科长|李四|"
    "53010219200508011X|女|"
    "1920.05\n科长|王五|n:530102192005080000||\n副科长|赵六|99000019800101008x|女|1980.02\n副科长|"
    "王五||男|"
    "n:1980.1\n科长|王五|x||",
    "row 2, column 身份证号; row 4, column 身份证号; row 6, column 出生年月; row 7, "
    "column 身份证号" },
  { "facts-that-differ", "报名",
    "职位|姓名|编号|学历|备注\n科长|张三|1|大学|a\n副科长|张三|01|大专|b\n科长|李四|2\n副科长|李四|"
    "２|大学",
    "row 3, column 学历" },
  { "scores", "评分",
    "项目|职位|评委|姓名|编号|要素|得分\n演讲|科长|甲|张三|||90\n演讲|科长|甲|李四|||回避\n演讲|"
    "科长|乙|张三|"
    "||n:90.000000000001\n演讲|副科长|乙||2||100",
    "" },
  { "scores-broken", "评分",
    "项目|职位|评委|姓名|要素|得分\n演讲|科长|甲|张三||100.0001\n演讲|科长|甲|张三||-1\n演讲|科长|"
    "甲|没有||9\n"
    "演讲|厅长|甲|张三||9\n演讲|副科长|甲|张三||9\n测评|科长|甲|张三||9\n演讲|科长|甲|张三|内容|"
    "9\n演讲|科"
    "长|甲|张三||\n演讲|科长|甲|张三||9\n演讲|科长|甲|张三||8",
    "row 2, column 得分; row 3, column 得分; row 4, column 姓名; row 5, column 职位; row 6, column "
    "职位; row 7, column 项目; row 8, column 要素; row 9, column 得分; row 11, column 评委" },
  { "two-panels", "评分",
    "项目|职位|评委|姓名|考场|得分\n演讲|科长|甲|张三|一|9\n演讲|科长|乙|张三|二|9",
    "row 3, column 考场" },
  { "marks", "测评票",
    "项目|组别|票号|姓名|要素|等次\n测评|甲组|1|张三|德|好\n测评|甲组|01|张三|能|弃权\n测评|乙组|1|"
    "张三|德|"
    "中",
    "" },
  { "marks-broken", "测评票",
    "项目|组别|票号|姓名|要素|等次\n测评|甲组|1|张三|德|好\n测评|甲组|01|张三|德|好\n测评||1|张三|"
    "德|好\n测"
    "评|丙组|1|张三|德|好\n测评|甲组|1|张三|勤|好\n测评|甲组|1|张三|能|差\n演讲|甲组|1|张三|能|好",
    "row 3, column 要素; row 4, column 组别; row 5, column 组别; row 6, column 要素; row 7, column "
    "等次; row 8, column 项目" },
  { "tally", "测评汇总",
    "项目|组别|姓名|要素|等次|票数\n测评|甲组|张三|德|好|2\n测评|甲组|张三|德|弃权|1\n测评|甲组|"
    "张三|德|好|"
    "2\n测评|甲组|张三|能|中|-1",
    "row 4, column 等次; row 5, column 票数" },
  { "ranked", "推荐票",
    "项目|职位|票号|第1名|第2名\n推荐|科长|1|张三|李四\n推荐|科长|2\n推荐|副科长|1|王五|02", "" },
  { "ranked-broken", "推荐票",
    "项目|职位|票号|第1名|第2名|第3名\n推荐|科长|1|张三|张三\n推荐|科长|1|李四\n推荐|科长|2|"
    "王五\n推荐|科长|3|"
    "|没有|李四",
    "row 2, column 第2名; row 3, column 票号; row 4, column 第1名; row 5, column 第2名; row 5, "
    "column "
    "第3名" },
  { "votes", "票数",
    "项目|姓名|同意|不同意|弃权\n票决|张三|3|1|0\n票决|张三|3\n票决|李四|-1\n票决|李四|1.5",
    "row 3, column 姓名; row 4, column 同意; row 5, column 同意" },
  { "direct", "直接计分", "项目|姓名|得分\n考核|张三|90\n考核|张三|91\n考核|李四|101",
    "row 3, column 得分; row 4, column 得分" },
};

/* The places of the faults told, in the way of Case.expected. */
static char *
list_places (const char *told)
{
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      const char *start = strstr (lines[i], "row ");
      const char *end;

      if (start == NULL)
        start = strstr (lines[i], "sheet ");
      end = strchr (start, ':');
      g_string_append_printf (out, "%s%.*s", i > 0 ? "; " : "", (int) (end - start), start);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_case (Fixture *self, gconstpointer data)
{
  const Case *test = data;
  g_autofree char *places = NULL;

  read_changed (self, test->sheet, test->rows);
  places = list_places (self->told->str);
  if (strcmp (places, test->expected) != 0)
    g_test_message ("%s", self->told->str);
  g_assert_cmpstr (places, ==, test->expected);
}

static void
test_full_mark_differs (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "方案", PLAN);
  book_builder_add_sheet (self->book, "计分", "项目|方式|权重|满分\n演讲|评委打分|100|100");
  book_builder_add_sheet (self->book, "要素", "项目|要素|满分\n演讲|内容|60\n演讲|仪表|30");
  read_book (self, NULL);
  g_assert_nonnull (strstr (self->told->str, "b: sheet 计分, row 2, column 满分: "));
}

static void
test_recusal_in_part (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "方案", PLAN);
  book_builder_add_sheet (self->book, "职位", POSTS);
  book_builder_add_sheet (self->book, "报名", PEOPLE);
  book_builder_add_sheet (self->book, "计分", "项目|方式|权重\n演讲|评委打分|100");
  book_builder_add_sheet (self->book, "要素", "项目|要素|满分\n演讲|内容|60\n演讲|仪表|40");
  book_builder_add_sheet (
    self->book, "评分",
    "项目|职位|评委|姓名|要素|得分\n演讲|科长|甲|张三|内容|50\n演讲|科长|甲|张三|仪表|回避\n"
    "演讲|科长|乙|张三|内容|回避\n演讲|科长|丙|张三||回避");
  read_book (self, NULL);
  g_assert_cmpstr (self->told->str, ==,
                   "b: sheet 评分, row 3, column 得分: a judge who recuses does so for all "
                   "sub-items of a candidate\n"
                   "b: sheet 评分, row 4, column 得分: a judge who recuses does so for all "
                   "sub-items of a candidate\n");
}

static void
test_both_ways (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "测评票",
                          "项目|组别|票号|姓名|要素|等次\n测评|甲组|1|张三|德|好");
  read_changed (
    self, "测评汇总",
    "项目|组别|姓名|要素|等次|票数\n测评|乙组|张三|德|好|2\n测评|甲组|张三|德|好|2\n测评|甲组|张三|"
    "德|中|2");
  g_assert_nonnull (strstr (self->told->str, "sheet 测评汇总, row 3, column 项目"));
  g_assert_null (strstr (self->told->str, "row 4"));
}

static void
test_names_that_occur_twice (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "票数", "项目|姓名|编号|同意\n票决|张三||3\n票决|张三|2|3");
  read_changed (self, "报名", "职位|姓名\n科长|张三\n科长|张三");
  g_assert_nonnull (strstr (self->told->str, "b: sheet 票数, row 2, column 姓名: several people"));
  g_assert_null (strstr (self->told->str, "row 3"));
}

static void
test_numbers_given (Fixture *self, gconstpointer data)
{
  static const char *const expected[] = { "01", "03", "２", "05", "4" };

  read_changed (self, "报名", "职位|姓名|编号\n科长|甲\n科长|乙\n科长|丙|２\n科长|丁\n科长|戊|4");
  g_assert_cmpstr (self->told->str, ==, "");
  for (guint i = 0; i < 5; i++)
    {
      const XrCandidate *candidate = self->intake->contest->candidates->pdata[i];

      g_assert_cmpint (xr_candidate_number_compare (candidate->number, expected[i]), ==, 0);
    }
}

/* A cell may hold several lines; a fault is one. */
static void
test_faults_are_lines (Fixture *self, gconstpointer data)
{
  read_changed (
    self, "职位",
    "职位|职数\n科长|x:<c r=\"B2\" t=\"inlineStr\"><is><t>1&#10;2</t></is></c>\n副科长|1");
  g_assert_cmpstr (strchr (self->told->str, '\n'), ==, "\n");
  g_assert_nonnull (strstr (self->told->str, "row 2, column 职数"));
}

static void
test_missing_plan (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "职位", POSTS);
  read_book (self, NULL);
  g_assert_cmpstr (self->told->str, ==,
                   "b: sheet 方案: a new round needs this sheet, and it is missing\n");
}

static void
test_thousand_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new ("项目|姓名|同意");
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append (rows, "\n票决|没有|1");
  read_changed (self, "票数", rows->str);
  lines = g_strsplit (self->told->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, XR_FAULTS_MAX + 1);
}

/* ------------------------------------------------------------------ templates and additions */

static void
test_template (Fixture *self, gconstpointer data)
{
  const XrPlan *plan;

  book_builder_add_sheet (self->book, "方案", PLAN "方案模板|bureau\n试用期月数|6");
  book_builder_add_sheet (self->book, "职位", "职位|职数|职级\n科长|1|正科级\n副科长|1|副科级");
  read_book (self, NULL);
  g_assert_cmpstr (self->told->str, ==, "");
  plan = self->intake->contest->plan;
  g_assert_cmpstr (self->intake->template_id, ==, "bureau");
  g_assert_cmpint (plan->settings.probation_months, ==, 6);
  g_assert_cmpuint (plan->components->len, ==, 1);
  g_assert_cmpuint (plan->rules->len, ==, 1);
  g_assert_cmpint (((XrRule *) plan->rules->pdata[0])->post, ==, 0);
}

static void
test_template_replaced (Fixture *self, gconstpointer data)
{
  const XrPlan *plan;

  book_builder_add_sheet (self->book, "方案", PLAN "方案模板|bureau");
  book_builder_add_sheet (self->book, "职位", "职位|职数|职级\n科长|1|正科级");
  book_builder_add_sheet (self->book, "资格条件", "职位|条件|内容\n|最大年龄|45");
  book_builder_add_sheet (self->book, "要素", "项目|要素\n考核|季度\n考核|半年");
  read_book (self, NULL);
  g_assert_cmpstr (self->told->str, ==, "");
  plan = self->intake->contest->plan;
  g_assert_cmpuint (plan->rules->len, ==, 1);
  g_assert_cmpstr (((XrRule *) plan->rules->pdata[0])->value, ==, "45");
  g_assert_cmpuint (((XrComponent *) plan->components->pdata[0])->dimensions->len, ==, 2);
}

/* A round with one post, one person, one score and one ballot, as the office file would give it. */
static XrIntake *
make_round (void)
{
  XrIntake *base = xr_intake_new ();
  XrPlan *plan = base->contest->plan;
  XrComponent *speech = xr_component_new ("演讲", XR_METHOD_JUDGES, XR_DECIMAL_INT (50));
  XrComponent *ballot = xr_component_new ("测评", XR_METHOD_GRADED_BALLOT, XR_DECIMAL_INT (50));
  XrCandidate *person = xr_candidate_new ("01", "张三");
  XrJudge *judge = xr_judge_new (0, 0, NULL, "甲");
  XrApplication application = { 1, 0, 0, XR_STATE_ACTIVE };
  XrScore score = { 1, 0, 0, -1, FALSE, XR_DECIMAL_INT (90) };
  XrIntakeBallot old = { 1, -1, -1, g_strdup ("1"), 1 };

  base->title = g_strdup ("某局竞岗");
  g_ptr_array_add (plan->posts, xr_post_new ("科长", 1));
  g_ptr_array_add (plan->components, speech);
  g_ptr_array_add (plan->components, ballot);
  g_ptr_array_add (ballot->dimensions, xr_dimension_new ("德"));
  ((XrPost *) plan->posts->pdata[0])->id = speech->id = person->id = judge->id = 1;
  ballot->id = 2;
  g_ptr_array_add (base->contest->candidates, person);
  g_array_append_val (base->contest->applications, application);
  g_ptr_array_add (base->contest->judges, judge);
  g_array_append_val (base->contest->scores, score);
  g_array_append_val (base->ballots, old);
  return base;
}

static void
test_addition (Fixture *self, gconstpointer data)
{
  book_builder_add_sheet (self->book, "报名", "职位|姓名\n科长|李四");
  book_builder_add_sheet (self->book, "评分",
                          "项目|职位|评委|姓名|得分\n演讲|科长|甲|李四|80\n演讲|科长|乙|张三|70");
  book_builder_add_sheet (self->book, "测评票", "项目|票号|姓名|要素|等次\n测评|2|张三|德|90");
  read_book (self, make_round ());
  g_assert_cmpstr (self->told->str, ==, "");
  g_assert_cmpuint (self->intake->contest->judges->len, ==, 2);
  g_assert_cmpuint (self->intake->contest->scores->len, ==, 3);
  g_assert_cmpstr (((XrCandidate *) self->intake->contest->candidates->pdata[1])->number, ==, "02");
  g_assert_cmpuint (self->intake->ballots->len, ==, 2);
}

static void
test_addition_twice (Fixture *self, gconstpointer data)
{
  g_autofree char *places = NULL;

  book_builder_add_sheet (self->book, "职位", "职位|职数\n科长|1");
  book_builder_add_sheet (self->book, "报名", "职位|姓名|编号|学历\n科长|张三|1|大学");
  book_builder_add_sheet (self->book, "评分", "项目|职位|评委|姓名|得分\n演讲|科长|甲|张三|80");
  book_builder_add_sheet (self->book, "测评票", "项目|票号|姓名|要素|等次\n测评|01|张三|德|90");
  read_book (self, make_round ());
  places = list_places (self->told->str);
  g_assert_cmpstr (
    places, ==,
    "row 2, column 职位; row 2, column 学历; row 2, column 职位; row 2, column 评委; "
    "row 2, column 票号");
}

static void
test_example (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "examples", data, NULL);

  g_free (book_builder_finish (self->book, self->folder));
  self->intake = xr_workbook_read (path, NULL, NULL, NULL, faults, NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = xr_fault_to_line (faults->pdata[i], path);

      g_test_message ("%s", line);
    }
  g_assert_nonnull (self->intake);
  if (self->intake == NULL)
    return;
  g_assert_cmpuint (self->intake->contest->candidates->len, ==, 9);
  g_assert_cmpuint (self->intake->marks->len, ==, 900);
  g_assert_cmpuint (self->intake->ballots->len, ==, 20);
  g_assert_cmpuint (self->intake->contest->scores->len, ==, 108);
  g_assert_cmpuint (self->intake->contest->direct_scores->len, ==, 27);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  static const char *const examples[] = { "bureau-round.openpyxl.xlsx",
                                          "bureau-round.libreoffice.xlsx",
                                          "bureau-round.gnumeric.xlsx" };

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workbook/case/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strconcat ("/workbook/example/", examples[i], NULL);

      g_test_add (path, Fixture, examples[i], set_up, test_example, tear_down);
    }
  ADD ("/workbook/full-mark-differs-from-sub-items", test_full_mark_differs);
  ADD ("/workbook/recusal-in-part", test_recusal_in_part);
  ADD ("/workbook/ballots-and-tally", test_both_ways);
  ADD ("/workbook/name-that-occurs-twice", test_names_that_occur_twice);
  ADD ("/workbook/blank-numbers-count-up", test_numbers_given);
  ADD ("/workbook/faults-are-lines", test_faults_are_lines);
  ADD ("/workbook/missing-plan", test_missing_plan);
  ADD ("/workbook/thousand-faults", test_thousand_faults);
  ADD ("/workbook/template", test_template);
  ADD ("/workbook/template-replaced", test_template_replaced);
  ADD ("/workbook/addition", test_addition);
  ADD ("/workbook/addition-of-what-is-there", test_addition_twice);
  return g_test_run ();
}
