/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes .lrm, the older file of the form: 33 texts in quotes, no escape. */

#include "config.h"

#include "exchange/lrmx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/gb-text.h"

#define N_SLOTS   33
#define MIN_SLOTS 26 /* up to 现任职务: fewer are no form */
#define SEPARATOR "\",\""
#define EDUCATION 9
#define SCHOOLS   10
#define FAMILY    20

/* Which text stands where; the two tracks of education and the family are packed. */
static const struct
{
  guint slot;
  XrDossierField field;
} slots[] = {
  { 0, XR_DOSSIER_NAME },
  { 1, XR_DOSSIER_SEX },
  { 2, XR_DOSSIER_BORN },
  { 3, XR_DOSSIER_NATION },
  { 4, XR_DOSSIER_NATIVE_PLACE },
  { 5, XR_DOSSIER_PARTY_SINCE },
  { 6, XR_DOSSIER_HEALTH },
  { 7, XR_DOSSIER_BIRTH_PLACE },
  { 8, XR_DOSSIER_WORK_SINCE },
  { 11, XR_DOSSIER_TECHNICAL_POST },
  { 16, XR_DOSSIER_SPECIALITY },
  { 17, XR_DOSSIER_RESUME },
  { 18, XR_DOSSIER_AWARDS },
  { 19, XR_DOSSIER_APPRAISALS },
  { 25, XR_DOSSIER_POSITION },
  { 26, XR_DOSSIER_PROPOSED_POST },
  { 27, XR_DOSSIER_REMOVED_POST },
  { 28, XR_DOSSIER_REASON },
  { 29, XR_DOSSIER_REPORTING_UNIT },
  { 30, XR_DOSSIER_AGE_DATE },
  { 31, XR_DOSSIER_FILLED_BY },
  { 32, XR_DOSSIER_FILLED_ON },
};

static const XrDossierField educations[] = { XR_DOSSIER_FULL_EDUCATION, XR_DOSSIER_FULL_DEGREE,
                                             XR_DOSSIER_PART_EDUCATION, XR_DOSSIER_PART_DEGREE };
static const XrDossierField schools[] = { XR_DOSSIER_FULL_EDUCATION_SCHOOL,
                                          XR_DOSSIER_FULL_DEGREE_SCHOOL,
                                          XR_DOSSIER_PART_EDUCATION_SCHOOL,
                                          XR_DOSSIER_PART_DEGREE_SCHOOL };

/* What the older form has no place for. */
static const XrDossierField homeless[] = { XR_DOSSIER_RETIRES_ON, XR_DOSSIER_AGE_LIMIT,
                                           XR_DOSSIER_ID_NUMBER, XR_DOSSIER_PARTY };

/* ---- reading */

static char *
decode (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (data == NULL || size > XR_DOSSIER_FILE_MAX)
    return NULL;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_validate (data + 3, (gssize) size - 3, NULL) ? g_strndup (data + 3, size - 3)
                                                               : NULL;
  return xr_gb_to_utf8 (data, size);
}

/* The texts without their quotes; NULL where they are not there. */
static char **
split (char *text)
{
  gsize length;

  g_strstrip (text);
  length = strlen (text);
  if (length < 2 || text[0] != '"' || text[length - 1] != '"')
    return NULL;
  text[length - 1] = '\0';
  return g_strsplit (text + 1, SEPARATOR, -1);
}

/* `a#b@c#d`: the parts that are there. */
static void
take_tracks (XrDossier *dossier, const XrDossierField names[4], const char *text, GPtrArray *notes)
{
  g_auto (GStrv) tracks = g_strsplit (text, "@", 2);

  for (guint track = 0; tracks[track] != NULL; track++)
    {
      g_auto (GStrv) parts = g_strsplit (tracks[track], "#", 2);

      for (guint part = 0; parts[part] != NULL; part++)
        xr_dossier_take_text (dossier, names[2 * track + part], parts[part], notes);
    }
}

static guint
count_relatives (char **columns[XR_RELATIVE_N_FIELDS])
{
  guint n = 0;

  for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
    for (guint i = 0; columns[field][i] != NULL; i++)
      if (columns[field][i][strspn (columns[field][i], " \r\n\t")] != '\0')
        n = MAX (n, i + 1);
  return n;
}

static gboolean
is_blank (const XrRelative *relative)
{
  for (guint i = 0; i < XR_RELATIVE_N_FIELDS; i++)
    if (relative->texts[i] != NULL)
      return FALSE;
  return TRUE;
}

static void
take_family (XrDossier *dossier, char **texts)
{
  char **columns[XR_RELATIVE_N_FIELDS];
  guint n;

  for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
    columns[field] = g_strsplit (texts[FAMILY + field], "@", -1);
  n = count_relatives (columns);
  for (guint i = 0; i < n; i++)
    {
      XrRelative *relative = xr_dossier_add_relative (dossier);

      for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
        if (i < g_strv_length (columns[field]))
          xr_relative_take_text (relative, field, columns[field][i]);
      if (is_blank (relative))
        g_ptr_array_set_size (dossier->relatives, (int) dossier->relatives->len - 1);
    }
  for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
    g_strfreev (columns[field]);
}

