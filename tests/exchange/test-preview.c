/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people on their way in: what encodings, dividers and quotes there are, every fault at its cell,
 * what is known, doubtful or new, and all of it in one undoable step. */

#include "exchange/blank-book.h"
#include "exchange/csv-reader.h"
#include "exchange/preview.h"
#include "exchange/text-encoding.h"
#include "exchange/workbook.h"
#include "people-list.h"
#include "preview-fixture.h"
#include "round/dossier.h"
#include "round/round.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>
#include <string.h>

static XrPreview *
preview_list (Fixture *fixture, const char *text)
{
  XrPreview *preview = xr_preview_new (fixture->round);

  preview_add_list (fixture, preview, text, "UTF-8");
  preview_check_all (fixture, preview);
  return preview;
}

static void
apply (Fixture *fixture, XrPreview *preview, int expected)
{
  g_autoptr (GError) error = NULL;
  int n = xr_preview_apply (preview, fixture->office, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, expected);
}

static const XrPreviewNote *
get_note (XrPreview *preview, guint row, const char *column)
{
  return xr_preview_note (preview, row, (guint) xr_person_field_find (column));
}

static void
set_cell (XrPreview *preview, guint row, const char *column, const char *text)
{
  xr_preview_set_cell (preview, row, (guint) xr_person_field_find (column), text);
}

/* ------------------------------------------------------------------ texts */

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };
  static const char list[] = "姓名,职位\r\n张㐂三,办公室主任\r\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XrPersonSheet) sheet = preview_read_list (fixture, list, encodings[i], &error);
      const XrPersonLine *line;

      g_assert_no_error (error);
      g_assert_cmpstr (sheet->encoding, ==, encodings[i]);
      g_assert_cmpstr (sheet->titles->pdata[0], ==, "姓名");
      line = sheet->lines->pdata[0];
      g_assert_cmpstr (line->cells[0].text, ==, "张㐂三");
      g_assert_cmpuint (line->number, ==, 2);
    }
}

static void
test_byte_order_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPersonSheet) sheet = preview_read_list (fixture, "\xef\xbb\xbf姓名;职位\n李四;甲\n",
                                                       "UTF-8", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sheet->titles->pdata[0], ==, "姓名");
  g_assert_cmpuint (sheet->titles->len, ==, 2);
}

