/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What stands inside sealed files: one JSON object. Whatever comes in may be of anybody's making, so values
 * are had with their type or not at all. */

/* The object that @builder has made, without blanks. (transfer full) */
GBytes *xr_sealed_json_write (JsonBuilder *builder);
/* (transfer full): a node that holds an object, NULL where @content is none */
JsonNode *xr_sealed_json_read (GBytes *content);

void xr_sealed_json_add_text (JsonBuilder *builder, const char *member, const char *text);
void xr_sealed_json_add_int (JsonBuilder *builder, const char *member, gint64 number);

/* NULL where there is no such array. (transfer none) */
JsonArray *xr_sealed_json_get_array (JsonObject *object, const char *member);
/* NULL where @node (nullable) holds no text. (transfer none) */
const char *xr_sealed_json_text (JsonNode *node);
/* FALSE where @node (nullable) holds no whole number. */
gboolean xr_sealed_json_int (JsonNode *node, gint64 *number);

G_END_DECLS
