/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields and lists stand on which page of the dossier window. Fields save themselves on leaving
 * them, lists by their dialogs. */
#include "config.h"

#include "dossier/dossier-sections.h"

#include <glib/gi18n-lib.h>

#include "dossier/appraisal-editor.h"
#include "dossier/attachment-list.h"
#include "dossier/photo-view.h"
#include "dossier/relative-list.h"
#include "dossier/resume-editor.h"
#include "round/dossier.h"
#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"
#include "widgets/row-panel.h"

struct _XrDossierSections
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 candidate;
  GtkStack *stack;
  GPtrArray *panels; /* XrRowPanel */
  XrPhotoView *photo;
  XrResumeEditor *resume;
  XrAppraisalEditor *appraisals;
  XrRowListView *tenures;
  XrRelativeList *relatives;
  XrAttachmentList *attachments;
};

G_DEFINE_FINAL_TYPE (XrDossierSections, xr_dossier_sections, ADW_TYPE_BIN)

static void
xr_dossier_sections_finalize (GObject *object)
{
  g_ptr_array_unref (XR_DOSSIER_SECTIONS (object)->panels);
  G_OBJECT_CLASS (xr_dossier_sections_parent_class)->finalize (object);
}

static void
xr_dossier_sections_dispose (GObject *object)
{
  g_clear_object (&XR_DOSSIER_SECTIONS (object)->office);
  G_OBJECT_CLASS (xr_dossier_sections_parent_class)->dispose (object);
}

static void
xr_dossier_sections_class_init (XrDossierSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_dossier_sections_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_dossier_sections_finalize;
}

/* ---- pages */

static GtkWidget *
create_panel (XrDossierSections *self, const char *table, const char *fields)
{
  GtkWidget *panel = g_object_new (XR_TYPE_ROW_PANEL, "table", table, "fields", fields, NULL);

  g_ptr_array_add (self->panels, panel);
  return panel;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
add_page (XrDossierSections *self, const char *name, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_stack_add_titled (self->stack, scrolled, name, title);
  return box;
}

static void
fill_person (XrDossierSections *self, GtkBox *page)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *panel = create_panel (self, "candidate",
                                   "name sex born id_number nation party party_since work_since");

  self->photo = xr_photo_view_new ();
  gtk_widget_set_hexpand (panel, TRUE);
  gtk_box_append (GTK_BOX (row), panel);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->photo));
  gtk_box_append (page, row);
  gtk_box_append (page,
                  create_panel (self, "dossier",
                                "native_place birth_place other_parties health technical_post "
                                "speciality age_limit retires_on"));
}

