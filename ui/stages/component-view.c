/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses component, post and group, and shows the parts that the component's method has. The parts are
 * widgets of their own; here they are only given what to show. */
#include "config.h"

#include "stages/component-view.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "round/round.h"
#include "stages/absent-dialog.h"
#include "stages/ballot-list-view.h"
#include "stages/ballot-pad.h"
#include "stages/cell-models.h"
#include "stages/component-parts.h"
#include "stages/copy-judges.h"
#include "stages/keying-desk.h"
#include "stages/missing.h"
#include "stages/lots-view.h"
#include "stages/recusal-window.h"
#include "stages/results-view.h"
#include "widgets/choice-bar.h"
#include "widgets/grid-frame.h"
#include "widgets/row-choice.h"
#include "widgets/row-list-view.h"

struct _XrComponentView
{
  AdwBin parent_instance;

  XrStage stage;
  XrOffice *office;
  gint64 round, component, post, group;
  char *method;
  gboolean editable;
  gboolean twice; /* the component is keyed by two people */
  char *shown;    /* which component, post and group the models are of */

  XrRowChoice *post_choice, *group_choice;
  XrChoiceBar *tabs;
  GtkLabel *summary, *progress;
  GtkStack *stack;
  GtkWidget *absent, *copy, *key, *empty;
  XrGridFrame *scores, *account, *votes, *tally;
  XrRowListView *judges;
  GtkWidget *switcher;
  XrLotsView *lots;
  XrBallotListView *ballots;
  XrKeyingDesk *desk;
  XrResultsView *results;
};

G_DEFINE_FINAL_TYPE (XrComponentView, xr_component_view, ADW_TYPE_BIN)

/* Whether a component of @method has the part; only some are keyed twice. */
static gboolean
has_part (XrComponentView *self, const char *method, const char *part)
{
  return (self->twice || !g_str_equal (part, "twice")) && xr_method_has_part (method, part);
}

/* The post that ballots are of. */
static gint64
get_ballot_post (XrComponentView *self)
{
  return g_strcmp0 (self->method, "ranked") == 0 ? self->post : 0;
}

/* ---- what the parts show */

static void
set_models (XrComponentView *self)
{
  gboolean judged = g_strcmp0 (self->method, "judges") == 0;
  g_autoptr (XrGridModel) scores = NULL;
  g_autoptr (XrGridModel) account = NULL;
  g_autoptr (XrGridModel) votes = NULL;
  g_autoptr (XrGridModel) tally = NULL;

  if (has_part (self, self->method, "scores"))
    scores = xr_score_model_new (self->office, self->component, self->post);
  if (has_part (self, self->method, "account"))
    account = xr_account_model_new (self->office, self->round, self->component,
                                    get_ballot_post (self));
  if (has_part (self, self->method, "votes"))
    votes = xr_votes_model_new (self->office, self->round, self->component);
  if (has_part (self, self->method, "tally"))
    tally = xr_tally_model_new (self->office, self->round, self->component, self->group);
  xr_score_grid_set_judged (xr_grid_frame_get_grid (self->scores), judged);
  xr_grid_frame_set_model (self->scores, scores, _ ("Scores"),
                           judged ? _ ("Nothing to score yet. Add the judges first, under "
                                       "“Judges”; each scores every candidate of the post.")
                                  : _ ("Nothing to score yet: no candidate is in the running for "
                                       "this post."));
  xr_grid_frame_set_model (self->account, account, _ ("Account of ballots"),
                           _ ("This component has no groups of voters; all ballots count alike. "
                              "Groups are part of the plan."));
  xr_grid_frame_set_model (self->votes, votes, _ ("Votes"),
                           _ ("Nothing to count yet: no candidate is in the running."));
  xr_grid_frame_set_model (self->tally, tally, _ ("Marks counted by hand"),
                           _ ("Nothing to count yet: the plan needs dimensions and grades, and "
                              "candidates have to be in the running."));
}

