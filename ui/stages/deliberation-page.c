/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 8. Whether a vote passes is worked out by the command that the conditions ask too;
 * the page says it in words. */
#include "config.h"

#include "stages/deliberation-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/round.h"
#include "stages/people.h"
#include "stages/recusal-window.h"
#include "widgets/dialogs.h"
#include "widgets/person-list.h"
#include "widgets/row-list-view.h"

struct _XrDeliberationPage
{
  XrStagePage parent_instance;

  XrRowListView *meetings, *attendees, *recusals, *consultations;
  GtkLabel *outlook, *verdict;
  XrPersonList *people;
  GtkWidget *vote_button, *delete_button;
};

G_DEFINE_FINAL_TYPE (XrDeliberationPage, xr_deliberation_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_deliberation_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_DELIBERATION;
}

static XrOffice *
get_office (XrDeliberationPage *self)
{
  return xr_stage_page_get_office (XR_STAGE_PAGE (self));
}

static gint64
get_meeting (XrDeliberationPage *self)
{
  XrRow *row = xr_row_list_view_get_selected (self->meetings);

  return row != NULL ? xr_row_get_id (row) : 0;
}

/* ---- the meeting */

static void
show_outlook (XrDeliberationPage *self)
{
  gint64 meeting = get_meeting (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVoteOutcome) outcome = meeting != 0
                                        ? xr_meeting_outlook (get_office (self), meeting, &error)
                                        : NULL;
  XrMark mark = outcome != NULL && outcome->quorate ? XR_MARK_DONE : XR_MARK_ATTENTION;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->outlook), meeting != 0);
  if (meeting == 0)
    return;
  text = g_strdup_printf ("%s %s", xr_mark_symbol (mark),
                          outcome != NULL ? outcome->text : error->message);
  gtk_label_set_label (self->outlook, text);
  xr_mark_colour (GTK_WIDGET (self->outlook), mark);
}

static void
show_meeting (XrDeliberationPage *self)
{
  xr_row_list_view_set_owner (self->attendees, get_office (self), get_meeting (self));
  show_outlook (self);
}

/* ---- votes */

/* The votes on an application, oldest meeting first. */
static GPtrArray *
query_votes (XrDeliberationPage *self, gint64 application)
{
  return xr_office_query (get_office (self), xr_table_find ("vote"), "application_id", application);
}

/* The vote of the selected meeting on the selected candidate, or NULL. (transfer full) */
static XrRow *
find_vote (XrDeliberationPage *self)
{
  g_autoptr (GPtrArray) votes = query_votes (self, xr_person_list_get_selected (self->people));

  for (guint i = 0; i < votes->len; i++)
    {
      XrRow *vote = g_ptr_array_index (votes, i);
      if (xr_row_get_owner (vote) == get_meeting (self))
        return g_object_ref (vote);
    }
  return NULL;
}

static XrMark
mark_vote (XrRow *vote, const XrVoteOutcome *outcome)
{
  if (outcome == NULL || !outcome->quorate || xr_row_get_int (vote, "postponed") != 0)
    return XR_MARK_ATTENTION;
  return outcome->passed ? XR_MARK_DONE : XR_MARK_BLOCKED;
}

static char *
describe_vote (XrOffice *office, XrRow *vote, const XrVoteOutcome *outcome, const GError *error)
{
  g_autofree char *meeting = xr_office_dup_title (office, xr_table_find ("meeting"),
                                                  xr_row_get_owner (vote));

  /* Translators: meeting: so many agree, disagree, put off, abstain; on the next line what it amounts to */
  return g_strdup_printf (_ ("%1$s: agree %2$d, disagree %3$d, put off %4$d, abstained %5$d\n%6$s"),
                          meeting, (int) xr_row_get_int (vote, "yes"),
                          (int) xr_row_get_int (vote, "no"), (int) xr_row_get_int (vote, "defer"),
                          (int) xr_row_get_int (vote, "abstain"),
                          outcome != NULL ? outcome->text : error->message);
}

