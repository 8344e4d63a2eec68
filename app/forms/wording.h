/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"

G_BEGIN_DECLS

/* The wording of a form: what it says and in which order, as text that people may edit. A line is a
 * paragraph; how it begins says what it is:
 *
 *   # …            title                     一、…        heading (also {一}、…, which counts by itself)
 *   ## …           line below the title      （一）…      second heading (also {（一）}…)
 *   > …            addressee, flush left     附件：…       names of attachments
 *   - …            no indent                 抄送：…       印发：机关|日期     at the foot of the last page
 *   ~ …            small note                | … | … |   places to sign, spread over the line
 *   = …            signature: first the unit, then the date
 *   ===            a new page
 *
 * {名称} stands for a field of the form; where it has no value the paper shows a rule to write on. A line
 * that begins with {?名称} is left out when that field has no value, with {!名称} when it has one. A line that is only a field of several
 * paragraphs or a table stands for these. Empty lines mean nothing. */

/* The built-in wording. (transfer full) */
char *xr_wording_dup_builtin (const XrForm *form);

/* The wording that holds for the round: its own, else the office's, else the built-in one. (transfer full) */
char *xr_wording_dup (const XrForm *form, XrOffice *office, gint64 round);

/* Adds the blocks that @wording makes with the fields of @fill to @paper. FALSE with
 * XR_FORM_ERROR_WORDING, which names the line and the field that the form does not have. */
gboolean xr_wording_expand (const char *wording, XrFill *fill, XrPaper *paper, GError **error);

G_END_DECLS
