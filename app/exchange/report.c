/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report as a whole: which sheets in which order, and the file. It is written beside its place under
 * a temporary name and moved there when it is whole. */

#include "config.h"

#include "exchange/report.h"

#include "exchange/report-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_QUARK (xr - report - error - quark, xr_report_error)

XrSheet *
xr_report_add_sheet (XrReport *report, const char *name)
{
  XrSheet *sheet = xr_sheet_new (&report->book, name);

  g_ptr_array_add (report->sheets, sheet);
  return sheet;
}

XrComponent *
xr_report_component (const XrReport *report, int component)
{
  return g_ptr_array_index (report->contest->plan->components, (guint) component);
}

XrApplication *
xr_report_application (const XrReport *report, int application)
{
  return &g_array_index (report->contest->applications, XrApplication, (guint) application);
}

XrCandidate *
xr_report_candidate (const XrReport *report, int application)
{
  return g_ptr_array_index (report->contest->candidates,
                            (guint) xr_report_application (report, application)->candidate);
}

XrPost *
xr_report_post (const XrReport *report, int application)
{
  return g_ptr_array_index (report->contest->plan->posts,
                            (guint) xr_report_application (report, application)->post);
}

int
xr_report_find_application (const XrReport *report, gint64 id)
{
  for (guint i = 0; i < report->contest->applications->len; i++)
    if (xr_report_application (report, (int) i)->id == id)
      return (int) i;
  return -1;
}

const char *
xr_report_group_name (const XrComponent *component, gint64 id)
{
  for (guint i = 0; i < component->groups->len; i++)
    {
      const XrGroup *group = g_ptr_array_index (component->groups, i);

      if (group->id == id)
        return group->name;
    }
  return NULL;
}

gint64
xr_report_best_points (const XrComponent *component)
{
  gint64 best = component->grades->len > 0 ? 0 : component->full_mark.units;

  for (guint i = 0; i < component->grades->len; i++)
    best = MAX (best, ((XrGrade *) g_ptr_array_index (component->grades, i))->points.units);
  return best;
}

gboolean
xr_report_has_graded_ballots (const XrReport *report, int component)
{
  for (guint i = 0; i < report->contest->graded_sums->len; i++)
    if (g_array_index (report->contest->graded_sums, XrGradedSum, i).component == component)
      return TRUE;
  return FALSE;
}

void
xr_report_write_key (XrReport *report, XrSheet *sheet, int application)
{
  const XrCandidate *person = xr_report_candidate (report, application);

  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, xr_report_post (report, application)->name);
  xr_sheet_text (sheet, 1, XR_STYLE_TEXT, person->number);
  xr_sheet_text (sheet, 2, XR_STYLE_TEXT, person->name);
}

void
xr_report_write_key_heads (XrSheet *sheet)
{
  static const char *const heads[XR_REPORT_KEY_COLUMNS] = { "职位", "编号", "姓名" };
  static const guint8 widths[XR_REPORT_KEY_COLUMNS] = { 28, 8, 12 };

  if (sheet->row <= 1)
    xr_sheet_set_widths (sheet, widths, G_N_ELEMENTS (widths));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (sheet, (lxw_col_t) i, XR_STYLE_HEAD, heads[i]);
}

/* ---- what all sheets start from */

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const XrReport *report = data;
  int x = *(const int *) a;
  int y = *(const int *) b;
  int post = xr_report_application (report, x)->post - xr_report_application (report, y)->post;

  if (post != 0)
    return post;
  return xr_candidate_number_compare (xr_report_candidate (report, x)->number,
                                      xr_report_candidate (report, y)->number);
}

static void
index_standings (XrReport *report)
{
  guint n = report->contest->applications->len;

  report->order = g_array_new (FALSE, FALSE, sizeof (int));
  report->standings = g_new0 (XrStanding *, MAX (n, 1));
  for (guint p = 0; p < report->result->posts->len; p++)
    {
      const XrPostResult *post = g_ptr_array_index (report->result->posts, p);

      for (guint i = 0; i < post->standings->len; i++)
        {
          XrStanding *standing = g_ptr_array_index (post->standings, i);

          report->standings[standing->application] = standing;
          g_array_append_val (report->order, standing->application);
        }
    }
  g_array_sort_with_data (report->order, compare_order, report);
}