static void
show_models (XrComponentView *self)
{
  g_autofree char *wanted = g_strdup_printf (
    "%p %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, (void *) self->office,
    self->component, self->post, self->group);
  g_autofree char *post = g_strdup_printf ("%" G_GINT64_FORMAT, self->post);

  if (g_strcmp0 (wanted, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  set_models (self);
  xr_row_list_view_set_owner (self->judges, self->office,
                              has_part (self, self->method, "judges") ? self->component : 0);
  xr_row_list_view_set_match (self->judges, "post_id", post);
}

static void
show_ballots (XrComponentView *self)
{
  g_autoptr (XrRow) group = self->group != 0 ? xr_office_load (
                              self->office, xr_table_find ("voter_group"), self->group, NULL)
                                             : NULL;
  const char *valid = group != NULL ? xr_row_get (group, "valid") : NULL;
  g_autofree char *text = NULL;
  guint n;

  xr_ballot_list_view_show (self->ballots, self->office, XR_KEYING_FIRST, self->component,
                            get_ballot_post (self), self->group, FALSE);
  n = xr_ballot_list_view_get_n_ballots (self->ballots);
  if (valid != NULL)
    text = g_strdup_printf (_ ("%1$u of %2$s valid ballots keyed"), n, valid);
  else
    text = g_strdup_printf (_ ("%u ballots keyed; the account does not say yet how many are valid"),
                            n);
  gtk_label_set_label (self->progress, text);
}

/* Not asked of the list, which may hear of a change only after this view. */
static guint
count_judges (XrComponentView *self)
{
  g_autoptr (GPtrArray) judges = xr_office_query (self->office, xr_table_find ("judge"),
                                                  "component_id", self->component);
  guint count = 0;

  for (guint i = 0; i < judges->len; i++)
    count += xr_row_get_int (g_ptr_array_index (judges, i), "post_id") == self->post;
  return count;
}

static void
show_summary (XrComponentView *self)
{
  const XrCase *contest = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *text = NULL;

  if (xr_round_get_result (self->office, self->round, &contest, NULL) == NULL)
    return;
  candidates = xr_active_candidates (contest, xr_method_has_post (self->method) ? self->post : 0);
  if (g_strcmp0 (self->method, "judges") == 0)
    text = g_strdup_printf (_ ("%1$u candidates · %2$u judges"), candidates->len,
                            count_judges (self));
  else
    text = g_strdup_printf (_ ("%u candidates"), candidates->len);
  gtk_label_set_label (self->summary, text);
}

static void
show_parts (XrComponentView *self)
{
  GtkSelectionModel *pages = gtk_stack_get_pages (self->stack);
  const char *first = NULL;
  gboolean keep = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      GtkStackPage *page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *name = gtk_stack_page_get_name (page);
      gboolean visible = self->component != 0 ? has_part (self, self->method, name)
                                              : g_str_equal (name, "empty");
      gtk_stack_page_set_visible (page, visible);
      if (visible && first == NULL)
        first = name;
      keep = keep
             || (visible && g_strcmp0 (name, gtk_stack_get_visible_child_name (self->stack)) == 0);
      g_object_unref (page);
    }
  if (!keep && first != NULL)
    gtk_stack_set_visible_child_name (self->stack, first);
  g_object_unref (pages);
}

/* Buttons that belong to the part on the screen. */
static void
show_tools (XrComponentView *self)
{
  const char *part = gtk_stack_get_visible_child_name (self->stack);
  gboolean grouped = (g_strcmp0 (part, "ballots") == 0 || g_strcmp0 (part, "tally") == 0)
                     && xr_row_choice_get_n_rows (self->group_choice) > 0;

  gtk_widget_set_visible (self->absent, self->editable && g_strcmp0 (part, "scores") == 0
                                          && g_strcmp0 (self->method, "judges") == 0);
  gtk_widget_set_visible (self->key, self->editable && g_strcmp0 (part, "ballots") == 0);
  gtk_widget_set_visible (self->switcher, self->component != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->component != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->group_choice), grouped);
  gtk_widget_set_visible (GTK_WIDGET (self->post_choice), xr_method_has_post (self->method));
  gtk_widget_set_sensitive (self->copy, self->editable);
}

