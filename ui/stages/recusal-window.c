/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what round/recusals.h finds, and starts its commands. It follows the office file. */
#include "config.h"

#include "stages/recusal-window.h"

#include <glib/gi18n-lib.h>

#include "round/recusals.h"
#include "widgets/dialogs.h"
#include "widgets/mark.h"
#include "widgets/row-list-view.h"

#define XR_TYPE_RECUSAL_WINDOW (xr_recusal_window_get_type ())
G_DECLARE_FINAL_TYPE (XrRecusalWindow, xr_recusal_window, XR, RECUSAL_WINDOW, AdwWindow)

struct _XrRecusalWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round;
  GtkStack *found;
  GtkListBox *list;
  XrRowListView *relations;
};

G_DEFINE_FINAL_TYPE (XrRecusalWindow, xr_recusal_window, ADW_TYPE_WINDOW)

/* The command, with the recusal that a row is about and what people wrote. */
typedef gboolean (*ActFunc) (XrRecusalWindow *self, const XrRecusal *recusal, const char *text,
                             GError **error);

static void
act (XrRecusalWindow *self, ActFunc func, const XrRecusal *recusal, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!func (self, recusal, text, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

static gboolean
record (XrRecusalWindow *self, const XrRecusal *recusal, const char *text, GError **error)
{
  return xr_recusal_record (self->office, recusal, text, error);
}

static gboolean
take_back (XrRecusalWindow *self, const XrRecusal *recusal, const char *text, GError **error)
{
  return xr_recusal_take_back (self->office, recusal, error);
}

static gboolean
deny (XrRecusalWindow *self, const XrRecusal *recusal, const char *text, GError **error)
{
  return xr_recusal_deny (self->office, self->round, recusal, text, error);
}

/* ---- asking for words */

typedef struct
{
  XrRecusal *recusal;
  ActFunc func;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  xr_recusal_free (question->recusal);
  g_free (question);
}

static XrRecusal *
copy_recusal (const XrRecusal *recusal)
{
  XrRecusal *copy = g_memdup2 (recusal, sizeof *recusal);

  copy->name = g_strdup (recusal->name);
  copy->task = g_strdup (recusal->task);
  copy->about = g_strdup (recusal->about);
  copy->post = g_strdup (recusal->post);
  copy->why = g_strdup (recusal->why);
  return copy;
}

static void
answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  const Question *question = data;

  act (XR_RECUSAL_WINDOW (widget), question->func, question->recusal, answers[0]);
}

static void
ask (XrRecusalWindow *self, const XrRecusal *recusal, ActFunc func, const char *heading,
     const char *body, const char *accept, const XrAskField *field)
{
  Question *question = g_new0 (Question, 1);

  question->recusal = copy_recusal (recusal);
  question->func = func;
  xr_dialog_ask (GTK_WIDGET (self), heading, body, accept, NULL, field, 1, answered_cb, question,
                 question_free);
}

/* ---- a line */

static const char *
say_duty (const XrRecusal *recusal)
{
  switch (recusal->duty)
    {
    case XR_DUTY_JUDGE:
      return _ ("Judge");
    case XR_DUTY_INSPECTOR:
      return _ ("Inspection team");
    case XR_DUTY_MEMBER:
    default:
      return _ ("Meeting");
    }
}

static const char *
say_effect (const XrRecusal *recusal)
{
  switch (recusal->duty)
    {
    case XR_DUTY_JUDGE:
      return recusal->marked ? _ ("The marks that are keyed for this candidate give way to the "
                                  "recusal, and the mean is taken over the other judges.")
                             : _ ("The mean is taken over the other judges.");
    case XR_DUTY_INSPECTOR:
      return _ ("The member takes no part in this inspection and does not count as one of the "
                "team for it.");
    case XR_DUTY_MEMBER:
    default:
      return _ ("The member leaves the room and does not count as present for this vote.");
    }
}

static void
record_clicked_cb (GtkWidget *button, const XrRecusal *recusal)
{
  XrAskField field = { _ ("_Reason"), recusal->why, FALSE };
  g_autofree char *heading = g_strdup_printf (_ ("%1$s recuses where %2$s is concerned?"),
                                              recusal->name, recusal->about);

  ask (XR_RECUSAL_WINDOW (gtk_widget_get_root (button)), recusal, record, heading,
       say_effect (recusal), _ ("_Record the recusal"), &field);
}

static void
deny_clicked_cb (GtkWidget *button, const XrRecusal *recusal)
{
  XrAskField field = { _ ("How it is _known"), NULL, FALSE };
  g_autofree char *heading = g_strdup_printf (_ ("Is %s somebody else?"), recusal->name);

  ask (XR_RECUSAL_WINDOW (gtk_widget_get_root (button)), recusal, deny, heading,
       _ ("Only the name is alike, and there is no tie. It is kept with the ties that were entered "
          "by hand."),
       _ ("_Somebody else"), &field);
}

static void
take_back_clicked_cb (GtkWidget *button, const XrRecusal *recusal)
{
  act (XR_RECUSAL_WINDOW (gtk_widget_get_root (button)), take_back, recusal, NULL);
}

static void
add_button (GtkWidget *line, const XrRecusal *recusal, const char *label, const char *tooltip,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_data (button, "clicked", callback, copy_recusal (recusal),
                         (GClosureNotify) (void (*) (void)) xr_recusal_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
}

static char *
describe (const XrRecusal *recusal)
{
  g_autofree char *task = recusal->task[0] != '\0'
                            ? g_strdup_printf ("%s · %s", say_duty (recusal), recusal->task)
                            : g_strdup (say_duty (recusal));
  const char *why = recusal->why[0] != '\0' ? recusal->why : _ ("no tie is on record");
  const char *state = recusal->done     ? _ ("has recused")
                      : recusal->marked ? _ ("has not recused, and has given marks")
                                        : _ ("has not recused");

  return g_strdup_printf ("%s\n%s\n%s", task, why, state);
}

static GtkWidget *
create_line (XrRecusalWindow *self, const XrRecusal *recusal)
{
  GtkWidget *line = adw_action_row_new ();
  /* Translators: who recuses; the candidate; the post applied for */
  g_autofree char *title = g_strdup_printf (_ ("%1$s – %2$s (%3$s)"), recusal->name, recusal->about,
                                            recusal->post);
  g_autofree char *subtitle = describe (recusal);
  GtkWidget *mark = gtk_label_new (NULL);

  xr_mark_show (GTK_LABEL (mark), recusal->done ? XR_MARK_DONE : XR_MARK_ATTENTION);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), mark);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  if (xr_office_get_read_only (self->office))
    return line;
  if (recusal->done)
    add_button (line, recusal, _ ("Take the recusal back"), _ ("There was no recusal"),
                G_CALLBACK (take_back_clicked_cb));
  if (!recusal->done && recusal->alike)
    add_button (line, recusal, _ ("Somebody else…"), _ ("Only the name is alike"),
                G_CALLBACK (deny_clicked_cb));
  if (!recusal->done)
    add_button (line, recusal, _ ("Recuse…"), _ ("Record the recusal"),
                G_CALLBACK (record_clicked_cb));
  return line;
}

