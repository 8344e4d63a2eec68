/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the photo that the file has. Cutting a new one is the photo editor's. */
#include "config.h"

#include "dossier/photo-view.h"

#include <glib/gi18n-lib.h>

#include "dossier/file-bytes.h"
#include "dossier/photo-editor.h"
#include "round/dossier.h"
#include "widgets/dialogs.h"
#include "widgets/follow-office.h"

#define WIDTH     144
#define PHOTO_MAX (24 * 1024 * 1024)

struct _XrPhotoView
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 candidate;
  GBytes *photo;

  AdwBin *frame;
  GtkWidget *choose, *cut, *remove;
};

G_DEFINE_FINAL_TYPE (XrPhotoView, xr_photo_view, ADW_TYPE_BIN)

GtkWidget *
xr_photo_picture_new (GBytes *photo, int width)
{
  g_autoptr (GdkTexture) texture = photo != NULL ? gdk_texture_new_from_bytes (photo, NULL) : NULL;
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_widget_set_size_request (picture, width, width * 5 / 4);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), photo == NULL ? _ ("No photo")
                                                           : texture == NULL
                                                             ? _ ("Photo that cannot be shown")
                                                             : _ ("Photo"));
  gtk_widget_add_css_class (picture, "xr-photo");
  return picture;
}

static gboolean
is_open (XrPhotoView *self)
{
  g_autoptr (XrRow) candidate = self->office != NULL ? xr_office_load (
                                  self->office, xr_table_find ("candidate"), self->candidate, NULL)
                                                     : NULL;

  return candidate != NULL
         && xr_office_check_open (self->office, xr_table_find ("dossier"),
                                  xr_row_get_owner (candidate), NULL);
}

static void
show_photo (XrPhotoView *self)
{
  gboolean open = is_open (self);
  g_autoptr (GBytes) photo = self->office != NULL
                               ? xr_dossier_load_photo (self->office, self->candidate)
                               : NULL;

  gtk_widget_set_sensitive (self->choose, open);
  gtk_widget_set_sensitive (self->cut, open && photo != NULL);
  gtk_widget_set_sensitive (self->remove, open && photo != NULL);
  if (adw_bin_get_child (self->frame) != NULL && photo != NULL && self->photo != NULL
      && g_bytes_equal (photo, self->photo))
    return;
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo = g_steal_pointer (&photo);
  adw_bin_set_child (self->frame, xr_photo_picture_new (self->photo, WIDTH));
}

static void
set_photo (XrPhotoView *self, GBytes *photo)
{
  g_autoptr (GError) error = NULL;

  if (!xr_dossier_set_photo (self->office, self->candidate, photo, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    xr_window_toast (GTK_WIDGET (self),
                     photo != NULL ? _ ("The photo is set.") : _ ("The photo is removed."), TRUE);
}

static void
cut_out_cb (GtkWidget *widget, GBytes *photo, gpointer data)
{
  set_photo (XR_PHOTO_VIEW (widget), photo);
}

static void
edit_photo (XrPhotoView *self, GBytes *image)
{
  g_autoptr (GError) error = NULL;

  if (!xr_photo_editor_present (GTK_WIDGET (self), image, cut_out_cb, NULL, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
take_file (XrPhotoView *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = xr_file_load_bytes (file, PHOTO_MAX, &error);

  if (image == NULL)
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    edit_photo (self, image);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  take_file (XR_PHOTO_VIEW (widget), file);
}

static void
choose_cb (XrPhotoView *self)
{
  xr_dialog_open_file (GTK_WIDGET (self), _ ("Choose a photo"), _ ("Pictures"),
                       "jpg jpeg png bmp tif tiff pic", file_chosen_cb, NULL, NULL);
}

static void
cut_cb (XrPhotoView *self)
{
  edit_photo (self, self->photo);
}

static void
remove_cb (XrPhotoView *self)
{
  set_photo (self, NULL);
}

static gboolean
dropped_cb (XrPhotoView *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || !is_open (self))
    return FALSE;
  take_file (self, files->data);
  return TRUE;
}

static void
xr_photo_view_dispose (GObject *object)
{
  XrPhotoView *self = XR_PHOTO_VIEW (object);

  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  g_clear_pointer (&self->photo, g_bytes_unref);
  G_OBJECT_CLASS (xr_photo_view_parent_class)->dispose (object);
}

static void
xr_photo_view_class_init (XrPhotoViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_photo_view_dispose;
}

static GtkWidget *
add_button (XrPhotoView *self, GtkBox *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (box, button);
  return button;
}

static void
xr_photo_view_init (XrPhotoView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->frame = ADW_BIN (adw_bin_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->frame), WIDTH, WIDTH * 5 / 4);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->frame));
  self->choose = add_button (self, GTK_BOX (box), _ ("_Choose photo…"), G_CALLBACK (choose_cb));
  self->cut = add_button (self, GTK_BOX (box), _ ("C_ut…"), G_CALLBACK (cut_cb));
  self->remove = add_button (self, GTK_BOX (box), _ ("Re_move photo"), G_CALLBACK (remove_cb));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), box);
}

XrPhotoView *
xr_photo_view_new (void)
{
  return g_object_new (XR_TYPE_PHOTO_VIEW, NULL);
}

void
xr_photo_view_set_candidate (XrPhotoView *self, XrOffice *office, gint64 candidate)
{
  if (self->office == office && self->candidate == candidate)
    return;
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (show_photo), self);
  self->candidate = candidate;
  adw_bin_set_child (self->frame, NULL);
  show_photo (self);
}