static void
show_all (XrComponentView *self)
{
  show_parts (self);
  show_models (self);
  show_tools (self);
  show_summary (self);
  if (has_part (self, self->method, "ballots"))
    show_ballots (self);
  if (has_part (self, self->method, "results"))
    xr_results_view_show (self->results, self->office, self->round, self->component,
                          get_ballot_post (self));
  if (has_part (self, self->method, "twice"))
    xr_keying_desk_show (self->desk, self->office, self->round, self->component, self->post,
                         self->group, self->editable);
  if (has_part (self, self->method, "lots"))
    xr_lots_view_show (self->lots, self->office, self->component, self->method,
                       xr_method_has_post (self->method) ? self->post : 0, self->editable);
}

/* ---- choosing */

static void
fill_groups (XrComponentView *self)
{
  g_autoptr (GPtrArray) rows = xr_office_query (self->office, xr_table_find ("voter_group"),
                                                "component_id", self->component);

  self->group = xr_row_choice_fill (self->group_choice, rows, self->group);
}

static void
select_component (XrComponentView *self, gint64 component)
{
  g_autoptr (XrRow) row = component != 0 ? xr_office_load (
                            self->office, xr_table_find ("component"), component, NULL)
                                         : NULL;

  self->component = row != NULL ? component : 0;
  g_free (self->method);
  self->method = row != NULL ? g_strdup (xr_row_get (row, "method")) : NULL;
  self->twice = row != NULL && xr_component_keyed_twice (self->office, component) != XR_TWICE_NO;
  fill_groups (self);
}

static void
component_chosen_cb (XrComponentView *self)
{
  select_component (self, xr_choice_bar_get_chosen (self->tabs));
  show_all (self);
}

