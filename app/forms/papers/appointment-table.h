/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* The 干部任免审批表, by the measures of its published templates (domain/appointment-form.md section 6).
 * Both layouts are made here; what they do not share is asked for where it differs. */

typedef enum
{
  XR_APPOINTMENT_NEW, /* 2025 on */
  XR_APPOINTMENT_OLD,
} XrAppointmentLayout;

/* Everything of the form: for XrForm.fill. */
void xr_appointment_table_fill (XrFill *fill, XrAppointmentLayout layout);
/* Who is put before the meeting: whom it chose, before that the shortlist, before that everybody who
 * applied. */
void xr_appointment_table_subjects (XrOffice *office, gint64 round, GArray *subjects);

/* ---- for the two sides */

typedef struct
{
  XrFill *fill;
  XrAppointmentLayout layout;
  XrDossier *dossier;    /* empty in a blank copy */
  const char *reference; /* 计算年龄时间 */
} XrAppointmentTable;

/* Measures of the template: 1440 to the inch. */
#define XR_TWIPS(n) ((n) *25.4 / 1440)

/* A table of the template's type and lines, columns in twips. */
XrGrid *xr_appointment_grid (const XrAppointmentTable *self, const char *name, const int *columns,
                             guint n_columns);
#define xr_appointment_row(grid, twips) xr_grid_row_exact (grid, XR_TWIPS (twips))
/* The text of a field, NULL where it is empty. */
const char *xr_appointment_text (const XrAppointmentTable *self, XrDossierField field);
/* A value from the left, made smaller until it fits. */
XrGridCell *xr_appointment_left (XrGrid *grid, guint span, const char *text);
/* A word of a few characters: 4 on a line, longer ones in lines of 4, 5 or 6 (section 6.3). */
XrGridCell *xr_appointment_word (XrFill *fill, XrGrid *grid, guint span, const char *text);

void xr_appointment_front (const XrAppointmentTable *self);
void xr_appointment_back (const XrAppointmentTable *self);

G_END_DECLS
