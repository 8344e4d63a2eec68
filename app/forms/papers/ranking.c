/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F13 综合成绩排名表: rank, every component and total of everybody who applied for a post, and the rules that they
 * follow from. */

#include "config.h"

#include "core/rational.h"
#include "forms/papers/common.h"
#include "round/commands.h"

typedef struct
{
  XrFill *fill;
  XrGrid *grid;
  const XrCase *contest; /* NULL in a blank copy */
  GArray *shortlist;     /* gint64: applications, as it stands */
} Ranking;

static void
add_heads (Ranking *self, GPtrArray *components)
{
  static const char *const first[] = { "名次", "姓名", "编号" }, *const last[] = { "总分", "入围",
                                                                                   "备注" };

  xr_grid_row (self->grid, 8);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, first[i]), 2);
  for (guint i = 0; i < components->len; i++)
    xr_common_head (self->grid, 2,
                    xr_fill_printf (self->fill, "%s\n（权重%s%%）",
                                    xr_fill_get (g_ptr_array_index (components, i), "name"),
                                    xr_fill_get (g_ptr_array_index (components, i), "weight")));
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, last[i]), 2);
  xr_grid_row (self->grid, 7);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i < components->len; i++)
    {
      xr_grid_label (self->grid, 1, "得分");
      xr_grid_label (self->grid, 1, "折算分");
    }
}

/* The share of the total that a component gives, exact or to four decimals. */
static const char *
say_weighted (Ranking *self, const XrComponent *component, XrDecimal value)
{
  g_autoptr (XrRational) share = xr_rational_new_decimal (value);
  g_autofree char *text = NULL;

  if (!component->bonus)
    {
      xr_rational_multiply_decimal (share, component->weight);
      xr_rational_divide_decimal (share, XR_DECIMAL_INT (100));
    }
  text = xr_decimal_format_short (
    xr_rational_round (share, XR_DECIMAL_PLACES, XR_ROUNDING_HALF_AWAY));
  return xr_fill_keep (self->fill, text);
}

static void
add_components (Ranking *self, const XrStanding *standing, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const XrComponentResult *result = standing ? &standing->components[i] : NULL;
      const XrComponent *component = standing
                                       ? g_ptr_array_index (self->contest->plan->components, i)
                                       : NULL;
      gboolean known = result != NULL && result->has_value;

      xr_grid_value (self->grid, 1,
                     known ? xr_fill_decimal (self->fill, result->value, component->places) : NULL)
        ->number
        = TRUE;
      xr_grid_value (self->grid, 1, known ? say_weighted (self, component, result->value) : NULL)
        ->number
        = TRUE;
    }
}

static gboolean
is_shortlisted (Ranking *self, gint64 application)
{
  for (guint i = 0; i < self->shortlist->len; i++)
    if (g_array_index (self->shortlist, gint64, i) == application)
      return TRUE;
  return FALSE;
}

/* Whether it shares its rank, and why somebody is no longer in the running. */
static const char *
say_state (const XrStanding *standing)
{
  static const char *const states[] = {
    NULL, "未进入下一环节", "资格不合格", "退出", "缺席", "否决"
  };

  if (standing->state != XR_STATE_ACTIVE)
    return states[standing->state];
  return standing->tied ? "并列" : NULL;
}

static void
add_row (Ranking *self, const XrStanding *standing, guint n_components)
{
  const XrCandidate *person = standing
                                ? g_ptr_array_index (self->contest->candidates, standing->candidate)
                                : NULL;
  gint64 application
    = standing
        ? g_array_index (self->contest->applications, XrApplication, standing->application).id
        : 0;

  xr_grid_row (self->grid, 9);
  xr_grid_value (self->grid, 1,
                 standing && standing->rank > 0 ? xr_fill_printf (self->fill, "%d", standing->rank)
                                                : NULL)
    ->number
    = TRUE;
  xr_grid_value (self->grid, 1, person ? xr_fill_keep (self->fill, person->name) : NULL)->field
    = "姓名";
  xr_grid_value (self->grid, 1, person ? xr_fill_keep (self->fill, person->number) : NULL);
  add_components (self, standing, n_components);
  xr_grid_value (self->grid, 1,
                 standing && standing->has_total ? xr_fill_decimal (
                   self->fill, standing->total, self->contest->plan->settings.total_places)
                                                 : NULL)
    ->number
    = TRUE;
  xr_grid_value (self->grid, 1, standing && is_shortlisted (self, application) ? "√" : NULL);
  xr_grid_value (self->grid, 1, standing ? say_state (standing) : NULL);
}

static XrGrid *
make_grid (XrFill *fill, guint n_components)
{
  guint n = 6 + 2 * n_components;
  g_autofree double *widths = g_new (double, n);

  for (guint i = 0; i < n; i++)
    widths[i] = 19;
  widths[0] = 12;
  widths[1] = 24;
  widths[2] = 14;
  widths[n - 3] = 20;
  widths[n - 2] = 12;
  widths[n - 1] = 24;
  return xr_fill_new_grid (fill, "表", widths, n);
}

/* What the ranks follow from, as the plan has it. */
static void
fill_rules (XrFill *fill)
{
  const char *ties = xr_fill_setting (fill, "tie_breakers");
  const char *places = xr_fill_setting (fill, "total_places");
  const char *rounding = xr_fill_setting (fill, "total_rounding");
  const char *basis = xr_fill_setting (fill, "rank_basis");
  const char *ratio = xr_fill_setting (fill, "shortlist_ratio");
  const char *size = xr_fill_setting (fill, "shortlist_rounding");

  xr_fill_words (fill, "小数位", places ? places : "2");
  xr_fill_words (fill, "舍入", rounding ? rounding : "四舍五入");
  xr_fill_words (fill, "依据", g_strcmp0 (basis, "舍入前") == 0 ? "舍入前" : "舍入后");
  xr_fill_words (fill, "同分", ties ? xr_fill_printf (fill, "依次比较%s得分", ties) : "名次并列");
  xr_fill_words (fill, "比例", ratio ? ratio : "1:1");
  xr_fill_words (fill, "取整", size ? size : "进一");
}

static void
fill_ranking (XrFill *fill)
{
  gint64 post = xr_fill_subject (fill)->post;
  GPtrArray *components = xr_fill_rows (fill, "component", "round_id", xr_fill_round (fill));
  Ranking self = { .fill = fill, .grid = make_grid (fill, components->len) };
  const XrPostResult *result = xr_fill_post_result (fill, post, &self.contest);
  g_autoptr (GArray) shortlist = xr_round_shortlist (xr_fill_office (fill), xr_fill_round (fill),
                                                     post);

  self.shortlist = shortlist;
  fill_rules (fill);
  xr_fill_words (fill, "职数", xr_fill_get (xr_fill_load (fill, "post", post), "vacancies"));
  xr_fill_text (fill, "名额", result ? xr_fill_printf (fill, "%u", result->shortlist_size) : NULL);
  add_heads (&self, components);
  for (guint i = 0; result != NULL && i < result->standings->len; i++)
    add_row (&self, g_ptr_array_index (result->standings, i), components->len);
  for (guint i = 0; result == NULL && i < 10; i++)
    add_row (&self, NULL, components->len);
}

XR_FORM_DEFINE (ranking, .id = "ranking", .title = "综合成绩排名表", .scope = XR_SCOPE_POST,
                .stages = XR_AT_STAGE (6), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_ranking)