static GPtrArray *
get_components (XrComponentView *self)
{
  GPtrArray *rows = xr_office_query (self->office, xr_table_find ("component"), "round_id",
                                     self->round);

  for (guint i = rows->len; i > 0; i--)
    if (xr_row_get_int (g_ptr_array_index (rows, i - 1), "stage") != (gint64) self->stage)
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

static void
fill_tabs (XrComponentView *self)
{
  g_autoptr (GPtrArray) components = get_components (self);
  g_autofree XrChip *chips = g_new0 (XrChip, components->len);

  for (guint i = 0; i < components->len; i++)
    {
      XrRow *component = g_ptr_array_index (components, i);
      chips[i].id = xr_row_get_id (component);
      chips[i].label = xr_row_get (component, "name");
    }
  xr_choice_bar_set_chips (self->tabs, chips, components->len);
  select_component (self, xr_choice_bar_get_chosen (self->tabs));
}

static void
fill_posts (XrComponentView *self)
{
  g_autoptr (GPtrArray) rows = xr_office_query (self->office, xr_table_find ("post"), "round_id",
                                                self->round);

  for (guint i = rows->len; i > 0; i--)
    if (xr_row_get_int (g_ptr_array_index (rows, i - 1), "cancelled") != 0)
      g_ptr_array_remove_index (rows, i - 1);
  self->post = xr_row_choice_fill (self->post_choice, rows, self->post);
}

static void
post_chosen_cb (XrComponentView *self)
{
  self->post = xr_row_choice_get (self->post_choice);
  show_all (self);
}

static void
group_chosen_cb (XrComponentView *self)
{
  self->group = xr_row_choice_get (self->group_choice);
  show_all (self);
}

/* ---- acting */

static void
ask_absent (XrComponentView *self, guint row)
{
  XrGridModel *model = xr_score_grid_get_model (xr_grid_frame_get_grid (self->scores));

  xr_absent_dialog_ask (GTK_WIDGET (self), self->office, xr_grid_model_row_id (model, row),
                        xr_grid_model_row_title (model, row));
}

static void
absent_clicked_cb (XrComponentView *self)
{
  guint row, column;

  if (xr_score_grid_get_cursor (xr_grid_frame_get_grid (self->scores), &row, &column))
    ask_absent (self, row);
}

static void
absent_key_cb (XrComponentView *self, guint row)
{
  if (self->editable)
    ask_absent (self, row);
}

static void
key_ballots_cb (XrComponentView *self)
{
  xr_ballot_pad_present (GTK_WIDGET (self), self->office, self->round, self->component,
                         get_ballot_post (self), self->group, 0, NULL);
}

static void
open_ballot_cb (XrComponentView *self, gint64 ballot)
{
  if (self->editable)
    xr_ballot_pad_present (GTK_WIDGET (self), self->office, self->round, self->component,
                           get_ballot_post (self), self->group, ballot, NULL);
}

static void
copy_judges_cb (XrComponentView *self)
{
  xr_copy_judges (GTK_WIDGET (self), self->office, self->round, self->component, self->post);
}

/* ---- widget */

static void
xr_component_view_dispose (GObject *object)
{
  g_clear_object (&XR_COMPONENT_VIEW (object)->office);
  G_OBJECT_CLASS (xr_component_view_parent_class)->dispose (object);
}

static void
xr_component_view_finalize (GObject *object)
{
  XrComponentView *self = XR_COMPONENT_VIEW (object);

  g_free (self->method);
  g_free (self->shown);
  G_OBJECT_CLASS (xr_component_view_parent_class)->finalize (object);
}

static void
xr_component_view_class_init (XrComponentViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_component_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_component_view_finalize;
}

static GtkWidget *
make_head (XrComponentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->post_choice = xr_row_choice_new (_ ("P_ost"));
  self->tabs = g_object_new (XR_TYPE_CHOICE_BAR, "hexpand", TRUE, NULL);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tabs));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->post_choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  return box;
}

static GtkWidget *
make_button (const char *text, GCallback callback, XrComponentView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_tools (XrComponentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = self->switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  self->group_choice = xr_row_choice_new (_ ("_Group"));
  self->absent = make_button (_ ("_Absent… (Q)"), G_CALLBACK (absent_clicked_cb), self);
  self->key = make_button (_ ("_Key ballots…"), G_CALLBACK (key_ballots_cb), self);
  gtk_widget_set_hexpand (self->key, TRUE);
  gtk_widget_set_halign (self->key, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group_choice));
  gtk_box_append (GTK_BOX (box), self->absent);
  gtk_box_append (GTK_BOX (box), self->key);
  return box;
}

static void
add_part (XrComponentView *self, const char *name, const char *title, gpointer part)
{
  gtk_stack_add_titled (self->stack, part, name, title);
}

/* How many are keyed, and the list of them. */
static GtkWidget *
make_ballots (XrComponentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->ballots = xr_ballot_list_view_new ();
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->progress, 0);
  gtk_label_set_wrap (self->progress, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ballots));
  return box;
}

