/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "stages/applicant-model.h"

G_BEGIN_DECLS

/* Everybody who is registered, a line for each application and one for a candidate without any. Signal:
 * `activated` (Enter or double click on a line). Property `selected` (XrApplicant, notified). */

#define XR_TYPE_APPLICANT_LIST (xr_applicant_list_get_type ())
G_DECLARE_FINAL_TYPE (XrApplicantList, xr_applicant_list, XR, APPLICANT_LIST, AdwBin)

/* Reads the round again. @reference: the day at which ages count, or no date. @post: shows those who
 * apply for it only, 0: everybody. Keeps the selection. */
void xr_applicant_list_show (XrApplicantList *self, XrOffice *office, gint64 round,
                             XrDate reference, gint64 post);
/* For what is shown next. */
void xr_applicant_list_set_order (XrApplicantList *self, XrApplicantOrder order);
/* (nullable) (transfer none) */
XrApplicant *xr_applicant_list_get_selected (XrApplicantList *self);
void xr_applicant_list_select_candidate (XrApplicantList *self, gint64 candidate);
guint xr_applicant_list_get_n_lines (XrApplicantList *self);

G_END_DECLS
