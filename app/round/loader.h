/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/id-map.h"
#include "round/round.h"
#include "round/sql.h"

G_BEGIN_DECLS

/* A case while it is read from the office file. Parts: the plan, the people, what was scored, and the
 * sums of ballots; each needs those before it. Private to app/round/. */
typedef struct
{
  XrOffice *office;
  gint64 round;
  XrCase *contest;
  XrIdMap posts, components, groups,
    dimensions; /* groups, dimensions: index within the component */
  XrIdMap candidates, applications, judges;
} XrLoader;

/* NULL with @error when a setting cannot be read. */
XrLoader *xr_loader_new (XrOffice *office, gint64 round, GError **error);
void xr_loader_free (XrLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrLoader, xr_loader_free)

void xr_loader_read_people (XrLoader *loader);
void xr_loader_read_scores (XrLoader *loader);
void xr_loader_read_ballots (XrLoader *loader);

/* Settings of the round by name, as stored. (transfer full) (element-type char * char *) */
GHashTable *xr_round_load_settings (XrOffice *office, gint64 round);

G_END_DECLS
