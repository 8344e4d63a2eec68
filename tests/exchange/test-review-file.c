/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A review from end to end without windows: dossiers of a round go into a sealed file, the reader's answer
 * comes back once, to its own round only, and as it was saved. */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/review-draft.h"
#include "exchange/review-file.h"
#include "round/dossier.h"
#include "round/recusals.h"
#include "round/review-package.h"
#include "round/round.h"

#define PASSPHRASE "correct horse 电池"
#define ID_NUMBER  "99000019800101008X"

static const XrSealedCost cheap = { .passes = 1, .memory = 8 };

typedef struct
{
  char *folder;
  XrOffice *office;
  gint64 round, other_round, post;
  gint64 people[3];
} Fixture;

static gint64
save (Fixture *fixture, const char *table, gint64 owner, const char *const *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = xr_row_new (xr_table_find (table), owner);

  for (guint i = 0; fields[i] != NULL; i += 2)
    xr_row_set (row, fields[i], fields[i + 1]);
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
  return xr_row_get_id (row);
}
#define SAVE(table, owner, ...)                                                                    \
  save (fixture, table, owner, (const char *const[]){ __VA_ARGS__, NULL })

static gint64
add_person (Fixture *fixture, const char *number, const char *name, const char *id_number)
{
  g_autofree char *resume = g_strdup_printf (
    "1998.09--2002.07  某大学学习\n2002.07--  某局科员（%s同志，女，1980.01出生）", name);
  gint64 person = SAVE ("candidate", fixture->round, "number", number, "name", name, "sex", "女",
                        "born", "1980-01-01", "id_number", id_number, "resume", resume);
  g_autofree char *post = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->post);

  SAVE ("application", person, "post_id", post);
  SAVE ("relative", person, "relation", "丈夫", "name", "周若水", "work", "某县林业局局长");
  return person;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("review-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  xr_office_set_operator (fixture->office, "测试员");
  fixture->round = xr_round_create (fixture->office, "一轮", "某局", NULL, &error);
  fixture->other_round = xr_round_create (fixture->office, "另一轮", "某局", NULL, &error);
  g_assert_no_error (error);
  fixture->post = SAVE ("post", fixture->round, "name", "办公室主任", "vacancies", "1");
  fixture->people[0] = add_person (fixture, "01", "林知远", ID_NUMBER);
  fixture->people[1] = add_person (fixture, "02", "何秋实", NULL);
  fixture->people[2] = add_person (fixture, "03", "程望舒", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_object_unref (fixture->office);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static XrReviewPackage *
prepare (Fixture *fixture, gboolean blind)
{
  g_autoptr (GError) error = NULL;
  XrReviewPackage *package = xr_review_package_prepare (
    fixture->office, fixture->round, fixture->people, 3, " 沈怀瑾 ", "某处处长", blind, &error);

  g_assert_no_error (error);
  return package;
}

/* As the reader gets it: through a sealed file. */
static XrReviewPackage *
give (Fixture *fixture, gboolean blind, char **digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrReviewPackage) package = prepare (fixture, blind);
  g_autoptr (GBytes) content = xr_review_package_to_bytes (package);
  g_autoptr (GBytes) sealed = xr_sealed_seal (XR_SEALED_REVIEW, content, PASSPHRASE, &cheap,
                                              &error);
  g_autoptr (GBytes) opened = xr_sealed_open (sealed, XR_SEALED_REVIEW, PASSPHRASE, &error);
  XrReviewPackage *read;

  *digest = xr_review_digest (content);
  xr_review_package_give (fixture->office, fixture->round, package, *digest, &error);
  g_assert_no_error (error);
  read = xr_review_package_from_bytes (opened, &error);
  g_assert_no_error (error);
  return read;
}

static XrReviewPerson *
find_person (XrReviewPackage *package, const char *label)
{
  for (guint i = 0; i < package->people->len; i++)
    if (g_strcmp0 (((XrReviewPerson *) package->people->pdata[i])->label, label) == 0)
      return package->people->pdata[i];
  g_assert_not_reached ();
}

/* The reader marks the first with 85.5, has a tie to the second, and says nothing of the third but that
 * there is none. */
static XrReviewAnswer *
answer_to (XrReviewPackage *package, const char *digest)
{
  XrReviewAnswer *answer = xr_review_answer_new ();

  answer->token = g_strdup (package->token);
  answer->digest = g_strdup (digest);
  answer->round_title = g_strdup (package->round_title);
  answer->reader = g_strdup (package->reader);
  answer->saved_on = (XrDate){ 2026, 3, 18 };
  for (guint i = 0; i < package->people->len; i++)
    {
      XrReviewPerson *person = package->people->pdata[i];
      XrReviewOpinion *opinion = xr_review_answer_add (answer, person->key);

      opinion->conflict = i == 1 ? XR_CONFLICT_DECLARED : XR_CONFLICT_NONE;
      opinion->conflict_reason = g_strdup (i == 1 ? "曾为师生" : NULL);
      opinion->marked = i == 0;
      opinion->mark.units = i == 0 ? 855000 : 0;
      opinion->opinion = g_strdup (i == 0 ? "履历扎实。\n建议列入。" : NULL);
    }
  return answer;
}

static XrReviewAnswer *
send_back (XrReviewAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = xr_review_answer_to_bytes (answer);
  XrReviewAnswer *read = xr_review_answer_from_bytes (content, &error);

  g_assert_no_error (error);
  return read;
}

static void
assert_refused (Fixture *fixture, gint64 round, XrReviewAnswer *answer, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_review_answer_take_in (fixture->office, round, answer, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

/* ---- the package */

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, FALSE, &digest);
  g_autoptr (XrDossier) own = xr_dossier_load (fixture->office, fixture->people[0], NULL);
  XrReviewPerson *person = find_person (package, "林知远");

  g_assert_cmpstr (package->reader, ==, "沈怀瑾");
  g_assert_cmpstr (package->position, ==, "某处处长");
  g_assert_cmpstr (package->round_title, ==, "一轮");
  g_assert_false (package->blind);
  g_assert_cmpuint (package->people->len, ==, 3);
  g_assert_cmpstr (person->posts, ==, "办公室主任");
  g_assert_cmpstr (xr_dossier_get (person->dossier, XR_DOSSIER_ID_NUMBER), ==, ID_NUMBER);
  g_assert_cmpstr (xr_dossier_get (person->dossier, XR_DOSSIER_RESUME), ==,
                   xr_dossier_get (own, XR_DOSSIER_RESUME));
  g_assert_cmpuint (person->dossier->relatives->len, ==, 1);
}

/* Writes the draft and finds its file. (transfer full) */
static char *
find_draft (Fixture *fixture, const XrReviewAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  xr_review_draft_write (fixture->folder, answer, &error);
  g_assert_no_error (error);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, XR_SEALED_SUFFIX))
      return g_build_filename (fixture->folder, name, NULL);
  g_assert_not_reached ();
}

