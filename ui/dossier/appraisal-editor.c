/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the text of the yearly appraisals through its years. The text in the file is the only thing that is
 * kept; the lines are made from it anew whenever it changes elsewhere. */
#include "config.h"

#include "dossier/appraisal-editor.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "dossier/line-parts.h"
#include "round/round.h"
#include "rules/appraisal-list.h"
#include "rules/eligibility.h"
#include "widgets/dialogs.h"
#include "widgets/follow-office.h"

enum
{
  COLUMN_YEAR,
  COLUMN_WORD,
  COLUMN_NOTE,
  COLUMN_REMOVE,
};

struct _XrAppraisalEditor
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 candidate;
  XrAppraisalList *years; /* as edited */
  char *kept;             /* the text in the file; NULL: none */
  guint first, last;      /* years that the plan looks back on; last 0: none */
  gboolean loading, editable;

  GtkBox *list;
  GtkWidget *add_button, *hint, *missing;
};

G_DEFINE_FINAL_TYPE (XrAppraisalEditor, xr_appraisal_editor, ADW_TYPE_BIN)

static void show_lines (XrAppraisalEditor *self);

/* ---- between the file and the lines */

static XrRow *
load_candidate (XrAppraisalEditor *self)
{
  return self->office != NULL
           ? xr_office_load (self->office, xr_table_find ("candidate"), self->candidate, NULL)
           : NULL;
}

static void
save (XrAppraisalEditor *self)
{
  g_autoptr (XrRow) row = load_candidate (self);
  g_autofree char *text = xr_appraisal_list_format (self->years);
  g_autoptr (GError) error = NULL;

  if (row == NULL || g_strcmp0 (text, self->kept) == 0)
    return;
  xr_row_set (row, "appraisals", text);
  g_free (self->kept);
  self->kept = g_steal_pointer (&text);
  if (!xr_office_save (self->office, row, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

/* Which years the plan of the round looks back on. */
static void
read_plan (XrAppraisalEditor *self, XrRow *candidate)
{
  g_autoptr (XrCase) contest = xr_round_load_case (self->office, xr_row_get_owner (candidate),
                                                   XR_LOAD_PLAN, NULL);
  XrDate reference = contest != NULL ? xr_settings_reference_date (&contest->plan->settings)
                                     : XR_DATE_NONE;
  gboolean known = xr_date_is_set (reference);

  self->last = known ? (guint) reference.year - 1 : 0;
  self->first = known ? self->last + 1 - xr_eligibility_appraisal_years (contest->plan) : 0;
}

static void
reload (XrAppraisalEditor *self, gboolean force)
{
  g_autoptr (XrRow) row = load_candidate (self);
  const char *text = row != NULL ? xr_row_get (row, "appraisals") : NULL;
  gboolean editable = row != NULL && xr_office_check_row_open (self->office, row, NULL);

  if (!force && g_strcmp0 (text, self->kept) == 0 && editable == self->editable)
    return;
  if (row != NULL)
    read_plan (self, row);
  self->editable = editable;
  gtk_widget_set_sensitive (self->add_button, editable);
  g_free (self->kept);
  self->kept = g_strdup (text);
  g_clear_pointer (&self->years, xr_appraisal_list_free);
  self->years = xr_appraisal_list_parse (text);
  show_lines (self);
}

static void
office_changed_cb (XrAppraisalEditor *self)
{
  reload (self, FALSE);
}

/* ---- what is to be said */

static void
show_remarks (XrAppraisalEditor *self)
{
  g_autoptr (GPtrArray) remarks = xr_appraisal_list_check (self->years, self->first, self->last,
                                                           xr_date_today ().year);
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  const char *missing = NULL;

  for (guint i = 0; line != NULL; i++, line = gtk_widget_get_next_sibling (line))
    {
      xr_line_clear_remarks (GTK_GRID (line));
      for (guint j = 0; j < remarks->len; j++)
        if (((XrAppraisalRemark *) remarks->pdata[j])->entry == i)
          xr_line_add_remark (GTK_GRID (line), ((XrAppraisalRemark *) remarks->pdata[j])->message);
    }
  for (guint j = 0; j < remarks->len; j++)
    if (((XrAppraisalRemark *) remarks->pdata[j])->entry == G_MAXUINT)
      missing = ((XrAppraisalRemark *) remarks->pdata[j])->message;
  gtk_label_set_text (GTK_LABEL (self->missing), missing != NULL ? missing : "");
  gtk_widget_set_visible (self->missing, missing != NULL);
}

/* ---- a line */

/* `2024` or `2024年度`, of any width; nothing only where there is no result either. */
static gboolean
read_year (GtkWidget *entry, gboolean may_be_empty, guint *year)
{
  g_autofree char *clean = xr_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr (XrAppraisalList) read = xr_appraisal_list_parse (clean);
  const XrAppraisalEntry *only = read->entries->len == 1 ? read->entries->pdata[0] : NULL;
  gboolean right = *clean == '\0'
                     ? may_be_empty
                     : only != NULL && only->year > 0 && *only->word == '\0' && *only->note == '\0';

  *year = *clean == '\0' || !right ? 0 : only->year;
  xr_line_entry_set_error (entry, right ? NULL : _ ("Write the year as four digits, like 2024."));
  return right;
}

static const char *
get_word (GtkWidget *chooser)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (chooser));

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)) == 0
           ? ""
           : gtk_string_object_get_string (chosen);
}

