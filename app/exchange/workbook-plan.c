/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets 职位 and 资格条件: the posts of a round and what is asked of those who apply. */
#include "config.h"

#include "exchange/workbook-book.h"

#include "rules/eligibility.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  POST_NAME,
  POST_VACANCIES,
  POST_RANK,
  POST_DEPARTMENT,
  POST_NOTE,
  N_POST_COLUMNS
};

static void
read_post (XrBook *book, XrSheetRow *row)
{
  const char *name = xr_row_text (row, POST_NAME);
  int vacancies = 1;
  XrPost *post;

  xr_row_count (row, POST_VACANCIES, 1, 10000, &vacancies);
  if (name == NULL)
    return;
  if (g_hash_table_contains (book->posts, xr_fold_into (row->scratch, name)))
    {
      xr_row_fault (row, POST_NAME, _ ("there are two posts called %s"), name);
      return;
    }
  post = xr_post_new (name, (guint) vacancies);
  post->rank = g_strdup (xr_row_text (row, POST_RANK));
  post->department = g_strdup (xr_row_text (row, POST_DEPARTMENT));
  post->note = g_strdup (xr_row_text (row, POST_NOTE));
  g_ptr_array_add (book->plan->posts, post);
  xr_book_index_post (book, (int) book->plan->posts->len - 1);
}

static const XrColumn post_columns[N_POST_COLUMNS] = {
  [POST_NAME] = { "职位", XR_COLUMN_FILLED },
  [POST_VACANCIES] = { "职数", XR_COLUMN_FILLED | XR_COLUMN_VALUE },
  [POST_RANK] = { "职级" },
  [POST_DEPARTMENT] = { "部门" },
  [POST_NOTE] = { "说明" },
};

const XrSheet xr_sheet_posts = { "职位", post_columns, N_POST_COLUMNS, read_post, NULL };

enum
{
  RULE_POST,
  RULE_KIND,
  RULE_VALUE,
  RULE_GROUP,
  N_RULE_COLUMNS
};

/* The sheet replaces the rules that a template brought, those for a rank too. */
static void
replace_rules (XrBook *book)
{
  if (book->rules_replaced || book->is_addition)
    return;
  book->rules_replaced = TRUE;
  g_ptr_array_set_size (book->plan->rules, 0);
  g_ptr_array_set_size (book->intake->rank_rules, 0);
}

static gboolean
has_rule (XrBook *book, int post, XrRuleKind kind, const char *value)
{
  for (guint i = 0; i < book->plan->rules->len; i++)
    {
      const XrRule *rule = book->plan->rules->pdata[i];

      if (rule->post == post && rule->kind == kind && strcmp (rule->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_rule (XrBook *book, XrSheetRow *row)
{
  const char *word = xr_row_text (row, RULE_KIND);
  const char *value = xr_row_text (row, RULE_VALUE);
  gboolean for_all = xr_row_is_empty (row, RULE_POST);
  int post = for_all ? -1 : xr_book_find_post (book, row, RULE_POST);
  g_autoptr (GError) error = NULL;
  XrRuleKind kind;
  XrRule *rule;
  int group = 0;

  replace_rules (book);
  if (!xr_row_is_empty (row, RULE_GROUP) && !xr_row_count (row, RULE_GROUP, 1, 99, &group))
    return;
  if (word == NULL || value == NULL)
    return;
  if (!xr_rule_kind_from_word (xr_fold_into (row->scratch, word), &kind))
    xr_row_fault (row, RULE_KIND, _ ("there is no condition called %s"), word);
  else if (!xr_rule_parse_value (kind, value, &error))
    xr_row_fault (row, RULE_VALUE, "%s", error->message);
  else if (post < 0 && !for_all)
    return;
  else if (has_rule (book, post, kind, value))
    xr_row_fault (row, RULE_KIND, _ ("this condition stands twice"));
  else
    {
      rule = xr_rule_new (post, kind, value);
      rule->group = (guint) group;
      g_ptr_array_add (book->plan->rules, rule);
    }
}

static const XrColumn rule_columns[N_RULE_COLUMNS] = {
  [RULE_POST] = { "职位" },
  [RULE_KIND] = { "条件", XR_COLUMN_FILLED },
  [RULE_VALUE] = { "内容", XR_COLUMN_FILLED },
  [RULE_GROUP] = { "组" },
};

static void
finish_rules (XrBook *book, guint sheet_index)
{
  replace_rules (book);
}

const XrSheet xr_sheet_rules = { "资格条件", rule_columns, N_RULE_COLUMNS, read_rule,
                                 finish_rules };
