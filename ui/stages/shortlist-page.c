/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 6: the ranking of each post, why, and the decision on the list. What it shows comes
 * from the result of the round; a decision only says who is inspected. */
#include "config.h"

#include "stages/shortlist-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/round.h"
#include "stages/exclusion-grid.h"
#include "stages/explain-window.h"
#include "stages/ranking-reason.h"
#include "stages/ranking-table.h"
#include "widgets/choice-bar.h"
#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"

struct _XrShortlistPage
{
  XrStagePage parent_instance;

  GtkStack *whole, *stack, *checks_stack;
  XrChoiceBar *posts;
  XrRankingTable *table;
  XrFactList *facts;
  GtkLabel *summary;
  GtkWidget *decision, *choose_button;
  XrExclusionGrid *checks;
  XrRowListView *decisions;
};

G_DEFINE_FINAL_TYPE (XrShortlistPage, xr_shortlist_page, XR_TYPE_STAGE_PAGE)

static XrOffice *
get_office (XrShortlistPage *self)
{
  return xr_stage_page_get_office (XR_STAGE_PAGE (self));
}

static gint64
get_round (XrShortlistPage *self)
{
  return xr_stage_page_get_round (XR_STAGE_PAGE (self));
}

static XrStage
xr_shortlist_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_SHORTLIST;
}

static void
xr_shortlist_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  xr_row_list_view_set_owner (XR_SHORTLIST_PAGE (page)->decisions, office, round);
}

/* ---- the post that is shown */

static const XrPost *
get_post (const XrCase *contest, const XrPostResult *result)
{
  return g_ptr_array_index (contest->plan->posts, result->post);
}

static const XrPostResult *
find_result (XrShortlistPage *self, const XrResult *result, const XrCase *contest)
{
  gint64 post = xr_choice_bar_get_chosen (self->posts);

  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      if (get_post (contest, one)->id == post)
        return one;
    }
  return NULL;
}

/* The result of the post that is chosen, as it is in the file now; valid until the file changes. */
static const XrPostResult *
get_result (XrShortlistPage *self, const XrCase **contest)
{
  const XrResult *result = xr_round_get_result (get_office (self), get_round (self), contest, NULL);

  return result != NULL ? find_result (self, result, *contest) : NULL;
}

static void
moved_cb (XrShortlistPage *self)
{
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  int position = xr_ranking_table_get_position (self->table);

  xr_fact_list_clear (self->facts);
  if (post != NULL && position >= 0 && (guint) position < post->standings->len)
    xr_ranking_explain (self->facts, contest, post, (guint) position);
}

/* What stands about the list, in one or two sentences. */
static char *
describe_list (XrShortlistPage *self, const XrPostResult *post, guint listed, gint64 post_id)
{
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));
  g_autofree char *ranked = NULL;

  if (xr_shortlist_is_decided (get_office (self), post_id))
    return g_strdup_printf (_ ("%1$u on the list by a recorded decision; the plan wants %2$u."),
                            listed, post->shortlist_size);
  if (post->cutoff_tie)
    return g_strdup_printf (_ ("! A tie across the cut: %1$u for %2$u places. Decide who goes on."),
                            post->shortlist->len, post->shortlist_size);
  ranked = g_strdup_printf (_ ("%1$u on the list by the ranking; the plan wants %2$u."), listed,
                            post->shortlist_size);
  return g_strconcat (ranked,
                      editable ? _ (" Closing the stage takes this list; accepting the cut is only "
                                    "needed where the decision is to be on record.")
                               : NULL,
                      NULL);
}

static void
show_post (XrShortlistPage *self)
{
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));
  g_autoptr (GArray) listed = NULL;
  g_autofree char *summary = NULL;
  gint64 id;

  if (post == NULL)
    return;
  id = get_post (contest, post)->id;
  listed = xr_round_shortlist (get_office (self), get_round (self), id);
  summary = describe_list (self, post, listed->len, id);
  xr_ranking_table_show (self->table, contest, post, listed,
                         xr_shortlist_is_decided (get_office (self), id));
  xr_exclusion_grid_show (self->checks, get_office (self), get_round (self), listed, editable);
  gtk_stack_set_visible_child_name (self->checks_stack, listed->len > 0 ? "checks" : "empty");
  gtk_label_set_label (self->summary, summary);
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        post->cutoff_tie ? _ ("Settle the _tie…") : _ ("_Depart from the order…"));
  gtk_widget_set_visible (self->decision, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.accept",
                                 editable && !post->cutoff_tie && post->shortlist->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.choose",
                                 editable && post->standings->len > 0);
  moved_cb (self);
}

