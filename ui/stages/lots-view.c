/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws lots by the command and shows what came out. Which lots there are is round/lots.h's business; here
 * they are only offered where a component can use them. */
#include "config.h"

#include "stages/lots-view.h"

#include <glib/gi18n-lib.h>

#include "round/jury.h"
#include "round/lots.h"
#include "round/stage.h"
#include "widgets/dialogs.h"

/* What may be drawn, in the order of the choice. */
static const struct
{
  XrLotKind kind;
  gboolean of_post; /* the order of a post for all that is scored of it */
  const char *label, *hint;
} things[] = {
  { XR_LOT_ORDER, TRUE, N_ ("Order of the post, for all components"),
    N_ ("Nothing is drawn yet; below the order of the numbers. Write the seed that was made in the "
        "room, such as the sum of called out digits, and draw.") },
  { XR_LOT_ORDER, FALSE, N_ ("Order for this component"),
    N_ (
      "Nothing is drawn yet. This component follows the order of the post until it has an order of "
      "its own, such as that of an interview.") },
  { XR_LOT_ROOMS, FALSE, N_ ("Rooms or groups of candidates"),
    N_ (
      "Nothing is drawn yet. Write the rooms or groups, or how many there are; the candidates are "
      "dealt to them in turn.") },
  { XR_LOT_PEOPLE, FALSE, N_ ("Judges or voters out of a pool"),
    N_ (
      "Nothing is drawn yet. Write the names of the pool and how many are drawn; those who follow "
      "stand by.") },
};

struct _XrLotsView
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 component, post;
  gboolean judged, editable, filling;
  GArray *offered; /* guint: indices of things, as the choice has them */

  GtkDropDown *thing, *reach;
  GtkWidget *controls, *reach_box, *parts_box, *numbers, *pool_box, *draw, *seat, *again;
  GtkEditable *parts, *seats, *reserves, *seed, *by;
  GtkTextBuffer *pool;
  GtkLabel *parts_label, *drawn, *result;
};

G_DEFINE_FINAL_TYPE (XrLotsView, xr_lots_view, ADW_TYPE_BIN)

static guint
get_thing (XrLotsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->thing);

  return selected < self->offered->len ? g_array_index (self->offered, guint, selected) : 0;
}

static XrLotScope
get_scope (XrLotsView *self)
{
  guint thing = get_thing (self);
  gboolean together = self->post == 0 || gtk_drop_down_get_selected (self->reach) == 1;

  if (things[thing].of_post)
    return (XrLotScope){ things[thing].kind, .post = self->post };
  return (XrLotScope){ things[thing].kind, self->component, together ? 0 : self->post };
}

/* ---- drawing */

static char *
dup_pool (XrLotsView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->pool, &start, &end);
  return gtk_text_buffer_get_text (self->pool, &start, &end, FALSE);
}

/* Adds those of the jury to the names that stand there. */
static void
take_jury_cb (XrLotsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = xr_jury_dup_names (self->office, self->component, xr_date_today (),
                                              &error);
  GtkTextIter end;

  if (names == NULL)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_text_buffer_get_end_iter (self->pool, &end);
  if (gtk_text_buffer_get_char_count (self->pool) > 0)
    gtk_text_buffer_insert (self->pool, &end, "\n", -1);
  gtk_text_buffer_insert (self->pool, &end, names, -1);
}

static void
draw (XrLotsView *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pool = dup_pool (self);
  const XrLotScope scope = get_scope (self);
  const XrLotWish wish = { gtk_editable_get_text (self->seed),
                           gtk_editable_get_text (self->by),
                           gtk_editable_get_text (self->parts),
                           pool,
                           gtk_editable_get_text (self->seats),
                           gtk_editable_get_text (self->reserves),
                           reason };

  if (xr_lot_draw (self->office, &scope, &wish, &error))
    xr_window_toast (GTK_WIDGET (self), _ ("The lots are drawn."), TRUE);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

static void
answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  draw (XR_LOTS_VIEW (widget), answers[0]);
}