static void
assert_refused (Fixture *fixture, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  const char *encoding;
  g_autofree char *text = xr_text_decode (data, &encoding, &error);

  g_assert_null (text);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* A list that a program saved after taking one encoding for another is not guessed at. */
static void
test_spoilt_texts (Fixture *fixture, gconstpointer data)
{
  static const char list[] = "姓名,职位,工作单位\r\n张三,办公室主任,市局办公室\r\n";
  gsize n;
  g_autofree char *as_gb = g_convert (list, -1, "UTF-8", "GB18030", NULL, &n, NULL);
  g_autofree char *gb = g_convert (list, -1, "GB18030", "UTF-8", NULL, &n, NULL);
  g_autofree char *as_latin = g_convert (gb, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);

  g_assert_nonnull (as_latin);
  assert_refused (fixture, as_latin, strlen (as_latin));
  if (as_gb != NULL)
    assert_refused (fixture, as_gb, strlen (as_gb));
  assert_refused (fixture, "濮撳悕,鑱屼綅,宸ヤ綔鍗曚綅\n", strlen ("濮撳悕,鑱屼綅,宸ヤ綔鍗曚綅\n"));
  assert_refused (fixture, "姓名\n锟斤拷锟斤拷\n", strlen ("姓名\n锟斤拷锟斤拷\n"));
  assert_refused (fixture, "", 0);
  assert_refused (fixture, "\x80\xff\x81\x00\xfe", 5);
}

static gboolean
join_cb (guint32 number, char **cells, guint n, gpointer data)
{
  g_string_append_printf (data, "%u:", number);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (data, "[%s]", cells[i]);
  g_string_append_c (data, '\n');
  return TRUE;
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    xr_csv_read ("a,b\r\n\"x,\"\"y\"\"\n2\",\"\"\n3\"4,\r5", ',', join_cb, all, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (all->str, ==, "1:[a][b]\n2:[x,\"y\"\n2][]\n4:[3\"4][]\n5:[5]\n");
  g_assert_false (xr_csv_read ("a\n\"b", ',', join_cb, all, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpint (xr_csv_find_divider ("\"a,b,c,d\";x;y\nz,z,z,z"), ==, ';');
  g_assert_cmpint (xr_csv_find_divider ("a\tb"), ==, '\t');
  g_assert_cmpint (xr_csv_find_divider ("a"), ==, ',');
}

/* ------------------------------------------------------------------ columns */

static void
test_columns_of_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPersonSheet) sheet = preview_read_list (
    fixture,
    "2026年报名汇总表,,,,\n\n序号,姓 名,报考岗位,身份证号码（必填）,籍贯\n1,张三,甲,,大连\n",
    "UTF-8", &error);
  g_autoptr (GArray) map = NULL;
  g_autoptr (GArray) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  map = xr_column_map_new (sheet, NULL);
  text = xr_column_map_to_text (map);
  g_assert_cmpstr (text, ==, "\n姓名\n职位\n身份证号\n");
  again = xr_column_map_new (sheet, "\n姓名\n\n备注\n姓名");
  g_assert_cmpint (g_array_index (again, int, 3), ==, xr_person_field_find ("备注"));
  g_assert_cmpint (g_array_index (again, int, 4), ==, -1);
  g_assert_cmpuint (sheet->lines->len, ==, 1);
}

static void
test_map_is_remembered (Fixture *fixture, gconstpointer data)
{
  static const char list[] = "甲方,乙方\n张三,办公室主任\n";
  g_autoptr (XrPreview) preview = preview_list (fixture, list);
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (int));
  int fields[] = { xr_person_field_find ("姓名"), xr_person_field_find ("职位") };
  g_autofree char *signature = xr_column_map_signature (xr_preview_file (preview, 0));
  g_autofree char *said = NULL;

  g_assert_cmpuint (xr_preview_n_rows (preview), ==, 0);
  g_array_append_vals (map, fields, 2);
  xr_preview_set_map (preview, 0, map);
  preview_check_all (fixture, preview);
  apply (fixture, preview, 1);
  said = xr_round_dup_column_map (fixture->office, signature);
  g_assert_cmpstr (said, ==, "姓名\n职位");
}

/* ------------------------------------------------------------------ the whole way */

static void
assert_faults (XrPreview *preview)
{
  g_assert_cmpuint (xr_preview_n_rows (preview), ==, PEOPLE_N);
  g_assert_cmpuint (xr_preview_count (preview, XR_PREVIEW_REFUSED), ==, PEOPLE_N_FAULTS);
  g_assert_cmpuint (xr_preview_count (preview, XR_PREVIEW_NEW), ==, PEOPLE_N - PEOPLE_N_FAULTS);
  for (guint i = 0; i < PEOPLE_N_FAULTS; i++)
    {
      const XrPreviewNote *note = get_note (preview, people_faults[i].row, people_faults[i].column);

      g_assert_nonnull (note);
      g_assert_cmpint (note->kind, ==, XR_NOTE_FAULT);
      g_assert_cmpuint (xr_preview_notes (preview, people_faults[i].row)->len, ==, 1);
    }
}

static void
test_500_people (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = people_list_new (',', TRUE);
  g_autoptr (XrPreview) preview = xr_preview_new (fixture->round);
  g_autoptr (GError) error = NULL;

  preview_add_list (fixture, preview, list, "GB18030");
  preview_check_all (fixture, preview);
  assert_faults (preview);
  for (guint i = 0; i < PEOPLE_N_FAULTS; i++)
    {
      g_autofree char *right = people_list_cell (people_faults[i].row, people_faults[i].column);
      set_cell (preview, people_faults[i].row, people_faults[i].column, right);
    }
  preview_check_all (fixture, preview);
  g_assert_cmpuint (xr_preview_count (preview, XR_PREVIEW_NEW), ==, PEOPLE_N);
  apply (fixture, preview, PEOPLE_N);
  g_assert_cmpuint (preview_count_people (fixture), ==, PEOPLE_N);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (preview_count_people (fixture), ==, 0);
}

/* What is refused or skipped stays out, the rest goes in. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = people_list_new ('\t', TRUE);
  g_autoptr (XrPreview) preview = preview_list (fixture, list);

  xr_preview_skip (preview, 0, TRUE);
  preview_check_all (fixture, preview);
  g_assert_cmpuint (xr_preview_n_taken (preview), ==, PEOPLE_N - PEOPLE_N_FAULTS - 1);
  g_assert_cmpuint (xr_preview_n_left_out (preview), ==, PEOPLE_N_FAULTS + 1);
  apply (fixture, preview, PEOPLE_N - PEOPLE_N_FAULTS - 1);
  g_assert_cmpuint (preview_count_people (fixture), ==, PEOPLE_N - PEOPLE_N_FAULTS - 1);
}

static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = people_list_new (',', FALSE);
  g_autoptr (XrPreview) first = preview_list (fixture, list);
  g_autoptr (XrPreview) second = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const XrPreviewNote *note;

  apply (fixture, first, PEOPLE_N);
  second = preview_list (fixture, list);
  g_assert_cmpuint (xr_preview_count (second, XR_PREVIEW_KNOWN), ==, PEOPLE_N);
  g_assert_cmpuint (xr_preview_notes (second, 4)->len, ==, 1);
  g_assert_cmpuint (xr_preview_n_taken (second), ==, 0);
  set_cell (second, 4, "现职级", "正科级");
  set_cell (second, 4, "电话", "3001");
  set_cell (second, 5, "出生年月", "");
  preview_check_all (fixture, second);
  note = get_note (second, 4, "现职级");
  g_assert_cmpint (note->kind, ==, XR_NOTE_CHANGE);
  g_assert_nonnull (strstr (note->text, "副科级"));
  g_assert_null (get_note (second, 5, "出生年月"));
  apply (fixture, second, 1);
  rows = xr_office_query (fixture->office, xr_table_find ("candidate"), "round_id", fixture->round);
  g_assert_cmpuint (rows->len, ==, PEOPLE_N);
  g_assert_cmpstr (xr_row_get (rows->pdata[4], "rank"), ==, "正科级");
  g_assert_cmpstr (xr_row_get (rows->pdata[4], "phone"), ==, "3001");
  g_assert_cmpstr (xr_row_get (rows->pdata[5], "born"), ==, "1975-06");
}

/* The same person in a later round is known, and what is new about him is said. */
static void
test_known_from_earlier_round (Fixture *fixture, gconstpointer data)
{
  static const char list[]
    = "姓名,职位,身份证号,现职级\n张三,办公室主任,990000197906150074,副科级\n";
  g_autoptr (XrPreview) first = preview_list (fixture, list);
  g_autoptr (XrPreview) second = NULL;
  g_autoptr (GError) error = NULL;

  apply (fixture, first, 1);
  fixture->round = xr_round_create (fixture->office, "乙", NULL, NULL, &error);
  preview_add_post (fixture, "办公室主任");
  second = preview_list (fixture, list);
  g_assert_cmpint (xr_preview_state (second, 0), ==, XR_PREVIEW_KNOWN);
  set_cell (second, 0, "现职级", "正科级");
  preview_check_all (fixture, second);
  g_assert_cmpint (get_note (second, 0, "现职级")->kind, ==, XR_NOTE_CHANGE);
  apply (fixture, second, 1);
  g_assert_cmpuint (preview_count_people (fixture), ==, 1);
}

/* ID number 990000197906150074: a man born in June 1979. */
static void
test_doubts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (
    fixture, "姓名,职位,身份证号,性别,出生年月,学历\n"
             "张三,办公室主任,990000197906150074,女,1979.05,本科\n"
             "张三,办公室主任,,,,\n"
             "李四,办公室主任,,,1930.01,\n");

  g_assert_cmpuint (xr_preview_count (preview, XR_PREVIEW_DOUBTFUL), ==, 3);
  g_assert_cmpint (get_note (preview, 0, "性别")->kind, ==, XR_NOTE_DOUBT);
  g_assert_nonnull (get_note (preview, 0, "出生年月"));
  /* A word that every condition understands holds nobody up. */
  g_assert_cmpint (get_note (preview, 0, "学历")->kind, ==, XR_NOTE_CHANGE);
  g_assert_nonnull (strstr (get_note (preview, 0, "学历")->text, "大学"));
  g_assert_nonnull (get_note (preview, 1, "姓名"));
  g_assert_nonnull (get_note (preview, 2, "出生年月"));
  xr_preview_confirm (preview, 0);
  preview_check_all (fixture, preview);
  g_assert_cmpuint (xr_preview_n_taken (preview), ==, 1);
  set_cell (preview, 0, "学历", "大本");
  preview_check_all (fixture, preview);
  g_assert_cmpuint (xr_preview_n_taken (preview), ==, 0);
}

