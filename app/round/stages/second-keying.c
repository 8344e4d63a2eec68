/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of stages 4 and 5 on what is keyed twice: the second keying is whole, and no difference
 * is open. A stage whose components are all keyed once does not have them. */

#include "config.h"

#include "round/keying.h"
#include "round/stages/stages.h"

typedef struct
{
  GPtrArray *missing, *open; /* char * */
} Findings;

static void
look_at (XrOffice *office, gint64 component, const char *name, Findings *findings)
{
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (office, component);

  if (comparison->missing->len > 0)
    /* Translators: component (how many sheets) */
    g_ptr_array_add (findings->missing,
                     g_strdup_printf (_ ("%1$s (%2$u sheets)"), name, comparison->missing->len));
  if (comparison->differences->len > 0)
    /* Translators: component (how many differences) */
    g_ptr_array_add (findings->open,
                     g_strdup_printf (_ ("%1$s (%2$u)"), name, comparison->differences->len));
}

void
xr_gate_list_add_second_keying (XrGateList *list)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  Findings findings = { missing, open };
  guint n = 0;
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT id, name FROM component WHERE round_id = :round AND stage = :stage"
    " AND keyed_twice <> 'no' ORDER BY position, id",
    XR_PARAMS (XR_INT (":round", list->round), XR_INT (":stage", list->stage)));

  for (; row && xr_statement_step (row, NULL) == XR_STEP_ROW; n++)
    look_at (list->office, xr_statement_get_int (row, 0), xr_statement_get_text (row, 1),
             &findings);
  if (n == 0)
    return;
  xr_gate_list_add_names (list, "second-keying", _ ("The second keying is complete"),
                          _ ("Not yet keyed a second time (%u): %s."), "second", missing);
  xr_gate_list_add_names (list, "keying-differences", _ ("The two keyings agree"),
                          _ ("Differences nobody has decided yet (%u): %s."), "differences", open);
}
