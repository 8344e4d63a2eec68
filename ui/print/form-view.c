/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of one form inside a page. It reads when it is told to and otherwise only shows. */
#include "config.h"

#include "print/form-view.h"

#include <glib/gi18n-lib.h>

#include "forms/print-job.h"
#include "print/paper-view.h"

struct _XrFormView
{
  AdwBin parent_instance;

  char *form;
  XrPaperView *paper;
  GtkLabel *fault;
  XrTypesetter *setter;
  XrPaper *content;
};

G_DEFINE_FINAL_TYPE (XrFormView, xr_form_view, ADW_TYPE_BIN)

enum
{
  PROP_FORM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static XrPaper *
compose (XrFormView *self, XrOffice *office, gint64 round, const XrFormSubject *subject,
         GError **error)
{
  const XrForm *form = xr_form_find (self->form);
  g_autoptr (GArray) all = xr_form_subjects (form, office, round);

  if (subject == NULL && all->len > 0)
    subject = &g_array_index (all, XrFormSubject, 0);
  return xr_form_compose (form, office, round, subject, subject == NULL, NULL, error);
}

void
xr_form_view_show (XrFormView *self, XrOffice *office, gint64 round, const XrFormSubject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;

  g_clear_pointer (&self->content, xr_paper_free);
  self->content = compose (self, office, round, subject, &error);
  if (self->content != NULL)
    pages = xr_paper_lay_out (self->content, self->setter, &error);
  xr_paper_view_set_pages (self->paper, pages);
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

char *
xr_form_view_dup_text (XrFormView *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->content != NULL && i < self->content->blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (self->content->blocks, i);
      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
    }
  return g_string_free (text, FALSE);
}

static void
xr_form_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XR_FORM_VIEW (object)->form = g_value_dup_string (value);
}

static void
xr_form_view_finalize (GObject *object)
{
  XrFormView *self = XR_FORM_VIEW (object);

  g_free (self->form);
  xr_typesetter_free (self->setter);
  g_clear_pointer (&self->content, xr_paper_free);
  G_OBJECT_CLASS (xr_form_view_parent_class)->finalize (object);
}

static void
xr_form_view_class_init (XrFormViewClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = xr_form_view_set_property;
  G_OBJECT_CLASS (klass)->finalize = xr_form_view_finalize;
  properties[PROP_FORM] = g_param_spec_string (
    "form", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
print_cb (XrFormView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-form", "s", self->form);
}

static void
xr_form_view_init (XrFormView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("Preview and _print…"));

  self->setter = xr_typesetter_new ();
  self->paper = XR_PAPER_VIEW (xr_paper_view_new ());
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_widget_set_halign (print, GTK_ALIGN_END);
  gtk_widget_set_vexpand (GTK_WIDGET (self->paper), TRUE);
  gtk_box_append (GTK_BOX (box), print);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
}
