/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nonsense in every column of every table and in every setting: it is refused with a sentence, in Chinese,
 * that names the field and says what to do. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/language.h"
#include "fixture.h"

#define MOST_TEXTS 8

/* What a clerk may type by mistake into a field of a kind; where the bounds allow it, it is left out. */
static const struct
{
  XrFieldKind kind;
  const char *texts[MOST_TEXTS];
} mistakes[] = {
  { XR_FIELD_INTEGER, { "三十", "1o", "3.5", "1,5", "99999999999999999999", "-7" } },
  { XR_FIELD_DECIMAL, { "八十五", "8o.5", "85..5", "1.23456", "99999999999999999999", "-7" } },
  { XR_FIELD_DATE, { "昨天", "2026-02-30", "2026-13-01", "20260", "2026-03", "-1" } },
  { XR_FIELD_MONTH, { "前年", "2026.13", "2026-02-30", "20260", "-1" } },
  { XR_FIELD_CHOICE, { "胡乱填写", "-1" } },
  { XR_FIELD_SWITCH, { "也许", "2" } },
  { XR_FIELD_REFERENCE, { "某人", "-1", "0" } },
};

/* Without what the sentence quotes of the mistake. */
static char *
drop_quotes (const char *sentence)
{
  g_autoptr (GRegex) quoted = g_regex_new ("“[^”]*”", 0, 0, NULL);

  return g_regex_replace_literal (quoted, sentence, -1, 0, "", 0, NULL);
}

static void
assert_helps (const char *table, const XrField *field, const char *text, const char *sentence)
{
  g_autofree char *own = drop_quotes (sentence);
  const char *label = _ (field->label);

  if (strstr (sentence, label) == NULL)
    g_error ("%s.%s, “%.40s”: the field is not named: %s", table, field->name, text, sentence);
  if (g_regex_match_simple ("[A-Za-z]", own, 0, 0))
    g_error ("%s.%s, “%.40s”: not all Chinese: %s", table, field->name, text, sentence);
  if (!g_regex_match_simple ("请|写成|填写|最多|选", own, 0, 0))
    g_error ("%s.%s, “%.40s”: it does not say what to do: %s", table, field->name, text, sentence);
}

static void
assert_refused (const char *table, const XrField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;

  if (xr_field_parse (field, text, &canonical, &error))
    g_error ("%s.%s takes “%.40s” as %.40s", table, field->name, text, canonical);
  assert_helps (table, field, text, error->message);
}

static gboolean
may_be_negative (const XrField *field, const char *text)
{
  return field->min < 0 && text[0] == '-';
}

static void
try_field (const char *table, const XrField *field)
{
  if ((field->flags & XR_FIELD_REQUIRED) != 0)
    assert_refused (table, field, "  ");
  if (field->kind == XR_FIELD_TEXT || field->kind == XR_FIELD_PARAGRAPH)
    {
      g_autofree char *blanks = g_strnfill (20001, '8');
      assert_refused (table, field, blanks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    for (guint j = 0; mistakes[i].kind == field->kind && j < MOST_TEXTS; j++)
      if (mistakes[i].texts[j] != NULL && !may_be_negative (field, mistakes[i].texts[j]))
        assert_refused (table, field, mistakes[i].texts[j]);
  if ((field->kind == XR_FIELD_INTEGER || field->kind == XR_FIELD_DECIMAL) && field->max > 0
      && field->max < G_MAXINT)
    {
      gint64 scale = field->kind == XR_FIELD_INTEGER ? 1 : XR_DECIMAL_SCALE;
      g_autofree char *more = g_strdup_printf ("%" G_GINT64_FORMAT, field->max / scale + 1);
      assert_refused (table, field, more);
    }
}

static void
test_tables (void)
{
  guint n = 0;

  for (guint i = 0; xr_table_all ()[i] != NULL; i++)
    for (guint j = 0; j < xr_table_all ()[i]->n_fields; j++, n++)
      try_field (xr_table_all ()[i]->name, &xr_table_all ()[i]->fields[j]);
  g_assert_cmpuint (n, >, 200);
}

static void
test_settings (void)
{
  const XrSetting *settings = xr_settings_all ();

  for (guint i = 0; settings[i].field.name != NULL; i++)
    try_field ("setting", &settings[i].field);
}

/* ---- what a field alone cannot know */

/* Settings that are text but have to read as something. */
static void
test_settings_with_a_grammar (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "opening_ratio", "shortlist_ratio", "quorum", "majority",
                                       "recommendation_quorum" };
  static const char *const texts[] = { "很多", "1:", "0:0", "-1:2", "三比一" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (GError) error = NULL;
        if (xr_round_set_setting (fixture->office, fixture->round, names[i], texts[j], &error))
          g_error ("%s takes “%s”", names[i], texts[j]);
        assert_helps ("setting", &xr_setting_find (names[i])->field, texts[j], error->message);
      }
}

static void
test_id_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "12345",
                                         "99000019850401123A",
                                         "990000198513011234",
                                         "990000209901011234",
                                         "990000198504010011",
                                         "九九〇〇〇〇一九八五〇四〇一" };
  const XrField *field = xr_table_find_field (xr_table_find ("candidate"), "id_number");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *sentence = fixture_refuse (fixture, "candidate", fixture->round, "number",
                                                  "01", "name", "张三", "id_number", numbers[i],
                                                  NULL);
      assert_helps ("candidate", field, numbers[i], sentence);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  xr_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/every-column", test_tables);
  g_test_add_func ("/bad-input/every-setting", test_settings);
#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/bad-input/settings-with-a-grammar", test_settings_with_a_grammar);
  ADD ("/bad-input/id-numbers", test_id_numbers);
  return g_test_run ();
}
