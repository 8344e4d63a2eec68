/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong or doubtful about a dossier, as sentences at its fields. It changes nothing. */

#include "config.h"

#include "rules/dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/id-number.h"
#include "rules/form-date.h"
#include "rules/resume.h"

void
xr_dossier_remark_free (XrDossierRemark *remark)
{
  if (remark == NULL)
    return;
  g_free (remark->message);
  g_free (remark);
}

static void
add_remark (GPtrArray *remarks, int field, char *message)
{
  XrDossierRemark *remark = g_new0 (XrDossierRemark, 1);

  remark->field = field;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

static void
check_text (GPtrArray *remarks, int place, const XrDossierFieldInfo *info, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  XrFormDate date;

  if (text[0] == '\0')
    return;
  if (info->is_date && !xr_form_date_parse (text, &date))
    add_remark (
      remarks, place,
      g_strdup_printf (_ ("“%s” is no date that the form knows; write it like 1975.08."), text));
  else if (info->limit > 0 && length > (glong) info->limit)
    add_remark (remarks, place,
                g_strdup_printf (_ ("%1$s has %2$ld characters; the form has room for %3$u."),
                                 _ (info->label), length, info->limit));
}

static gboolean
is_same_birth (XrDate a, XrDate b)
{
  return a.year == b.year && a.month == b.month && (a.day == 0 || b.day == 0 || a.day == b.day);
}

char *
xr_id_number_contradiction (const char *id_number, const char *born, const char *sex)
{
  XrIdNumber parts = xr_id_number_check (id_number, XR_DATE_NONE);
  XrDate date = xr_form_date_to_date (born);

  if (parts.fault != XR_ID_NUMBER_VALID)
    return NULL;
  if (xr_date_is_set (date) && !is_same_birth (date, parts.born))
    {
      g_autofree char *by_number = xr_date_to_text (parts.born);
      g_autofree char *written = xr_date_to_text (date);

      return g_strdup_printf (_ ("The ID number says born on %1$s, the record says %2$s. Find out "
                                 "which is right."),
                              by_number, written);
    }
  if (sex != NULL && sex[0] != '\0' && g_str_equal (sex, "女") != parts.female)
    return g_strdup (_ ("The ID number and the sex do not agree. Find out which is right."));
  return NULL;
}

static void
check_id_number (GPtrArray *remarks, const XrDossier *dossier, XrDate today)
{
  const char *number = xr_dossier_get (dossier, XR_DOSSIER_ID_NUMBER);
  XrIdNumber parts = xr_id_number_check (number, today);
  char *contradiction;

  if (number[0] == '\0')
    return;
  if (parts.fault != XR_ID_NUMBER_VALID)
    {
      add_remark (remarks, XR_DOSSIER_ID_NUMBER, g_strdup (xr_id_number_fault_text (parts.fault)));
      return;
    }
  contradiction = xr_id_number_contradiction (number, xr_dossier_get (dossier, XR_DOSSIER_BORN),
                                              xr_dossier_get (dossier, XR_DOSSIER_SEX));
  if (contradiction != NULL)
    add_remark (remarks, XR_DOSSIER_ID_NUMBER, contradiction);
}

static void
check_resume (GPtrArray *remarks, const XrDossier *dossier)
{
  g_autoptr (GPtrArray) lines = xr_resume_parse (xr_dossier_get (dossier, XR_DOSSIER_RESUME));
  XrDate work = xr_form_date_to_date (xr_dossier_get (dossier, XR_DOSSIER_WORK_SINCE));
  g_autoptr (GPtrArray) found = xr_resume_check (lines, work);

  for (guint i = 0; i < found->len; i++)
    {
      XrResumeRemark *remark = found->pdata[i];

      add_remark (remarks, XR_DOSSIER_RESUME,
                  /* Translators: the number of a line, then a sentence about it */
                  g_strdup_printf (_ ("Line %1$u: %2$s"), remark->line + 1, remark->message));
    }
}

static void
check_relatives (GPtrArray *remarks, const XrDossier *dossier)
{
  for (guint i = 0; i < dossier->relatives->len; i++)
    for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
      check_text (remarks, XR_DOSSIER_N_FIELDS, xr_relative_field_info (field),
                  xr_relative_get (dossier->relatives->pdata[i], field));
  if (dossier->relatives->len > XR_DOSSIER_PRINTED_RELATIVES)
    add_remark (remarks, XR_DOSSIER_N_FIELDS,
                g_strdup_printf (_ ("%u relatives; the printed form has 7 rows, the others go to a "
                                    "further page."),
                                 dossier->relatives->len));
}

/* By the decision of 2024 from birth and age limit; a file may say otherwise. */
static void
check_retirement (GPtrArray *remarks, const XrDossier *dossier)
{
  XrDate born = xr_form_date_to_date (xr_dossier_get (dossier, XR_DOSSIER_BORN));
  XrDate said = xr_form_date_to_date (xr_dossier_get (dossier, XR_DOSSIER_RETIRES_ON));
  XrDate counted = xr_form_retirement_month (
    born, xr_form_age_limit (xr_dossier_get (dossier, XR_DOSSIER_AGE_LIMIT)));
  g_autofree char *by_rule = xr_date_to_form (counted);
  g_autofree char *written = xr_date_to_form (said);

  if (xr_date_is_set (counted) && xr_date_is_set (said)
      && xr_date_months_between (counted, said) != 0)
    add_remark (remarks, XR_DOSSIER_RETIRES_ON,
                g_strdup_printf (_ ("By birth and age limit it would be %1$s, here stands %2$s."),
                                 by_rule, written));
}

GPtrArray *
xr_dossier_check (const XrDossier *dossier, XrDate today)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_dossier_remark_free);

  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    check_text (remarks, (int) i, xr_dossier_field_info (i), xr_dossier_get (dossier, i));
  check_id_number (remarks, dossier, today);
  check_retirement (remarks, dossier);
  check_resume (remarks, dossier);
  check_relatives (remarks, dossier);
  return remarks;
}
