/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of eligibility rules and the grammar of their values. Judging somebody by a value is the
 * work of eligibility.c. */

#include "config.h"

#include "rules/rule-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

G_DEFINE_QUARK (xr - rule - error - quark, xr_rule_error)

/* Reads @text, cleaned, into @value. */
typedef gboolean (*ReadValue) (const char *text, XrRuleValue *value);

static gboolean read_age (const char *text, XrRuleValue *value);
static gboolean read_education (const char *text, XrRuleValue *value);
static gboolean read_degree (const char *text, XrRuleValue *value);
static gboolean read_years (const char *text, XrRuleValue *value);
static gboolean read_words (const char *text, XrRuleValue *value);
static gboolean read_terms (const char *text, XrRuleValue *value);
static gboolean read_appraisals (const char *text, XrRuleValue *value);
static gboolean read_punishment (const char *text, XrRuleValue *value);
static gboolean read_any (const char *text, XrRuleValue *value);

static const struct
{
  const char *id, *word;
  ReadValue read;
  const char *fault;
} kinds[XR_RULE_KIND_COUNT] = {
  [XR_RULE_MAX_AGE]
  = { "max-age", "最大年龄", read_age,
      N_ ("“%s” is not a highest age; write it like 50 or 50周岁 最早出生年月 1975.04") },
  [XR_RULE_MIN_EDUCATION]
  = { "min-education", "最低学历", read_education,
      N_ ("“%s” is not a step of education; write one of 研究生, 大学, 大专, 高中, 初中, 小学") },
  [XR_RULE_MIN_DEGREE] = { "min-degree", "最低学位", read_degree,
                           N_ ("“%s” is not a degree; write one of 博士, 硕士, 学士") },
  [XR_RULE_YEARS_WORKED] = { "years-worked", "工作年限", read_years,
                             N_ ("“%s” is not a number of years; write it like 2年") },
  [XR_RULE_RANK] = { "rank", "现职级", read_words,
                     N_ ("“%s” is not a list of ranks; write it like 副科级、正科级") },
  [XR_RULE_YEARS_IN_RANK]
  = { "years-in-rank", "现职级年限", read_terms,
      N_ ("“%s” is not a rank with its years; write it like 副科级 2年 或 四级主任科员 3年") },
  [XR_RULE_PARTY] = { "party", "政治面貌", read_words,
                      N_ ("“%s” is not a list of affiliations; write it like 中共党员、群众") },
  [XR_RULE_APPRAISALS]
  = { "appraisals", "年度考核", read_appraisals,
      N_ ("“%s” is not a floor for appraisals; write it like 近3年称职以上 or 近2年优秀") },
  [XR_RULE_STAFFING] = { "staffing", "编制", read_words,
                         N_ ("“%s” is not a list of kinds of staffing; write it like 本局在编") },
  [XR_RULE_PUNISHMENT] = { "punishment", "处分影响期", read_punishment,
                           N_ ("“%s” is not known for a period of punishment; write 已满") },
  [XR_RULE_BY_HAND] = { "by-hand", "人工核定", read_any,
                        N_ ("“%s” is no condition; write in words what a person has to decide") },
};

const char *
xr_rule_kind_id (XrRuleKind kind)
{
  return kinds[kind].id;
}

const char *
xr_rule_kind_word (XrRuleKind kind)
{
  return kinds[kind].word;
}

