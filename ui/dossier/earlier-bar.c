/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar, and the window in which the changes are looked at one by one. */
#include "config.h"

#include "dossier/earlier-bar.h"

#include <glib/gi18n-lib.h>

#include "round/dossier-history.h"
#include "widgets/dialogs.h"
#include "widgets/follow-office.h"

struct _XrEarlierBar
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 candidate, earlier;

  GtkWidget *bar;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (XrEarlierBar, xr_earlier_bar, ADW_TYPE_BIN)

/* The changes that are looked at, and which of them are chosen. */
typedef struct
{
  XrOffice *office;
  gint64 candidate, earlier;
  GPtrArray *changes; /* XrDossierChange */
  GPtrArray *checks;  /* GtkCheckButton, borrowed, in the same order */
  GtkWindow *window;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->office);
  g_ptr_array_unref (choice->changes);
  g_ptr_array_unref (choice->checks);
  g_free (choice);
}

static void
take_over_cb (Choice *choice)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < choice->changes->len; i++)
    if (gtk_check_button_get_active (choice->checks->pdata[i]))
      g_ptr_array_add (chosen, choice->changes->pdata[i]);
  if (chosen->len > 0
      && !xr_dossier_take_over (choice->office, choice->candidate, choice->earlier, chosen, &error))
    {
      xr_window_report_error (GTK_WIDGET (choice->window), error);
      return;
    }
  if (chosen->len > 0)
    xr_window_toast (GTK_WIDGET (choice->window), _ ("Taken over from the earlier round."), TRUE);
  gtk_window_close (choice->window);
}

/* ---- the window */

static GtkWidget *
create_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text[0] != '\0' ? text : "—");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_head (GtkGrid *grid, int column, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, column, 0, 1, 1);
}

/* Only what nobody has said in this round is chosen at first. */
static void
add_change (Choice *choice, GtkGrid *grid, const XrDossierChange *change, int line)
{
  GtkWidget *check = gtk_check_button_new_with_label (change->label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               change->now[0] == '\0' && change->earlier[0] != '\0');
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_grid_attach (grid, check, 0, line, 1, 1);
  gtk_grid_attach (grid, create_value (change->earlier), 1, line, 1, 1);
  gtk_grid_attach (grid, create_value (change->now), 2, line, 1, 1);
  g_ptr_array_add (choice->checks, check);
}

static GtkWidget *
create_changes (Choice *choice)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_widget_add_css_class (grid, "xr-dialog-content");
  add_head (GTK_GRID (grid), 0, _ ("Take over"));
  add_head (GTK_GRID (grid), 1, _ ("Earlier round"));
  add_head (GTK_GRID (grid), 2, _ ("This round"));
  for (guint i = 0; i < choice->changes->len; i++)
    add_change (choice, GTK_GRID (grid), choice->changes->pdata[i], (int) i + 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
create_header (Choice *choice)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *take = gtk_button_new_with_mnemonic (_ ("_Take over the chosen ones"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (take, "suggested-action");
  g_signal_connect_data (take, "clicked", G_CALLBACK (take_over_cb), choice, free_choice,
                         G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), take);
  return header;
}

static void
compare_cb (XrEarlierBar *self)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Choice *choice = g_new0 (Choice, 1);

  choice->office = g_object_ref (self->office);
  choice->candidate = self->candidate;
  choice->earlier = self->earlier;
  choice->changes = xr_dossier_changes (self->office, self->candidate, self->earlier);
  choice->checks = g_ptr_array_new ();
  choice->window = GTK_WINDOW (window);
  gtk_box_append (GTK_BOX (box), create_header (choice));
  gtk_box_append (GTK_BOX (box), create_changes (choice));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Changed since the earlier round"));
  gtk_window_set_default_size (GTK_WINDOW (window), 820, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  xr_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- the bar */

static void
update (XrEarlierBar *self)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (XrRow) row = NULL;
  g_autofree char *round = NULL;
  g_autofree char *text = NULL;

  self->earlier = self->office != NULL ? xr_dossier_find_earlier (self->office, self->candidate)
                                       : 0;
  if (self->earlier != 0)
    changes = xr_dossier_changes (self->office, self->candidate, self->earlier);
  gtk_widget_set_visible (self->bar, changes != NULL && changes->len > 0);
  if (changes == NULL || changes->len == 0)
    return;
  row = xr_office_load (self->office, xr_table_find ("candidate"), self->earlier, NULL);
  round = xr_office_dup_title (self->office, xr_table_find ("round"), xr_row_get_owner (row));
  /* Translators: name of a round, number of differences */
  text = g_strdup_printf (ngettext ("Known from “%1$s”; %2$u thing is not the same there.",
                                    "Known from “%1$s”; %2$u things are not the same there.",
                                    changes->len),
                          round, changes->len);
  gtk_label_set_label (self->label, text);
}

static void
xr_earlier_bar_dispose (GObject *object)
{
  XrEarlierBar *self = XR_EARLIER_BAR (object);

  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  G_OBJECT_CLASS (xr_earlier_bar_parent_class)->dispose (object);
}

static void
xr_earlier_bar_class_init (XrEarlierBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_earlier_bar_dispose;
}

static void
xr_earlier_bar_init (XrEarlierBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Compare and take over…"));

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (compare_cb), self);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->bar), button);
  gtk_widget_add_css_class (self->bar, "xr-earlier");
  gtk_widget_set_visible (self->bar, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

XrEarlierBar *
xr_earlier_bar_new (void)
{
  return g_object_new (XR_TYPE_EARLIER_BAR, NULL);
}

void
xr_earlier_bar_set_candidate (XrEarlierBar *self, XrOffice *office, gint64 candidate)
{
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (update), self);
  self->candidate = candidate;
  update (self);
}
