/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of one described field. It knows the kinds of fields and their controls, and nothing of
 * rows, files or rounds: what was typed goes out as text, what is wrong comes in as a sentence. */
#include "config.h"

#include "widgets/field-editor.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "widgets/month-view.h"

struct _XrFieldEditor
{
  AdwBin parent_instance;

  const XrField *field;
  GtkWidget *control; /* what takes the keyboard: entry, text view, drop-down or check button */
  GtkWidget *row;     /* control with its buttons */
  GtkLabel *message;
  GPtrArray *values; /* char *, by place in the drop-down; "" for none */
  char *shown;       /* what stood there after the last xr_field_editor_set_value() */
  gboolean loading;
};

enum
{
  CHANGED,
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (XrFieldEditor, xr_field_editor, ADW_TYPE_BIN)

static void
xr_field_editor_finalize (GObject *object)
{
  XrFieldEditor *self = XR_FIELD_EDITOR (object);

  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (xr_field_editor_parent_class)->finalize (object);
}

static void
xr_field_editor_class_init (XrFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_field_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_field_editor_init (XrFieldEditor *self)
{
}

static void
control_changed_cb (XrFieldEditor *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
control_committed_cb (XrFieldEditor *self)
{
  if (!self->loading)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      g_signal_emit (self, signals[COMMITTED], 0);
    }
}

static void
control_left_cb (XrFieldEditor *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[COMMITTED], 0);
}

static void
watch_leaving (XrFieldEditor *self, GtkWidget *control)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (control_left_cb), self);
  gtk_widget_add_controller (control, focus);
}

/* ---- text, numbers and dates */

static GtkWidget *
create_entry (XrFieldEditor *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  if (self->field->kind == XR_FIELD_INTEGER || self->field->kind == XR_FIELD_DECIMAL)
    {
      gtk_widget_add_css_class (entry, "numeric");
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
    }
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (control_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (control_left_cb), self);
  watch_leaving (self, entry);
  return entry;
}

static void
day_chosen_cb (XrFieldEditor *self, XrMonthView *month)
{
  g_autofree char *text = xr_date_to_iso (xr_month_view_get_date (month));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (month), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  gtk_popover_popdown (GTK_POPOVER (popover));
  control_left_cb (self);
}

/* Opens on the day that is written, else on today. */
static void
calendar_shown_cb (XrFieldEditor *self, GtkWidget *popover)
{
  XrMonthView *month = XR_MONTH_VIEW (gtk_popover_get_child (GTK_POPOVER (popover)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));
  XrDate date = XR_DATE_NONE;

  if (!xr_date_parse (text, TRUE, &date, NULL))
    date = xr_date_today ();
  xr_month_view_set_date (month, date);
}

static GtkWidget *
create_menu_button (GtkWidget *popover, const char *icon, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static GtkWidget *
create_date_row (XrFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *month = xr_month_view_new ();

  self->control = create_entry (self);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->control), self->field->kind == XR_FIELD_MONTH
                                                               ? _ ("such as 1975-08")
                                                               : _ ("such as 2026-03-18"));
  xr_month_view_set_calendar (XR_MONTH_VIEW (month), xr_calendar_builtin ());
  g_signal_connect_swapped (month, "day-chosen", G_CALLBACK (day_chosen_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_shown_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), month);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->control);
  gtk_box_append (GTK_BOX (box),
                  create_menu_button (popover, "x-office-calendar-symbolic", _ ("Choose a day")));
  return box;
}

static void
suggestion_clicked_cb (XrFieldEditor *self, GtkButton *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (self->control), gtk_button_get_label (button));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_grab_focus (self->control);
  control_left_cb (self);
}

static GtkWidget *
create_suggestions (XrFieldEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (const XrChoice *choice = self->field->choices; choice->value != NULL; choice++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (choice->label));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self);
      gtk_box_append (GTK_BOX (list), button);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  return scrolled;
}

static GtkWidget *
create_text_row (XrFieldEditor *self)
{
  GtkWidget *box;
  GtkWidget *popover;

  self->control = create_entry (self);
  if (!(self->field->flags & XR_FIELD_SUGGEST) || self->field->choices == NULL)
    return self->control;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), create_suggestions (self));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->control);
  gtk_box_append (GTK_BOX (box), create_menu_button (popover, "pan-down-symbolic",
                                                     _ ("Choose from the usual ones")));
  return box;
}