/* A line is taken when all of it can be read; until then it stays as typed. */
static void
take_line (XrAppraisalEditor *self, GtkWidget *part)
{
  GtkGrid *line = xr_line_find (part);
  guint index = xr_line_get_index (part);
  GtkWidget *entry = gtk_grid_get_child_at (line, COLUMN_YEAR, 0);
  g_autofree char *word = NULL;
  g_autofree char *note = NULL;
  guint year;

  if (self->loading || !self->editable || index >= self->years->entries->len)
    return;
  word = g_strdup (get_word (gtk_grid_get_child_at (line, COLUMN_WORD, 0)));
  note = xr_text_strip (
    gtk_editable_get_text (GTK_EDITABLE (gtk_grid_get_child_at (line, COLUMN_NOTE, 0))));
  xr_line_clear_remarks (line);
  if (!read_year (entry, *word == '\0', &year))
    {
      xr_line_add_remark (line, gtk_widget_get_tooltip_text (entry));
      return;
    }
  xr_appraisal_list_set (self->years, index, year, word, note);
  save (self);
  show_remarks (self);
}

static void
line_left_cb (XrAppraisalEditor *self, GtkEventController *controller)
{
  take_line (self, gtk_event_controller_get_widget (controller));
}

static void
word_chosen_cb (XrAppraisalEditor *self, GParamSpec *property, GtkWidget *chooser)
{
  take_line (self, chooser);
}

static void
remove_cb (XrAppraisalEditor *self, GtkWidget *button)
{
  xr_appraisal_list_remove (self->years, xr_line_get_index (button));
  save (self);
  show_lines (self);
  xr_window_toast (GTK_WIDGET (self), _ ("The year is removed."), TRUE);
}

/* The official words, and the one that stands there if it is another. */
static GtkWidget *
create_chooser (XrAppraisalEditor *self, const char *word)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;
  GtkWidget *chooser;

  gtk_string_list_append (words, _ ("No result"));
  for (guint i = 0; xr_appraisal_words[i] != NULL; i++)
    {
      gtk_string_list_append (words, xr_appraisal_words[i]);
      if (g_str_equal (word, xr_appraisal_words[i]))
        selected = i + 1;
    }
  if (selected == 0 && *word != '\0')
    {
      gtk_string_list_append (words, word);
      selected = g_list_model_get_n_items (G_LIST_MODEL (words)) - 1;
    }
  chooser = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), selected);
  gtk_widget_set_sensitive (chooser, self->editable);
  gtk_widget_set_size_request (chooser, 130, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Result of the appraisal"), -1);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (word_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return chooser;
}

static GtkWidget *
create_note (XrAppraisalEditor *self, const char *note)
{
  GtkWidget *entry = xr_line_entry_new (note, _ ("Note on the appraisal"), 0, self->editable,
                                        G_CALLBACK (line_left_cb), self);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Note"));
  return entry;
}

