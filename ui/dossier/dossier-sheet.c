/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers side by side. It gets plain dossiers and asks no file. */
#include "config.h"

#include "dossier/dossier-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier/photo-view.h"
#include "rules/form-date.h"
#include "rules/review-package.h"

struct _XrDossierSheet
{
  AdwBin parent_instance;

  GtkGrid *grid;
  int line;
};

G_DEFINE_FINAL_TYPE (XrDossierSheet, xr_dossier_sheet, ADW_TYPE_BIN)

static void
xr_dossier_sheet_class_init (XrDossierSheetClass *klass)
{
}

static void
xr_dossier_sheet_init (XrDossierSheet *self)
{
}

/* ---- texts */

static char *
show_born (const XrDossier *dossier, const char *reference)
{
  const char *born = xr_dossier_get (dossier, XR_DOSSIER_BORN);
  const char *own = xr_dossier_get (dossier, XR_DOSSIER_AGE_DATE);
  g_autofree char *shown = xr_form_date_show (born);
  int age = xr_form_date_age (born, own[0] != '\0' ? own : reference);

  /* Translators: month of birth, age in years */
  return age < 0 ? g_steal_pointer (&shown) : g_strdup_printf (_ ("%1$s (aged %2$d)"), shown, age);
}

static char *
show_retirement (const XrDossier *dossier)
{
  const char *said = xr_dossier_get (dossier, XR_DOSSIER_RETIRES_ON);
  XrDate born = xr_form_date_to_date (xr_dossier_get (dossier, XR_DOSSIER_BORN));
  guint base = xr_form_age_limit (xr_dossier_get (dossier, XR_DOSSIER_AGE_LIMIT));

  if (said[0] != '\0')
    return xr_form_date_show (said);
  return xr_date_to_form (xr_form_retirement_month (born, base));
}

static char *
show_field (const XrDossier *dossier, XrDossierField field, const char *reference)
{
  const char *text = xr_dossier_get (dossier, field);

  if (field == XR_DOSSIER_BORN)
    return show_born (dossier, reference);
  if (field == XR_DOSSIER_RETIRES_ON)
    return show_retirement (dossier);
  if (field == XR_DOSSIER_PARTY_SINCE)
    return xr_form_party_show (text);
  return xr_dossier_field_info (field)->is_date ? xr_form_date_show (text) : g_strdup (text);
}

/* "妻子  周若水  1982.03  群众  某学校教师", a line each. */
static char *
show_family (const XrDossier *dossier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->relatives->len; i++)
    {
      const XrRelative *relative = dossier->relatives->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
        {
          const char *value = xr_relative_get (relative, field);
          g_autofree char *shown = field == XR_RELATIVE_BORN ? xr_form_date_show (value)
                                                             : g_strdup (value);

          if (shown[0] != '\0')
            g_string_append_printf (text, "%s%s", field > 0 ? "  " : "", shown);
        }
    }
  return g_string_free (text, FALSE);
}

/* ---- lines */

static GtkWidget *
create_value (const char *text, guint n)
{
  GtkWidget *label = gtk_label_new (text[0] != '\0' ? text : "—");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), n == 1 ? 40 : 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), n == 1 ? 70 : 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (text[0] == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static gboolean
differ (char **texts, guint n)
{
  for (guint i = 1; i < n; i++)
    if (strcmp (texts[i], texts[0]) != 0)
      return TRUE;
  return FALSE;
}

static void
add_name (XrDossierSheet *self, const char *name, gboolean marked)
{
  g_autofree char *text = marked ? g_strconcat ("≠ ", name, NULL) : g_strdup (name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, marked ? "xr-attention" : "dim-label");
  gtk_grid_attach (self->grid, label, 0, self->line, 1, 1);
}

static void
add_line (XrDossierSheet *self, const char *name, char **texts, guint n)
{
  gboolean known = FALSE;

  for (guint i = 0; i < n; i++)
    known = known || texts[i][0] != '\0';
  /* What nobody has said anything of would only be in the way of reading. */
  if (!known)
    return;
  add_name (self, name, differ (texts, n));
  for (guint i = 0; i < n; i++)
    gtk_grid_attach (self->grid, create_value (texts[i], n), (int) i + 1, self->line, 1, 1);
  self->line++;
}

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
add_field (XrDossierSheet *self, XrDossierField field, const XrDossier *const *dossiers, guint n,
           const char *reference)
{
  char **texts = g_new0 (char *, n);

  for (guint i = 0; i < n; i++)
    texts[i] = show_field (dossiers[i], field, reference);
  add_line (self, _ (xr_dossier_field_info (field)->label), texts, n);
  free_texts (texts, n);
}

static void
add_family (XrDossierSheet *self, const XrDossier *const *dossiers, guint n)
{
  char **texts = g_new0 (char *, n);

  for (guint i = 0; i < n; i++)
    texts[i] = show_family (dossiers[i]);
  add_line (self, _ ("Family"), texts, n);
  free_texts (texts, n);
}

/* What the registration says beyond the form. */
static void
add_registered (XrDossierSheet *self, XrRow *const *candidates, guint n)
{
  const XrTable *table = xr_row_get_table (candidates[0]);

  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    {
      const char *name = xr_review_fact_names[i];
      const XrField *field = xr_table_find_field (table, name);
      char **texts = g_new0 (char *, n);

      for (guint j = 0; j < n; j++)
        texts[j] = xr_field_format (field, xr_row_get (candidates[j], name));
      add_line (self, _ (field->label), texts, n);
      free_texts (texts, n);
    }
}

static void
add_heads (XrDossierSheet *self, const XrDossier *const *dossiers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *name = gtk_label_new (xr_dossier_get (dossiers[i], XR_DOSSIER_NAME));

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_add_css_class (name, "title-2");
      gtk_box_append (GTK_BOX (box), name);
      if (dossiers[i]->photo != NULL)
        gtk_box_append (GTK_BOX (box), xr_photo_picture_new (dossiers[i]->photo, 112));
      gtk_grid_attach (self->grid, box, (int) i + 1, 0, 1, 1);
    }
  self->line = 1;
}

/* Of the file and not of the person. */
static gboolean
is_read (XrDossierField field)
{
  return field != XR_DOSSIER_NAME && field != XR_DOSSIER_VERSION && field != XR_DOSSIER_AGE_DATE
         && field != XR_DOSSIER_AGE_LIMIT;
}

void
xr_dossier_sheet_show (XrDossierSheet *self, const XrDossier *const *dossiers,
                       XrRow *const *candidates, guint n, const char *reference)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "xr-dialog-content");
  add_heads (self, dossiers, n);
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    {
      if (i == XR_DOSSIER_REPORTING_UNIT)
        add_family (self, dossiers, n);
      if (i == XR_DOSSIER_POSITION)
        add_registered (self, candidates, n);
      if (is_read (i))
        add_field (self, i, dossiers, n, reference);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

XrDossierSheet *
xr_dossier_sheet_new (void)
{
  return g_object_new (XR_TYPE_DOSSIER_SHEET, NULL);
}
