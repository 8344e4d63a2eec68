/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front of the 干部任免审批表: who the person is, education, posts, and the résumé, which gives way to
 * posts that need more than their row. */

#include "config.h"

#include "forms/papers/appointment-table.h"

#include <string.h>

#include "rules/form-date.h"
#include "rules/resume.h"

/* Columns 1 to 8, twips. */
static const int new_columns[] = { 785, 236, 1304, 1063, 1302, 1315, 1330, 2058 };
static const int old_columns[] = { 784, 236, 1305, 1063, 1302, 1315, 1330, 2058 };

#define RESUME_HEIGHT   7133
#define LINE_OF_DEGREES 346
#define DEGREE_PITCH    15

/* A date of the files as the form shows it. */
static const char *
show_date (const XrAppointmentTable *self, XrDossierField field)
{
  g_autofree char *shown = self->dossier->texts[field] != NULL
                             ? xr_form_date_show (self->dossier->texts[field])
                             : NULL;

  return xr_fill_keep (self->fill, shown);
}

static const char *
show_born (const XrAppointmentTable *self)
{
  const char *born = show_date (self, XR_DOSSIER_BORN);
  int age = born != NULL && self->reference != NULL
              ? xr_form_date_age (self->dossier->texts[XR_DOSSIER_BORN], self->reference)
              : -1;

  return age >= 0 ? xr_fill_printf (self->fill, "%s\n（%d岁）", born, age) : born;
}

static const char *
show_party (const XrAppointmentTable *self)
{
  g_autofree char *shown = self->dossier->texts[XR_DOSSIER_PARTY_SINCE] != NULL
                             ? xr_form_party_show (self->dossier->texts[XR_DOSSIER_PARTY_SINCE])
                             : NULL;

  return xr_fill_keep (self->fill, shown);
}

/* 到龄时间: what was entered, else by birth and age limit. */
static const char *
show_retirement (const XrAppointmentTable *self)
{
  XrDate born = xr_form_date_to_date (xr_dossier_get (self->dossier, XR_DOSSIER_BORN));
  guint base = xr_form_age_limit (xr_dossier_get (self->dossier, XR_DOSSIER_AGE_LIMIT));
  XrDate counted = xr_form_retirement_month (born, base);
  g_autofree char *shown = xr_date_is_set (counted) ? xr_date_to_form (counted) : NULL;

  if (self->dossier->texts[XR_DOSSIER_RETIRES_ON] != NULL)
    return show_date (self, XR_DOSSIER_RETIRES_ON);
  return xr_fill_keep (self->fill, shown);
}

/* ---- rows 0 to 3 */

static void
add_word (const XrAppointmentTable *self, XrGrid *grid, guint label_span, const char *label,
          guint span, XrDossierField field)
{
  xr_grid_label (grid, label_span, label);
  xr_appointment_word (self->fill, grid, span, xr_appointment_text (self, field));
}

static void
add_fitted (const XrAppointmentTable *self, XrGrid *grid, const char *label, guint span,
            XrDossierField field)
{
  const char *text = xr_appointment_text (self, field);

  xr_grid_label (grid, 1, label);
  if (text != NULL && g_utf8_strlen (text, -1) > 4)
    xr_appointment_left (grid, span, text);
  else
    xr_grid_value (grid, span, text);
}

static void
add_person (const XrAppointmentTable *self, XrGrid *grid)
{
  gboolean old = self->layout == XR_APPOINTMENT_OLD;

  xr_appointment_row (grid, 709);
  add_word (self, grid, 2, "姓　名", 1, XR_DOSSIER_NAME);
  add_word (self, grid, 1, "性　别", 1, XR_DOSSIER_SEX);
  xr_grid_pair (grid, "出生年月\n（岁）", 1, show_born (self));
  xr_grid_photo (grid, 4, self->dossier->photo);
  xr_appointment_row (grid, 692);
  add_word (self, grid, 2, "民　族", 1, XR_DOSSIER_NATION);
  add_word (self, grid, 1, "籍　贯", 1, XR_DOSSIER_NATIVE_PLACE);
  add_word (self, grid, 1, "出 生 地", 1, XR_DOSSIER_BIRTH_PLACE);
  xr_appointment_row (grid, 680);
  xr_grid_label (grid, 2, "入　党\n时　间");
  xr_grid_value (grid, 1, show_party (self));
  xr_grid_pair (grid, "参加工\n作时间", 1, show_date (self, XR_DOSSIER_WORK_SINCE));
  if (old)
    {
      add_word (self, grid, 1, "健康状况", 1, XR_DOSSIER_HEALTH);
      xr_appointment_row (grid, 709);
      xr_grid_label (grid, 2, "专业技\n术职务");
      xr_appointment_left (grid, 2, xr_appointment_text (self, XR_DOSSIER_TECHNICAL_POST));
      add_fitted (self, grid, "熟悉专业\n有何专长", 2, XR_DOSSIER_SPECIALITY);
      return;
    }
  xr_grid_pair (grid, "到龄时间", 1, show_retirement (self));
  xr_appointment_row (grid, 680);
  add_word (self, grid, 2, "健　康\n状　况", 1, XR_DOSSIER_HEALTH);
  add_fitted (self, grid, "专业技\n术职务", 1, XR_DOSSIER_TECHNICAL_POST);
  add_fitted (self, grid, "熟悉专业\n有何专长", 1, XR_DOSSIER_SPECIALITY);
}

