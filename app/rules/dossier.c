/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dossier as plain values: its fields by name, comparing two of them, the highest of the two tracks
 * of education. Checks stand in rules/dossier-check.c. */

#include "config.h"

#include "rules/dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "rules/education.h"

static const XrDossierFieldInfo fields[XR_DOSSIER_N_FIELDS] = {
  [XR_DOSSIER_NAME] = { N_ ("Full name"), "XingMing", 18 },
  [XR_DOSSIER_SEX] = { N_ ("Sex"), "XingBie", 1 },
  [XR_DOSSIER_BORN] = { N_ ("Born"), "ChuShengNianYue", 8, .is_date = TRUE },
  [XR_DOSSIER_NATION] = { N_ ("Ethnic group"), "MinZu", 18 },
  [XR_DOSSIER_NATIVE_PLACE] = { N_ ("Native place"), "JiGuan", 18 },
  [XR_DOSSIER_BIRTH_PLACE] = { N_ ("Place of birth"), "ChuShengDi", 18 },
  [XR_DOSSIER_PARTY_SINCE] = { N_ ("Joined the party"), "RuDangShiJian", 18 },
  [XR_DOSSIER_WORK_SINCE] = { N_ ("Began work"), "CanJiaGongZuoShiJian", 8, .is_date = TRUE },
  [XR_DOSSIER_RETIRES_ON] = { N_ ("Reaches the age limit"), "DaoLingNianYue", .is_date = TRUE },
  [XR_DOSSIER_HEALTH] = { N_ ("Health"), "JianKangZhuangKuang", 18 },
  [XR_DOSSIER_TECHNICAL_POST] = { N_ ("Professional title"), "ZhuanYeJiShuZhiWu", 90 },
  [XR_DOSSIER_SPECIALITY] = { N_ ("Field and special skills"), "ShuXiZhuanYeYouHeZhuanChang", 110 },
  [XR_DOSSIER_FULL_EDUCATION] = { N_ ("Full-time education"), "QuanRiZhiJiaoYu_XueLi", 54 },
  [XR_DOSSIER_FULL_DEGREE] = { N_ ("Full-time degree"), "QuanRiZhiJiaoYu_XueWei", 54 },
  [XR_DOSSIER_FULL_EDUCATION_SCHOOL] = { N_ ("School and major of the full-time education"),
                                         "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", 90 },
  [XR_DOSSIER_FULL_DEGREE_SCHOOL] = { N_ ("School and major of the full-time degree"),
                                      "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", 90 },
  [XR_DOSSIER_PART_EDUCATION] = { N_ ("On-the-job education"), "ZaiZhiJiaoYu_XueLi", 54 },
  [XR_DOSSIER_PART_DEGREE] = { N_ ("On-the-job degree"), "ZaiZhiJiaoYu_XueWei", 54 },
  [XR_DOSSIER_PART_EDUCATION_SCHOOL] = { N_ ("School and major of the on-the-job education"),
                                         "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", 90 },
  [XR_DOSSIER_PART_DEGREE_SCHOOL] = { N_ ("School and major of the on-the-job degree"),
                                      "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", 90 },
  [XR_DOSSIER_POSITION] = { N_ ("Present posts"), "XianRenZhiWu", 324 },
  [XR_DOSSIER_PROPOSED_POST] = { N_ ("Post to be given"), "NiRenZhiWu", 324 },
  [XR_DOSSIER_REMOVED_POST] = { N_ ("Post to be removed from"), "NiMianZhiWu", 324 },
  [XR_DOSSIER_RESUME] = { N_ ("Career"), "JianLi", 0, TRUE },
  [XR_DOSSIER_AWARDS] = { N_ ("Awards and punishments"), "JiangChengQingKuang", 552, TRUE },
  [XR_DOSSIER_APPRAISALS] = { N_ ("Annual appraisals"), "NianDuKaoHeJieGuo", 414, TRUE },
  [XR_DOSSIER_REASON] = { N_ ("Reason of the appointment or removal"), "RenMianLiYou", 552, TRUE },
  [XR_DOSSIER_REPORTING_UNIT] = { N_ ("Reporting unit"), "ChengBaoDanWei", 252, TRUE },
  [XR_DOSSIER_AGE_LIMIT] = { N_ ("Age limit before the reform"), "GaiGeQianRenZhiNianLingJieXian" },
  [XR_DOSSIER_AGE_DATE] = { N_ ("Age counted on"), "JiSuanNianLingShiJian", 8, .is_date = TRUE },
  [XR_DOSSIER_FILLED_ON] = { N_ ("Filled in on"), "TianBiaoShiJian", 8, .is_date = TRUE },
  [XR_DOSSIER_FILLED_BY] = { N_ ("Filled in by"), "TianBiaoRen", 18 },
  [XR_DOSSIER_ID_NUMBER] = { N_ ("ID number"), "ShenFenZheng" },
  [XR_DOSSIER_VERSION] = { N_ ("Version of the editor"), "Version" },
  [XR_DOSSIER_PARTY] = { N_ ("Political status"), "ZhengZhiMianMao", 18 },
};

