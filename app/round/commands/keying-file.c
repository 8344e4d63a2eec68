/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving out a keying file, and taking in what was keyed from it. An answer is a stranger's until each of
 * its sheets has passed the same checks as a sheet that is keyed here. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/keying-private.h"
#include "round/keying-task-private.h"

/* ---- files that were given out */

void
xr_keying_file_free (XrKeyingFile *file)
{
  g_free (file->id);
  g_free (file->made_on);
  g_free (file->made_by);
  g_free (file->keyer);
  g_free (file->plan);
  g_free (file->answered_on);
  g_free (file);
}

#define FILES                                                                                      \
  "SELECT f.id, f.component_id, k.round_id, f.made_on, f.made_by, f.keyer, f.plan, f.sheets,"      \
  " f.answered_on FROM keying_file f JOIN component k ON k.id = f.component_id "

/* (transfer full) (element-type XrKeyingFile) */
static GPtrArray *
load_files (XrStatement *row)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_keying_file_free);

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrKeyingFile *file = g_new0 (XrKeyingFile, 1);
      file->id = xr_statement_dup_text (row, 0);
      file->component = xr_statement_get_int (row, 1);
      file->round = xr_statement_get_int (row, 2);
      file->made_on = xr_statement_dup_text (row, 3);
      file->made_by = xr_statement_dup_text (row, 4);
      file->keyer = xr_statement_dup_text (row, 5);
      file->plan = xr_statement_dup_text (row, 6);
      file->sheets = (guint) xr_statement_get_int (row, 7);
      file->answered_on = xr_statement_dup_text (row, 8);
      g_ptr_array_add (files, file);
    }
  return files;
}

XrKeyingFile *
xr_keying_file_load (XrOffice *office, const char *id)
{
  g_autoptr (XrStatement) row = xr_sql_rows (office, FILES "WHERE :id IS NULL OR f.id = :id",
                                             XR_PARAMS (XR_TEXT (":id", id)));
  g_autoptr (GPtrArray) files = load_files (row);

  return files->len > 0 ? g_ptr_array_steal_index (files, 0) : NULL;
}

GPtrArray *
xr_keying_file_list (XrOffice *office, gint64 component)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, FILES "WHERE f.component_id = :component ORDER BY f.made_on DESC, f.rowid DESC",
    XR_PARAMS (XR_INT (":component", component)));

  return load_files (row);
}

gboolean
xr_keying_task_note (XrOffice *office, const XrKeyingTask *task, GError **error)
{
  gint64 component = g_ascii_strtoll (xr_keying_task_get (task, XR_TASK_FILE_COMPONENT), NULL, 10);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  /* Translators: 1 the component, 2 who keys */
  g_autofree char *subject = g_strdup_printf (_ ("%1$s, for %2$s"), title,
                                              xr_keying_task_get (task, XR_TASK_FILE_KEYER));
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, xr_keying_task_write (office, task, XR_TASK_FILE, error),
                            "keying-file.make", subject, NULL, round, XR_ENTRY_NORMAL, error);
}

/* ---- what comes back: is it ours? */

typedef struct
{
  XrOffice *office;
  const XrKeyingFile *file;
  const char *method;
} Intake;

static gboolean
refuse_naming (GError **error, const char *sentence, const char *one, const char *other)
{
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED, sentence, one, other);
  return FALSE;
}

static gboolean
check_file (XrOffice *office, gint64 component, const XrKeyingAnswer *answer,
            const XrKeyingFile *file, GError **error)
{
  g_autofree char *plan = NULL;

  if (file == NULL)
    /* Translators: 1 the component, 2 the title of the round */
    return refuse_naming (error,
                          _ ("What was keyed is of “%1$s” in the round “%2$s”, and the keying file "
                             "for it was not made in this office file, or making it was undone. "
                             "Take it in where the file was made."),
                          answer->component, answer->round_title);
  if (file->component != component)
    return refuse_naming (error,
                          _ ("What was keyed is of “%1$s” in the round “%2$s”. Go there to take it "
                             "in."),
                          answer->component, answer->round_title);
  if (file->answered_on != NULL)
    return refuse_naming (error,
                          _ ("What %1$s keyed from this keying file was taken in on %2$s already. "
                             "To take in something else, undo that first, or make a new keying "
                             "file."),
                          file->keyer, file->answered_on);
  plan = xr_keying_plan_digest (office, component);
  return g_str_equal (plan, file->plan)
         || xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                               _ ("The plan of these sheets was changed after the keying file was "
                                  "made. Make a new keying file and have it keyed from that."));
}

/* ---- do its sheets fit? */

static gboolean
row_is_of (const Intake *self, const char *table, gint64 id, const char *owner, gint64 owner_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE id = :id AND %s = :owner",
                                          table, owner);

  return id == 0
         || xr_sql_int (self->office, sql,
                        XR_PARAMS (XR_INT (":id", id), XR_INT (":owner", owner_id)), 0)
              > 0;
}

static gboolean
cells_fit (const Intake *self, const XrKeyedSheet *sheet)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (sheet->cells, XrKeyedCell, i);
      if (cell->candidate == 0
          || !row_is_of (self, "candidate", cell->candidate, "round_id", self->file->round)
          || !row_is_of (self, "dimension", cell->dimension, "component_id", self->file->component))
        return FALSE;
    }
  return TRUE;
}

