/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences of a person: a key file under the user's configuration folder. A file that cannot be read
 * or written only means that the defaults hold. */
#include "config.h"

#include "shell/preferences.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define GROUP "preferences"

typedef struct
{
  GWeakRef widget;
  XrOperatorFunc func;
} Listener;

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "xuanren", "preferences.ini", NULL);
}

static GKeyFile *
load_file (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
}

static void
save_file (GKeyFile *file)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_debug ("preferences are not kept: %s", error->message);
}

static void
save_text (const char *key, const char *text)
{
  g_autoptr (GKeyFile) file = load_file ();

  g_key_file_set_string (file, GROUP, key, text);
  save_file (file);
}

char *
xr_preferences_dup_named_operator (void)
{
  g_autoptr (GKeyFile) file = load_file ();

  return g_key_file_get_string (file, GROUP, "operator", NULL);
}

char *
xr_preferences_dup_operator (void)
{
  char *name = xr_preferences_dup_named_operator ();
  const char *account = g_get_real_name ();

  if (name != NULL)
    return name;
  return g_strdup (g_str_equal (account, "Unknown") ? g_get_user_name () : account);
}

XrTheme
xr_preferences_get_theme (void)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *theme = g_key_file_get_string (file, GROUP, "theme", NULL);

  if (g_strcmp0 (theme, "light") == 0)
    return XR_THEME_LIGHT;
  return g_strcmp0 (theme, "dark") == 0 ? XR_THEME_DARK : XR_THEME_SYSTEM;
}

void
xr_preferences_get_window_size (int *width, int *height)
{
  g_autoptr (GKeyFile) file = load_file ();

  *width = MAX (g_key_file_get_integer (file, GROUP, "width", NULL), 0);
  *height = MAX (g_key_file_get_integer (file, GROUP, "height", NULL), 0);
  if (*width == 0 || *height == 0)
    {
      *width = 1240;
      *height = 680;
    }
}

void
xr_preferences_set_window_size (int width, int height)
{
  g_autoptr (GKeyFile) file = load_file ();

  g_key_file_set_integer (file, GROUP, "width", width);
  g_key_file_set_integer (file, GROUP, "height", height);
  save_file (file);
}

static char *
dup_printer_group (const char *printer)
{
  return g_strdup_printf ("printer %s", printer);
}

void
xr_preferences_get_print_shift (const char *printer, double *x, double *y)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *group = dup_printer_group (printer);

  *x = g_key_file_get_double (file, group, "right", NULL);
  *y = g_key_file_get_double (file, group, "down", NULL);
}

void
xr_preferences_set_print_shift (const char *printer, double x, double y)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *group = dup_printer_group (printer);

  g_key_file_set_double (file, group, "right", x);
  g_key_file_set_double (file, group, "down", y);
  save_file (file);
}

void
xr_preferences_apply (void)
{
  static const AdwColorScheme schemes[] = {
    [XR_THEME_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
    [XR_THEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [XR_THEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[xr_preferences_get_theme ()]);
}

/* ---- window */

static void
operator_applied_cb (Listener *listener, GtkEditable *entry)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&listener->widget);

  save_text ("operator", gtk_editable_get_text (entry));
  if (widget != NULL)
    listener->func (widget, gtk_editable_get_text (entry));
}

static void
theme_chosen_cb (AdwComboRow *row)
{
  static const char *const themes[] = { "system", "light", "dark" };

  save_text ("theme", themes[adw_combo_row_get_selected (row)]);
  xr_preferences_apply ();
}

static void
free_listener (gpointer data, GClosure *closure)
{
  Listener *listener = data;

  g_weak_ref_clear (&listener->widget);
  g_free (listener);
}

static GtkWidget *
create_operator_row (GtkWidget *widget, XrOperatorFunc func)
{
  GtkWidget *row = adw_entry_row_new ();
  Listener *listener = g_new0 (Listener, 1);
  g_autofree char *name = xr_preferences_dup_operator ();

  g_weak_ref_init (&listener->widget, widget);
  listener->func = func;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Who sits at the keyboard"));
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_data (row, "apply", G_CALLBACK (operator_applied_cb), listener, free_listener,
                         G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_theme_row (void)
{
  const char *const names[] = { _ ("As the desktop"), _ ("Light"), _ ("Dark"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Appearance"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), xr_preferences_get_theme ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (theme_chosen_cb), NULL);
  return row;
}

void
xr_preferences_present (GtkWidget *widget, XrOperatorFunc func)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("The name is written into every entry of the record."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_operator_row (widget, func));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_theme_row ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
