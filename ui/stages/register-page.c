/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 2: applicants by post against the opening ratio, a short dossier beside them, and the
 * decisions that the ratio asks for. The dossier window is a file of its own. */
#include "config.h"

#include "stages/register-page.h"

#include <glib/gi18n-lib.h>

#include "dossier/dossier-window.h"
#include "dossier/export-dialog.h"
#include "exchange/blank-book.h"
#include "exchange/workbook.h"
#include "round/commands.h"
#include "round/round.h"
#include "shell/transfer.h"
#include "stages/applicant-list.h"
#include "stages/candidate-facts.h"
#include "stages/candidate-window.h"
#include "stages/intake-window.h"
#include "widgets/choice-bar.h"
#include "widgets/dialogs.h"
#include "widgets/row-dialog.h"
#include "widgets/row-list-view.h"

struct _XrRegisterPage
{
  XrStagePage parent_instance;

  GtkStack *stack, *people;
  GtkWidget *tools, *first_button, *leave_button, *return_button;
  XrChoiceBar *posts;
  XrApplicantList *list;
  GtkDropDown *order;
  GtkLabel *name, *standing;
  XrFactList *facts;
  XrRowListView *decisions;
};

G_DEFINE_FINAL_TYPE (XrRegisterPage, xr_register_page, XR_TYPE_STAGE_PAGE)

static XrOffice *
get_office (XrRegisterPage *self)
{
  return xr_stage_page_get_office (XR_STAGE_PAGE (self));
}

static gint64
get_round (XrRegisterPage *self)
{
  return xr_stage_page_get_round (XR_STAGE_PAGE (self));
}

static XrStage
xr_register_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_REGISTER;
}

static void
xr_register_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (page);

  xr_row_list_view_set_owner (self->decisions, office, round);
}

/* ---- the selected one */

static void
show_standing (XrRegisterPage *self, XrRow *application)
{
  XrOffice *office = get_office (self);
  const XrTable *table = xr_table_find ("application");
  g_autofree char *post = NULL;
  g_autofree char *state = NULL;
  g_autofree char *on = NULL;
  g_autofree char *text = NULL;

  if (application == NULL)
    {
      gtk_label_set_label (self->standing, _ ("Has not applied for a post yet."));
      return;
    }
  post = xr_office_dup_display (office, application, xr_table_find_field (table, "post_id"));
  state = xr_office_dup_display (office, application, xr_table_find_field (table, "state"));
  on = xr_office_dup_display (office, application, xr_table_find_field (table, "left_on"));
  if (g_strcmp0 (xr_row_get (application, "state"), "active") == 0)
    text = g_strdup_printf (_ ("Applies for %s"), post);
  else
    /* Translators: post, state (withdrawn …), day, reason */
    text = g_strdup_printf (_ ("%1$s: %2$s on %3$s. %4$s"), post, state, on,
                            xr_row_get (application, "left_reason"));
  gtk_label_set_label (self->standing, text);
}

static void
selected_cb (XrRegisterPage *self)
{
  XrApplicant *line = xr_applicant_list_get_selected (self->list);
  XrRow *application = line != NULL ? xr_applicant_get_application (line) : NULL;
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));
  gboolean active = application != NULL
                    && g_strcmp0 (xr_row_get (application, "state"), "active") == 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.open", line != NULL);
  gtk_widget_action_set_enabled (widget, "page.apply", editable && line != NULL);
  gtk_widget_action_set_enabled (widget, "page.wish", editable && active);
  gtk_widget_action_set_enabled (widget, "page.withdraw", editable && active);
  gtk_widget_action_set_enabled (widget, "page.return", editable && application != NULL && !active);
  gtk_widget_set_visible (self->leave_button, active || application == NULL);
  gtk_widget_set_visible (self->return_button, application != NULL && !active);
  if (line == NULL)
    return;
  gtk_label_set_label (self->name, xr_row_get (xr_applicant_get_candidate (line), "name"));
  show_standing (self, application);
  xr_candidate_facts_show (self->facts, get_office (self), xr_applicant_get_candidate (line));
}

/* ---- posts against the opening ratio */

static void
add_chip (GArray *chips, GPtrArray *texts, gint64 id, char *label, char *tooltip, gboolean short_of)
{
  XrChip chip = { id, label, tooltip, short_of };

  g_ptr_array_add (texts, label);
  g_ptr_array_add (texts, tooltip);
  g_array_append_val (chips, chip);
}

static void
add_post_chip (GArray *chips, GPtrArray *texts, const XrSettings *settings, const XrPost *post,
               guint n)
{
  guint needed = 1;

  if (settings->has_opening_ratio)
    needed = xr_shortlist_size (post->vacancies, settings->opening_ratio, XR_SIZE_UP);
  /* Translators: post, applicants, applicants that the opening ratio asks for */
  add_chip (
    chips, texts, post->id,
    g_strdup_printf (n < needed ? _ ("! %1$s  %2$u / %3$u") : _ ("%1$s  %2$u / %3$u"), post->name,
                     n, needed),
    g_strdup_printf (_ ("%1$u applicants in the running; %2$u are needed to go on"), n, needed),
    n < needed);
}

