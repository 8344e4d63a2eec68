/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the days of a publicity period. Each day is a widget with its words, so that tooltips and screen
 * readers have what the colours say. */
#include "config.h"

#include "widgets/day-strip.h"

#include <glib/gi18n-lib.h>

/* So many days stand beside each other at 1280 pixels. */
#define DAYS_A_LINE 10

struct _XrDayStrip
{
  AdwBin parent_instance;

  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (XrDayStrip, xr_day_strip, ADW_TYPE_BIN)

static const char *
get_weekday (XrDate date)
{
  static const char *const names[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                       N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };

  return _ (names[xr_date_weekday (date) - 1]);
}

/* A working day on a weekend, by notice. */
static gboolean
is_made_up (const XrPublicityDay *day)
{
  return day->working && xr_date_weekday (day->date) > 5;
}

char *
xr_day_strip_dup_reason (const XrPublicityDay *day)
{
  switch (day->kind)
    {
    case XR_PUBLICITY_DAY_BEFORE:
      return g_strdup (_ ("posted"));
    case XR_PUBLICITY_DAY_WEEKEND:
      return g_strdup (_ ("weekend"));
    case XR_PUBLICITY_DAY_HOLIDAY:
      return g_strdup (day->name != NULL ? day->name : _ ("holiday"));
    case XR_PUBLICITY_DAY_COUNTED:
    default:
      if (is_made_up (day))
        return g_strdup (_ ("make-up workday"));
      if (!day->working)
        return g_strdup (day->name != NULL ? day->name : _ ("day off"));
      return g_strdup (_ ("workday"));
    }
}

char *
xr_day_strip_describe (const XrPublicityDay *day)
{
  g_autofree char *date = xr_date_to_text (day->date);
  g_autofree char *reason = xr_day_strip_dup_reason (day);

  if (day->kind == XR_PUBLICITY_DAY_COUNTED)
    /* Translators: 2026年3月18日 (Wed): counts as day 3 (workday) */
    return g_strdup_printf (_ ("%1$s (%2$s): counts as day %3$d (%4$s)"), date,
                            get_weekday (day->date), day->ordinal, reason);
  return g_strdup_printf (_ ("%1$s (%2$s): does not count (%3$s)"), date, get_weekday (day->date),
                          reason);
}

static GtkWidget *
create_label (char *text, const char *css)
{
  g_autofree char *owned = text;
  GtkWidget *label = gtk_label_new (owned);

  gtk_widget_add_css_class (label, css);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static const char *
get_css (const XrPublicityDay *day)
{
  switch (day->kind)
    {
    case XR_PUBLICITY_DAY_COUNTED:
      return "counted";
    case XR_PUBLICITY_DAY_HOLIDAY:
      return "holiday";
    case XR_PUBLICITY_DAY_BEFORE:
    case XR_PUBLICITY_DAY_WEEKEND:
    default:
      return "passed-over";
    }
}

static GtkWidget *
create_day (const XrPublicityDay *day, XrDate today)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  g_autofree char *sentence = xr_day_strip_describe (day);

  gtk_widget_add_css_class (box, "xr-strip-day");
  gtk_widget_add_css_class (box, get_css (day));
  if (xr_date_compare (day->date, today) == 0)
    gtk_widget_add_css_class (box, "today");
  gtk_widget_set_size_request (box, 78, -1);
  gtk_box_append (GTK_BOX (box),
                  create_label (g_strdup_printf ("%d-%02d %s", day->date.month, day->date.day,
                                                 get_weekday (day->date)),
                                "caption"));
  gtk_box_append (
    GTK_BOX (box),
    create_label (day->ordinal > 0 ? g_strdup_printf ("%d", day->ordinal) : g_strdup ("–"),
                  "title-3"));
  gtk_box_append (GTK_BOX (box), create_label (xr_day_strip_dup_reason (day), "caption"));
  gtk_widget_set_tooltip_text (box, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return box;
}

void
xr_day_strip_set_period (XrDayStrip *self, const XrPublicity *publicity, XrDate today)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->box, 0)) != NULL)
    gtk_flow_box_remove (self->box, GTK_WIDGET (child));
  for (guint i = 0; publicity != NULL && i < publicity->days->len; i++)
    {
      const XrPublicityDay *day = &g_array_index (publicity->days, XrPublicityDay, i);
      gtk_flow_box_append (self->box, create_day (day, today));
      child = gtk_flow_box_get_child_at_index (self->box, (int) i);
      gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
    }
}

static void
xr_day_strip_class_init (XrDayStripClass *klass)
{
}

static void
xr_day_strip_init (XrDayStrip *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, DAYS_A_LINE);
  gtk_flow_box_set_min_children_per_line (self->box, 5);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_widget_set_halign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days of the period"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
