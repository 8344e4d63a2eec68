/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The window that ballots are keyed in, one after the other, by the keyboard alone: 1…9 the grade, 0 or
 * Space an abstention, Backspace back, Enter the next ballot, Ctrl+I one more invalid ballot. Ranked
 * ballots take candidates' numbers. The ballots keyed are listed and can be opened again. */

#define XR_TYPE_BALLOT_PAD (xr_ballot_pad_get_type ())
G_DECLARE_FINAL_TYPE (XrBallotPad, xr_ballot_pad, XR, BALLOT_PAD, AdwWindow)

/* @post: of ranked ballots, else 0. @group: where keying begins, 0: the first. @ballot: one to correct,
 * 0: a new one. @keyer: who keys the second time; NULL: it is the first keying. (transfer none) */
GtkWindow *xr_ballot_pad_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                  gint64 component, gint64 post, gint64 group, gint64 ballot,
                                  const char *keyer);

G_END_DECLS