static void
show_posts (XrRegisterPage *self, const XrCase *contest)
{
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (XrChip));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  add_chip (
    chips, texts, 0,
    g_strdup_printf (_ ("All  %u"), xr_applicants_count (get_office (self), get_round (self), 0)),
    NULL, FALSE);
  for (guint i = 0; i < contest->plan->posts->len; i++)
    {
      const XrPost *post = g_ptr_array_index (contest->plan->posts, i);
      add_post_chip (chips, texts, &contest->plan->settings, post,
                     xr_applicants_count (get_office (self), get_round (self), post->id));
    }
  xr_choice_bar_set_chips (self->posts, (const XrChip *) chips->data, chips->len);
}

static void
show_list (XrRegisterPage *self, const XrCase *contest)
{
  xr_applicant_list_show (self->list, get_office (self), get_round (self),
                          xr_settings_reference_date (&contest->plan->settings),
                          xr_choice_bar_get_chosen (self->posts));
  selected_cb (self);
}

static gboolean
has_anybody (XrRegisterPage *self)
{
  g_autoptr (GArray) first = xr_applicants_list (get_office (self), get_round (self), 0,
                                                 XR_APPLICANTS_BY_NUMBER, 1);

  return first->len > 0;
}

static void
xr_register_page_refresh (XrStagePage *page)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (page);
  gboolean editable = xr_stage_page_get_editable (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCase) contest = xr_round_load_case (get_office (self), get_round (self),
                                                   XR_LOAD_PLAN, &error);

  if (contest == NULL)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  show_posts (self, contest);
  show_list (self, contest);
  gtk_stack_set_visible_child_name (self->people, has_anybody (self) ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import", editable);
  gtk_widget_set_visible (self->tools, editable);
  gtk_widget_set_visible (self->first_button, editable);
}

static void
post_chosen_cb (XrRegisterPage *self)
{
  g_autoptr (XrCase) contest = xr_round_load_case (get_office (self), get_round (self),
                                                   XR_LOAD_PLAN, NULL);

  if (contest != NULL)
    show_list (self, contest);
}

static void
order_chosen_cb (XrRegisterPage *self)
{
  xr_applicant_list_set_order (self->list,
                               (XrApplicantOrder) gtk_drop_down_get_selected (self->order));
  post_chosen_cb (self);
}

/* ---- what can be done */

static void
add_candidate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  g_autoptr (XrRow) candidate = xr_row_new (xr_table_find ("candidate"), get_round (self));

  xr_candidate_window_present (widget, get_office (self), get_round (self), candidate,
                               xr_choice_bar_get_chosen (self->posts));
}

static void
open_dossier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  XrApplicant *line = xr_applicant_list_get_selected (self->list);

  xr_dossier_window_present (widget, get_office (self),
                             xr_row_get_id (xr_applicant_get_candidate (line)));
}

static void
export_forms (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);

  xr_export_dialog_present (widget, get_office (self), get_round (self), 0);
}

static void
open_dossier_cb (XrRegisterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.open", NULL);
}

static void
apply_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  XrApplicant *line = xr_applicant_list_get_selected (self->list);
  gint64 candidate = xr_row_get_id (xr_applicant_get_candidate (line));
  g_autoptr (XrRow) application = xr_row_new (xr_table_find ("application"), candidate);

  xr_row_dialog_present (widget, get_office (self), application, get_round (self), NULL, NULL);
}

static void
change_wish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const fields[] = { "wish", NULL };
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  XrApplicant *line = xr_applicant_list_get_selected (self->list);

  xr_row_dialog_present_fields (widget, get_office (self), xr_applicant_get_application (line),
                                get_round (self), fields, NULL, NULL);
}

static void
withdraw_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  const gint64 *application = data;
  g_autoptr (GError) error = NULL;
  XrDate on;

  if (!xr_date_parse (answers[0], FALSE, &on, &error)
      || !xr_application_leave (get_office (XR_REGISTER_PAGE (widget)), *application, "withdrawn",
                                on, answers[1], &error))
    xr_window_report_error (widget, error);
  else
    xr_window_toast (widget, _ ("The application is withdrawn."), TRUE);
}

static void
withdraw (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  XrApplicant *line = xr_applicant_list_get_selected (self->list);
  gint64 id = xr_row_get_id (xr_applicant_get_application (line));
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  g_autofree char *heading = g_strdup_printf (
    /* Translators: %s is the name of a person. */
    _ ("Withdraw %s"), xr_row_get (xr_applicant_get_candidate (line), "name"));
  const XrAskField fields[] = { { _ ("_Day"), today, FALSE, TRUE },
                                { _ ("_Reason"), NULL, FALSE } };

  xr_dialog_ask (widget, heading,
                 _ ("The application stays on record; it no longer counts for the opening ratio."),
                 _ ("_Withdraw"), NULL, fields, G_N_ELEMENTS (fields), withdraw_answered_cb,
                 g_memdup2 (&id, sizeof id), g_free);
}

