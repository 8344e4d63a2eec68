/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mark.h"

G_BEGIN_DECLS

/* One step of a procedure as people read it, with no widget to it. */
typedef struct
{
  XrMark mark;
  char *title;  /* translated */
  char *detail; /* date, name or what is missing; "" when there is nothing to say */
  char *place;  /* (nullable): where it is recorded, as xr_stage_page_go_to() takes it */
} XrStageStep;

/* Copies @title and @place, takes @detail (NULL stands for ""). (transfer full) */
XrStageStep *xr_stage_step_new (XrMark mark, const char *title, char *detail, const char *place);
void xr_stage_step_free (XrStageStep *step);
/* An array that owns its steps. (transfer full) */
GPtrArray *xr_steps_new (void);
/* Marks the first step that is still to come as the one that is due now. */
void xr_steps_mark_next (GPtrArray *steps);
/* Steps that are done or not called for. */
guint xr_steps_count_done (GPtrArray *steps);
/* The gravest of all: blocked, attention, else done, now or to come. */
XrMark xr_steps_sum_up (GPtrArray *steps);

G_END_DECLS
