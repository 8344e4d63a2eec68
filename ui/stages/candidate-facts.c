/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which facts of a candidate belong together, and what an ID number says about them. */
#include "config.h"

#include "stages/candidate-facts.h"

#include <glib/gi18n-lib.h>

#include "core/id-number.h"

#define FIELDS(...)                                                                                \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const XrCandidateGroup groups[] = {
  { N_ ("Person"), FIELDS ("number", "name", "id_number", "sex", "born", "nation") },
  { N_ ("Political status"), FIELDS ("party", "party_since") },
  { N_ ("Education and degree"), FIELDS ("education", "degree", "school", "major") },
  { N_ ("Present post"),
    FIELDS ("unit", "position", "rank", "rank_since", "staffing", "work_since") },
  { N_ ("Appraisals and discipline"), FIELDS ("appraisals", "punished_until") },
  { N_ ("Application"), FIELDS ("source", "phone") },
  { N_ ("Career and notes"), FIELDS ("resume", "note") },
  { NULL },
};

const XrCandidateGroup *
xr_candidate_groups (void)
{
  return groups;
}

void
xr_candidate_facts_show (XrFactList *list, XrOffice *office, XrRow *candidate)
{
  const XrTable *table = xr_row_get_table (candidate);

  xr_fact_list_clear (list);
  for (const XrCandidateGroup *group = xr_candidate_groups (); group->title != NULL; group++)
    {
      xr_fact_list_add_heading (list, _ (group->title));
      for (guint i = 0; group->fields[i] != NULL; i++)
        {
          const XrField *field = xr_table_find_field (table, group->fields[i]);
          g_autofree char *value = xr_office_dup_display (office, candidate, field);
          xr_fact_list_add (list, _ (field->label), value);
        }
    }
}

static gboolean
is_same_birth (XrDate a, XrDate b)
{
  return a.year == b.year && a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day);
}

char *
xr_candidate_describe_contradiction (const char *id_number, const char *born, const char *sex)
{
  XrIdNumber parts = xr_id_number_check (id_number, XR_DATE_NONE);
  XrDate date = XR_DATE_NONE;

  if (parts.fault != XR_ID_NUMBER_VALID)
    return NULL;
  if (born != NULL && xr_date_parse (born, TRUE, &date, NULL) && !is_same_birth (date, parts.born))
    {
      g_autofree char *by_number = xr_date_to_text (parts.born);
      g_autofree char *written = xr_date_to_text (date);
      return g_strdup_printf (_ ("The ID number says born on %1$s, the record says %2$s. Find out "
                                 "which is right."),
                              by_number, written);
    }
  if (sex != NULL && g_str_equal (sex, "女") != parts.female)
    return g_strdup (_ ("The ID number and the sex do not agree. Find out which is right."));
  return NULL;
}

int
xr_candidate_age (XrDate born, XrDate reference)
{
  if (!xr_date_is_set (born) || !xr_date_is_set (reference))
    return -1;
  return xr_date_months_between (born, reference) / 12;
}