/* The same list once more has nothing to take in, and says so; one change of it counts as one. */
static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  static const char list[] = "姓名,职位,身份证号,民族\n"
                             "张三,办公室主任,990000197906150074,汉族\n"
                             "李四,政工科副科长,,回族\n";
  g_autoptr (XrPreview) first = preview_list (fixture, list);
  g_autoptr (XrPreview) again = NULL;
  g_autoptr (GError) error = NULL;

  apply (fixture, first, 2);
  again = preview_list (fixture, list);
  g_assert_cmpuint (xr_preview_count (again, XR_PREVIEW_KNOWN), ==, 1);
  set_cell (again, 1, "编号", "02");
  preview_check_all (fixture, again);
  g_assert_cmpuint (xr_preview_count (again, XR_PREVIEW_KNOWN), ==, 2);
  g_assert_cmpuint (xr_preview_n_taken (again), ==, 0);
  g_assert_cmpuint (xr_preview_n_left_out (again), ==, 0);
  g_assert_cmpuint (xr_preview_notes (again, 0)->len, ==, 1);
  g_assert_cmpint (xr_preview_apply (again, fixture->office, NULL, &error), ==, -1);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  xr_preview_settle (again);
  set_cell (again, 0, "民族", "满族");
  preview_check_all (fixture, again);
  g_assert_cmpuint (xr_preview_n_taken (again), ==, 1);
  apply (fixture, again, 1);
}

