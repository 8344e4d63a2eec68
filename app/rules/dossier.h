/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* The dossier of one person as the 干部任免审批表 holds it (appointment-form.md): what its files say, what
 * its print shows. Plain values, made by the readers of .lrmx and .lrm and by round/dossier.h from the
 * office file; printing and writing take it from here. */

/* The texts of the form, in the order of its files. Dates are digits as the files have them
 * (rules/form-date.h). */
typedef enum
{
  XR_DOSSIER_NAME,
  XR_DOSSIER_SEX,
  XR_DOSSIER_BORN,
  XR_DOSSIER_NATION,
  XR_DOSSIER_NATIVE_PLACE,
  XR_DOSSIER_BIRTH_PLACE,
  XR_DOSSIER_PARTY_SINCE, /* `200108`, `200108；民建`, `民建；民盟`, `无党派` */
  XR_DOSSIER_WORK_SINCE,
  XR_DOSSIER_RETIRES_ON, /* 到龄时间, new form only */
  XR_DOSSIER_HEALTH,
  XR_DOSSIER_TECHNICAL_POST,
  XR_DOSSIER_SPECIALITY,
  XR_DOSSIER_FULL_EDUCATION, /* 全日制 */
  XR_DOSSIER_FULL_DEGREE,
  XR_DOSSIER_FULL_EDUCATION_SCHOOL,
  XR_DOSSIER_FULL_DEGREE_SCHOOL,
  XR_DOSSIER_PART_EDUCATION, /* 在职 */
  XR_DOSSIER_PART_DEGREE,
  XR_DOSSIER_PART_EDUCATION_SCHOOL,
  XR_DOSSIER_PART_DEGREE_SCHOOL,
  XR_DOSSIER_POSITION, /* 现任职务: unit and posts */
  XR_DOSSIER_PROPOSED_POST,
  XR_DOSSIER_REMOVED_POST,
  XR_DOSSIER_RESUME, /* in the official form (rules/resume.h) */
  XR_DOSSIER_AWARDS, /* 奖惩情况 */
  XR_DOSSIER_APPRAISALS,
  XR_DOSSIER_REASON,
  XR_DOSSIER_REPORTING_UNIT,
  XR_DOSSIER_AGE_LIMIT, /* `改革前任职年龄界限为60岁`, new form only */
  XR_DOSSIER_AGE_DATE,  /* 计算年龄时间 */
  XR_DOSSIER_FILLED_ON,
  XR_DOSSIER_FILLED_BY,
  XR_DOSSIER_ID_NUMBER,
  XR_DOSSIER_VERSION, /* of the editor that wrote the file */
  XR_DOSSIER_PARTY,   /* 政治面貌: not part of the form, but some files have it */
  XR_DOSSIER_N_FIELDS,
} XrDossierField;

typedef enum
{
  XR_RELATIVE_RELATION, /* 称谓 */
  XR_RELATIVE_NAME,
  XR_RELATIVE_BORN,
  XR_RELATIVE_PARTY,
  XR_RELATIVE_WORK, /* 工作单位及职务 */
  XR_RELATIVE_N_FIELDS,
} XrRelativeField;

typedef struct
{
  const char *label;   /* msgid */
  const char *element; /* of an .lrmx file */
  guint limit;         /* in characters, 0: none; what is longer is kept and told */
  gboolean lines;      /* may have line breaks */
  gboolean is_date;
} XrDossierFieldInfo;

/* A member of the family, or another important tie. */
typedef struct
{
  char *texts[XR_RELATIVE_N_FIELDS]; /* NULL: empty */
  char *extras;                      /* elements of a file that have no place here; NULL: none */
} XrRelative;

/* An element of a file that has no place in the form: kept and written back. */
typedef struct
{
  char *name;
  char *xml; /* the whole element */
} XrDossierExtra;

typedef struct
{
  char *texts[XR_DOSSIER_N_FIELDS]; /* UTF-8, lines divided by \n, no blanks around; NULL: empty */
  GPtrArray *relatives;             /* XrRelative, in the order of the form */
  GPtrArray *extras;                /* XrDossierExtra */
  GBytes *photo;                    /* JPEG, byte for byte as it came; NULL: none */
} XrDossier;

const XrDossierFieldInfo *xr_dossier_field_info (XrDossierField field);
const XrDossierFieldInfo *xr_relative_field_info (XrRelativeField field);

XrDossier *xr_dossier_new (void);
/* The photo's bytes are shared. (transfer full) */
XrDossier *xr_dossier_copy (const XrDossier *dossier);
void xr_dossier_free (XrDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrDossier, xr_dossier_free)

/* "" where nothing is known. */
const char *xr_dossier_get (const XrDossier *dossier, XrDossierField field);
/* Stores @text without the blanks around it. */
void xr_dossier_set (XrDossier *dossier, XrDossierField field, const char *text);
XrRelative *xr_dossier_add_relative (XrDossier *dossier);
void xr_relative_set (XrRelative *relative, XrRelativeField field, const char *text);
const char *xr_relative_get (const XrRelative *relative, XrRelativeField field);
void xr_dossier_add_extra (XrDossier *dossier, const char *name, const char *xml);

gboolean xr_relative_equal (const XrRelative *a, const XrRelative *b);
gboolean xr_dossier_equal (const XrDossier *a, const XrDossier *b);

/* The highest 学历 of both tracks, as written there; NULL where there is none. (transfer none) */
const char *xr_dossier_highest_education (const XrDossier *dossier);
const char *xr_dossier_highest_degree (const XrDossier *dossier);

/* What is wrong or doubtful about a dossier. */
typedef struct
{
  int field;     /* XrDossierField, or XR_DOSSIER_N_FIELDS for the family */
  char *message; /* translated sentence that says what to do */
} XrDossierRemark;

void xr_dossier_remark_free (XrDossierRemark *remark);

/**
 * xr_dossier_check:
 * @today: no birth lies after it
 *
 * Dates that are none, texts over their limit, an ID number that is wrong or says otherwise than birth
 * and sex, gaps and overlaps of the résumé, more relatives than the form has rows, and the like. None of
 * it keeps a dossier from being stored.
 *
 * Returns: (transfer full) (element-type XrDossierRemark)
 */
GPtrArray *xr_dossier_check (const XrDossier *dossier, XrDate today);

/* What an ID number says against birth and sex beside it, as a sentence; NULL when nothing. @born and
 * @sex: or NULL. (transfer full) */
char *xr_id_number_contradiction (const char *id_number, const char *born, const char *sex);

/* Rows for the family in the printed form, and in an .lrm file. */
#define XR_DOSSIER_PRINTED_RELATIVES 7
#define XR_DOSSIER_LRM_RELATIVES     13

G_END_DECLS
