/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/dossier.h"

G_BEGIN_DECLS

/* The same person in an earlier round, told by the ID number: what that round knew, what differs, and
 * taking it over. */

/* The candidate of the latest earlier round with the same ID number, 0 where there is none. */
gint64 xr_dossier_find_earlier (XrOffice *office, gint64 candidate);

typedef enum
{
  XR_CHANGE_FIELD, /* a field of candidate or dossier */
  XR_CHANGE_RELATIVES,
  XR_CHANGE_TENURES,
  XR_CHANGE_ATTACHMENTS,
  XR_CHANGE_PHOTO,
} XrDossierChangeKind;

/* One thing that is not the same in two rounds. */
typedef struct
{
  XrDossierChangeKind kind;
  const XrTable *table; /* FIELD: candidate or dossier */
  const XrField *field;
  char *label;   /* translated */
  char *earlier; /* as people read it; "" where nothing was known */
  char *now;
} XrDossierChange;

void xr_dossier_change_free (XrDossierChange *change);
/* What differs between @candidate and @earlier. Numbers, sources and notes belong to a round and are left
 * out. (transfer full) (element-type XrDossierChange) */
GPtrArray *xr_dossier_changes (XrOffice *office, gint64 candidate, gint64 earlier);
/**
 * xr_dossier_take_over:
 * @changes: (element-type XrDossierChange): those to take over from @earlier into @candidate
 *
 * One step with one entry. Lists (family, posts, attachments) take the place of what is there.
 */
gboolean xr_dossier_take_over (XrOffice *office, gint64 candidate, gint64 earlier,
                               GPtrArray *changes, GError **error);

G_END_DECLS
