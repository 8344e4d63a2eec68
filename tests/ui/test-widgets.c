/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generic widgets: that they can be made and go away, and that they read, save and lock what the
 * descriptions of tables say. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "round/round.h"
#include "shell/overview-page.h"
#include "shell/page-registry.h"
#include "shell/sidebar.h"
#include "shell/welcome-page.h"
#include "widgets/amendment.h"
#include "widgets/field-editor.h"
#include "widgets/field-grid.h"
#include "widgets/month-view.h"
#include "widgets/person-list.h"
#include "widgets/row-list-view.h"
#include "widgets/row-panel.h"
#include "widgets/settings-form.h"
#include "widgets/text-scale.h"
#include "widgets/time-line.h"
#include "widgets/weight-bar.h"

typedef struct
{
  char *folder;
  XrOffice *office;
  gint64 round;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("xr-widgets-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  fixture->round = xr_round_create (fixture->office, "2026", NULL, "bureau-2011", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->office);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Lets idle work of GTK run to its end. */
static void
settle (void)
{
  for (guint i = 0; i < 100 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
assert_goes_away (gpointer widget)
{
  settle ();
  g_assert_finalize_object (widget);
}

static void
add_post (Fixture *fixture, const char *name)
{
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("post"), fixture->round);
  g_autoptr (GError) error = NULL;

  xr_row_set (row, "name", name);
  xr_row_set (row, "vacancies", "1");
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
}

/* Every kind of field gives back what it was given. */
static void
test_editors_give_back_their_value (void)
{
  static const XrChoice choices[] = { { "a", "A" }, { "b", "B" }, { NULL } };
  static const struct
  {
    XrField field;
    const char *value;
  } cases[] = {
    { { "f", "F", NULL, XR_FIELD_TEXT, 0 }, "文字" },
    { { "f", "F", NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST, .choices = choices }, "other" },
    { { "f", "F", NULL, XR_FIELD_PARAGRAPH, 0 }, "one\ntwo" },
    { { "f", "F", NULL, XR_FIELD_INTEGER, 0 }, "12" },
    { { "f", "F", NULL, XR_FIELD_DECIMAL, 0 }, "85.5" },
    { { "f", "F", NULL, XR_FIELD_DATE, 0 }, "2026-03-18" },
    { { "f", "F", NULL, XR_FIELD_MONTH, 0 }, "1975-08" },
    { { "f", "F", NULL, XR_FIELD_CHOICE, 0, .choices = choices }, "b" },
    { { "f", "F", NULL, XR_FIELD_SWITCH, 0 }, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrFieldEditor *editor = g_object_ref_sink (xr_field_editor_new (&cases[i].field));
      g_autofree char *before = NULL;
      g_autofree char *text = NULL;

      xr_field_editor_set_value (editor, NULL);
      before = xr_field_editor_dup_text (editor);
      g_assert_cmpstr (before, ==, cases[i].field.kind == XR_FIELD_SWITCH ? "0" : "");
      xr_field_editor_set_value (editor, cases[i].value);
      text = xr_field_editor_dup_text (editor);
      g_assert_cmpstr (text, ==, cases[i].value);
      xr_field_editor_set_error (editor, "wrong");
      xr_field_editor_set_editable (editor, FALSE);
      assert_goes_away (editor);
    }
}

static void
test_references_keep_their_value (void)
{
  static const XrField field = { "post_id", "Post", NULL, XR_FIELD_REFERENCE, 0, .target = "post" };
  const gint64 ids[] = { 7, 9 };
  const char *const titles[] = { "seven", "nine" };
  XrFieldEditor *editor = g_object_ref_sink (xr_field_editor_new (&field));
  g_autofree char *text = NULL;

  xr_field_editor_set_references (editor, ids, titles, 2);
  xr_field_editor_set_value (editor, "9");
  xr_field_editor_set_references (editor, ids, titles, 2);
  text = xr_field_editor_dup_text (editor);
  g_assert_cmpstr (text, ==, "9");
  assert_goes_away (editor);
}

static void
test_grid_says_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  const XrTable *table = xr_table_find ("post");
  g_autoptr (XrRow) row = xr_row_new (table, fixture->round);
  XrFieldGrid *grid = g_object_ref_sink (xr_field_grid_new ());
  GPtrArray *editors = xr_field_grid_get_editors (grid);

  xr_field_grid_add (grid, xr_table_find_field (table, "name"));
  xr_field_grid_add (grid, xr_table_find_field (table, "vacancies"));
  xr_field_grid_show_row (grid, fixture->office, row, fixture->round);
  g_assert_false (xr_field_grid_read_row (grid, row));
  xr_field_editor_set_value (g_ptr_array_index (editors, 0), "主任");
  xr_field_editor_set_value (g_ptr_array_index (editors, 1), "two");
  g_assert_false (xr_field_grid_read_row (grid, row));
  xr_field_editor_set_value (g_ptr_array_index (editors, 1), "２");
  g_assert_true (xr_field_grid_read_row (grid, row));
  g_assert_cmpint (xr_row_get_int (row, "vacancies"), ==, 2);
  assert_goes_away (grid);
}

/* The list follows the file, and a match narrows it. */
static void
test_list_follows_the_file (Fixture *fixture, gconstpointer data)
{
  XrRowListView *view = g_object_ref_sink (xr_row_list_view_new ("post"));
  g_autoptr (GError) error = NULL;

  xr_row_list_view_set_owner (view, fixture->office, fixture->round);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 0);
  g_assert_null (xr_row_list_view_get_selected (view));
  add_post (fixture, "主任");
  add_post (fixture, "科长");
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 2);
  xr_row_list_view_set_match (view, "name", "科长");
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 1);
  g_assert_cmpstr (xr_row_get (xr_row_list_view_get_selected (view), "name"), ==, "科长");
  xr_row_list_view_set_match (view, NULL, NULL);
  xr_office_undo (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 1);
  xr_row_list_view_set_owner (view, fixture->office, 0);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 0);
  assert_goes_away (view);
}

