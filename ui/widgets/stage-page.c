/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of the stage pages: head, content slot and gate bar, and the way from a condition to the
 * widget that mends it. What a stage records is the business of the derived page. */
#include "config.h"

#include "widgets/stage-page.h"

#include <glib/gi18n-lib.h>

#include "round/recusals.h"
#include "widgets/gate-bar.h"
#include "widgets/row-list-view.h"
#include "widgets/row-panel.h"
#include "widgets/sign-off.h"

typedef struct
{
  XrOffice *office;
  gulong changed_id;
  gint64 round;
  gboolean stale;
  gboolean editable;

  GtkLabel *title, *state, *purpose;
  GtkBox *missing;
  AdwBin *slot;
  XrGateBar *gate_bar;
} XrStagePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XrStagePage, xr_stage_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static XrStagePagePrivate *
get_private (XrStagePage *self)
{
  return xr_stage_page_get_instance_private (self);
}

/* ---- from a place's name to its widget */

static gboolean
shows_place (GtkWidget *widget, const char *place)
{
  if (XR_IS_ROW_LIST_VIEW (widget))
    return g_str_equal (xr_row_list_view_get_table (XR_ROW_LIST_VIEW (widget))->name, place);
  if (XR_IS_ROW_PANEL (widget))
    return g_str_equal (xr_row_panel_get_table (XR_ROW_PANEL (widget))->name, place);
  return g_str_equal (gtk_widget_get_name (widget), place);
}

static GtkWidget *
find_place (GtkWidget *widget, const char *place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = shows_place (child, place) ? child : find_place (child, place);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
reveal (GtkWidget *page, GtkWidget *widget)
{
  for (GtkWidget *child = widget; child != page; child = gtk_widget_get_parent (child))
    {
      GtkWidget *parent = gtk_widget_get_parent (child);

      if (ADW_IS_VIEW_STACK (parent))
        adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), child);
      else if (GTK_IS_STACK (parent))
        gtk_stack_set_visible_child (GTK_STACK (parent), child);
    }
  if (gtk_widget_get_root (widget) != NULL)
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
xr_stage_page_real_go_to (XrStagePage *self, const char *place)
{
  GtkWidget *widget = find_place (GTK_WIDGET (get_private (self)->slot), place);

  if (widget != NULL)
    reveal (GTK_WIDGET (get_private (self)->slot), widget);
  return widget != NULL;
}

gboolean
xr_stage_page_go_to (XrStagePage *self, const char *place)
{
  return XR_STAGE_PAGE_GET_CLASS (self)->go_to (self, place);
}

/* The stage whose page shows a place; 0 when it is only shown where it is asked for. */
static int
get_stage_of_place (const char *place)
{
  const XrTable *table = xr_table_find (place);

  if (table != NULL)
    return table->stage;
  return g_str_equal (place, "ranking") ? XR_STAGE_SHORTLIST : 0;
}

static void
gate_go_to_cb (XrStagePage *self, const char *place)
{
  int stage;

  if (g_str_equal (place, XR_PLACE_RECUSALS))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.recusals", NULL);
  else if (xr_stage_page_go_to (self, place))
    return;
  stage = get_stage_of_place (place);
  if (stage != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(is)", stage, place);
}

static void
sign_cb (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);

  xr_sign_off_ask (GTK_WIDGET (self), priv->office, priv->round, xr_stage_page_get_stage (self));
}

/* ---- head */

/* When the stage is planned, or NULL. (transfer full) */
static char *
dup_planned (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);
  g_autoptr (GPtrArray) rows = xr_office_query (priv->office, xr_table_find ("schedule"),
                                                "round_id", priv->round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (xr_row_get_int (row, "stage") == xr_stage_page_get_stage (self))
        {
          g_autofree char *first = xr_date_to_text (xr_row_get_date (row, "starts_on"));
          g_autofree char *last = xr_date_to_text (xr_row_get_date (row, "ends_on"));
          if (g_str_equal (first, last))
            return g_strdup_printf (_ ("planned %s"), first);
          return g_strdup_printf (_ ("planned %1$s to %2$s"), first, last);
        }
    }
  return NULL;
}

static void
missing_clicked_cb (XrStagePage *self, GtkWidget *button)
{
  g_autofree char *place = g_strdup (g_object_get_data (G_OBJECT (button), "xr-place"));

  if (g_str_equal (place, "signature"))
    sign_cb (self);
  else
    gate_go_to_cb (self, place);
}

static GtkWidget *
create_link (XrStagePage *self, const XrGate *gate)
{
  GtkWidget *button = gtk_button_new_with_label (gate->why);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "xr-link");
  gtk_widget_set_tooltip_text (button, gate->why);
  g_object_set_data_full (G_OBJECT (button), "xr-place", g_strdup (gate->place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (missing_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
show_missing (XrStagePage *self, gboolean current)
{
  XrStagePagePrivate *priv = get_private (self);
  g_autoptr (GPtrArray) gates = NULL;
  const XrGate *gate;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->missing))) != NULL)
    gtk_box_remove (priv->missing, child);
  gates = xr_stage_gates (priv->office, priv->round, xr_stage_page_get_stage (self));
  gate = current ? xr_gates_first_unmet (gates) : NULL;
  if (gate != NULL)
    gtk_box_append (priv->missing, create_link (self, gate));
  gtk_widget_set_visible (GTK_WIDGET (priv->missing), gate != NULL);
}

