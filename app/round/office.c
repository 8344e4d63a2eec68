/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: an open office file, its operator, its calendar, and the transaction that every command
 * is. It says that something changed, never what. */

#include "config.h"

#include "round/office.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "round/keying.h"
#include "round/office-private.h"
#include "round/tables/tables.h"

struct _XrOffice
{
  GObject parent_instance;

  XrDatabase *db;
  char *operator_name;
  XrCalendar *calendar; /* the built-in one with the office's own days, made when asked for */
  XrResultCache cache;
  gboolean held;
  gint64 waiting_height; /* the head of the record when the newest sheet that waits was keyed */
};

enum
{
  PROP_READ_ONLY = 1,
  PROP_OPERATOR_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_QUARK (xr - round - error - quark, xr_round_error)
G_DEFINE_FINAL_TYPE (XrOffice, xr_office, G_TYPE_OBJECT)

void
xr_result_cache_clear (XrResultCache *cache)
{
  cache->round = 0;
  g_clear_pointer (&cache->result, xr_result_free);
  g_clear_pointer (&cache->contest, xr_case_free);
}

static void
xr_office_finalize (GObject *object)
{
  XrOffice *office = XR_OFFICE (object);

  xr_result_cache_clear (&office->cache);
  g_clear_pointer (&office->calendar, xr_calendar_free);
  g_clear_pointer (&office->db, xr_database_close);
  g_free (office->operator_name);
  G_OBJECT_CLASS (xr_office_parent_class)->finalize (object);
}

static void
xr_office_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XrOffice *office = XR_OFFICE (object);

