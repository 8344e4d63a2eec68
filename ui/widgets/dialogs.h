/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every use of message dialogs, file choosers and toasts, so that a later change of toolkit touches one
 * file. Nothing here knows about rounds. All take any widget of the window that they belong to. */

/* Shows @error's sentence in a dialog: for commands that were refused and files that failed. */
void xr_window_report_error (GtkWidget *widget, const GError *error);
/* A sentence with a heading of its own. */
void xr_dialog_tell (GtkWidget *widget, const char *heading, const char *body);

/* The same without a window: the program ends with this one when it has no other. */
void xr_dialog_tell_alone (GtkApplication *application, const char *heading, const char *body);

/* A toast on the window: what has happened. With @undo it offers "Undo" (the action win.undo). */
void xr_window_toast (GtkWidget *widget, const char *text, gboolean undo);

/* The same with a way to what comes next: @label starts the action @name with @target (floating). */
void xr_window_toast_next (GtkWidget *widget, const char *text, const char *label, const char *name,
                           GVariant *target);

typedef void (*XrConfirmFunc) (GtkWidget *widget, gpointer data);

/* Asks before something that cannot be taken back; @func runs after @accept was pressed. */
void xr_dialog_confirm (GtkWidget *widget, const char *heading, const char *body,
                        const char *accept, XrConfirmFunc func, gpointer data,
                        GDestroyNotify free_data);

typedef enum
{
  XR_ASK_PLAIN,
  XR_ASK_PASSPHRASE,       /* what is written is hidden */
  XR_ASK_NEW_PASSPHRASE,   /* … and has to do for a new sealed file */
  XR_ASK_PASSPHRASE_AGAIN, /* … and has to be what the field before has */
} XrAskSecret;

typedef struct
{
  const char *label;   /* what to write, with a mnemonic if there is one */
  const char *initial; /* text that stands there at first, or NULL */
  gboolean optional;   /* else the dialog is accepted only when something was written */
  gboolean date;       /* what is written must be a day; what is wrong with it is said below */
  XrAskSecret secret;  /* likewise */
} XrAskField;

typedef void (*XrAskFunc) (GtkWidget *widget, const char *const *answers, gpointer data);

/**
 * xr_dialog_ask:
 * @accept: the button, such as "_Sign"
 * @extra: (nullable): a widget between the text and the fields
 * @fields: copied
 *
 * Asks for a few lines of text, such as a reason and a name. @func receives the answers in the order of
 * the fields, stripped, "" where an optional one was left empty. Escape closes without a call.
 */
void xr_dialog_ask (GtkWidget *widget, const char *heading, const char *body, const char *accept,
                    GtkWidget *extra, const XrAskField *fields, guint n_fields, XrAskFunc func,
                    gpointer data, GDestroyNotify free_data);

/* Lets Escape close a window that only shows something. */
void xr_window_close_on_escape (GtkWindow *window);

/* What is said of a file that has no path on this computer. The choosers below say it themselves, so that
 * what they hand on always has one. */
const char *xr_dialog_no_path_text (void);

typedef void (*XrFileFunc) (GtkWidget *widget, GFile *file, gpointer data);

/* Chooses a file to open. @suffix: "xlsx" or such, several divided by blanks, NULL: any file;
 * @filter_name: "Workbooks". */
void xr_dialog_open_file (GtkWidget *widget, const char *title, const char *filter_name,
                          const char *suffix, XrFileFunc func, gpointer data,
                          GDestroyNotify free_data);
/* Chooses a folder. */
void xr_dialog_choose_folder (GtkWidget *widget, const char *title, XrFileFunc func, gpointer data,
                              GDestroyNotify free_data);
typedef void (*XrFilesFunc) (GtkWidget *widget, const char *const *paths, gpointer data);

/* Chooses one or several files to open. @suffixes: ended by NULL. */
void xr_dialog_open_files (GtkWidget *widget, const char *title, const char *filter_name,
                           const char *const *suffixes, XrFilesFunc func, gpointer data,
                           GDestroyNotify free_data);
/* Chooses where to write; @name is the file name that is offered. Asks before overwriting. */
void xr_dialog_save_file (GtkWidget *widget, const char *title, const char *name, XrFileFunc func,
                          gpointer data, GDestroyNotify free_data);

G_END_DECLS
