/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/stage.h"

G_BEGIN_DECLS

/* The anatomy that all stage pages share: the head (number, name, state, planned date, purpose, what is
 * missing as links), the page's own content, and the gate bar at the foot.
 *
 * How to write a page:
 *
 * 1. ui/stages/NAME-page.ui:
 *
 *      <interface domain="xuanren">
 *        <template class="XrNamePage" parent="XrStagePage">
 *          <property name="content">
 *            <object class="XrRowListView" id="people"><property name="table">candidate</property></object>
 *          </property>
 *        </template>
 *      </interface>
 *
 * 2. ui/stages/NAME-page.c: derive from XrStagePage; in class_init set `get_stage`, `set_round` (hand
 *    office and round on to the lists: xr_row_list_view_set_owner()) and, when something on the page is
 *    not a self-updating list, `refresh`; g_type_ensure() the widgets that the template names, then
 *    set_template_from_resource, bind children. Do not call gtk_widget_dispose_template().
 * 3. Name the files in ui/meson.build and ui/xuanren.gresource.xml, and the page in
 *    ui/shell/page-registry.c.
 *
 * Lists, panels and settings forms follow the file by themselves and lock themselves when stage or plan
 * are closed. `refresh` runs after every change of the file while the page is on the screen, and when it
 * comes onto the screen after a change. For buttons of your own look at the property `editable`.
 *
 * A condition's place: the base class shows the first XrRowListView, XrRowPanel … of that table, else the
 * first widget whose `name` is the place, and turns the GtkStacks above it (and AdwViewStacks) to it.
 * Override `go_to` only for more than that. Show errors with xr_window_report_error(), what was done with
 * xr_window_toast() (both widgets/dialogs.h). */

#define XR_TYPE_STAGE_PAGE (xr_stage_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XrStagePage, xr_stage_page, XR, STAGE_PAGE, AdwBin)

struct _XrStagePageClass
{
  AdwBinClass parent_class;

  /* Required. */
  XrStage (*get_stage) (XrStagePage *self);
  /* Another round is open. @office is kept by the page. */
  void (*set_round) (XrStagePage *self, XrOffice *office, gint64 round);
  /* The file changed: read again what does not follow it by itself. */
  void (*refresh) (XrStagePage *self);
  /* Shows a place that a condition, or search, names ("scores", "candidate/12"). FALSE: unknown. */
  gboolean (*go_to) (XrStagePage *self, const char *place);

  gpointer padding[8];
};

/* Properties: `content` (GtkWidget), `editable` (gboolean, read-only): the stage is the current one, or
 * still to come, and the file can be written. */
void xr_stage_page_set_content (XrStagePage *self, GtkWidget *content);
void xr_stage_page_set_round (XrStagePage *self, XrOffice *office, gint64 round);
XrOffice *xr_stage_page_get_office (XrStagePage *self);
gint64 xr_stage_page_get_round (XrStagePage *self);
gboolean xr_stage_page_get_editable (XrStagePage *self);
XrStage xr_stage_page_get_stage (XrStagePage *self);
gboolean xr_stage_page_go_to (XrStagePage *self, const char *place);

G_END_DECLS
