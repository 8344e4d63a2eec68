/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of states, in one place, so that the same state looks the same on every page. */
#include "config.h"

#include "widgets/mark.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *symbol, *word, *css;
} marks[] = {
  [XR_MARK_TO_COME] = { "○", N_ ("to come"), "dim-label" },
  [XR_MARK_NOW] = { "●", N_ ("now"), "accent" },
  [XR_MARK_DONE] = { "✓", N_ ("done"), "success" },
  [XR_MARK_ATTENTION] = { "!", N_ ("needs attention"), "warning" },
  [XR_MARK_BLOCKED] = { "✗", N_ ("blocked"), "error" },
  [XR_MARK_SKIPPED] = { "–", N_ ("not called for"), "dim-label" },
};

const char *
xr_mark_symbol (XrMark mark)
{
  return marks[mark].symbol;
}

const char *
xr_mark_word (XrMark mark)
{
  return _ (marks[mark].word);
}

void
xr_mark_colour (GtkWidget *widget, XrMark mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (widget, marks[i].css);
  gtk_widget_add_css_class (widget, marks[mark].css);
}

void
xr_mark_show (GtkLabel *label, XrMark mark)
{
  gtk_label_set_label (label, xr_mark_symbol (mark));
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), xr_mark_word (mark));
  xr_mark_colour (GTK_WIDGET (label), mark);
}