/* Words that are in no list are doubted, with those that may be meant; known short names are not. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (fixture,
                                                "姓名,职位,民族,政治面貌,学历\n"
                                                "张三,办公室主任,汉,党员,大学本科\n"
                                                "李四,办公室主任,汉族,某党,本科毕业生\n"
                                                "王五,办公室主任,汉族,中共党员,省委党校本科\n");

  g_assert_cmpint (get_note (preview, 0, "民族")->kind, ==, XR_NOTE_DOUBT);
  g_assert_nonnull (strstr (get_note (preview, 0, "民族")->text, "汉族"));
  g_assert_cmpint (get_note (preview, 0, "政治面貌")->kind, ==, XR_NOTE_CHANGE);
  g_assert_nonnull (strstr (get_note (preview, 0, "政治面貌")->text, "中共党员"));
  g_assert_cmpint (get_note (preview, 0, "学历")->kind, ==, XR_NOTE_CHANGE);
  g_assert_cmpint (get_note (preview, 1, "政治面貌")->kind, ==, XR_NOTE_DOUBT);
  g_assert_cmpint (get_note (preview, 1, "学历")->kind, ==, XR_NOTE_DOUBT);
  g_assert_nonnull (strstr (get_note (preview, 1, "学历")->text, "大学"));
  g_assert_cmpint (get_note (preview, 2, "学历")->kind, ==, XR_NOTE_DOUBT);
  g_assert_null (get_note (preview, 2, "政治面貌"));
}

/* Dates and numbers of a workbook are shown as people write them. */
static void
test_workbook_cells (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "名册.xlsx", NULL);
  g_autoptr (XrPreview) preview = xr_preview_new (fixture->round);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) map = NULL;
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *days = workbook_add_format (book);
  XrPersonSheet *people;

  format_set_num_format (days, "yyyy/m/d");
  worksheet_write_string (sheet, 0, 0, "姓名", NULL);
  worksheet_write_string (sheet, 0, 1, "生日", NULL);
  worksheet_write_string (sheet, 0, 2, "手机号码", NULL);
  worksheet_write_string (sheet, 1, 0, "张三", NULL);
  worksheet_write_number (sheet, 1, 1, 27396, days);
  worksheet_write_number (sheet, 1, 2, 13900000000, NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  people = xr_person_sheet_read (path, xr_column_is_known, NULL, NULL, &error);
  g_assert_no_error (error);
  map = xr_column_map_new (people, NULL);
  xr_preview_add (preview, people, map);
  preview_check_all (fixture, preview);
  g_assert_cmpstr (xr_preview_cell (preview, 0, (guint) xr_person_field_find ("出生年月")), ==,
                   "1975-01-02");
  g_assert_cmpstr (xr_preview_cell (preview, 0, (guint) xr_person_field_find ("电话")), ==,
                   "13900000000");
  g_assert_null (get_note (preview, 0, "出生年月"));
}

