/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photo editor. It works on a picture in memory and knows no office. */
#include "config.h"

#include "dossier/photo-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The frame on the screen, and the largest photo that is made. */
#define FRAME_WIDTH  320
#define FRAME_HEIGHT 400
#define PHOTO_WIDTH  480
#define MAX_PIXELS   (100 * 1000 * 1000)
#define STEP         8
#define ZOOM         1.1
#define MAX_ZOOM     16
#define JPEG_QUALITY "92"

#define XR_TYPE_PHOTO_EDITOR (xr_photo_editor_get_type ())
G_DECLARE_FINAL_TYPE (XrPhotoEditor, xr_photo_editor, XR, PHOTO_EDITOR, AdwWindow)

struct _XrPhotoEditor
{
  AdwWindow parent_instance;

  GWeakRef widget;
  XrPhotoFunc func;
  gpointer data;

  GBytes *image;
  GdkPixbuf *pixbuf;
  gboolean may_keep;  /* JPEG, 4 : 5, untouched */
  double least;       /* scale at which the picture just fills the frame */
  double scale, x, y; /* the picture's upper left corner from the frame's */
  double drag_x, drag_y;
  GtkWidget *area;
};

G_DEFINE_FINAL_TYPE (XrPhotoEditor, xr_photo_editor, ADW_TYPE_WINDOW)

/* ---- the frame over the picture */

static void
place (XrPhotoEditor *self, double x, double y)
{
  double width = gdk_pixbuf_get_width (self->pixbuf) * self->scale;
  double height = gdk_pixbuf_get_height (self->pixbuf) * self->scale;

  self->x = CLAMP (x, FRAME_WIDTH - width, 0);
  self->y = CLAMP (y, FRAME_HEIGHT - height, 0);
  gtk_widget_queue_draw (self->area);
}

static void
move (XrPhotoEditor *self, double dx, double dy)
{
  self->may_keep = FALSE;
  place (self, self->x + dx, self->y + dy);
}

/* The middle of the frame stays where it is on the picture. */
static void
zoom (XrPhotoEditor *self, double factor)
{
  double scale = CLAMP (self->scale * factor, self->least, self->least * MAX_ZOOM);
  double ratio = scale / self->scale;
  double x = FRAME_WIDTH / 2.0 - (FRAME_WIDTH / 2.0 - self->x) * ratio;
  double y = FRAME_HEIGHT / 2.0 - (FRAME_HEIGHT / 2.0 - self->y) * ratio;

  self->may_keep = FALSE;
  self->scale = scale;
  place (self, x, y);
}

static void
reset (XrPhotoEditor *self)
{
  int width = gdk_pixbuf_get_width (self->pixbuf);
  int height = gdk_pixbuf_get_height (self->pixbuf);

  self->least = MAX ((double) FRAME_WIDTH / width, (double) FRAME_HEIGHT / height);
  self->scale = self->least;
  /* A face stands in the upper half. */
  place (self, (FRAME_WIDTH - width * self->scale) / 2, 0);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  XrPhotoEditor *self = data;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, FRAME_WIDTH, FRAME_HEIGHT);
  cairo_clip (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->scale, self->scale);
  gdk_cairo_set_source_pixbuf (cr, self->pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 1);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, FRAME_WIDTH - 1, FRAME_HEIGHT - 1);
  cairo_stroke (cr);
}

/* ---- the photo */

