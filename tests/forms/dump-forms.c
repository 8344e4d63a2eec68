/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out every form of the example rounds, blank, as they are, and with more than anybody writes, and
 * says what stands where: for test-forms.py, which compares that with the PDF. Usage: dump-forms FOLDER.
 * Writes FOLDER/VARIANT.pdf with all copies one after the other, so that fonts are embedded once, and a
 * .tsv beside it with lines
 *   copy ROUND-FORM-COPY KIND  what follows is about this copy
 *   content TEXT               what the paper has to say, cell by cell and paragraph by paragraph
 *   page WIDTH HEIGHT
 *   text CELL X Y W H TEXT     a line and its room (pt)
 *   line X Y W H               what is drawn of it
 *   mark X Y W H               a QR code or a picture
 *   code TEXT                  what a QR code says
 * and FOLDER/VARIANT-ROUND-FORM.xlsx for each list. */

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#include "forms/print-job.h"
#include "forms/twin.h"
#include "round/demo.h"
#include "round/dossier.h"
#include "round/round.h"

#define MAX_COPIES   3
#define MANY_PEOPLE  40
#define MANY_JUDGES  30
#define RESUME_LINES 60
#define OTHER_LINES  12
#define MANY_GROUPS  8
#define LONG_NAME    "欧阳买买提·阿卜杜拉江"
#define LONG_TEXT    "某某省某某市市场监督管理局质量发展与监督管理科（质量强市工作领导小组办公室）"

static void
execute (XrOffice *office, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!xr_database_execute (xr_office_get_database (office), sql, &error))
    g_error ("%s: %s", sql, error->message);
}

/* ---- dossiers, which the example rounds have not */

#define RELATIVES      5
#define MANY_RELATIVES 12

/* Relatives with numbers from @first on for everybody in the file. */
static void
add_relatives (XrOffice *office, int first, int last)
{
  g_autofree char *relatives = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d) INSERT INTO "
    "relative (candidate_id, position, relation, name, born, party, work) SELECT candidate.id, i,"
    " '亲属' || i, '测亲' || i, (1940 + 3 * i) || '-05', '群众', '某学校教师' ||"
    " CASE i WHEN 4 THEN '（已去世）' ELSE '' END FROM n, candidate",
    first, last);

  execute (office, relatives);
}

/* A picture of four to five. (transfer full) */
static GBytes *
make_photo (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 160, 200);
  char *data = NULL;
  gsize size = 0;

  gdk_pixbuf_fill (pixbuf, 0x7799bbff);
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", NULL, NULL))
    g_error ("no photo");
  return g_bytes_new_take (data, size);
}

static void
add_dossiers (XrOffice *office)
{
  g_autoptr (GBytes) photo = make_photo ();
  g_autofree char *sql = NULL;

  if (!xr_office_begin (office, NULL))
    g_error ("no transaction");
  execute (
    office,
    "INSERT INTO dossier (candidate_id, native_place, birth_place, other_parties, health,"
    " technical_post, speciality, full_education, full_education_school, full_degree,"
    " full_degree_school, part_education, part_education_school, removed_post, awards, reason,"
    " age_limit, age_date, filled_on, filled_by, email) SELECT id, '山东济南', '内蒙古呼和浩特市',"
    " '民盟', '健康', '高级工程师', '计量检定', '大学', '某理工大学测控技术与仪器专业',"
    " '工学学士', '某理工大学测控技术与仪器专业', '研究生', '某大学公共管理学院公共管理专业',"
    " '某科副科长', '2019年获某市五一劳动奖章', '工作需要', '改革前任职年龄界限为60岁', '2026-06',"
    " '2026-06', '测经办', 'a@example.invalid' FROM candidate");
  add_relatives (office, 1, RELATIVES);
  sql = g_strdup_printf ("UPDATE dossier SET photo_id = %d",
                         (int) xr_stored_file_add (office, photo, NULL));
  execute (office, sql);
  if (!xr_office_commit (office, "round.import", "", NULL, 0, XR_ENTRY_NORMAL, NULL))
    g_error ("not committed");
}