/* Nothing in the whole content of a blind package tells who it is. */
static void
test_blind (Fixture *fixture, gconstpointer data)
{
  static const char *const secrets[] = { "林知远", "何秋实",  "程望舒", "周若水",  "林业局", "丈夫",
                                         "女",     "1980.01", "198001", "1980-01", ID_NUMBER };
  g_autoptr (XrReviewPackage) package = prepare (fixture, TRUE);
  g_autoptr (GBytes) content = xr_review_package_to_bytes (package);
  gsize size;
  const char *bytes = g_bytes_get_data (content, &size);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (memmem (bytes, size, secrets[i], strlen (secrets[i])) != NULL)
      g_error ("a blind package says %s", secrets[i]);
  g_assert_nonnull (memmem (bytes, size, "某局科员", strlen ("某局科员")));
}

/* Nor does it say whom else one of them worked with: others of the round, also outside of the package, and their
 * families. A name that begins like another leaves no rest. */
static void
test_blind_colleagues (Fixture *fixture, gconstpointer data)
{
  static const char *const secrets[] = { "林知远", "何秋", "程望舒", "周若水", "顾清和", "顾清" };
  g_autoptr (XrRow) row = xr_office_load (fixture->office, xr_table_find ("candidate"),
                                          fixture->people[0], NULL);
  g_autoptr (XrReviewPackage) package = NULL;
  g_autoptr (GBytes) content = NULL;
  const char *bytes;
  gsize size;

  add_person (fixture, "04", "顾清和", NULL);
  add_person (fixture, "05", "顾清", NULL);
  xr_row_set (row, "resume",
              "2002.07--  某局科员（与何秋实、顾清和、程　望　舒共事，曾任周若水秘书）");
  g_assert_true (xr_office_save (fixture->office, row, NULL));
  package = prepare (fixture, TRUE);
  content = xr_review_package_to_bytes (package);
  bytes = g_bytes_get_data (content, &size);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (memmem (bytes, size, secrets[i], strlen (secrets[i])) != NULL)
      g_error ("a blind package says %s", secrets[i]);
  g_assert_nonnull (memmem (bytes, size, "与××、××、", strlen ("与××、××、")));
}

