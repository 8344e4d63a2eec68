/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a copy, and what providers read them from. Rows are lent out and kept until the copy is
 * composed, so that a provider need not free anything. */

#include "config.h"

#include "forms/fill.h"

#include <string.h>

#include "core/han.h"
#include "core/text.h"
#include "round/commands.h"
#include "round/lots.h"
#include "round/round.h"

static void
free_line (gpointer data)
{
  XrFillLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
free_field (gpointer data)
{
  XrFillField *field = data;

  g_free (field->text);
  g_clear_pointer (&field->lines, g_ptr_array_unref);
  g_free (field);
}

XrFill *
xr_fill_new (const XrForm *form, XrOffice *office, gint64 round, const XrFormSubject *subject,
             gboolean blank)
{
  XrFill *fill = g_new0 (XrFill, 1);

  fill->form = form;
  fill->office = g_object_ref (office);
  fill->round = round;
  fill->subject = subject != NULL ? *subject : (XrFormSubject){ 0 };
  fill->blank = blank;
  fill->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_field);
  fill->names = g_ptr_array_new_with_free_func (g_free);
  fill->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_grid_free);
  fill->shapes = g_array_new (FALSE, FALSE, sizeof (XrPageShape));
  fill->pool = g_ptr_array_new_with_free_func (g_object_unref);
  fill->texts = g_string_chunk_new (1024);
  return fill;
}

void
xr_fill_free (XrFill *fill)
{
  g_object_unref (fill->office);
  g_hash_table_unref (fill->fields);
  g_ptr_array_unref (fill->names);
  g_clear_pointer (&fill->grids, g_ptr_array_unref);
  g_array_unref (fill->shapes);
  g_slist_free_full (fill->lists, (GDestroyNotify) g_ptr_array_unref);
  g_slist_free_full (fill->orders, (GDestroyNotify) g_array_unref);
  g_ptr_array_unref (fill->pool);
  g_string_chunk_free (fill->texts);
  g_free (fill->code);
  g_free (fill->continuation);
  g_free (fill);
}

XrOffice *
xr_fill_office (XrFill *fill)
{
  return fill->office;
}

gint64
xr_fill_round (XrFill *fill)
{
  return fill->round;
}

const XrFormSubject *
xr_fill_subject (XrFill *fill)
{
  return &fill->subject;
}

/* ---- reading */

XrRow *
xr_fill_load (XrFill *fill, const char *table, gint64 id)
{
  XrRow *row = id != 0 ? xr_office_load (fill->office, xr_table_find (table), id, NULL) : NULL;

  if (row != NULL)
    g_ptr_array_add (fill->pool, row);
  return row;
}

static GPtrArray *
lend_rows (XrFill *fill, GPtrArray *rows)
{
  fill->lists = g_slist_prepend (fill->lists, rows);
  return rows;
}

GPtrArray *
xr_fill_rows (XrFill *fill, const char *table, const char *where, gint64 id)
{
  const XrTable *description = xr_table_find (table);

  if ((fill->blank && !description->plan) || id == 0)
    return lend_rows (fill, g_ptr_array_new_with_free_func (g_object_unref));
  if (g_str_equal (where, "round"))
    return lend_rows (fill, xr_office_query_round (fill->office, description, id));
  return lend_rows (fill, xr_office_query (fill->office, description, where, id));
}

XrRow *
xr_fill_application (XrFill *fill)
{
  return fill->blank ? NULL : xr_fill_load (fill, "application", fill->subject.application);
}

XrRow *
xr_fill_row (XrFill *fill)
{
  return fill->blank ? NULL : xr_fill_load (fill, fill->form->table, fill->subject.row);
}

XrRow *
xr_fill_post (XrFill *fill)
{
  return fill->blank ? NULL : xr_fill_load (fill, "post", fill->subject.post);
}

XrRow *
xr_fill_person_of (XrFill *fill, gint64 application)
{
  XrRow *row = xr_fill_load (fill, "application", application);

  return row != NULL ? xr_fill_load (fill, "candidate", xr_row_get_owner (row)) : NULL;
}

XrRow *
xr_fill_candidate (XrFill *fill)
{
  return fill->blank ? NULL : xr_fill_person_of (fill, fill->subject.application);
}

