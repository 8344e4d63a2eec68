/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that begins a round. It asks only for what nobody but the office knows. */
#include "config.h"

#include "shell/new-round-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/round.h"

/* Where the plan comes from. */
typedef struct
{
  const char *template_id; /* NULL: not a built-in plan */
  gint64 round;            /* 0: not an earlier round's; both unset: an empty plan */
  char *title, *description;
} Source;

#define XR_TYPE_NEW_ROUND_DIALOG (xr_new_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrNewRoundDialog, xr_new_round_dialog, XR, NEW_ROUND_DIALOG, AdwWindow)

struct _XrNewRoundDialog
{
  AdwWindow parent_instance;

  XrWindow *window;
  GPtrArray *sources; /* Source */

  GtkEditable *title, *unit;
  GtkDropDown *plan;
  GtkLabel *description, *message;
  GtkWidget *create_button;
};

G_DEFINE_FINAL_TYPE (XrNewRoundDialog, xr_new_round_dialog, ADW_TYPE_WINDOW)

static void
free_source (Source *source)
{
  g_free (source->title);
  g_free (source->description);
  g_free (source);
}

static void
add_source (XrNewRoundDialog *self, const char *template_id, gint64 round, char *title,
            const char *description)
{
  Source *source = g_new0 (Source, 1);

  source->template_id = template_id;
  source->round = round;
  source->title = title;
  source->description = g_strdup (description);
  g_ptr_array_add (self->sources, source);
}

static void
collect_sources (XrNewRoundDialog *self)
{
  g_autoptr (GPtrArray) rounds = xr_round_list (xr_window_get_office (self->window));

  for (const XrPlanTemplate *template = xr_plan_templates (); template->id != NULL; template ++)
    add_source (self, template->id, 0, g_strdup (template->title), template->description);
  for (guint i = rounds->len; i > 0; i--)
    {
      XrRow *round = g_ptr_array_index (rounds, i - 1);
      add_source (self, NULL, xr_row_get_id (round),
                  g_strdup_printf (_ ("The plan of \"%s\""), xr_row_get (round, "title")),
                  _ ("Posts, conditions and scoring are taken over; people and dates are not."));
    }
  add_source (self, NULL, 0, g_strdup (_ ("An empty plan")),
              _ ("Everything is filled in by hand."));
}

static const Source *
get_source (XrNewRoundDialog *self)
{
  return g_ptr_array_index (self->sources, gtk_drop_down_get_selected (self->plan));
}

static void
plan_chosen_cb (XrNewRoundDialog *self)
{
  gtk_label_set_label (self->description, get_source (self)->description);
}

static void
input_changed_cb (XrNewRoundDialog *self)
{
  gtk_widget_set_sensitive (self->create_button,
                            !xr_text_is_blank (gtk_editable_get_text (self->title)));
}

static gint64
create_round (XrNewRoundDialog *self, GError **error)
{
  XrOffice *office = xr_window_get_office (self->window);
  const Source *source = get_source (self);
  g_autofree char *title = xr_text_strip (gtk_editable_get_text (self->title));
  g_autofree char *unit = xr_text_strip (gtk_editable_get_text (self->unit));

  if (source->round != 0)
    return xr_round_copy_plan (office, source->round, title, error);
  return xr_round_create (office, title, *unit != '\0' ? unit : NULL, source->template_id, error);
}

static void
create_cb (XrNewRoundDialog *self)
{
  g_autoptr (GError) error = NULL;
  gint64 round = create_round (self, &error);

  if (round == 0)
    {
      gtk_label_set_label (self->message, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
      return;
    }
  xr_window_open_round (self->window, round);
  gtk_window_close (GTK_WINDOW (self));
}

static void
xr_new_round_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (XR_NEW_ROUND_DIALOG (object)->sources);
  G_OBJECT_CLASS (xr_new_round_dialog_parent_class)->finalize (object);
}

static void
xr_new_round_dialog_class_init (XrNewRoundDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xr_new_round_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/shell/new-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, title);
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, description);
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, message);
  gtk_widget_class_bind_template_child (widget_class, XrNewRoundDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, input_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
xr_new_round_dialog_init (XrNewRoundDialog *self)
{
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) free_source);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_plans (XrNewRoundDialog *self, gint64 copy_from)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      gtk_string_list_append (titles, source->title);
      if (copy_from != 0 && source->round == copy_from)
        selected = i;
    }
  g_signal_handlers_block_by_func (self->plan, plan_chosen_cb, self);
  gtk_drop_down_set_model (self->plan, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->plan, selected);
  g_signal_handlers_unblock_by_func (self->plan, plan_chosen_cb, self);
  plan_chosen_cb (self);
}

void
xr_new_round_dialog_present (XrWindow *window, gint64 copy_from)
{
  XrNewRoundDialog *self = g_object_new (XR_TYPE_NEW_ROUND_DIALOG, "transient-for", window, "modal",
                                         TRUE, NULL);

  self->window = window;
  collect_sources (self);
  fill_plans (self, copy_from);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  gtk_window_present (GTK_WINDOW (self));
}