static GtkWidget *
create_line (XrAppraisalEditor *self, guint index)
{
  const XrAppraisalEntry *entry = self->years->entries->pdata[index];
  g_autofree char *year = entry->year > 0 ? g_strdup_printf ("%u", entry->year) : g_strdup ("");
  GtkGrid *line = GTK_GRID (xr_line_new (index));
  GtkWidget *remove = xr_line_button_new ("user-trash-symbolic", _ ("Remove year"),
                                          G_CALLBACK (remove_cb), self);

  gtk_widget_set_sensitive (remove, self->editable);
  gtk_grid_attach (line,
                   xr_line_entry_new (year, _ ("Year of the appraisal"), 6, self->editable,
                                      G_CALLBACK (line_left_cb), self),
                   COLUMN_YEAR, 0, 1, 1);
  gtk_grid_attach (line, create_chooser (self, entry->word), COLUMN_WORD, 0, 1, 1);
  gtk_grid_attach (line, create_note (self, entry->note), COLUMN_NOTE, 0, 1, 1);
  gtk_grid_attach (line, remove, COLUMN_REMOVE, 0, 1, 1);
  return GTK_WIDGET (line);
}

static void
show_lines (XrAppraisalEditor *self)
{
  GtkWidget *child;

  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < self->years->entries->len; i++)
    gtk_box_append (self->list, create_line (self, i));
  gtk_widget_set_visible (self->hint, self->years->entries->len == 0);
  show_remarks (self);
  self->loading = FALSE;
}

/* ---- the whole */

static gboolean
has_year (XrAppraisalEditor *self, guint year)
{
  for (guint i = 0; i < self->years->entries->len; i++)
    if (((XrAppraisalEntry *) self->years->entries->pdata[i])->year == year)
      return TRUE;
  return FALSE;
}

/* The year that is wanted next: the first one looked back on without a line, else the latest one over
 * that has none. */
static guint
suggest_year (XrAppraisalEditor *self)
{
  guint year = self->last > 0 ? self->first : (guint) xr_date_today ().year - 1;

  while (year <= self->last && has_year (self, year))
    year++;
  if (self->last > 0 && year <= self->last)
    return year;
  for (year = (guint) xr_date_today ().year - 1; has_year (self, year); year--)
    ;
  return year;
}

static void
add_cb (XrAppraisalEditor *self)
{
  GtkWidget *line;

  xr_appraisal_list_add (self->years, suggest_year (self), "", "");
  show_lines (self);
  line = gtk_widget_get_last_child (GTK_WIDGET (self->list));
  xr_line_clear_remarks (GTK_GRID (line));
  gtk_widget_grab_focus (gtk_grid_get_child_at (GTK_GRID (line), COLUMN_YEAR, 0));
}

static void
xr_appraisal_editor_dispose (GObject *object)
{
  XrAppraisalEditor *self = XR_APPRAISAL_EDITOR (object);

  self->loading = TRUE;
  self->editable = FALSE;
  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  G_OBJECT_CLASS (xr_appraisal_editor_parent_class)->dispose (object);
}

static void
xr_appraisal_editor_finalize (GObject *object)
{
  XrAppraisalEditor *self = XR_APPRAISAL_EDITOR (object);

  xr_appraisal_list_free (self->years);
  g_free (self->kept);
  G_OBJECT_CLASS (xr_appraisal_editor_parent_class)->finalize (object);
}

static void
xr_appraisal_editor_class_init (XrAppraisalEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_appraisal_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_appraisal_editor_finalize;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
xr_appraisal_editor_init (XrAppraisalEditor *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));

  self->years = xr_appraisal_list_parse (NULL);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->hint = create_label (_ ("No year yet. Add them year by year, or paste them whole below."),
                             "dim-label");
  self->missing = create_label ("", "warning");
  self->add_button = gtk_button_new_with_mnemonic (_ ("Add _year"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (box, create_label (_ ("Annual appraisals year by year"), "heading"));
  gtk_box_append (box, self->hint);
  gtk_box_append (box, GTK_WIDGET (self->list));
  gtk_box_append (box, self->missing);
  gtk_box_append (box, self->add_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

XrAppraisalEditor *
xr_appraisal_editor_new (void)
{
  return g_object_new (XR_TYPE_APPRAISAL_EDITOR, NULL);
}

void
xr_appraisal_editor_set_candidate (XrAppraisalEditor *self, XrOffice *office, gint64 candidate)
{
  if (self->office == office && self->candidate == candidate)
    return;
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (office_changed_cb), self);
  self->candidate = candidate;
  reload (self, TRUE);
}