static void
make_parts (XrComponentView *self)
{
  self->scores = xr_grid_frame_new ();
  self->account = xr_grid_frame_new ();
  self->votes = xr_grid_frame_new ();
  self->tally = xr_grid_frame_new ();
  self->judges = xr_row_list_view_new ("judge");
  self->lots = xr_lots_view_new ();
  self->desk = xr_keying_desk_new ();
  self->results = xr_results_view_new ();
  self->copy = make_button (_ ("_Copy judges from another post"), G_CALLBACK (copy_judges_cb),
                            self);
  self->empty = gtk_label_new (_ ("The plan scores nothing in this stage."));
  xr_row_list_view_hide_columns (self->judges, (const char *const[]){ "post_id", NULL });
  xr_row_list_view_add_tool (self->judges, self->copy);
  xr_row_list_view_add_tool (self->judges, xr_recusal_button_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  add_part (self, "scores", _ ("Scores"), self->scores);
  add_part (self, "account", _ ("Account of ballots"), self->account);
  add_part (self, "ballots", _ ("Ballots"), make_ballots (self));
  add_part (self, "votes", _ ("Votes"), self->votes);
  add_part (self, "tally", _ ("Counted by hand"), self->tally);
  add_part (self, "judges", _ ("Judges"), self->judges);
  add_part (self, "lots", _ ("Lots"), self->lots);
  add_part (self, "twice", _ ("Keyed twice"), self->desk);
  add_part (self, "results", _ ("Results"), self->results);
  add_part (self, "empty", "", self->empty);
}

static void
xr_component_view_init (XrComponentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  make_parts (self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->tabs, "chosen", G_CALLBACK (component_chosen_cb), self);
  g_signal_connect_swapped (self->post_choice, "chosen", G_CALLBACK (post_chosen_cb), self);
  g_signal_connect_swapped (self->group_choice, "chosen", G_CALLBACK (group_chosen_cb), self);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (show_tools), self);
  g_signal_connect_swapped (xr_grid_frame_get_grid (self->scores), "absent",
                            G_CALLBACK (absent_key_cb), self);
  g_signal_connect_swapped (self->ballots, "open", G_CALLBACK (open_ballot_cb), self);
}

XrComponentView *
xr_component_view_new (XrStage stage)
{
  XrComponentView *self = g_object_new (XR_TYPE_COMPONENT_VIEW, NULL);

  self->stage = stage;
  return self;
}

void
xr_component_view_set_round (XrComponentView *self, XrOffice *office, gint64 round)
{
  g_set_object (&self->office, office);
  self->round = round;
  self->component = self->post = self->group = 0;
}

void
xr_component_view_refresh (XrComponentView *self, gboolean editable)
{
  self->editable = editable;
  fill_posts (self);
  fill_tabs (self);
  show_all (self);
}

/* ---- from a condition to its place */

static gint64
find_component_with (XrComponentView *self, const char *part)
{
  g_autoptr (GPtrArray) components = get_components (self);

  if (g_str_equal (part, "twice"))
    return xr_find_unsettled_keying (self->office, components);
  if (has_part (self, self->method, part))
    return self->component;
  for (guint i = 0; i < components->len; i++)
    if (has_part (self, xr_row_get (g_ptr_array_index (components, i), "method"), part))
      return xr_row_get_id (g_ptr_array_index (components, i));
  return 0;
}

static void
go_to_component (XrComponentView *self, gint64 component)
{
  fill_posts (self);
  xr_choice_bar_choose (self->tabs, component);
  select_component (self, component);
  show_all (self);
}

/* The group whose ballots lack most is the one to key. */
static void
go_to_group (XrComponentView *self)
{
  self->group = xr_find_unkeyed_group (self->office, self->component, get_ballot_post (self),
                                       self->group);
  fill_groups (self);
  show_all (self);
}

static void
go_to_part (XrComponentView *self, const char *part)
{
  gtk_stack_set_visible_child_name (self->stack, part);
  if (g_str_equal (part, "twice"))
    xr_keying_desk_focus (self->desk);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

gboolean
xr_component_view_go_to (XrComponentView *self, const char *place)
{
  gboolean missing = g_str_equal (place, "scores");
  const char *part = missing ? "scores" : xr_component_part_at (place);
  gint64 component;

  if (part == NULL)
    return FALSE;
  component = missing ? xr_find_missing_score (self->office, self->round, self->stage, &self->post)
                      : find_component_with (self, part);
  if (component == 0)
    return FALSE;
  go_to_component (self, component);
  if (g_str_equal (part, "ballots"))
    go_to_group (self);
  go_to_part (self, part);
  return TRUE;
}