/* ---- more than anybody writes */

/* Invented people until every post has MANY_PEOPLE, and judges until every component that has some has
 * MANY_JUDGES for each post. */
static void
add_people (XrOffice *office)
{
  g_autofree char *people = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
    " INSERT INTO candidate (round_id, number, name, sex, born, nation, party, party_since, "
    "education,"
    " degree, school, major, work_since, unit, position, rank, rank_since, staffing, appraisals, "
    "phone,"
    " source, resume) SELECT round.id, 'X' || i, '测' || i, '女', '1980-03', '维吾尔族', "
    "'中共党员',"
    " '2003-06', '研究生', '管理学硕士', '某大学', '公共管理', '2002-07', '某局', '副科长', "
    "'副科级',"
    " '2018-02', '行政编制', '2023称职、2024称职、2025优秀', '13800000000', '组织推荐', '甲' FROM "
    "n, round",
    MANY_PEOPLE);
  g_autofree char *judges = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
    " INSERT INTO judge (component_id, post_id, panel, name) SELECT DISTINCT component_id, post_id,"
    " panel, '评委' || i FROM n, judge",
    MANY_JUDGES);

  execute (office, people);
  execute (office,
           "INSERT INTO application (candidate_id, post_id) SELECT candidate.id, post.id FROM"
           " candidate JOIN post ON post.round_id = candidate.round_id WHERE"
           " candidate.number LIKE 'X%'");
  execute (office, judges);
}

/* More groups of voters than have room beside each other, each with some of the ballots. */
static void
add_groups (XrOffice *office)
{
  g_autofree char *groups = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
    " INSERT INTO voter_group (component_id, name, weight, due, present, issued, returned, valid, "
    "invalid) SELECT component_id, '第' || i || '片区各科室和直属单位负责人', CASE WHEN "
    "max(weight) THEN 0 END, 0, 0, 0, 0, 0, 0 FROM n, voter_group GROUP BY component_id, i",
    MANY_GROUPS);

  execute (office, groups);
  execute (office,
           "UPDATE ballot SET number = 'P' || id, group_id = (SELECT id FROM voter_group AS g WHERE"
           " g.component_id = ballot.component_id AND g.name LIKE '第' || (ballot.id % 11)"
           " || '片区%') WHERE group_id IS NOT NULL AND ballot.id % 11 BETWEEN 1 AND 8");
}

/* Longer words for a field, other ones in each row, so that what is unique stays so. (transfer full) */
static char *
stretch (const XrField *field, const char *value, gint64 id)
{
  GString *text = g_string_new (value);

  if (field->kind == XR_FIELD_TEXT && strstr (field->name, "name") != NULL)
    {
      g_string_printf (text, "%s%02d", LONG_NAME, (int) (id % 100));
      return g_string_free (text, FALSE);
    }
  if (field->kind == XR_FIELD_TEXT)
    {
      /* More than three lines, so that the row of 拟免职务 grows at the cost of the résumé. */
      for (int i = 0; i < (g_str_equal (field->name, "removed_post") ? 7 : 1); i++)
        g_string_append (text, LONG_TEXT);
      return g_string_free (text, FALSE);
    }
  for (int i = 1; i < (g_str_equal (field->name, "resume") ? RESUME_LINES : OTHER_LINES); i++)
    g_string_append_printf (text, "\n%d.%02d--%d.%02d  %s第%d项工作", 1960 + i, i % 12 + 1,
                            1961 + i, i % 12 + 1, LONG_TEXT, i);
  return g_string_free (text, FALSE);
}

/* Whether people write what they like into it. Names of posts and components are parts of other words. */
static gboolean
is_free (const XrTable *table, const XrField *field)
{
  static const char *const kept[] = { "setting", "holiday",   "rule", "voter_group", "dimension",
                                      "grade",   "component", "post", "stage_event", NULL };
  static const char *const words[] = { "number", "born", "id_number", "appraisals", "panel", NULL };

  return (field->kind == XR_FIELD_TEXT || field->kind == XR_FIELD_PARAGRAPH)
         && !g_strv_contains (kept, table->name) && !g_strv_contains (words, field->name)
         && (field->choices == NULL || (field->flags & XR_FIELD_SUGGEST) != 0);
}

