/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rows read where they are pointed at: in lists, references and the record. */

#include "config.h"

#include "round/office-private.h"
#include "round/round.h"
#include "round/tables/tables.h"

static char *
dup_application_title (XrOffice *office, XrRow *row)
{
  g_autofree char *name = xr_office_dup_title (office, &xr_table_candidate, xr_row_get_owner (row));
  g_autofree char *post = xr_office_dup_title (office, &xr_table_post,
                                               xr_row_get_int (row, "post_id"));

  return g_strdup_printf ("%s · %s", name, post);
}

static char *
dup_meeting_title (XrRow *row)
{
  const char *number = xr_row_get (row, "number");

  return g_strdup_printf ("%s%s%s", xr_row_get (row, "held_on"), number == NULL ? "" : " ",
                          number == NULL ? "" : number);
}

static char *
dup_rule_title (XrOffice *office, XrRow *row)
{
  g_autofree char *kind = xr_office_dup_display (office, row,
                                                 xr_table_find_field (&xr_table_rule, "kind"));

  return g_strdup_printf ("%s %s", kind, xr_row_get (row, "value"));
}

/* 「张三 · 周若水」: what belongs to a candidate reads with the name. */
static char *
dup_owned_title (XrOffice *office, XrRow *row)
{
  g_autofree char *person = xr_office_dup_title (office, &xr_table_candidate,
                                                 xr_row_get_owner (row));
  const char *name = xr_row_get (row, "name");

  return name == NULL ? g_steal_pointer (&person) : g_strdup_printf ("%s · %s", person, name);
}

/* The first field tells most rows apart; a few need more. */
static char *
dup_row_title (XrOffice *office, XrRow *row)
{
  const XrTable *table = xr_row_get_table (row);

  if (table == &xr_table_application)
    return dup_application_title (office, row);
  if (table == &xr_table_meeting)
    return dup_meeting_title (row);
  if (table == &xr_table_rule)
    return dup_rule_title (office, row);
  if (table == &xr_table_candidate)
    return g_strdup (xr_row_get (row, "name"));
  if (table == &xr_table_dossier)
    return xr_office_dup_title (office, &xr_table_candidate, xr_row_get_owner (row));
  if (table == &xr_table_relative || table == &xr_table_tenure)
    return dup_owned_title (office, row);
  return xr_office_dup_display (office, row, &table->fields[0]);
}

char *
xr_office_dup_title (XrOffice *office, const XrTable *table, gint64 id)
{
  g_autoptr (XrRow) row = xr_office_load (office, table, id, NULL);

  return row == NULL ? g_strdup ("") : dup_row_title (office, row);
}

char *
xr_office_dup_display (XrOffice *office, XrRow *row, const XrField *field)
{
  const char *value = xr_row_get (row, field->name);

  const XrSetting *setting = xr_row_get_table (row) == &xr_table_setting && value != NULL
                               ? xr_setting_find (value)
                               : NULL;

  /* The words by which the file keeps settings are not for people. */
  if (setting != NULL && g_str_equal (field->name, "name"))
    return g_strdup (_ (setting->field.label));
  if (field->kind != XR_FIELD_REFERENCE || value == NULL)
    return xr_field_format (field, value);
  return xr_office_dup_title (office, xr_table_find (field->target),
                              g_ascii_strtoll (value, NULL, 10));
}

/* The component (meeting) whose rows a reference may point at: a dimension's is the row's own. */
static gboolean
shares_owner (const XrTable *table, const XrTable *target)
{
  return target->owner != NULL && g_strcmp0 (target->owner, table->owner) == 0
         && !g_str_equal (target->owner, "round_id");
}

GPtrArray *
xr_office_reference_choices (XrOffice *office, XrRow *row, const XrField *field)
{
  const XrTable *table = xr_row_get_table (row);
  const XrTable *target = xr_table_find (field->target);

  if (shares_owner (table, target))
    return xr_office_query (office, target, target->owner, xr_row_get_owner (row));
  return xr_office_query_round (office, target, xr_office_round_of (office, row));
}
