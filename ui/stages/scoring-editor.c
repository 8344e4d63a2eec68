/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components of the plan and what hangs on the selected one. Which parts there are follows from the
 * component's method: judges have sub-items, graded ballots items and grades, ranked ones places. */
#include "config.h"

#include "stages/scoring-editor.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "round/worked-example.h"
#include "widgets/follow-office.h"
#include "widgets/row-list-view.h"
#include "widgets/settings-form.h"
#include "widgets/weight-bar.h"

struct _XrScoringEditor
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round;

  XrRowListView *components, *groups, *dimensions, *grades, *places;
  XrWeightBar *weights;
  GtkStack *parts;
  XrSettingsForm *settings;
  GtkLabel *example;
};

G_DEFINE_FINAL_TYPE (XrScoringEditor, xr_scoring_editor, ADW_TYPE_BIN)

/* Which parts a method has. */
static const struct
{
  const char *method;
  const char *parts[4];
} methods[] = {
  { "judges", { "dimension" } },      { "graded", { "group", "dimension", "grade" } },
  { "ranked", { "group", "place" } }, { "share", { "group" } },
  { "direct", { "dimension" } },
};

static gboolean
method_has_part (const char *method, const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_strcmp0 (methods[i].method, method) == 0)
        return g_strv_contains ((const char *const *) methods[i].parts, part);
    }
  return FALSE;
}

static void
show_part (XrScoringEditor *self, XrRowListView *list, const char *part, XrRow *component)
{
  const char *method = component != NULL ? xr_row_get (component, "method") : NULL;
  GtkStackPage *page = gtk_stack_get_page (self->parts, GTK_WIDGET (list));

  gtk_stack_page_set_visible (page, method_has_part (method, part));
  xr_row_list_view_set_owner (list, self->office,
                              component != NULL ? xr_row_get_id (component) : 0);
}

/* The index of a component in the plan, −1 when it is not there. */
static int
find_component (const XrPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->components->len; i++)
    {
      if (((const XrComponent *) g_ptr_array_index (plan->components, i))->id == id)
        return (int) i;
    }
  return -1;
}

static void
show_example (XrScoringEditor *self, XrRow *component)
{
  g_autoptr (XrCase) contest = NULL;
  g_autofree char *text = NULL;
  int index = -1;

  if (component != NULL)
    contest = xr_round_load_case (self->office, self->round, XR_LOAD_PLAN, NULL);
  if (contest != NULL)
    index = find_component (contest->plan, xr_row_get_id (component));
  if (index >= 0)
    text = xr_worked_example_dup (contest, index);
  gtk_label_set_label (self->example, text != NULL ? text : _ ("Choose a component at the left."));
}

static void
component_selected_cb (XrScoringEditor *self)
{
  XrRow *component = xr_row_list_view_get_selected (self->components);
  GtkWidget *visible;

  show_part (self, self->groups, "group", component);
  show_part (self, self->dimensions, "dimension", component);
  show_part (self, self->grades, "grade", component);
  show_part (self, self->places, "place", component);
  show_example (self, component);
  visible = gtk_stack_get_visible_child (self->parts);
  if (visible == NULL || !gtk_stack_page_get_visible (gtk_stack_get_page (self->parts, visible)))
    gtk_stack_set_visible_child_name (self->parts, "result");
}

/* Bonus components stand outside the hundred. */
static void
show_weights (XrScoringEditor *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  xr_weight_bar_clear (self->weights);
  if (self->office == NULL || self->round == 0)
    return;
  rows = xr_office_query (self->office, xr_table_find ("component"), "round_id", self->round);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *text = xr_row_get (row, "weight");
      XrDecimal weight;

      if (g_strcmp0 (xr_row_get (row, "inclusion"), "bonus") != 0 && text != NULL
          && xr_decimal_parse (text, &weight, NULL))
        xr_weight_bar_add (self->weights, xr_row_get (row, "name"), weight);
    }
}

static void
office_changed_cb (XrScoringEditor *self)
{
  show_weights (self);
  component_selected_cb (self);
}

static void
xr_scoring_editor_dispose (GObject *object)
{
  XrScoringEditor *self = XR_SCORING_EDITOR (object);

  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  G_OBJECT_CLASS (xr_scoring_editor_parent_class)->dispose (object);
}

static void
xr_scoring_editor_class_init (XrScoringEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_scoring_editor_dispose;
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  g_type_ensure (XR_TYPE_SETTINGS_FORM);
  g_type_ensure (XR_TYPE_WEIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/scoring-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, components);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, weights);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, parts);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, groups);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, dimensions);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, grades);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, places);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, settings);
  gtk_widget_class_bind_template_child (widget_class, XrScoringEditor, example);
}

static void
xr_scoring_editor_init (XrScoringEditor *self)
{
  /* The account of ballots is no part of the plan; it is kept at the evaluation. */
  static const char *const account[] = { "due",   "present", "issued", "returned",
                                         "valid", "invalid", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  xr_row_list_view_hide_columns (self->groups, account);
  g_signal_connect_object (self->components, "notify::selected", G_CALLBACK (component_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

void
xr_scoring_editor_set_round (XrScoringEditor *self, XrOffice *office, gint64 round)
{
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (office_changed_cb), self);
  self->round = round;
  xr_row_list_view_set_owner (self->components, office, round);
  xr_settings_form_set_round (self->settings, office, round);
  office_changed_cb (self);
}

gboolean
xr_scoring_editor_shows (const char *table)
{
  static const char *const tables[] = { "component",    "dimension",   "grade",
                                        "place_points", "voter_group", NULL };

  return g_strv_contains (tables, table);
}
