/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four tables of one post, each filled when it is first looked at; the results without each judge are
 * worked out one by one while the window is idle. All figures come from the rules. */
#include "config.h"

#include "stages/explain-window.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "rules/breakdown.h"
#include "rules/explain.h"
#include "stages/cell-models.h"
#include "stages/ranking-reason.h"
#include "widgets/mark-plot.h"

/* How many applications the search for a swap may work out anew: some tenths of a second. */
#define SWAP_BUDGET 8000
/* Orders of fewer candidates agree or not by mere chance. */
#define FEWEST_COMPARED 4

struct _XrExplainWindow
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round, post;
  GtkDropDown *people;
  GtkStack *stack;
  GtkGrid *candidate, *judges, *without, *weights;
  GPtrArray *results; /* XrWithout, those worked out so far */
  guint idle;
};

G_DEFINE_FINAL_TYPE (XrExplainWindow, xr_explain_window, ADW_TYPE_WINDOW)

/* ---- tables */

static GtkWidget *
create_label (const char *text, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static int
count_rows (GtkGrid *grid)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), "xr-rows"));
}

static void
set_rows (GtkGrid *grid, int rows)
{
  g_object_set_data (G_OBJECT (grid), "xr-rows", GINT_TO_POINTER (rows));
}

static void
clear_table (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  set_rows (grid, 0);
}

/* A line over the whole width. */
static void
add_sentence (GtkGrid *grid, const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, 0);
  int row = count_rows (grid);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 90);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (row > 0 && g_strcmp0 (css_class, "heading") == 0)
    gtk_widget_set_margin_top (label, 12);
  gtk_grid_attach (grid, label, 0, row, 9, 1);
  set_rows (grid, row + 1);
}

/* A line of cells; the first stands left, the others right. @plot: a last cell, or NULL. */
static void
add_cells (GtkGrid *grid, const char *const *cells, const char *css_class, GtkWidget *plot)
{
  int row = count_rows (grid);
  int column = 0;

  for (; cells[column] != NULL; column++)
    {
      GtkWidget *label = create_label (cells[column], column == 0 ? 0 : 1);

      if (css_class != NULL)
        gtk_widget_add_css_class (label, css_class);
      gtk_grid_attach (grid, label, column, row, 1, 1);
    }
  if (plot != NULL)
    gtk_grid_attach (grid, plot, column, row, 1, 1);
  set_rows (grid, row + 1);
}

/* ---- what is shown */

static const XrPostResult *
get_result (XrExplainWindow *self, const XrCase **contest)
{
  const XrResult *result = xr_round_get_result (self->office, self->round, contest, NULL);

  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      const XrPost *post = g_ptr_array_index ((*contest)->plan->posts, one->post);
      if (post->id == self->post)
        return one;
    }
  return NULL;
}

static guint
get_position (XrExplainWindow *self, const XrPostResult *post)
{
  guint position = gtk_drop_down_get_selected (self->people);

  return position < post->standings->len ? position : 0;
}

static const XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

static const XrCandidate *
get_candidate (const XrCase *contest, const XrStanding *standing)
{
  return g_ptr_array_index (contest->candidates, standing->candidate);
}

/* ---- the candidate */

static GtkWidget *
create_bar (XrDecimal value, const char *words)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XrDecimal));

  g_array_append_val (values, value);
  return xr_mark_plot_new (XR_MARK_PLOT_BAR, values, XR_DECIMAL_ZERO, XR_DECIMAL_INT (100), words);
}

static void
add_component (XrExplainWindow *self, const XrCase *contest, const XrStanding *standing, int index)
{
  const XrComponent *component = get_component (contest, index);
  const XrComponentResult *result = &standing->components[index];
  g_autofree char *weight = xr_decimal_format_short (component->weight);
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;
  g_autofree char *words = NULL;

  if (!result->has_value)
    {
      add_cells (self->candidate, (const char *const[]){ component->name, "—", NULL }, NULL, NULL);
      return;
    }
  value = xr_decimal_format (result->value, component->places);
  part = component->bonus ? g_strdup (value)
                          : xr_ranking_dup_contribution (result->value, component->weight);
  words = g_strdup_printf (_ ("%1$s: %2$s of 100"), component->name, value);
  add_cells (self->candidate,
             (const char *const[]){ component->name, value, component->bonus ? _ ("bonus") : weight,
                                    part, NULL },
             NULL, component->bonus ? NULL : create_bar (result->value, words));
}

