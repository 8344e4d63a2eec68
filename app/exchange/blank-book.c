/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook that applicants fill in. Lists stand in a sheet of their own, as Excel takes no long list inside
 * a validation; names of sheets and columns are Chinese in every language, as they are read back. */
#include "config.h"

#include "exchange/blank-book.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "exchange/column-map.h"

#define LAST_ROW   1000
#define LIST_SHEET "#代码"

/* What is said to a column. */
static const struct
{
  const char *title;
  const char *note;
} notes[] = {
  { "职位", "必填。从下拉列表选择；报考几个职位就填几行。" },
  { "姓名", "必填。" },
  { "编号", "由组织人事部门填写，可以不填。" },
  { "身份证号", "18位，按文本填写。" },
  { "出生年月", "如 1980.03 或 1980年3月。" },
  { "学历", "填写最高学历。" },
  { "参加工作时间", "如 2003.07。" },
  { "入党时间", "如 2008.06；非中共党员不填。" },
  { "现职级", "如 副科级、一级科员。" },
  { "任现职级时间", "如 2021.05。" },
  { "年度考核", "如 2023优秀、2024称职、2025称职。" },
  { "处分影响期至", "没有受过处分的不填。" },
  { "志愿", "报考几个职位的，填 1、2……，1 为第一志愿。" },
};

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *people, *lists;
  lxw_format *head, *text;
  lxw_col_t n_lists;
} Blank;

static const char *
find_note (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (g_str_equal (notes[i].title, title))
        return notes[i].note;
    }
  return NULL;
}

/* Lets the cells of a column be chosen from @words; others may be written where @strict is FALSE. */
static void
add_list (Blank *self, lxw_col_t column, GPtrArray *words, gboolean strict)
{
  g_autofree char *range = NULL;
  char letters[4] = "";
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                     .error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP
                                                          : LXW_VALIDATION_ERROR_TYPE_INFORMATION,
                                     .ignore_blank = LXW_VALIDATION_ON,
                                     .error_title = (char *) "不在列表中",
                                     .error_message = (char *) "请从下拉列表中选择。" };

  if (words->len == 0)
    return;
  for (guint i = 0; i < words->len; i++)
    worksheet_write_string (self->lists, i, self->n_lists, g_ptr_array_index (words, i), NULL);
  lxw_col_to_name (letters, self->n_lists, LXW_TRUE);
  range = g_strdup_printf ("='" LIST_SHEET "'!%s$1:%s$%u", letters, letters, words->len);
  validation.value_formula = range;
  worksheet_data_validation_range (self->people, 1, column, LAST_ROW, column, &validation);
  self->n_lists++;
}

static GPtrArray *
collect_posts (XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("post"), "round_id", round);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (words, g_strdup (xr_row_get (g_ptr_array_index (rows, i), "name")));
  return words;
}

static GPtrArray *
collect_choices (const XrField *field)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const XrChoice *choice = field != NULL ? field->choices : NULL;
       choice != NULL && choice->value != NULL; choice++)
    g_ptr_array_add (words, g_strdup (choice->value));
  return words;
}

static void
write_column (Blank *self, guint index, XrOffice *office, gint64 round)
{
  const char *title = xr_person_field_title (index);
  const char *note = find_note (title);
  const XrField *field = xr_table_find_field (xr_table_find ("candidate"),
                                              xr_person_field_name (index));
  g_autoptr (GPtrArray) words = index == 0 ? collect_posts (office, round)
                                           : collect_choices (field);

  worksheet_set_column (self->people, (lxw_col_t) index, (lxw_col_t) index, index == 3 ? 22 : 14,
                        self->text);
  worksheet_write_string (self->people, 0, (lxw_col_t) index, title, self->head);
  if (note != NULL)
    worksheet_write_comment (self->people, 0, (lxw_col_t) index, note);
  add_list (self, (lxw_col_t) index, words, index == 0 || g_str_equal (title, "性别"));
}

static void
write_explanations (Blank *self)
{
  static const char *const lines[] = {
    "填写说明",
    "1. 在“报名”表中每人填一行；报考几个职位就填几行，各行的姓名和身份证号相同。",
    "2. 职位和姓名必填，其他各列如实填写，不清楚的留空，不要猜测。",
    "3. 有下拉箭头的列从列表中选择；把鼠标移到列名上可以看到说明。",
    "4. 日期写到月即可，如 1980.03。不要改动列名，可以调整列的先后。",
    "5. 填好后交组织人事部门，由其在“报名”页点“导入…”。",
  };
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, "#说明");

  worksheet_set_column (sheet, 0, 0, 90, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    worksheet_write_string (sheet, i, 0, lines[i], i == 0 ? self->head : NULL);
}

static lxw_error
write_book (XrOffice *office, gint64 round, const char *path)
{
  Blank self = { .book = workbook_new (path) };

  if (self.book == NULL)
    return LXW_ERROR_CREATING_XLSX_FILE;
  self.head = workbook_add_format (self.book);
  format_set_bold (self.head);
  format_set_bg_color (self.head, 0xdde6f3);
  self.text = workbook_add_format (self.book);
  format_set_num_format (self.text, "@");
  self.people = workbook_add_worksheet (self.book, "报名");
  write_explanations (&self);
  self.lists = workbook_add_worksheet (self.book, LIST_SHEET);
  worksheet_hide (self.lists);
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    write_column (&self, i, office, round);
  worksheet_freeze_panes (self.people, 1, 2);
  return workbook_close (self.book);
}

gboolean
xr_blank_book_write (XrOffice *office, gint64 round, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, 0, 0600);
  int code = fd < 0 ? errno : 0;
  lxw_error status = LXW_NO_ERROR;

  if (fd >= 0)
    {
      g_close (fd, NULL);
      status = write_book (office, round, temporary);
      if (status == LXW_NO_ERROR && g_rename (temporary, path) != 0)
        code = errno;
      if (status != LXW_NO_ERROR || code != 0)
        g_unlink (temporary);
    }
  if (code == 0 && status == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _ ("The workbook cannot be written to “%1$s”: %2$s"), path,
               code != 0 ? g_strerror (code) : lxw_strerror (status));
  return FALSE;
}
