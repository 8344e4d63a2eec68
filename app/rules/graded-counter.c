/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums the marks of graded ballots as they stream past. Whole numbers only: the weights of the
 * dimensions are divided by what they have in common, and a sum that would no longer fit simply goes
 * on in another row, so that no number of ballots overflows. */

#include "config.h"

#include "rules/case.h"

struct _XrGradedCounter
{
  const XrComponent *component;
  int component_index;
  gint64 *weights; /* of the dimensions, reduced */

  /* The ballot whose marks are passing, for one candidate. */
  gboolean open;
  gint64 ballot;
  int group, candidate;
  gint64 weight, points;
  gboolean too_large;

  guint n_groups;
  GPtrArray *sums; /* GArray of XrGradedSum by candidate × (n_groups + 1) + group + 1, or NULL */
};

static gint64
find_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

XrGradedCounter *
xr_graded_counter_new (const XrComponent *component, int component_index)
{
  XrGradedCounter *self = g_new0 (XrGradedCounter, 1);
  guint n = component->dimensions->len;
  gint64 divisor = 0;

  self->component = component;
  self->component_index = component_index;
  self->n_groups = component->groups->len;
  self->sums = g_ptr_array_new ();
  self->weights = g_new0 (gint64, n);
  for (guint i = 0; i < n; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);

      self->weights[i] = dimension->weight.units;
      divisor = find_common_divisor (divisor, dimension->weight.units);
    }
  for (guint i = 0; i < n && divisor > 0; i++)
    self->weights[i] /= divisor;
  return self;
}

static GArray *
get_sums (XrGradedCounter *self)
{
  guint slot = (guint) self->candidate * (self->n_groups + 1) + (guint) (self->group + 1);
  GArray *sums;

  if (slot >= self->sums->len)
    g_ptr_array_set_size (self->sums, (int) slot + 1);
  sums = g_ptr_array_index (self->sums, slot);
  if (sums == NULL)
    {
      sums = g_array_new (FALSE, FALSE, sizeof (XrGradedSum));
      g_ptr_array_index (self->sums, slot) = sums;
    }
  return sums;
}

/* Adds the open ballot to a row of the same weight that has room for it, else to a new one. */
static void
add_ballot (XrGradedCounter *self, GArray *sums)
{
  XrGradedSum fresh = { self->component_index, self->group,  self->candidate,
                        self->weight,          self->points, 1 };

  for (guint i = 0; i < sums->len; i++)
    {
      XrGradedSum *sum = &g_array_index (sums, XrGradedSum, i);
      gint64 points;

      if (sum->weight != self->weight
          || __builtin_add_overflow (sum->points, self->points, &points))
        continue;
      sum->points = points;
      sum->count++;
      return;
    }
  g_array_append_val (sums, fresh);
}

static void
close_ballot (XrGradedCounter *self)
{
  if (!self->open)
    return;
  self->open = FALSE;
  if (self->too_large)
    self->weight = self->points = 0;
  /* Without a counted dimension, or with dimensions of no weight only, the ballot says nothing. */
  else if (self->weight == 0)
    return;
  add_ballot (self, get_sums (self));
}

void
xr_graded_counter_add (XrGradedCounter *self, gint64 ballot, int group, int candidate,
                       int dimension, XrDecimal points)
{
  gint64 weight = self->weights[dimension];
  gint64 product;

  if (!self->open || ballot != self->ballot || candidate != self->candidate || group != self->group)
    {
      close_ballot (self);
      self->open = TRUE;
      self->ballot = ballot;
      self->group = group;
      self->candidate = candidate;
      self->weight = self->points = 0;
      self->too_large = FALSE;
    }
  if (__builtin_mul_overflow (weight, points.units, &product)
      || __builtin_add_overflow (self->points, product, &self->points)
      || __builtin_add_overflow (self->weight, weight, &self->weight))
    self->too_large = TRUE;
}

void
xr_graded_counter_finish (XrGradedCounter *self, GArray *sums)
{
  close_ballot (self);
  for (guint i = 0; i < self->sums->len; i++)
    {
      GArray *rows = g_ptr_array_index (self->sums, i);

      if (rows == NULL)
        continue;
      g_array_append_vals (sums, rows->data, rows->len);
      g_array_unref (rows);
    }
  g_ptr_array_unref (self->sums);
  g_free (self->weights);
  g_free (self);
}
