/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form: one official form as PDF, all its copies or those of one post or candidate; and the list of
 * forms. */

#include "config.h"

#include <string.h>

#include "cli/call.h"
#include "forms/print-job.h"
#include "forms/twin.h"
#include "round/round.h"

static XrCliStatus
print_list (void)
{
  const XrForm *const *forms = xr_form_all ();

  for (guint i = 0; forms[i] != NULL; i++)
    xr_cli_print ("%s\t%s\t%s", forms[i]->id, forms[i]->title, xr_form_scope_id (forms[i]->scope));
  return XR_CLI_DONE;
}

/* The row of @table whose name (or number) is @text; 0 with a sentence. */
static gint64
find_row (XrOffice *office, gint64 round, const char *table, const char *text)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find (table), round);
  gboolean numbered = xr_table_find_field (xr_table_find (table), "number") != NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (xr_row_get (row, "name"), text) == 0
          || (numbered && xr_candidate_number_compare (xr_row_get (row, "number"), text) == 0))
        return xr_row_get_id (row);
    }
  return 0;
}

/* The application of @candidate, to @post where that is not 0. */
static gint64
find_application (XrOffice *office, gint64 candidate, gint64 post)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("application"),
                                                "candidate_id", candidate);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (post == 0 || xr_row_get_int (row, "post_id") == post)
        return xr_row_get_id (row);
    }
  return 0;
}

static gboolean
find_subject (const XrCall *call, XrOffice *office, gint64 *post, gint64 *application)
{
  gint64 candidate = 0;

  if (call->post && (*post = find_row (office, call->round, "post", call->post)) == 0)
    {
      xr_cli_complain (_ ("xuanren: the round has no post “%s”"), call->post);
      return FALSE;
    }
  if (!call->candidate)
    return TRUE;
  candidate = find_row (office, call->round, "candidate", call->candidate);
  if (candidate != 0)
    *application = find_application (office, candidate, *post);
  if (*application == 0)
    xr_cli_complain (_ ("xuanren: the round has no candidate “%s” there"), call->candidate);
  return *application != 0;
}

/* A list is also written as a workbook, where that is what OUT is called. */
static gboolean
write_copies (const XrPrintJob *job, const char *path, GError **error)
{
  if (g_str_has_suffix (path, ".xlsx"))
    return xr_twin_write (job, path, NULL, error);
  return xr_print_job_write_pdf (job, path, NULL, NULL, NULL, error);
}

XrCliStatus
xr_cli_form (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = NULL;
  g_autoptr (XrPrintJob) job = NULL;
  const XrForm *form = NULL;
  gint64 post = 0, application = 0;

  if (call->list)
    return print_list ();
  form = xr_form_find (call->arguments[2]);
  if (!form)
    {
      xr_cli_complain (_ ("xuanren: there is no form “%s”; see xuanren form --list"),
                       call->arguments[2]);
      return XR_CLI_WRONG_USAGE;
    }
  if (g_str_has_suffix (call->arguments[3], ".xlsx") && (form->flags & XR_FORM_LIST) == 0)
    {
      xr_cli_complain (_ ("xuanren: “%s” is no list; it is written as .pdf only"), form->title);
      return XR_CLI_WRONG_USAGE;
    }
  office = xr_cli_open (call, XR_OPEN_READ);
  if (!office || !find_subject (call, office, &post, &application))
    return XR_CLI_REFUSED;
  job = xr_print_job_new (form, office, call->round, post, application, call->blank, &error);
  if (job && write_copies (job, call->arguments[3], &error))
    return XR_CLI_DONE;
  return xr_cli_refuse (error);
}
