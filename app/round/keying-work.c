/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that is keyed into on the other computer: a task becomes an office file of its own, and what
 * was keyed in it becomes an answer. It never sees the office that gave the task out. */

#include "config.h"

#include "round/keying-private.h"
#include "round/keying-task-private.h"
#include "store/place.h"

/* ---- opening */

static gboolean
set_foreign (GError **error)
{
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            _ ("This keying file does not hold what such a file holds. Have it "
                               "made once more."));
}

static gboolean
write_task (XrOffice *office, const XrKeyingTask *task, GError **error)
{
  for (guint i = 0; i < XR_TASK_TABLES; i++)
    if (!xr_keying_task_write (office, task, i, NULL))
      return set_foreign (error);
  return TRUE;
}

static gboolean
fill (XrOffice *office, const XrKeyingTask *task, GError **error)
{
  gint64 component = g_ascii_strtoll (xr_keying_task_get (task, XR_TASK_FILE_COMPONENT), NULL, 10);
  g_autofree char *title = NULL;
  gboolean done;

  if (!xr_office_begin (office, error))
    return FALSE;
  done = write_task (office, task, error);
  title = xr_command_name_of (office, "component", component);
  return xr_command_finish (office, done, "keying-file.open", title, NULL, 0, XR_ENTRY_BARRIER,
                            error);
}

static XrOffice *
begin_new (const XrKeyingTask *task, const char *path, GError **error)
{
  g_autoptr (XrOffice) office = xr_office_create (path, error);

  if (office == NULL)
    return NULL;
  if (fill (office, task, error))
    return g_steal_pointer (&office);
  g_clear_object (&office);
  xr_keying_task_remove (path);
  return NULL;
}

/* What was begun earlier goes on. */
static XrOffice *
go_on (const XrKeyingTask *task, const char *path, GError **error)
{
  g_autoptr (XrOffice) office = xr_office_open (path, XR_OPEN_WRITE, error);
  g_autoptr (XrKeyingFile) file = office != NULL ? xr_keying_file_load (office, NULL) : NULL;

  if (office == NULL)
    return NULL;
  if (xr_office_get_read_only (office))
    xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                       _ ("Another window keys from this file already."));
  else if (file == NULL || g_strcmp0 (file->id, xr_keying_task_get (task, XR_TASK_FILE_ID)) != 0)
    set_foreign (error);
  else
    return g_steal_pointer (&office);
  return NULL;
}

XrOffice *
xr_keying_task_open (const XrKeyingTask *task, const char *path, GError **error)
{
  XrOffice *office = NULL;

  if (xr_keying_task_get (task, XR_TASK_FILE_ID) == NULL
      || xr_keying_task_get (task, XR_TASK_FILE_COMPONENT) == NULL
      || xr_keying_task_get (task, XR_TASK_FILE_KEYER) == NULL)
    set_foreign (error);
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    office = go_on (task, path, error);
  else
    office = begin_new (task, path, error);
  if (office != NULL)
    xr_office_set_operator (office, xr_keying_task_get (task, XR_TASK_FILE_KEYER));
  return office;
}

void
xr_keying_task_remove (const char *path)
{
  xr_place_remove_temporary (path);
}

/* ---- how far it is */

void
xr_keying_progress_free (XrKeyingProgress *progress)
{
  g_ptr_array_unref (progress->missing);
  g_free (progress);
}

/* The sheets of the task, each once. (transfer full) (element-type XrKeyedSheet) */
static GPtrArray *
load_wanted (XrOffice *office, gint64 component)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_keyed_sheet_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT DISTINCT ifnull(post_id, 0), ifnull(group_id, 0), ifnull(judge_id, 0), number"
    " FROM keying_sheet WHERE component_id = :component"
    " ORDER BY 1, 2, 3, CAST(number AS INTEGER), number",
    XR_PARAMS (XR_INT (":component", component)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrKeyedSheet *sheet = xr_keyed_sheet_new ();
      sheet->post = xr_statement_get_int (row, 0);
      sheet->group = xr_statement_get_int (row, 1);
      sheet->judge = xr_statement_get_int (row, 2);
      g_free (sheet->number);
      sheet->number = xr_statement_dup_text (row, 3);
      g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

static GHashTable *
index_keyed (XrOffice *office, gint64 component, GPtrArray **sheets)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *sheets = xr_keying_load (office, XR_KEYING_SECOND, component);
  for (guint i = 0; i < (*sheets)->len; i++)
    g_hash_table_insert (index, xr_keyed_sheet_dup_key (g_ptr_array_index (*sheets, i)),
                         g_ptr_array_index (*sheets, i));
  return index;
}

