/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a result are not shown: nothing that is shown may give away a small group. */

#include "rules/withhold.h"

static const struct
{
  const char *what;
  gint64 voters[4];
  const char *withheld; /* one letter a part: x or - */
} cases[] = {
  { "all are large", { 5, 12, 40, 7 }, "----" },
  { "the small one takes the next smallest with it", { 4, 12, 40, 7 }, "x--x" },
  { "two small ones of five voters hide each other", { 4, 12, 40, 1 }, "x--x" },
  { "two small ones of fewer are not enough", { 2, 12, 40, 1 }, "xx-x" },
  { "a group that nobody is of hides nothing", { 4, 0, 40, 0 }, "x-x-" },
  { "nobody voted", { 0, 0, 0, 0 }, "----" },
  { "all are small", { 1, 1, 1, 1 }, "xxxx" },
  { "equal ones: the first", { 3, 9, 9, 9 }, "xx--" },
  { "a single one that is small", { 3, 0, 0, 0 }, "x---" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean withheld[4];
      char text[5] = { 0 };

      xr_withhold (cases[i].voters, 4, XR_FEWEST_SHOWN, withheld);
      for (guint j = 0; j < 4; j++)
        text[j] = withheld[j] ? 'x' : '-';
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (text, ==, cases[i].withheld);
    }
}

/* Whatever the sizes: what is withheld is nothing, or two parts and five voters, or everything. */
static void
test_never_one_alone (void)
{
  for (guint i = 0; i < 12 * 12 * 12; i++)
    {
      const gint64 voters[] = { i % 12, i / 12 % 12, i / 144 };
      gboolean withheld[3];
      gint64 hidden = 0;
      guint parts = 0, shown = 0;

      xr_withhold (voters, 3, XR_FEWEST_SHOWN, withheld);
      for (guint j = 0; j < 3; j++)
        {
          hidden += withheld[j] ? voters[j] : 0;
          parts += withheld[j] ? 1 : 0;
          shown += !withheld[j] && voters[j] > 0 ? 1 : 0;
          g_assert_true (withheld[j] || voters[j] == 0 || voters[j] >= XR_FEWEST_SHOWN);
        }
      g_assert_true (parts == 0 || shown == 0 || (parts >= 2 && hidden >= XR_FEWEST_SHOWN));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/withhold/cases", test_cases);
  g_test_add_func ("/rules/withhold/never-one-alone", test_never_one_alone);
  return g_test_run ();
}