static void
make_columns (XrReport *report)
{
  guint n = MAX (report->contest->applications->len, 1);
  guint components = report->contest->plan->components->len;

  report->columns = g_new0 (XrScoreColumn, MAX (components, 1));
  for (guint i = 0; i < components; i++)
    {
      report->columns[i].rows = g_new0 (lxw_row_t, n);
      report->columns[i].values = g_new (gint64, n);
      for (guint k = 0; k < n; k++)
        report->columns[i].values[k] = -1;
    }
  report->ranking_rows = g_new0 (lxw_row_t, n);
  for (guint i = 0; i < report->order->len; i++)
    report->ranking_rows[g_array_index (report->order, int, i)] = 2 + i;
}

static void
vote_free (XrReportVote *vote)
{
  g_free (vote->what);
  g_free (vote->ours);
  g_free (vote->formula);
  g_free (vote);
}

static void
clear_report (XrReport *report)
{
  for (guint i = 0; i < report->contest->plan->components->len; i++)
    {
      g_free (report->columns[i].prefix);
      g_free (report->columns[i].rows);
      g_free (report->columns[i].values);
    }
  g_free (report->columns);
  g_free (report->ranking_rows);
  g_free (report->standings);
  g_array_unref (report->order);
  g_ptr_array_unref (report->votes);
  g_ptr_array_unref (report->sheets);
}

/* ---- the sheets in order */

static void
write_cover (XrReport *report)
{
  XrSheet *sheet = xr_report_add_sheet (report, "说明");
  g_autoptr (XrRow) round = xr_round_load (report->office, report->round, NULL);
  g_autofree char *seal = xr_record_dup_seal (xr_office_get_database (report->office));
  g_autofree char *seal_line = g_strdup_printf ("档案印记：%s", seal != NULL ? seal : "");
  static const char *const notes[] = {
    "本报告各项得分、总分、名次、入围和票决结果均由公式从原始评分和票数算起，改动任何原始数据后重新"
    "计算即可看到变化。",
    "公式一律以整数计算（分值乘以10的小数位次方），舍入与并列不受二进制小数影响。",
    "“核对”表逐项比较程序值与公式值，差异合计应为0。",
    "测评票和推荐票按随机顺序列出，不含投票人、时间和填票顺序；个别数据过大的项目只列数值，不列公式"
    "。",
  };
  static const guint8 widths[] = { 100 };

  xr_sheet_set_widths (sheet, widths, G_N_ELEMENTS (widths));
  xr_sheet_text (sheet, 0, XR_STYLE_TITLE, xr_row_get (round, "title"));
  xr_sheet_next (sheet);
  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, xr_row_get (round, "unit"));
  xr_sheet_next (sheet);
  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, seal_line);
  xr_sheet_next (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      xr_sheet_next (sheet);
      xr_sheet_text (sheet, 0, XR_STYLE_TEXT, notes[i]);
    }
}

static gboolean
write_component (XrReport *report, int component, GError **error)
{
  if (xr_report_withholds (report, component))
    {
      xr_report_write_withheld (report, component);
      return TRUE;
    }
  switch (xr_report_component (report, component)->method)
    {
    case XR_METHOD_GRADED_BALLOT:
      return xr_report_write_graded (report, component, error);
    case XR_METHOD_RANKED_BALLOT:
      return xr_report_write_ranked (report, component, error);
    case XR_METHOD_VOTE_SHARE:
      xr_report_write_share (report, component);
      return TRUE;
    case XR_METHOD_DIRECT:
      xr_report_write_direct (report, component);
      return TRUE;
    case XR_METHOD_JUDGES:
    default:
      xr_report_write_judges (report, component);
      return TRUE;
    }
}