static void
add_components (XrExplainWindow *self, const XrCase *contest, const XrStanding *standing)
{
  const char *const heads[] = { _ ("Component"), _ ("Score"), _ ("Weight %"), _ ("Contribution"),
                                NULL };

  add_sentence (self->candidate, _ ("What each component gave"), "heading");
  add_cells (self->candidate, heads, "dim-label", NULL);
  for (int i = 0; i < (int) contest->plan->components->len; i++)
    add_component (self, contest, standing, i);
  if (standing->has_total)
    {
      g_autofree char *total = xr_decimal_format (standing->total,
                                                  contest->plan->settings.total_places);
      add_cells (self->candidate, (const char *const[]){ _ ("Total"), "", "", total, NULL },
                 "heading", NULL);
    }
}

static char *
describe_swap (const XrCase *contest, const XrSwap *swap)
{
  g_autofree char *from = xr_decimal_format_short (swap->from);
  g_autofree char *to = xr_decimal_format_short (swap->to);
  g_autofree char *looked = xr_decimal_format_short (swap->looked);
  const XrScore *score;
  const XrJudge *judge;
  const XrApplication *application;
  const XrCandidate *candidate;

  if (!swap->found && swap->complete)
    return g_strdup (_ ("No change of a single judge's mark would swap them."));
  if (!swap->found && swap->looked.units == 0)
    return g_strdup (
      _ ("Marks also move other people here, and the field is too large to try every "
         "single change."));
  if (!swap->found)
    return g_strdup_printf (_ ("No change of a single mark by up to %s points would swap them; "
                               "larger ones were not tried."),
                            looked);
  score = &g_array_index (contest->scores, XrScore, swap->score);
  judge = g_ptr_array_index (contest->judges, score->judge);
  application = &g_array_index (contest->applications, XrApplication, score->application);
  candidate = g_ptr_array_index (contest->candidates, application->candidate);
  /* Translators: component, judge, candidate, mark, other mark */
  return g_strdup_printf (_ ("The smallest change of one mark that swaps them: %1$s, %2$s gives "
                             "%3$s %5$s instead of %4$s."),
                          get_component (contest, judge->component)->name, judge->name,
                          candidate->name, from, to);
}

static void
add_neighbour (XrExplainWindow *self, const XrCase *contest, const XrStanding *upper,
               const XrStanding *lower, gboolean above)
{
  g_autofree char *margin = xr_ranking_dup_margin (upper->total, lower->total,
                                                   contest->plan->settings.total_places);
  g_autofree char *first = NULL;
  g_autofree char *decided = NULL;
  g_autofree char *swap_text = NULL;
  int component = xr_explain_deciding (contest, upper, lower);
  XrSwap swap = xr_explain_swap (contest, upper->application, lower->application, SWAP_BUDGET);

  first = above ? g_strdup_printf (_ ("Behind %1$s by %2$s."), get_candidate (contest, upper)->name,
                                   margin)
                : g_strdup_printf (_ ("Ahead of %1$s by %2$s."),
                                   get_candidate (contest, lower)->name, margin);
  decided = component >= 0
              ? g_strdup_printf (_ ("%1$s Deciding component: %2$s."), first,
                                 get_component (contest, component)->name)
              : g_strdup_printf (_ ("%s They are equal in everything that ranks."), first);
  swap_text = describe_swap (contest, &swap);
  add_sentence (self->candidate, decided, NULL);
  add_sentence (self->candidate, swap_text, "dim-label");
}

static const XrStanding *
get_ranked (const XrPostResult *post, guint position)
{
  const XrStanding *standing = position < post->standings->len
                                 ? g_ptr_array_index (post->standings, position)
                                 : NULL;

  return standing != NULL && standing->has_total ? standing : NULL;
}

static void
add_neighbours (XrExplainWindow *self, const XrCase *contest, const XrPostResult *post,
                guint position)
{
  const XrStanding *standing = get_ranked (post, position);
  const XrStanding *above = position > 0 ? get_ranked (post, position - 1) : NULL;
  const XrStanding *below = get_ranked (post, position + 1);

  if (standing == NULL || (above == NULL && below == NULL))
    return;
  add_sentence (self->candidate, _ ("Neighbours"), "heading");
  if (above != NULL)
    add_neighbour (self, contest, above, standing, TRUE);
  if (below != NULL)
    add_neighbour (self, contest, standing, below, FALSE);
}

