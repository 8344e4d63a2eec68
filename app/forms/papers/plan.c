/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1 竞争上岗实施方案: the plan as the party group decided it, with those who carry it out. */

#include "config.h"

#include "forms/papers/plan-text.h"

/* 工作人员: a line for each role, in the order in which the plan names them. */
static void
fill_staff (XrFill *fill)
{
  GPtrArray *staff = xr_fill_rows (fill, "staff", "round_id", xr_fill_round (fill));
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  xr_fill_line (fill, "工作人员", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < staff->len; i++)
    {
      const char *role = xr_fill_get (g_ptr_array_index (staff, i), "role");
      g_autoptr (GString) names = g_string_new (NULL);

      if (!g_hash_table_add (done, (gpointer) role))
        continue;
      for (guint j = i; j < staff->len; j++)
        {
          XrRow *row = g_ptr_array_index (staff, j);
          const char *position = xr_fill_get (row, "position");
          if (g_str_equal (xr_fill_get (row, "role"), role))
            g_string_append_printf (names, "%s%s%s%s%s", names->len > 0 ? "、" : "",
                                    xr_fill_get (row, "name"), position ? "（" : "",
                                    position ? position : "", position ? "）" : "");
        }
      xr_fill_line (fill, "工作人员", XR_BLOCK_TEXT,
                    xr_fill_printf (fill, "%s：%s。", role, names->str));
    }
}

static void
fill_plan (XrFill *fill)
{
  const char *on = xr_fill_setting_date (fill, "decided_on");
  const char *at = xr_fill_setting (fill, "decided_at");

  xr_plan_text_fill (fill);
  fill_staff (fill);
  xr_fill_text (fill, "通过日期", on);
  xr_fill_text (fill, "通过情况",
                on != NULL && at != NULL ? xr_fill_printf (fill, "%s%s通过", on, at) : NULL);
}

XR_FORM_DEFINE (plan, .id = "plan", .title = "竞争上岗实施方案", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (1), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .fill = fill_plan)
