/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of keys of four numbers, for finding what a million rows say twice: about 40 bytes a key and
 * no allocation each. */
typedef struct _XrKeySet XrKeySet;

XrKeySet *xr_key_set_new (void);
void xr_key_set_free (XrKeySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeySet, xr_key_set_free)

/* Returns FALSE when the key was there already. Numbers may be −1. */
gboolean xr_key_set_add (XrKeySet *set, int a, int b, int c, int d);
gboolean xr_key_set_has (const XrKeySet *set, int a, int b, int c, int d);

G_END_DECLS
