/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk of the two keyings: each difference in words, how far the second keying is, and how often who
 * was wrong. It reads; deciding is a command. */

#include "config.h"

#include "round/keying-private.h"

typedef struct
{
  XrOffice *office;
  gint64 component;
  char *method;
} Desk;

/* ---- words */

char *
xr_keyed_sheet_dup_title (XrOffice *office, gint64 component, const XrKeyedSheet *sheet)
{
  g_autofree char *group = xr_command_name_of (office, "voter_group", sheet->group);
  g_autofree char *post = xr_command_name_of (office, "post", sheet->post);
  g_autofree char *judge = xr_command_name_of (office, "judge", sheet->judge);
  GString *title = g_string_new (NULL);
  const char *const parts[] = { post, judge, group };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", parts[i]);
  if (*sheet->number != '\0')
    {
      g_autofree char *number = g_strdup_printf (_ ("ballot %s"), sheet->number);
      g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", number);
    }
  if (title->len == 0)
    {
      g_autofree char *name = xr_command_name_of (office, "component", component);
      g_string_append (title, name);
    }
  return g_string_free (title, FALSE);
}

/* Which of several counts. (transfer full): NULL where there is only one */
static char *
dup_part_title (const Desk *desk, XrSheetKind kind, const XrKeyedCell *cell)
{
  static const char *const votes[] = { N_ ("In favour"), N_ ("Against"), N_ ("Abstained") };

  if (kind != XR_SHEET_COUNTS)
    return NULL;
  if (g_str_equal (desk->method, "share"))
    return g_strdup (_ (votes[CLAMP (cell->part, 0, 2)]));
  return xr_sql_text (
    desk->office, "SELECT name FROM grade WHERE component_id = :component AND points = :points",
    XR_PARAMS (XR_INT (":component", desk->component), XR_INT (":points", cell->part)));
}

static char *
dup_item_title (const Desk *desk, XrSheetKind kind, const XrKeyedCell *cell)
{
  g_autofree char *candidate = xr_sql_text (desk->office,
                                            "SELECT number || ' ' || name FROM candidate"
                                            " WHERE id = :id",
                                            XR_PARAMS (XR_INT (":id", cell->candidate)));
  g_autofree char *dimension = xr_command_name_of (desk->office, "dimension", cell->dimension);
  g_autofree char *part = dup_part_title (desk, kind, cell);
  GString *title = g_string_new (candidate);

  if (*dimension != '\0')
    g_string_append_printf (title, " · %s", dimension);
  if (part)
    g_string_append_printf (title, " · %s", part);
  return g_string_free (title, FALSE);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const XrKeyedCell *) a)->value, other = ((const XrKeyedCell *) b)->value;

  return (one > other) - (one < other);
}

/* A ballot as a whole: the names by place, or how much is on it. */
static char *
dup_sheet_text (const Desk *desk, XrSheetKind kind, const XrKeyedSheet *sheet)
{
  g_autoptr (GArray) cells = NULL;
  GString *text = NULL;

  if (sheet == NULL)
    return g_strdup ("");
  if (kind != XR_SHEET_PLACES)
    return g_strdup_printf (_ ("the ballot is there, with %u marks"), sheet->cells->len);
  if (sheet->cells->len == 0)
    return g_strdup (_ ("nobody named"));
  cells = g_array_copy (sheet->cells);
  g_array_sort (cells, compare_places);
  text = g_string_new (NULL);
  for (guint i = 0; i < cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (cells, XrKeyedCell, i);
      g_autofree char *name = xr_command_name_of (desk->office, "candidate", cell->candidate);
      g_string_append_printf (text, "%s%d %s", i > 0 ? "  " : "", (int) cell->value, name);
    }
  return g_string_free (text, FALSE);
}

/* ---- lines */

static void
desk_line_free (XrDeskLine *line)
{
  g_free (line->sheet);
  g_free (line->item);
  g_free (line->first_text);
  g_free (line->second_text);
  g_free (line->first_keyer);
  g_free (line->second_keyer);
  g_clear_pointer (&line->first, xr_keyed_sheet_free);
  g_clear_pointer (&line->second, xr_keyed_sheet_free);
  g_free (line);
}

static XrKeyedSheet *
copy_sheet (const XrKeyedSheet *sheet)
{
  XrKeyedSheet *copy = NULL;

  if (sheet == NULL)
    return NULL;
  copy = xr_keyed_sheet_new ();
  copy->id = sheet->id;
  copy->post = sheet->post;
  copy->group = sheet->group;
  copy->judge = sheet->judge;
  copy->keyer = sheet->keyer;
  g_free (copy->number);
  copy->number = g_strdup (sheet->number);
  g_array_append_vals (copy->cells, sheet->cells->data, sheet->cells->len);
  return copy;
}

static char *
dup_keyer (const XrKeyedSheet *sheet, const XrKeyedCell *cell)
{
  const char *name = cell && cell->keyer ? cell->keyer : sheet ? sheet->keyer : NULL;

  return g_strdup (name ? name : "");
}

