/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 方案: settings of the plan, each a row. 方案模板 is taken up first, wherever it stands, as
 * the other rows replace what it brings. */
#include "config.h"

#include "exchange/workbook-book.h"

#include "core/text.h"
#include "round/round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  NAME,
  CONTENT,
  N_COLUMNS
};

/* A row of the sheet, kept until 方案模板 is known. */
typedef struct
{
  guint32 number;
  guint sheet_index;
  gboolean since_1904;
  char *word;
  char *content; /* NULL: none, or a fault */
  XrCellKind kind;
} SettingRow;

static void
free_setting_row (gpointer data)
{
  SettingRow *row = data;

  g_free (row->word);
  g_free (row->content);
  g_free (row);
}

static void
keep_row (XrBook *book, XrSheetRow *row)
{
  SettingRow *kept;

  if (xr_row_text (row, NAME) == NULL)
    return;
  if (book->setting_rows == NULL)
    book->setting_rows = g_ptr_array_new_with_free_func (free_setting_row);
  kept = g_new0 (SettingRow, 1);
  kept->number = row->number;
  kept->sheet_index = row->sheet_index;
  kept->since_1904 = row->since_1904;
  kept->word = g_strdup (xr_row_text (row, NAME));
  kept->content = g_strdup (row->cells[CONTENT].text);
  kept->kind = row->cells[CONTENT].kind;
  for (guint i = 0; i < book->setting_rows->len; i++)
    if (strcmp (((SettingRow *) book->setting_rows->pdata[i])->word, kept->word) == 0)
      {
        xr_row_fault (row, NAME, _ ("%s stands twice"), kept->word);
        free_setting_row (kept);
        return;
      }
  g_ptr_array_add (book->setting_rows, kept);
}

/* The rows of a new round that isn't made from nothing. */
static void
take_template (XrBook *book, XrSheetRow *row)
{
  const char *id = xr_row_text (row, CONTENT);
  g_autoptr (XrIntake) intake = NULL;
  g_autoptr (GError) error = NULL;

  if (book->is_addition)
    {
      xr_row_fault (row, CONTENT, _ ("a round that is there already cannot change its template"));
      return;
    }
  intake = book->load_template != NULL ? book->load_template (id, &error) : NULL;
  if (intake == NULL)
    {
      book->components_incomplete = book->lists_incomplete = TRUE;
      xr_row_fault (row, CONTENT, _ ("there is no built-in plan called %s"), id);
      return;
    }
  xr_intake_free (book->intake);
  book->intake = g_steal_pointer (&intake);
  book->contest = book->intake->contest;
  book->plan = book->contest->plan;
  g_free (book->intake->template_id);
  book->intake->template_id = g_strdup (id);
  for (guint i = 0; i < book->plan->posts->len; i++)
    xr_book_index_post (book, (int) i);
  for (guint i = 0; i < book->plan->components->len; i++)
    {
      xr_book_index_component (book, (int) i);
      xr_book_get_component_note (book, (int) i)->from_template = TRUE;
    }
}

/* 内容 as round/setting.c reads it; (transfer full), NULL for an empty cell or after a fault */
static char *
dup_content (XrSheetRow *row, const XrSetting *setting)
{
  gboolean is_month = setting->field.kind == XR_FIELD_MONTH;
  XrDate date;

  if (row->cells[CONTENT].text == NULL)
    return NULL;
  if (setting->field.kind == XR_FIELD_DATE || is_month)
    return xr_row_date (row, CONTENT, is_month, &date) ? xr_date_to_iso (date) : NULL;
  return xr_text_clean (xr_row_text (row, CONTENT));
}

static void
take_rule_setting (XrBook *book, XrSheetRow *row, const XrSetting *setting)
{
  g_autoptr (GHashTable) one = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = dup_content (row, setting);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  g_hash_table_insert (one, (char *) setting->field.name, text);
  if (!xr_settings_read (one, &book->plan->settings, &error))
    {
      xr_row_fault (row, CONTENT, "%s", error->message);
      return;
    }
  if (strcmp (setting->field.name, "tie_breakers") == 0)
    book->tie_place = xr_row_get_place (row);
  g_hash_table_replace (book->intake->settings, g_strdup (setting->field.name),
                        g_steal_pointer (&text));
}

static void
take_setting (XrBook *book, XrSheetRow *row)
{
  const char *word = xr_fold_into (row->scratch, xr_row_text (row, NAME));
  const char *text = xr_row_text (row, CONTENT);
  const XrSetting *setting = xr_setting_find_word (word);
  gboolean is_title = strcmp (word, "名称") == 0;

  if (is_title || strcmp (word, "单位") == 0)
    {
      char **field = is_title ? &book->intake->title : &book->intake->unit;

      book->title_bad |= is_title && text == NULL;
      if (text == NULL)
        return;
      g_free (*field);
      *field = g_strdup (text);
    }
  else if (setting == NULL)
    xr_row_fault (row, NAME, _ ("there is no setting of this name"));
  else
    take_rule_setting (book, row, setting);
}

/* Makes a kept row look like one that is just being read. */
static void
revive_row (XrBook *book, const SettingRow *kept, XrSheetRow *row, GPtrArray *scratch)
{
  memset (row, 0, sizeof *row);
  g_ptr_array_set_size (scratch, 0);
  row->sheet = &xr_sheet_settings;
  row->sheet_index = kept->sheet_index;
  row->number = kept->number;
  row->since_1904 = kept->since_1904;
  row->faults = book->faults;
  row->scratch = scratch;
  row->cells[NAME] = (XrCell){ .kind = XR_CELL_TEXT, .text = kept->word };
  row->cells[CONTENT] = (XrCell){ .kind = kept->kind, .text = kept->content };
}

static void
finish_settings (XrBook *book, guint sheet_index)
{
  g_autofree XrSheetRow *row = g_new0 (XrSheetRow, 1);
  g_autoptr (GPtrArray) scratch = g_ptr_array_new_with_free_func (g_free);
  guint n = book->setting_rows != NULL ? book->setting_rows->len : 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const SettingRow *kept = book->setting_rows->pdata[i];
        gboolean is_template = strcmp (kept->word, "方案模板") == 0;

        revive_row (book, kept, row, scratch);
        if (pass == 0 && is_template && kept->content != NULL)
          take_template (book, row);
        else if (pass == 1 && !is_template)
          take_setting (book, row);
      }
  g_clear_pointer (&book->setting_rows, g_ptr_array_unref);
}

void
xr_book_check_settings (XrBook *book)
{
  GPtrArray *names = book->plan->settings.tie_breakers;

  for (guint i = 0; book->tie_place.sheet != NULL && i < names->len; i++)
    {
      g_autofree char *folded = xr_text_clean (names->pdata[i]);

      if (!g_hash_table_contains (book->components, folded) && !book->components_incomplete)
        xr_place_fault (book, &book->tie_place, "内容", _ ("there is no component called %s"),
                        (const char *) names->pdata[i]);
    }
}

static const XrColumn columns[N_COLUMNS] = {
  [NAME] = { "项目", XR_COLUMN_FILLED },
  [CONTENT] = { "内容", XR_COLUMN_FILLED },
};

const XrSheet xr_sheet_settings = { "方案", columns, N_COLUMNS, keep_row, finish_settings };
