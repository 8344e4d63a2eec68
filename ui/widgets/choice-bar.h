/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of chips of which one is chosen: posts, or filters, each with its figure. Signal: `chosen`, when
 * a person chose another one. */

#define XR_TYPE_CHOICE_BAR (xr_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (XrChoiceBar, xr_choice_bar, XR, CHOICE_BAR, AdwBin)

typedef struct
{
  gint64 id;
  const char *label;   /* "办公室主任 8 / 3" */
  const char *tooltip; /* says it in words, or NULL */
  gboolean attention;  /* something is not as it should be */
} XrChip;

/* Shows these chips, which are copied. The one that was chosen stays so; else the first is. */
void xr_choice_bar_set_chips (XrChoiceBar *self, const XrChip *chips, guint n);
/* The id of the chosen chip, 0 when there is none. */
gint64 xr_choice_bar_get_chosen (XrChoiceBar *self);
void xr_choice_bar_choose (XrChoiceBar *self, gint64 id);

G_END_DECLS