/* How many figures a sheet of scores has when it is keyed whole: one a candidate and sub-item. A ballot is
 * always whole, and of counts what is 0 may be left out. */
static guint
count_figures (XrOffice *office, gint64 component, const XrKeyedSheet *sheet, XrSheetKind kind)
{
  gint64 dimensions = xr_sql_int (
    office, "SELECT max(count(*), 1) FROM dimension WHERE component_id = :component",
    XR_PARAMS (XR_INT (":component", component)), 1);
  gint64 people = xr_sql_int (
    office,
    "SELECT count(DISTINCT candidate_id) FROM application WHERE :judge = 0"
    " OR post_id = (SELECT post_id FROM judge WHERE id = :judge)",
    XR_PARAMS (XR_INT (":judge", sheet->judge)), 0);

  return kind == XR_SHEET_SCORES ? (guint) (people * dimensions) : 0;
}

static gboolean
is_whole (XrOffice *office, gint64 component, const char *method, const XrKeyedSheet *wanted,
          const XrKeyedSheet *keyed)
{
  return keyed != NULL
         && keyed->cells->len
              >= count_figures (office, component, wanted, xr_keying_kind (method, wanted));
}

XrKeyingProgress *
xr_keying_task_progress (XrOffice *office)
{
  g_autoptr (XrKeyingFile) file = xr_keying_file_load (office, NULL);
  gint64 component = file != NULL ? file->component : 0;
  g_autofree char *method = xr_keying_dup_method (office, component);
  g_autoptr (GPtrArray) wanted = load_wanted (office, component);
  g_autoptr (GPtrArray) keyed = NULL;
  g_autoptr (GHashTable) index = index_keyed (office, component, &keyed);
  XrKeyingProgress *progress = g_new0 (XrKeyingProgress, 1);

  progress->wanted = wanted->len;
  progress->keyed = keyed->len;
  progress->missing = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < wanted->len; i++)
    {
      const XrKeyedSheet *sheet = g_ptr_array_index (wanted, i);
      g_autofree char *key = xr_keyed_sheet_dup_key (sheet);
      gboolean counts = method != NULL && xr_keying_kind (method, sheet) == XR_SHEET_COUNTS;

      progress->counts = progress->counts || counts;
      progress->ballots = progress->ballots || !counts;
      if (is_whole (office, component, method, sheet, g_hash_table_lookup (index, key)))
        progress->done++;
      else
        g_ptr_array_add (progress->missing, xr_keyed_sheet_dup_title (office, component, sheet));
    }
  progress->ballots = progress->ballots || !progress->counts;
  return progress;
}

/* ---- the answer */

XrKeyingAnswer *
xr_keying_answer_new (void)
{
  XrKeyingAnswer *answer = g_new0 (XrKeyingAnswer, 1);

  answer->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_keyed_sheet_free);
  return answer;
}

void
xr_keying_answer_free (XrKeyingAnswer *answer)
{
  g_free (answer->id);
  g_free (answer->round_title);
  g_free (answer->component);
  g_ptr_array_unref (answer->sheets);
  g_free (answer);
}

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = xr_keyed_sheet_dup_key (*(const XrKeyedSheet *const *) a);
  g_autofree char *other = xr_keyed_sheet_dup_key (*(const XrKeyedSheet *const *) b);

  return xr_candidate_number_compare (one, other);
}

XrKeyingAnswer *
xr_keying_answer_make (XrOffice *office, GError **error)
{
  g_autoptr (XrKeyingFile) file = xr_keying_file_load (office, NULL);
  g_autoptr (XrKeyingAnswer) answer = xr_keying_answer_new ();

  if (file == NULL)
    {
      set_foreign (error);
      return NULL;
    }
  answer->id = g_strdup (file->id);
  answer->round_title = xr_office_dup_title (office, xr_table_find ("round"), file->round);
  answer->component = xr_command_name_of (office, "component", file->component);
  g_ptr_array_unref (answer->sheets);
  answer->sheets = xr_keying_load (office, XR_KEYING_SECOND, file->component);
  g_ptr_array_sort (answer->sheets, compare_sheets);
  if (answer->sheets->len > 0)
    return g_steal_pointer (&answer);
  xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                     _ ("Nothing has been keyed yet; there is nothing to send back."));
  return NULL;
}