const char *
xr_fill_get (XrRow *row, const char *field)
{
  return row != NULL ? xr_row_get (row, field) : NULL;
}

const char *
xr_fill_word (const char *value, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, ";", -1);

  for (guint i = 0; value != NULL && pairs[i] != NULL; i++)
    {
      gsize length = strlen (value);
      if (strncmp (pairs[i], value, length) == 0 && pairs[i][length] == '=')
        return g_intern_string (pairs[i] + length + 1);
    }
  return value;
}

static const char *
keep_text (XrFill *fill, char *text)
{
  const char *kept = g_string_chunk_insert (fill->texts, text);

  g_free (text);
  return kept;
}

const char *
xr_fill_date (XrFill *fill, XrRow *row, const char *field)
{
  XrDate date = row != NULL ? xr_row_get_date (row, field) : XR_DATE_NONE;

  return xr_date_is_set (date) ? keep_text (fill, xr_date_to_text (date)) : NULL;
}

const char *
xr_fill_month (XrFill *fill, XrRow *row, const char *field)
{
  XrDate date = row != NULL ? xr_row_get_date (row, field) : XR_DATE_NONE;

  return xr_date_is_set (date) ? keep_text (fill, xr_date_to_form (date)) : NULL;
}

const char *
xr_fill_day (XrFill *fill, XrDate date)
{
  return xr_date_is_set (date) ? keep_text (fill, xr_date_to_text (date)) : NULL;
}

const char *
xr_fill_keep (XrFill *fill, const char *text)
{
  return text != NULL ? g_string_chunk_insert (fill->texts, text) : NULL;
}

const char *
xr_fill_age (XrFill *fill, XrDate born, XrDate on)
{
  if (!xr_date_is_set (born) || !xr_date_is_set (on))
    return NULL;
  return xr_fill_printf (fill, "%d", xr_date_months_between (born, on) / 12);
}

const char *
xr_fill_printf (XrFill *fill, const char *format, ...)
{
  va_list arguments;
  char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return keep_text (fill, text);
}

static XrRow *
person_of_row (XrFill *fill, XrRow *row)
{
  if (g_str_equal (xr_row_get_table (row)->name, "candidate"))
    return row;
  return xr_fill_load (fill, "candidate", xr_row_get_int (row, "candidate_id"));
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer data)
{
  XrRow *first = person_of_row (data, *(XrRow **) a), *second = person_of_row (data, *(XrRow **) b);
  int order = xr_han_name_compare (xr_fill_get (first, "name"), xr_fill_get (second, "name"),
                                   XR_HAN_STROKES);

  return order != 0 ? order
                    : g_strcmp0 (xr_fill_get (first, "number"), xr_fill_get (second, "number"));
}

void
xr_fill_sort_by_strokes (XrFill *fill, GPtrArray *rows)
{
  g_ptr_array_sort_with_data (rows, compare_people, fill);
}

GPtrArray *
xr_fill_applicants (XrFill *fill, gint64 post, gboolean active_only)
{
  GPtrArray *rows = xr_fill_rows (fill, "application", "post_id", post);

  for (guint i = rows->len; active_only && i > 0; i--)
    if (g_strcmp0 (xr_row_get (g_ptr_array_index (rows, i - 1), "state"), "active") != 0)
      g_ptr_array_remove_index (rows, i - 1);
  xr_fill_sort_by_strokes (fill, rows);
  return rows;
}

GArray *
xr_fill_drawn_order (XrFill *fill, gint64 component, gint64 post)
{
  GArray *order = fill->blank || post == 0 ? g_array_new (FALSE, FALSE, sizeof (gint64))
                                           : xr_lot_order (fill->office, component, post);

  fill->orders = g_slist_prepend (fill->orders, order);
  return order;
}

/* ---- results and settings */

const XrResult *
xr_fill_result (XrFill *fill, const XrCase **contest)
{
  return fill->blank ? NULL : xr_round_get_result (fill->office, fill->round, contest, NULL);
}

const XrPostResult *
xr_fill_post_result (XrFill *fill, gint64 post, const XrCase **contest)
{
  const XrResult *result = xr_fill_result (fill, contest);

  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (result->posts, i);
      const XrPost *described = g_ptr_array_index ((*contest)->plan->posts, one->post);
      if (described->id == post)
        return one;
    }
  return NULL;
}