static void
draw_cb (XrLotsView *self)
{
  const XrAskField fields[] = { { _ ("_Reason"), NULL } };
  const XrLotScope scope = get_scope (self);
  g_autoptr (XrRow) earlier = xr_lot_find (self->office, &scope);

  if (earlier == NULL)
    draw (self, NULL);
  else
    xr_dialog_ask (GTK_WIDGET (self), _ ("Draw again?"),
                   _ ("What was drawn before is replaced; the record keeps both draws and the "
                      "reason, and the paper prints it."),
                   _ ("_Draw again"), NULL, fields, G_N_ELEMENTS (fields), answered_cb, NULL, NULL);
}

static void
seat_cb (XrLotsView *self)
{
  const XrLotScope scope = get_scope (self);
  g_autoptr (XrRow) lot = xr_lot_find (self->office, &scope);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int came = lot != NULL ? xr_lot_seat_judges (self->office, xr_row_get_id (lot), &error) : 0;

  if (came < 0)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  text = came > 0 ? g_strdup_printf (_ ("Judges added: %d"), came)
                  : g_strdup (_ ("All who were drawn are judges already."));
  xr_window_toast (GTK_WIDGET (self), text, came > 0);
}

static void
again_cb (XrLotsView *self)
{
  const XrLotScope scope = get_scope (self);
  g_autoptr (XrRow) lot = xr_lot_find (self->office, &scope);

  if (lot == NULL)
    return;
  if (xr_lot_agrees (self->office, lot))
    xr_window_toast (GTK_WIDGET (self), _ ("Drawn again from the same seed: the same comes out."),
                     FALSE);
  else
    xr_dialog_tell (GTK_WIDGET (self), _ ("Drawn again, something else comes out"),
                    _ ("What the file keeps is not what this seed gives. Draw again with a reason, "
                       "or ask who changed the file."));
}

static void
copy_cb (XrLotsView *self)
{
  g_autofree char *text = g_strconcat (gtk_label_get_text (self->drawn), "\n",
                                       gtk_label_get_text (self->result), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  xr_window_toast (GTK_WIDGET (self), _ ("The lots are copied."), FALSE);
}

/* ---- what came out */

/* The order of the numbers, while the post has none. */
static void
append_numbers (XrLotsView *self, GString *text)
{
  g_autoptr (GArray) order = xr_lot_order (self->office, 0, self->post);
  guint place = 0;

  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (XrRow) application = xr_office_load (self->office, xr_table_find ("application"),
                                                      g_array_index (order, gint64, i), NULL);
      g_autoptr (XrRow) candidate = NULL;
      if (application == NULL || g_strcmp0 (xr_row_get (application, "state"), "active") != 0)
        continue;
      candidate = xr_office_load (self->office, xr_table_find ("candidate"),
                                  xr_row_get_int (application, "candidate_id"), NULL);
      if (candidate != NULL)
        g_string_append_printf (text, "%2u.   %s  %s\n", ++place, xr_row_get (candidate, "number"),
                                xr_row_get (candidate, "name"));
    }
}

static const char *
say_fate (const XrLotSeat *seat)
{
  if (seat->fate == XR_LOT_RESERVE)
    return _ ("in reserve");
  if (seat->fate == XR_LOT_LEFT_OVER)
    return _ ("not drawn");
  if (seat->part != NULL)
    return seat->part;
  return seat->application != 0 ? "" : _ ("drawn");
}

