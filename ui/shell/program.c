/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens office files in windows. What can go wrong with a file is told in a window of its own, because
 * there may be no other. */
#include "config.h"

#include "shell/program.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/error-text.h"
#include "exchange/sealed-file.h"
#include "review/answer-dialog.h"
#include "review/open-package.h"
#include "round/office.h"
#include "shell/keying-window.h"
#include "shell/preferences.h"
#include "shell/window.h"
#include "widgets/dialogs.h"

struct _XrProgram
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (XrProgram, xr_program, ADW_TYPE_APPLICATION)

/* ---- office files */

static GFile *
create_default_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "xuanren", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_file_new_for_path (path);
}

static GtkWindow *
find_window (XrProgram *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (XR_IS_WINDOW (l->data)
          && g_str_equal (xr_office_get_path (xr_window_get_office (l->data)), path))
        return l->data;
    }
  return NULL;
}

static void
tell_failure (XrProgram *self, const char *path, const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("\"%s\" could not be opened"), name);

  xr_dialog_tell_alone (GTK_APPLICATION (self), heading, xr_error_text (error));
}

void
xr_program_open_office (XrProgram *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *operator_name = xr_preferences_dup_operator ();
  g_autoptr (XrOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_return_if_fail (path != NULL);

  window = find_window (self, path);
  if (window == NULL)
    {
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        office = xr_office_open (path, XR_OPEN_WRITE, &error);
      else
        office = xr_office_create (path, &error);
      if (office == NULL)
        {
          tell_failure (self, path, error);
          return;
        }
      xr_office_set_operator (office, operator_name);
      window = GTK_WINDOW (xr_window_new (GTK_APPLICATION (self), office));
    }
  gtk_window_present (window);
}

/* ---- sealed files */

static void
open_keying_file (XrProgram *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (XR_IS_KEYING_WINDOW (l->data) && g_str_equal (xr_keying_window_get_path (l->data), path))
      {
        gtk_window_present (l->data);
        return;
      }
  gtk_window_present (GTK_WINDOW (xr_keying_window_new (GTK_APPLICATION (self), path)));
}

static void
open_package (XrProgram *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = xr_sealed_file_load (path, &error);

  if (sealed != NULL)
    xr_review_package_open (GTK_APPLICATION (self), sealed);
  else
    tell_failure (self, path, error);
}

/* An answer belongs to the round that is open; without one it says where to take it in. */
static void
open_answer (XrProgram *self, const char *path)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (XR_IS_WINDOW (window) && xr_window_get_round (XR_WINDOW (window)) != 0)
    xr_answer_dialog_open (GTK_WIDGET (window), xr_window_get_office (XR_WINDOW (window)),
                           xr_window_get_round (XR_WINDOW (window)), path);
  else
    xr_dialog_tell_alone (GTK_APPLICATION (self), _ ("This is a reader's answer"),
                          _ ("Open the office file that the review package came from, go to its "
                             "round, and choose “Review packages” in the export menu."));
}

/* Whether the file was sealed, whatever its name; then it is opened, or said what to do with it. */
static gboolean
open_sealed (XrProgram *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  XrSealedKind kind = 0;

  if (path == NULL)
    return FALSE;
  if (!xr_sealed_file_peek (path, &kind, &error) && !g_str_has_suffix (path, XR_SEALED_SUFFIX))
    return FALSE;
  if (error != NULL)
    tell_failure (self, path, error);
  else if (kind == XR_SEALED_REVIEW)
    open_package (self, path);
  else if (kind == XR_SEALED_REVIEW_ANSWER)
    open_answer (self, path);
  else if (kind == XR_SEALED_KEYING)
    open_keying_file (self, path);
  else if (kind == XR_SEALED_REVIEW_DRAFT)
    xr_dialog_tell_alone (GTK_APPLICATION (self), _ ("This is what a reader has begun to write"),
                          _ ("It is taken up by itself when the review package is opened on this "
                             "computer."));
  else
    xr_dialog_tell_alone (GTK_APPLICATION (self), _ ("This is what somebody keyed the second time"),
                          _ ("Take it in in the round, at the component, under “Keyed twice”."));
  return TRUE;
}

void
xr_program_open_file (XrProgram *self, GFile *file)
{
  if (g_file_peek_path (file) == NULL)
    xr_dialog_tell_alone (GTK_APPLICATION (self), _ ("The file could not be opened"),
                          xr_dialog_no_path_text ());
  else if (!open_sealed (self, file))
    xr_program_open_office (self, file);
}

/* ---- the application */

static void
xr_program_activate (GApplication *application)
{
  XrProgram *self = XR_PROGRAM (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    {
      g_autoptr (GFile) file = create_default_file ();
      xr_program_open_office (self, file);
    }
}

static void
xr_program_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    xr_program_open_file (XR_PROGRAM (application), files[i]);
}

/* Where the Chinese locale was not generated, Pango knows nothing of the language and takes any font that
 * has the characters, a brush script or one with Japanese shapes; so ours is named behind the desktop's. */
static void
prefer_chinese_font (void)
{
  g_autofree char *wanted = NULL, *families = NULL, *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  if (!g_str_has_prefix (g_get_language_names ()[0], "zh")
      || pango_language_matches (pango_language_get_default (), "zh"))
    return;
  g_object_get (gtk_settings_get_default (), "gtk-font-name", &wanted, NULL);
  font = pango_font_description_from_string (wanted);
  families = g_strconcat (pango_font_description_get_family (font), ",Noto Sans CJK SC", NULL);
  pango_font_description_set_family (font, families);
  name = pango_font_description_to_string (font);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", name, NULL);
}

static void
xr_program_startup (GApplication *application)
{
  G_APPLICATION_CLASS (xr_program_parent_class)->startup (application);
  prefer_chinese_font ();
  xr_preferences_apply ();
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GApplication *application = user_data;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;)
    {
      GtkWindow *window = l->data;
      l = l->next;
      gtk_window_close (window);
    }
}

static void
xr_program_class_init (XrProgramClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = xr_program_activate;
  application_class->open = xr_program_open;
  application_class->startup = xr_program_startup;
}

static void
xr_program_init (XrProgram *self)
{
  static const GActionEntry actions[] = { { "quit", quit_cb } };
  static const char *const quit_keys[] = { "<Control>q", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
}

XrProgram *
xr_program_new (void)
{
  return g_object_new (XR_TYPE_PROGRAM, "application-id", XR_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
