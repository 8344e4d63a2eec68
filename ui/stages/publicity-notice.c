/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the notice for the screen and for copying: that of the printed form, in the wording that the
 * office keeps. */
#include "config.h"

#include "stages/publicity-notice.h"

#include "forms/form.h"

char *
xr_publicity_notice_dup_text (XrOffice *office, gint64 round, XrRow *publicity)
{
  XrFormSubject subject = { .row = publicity != NULL ? xr_row_get_id (publicity) : 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPaper) paper = xr_form_compose (xr_form_find ("publicity-notice"), office, round,
                                               &subject, FALSE, NULL, &error);

  return paper != NULL ? xr_paper_dup_text (paper) : g_strdup (error->message);
}