/* Ways of writing that say the same. */
static const char *const telling[][2] = {
  /* what is written, and what may stand there of it */
  { "林 知　远同志", "林" },
  { "Lin Zhiyuan，ZHIYUAN LIN，linzhiyuan@example.org", "hiyuan" },
  { "1980年1月生，时年46岁，４６周岁", "1980" },
  { "19800101出生，1980/01/01，１９８０年", "1980" },
  { "手机13900000000、身份证99000019800101008x", "1390" },
  { "她任组长，被评为三八红旗手、巾帼标兵", "她" },
  { "女干部，性别：女", "女" },
  { "丈夫周 若 水，妻子", "周" },
};

/* All that the reader sees of one of them. The whole content has random keys in it, which may have any digits.
 * (transfer full) */
static char *
dup_seen (const XrReviewPackage *package, gint64 candidate)
{
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < package->people->len; i++)
    {
      const XrReviewPerson *person = package->people->pdata[i];

      if (person->candidate != candidate)
        continue;
      for (guint field = 0; field < XR_DOSSIER_N_FIELDS; field++)
        g_string_append (seen, xr_dossier_get (person->dossier, (XrDossierField) field));
      for (guint fact = 0; fact < XR_REVIEW_N_FACTS; fact++)
        if (person->facts[fact] != NULL)
          g_string_append (seen, person->facts[fact]);
    }
  return g_string_free (seen, FALSE);
}

static void
assert_unseen (const char *seen, const char *written, const char *secret)
{
  if (strstr (written, secret) != NULL && strstr (seen, secret) != NULL)
    g_error ("%s of %s is seen in %s", secret, written, seen);
}

static void
test_blind_ways_of_writing (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "resume", "position", "school" };
  static const char *const secrets[] = { "46", "４６",    "三八",    "巾帼", "丈夫",     "若",
                                         "知", "Zhiyuan", "ZHIYUAN", "9900", "１９８０", "她" };

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        g_autoptr (XrRow) row = xr_office_load (fixture->office, xr_table_find ("candidate"),
                                                fixture->people[0], NULL);
        g_autofree char *text = g_strdup_printf ("2002.07--  %s，完", telling[i][0]);
        g_autoptr (XrReviewPackage) package = NULL;
        g_autofree char *seen = NULL;
        g_autoptr (GError) error = NULL;

        xr_row_set (row, fields[f], text);
        xr_office_save (fixture->office, row, &error);
        g_assert_no_error (error);
        package = prepare (fixture, TRUE);
        seen = dup_seen (package, fixture->people[0]);
        g_assert_nonnull (strstr (seen, "，完"));
        assert_unseen (seen, telling[i][0], telling[i][1]);
        for (guint s = 0; s < G_N_ELEMENTS (secrets); s++)
          assert_unseen (seen, telling[i][0], secrets[s]);
      }
}

/* Ordinary words and years stay; what nobody can strike out by rule is told to whoever makes the package. */
static void
test_blind_doubts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrRow) row = xr_office_load (fixture->office, xr_table_find ("candidate"),
                                          fixture->people[0], NULL);
  g_autoptr (XrReviewPackage) package = NULL;
  g_autoptr (GPtrArray) doubts = NULL;
  g_autoptr (GBytes) content = NULL;
  const char *bytes, *kept = "2002.07--2019.08  某局科员，20080715任职";
  gsize size;

  xr_row_set (row, "resume",
              "2002.07--2019.08  某局科员，20080715任职\n2019.08--  省妇联干部，知远组长");
  g_assert_true (xr_office_save (fixture->office, row, NULL));
  package = prepare (fixture, TRUE);
  content = xr_review_package_to_bytes (package);
  bytes = g_bytes_get_data (content, &size);
  g_assert_nonnull (memmem (bytes, size, kept, strlen (kept)));
  doubts = xr_review_package_list_doubts (fixture->office, package);
  /* The other two were born in 1980 by their résumé. */
  for (guint i = doubts->len; i > 0; i--)
    if (!g_str_has_prefix (doubts->pdata[i - 1], "林知远"))
      g_ptr_array_remove_index (doubts, i - 1);
  g_assert_cmpuint (doubts->len, ==, 1);
  g_assert_nonnull (strstr (doubts->pdata[0], "省妇联干部"));
  g_assert_nonnull (strstr (doubts->pdata[0], "知远"));
}

