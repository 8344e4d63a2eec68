/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Files that belong to a dossier: added by choosing or dropping them, opened with the desktop's program on
 * a copy, saved elsewhere, removed. */

#define XR_TYPE_ATTACHMENT_LIST (xr_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (XrAttachmentList, xr_attachment_list, XR, ATTACHMENT_LIST, AdwBin)

XrAttachmentList *xr_attachment_list_new (void);
void xr_attachment_list_set_candidate (XrAttachmentList *self, XrOffice *office, gint64 candidate);

G_END_DECLS
