/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores as formulas in whole numbers: the rounded quotient, and means put together from groups of
 * voters. Every formula is mirrored here in the same whole numbers, for the value cached in its cell. */

#include "exchange/report-private.h"

gint64
xr_gcd (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a < 0 ? -a : a;
}

gint64
xr_lcm (gint64 a, gint64 b)
{
  gint64 product;

  if (a == 0 || b == 0 || __builtin_mul_overflow (a / xr_gcd (a, b), b, &product))
    return 0;
  return product;
}

gint64
xr_power_of_ten (guint n)
{
  gint64 power = 1;

  while (n-- > 0)
    power *= 10;
  return power;
}

static __int128
gcd_wide (__int128 a, __int128 b)
{
  while (b != 0)
    {
      __int128 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

gboolean
xr_scale_init (XrScale *scale, __int128 up, __int128 down, XrRounding rounding, guint places)
{
  __int128 common = gcd_wide (up, down);

  scale->rounding = rounding;
  scale->places = places;
  scale->cap = -1;
  if (common == 0 || up / common >= XR_REPORT_MAX_INTEGER || down / common >= XR_REPORT_MAX_INTEGER)
    return FALSE;
  scale->up = (gint64) (up / common);
  scale->down = (gint64) (down / common);
  return TRUE;
}

/* The cap as a whole-number score: rounding a capped score is capping a rounded one. */
static gint64
whole_cap (const XrComponent *component)
{
  gint64 unit = xr_power_of_ten (XR_DECIMAL_PLACES - component->places);
  gint64 half = component->rounding == XR_ROUNDING_HALF_AWAY ? unit / 2 : 0;

  return (xr_component_effective_full_mark (component).units + half) / unit;
}

gboolean
xr_scale_init_component (XrScale *scale, const XrComponent *component, gint64 unit,
                         __int128 divisor, gint64 full_mark)
{
  __int128 up = (__int128) unit * xr_power_of_ten (component->places);
  gboolean fits;

  if (component->bonus)
    fits = xr_scale_init (scale, up, divisor * XR_DECIMAL_SCALE, component->rounding,
                          component->places);
  else
    fits = xr_scale_init (scale, 100 * up, divisor * full_mark, component->rounding,
                          component->places);
  if (component->bonus)
    scale->cap = whole_cap (component);
  return fits;
}

gboolean
xr_scale_fits (const XrScale *scale, gint64 max_numerator, gint64 max_denominator)
{
  __int128 top = (__int128) 2 * max_numerator * scale->up
                 + (__int128) max_denominator * scale->down;
  __int128 bottom = (__int128) 2 * max_denominator * scale->down;

  return top < XR_REPORT_MAX_INTEGER && bottom < XR_REPORT_MAX_INTEGER;
}

void
xr_report_write_quotient_heads (XrSheet *sheet, lxw_col_t column)
{
  static const char *const heads[] = { "分子", "分母", "得分整数", "得分" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (sheet, (lxw_col_t) (column + i), XR_STYLE_HEAD, heads[i]);
}

/* Writes `body`, or where there is a condition `IF(condition,body,"")`. */
static void
write_guarded (XrSheet *sheet, lxw_col_t column, const char *condition, const char *body,
               gboolean has, gint64 value)
{
  g_autofree char *formula = NULL;

  if (condition == NULL)
    formula = g_strdup_printf ("=%s", body);
  else
    formula = g_strdup_printf ("=IF(%s,%s,\"\")", condition, body);
  if (has)
    xr_sheet_formula_integer (sheet, column, formula, value);
  else
    xr_sheet_formula_text (sheet, column, formula, "");
}

/* The whole-number quotient of the two cells before @column. INT alone may be off by one where a
 * program rounds the quotient to 15 digits first; the comparisons are exact and mend it. */
static void
write_floor (XrSheet *sheet, lxw_col_t column, const XrScale *scale, gboolean has, gint64 value)
{
  char n[XR_REF_SIZE];
  char d[XR_REF_SIZE];
  g_autofree char *floor = NULL;
  g_autofree char *formula = NULL;

  xr_ref (n, sheet->row, (lxw_col_t) (column - 2));
  xr_ref (d, sheet->row, (lxw_col_t) (column - 1));
  floor = g_strdup_printf ("INT(%s/%s)+(%s>=(INT(%s/%s)+1)*%s)-(%s<INT(%s/%s)*%s)", n, d, n, n, d,
                           d, n, n, d, d);
  if (scale->cap < 0)
    formula = g_strdup_printf ("=IF(ISNUMBER(%s),%s,\"\")", n, floor);
  else
    formula = g_strdup_printf ("=IF(ISNUMBER(%s),MIN(%s,%" G_GINT64_FORMAT "),\"\")", n, floor,
                               scale->cap);
  if (has)
    xr_sheet_formula_integer (sheet, column, formula, value);
  else
    xr_sheet_formula_text (sheet, column, formula, "");
}

static void
write_score (XrSheet *sheet, lxw_col_t column, const XrScale *scale, gboolean has, gint64 value)
{
  char q[XR_REF_SIZE];
  g_autofree char *formula = NULL;
  XrDecimal score = { value * xr_power_of_ten (XR_DECIMAL_PLACES - scale->places) };

  xr_ref (q, sheet->row, (lxw_col_t) (column - 1));
  formula = g_strdup_printf ("=IF(ISNUMBER(%s),%s/%" G_GINT64_FORMAT ",\"\")", q, q,
                             xr_power_of_ten (scale->places));
  if (has)
    xr_sheet_formula_decimal (sheet, column, XR_STYLE_NUMBER0 + scale->places, formula, score);
  else
    xr_sheet_formula_text (sheet, column, formula, "");
}

gint64
xr_report_write_quotient (XrSheet *sheet, lxw_col_t column, const XrScale *scale,
                          const char *condition, const char *numerator, const char *denominator,
                          gboolean has, gint64 numerator_value, gint64 denominator_value)
{
  gboolean half = scale->rounding == XR_ROUNDING_HALF_AWAY;
  g_autofree char *n = NULL;
  g_autofree char *d = NULL;
  gint64 top = numerator_value * scale->up;
  gint64 bottom = denominator_value * scale->down;
  gint64 score;

  /* Half away from zero of n/d is the floor of (2n + d) / 2d; scores are never negative. */
  if (half)
    {
      n = g_strdup_printf ("2*%" G_GINT64_FORMAT "*(%s)+%" G_GINT64_FORMAT "*(%s)", scale->up,
                           numerator, scale->down, denominator);
      d = g_strdup_printf ("2*%" G_GINT64_FORMAT "*(%s)", scale->down, denominator);
      top = 2 * top + bottom;
      bottom = 2 * bottom;
    }
  else
    {
      n = g_strdup_printf ("%" G_GINT64_FORMAT "*(%s)", scale->up, numerator);
      d = g_strdup_printf ("%" G_GINT64_FORMAT "*(%s)", scale->down, denominator);
    }
  has = has && bottom > 0;
  score = has ? top / bottom : 0;
  if (scale->cap >= 0)
    score = MIN (score, scale->cap);
  write_guarded (sheet, column, condition, n, has, top);
  write_guarded (sheet, (lxw_col_t) (column + 1), condition, d, has, bottom);
  write_floor (sheet, (lxw_col_t) (column + 2), scale, has, score);
  write_score (sheet, (lxw_col_t) (column + 3), scale, has, score);
  return score;
}

void
xr_report_write_value (XrReport *report, XrSheet *sheet, lxw_col_t column, int application,
                       int component)
{
  const XrComponentResult *score = &report->standings[application]->components[component];
  guint places = xr_report_component (report, component)->places;

  if (!score->has_value)
    return;
  xr_sheet_integer (sheet, (lxw_col_t) (column + 2),
                    score->value.units / xr_power_of_ten (XR_DECIMAL_PLACES - places));
  xr_sheet_decimal (sheet, (lxw_col_t) (column + 3), XR_STYLE_NUMBER0 + places, score->value);
}

/* ---- parts */

static void
clear_part (gpointer data)
{
  g_free (((XrPart *) data)->name);
}

static void
reduce_weights (GArray *parts, gint64 *weight_sum)
{
  gint64 common = 0;

  for (guint i = 0; i < parts->len; i++)
    common = xr_gcd (common, g_array_index (parts, XrPart, i).weight);
  *weight_sum = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      XrPart *part = &g_array_index (parts, XrPart, i);

      if (common > 0)
        part->weight /= common;
      *weight_sum += part->weight;
    }
}

GArray *
xr_report_parts (const XrComponent *component, gint64 *weight_sum)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (XrPart));

  g_array_set_clear_func (parts, clear_part);
  if (xr_component_effective_grouping (component) == XR_GROUPING_WEIGHTED)
    for (guint i = 0; i < component->groups->len; i++)
      {
        const XrGroup *group = g_ptr_array_index (component->groups, i);
        XrPart part = { group->weight.units, g_strdup (group->name) };

        g_array_append_val (parts, part);
      }
  else
    {
      XrPart pooled = { 1, g_strdup ("全部") };

      g_array_append_val (parts, pooled);
    }
  reduce_weights (parts, weight_sum);
  return parts;
}