/* ---- education, rows 4 to 7 */

static const struct
{
  const char *label;
  XrDossierField education, degree, education_school, degree_school;
} tracks[] = {
  { "全日制\n教　育", XR_DOSSIER_FULL_EDUCATION, XR_DOSSIER_FULL_DEGREE,
    XR_DOSSIER_FULL_EDUCATION_SCHOOL, XR_DOSSIER_FULL_DEGREE_SCHOOL },
  { "在　职\n教　育", XR_DOSSIER_PART_EDUCATION, XR_DOSSIER_PART_DEGREE,
    XR_DOSSIER_PART_EDUCATION_SCHOOL, XR_DOSSIER_PART_DEGREE_SCHOOL },
};

/* The cell of the upper of two lines: it takes both where only one has a text, where both are the same,
 * and in the old form, which has one cell for them. */
static XrGridCell *
add_upper (const XrAppointmentTable *self, XrGrid *grid, const char *upper, const char *lower)
{
  gboolean both = upper != NULL && lower != NULL && !g_str_equal (upper, lower);
  gboolean one_cell = !both || self->layout == XR_APPOINTMENT_OLD;
  const char *text = both && one_cell ? xr_fill_printf (self->fill, "%s\n%s", upper, lower)
                     : upper          ? upper
                                      : lower;
  XrGridCell *cell = xr_appointment_left (grid, 2, text);

  cell->pitch = DEGREE_PITCH;
  if (one_cell && (upper != NULL || lower != NULL || self->layout == XR_APPOINTMENT_OLD))
    xr_grid_go_down (grid, cell, 2);
  return cell;
}

/* That of the lower line where the upper one left it room. */
static XrGridCell *
add_lower (XrGrid *grid, const XrGridCell *upper, const char *text)
{
  XrGridCell *cell = upper->row_span > 1 ? NULL : xr_appointment_left (grid, 2, text);

  if (cell != NULL)
    cell->pitch = DEGREE_PITCH;
  return cell;
}

static void
add_track (const XrAppointmentTable *self, XrGrid *grid, guint i)
{
  const char *education = xr_appointment_text (self, tracks[i].education);
  const char *degree = xr_appointment_text (self, tracks[i].degree);
  const char *school = xr_appointment_text (self, tracks[i].education_school);
  const char *other_school = xr_appointment_text (self, tracks[i].degree_school);
  XrGridCell *upper = NULL, *upper_school = NULL, *lower = NULL;

  xr_appointment_row (grid, LINE_OF_DEGREES);
  if (i == 0)
    xr_grid_go_down (grid, xr_grid_label (grid, 2, "学　历\n学　位"), 4);
  xr_grid_go_down (grid, xr_grid_label (grid, 1, tracks[i].label), 2);
  upper = add_upper (self, grid, education, degree);
  upper->align = XR_ALIGN_CENTRE;
  xr_grid_go_down (grid, xr_grid_label (grid, 1, "毕业院校\n系及专业"), 2);
  upper_school = add_upper (self, grid, school, other_school);
  xr_appointment_row (grid, LINE_OF_DEGREES);
  lower = add_lower (grid, upper, degree);
  if (lower != NULL)
    lower->align = XR_ALIGN_CENTRE;
  add_lower (grid, upper_school, other_school);
}

/* ---- posts, rows 8 to 10 */

#define POST_SIZE   13.5 /* 26 characters a line */
#define POST_LEAST  9.0
#define POST_PITCH  10.3
#define POST_INSIDE (7068 / 20.0 - 2)

/* Characters as wide as they are high; others count half. */
static double
width_of (const char *text)
{
  double width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 1 : 0.6;
  return width;
}

/* The height, in twips, that a post needs in the smallest type, if more than the row has. */
static int
post_height (const char *text, int row)
{
  double in_line = POST_INSIDE / POST_LEAST - 1;
  int lines = text != NULL ? (int) (width_of (text) / in_line) + 1 : 0;

  return MAX (row, (int) (lines * POST_PITCH * 20) + 20);
}

