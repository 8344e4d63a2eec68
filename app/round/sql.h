/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Short words for the small statements of commands and conditions: parameters as a list, one value or a
 * list of names as the answer. For app/round/ only. */

typedef struct
{
  const char *name; /* ":post" */
  gboolean is_text;
  gboolean is_null;
  gint64 number;
  const char *text; /* NULL binds SQL NULL */
} XrParam;

/* XR_PARAMS (XR_INT (":post", post), XR_TEXT (":seed", seed)) */
#define XR_INT(name, value)                                                                        \
  {                                                                                                \
    name, FALSE, FALSE, value, NULL                                                                \
  }
#define XR_TEXT(name, value)                                                                       \
  {                                                                                                \
    name, TRUE, FALSE, 0, value                                                                    \
  }
/* 0 stands for SQL NULL: an id that is not there. */
#define XR_ID(name, value)                                                                         \
  {                                                                                                \
    name, FALSE, (value) == 0, value, NULL                                                         \
  }
#define XR_PARAMS(...) ((const XrParam[]){ __VA_ARGS__, { NULL } })
#define XR_NO_PARAMS   NULL

/* Runs a statement that returns no rows. */
gboolean xr_sql_run (XrOffice *office, const char *sql, const XrParam *params, GError **error);
/* The first column of the first row; @fallback where there is no row or it is NULL. */
gint64 xr_sql_int (XrOffice *office, const char *sql, const XrParam *params, gint64 fallback);
/* (transfer full) (nullable) */
char *xr_sql_text (XrOffice *office, const char *sql, const XrParam *params);
/* The first column of every row, as numbers. (transfer full) (element-type gint64) */
GArray *xr_sql_ids (XrOffice *office, const char *sql, const XrParam *params);
/* The first column of every row, as texts. (transfer full) (element-type char *) */
GPtrArray *xr_sql_texts (XrOffice *office, const char *sql, const XrParam *params);
/* A statement with its parameters bound, for several columns; NULL when it cannot be made, which
 * means a damaged file. (transfer full) */
XrStatement *xr_sql_rows (XrOffice *office, const char *sql, const XrParam *params);

/* Joins names for a sentence: the first few, and "…" where there are more. (transfer full) */
char *xr_names_join (GPtrArray *names);

G_END_DECLS
