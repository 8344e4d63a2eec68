/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who signs a stage. Each name that was given is one signature. */
#include "config.h"

#include "widgets/sign-off.h"

#include <glib/gi18n-lib.h>

#include "widgets/dialogs.h"

typedef struct
{
  XrOffice *office;
  gint64 round;
  XrStage stage;
  GPtrArray *roles; /* const char * */
} SignOff;

static void
free_sign_off (SignOff *sign_off)
{
  g_object_unref (sign_off->office);
  g_ptr_array_unref (sign_off->roles);
  g_free (sign_off);
}

static gboolean
has_signed (GPtrArray *gates, const char *role)
{
  g_autofree char *id = g_strconcat ("signature-", role, NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (g_str_equal (gate->id, id))
        return gate->met;
    }
  return FALSE;
}

static GPtrArray *
find_open_roles (SignOff *sign_off)
{
  const XrStageInfo *info = xr_stage_info (sign_off->stage);
  g_autoptr (GPtrArray) gates = xr_stage_gates (sign_off->office, sign_off->round, sign_off->stage);
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; info->signers[i] != NULL; i++)
    {
      if (!has_signed (gates, info->signers[i]))
        g_ptr_array_add (roles, (gpointer) info->signers[i]);
    }
  return roles;
}

static void
signed_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  SignOff *sign_off = data;
  guint n_roles = sign_off->roles->len;
  g_autoptr (GError) error = NULL;
  XrDate on;

  if (!xr_date_parse (answers[n_roles], FALSE, &on, &error))
    {
      xr_window_report_error (widget, error);
      return;
    }
  for (guint i = 0; i < n_roles && error == NULL; i++)
    {
      if (*answers[i] != '\0')
        xr_stage_sign (sign_off->office, sign_off->round, sign_off->stage,
                       g_ptr_array_index (sign_off->roles, i), answers[i], on, &error);
    }
  if (error != NULL)
    xr_window_report_error (widget, error);
}

void
xr_sign_off_ask (GtkWidget *widget, XrOffice *office, gint64 round, XrStage stage)
{
  SignOff *sign_off = g_new0 (SignOff, 1);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  g_autofree XrAskField *fields = NULL;

  sign_off->office = g_object_ref (office);
  sign_off->round = round;
  sign_off->stage = stage;
  sign_off->roles = find_open_roles (sign_off);
  if (sign_off->roles->len == 0)
    {
      xr_window_toast (widget, _ ("Everybody has signed already."), FALSE);
      free_sign_off (sign_off);
      return;
    }
  fields = g_new0 (XrAskField, sign_off->roles->len + 1);
  for (guint i = 0; i < sign_off->roles->len; i++)
    {
      fields[i].label = xr_role_label (g_ptr_array_index (sign_off->roles, i));
      fields[i].optional = TRUE;
    }
  fields[sign_off->roles->len].label = _ ("Signed on");
  fields[sign_off->roles->len].initial = today;
  fields[sign_off->roles->len].date = TRUE;
  xr_dialog_ask (
    widget, _ ("Sign this stage"),
    _ ("Write the name of each person who has signed the paper. After a signature, undo "
       "ends here."),
    _ ("_Sign"), NULL, fields, sign_off->roles->len + 1, signed_cb, sign_off,
    (GDestroyNotify) free_sign_off);
}
