/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The amendment of an announced plan: effect on the ranks first, then reason and two names. */
#include "config.h"

#include "widgets/amendment.h"

#include <glib/gi18n-lib.h>

#include "shell/preferences.h"
#include "widgets/dialogs.h"
#include "widgets/figure-table.h"

/* Of a large round those who change come first, and not more lines than anybody reads. */
#define MOST_LINES 200

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

/* ---- what the change does */

static char *
dup_rank (int rank)
{
  return rank > 0 ? g_strdup_printf ("%d", rank) : g_strdup ("—");
}

static const char *
describe_list (const XrEffectLine *line)
{
  if (line->listed_before == line->listed_after)
    return line->listed_after ? _ ("shortlisted") : "";
  return line->listed_after ? _ ("▲ enters the shortlist") : _ ("▼ leaves the shortlist");
}

static const char *
describe_verdict (const XrEffectLine *line)
{
  static const char *const words[] = {
    [XR_VERDICT_MET] = N_ ("! now eligible"),
    [XR_VERDICT_UNKNOWN] = N_ ("! now to be checked"),
    [XR_VERDICT_FAILED] = N_ ("! now not eligible"),
  };

  return line->verdict_before == line->verdict_after ? "" : _ (words[line->verdict_after]);
}

static void
add_line (XrFigureTable *table, const XrEffectLine *line)
{
  g_autofree char *before = dup_rank (line->rank_before);
  g_autofree char *after = dup_rank (line->rank_after);
  const char *const cells[] = { line->name,
                                before,
                                after,
                                line->total_before != NULL ? line->total_before : "—",
                                line->total_after != NULL ? line->total_after : "—",
                                describe_list (line),
                                describe_verdict (line),
                                NULL };

  xr_figure_table_add_cells (table, cells, xr_effect_line_is_change (line) ? "heading" : NULL,
                             NULL);
}

/* Those who change, or those who don't, under the name of their post. */
static guint
add_lines (XrFigureTable *table, GPtrArray *lines, gboolean changed, guint room)
{
  const char *post = NULL;
  guint n = 0;

  for (guint i = 0; i < lines->len && n < room; i++)
    {
      const XrEffectLine *line = g_ptr_array_index (lines, i);

      if (xr_effect_line_is_change (line) != changed)
        continue;
      if (g_strcmp0 (post, line->post) != 0)
        xr_figure_table_add_sentence (table, line->post, "dim-label");
      post = line->post;
      add_line (table, line);
      n++;
    }
  return n;
}

char *
xr_amendment_describe (GPtrArray *lines)
{
  guint ranks = 0, enter = 0, leave = 0, verdicts = 0, changes = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const XrEffectLine *line = g_ptr_array_index (lines, i);

      changes += xr_effect_line_is_change (line);
      ranks += line->rank_before != line->rank_after;
      enter += !line->listed_before && line->listed_after;
      leave += line->listed_before && !line->listed_after;
      verdicts += line->verdict_before != line->verdict_after;
    }
  if (changes == 0)
    return g_strdup (
      _ ("Nothing changes: no rank, no total, no place on the shortlist, and nobody's "
         "eligibility."));
  return g_strdup_printf (
    _ ("Ranks that change: %1$u. Enter the shortlist: %2$u; leave it: %3$u. Eligibility that "
       "changes: %4$u."),
    ranks, enter, leave, verdicts);
}

static GtkWidget *
create_effect (GPtrArray *lines)
{
  const char *const heads[] = { _ ("Name"),
                                _ ("Rank now"),
                                _ ("Rank afterwards"),
                                _ ("Total now"),
                                _ ("Total afterwards"),
                                _ ("On the shortlist"),
                                _ ("Eligibility"),
                                NULL };
  GtkWidget *widget = xr_figure_table_new ();
  XrFigureTable *table = XR_FIGURE_TABLE (widget);
  g_autofree char *summary = xr_amendment_describe (lines);
  guint shown;

  xr_figure_table_add_sentence (table, summary, "heading");
  xr_figure_table_add_cells (table, heads, "dim-label", NULL);
  shown = add_lines (table, lines, TRUE, MOST_LINES);
  shown += add_lines (table, lines, FALSE, MOST_LINES - shown);
  if (shown < lines->len)
    {
      g_autofree char *more = g_strdup_printf (_ ("… and %u more"), lines->len - shown);

      xr_figure_table_add_sentence (table, more, "dim-label");
    }
  gtk_widget_set_size_request (widget, 640, 240);
  gtk_widget_add_css_class (widget, "card");
  return widget;
}

/* The effect as a table, or why it cannot be worked out. */
static GtkWidget *
show_effect (XrOffice *office, XrRow *row, gboolean remove)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = xr_office_preview_effect (office, row, remove, &error);
  GtkWidget *label;

  if (lines != NULL)
    return create_effect (lines);
  label = gtk_label_new (error->message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "xr-note");
  return label;
}

/* ---- the question */

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
  g_autofree char *operator_name = xr_preferences_dup_named_operator ();
  const XrAskField fields[] = {
    { _ ("_Reason"), NULL, FALSE },
    { _ ("_Who amends"), operator_name, FALSE },
    { _ ("Who _approves"), NULL, FALSE },
  };
  Amendment *amendment = g_new0 (Amendment, 1);
  GtkWidget *effect = show_effect (office, row, remove);

  amendment->office = g_object_ref (office);
  amendment->row = g_object_ref (row);
  amendment->remove = remove;
  xr_dialog_ask (widget, _ ("Amend the announced plan"),
                 _ ("The plan is announced. This is what the change does to the result:"),
                 _ ("_Amend"), effect, fields, G_N_ELEMENTS (fields), amend_cb, amendment,
                 (GDestroyNotify) free_amendment);
}
