/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "round/office.h"

G_BEGIN_DECLS

/* What a subcommand gets and gives; for app/cli/ only. */

typedef enum
{
  XR_CLI_DONE = 0,
  XR_CLI_REFUSED = 1,
  XR_CLI_WRONG_USAGE = 2,
  XR_CLI_DOES_NOT_HOLD = 3,
} XrCliStatus;

typedef enum
{
  XR_CLI_TAKES_JSON = 1 << 0,
  XR_CLI_TAKES_ROUND = 1 << 1,
  XR_CLI_TAKES_SEAL = 1 << 2,
  XR_CLI_TAKES_SUBJECT = 1 << 3, /* --post, --candidate, --blank; or --list and nothing else */
} XrCliOptions;

typedef struct
{
  const char *arguments[4]; /* those without an option, checked in number */
  guint n_arguments;
  gboolean json;
  gint64 round; /* --round, else the argument N; 0: none */
  const char *seal;
  const char *post, *candidate; /* --post, --candidate */
  gboolean blank, list;
} XrCall;

typedef struct
{
  const char *name;
  const char *usage;   /* "FILE N"; an argument called N is a round's number */
  const char *summary; /* msgid */
  guint n_arguments;
  XrCliOptions options;
  XrCliStatus (*run) (const XrCall *call);
} XrSubcommand;

XrCliStatus xr_cli_new (const XrCall *call);
XrCliStatus xr_cli_demo (const XrCall *call);
XrCliStatus xr_cli_backup (const XrCall *call);
XrCliStatus xr_cli_import (const XrCall *call);
XrCliStatus xr_cli_rounds (const XrCall *call);
XrCliStatus xr_cli_status (const XrCall *call);
XrCliStatus xr_cli_advance (const XrCall *call);
XrCliStatus xr_cli_eligibility (const XrCall *call);
XrCliStatus xr_cli_result (const XrCall *call);
XrCliStatus xr_cli_form (const XrCall *call);
XrCliStatus xr_cli_report (const XrCall *call);
XrCliStatus xr_cli_lrmx (const XrCall *call);
XrCliStatus xr_cli_verify (const XrCall *call);

/* Lines on standard output and standard error, UTF-8 in every locale. A line end is added. */
void xr_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void xr_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Says why on standard error; always XR_CLI_REFUSED. */
XrCliStatus xr_cli_refuse (const GError *error);

/* Opens the office file that the call names, and checks that the round it names is there and can be
 * read as a whole; says why not.
 * (transfer full) (nullable) */
XrOffice *xr_cli_open (const XrCall *call, XrOpenMode mode);

/* Prints what was built as one document. */
void xr_cli_print_json (JsonBuilder *builder);
/* A member that is a string, null where @value is NULL. */
void xr_cli_add_text (JsonBuilder *builder, const char *name, const char *value);
void xr_cli_add_int (JsonBuilder *builder, const char *name, gint64 value);
void xr_cli_add_bool (JsonBuilder *builder, const char *name, gboolean value);

G_END_DECLS