XrDossier *
xr_lrm_read (GBytes *bytes, GBytes *photo, GPtrArray *notes, GPtrArray *faults)
{
  g_autofree char *text = decode (bytes);
  g_auto (GStrv) texts = text != NULL ? split (text) : NULL;
  guint n = texts != NULL ? g_strv_length (texts) : 0;
  XrDossier *dossier;

  if (n < MIN_SLOTS || n > N_SLOTS)
    {
      xr_faults_add (faults, NULL, 0, 0, NULL,
                     _ ("the file is not a whole .lrm file; save it anew in the form editor"));
      return NULL;
    }
  dossier = xr_dossier_new ();
  for (guint i = 0; i < G_N_ELEMENTS (slots) && slots[i].slot < n; i++)
    xr_dossier_take_text (dossier, slots[i].field, texts[slots[i].slot], notes);
  take_tracks (dossier, educations, texts[EDUCATION], notes);
  take_tracks (dossier, schools, texts[SCHOOLS], notes);
  take_family (dossier, texts);
  if (photo != NULL && g_bytes_get_size (photo) > 0)
    dossier->photo = g_bytes_ref (photo);
  return dossier;
}

/* ---- writing */

/* @packed: `@` and `#` divide the parts of the field. */
static char *
dup_escaped (const char *text, gboolean packed)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append (escaped, "”");
      else if (packed && *at == '@')
        g_string_append (escaped, "＠");
      else if (packed && *at == '#')
        g_string_append (escaped, "＃");
      else if (*at == '\n')
        g_string_append (escaped, "\r\n");
      else
        g_string_append_c (escaped, *at);
    }
  return g_string_free (escaped, FALSE);
}

static char *
pack_tracks (const XrDossier *dossier, const XrDossierField names[4])
{
  char *parts[4];
  char *packed;

  for (guint i = 0; i < 4; i++)
    parts[i] = dup_escaped (xr_dossier_get (dossier, names[i]), TRUE);
  packed = g_strdup_printf ("%s#%s@%s#%s", parts[0], parts[1], parts[2], parts[3]);
  for (guint i = 0; i < 4; i++)
    g_free (parts[i]);
  return packed;
}

static char *
pack_family (const XrDossier *dossier, XrRelativeField field)
{
  GString *packed = g_string_new (NULL);

  for (guint i = 0; i < XR_DOSSIER_LRM_RELATIVES; i++)
    {
      const char *text = i < dossier->relatives->len
                           ? xr_relative_get (dossier->relatives->pdata[i], field)
                           : "";
      g_autofree char *part = dup_escaped (text, TRUE);

      g_string_append_printf (packed, "%s%s", i > 0 ? "@" : "", part);
    }
  return g_string_free (packed, FALSE);
}

static void
tell_losses (const XrDossier *dossier, GPtrArray *notes)
{
  for (guint i = 0; i < G_N_ELEMENTS (homeless); i++)
    if (dossier->texts[homeless[i]] != NULL)
      xr_faults_add (notes, NULL, 0, 0, _ (xr_dossier_field_info (homeless[i])->label),
                     _ ("The .lrm file has no place for it. Use .lrmx to hand it on."));
  if (dossier->extras->len > 0)
    xr_faults_add (notes, NULL, 0, 0, _ ("what other programs had added"),
                   _ ("The .lrm file has no place for it. Use .lrmx to hand it on."));
  if (dossier->relatives->len > XR_DOSSIER_LRM_RELATIVES)
    xr_faults_add (
      notes, NULL, 0, 0, _ ("Family"),
      _ ("The .lrm file has room for 13 relatives. Use .lrmx to hand on all of them."));
}

GBytes *
xr_lrm_write (const XrDossier *dossier, GPtrArray *notes)
{
  char *texts[N_SLOTS + 1] = { NULL };
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    texts[slots[i].slot] = dup_escaped (xr_dossier_get (dossier, slots[i].field), FALSE);
  texts[EDUCATION] = pack_tracks (dossier, educations);
  texts[SCHOOLS] = pack_tracks (dossier, schools);
  for (guint i = 0; i < XR_RELATIVE_N_FIELDS; i++)
    texts[FAMILY + i] = pack_family (dossier, i);
  for (guint i = 0; i < N_SLOTS; i++)
    if (texts[i] == NULL)
      texts[i] = g_strdup ("");
  if (notes != NULL)
    tell_losses (dossier, notes);
  joined = g_strjoinv (SEPARATOR, texts);
  text = g_strdup_printf ("\"%s\"\r\n", joined);
  for (guint i = 0; i < N_SLOTS; i++)
    g_free (texts[i]);
  return xr_gb_from_utf8 (text);
}
