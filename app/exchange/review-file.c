/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Review packages and answers as bytes and back. Whatever comes in is checked member by member: a file of
 * the right passphrase may still be of anybody's making. */

#include "config.h"

#include "exchange/review-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/fault.h"
#include "exchange/lrmx.h"
#include "exchange/sealed-json.h"

#define MAX_PEOPLE 2000
/* Characters of an opinion, a reason or any other text beside the forms. */
#define MAX_TEXT 20000

G_DEFINE_QUARK (xr - review - file - error - quark, xr_review_file_error)

char *
xr_review_digest (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

/* ---- writing */

static void
put_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text != NULL)
    xr_sealed_json_add_text (builder, name, text);
}

static void
put_date (JsonBuilder *builder, const char *name, XrDate date)
{
  g_autofree char *text = xr_date_to_iso (date);

  put_text (builder, name, text);
}

static void
put_form (JsonBuilder *builder, const XrDossier *dossier)
{
  g_autoptr (GBytes) bytes = xr_lrmx_write (dossier);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *form = g_strndup (text, size);

  put_text (builder, "form", form);
}

static void
put_person (JsonBuilder *builder, const XrReviewPerson *person)
{
  json_builder_begin_object (builder);
  put_text (builder, "key", person->key);
  put_text (builder, "label", person->label);
  put_text (builder, "posts", person->posts);
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    put_text (builder, xr_review_fact_names[i], person->facts[i]);
  put_form (builder, person->dossier);
  json_builder_end_object (builder);
}

GBytes *
xr_review_package_to_bytes (const XrReviewPackage *package)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  put_text (builder, "token", package->token);
  put_text (builder, "unit", package->unit);
  put_text (builder, "round", package->round_title);
  put_text (builder, "reader", package->reader);
  put_text (builder, "position", package->position);
  json_builder_set_member_name (builder, "blind");
  json_builder_add_boolean_value (builder, package->blind);
  put_date (builder, "given", package->given_on);
  put_text (builder, "age-date", package->age_date);
  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < package->people->len; i++)
    put_person (builder, package->people->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return xr_sealed_json_write (builder);
}

static void
put_opinion (JsonBuilder *builder, const XrReviewOpinion *opinion)
{
  static const char *const conflicts[] = { NULL, "none", "declared" };
  g_autofree char *mark = opinion->marked ? xr_decimal_format_short (opinion->mark) : NULL;

  json_builder_begin_object (builder);
  put_text (builder, "key", opinion->key);
  put_text (builder, "mark", mark);
  put_text (builder, "opinion", opinion->opinion);
  put_text (builder, "conflict", conflicts[opinion->conflict]);
  put_text (builder, "reason", opinion->conflict_reason);
  json_builder_end_object (builder);
}

GBytes *
xr_review_answer_to_bytes (const XrReviewAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  put_text (builder, "token", answer->token);
  put_text (builder, "digest", answer->digest);
  put_text (builder, "round", answer->round_title);
  put_text (builder, "reader", answer->reader);
  put_date (builder, "saved", answer->saved_on);
  json_builder_set_member_name (builder, "opinions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->opinions->len; i++)
    put_opinion (builder, answer->opinions->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return xr_sealed_json_write (builder);
}

/* ---- reading */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, XR_REVIEW_FILE_ERROR, XR_REVIEW_FILE_ERROR_CONTENT,
                       _ ("The file opened, but what it holds was not written by this program. Ask "
                          "for it again."));
  return FALSE;
}

/* FALSE where the member is no text, is too long, or is needed and not there. */
static gboolean
get_text (JsonObject *object, const char *name, gsize limit, gboolean needed, char **text)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *value;

  *text = NULL;
  if (node == NULL)
    return !needed;
  value = xr_sealed_json_text (node);
  if (value == NULL || strlen (value) > limit || !g_utf8_validate (value, -1, NULL))
    return FALSE;
  *text = g_strdup (value);
  return TRUE;
}

static gboolean
get_date (JsonObject *object, const char *name, XrDate *date)
{
  g_autofree char *text = NULL;

  return get_text (object, name, 10, TRUE, &text) && xr_date_parse (text, FALSE, date, NULL);
}

/* The array called @name if it has 1 to MAX_PEOPLE objects and nothing else. (transfer none) */
static JsonArray *
get_objects (JsonObject *object, const char *name)
{
  JsonArray *array = xr_sealed_json_get_array (object, name);

  if (array == NULL || json_array_get_length (array) < 1
      || json_array_get_length (array) > MAX_PEOPLE)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return NULL;
  return array;
}