static void
test_list_shows_tables_without_owner (Fixture *fixture, gconstpointer data)
{
  XrRowListView *view = g_object_ref_sink (xr_row_list_view_new ("holiday"));

  xr_row_list_view_set_owner (view, fixture->office, 0);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 0);
  assert_goes_away (view);
}

static void
test_deleting_can_be_undone (Fixture *fixture, gconstpointer data)
{
  XrRowListView *view = g_object_ref_sink (xr_row_list_view_new ("post"));
  g_autoptr (GError) error = NULL;

  add_post (fixture, "主任");
  xr_row_list_view_set_owner (view, fixture->office, fixture->round);
  gtk_widget_activate_action (GTK_WIDGET (view), "rows.delete", NULL);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 0);
  xr_office_undo (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xr_row_list_view_get_n_rows (view), ==, 1);
  assert_goes_away (view);
}

static void
test_settings_are_shown (Fixture *fixture, gconstpointer data)
{
  XrSettingsForm *rules = g_object_ref_sink (
    g_object_new (XR_TYPE_SETTINGS_FORM, "part", "rule", NULL));
  XrSettingsForm *texts = g_object_ref_sink (
    g_object_new (XR_TYPE_SETTINGS_FORM, "part", "text", NULL));

  xr_settings_form_set_round (rules, fixture->office, fixture->round);
  xr_settings_form_set_round (texts, fixture->office, fixture->round);
  add_post (fixture, "主任");
  assert_goes_away (rules);
  assert_goes_away (texts);
}

static void
test_panel_waits_for_an_owner (Fixture *fixture, gconstpointer data)
{
  XrRowPanel *panel = g_object_ref_sink (xr_row_panel_new ("inspection"));

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (panel)));
  xr_row_panel_set_owner (panel, fixture->office, 0);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (panel)));
  assert_goes_away (panel);
}

