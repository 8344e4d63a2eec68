/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/commands.h"
#include "round/gate.h"
#include "round/round.h"
#include "round/sql.h"

G_BEGIN_DECLS

/* What the commands of app/round/ have in common. */

/* FALSE with @message. */
gboolean xr_command_refuse (GError **error, XrRoundError code, const char *message);
/* FALSE with a sentence when @text is blank. */
gboolean xr_command_need_text (const char *text, const char *message, GError **error);

/* Ends what xr_office_begin() opened: commits when @done, else takes everything back. */
gboolean xr_command_finish (XrOffice *office, gboolean done, const char *kind, const char *subject,
                            const char *reason, gint64 round, XrEntryFlags flags, GError **error);

/* The round of an application, post or component, 0 with XR_ROUND_ERROR_NOT_FOUND. */
gint64 xr_command_round_of_application (XrOffice *office, gint64 application, GError **error);
gint64 xr_command_round_of_post (XrOffice *office, gint64 post, GError **error);
gint64 xr_command_round_of_component (XrOffice *office, gint64 component, GError **error);

/* 「张三 · 办公室主任」, for the record. (transfer full) */
char *xr_command_application_title (XrOffice *office, gint64 application);
/* The name of a row of @table; "" when there is none. (transfer full) */
char *xr_command_name_of (XrOffice *office, const char *table, gint64 id);

/* FALSE with XR_ROUND_ERROR_CLOSED when @stage of the round is closed. A stage that is still to come may
 * be prepared. */
gboolean xr_command_check_stage (XrOffice *office, gint64 round, XrStage stage, GError **error);

G_END_DECLS