static GBytes *
cut (XrPhotoEditor *self, GError **error)
{
  int width = gdk_pixbuf_get_width (self->pixbuf);
  int height = gdk_pixbuf_get_height (self->pixbuf);
  int w = CLAMP ((int) round (FRAME_WIDTH / self->scale), 1, width);
  int h = CLAMP ((int) round (FRAME_HEIGHT / self->scale), 1, height);
  int x = CLAMP ((int) round (-self->x / self->scale), 0, width - w);
  int y = CLAMP ((int) round (-self->y / self->scale), 0, height - h);
  g_autoptr (GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (self->pixbuf, x, y, w, h);
  /* Never larger than it was, always 4 : 5. */
  int units = CLAMP (w / 4, 1, PHOTO_WIDTH / 4);
  g_autoptr (GdkPixbuf) scaled = gdk_pixbuf_scale_simple (part, units * 4, units * 5,
                                                          GDK_INTERP_BILINEAR);
  char *buffer = NULL;
  gsize size = 0;

  if (!gdk_pixbuf_save_to_buffer (scaled, &buffer, &size, "jpeg", error, "quality", JPEG_QUALITY,
                                  NULL))
    return NULL;
  return g_bytes_new_take (buffer, size);
}

static void
accept (GtkWidget *window, const char *action, GVariant *parameter)
{
  XrPhotoEditor *self = XR_PHOTO_EDITOR (window);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (GBytes) photo = self->may_keep ? g_bytes_ref (self->image) : cut (self, NULL);

  if (widget != NULL && photo != NULL)
    self->func (widget, photo, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- hands and keys */

static void
drag_begin_cb (XrPhotoEditor *self)
{
  self->drag_x = self->x;
  self->drag_y = self->y;
}

static void
drag_update_cb (XrPhotoEditor *self, double dx, double dy)
{
  self->may_keep = FALSE;
  place (self, self->drag_x + dx, self->drag_y + dy);
}

static gboolean
scroll_cb (XrPhotoEditor *self, double dx, double dy)
{
  zoom (self, pow (ZOOM, -dy));
  return TRUE;
}

static gboolean
key_cb (XrPhotoEditor *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      move (self, STEP, 0);
      return TRUE;
    case GDK_KEY_Right:
      move (self, -STEP, 0);
      return TRUE;
    case GDK_KEY_Up:
      move (self, 0, STEP);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 0, -STEP);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom (self, ZOOM);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom (self, 1 / ZOOM);
      return TRUE;
    case GDK_KEY_0:
      reset (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_controllers (XrPhotoEditor *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->area, scroll);
  gtk_widget_add_controller (self->area, keys);
}

/* ---- construction */

static void
xr_photo_editor_dispose (GObject *object)
{
  XrPhotoEditor *self = XR_PHOTO_EDITOR (object);

  g_weak_ref_clear (&self->widget);
  g_clear_pointer (&self->image, g_bytes_unref);
  G_OBJECT_CLASS (xr_photo_editor_parent_class)->dispose (object);
}

static void
xr_photo_editor_finalize (GObject *object)
{
  g_clear_object (&XR_PHOTO_EDITOR (object)->pixbuf);
  G_OBJECT_CLASS (xr_photo_editor_parent_class)->finalize (object);
}

static void
xr_photo_editor_class_init (XrPhotoEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_photo_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_photo_editor_finalize;
  gtk_widget_class_install_action (widget_class, "photo.accept", NULL, accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "photo.accept", NULL);
}

static GtkWidget *
create_header (void)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *use = gtk_button_new_with_mnemonic (_ ("_Use photo"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (use), "photo.accept");
  gtk_widget_add_css_class (use, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (header, FALSE);
  adw_header_bar_set_show_start_title_buttons (header, FALSE);
  adw_header_bar_pack_start (header, cancel);
  adw_header_bar_pack_end (header, use);
  return GTK_WIDGET (header);
}

static void
xr_photo_editor_init (XrPhotoEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *hint = gtk_label_new (
    _ ("Drag the picture or move it with the arrow keys; the wheel or + "
       "and − change its size; 0 begins anew."));

  g_weak_ref_init (&self->widget, NULL);
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), FRAME_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), FRAME_HEIGHT);
  gtk_widget_set_halign (self->area, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->area, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The photo as it will be"), -1);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 36);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (content, "xr-dialog-content");
  gtk_box_append (GTK_BOX (content), self->area);
  gtk_box_append (GTK_BOX (content), hint);
  gtk_box_append (GTK_BOX (box), create_header ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Cut photo"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  add_controllers (self);
}

/* Pictures that would take all of the memory are not begun. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  if ((gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, width / 8 + 1, height / 8 + 1);
}

static GdkPixbuf *
decode (GBytes *image, gboolean *is_jpeg, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) cause = NULL;
  GdkPixbuf *pixbuf = NULL;
  GdkPixbufFormat *format;
  g_autofree char *name = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (gdk_pixbuf_loader_write_bytes (loader, image, &cause)
      && gdk_pixbuf_loader_close (loader, &cause))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  else
    gdk_pixbuf_loader_close (loader, NULL);
  if (pixbuf == NULL)
    {
      g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("This file is no picture that can be shown. Choose a JPEG or PNG file."));
      return NULL;
    }
  format = gdk_pixbuf_loader_get_format (loader);
  name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  *is_jpeg = g_strcmp0 (name, "jpeg") == 0;
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

gboolean
xr_photo_editor_present (GtkWidget *widget, GBytes *image, XrPhotoFunc func, gpointer data,
                         GError **error)
{
  gboolean is_jpeg = FALSE;
  g_autoptr (GdkPixbuf) pixbuf = decode (image, &is_jpeg, error);
  GtkRoot *root = gtk_widget_get_root (widget);
  XrPhotoEditor *self;

  if (pixbuf == NULL)
    return FALSE;
  self = g_object_new (XR_TYPE_PHOTO_EDITOR, NULL);
  g_weak_ref_set (&self->widget, widget);
  self->func = func;
  self->data = data;
  self->image = g_bytes_ref (image);
  self->pixbuf = g_steal_pointer (&pixbuf);
  self->may_keep = is_jpeg
                   && gdk_pixbuf_get_width (self->pixbuf) * 5
                        == gdk_pixbuf_get_height (self->pixbuf) * 4;
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  reset (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->area);
  return TRUE;
}