static GtkWidget *
create_paragraph (XrFieldEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  self->control = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->control), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->control), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->control), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->control), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->control), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->control), 6);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (control_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_leaving (self, self->control);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->control);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 66);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 180);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_add_css_class (scrolled, "xr-paragraph");
  return scrolled;
}

/* ---- choices */

static void
fill_drop_down (XrFieldEditor *self, GtkStringList *titles)
{
  self->loading = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->control), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), 0);
  self->loading = FALSE;
}

static gboolean
is_required (XrFieldEditor *self)
{
  return self->field->flags & XR_FIELD_REQUIRED;
}

static void
start_values (XrFieldEditor *self, GtkStringList *titles)
{
  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_add (self->values, g_strdup (""));
  if (is_required (self))
    gtk_string_list_append (titles, _ ("choose…"));
  else
    gtk_string_list_append (titles, self->field->none != NULL ? _ (self->field->none) : "—");
}

/* What must be chosen offers the empty entry only as long as nothing is. */
static void
offer_nothing (XrFieldEditor *self, gboolean offer)
{
  const char *const hint[] = { _ ("choose…"), NULL };
  GListModel *titles = gtk_drop_down_get_model (GTK_DROP_DOWN (self->control));
  gboolean loading = self->loading;

  if (!is_required (self) || offer == g_str_equal (g_ptr_array_index (self->values, 0), ""))
    return;
  self->loading = TRUE;
  if (offer)
    g_ptr_array_insert (self->values, 0, g_strdup (""));
  else
    g_ptr_array_remove_index (self->values, 0);
  gtk_string_list_splice (GTK_STRING_LIST (titles), 0, offer ? 0 : 1, offer ? hint : NULL);
  self->loading = loading;
}

static void
choice_made_cb (XrFieldEditor *self)
{
  if (self->loading)
    return;
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control)) > 0)
    offer_nothing (self, FALSE);
  control_committed_cb (self);
}

static GtkWidget *
create_drop_down (XrFieldEditor *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->control = gtk_drop_down_new (NULL, NULL);
  start_values (self, titles);
  for (const XrChoice *choice = self->field->choices; choice != NULL && choice->value != NULL;
       choice++)
    {
      g_ptr_array_add (self->values, g_strdup (choice->value));
      gtk_string_list_append (titles, _ (choice->label));
    }
  fill_drop_down (self, titles);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (choice_made_cb), self);
  return self->control;
}

void
xr_field_editor_set_references (XrFieldEditor *self, const gint64 *ids, const char *const *titles,
                                guint n)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *text = NULL;

  g_return_if_fail (self->field->kind == XR_FIELD_REFERENCE);

  text = xr_field_editor_dup_text (self);
  start_values (self, list);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->values, g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]));
      gtk_string_list_append (list, titles[i]);
    }
  fill_drop_down (self, list);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->control), n > 12);
  xr_field_editor_set_value (self, text);
}

static GtkWidget *
create_switch (XrFieldEditor *self)
{
  self->control = gtk_check_button_new_with_mnemonic (_ (self->field->label));
  g_signal_connect_swapped (self->control, "toggled", G_CALLBACK (control_committed_cb), self);
  return self->control;
}

static GtkWidget *
create_control (XrFieldEditor *self)
{
  switch (self->field->kind)
    {
    case XR_FIELD_PARAGRAPH:
      return create_paragraph (self);
    case XR_FIELD_DATE:
    case XR_FIELD_MONTH:
      return create_date_row (self);
    case XR_FIELD_CHOICE:
    case XR_FIELD_REFERENCE:
      return create_drop_down (self);
    case XR_FIELD_SWITCH:
      return create_switch (self);
    case XR_FIELD_TEXT:
    case XR_FIELD_INTEGER:
    case XR_FIELD_DECIMAL:
    default:
      return create_text_row (self);
    }
}

