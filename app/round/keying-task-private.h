/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/keying-task.h"

G_BEGIN_DECLS

/* What making a task, keying it and taking its answer in have in common; for app/round/ only. */

/* Places in xr_task_tables. */
#define XR_TASK_CANDIDATE   8
#define XR_TASK_APPLICATION 9
#define XR_TASK_FILE        10
#define XR_TASK_SHEET       11

/* Columns of XR_TASK_FILE. */
enum
{
  XR_TASK_FILE_ID,
  XR_TASK_FILE_COMPONENT,
  XR_TASK_FILE_MADE_ON,
  XR_TASK_FILE_MADE_BY,
  XR_TASK_FILE_KEYER,
  XR_TASK_FILE_PLAN,
  XR_TASK_FILE_SHEETS,
};

/* A value of the row that stands in XR_TASK_FILE; NULL: it has none. (transfer none) */
const char *xr_keying_task_get (const XrKeyingTask *task, guint column);
/* Writes the rows of the table of that index. Inside a transaction. */
gboolean xr_keying_task_write (XrOffice *office, const XrKeyingTask *task, guint table,
                               GError **error);
/* SHA-256 of what the sheets of the component look like: its kind, dimensions, grades, groups.
 * (transfer full) */
char *xr_keying_plan_digest (XrOffice *office, gint64 component);

G_END_DECLS