lxw_col_t
xr_report_part_quotient (lxw_col_t column, GArray *parts)
{
  return (lxw_col_t) (column + 2 * parts->len + 1);
}

lxw_col_t
xr_report_write_part_heads (XrSheet *sheet, lxw_col_t column, GArray *parts)
{
  lxw_col_t quotient = xr_report_part_quotient (column, parts);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *name = g_array_index (parts, XrPart, i).name;
      g_autofree char *sum = g_strdup_printf ("%s\n合计", name);
      g_autofree char *count = g_strdup_printf ("%s\n除数", name);

      xr_sheet_text (sheet, (lxw_col_t) (column + 2 * i), XR_STYLE_HEAD, sum);
      xr_sheet_text (sheet, (lxw_col_t) (column + 2 * i + 1), XR_STYLE_HEAD, count);
    }
  xr_sheet_text (sheet, (lxw_col_t) (quotient - 1), XR_STYLE_HEAD, "最小公倍数");
  xr_report_write_quotient_heads (sheet, quotient);
  return (lxw_col_t) (quotient + XR_QUOTIENT_COLUMNS);
}

/* The least common multiple of the counts and the sum over it; FALSE when a part has no count or the
 * numbers grow too large. */
static gboolean
add_parts (GArray *parts, const XrPartValue *values, gint64 *multiple, __int128 *numerator)
{
  *multiple = 1;
  *numerator = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      if (values[i].count <= 0)
        return FALSE;
      *multiple = xr_lcm (*multiple, values[i].count);
      if (*multiple == 0)
        return FALSE;
    }
  for (guint i = 0; i < parts->len; i++)
    *numerator += (__int128) g_array_index (parts, XrPart, i).weight * values[i].sum
                  * (*multiple / values[i].count);
  return TRUE;
}