/* By their names: a party committee or its organization department selects for units below it. */
static gboolean
sound_like_others (const char *unit, const char *department)
{
  static const char *const selectors[] = { "组织部", "党委", "省委", "市委", "区委", "县委", NULL };
  static const char *const units[] = { "局",   "委", "厅", "部", "镇", "乡",
                                       "街道", "会", "院", "校", NULL };
  gboolean selects = FALSE;

  for (guint i = 0; selectors[i] != NULL; i++)
    selects = selects || strstr (unit, selectors[i]) != NULL;
  for (guint i = 0; selects && department != NULL && units[i] != NULL; i++)
    if (g_str_has_suffix (department, units[i]))
      return TRUE;
  return FALSE;
}

/* Whether posts are in units below the one that runs the round, so that they name their own: what the plan
 * says, else what the names tell. */
static gboolean
selects_for_others (const XrAppointmentTable *self, const char *unit, XrRow *post)
{
  const char *said = xr_fill_setting (self->fill, "selects_for_others");

  return said != NULL ? g_str_equal (said, "是")
                      : sound_like_others (unit, xr_fill_get (post, "department"));
}

/* 拟任职务 of somebody whose dossier does not say it: unit and post that this copy is about. */
static const char *
proposed_post (const XrAppointmentTable *self)
{
  const char *said = xr_appointment_text (self, XR_DOSSIER_PROPOSED_POST);
  XrRow *post = xr_fill_post (self->fill);
  const char *name = xr_fill_get (post, "name");
  const char *unit = xr_fill_get (xr_fill_load (self->fill, "round", xr_fill_round (self->fill)),
                                  "unit");

  if (said != NULL || name == NULL)
    return said;
  if (unit == NULL || g_str_has_prefix (name, unit) || selects_for_others (self, unit, post))
    return name;
  return xr_fill_printf (self->fill, "%s%s", unit, name);
}

/* Returns by how much the row is higher than it should be, in twips. */
static int
add_post (const XrAppointmentTable *self, XrGrid *grid, const char *label, const char *text)
{
  int row = self->layout == XR_APPOINTMENT_OLD ? 679 : 709;
  int height = post_height (text, row);
  XrGridCell *cell = NULL;

  xr_appointment_row (grid, height);
  xr_grid_label (grid, 3, label);
  cell = xr_appointment_left (grid, 5, text);
  cell->least = POST_LEAST;
  if (text != NULL && width_of (text) > 25)
    {
      cell->size = POST_SIZE;
      cell->pitch = POST_SIZE + 1.5;
    }
  return height - row;
}

/* ---- résumé, row 11 */

/* A line of the résumé, its dates set apart from what they are about. */
static void
append_line (GString *text, const XrResumeLine *line)
{
  g_autofree char *period = xr_resume_line_period (line);
  g_auto (GStrv) parts = g_strsplit (line->text != NULL ? line->text : "", "\n", -1);

  if (text->len > 0)
    g_string_append (text, line->set_apart ? "\n\n" : "\n");
  g_string_append (text, period);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? "\n" : "", *period != '\0' ? "\t" : "",
                            parts[i]);
}

static void
add_resume (const XrAppointmentTable *self, XrGrid *grid, int height)
{
  g_autoptr (GPtrArray) lines = xr_resume_parse (self->dossier->texts[XR_DOSSIER_RESUME]);
  g_autoptr (GString) text = g_string_new (NULL);
  XrGridCell *cell = NULL;

  for (guint i = 0; i < lines->len; i++)
    append_line (text, g_ptr_array_index (lines, i));
  xr_appointment_row (grid, height);
  xr_grid_label_down (grid, 1, "简\n历");
  grid->field = g_intern_static_string ("简历");
  cell = xr_appointment_left (grid, 7, text->len > 0 ? text->str : NULL);
  cell->place = XR_PLACE_TOP;
  cell->hang = XR_MM (XR_TWIPS (2520));
  cell->least = 9; /* smaller type is not to be read; the rest goes to a continuation page */
}

void
xr_appointment_front (const XrAppointmentTable *self)
{
  gboolean old = self->layout == XR_APPOINTMENT_OLD;
  XrGrid *grid = xr_appointment_grid (self, "正面", old ? old_columns : new_columns,
                                      G_N_ELEMENTS (new_columns));
  int more = 0;

  add_person (self, grid);
  for (guint i = 0; i < G_N_ELEMENTS (tracks); i++)
    add_track (self, grid, i);
  more += add_post (self, grid, "现　任　职　务", xr_appointment_text (self, XR_DOSSIER_POSITION));
  more += add_post (self, grid, "拟　任　职　务", proposed_post (self));
  more += add_post (self, grid, "拟　免　职　务",
                    xr_appointment_text (self, XR_DOSSIER_REMOVED_POST));
  add_resume (self, grid, RESUME_HEIGHT - more);
}