static const XrDossierFieldInfo relative_fields[XR_RELATIVE_N_FIELDS] = {
  [XR_RELATIVE_RELATION] = { N_ ("Relation"), "ChengWei", 18 },
  [XR_RELATIVE_NAME] = { N_ ("Full name"), "XingMing", 18 },
  [XR_RELATIVE_BORN] = { N_ ("Born"), "ChuShengRiQi", 8, .is_date = TRUE },
  [XR_RELATIVE_PARTY] = { N_ ("Political status"), "ZhengZhiMianMao", 18 },
  [XR_RELATIVE_WORK] = { N_ ("Unit and post"), "GongZuoDanWeiJiZhiWu", 124 },
};

const XrDossierFieldInfo *
xr_dossier_field_info (XrDossierField field)
{
  g_return_val_if_fail (field < XR_DOSSIER_N_FIELDS, NULL);

  return &fields[field];
}

const XrDossierFieldInfo *
xr_relative_field_info (XrRelativeField field)
{
  g_return_val_if_fail (field < XR_RELATIVE_N_FIELDS, NULL);

  return &relative_fields[field];
}

/* ---- life */

static void
free_relative (gpointer data)
{
  XrRelative *relative = data;

  for (guint i = 0; i < XR_RELATIVE_N_FIELDS; i++)
    g_free (relative->texts[i]);
  g_free (relative->extras);
  g_free (relative);
}

static void
free_extra (gpointer data)
{
  XrDossierExtra *extra = data;

  g_free (extra->name);
  g_free (extra->xml);
  g_free (extra);
}

XrDossier *
xr_dossier_new (void)
{
  XrDossier *dossier = g_new0 (XrDossier, 1);

  dossier->relatives = g_ptr_array_new_with_free_func (free_relative);
  dossier->extras = g_ptr_array_new_with_free_func (free_extra);
  return dossier;
}

void
xr_dossier_free (XrDossier *dossier)
{
  if (dossier == NULL)
    return;
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    g_free (dossier->texts[i]);
  g_ptr_array_unref (dossier->relatives);
  g_ptr_array_unref (dossier->extras);
  g_clear_pointer (&dossier->photo, g_bytes_unref);
  g_free (dossier);
}

/* ---- texts */

static void
set_text (char **place, const char *text)
{
  char *stripped = xr_text_strip (text);

  g_free (*place);
  *place = stripped;
  if (stripped[0] == '\0')
    g_clear_pointer (place, g_free);
}

const char *
xr_dossier_get (const XrDossier *dossier, XrDossierField field)
{
  return dossier->texts[field] != NULL ? dossier->texts[field] : "";
}

void
xr_dossier_set (XrDossier *dossier, XrDossierField field, const char *text)
{
  g_return_if_fail (field < XR_DOSSIER_N_FIELDS);

  set_text (&dossier->texts[field], text);
}