static void
show_candidate (XrExplainWindow *self)
{
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  const XrStanding *standing;
  g_autofree char *rank = NULL;
  g_autofree char *title = NULL;
  guint position;

  clear_table (self->candidate);
  if (post == NULL || post->standings->len == 0)
    return;
  position = get_position (self, post);
  standing = g_ptr_array_index (post->standings, position);
  rank = xr_ranking_dup_rank (contest, standing);
  title = g_strdup_printf (_ ("Rank: %s"), rank);
  add_sentence (self->candidate, title, "title-4");
  add_components (self, contest, standing);
  add_neighbours (self, contest, post, position);
}

/* ---- the judges */

/* All marks of a judge, and the ends of the line for all judges of the component. */
static GtkWidget *
create_dots (const XrCase *contest, const XrPostResult *post, const XrJudgeFigures *figures,
             XrDecimal lowest, XrDecimal highest)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (XrDecimal));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XrDecimal));
  g_autofree char *from = xr_decimal_format_short (figures->lowest);
  g_autofree char *to = xr_decimal_format_short (figures->highest);
  g_autofree char *words = g_strdup_printf (_ ("Marks from %1$s to %2$s"), from, to);

  g_array_set_size (sums, contest->applications->len);
  for (guint i = 0; i < contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (contest->scores, XrScore, i);
      if (score->judge == figures->judge && !score->recused)
        g_array_index (sums, XrDecimal, score->application).units += score->value.units;
    }
  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, XrDecimal, i).units > 0)
      g_array_append_val (values, g_array_index (sums, XrDecimal, i));
  return xr_mark_plot_new (XR_MARK_PLOT_DOTS, values, lowest, highest, words);
}

static void
add_judge (XrExplainWindow *self, const XrCase *contest, const XrPostResult *post,
           const XrJudgeFigures *figures, XrDecimal lowest, XrDecimal highest)
{
  const XrJudge *judge = g_ptr_array_index (contest->judges, figures->judge);
  g_autofree char *scored = g_strdup_printf ("%u", figures->n_scored);
  g_autofree char *mean = xr_decimal_format (figures->mean, 2);
  g_autofree char *severity = xr_decimal_format (figures->severity, 2);
  g_autofree char *from = xr_decimal_format_short (figures->lowest);
  g_autofree char *to = xr_decimal_format_short (figures->highest);
  g_autofree char *range = g_strdup_printf ("%s–%s", from, to);
  g_autofree char *agreement = figures->n_scored >= FEWEST_COMPARED && figures->n_pairs > 0
                                 ? xr_decimal_format (figures->agreement, 2)
                                 : g_strdup ("—");
  g_autofree char *dropped = g_strdup_printf ("%u / %u", figures->n_dropped_high,
                                              figures->n_dropped_low);
  g_autofree char *name = judge->panel != NULL
                            ? g_strdup_printf ("%s  %s", judge->panel, judge->name)
                            : g_strdup (judge->name);

  if (figures->n_scored == 0)
    {
      add_cells (self->judges, (const char *const[]){ name, "0", NULL }, NULL, NULL);
      return;
    }
  add_cells (self->judges,
             (const char *const[]){ name, scored, mean, severity, range, agreement, dropped, NULL },
             NULL, create_dots (contest, post, figures, lowest, highest));
}

static void
find_ends (GArray *figures, XrDecimal *lowest, XrDecimal *highest)
{
  *lowest = (XrDecimal){ G_MAXINT64 };
  *highest = XR_DECIMAL_ZERO;
  for (guint i = 0; i < figures->len; i++)
    {
      const XrJudgeFigures *one = &g_array_index (figures, XrJudgeFigures, i);
      if (one->n_scored == 0)
        continue;
      lowest->units = MIN (lowest->units, one->lowest.units);
      highest->units = MAX (highest->units, one->highest.units);
    }
}

static void
add_judges (XrExplainWindow *self, const XrCase *contest, const XrPostResult *post, int component)
{
  const char *const heads[] = { _ ("Judge"),
                                _ ("Candidates marked"),
                                _ ("Mean"),
                                _ ("Beside the panel"),
                                _ ("Lowest–highest"),
                                _ ("Agreement"),
                                _ ("Dropped high / low"),
                                _ ("Marks of all candidates"),
                                NULL };
  g_autoptr (GArray) figures = xr_explain_judges (contest, post, component);
  XrDecimal lowest, highest;

  if (figures->len == 0)
    return;
  find_ends (figures, &lowest, &highest);
  add_sentence (self->judges, get_component (contest, component)->name, "heading");
  add_cells (self->judges, heads, "dim-label", NULL);
  for (guint i = 0; i < figures->len; i++)
    add_judge (self, contest, post, &g_array_index (figures, XrJudgeFigures, i), lowest, highest);
}