static void
show_posts (XrShortlistPage *self, const XrResult *result, const XrCase *contest)
{
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (XrChip));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      gboolean open_tie = post->cutoff_tie
                          && !xr_shortlist_is_decided (get_office (self),
                                                       get_post (contest, post)->id);
      XrChip chip = { get_post (contest, post)->id, NULL, NULL, open_tie };
      char *label = g_strdup_printf ("%s%s  %u", open_tie ? "! " : "",
                                     get_post (contest, post)->name, post->standings->len);
      g_ptr_array_add (texts, label);
      chip.label = label;
      g_array_append_val (chips, chip);
    }
  xr_choice_bar_set_chips (self->posts, (const XrChip *) chips->data, chips->len);
}

static void
xr_shortlist_page_refresh (XrStagePage *page)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (page);
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (get_office (self), get_round (self), &contest,
                                                NULL);
  gboolean empty = result == NULL || result->posts->len == 0 || contest->applications->len == 0
                   || contest->plan->components->len == 0;

  gtk_stack_set_visible_child_name (self->whole, empty ? "empty" : "posts");
  if (empty)
    return;
  show_posts (self, result, contest);
  show_post (self);
}

/* Whether the post is one that the conditions with this place complain about. */
static gboolean
needs_work (XrShortlistPage *self, const XrPostResult *result, gint64 post, const char *place)
{
  g_autoptr (GArray) listed = NULL;

  if (g_str_equal (place, "ranking"))
    return result->cutoff_tie && !xr_shortlist_is_decided (get_office (self), post);
  if (!g_str_equal (place, "exclusion_check"))
    return FALSE;
  listed = xr_round_shortlist (get_office (self), get_round (self), post);
  return xr_exclusion_checks_are_open (get_office (self), listed);
}

/* Stays with the post that is shown when there is work in it, else turns to the first that has some. */
static gboolean
xr_shortlist_page_go_to (XrStagePage *page, const char *place)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (page);
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (get_office (self), get_round (self), &contest,
                                                NULL);
  gint64 shown = xr_choice_bar_get_chosen (self->posts);
  gint64 first = 0;

  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      gint64 post = get_post (contest, one)->id;
      if ((first == 0 || post == shown) && needs_work (self, one, post, place))
        first = post;
    }
  if (first != 0 && first != shown)
    {
      xr_choice_bar_choose (self->posts, first);
      show_post (self);
    }
  return XR_STAGE_PAGE_CLASS (xr_shortlist_page_parent_class)->go_to (page, place);
}

static void
post_chosen_cb (XrShortlistPage *self)
{
  show_post (self);
}

/* ---- decisions */

typedef struct
{
  gint64 post;
  GArray *applications; /* gint64: everybody who can be chosen */
  GPtrArray *buttons;   /* GtkCheckButton of each, NULL: all are taken */
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_array_unref (choice->applications);
  g_clear_pointer (&choice->buttons, g_ptr_array_unref);
  g_free (choice);
}

static Choice *
create_choice (gint64 post)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->post = post;
  choice->applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  return choice;
}

static GArray *
get_chosen (const Choice *choice)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < choice->applications->len; i++)
    if (choice->buttons == NULL
        || gtk_check_button_get_active (g_ptr_array_index (choice->buttons, i)))
      g_array_append_val (chosen, g_array_index (choice->applications, gint64, i));
  return chosen;
}

/* Answers: by whom, the day, and the reason where it was asked for. */
static void
decided_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (widget);
  const Choice *choice = data;
  g_autoptr (GArray) chosen = get_chosen (choice);
  g_autoptr (GError) error = NULL;
  XrDate on;

  if (!xr_date_parse (answers[1], FALSE, &on, &error)
      || !xr_shortlist_decide (get_office (self), choice->post, (const gint64 *) chosen->data,
                               chosen->len, answers[2], answers[0], on, &error))
    xr_window_report_error (widget, error);
  else
    xr_window_toast (widget, _ ("The list for inspection is recorded."), TRUE);
}

