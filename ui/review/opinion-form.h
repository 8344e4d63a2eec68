/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/review-package.h"

G_BEGIN_DECLS

/* What a reader leaves on one person: a declaration about conflicts of interest, a mark, an opinion. Who
 * has a tie leaves neither mark nor opinion.
 *
 * Signal: `changed`, when something was written; the opinion has it already. */

#define XR_TYPE_OPINION_FORM (xr_opinion_form_get_type ())
G_DECLARE_FINAL_TYPE (XrOpinionForm, xr_opinion_form, XR, OPINION_FORM, AdwBin)

/* An opinion while it is written. */
typedef struct
{
  XrReviewOpinion *opinion; /* what it says so far */
  char *mark_text;          /* as typed, also when it is no mark; NULL: nothing */
} XrOpinionDraft;

XrOpinionForm *xr_opinion_form_new (void);
/* @draft lives until another one is shown. */
void xr_opinion_form_show (XrOpinionForm *self, const XrReviewPerson *person,
                           XrOpinionDraft *draft);

/* Reads @draft's mark as typed into its opinion; FALSE with a sentence when it is no mark. */
gboolean xr_opinion_draft_read_mark (XrOpinionDraft *draft, GError **error);

G_END_DECLS
