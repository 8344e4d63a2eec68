/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what two people keyed differently and asks a third. It compares nothing and decides nothing
 * itself. */
#include "config.h"

#include "stages/keying-desk.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "stages/keying-away.h"
#include "stages/second-window.h"
#include "widgets/dialogs.h"

#define N_COLUMNS 4

struct _XrKeyingDesk
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 round, component, post, group;
  gboolean editable;
  GPtrArray *lines;  /* XrDeskLine */
  char *by, *reason; /* as they were answered last, offered again */
  char *keyer;       /* likewise */

  GtkLabel *state, *rates, *empty;
  GtkWidget *begin, *begin_counts, *choices, *list_box;
  GtkListBox *list;
  XrKeyingAway *away;
  GtkSizeGroup *columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (XrKeyingDesk, xr_keying_desk, ADW_TYPE_BIN)

/* ---- the list */

static void
append_cell (XrKeyingDesk *self, GtkWidget *box, guint column, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_size_group_add_widget (self->columns[column], label);
  gtk_box_append (GTK_BOX (box), label);
}

/* 「优秀（甲）」; a dash where nothing was keyed. (transfer full) */
static char *
dup_keyed (const char *text, const char *keyer)
{
  const char *shown = *text != '\0' ? text : "–";

  /* Translators: 1 what was keyed, 2 by whom */
  return *keyer != '\0' ? g_strdup_printf (_ ("%1$s (%2$s)"), shown, keyer) : g_strdup (shown);
}

static GtkWidget *
make_row (XrKeyingDesk *self, const XrDeskLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *first = dup_keyed (line->first_text, line->first_keyer);
  g_autofree char *second = dup_keyed (line->second_text, line->second_keyer);
  /* Translators: 1 sheet, 2 figure on it, 3 first keying, 4 second keying */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s: first %3$s, second %4$s"), line->sheet,
                                           line->item, first, second);

  append_cell (self, box, 0, line->sheet, NULL);
  append_cell (self, box, 1, *line->item != '\0' ? line->item : _ ("the whole sheet"), NULL);
  append_cell (self, box, 2, first, "numeric");
  append_cell (self, box, 3, second, "numeric");
  gtk_widget_add_css_class (box, "xr-person");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
fill_list (XrKeyingDesk *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *next;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = xr_keying_list_differences (self->office, self->component);
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->lines->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->lines, i)));
  next = gtk_list_box_get_row_at_index (self->list, MIN (place, (int) self->lines->len - 1));
  gtk_list_box_select_row (self->list, next);
  if (focused && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  gtk_widget_set_visible (self->list_box, self->lines->len > 0);
  gtk_widget_set_visible (self->choices, self->lines->len > 0 && self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->lines->len == 0);
}

static void
show_rates (XrKeyingDesk *self)
{
  g_autoptr (GPtrArray) rates = xr_keying_rates (self->office, self->component);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rates->len; i++)
    {
      const XrKeyerRate *rate = g_ptr_array_index (rates, i);
      guint wrong = rate->wrong * 10000 / MAX (rate->figures, 1);
      /* Translators: 1 who keyed, 2 figures keyed, 3 wrong ones, 4 and 5 the same in per cent with
       * two decimals, 6 differences that are open */
      g_string_append_printf (
        text, _ ("%1$s: %2$u figures keyed, %3$u wrong (%4$u.%5$02u%%), %6$u open"), rate->keyer,
        rate->figures, rate->wrong, wrong / 100, wrong % 100, rate->open);
      if (i + 1 < rates->len)
        g_string_append_c (text, '\n');
    }
  gtk_label_set_label (self->rates, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->rates), rates->len > 0);
}

/* ---- deciding */

typedef struct
{
  guint line;
  XrKeyingChoice choice;
} Answer;