  switch (id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, xr_office_get_read_only (office));
      break;
    case PROP_OPERATOR_NAME:
      g_value_set_string (value, office->operator_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_office_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPERATOR_NAME)
    xr_office_set_operator (XR_OFFICE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
xr_office_class_init (XrOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  xr_store_set_words (xr_table_word);
  xr_record_set_words (xr_entry_dup_label);
  object_class->finalize = xr_office_finalize;
  object_class->get_property = xr_office_get_property;
  object_class->set_property = xr_office_set_property;
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPERATOR_NAME] = g_param_spec_string ("operator-name", NULL, NULL, "",
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", XR_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
xr_office_init (XrOffice *office)
{
  office->operator_name = g_strdup ("");
}

XrOffice *
xr_office_create (const char *path, GError **error)
{
  return xr_office_open (path, XR_OPEN_CREATE, error);
}

/* Takes @db; NULL for NULL. */
static XrOffice *
office_new (XrDatabase *db)
{
  XrOffice *office;

  if (db == NULL)
    return NULL;
  office = g_object_new (XR_TYPE_OFFICE, NULL);
  office->db = db;
  xr_office_note_waiting (office);
  return office;
}

XrOffice *
xr_office_open (const char *path, XrOpenMode mode, GError **error)
{
  return office_new (xr_database_open (path, mode, error));
}

XrOffice *
xr_office_open_beside (XrOffice *office, GError **error)
{
  XrOffice *beside = office_new (xr_database_open_beside (office->db, error));

  if (beside != NULL)
    xr_office_set_operator (beside, office->operator_name);
  return beside;
}

void
xr_office_note_waiting (XrOffice *office)
{
  g_autoptr (XrEntry) head = xr_record_get_head (office->db);

  office->waiting_height = head != NULL ? head->height : 0;
}

XrDatabase *
xr_office_get_database (XrOffice *office)
{
  return office->db;
}

gboolean
xr_office_get_read_only (XrOffice *office)
{
  return xr_database_is_read_only (office->db);
}

const char *
xr_office_get_path (XrOffice *office)
{
  return xr_database_get_path (office->db);
}

const char *
xr_office_get_operator (XrOffice *office)
{
  return office->operator_name;
}

void
xr_office_set_operator (XrOffice *office, const char *name)
{
  if (g_strcmp0 (office->operator_name, name) == 0)
    return;
  g_free (office->operator_name);
  office->operator_name = g_strdup (name == NULL ? "" : name);
  g_object_notify_by_pspec (G_OBJECT (office), properties[PROP_OPERATOR_NAME]);
}

XrResultCache *
xr_office_get_result_cache (XrOffice *office)
{
  return &office->cache;
}

/* ---- the working calendar */

/* The built-in table and the office's own days as one, the office's winning. */
static char *
merge_calendar (const char *builtin, GPtrArray *days)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = g_strsplit (builtin, "\n", -1);
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    g_hash_table_add (own, (char *) xr_row_get (g_ptr_array_index (days, i), "date"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *date = g_strndup (lines[i], strcspn (lines[i], ","));
      if (!g_hash_table_contains (own, date))
        g_string_append_printf (csv, "%s\n", lines[i]);
    }
  for (guint i = 0; i < days->len; i++)
    {
      XrRow *day = g_ptr_array_index (days, i);
      g_autofree char *name = g_strdelimit (g_strdup (xr_row_get (day, "name")), ",\n\"", ' ');
      g_string_append_printf (csv, "%s,%s,%s\n", xr_row_get (day, "date"), xr_row_get (day, "kind"),
                              name);
    }
  return g_string_free (csv, FALSE);
}

static XrCalendar *
load_calendar (XrOffice *office)
{
  g_autoptr (GPtrArray) days = xr_office_query (office, &xr_table_holiday, NULL, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *csv = NULL;

  if (days->len == 0)
    return NULL;
  bytes = g_resources_lookup_data ("/org/xuanren/app/holidays.csv", 0, NULL);
  if (bytes == NULL)
    return NULL;
  csv = merge_calendar (g_bytes_get_data (bytes, NULL), days);
  return xr_calendar_parse (csv, NULL);
}

const XrCalendar *
xr_office_get_calendar (XrOffice *office)
{
  if (office->calendar == NULL)
    office->calendar = load_calendar (office);
  return office->calendar == NULL ? xr_calendar_builtin () : office->calendar;
}

/* ---- transactions */

void
xr_office_emit_changed (XrOffice *office)
{
  xr_result_cache_clear (&office->cache);
  g_clear_pointer (&office->calendar, xr_calendar_free);
  if (!office->held)
    g_signal_emit (office, changed_signal, 0);
}

void
xr_office_hold (XrOffice *office)
{
  office->held = TRUE;
}

void
xr_office_release (XrOffice *office)
{
  office->held = FALSE;
  xr_office_emit_changed (office);
}

gboolean
xr_office_begin (XrOffice *office, GError **error)
{
  if (xr_office_get_read_only (office))
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
                   _ ("“%s” is open for reading only, because another program has it open or the "
                      "file may not be written. Nothing was changed."),
                   xr_office_get_path (office));
      return FALSE;
    }
  return xr_record_begin (office->db, error);
}

gboolean
xr_office_commit (XrOffice *office, const char *kind, const char *subject, const char *reason,
                  gint64 round, XrEntryFlags flags, GError **error)
{
  if (!xr_record_commit (office->db, kind, subject, reason, office->operator_name, round, flags,
                         error))
    return FALSE;
  xr_office_emit_changed (office);
  return TRUE;
}

void
xr_office_rollback (XrOffice *office)
{
  xr_record_rollback (office->db);
}

/* Whether sheets wait that were keyed after @entry was made, so that they come before it in undoing. What
 * waits when a file is opened counts as newer than its record. */
static gboolean
waits_since (XrOffice *office, const XrEntry *entry)
{
  return (entry == NULL || entry->height <= office->waiting_height)
         && xr_waiting_count (office, 0) > 0;
}

char *
xr_office_dup_undo_label (XrOffice *office)
{
  g_autoptr (XrEntry) entry = xr_record_peek_undo (office->db);
  g_autofree char *label = entry == NULL ? NULL : xr_entry_dup_label (entry);

  if (waits_since (office, entry))
    return g_strdup_printf (_ ("Undo: Key ballots (%u)"), xr_waiting_count (office, 0));
  return label == NULL ? NULL : g_strdup_printf (_ ("Undo: %s"), label);
}

char *
xr_office_dup_redo_label (XrOffice *office)
{
  g_autoptr (XrEntry) entry = xr_record_peek_redo (office->db);
  g_autofree char *label = entry == NULL ? NULL : xr_entry_dup_label (entry);

  if (label == NULL || waits_since (office, entry))
    return NULL;
  return g_strdup_printf (_ ("Redo: %s"), label);
}

/* Brings what waits into the record where it is newer than @entry. Takes @entry. */
static gboolean
settle_newer (XrOffice *office, XrEntry *entry, GError **error)
{
  g_autoptr (XrEntry) next = entry;

  return !waits_since (office, next) || xr_waiting_settle (office, 0, 1, error);
}

gboolean
xr_office_undo (XrOffice *office, GError **error)
{
  if (!settle_newer (office, xr_record_peek_undo (office->db), error)
      || !xr_record_undo (office->db, office->operator_name, error))
    return FALSE;
  xr_office_emit_changed (office);
  return TRUE;
}

gboolean
xr_office_redo (XrOffice *office, GError **error)
{
  if (!settle_newer (office, xr_record_peek_redo (office->db), error)
      || !xr_record_redo (office->db, office->operator_name, error))
    return FALSE;
  xr_office_emit_changed (office);
  return TRUE;
}
