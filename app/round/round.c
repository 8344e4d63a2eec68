/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds as a whole: listing them, loading one as an intake, making one from a template or from the
 * plan of an earlier one. All of them are written through the import, so that there is one way in. */

#include "config.h"

#include "round/round.h"

#include <glib/gi18n-lib.h>

#include "round/import.h"
#include "round/loader.h"
#include "round/office-private.h"
#include "round/tables/tables.h"

GPtrArray *
xr_round_list (XrOffice *office)
{
  return xr_office_query (office, &xr_table_round, NULL, 0);
}

XrRow *
xr_round_load (XrOffice *office, gint64 round, GError **error)
{
  XrRow *row = xr_office_load (office, &xr_table_round, round, NULL);

  if (row == NULL && xr_office_check_whole (office, error))
    g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND,
                 _ ("There is no round %d in this office file."), (int) round);
  return row;
}

/* ---- a round as an intake */

static void
take_head (XrIntake *intake, XrRow *row)
{
  intake->title = g_strdup (xr_row_get (row, "title"));
  intake->unit = g_strdup (xr_row_get (row, "unit"));
  intake->template_id = g_strdup (xr_row_get (row, "template"));
}

/* Posts that the book adds take up the rules that the template gives for their rank. */
static void
take_rank_rules (XrIntake *intake)
{
  g_autoptr (XrIntake) template = intake->template_id == NULL
                                    ? NULL
                                    : xr_plan_template_load (intake->template_id, NULL);
  GPtrArray *rules;

  if (template == NULL)
    return;
  rules = intake->rank_rules;
  intake->rank_rules = template->rank_rules;
  template->rank_rules = rules;
}

static void
take_ballots (XrLoader *loader, XrIntake *intake)
{
  g_autoptr (XrStatement) rows = xr_sql_rows (
    loader->office,
    "SELECT id, component_id, post_id, group_id, number FROM ballot WHERE component_id IN"
    " (SELECT id FROM component WHERE round_id = :round) ORDER BY id",
    XR_PARAMS (XR_INT (":round", loader->round)));

  while (rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW)
    {
      XrIntakeBallot ballot = {
        .component = xr_id_map_find (&loader->components, xr_statement_get_int (rows, 1)),
        .post = xr_statement_is_null (rows, 2)
                  ? -1
                  : xr_id_map_find (&loader->posts, xr_statement_get_int (rows, 2)),
        .group = xr_statement_is_null (rows, 3)
                   ? -1
                   : xr_id_map_find (&loader->groups, xr_statement_get_int (rows, 3)),
        .number = xr_statement_dup_text (rows, 4),
        .id = xr_statement_get_int (rows, 0)
      };
      g_array_append_val (intake->ballots, ballot);
    }
}

static XrIntake *
load_intake (XrOffice *office, gint64 round, gboolean with_people, GError **error)
{
  g_autoptr (XrRow) row = xr_round_load (office, round, error);
  g_autoptr (XrLoader) loader = row == NULL ? NULL : xr_loader_new (office, round, error);
  XrIntake *intake;

  if (loader == NULL)
    return NULL;
  intake = xr_intake_new ();
  take_head (intake, row);
  g_hash_table_unref (intake->settings);
  intake->settings = xr_round_load_settings (office, round);
  if (with_people)
    {
      xr_loader_read_people (loader);
      xr_loader_read_scores (loader);
      take_ballots (loader, intake);
      take_rank_rules (intake);
    }
  xr_case_free (intake->contest);
  intake->contest = g_steal_pointer (&loader->contest);
  return intake;
}

XrIntake *
xr_round_load_intake (XrOffice *office, gint64 round, GError **error)
{
  return load_intake (office, round, TRUE, error);
}

/* ---- new rounds */

gint64
xr_round_create (XrOffice *office, const char *title, const char *unit, const char *template_id,
                 GError **error)
{
  g_autoptr (XrIntake) intake = template_id == NULL ? xr_intake_new ()
                                                    : xr_plan_template_load (template_id, error);

  if (intake == NULL)
    return 0;
  g_free (intake->title);
  g_free (intake->unit);
  intake->title = g_strdup (title);
  intake->unit = g_strdup (unit);
  return xr_import_intake (office, intake, 0, "round.create", NULL, error);
}

/* What belongs to one round only: its dates, its decision, what was counted. */
static void
forget_round (XrIntake *intake)
{
  static const char *const dated[] = { "registration_from", "registration_to", "age_date",
                                       "decided_on",        "decided_at",      NULL };
  XrPlan *plan = intake->contest->plan;

  for (guint i = 0; dated[i] != NULL; i++)
    g_hash_table_remove (intake->settings, dated[i]);
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      for (guint j = 0; j < component->groups->len; j++)
        {
          XrGroup *group = g_ptr_array_index (component->groups, j);
          group->present = group->issued = group->returned = group->valid = XR_COUNT_NONE;
        }
    }
}

gint64
xr_round_copy_plan (XrOffice *office, gint64 from, const char *title, GError **error)
{
  g_autoptr (XrIntake) intake = load_intake (office, from, FALSE, error);

  if (intake == NULL)
    return 0;
  g_free (intake->title);
  intake->title = g_strdup (title);
  forget_round (intake);
  xr_import_forget_ids (intake);
  return xr_import_intake (office, intake, 0, "round.copy", NULL, error);
}