static void
accept_cut (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (widget);
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  const XrAskField fields[] = { { _ ("_Decided by"), NULL, FALSE },
                                { _ ("_Day"), today, FALSE, TRUE } };
  Choice *choice = create_choice (get_post (contest, post)->id);

  for (guint i = 0; i < post->shortlist->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->shortlist, i);
      g_array_append_val (
        choice->applications,
        g_array_index (contest->applications, XrApplication, standing->application).id);
    }
  xr_dialog_ask (widget, _ ("Accept the cut?"),
                 _ ("Those within the cut of the ranking are recorded as the list for inspection."),
                 _ ("_Accept"), NULL, fields, G_N_ELEMENTS (fields), decided_cb, choice,
                 free_choice);
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_person (Choice *choice, GtkBox *box, const XrCase *contest, const XrStanding *standing,
            GArray *listed)
{
  gint64 id = g_array_index (contest->applications, XrApplication, standing->application).id;
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);
  g_autofree char *rank = xr_ranking_dup_rank (contest, standing);
  g_autofree char *label = g_strdup_printf (_ ("%1$s  %2$s"), rank, candidate->name);
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), contains (listed, id));
  gtk_box_append (box, button);
  g_array_append_val (choice->applications, id);
  g_ptr_array_add (choice->buttons, g_object_ref (button));
}

/* Everybody who is in the running, in the order of the ranking. */
static GtkWidget *
create_people (XrShortlistPage *self, Choice *choice, const XrCase *contest,
               const XrPostResult *post)
{
  g_autoptr (GArray) listed = xr_round_shortlist (get_office (self), get_round (self),
                                                  choice->post);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  choice->buttons = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      if (standing->state == XR_STATE_ACTIVE || standing->state == XR_STATE_CUT)
        add_person (choice, GTK_BOX (box), contest, standing, listed);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  return scrolled;
}

static void
choose_people (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (widget);
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  const XrAskField fields[] = { { _ ("_Decided by"), NULL, FALSE },
                                { _ ("_Day"), today, FALSE, TRUE },
                                { _ ("_Reason"), NULL, FALSE } };
  Choice *choice = create_choice (get_post (contest, post)->id);
  GtkWidget *people = create_people (self, choice, contest, post);
  g_autofree char *body = g_strdup_printf (
    _ ("Tick who is inspected; the plan wants %u. The reason goes on record."),
    post->shortlist_size);

  xr_dialog_ask (widget, post->cutoff_tie ? _ ("Settle the tie") : _ ("Depart from the order"),
                 body, _ ("_Record"), people, fields, G_N_ELEMENTS (fields), decided_cb, choice,
                 free_choice);
}

static void
explain_ranking (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrShortlistPage *self = XR_SHORTLIST_PAGE (widget);
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);

  if (post != NULL)
    xr_explain_window_present (widget, get_office (self), get_round (self),
                               get_post (contest, post)->id,
                               xr_ranking_table_get_position (self->table));
}

/* ---- construction */

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, whole);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, checks_stack);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, posts);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, table);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, facts);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, summary);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, decision);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, checks);
  gtk_widget_class_bind_template_child (widget_class, XrShortlistPage, decisions);
}

static void
xr_shortlist_page_class_init (XrShortlistPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_shortlist_page_get_stage;
  page_class->set_round = xr_shortlist_page_set_round;
  page_class->refresh = xr_shortlist_page_refresh;
  page_class->go_to = xr_shortlist_page_go_to;
  gtk_widget_class_install_action (widget_class, "page.accept", NULL, accept_cut);
  gtk_widget_class_install_action (widget_class, "page.choose", NULL, choose_people);
  gtk_widget_class_install_action (widget_class, "page.explain", NULL, explain_ranking);
  g_type_ensure (XR_TYPE_CHOICE_BAR);
  g_type_ensure (XR_TYPE_RANKING_TABLE);
  g_type_ensure (XR_TYPE_FACT_LIST);
  g_type_ensure (XR_TYPE_EXCLUSION_GRID);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/shortlist-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, post_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
}

static void
xr_shortlist_page_init (XrShortlistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xr_row_list_view_set_match (self->decisions, "stage", "6");
  xr_row_list_view_hide_columns (self->decisions, (const char *const[]){ "stage", NULL });
}
