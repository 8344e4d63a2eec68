/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says instead of a paper when it can't be one, for whom there is one, what the codes of score
 * sheets tell, and whose post 拟任职务 is. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "forms/print-job.h"
#include "round/demo.h"
#include "round/round.h"

typedef struct
{
  char *folder;
  XrOffice *office;
  XrTypesetter *setter;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  path = g_build_filename (self->folder, "office.xuanren", NULL);
  self->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  g_assert_true (xr_demo_create (self->office, &error));
  self->setter = xr_typesetter_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  xr_typesetter_free (self->setter);
  g_assert_finalize_object (self->office);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
execute (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_database_execute (xr_office_get_database (self->office), sql, &error));
  g_assert_no_error (error);
}

/* The pages of the first copy of a form of round 1. */
static GPtrArray *
lay_out (Fixture *self, const char *form, GError **error)
{
  g_autoptr (XrPrintJob) job = xr_print_job_new (xr_form_find (form), self->office, 1, 0, 0, FALSE,
                                                 error);

  return job != NULL ? xr_print_job_lay_out (job, 0, self->setter, error) : NULL;
}

/* U+DFFFE is no character and never will be one: no font has it. The sentence names it, the field and what
 * stands there. */
static void
test_missing_glyph (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *form, *field;
  } cases[] = { { "registration-form", "姓名" },
                { "appointment-form", "姓名" },
                { "registration-list", "姓名" } };

  if (!xr_office_begin (self->office, NULL))
    g_assert_not_reached ();
  execute (self, "UPDATE candidate SET name = '林' || char (917502) || '远'");
  g_assert_true (
    xr_office_commit (self->office, "round.import", "", NULL, 0, XR_ENTRY_NORMAL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pages = lay_out (self, cases[i].form, &error);

      g_assert_error (error, XR_FORM_ERROR, XR_FORM_ERROR_GLYPH);
      g_assert_null (pages);
      g_assert_nonnull (strstr (error->message, "U+DFFFE"));
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
}

/* Takes a column out of the file behind the program's back. */
static void
lose_column (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "office.xuanren", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *file = NULL;

  g_assert_finalize_object (self->office);
  g_assert_cmpint (sqlite3_open (path, &file), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (file, "ALTER TABLE candidate DROP COLUMN school", NULL, NULL, NULL), ==,
    SQLITE_OK);
  g_assert_cmpint (sqlite3_close (file), ==, SQLITE_OK);
  self->office = xr_office_open (path, XR_OPEN_READ, &error);
  g_assert_no_error (error);
}

/* A file that lost a column gives a sentence that names the table, for every form, and no paper. */
static void
test_missing_column (Fixture *self, gconstpointer data)
{
  lose_column (self);
  for (const XrForm *const *forms = xr_form_all (); *forms != NULL; forms++)
    for (gboolean blank = FALSE; blank <= TRUE; blank++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (XrPrintJob) job = xr_print_job_new (*forms, self->office, 1, 0, 0, blank,
                                                       &error);

        g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_DAMAGED);
        g_assert_null (job);
        g_assert_nonnull (strstr (error->message, "Candidates"));
      }
}

/* The number of a score sheet: round, component, post, judge, each counted from 1 in the order of the plan,
 * whatever the rows of the file are. No two sheets share one. */
static void
test_sheet_numbers (Fixture *self, gconstpointer data)
{
  const XrForm *form = xr_form_find ("score-sheet");
  g_autoptr (GPtrArray) rounds = xr_round_list (self->office);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rounds->len; i++)
    {
      gint64 round = xr_row_get_id (rounds->pdata[i]);
      g_autoptr (GArray) subjects = xr_form_subjects (form, self->office, round);
      g_autoptr (GHashTable) judges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < subjects->len; j++)
        {
          const XrFormSubject *subject = &g_array_index (subjects, XrFormSubject, j);
          g_autoptr (XrPaper) paper = xr_form_compose (form, self->office, round, subject, FALSE,
                                                       NULL, NULL);
          char *key = g_strdup_printf ("%d-%d", (int) subject->component, (int) subject->post);
          int before = GPOINTER_TO_INT (g_hash_table_lookup (judges, key));
          g_auto (GStrv) parts = g_strsplit_set (paper->code, "/-", -1);

          g_hash_table_replace (judges, key, GINT_TO_POINTER (before + 1));
          g_assert_true (g_hash_table_add (seen, g_strdup (paper->code)));
          /* score-sheet/ROUND-COMPONENT-POST-JUDGE */
          g_assert_cmpuint (g_strv_length (parts), ==, 6);
          g_assert_cmpint (g_ascii_strtoll (parts[2], NULL, 10), ==, round);
          g_assert_cmpint (g_ascii_strtoll (parts[5], NULL, 10), ==, before + 1);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 10);
}