const XrStanding *
xr_fill_standing (XrFill *fill, gint64 application, const XrCase **contest)
{
  const XrResult *result = xr_fill_result (fill, contest);

  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < post->standings->len; j++)
        {
          const XrStanding *standing = g_ptr_array_index (post->standings, j);
          if (g_array_index ((*contest)->applications, XrApplication, standing->application).id
              == application)
            return standing;
        }
    }
  return NULL;
}

const char *
xr_fill_setting (XrFill *fill, const char *name)
{
  char *value = xr_round_dup_setting (fill->office, fill->round, name);

  return value != NULL ? keep_text (fill, value) : NULL;
}

const char *
xr_fill_setting_date (XrFill *fill, const char *name)
{
  const char *value = xr_fill_setting (fill, name);
  XrDate date;

  if (value == NULL || !xr_date_parse (value, TRUE, &date, NULL))
    return NULL;
  return keep_text (fill, xr_date_to_text (date));
}

const char *
xr_fill_decimal (XrFill *fill, XrDecimal value, guint places)
{
  gint64 unit = XR_DECIMAL_SCALE;

  for (guint i = 0; i < places; i++)
    unit /= 10;
  for (; places < XR_DECIMAL_PLACES && value.units % unit != 0; places++)
    unit /= 10;
  return keep_text (fill, xr_decimal_format (value, places));
}

/* ---- filling */

/* The field of that name, made when it is not there yet. */
static XrFillField *
get_field (XrFill *fill, const char *name)
{
  XrFillField *field = g_hash_table_lookup (fill->fields, name);

  if (field == NULL)
    {
      field = g_new0 (XrFillField, 1);
      g_hash_table_insert (fill->fields, g_strdup (name), field);
      g_ptr_array_add (fill->names, g_strdup (name));
    }
  return field;
}

const XrFillField *
xr_fill_find (XrFill *fill, const char *name)
{
  return g_hash_table_lookup (fill->fields, name);
}

void
xr_fill_words (XrFill *fill, const char *name, const char *text)
{
  XrFillField *field = get_field (fill, name);

  g_free (field->text);
  field->text = xr_text_is_blank (text) ? NULL : xr_text_strip (text);
}

void
xr_fill_text (XrFill *fill, const char *name, const char *text)
{
  xr_fill_words (fill, name, fill->blank ? NULL : text);
  get_field (fill, name)->fact = TRUE;
}

void
xr_fill_line (XrFill *fill, const char *name, XrBlockKind kind, const char *text)
{
  XrFillField *field = get_field (fill, name);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  if (field->lines == NULL)
    field->lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      XrFillLine *line = NULL;
      if (xr_text_is_blank (lines[i]))
        continue;
      line = g_new0 (XrFillLine, 1);
      line->kind = kind;
      line->text = xr_text_strip (lines[i]);
      g_ptr_array_add (field->lines, line);
    }
}

static XrGrid *
take_grid (XrFill *fill, const char *name, XrGrid *grid)
{
  get_field (fill, name)->grid = grid;
  g_ptr_array_add (fill->grids, grid);
  return grid;
}

XrGrid *
xr_fill_new_grid (XrFill *fill, const char *name, const double *widths, guint n_widths)
{
  return take_grid (fill, name, xr_grid_new (widths, n_widths, fill->blank));
}

XrGrid *
xr_fill_list (XrFill *fill, const char *name, const XrListColumn *columns, guint n_columns)
{
  return take_grid (fill, name, xr_grid_new_list (columns, n_columns, fill->blank));
}

void
xr_fill_shape (XrFill *fill, double width, double height, double left, double top, double right,
               double bottom)
{
  XrPageShape shape = { XR_MM (width), XR_MM (height), XR_MM (left),
                        XR_MM (top),   XR_MM (right),  XR_MM (bottom) };

  g_array_append_val (fill->shapes, shape);
}

void
xr_fill_continuation (XrFill *fill, const char *title)
{
  g_free (fill->continuation);
  fill->continuation = g_strdup (title);
}

void
xr_fill_code (XrFill *fill, const char *number)
{
  g_assert ((fill->form->flags & XR_FORM_BALLOT) == 0);
  g_free (fill->code);
  fill->code = fill->blank ? NULL : g_strconcat (fill->form->id, "/", number, NULL);
}