static void
move_registered (XrDossierSections *self, gboolean full_time)
{
  g_autoptr (GError) error = NULL;

  if (!xr_dossier_assign_education (self->office, self->candidate, full_time, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
full_time_cb (XrDossierSections *self)
{
  move_registered (self, TRUE);
}

static void
on_the_job_cb (XrDossierSections *self)
{
  move_registered (self, FALSE);
}

/* A registration list says only the highest education: here it is said where it belongs. */
static GtkWidget *
create_assignment (XrDossierSections *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *full = gtk_button_new_with_mnemonic (_ ("Was _full time"));
  GtkWidget *part = gtk_button_new_with_mnemonic (_ ("Was on the _job"));

  gtk_widget_set_tooltip_text (full, _ ("Writes what is registered under full time"));
  gtk_widget_set_tooltip_text (part, _ ("Writes what is registered under on the job"));
  g_signal_connect_swapped (full, "clicked", G_CALLBACK (full_time_cb), self);
  g_signal_connect_swapped (part, "clicked", G_CALLBACK (on_the_job_cb), self);
  gtk_box_append (GTK_BOX (box), full);
  gtk_box_append (GTK_BOX (box), part);
  return box;
}

static void
fill_education (XrDossierSections *self, GtkBox *page)
{
  gtk_box_append (page, create_heading (_ ("Full time")));
  gtk_box_append (page, create_panel (self, "dossier",
                                      "full_education full_education_school full_degree "
                                      "full_degree_school"));
  gtk_box_append (page, create_heading (_ ("On the job")));
  gtk_box_append (page, create_panel (self, "dossier",
                                      "part_education part_education_school part_degree "
                                      "part_degree_school"));
  gtk_box_append (page, create_heading (_ ("As registered, which the review counts")));
  gtk_box_append (page, create_panel (self, "candidate", "education degree school major"));
  gtk_box_append (page, create_assignment (self));
}

static void
fill_posts (XrDossierSections *self, GtkBox *page)
{
  gtk_box_append (page, create_panel (self, "candidate", "unit position rank rank_since staffing"));
  self->tenures = xr_row_list_view_new ("tenure");
  gtk_widget_set_size_request (GTK_WIDGET (self->tenures), -1, 220);
  gtk_box_append (page, GTK_WIDGET (self->tenures));
}

static void
add_pages (XrDossierSections *self)
{
  GtkWidget *page = add_page (self, "person", _ ("Person"));

  fill_person (self, GTK_BOX (page));
  page = add_page (self, "education", _ ("Education and degree"));
  fill_education (self, GTK_BOX (page));
  page = add_page (self, "posts", _ ("Posts and ranks"));
  fill_posts (self, GTK_BOX (page));
  page = add_page (self, "resume", _ ("Career"));
  self->resume = xr_resume_editor_new ();
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->resume));
  page = add_page (self, "merits", _ ("Awards and appraisals"));
  self->appraisals = xr_appraisal_editor_new ();
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->appraisals));
  gtk_box_append (GTK_BOX (page), create_panel (self, "candidate", "appraisals punished_until"));
  gtk_box_append (GTK_BOX (page), create_panel (self, "dossier", "awards"));
  page = add_page (self, "family", _ ("Family"));
  self->relatives = xr_relative_list_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self->relatives), TRUE);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->relatives));
  page = add_page (self, "appointment", _ ("Appointment and removal"));
  gtk_box_append (GTK_BOX (page), create_panel (self, "dossier",
                                                "proposed_post removed_post reason reporting_unit "
                                                "age_date filled_on filled_by"));
  page = add_page (self, "registration", _ ("Registration and contact"));
  gtk_box_append (GTK_BOX (page), create_panel (self, "candidate", "number source phone note"));
  gtk_box_append (GTK_BOX (page), create_panel (self, "dossier", "email address contact"));
  page = add_page (self, "attachments", _ ("Attachments"));
  self->attachments = xr_attachment_list_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self->attachments), TRUE);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->attachments));
}

static void
xr_dossier_sections_init (XrDossierSections *self)
{
  self->panels = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  add_pages (self);
}

XrDossierSections *
xr_dossier_sections_new (void)
{
  return g_object_new (XR_TYPE_DOSSIER_SECTIONS, NULL);
}

GtkStack *
xr_dossier_sections_get_stack (XrDossierSections *self)
{
  return self->stack;
}

void
xr_dossier_sections_set_candidate (XrDossierSections *self, XrOffice *office, gint64 candidate)
{
  g_set_object (&self->office, office);
  self->candidate = candidate;
  for (guint i = 0; i < self->panels->len; i++)
    xr_row_panel_set_owner (self->panels->pdata[i], office, candidate);
  xr_photo_view_set_candidate (self->photo, office, candidate);
  xr_resume_editor_set_candidate (self->resume, office, candidate);
  xr_appraisal_editor_set_candidate (self->appraisals, office, candidate);
  xr_row_list_view_set_owner (self->tenures, office, candidate);
  xr_relative_list_set_candidate (self->relatives, office, candidate);
  xr_attachment_list_set_candidate (self->attachments, office, candidate);
}

/* A field keeps what it holds when the keyboard leaves it. */
void
xr_dossier_sections_commit (XrDossierSections *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_root_set_focus (root, NULL);
}
