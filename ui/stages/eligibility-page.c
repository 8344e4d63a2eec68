/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 3: the matrix, and beside it why the current cell stands as it does and what a
 * reviewer says to it. All judging is done by the round. */
#include "config.h"

#include "stages/eligibility-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "stages/review-matrix.h"
#include "widgets/choice-bar.h"
#include "widgets/dialogs.h"
#include "widgets/fact-list.h"
#include "widgets/row-dialog.h"

struct _XrEligibilityPage
{
  XrStagePage parent_instance;

  GtkStack *stack;
  XrChoiceBar *filters;
  XrReviewMatrix *matrix;
  XrFactList *facts;
  GtkWidget *decision, *clear_button, *approve_button;
  GtkWidget *met_button, *failed_button, *back_button, *waive_button;
  GtkEditable *reviewer, *reason;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (XrEligibilityPage, xr_eligibility_page, XR_TYPE_STAGE_PAGE)

static XrOffice *
get_office (XrEligibilityPage *self)
{
  return xr_stage_page_get_office (XR_STAGE_PAGE (self));
}

static gint64
get_round (XrEligibilityPage *self)
{
  return xr_stage_page_get_round (XR_STAGE_PAGE (self));
}

static XrStage
xr_eligibility_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_ELIGIBILITY;
}

