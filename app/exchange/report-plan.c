/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of the report that are lists: the plan, tables as they are described, the eligibility
 * review, the shortlist. */

#include "config.h"

#include "exchange/report-private.h"

#include "round/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stays out of the report: it goes round, and nobody needs these to recompute a result. */
static const char *const private_fields[] = { "id_number", "phone", "resume", NULL };

void
xr_report_write_plan (XrReport *report)
{
  XrSheet *sheet = xr_report_add_sheet (report, "方案");
  static const guint8 widths[] = { 24, 60 };

  xr_sheet_set_widths (sheet, widths, G_N_ELEMENTS (widths));
  xr_sheet_text (sheet, 0, XR_STYLE_HEAD, "项目");
  xr_sheet_text (sheet, 1, XR_STYLE_HEAD, "内容");
  xr_sheet_next (sheet);
  for (const XrSetting *setting = xr_settings_all (); setting->field.name != NULL; setting++)
    {
      g_autofree char *value = xr_round_dup_setting (report->office, report->round,
                                                     setting->field.name);
      g_autofree char *shown = NULL;

      if (value == NULL && setting->fallback == NULL)
        continue;
      shown = xr_field_format (&setting->field, value != NULL ? value : setting->fallback);
      xr_sheet_text (sheet, 0, XR_STYLE_TEXT,
                     setting->word != NULL ? setting->word : _ (setting->field.label));
      xr_sheet_text (sheet, 1, XR_STYLE_TEXT, shown);
      xr_sheet_next (sheet);
    }
}

static gboolean
is_shown (const XrField *field)
{
  return !g_strv_contains (private_fields, field->name);
}

/* Wide enough for what the field mostly holds, in characters. */
static guint8
field_width (const XrField *field)
{
  switch (field->kind)
    {
    case XR_FIELD_INTEGER:
    case XR_FIELD_DECIMAL:
    case XR_FIELD_SWITCH:
      return 10;
    case XR_FIELD_DATE:
    case XR_FIELD_MONTH:
    case XR_FIELD_CHOICE:
      return 13;
    case XR_FIELD_PARAGRAPH:
      return 48;
    case XR_FIELD_REFERENCE:
      return 28;
    case XR_FIELD_TEXT:
    default:
      return 18;
    }
}

static void
write_field (XrReport *report, XrSheet *sheet, lxw_col_t column, XrRow *row, const XrField *field)
{
  const char *value = xr_row_get (row, field->name);
  g_autofree char *shown = NULL;
  XrDecimal number;

  if (value == NULL)
    return;
  if ((field->kind == XR_FIELD_INTEGER || field->kind == XR_FIELD_DECIMAL)
      && xr_decimal_parse (value, &number, NULL))
    {
      xr_sheet_decimal (sheet, column, XR_STYLE_SHORT, number);
      return;
    }
  shown = xr_office_dup_display (report->office, row, field);
  xr_sheet_text (sheet, column, XR_STYLE_TEXT, shown);
}

void
xr_report_write_table (XrReport *report, const char *name, const char *table_name)
{
  XrSheet *sheet = xr_report_add_sheet (report, name);
  const XrTable *table = xr_table_find (table_name);
  g_autoptr (GPtrArray) rows = xr_office_query_round (report->office, table, report->round);
  g_autofree guint8 *widths = g_new (guint8, table->n_fields);
  lxw_col_t column = 0;

  for (guint f = 0; f < table->n_fields; f++)
    if (is_shown (&table->fields[f]))
      widths[column++] = field_width (&table->fields[f]);
  xr_sheet_set_widths (sheet, widths, column);
  column = 0;
  for (guint f = 0; f < table->n_fields; f++)
    if (is_shown (&table->fields[f]))
      xr_sheet_text (sheet, column++, XR_STYLE_HEAD, _ (table->fields[f].label));
  xr_sheet_next (sheet);
  xr_sheet_freeze (sheet, 1, 0);
  for (guint r = 0; r < rows->len; r++)
    {
      column = 0;
      for (guint f = 0; f < table->n_fields; f++)
        if (is_shown (&table->fields[f]))
          write_field (report, sheet, column++, g_ptr_array_index (rows, r), &table->fields[f]);
      xr_sheet_next (sheet);
    }
}

static const char *
verdict_word (XrVerdict verdict)
{
  switch (verdict)
    {
    case XR_VERDICT_MET:
      return "符合";
    case XR_VERDICT_FAILED:
      return "不符合";
    case XR_VERDICT_UNKNOWN:
    default:
      return "待核实";
    }
}

static void
write_rule_review (XrSheet *sheet, const XrApplicationReview *review, const XrRuleReview *rule)
{
  const char *cells[] = { review->post,
                          review->number,
                          review->name,
                          rule->requirement,
                          rule->judgement.fact,
                          verdict_word (rule->judgement.state),
                          rule->verdict == NULL                ? NULL
                          : g_str_equal (rule->verdict, "met") ? "符合"
                                                               : "不符合",
                          rule->reason,
                          rule->reviewer };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    xr_sheet_text (sheet, (lxw_col_t) i, XR_STYLE_TEXT, cells[i]);
  xr_sheet_next (sheet);
}

void
xr_report_write_eligibility (XrReport *report)
{
  XrSheet *sheet = xr_report_add_sheet (report, "资格审查");
  static const char *const heads[] = { "职位",     "编号",     "姓名", "条件",  "本人情况",
                                       "程序判断", "审查意见", "理由", "审查人" };
  static const guint8 widths[] = { 28, 8, 12, 24, 24, 10, 10, 28, 12 };
  g_autoptr (GPtrArray) reviews = xr_round_review (report->office, report->round, NULL);

  xr_sheet_set_widths (sheet, widths, G_N_ELEMENTS (widths));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (sheet, (lxw_col_t) i, XR_STYLE_HEAD, heads[i]);
  xr_sheet_next (sheet);
  xr_sheet_freeze (sheet, 1, 3);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);

      for (guint r = 0; r < review->rules->len; r++)
        write_rule_review (sheet, review, g_ptr_array_index (review->rules, r));
    }
}

void
xr_report_write_shortlist (XrReport *report)
{
  XrSheet *sheet = xr_report_add_sheet (report, "入围");
  const GPtrArray *posts = report->contest->plan->posts;
  guint places = report->contest->plan->settings.total_places;

  xr_report_write_key_heads (sheet);
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_HEAD, "总分");
  xr_sheet_text (sheet, XR_REPORT_KEY_COLUMNS + 1, XR_STYLE_HEAD, "名次");
  xr_sheet_next (sheet);
  for (guint p = 0; p < posts->len; p++)
    {
      g_autoptr (GArray) ids = xr_round_shortlist (report->office, report->round,
                                                   ((XrPost *) g_ptr_array_index (posts, p))->id);

      for (guint i = 0; ids != NULL && i < ids->len; i++)
        {
          int application = xr_report_find_application (report, g_array_index (ids, gint64, i));

          if (application < 0)
            continue;
          xr_report_write_key (report, sheet, application);
          if (report->standings[application]->has_total)
            xr_sheet_decimal (sheet, XR_REPORT_KEY_COLUMNS, XR_STYLE_NUMBER0 + places,
                              report->standings[application]->total);
          if (report->standings[application]->rank > 0)
            xr_sheet_integer (sheet, XR_REPORT_KEY_COLUMNS + 1,
                              report->standings[application]->rank);
          xr_sheet_next (sheet);
        }
    }
}
