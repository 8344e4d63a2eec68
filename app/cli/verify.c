/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify: whether the file holds exactly what its record says, and whether a seal belongs to it. */

#include "config.h"

#include "cli/call.h"

static void
print_json (XrDatabase *db, const XrVerification *verification)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *seal = xr_record_dup_seal (db);

  json_builder_begin_object (builder);
  xr_cli_add_bool (builder, "intact", verification->intact);
  xr_cli_add_int (builder, "entries", verification->entries);
  xr_cli_add_int (builder, "waiting", verification->waiting);
  xr_cli_add_text (builder, "seal", seal);
  xr_cli_add_int (builder, "seal_height", verification->seal_height);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verification->faults->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (verification->faults, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  xr_cli_print_json (builder);
}

static void
print_lines (XrDatabase *db, const XrVerification *verification)
{
  g_autofree char *seal = xr_record_dup_seal (db);

  if (!verification->intact)
    return;
  xr_cli_print (_ ("The file is intact: %d entries in the record."), (int) verification->entries);
  if (verification->waiting > 0)
    xr_cli_print (_ ("Ballots that were keyed and wait for their batch: %d; they are not in the "
                     "record yet."),
                  (int) verification->waiting);
  if (seal)
    xr_cli_print (_ ("Seal: %s"), seal);
  if (verification->seal_height > 0)
    xr_cli_print (_ ("The seal given is the one of entry %d; the record up to it is unchanged."),
                  (int) verification->seal_height);
}

static XrCliStatus
tell (const XrCall *call, XrDatabase *db, const XrVerification *verification)
{
  if (call->json)
    print_json (db, verification);
  else
    print_lines (db, verification);
  for (guint i = 0; i < verification->faults->len; i++)
    xr_cli_complain ("%s", (const char *) g_ptr_array_index (verification->faults, i));
  return verification->intact ? XR_CLI_DONE : XR_CLI_DOES_NOT_HOLD;
}

XrCliStatus
xr_cli_verify (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = NULL;
  g_autofree char *seal = NULL;
  g_autoptr (XrOffice) office = NULL;

  if (call->seal && !(seal = xr_seal_parse (call->seal, &error)))
    return xr_cli_refuse (error);
  office = xr_cli_open (call, XR_OPEN_READ);
  if (!office)
    return XR_CLI_REFUSED;
  verification = xr_record_verify (xr_office_get_database (office), seal, NULL, &error);
  if (!verification)
    return xr_cli_refuse (error);
  return tell (call, xr_office_get_database (office), verification);
}