static gboolean
is_among (GArray *subjects, gint64 application)
{
  for (guint i = 0; i < subjects->len; i++)
    if (g_array_index (subjects, XrFormSubject, i).application == application)
      return TRUE;
  return FALSE;
}

/* 干部任免审批表 is printed in a batch for the shortlist, and by name for everybody who applied; a form that is
 * not XR_FORM_PERSONAL is for those of the batch only. */
static void
test_anybody_by_name (Fixture *self, gconstpointer data)
{
  const XrForm *form = xr_form_find ("appointment-form"), *other = xr_form_find ("four-musts");
  g_autoptr (GArray) batch = xr_form_subjects (form, self->office, 1);
  g_autoptr (GPtrArray) rows = xr_office_query_round (self->office, xr_table_find ("application"),
                                                      1);
  guint n_others = 0;

  g_assert_cmpuint (batch->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 application = xr_row_get_id (rows->pdata[i]);
      g_autoptr (XrPrintJob) job = xr_print_job_new (form, self->office, 1, 0, application, FALSE,
                                                     NULL);
      g_autoptr (XrPrintJob) none = xr_print_job_new (other, self->office, 1, 0, application, FALSE,
                                                      NULL);

      g_assert_cmpuint (xr_print_job_get_n_copies (job), ==, 1);
      g_assert_cmpint (g_array_index (job->subjects, XrFormSubject, 0).application, ==,
                       application);
      g_assert_cmpint (none != NULL, ==, is_among (batch, application));
      n_others += none == NULL;
    }
  g_assert_cmpuint (n_others, >, 0);
}

/* What stands in the cell of 拟任职务 of the first copy of round 1. */
static char *
dup_proposed_post (Fixture *self)
{
  const XrForm *form = xr_form_find ("appointment-form");
  g_autoptr (GArray) subjects = xr_form_subjects (form, self->office, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPaper) paper = xr_form_compose (
    form, self->office, 1, &g_array_index (subjects, XrFormSubject, 0), FALSE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < paper->grids->len; i++)
    {
      const XrGrid *grid = g_ptr_array_index (paper->grids, i);
      for (guint j = 1; j < grid->cells->len; j++)
        {
          const XrGridCell *label = g_ptr_array_index (grid->cells, j - 1);
          const XrGridCell *cell = g_ptr_array_index (grid->cells, j);
          if (g_str_equal (label->text, "拟　任　职　务"))
            return g_strdup (cell->text);
        }
    }
  g_assert_not_reached ();
}

/* Whether the unit stands before the post is what the plan says; where it says nothing, what the names of
 * the unit and the department tell. Undo takes it back. */
static void
test_proposed_post (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *unit, *department, *setting;
    gboolean with_unit;
  } cases[] = {
    { "某市质量局", "办公室", NULL, TRUE },          { "某市质量局", "办公室", "是", FALSE },
    { "中共某县委组织部", "县水利局", NULL, FALSE }, { "中共某县委组织部", "县水利局", "否", TRUE },
    { "中共某县委组织部", "办公室", NULL, TRUE },    { "某市教育局", "市第一中学校", NULL, TRUE },
    { "某市教育局", "市第一中学校", "是", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unit = g_strdup_printf ("UPDATE round SET unit = '%s' WHERE id = 1",
                                               cases[i].unit);
      g_autofree char *post = g_strdup_printf (
        "UPDATE post SET name = '某职位' || id, department = '%s' WHERE round_id = 1",
        cases[i].department);
      g_autofree char *found = NULL;

      g_assert_true (xr_office_begin (self->office, NULL));
      execute (self, unit);
      execute (self, post);
      if (cases[i].setting != NULL)
        {
          g_autofree char *set = g_strdup_printf (
            "INSERT INTO setting (round_id, name, value) VALUES (1, 'selects_for_others', '%s')",
            cases[i].setting);
          execute (self, set);
        }
      g_assert_true (
        xr_office_commit (self->office, "round.import", "", NULL, 0, XR_ENTRY_NORMAL, NULL));
      found = dup_proposed_post (self);
      g_assert_cmpint (g_str_has_prefix (found, cases[i].unit), ==, cases[i].with_unit);
      g_assert_nonnull (strstr (found, "某职位"));
      g_assert_true (xr_office_undo (self->office, NULL));
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/forms/missing-glyph", test_missing_glyph);
  ADD ("/forms/missing-column", test_missing_column);
  ADD ("/forms/anybody-by-name", test_anybody_by_name);
  ADD ("/forms/proposed-post", test_proposed_post);
  ADD ("/forms/sheet-numbers", test_sheet_numbers);
  return g_test_run ();
}