static void
show_message (XrEligibilityPage *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

/* ---- the current cell */

/* What the alternatives of the condition come to. */
static void
show_group (XrFactList *facts, const XrRuleReview *rule)
{
  static const char *const texts[] = {
    [XR_VERDICT_MET] = N_ ("One of group %u is enough: met"),
    [XR_VERDICT_UNKNOWN] = N_ ("One of group %u is enough: to be verified"),
    [XR_VERDICT_FAILED] = N_ ("One of group %u is enough: none is met"),
  };
  g_autofree char *text = NULL;

  if (rule->group == 0)
    return;
  text = g_strdup_printf (_ (texts[rule->group_state]), rule->group);
  xr_fact_list_add (facts, _ ("Alternatives"), text);
}

static void
show_rule (XrFactList *facts, const XrRuleReview *rule)
{
  const XrField *kind = xr_table_find_field (xr_table_find ("rule"), "kind");
  g_autofree char *title = xr_field_format (kind, xr_rule_kind_id (rule->kind));
  /* Translators: a condition, how it stands */
  g_autofree char *heading = g_strdup_printf (_ ("%1$s: %2$s"), title,
                                              xr_review_sign_label (xr_review_sign (rule)));

  xr_fact_list_add_heading (facts, heading);
  xr_fact_list_add (facts, _ ("Requirement"), rule->requirement);
  xr_fact_list_add (facts, _ ("On record"), rule->judgement.fact);
  xr_fact_list_add (facts, _ ("Taken from"), rule->source);
  xr_fact_list_add_note (facts, rule->judgement.text, NULL);
  show_group (facts, rule);
  if (rule->waiver != 0)
    xr_fact_list_add (facts, _ ("Exception"), rule->waiver_text);
  if (rule->verdict == NULL)
    return;
  xr_fact_list_add (facts, _ ("Reviewer says"),
                    g_str_equal (rule->verdict, "met") ? _ ("meets the condition")
                                                       : _ ("does not meet the condition"));
  xr_fact_list_add (facts, _ ("Reviewer"), rule->reviewer);
  xr_fact_list_add (facts, _ ("Reason"), rule->reason);
}

static const char *
get_conclusion (const XrApplicationReview *review)
{
  if (review->verdict == NULL)
    return _ ("not decided yet");
  if (g_str_equal (review->verdict, "eligible"))
    return review->approved ? _ ("eligible, approved by the leader")
                            : _ ("eligible, waits for approval");
  return review->approved ? _ ("not eligible, approved by the leader")
                          : _ ("not eligible, waits for approval");
}

static void
show_signer (XrFactList *facts, const char *role, const char *name, XrDate day)
{
  g_autofree char *date = xr_date_to_iso (day);
  g_autofree char *text = g_strdup_printf ("%s · %s", name, date);

  xr_fact_list_add (facts, role, text);
}

/* Who concluded and who approved, and why; last, because the condition is what is looked for. */
static void
show_conclusion (XrFactList *facts, const XrApplicationReview *review)
{
  if (review->verdict == NULL)
    return;
  xr_fact_list_add_heading (facts, _ ("Conclusion"));
  if (review->reason != NULL)
    xr_fact_list_add (facts, _ ("Reason"), review->reason);
  if (review->reviewer != NULL)
    show_signer (facts, _ ("Reviewer"), review->reviewer, review->reviewed_on);
  if (review->approved && review->approved_by != NULL)
    show_signer (facts, _ ("Approved by"), review->approved_by, review->approved_on);
}

/* The reason of a refusal is often that of the conclusion too; the one for a condition that was found
 * met must not slip into it. */
static void
show_reason (XrEligibilityPage *self, const XrRuleReview *rule)
{
  gboolean failed = rule != NULL && g_strcmp0 (rule->verdict, "failed") == 0;

  gtk_editable_set_text (self->reason, failed && rule->reason != NULL ? rule->reason : "");
}

static void
moved_cb (XrEligibilityPage *self)
{
  const XrApplicationReview *review = xr_review_matrix_get_review (self->matrix);
  const XrRuleReview *rule = xr_review_matrix_get_rule (self->matrix);
  g_autofree char *heading = NULL;

  xr_fact_list_clear (self->facts);
  show_message (self, NULL);
  show_reason (self, rule);
  gtk_widget_set_sensitive (self->decision, review != NULL);
  gtk_widget_set_sensitive (self->met_button, rule != NULL);
  gtk_widget_set_sensitive (self->failed_button, rule != NULL);
  gtk_widget_set_sensitive (self->back_button, rule != NULL && rule->verdict != NULL);
  gtk_widget_set_sensitive (
    self->waive_button,
    rule != NULL && (rule->waiver != 0 || xr_rule_review_state (rule) != XR_VERDICT_MET));
  gtk_button_set_label (GTK_BUTTON (self->waive_button), rule != NULL && rule->waiver != 0
                                                           ? _ ("Take e_xception back")
                                                           : _ ("E_xception…"));
  if (review == NULL)
    return;
  heading = g_strdup_printf ("%s · %s", review->name, review->post);
  xr_fact_list_add_note (self->facts, heading, "title-4");
  xr_fact_list_add (self->facts, _ ("Conclusion"), get_conclusion (review));
  if (rule != NULL)
    show_rule (self->facts, rule);
  else
    xr_fact_list_add_note (self->facts, _ ("The plan does not ask this for the post."),
                           "dim-label");
  show_conclusion (self->facts, review);
}

static void
activated_cb (XrEligibilityPage *self)
{
  const char *name = gtk_editable_get_text (self->reviewer);

  gtk_widget_grab_focus (GTK_WIDGET (*name != '\0' ? self->reason : self->reviewer));
}

/* ---- filters and counts */

static guint
count_passing (GPtrArray *reviews, XrReviewFilter filter)
{
  guint n = 0;

  for (guint i = 0; i < reviews->len; i++)
    n += xr_review_passes (g_ptr_array_index (reviews, i), filter);
  return n;
}

static void
show_filters (XrEligibilityPage *self, GPtrArray *reviews)
{
  g_autofree char *all = g_strdup_printf (_ ("All  %u"), reviews->len);
  guint n_unknown = count_passing (reviews, XR_REVIEW_FILTER_UNKNOWN);
  g_autofree char *unknown = g_strdup_printf (_ ("? To be verified  %u"), n_unknown);
  g_autofree char *failed = g_strdup_printf (_ ("✗ Not met  %u"),
                                             count_passing (reviews, XR_REVIEW_FILTER_FAILED));
  g_autofree char *overruled = g_strdup_printf (
    _ ("◐ Overruled  %u"), count_passing (reviews, XR_REVIEW_FILTER_OVERRULED));
  const XrChip chips[] = {
    { XR_REVIEW_FILTER_ALL, all, NULL, FALSE },
    { XR_REVIEW_FILTER_UNKNOWN, unknown, NULL, n_unknown > 0 },
    { XR_REVIEW_FILTER_FAILED, failed, NULL, FALSE },
    { XR_REVIEW_FILTER_OVERRULED, overruled, NULL, FALSE },
  };

  xr_choice_bar_set_chips (self->filters, chips, G_N_ELEMENTS (chips));
}

static void
filter_chosen_cb (XrEligibilityPage *self)
{
  xr_review_matrix_set_filter (self->matrix,
                               (XrReviewFilter) xr_choice_bar_get_chosen (self->filters));
  moved_cb (self);
}

/* How many can be concluded as computed, and how many wait for the leader. */
static void
show_actions (XrEligibilityPage *self, GPtrArray *reviews)
{
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));
  guint clear = 0, waiting = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const XrApplicationReview *review = g_ptr_array_index (reviews, i);
      clear += review->verdict == NULL && review->state != XR_VERDICT_UNKNOWN;
      waiting += review->verdict != NULL && !review->approved;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.conclude-clear", editable && clear > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.approve", editable && waiting > 0);
  gtk_widget_set_visible (self->clear_button, editable);
  gtk_widget_set_visible (self->approve_button, editable);
  gtk_widget_set_visible (self->decision, editable);
}