static void
show_judges (XrExplainWindow *self)
{
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);

  clear_table (self->judges);
  for (int i = 0; post != NULL && i < (int) contest->plan->components->len; i++)
    if (get_component (contest, i)->method == XR_METHOD_JUDGES)
      add_judges (self, contest, post, i);
  if (count_rows (self->judges) == 0)
    {
      add_sentence (self->judges, _ ("No component of this post is marked by judges."), NULL);
      return;
    }
  add_sentence (
    self->judges,
    _ ("“Beside the panel” is how far a judge's marks lie above (or, with −, below) the mean of "
       "the panel, on average. “Agreement” compares the order in which a judge puts the candidates "
       "with the order of the others: 1 is the same order, −1 the reverse; with fewer than four "
       "candidates it is left out."),
    "dim-label");
  add_sentence (self->judges,
                _ ("Panels of five to nine judges are small: these figures describe what was "
                   "marked, they don't prove that a judge was unfair, strict or lenient."),
                "dim-label");
}

/* ---- without one judge */

static const char *
describe_list (const XrWithout *without)
{
  return without->list_changes ? _ ("! others on the list") : _ ("same list");
}

static void
add_without (XrExplainWindow *self, const XrCase *contest, const XrWithout *without, int index,
             guint position)
{
  const XrJudge *judge = g_ptr_array_index (contest->judges, index);
  g_autofree char *rank = without->ranks[position] > 0
                            ? g_strdup_printf ("%d", without->ranks[position])
                            : g_strdup ("—");
  g_autofree char *moved = g_strdup_printf ("%u", without->n_moved);
  const char *component = get_component (contest, judge->component)->name;

  if (without->known)
    add_cells (
      self->without,
      (const char *const[]){ judge->name, component, rank, moved, describe_list (without), NULL },
      NULL, NULL);
  else
    add_cells (
      self->without,
      (const char *const[]){ judge->name, component, "—", "—", _ ("too few judges left"), NULL },
      NULL, NULL);
}

/* Whether the rank of the one who is shown hangs on one judge. */
static char *
describe_dependence (XrExplainWindow *self, const XrCase *contest, const XrPostResult *post,
                     guint position)
{
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  const char *name = get_candidate (contest, standing)->name;
  guint n = 0;
  guint lists = 0;

  for (guint i = 0; i < self->results->len; i++)
    {
      const XrWithout *one = g_ptr_array_index (self->results, i);
      n += one->known && one->ranks[position] != standing->rank;
      lists += one->known && one->shortlisted[position] != standing->shortlisted;
    }
  if (lists > 0)
    return g_strdup_printf (_ ("! Whether %1$s is on the list hangs on one judge (%2$u cases)."),
                            name, lists);
  if (n > 0)
    return g_strdup_printf (_ ("The rank of %1$s hangs on one judge (%2$u cases); the place on the "
                               "list does not."),
                            name, n);
  return g_strdup_printf (_ ("Without any one judge the rank of %s is the same."), name);
}

static void
show_without (XrExplainWindow *self)
{
  const char *const heads[] = { _ ("Without judge"),   _ ("Component"), _ ("Rank then"),
                                _ ("Ranks that move"), _ ("List"),      NULL };
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  g_autoptr (GArray) judges = post != NULL ? xr_explain_list_judges (contest, post->post) : NULL;
  g_autofree char *text = NULL;

  clear_table (self->without);
  if (post == NULL || post->standings->len == 0)
    return;
  if (self->results->len == 0)
    {
      add_sentence (self->without,
                    self->idle != 0 ? _ ("Working it out…")
                                    : _ ("No component of this post is marked by judges."),
                    NULL);
      return;
    }
  if (self->idle == 0)
    {
      text = describe_dependence (self, contest, post, get_position (self, post));
      add_sentence (self->without, text, "title-4");
    }
  add_cells (self->without, heads, "dim-label", NULL);
  for (guint i = 0; i < self->results->len; i++)
    add_without (self, contest, g_ptr_array_index (self->results, i),
                 g_array_index (judges, int, i), get_position (self, post));
  add_sentence (self->without,
                _ ("The whole result was worked out again without the judge. It is a test of how "
                   "firm the ranking is, not another result."),
                "dim-label");
}

