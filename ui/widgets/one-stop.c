/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One stop of the Tab key, whatever stands inside. Knows nothing of lists. */
#include "config.h"

#include "widgets/one-stop.h"

struct _XrOneStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (XrOneStop, xr_one_stop, ADW_TYPE_BIN)

static gboolean
xr_one_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (xr_one_stop_parent_class)->focus (widget, direction);
}

static void
xr_one_stop_class_init (XrOneStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = xr_one_stop_focus;
}

static void
xr_one_stop_init (XrOneStop *self)
{
}

GtkWidget *
xr_one_stop_new (GtkWidget *child)
{
  return g_object_new (XR_TYPE_ONE_STOP, "child", child, NULL);
}