gboolean
xr_rule_kind_from_id (const char *id, XrRuleKind *kind)
{
  for (guint i = 0; i < XR_RULE_KIND_COUNT; i++)
    {
      if (g_strcmp0 (kinds[i].id, id) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
xr_rule_kind_from_word (const char *word, XrRuleKind *kind)
{
  for (guint i = 0; i < XR_RULE_KIND_COUNT; i++)
    {
      if (g_strcmp0 (kinds[i].word, word) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Reads one to three digits at *@at and moves past them and the blanks behind. */
static gboolean
read_number (const char **at, guint *number)
{
  gsize length = strspn (*at, "0123456789");

  if (length == 0 || length > 3)
    return FALSE;
  *number = (guint) g_ascii_strtoull (*at, NULL, 10);
  *at += length;
  *at += strspn (*at, " ");
  return TRUE;
}

static gboolean
skip (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  *at += strspn (*at, " ");
  return TRUE;
}

static gboolean
read_age (const char *text, XrRuleValue *value)
{
  const char *at = text;

  if (!read_number (&at, &value->number) || value->number == 0)
    return FALSE;
  skip (&at, "周岁");
  if (*at == '\0')
    return TRUE;
  return skip (&at, "最早出生年月") && xr_date_parse (at, TRUE, &value->earliest_birth, NULL);
}

static gboolean
read_education (const char *text, XrRuleValue *value)
{
  gboolean complete;

  return xr_education_parse (text, &value->education, &complete) && complete
         && value->education != XR_EDUCATION_NONE && strstr (text, "、") == NULL;
}

static gboolean
read_degree (const char *text, XrRuleValue *value)
{
  static const char *const degrees[] = { "", "学士", "硕士", "博士" };

  for (guint i = XR_DEGREE_BACHELOR; i <= XR_DEGREE_DOCTOR; i++)
    {
      if (strcmp (text, degrees[i]) == 0)
        value->degree = i;
    }
  return value->degree != XR_DEGREE_NONE;
}

static gboolean
read_years (const char *text, XrRuleValue *value)
{
  const char *at = text;

  if (!read_number (&at, &value->number))
    return FALSE;
  skip (&at, "年");
  return *at == '\0';
}

static gboolean
read_words (const char *text, XrRuleValue *value)
{
  g_auto (GStrv) words = g_strsplit (text, "、", -1);

  value->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (xr_text_is_blank (words[i]))
        return FALSE;
      g_ptr_array_add (value->words, xr_text_strip (words[i]));
    }
  return TRUE;
}

char *
xr_rank_normalize (const char *rank)
{
  g_autofree char *clean = xr_text_clean (rank);
  g_auto (GStrv) pieces = g_strsplit (clean, " ", -1);
  char *compact = g_strjoinv ("", pieces);

  if (g_str_has_suffix (compact, "实职") && strcmp (compact, "实职") != 0)
    compact[strlen (compact) - strlen ("实职")] = '\0';
  return compact;
}

static void
clear_term (gpointer data)
{
  XrRankTerm *term = data;

  g_free (term->rank);
}

/* `副科级 2年`, `副科级实职 2年`: a rank, then its years. */
static gboolean
read_term (const char *text, XrRankTerm *term)
{
  g_autofree char *clean = xr_text_strip (text);
  const char *at = clean + strcspn (clean, "0123456789");
  g_autofree char *rank = g_strndup (clean, at - clean);

  if (xr_text_is_blank (rank) || !read_number (&at, &term->years))
    return FALSE;
  skip (&at, "年");
  if (*at != '\0')
    return FALSE;
  term->rank = xr_rank_normalize (rank);
  return TRUE;
}

static gboolean
read_terms (const char *text, XrRuleValue *value)
{
  g_auto (GStrv) parts = g_strsplit (text, "或", -1);

  value->terms = g_array_new (FALSE, TRUE, sizeof (XrRankTerm));
  g_array_set_clear_func (value->terms, clear_term);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      XrRankTerm term = { NULL, 0 };

      if (!read_term (parts[i], &term))
        return FALSE;
      g_array_append_val (value->terms, term);
    }
  return value->terms->len > 0;
}

static gboolean
read_appraisals (const char *text, XrRuleValue *value)
{
  g_autofree char *grade = NULL;
  const char *at = text;

  if (!skip (&at, "近") || !read_number (&at, &value->number) || value->number == 0
      || !skip (&at, "年"))
    return FALSE;
  grade = g_strdup (at);
  if (g_str_has_suffix (grade, "以上"))
    grade[strlen (grade) - strlen ("以上")] = '\0';
  else if (strcmp (grade, "优秀") != 0)
    return FALSE;
  value->appraisal = xr_appraisal_from_word (grade);
  return value->appraisal >= XR_APPRAISAL_BASIC;
}

static gboolean
read_punishment (const char *text, XrRuleValue *value)
{
  return strcmp (text, "已满") == 0;
}

static gboolean
read_any (const char *text, XrRuleValue *value)
{
  return *text != '\0';
}

XrRuleValue *
xr_rule_value_parse (XrRuleKind kind, const char *text, GError **error)
{
  g_autoptr (XrRuleValue) value = g_new0 (XrRuleValue, 1);
  g_autofree char *clean = xr_text_clean (text);

  g_return_val_if_fail (kind < XR_RULE_KIND_COUNT, NULL);

  if (*clean != '\0' && kinds[kind].read (clean, value))
    return g_steal_pointer (&value);
  g_set_error (error, XR_RULE_ERROR, XR_RULE_ERROR_VALUE, _ (kinds[kind].fault), clean);
  return NULL;
}

void
xr_rule_value_free (XrRuleValue *value)
{
  if (value == NULL)
    return;
  g_clear_pointer (&value->words, g_ptr_array_unref);
  g_clear_pointer (&value->terms, g_array_unref);
  g_free (value);
}

gboolean
xr_rule_parse_value (XrRuleKind kind, const char *text, GError **error)
{
  g_autoptr (XrRuleValue) value = xr_rule_value_parse (kind, text, error);

  return value != NULL;
}