static void
keep (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

static gboolean
focus_cb (gpointer data)
{
  xr_keying_desk_focus (data);
  return G_SOURCE_REMOVE;
}

static void
decided_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrKeyingDesk *self = XR_KEYING_DESK (widget);
  const Answer *answer = data;
  const char *other = answer->choice == XR_CHOOSE_OTHER ? *answers++ : NULL;
  /* The list is read again as soon as the file changes, which deciding does. */
  g_autoptr (GPtrArray) lines = g_ptr_array_ref (self->lines);
  g_autoptr (GError) error = NULL;

  keep (&self->by, answers[0]);
  keep (&self->reason, answers[1]);
  if (answer->line >= lines->len)
    return;
  if (xr_keying_decide (self->office, self->component, g_ptr_array_index (lines, answer->line),
                        answer->choice, other, answers[0], answers[1], &error))
    {
      /* The next difference, when the dialog has gone. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
      xr_window_toast (widget, _ ("The difference is decided."), TRUE);
    }
  else
    xr_window_report_error (widget, error);
}

/* What is going to hold. (transfer full) */
static char *
dup_heading (const XrDeskLine *line, XrKeyingChoice choice)
{
  if (choice == XR_CHOOSE_OTHER)
    return g_strdup (_ ("What does the sheet of paper say?"));
  return g_strdup_printf (choice == XR_CHOOSE_FIRST ? _ ("Take the first keying, “%s”?")
                                                    : _ ("Take the second keying, “%s”?"),
                          choice == XR_CHOOSE_FIRST ? line->first_text : line->second_text);
}

static void
ask (XrKeyingDesk *self, XrKeyingChoice choice)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const XrAskField fields[] = { { _ ("_What holds"), NULL, FALSE },
                                { _ ("_Who decides"), self->by, FALSE },
                                { _ ("_Reason"), self->reason, FALSE } };
  guint skip = choice == XR_CHOOSE_OTHER ? 0 : 1;
  Answer answer = { row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0, choice };
  const XrDeskLine *line = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (!self->editable || row == NULL || answer.line >= self->lines->len)
    return;
  line = g_ptr_array_index (self->lines, answer.line);
  heading = dup_heading (line, choice);
  /* Translators: 1 sheet, 2 figure on it */
  body = g_strdup_printf (_ ("%1$s  %2$s\nLook at the sheet of paper. Whoever decides has keyed it "
                             "neither the first nor the second time."),
                          line->sheet, line->item);
  xr_dialog_ask (GTK_WIDGET (self), heading, body, _ ("_Decide"), NULL, fields + skip,
                 G_N_ELEMENTS (fields) - skip, decided_cb, g_memdup2 (&answer, sizeof answer),
                 g_free);
}

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (XR_KEYING_DESK (widget), (XrKeyingChoice) g_variant_get_int32 (parameter));
}

/* ---- beginning the second keying */

static void
begin_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrKeyingDesk *self = XR_KEYING_DESK (widget);
  g_autoptr (GError) error = NULL;

  keep (&self->keyer, answers[0]);
  if (!xr_second_check_keyer (self->office, self->component, answers[0], &error))
    xr_window_report_error (widget, error);
  else
    xr_second_keying_present (widget, self->office, self->round, self->component, self->post,
                              self->group, data != NULL, answers[0]);
}

static void
ask_keyer (XrKeyingDesk *self, gboolean counts)
{
  const XrAskField field = { _ ("_Second person"), self->keyer, FALSE };

  xr_dialog_ask (
    GTK_WIDGET (self), _ ("Second keying"),
    _ ("Another person keys every sheet once more. The figures of the first keying are "
       "hidden as long as the window is open."),
    _ ("_Begin"), NULL, &field, 1, begin_answered_cb, counts ? self : NULL, NULL);
}

static void
begin_cb (XrKeyingDesk *self)
{
  ask_keyer (self, FALSE);
}

static void
begin_counts_cb (XrKeyingDesk *self)
{
  ask_keyer (self, TRUE);
}

/* ---- widget */

static void
xr_keying_desk_dispose (GObject *object)
{
  g_clear_object (&XR_KEYING_DESK (object)->office);
  G_OBJECT_CLASS (xr_keying_desk_parent_class)->dispose (object);
}

