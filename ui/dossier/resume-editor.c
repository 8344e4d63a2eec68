/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the text of the résumé through its lines. The text in the file is the only thing that is kept;
 * lines are made from it anew whenever it changes elsewhere. */
#include "config.h"

#include "dossier/resume-editor.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "dossier/line-parts.h"
#include "rules/resume.h"
#include "widgets/dialogs.h"
#include "widgets/follow-office.h"

struct _XrResumeEditor
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 candidate;
  GPtrArray *lines; /* XrResumeLine, as edited */
  char *kept;       /* the text in the file, in the official form; NULL: none */
  XrDate work_since;
  gboolean loading, editable;

  GtkStack *stack;
  GtkBox *list;
  GtkWidget *add_button, *hint;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (XrResumeEditor, xr_resume_editor, ADW_TYPE_BIN)

static void show_lines (XrResumeEditor *self);
static void show_remarks (XrResumeEditor *self);

/* ---- between the file and the lines */

static XrRow *
load_candidate (XrResumeEditor *self)
{
  return self->office != NULL
           ? xr_office_load (self->office, xr_table_find ("candidate"), self->candidate, NULL)
           : NULL;
}

static void
save_text (XrResumeEditor *self, const char *text)
{
  g_autoptr (XrRow) row = load_candidate (self);
  g_autoptr (GError) error = NULL;

  if (row == NULL || g_strcmp0 (text, self->kept) == 0)
    return;
  g_free (self->kept);
  self->kept = g_strdup (text);
  xr_row_set (row, "resume", text);
  if (!xr_office_save (self->office, row, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
save_lines (XrResumeEditor *self)
{
  g_autofree char *text = xr_resume_format (self->lines);

  save_text (self, text);
}

static void
take_text (XrResumeEditor *self, const char *text)
{
  g_ptr_array_unref (self->lines);
  self->lines = xr_resume_parse (text);
  show_lines (self);
}

static void
show_text (XrResumeEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_text_buffer_set_text (buffer, self->kept != NULL ? self->kept : "", -1);
}

static void
reload (XrResumeEditor *self, gboolean force)
{
  g_autoptr (XrRow) row = load_candidate (self);
  g_autofree char *text = row != NULL ? xr_resume_normalize (xr_row_get (row, "resume")) : NULL;
  gboolean same = g_strcmp0 (text, self->kept) == 0;
  XrDate work = row != NULL ? xr_row_get_date (row, "work_since") : XR_DATE_NONE;
  gboolean same_work = xr_date_compare (work, self->work_since) == 0;

  self->work_since = work;
  self->editable = row != NULL && xr_office_check_row_open (self->office, row, NULL);
  gtk_widget_set_sensitive (self->add_button, self->editable);
  gtk_text_view_set_editable (self->text, self->editable);
  if (same && same_work && !force)
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&text);
  take_text (self, self->kept);
  show_text (self);
}

static void
office_changed_cb (XrResumeEditor *self)
{
  reload (self, FALSE);
}

/* ---- a line */

static gboolean
read_month (GtkEditable *entry, gboolean may_be_empty, XrDate *month)
{
  const char *text = gtk_editable_get_text (entry);
  g_autoptr (GError) error = NULL;

  *month = XR_DATE_NONE;
  if (xr_text_is_blank (text) ? !may_be_empty : !xr_date_parse (text, TRUE, month, &error))
    {
      xr_line_entry_set_error (
        GTK_WIDGET (entry),
        error != NULL ? error->message : _ ("Write the month in which it began, like 1998.09."));
      return FALSE;
    }
  month->day = 0;
  xr_line_entry_set_error (GTK_WIDGET (entry), NULL);
  return TRUE;
}

/* A line is taken when all of it can be read; until then it stays as typed. */
static void
line_left_cb (XrResumeEditor *self, GtkEventController *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  GtkGrid *grid = xr_line_find (widget);
  guint index = xr_line_get_index (widget);
  XrResumeLine *line;
  XrDate from, to;
  gboolean right;

  if (self->loading || index >= self->lines->len)
    return;
  line = self->lines->pdata[index];
  right = read_month (GTK_EDITABLE (gtk_grid_get_child_at (grid, 0, 0)),
                      !xr_date_is_set (line->from), &from);
  right = read_month (GTK_EDITABLE (gtk_grid_get_child_at (grid, 2, 0)), TRUE, &to) && right;
  if (!right)
    return;
  line->from = from;
  line->to = to;
  g_free (line->text);
  line->text = xr_text_strip (
    gtk_editable_get_text (GTK_EDITABLE (gtk_grid_get_child_at (grid, 3, 0))));
  save_lines (self);
  show_remarks (self);
}

static GtkWidget *
create_entry (XrResumeEditor *self, const char *text, const char *label, int chars)
{
  return xr_line_entry_new (text, label, chars, self->editable, G_CALLBACK (line_left_cb), self);
}

static void
move_line (XrResumeEditor *self, guint from, guint to)
{
  XrResumeLine *line = g_ptr_array_steal_index (self->lines, from);

  g_ptr_array_insert (self->lines, (int) to, line);
  save_lines (self);
  show_lines (self);
}

static void
up_cb (XrResumeEditor *self, GtkWidget *button)
{
  guint index = xr_line_get_index (button);

  if (index > 0)
    move_line (self, index, index - 1);
}

static void
down_cb (XrResumeEditor *self, GtkWidget *button)
{
  guint index = xr_line_get_index (button);

  if (index + 1 < self->lines->len)
    move_line (self, index, index + 1);
}

static void
remove_cb (XrResumeEditor *self, GtkWidget *button)
{
  g_ptr_array_remove_index (self->lines, xr_line_get_index (button));
  save_lines (self);
  show_lines (self);
  xr_window_toast (GTK_WIDGET (self), _ ("The line is removed."), TRUE);
}

static void
add_button (XrResumeEditor *self, GtkWidget *line, int column, const char *icon, const char *label,
            GCallback clicked)
{
  GtkWidget *button = xr_line_button_new (icon, label, clicked, self);

  gtk_widget_set_sensitive (button, self->editable);
  gtk_grid_attach (GTK_GRID (line), button, column, 0, 1, 1);
}

static GtkWidget *
create_line (XrResumeEditor *self, guint index)
{
  const XrResumeLine *line = self->lines->pdata[index];
  GtkWidget *grid = xr_line_new (index);
  g_autofree char *from = xr_date_to_form (line->from);
  g_autofree char *to = xr_date_to_form (line->to);

  gtk_grid_attach (GTK_GRID (grid), create_entry (self, from, _ ("From"), 8), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), gtk_label_new ("–"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_entry (self, to, _ ("Until"), 8), 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_entry (self, line->text, _ ("Unit and post"), 0), 3, 0,
                   1, 1);
  add_button (self, grid, 4, "go-up-symbolic", _ ("Line up"), G_CALLBACK (up_cb));
  add_button (self, grid, 5, "go-down-symbolic", _ ("Line down"), G_CALLBACK (down_cb));
  add_button (self, grid, 6, "user-trash-symbolic", _ ("Remove line"), G_CALLBACK (remove_cb));
  return grid;
}

/* What is said of a line stands under it. */
static void
add_remarks (GtkGrid *grid, GPtrArray *remarks, guint index)
{
  xr_line_clear_remarks (grid);
  for (guint i = 0; i < remarks->len; i++)
    {
      const XrResumeRemark *remark = remarks->pdata[i];

      if (remark->line == index)
        xr_line_add_remark (grid, remark->message);
    }
}

static void
show_remarks (XrResumeEditor *self)
{
  g_autoptr (GPtrArray) remarks = xr_resume_check (self->lines, self->work_since);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    add_remarks (GTK_GRID (child), remarks, i);
}

static void
show_lines (XrResumeEditor *self)
{
  GtkWidget *child;

  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_box_append (self->list, create_line (self, i));
  gtk_widget_set_visible (self->hint, self->lines->len == 0);
  show_remarks (self);
  self->loading = FALSE;
}

/* ---- the whole */

static void
add_cb (XrResumeEditor *self)
{
  const XrResumeLine *last = self->lines->len > 0 ? self->lines->pdata[self->lines->len - 1] : NULL;
  XrResumeLine *line = xr_resume_line_new (last != NULL ? last->to : XR_DATE_NONE, XR_DATE_NONE,
                                           "");
  GtkWidget *grid;

  g_ptr_array_add (self->lines, line);
  show_lines (self);
  grid = gtk_widget_get_last_child (GTK_WIDGET (self->list));
  gtk_widget_grab_focus (gtk_grid_get_child_at (GTK_GRID (grid), 0, 0));
}

static void
text_left_cb (XrResumeEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *normal = NULL;

  if (!self->editable)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  normal = xr_resume_normalize (text);
  if (g_strcmp0 (normal, self->kept) == 0)
    return;
  save_text (self, normal);
  take_text (self, self->kept);
  show_text (self);
}

static GtkWidget *
create_text_page (XrResumeEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_monospace (self->text, TRUE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, 6);
  gtk_text_view_set_top_margin (self->text, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The whole résumé as text"), -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (text_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_widget_add_css_class (scrolled, "xr-paragraph");
  return scrolled;
}

static GtkWidget *
create_lines_page (XrResumeEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->add_button = gtk_button_new_with_mnemonic (_ ("Add _line"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  self->hint = gtk_label_new (
    _ ("No résumé yet. Add it line by line, or paste it whole under “As text”; "
       "each line begins in the month in which the one before ends."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->add_button);
  return box;
}

static void
xr_resume_editor_dispose (GObject *object)
{
  XrResumeEditor *self = XR_RESUME_EDITOR (object);

  self->loading = TRUE;
  self->editable = FALSE;
  xr_follow_office (&self->office, &self->changed_id, NULL, NULL, NULL);
  G_OBJECT_CLASS (xr_resume_editor_parent_class)->dispose (object);
}

static void
xr_resume_editor_finalize (GObject *object)
{
  XrResumeEditor *self = XR_RESUME_EDITOR (object);

  g_ptr_array_unref (self->lines);
  g_free (self->kept);
  G_OBJECT_CLASS (xr_resume_editor_parent_class)->finalize (object);
}

static void
xr_resume_editor_class_init (XrResumeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_resume_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_resume_editor_finalize;
}

static void
xr_resume_editor_init (XrResumeEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *switcher;

  self->lines = xr_resume_parse (NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_titled (self->stack, create_lines_page (self), "lines", _ ("Line by line"));
  gtk_stack_add_titled (self->stack, create_text_page (self), "text", _ ("As text"));
  switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

XrResumeEditor *
xr_resume_editor_new (void)
{
  return g_object_new (XR_TYPE_RESUME_EDITOR, NULL);
}

void
xr_resume_editor_set_candidate (XrResumeEditor *self, XrOffice *office, gint64 candidate)
{
  if (self->office == office && self->candidate == candidate)
    return;
  xr_follow_office (&self->office, &self->changed_id, office, G_CALLBACK (office_changed_cb), self);
  self->candidate = candidate;
  reload (self, TRUE);
}
