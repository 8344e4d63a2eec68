/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact decimal with at most four places, counted in ten-thousandths. Every score, weight and
 * point of the program is one, from the workbook cell to the printed form; no double touches it. */
typedef struct
{
  gint64 units;
} XrDecimal;

#define XR_DECIMAL_SCALE  10000
#define XR_DECIMAL_PLACES 4
#define XR_DECIMAL_ZERO   ((XrDecimal){ 0 })
#define XR_DECIMAL_INT(n) ((XrDecimal){ XR_DECIMAL_SCALE * (gint64) (n) })

/* What `舍入` and `总分舍入` choose between (INTERCHANGE 3). */
typedef enum
{
  XR_ROUNDING_HALF_AWAY, /* 四舍五入: half away from zero */
  XR_ROUNDING_CUT,       /* 截断: cut off */
} XrRounding;

#define XR_DECIMAL_ERROR (xr_decimal_error_quark ())
GQuark xr_decimal_error_quark (void);

typedef enum
{
  XR_DECIMAL_ERROR_SYNTAX, /* not a number */
  XR_DECIMAL_ERROR_PLACES, /* more than four decimals that are not zero */
  XR_DECIMAL_ERROR_RANGE,  /* does not fit */
} XrDecimalError;

/**
 * xr_decimal_parse:
 * @text: a number as people write it: surrounding blanks, a sign, full-width digits and points are
 *   accepted; trailing zeros after the point do not count as places
 * @value: (out): set on success
 *
 * Returns: %TRUE, or %FALSE with a sentence in @error (%XR_DECIMAL_ERROR)
 */
gboolean xr_decimal_parse (const char *text, XrDecimal *value, GError **error);

/**
 * xr_decimal_format:
 * @places: 0 to 4, the places to show; what lies beyond them must be zero
 *
 * Returns: (transfer full): the number with exactly @places decimals, such as "86.50"
 */
char *xr_decimal_format (XrDecimal value, guint places);

/* Like xr_decimal_format() with as few places as the value needs ("86.5", "20"). */
char *xr_decimal_format_short (XrDecimal value);

static inline int
xr_decimal_compare (XrDecimal a, XrDecimal b)
{
  return (a.units > b.units) - (a.units < b.units);
}

G_END_DECLS