/* Something else in the column of names, such as a whole line, is looked at twice. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (
    fixture, "姓名,职位\n一二三四五六七八九十一二三四五六七八,办公室主任\n"
             "一二三四五六七八九十一二三四五六七八九,办公室主任\n");

  g_assert_null (get_note (preview, 0, "姓名"));
  g_assert_cmpint (get_note (preview, 1, "姓名")->kind, ==, XR_NOTE_DOUBT);
}

/* Two posts are two rows of one person; two rows of one person that disagree are a fault. */
static void
test_one_person_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (fixture,
                                                "姓名,职位,身份证号,民族\n"
                                                "张三,办公室主任,990000197906150074,汉族\n"
                                                "张三,政工科副科长,990000197906150074,\n"
                                                "张三,办公室主任,990000197906150074,\n"
                                                "张三,政工科副科长,990000197906150074,回族\n");

  g_assert_cmpint (xr_preview_state (preview, 1), ==, XR_PREVIEW_NEW);
  g_assert_cmpint (get_note (preview, 2, "职位")->kind, ==, XR_NOTE_FAULT);
  g_assert_cmpint (get_note (preview, 3, "民族")->kind, ==, XR_NOTE_FAULT);
  apply (fixture, preview, 2);
  g_assert_cmpuint (preview_count_people (fixture), ==, 1);
}

/* Somebody who applies for two posts says which of them is wanted first; both cannot be. */
static void
test_wishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (
    fixture, "姓名,身份证号,报考岗位,志愿顺序\n张三,,办公室主任,2\n张三,,政工科副科长,2\n"
             "李四,,办公室主任,第一\n王五,,办公室主任,\n");
  g_autoptr (GPtrArray) rows = NULL;

  set_cell (preview, 0, "编号", "01");
  set_cell (preview, 1, "编号", "01");
  preview_check_all (fixture, preview);
  g_assert_nonnull (get_note (preview, 1, "志愿"));
  g_assert_nonnull (get_note (preview, 2, "志愿"));
  g_assert_null (get_note (preview, 3, "志愿"));
  set_cell (preview, 1, "志愿", "1");
  set_cell (preview, 2, "志愿", "1");
  preview_check_all (fixture, preview);
  apply (fixture, preview, 4);
  rows = xr_office_query_round (fixture->office, xr_table_find ("application"), fixture->round);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *title = xr_office_dup_title (fixture->office, xr_table_find ("application"),
                                                    xr_row_get_id (rows->pdata[i]));
      const char *wish = g_str_equal (title, "张三 · 办公室主任")   ? "2"
                         : g_str_equal (title, "王五 · 办公室主任") ? NULL
                                                                    : "1";

      g_assert_cmpstr (xr_row_get (rows->pdata[i], "wish"), ==, wish);
    }
}

/* What nobody sees would be found by nobody, and no font prints it. */
static void
test_invisible_characters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (
    fixture, "姓名,报考岗位,现职级,工作单位\n张三,办公室主任,副\001科级,\"某局\n办公室\"\n");

  preview_check_all (fixture, preview);
  g_assert_cmpint (xr_preview_state (preview, 0), ==, XR_PREVIEW_REFUSED);
  g_assert_nonnull (strstr (get_note (preview, 0, "现职级")->text, "U+0001"));
  g_assert_null (get_note (preview, 0, "工作单位"));
  set_cell (preview, 0, "现职级", "副科级");
  preview_check_all (fixture, preview);
  g_assert_cmpint (xr_preview_state (preview, 0), ==, XR_PREVIEW_NEW);
}

/* The wish of the first application in the file; NULL: not said. (transfer full) */
static char *
dup_first_wish (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (
    fixture->office, xr_table_find ("application"), fixture->round);

  return g_strdup (xr_row_get (rows->pdata[0], "wish"));
}

/* A later list says another order: that is a change like any other, seen, written and undone. */
static void
test_changed_wish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) first = preview_list (
    fixture, "姓名,编号,报考岗位,志愿顺序\n张三,01,办公室主任,1\n");
  g_autoptr (XrPreview) same = NULL, later = NULL;
  g_autofree char *changed = NULL, *undone = NULL;

  preview_check_all (fixture, first);
  apply (fixture, first, 1);
  same = preview_list (fixture, "姓名,编号,报考岗位,志愿顺序\n张三,01,办公室主任,1\n");
  preview_check_all (fixture, same);
  g_assert_null (get_note (same, 0, "志愿"));
  later = preview_list (fixture, "姓名,编号,报考岗位,志愿顺序\n张三,01,办公室主任,2\n");
  preview_check_all (fixture, later);
  g_assert_nonnull (strstr (get_note (later, 0, "志愿")->text, "1"));
  apply (fixture, later, 1);
  changed = dup_first_wish (fixture);
  g_assert_cmpstr (changed, ==, "2");
  g_assert_true (xr_office_undo (fixture->office, NULL));
  undone = dup_first_wish (fixture);
  g_assert_cmpstr (undone, ==, "1");
}

