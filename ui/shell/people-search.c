/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds people of all rounds by what stands in their row, by pinyin and by initials. Everybody is read once, in
 * a thread, when the search is opened after a change of the file; each key then looks through that. */
#include "config.h"

#include "shell/people-search.h"

#include <glib/gi18n-lib.h>

#include "round/people.h"
#include "round/stage.h"

#define MAX_FOUND 60

struct _XrPeopleSearch
{
  GtkPopover parent_instance;

  XrWindow *window;
  XrOffice *office;  /* that `changed` is connected to */
  GPtrArray *people; /* XrPerson, NULL: not read yet */
  gboolean reading, stale;

  GtkEditable *entry;
  GtkDropDown *order;
  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *scrolled;
};

G_DEFINE_FINAL_TYPE (XrPeopleSearch, xr_people_search, GTK_TYPE_POPOVER)

/* ---- what is found */

/* 「单雄信   市局办公室 主任 · 2026年竞争上岗 · 办公室主任」 */
static void
add_found (XrPeopleSearch *self, const XrPerson *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("%s  %s", person->name, person->number);
  g_autofree char *where = g_strdup_printf ("%s %s", person->unit, person->position);
  g_autofree char *round = g_strdup_printf ("%s%s%s", person->round_title,
                                            *person->posts != '\0' ? " · " : "", person->posts);
  const char *texts[] = { name, g_strstrip (where), round };
  GtkWidget *item = gtk_list_box_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "dim-label");
      if (*texts[i] != '\0')
        gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), box);
  g_object_set_data_full (G_OBJECT (item), "xr-candidate",
                          g_memdup2 (&person->candidate, sizeof (gint64)), g_free);
  g_object_set_data_full (G_OBJECT (item), "xr-round", g_memdup2 (&person->round, sizeof (gint64)),
                          g_free);
  gtk_list_box_append (self->list, item);
}

static void
show_count (XrPeopleSearch *self, guint shown, guint n)
{
  g_autofree char *text = NULL;

  if (self->people == NULL)
    text = g_strdup (_ ("People are being read…"));
  else if (*gtk_editable_get_text (self->entry) == '\0')
    text = g_strdup_printf (_ ("%u people in all rounds"), self->people->len);
  else if (n == 0)
    text = g_strdup (
      _ ("Nobody is like this. Try a part of the name, pinyin, unit, post or ID number."));
  else if (shown < n)
    text = g_strdup_printf (_ ("%1$u found, the first %2$u of them here"), n, shown);
  else
    text = g_strdup_printf (_ ("%u found"), n);
  gtk_label_set_label (self->count, text);
}

static void
search_changed_cb (XrPeopleSearch *self)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->people != NULL)
    found = xr_people_find (self->people, gtk_editable_get_text (self->entry), MAX_FOUND, &n);
  for (guint i = 0; found != NULL && i < found->len; i++)
    add_found (self, g_ptr_array_index (found, i));
  gtk_widget_set_visible (self->scrolled, n > 0);
  show_count (self, found != NULL ? found->len : 0, n);
}

static void
order_changed_cb (XrPeopleSearch *self)
{
  if (self->people != NULL)
    xr_people_sort (self->people, (XrHanOrder) gtk_drop_down_get_selected (self->order));
  search_changed_cb (self);
}

/* ---- reading everybody */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (data, XR_OPEN_READ, &error);
  GPtrArray *people = office != NULL ? xr_people_load (office, cancellable, &error) : NULL;

  if (people != NULL)
    g_task_return_pointer (task, people, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrPeopleSearch *self = XR_PEOPLE_SEARCH (source);
  GPtrArray *people = g_task_propagate_pointer (G_TASK (result), NULL);

  self->reading = FALSE;
  if (people == NULL)
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  order_changed_cb (self);
}

static void
read_people (XrPeopleSearch *self)
{
  XrOffice *office = xr_window_get_office (self->window);
  g_autoptr (GTask) task = NULL;

  if (self->reading || (self->people != NULL && !self->stale))
    return;
  self->reading = TRUE;
  self->stale = FALSE;
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (xr_office_get_path (office)), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
changed_cb (XrPeopleSearch *self)
{
  self->stale = TRUE;
}

static void
shown_cb (XrPeopleSearch *self)
{
  XrOffice *office = xr_window_get_office (self->window);

  if (self->office != office)
    {
      if (self->office != NULL)
        g_signal_handlers_disconnect_by_data (self->office, self);
      g_set_object (&self->office, office);
      g_signal_connect_object (office, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      self->stale = TRUE;
    }
  read_people (self);
  gtk_editable_set_text (self->entry, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- going there */

static void
go_to_row (XrPeopleSearch *self, GtkListBoxRow *row)
{
  const gint64 *candidate = g_object_get_data (G_OBJECT (row), "xr-candidate");
  const gint64 *round = g_object_get_data (G_OBJECT (row), "xr-round");
  g_autofree char *place = g_strdup_printf ("candidate/%" G_GINT64_FORMAT, *candidate);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (xr_window_get_round (self->window) != *round)
    xr_window_open_round (self->window, *round);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-place", "(is)",
                              XR_STAGE_REGISTER, place);
}

static void
search_activate_cb (XrPeopleSearch *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    go_to_row (self, first);
}

/* ---- construction */

static GtkWidget *
make_line (XrPeopleSearch *self)
{
  const char *const orders[] = { _ ("By strokes"), _ ("By pinyin"), NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->order = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (orders));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Order of names"), -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->order));
  return line;
}

/* What is in it is made when it is first shown: every start would pay for it. */
static void
build (XrPeopleSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _ ("Name, pinyin, unit, post or ID number"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a person"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 420);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People found"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_widget_set_size_request (box, 440, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (go_to_row), self);
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (order_changed_cb), self);
}

static void
xr_people_search_dispose (GObject *object)
{
  XrPeopleSearch *self = XR_PEOPLE_SEARCH (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_people_search_parent_class)->dispose (object);
}

static void
xr_people_search_show (GtkWidget *widget)
{
  XrPeopleSearch *self = XR_PEOPLE_SEARCH (widget);

  if (self->entry == NULL)
    build (self);
  GTK_WIDGET_CLASS (xr_people_search_parent_class)->show (widget);
}

static void
xr_people_search_class_init (XrPeopleSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_people_search_dispose;
  GTK_WIDGET_CLASS (klass)->show = xr_people_search_show;
}

static void
xr_people_search_init (XrPeopleSearch *self)
{
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

void
xr_people_search_set_window (XrPeopleSearch *self, XrWindow *window)
{
  self->window = window;
}
