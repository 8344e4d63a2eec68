/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with an input file, and where. All faults of a file are collected, in any order, and
 * told in the order of the file. */
typedef struct
{
  char *sheet;   /* NULL: the file as a whole */
  guint32 row;   /* 0: no row */
  char *column;  /* title, or letters where there is no title; NULL: no column */
  char *message; /* translated sentence */
  guint sheet_index;
  guint serial;
} XrFault;

void xr_fault_free (XrFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrFault, xr_fault_free)

/* No more than this many are collected. */
#define XR_FAULTS_MAX 1000

/* Returns: (transfer full): an empty list that frees its faults (element-type XrFault) */
GPtrArray *xr_faults_new (void);
/* Adds a fault unless there are XR_FAULTS_MAX already. @sheet and @column may be NULL. */
void xr_faults_add (GPtrArray *faults, const char *sheet, guint sheet_index, guint32 row,
                    const char *column, const char *message);
/* By sheet, row, then in the order in which they were added. */
void xr_faults_sort (GPtrArray *faults);

/* Returns: (transfer full): `BOOK: sheet 报名, row 7, column 身份证号: …`, translated; without a line
 * end. @book is the file as the person named it. */
char *xr_fault_to_line (const XrFault *fault, const char *book);

G_END_DECLS
