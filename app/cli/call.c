/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands have in common: saying things, opening the file, writing JSON. */

#include "config.h"

#include <stdio.h>

#include "cli/call.h"

#include "core/error-text.h"
#include "round/round.h"

static void
print_line (FILE *stream, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fputs (text, stream);
  fputc ('\n', stream);
}

void
xr_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_line (stdout, format, arguments);
  va_end (arguments);
}

void
xr_cli_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_line (stderr, format, arguments);
  va_end (arguments);
}

XrCliStatus
xr_cli_refuse (const GError *error)
{
  xr_cli_complain ("xuanren: %s", xr_error_text (error));
  return XR_CLI_REFUSED;
}

static gboolean
check_round (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (XrRow) row = NULL;

  if (round == 0)
    return TRUE;
  if (!xr_office_check_whole (office, error))
    return FALSE;
  row = xr_round_load (office, round, error);
  return row != NULL;
}

static const char *
find_operator (void)
{
  const char *name = g_get_real_name ();
  return g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

/* A file of an older version is brought up to date first, also for a command that only reads: there may
 * be nobody who would open it in the window. */
static XrOffice *
open_any_version (const char *path, XrOpenMode mode, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  XrOffice *office = xr_office_open (path, mode, &refusal);

  if (office == NULL && g_error_matches (refusal, XR_STORE_ERROR, XR_STORE_ERROR_OLDER))
    return xr_office_open (path, XR_OPEN_WRITE, error);
  if (office == NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return office;
}

XrOffice *
xr_cli_open (const XrCall *call, XrOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = open_any_version (call->arguments[0], mode, &error);

  if (office && mode == XR_OPEN_WRITE && xr_office_get_read_only (office))
    g_set_error (&error, XR_STORE_ERROR, XR_STORE_ERROR_LOCKED,
                 _ ("%s is open in another program or may not be written; close it there first."),
                 call->arguments[0]);
  if (!error && check_round (office, call->round, &error))
    {
      xr_office_set_operator (office, find_operator ());
      return g_steal_pointer (&office);
    }
  xr_cli_refuse (error);
  return NULL;
}

void
xr_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  text = json_generator_to_data (generator, NULL);
  xr_cli_print ("%s", text);
}

void
xr_cli_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
xr_cli_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
xr_cli_add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}