static char *
describe_votes (XrDeliberationPage *self, gint64 application, XrMark *mark)
{
  g_autoptr (GPtrArray) votes = query_votes (self, application);
  GString *text = g_string_new (NULL);

  *mark = XR_MARK_TO_COME;
  for (guint i = 0; i < votes->len; i++)
    {
      XrRow *vote = g_ptr_array_index (votes, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (get_office (self), xr_row_get_id (vote),
                                                           &error);
      g_autofree char *words = describe_vote (get_office (self), vote, outcome, error);

      *mark = mark_vote (vote, outcome);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  if (votes->len == 0)
    g_string_append (text, _ ("not voted on yet"));
  return g_string_free (text, FALSE);
}

/* ---- posts and candidates */

static guint
count_passed (XrDeliberationPage *self, GArray *chosen, gint64 post)
{
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      g_autoptr (XrRow) row = xr_office_load (get_office (self), xr_table_find ("application"),
                                              g_array_index (chosen, gint64, i), NULL);
      n += row != NULL && xr_row_get_int (row, "post_id") == post ? 1 : 0;
    }
  return n;
}

static char *
describe_post (XrRow *post, guint n_passed)
{
  guint vacancies = (guint) xr_row_get_int (post, "vacancies");

  if (n_passed > vacancies)
    return g_strdup_printf (_ ("%1$s · vacancies %2$u, passed %3$u: too many"),
                            xr_row_get (post, "name"), vacancies, n_passed);
  return g_strdup_printf (_ ("%1$s · vacancies %2$u, passed %3$u"), xr_row_get (post, "name"),
                          vacancies, n_passed);
}

static void
add_candidate (XrDeliberationPage *self, const char *heading, gint64 application)
{
  g_autoptr (XrRow) row = xr_office_load (get_office (self), xr_table_find ("application"),
                                          application, NULL);
  g_autofree char *name = xr_people_dup_name (get_office (self), application);
  g_autofree char *detail = NULL;
  XrPersonItem item = { application, heading, name, NULL, XR_MARK_TO_COME };

  detail = describe_votes (self, application, &item.mark);
  /* Who was vetoed is not put to the meeting; who left after it still has a vote. */
  if (row == NULL
      || (item.mark == XR_MARK_TO_COME && g_strcmp0 (xr_row_get (row, "state"), "active") != 0))
    return;
  item.detail = detail;
  xr_person_list_add (self->people, &item);
}

/* Returns whether more passed than there are vacancies. */
static gboolean
add_post (XrDeliberationPage *self, XrRow *post, GArray *chosen)
{
  guint n_passed = count_passed (self, chosen, xr_row_get_id (post));
  g_autofree char *heading = describe_post (post, n_passed);
  g_autoptr (GArray) list = xr_round_shortlist (
    get_office (self), xr_stage_page_get_round (XR_STAGE_PAGE (self)), xr_row_get_id (post));

  for (guint i = 0; list != NULL && i < list->len; i++)
    add_candidate (self, heading, g_array_index (list, gint64, i));
  return n_passed > (guint) xr_row_get_int (post, "vacancies");
}

static void
show_people (XrDeliberationPage *self)
{
  gint64 round = xr_stage_page_get_round (XR_STAGE_PAGE (self));
  g_autoptr (GPtrArray) posts = xr_office_query (get_office (self), xr_table_find ("post"),
                                                 "round_id", round);
  g_autoptr (GArray) chosen = xr_round_chosen (get_office (self), round);
  gboolean too_many = FALSE;

  xr_person_list_begin (self->people);
  for (guint i = 0; i < posts->len; i++)
    too_many |= add_post (self, g_ptr_array_index (posts, i), chosen);
  xr_person_list_end (self->people);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), too_many);
  gtk_label_set_label (self->verdict,
                       _ ("✗ More people passed than there are vacancies. Vote again."));
  xr_mark_colour (GTK_WIDGET (self->verdict), XR_MARK_BLOCKED);
}

/* ---- acts */

static void
update_buttons (XrDeliberationPage *self)
{
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));
  g_autoptr (XrRow) vote = find_vote (self);

  gtk_widget_set_visible (self->vote_button, editable);
  gtk_widget_set_visible (self->delete_button, editable);
  gtk_widget_set_sensitive (self->vote_button, xr_person_list_get_selected (self->people) != 0);
  gtk_widget_set_sensitive (self->delete_button, vote != NULL);
}

static void
update_buttons_cb (XrDeliberationPage *self)
{
  update_buttons (self);
}

