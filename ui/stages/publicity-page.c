/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 9. The period is counted by the rules; the page shows each day of it and why it counts
 * or not. */
#include "config.h"

#include "stages/publicity-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/round.h"
#include "stages/people.h"
#include "stages/publicity-notice.h"
#include "widgets/day-strip.h"
#include "widgets/dialogs.h"
#include "widgets/mark.h"
#include "widgets/row-list-view.h"

struct _XrPublicityPage
{
  XrStagePage parent_instance;

  XrRowListView *notices, *complaints;
  XrDayStrip *strip;
  GtkLabel *period, *floor, *blocks, *heading, *paper, *signature;
  char *text; /* the notice as it is copied */
};

G_DEFINE_FINAL_TYPE (XrPublicityPage, xr_publicity_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_publicity_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_PUBLICITY;
}

/* Words with their sign, coloured alike. */
static void
say (GtkLabel *label, XrMark mark, const char *words)
{
  g_autofree char *text = g_strdup_printf ("%s %s", xr_mark_symbol (mark), words);

  gtk_label_set_label (label, text);
  xr_mark_colour (GTK_WIDGET (label), mark);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
}

/* ---- the period */

static void
say_period (XrPublicityPage *self, const XrPublicity *period, XrDate today)
{
  g_autofree char *first = xr_date_to_text (period->first);
  g_autofree char *last = xr_date_to_text (period->last);
  g_autofree char *text = NULL;
  XrMark mark = XR_MARK_NOW;

  if (xr_date_compare (today, period->last) > 0)
    {
      mark = XR_MARK_DONE;
      text = g_strdup_printf (_ ("The period ran from %1$s to %2$s and is over."), first, last);
    }
  else if (xr_date_compare (today, period->first) < 0)
    text = g_strdup_printf (_ ("The period begins on %1$s and lasts until the end of %2$s."), first,
                            last);
  else
    text = g_strdup_printf (_ ("The period began on %1$s and lasts until the end of %2$s."), first,
                            last);
  say (self->period, mark, text);
}

static void
say_floor (XrPublicityPage *self, const XrPublicity *period)
{
  g_autofree char *text = g_strdup_printf (
    period->floor_met
      ? _ ("It holds %1$d working days; the regulations ask for %2$d or more.")
      : _ (
        "It holds only %1$d working days; the regulations ask for %2$d or more. Post it longer."),
    period->working_days, XR_PUBLICITY_FLOOR);

  say (self->floor, period->floor_met ? XR_MARK_DONE : XR_MARK_BLOCKED, text);
}

static void
show_period (XrPublicityPage *self)
{
  XrRow *row = xr_row_list_view_get_selected (self->notices);
  XrDate today = xr_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPublicity) period = NULL;

  if (row != NULL)
    period = xr_publicity_count (xr_stage_page_get_office (XR_STAGE_PAGE (self)),
                                 xr_row_get_id (row), &error);
  xr_day_strip_set_period (self->strip, period, today);
  gtk_widget_set_visible (GTK_WIDGET (self->floor), period != NULL);
  if (period != NULL)
    {
      say_period (self, period, today);
      say_floor (self, period);
    }
  else
    say (self->period, error != NULL ? XR_MARK_BLOCKED : XR_MARK_TO_COME,
         error != NULL ? error->message : _ ("The days are counted here once a notice is posted."));
}

/* ---- what blocks, and the text */

static void
add_name (GPtrArray *names, XrOffice *office, XrRow *complaint)
{
  g_autofree char *name = xr_people_dup_name (office, xr_row_get_owner (complaint));

  for (guint i = 0; i < names->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (names, i), name))
        return;
    }
  g_ptr_array_add (names, g_steal_pointer (&name));
}

/* The names of those with a complaint of this outcome, or NULL. What was proved at the inspection was
 * settled there by a veto; what is still open from then holds up now too. (transfer full) */
