/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the result of a component in parts. All figures come from the rules; bars only picture them. */
#include "config.h"

#include "stages/results-view.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "round/round.h"
#include "rules/breakdown.h"
#include "rules/withhold.h"
#include "stages/cell-models.h"

/* One part of a candidate's score: a dimension or a group. */
typedef struct
{
  const char *name;
  XrDecimal value;
  gint64 voters;
} Part;

struct _XrResultsView
{
  AdwBin parent_instance;

  GtkGrid *grid;
  int row;
  int fewest; /* voters of a part that is shown, by the plan */
};

G_DEFINE_FINAL_TYPE (XrResultsView, xr_results_view, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_bar (XrDecimal value, XrDecimal full, const char *name)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) MAX (full.units, 1));

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) CLAMP (value.units, 0, full.units));
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return bar;
}

static void
add_part (XrResultsView *self, const Part *part, XrDecimal full, guint places, gboolean withheld)
{
  g_autofree char *figure = xr_decimal_format (part->value, places);
  g_autofree char *few = g_strdup_printf (_ ("withheld: fewer than %d voters"), self->fewest);

  gtk_grid_attach (self->grid, make_label (part->name, 0), 1, self->row, 1, 1);
  if (withheld)
    gtk_grid_attach (self->grid,
                     make_label (part->voters < self->fewest
                                   ? few
                                   : _ ("withheld too: it would give away a smaller part"),
                                 0),
                     2, self->row, 1, 1);
  else
    {
      gtk_grid_attach (self->grid, make_bar (part->value, full, part->name), 2, self->row, 1, 1);
      gtk_grid_attach (self->grid, make_label (figure, 1), 3, self->row, 1, 1);
    }
  self->row++;
}

/* The parts of one whole, which stands above them. */
static void
add_parts (XrResultsView *self, GArray *parts, XrDecimal full, guint places)
{
  g_autofree gint64 *voters = g_new0 (gint64, MAX (parts->len, 1));
  g_autofree gboolean *withheld = g_new0 (gboolean, MAX (parts->len, 1));

  for (guint i = 0; i < parts->len; i++)
    voters[i] = g_array_index (parts, Part, i).voters;
  xr_withhold (voters, parts->len, self->fewest, withheld);
  for (guint i = 0; i < parts->len; i++)
    add_part (self, &g_array_index (parts, Part, i), full, places, withheld[i]);
}

static void
add_head (XrResultsView *self, const char *name, const char *score)
{
  GtkWidget *label = make_label (name, 0);
  GtkWidget *value = make_label (score, 1);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (value, "heading");
  gtk_grid_attach (self->grid, label, 0, self->row, 3, 1);
  gtk_grid_attach (self->grid, value, 3, self->row, 1, 1);
  self->row++;
}

static XrDecimal
get_full_points (const XrComponent *component)
{
  XrDecimal full = component->full_mark;

  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);
      if (i == 0 || xr_decimal_compare (grade->points, full) > 0)
        full = grade->points;
    }
  return full;
}

static void
add_dimensions (XrResultsView *self, const XrComponent *component, GArray *means, gint64 candidate)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      for (guint j = 0; j < means->len; j++)
        {
          const XrDimensionMean *mean = &g_array_index (means, XrDimensionMean, j);
          Part part = { dimension->name, mean->mean, mean->marks };
          if (mean->candidate == candidate && mean->dimension == dimension->id)
            g_array_append_val (parts, part);
        }
    }
  add_parts (self, parts, get_full_points (component), 2);
}

static void
add_groups (XrResultsView *self, const XrComponent *component, GPtrArray *lines)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < lines->len; i++)
    {
      const XrGroupLine *line = g_ptr_array_index (lines, i);
      const XrGroup *group = line->group >= 0 ? g_ptr_array_index (component->groups, line->group)
                                              : NULL;
      Part part = { group != NULL ? group->name : NULL, line->value, line->ballots };
      if (line->has_value && group != NULL)
        g_array_append_val (parts, part);
    }
  add_parts (self, parts, XR_DECIMAL_INT (100), component->places);
}

static void
add_standing (XrResultsView *self, const XrCase *contest, int index, const XrStanding *standing,
              GArray *means, GPtrArray *groups)
{
  const XrComponent *component = g_ptr_array_index (contest->plan->components, index);
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);
  const XrComponentResult *result = &standing->components[index];
  g_autofree char *name = xr_candidate_dup_label (candidate);
  g_autofree char *score = result->has_value ? xr_decimal_format (result->value, component->places)
                                             : g_strdup ("—");

  add_head (self, name, score);
  add_dimensions (self, component, means, candidate->id);
  add_groups (self, component, g_ptr_array_index (groups, standing->application));
}

static void
add_post (XrResultsView *self, const XrCase *contest, const XrPostResult *post, int index,
          GArray *means, GPtrArray *groups)
{
  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      if (standing->state == XR_STATE_ACTIVE)
        add_standing (self, contest, index, standing, means, groups);
    }
}

static void
xr_results_view_class_init (XrResultsViewClass *klass)
{
}

static void
xr_results_view_init (XrResultsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->grid), 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

XrResultsView *
xr_results_view_new (void)
{
  return g_object_new (XR_TYPE_RESULTS_VIEW, NULL);
}

void
xr_results_view_show (XrResultsView *self, XrOffice *office, gint64 round, gint64 component,
                      gint64 post)
{
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (office, round, &contest, NULL);
  g_autoptr (GArray) means = xr_dimension_means (office, component);
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *child;
  int index = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->row = 0;
  self->fewest = contest != NULL ? contest->plan->settings.fewest_shown : XR_FEWEST_SHOWN;
  if (result == NULL || xr_find_component (contest->plan, component, &index) == NULL)
    return;
  groups = xr_groups_breakdown_all (contest, index);
  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      const XrPost *described = g_ptr_array_index (contest->plan->posts, one->post);
      if (post == 0 || described->id == post)
        add_post (self, contest, one, index, means, groups);
    }
}
