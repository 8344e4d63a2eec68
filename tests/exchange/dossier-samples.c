/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes up people and writes their forms as other programs would. It shares no code with the readers. */

#include "dossier-samples.h"

#include <string.h>

#include "core/id-number.h"

static const char *const surnames[] = { "林", "周", "欧阳", "买买提·", "陈", "诸葛" };
static const char *const given[] = { "知远", "若水", "一", "艾力", "明", "静之" };
static const char *const nations[] = { "汉族", "维吾尔族", "满族", "哈尼族" };
static const char *const parties[] = { "200506", "200108；民建", "民建；民盟", "无党派",
                                       "20050612" };
static const char *const educations[] = { "大学", "大专", "研究生", "中央党校大学" };
static const char *const degrees[] = { "工学学士", "法学学士", "公共管理硕士" };
static const char *const dashes[] = { "--", "—", "——", "–", "～", "－", "-", "~", "至", "〜" };

#define PICK(words) ((words)[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))])

static void set (XrDossier *dossier, XrDossierField field, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static void
set (XrDossier *dossier, XrDossierField field, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  xr_dossier_set (dossier, field, text);
}

/* ---- what a person is */

/* The word that some files have beside 入党时间. */
static const char *
get_party (const char *since, guint year)
{
  if (g_ascii_isdigit (*since))
    return year % 2 ? "中共党员" : "预备党员";
  return g_str_has_prefix (since, "民建") ? "民建" : "无党派";
}

static void
make_identity (XrDossier *dossier, GRand *rand, guint n, guint year, guint month)
{
  gboolean female = g_rand_boolean (rand);
  g_autofree char *digits = g_strdup_printf ("990000%04u%02u%02d%02u%d", year, month,
                                             g_rand_int_range (rand, 1, 29), n % 100,
                                             female ? 2 : 1);

  set (dossier, XR_DOSSIER_NAME, "%s%s", PICK (surnames), PICK (given));
  set (dossier, XR_DOSSIER_SEX, "%s", female ? "女" : "男");
  set (dossier, XR_DOSSIER_BORN, "%04u%02u", year, month);
  set (dossier, XR_DOSSIER_NATION, "%s", PICK (nations));
  set (dossier, XR_DOSSIER_NATIVE_PLACE, "辽宁大连");
  set (dossier, XR_DOSSIER_BIRTH_PLACE, "上海");
  set (dossier, XR_DOSSIER_PARTY_SINCE, "%s", PICK (parties));
  set (dossier, XR_DOSSIER_WORK_SINCE, "%04u07", year + 22);
  set (dossier, XR_DOSSIER_PARTY, "%s", get_party (dossier->texts[XR_DOSSIER_PARTY_SINCE], year));
  set (dossier, XR_DOSSIER_ID_NUMBER, "%s%c", digits, xr_id_number_check_character (digits));
}

static void
make_education (XrDossier *dossier, GRand *rand)
{
  set (dossier, XR_DOSSIER_FULL_EDUCATION, "%s", PICK (educations));
  set (dossier, XR_DOSSIER_FULL_DEGREE, "%s", PICK (degrees));
  set (dossier, XR_DOSSIER_FULL_EDUCATION_SCHOOL, "某大学法律系法学专业");
  set (dossier, XR_DOSSIER_FULL_DEGREE_SCHOOL, "某大学法律系 法学专业");
  set (dossier, XR_DOSSIER_PART_EDUCATION, "%s", PICK (educations));
  set (dossier, XR_DOSSIER_PART_DEGREE, "%s", PICK (degrees));
  set (dossier, XR_DOSSIER_PART_EDUCATION_SCHOOL, "省委党校“经济管理”专业 <在职> & 其他");
  set (dossier, XR_DOSSIER_PART_DEGREE_SCHOOL, "某某学院");
}

static void
make_posts (XrDossier *dossier, guint year)
{
  set (dossier, XR_DOSSIER_POSITION, "某局办公室副主任（主持工作）");
  set (dossier, XR_DOSSIER_PROPOSED_POST, "某局办公室主任");
  set (dossier, XR_DOSSIER_REMOVED_POST, "某局办公室副主任");
  set (dossier, XR_DOSSIER_RESUME,
       "%04u.09--%04u.07  某大学法律系法学专业学习\n"
       "%04u.07--%04u.03  某局科员\n"
       "                  （其间：%04u.03--%04u.07 省委党校学习）\n"
       "%04u.03--         某局办公室副主任\n\n"
       "第三届某市委委员",
       year + 18, year + 22, year + 22, year + 30, year + 25, year + 25, year + 30);
}

static void
make_texts (XrDossier *dossier, guint n, guint year)
{
  set (dossier, XR_DOSSIER_RETIRES_ON, "%04u09", year + 63);
  set (dossier, XR_DOSSIER_HEALTH, "健康");
  set (dossier, XR_DOSSIER_TECHNICAL_POST, "高级工程师");
  set (dossier, XR_DOSSIER_SPECIALITY, "公文写作、统计");
  set (dossier, XR_DOSSIER_AWARDS, "2019年，嘉奖。\n2021年，三等功。");
  set (dossier, XR_DOSSIER_APPRAISALS, "2023优秀\n2024称职\n2025称职");
  set (dossier, XR_DOSSIER_REASON, "工作需要。\n经竞争上岗。");
  set (dossier, XR_DOSSIER_REPORTING_UNIT, "中共某局党组");
  set (dossier, XR_DOSSIER_AGE_LIMIT, "改革前任职年龄界限为60岁");
  set (dossier, XR_DOSSIER_AGE_DATE, n % 2 ? "202603" : "20260301");
  set (dossier, XR_DOSSIER_FILLED_ON, "20260318");
  set (dossier, XR_DOSSIER_FILLED_BY, "王某");
  set (dossier, XR_DOSSIER_VERSION, n % 2 ? "3.2.1.6" : "3.2.1.16");
}

static void
make_family (XrDossier *dossier, guint n, guint year)
{
  static const char *const relations[] = { "妻子", "儿子", "父亲", "母亲" };

  for (guint i = 0; i < n % 9; i++)
    {
      XrRelative *relative = xr_dossier_add_relative (dossier);
      g_autofree char *born = g_strdup_printf ("%u%s", year + i,
                                               i % 3 == 0   ? "03"
                                               : i % 3 == 1 ? ""
                                                            : "春");

      xr_relative_set (relative, XR_RELATIVE_RELATION, relations[i % G_N_ELEMENTS (relations)]);
      xr_relative_set (relative, XR_RELATIVE_NAME, "周某");
      xr_relative_set (relative, XR_RELATIVE_BORN, born);
      xr_relative_set (relative, XR_RELATIVE_PARTY, i % 2 ? "群众" : NULL);
      xr_relative_set (relative, XR_RELATIVE_WORK, "某学校教师（已退休）");
    }
}

static GBytes *
make_photo (GRand *rand)
{
  gsize size = (gsize) g_rand_int_range (rand, 1, 3000);
  guint8 *bytes = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) g_rand_int (rand);
  return g_bytes_new_take (bytes, size);
}

