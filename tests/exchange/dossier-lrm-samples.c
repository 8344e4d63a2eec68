/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes forms as other programs write the older file, after the description of the format. It shares no code
 * with the reader or the writer of the program. */

#include "dossier-samples.h"

#define N_TEXTS 33
#define PLACES  13

/* Where each text stands; the places between are empty or packed. */
static const XrDossierField order[N_TEXTS] = {
  [0] = XR_DOSSIER_NAME,
  [1] = XR_DOSSIER_SEX,
  [2] = XR_DOSSIER_BORN,
  [3] = XR_DOSSIER_NATION,
  [4] = XR_DOSSIER_NATIVE_PLACE,
  [5] = XR_DOSSIER_PARTY_SINCE,
  [6] = XR_DOSSIER_HEALTH,
  [7] = XR_DOSSIER_BIRTH_PLACE,
  [8] = XR_DOSSIER_WORK_SINCE,
  [11] = XR_DOSSIER_TECHNICAL_POST,
  [16] = XR_DOSSIER_SPECIALITY,
  [17] = XR_DOSSIER_RESUME,
  [18] = XR_DOSSIER_AWARDS,
  [19] = XR_DOSSIER_APPRAISALS,
  [25] = XR_DOSSIER_POSITION,
  [26] = XR_DOSSIER_PROPOSED_POST,
  [27] = XR_DOSSIER_REMOVED_POST,
  [28] = XR_DOSSIER_REASON,
  [29] = XR_DOSSIER_REPORTING_UNIT,
  [30] = XR_DOSSIER_AGE_DATE,
  [31] = XR_DOSSIER_FILLED_BY,
  [32] = XR_DOSSIER_FILLED_ON,
};

static const char *
get (const XrDossier *dossier, XrDossierField field)
{
  return dossier->texts[field] != NULL ? dossier->texts[field] : "";
}

/* `a#b@c#d`; some writers leave out the empty end with its signs. (transfer full) */
static char *
pack_education (const XrDossier *dossier, const XrDossierField fields[4], guint n)
{
  const char *full = get (dossier, fields[0]), *full_degree = get (dossier, fields[1]);
  const char *part = get (dossier, fields[2]), *part_degree = get (dossier, fields[3]);

  if (n % 3 != 1 || *part_degree != '\0')
    return g_strdup_printf ("%s#%s@%s#%s", full, full_degree, part, part_degree);
  if (*part != '\0')
    return g_strdup_printf ("%s#%s@%s", full, full_degree, part);
  return *full_degree != '\0' ? g_strdup_printf ("%s#%s", full, full_degree) : g_strdup (full);
}

/* One column of the family, padded to 13 places by most. (transfer full) */
static char *
pack_family (const XrDossier *dossier, guint field, guint n)
{
  GString *text = g_string_new (NULL);
  guint places = n % 4 == 3 ? MAX (dossier->relatives->len, 1) : PLACES;

  for (guint i = 0; i < places; i++)
    {
      const XrRelative *relative = i < dossier->relatives->len ? dossier->relatives->pdata[i]
                                                               : NULL;
      const char *said = relative != NULL ? relative->texts[field] : NULL;

      g_string_append_printf (text, "%s%s", i > 0 ? "@" : "", said != NULL ? said : "");
    }
  return g_string_free (text, FALSE);
}

/* Blanks around it, of the half or the full width, and either kind of line end. (transfer full) */
static char *
write_text (const char *text, guint n)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv (n % 2 ? "\r\n" : "\n", lines);

  if (*text == '\0')
    return g_strdup (n % 3 == 0 ? "" : n % 3 == 1 ? " " : "　");
  return n % 5 == 0 ? g_strdup_printf ("　%s ", joined) : g_steal_pointer (&joined);
}

static char *
write_slot (const XrDossier *dossier, guint slot, guint n)
{
  static const XrDossierField educations[4] = { XR_DOSSIER_FULL_EDUCATION, XR_DOSSIER_FULL_DEGREE,
                                                XR_DOSSIER_PART_EDUCATION, XR_DOSSIER_PART_DEGREE };
  static const XrDossierField schools[4] = { XR_DOSSIER_FULL_EDUCATION_SCHOOL,
                                             XR_DOSSIER_FULL_DEGREE_SCHOOL,
                                             XR_DOSSIER_PART_EDUCATION_SCHOOL,
                                             XR_DOSSIER_PART_DEGREE_SCHOOL };
  g_autofree char *resume = NULL;

  if (slot == 9)
    return pack_education (dossier, educations, n);
  if (slot == 10)
    return pack_education (dossier, schools, n);
  if (slot >= 12 && slot <= 15)
    return g_strdup ("");
  if (slot >= 20 && slot <= 24)
    return pack_family (dossier, slot - 20, n);
  if (slot == 17 && dossier->texts[XR_DOSSIER_RESUME] != NULL)
    resume = dossier_sample_write_resume (dossier->texts[XR_DOSSIER_RESUME], n);
  return write_text (resume != NULL ? resume : get (dossier, order[slot]), n + slot);
}

GBytes *
dossier_sample_to_lrm (const XrDossier *dossier, guint n)
{
  g_autoptr (GString) text = g_string_new ("\"");
  gsize length = 0;
  char *bytes;

  for (guint slot = 0; slot < N_TEXTS; slot++)
    {
      g_autofree char *written = write_slot (dossier, slot, n);

      g_string_append_printf (text, "%s%s", slot > 0 ? "\",\"" : "", written);
    }
  g_string_append (text, n % 3 == 0 ? "\"" : n % 3 == 1 ? "\"\r\n" : "\"\n");
  bytes = g_convert (text->str, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  return g_bytes_new_take (bytes, length);
}