static void
meeting_selected_cb (XrDeliberationPage *self)
{
  show_meeting (self);
  update_buttons (self);
}

static void
record_cb (XrDeliberationPage *self)
{
  gint64 application = xr_person_list_get_selected (self->people);
  g_autoptr (XrRow) vote = NULL;

  if (!xr_stage_page_get_editable (XR_STAGE_PAGE (self)) || application == 0)
    return;
  if (get_meeting (self) == 0)
    {
      xr_dialog_tell (GTK_WIDGET (self), _ ("No meeting yet"),
                      _ ("A vote belongs to a meeting. Add the meeting and its members first."));
      return;
    }
  vote = find_vote (self);
  if (vote == NULL)
    {
      vote = xr_row_new (xr_table_find ("vote"), get_meeting (self));
      xr_row_set_int (vote, "application_id", application);
    }
  xr_row_dialog_present (GTK_WIDGET (self), get_office (self), vote, 0, NULL, NULL);
}

static void
delete_cb (XrDeliberationPage *self)
{
  g_autoptr (XrRow) vote = find_vote (self);
  g_autoptr (GError) error = NULL;

  if (vote == NULL)
    return;
  if (xr_office_delete (get_office (self), xr_table_find ("vote"), xr_row_get_id (vote), &error))
    xr_window_toast (GTK_WIDGET (self), _ ("The vote is deleted."), TRUE);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

/* A meeting votes in the form that the plan asks for, where it says so. */
static void
prepare_meeting_cb (XrDeliberationPage *self, XrRow *row)
{
  g_autofree char *word = xr_round_dup_setting (
    get_office (self), xr_stage_page_get_round (XR_STAGE_PAGE (self)), "vote_method");

  if (xr_vote_method_of_word (word) != NULL)
    xr_row_set (row, "method", xr_vote_method_of_word (word));
}

/* The next place in the speaking order; the chair is moved to the end by hand. */
static void
prepare_attendee_cb (XrDeliberationPage *self, XrRow *row)
{
  guint n = xr_row_list_view_get_n_rows (self->attendees);

  xr_row_set_int (row, "speaking_order", n + 1);
}

/* A recusal or an opinion is about the one who is chosen at the right. */
static void
prepare_person_cb (XrDeliberationPage *self, XrRow *row)
{
  gint64 application = xr_person_list_get_selected (self->people);

  if (application != 0)
    xr_row_set_int (row, "application_id", application);
}

/* ---- page */

static void
xr_deliberation_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  XrDeliberationPage *self = XR_DELIBERATION_PAGE (page);

  xr_row_list_view_set_owner (self->meetings, office, round);
  xr_row_list_view_set_round (self->recusals, office, round);
  xr_row_list_view_set_round (self->consultations, office, round);
}

static void
xr_deliberation_page_refresh (XrStagePage *page)
{
  XrDeliberationPage *self = XR_DELIBERATION_PAGE (page);

  show_meeting (self);
  show_people (self);
  update_buttons (self);
}

static void
xr_deliberation_page_class_init (XrDeliberationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_deliberation_page_get_stage;
  page_class->set_round = xr_deliberation_page_set_round;
  page_class->refresh = xr_deliberation_page_refresh;
  g_type_ensure (XR_TYPE_PERSON_LIST);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/deliberation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, attendees);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, recusals);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, consultations);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, outlook);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, people);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, vote_button);
  gtk_widget_class_bind_template_child (widget_class, XrDeliberationPage, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, meeting_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
xr_deliberation_page_init (XrDeliberationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xr_row_list_view_hide_columns (self->meetings,
                                 (const char *const[]){ "recorder", "method", NULL });
  xr_row_list_view_hide_columns (self->attendees, (const char *const[]){ "position", NULL });
  xr_row_list_view_add_tool (self->recusals, xr_recusal_button_new ());
  g_signal_connect_object (self->meetings, "prepare-row", G_CALLBACK (prepare_meeting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attendees, "prepare-row", G_CALLBACK (prepare_attendee_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recusals, "prepare-row", G_CALLBACK (prepare_person_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consultations, "prepare-row", G_CALLBACK (prepare_person_cb), self,
                           G_CONNECT_SWAPPED);
}