/* The first widget of @type below @widget, or NULL. */
static gpointer
find_widget (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child
                                                                  : find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Someone who applies for a post; returns the application. */
static gint64
add_application (Fixture *fixture)
{
  g_autoptr (XrRow) candidate = xr_row_new (xr_table_find ("candidate"), fixture->round);
  g_autoptr (XrRow) application = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GError) error = NULL;

  add_post (fixture, "主任");
  posts = xr_office_query (fixture->office, xr_table_find ("post"), "round_id", fixture->round);
  xr_row_set (candidate, "number", "01");
  xr_row_set (candidate, "name", "张三");
  xr_office_save (fixture->office, candidate, &error);
  g_assert_no_error (error);
  application = xr_row_new (xr_table_find ("application"), xr_row_get_id (candidate));
  xr_row_set_int (application, "post_id", xr_row_get_id (g_ptr_array_index (posts, 0)));
  xr_office_save (fixture->office, application, &error);
  g_assert_no_error (error);
  return xr_row_get_id (application);
}

/* What somebody is typing outlives a change of the file, and is kept when the panel turns away. */
static void
test_panel_keeps_what_is_typed (Fixture *fixture, gconstpointer data)
{
  XrRowPanel *panel = g_object_ref_sink (g_object_new (XR_TYPE_ROW_PANEL, "table", "appointment",
                                                       "fields", "notice_number talk_note", NULL));
  gint64 application = add_application (fixture);
  g_autoptr (XrRow) row = NULL;
  GtkWidget *entry;

  xr_row_panel_set_owner (panel, fixture->office, application);
  entry = find_widget (GTK_WIDGET (panel), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "任字1号");
  add_post (fixture, "科长");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "任字1号");
  xr_row_panel_set_owner (panel, fixture->office, 0);
  row = xr_office_load (fixture->office, xr_table_find ("appointment"), application, NULL);
  g_assert_nonnull (row);
  g_assert_cmpstr (xr_row_get (row, "notice_number"), ==, "任字1号");
  assert_goes_away (panel);
}

/* What nobody is typing follows the file. */
static void
test_panel_follows_the_file (Fixture *fixture, gconstpointer data)
{
  XrRowPanel *panel = g_object_ref_sink (
    g_object_new (XR_TYPE_ROW_PANEL, "table", "appointment", "fields", "notice_number", NULL));
  gint64 application = add_application (fixture);
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("appointment"), application);
  g_autoptr (GError) error = NULL;
  GtkWidget *entry;

  xr_row_panel_set_owner (panel, fixture->office, application);
  entry = find_widget (GTK_WIDGET (panel), GTK_TYPE_ENTRY);
  xr_row_set (row, "notice_number", "任字2号");
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "任字2号");
  assert_goes_away (panel);
}

static void
test_settings_keep_what_is_typed (Fixture *fixture, gconstpointer data)
{
  XrSettingsForm *form = g_object_ref_sink (
    g_object_new (XR_TYPE_SETTINGS_FORM, "names", "publicity_days", NULL));
  GtkWidget *entry = find_widget (GTK_WIDGET (form), GTK_TYPE_ENTRY);
  g_autofree char *value = NULL;

  xr_settings_form_set_round (form, fixture->office, fixture->round);
  gtk_editable_set_text (GTK_EDITABLE (entry), "6");
  add_post (fixture, "主任");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "6");
  xr_settings_form_set_round (form, fixture->office, 0);
  value = xr_round_dup_setting (fixture->office, fixture->round, "publicity_days");
  g_assert_cmpstr (value, ==, "6");
  assert_goes_away (form);
}

/* A choice that must be made offers nothing else once it is. */
static void
test_required_choice_cannot_be_emptied (void)
{
  static const XrChoice choices[] = { { "a", "A" }, { "b", "B" }, { NULL } };
  static const XrField field = {
    "f", "F", NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED, .choices = choices
  };
  XrFieldEditor *editor = g_object_ref_sink (xr_field_editor_new (&field));
  GtkDropDown *control = find_widget (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN);
  g_autofree char *chosen = NULL;
  g_autofree char *unknown = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (control)), ==, 3);
  gtk_drop_down_set_selected (control, 2);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (control)), ==, 2);
  chosen = xr_field_editor_dup_text (editor);
  g_assert_cmpstr (chosen, ==, "b");
  xr_field_editor_set_value (editor, "no such value");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (control)), ==, 3);
  unknown = xr_field_editor_dup_text (editor);
  g_assert_cmpstr (unknown, ==, "");
  assert_goes_away (editor);
}

