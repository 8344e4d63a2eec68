/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A workbook of 100,000 registrations and one of 1,000,000 ballot marks, read and checked, against
 * unzip and SAX parse of the same file with handlers that do nothing.
 */
#include "bench.h"

#include "core/id-number.h"
#include "exchange/workbook.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <xlsxwriter.h>
#include <zip.h>

#define N_PEOPLE 100000
#define N_MARKS  1000000

typedef struct
{
  char *path;
  guint expected; /* candidates, or marks */
} Book;

/* ---- the books */

static void
write_row (lxw_worksheet *sheet, lxw_row_t row, const char *cells)
{
  g_auto (GStrv) parts = g_strsplit (cells, "|", -1);

  for (lxw_col_t i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      worksheet_write_string (sheet, row, i, parts[i], NULL);
}

static void
write_rows (lxw_workbook *book, const char *name, const char *rows)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, name);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  for (lxw_row_t i = 0; lines[i] != NULL; i++)
    write_row (sheet, i, lines[i]);
}

/* An ID number of nobody: area 990000, a birthday and a sequence number of @i. */
static void
make_id_number (guint i, char *number, guint *year, guint *month)
{
  *year = 1960 + i / 1000 % 40;
  *month = 1 + i / 40000 % 12;
  g_snprintf (number, 19, "990000%04u%02u%02u%03u", *year, *month, 1 + i / 1000 / 40 % 28,
              (i % 500) * 2 + 1);
  number[17] = xr_id_number_check_character (number);
  number[18] = '\0';
}

static void
write_person (lxw_worksheet *sheet, guint i, lxw_format *date)
{
  static const char *const marks[] = { "2023优秀、2024称职、2025称职",
                                       "2023称职、2024称职、2025优秀" };
  guint year, month;
  char id_number[19];
  g_autofree char *cells = NULL;

  make_id_number (i / 500 * 1000 + i % 500, id_number, &year, &month);
  cells = g_strdup_printf ("职位%u|人员%06u|%u|%s|男|%u.%02u|汉族|中共党员|大学|学士|第%u大学|"
                           "行政管理||%u.06|单位%u|科员|四级主任科员|%u.03|"
                           "在编|%s||139%08u|备注%u",
                           i % 50, i, i + 1, id_number, year, month, i % 100, year + 25, i % 1000,
                           year + 26, marks[i % 2], i, i);
  write_row (sheet, i + 1, cells);
  worksheet_write_number (sheet, i + 1, 12, 38000 + i % 5000, date);
}

static lxw_workbook *
begin_book (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  g_autoptr (GString) posts = g_string_new ("职位|职数");

  write_rows (book, "方案", "项目|内容\n名称|百人千岗\n报名截止|2026-03-09");
  for (guint i = 0; i < 50; i++)
    g_string_append_printf (posts, "\n职位%u|1", i);
  write_rows (book, "职位", posts->str);
  return book;
}

static void
write_people (const char *path)
{
  lxw_workbook *book = begin_book (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "报名");
  lxw_format *date = workbook_add_format (book);

  format_set_num_format (date, "yyyy-mm-dd");
  write_row (sheet, 0,
             "职位|姓名|编号|身份证号|性别|出生年月|民族|政治面貌|学历|学位|毕业院校|专业|"
             "参加工作时间|入党时间|工作单位|现任"
             "职务|现职级|任现职级时间|编制|年度考核|处分影响期至|电话|备注");
  for (guint i = 0; i < N_PEOPLE; i++)
    write_person (sheet, i, date);
  workbook_close (book);
}

static void
write_marks (const char *path)
{
  static const char *const dimensions[] = { "德", "能", "勤", "绩", "廉" };
  static const char *const grades[] = { "优秀", "称职", "基本称职", "不称职" };
  lxw_workbook *book = begin_book (path);
  lxw_worksheet *sheet;

  write_rows (book, "计分", "项目|方式|权重\n测评|民主测评|100");
  write_rows (book, "要素", "项目|要素\n测评|德\n测评|能\n测评|勤\n测评|绩\n测评|廉");
  write_rows (book, "等次",
              "项目|等次|分值\n测评|优秀|100\n测评|称职|80\n测评|基本称职|60\n测评|不称职|40");
  write_rows (book, "投票组", "项目|组别\n测评|甲组\n测评|乙组");
  sheet = workbook_add_worksheet (book, "报名");
  write_row (sheet, 0, "职位|姓名");
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *cells = g_strdup_printf ("职位%u|人员%06u", i % 50, i);

      write_row (sheet, i + 1, cells);
    }
  sheet = workbook_add_worksheet (book, "测评票");
  write_row (sheet, 0, "项目|组别|票号|姓名|要素|等次");
  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autofree char *cells = g_strdup_printf ("测评|%s|%u|人员%06u|%s|%s",
                                                i / 500 % 2 ? "甲组" : "乙组", i / 500, i / 5 % 100,
                                                dimensions[i % 5], grades[i * 7 / 3 % 4]);

      write_row (sheet, i + 1, cells);
    }
  workbook_close (book);
}

/* ---- our way and the floor */

static gboolean
read_book_cb (gpointer data, GError **error)
{
  const Book *book = data;
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  g_autoptr (XrIntake) intake = xr_workbook_read (book->path, NULL, NULL, NULL, faults, error);

  if (intake != NULL && intake->contest->candidates->len + intake->marks->len == book->expected)
    return TRUE;
  if (faults->len > 0)
    {
      g_autofree char *line = xr_fault_to_line (faults->pdata[0], book->path);

      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, line);
    }
  return FALSE;
}

static void
ignore_start_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                 int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                 const xmlChar **attributes)
{
}

static void
ignore_end_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
}

static void
ignore_text_cb (void *context, const xmlChar *text, int length)
{
}

static int
read_part_cb (void *context, char *buffer, int length)
{
  return (int) zip_fread (context, buffer, (zip_uint64_t) length);
}

static void
parse_part (zip_t *zip, zip_uint64_t index)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = ignore_start_cb,
                        .endElementNs = ignore_end_cb,
                        .characters = ignore_text_cb,
                        .ignorableWhitespace = ignore_text_cb };
  zip_file_t *file = zip_fopen_index (zip, index, 0);
  xmlParserCtxtPtr parser = xmlCreateIOParserCtxt (&sax, file, read_part_cb, NULL, file,
                                                   XML_CHAR_ENCODING_NONE);

  xmlParseDocument (parser);
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);
  zip_fclose (file);
}

static gboolean
parse_parts_cb (gpointer data, GError **error)
{
  const Book *book = data;
  zip_t *zip = zip_open (book->path, ZIP_RDONLY, NULL);

  if (zip == NULL)
    return FALSE;
  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    parse_part (zip, (zip_uint64_t) i);
  zip_discard (zip);
  return TRUE;
}

static int
run_bench (const char *name, const char *folder, guint expected, void (*write) (const char *))
{
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  Book book = { path, expected };
  const XrBench bench = { name, read_book_cb, parse_parts_cb, 1.5, 3 };
  int status;

  write (path);
  status = xr_bench_run (&bench, &book);
  g_unlink (path);
  return status;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  status = run_bench ("workbook of 100,000 registrations", folder, N_PEOPLE, write_people);
  status |= run_bench ("workbook of 1,000,000 marks", folder, 100 + N_MARKS, write_marks);
  g_rmdir (folder);
  return status;
}