static void
xr_keying_desk_finalize (GObject *object)
{
  XrKeyingDesk *self = XR_KEYING_DESK (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_object_unref (self->columns[i]);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->keyer);
  G_OBJECT_CLASS (xr_keying_desk_parent_class)->finalize (object);
}

static void
xr_keying_desk_class_init (XrKeyingDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_keying_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_keying_desk_finalize;
  gtk_widget_class_install_action (widget_class, "desk.choose", "i", choose_cb);
  for (int i = XR_CHOOSE_FIRST; i <= XR_CHOOSE_OTHER; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_1 + i), 0, "desk.choose",
                                           "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_1 + i), 0,
                                           "desk.choose", "i", i);
    }
}

static GtkWidget *
make_button (const char *text, GCallback callback, XrKeyingDesk *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_head (XrKeyingDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->state, 0);
  gtk_label_set_wrap (self->state, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->state), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "heading");
  self->begin = make_button (_ ("_Second keying…"), G_CALLBACK (begin_cb), self);
  self->begin_counts = make_button (_ ("Second keying of _counts…"), G_CALLBACK (begin_counts_cb),
                                    self);
  gtk_widget_add_css_class (self->begin, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), self->begin_counts);
  gtk_box_append (GTK_BOX (box), self->begin);
  return box;
}

static GtkWidget *
make_list (XrKeyingDesk *self)
{
  static const char *const titles[N_COLUMNS] = { N_ ("Sheet"), N_ ("Figure"), N_ ("First keying"),
                                                 N_ ("Second keying") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Differences"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      append_cell (self, head, i, _ (titles[i]), "dim-label");
    }
  gtk_widget_add_css_class (head, "xr-person");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "xr-list");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static GtkWidget *
make_choices (void)
{
  static const char *const titles[] = { N_ ("Take the _first (1)"), N_ ("Take the _second (2)"),
                                        N_ ("_Neither… (3)") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (titles[i]));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "desk.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", i);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
xr_keying_desk_init (XrKeyingDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->empty = GTK_LABEL (gtk_label_new (NULL));
  self->rates = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_xalign (self->empty, 0);
  gtk_label_set_xalign (self->rates, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->rates), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->rates), "dim-label");
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_box_append (GTK_BOX (box), self->list_box = make_list (self));
  gtk_box_append (GTK_BOX (box), self->choices = make_choices ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rates));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->away = xr_keying_away_new ()));
  adw_bin_set_child (ADW_BIN (self), box);
}

XrKeyingDesk *
xr_keying_desk_new (void)
{
  return g_object_new (XR_TYPE_KEYING_DESK, NULL);
}

/* Whether something of the component was counted by hand, which is keyed twice in a grid. */
static gboolean
has_counts (XrOffice *office, gint64 component, const char *method)
{
  const char *table = g_str_equal (method, "graded")  ? "tally"
                      : g_str_equal (method, "share") ? "vote_count"
                                                      : NULL;
  g_autoptr (GPtrArray) rows = table != NULL ? xr_office_query (office, xr_table_find (table),
                                                                "component_id", component)
                                             : NULL;

  return rows != NULL && rows->len > 0;
}

void
xr_keying_desk_show (XrKeyingDesk *self, XrOffice *office, gint64 round, gint64 component,
                     gint64 post, gint64 group, gboolean editable)
{
  g_autofree char *state = xr_keying_dup_state (office, component);
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("component"), component, NULL);
  const char *method = row != NULL ? xr_row_get (row, "method") : "";

  g_set_object (&self->office, office);
  self->round = round;
  self->component = component;
  self->post = post;
  self->group = group;
  self->editable = editable;
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->empty, _ ("No difference to decide. What two people keyed differently "
                                       "is listed here, and a third person looks at the paper."));
  gtk_widget_set_sensitive (self->begin, editable);
  gtk_widget_set_sensitive (self->begin_counts, editable);
  gtk_widget_set_visible (self->begin_counts, has_counts (office, component, method));
  fill_list (self);
  show_rates (self);
  xr_keying_away_show (self->away, office, component, editable);
}

void
xr_keying_desk_focus (XrKeyingDesk *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->begin);
}