static void
test_month_can_be_turned (void)
{
  XrMonthView *month = XR_MONTH_VIEW (g_object_ref_sink (xr_month_view_new ()));
  const XrDate leap = { 2024, 2, 29 };

  xr_month_view_set_calendar (month, xr_calendar_builtin ());
  xr_month_view_set_date (month, leap);
  xr_month_view_mark (month, leap, "due");
  xr_month_view_mark (month, leap, "due too");
  g_assert_cmpint (xr_date_compare (xr_month_view_get_date (month), leap), ==, 0);
  xr_month_view_clear_marks (month);
  assert_goes_away (month);
}

static void
test_weights_are_added (void)
{
  XrWeightBar *bar = g_object_ref_sink (xr_weight_bar_new ());

  xr_weight_bar_add (bar, "演讲", XR_DECIMAL_INT (20));
  xr_weight_bar_add (bar, "测评", XR_DECIMAL_INT (90));
  xr_weight_bar_clear (bar);
  assert_goes_away (bar);
}

/* A span is told with its working days: over the turn of a week five of seven. */
static void
test_spans_are_told_in_words (void)
{
  XrTimeLine *line = g_object_ref_sink (xr_time_line_new ());
  const XrDate first = { 2026, 3, 16 }, last = { 2026, 3, 22 }, unknown = { 2199, 1, 1 };
  g_autofree char *known = xr_time_line_describe (xr_calendar_builtin (), "公示", first, last);
  g_autofree char *guessed = xr_time_line_describe (xr_calendar_builtin (), "公示", unknown,
                                                    unknown);

  g_assert_cmpstr (known, ==, "公示: 2026-03-16 to 2026-03-22, working days: 5");
  g_assert_cmpstr (guessed, ==, "公示: 2199-01-01 to 2199-01-01");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (line)));
  xr_time_line_add (line, "公示", first, last);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (line)));
  xr_time_line_clear (line, xr_calendar_builtin ());
  assert_goes_away (line);
}

/* Every page of the table can be made, shown a round, told of a change, and goes away. */
static void
test_pages_follow_a_round (Fixture *fixture, gconstpointer data)
{
  for (int stage = 1; stage <= XR_N_STAGES; stage++)
    {
      XrStagePage *page = xr_page_registry_create (stage);
      GtkWidget *window;
      g_autofree char *post = g_strdup_printf ("post %d", stage);

      if (page == NULL)
        continue;
      window = gtk_window_new ();
      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
      g_assert_cmpint (xr_stage_page_get_stage (page), ==, stage);
      xr_stage_page_set_round (page, fixture->office, fixture->round);
      gtk_window_present (GTK_WINDOW (window));
      settle ();
      add_post (fixture, post);
      g_assert_false (xr_stage_page_go_to (page, "no such place"));
      settle ();
      g_object_ref (page);
      gtk_window_destroy (GTK_WINDOW (window));
      assert_goes_away (page);
    }
}

static void
test_announcement_leads_to_places (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "post",     "rule",  "component", "grade",
                                        "schedule", "staff", "setting",   "announcement" };
  XrStagePage *page = g_object_ref_sink (xr_page_registry_create (XR_STAGE_ANNOUNCE));

  xr_stage_page_set_round (page, fixture->office, fixture->round);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_true (xr_stage_page_go_to (page, places[i]));
  assert_goes_away (page);
}

static void
test_overview_shows_the_office (Fixture *fixture, gconstpointer data)
{
  XrOverviewPage *page = g_object_ref_sink (g_object_new (XR_TYPE_OVERVIEW_PAGE, NULL));
  XrSidebar *sidebar = g_object_ref_sink (xr_sidebar_new ());
  GtkWidget *welcome = g_object_ref_sink (g_object_new (XR_TYPE_WELCOME_PAGE, NULL));

  xr_overview_page_set_office (page, fixture->office);
  xr_sidebar_show_round (sidebar, fixture->office, fixture->round);
  xr_sidebar_mark (sidebar, 3);
  xr_sidebar_show_round (sidebar, fixture->office, 0);
  assert_goes_away (page);
  assert_goes_away (sidebar);
  assert_goes_away (welcome);
}

