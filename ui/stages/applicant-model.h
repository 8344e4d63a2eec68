/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "round/applicants.h"

G_BEGIN_DECLS

/* Everybody who is registered, a line for each application and one for a candidate without any. A line
 * reads its rows when they are first asked for, so that the model is as quick with a hundred thousand. */

#define XR_TYPE_APPLICANT (xr_applicant_get_type ())
G_DECLARE_FINAL_TYPE (XrApplicant, xr_applicant, XR, APPLICANT, GObject)

/* (transfer none) */
XrRow *xr_applicant_get_candidate (XrApplicant *self);
/* NULL for a candidate who has not applied for a post yet. (transfer none) */
XrRow *xr_applicant_get_application (XrApplicant *self);
XrApplicantKey xr_applicant_get_key (XrApplicant *self);

#define XR_TYPE_APPLICANT_MODEL (xr_applicant_model_get_type ())
G_DECLARE_FINAL_TYPE (XrApplicantModel, xr_applicant_model, XR, APPLICANT_MODEL, GObject)

XrApplicantModel *xr_applicant_model_new (void);
/* Reads the round again, @post and @order as xr_applicants_list() has them. Of a long list the first lines
 * are there at once, and the others when the window has drawn them or one of them is looked for. */
void xr_applicant_model_read (XrApplicantModel *self, XrOffice *office, gint64 round, gint64 post,
                              XrApplicantOrder order);
/* The line of that application, else the first of the candidate, else GTK_INVALID_LIST_POSITION. */
guint xr_applicant_model_find (XrApplicantModel *self, XrApplicantKey key);

G_END_DECLS