static void
xr_eligibility_page_refresh (XrStagePage *page)
{
  XrEligibilityPage *self = XR_ELIGIBILITY_PAGE (page);
  g_autoptr (GError) error = NULL;
  GPtrArray *reviews = xr_round_review (get_office (self), get_round (self), &error);

  if (reviews == NULL)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, reviews->len > 0 ? "matrix" : "empty");
  show_filters (self, reviews);
  show_actions (self, reviews);
  xr_review_matrix_show (self->matrix, reviews);
  moved_cb (self);
}

/* ---- decisions */

/* Says what came of a command beside its button, where the reason is missing most often. */
static void
finish (XrEligibilityPage *self, gboolean done, const GError *error, const char *text)
{
  show_message (self, done ? NULL : error->message);
  if (!done)
    return;
  xr_window_toast (GTK_WIDGET (self), text, TRUE);
  xr_review_matrix_focus (self->matrix);
}

static void
decide_rule (XrEligibilityPage *self, const char *verdict, const char *text)
{
  const XrApplicationReview *review = xr_review_matrix_get_review (self->matrix);
  const XrRuleReview *rule = xr_review_matrix_get_rule (self->matrix);
  g_autofree char *reviewer = g_strdup (gtk_editable_get_text (self->reviewer));
  g_autofree char *reason = g_strdup (gtk_editable_get_text (self->reason));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (review == NULL || rule == NULL)
    return;
  done = xr_review_rule (get_office (self), review->application, rule->rule, verdict, reason,
                         reviewer, &error);
  finish (self, done, error, text);
}

static void
met_cb (XrEligibilityPage *self)
{
  decide_rule (self, "met", _ ("The condition is met, says the reviewer."));
}

static void
failed_cb (XrEligibilityPage *self)
{
  decide_rule (self, "failed", _ ("The condition is not met, says the reviewer."));
}

static void
take_back_cb (XrEligibilityPage *self)
{
  decide_rule (self, NULL, _ ("The reviewer's word is taken back."));
}

static gboolean
grant_cb (XrOffice *office, XrRow *row, gpointer data, GError **error)
{
  return xr_waiver_grant (office, row, error);
}

/* 破格: granted by its document, or taken back. */
static void
waive_cb (XrEligibilityPage *self)
{
  const XrApplicationReview *review = xr_review_matrix_get_review (self->matrix);
  const XrRuleReview *rule = xr_review_matrix_get_rule (self->matrix);
  g_autoptr (XrRow) row = NULL;
  g_autoptr (GError) error = NULL;

  if (review == NULL || rule == NULL)
    return;
  if (rule->waiver != 0)
    {
      gboolean done = xr_waiver_take_back (get_office (self), rule->waiver, &error);
      finish (self, done, error, _ ("The exception is taken back."));
      return;
    }
  row = xr_row_new (xr_table_find ("waiver"), review->application);
  xr_row_set_int (row, "rule_id", rule->rule);
  xr_row_dialog_present (GTK_WIDGET (self), get_office (self), row, get_round (self), grant_cb,
                         NULL);
}

