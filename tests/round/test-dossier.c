/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers in the office file: one source for each fact, photos and attachments, people across rounds. */

#include <string.h>

#include "fixture.h"
#include "round/dossier-history.h"
#include "round/dossier.h"

#define ID_NUMBER "99000019800101008X"

static gint64
add_person (Fixture *fixture, gint64 round)
{
  return fixture_add (fixture, "candidate", round, "number", "01", "name", "林知远", "id_number",
                      ID_NUMBER, NULL);
}

static char *
get_fact (Fixture *fixture, const char *table, gint64 id, const char *field)
{
  g_autoptr (XrRow) row = xr_office_load (fixture->office, xr_table_find (table), id, NULL);

  return g_strdup (row != NULL ? xr_row_get (row, field) : NULL);
}

static void
assert_fact (Fixture *fixture, const char *table, gint64 id, const char *field,
             const char *expected)
{
  g_autofree char *value = get_fact (fixture, table, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
set_fact (Fixture *fixture, const char *table, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = xr_office_load (fixture->office, xr_table_find (table), id, &error);

  g_assert_no_error (error);
  g_assert_true (xr_row_parse (row, field, text, &error));
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
}

static guint
count_contradictions (Fixture *fixture, gint64 person)
{
  g_autoptr (GPtrArray) remarks = xr_dossier_contradictions (fixture->office, person);

  return remarks->len;
}

/* The tracks fill the registered fact, and go on doing so until somebody says otherwise. */
static void
test_education (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);

  fixture_add (fixture, "dossier", person, "full_education", "大专", NULL);
  assert_fact (fixture, "candidate", person, "education", "大专");
  set_fact (fixture, "dossier", person, "part_education", "中央党校大学");
  assert_fact (fixture, "candidate", person, "education", "中央党校大学");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 0);
  set_fact (fixture, "candidate", person, "education", "研究生");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
  set_fact (fixture, "dossier", person, "part_education", "大学");
  assert_fact (fixture, "candidate", person, "education", "研究生");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
  g_assert_true (xr_office_undo (fixture->office, NULL));
  assert_fact (fixture, "dossier", person, "part_education", "中央党校大学");
}

static void
test_assigning (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_dossier_assign_education (fixture->office, person, TRUE, &error));
  g_clear_error (&error);
  set_fact (fixture, "candidate", person, "education", "大学");
  set_fact (fixture, "candidate", person, "school", "某大学");
  set_fact (fixture, "candidate", person, "major", "法学");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
  g_assert_true (xr_dossier_assign_education (fixture->office, person, TRUE, &error));
  assert_fact (fixture, "dossier", person, "full_education_school", "某大学法学");
  assert_fact (fixture, "dossier", person, "full_degree_school", NULL);
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 0);
  g_assert_false (xr_dossier_assign_education (fixture->office, person, TRUE, &error));
}

static void
test_ranks (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);
  gint64 rank = fixture_add (fixture, "tenure", person, "kind", "rank", "name", "一级科员", "since",
                             "2018.07", NULL);

  assert_fact (fixture, "candidate", person, "rank", "一级科员");
  assert_fact (fixture, "candidate", person, "rank_since", "2018-07");
  set_fact (fixture, "tenure", rank, "since", "2018.08");
  assert_fact (fixture, "candidate", person, "rank_since", "2018-08");
  set_fact (fixture, "candidate", person, "rank_since", "2019.01");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
  set_fact (fixture, "candidate", person, "rank", "副科级");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
}

static void
test_punishment (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);

  fixture_add (fixture, "dossier", person, "awards", "2020年受警告处分", NULL);
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
  set_fact (fixture, "candidate", person, "punished_until", "2021.03");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 0);
  set_fact (fixture, "dossier", person, "awards", "无");
  g_assert_cmpuint (count_contradictions (fixture, person), ==, 1);
}

/* A number that is written into a record fills in what it says, and never writes over anything. */
static void
test_id_number (Fixture *fixture, gconstpointer data)
{
  gint64 person = fixture_add (fixture, "candidate", fixture->round, "number", "01", "name",
                               "林知远", "sex", "女", NULL);

  set_fact (fixture, "candidate", person, "id_number", ID_NUMBER);
  assert_fact (fixture, "candidate", person, "born", "1980-01-01");
  assert_fact (fixture, "candidate", person, "sex", "女");
  set_fact (fixture, "candidate", person, "born", "");
  assert_fact (fixture, "candidate", person, "born", NULL);
}

