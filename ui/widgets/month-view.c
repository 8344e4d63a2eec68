/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One month as a grid of six weeks of day buttons, Monday first. */
#include "config.h"

#include "widgets/month-view.h"

#include <glib/gi18n-lib.h>

#define N_CELLS 42

struct _XrMonthView
{
  AdwBin parent_instance;

  XrDate chosen;
  XrDate month; /* its first day */
  const XrCalendar *calendar;
  GHashTable *marks; /* ISO date → text */

  GtkLabel *title;
  GtkButton *days[N_CELLS];
};

G_DEFINE_FINAL_TYPE (XrMonthView, xr_month_view, ADW_TYPE_BIN)

enum
{
  DAY_CHOSEN,
  MONTH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static XrDate
get_cell_date (XrMonthView *self, guint cell)
{
  return xr_date_add_days (self->month, (int) cell - (xr_date_weekday (self->month) - 1));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
is_day_off (XrMonthView *self, XrDate date)
{
  gboolean working = TRUE;

  return self->calendar != NULL && xr_calendar_is_working (self->calendar, date, &working, NULL)
         && !working;
}

static void
show_day (XrMonthView *self, guint cell)
{
  GtkWidget *button = GTK_WIDGET (self->days[cell]);
  XrDate date = get_cell_date (self, cell);
  g_autofree char *iso = xr_date_to_iso (date);
  g_autofree char *text = xr_date_to_text (date);
  const char *mark = g_hash_table_lookup (self->marks, iso);
  g_autofree char *number = g_strdup_printf (mark != NULL ? "%d•" : "%d", date.day);
  g_autofree char *name = mark != NULL ? g_strdup_printf ("%s\n%s", text, mark) : g_strdup (text);

  gtk_button_set_label (self->days[cell], number);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_class (button, "dim-label", date.month != self->month.month);
  set_class (button, "xr-day-off", is_day_off (self, date));
  set_class (button, "accent", mark != NULL);
  set_class (button, "xr-day-chosen", xr_date_compare (date, self->chosen) == 0);
}

static void
show_month (XrMonthView *self)
{
  g_autofree char *title = xr_date_to_text ((XrDate){ self->month.year, self->month.month, 0 });

  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < N_CELLS; i++)
    show_day (self, i);
}

static void
day_clicked_cb (XrMonthView *self, GtkButton *button)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (self->days[i] == button)
        {
          xr_month_view_set_date (self, get_cell_date (self, i));
          g_signal_emit (self, signals[DAY_CHOSEN], 0);
          return;
        }
    }
}

static void
turn (XrMonthView *self, int months)
{
  XrDate month = xr_date_add_months (self->month, months);

  if (month.year < 1850 || month.year > 2200)
    return;
  self->month = month;
  show_month (self);
  g_signal_emit (self, signals[MONTH_CHANGED], 0);
}

static void
earlier_year_cb (XrMonthView *self)
{
  turn (self, -12);
}

static void
earlier_cb (XrMonthView *self)
{
  turn (self, -1);
}

static void
later_cb (XrMonthView *self)
{
  turn (self, 1);
}

static void
later_year_cb (XrMonthView *self)
{
  turn (self, 12);
}

static void
xr_month_view_finalize (GObject *object)
{
  g_hash_table_unref (XR_MONTH_VIEW (object)->marks);
  G_OBJECT_CLASS (xr_month_view_parent_class)->finalize (object);
}

static void
xr_month_view_class_init (XrMonthViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_month_view_finalize;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MONTH_CHANGED] = g_signal_new ("month-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
append_turn (XrMonthView *self, GtkWidget *bar, const char *sign, const char *label,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (sign);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
create_bar (XrMonthView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  append_turn (self, bar, "«", _ ("A year earlier"), G_CALLBACK (earlier_year_cb));
  append_turn (self, bar, "‹", _ ("A month earlier"), G_CALLBACK (earlier_cb));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->title));
  append_turn (self, bar, "›", _ ("A month later"), G_CALLBACK (later_cb));
  append_turn (self, bar, "»", _ ("A year later"), G_CALLBACK (later_year_cb));
  return bar;
}

static void
attach_weekdays (GtkGrid *grid)
{
  const char *const names[] = {
    C_ ("Monday", "Mo"), C_ ("Tuesday", "Tu"),  C_ ("Wednesday", "We"), C_ ("Thursday", "Th"),
    C_ ("Friday", "Fr"), C_ ("Saturday", "Sa"), C_ ("Sunday", "Su"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, (int) i, 0, 1, 1);
    }
}

static void
xr_month_view_init (XrMonthView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *grid = gtk_grid_new ();

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  attach_weekdays (GTK_GRID (grid));
  for (guint i = 0; i < N_CELLS; i++)
    {
      self->days[i] = GTK_BUTTON (gtk_button_new_with_label (""));
      gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), "xr-day");
      g_signal_connect_swapped (self->days[i], "clicked", G_CALLBACK (day_clicked_cb), self);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->days[i]), (int) i % 7, (int) i / 7 + 1, 1,
                       1);
    }
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_box_append (GTK_BOX (box), grid);
  adw_bin_set_child (ADW_BIN (self), box);
  xr_month_view_set_date (self, xr_date_today ());
}

GtkWidget *
xr_month_view_new (void)
{
  return g_object_new (XR_TYPE_MONTH_VIEW, NULL);
}

void
xr_month_view_set_date (XrMonthView *self, XrDate date)
{
  self->chosen = date;
  self->month = (XrDate){ date.year, date.month, 1 };
  show_month (self);
}

XrDate
xr_month_view_get_date (XrMonthView *self)
{
  return self->chosen;
}

void
xr_month_view_set_calendar (XrMonthView *self, const XrCalendar *calendar)
{
  self->calendar = calendar;
  show_month (self);
}

void
xr_month_view_clear_marks (XrMonthView *self)
{
  g_hash_table_remove_all (self->marks);
  show_month (self);
}

void
xr_month_view_mark (XrMonthView *self, XrDate day, const char *text)
{
  g_autofree char *iso = xr_date_to_iso (day);
  const char *before = g_hash_table_lookup (self->marks, iso);
  char *all = before != NULL ? g_strdup_printf ("%s\n%s", before, text) : g_strdup (text);

  g_hash_table_replace (self->marks, g_steal_pointer (&iso), all);
  show_month (self);
}
