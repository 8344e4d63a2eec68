/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/command.h"
#include "round/keying.h"

G_BEGIN_DECLS

/* What the parts of keying share; for app/round/ only. */

/* judges, graded … of the component. (transfer full) (nullable) */
char *xr_keying_dup_method (XrOffice *office, gint64 component);
/* What a sheet of a component of that method holds. */
XrSheetKind xr_keying_kind (const char *method, const XrKeyedSheet *sheet);

/* Writes the ballot's row and all that is on it; what was there goes. Inside a transaction. */
gboolean xr_keying_write_ballot (XrOffice *office, XrKeying keying, gint64 component,
                                 const XrKeyedSheet *ballot, GError **error);
gboolean xr_keying_delete_ballot (XrOffice *office, XrKeying keying, gint64 id, GError **error);
/* Writes (@cell NULL: deletes) a figure of the second keying; the sheet is made when it is not there. */
gboolean xr_keying_write_second_cell (XrOffice *office, gint64 component, const XrKeyedSheet *sheet,
                                      const XrKeyedCell *where, const XrKeyedCell *cell,
                                      const char *keyer, GError **error);

/* Whether the ballot may stand in that keying: group, marks, number (an empty one becomes the next free one)
 * and who keys it. */
gboolean xr_keying_check_ballot (XrOffice *office, XrKeying keying, gint64 component,
                                 XrKeyedSheet *ballot, const char *keyer, GError **error);
/* Checks and writes figures of the second keying on sheets that are no ballots. Inside a transaction. */
gboolean xr_keying_write_figures (XrOffice *office, gint64 component, const char *keyer,
                                  const XrSecondFigure *figures, guint n, GError **error);

/* The figure that @text means on such a sheet; @cell has candidate, dimension and part. @cleared: it means
 * that nothing stands there. */
gboolean xr_keying_parse (XrOffice *office, gint64 component, XrSheetKind kind, const char *text,
                          XrKeyedCell *cell, gboolean *cleared, GError **error);
/* How a figure reads, as it would be typed; "" for NULL. (transfer full) */
char *xr_keying_format (XrOffice *office, gint64 component, XrSheetKind kind,
                        const XrKeyedCell *cell);

/* The names of those who keyed that very sheet. (transfer full) (element-type char *) */
GPtrArray *xr_keying_keyers (XrOffice *office, XrKeying keying, gint64 component,
                             const XrKeyedSheet *sheet);
/* FALSE when @keyer may not key this sheet in this keying: no name, or the one of the other keying. */
gboolean xr_keying_check_keyer (XrOffice *office, XrKeying keying, gint64 component,
                                const XrKeyedSheet *sheet, const char *keyer, GError **error);

G_END_DECLS