static void
refresh (XrRecusalWindow *self)
{
  g_autoptr (GPtrArray) recusals = xr_recusals (self->office, self->round, 0);
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, line);
  for (guint done = 0; done <= 1; done++)
    for (guint i = 0; i < recusals->len; i++)
      if (((XrRecusal *) recusals->pdata[i])->done == (gboolean) done)
        gtk_list_box_append (self->list, create_line (self, recusals->pdata[i]));
  gtk_stack_set_visible_child_name (self->found, recusals->len > 0 ? "list" : "empty");
}

/* ---- construction */

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRecusalWindow *self = XR_RECUSAL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!xr_office_undo (self->office, &error))
    xr_window_report_error (widget, error);
}

static void
xr_recusal_window_dispose (GObject *object)
{
  XrRecusalWindow *self = XR_RECUSAL_WINDOW (object);

  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_recusal_window_parent_class)->dispose (object);
}

static void
xr_recusal_window_class_init (XrRecusalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_recusal_window_dispose;
  /* The main window's Ctrl+Z, here too. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nobody has to recuse"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ ("Here stands whoever judges, inspects or decides and has the name of a relative that a "
       "dossier lists, declared a conflict as a reader, or has a tie that was entered by hand."));
  return page;
}

static GtkWidget *
create_found (XrRecusalWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  g_object_set (self->list, "margin-start", 18, "margin-end", 18, "margin-top", 6, "margin-bottom",
                18, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  self->found = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->found, scrolled, "list");
  gtk_stack_add_named (self->found, create_empty (), "empty");
  return GTK_WIDGET (self->found);
}

static void
xr_recusal_window_init (XrRecusalWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->relations = xr_row_list_view_new ("relation");
  g_object_set (self->relations, "title-visible", FALSE, "margin-start", 18, "margin-end", 18,
                "margin-top", 6, "margin-bottom", 18, NULL);
  gtk_stack_add_titled (GTK_STACK (stack), create_found (self), "found", _ ("Who has to recuse"));
  gtk_stack_add_titled (GTK_STACK (stack), GTK_WIDGET (self->relations), "relations",
                        _ ("Ties entered by hand"));
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Recusals"));
  gtk_window_set_default_size (GTK_WINDOW (self), 820, 560);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

void
xr_recusal_window_present (GtkWidget *widget, XrOffice *office, gint64 round)
{
  XrRecusalWindow *self = g_object_new (XR_TYPE_RECUSAL_WINDOW, NULL);

  self->office = g_object_ref (office);
  self->round = round;
  self->changed_id = g_signal_connect_swapped (office, "changed", G_CALLBACK (refresh), self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  xr_row_list_view_set_owner (self->relations, office, round);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}

GtkWidget *
xr_recusal_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Rec_usals…"));

  gtk_widget_set_tooltip_text (button, _ ("Who has to recuse (Ctrl+Shift+H)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.recusals");
  return button;
}
