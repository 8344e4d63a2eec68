/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/review-package.h"

G_BEGIN_DECLS

/* What a reader left on @person, as a row of a list: name, declaration and opinion, mark. (transfer
 * floating) */
GtkWidget *xr_opinion_row_new (const XrReviewGivenPerson *person);

G_END_DECLS
