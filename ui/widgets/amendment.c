/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The amendment of an announced plan: effect on the ranks first, then reason and two names. */
#include "config.h"

#include "widgets/amendment.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "widgets/dialogs.h"

#define MAX_LINES 12

typedef struct
{
  XrOffice *office;
  XrRow *row;
  gboolean remove;
} Amendment;

static void
free_amendment (Amendment *amendment)
{
  g_object_unref (amendment->office);
  g_object_unref (amendment->row);
  g_free (amendment);
}

static const XrStanding *
find_standing (const XrResult *result, int application)
{
  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < post->standings->len; j++)
        {
          const XrStanding *standing = g_ptr_array_index (post->standings, j);
          if (standing->application == application)
            return standing;
        }
    }
  return NULL;
}

static char *
describe_standing (const XrStanding *standing, guint places)
{
  g_autofree char *total = NULL;

  if (standing == NULL || !standing->has_total)
    return g_strdup ("—");
  total = xr_decimal_format (standing->total, places);
  if (standing->shortlisted)
    return g_strdup_printf (_ ("rank %1$d, %2$s, shortlisted"), standing->rank, total);
  return g_strdup_printf (_ ("rank %1$d, %2$s"), standing->rank, total);
}

char *
xr_amendment_describe (const XrCase *contest, const XrResult *before, const XrResult *after)
{
  GString *text = g_string_new (NULL);
  guint places = contest->plan->settings.total_places;
  guint lines = 0;

  for (guint i = 0; i < contest->applications->len; i++)
    {
      const XrApplication *application = &g_array_index (contest->applications, XrApplication, i);
      const XrCandidate *candidate = g_ptr_array_index (contest->candidates,
                                                        application->candidate);
      g_autofree char *old_text = describe_standing (find_standing (before, i), places);
      g_autofree char *new_text = describe_standing (find_standing (after, i), places);

      if (g_str_equal (old_text, new_text))
        continue;
      if (lines++ < MAX_LINES)
        g_string_append_printf (text, "%s: %s → %s\n", candidate->name, old_text, new_text);
    }
  if (lines == 0)
    g_string_append (text, _ ("No rank and no total changes."));
  else if (lines > MAX_LINES)
    g_string_append_printf (text, _ ("… and %u more"), lines - MAX_LINES);
  return g_strchomp (g_string_free (text, FALSE));
}

/* The effect as text, or why it cannot be worked out yet. (transfer full) */
static char *
describe_effect (XrOffice *office, XrRow *row, gboolean remove)
{
  const XrCase *contest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrResult) after = NULL;
  const XrResult *before = xr_round_get_result (office, xr_office_round_of (office, row), &contest,
                                                &error);

  if (before != NULL)
    after = xr_office_preview (office, row, remove, &error);
  if (after == NULL)
    return g_strdup (error->message);
  return xr_amendment_describe (contest, before, after);
}

static void
close_idle (gpointer window)
{
  gtk_window_close (window);
}

static void
amend_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  Amendment *amendment = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  if (!xr_office_amend (amendment->office, amendment->row, amendment->remove, answers[0],
                        answers[1], answers[2], &error))
    {
      xr_window_report_error (widget, error);
      return;
    }
  xr_window_toast (widget, _ ("The plan was amended; the reason is in the record."), FALSE);
  /* Not before the dialog that asks has gone: it watches the window below it. */
  if (ADW_IS_WINDOW (root))
    g_idle_add_once (close_idle, root);
}

void
xr_amendment_ask (GtkWidget *widget, XrOffice *office, XrRow *row, gboolean remove)
{
  const char *operator_name = xr_office_get_operator (office);
  const XrAskField fields[] = {
    { _ ("_Reason"), NULL, FALSE },
    { _ ("_Who amends"), operator_name, FALSE },
    { _ ("Who _approves"), NULL, FALSE },
  };
  Amendment *amendment = g_new0 (Amendment, 1);
  g_autofree char *effect = describe_effect (office, row, remove);
  GtkWidget *label = gtk_label_new (effect);

  amendment->office = g_object_ref (office);
  amendment->row = g_object_ref (row);
  amendment->remove = remove;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "xr-note");
  xr_dialog_ask (widget, _ ("Amend the announced plan"),
                 _ ("The plan is announced. This is what the change does to the result:"),
                 _ ("_Amend"), label, fields, G_N_ELEMENTS (fields), amend_cb, amendment,
                 (GDestroyNotify) free_amendment);
}
