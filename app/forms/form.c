/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of forms, their copies, and the making of one. */

#include "config.h"

#include "forms/form.h"

#include <string.h>

#include "forms/form-table.h"
#include "forms/wording.h"
#include "round/round.h"

#define XR_FORM(name) &xr_form_##name,
static const XrForm *const forms[] = { XR_FORM_TABLE NULL };
#undef XR_FORM

const XrForm *const *
xr_form_all (void)
{
  return forms;
}

const XrForm *
xr_form_find (const char *id)
{
  for (guint i = 0; forms[i] != NULL; i++)
    if (g_str_equal (forms[i]->id, id))
      return forms[i];
  return NULL;
}

const char *
xr_form_scope_id (XrFormScope scope)
{
  static const char *const ids[] = { "round", "post", "candidate", "judge" };

  return ids[scope];
}

/* ---- copies */

static void
append_posts (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrFormSubject subject = { .post = xr_row_get_id (g_ptr_array_index (rows, i)) };
      g_array_append_val (subjects, subject);
    }
}

static void
append_applications (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("application"), round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      XrFormSubject subject = { .post = xr_row_get_int (row, "post_id"),
                                .application = xr_row_get_id (row) };
      g_array_append_val (subjects, subject);
    }
}

static void
append_judges (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("judge"), round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      XrFormSubject subject = { .post = xr_row_get_int (row, "post_id"),
                                .component = xr_row_get_int (row, "component_id"),
                                .judge = xr_row_get_id (row) };
      g_array_append_val (subjects, subject);
    }
}

/* The application that a row is about, 0 where it is about none. */
static gint64
application_of (XrRow *row)
{
  const XrTable *table = xr_row_get_table (row);

  if (g_strcmp0 (table->owner, "application_id") == 0)
    return xr_row_get_owner (row);
  return xr_table_find_field (table, "application_id") != NULL
           ? xr_row_get_int (row, "application_id")
           : 0;
}

static void
append_rows (XrOffice *office, gint64 round, const char *table, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find (table), round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      XrFormSubject subject = { .application = application_of (row), .row = xr_row_get_id (row) };
      g_autoptr (XrRow) application = xr_office_load (office, xr_table_find ("application"),
                                                      subject.application, NULL);
      if (application != NULL)
        subject.post = xr_row_get_int (application, "post_id");
      g_array_append_val (subjects, subject);
    }
}

GArray *
xr_form_subjects (const XrForm *form, XrOffice *office, gint64 round)
{
  GArray *subjects = g_array_new (FALSE, TRUE, sizeof (XrFormSubject));
  XrFormSubject all = { 0 };

  if (form->subjects != NULL)
    form->subjects (office, round, subjects);
  else if (form->table != NULL)
    append_rows (office, round, form->table, subjects);
  else if (form->scope == XR_SCOPE_ROUND)
    g_array_append_val (subjects, all);
  else if (form->scope == XR_SCOPE_POST)
    append_posts (office, round, subjects);
  else if (form->scope == XR_SCOPE_CANDIDATE)
    append_applications (office, round, subjects);
  else
    append_judges (office, round, subjects);
  return subjects;
}

static void
add_title (GPtrArray *parts, XrOffice *office, const char *table, gint64 id)
{
  if (id != 0)
    g_ptr_array_add (parts, xr_office_dup_title (office, xr_table_find (table), id));
}

char *
xr_form_subject_title (const XrForm *form, XrOffice *office, gint64 round,
                       const XrFormSubject *subject)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (subject->application != 0)
    add_title (parts, office, "application", subject->application);
  else
    add_title (parts, office, "post", subject->post);
  add_title (parts, office, "component", subject->component);
  add_title (parts, office, "voter_group", subject->group);
  add_title (parts, office, "judge", subject->judge);
  if (subject->row != subject->application)
    add_title (parts, office, form->table, subject->row);
  if (parts->len == 0)
    add_title (parts, office, "round", round);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* ---- composing */

static void
fill_common (XrFill *fill)
{
  XrRow *row = xr_fill_load (fill, "round", fill->round);
  XrRow *post = xr_fill_load (fill, "post", fill->subject.post);
  g_autofree char *today = xr_date_to_text (xr_date_today ());

  xr_fill_words (fill, "单位", xr_fill_get (row, "unit"));
  xr_fill_words (fill, "名称", xr_fill_get (row, "title"));
  xr_fill_words (fill, "表名", fill->form->title);
  xr_fill_words (fill, "职位", xr_fill_get (post, "name"));
  xr_fill_text (fill, "日期", today);
}

char **
xr_form_list_fields (const XrForm *form, XrOffice *office, gint64 round,
                     const XrFormSubject *subject)
{
  g_autoptr (XrFill) fill = xr_fill_new (form, office, round, subject, FALSE);

  fill_common (fill);
  form->fill (fill);
  g_ptr_array_add (fill->names, NULL);
  return g_strdupv ((char **) fill->names->pdata);
}

XrPaper *
xr_form_compose (const XrForm *form, XrOffice *office, gint64 round, const XrFormSubject *subject,
                 gboolean blank, const char *wording, GError **error)
{
  g_autoptr (XrFill) fill = xr_fill_new (form, office, round, subject, blank);
  g_autoptr (XrPaper) paper = xr_paper_new (form->kind);
  g_autofree char *stored = wording == NULL ? xr_wording_dup (form, office, round) : NULL;

  fill_common (fill);
  form->fill (fill);
  paper->title = g_strdup (form->title);
  paper->stamped = (form->flags & XR_FORM_STAMPED) != 0;
  if (!xr_wording_expand (wording != NULL ? wording : stored, fill, paper, error))
    return NULL;
  g_ptr_array_unref (paper->grids);
  paper->grids = g_steal_pointer (&fill->grids);
  g_array_append_vals (paper->shapes, fill->shapes->data, fill->shapes->len);
  paper->code = g_steal_pointer (&fill->code);
  paper->continuation = g_steal_pointer (&fill->continuation);
  if ((form->flags & XR_FORM_SEALED) != 0 && !blank)
    paper->seal = xr_record_dup_seal (xr_office_get_database (office));
  return g_steal_pointer (&paper);
}
