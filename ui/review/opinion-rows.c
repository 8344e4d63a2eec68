/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader's word on a person, to read: in the list of packages and before an answer is taken in. */
#include "config.h"

#include "review/opinion-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
describe (const XrReviewOpinion *left)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (left->conflict == XR_CONFLICT_NONE)
    g_string_append (text, _ ("No conflict of interest"));
  else if (left->conflict == XR_CONFLICT_DECLARED)
    g_string_append (text, _ ("! Conflict of interest declared"));
  if (left->conflict_reason != NULL)
    g_string_append_printf (text, _ (": %s"), left->conflict_reason);
  if (left->opinion != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", left->opinion);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GtkWidget *
xr_opinion_row_new (const XrReviewGivenPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_str_equal (person->name, person->label)
                            ? g_strdup (person->name)
                            : g_strdup_printf (_ ("%1$s (%2$s)"), person->name, person->label);
  g_autofree char *mark = person->left->marked ? xr_decimal_format_short (person->left->mark)
                                               : g_strdup ("—");
  g_autofree char *text = describe (person->left);
  GtkWidget *figure = gtk_label_new (mark);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, person->left->marked ? "title-4" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  return row;
}
