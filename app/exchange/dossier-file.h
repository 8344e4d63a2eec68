/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/fault.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* Files of the 干部任免审批表 on the disk. */

typedef enum
{
  XR_DOSSIER_LRMX,
  XR_DOSSIER_LRM, /* with the photo in a .pic file beside it */
} XrDossierFormat;

/* Whether the name ends in .lrmx or .lrm, in capitals or not. */
gboolean xr_dossier_file_is_meant (const char *path);

/**
 * xr_dossier_file_read:
 * @path: an .lrmx, or an .lrm whose .pic is looked for beside it
 *
 * Returns: (transfer full): NULL with at least one fault; @notes as for xr_lrmx_read()
 */
XrDossier *xr_dossier_file_read (const char *path, GPtrArray *notes, GPtrArray *faults);

/**
 * xr_dossier_file_write:
 * @path: where to; what is there is replaced. The .pic goes beside an .lrm
 * @notes: (nullable): receives what the older format has no place for
 */
gboolean xr_dossier_file_write (const XrDossier *dossier, XrDossierFormat format, const char *path,
                                GPtrArray *notes, GError **error);

/* The name that the file of @dossier gets in a folder, without its ending: the person's name, with
 * @number behind it where @names (char * set, of those given so far) has it already. The name is added
 * to @names. (transfer full) */
char *xr_dossier_file_dup_name (const XrDossier *dossier, const char *number, GHashTable *names);
/* Whether @path is the photo (.pic) of the .lrm at @form. */
gboolean xr_dossier_file_is_photo_of (const char *path, const char *form);
/* Whether the file is a photo that comes beside an .lrm, by its name. */
gboolean xr_dossier_file_is_photo (const char *path);
const char *xr_dossier_format_suffix (XrDossierFormat format);

G_END_DECLS