static void
stretch_row (XrOffice *office, const XrTable *table, XrRow *row)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const XrField *field = &table->fields[i];
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = :text WHERE %s = :id",
                                              table->name, field->name, table->key);
      g_autofree char *text = NULL;
      g_autoptr (XrStatement) statement = NULL;

      if (!is_free (table, field) || xr_row_get (row, field->name) == NULL)
        continue;
      text = stretch (field, xr_row_get (row, field->name), xr_row_get_id (row));
      statement = xr_database_prepare (xr_office_get_database (office), sql, NULL);
      xr_statement_bind_text (statement, ":text", text);
      xr_statement_bind_int (statement, ":id", xr_row_get_id (row));
      xr_statement_run (statement, NULL);
    }
}

static void
overfill (XrOffice *office)
{
  if (!xr_office_begin (office, NULL))
    g_error ("no transaction");
  add_people (office);
  add_groups (office);
  add_relatives (office, RELATIVES + 1, MANY_RELATIVES);
  for (const XrTable *const *tables = xr_table_all (); *tables != NULL; tables++)
    {
      g_autoptr (GPtrArray) rows = xr_office_query (office, *tables, NULL, 0);
      for (guint i = 0; i < rows->len; i++)
        stretch_row (office, *tables, g_ptr_array_index (rows, i));
    }
  if (!xr_office_commit (office, "round.import", "", NULL, 0, XR_ENTRY_NORMAL, NULL))
    g_error ("not committed");
}

/* ---- saying what stands where */

static void
print_text (FILE *out, const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autofree char *plain = g_strcompress (escaped);

  g_strdelimit (plain, "\n\t", ' ');
  fprintf (out, "%s\n", plain);
}

static void
print_content (FILE *out, const XrPaper *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (paper->blocks, i);
      for (guint j = 0; block->grid != NULL && j < block->grid->cells->len; j++)
        {
          const XrGridCell *cell = g_ptr_array_index (block->grid->cells, j);
          if (*cell->text == '\0' || (cell->kind == XR_GRID_PHOTO && cell->photo != NULL))
            continue;
          fprintf (out, "content\t");
          print_text (out, cell->text);
        }
      if (block->text == NULL)
        continue;
      fprintf (out, "content\t");
      print_text (out, block->text);
    }
}

static void
print_line (FILE *out, const XrItem *item)
{
  g_autofree char *text = xr_item_dup_text (item);
  PangoRectangle ink;

  fprintf (out, "text\t%u\t%.2f\t%.2f\t%.2f\t%.2f\t", item->cell, item->box.x, item->box.y,
           item->box.width, item->box.height);
  print_text (out, text);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (item->layout, item->line), &ink,
                                 NULL);
  fprintf (out, "line\t%.2f\t%.2f\t%.2f\t%.2f\n", item->x + pango_units_to_double (ink.x),
           item->y + pango_units_to_double (ink.y), pango_units_to_double (ink.width),
           pango_units_to_double (ink.height));
}

static void
print_item (FILE *out, const XrItem *item)
{
  if (item->kind == XR_ITEM_TEXT)
    print_line (out, item);
  if (item->kind == XR_ITEM_QR || item->kind == XR_ITEM_PICTURE || item->kind == XR_ITEM_STRIP)
    fprintf (out, "mark\t%.2f\t%.2f\t%.2f\t%.2f\n", item->box.x, item->box.y, item->box.width,
             item->box.height);
}

/* A variant while it is written. */
typedef struct
{
  const char *folder, *variant;
  XrOffice *office;
  XrTypesetter *setter;
  cairo_surface_t *surface;
  cairo_t *cr;
  FILE *out;
} Dump;

static void
draw (const Dump *self, GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const XrPage *page = g_ptr_array_index (pages, i);
      fprintf (self->out, "page\t%.2f\t%.2f\n", page->width, page->height);
      for (guint j = 0; j < page->items->len; j++)
        print_item (self->out, g_ptr_array_index (page->items, j));
      cairo_pdf_surface_set_size (self->surface, page->width, page->height);
      xr_page_draw (self->cr, page);
      cairo_show_page (self->cr);
    }
}

