/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example rounds: each is a file of steps that are done one after the other, on the days that the
 * file says. It knows none of the examples. */

#include "config.h"

#include "round/demo.h"

#include <glib/gi18n-lib.h>

#include "round/demo/demo-private.h"
#include "round/keying.h"

#define FOLDER "/org/xuanren/app/demo/"

static const char *const files[] = { "bureau.json", "district.json", "county.json" };

const char *
xr_demo_text (JsonObject *step, const char *name)
{
  return json_object_get_string_member_with_default (step, name, NULL);
}

const char **
xr_demo_texts (JsonArray *list)
{
  guint n = json_array_get_length (list);
  const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = json_array_get_string_element (list, i);
  return texts;
}

static gboolean
tell (XrOffice *office, JsonObject *example, GError **error)
{
  JsonArray *steps = json_object_get_array_member (example, "steps");
  XrDemo demo = { office, 0 };

  demo.round = xr_round_create (office, xr_demo_text (example, "title"),
                                xr_demo_text (example, "unit"), xr_demo_text (example, "template"),
                                error);
  if (demo.round == 0)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (steps); i++)
    if (!xr_demo_do_step (&demo, json_array_get_object_element (steps, i), error))
      {
        /* Translators: title of an example round, number of a step in it */
        g_prefix_error (error, _ ("Example “%1$s”, step %2$u: "), xr_demo_text (example, "title"),
                        i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
tell_file (XrOffice *office, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!bytes
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  return tell (office, json_node_get_object (json_parser_get_root (parser)), error);
}

/* Whoever watches the file hears of it once, not of every step. */
static gboolean
tell_all (XrOffice *office, GError **error)
{
  g_autofree char *operator_name = g_strdup (xr_office_get_operator (office));
  gboolean done = TRUE;

  xr_office_hold (office);
  for (guint i = 0; done && i < G_N_ELEMENTS (files); i++)
    done = tell_file (office, files[i], error);
  done = done && xr_waiting_settle (office, 0, 1, error);
  xr_date_set_today (XR_DATE_NONE);
  xr_office_set_operator (office, operator_name);
  xr_office_release (office);
  return done;
}

gboolean
xr_demo_create (XrOffice *office, GError **error)
{
  g_autoptr (GPtrArray) rounds = xr_round_list (office);

  if (rounds->len > 0)
    {
      g_set_error_literal (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
                           _ ("This office file has rounds already. The examples go into a new "
                              "file of their own."));
      return FALSE;
    }
  return tell_all (office, error);
}