static void
add_label (XrFieldEditor *self, GtkBox *box)
{
  gboolean required = (self->field->flags & (XR_FIELD_REQUIRED | XR_FIELD_FILLED))
                      == XR_FIELD_REQUIRED;
  g_autofree char *text = g_strconcat (_ (self->field->label), required ? " *" : NULL, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "xr-field-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->control),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (box, label);
}

XrFieldEditor *
xr_field_editor_new (const XrField *field)
{
  XrFieldEditor *self = g_object_new (XR_TYPE_FIELD_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->field = field;
  self->row = create_control (self);
  if (field->kind != XR_FIELD_SWITCH)
    add_label (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), self->row);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  adw_bin_set_child (ADW_BIN (self), box);
  /* As tall as its neighbour: the keyboard goes from one to the next by their middles. */
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
  xr_field_editor_set_error (self, NULL);
  return self;
}

const XrField *
xr_field_editor_get_field (XrFieldEditor *self)
{
  return self->field;
}

static gboolean
find_value (XrFieldEditor *self, const char *value, guint *place)
{
  for (*place = 0; *place < self->values->len; (*place)++)
    {
      if (g_str_equal (g_ptr_array_index (self->values, *place), value))
        return TRUE;
    }
  return FALSE;
}

/* A value that is not among the choices shows as nothing chosen, never as another one. */
static void
choose_value (XrFieldEditor *self, const char *value)
{
  guint place;
  gboolean found = find_value (self, value, &place) && *value != '\0';

  offer_nothing (self, !found);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control),
                              found && find_value (self, value, &place) ? place : 0);
}

/* Text that stands there already is left alone, with its caret. */
static void
show_text (XrFieldEditor *self, const char *text)
{
  g_autofree char *before = xr_field_editor_dup_text (self);

  if (g_str_equal (before, text))
    return;
  if (GTK_IS_TEXT_VIEW (self->control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

void
xr_field_editor_set_value (XrFieldEditor *self, const char *canonical)
{
  const char *text = canonical != NULL ? canonical : "";

  self->loading = TRUE;
  if (self->values != NULL)
    choose_value (self, text);
  else if (GTK_IS_CHECK_BUTTON (self->control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control), g_str_equal (text, "1"));
  else
    show_text (self, text);
  self->loading = FALSE;
  g_free (self->shown);
  self->shown = xr_field_editor_dup_text (self);
  xr_field_editor_set_error (self, NULL);
}

gboolean
xr_field_editor_get_edited (XrFieldEditor *self)
{
  g_autofree char *text = xr_field_editor_dup_text (self);

  return self->shown != NULL && !g_str_equal (text, self->shown);
}

char *
xr_field_editor_dup_text (XrFieldEditor *self)
{
  if (self->values != NULL)
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
      return g_strdup (selected < self->values->len ? g_ptr_array_index (self->values, selected)
                                                    : "");
    }
  if (GTK_IS_CHECK_BUTTON (self->control))
    {
      gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->control));
      return g_strdup (active ? "1" : "0");
    }
  if (GTK_IS_TEXT_VIEW (self->control))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
      GtkTextIter start, end;
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

void
xr_field_editor_set_error (XrFieldEditor *self, const char *message)
{
  GtkWidget *label = GTK_WIDGET (self->message);
  const char *help = self->field->help;

  if (message != NULL)
    {
      gtk_widget_add_css_class (self->control, "error");
      gtk_widget_add_css_class (label, "error");
      gtk_widget_remove_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (self->control, "error");
      gtk_widget_remove_css_class (label, "error");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
    message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_label_set_label (self->message, message != NULL ? message : help != NULL ? _ (help) : "");
  gtk_widget_set_visible (label, message != NULL || help != NULL);
}

void
xr_field_editor_set_editable (XrFieldEditor *self, gboolean editable)
{
  if (GTK_IS_TEXT_VIEW (self->control))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->control), editable);
  else if (GTK_IS_EDITABLE (self->control))
    gtk_editable_set_editable (GTK_EDITABLE (self->control), editable);
  else
    gtk_widget_set_sensitive (self->control, editable);
  for (GtkWidget *child = gtk_widget_get_first_child (self->row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        gtk_widget_set_sensitive (child, editable);
    }
}

void
xr_field_editor_focus (XrFieldEditor *self)
{
  gtk_widget_grab_focus (self->control);
}