static char *
join_names (XrPublicityPage *self, GPtrArray *complaints, const char *outcome, int since)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < complaints->len; i++)
    {
      XrRow *row = g_ptr_array_index (complaints, i);
      if (g_strcmp0 (xr_row_get (row, "outcome"), outcome) == 0
          && xr_row_get_int (row, "stage") >= since)
        add_name (names, xr_stage_page_get_office (XR_STAGE_PAGE (self)), row);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

/* P6: open ones wait, proved ones cancel. */
static void
show_blocks (XrPublicityPage *self)
{
  XrStagePage *page = XR_STAGE_PAGE (self);
  g_autoptr (GPtrArray) rows = xr_office_query_round (
    xr_stage_page_get_office (page), xr_table_find ("complaint"), xr_stage_page_get_round (page));
  g_autofree char *open = join_names (self, rows, "open", XR_STAGE_INSPECTION);
  g_autofree char *proved = join_names (self, rows, "proved", XR_STAGE_PUBLICITY);
  g_autofree char *text = NULL;

  if (open != NULL)
    text = g_strdup_printf (_ ("Still being looked into; the appointment waits: %s"), open);
  else if (proved != NULL)
    text = g_strdup_printf (_ ("Proved, with effect; the appointment is cancelled: %s"), proved);
  if (text != NULL)
    say (self->blocks, open != NULL ? XR_MARK_ATTENTION : XR_MARK_BLOCKED, text);
  else
    say (self->blocks, XR_MARK_DONE, _ ("No complaint holds an appointment up."));
}

static void
show_paper (XrPublicityPage *self)
{
  XrStagePage *page = XR_STAGE_PAGE (self);
  g_autofree char *text = xr_publicity_notice_dup_text (
    xr_stage_page_get_office (page), xr_stage_page_get_round (page),
    xr_row_list_view_get_selected (self->notices));
  /* Heading, body, signature. */
  g_auto (GStrv) parts = g_strsplit (text, "\n\n", 3);

  gtk_label_set_label (self->heading, parts[0]);
  gtk_label_set_label (self->paper, parts[1]);
  gtk_label_set_label (self->signature, parts[2]);
  g_free (self->text);
  self->text = g_steal_pointer (&text);
}

static void
selected_cb (XrPublicityPage *self)
{
  if (xr_stage_page_get_office (XR_STAGE_PAGE (self)) == NULL)
    return;
  show_period (self);
  show_paper (self);
}

static void
copy_cb (XrPublicityPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          self->text != NULL ? self->text : "");
  xr_window_toast (GTK_WIDGET (self), _ ("The text is copied."), FALSE);
}

/* ---- new rows */

/* What the plan says about the period. */
static void
prepare_notice_cb (XrPublicityPage *self, XrRow *row)
{
  XrStagePage *page = XR_STAGE_PAGE (self);
  g_autoptr (XrCase) contest = xr_round_load_case (
    xr_stage_page_get_office (page), xr_stage_page_get_round (page), XR_LOAD_PLAN, NULL);
  const XrSettings *settings = contest != NULL ? &contest->plan->settings : NULL;

  if (settings == NULL || settings->publicity_days == XR_COUNT_NONE)
    return;
  xr_row_set_int (row, "days", settings->publicity_days);
  xr_row_set (row, "unit", settings->publicity_calendar_days ? "calendar" : "working");
  xr_row_set (row, "same_day", settings->publicity_same_day ? "1" : "0");
}

/* ---- page */

static void
xr_publicity_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  XrPublicityPage *self = XR_PUBLICITY_PAGE (page);

  xr_row_list_view_set_owner (self->notices, office, round);
  xr_row_list_view_set_round (self->complaints, office, round);
  xr_row_list_view_set_match (self->complaints, "stage", "9");
}

static void
xr_publicity_page_refresh (XrStagePage *page)
{
  XrPublicityPage *self = XR_PUBLICITY_PAGE (page);

  show_period (self);
  show_blocks (self);
  show_paper (self);
}

static void
xr_publicity_page_finalize (GObject *object)
{
  g_free (XR_PUBLICITY_PAGE (object)->text);
  G_OBJECT_CLASS (xr_publicity_page_parent_class)->finalize (object);
}

static void
xr_publicity_page_class_init (XrPublicityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xr_publicity_page_finalize;
  page_class->get_stage = xr_publicity_page_get_stage;
  page_class->set_round = xr_publicity_page_set_round;
  page_class->refresh = xr_publicity_page_refresh;
  g_type_ensure (XR_TYPE_DAY_STRIP);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/publicity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, notices);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, complaints);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, strip);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, period);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, floor);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, heading);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, paper);
  gtk_widget_class_bind_template_child (widget_class, XrPublicityPage, signature);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
xr_publicity_page_init (XrPublicityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xr_row_list_view_hide_columns (self->complaints, (const char *const[]){ "stage", NULL });
  g_signal_connect_object (self->notices, "prepare-row", G_CALLBACK (prepare_notice_cb), self,
                           G_CONNECT_SWAPPED);
}