XrDossier *
dossier_sample_new (guint n)
{
  GRand *rand = g_rand_new_with_seed (n);
  XrDossier *dossier = xr_dossier_new ();
  guint year = (guint) g_rand_int_range (rand, 1970, 1990);

  make_identity (dossier, rand, n, year, (guint) g_rand_int_range (rand, 1, 13));
  make_education (dossier, rand);
  make_posts (dossier, year);
  make_texts (dossier, n, year);
  make_family (dossier, n, year);
  if (n % 5 != 0)
    dossier->photo = make_photo (rand);
  if (n % 4 == 1)
    xr_dossier_add_extra (dossier, "JiNeng",
                          "<JiNeng 等级=\"高\"><项>驾驶 &amp; 外语</项></JiNeng>");
  /* One field in six is empty, another one each time. */
  for (guint i = n % 6 + 1; i < XR_DOSSIER_VERSION; i += 6)
    if (i != XR_DOSSIER_ID_NUMBER)
      xr_dossier_set (dossier, i, NULL);
  if (dossier->texts[XR_DOSSIER_PARTY_SINCE] == NULL)
    xr_dossier_set (dossier, XR_DOSSIER_PARTY, n % 4 ? "群众" : NULL);
  g_rand_free (rand);
  return dossier;
}

/* ---- how others write it */