static void
show_head (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);
  XrStage stage = xr_stage_page_get_stage (self);
  const XrStageInfo *info = xr_stage_info (stage);
  XrStageState state = xr_round_stage_state (priv->office, priv->round, stage);
  g_autofree char *title = g_strdup_printf ("%d  %s", (int) stage, _ (info->title));
  g_autofree char *planned = dup_planned (self);
  g_autofree char *state_text = planned != NULL ? g_strdup_printf (
                                  "%s · %s", xr_stage_state_label (state), planned)
                                                : g_strdup (xr_stage_state_label (state));

  gtk_label_set_label (priv->title, title);
  gtk_label_set_label (priv->state, state_text);
  gtk_label_set_label (priv->purpose, _ (info->purpose));
  show_missing (self, state == XR_STAGE_STATE_CURRENT);
}

/* ---- keeping up with the file */

static void
update_editable (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);
  XrStageState state = xr_round_stage_state (priv->office, priv->round,
                                             xr_stage_page_get_stage (self));
  gboolean editable = !xr_office_get_read_only (priv->office)
                      && (state == XR_STAGE_STATE_CURRENT || state == XR_STAGE_STATE_TO_COME);

  if (priv->editable != editable)
    {
      priv->editable = editable;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITABLE]);
    }
}

static void
refresh (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);

  priv->stale = FALSE;
  if (priv->office == NULL || priv->round == 0)
    return;
  update_editable (self);
  show_head (self);
  xr_gate_bar_show (priv->gate_bar, priv->office, priv->round, xr_stage_page_get_stage (self));
  if (XR_STAGE_PAGE_GET_CLASS (self)->refresh != NULL)
    XR_STAGE_PAGE_GET_CLASS (self)->refresh (self);
}

static void
office_changed_cb (XrStagePage *self)
{
  get_private (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
xr_stage_page_map (GtkWidget *widget)
{
  XrStagePage *self = XR_STAGE_PAGE (widget);

  if (get_private (self)->stale)
    refresh (self);
  GTK_WIDGET_CLASS (xr_stage_page_parent_class)->map (widget);
}

static void
disconnect_office (XrStagePage *self)
{
  XrStagePagePrivate *priv = get_private (self);

  if (priv->office != NULL)
    g_clear_signal_handler (&priv->changed_id, priv->office);
  g_clear_object (&priv->office);
}

void
xr_stage_page_set_round (XrStagePage *self, XrOffice *office, gint64 round)
{
  XrStagePagePrivate *priv = get_private (self);

  if (priv->office == office && priv->round == round)
    return;
  disconnect_office (self);
  priv->round = round;
  if (office != NULL)
    {
      priv->office = g_object_ref (office);
      priv->changed_id = g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb),
                                                  self, G_CONNECT_SWAPPED);
    }
  if (XR_STAGE_PAGE_GET_CLASS (self)->set_round != NULL)
    XR_STAGE_PAGE_GET_CLASS (self)->set_round (self, office, round);
  office_changed_cb (self);
}

/* ---- object */

static void
xr_stage_page_dispose (GObject *object)
{
  disconnect_office (XR_STAGE_PAGE (object));
  G_OBJECT_CLASS (xr_stage_page_parent_class)->dispose (object);
}

static void
xr_stage_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XrStagePagePrivate *priv = get_private (XR_STAGE_PAGE (object));

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->slot));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, priv->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_stage_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    xr_stage_page_set_content (XR_STAGE_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xr_stage_page_class_init (XrStagePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xr_stage_page_dispose;
  object_class->get_property = xr_stage_page_get_property;
  object_class->set_property = xr_stage_page_set_property;
  widget_class->map = xr_stage_page_map;
  klass->go_to = xr_stage_page_real_go_to;
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (XR_TYPE_GATE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/widgets/stage-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, title);
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, state);
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, purpose);
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, missing);
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, slot);
  gtk_widget_class_bind_template_child_private (widget_class, XrStagePage, gate_bar);
  gtk_widget_class_bind_template_callback (widget_class, gate_go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
xr_stage_page_init (XrStagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
xr_stage_page_set_content (XrStagePage *self, GtkWidget *content)
{
  adw_bin_set_child (get_private (self)->slot, content);
}

XrOffice *
xr_stage_page_get_office (XrStagePage *self)
{
  return get_private (self)->office;
}

gint64
xr_stage_page_get_round (XrStagePage *self)
{
  return get_private (self)->round;
}

gboolean
xr_stage_page_get_editable (XrStagePage *self)
{
  return get_private (self)->editable;
}

XrStage
xr_stage_page_get_stage (XrStagePage *self)
{
  return XR_STAGE_PAGE_GET_CLASS (self)->get_stage (self);
}