static char *
dup_result (XrLotsView *self, XrRow *lot)
{
  g_autoptr (GPtrArray) seats = lot != NULL ? xr_lot_list (self->office, xr_row_get_id (lot))
                                            : NULL;
  GString *text = g_string_new (NULL);

  if (lot == NULL && things[get_thing (self)].of_post)
    append_numbers (self, text);
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      const XrLotSeat *seat = g_ptr_array_index (seats, i);
      g_string_append_printf (text, "%2d.   %s%s%s   %s\n", (int) seat->place,
                              seat->application != 0 ? seat->item : "",
                              seat->application != 0 ? "  " : "", seat->name, say_fate (seat));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_drawn (XrRow *lot)
{
  g_autofree char *line = xr_lot_dup_line (lot);
  g_autofree char *day = xr_date_to_text (xr_row_get_date (lot, "drawn_on"));
  const char *reason = xr_row_get (lot, "reason");
  /* Translators: 1 day, 2 who drew, 3 how the draw is done again */
  g_autofree char *drawn = g_strdup_printf (_ ("Drawn on %1$s by %2$s. %3$s"), day,
                                            xr_row_get (lot, "drawn_by"), line);

  return reason == NULL ? g_steal_pointer (&drawn)
                        : g_strdup_printf (_ ("%1$s\nDrawn again because: %2$s"), drawn, reason);
}

static void
show_lot (XrLotsView *self)
{
  const XrLotScope scope = get_scope (self);
  const guint thing = get_thing (self);
  g_autoptr (XrRow) lot = xr_lot_find (self->office, &scope);
  g_autofree char *result = dup_result (self, lot);
  g_autofree char *drawn = lot != NULL ? dup_drawn (lot) : g_strdup (_ (things[thing].hint));
  gboolean people = scope.kind == XR_LOT_PEOPLE;

  gtk_label_set_label (self->drawn, drawn);
  gtk_label_set_label (self->result, result);
  gtk_label_set_text_with_mnemonic (self->parts_label, people
                                                         ? _ ("Pa_nels or groups (empty: one)")
                                                         : _ ("Rooms or _groups, or how many"));
  gtk_button_set_label (GTK_BUTTON (self->draw),
                        lot != NULL ? _ ("_Draw again…") : _ ("_Draw lots"));
  gtk_widget_set_visible (self->controls, self->editable);
  gtk_widget_set_visible (self->reach_box, self->post != 0 && !things[thing].of_post);
  gtk_widget_set_visible (self->parts_box, self->editable && scope.kind != XR_LOT_ORDER);
  gtk_widget_set_visible (self->numbers, people);
  gtk_widget_set_visible (self->pool_box, self->editable && people);
  gtk_widget_set_visible (self->seat, self->editable && people && self->judged && lot != NULL);
  gtk_widget_set_visible (self->again, lot != NULL);
}

/* What was drawn for all posts together is not missed because the page shows one post. */
static void
choose_reach (XrLotsView *self)
{
  XrLotScope scope = { things[get_thing (self)].kind, self->component, self->post };
  g_autoptr (XrRow) own = xr_lot_find (self->office, &scope);
  g_autoptr (XrRow) together = NULL;

  scope.post = 0;
  together = xr_lot_find (self->office, &scope);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->reach, own == NULL && together != NULL ? 1 : 0);
  self->filling = FALSE;
}

static void
thing_changed_cb (XrLotsView *self)
{
  if (self->filling || self->office == NULL)
    return;
  choose_reach (self);
  show_lot (self);
}

static void
reach_changed_cb (XrLotsView *self)
{
  if (!self->filling && self->office != NULL)
    show_lot (self);
}

/* ---- widget */

static void
xr_lots_view_dispose (GObject *object)
{
  g_clear_object (&XR_LOTS_VIEW (object)->office);
  G_OBJECT_CLASS (xr_lots_view_parent_class)->dispose (object);
}

static void
xr_lots_view_finalize (GObject *object)
{
  g_array_unref (XR_LOTS_VIEW (object)->offered);
  G_OBJECT_CLASS (xr_lots_view_parent_class)->finalize (object);
}

static void
xr_lots_view_class_init (XrLotsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_lots_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_lots_view_finalize;
}

/* Label and @child in @box. */
static GtkLabel *
add_labelled (GtkWidget *box, const char *text, GtkWidget *child)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), child);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), child);
  return GTK_LABEL (label);
}

static GtkEditable *
add_entry (GtkWidget *box, const char *text, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  add_labelled (box, text, entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_line (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
}

static GtkLabel *
make_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_max_width_chars (label, 70);
  return label;
}

static GtkWidget *
make_button (XrLotsView *self, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_choices (XrLotsView *self)
{
  GtkWidget *line = make_line ();
  const char *const reaches[] = { _ ("This post"), _ ("All posts together"), NULL };

  self->thing = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->reach = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (reaches));
  self->reach_box = make_line ();
  add_labelled (line, _ ("What is drawn"), GTK_WIDGET (self->thing));
  add_labelled (self->reach_box, _ ("For"), GTK_WIDGET (self->reach));
  gtk_box_append (GTK_BOX (line), self->reach_box);
  g_signal_connect_swapped (self->thing, "notify::selected", G_CALLBACK (thing_changed_cb), self);
  g_signal_connect_swapped (self->reach, "notify::selected", G_CALLBACK (reach_changed_cb), self);
  return line;
}

static GtkWidget *
make_parts (XrLotsView *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->parts_box = make_line ();
  self->numbers = make_line ();
  self->parts = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->parts, 20);
  gtk_widget_set_hexpand (entry, TRUE);
  self->parts_label = add_labelled (self->parts_box, "", entry);
  self->seats = add_entry (self->numbers, _ ("Drawn for _each"), 4);
  self->reserves = add_entry (self->numbers, _ ("In _reserve"), 4);
  gtk_box_append (GTK_BOX (self->parts_box), self->numbers);
  return self->parts_box;
}