/* ---- files */

static void
test_photo (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);
  g_autoptr (GBytes) photo = g_bytes_new_static ("\xff\xd8\x00\xff", 4);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_dossier_set_photo (fixture->office, person, photo, &error));
  kept = xr_dossier_load_photo (fixture->office, person);
  g_assert_true (g_bytes_equal (kept, photo));
  g_assert_true (xr_dossier_set_photo (fixture->office, person, NULL, &error));
  g_assert_null (xr_dossier_load_photo (fixture->office, person));
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_clear_pointer (&kept, g_bytes_unref);
  kept = xr_dossier_load_photo (fixture->office, person);
  g_assert_true (g_bytes_equal (kept, photo));
}

static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, fixture->round);
  g_autoptr (GBytes) content = g_bytes_new_static ("毕业证书", 12);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept = NULL;
  gint64 first = xr_attachment_add (fixture->office, person, "证书.pdf", content, &error);
  gint64 second = xr_attachment_add (fixture->office, person, "又一份.pdf", content, &error);
  gint64 size = 0;
  gint64 file = fixture_int (fixture, "SELECT file_id FROM attachment");

  g_assert_true (first != 0 && second != 0 && first != second);
  /* The same content is stored once. */
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM stored_file"), ==, 1);
  g_assert_true (xr_stored_file_describe (fixture->office, file, &sha256, &size));
  g_assert_cmpint (size, ==, 12);
  g_assert_cmpuint (strlen (sha256), ==, 64);
  kept = xr_stored_file_load (fixture->office, file, &error);
  g_assert_true (g_bytes_equal (kept, content));
  g_assert_true (xr_office_delete (fixture->office, xr_table_find ("candidate"), person, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM attachment"), ==, 0);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM attachment"), ==, 2);
}

/* ---- across rounds */

static void
test_later_round (Fixture *fixture, gconstpointer data)
{
  gint64 earlier = add_person (fixture, fixture->round);
  gint64 next = fixture_add (fixture, "round", 0, "title", "下一轮", NULL);
  gint64 later = add_person (fixture, next);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "dossier", earlier, "native_place", "辽宁大连", "reason", "工作需要", NULL);
  fixture_add (fixture, "relative", earlier, "relation", "妻子", "name", "周若水", NULL);
  set_fact (fixture, "candidate", earlier, "unit", "某局");
  set_fact (fixture, "candidate", later, "unit", "另一局");
  g_assert_cmpint (xr_dossier_find_earlier (fixture->office, later), ==, earlier);
  g_assert_cmpint (xr_dossier_find_earlier (fixture->office, earlier), ==, 0);
  changes = xr_dossier_changes (fixture->office, later, earlier);
  g_assert_cmpuint (changes->len, ==, 3);
  /* The unit stays as this round has it. */
  g_assert_cmpstr (((XrDossierChange *) changes->pdata[0])->now, ==, "另一局");
  g_ptr_array_remove_index (changes, 0);
  g_assert_true (xr_dossier_take_over (fixture->office, later, earlier, changes, &error));
  assert_fact (fixture, "dossier", later, "native_place", "辽宁大连");
  assert_fact (fixture, "dossier", later, "reason", NULL);
  assert_fact (fixture, "candidate", later, "unit", "另一局");
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM relative"), ==, 2);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM relative"), ==, 1);
  assert_fact (fixture, "dossier", later, "native_place", NULL);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/round/dossier/education follows its tracks", test_education);
  ADD ("/round/dossier/registered education is assigned to a track", test_assigning);
  ADD ("/round/dossier/the rank follows the list of ranks", test_ranks);
  ADD ("/round/dossier/punishments must agree", test_punishment);
  ADD ("/round/dossier/an ID number fills in what is empty", test_id_number);
  ADD ("/round/dossier/a photo stays as it is", test_photo);
  ADD ("/round/dossier/attachments are stored once and hashed", test_attachments);
  ADD ("/round/dossier/a later round takes over what it wants", test_later_round);
  return g_test_run ();
}