static void
return_to_running (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  XrApplicant *line = xr_applicant_list_get_selected (self->list);
  gint64 id = xr_row_get_id (xr_applicant_get_application (line));
  g_autoptr (GError) error = NULL;

  if (xr_application_return (get_office (self), id, &error))
    xr_window_toast (widget, _ ("The application is in the running again."), TRUE);
  else
    xr_window_report_error (widget, error);
}

static void
prepare_decision_cb (XrRegisterPage *self, XrRow *row)
{
  gint64 post = xr_choice_bar_get_chosen (self->posts);

  if (post != 0)
    xr_row_set_int (row, "post_id", post);
}

/* A workbook with more sheets than 报名 is taken in whole; anything else is a list of people. */
static void
import_files (XrRegisterPage *self, const char *const *paths)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (paths[0] != NULL && paths[1] == NULL && xr_workbook_has_more_than_people (paths[0]))
    xr_transfer_import_into_round (XR_WINDOW (root), paths[0]);
  else
    xr_intake_window_open (root, get_office (self), get_round (self), paths);
}

static void
files_chosen_cb (GtkWidget *widget, const char *const *paths, gpointer data)
{
  import_files (XR_REGISTER_PAGE (widget), paths);
}

static void
import_people (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "xlsx", "csv", "txt", "lrmx", "lrm", NULL };

  xr_dialog_open_files (widget, _ ("Import people"),
                        _ ("Lists and forms of people (.xlsx, .csv, .lrmx, .lrm)"), suffixes,
                        files_chosen_cb, NULL, NULL);
}

static void
blank_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (widget);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path != NULL && xr_blank_book_write (get_office (self), get_round (self), path, &error))
    xr_window_toast (widget, _ ("The blank workbook is written. Give it to the applicants."),
                     FALSE);
  else if (error != NULL)
    xr_window_report_error (widget, error);
}

static void
save_blank_book (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_dialog_save_file (widget, _ ("Save a blank registration workbook"), _ ("Registration.xlsx"),
                       blank_chosen_cb, NULL, NULL);
}

static gboolean
dropped_cb (XrRegisterPage *self, const GValue *value)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    {
      if (g_file_peek_path (file->data) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file->data));
    }
  if (!xr_stage_page_get_editable (XR_STAGE_PAGE (self)))
    return FALSE;
  if (paths->len < g_slist_length (g_value_get_boxed (value)))
    xr_dialog_tell (GTK_WIDGET (self), _ ("This could not be done"), xr_dialog_no_path_text ());
  if (paths->len == 0)
    return FALSE;
  g_ptr_array_add (paths, NULL);
  import_files (self, (const char *const *) paths->pdata);
  return TRUE;
}

/* ---- places */

/* "candidate/12", as search names people. */
static gboolean
xr_register_page_go_to (XrStagePage *page, const char *place)
{
  XrRegisterPage *self = XR_REGISTER_PAGE (page);

  if (g_str_has_prefix (place, "candidate/"))
    {
      gtk_stack_set_visible_child_name (self->stack, "people");
      xr_choice_bar_choose (self->posts, 0);
      post_chosen_cb (self);
      xr_applicant_list_select_candidate (
        self->list, g_ascii_strtoll (place + strlen ("candidate/"), NULL, 10));
      gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
      return TRUE;
    }
  return XR_STAGE_PAGE_CLASS (xr_register_page_parent_class)->go_to (page, place);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_candidate);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_people);
  gtk_widget_class_install_action (widget_class, "page.blank-book", NULL, save_blank_book);
  gtk_widget_class_install_action (widget_class, "page.open", NULL, open_dossier);
  gtk_widget_class_install_action (widget_class, "page.export-forms", NULL, export_forms);
  gtk_widget_class_install_action (widget_class, "page.apply", NULL, apply_again);
  gtk_widget_class_install_action (widget_class, "page.wish", NULL, change_wish);
  gtk_widget_class_install_action (widget_class, "page.withdraw", NULL, withdraw);
  gtk_widget_class_install_action (widget_class, "page.return", NULL, return_to_running);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "page.import",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.open", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, people);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, tools);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, return_button);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, posts);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, list);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, order);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, name);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, standing);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, facts);
  gtk_widget_class_bind_template_child (widget_class, XrRegisterPage, decisions);
}

static void
xr_register_page_class_init (XrRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_register_page_get_stage;
  page_class->set_round = xr_register_page_set_round;
  page_class->refresh = xr_register_page_refresh;
  page_class->go_to = xr_register_page_go_to;
  install_actions (widget_class);
  g_type_ensure (XR_TYPE_CHOICE_BAR);
  g_type_ensure (XR_TYPE_APPLICANT_LIST);
  g_type_ensure (XR_TYPE_FACT_LIST);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/register-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, post_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_dossier_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
xr_register_page_init (XrRegisterPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  xr_row_list_view_set_match (self->decisions, "stage", "2");
  xr_row_list_view_hide_columns (self->decisions, (const char *const[]){ "stage", NULL });
  g_signal_connect_object (self->decisions, "prepare-row", G_CALLBACK (prepare_decision_cb), self,
                           G_CONNECT_SWAPPED);
}