static void
test_nothing_to_take (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = preview_list (fixture, "姓名,职位\n张三,\n");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (xr_preview_apply (preview, fixture->office, NULL, &error), ==, -1);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  xr_preview_fill_post (preview, "办公室主任");
  preview_check_all (fixture, preview);
  apply (fixture, preview, 1);
}

/* What is given to applicants is a workbook that comes back without a fault. */
static void
test_blank_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "blank.xlsx", NULL);
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = NULL;

  g_assert_true (xr_blank_book_write (fixture->office, fixture->round, path, &error));
  g_assert_no_error (error);
  intake = xr_workbook_read (path, xr_round_load_intake (fixture->office, fixture->round, &error),
                             xr_plan_template_load, NULL, faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_nonnull (intake);
  g_assert_false (xr_workbook_has_more_than_people (path));
  g_assert_false (
    xr_blank_book_write (fixture->office, fixture->round, "/nowhere/at/all.xlsx", &error));
  g_assert_nonnull (error);
}

/* A form comes in with what stands in no cell. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrPreview) preview = xr_preview_new (fixture->round);
  g_autoptr (XrDossier) stored = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  XrDossier *dossier = xr_dossier_new ();
  XrRelative *relative = xr_dossier_add_relative (dossier);

  xr_dossier_set (dossier, XR_DOSSIER_NAME, "张三");
  xr_dossier_set (dossier, XR_DOSSIER_SEX, "男");
  xr_dossier_set (dossier, XR_DOSSIER_BORN, "197906");
  xr_dossier_set (dossier, XR_DOSSIER_NATION, "汉族");
  xr_relative_set (relative, XR_RELATIVE_RELATION, "妻子");
  xr_relative_set (relative, XR_RELATIVE_NAME, "李四");
  xr_faults_add (notes, NULL, 0, 0, "XingMing", "changed");
  xr_preview_add_dossier (preview, "张三.lrmx", dossier, notes);
  xr_preview_fill_post (preview, "办公室主任");
  preview_check_all (fixture, preview);
  g_assert_cmpint (xr_preview_state (preview, 0), ==, XR_PREVIEW_NEW);
  g_assert_cmpint (((XrPreviewNote *) xr_preview_notes (preview, 0)->pdata[0])->field, ==, -1);
  g_assert_nonnull (
    strstr (((XrPreviewNote *) xr_preview_notes (preview, 0)->pdata[0])->text, "changed"));
  apply (fixture, preview, 1);
  rows = xr_office_query (fixture->office, xr_table_find ("candidate"), "round_id", fixture->round);
  g_assert_cmpstr (xr_row_get (rows->pdata[0], "born"), ==, "1979-06");
  stored = xr_dossier_load (fixture->office, xr_row_get_id (rows->pdata[0]), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->relatives->len, ==, 1);
}

#define TEST(path, function)                                                                       \
  g_test_add ("/preview/" path, Fixture, NULL, preview_set_up, function, preview_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("encodings", test_encodings);
  TEST ("byte-order-mark", test_byte_order_mark);
  TEST ("spoilt-texts", test_spoilt_texts);
  TEST ("csv", test_csv);
  TEST ("columns-of-others", test_columns_of_others);
  TEST ("map-is-remembered", test_map_is_remembered);
  TEST ("500-people", test_500_people);
  TEST ("left-out", test_left_out);
  TEST ("known", test_known);
  TEST ("known-from-earlier-round", test_known_from_earlier_round);
  TEST ("doubts", test_doubts);
  TEST ("same-again", test_same_again);
  TEST ("words", test_words);
  TEST ("long-name", test_long_name);
  TEST ("workbook-cells", test_workbook_cells);
  TEST ("one-person-twice", test_one_person_twice);
  TEST ("wishes", test_wishes);
  TEST ("changed-wish", test_changed_wish);
  TEST ("invisible-characters", test_invisible_characters);
  TEST ("nothing-to-take", test_nothing_to_take);
  TEST ("blank-book", test_blank_book);
  TEST ("form", test_form);
  return g_test_run ();
}