/* Where the plan says so, nobody can make a package that is not blind. */
static void
test_blind_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrReviewPackage) package = NULL;

  g_assert_false (xr_review_is_blind (fixture->office, fixture->round));
  xr_round_set_setting (fixture->office, fixture->round, "blind_review", "是", &error);
  g_assert_no_error (error);
  package = prepare (fixture, FALSE);
  g_assert_true (package->blind);
  g_assert_null (((XrReviewPerson *) package->people->pdata[0])->dossier->photo);
}

/* What is kept of an answer comes back as it was, and says nothing on the disk. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, TRUE, &digest);
  g_autoptr (XrReviewAnswer) answer = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) kept = NULL;
  g_autofree char *path = find_draft (fixture, answer);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
  g_assert_null (memmem (bytes, size, "履历", strlen ("履历")));
  g_assert_null (memmem (bytes, size, answer->reader, strlen (answer->reader)));
  g_assert_null (memmem (bytes, size, answer->token, strlen (answer->token)));
  kept = xr_review_draft_read (fixture->folder, package->token, digest);
  g_assert_nonnull (kept);
  g_assert_cmpuint (kept->opinions->len, ==, answer->opinions->len);
  g_assert_cmpstr (((XrReviewOpinion *) kept->opinions->pdata[0])->opinion, ==,
                   "履历扎实。\n建议列入。");
  xr_review_draft_remove (fixture->folder, digest);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (xr_review_draft_read (fixture->folder, package->token, digest));
}

/* Neither the draft of another package nor one that somebody changed is taken up. */
static void
test_draft_of_another (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL, *other_digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, TRUE, &digest);
  g_autoptr (XrReviewPackage) other = give (fixture, TRUE, &other_digest);
  g_autoptr (XrReviewAnswer) answer = answer_to (package, digest);
  g_autofree char *path = find_draft (fixture, answer);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_null (xr_review_draft_read (fixture->folder, other->token, other_digest));
  g_assert_null (xr_review_draft_read (fixture->folder, other->token, digest));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[size - 3] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_null (xr_review_draft_read (fixture->folder, package->token, digest));
}

static void
test_refused_package (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) nobody = NULL, nameless = NULL, foreign = NULL;

  g_assert_null (xr_review_package_prepare (fixture->office, fixture->round, fixture->people, 0,
                                            "沈怀瑾", NULL, FALSE, &nobody));
  g_assert_error (nobody, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_null (xr_review_package_prepare (fixture->office, fixture->round, fixture->people, 1,
                                            " 　", NULL, FALSE, &nameless));
  g_assert_error (nameless, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_null (xr_review_package_prepare (fixture->office, fixture->other_round, fixture->people,
                                            1, "沈怀瑾", NULL, FALSE, &foreign));
  g_assert_error (foreign, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND);
}

/* ---- the answer */

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, TRUE, &digest);
  g_autoptr (XrReviewAnswer) left = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) answer = send_back (left);
  g_autoptr (GPtrArray) before = xr_review_packages (fixture->office, fixture->round);
  g_autoptr (GPtrArray) after = NULL, undone = NULL;
  g_autofree char *label = NULL;
  guint marks = 0, conflicts = 0;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_false (xr_date_is_set (((XrReviewGiven *) before->pdata[0])->taken_on));
  xr_review_answer_take_in (fixture->office, fixture->round, answer, &error);
  g_assert_no_error (error);
  after = xr_review_packages (fixture->office, fixture->round);
  g_assert_true (xr_date_is_set (((XrReviewGiven *) after->pdata[0])->taken_on));
  for (guint i = 0; i < 3; i++)
    {
      XrReviewGivenPerson *person = ((XrReviewGiven *) after->pdata[0])->people->pdata[i];

      marks += person->left->marked && person->left->mark.units == 855000
               && g_strcmp0 (person->left->opinion, "履历扎实。\n建议列入。") == 0;
      conflicts += person->left->conflict == XR_CONFLICT_DECLARED
                   && g_strcmp0 (person->left->conflict_reason, "曾为师生") == 0;
    }
  g_assert_cmpuint (marks, ==, 1);
  g_assert_cmpuint (conflicts, ==, 1);
  label = xr_office_dup_undo_label (fixture->office);
  g_assert_nonnull (strstr (label, "沈怀瑾"));
  /* One step back, and the answer may be taken in again. */
  g_assert_true (xr_office_undo (fixture->office, &error));
  undone = xr_review_packages (fixture->office, fixture->round);
  g_assert_false (xr_date_is_set (((XrReviewGiven *) undone->pdata[0])->taken_on));
  g_assert_true (xr_review_answer_take_in (fixture->office, fixture->round, answer, &error));
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, FALSE, &digest);
  g_autoptr (XrReviewAnswer) answer = answer_to (package, digest);
  gint64 id = xr_review_answer_check (fixture->office, fixture->round, answer, &error);
  g_autoptr (XrReviewGiven) given = NULL;
  g_autoptr (GPtrArray) stored = xr_review_packages (fixture->office, fixture->round);

  g_assert_no_error (error);
  given = xr_review_answer_preview (fixture->office, id, answer);
  g_assert_cmpstr (given->reader, ==, "沈怀瑾");
  g_assert_true (((XrReviewGivenPerson *) given->people->pdata[0])->left->marked);
  g_assert_cmpint (((XrReviewGivenPerson *) given->people->pdata[1])->left->conflict, ==,
                   XR_CONFLICT_DECLARED);
  /* Nothing was written. */
  g_assert_false (xr_date_is_set (((XrReviewGiven *) stored->pdata[0])->taken_on));
}

