/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F18 廉洁自律结论性意见: what the party committee concludes on somebody's honesty, signed by its secretary and
 * by the secretary for discipline. */

#include "config.h"

#include "forms/papers/common.h"

static XrRow *
find_opinion (XrFill *fill, gint64 application)
{
  GPtrArray *checks = xr_fill_rows (fill, "inspection_check", "application_id", application);

  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (xr_fill_get (checks->pdata[i], "kind"), "integrity") == 0)
      return checks->pdata[i];
  return NULL;
}

/* What was found in the words of a conclusion, then what was written about it. */
static const char *
say_opinion (XrFill *fill, XrRow *check, const char *name)
{
  const char *conclusion = xr_fill_word (
    xr_fill_get (check, "conclusion"),
    "clear=未发现存在影响任用的廉洁自律方面的问题;minor=廉洁自律方面有需要说明的情况，不影响任用;"
    "problem=廉洁自律方面存在影响任用的问题;not-due=不需要出具廉洁自律结论性意见");
  const char *detail = xr_fill_get (check, "detail");

  if (conclusion == NULL || name == NULL)
    return NULL;
  return xr_fill_printf (fill, "%s同志%s。%s", name, conclusion, detail ? detail : "");
}

static void
fill_opinion (XrFill *fill)
{
  XrRow *person = xr_fill_candidate (fill);
  XrRow *application = xr_fill_application (fill);
  XrRow *check = find_opinion (fill, application ? xr_row_get_id (application) : 0);
  const char *name = xr_fill_get (person, "name");

  xr_fill_text (fill, "姓名", name);
  xr_fill_text (fill, "性别", xr_fill_get (person, "sex"));
  xr_fill_text (fill, "出生年月", xr_fill_month (fill, person, "born"));
  xr_fill_text (fill, "现任", xr_common_position (fill, person));
  xr_fill_text (fill, "文号", xr_fill_get (check, "paper"));
  xr_fill_line (fill, "意见", XR_BLOCK_TEXT, say_opinion (fill, check, name));
  xr_fill_text (fill, "意见日期", xr_fill_date (fill, check, "done_on"));
}

XR_FORM_DEFINE (integrity_opinion, .id = "integrity-opinion", .title = "廉洁自律结论性意见",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (7), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .subjects = xr_common_shortlisted,
                .fill = fill_opinion)