static gboolean
work_out_cb (gpointer data)
{
  XrExplainWindow *self = data;
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  g_autoptr (GArray) judges = post != NULL ? xr_explain_list_judges (contest, post->post) : NULL;
  gboolean done = judges == NULL || self->results->len >= judges->len;

  if (!done)
    g_ptr_array_add (
      self->results,
      xr_explain_without_judge (contest, post, g_array_index (judges, int, self->results->len)));
  if (done)
    {
      self->idle = 0;
      show_without (self);
    }
  return !done;
}

static void
start_work (XrExplainWindow *self)
{
  g_ptr_array_set_size (self->results, 0);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, work_out_cb, self, NULL);
  show_without (self);
}

/* ---- other weights */

static char *
describe_change (int points)
{
  if (points == 0)
    return g_strdup (_ ("same list"));
  return g_strdup_printf (_ ("! others from %d points"), points);
}

static void
show_weights (XrExplainWindow *self)
{
  const char *const heads[] = { _ ("Component"), _ ("Weight %"), _ ("Up to 5 points more"),
                                _ ("Up to 5 points less"), NULL };
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);
  g_autoptr (GPtrArray) changes = post != NULL ? xr_explain_weights (contest, post) : NULL;

  clear_table (self->weights);
  if (changes == NULL || changes->len == 0)
    {
      add_sentence (self->weights, _ ("There are no two weights that could be moved."), NULL);
      return;
    }
  add_cells (self->weights, heads, "dim-label", NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const XrWeightChange *change = g_ptr_array_index (changes, i);
      const XrComponent *component = get_component (contest, change->component);
      g_autofree char *weight = xr_decimal_format_short (component->weight);
      g_autofree char *up = describe_change (change->up);
      g_autofree char *down = describe_change (change->down);
      add_cells (self->weights, (const char *const[]){ component->name, weight, up, down, NULL },
                 NULL, NULL);
    }
  add_sentence (self->weights,
                _ ("The weight of one component is moved, the others in proportion so that the sum "
                   "stays. The plan's weights alone decide; this shows how much the list hangs on "
                   "them."),
                "dim-label");
}

/* ---- the window */

static void
page_cb (XrExplainWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "judges") == 0 && count_rows (self->judges) == 0)
    show_judges (self);
  if (g_strcmp0 (name, "weights") == 0 && count_rows (self->weights) == 0)
    show_weights (self);
}

static void
person_cb (XrExplainWindow *self)
{
  show_candidate (self);
  show_without (self);
}

static void
list_people (XrExplainWindow *self, guint position)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const XrCase *contest = NULL;
  const XrPostResult *post = get_result (self, &contest);

  for (guint i = 0; post != NULL && i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      g_autofree char *name = xr_candidate_dup_label (get_candidate (contest, standing));
      gtk_string_list_append (names, name);
    }
  g_signal_handlers_block_by_func (self->people, person_cb, self);
  gtk_drop_down_set_model (self->people, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->people, position);
  g_signal_handlers_unblock_by_func (self->people, person_cb, self);
}

static void
changed_cb (XrExplainWindow *self)
{
  list_people (self, gtk_drop_down_get_selected (self->people));
  clear_table (self->judges);
  clear_table (self->weights);
  show_candidate (self);
  start_work (self);
  page_cb (self);
}

static void
xr_explain_window_dispose (GObject *object)
{
  XrExplainWindow *self = XR_EXPLAIN_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->office);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_explain_window_parent_class)->dispose (object);
}

static void
xr_explain_window_class_init (XrExplainWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_explain_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkGrid *
add_page (XrExplainWindow *self, const char *name, const char *title)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "xr-dialog-content");
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_stack_add_titled (self->stack, scrolled, name, title);
  return GTK_GRID (grid);
}

static GtkWidget *
create_top (XrExplainWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Candidate"));
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->people = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->people));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->people),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_hexpand (switcher, TRUE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "xr-page-head");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), switcher);
  return box;
}

static void
xr_explain_window_init (XrExplainWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_without_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->candidate = add_page (self, "candidate", _ ("Rank"));
  self->judges = add_page (self, "judges", _ ("Judges"));
  self->without = add_page (self, "without", _ ("Without one judge"));
  self->weights = add_page (self, "weights", _ ("Other weights"));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), create_top (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Why this ranking"));
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 640);
  g_signal_connect_swapped (self->people, "notify::selected", G_CALLBACK (person_cb), self);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self);
}

void
xr_explain_window_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 post,
                           int position)
{
  XrExplainWindow *self = g_object_new (XR_TYPE_EXPLAIN_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->office = g_object_ref (office);
  self->round = round;
  self->post = post;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  list_people (self, (guint) MAX (position, 0));
  show_candidate (self);
  start_work (self);
  g_signal_connect_object (office, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