static void
test_refused_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, FALSE, &digest);
  g_autoptr (XrReviewAnswer) good = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) foreign = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) other_package = answer_to (package, "0000");
  g_autoptr (XrReviewAnswer) other_reader = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) short_answer = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) twice = answer_to (package, digest);
  g_autoptr (XrReviewAnswer) high = answer_to (package, digest);

  g_free (foreign->token);
  foreign->token = g_strdup ("another");
  assert_refused (fixture, fixture->round, foreign, "no package");
  assert_refused (fixture, fixture->other_round, good, "一轮");
  assert_refused (fixture, fixture->round, other_package, "does not fit");
  g_free (other_reader->reader);
  other_reader->reader = g_strdup ("别人");
  assert_refused (fixture, fixture->round, other_reader, "does not fit");
  g_ptr_array_set_size (short_answer->opinions, 2);
  assert_refused (fixture, fixture->round, short_answer, "does not fit");
  g_free (((XrReviewOpinion *) twice->opinions->pdata[0])->key);
  ((XrReviewOpinion *) twice->opinions->pdata[0])->key = g_strdup (
    ((XrReviewOpinion *) twice->opinions->pdata[1])->key);
  assert_refused (fixture, fixture->round, twice, "does not fit");
  ((XrReviewOpinion *) high->opinions->pdata[0])->mark.units = 1000001;
  assert_refused (fixture, fixture->round, high, "does not fit");
  g_assert_true (xr_review_answer_take_in (fixture->office, fixture->round, good, &error));
  assert_refused (fixture, fixture->round, good, "already");
}

/* The answer to a package that the reader got anew counts no more, that to one of other people does. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL, *newer_digest = NULL;
  g_autoptr (XrReviewPackage) package = give (fixture, FALSE, &digest);
  g_autoptr (XrReviewAnswer) answer = answer_to (package, digest);
  g_autoptr (XrReviewPackage) few = NULL, newer = NULL;
  g_autoptr (XrReviewAnswer) again = NULL;
  g_autoptr (GPtrArray) given = NULL;
  g_autoptr (GError) error = NULL;

  few = xr_review_package_prepare (fixture->office, fixture->round, fixture->people, 2, "沈怀瑾",
                                   "某处处长", FALSE, &error);
  g_assert_true (xr_review_package_give (fixture->office, fixture->round, few, "few", &error));
  g_assert_cmpint (xr_review_answer_check (fixture->office, fixture->round, answer, &error), >, 0);
  newer = give (fixture, FALSE, &newer_digest);
  assert_refused (fixture, fixture->round, answer, "newer package");
  given = xr_review_packages (fixture->office, fixture->round);
  g_assert_false (xr_date_is_set (((XrReviewGiven *) given->pdata[0])->replaced_on));
  g_assert_true (xr_date_is_set (((XrReviewGiven *) given->pdata[2])->replaced_on));
  again = answer_to (newer, newer_digest);
  g_assert_true (xr_review_answer_take_in (fixture->office, fixture->round, again, &error));
  /* Undone, the older one counts again; and one that was never given out does not. */
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_true (xr_office_undo (fixture->office, &error));
  assert_refused (fixture, fixture->round, again, "no package");
  g_assert_true (xr_review_answer_take_in (fixture->office, fixture->round, answer, &error));
}

