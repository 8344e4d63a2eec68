/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview. It is built afresh when it comes onto the screen after a change: an office has some
 * dozens of rounds, not thousands. */
#include "config.h"

#include "shell/overview-page.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "round/stage.h"
#include "round/statistics.h"
#include "shell/due-dates.h"
#include "shell/new-round-dialog.h"
#include "shell/sidebar.h"
#include "widgets/dialogs.h"
#include "widgets/month-view.h"

#define MAX_DUES 30

struct _XrOverviewPage
{
  AdwBin parent_instance;

  XrOffice *office;
  gboolean stale;
  GPtrArray *due_dates; /* XrDueDate */

  GtkBox *cards, *dues;
  GtkToggleButton *archived_button;
  XrMonthView *month;
  gboolean filled; /* has been asked to show something once */
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (XrOverviewPage, xr_overview_page, ADW_TYPE_BIN)

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* ---- cards */

static GtkWidget *
create_marks (XrOverviewPage *self, gint64 round)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (int stage = 1; stage <= XR_N_STAGES; stage++)
    {
      XrStageState state = xr_round_stage_state (self->office, round, stage);
      const char *title = _ (xr_stage_info (stage)->title);
      g_autofree char *name = g_strdup_printf ("%d %s: %s", stage, title,
                                               xr_stage_state_label (state));
      GtkWidget *label = append_label (box, xr_stage_state_sign (state), "xr-mark");

      gtk_widget_add_css_class (label, xr_stage_state_css_class (state));
      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      gtk_widget_set_tooltip_text (label, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  return box;
}

/* Where the round stands and what holds it up. (transfer full) */
static char *
describe_standing (XrOverviewPage *self, gint64 round)
{
  XrStage stage = xr_round_current_stage (self->office, round);
  g_autoptr (GPtrArray) gates = NULL;
  const XrGate *gate;

  if (stage > XR_N_STAGES)
    return g_strdup (_ ("This round is over."));
  gates = xr_stage_gates (self->office, round, stage);
  gate = xr_gates_first_unmet (gates);
  if (gate == NULL)
    return g_strdup_printf (_ ("%s: everything is there, it can be closed."),
                            _ (xr_stage_info (stage)->title));
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (xr_stage_info (stage)->title), gate->why);
}

/* What the round has next, or NULL. (transfer full) */
static char *
describe_next (XrOverviewPage *self, gint64 round)
{
  for (guint i = 0; i < self->due_dates->len; i++)
    {
      const XrDueDate *due = g_ptr_array_index (self->due_dates, i);
      g_autofree char *day = xr_date_to_text (due->day);

      if (due->round == round)
        /* Translators: day, what is due on it */
        return g_strdup_printf (_ ("Next: %1$s, %2$s"), day, due->what);
    }
  return NULL;
}

static void
open_clicked_cb (XrOverviewPage *self, GtkWidget *button)
{
  const gint64 *round = g_object_get_data (G_OBJECT (button), "xr-round");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-round", "x", *round);
}

static void
copy_clicked_cb (XrOverviewPage *self, GtkWidget *button)
{
  const gint64 *round = g_object_get_data (G_OBJECT (button), "xr-round");

  xr_new_round_dialog_present (XR_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), *round);
}

static void
archive_clicked_cb (XrOverviewPage *self, GtkWidget *button)
{
  const gint64 *round = g_object_get_data (G_OBJECT (button), "xr-round");
  g_autoptr (XrRow) row = xr_round_load (self->office, *round, NULL);
  g_autoptr (GError) error = NULL;
  gboolean archived = row != NULL && xr_row_get_int (row, "archived") != 0;

  if (row == NULL)
    return;
  xr_row_set_int (row, "archived", !archived);
  if (xr_office_save (self->office, row, &error))
    xr_window_toast (GTK_WIDGET (self),
                     archived ? _ ("Taken back from the archive") : _ ("Archived"), TRUE);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

static GtkWidget *
append_button (XrOverviewPage *self, GtkWidget *box, const char *label, gint64 round,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gint64 *id = g_new (gint64, 1);

  *id = round;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "xr-round", id, g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* A button that changes the file, which may be open for reading only. */
static void
append_change_button (XrOverviewPage *self, GtkWidget *box, const char *label, gint64 round,
                      GCallback callback)
{
  gtk_widget_set_sensitive (append_button (self, box, label, round, callback),
                            !xr_office_get_read_only (self->office));
}

static char *
describe_posts (XrOverviewPage *self, gint64 round)
{
  g_autoptr (GPtrArray) posts = xr_office_query (self->office, xr_table_find ("post"), "round_id",
                                                 round);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < posts->len && i < 4; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "",
                            xr_row_get (g_ptr_array_index (posts, i), "name"));
  if (posts->len > 4)
    g_string_append (text, " …");
  if (posts->len == 0)
    g_string_append (text, _ ("no posts yet"));
  g_string_append_printf (text, _ (" · %u candidates"),
                          xr_statistics_count_candidates (self->office, round));
  return g_string_free (text, FALSE);
}

static void
add_card (XrOverviewPage *self, XrRow *round)
{
  gint64 id = xr_row_get_id (round);
  gboolean archived = xr_row_get_int (round, "archived") != 0;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *posts = describe_posts (self, id);
  g_autofree char *standing = describe_standing (self, id);
  g_autofree char *next = describe_next (self, id);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "xr-card");
  gtk_widget_set_hexpand (append_label (top, xr_row_get (round, "title"), "heading"), TRUE);
  append_button (self, top, _ ("Open"), id, G_CALLBACK (open_clicked_cb));
  append_change_button (self, top, _ ("Copy plan…"), id, G_CALLBACK (copy_clicked_cb));
  append_change_button (self, top, archived ? _ ("Take back") : _ ("Archive"), id,
                        G_CALLBACK (archive_clicked_cb));
  gtk_box_append (GTK_BOX (card), top);
  append_label (card, posts, "dim-label");
  gtk_box_append (GTK_BOX (card), create_marks (self, id));
  gtk_widget_set_tooltip_text (append_label (card, standing, NULL), standing);
  if (next != NULL)
    append_label (card, next, "dim-label");
  gtk_box_append (self->cards, card);
}