static GtkWidget *
make_pool (XrLotsView *self)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *jury;

  self->pool = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  self->pool_box = make_line ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 60);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_label_set_mnemonic_widget (add_labelled (self->pool_box, _ ("Names of the _pool"), scrolled),
                                 text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names of the pool, one a line or divided by commas"), -1);
  jury = make_button (self, _ ("From the jur_y"), G_CALLBACK (take_jury_cb));
  gtk_widget_set_valign (jury, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->pool_box), jury);
  return self->pool_box;
}

static GtkWidget *
make_controls (XrLotsView *self)
{
  self->controls = make_line ();
  self->seed = add_entry (self->controls, _ ("_Seed made in the room"), 16);
  self->by = add_entry (self->controls, _ ("Drawn _by"), 10);
  self->draw = make_button (self, _ ("_Draw lots"), G_CALLBACK (draw_cb));
  gtk_box_append (GTK_BOX (self->controls), self->draw);
  return self->controls;
}

static GtkWidget *
make_tools (XrLotsView *self)
{
  GtkWidget *line = make_line ();

  self->again = make_button (self, _ ("C_heck by drawing again"), G_CALLBACK (again_cb));
  self->seat = make_button (self, _ ("Make them _judges"), G_CALLBACK (seat_cb));
  gtk_box_append (GTK_BOX (line), make_button (self, _ ("_Copy"), G_CALLBACK (copy_cb)));
  gtk_box_append (GTK_BOX (line), self->again);
  gtk_box_append (GTK_BOX (line), self->seat);
  return line;
}

static void
xr_lots_view_init (XrLotsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->offered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->drawn = make_label ();
  self->result = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->drawn), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->result), "numeric");
  gtk_label_set_yalign (self->result, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->result));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_choices (self));
  gtk_box_append (GTK_BOX (box), make_parts (self));
  gtk_box_append (GTK_BOX (box), make_pool (self));
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drawn));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_tools (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

XrLotsView *
xr_lots_view_new (void)
{
  return g_object_new (XR_TYPE_LOTS_VIEW, NULL);
}

/* ---- showing */

/* Ballots have no order; people may be drawn for anything, such as voters for a post. */
static gboolean
is_offered (guint thing, const char *method, XrStage stage)
{
  gboolean scored = g_strcmp0 (method, "judges") == 0 || g_strcmp0 (method, "direct") == 0;

  if (things[thing].kind == XR_LOT_PEOPLE)
    return TRUE;
  return scored && stage == XR_STAGE_SPEECH
         && (!things[thing].of_post || g_strcmp0 (method, "judges") == 0);
}

static void
offer_things (XrLotsView *self, const char *method)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (XrRow) component = xr_office_load (self->office, xr_table_find ("component"),
                                                self->component, NULL);
  XrStage stage = component != NULL ? (XrStage) xr_row_get_int (component, "stage")
                                    : XR_STAGE_SPEECH;

  g_array_set_size (self->offered, 0);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (is_offered (i, method, stage))
      {
        g_array_append_val (self->offered, i);
        gtk_string_list_append (labels, _ (things[i].label));
      }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->thing, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->thing, 0);
  self->filling = FALSE;
}

void
xr_lots_view_show (XrLotsView *self, XrOffice *office, gint64 component, const char *method,
                   gint64 post, gboolean editable)
{
  gboolean other = self->office != office || self->component != component;
  gboolean elsewhere = other || self->post != post;

  g_set_object (&self->office, office);
  self->component = component;
  self->post = post;
  self->editable = editable;
  self->judged = g_strcmp0 (method, "judges") == 0;
  if (other)
    offer_things (self, method);
  if (elsewhere)
    choose_reach (self);
  show_lot (self);
}