/* A judge who declared a tie as a reader is pointed out until the recusal is there. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL;
  g_autofree char *post = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->post);
  gint64 component = SAVE ("component", fixture->round, "name", "演讲", "method", "judges",
                           "weight", "100", "stage", "4");
  g_autoptr (XrReviewPackage) package = give (fixture, FALSE, &digest);
  g_autoptr (XrReviewAnswer) answer = answer_to (package, digest);
  g_autoptr (GPtrArray) before = NULL, due = NULL;

  SAVE ("judge", component, "post_id", post, "name", "沈怀瑾");
  before = xr_recusals_due (fixture->office, fixture->round, XR_STAGE_SPEECH);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (xr_review_answer_take_in (fixture->office, fixture->round, answer, NULL));
  due = xr_recusals_due (fixture->office, fixture->round, XR_STAGE_SPEECH);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_nonnull (strstr (due->pdata[0], "何秋实"));
  g_assert_nonnull (strstr (due->pdata[0], "曾为师生"));
}

/* The right passphrase says nothing of who wrote the content. */
static void
test_foreign_content (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{",
    "{}",
    "{\"people\":[]}",
    "{\"opinions\":[1]}",
    "{\"token\":1,\"opinions\":[{}]}",
    "{\"token\":\"a\",\"digest\":\"b\",\"round\":\"c\",\"reader\":\"d\",\"saved\":\"2026-03-18\","
    "\"opinions\":[{\"key\":\"k\",\"mark\":\"1.23456\"}]}",
    "{\"token\":\"a\",\"digest\":\"b\",\"round\":\"c\",\"reader\":\"d\",\"saved\":\"2026-03-18\","
    "\"opinions\":[{\"key\":\"k\",\"conflict\":\"perhaps\"}]}",
    "{\"token\":\"a\",\"round\":\"c\",\"reader\":\"d\",\"given\":\"2026-03-18\",\"blind\":false,"
    "\"people\":[{\"key\":\"k\",\"label\":\"l\",\"form\":\"no form\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL, again = NULL;

      g_assert_null (xr_review_package_from_bytes (bytes, &error));
      g_assert_error (error, XR_REVIEW_FILE_ERROR, XR_REVIEW_FILE_ERROR_CONTENT);
      g_assert_null (xr_review_answer_from_bytes (bytes, &again));
      g_assert_error (again, XR_REVIEW_FILE_ERROR, XR_REVIEW_FILE_ERROR_CONTENT);
    }
}

/* Changed content must be refused or read, and never crash. */
static void
test_changed_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrReviewPackage) package = prepare (fixture, FALSE);
  g_autoptr (GBytes) content = xr_review_package_to_bytes (package);
  gsize size;
  g_autofree guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (content), &size);

  for (gsize i = 0; i < size; i += 7)
    {
      g_autoptr (GBytes) changed = NULL;
      XrReviewPackage *read;

      bytes[i] ^= 0x15;
      changed = g_bytes_new (bytes, size);
      bytes[i] ^= 0x15;
      read = xr_review_package_from_bytes (changed, NULL);
      if (read != NULL)
        xr_review_package_free (read);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/review/open", test_open },
    { "/review/blind", test_blind },
    { "/review/blind-colleagues", test_blind_colleagues },
    { "/review/blind-ways-of-writing", test_blind_ways_of_writing },
    { "/review/replaced", test_replaced },
    { "/review/blind-doubts", test_blind_doubts },
    { "/review/blind-plan", test_blind_plan },
    { "/review/draft", test_draft },
    { "/review/draft-of-another", test_draft_of_another },
    { "/review/refused-package", test_refused_package },
    { "/review/answer", test_answer },
    { "/review/preview", test_preview },
    { "/review/refused-answer", test_refused_answer },
    { "/review/conflict", test_conflict },
    { "/review/foreign-content", test_foreign_content },
    { "/review/changed-content", test_changed_content },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