/* Saving a row as it is has no effect. */
static void
test_amendment_names_what_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = xr_office_query_round (fixture->office, xr_table_find ("component"),
                                                      fixture->round);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  lines = xr_office_preview_effect (fixture->office, g_ptr_array_index (rows, 0), FALSE, &error);
  g_assert_no_error (error);
  text = xr_amendment_describe (lines);
  g_assert_true (g_str_has_prefix (text, "Nothing changes:"));
}

/* Who goes from a person to the fields beside the list stays with that person. */
static void
test_tab_leaves_a_list_where_it_is (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  XrPersonList *people = g_object_new (XR_TYPE_PERSON_LIST, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (people));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_window_set_child (window, box);
  xr_person_list_begin (people);
  for (gint64 id = 1; id <= 3; id++)
    xr_person_list_add (people, &(XrPersonItem){ id, NULL, "somebody", NULL, XR_MARK_NOW });
  xr_person_list_end (people);
  gtk_window_present (window);
  settle ();
  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (people), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (xr_person_list_get_selected (people), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), entry));
  gtk_window_destroy (window);
}

/* The width for a text of 100 pixels on a desktop of that resolution, in dots an inch. */
static int
scale_at (int dpi)
{
  GtkWidget *label;
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, "gtk-font-name", "Sans 11",
                NULL);
  label = g_object_ref_sink (gtk_label_new ("国"));
  width = xr_text_scale (label, 100);
  g_object_unref (label);
  return width;
}

/* A column of a fixed width would cut large text off; small text leaves it as it is. */
static void
test_widths_follow_the_text (void)
{
  g_assert_cmpint (scale_at (192), ==, 200);
  g_assert_cmpint (scale_at (96), ==, 100);
  g_assert_cmpint (scale_at (48), ==, 100);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/editors-give-back-their-value", test_editors_give_back_their_value);
  g_test_add_func ("/widgets/references-keep-their-value", test_references_keep_their_value);
  g_test_add_func ("/widgets/required-choice-cannot-be-emptied",
                   test_required_choice_cannot_be_emptied);
  g_test_add_func ("/widgets/month-can-be-turned", test_month_can_be_turned);
  g_test_add_func ("/widgets/spans-are-told-in-words", test_spans_are_told_in_words);
  g_test_add_func ("/widgets/weights-are-added", test_weights_are_added);
  g_test_add_func ("/widgets/tab-leaves-a-list-where-it-is", test_tab_leaves_a_list_where_it_is);
  g_test_add_func ("/widgets/widths-follow-the-text", test_widths_follow_the_text);
  ADD ("/widgets/grid-says-what-is-wrong", test_grid_says_what_is_wrong);
  ADD ("/widgets/list-follows-the-file", test_list_follows_the_file);
  ADD ("/widgets/list-shows-tables-without-owner", test_list_shows_tables_without_owner);
  ADD ("/widgets/deleting-can-be-undone", test_deleting_can_be_undone);
  ADD ("/widgets/settings-are-shown", test_settings_are_shown);
  ADD ("/widgets/panel-waits-for-an-owner", test_panel_waits_for_an_owner);
  ADD ("/widgets/panel-keeps-what-is-typed", test_panel_keeps_what_is_typed);
  ADD ("/widgets/panel-follows-the-file", test_panel_follows_the_file);
  ADD ("/widgets/settings-keep-what-is-typed", test_settings_keep_what_is_typed);
  ADD ("/widgets/pages-follow-a-round", test_pages_follow_a_round);
  ADD ("/widgets/announcement-leads-to-places", test_announcement_leads_to_places);
  ADD ("/widgets/overview-shows-the-office", test_overview_shows_the_office);
  ADD ("/widgets/amendment-names-what-changes", test_amendment_names_what_changes);
  return g_test_run ();
}
