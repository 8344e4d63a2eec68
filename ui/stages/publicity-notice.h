/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The text of the notice 任前公示 (P4 of rules.md 2.7): who is to be appointed, to what, how long it is posted
 * and where to report, as the form says it. What is not known is a rule to write on, never invented.
 * Heading, body and signature are divided by empty lines. (transfer full): plain text */
char *xr_publicity_notice_dup_text (XrOffice *office, gint64 round, XrRow *publicity);

G_END_DECLS