static gboolean
parts_complete (GArray *parts, const XrPartValue *values)
{
  for (guint i = 0; i < parts->len; i++)
    if (values[i].count <= 0)
      return FALSE;
  return TRUE;
}

gboolean
xr_report_parts_fit (GArray *parts, const XrScale *scale, const XrPartValue *values)
{
  gint64 multiple;
  __int128 numerator;

  if (!parts_complete (parts, values))
    return TRUE;
  if (!add_parts (parts, values, &multiple, &numerator) || numerator >= XR_REPORT_MAX_INTEGER)
    return FALSE;
  return xr_scale_fits (scale, (gint64) numerator, multiple);
}

static char *
part_condition (XrSheet *sheet, lxw_col_t column, GArray *parts)
{
  GString *condition = g_string_new ("AND(");
  char cell[XR_REF_SIZE];

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (condition, "%s%s>0", i > 0 ? "," : "",
                            xr_ref (cell, sheet->row, (lxw_col_t) (column + 2 * i + 1)));
  g_string_append_c (condition, ')');
  return g_string_free (condition, FALSE);
}

static void
write_multiple (XrSheet *sheet, lxw_col_t column, GArray *parts, const char *condition,
                gboolean has, gint64 multiple)
{
  GString *body = g_string_new (NULL);
  char cell[XR_REF_SIZE];

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (body, "%s%s",
                            i > 0            ? ","
                            : parts->len > 1 ? "LCM("
                                             : "",
                            xr_ref (cell, sheet->row, (lxw_col_t) (column + 2 * i + 1)));
  if (parts->len > 1)
    g_string_append_c (body, ')');
  write_guarded (sheet, (lxw_col_t) (column + 2 * parts->len), condition, body->str, has, multiple);
  g_string_free (body, TRUE);
}

static char *
part_numerator (XrSheet *sheet, lxw_col_t column, GArray *parts, const char *multiple)
{
  GString *body = g_string_new (NULL);
  char sum[XR_REF_SIZE];
  char count[XR_REF_SIZE];

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (body, "%s%" G_GINT64_FORMAT "*%s*%s/%s", i > 0 ? "+" : "",
                            g_array_index (parts, XrPart, i).weight,
                            xr_ref (sum, sheet->row, (lxw_col_t) (column + 2 * i)), multiple,
                            xr_ref (count, sheet->row, (lxw_col_t) (column + 2 * i + 1)));
  return g_string_free (body, FALSE);
}

void
xr_report_write_parts (XrSheet *sheet, lxw_col_t column, GArray *parts, const XrScale *scale,
                       GPtrArray *sums, GPtrArray *counts, const XrPartValue *values)
{
  gint64 multiple = 1;
  __int128 numerator = 0;
  gboolean has = add_parts (parts, values, &multiple, &numerator);
  g_autofree char *condition = part_condition (sheet, column, parts);
  g_autofree char *body = NULL;
  char cell[XR_REF_SIZE];

  for (guint i = 0; i < parts->len; i++)
    {
      xr_sheet_formula_integer (sheet, (lxw_col_t) (column + 2 * i), g_ptr_array_index (sums, i),
                                values[i].sum);
      xr_sheet_formula_integer (sheet, (lxw_col_t) (column + 2 * i + 1),
                                g_ptr_array_index (counts, i), values[i].count);
    }
  write_multiple (sheet, column, parts, condition, has, multiple);
  xr_ref (cell, sheet->row, (lxw_col_t) (column + 2 * parts->len));
  body = part_numerator (sheet, column, parts, cell);
  xr_report_write_quotient (sheet, xr_report_part_quotient (column, parts), scale, condition, body,
                            cell, has, (gint64) numerator, multiple);
}
