/* SPDX-License-Identifier: GPL-3.0-or-later */
/* result: components, totals, ranks, ties and shortlist of every post, all from the same struct as the
 * ranking page and the report. */

#include "config.h"

#include "cli/call.h"
#include "round/commands.h"
#include "round/round.h"

typedef struct
{
  XrOffice *office;
  gint64 round;
  const XrCase *contest;
  const XrResult *result;
} View;

static const char *
state_word (XrState state)
{
  static const char *const words[] = { "active",    "cut",    "ineligible",
                                       "withdrawn", "absent", "vetoed" };
  return words[state];
}

static const char *
state_label (XrState state)
{
  switch (state)
    {
    case XR_STATE_CUT:
      return C_ ("candidate", "cut");
    case XR_STATE_INELIGIBLE:
      return C_ ("candidate", "ineligible");
    case XR_STATE_WITHDRAWN:
      return C_ ("candidate", "withdrawn");
    case XR_STATE_ABSENT:
      return C_ ("candidate", "absent");
    case XR_STATE_VETOED:
      return C_ ("candidate", "vetoed");
    default:
      return C_ ("candidate", "in the running");
    }
}

static const XrPost *
post_of (const View *view, const XrPostResult *result)
{
  return g_ptr_array_index (view->contest->plan->posts, result->post);
}

static const XrCandidate *
candidate_of (const View *view, const XrStanding *standing)
{
  return g_ptr_array_index (view->contest->candidates, standing->candidate);
}