XrRelative *
xr_dossier_add_relative (XrDossier *dossier)
{
  XrRelative *relative = g_new0 (XrRelative, 1);

  g_ptr_array_add (dossier->relatives, relative);
  return relative;
}

void
xr_relative_set (XrRelative *relative, XrRelativeField field, const char *text)
{
  g_return_if_fail (field < XR_RELATIVE_N_FIELDS);

  set_text (&relative->texts[field], text);
}

const char *
xr_relative_get (const XrRelative *relative, XrRelativeField field)
{
  return relative->texts[field] != NULL ? relative->texts[field] : "";
}

void
xr_dossier_add_extra (XrDossier *dossier, const char *name, const char *xml)
{
  XrDossierExtra *extra = g_new0 (XrDossierExtra, 1);

  extra->name = g_strdup (name);
  extra->xml = g_strdup (xml);
  g_ptr_array_add (dossier->extras, extra);
}

static void
copy_relative (XrDossier *copy, const XrRelative *relative)
{
  XrRelative *added = xr_dossier_add_relative (copy);

  for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
    added->texts[field] = g_strdup (relative->texts[field]);
  added->extras = g_strdup (relative->extras);
}

XrDossier *
xr_dossier_copy (const XrDossier *dossier)
{
  XrDossier *copy = xr_dossier_new ();

  for (guint field = 0; field < XR_DOSSIER_N_FIELDS; field++)
    copy->texts[field] = g_strdup (dossier->texts[field]);
  for (guint i = 0; i < dossier->relatives->len; i++)
    copy_relative (copy, dossier->relatives->pdata[i]);
  for (guint i = 0; i < dossier->extras->len; i++)
    {
      const XrDossierExtra *extra = dossier->extras->pdata[i];

      xr_dossier_add_extra (copy, extra->name, extra->xml);
    }
  copy->photo = dossier->photo != NULL ? g_bytes_ref (dossier->photo) : NULL;
  return copy;
}

/* ---- comparing */

gboolean
xr_relative_equal (const XrRelative *a, const XrRelative *b)
{
  for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
    if (g_strcmp0 (a->texts[field], b->texts[field]) != 0)
      return FALSE;
  return g_strcmp0 (a->extras, b->extras) == 0;
}

static gboolean
equal_relatives (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!xr_relative_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equal_extras (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const XrDossierExtra *first = a->pdata[i];
      const XrDossierExtra *second = b->pdata[i];

      if (strcmp (first->name, second->name) != 0 || strcmp (first->xml, second->xml) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_dossier_equal (const XrDossier *a, const XrDossier *b)
{
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  if ((a->photo == NULL) != (b->photo == NULL)
      || (a->photo != NULL && !g_bytes_equal (a->photo, b->photo)))
    return FALSE;
  return equal_relatives (a->relatives, b->relatives) && equal_extras (a->extras, b->extras);
}

/* ---- education */

const char *
xr_dossier_highest_education (const XrDossier *dossier)
{
  const char *full = dossier->texts[XR_DOSSIER_FULL_EDUCATION];
  const char *part = dossier->texts[XR_DOSSIER_PART_EDUCATION];
  XrEducation of_full = XR_EDUCATION_NONE, of_part = XR_EDUCATION_NONE;
  gboolean complete;

  if (full == NULL || part == NULL)
    return full != NULL ? full : part;
  xr_education_parse (full, &of_full, &complete);
  xr_education_parse (part, &of_part, &complete);
  return of_part > of_full ? part : full;
}

const char *
xr_dossier_highest_degree (const XrDossier *dossier)
{
  const char *full = dossier->texts[XR_DOSSIER_FULL_DEGREE];
  const char *part = dossier->texts[XR_DOSSIER_PART_DEGREE];
  XrDegree of_full = XR_DEGREE_NONE, of_part = XR_DEGREE_NONE;
  gboolean complete;

  if (full == NULL || part == NULL)
    return full != NULL ? full : part;
  xr_degree_parse (full, &of_full, &complete);
  xr_degree_parse (part, &of_part, &complete);
  return of_part > of_full ? part : full;
}