static void
show_cards (XrOverviewPage *self)
{
  gboolean archived = gtk_toggle_button_get_active (self->archived_button);
  g_autoptr (GPtrArray) rounds = xr_round_list (self->office);

  empty_box (self->cards);
  for (guint i = rounds->len; i > 0; i--)
    {
      XrRow *round = g_ptr_array_index (rounds, i - 1);
      if ((xr_row_get_int (round, "archived") != 0) == archived)
        add_card (self, round);
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (self->cards)) == NULL)
    append_label (GTK_WIDGET (self->cards),
                  archived ? _ ("No round is archived.") : _ ("All rounds are archived."),
                  "dim-label");
}

/* ---- what is due */

static void
due_clicked_cb (XrOverviewPage *self, GtkWidget *button)
{
  const XrDueDate *due = g_object_get_data (G_OBJECT (button), "xr-due");
  int stage = due->stage;

  if (due->round == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.jury", NULL);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-round", "x", due->round);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-stage", "i", stage);
}

static void
add_due (XrOverviewPage *self, XrDueDate *due)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = xr_date_to_iso (due->day);
  g_autofree char *text = g_strdup_printf ("%s  %s", day, due->what);

  append_label (box, text, "numeric");
  append_label (box, due->round_title, "caption");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "xr-due", due);
  g_signal_connect_object (button, "clicked", G_CALLBACK (due_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->dues, button);
}

static void
mark_days (XrOverviewPage *self)
{
  xr_month_view_clear_marks (self->month);
  for (guint i = 0; i < self->due_dates->len; i++)
    {
      const XrDueDate *due = g_ptr_array_index (self->due_dates, i);
      g_autofree char *text = g_strdup_printf ("%s · %s", due->what, due->round_title);
      xr_month_view_mark (self->month, due->day, text);
    }
}

/* The buttons of the old ones point at them, so these go first. */
static void
collect_dues (XrOverviewPage *self)
{
  empty_box (self->dues);
  g_clear_pointer (&self->due_dates, g_ptr_array_unref);
  self->due_dates = xr_due_dates (self->office, 0, xr_date_today ());
}

static void
show_dues (XrOverviewPage *self)
{
  for (guint i = 0; i < self->due_dates->len && i < MAX_DUES; i++)
    add_due (self, g_ptr_array_index (self->due_dates, i));
  if (self->due_dates->len == 0)
    append_label (GTK_WIDGET (self->dues), _ ("Nothing is due."), "dim-label");
  mark_days (self);
}

/* Everything at once: a few milliseconds a round. */
static void
fill (XrOverviewPage *self)
{
  /* A change of the file makes the calendar anew. */
  xr_month_view_set_calendar (self->month, xr_office_get_calendar (self->office));
  collect_dues (self);
  show_cards (self);
  show_dues (self);
}

static gboolean
fill_cb (gpointer data)
{
  XrOverviewPage *self = data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* The first time the window shows itself first and the page right after, so that the program is there at
 * once however many rounds the file has. */
static void
refresh (XrOverviewPage *self)
{
  self->stale = FALSE;
  if (self->office == NULL)
    return;
  if (self->filled)
    fill (self);
  else if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  self->filled = TRUE;
}

static void
office_changed_cb (XrOverviewPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
xr_overview_page_map (GtkWidget *widget)
{
  XrOverviewPage *self = XR_OVERVIEW_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (xr_overview_page_parent_class)->map (widget);
}

static void
xr_overview_page_dispose (GObject *object)
{
  XrOverviewPage *self = XR_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->office);
  g_clear_pointer (&self->due_dates, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_overview_page_parent_class)->dispose (object);
}

static void
xr_overview_page_class_init (XrOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_overview_page_dispose;
  widget_class->map = xr_overview_page_map;
  g_type_ensure (XR_TYPE_MONTH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/shell/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, XrOverviewPage, dues);
  gtk_widget_class_bind_template_child (widget_class, XrOverviewPage, archived_button);
  gtk_widget_class_bind_template_child (widget_class, XrOverviewPage, month);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
xr_overview_page_init (XrOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
xr_overview_page_set_office (XrOverviewPage *self, XrOffice *office)
{
  g_set_object (&self->office, office);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self,
                           G_CONNECT_SWAPPED);
  office_changed_cb (self);
}