/* Score sheets have a judge and no number, ballots a number and no judge, counts neither. */
static gboolean
shape_fits (const Intake *self, const XrKeyedSheet *sheet)
{
  gboolean judged = g_str_equal (self->method, "judges");
  gboolean ranked = g_str_equal (self->method, "ranked");
  gboolean numbered = *sheet->number != '\0';

  return judged == (sheet->judge != 0) && ranked == (sheet->post != 0)
         && !(numbered && (judged || g_str_equal (self->method, "direct")))
         && !(ranked && !numbered);
}

static gboolean
check_sheet (const Intake *self, const XrKeyedSheet *sheet, GHashTable *seen, GError **error)
{
  gint64 component = self->file->component;
  g_autofree char *title = xr_keyed_sheet_dup_title (self->office, component, sheet);
  g_autoptr (GPtrArray) keyers = xr_keying_keyers (self->office, XR_KEYING_SECOND, component,
                                                   sheet);

  if (!shape_fits (self, sheet)
      || !row_is_of (self, "post", sheet->post, "round_id", self->file->round)
      || !row_is_of (self, "voter_group", sheet->group, "component_id", component)
      || !row_is_of (self, "judge", sheet->judge, "component_id", component)
      || !cells_fit (self, sheet) || !g_hash_table_add (seen, xr_keyed_sheet_dup_key (sheet)))
    return refuse_naming (error,
                          _ ("“%s” does not fit the people, judges and groups that the round has "
                             "now. Make a new keying file and have it keyed from that."),
                          title, NULL);
  if (keyers->len > 0)
    return refuse_naming (error,
                          _ ("“%1$s” was keyed the second time here already, by %2$s. Delete it "
                             "here first if what was keyed elsewhere is to stand."),
                          title, g_ptr_array_index (keyers, 0));
  return TRUE;
}

static gboolean
check_sheets (const Intake *self, GPtrArray *sheets, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheets->len; i++)
    if (!check_sheet (self, g_ptr_array_index (sheets, i), seen, error))
      return FALSE;
  return TRUE;
}

/* ---- writing them */

static gboolean
write_ballot (const Intake *self, const XrKeyedSheet *sheet, gint64 id, GError **error)
{
  XrKeyedSheet ballot = *sheet;
  g_autofree char *number = NULL;
  gboolean done;

  ballot.id = 0;
  ballot.keyer = g_intern_string (self->file->keyer);
  ballot.number = g_strdup (sheet->number);
  done = xr_keying_check_ballot (self->office, XR_KEYING_SECOND, self->file->component, &ballot,
                                 self->file->keyer, error);
  number = ballot.number;
  ballot.id = id;
  return done
         && xr_keying_write_ballot (self->office, XR_KEYING_SECOND, self->file->component, &ballot,
                                    error);
}

/* Through the text that would have been typed here, so that it is checked as if it were. */
static gboolean
write_figures (const Intake *self, const XrKeyedSheet *sheet, GError **error)
{
  gint64 component = self->file->component;
  XrSheetKind kind = xr_keying_kind (self->method, sheet);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (sheet->cells, XrKeyedCell, i);
      g_autofree char *text = xr_keying_format (self->office, component, kind, cell);
      const XrSecondFigure figure = { .group = sheet->group,
                                      .judge = sheet->judge,
                                      .candidate = cell->candidate,
                                      .dimension = cell->dimension,
                                      .part = cell->part,
                                      .text = text };
      if (!xr_keying_write_figures (self->office, component, self->file->keyer, &figure, 1, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Ids by chance; the rows are written in their order, which is none of anything. */
static GArray *
draw_ids (guint n)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = xr_record_random_id ();
      g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

static gboolean
write_sheets (const Intake *self, GPtrArray *sheets, GError **error)
{
  g_autoptr (GArray) ids = draw_ids (sheets->len);

  for (guint i = 0; i < sheets->len; i++)
    {
      const XrKeyedSheet *sheet = g_ptr_array_index (sheets, i);
      if (!(*sheet->number != '\0'
              ? write_ballot (self, sheet, g_array_index (ids, gint64, i), error)
              : write_figures (self, sheet, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_answer (const Intake *self, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (self->office, "UPDATE keying_file SET answered_on = :today WHERE id = :id",
                     XR_PARAMS (XR_TEXT (":today", today), XR_TEXT (":id", self->file->id)), error);
}

gboolean
xr_keying_answer_take (XrOffice *office, gint64 component, const XrKeyingAnswer *answer,
                       GError **error)
{
  g_autoptr (XrKeyingFile) file = answer->id != NULL ? xr_keying_file_load (office, answer->id)
                                                     : NULL;
  g_autofree char *method = xr_keying_dup_method (office, component);
  g_autofree char *title = xr_command_name_of (office, "component", component);
  g_autofree char *subject = NULL;
  const Intake self = { office, file, method };
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !check_file (office, component, answer, file, error)
      || !check_sheets (&self, answer->sheets, error) || !xr_office_begin (office, error))
    return FALSE;
  /* Translators: 1 the component, 2 who keyed */
  subject = g_strdup_printf (_ ("%1$s, keyed by %2$s"), title, file->keyer);
  return xr_command_finish (
    office, write_sheets (&self, answer->sheets, error) && note_answer (&self, error),
    "keying-file.take", subject, NULL, round, XR_ENTRY_NORMAL, error);
}