static void
dump_copy (const Dump *self, const char *name, const XrPaper *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = xr_paper_lay_out (paper, self->setter, &error);

  if (pages == NULL)
    g_error ("%s %s: %s", self->variant, name, error->message);
  fprintf (self->out, "copy\t%s\t%d\n", name, paper->kind);
  if (paper->seal != NULL)
    fprintf (self->out, "code\t%s\n", paper->seal);
  if (paper->code != NULL)
    fprintf (self->out, "code\t%s\n", paper->code);
  print_content (self->out, paper);
  draw (self, pages);
}

/* The .xlsx twin of a list. */
static void
dump_twin (const Dump *self, const XrPrintJob *job)
{
  g_autofree char *name = g_strdup_printf ("%s-%d-%s.xlsx", self->variant, (int) job->round,
                                           job->form->id);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!xr_twin_write (job, path, NULL, &error))
    g_error ("%s: %s", name, error->message);
}

static void
dump_form (const Dump *self, const XrForm *form, gint64 round)
{
  gboolean blank = g_str_equal (self->variant, "blank");
  g_autoptr (XrPrintJob) job = xr_print_job_new (form, self->office, round, 0, 0, blank, NULL);

  for (guint i = 0; job != NULL && i < MIN (job->subjects->len, MAX_COPIES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("%d-%s-%u", (int) round, form->id, i);
      g_autoptr (XrPaper) paper = xr_form_compose (form, self->office, round,
                                                   &g_array_index (job->subjects, XrFormSubject, i),
                                                   blank, NULL, &error);
      if (paper == NULL)
        g_error ("%s %s: %s", self->variant, name, error->message);
      dump_copy (self, name, paper);
    }
  if (job != NULL && (form->flags & XR_FORM_LIST) != 0)
    dump_twin (self, job);
}

static void
dump_all (const char *folder, const char *variant, XrOffice *office)
{
  g_autoptr (GPtrArray) rounds = xr_round_list (office);
  g_autofree char *base = g_build_filename (folder, variant, NULL);
  g_autofree char *pdf = g_strconcat (base, ".pdf", NULL);
  g_autofree char *tsv = g_strconcat (base, ".tsv", NULL);
  Dump self = {
    folder, variant,         office, xr_typesetter_new (), cairo_pdf_surface_create (pdf, 1, 1),
    NULL,   fopen (tsv, "w")
  };

  self.cr = cairo_create (self.surface);
  for (const XrForm *const *forms = xr_form_all (); *forms != NULL; forms++)
    for (guint i = 0; i < rounds->len; i++)
      dump_form (&self, *forms, xr_row_get_id (g_ptr_array_index (rounds, i)));
  cairo_destroy (self.cr);
  cairo_surface_destroy (self.surface);
  xr_typesetter_free (self.setter);
  fclose (self.out);
}

/* A document of nothing but text, which fills its pages: FOLDER/grid.pdf. */
static void
dump_grid (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "grid.pdf", NULL);
  g_autoptr (XrTypesetter) setter = xr_typesetter_new ();
  g_autoptr (XrPaper) paper = xr_paper_new (XR_PAPER_DOCUMENT);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create (path, XR_MM (210), XR_MM (297));
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < 22 * 28 * 2; i++)
    g_string_append (text, "国");
  xr_paper_add (paper, XR_BLOCK_PLAIN, text->str, NULL);
  pages = xr_paper_lay_out (paper, setter, NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      xr_page_draw (cr, g_ptr_array_index (pages, i));
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argv[1], "office.xuanren", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_create (path, &error);

  if (office == NULL || !xr_demo_create (office, &error))
    g_error ("%s", error->message);
  add_dossiers (office);
  dump_grid (argv[1]);
  dump_all (argv[1], "blank", office);
  dump_all (argv[1], "normal", office);
  overfill (office);
  dump_all (argv[1], "overfull", office);
  return 0;
}