static void
conclude (XrEligibilityPage *self, const char *verdict, const char *text)
{
  const XrApplicationReview *review = xr_review_matrix_get_review (self->matrix);
  g_autofree char *reviewer = g_strdup (gtk_editable_get_text (self->reviewer));
  g_autofree char *reason = g_strdup (gtk_editable_get_text (self->reason));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (review == NULL)
    return;
  done = xr_review_conclude (get_office (self), review->application, verdict, reason, reviewer,
                             &error);
  finish (self, done, error, text);
}

static void
eligible_cb (XrEligibilityPage *self)
{
  conclude (self, "eligible", _ ("Concluded: eligible."));
}

static void
ineligible_cb (XrEligibilityPage *self)
{
  conclude (self, "ineligible", _ ("Concluded: not eligible."));
}

static void
tell_number (GtkWidget *widget, const char *format, int n)
{
  g_autofree char *text = g_strdup_printf (format, n);

  xr_window_toast (widget, text, TRUE);
}

static void
clear_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrEligibilityPage *self = XR_ELIGIBILITY_PAGE (widget);
  g_autoptr (GError) error = NULL;
  int n = xr_review_conclude_clear (get_office (self), get_round (self), answers[0], &error);

  if (n < 0)
    xr_window_report_error (widget, error);
  else
    tell_number (widget, _ ("%d applications concluded."), n);
}

static void
conclude_clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrEligibilityPage *self = XR_ELIGIBILITY_PAGE (widget);
  const XrAskField field = { _ ("_Reviewer"), gtk_editable_get_text (self->reviewer), FALSE };

  xr_dialog_ask (widget, _ ("Confirm all that are clear?"),
                 _ ("Everybody of whom each condition is known becomes eligible, or not eligible "
                    "with the reason. Whoever has something to be verified is left for you."),
                 _ ("_Confirm"), NULL, &field, 1, clear_answered_cb, NULL, NULL);
}

static void
approve_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrEligibilityPage *self = XR_ELIGIBILITY_PAGE (widget);
  g_autoptr (GError) error = NULL;
  int n = xr_review_approve (get_office (self), get_round (self), answers[0], &error);

  if (n < 0)
    xr_window_report_error (widget, error);
  else
    tell_number (widget, _ ("%d conclusions approved."), n);
}

static void
approve (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const XrAskField field = { _ ("_Leader who approves"), NULL, FALSE };

  xr_dialog_ask (widget, _ ("Leader's approval"),
                 _ ("All conclusions that are not approved yet are approved."), _ ("_Approve"),
                 NULL, &field, 1, approve_answered_cb, NULL, NULL);
}

/* ---- construction */

static gboolean
xr_eligibility_page_go_to (XrStagePage *page, const char *place)
{
  if (!g_str_equal (place, "review"))
    return XR_STAGE_PAGE_CLASS (xr_eligibility_page_parent_class)->go_to (page, place);
  xr_review_matrix_focus (XR_ELIGIBILITY_PAGE (page)->matrix);
  return TRUE;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, filters);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, facts);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, decision);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, met_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, failed_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, waive_button);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, reviewer);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, reason);
  gtk_widget_class_bind_template_child (widget_class, XrEligibilityPage, message);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, met_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, waive_cb);
  gtk_widget_class_bind_template_callback (widget_class, eligible_cb);
  gtk_widget_class_bind_template_callback (widget_class, ineligible_cb);
}

static void
xr_eligibility_page_class_init (XrEligibilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_eligibility_page_get_stage;
  page_class->refresh = xr_eligibility_page_refresh;
  page_class->go_to = xr_eligibility_page_go_to;
  gtk_widget_class_install_action (widget_class, "page.conclude-clear", NULL, conclude_clear);
  gtk_widget_class_install_action (widget_class, "page.approve", NULL, approve);
  g_type_ensure (XR_TYPE_CHOICE_BAR);
  g_type_ensure (XR_TYPE_REVIEW_MATRIX);
  g_type_ensure (XR_TYPE_FACT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/eligibility-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
xr_eligibility_page_init (XrEligibilityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
