/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/date.h"
#include "core/decimal.h"

G_BEGIN_DECLS

/* What a stage records is rows of tables. Each table is described once, here as data: its fields, what
 * each may hold, how it reads. Lists, dialogs, checks, the record's words and the tests all follow the
 * description, so that a new kind of record is a description and not a new page. The descriptions stand
 * in round/tables/, a file a stage, and are collected in round/table.c. */

typedef enum
{
  XR_FIELD_TEXT,      /* one line */
  XR_FIELD_PARAGRAPH, /* several lines */
  XR_FIELD_INTEGER,   /* min … max */
  XR_FIELD_DECIMAL,   /* min … max in ten-thousandths, at most 4 decimals */
  XR_FIELD_DATE,      /* a day */
  XR_FIELD_MONTH,     /* a month, or a day where it is known */
  XR_FIELD_CHOICE,    /* one of choices */
  XR_FIELD_SWITCH,    /* 0 or 1 */
  XR_FIELD_REFERENCE, /* a row of target, by id */
} XrFieldKind;

typedef enum
{
  XR_FIELD_REQUIRED = 1 << 0,
  XR_FIELD_IN_LIST = 1 << 1, /* a column of the list */
  XR_FIELD_SUGGEST = 1 << 2, /* TEXT: the choices are suggestions, other words may be written */
  XR_FIELD_FIXED = 1 << 3,   /* chosen when the row is made, not changed after */
  XR_FIELD_TODAY = 1 << 4,   /* DATE: a new row offers today's date (an act of now, never a fact) */
  XR_FIELD_HIDDEN = 1 << 5,  /* kept by commands; no dialog or list shows it */
  XR_FIELD_EVIDENCE
  = 1 << 6,                /* in a table of the plan: not part of the plan, so not frozen with it */
  XR_FIELD_FILLED = 1 << 7 /* REQUIRED, but the program fills it in where nobody does */
} XrFieldFlags;

typedef struct
{
  const char *value; /* as stored */
  const char *label; /* msgid */
} XrChoice;

typedef struct
{
  const char *name;  /* the column */
  const char *label; /* msgid */
  const char *help;  /* msgid of a short hint under the field, or NULL */
  XrFieldKind kind;
  XrFieldFlags flags;
  gint64 min, max;         /* INTEGER, DECIMAL; max 0: no upper bound */
  const XrChoice *choices; /* ended by a NULL value */
  const char *target;      /* REFERENCE: a table's name */
  const char *initial; /* canonical value of a new row where the schema has a default, or NULL */
  const char *none;    /* REFERENCE: msgid of what it means when it is empty, or NULL */
} XrField;

typedef struct _XrTable XrTable;
typedef struct _XrRow XrRow;
typedef struct _XrOffice XrOffice;

struct _XrTable
{
  const char *name;     /* the table of the office file */
  const char *title;    /* msgid, plural: "Members of the inspection team" */
  const char *singular; /* msgid: "member" as in "Add member" */
  /* msgid of the sentence that an empty list shows: what belongs here, and the first step */
  const char *empty;
  /* Primary key column: "id", or a reference such as "application_id" when the table holds at most one
   * row for it; then it is the owner too. */
  const char *key;
  /* Column that says whose rows they are: round_id, component_id … or NULL. It is also a REFERENCE
   * field where a dialog may have to ask for it (never round_id). */
  const char *owner;
  const char *owner_table; /* the table that owner points at */
  int stage;               /* 1 to 10: may be changed while that stage is open; 0: always */
  gboolean plan;           /* part of the plan: frozen with the announcement */
  const char *order;       /* SQL ORDER BY columns of lists */
  const XrField *fields;
  guint n_fields;
  /* A check over the whole row beyond the fields' own; may be NULL. Sets @error to a sentence. */
  gboolean (*check) (XrOffice *office, XrRow *row, GError **error);
  /* A field, or several divided by blanks: no two rows of one owner agree in all; or NULL. */
  const char *unique;
  /* What else changes with a row that has just been written, in the same transaction; @before NULL: a
   * new one. May be NULL. */
  gboolean (*follow) (XrOffice *office, XrRow *before, XrRow *row, GError **error);
};

/* NULL when there is none of that name. */
const XrTable *xr_table_find (const char *name);
/* All tables, ended by NULL. */
const XrTable *const *xr_table_all (void);
/* What people call the table of that name, or with @column that column of it; NULL where it is not described.
 * An XrWordsFunc. */
const char *xr_table_word (const char *table, const char *column);
const XrField *xr_table_find_field (const XrTable *table, const char *name);

#define XR_FIELD_ERROR (xr_field_error_quark ())
GQuark xr_field_error_quark (void);

typedef enum
{
  XR_FIELD_ERROR_EMPTY, /* required and empty */
  XR_FIELD_ERROR_VALUE, /* not readable as the field's kind, or out of range */
} XrFieldError;

/**
 * xr_field_parse:
 * @text: what a person typed, or NULL
 * @canonical: (out) (nullable): the stored text form: ISO dates, plain decimals such as "85.5", digits,
 *   choice values, ids; NULL for empty
 *
 * Returns: %FALSE with a sentence that names the field and says what to write
 */
gboolean xr_field_parse (const XrField *field, const char *text, char **canonical, GError **error);

/* How a canonical value reads to people in the current language: choice labels, dates as lists have
 * them, yes/no. A reference gives its id: use xr_office_dup_title(). "" for NULL. (transfer full) */
char *xr_field_format (const XrField *field, const char *canonical);

/* ---- rows */

#define XR_TYPE_ROW (xr_row_get_type ())
G_DECLARE_FINAL_TYPE (XrRow, xr_row, XR, ROW, GObject)

/* An empty row of @table owned by @owner_id; it is in the file only after xr_office_save(). */
XrRow *xr_row_new (const XrTable *table, gint64 owner_id);
XrRow *xr_row_copy (XrRow *row);
const XrTable *xr_row_get_table (XrRow *row);
/* The key, 0 while the row is not in the file. */
gint64 xr_row_get_id (XrRow *row);
gint64 xr_row_get_owner (XrRow *row);
/* Canonical text of a field, NULL when empty. A name that the table lacks is a programming error. */
const char *xr_row_get (XrRow *row, const char *field);
void xr_row_set (XrRow *row, const char *field, const char *canonical);
/* 0 when empty: ask xr_row_get() first where that matters. */
gint64 xr_row_get_int (XrRow *row, const char *field);
XrDate xr_row_get_date (XrRow *row, const char *field);
void xr_row_set_int (XrRow *row, const char *field, gint64 value);
/* Reads @text as a person wrote it into the field. */
gboolean xr_row_parse (XrRow *row, const char *field, const char *text, GError **error);

G_END_DECLS
