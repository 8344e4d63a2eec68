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
  g_assert_true (xr_kinship_same_name ("王　宁", "王宁"));
  g_assert_true (xr_kinship_same_name ("王宁 ", " 王宁"));
  g_assert_false (xr_kinship_same_name ("王宁", "王宁宁"));
  g_assert_false (xr_kinship_same_name ("", ""));
  g_assert_false (xr_kinship_same_name (NULL, "王宁"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/kinship/words", test_words);
  g_test_add_func ("/rules/kinship/names", test_names);
  return g_test_run ();
}