static gboolean
get_form (JsonObject *object, XrReviewPerson *person)
{
  g_autofree char *form = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  XrDossier *dossier;

  if (!get_text (object, "form", XR_DOSSIER_FILE_MAX, TRUE, &form))
    return FALSE;
  bytes = g_bytes_new_static (form, strlen (form));
  dossier = xr_lrmx_read (bytes, notes, faults);
  if (dossier == NULL)
    return FALSE;
  xr_dossier_free (person->dossier);
  person->dossier = dossier;
  return TRUE;
}

static gboolean
get_person (JsonObject *object, XrReviewPerson *person)
{
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    if (!get_text (object, xr_review_fact_names[i], MAX_TEXT, FALSE, &person->facts[i]))
      return FALSE;
  return get_text (object, "key", 64, TRUE, &person->key)
         && get_text (object, "label", MAX_TEXT, TRUE, &person->label)
         && get_text (object, "posts", MAX_TEXT, FALSE, &person->posts)
         && get_form (object, person);
}

static gboolean
get_package (JsonObject *root, XrReviewPackage *package)
{
  JsonArray *people = get_objects (root, "people");
  JsonNode *blind = json_object_get_member (root, "blind");

  if (people == NULL || blind == NULL || !JSON_NODE_HOLDS_VALUE (blind)
      || json_node_get_value_type (blind) != G_TYPE_BOOLEAN
      || !get_text (root, "token", 64, TRUE, &package->token)
      || !get_text (root, "unit", MAX_TEXT, FALSE, &package->unit)
      || !get_text (root, "round", MAX_TEXT, TRUE, &package->round_title)
      || !get_text (root, "reader", MAX_TEXT, TRUE, &package->reader)
      || !get_text (root, "position", MAX_TEXT, FALSE, &package->position)
      || !get_text (root, "age-date", 10, FALSE, &package->age_date)
      || !get_date (root, "given", &package->given_on))
    return FALSE;
  package->blind = json_node_get_boolean (blind);
  for (guint i = 0; i < json_array_get_length (people); i++)
    if (!get_person (json_array_get_object_element (people, i), xr_review_package_add (package)))
      return FALSE;
  return TRUE;
}

XrReviewPackage *
xr_review_package_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (XrReviewPackage) package = xr_review_package_new ();
  g_autoptr (JsonNode) root = xr_sealed_json_read (bytes);

  if (root != NULL && get_package (json_node_get_object (root), package))
    return g_steal_pointer (&package);
  refuse (error);
  return NULL;
}

static gboolean
get_mark (JsonObject *object, XrReviewOpinion *opinion)
{
  g_autofree char *mark = NULL;

  if (!get_text (object, "mark", 32, FALSE, &mark))
    return FALSE;
  opinion->marked = mark != NULL;
  return mark == NULL || xr_decimal_parse (mark, &opinion->mark, NULL);
}

static gboolean
get_conflict (JsonObject *object, XrReviewOpinion *opinion)
{
  g_autofree char *conflict = NULL;

  if (!get_text (object, "conflict", 16, FALSE, &conflict))
    return FALSE;
  if (g_strcmp0 (conflict, "none") == 0)
    opinion->conflict = XR_CONFLICT_NONE;
  else if (g_strcmp0 (conflict, "declared") == 0)
    opinion->conflict = XR_CONFLICT_DECLARED;
  return conflict == NULL || opinion->conflict != XR_CONFLICT_UNSAID;
}

static gboolean
get_opinion (JsonObject *object, XrReviewAnswer *answer)
{
  g_autofree char *key = NULL;
  XrReviewOpinion *opinion;

  if (!get_text (object, "key", 64, TRUE, &key))
    return FALSE;
  opinion = xr_review_answer_add (answer, key);
  return get_mark (object, opinion) && get_conflict (object, opinion)
         && get_text (object, "opinion", MAX_TEXT, FALSE, &opinion->opinion)
         && get_text (object, "reason", MAX_TEXT, FALSE, &opinion->conflict_reason);
}

static gboolean
get_answer (JsonObject *root, XrReviewAnswer *answer)
{
  JsonArray *opinions = get_objects (root, "opinions");

  if (opinions == NULL || !get_text (root, "token", 64, TRUE, &answer->token)
      || !get_text (root, "digest", 64, TRUE, &answer->digest)
      || !get_text (root, "round", MAX_TEXT, TRUE, &answer->round_title)
      || !get_text (root, "reader", MAX_TEXT, TRUE, &answer->reader)
      || !get_date (root, "saved", &answer->saved_on))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (opinions); i++)
    if (!get_opinion (json_array_get_object_element (opinions, i), answer))
      return FALSE;
  return TRUE;
}

XrReviewAnswer *
xr_review_answer_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (XrReviewAnswer) answer = xr_review_answer_new ();
  g_autoptr (JsonNode) root = xr_sealed_json_read (bytes);

  if (root != NULL && get_answer (json_node_get_object (root), answer))
    return g_steal_pointer (&answer);
  refuse (error);
  return NULL;
}
