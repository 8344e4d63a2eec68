/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* The pages of the stages, made when they are first looked at. A new page is one line in the table of
 * page-registry.c. */

/* A new page for @stage: NULL while it has none. (transfer floating) */
XrStagePage *xr_page_registry_create (XrStage stage);

G_END_DECLS