static gboolean
is_listed (const View *view, GArray *shortlist, const XrStanding *standing)
{
  gint64 id = g_array_index (view->contest->applications, XrApplication, standing->application).id;

  for (guint i = 0; i < shortlist->len; i++)
    if (g_array_index (shortlist, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* (transfer full): a score with the decimals of its component, NULL where there is none */
static char *
score_text (const View *view, const XrStanding *standing, guint i)
{
  const XrComponent *component = g_ptr_array_index (view->contest->plan->components, i);
  const XrComponentResult *value = &standing->components[i];

  return value->has_value ? xr_decimal_format (value->value, component->places) : NULL;
}

static char *
total_text (const View *view, const XrStanding *standing)
{
  if (!standing->has_total)
    return NULL;
  return xr_decimal_format (standing->total, view->contest->plan->settings.total_places);
}

/* ---- JSON */

static void
add_standing (const View *view, JsonBuilder *builder, GArray *shortlist, const XrStanding *standing)
{
  const XrCandidate *candidate = candidate_of (view, standing);
  g_autofree char *total = total_text (view, standing);

  json_builder_begin_object (builder);
  xr_cli_add_text (builder, "number", candidate->number);
  xr_cli_add_text (builder, "name", candidate->name);
  json_builder_set_member_name (builder, "components");
  json_builder_begin_object (builder);
  for (guint i = 0; i < view->contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (view->contest->plan->components, i);
      g_autofree char *score = score_text (view, standing, i);
      xr_cli_add_text (builder, component->name, score);
    }
  json_builder_end_object (builder);
  xr_cli_add_text (builder, "total", total);
  json_builder_set_member_name (builder, "rank");
  if (standing->rank > 0)
    json_builder_add_int_value (builder, standing->rank);
  else
    json_builder_add_null_value (builder);
  xr_cli_add_bool (builder, "tied", standing->tied);
  xr_cli_add_bool (builder, "shortlisted", is_listed (view, shortlist, standing));
  xr_cli_add_text (builder, "state", state_word (standing->state));
  json_builder_end_object (builder);
}

static void
add_shortlist (const View *view, JsonBuilder *builder, GArray *shortlist,
               const XrPostResult *result)
{
  json_builder_set_member_name (builder, "shortlist");
  json_builder_begin_object (builder);
  xr_cli_add_int (builder, "size", result->shortlist_size);
  xr_cli_add_bool (builder, "cutoff_tie",
                   result->cutoff_tie
                     && !xr_shortlist_is_decided (view->office, post_of (view, result)->id));
  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->standings, i);
      if (is_listed (view, shortlist, standing))
        json_builder_add_string_value (builder, candidate_of (view, standing)->name);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_post (const View *view, JsonBuilder *builder, const XrPostResult *result)
{
  const XrPost *post = post_of (view, result);
  g_autoptr (GArray) shortlist = xr_round_shortlist (view->office, view->round, post->id);

  json_builder_begin_object (builder);
  xr_cli_add_text (builder, "post", post->name);
  xr_cli_add_int (builder, "vacancies", post->vacancies);
  add_shortlist (view, builder, shortlist, result);
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->standings->len; i++)
    add_standing (view, builder, shortlist, g_ptr_array_index (result->standings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const View *view)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (XrRow) row = xr_round_load (view->office, view->round, NULL);

  json_builder_begin_object (builder);
  xr_cli_add_int (builder, "round", view->round);
  xr_cli_add_text (builder, "title", xr_row_get (row, "title"));
  xr_cli_add_bool (builder, "complete", view->result->complete);
  json_builder_set_member_name (builder, "posts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->result->posts->len; i++)
    add_post (view, builder, g_ptr_array_index (view->result->posts, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  xr_cli_print_json (builder);
}

/* ---- lines */

static void
print_heads (const View *view)
{
  GString *line = g_string_new (_ ("rank\tnumber\tname"));

  for (guint i = 0; i < view->contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (view->contest->plan->components, i);
      g_string_append_printf (line, "\t%s", component->name);
    }
  g_string_append_printf (line, "\t%s", _ ("total\tnotes"));
  xr_cli_print ("%s", line->str);
  g_string_free (line, TRUE);
}

static void
print_standing (const View *view, GArray *shortlist, const XrStanding *standing)
{
  const XrCandidate *candidate = candidate_of (view, standing);
  g_autofree char *total = total_text (view, standing);
  GString *line = g_string_new (NULL);

  if (standing->rank > 0)
    g_string_append_printf (line, "%d", standing->rank);
  else
    g_string_append (line, "–");
  g_string_append_printf (line, "\t%s\t%s", candidate->number, candidate->name);
  for (guint i = 0; i < view->contest->plan->components->len; i++)
    {
      g_autofree char *score = score_text (view, standing, i);
      g_string_append_printf (line, "\t%s", score ? score : "–");
    }
  g_string_append_printf (line, "\t%s\t%s", total ? total : "–", state_label (standing->state));
  if (standing->tied)
    g_string_append_printf (line, "%s%s", _ (", "), _ ("tied"));
  if (is_listed (view, shortlist, standing))
    g_string_append_printf (line, "%s%s", _ (", "), _ ("shortlisted"));
  xr_cli_print ("%s", line->str);
  g_string_free (line, TRUE);
}

static void
print_post (const View *view, const XrPostResult *result)
{
  const XrPost *post = post_of (view, result);
  g_autoptr (GArray) shortlist = xr_round_shortlist (view->office, view->round, post->id);

  xr_cli_print (_ ("%1$s – vacancies: %2$u, to be inspected: %3$u"), post->name, post->vacancies,
                result->shortlist_size);
  print_heads (view);
  for (guint i = 0; i < result->standings->len; i++)
    print_standing (view, shortlist, g_ptr_array_index (result->standings, i));
  if (result->cutoff_tie && !xr_shortlist_is_decided (view->office, post->id))
    xr_cli_print ("%s", _ ("A tie across the cut is not settled yet."));
}

static void
print_lines (const View *view)
{
  for (guint i = 0; i < view->result->posts->len; i++)
    print_post (view, g_ptr_array_index (view->result->posts, i));
  if (!view->result->complete)
    xr_cli_print ("%s", _ ("The result is not complete yet."));
}

XrCliStatus
xr_cli_result (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);
  View view = { office, call->round, NULL, NULL };

  if (!office)
    return XR_CLI_REFUSED;
  view.result = xr_round_get_result (office, call->round, &view.contest, &error);
  if (!view.result)
    return xr_cli_refuse (error);
  if (call->json)
    print_json (&view);
  else
    print_lines (&view);
  return XR_CLI_DONE;
}
