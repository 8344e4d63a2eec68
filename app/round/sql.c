/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small statements of commands and conditions. It binds and reads; what a statement means is the
 * caller's business, and transactions are the office's. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/sql.h"

/* As many names as a sentence can hold without becoming a list. */
#define NAMES_SHOWN 5

static void
bind_params (XrStatement *statement, const XrParam *params)
{
  for (; params && params->name; params++)
    {
      if (params->is_null)
        xr_statement_bind_null (statement, params->name);
      else if (params->is_text)
        xr_statement_bind_text (statement, params->name, params->text);
      else
        xr_statement_bind_int (statement, params->name, params->number);
    }
}

gboolean
xr_sql_run (XrOffice *office, const char *sql, const XrParam *params, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                           error);

  if (!statement)
    return FALSE;
  bind_params (statement, params);
  return xr_statement_run (statement, error);
}

XrStatement *
xr_sql_rows (XrOffice *office, const char *sql, const XrParam *params)
{
  g_autoptr (GError) error = NULL;
  XrStatement *statement = xr_database_prepare (xr_office_get_database (office), sql, &error);

  if (statement)
    bind_params (statement, params);
  else
    g_warning ("%s: %s", sql, error->message);
  return statement;
}

gint64
xr_sql_int (XrOffice *office, const char *sql, const XrParam *params, gint64 fallback)
{
  g_autoptr (XrStatement) statement = xr_sql_rows (office, sql, params);

  if (!statement || xr_statement_step (statement, NULL) != XR_STEP_ROW
      || xr_statement_is_null (statement, 0))
    return fallback;
  return xr_statement_get_int (statement, 0);
}

char *
xr_sql_text (XrOffice *office, const char *sql, const XrParam *params)
{
  g_autoptr (XrStatement) statement = xr_sql_rows (office, sql, params);

  if (!statement || xr_statement_step (statement, NULL) != XR_STEP_ROW)
    return NULL;
  return xr_statement_dup_text (statement, 0);
}

GArray *
xr_sql_ids (XrOffice *office, const char *sql, const XrParam *params)
{
  g_autoptr (XrStatement) statement = xr_sql_rows (office, sql, params);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (statement && xr_statement_step (statement, NULL) == XR_STEP_ROW)
    {
      gint64 id = xr_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

GPtrArray *
xr_sql_texts (XrOffice *office, const char *sql, const XrParam *params)
{
  g_autoptr (XrStatement) statement = xr_sql_rows (office, sql, params);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (statement && xr_statement_step (statement, NULL) == XR_STEP_ROW)
    g_ptr_array_add (texts, g_strdup (xr_statement_get_text (statement, 0)));
  return texts;
}

char *
xr_names_join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < NAMES_SHOWN; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      if (i > 0)
        /* Translators: stands between the names of a list in a sentence. */
        g_string_append (text, _ (", "));
      g_string_append (text, name ? name : "");
    }
  if (names->len > NAMES_SHOWN)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}