static char *
escape (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

/* Only the dashes between the dates of a line are another kind each time. */
char *
dossier_sample_write_resume (const char *text, guint n)
{
  const char *dash = dashes[n % G_N_ELEMENTS (dashes)];
  g_autofree char *template = g_strconcat ("\\1", dash, "\\2", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("^(\\d{4}\\.\\d{2})--(\\d{4}\\.\\d{2}|)",
                                          G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *dashed = g_regex_replace (regex, text, -1, 0, template, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (dashed, "\n", -1);

  /* Blanks of the full width in front, and more of them in between. */
  return n % 3 == 0 ? g_strjoinv ("\n　", lines) : g_strjoinv ("\n", lines);
}

static void
append_empty (GString *xml, const char *name, guint n)
{
  if (n % 3 == 0)
    g_string_append_printf (xml, "<%s></%s>", name, name);
  else if (n % 3 == 1)
    g_string_append_printf (xml, "<%s/>\n", name);
  else
    g_string_append_printf (xml, "<%s>\n　 \xc2\xa0</%s>", name, name);
}

static void
append_text (GString *xml, const char *name, const char *text, guint n)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    {
      append_empty (xml, name, n);
      return;
    }
  escaped = escape (text);
  g_string_append_printf (xml, n % 2 ? "<%s>%s</%s>\n" : "<%s>　%s \n</%s>", name, escaped, name);
}

static void
append_family (GString *xml, const XrDossier *dossier, guint n)
{
  if (dossier->relatives->len == 0)
    {
      append_empty (xml, "JiaTingChengYuan", n);
      return;
    }
  g_string_append (xml, "<JiaTingChengYuan>");
  for (guint i = 0; i < dossier->relatives->len; i++)
    {
      g_string_append (xml, "<Item>");
      for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
        append_text (xml, xr_relative_field_info (field)->element,
                     ((XrRelative *) dossier->relatives->pdata[i])->texts[field], n + i);
      g_string_append (xml, "</Item>\r\n");
    }
  /* Rows that a writer pads with. */
  g_string_append (xml, "<Item><ChengWei></ChengWei><XingMing/></Item></JiaTingChengYuan>");
}

static void
append_photo (GString *xml, GBytes *photo, guint n)
{
  gsize size;
  g_autofree char *base64 = NULL;
  gsize step = n % 2 ? 76 : 64;

  if (photo == NULL)
    {
      append_empty (xml, "ZhaoPian", n);
      return;
    }
  base64 = g_base64_encode (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo));
  size = strlen (base64);
  g_string_append (xml, "<ZhaoPian>");
  for (gsize i = 0; i < size; i += step)
    g_string_append_printf (xml, "%s%.*s", n % 3 ? "\r\n" : "\n  ", (int) MIN (step, size - i),
                            base64 + i);
  g_string_append (xml, "\n</ZhaoPian>");
}

static void
append_field (GString *xml, const XrDossier *dossier, XrDossierField field, guint n)
{
  const char *name = xr_dossier_field_info (field)->element;
  g_autofree char *resume = NULL;

  /* Missing altogether, now and then. */
  if (dossier->texts[field] == NULL && (n + field) % 4 == 0)
    return;
  if (field == XR_DOSSIER_RESUME && dossier->texts[field] != NULL)
    resume = dossier_sample_write_resume (dossier->texts[field], n);
  append_text (xml, name, resume != NULL ? resume : dossier->texts[field], n + field);
}

GBytes *
dossier_sample_to_lrmx (const XrDossier *dossier, guint n)
{
  GString *xml = g_string_new (n % 2 ? "\xef\xbb\xbf" : "");
  guint shift = n % 7 == 0 ? 11 : 0;

  if (n % 3 != 2)
    g_string_append (xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n");
  g_string_append (xml, "<Person>\n");
  append_photo (xml, dossier->photo, n);
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    append_field (xml, dossier, (i + shift) % XR_DOSSIER_N_FIELDS, n);
  append_family (xml, dossier, n);
  for (guint i = 0; i < dossier->extras->len; i++)
    g_string_append (xml, ((XrDossierExtra *) dossier->extras->pdata[i])->xml);
  g_string_append (xml, "</Person>\n");
  return g_string_free_to_bytes (xml);
}

/* ---- comparing */

void
assert_same_dossier (const XrDossier *a, const XrDossier *b)
{
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      g_error ("%s: “%s” is not “%s”", xr_dossier_field_info (i)->element, a->texts[i],
               b->texts[i]);
  g_assert_cmpuint (a->relatives->len, ==, b->relatives->len);
  for (guint i = 0; i < a->relatives->len; i++)
    for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
      g_assert_cmpstr (((XrRelative *) a->relatives->pdata[i])->texts[field], ==,
                       ((XrRelative *) b->relatives->pdata[i])->texts[field]);
  g_assert_cmpuint (a->extras->len, ==, b->extras->len);
  for (guint i = 0; i < a->extras->len; i++)
    g_assert_cmpstr (((XrDossierExtra *) a->extras->pdata[i])->xml, ==,
                     ((XrDossierExtra *) b->extras->pdata[i])->xml);
  g_assert_true (xr_dossier_equal (a, b));
}