static XrDeskLine *
make_line (const Desk *desk, const XrKeyingDifference *difference)
{
  const XrKeyedCell *cell = difference->first_cell ? difference->first_cell
                                                   : difference->second_cell;
  const XrKeyedSheet *sheet = difference->first ? difference->first : difference->second;
  XrSheetKind kind = xr_keying_kind (desk->method, sheet);
  XrDeskLine *line = g_new0 (XrDeskLine, 1);

  line->sheet = xr_keyed_sheet_dup_title (desk->office, desk->component, sheet);
  line->item = cell ? dup_item_title (desk, kind, cell) : g_strdup ("");
  line->first_keyer = dup_keyer (difference->first, difference->first_cell);
  line->second_keyer = dup_keyer (difference->second, difference->second_cell);
  line->can_be_other = cell != NULL;
  line->first = copy_sheet (difference->first);
  line->second = copy_sheet (difference->second);
  if (cell)
    {
      line->candidate = cell->candidate;
      line->dimension = cell->dimension;
      line->part = cell->part;
    }
  line->first_text = cell ? xr_keying_format (desk->office, desk->component, kind,
                                              difference->first_cell)
                          : dup_sheet_text (desk, kind, difference->first);
  line->second_text = cell ? xr_keying_format (desk->office, desk->component, kind,
                                               difference->second_cell)
                           : dup_sheet_text (desk, kind, difference->second);
  return line;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const XrDeskLine *one = *(const XrDeskLine *const *) a;
  const XrDeskLine *other = *(const XrDeskLine *const *) b;
  const XrKeyedSheet *x = one->first ? one->first : one->second;
  const XrKeyedSheet *y = other->first ? other->first : other->second;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->judge != y->judge)
    return x->judge < y->judge ? -1 : 1;
  if (xr_candidate_number_compare (x->number, y->number) != 0)
    return xr_candidate_number_compare (x->number, y->number);
  return g_strcmp0 (one->item, other->item);
}

GPtrArray *
xr_keying_list_differences (XrOffice *office, gint64 component)
{
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (office, component);
  g_autofree char *method = xr_keying_dup_method (office, component);
  const Desk desk = { office, component, method };
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_line_free);

  for (guint i = 0; i < comparison->differences->len; i++)
    g_ptr_array_add (
      lines, make_line (&desk, &g_array_index (comparison->differences, XrKeyingDifference, i)));
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

char *
xr_keying_dup_state (XrOffice *office, gint64 component)
{
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (office, component);
  guint done = comparison->needed - MIN (comparison->missing->len, comparison->needed);

  if (comparison->differences->len > 0)
    return g_strdup_printf (_ ("%1$u of %2$u sheets keyed twice, %3$u differences open"), done,
                            comparison->needed, comparison->differences->len);
  return g_strdup_printf (_ ("%1$u of %2$u sheets keyed twice, no difference open"), done,
                          comparison->needed);
}

/* ---- rates */

static void
rate_free (XrKeyerRate *rate)
{
  g_free (rate->keyer);
  g_free (rate);
}

static XrKeyerRate *
find_rate (GPtrArray *rates, const char *keyer)
{
  XrKeyerRate *rate = NULL;

  for (guint i = 0; i < rates->len; i++)
    if (g_strcmp0 (((XrKeyerRate *) g_ptr_array_index (rates, i))->keyer, keyer) == 0)
      return g_ptr_array_index (rates, i);
  rate = g_new0 (XrKeyerRate, 1);
  rate->keyer = g_strdup (keyer);
  g_ptr_array_add (rates, rate);
  return rate;
}

static void
count_figures (GPtrArray *rates, GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const XrKeyedSheet *sheet = g_ptr_array_index (sheets, i);
      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const char *keyer = g_array_index (sheet->cells, XrKeyedCell, j).keyer;
          if (keyer)
            find_rate (rates, keyer)->figures++;
        }
    }
}

static void
count_wrong (XrOffice *office, gint64 component, GPtrArray *rates)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT first_keyer FROM keying_decision WHERE component_id = :component AND chosen <> 'first'"
    " UNION ALL SELECT second_keyer FROM keying_decision WHERE component_id = :component"
    " AND chosen <> 'second'",
    XR_PARAMS (XR_INT (":component", component)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (*xr_statement_get_text (row, 0) != '\0')
      find_rate (rates, xr_statement_get_text (row, 0))->wrong++;
}

static void
count_open (const XrKeyingComparison *comparison, GPtrArray *rates)
{
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const XrKeyingDifference *one = &g_array_index (comparison->differences, XrKeyingDifference,
                                                      i);
      g_autofree char *first = dup_keyer (one->first, one->first_cell);
      g_autofree char *second = dup_keyer (one->second, one->second_cell);
      if (*first != '\0')
        find_rate (rates, first)->open++;
      if (*second != '\0')
        find_rate (rates, second)->open++;
    }
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const XrKeyerRate *const *) a)->keyer,
                         (*(const XrKeyerRate *const *) b)->keyer);
}

GPtrArray *
xr_keying_rates (XrOffice *office, gint64 component)
{
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (office, component);
  GPtrArray *rates = g_ptr_array_new_with_free_func ((GDestroyNotify) rate_free);

  count_figures (rates, comparison->first);
  count_figures (rates, comparison->second);
  count_wrong (office, component, rates);
  count_open (comparison, rates);
  g_ptr_array_sort (rates, compare_rates);
  return rates;
}
