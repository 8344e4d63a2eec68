/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties that ask for a recusal, by the words of the official list. */

#include "rules/kinship.h"

static void
test_words (void)
{
  g_assert_cmpint (xr_kinship_of ("妻子"), ==, XR_KINSHIP_SPOUSE);
  g_assert_cmpint (xr_kinship_of (" 父亲"), ==, XR_KINSHIP_LINEAL);
  g_assert_cmpint (xr_kinship_of ("外孙女"), ==, XR_KINSHIP_LINEAL);
  g_assert_cmpint (xr_kinship_of ("表弟"), ==, XR_KINSHIP_COLLATERAL);
  g_assert_cmpint (xr_kinship_of ("岳父"), ==, XR_KINSHIP_AFFINE);
  g_assert_cmpint (xr_kinship_of ("女婿"), ==, XR_KINSHIP_AFFINE);
  g_assert_cmpint (xr_kinship_of ("同学"), ==, XR_KINSHIP_NONE);
  g_assert_cmpint (xr_kinship_of ("父亲 母亲"), ==, XR_KINSHIP_NONE);
  g_assert_cmpint (xr_kinship_of (""), ==, XR_KINSHIP_NONE);
  g_assert_cmpint (xr_kinship_of (NULL), ==, XR_KINSHIP_NONE);
  g_assert_cmpstr (xr_kinship_word (XR_KINSHIP_AFFINE), ==, "近姻亲");
}

static void
test_names (void)
{
  g_autofree char *blank_within = xr_kinship_name_key ("王　宁");
  g_autofree char *blanks_around = xr_kinship_name_key (" 王宁 ");
  g_autofree char *longer = xr_kinship_name_key ("王宁宁");
  g_autofree char *empty = xr_kinship_name_key ("");
  g_autofree char *none = xr_kinship_name_key (NULL);

  g_assert_cmpstr (blank_within, ==, "王宁");
  g_assert_cmpstr (blanks_around, ==, "王宁");
  g_assert_cmpstr (longer, ==, "王宁宁");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/kinship/words", test_words);
  g_test_add_func ("/rules/kinship/names", test_names);
  return g_test_run ();
}