static gboolean
write_sheets (XrReport *report, GError **error)
{
  XrSheet *ranking;
  XrSheet *check;

  write_cover (report);
  xr_report_write_plan (report);
  xr_report_write_table (report, "职位", "post");
  xr_report_write_table (report, "资格条件", "rule");
  xr_report_write_table (report, "计分办法", "component");
  xr_report_write_table (report, "报名", "candidate");
  xr_report_write_eligibility (report);
  for (guint i = 0; i < report->contest->plan->components->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (report->cancellable, error)
          || !write_component (report, (int) i, error))
        return FALSE;
    }
  ranking = xr_report_add_sheet (report, XR_REPORT_RANKING_SHEET);
  xr_report_write_shortlist (report);
  xr_report_write_explanation (report);
  xr_report_write_judge_analysis (report);
  xr_report_write_votes (report);
  xr_report_write_table (report, "公示", "publicity");
  xr_report_write_table (report, "任职", "appointment");
  check = xr_report_add_sheet (report, "核对");
  xr_report_write_ranking (report, ranking, check);
  return TRUE;
}

/* ---- the file */

static gboolean
set_write_error (lxw_error status, const char *path, GError **error)
{
  if (status == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    g_set_error_literal (error, XR_REPORT_ERROR, XR_REPORT_ERROR_TOO_LARGE,
                         _ ("The round has more rows or columns than an Excel sheet can hold."));
  else
    g_set_error (error, XR_REPORT_ERROR, XR_REPORT_ERROR_WRITE,
                 _ ("The report “%s” could not be written. See that its folder is there, that you "
                    "may write in it, and that the disk has room."),
                 path);
  return FALSE;
}

static lxw_error
sheet_status (XrReport *report)
{
  for (guint i = 0; i < report->sheets->len; i++)
    {
      const XrSheet *sheet = g_ptr_array_index (report->sheets, i);

      if (sheet->status != LXW_NO_ERROR)
        return sheet->status;
    }
  return LXW_NO_ERROR;
}

static gboolean
write_file (XrReport *report, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_error status;
  gboolean done;

  if (workbook == NULL)
    return set_write_error (LXW_ERROR_CREATING_XLSX_FILE, path, error);
  xr_book_init (&report->book, workbook);
  done = write_sheets (report, error);
  status = workbook_close (workbook);
  if (!done)
    return FALSE;
  if (status == LXW_NO_ERROR)
    status = sheet_status (report);
  return status == LXW_NO_ERROR || set_write_error (status, path, error);
}

/* What the system says of it is plainer than what the library makes of it. */
static gboolean
set_system_error (int code, const char *path, GError **error)
{
  g_set_error (error, XR_REPORT_ERROR, XR_REPORT_ERROR_WRITE,
               _ ("The report “%s” could not be written: %s. Check the folder and the free space."),
               path, g_strerror (code));
  return FALSE;
}

/* A writable file beside @path, so that the library does not complain to the terminal. */
static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, 0, 0600);

  if (fd < 0)
    {
      set_system_error (errno, path, error);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&temporary);
}

/* A report takes the place of an older workbook only: never of an office file, its own or another, nor of
 * anything that isn't a plain file. */
static gboolean
check_target (const char *path, GError **error)
{
  char head[2] = { 0 };
  gsize n = 0;
  FILE *file;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rb") : NULL;
  if (file != NULL)
    {
      n = fread (head, 1, sizeof head, file);
      fclose (file);
      if (n == 0 || (n == sizeof head && memcmp (head, "PK", sizeof head) == 0))
        return TRUE;
    }
  g_set_error (error, XR_REPORT_ERROR, XR_REPORT_ERROR_WRITE,
               _ ("“%s” is there already and is not a workbook. Give the report another name."),
               path);
  return FALSE;
}

gboolean
xr_report_write (XrOffice *office, gint64 round, const char *path, GCancellable *cancellable,
                 GError **error)
{
  XrReport report = { .office = office, .round = round, .cancellable = cancellable };
  g_autofree char *temporary = NULL;
  gboolean done;

  if (!check_target (path, error))
    return FALSE;
  report.result = xr_round_get_result (office, round, &report.contest, error);
  if (report.result == NULL)
    return FALSE;
  temporary = make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  report.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_sheet_free);
  report.votes = g_ptr_array_new_with_free_func ((GDestroyNotify) vote_free);
  index_standings (&report);
  make_columns (&report);
  done = write_file (&report, temporary, error);
  if (done && g_rename (temporary, path) != 0)
    done = set_system_error (errno, path, error);
  if (!done)
    g_unlink (temporary);
  clear_report (&report);
  return done;
}
