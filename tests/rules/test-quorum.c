/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attendance, majorities and ballot accounts: rules.md section 4 and vectors.md C6. */

#include "rules/ballot-account.h"
#include "rules/quorum.h"

static const XrRatio half = { 1, 2 };
static const XrRatio two_thirds = { 2, 3 };
static const XrRatio four_fifths = { 4, 5 };

static void
test_least_numbers (void)
{
  static const int table[][5] = {
    /* n, ≥ 2/3, ≥ 4/5, > 1/2, > 2/3 */
    { 5, 4, 4, 3, 4 },   { 6, 4, 5, 4, 5 },     { 7, 5, 6, 4, 5 },  { 8, 6, 7, 5, 6 },
    { 9, 6, 8, 5, 7 },   { 10, 7, 8, 6, 7 },    { 11, 8, 9, 6, 8 }, { 12, 8, 10, 7, 9 },
    { 13, 9, 11, 7, 9 }, { 15, 10, 12, 8, 11 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (xr_quorum_least_present (two_thirds, table[i][0]), ==, table[i][1]);
      g_assert_cmpint (xr_quorum_least_present (four_fifths, table[i][0]), ==, table[i][2]);
      g_assert_cmpint (xr_quorum_least_majority (half, table[i][0]), ==, table[i][3]);
      g_assert_cmpint (xr_quorum_least_majority (two_thirds, table[i][0]), ==, table[i][4]);
    }
}

static void
assert_majority (XrRatio ratio, XrBody body, const XrBodyCounts *counts, int yes, gboolean met)
{
  XrShareCheck check = xr_quorum_check_majority (ratio, body, counts, yes);

  g_assert_true (check.known);
  g_assert_cmpint (check.met, ==, met);
}

/* vectors.md C6 */
static void
test_votes (void)
{
  const XrBodyCounts nine = { 9, 9, 6, 6 };
  const XrBodyCounts six = { 6, 6, 4, 4 };

  assert_majority (half, XR_BODY_DUE, &nine, 5, TRUE);
  assert_majority (half, XR_BODY_DUE, &nine, 4, FALSE);
  assert_majority (half, XR_BODY_PRESENT, &nine, 4, TRUE);
  assert_majority (half, XR_BODY_VALID, &nine, 3, FALSE);
  assert_majority (two_thirds, XR_BODY_MEMBERS, &nine, 6, FALSE);
  assert_majority (two_thirds, XR_BODY_MEMBERS, &nine, 7, TRUE);
  assert_majority (half, XR_BODY_DUE, &six, 3, FALSE);
  assert_majority (half, XR_BODY_DUE, &six, 4, TRUE);
  g_assert_cmpint (xr_quorum_check_majority (half, XR_BODY_DUE, &six, 4).needed, ==, 4);
}

static void
test_presence (void)
{
  const XrBodyCounts nine = { 9, 9, 6, 6 };
  const XrBodyCounts unknown = { XR_COUNT_NONE, 9, 6, XR_COUNT_NONE };
  XrShareCheck check = xr_quorum_check_presence (two_thirds, XR_BODY_MEMBERS, &nine);

  g_assert_true (check.known && check.met);
  g_assert_cmpint (check.base, ==, 9);
  g_assert_cmpint (check.needed, ==, 6);
  check = xr_quorum_check_presence (four_fifths, XR_BODY_MEMBERS, &nine);
  g_assert_true (check.known && !check.met);
  g_assert_cmpint (check.needed, ==, 8);
  g_assert_false (xr_quorum_check_presence (two_thirds, XR_BODY_MEMBERS, &unknown).known);
  g_assert_true (xr_quorum_check_presence (two_thirds, XR_BODY_DUE, &unknown).met);
  g_assert_false (xr_quorum_check_majority (half, XR_BODY_DUE, &nine, XR_COUNT_NONE).known);
}

static void
assert_faults (XrBallotAccount account, const XrBallotFault *expected, guint count)
{
  g_autoptr (GArray) faults = xr_ballot_account_check (&account);

  g_assert_cmpuint (faults->len, ==, count);
  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpint (g_array_index (faults, XrBallotFault, i), ==, expected[i]);
      g_assert_nonnull (xr_ballot_fault_text (expected[i]));
    }
}

static void
test_ballot_account (void)
{
  const int none = XR_COUNT_NONE;

  assert_faults ((XrBallotAccount){ 9, 9, 8, 8, 8, 1, 7 }, NULL, 0);
  assert_faults ((XrBallotAccount){ 20, 20, 20, 20, 18, none, 17 }, NULL, 0);
  assert_faults (XR_BALLOT_ACCOUNT_NONE, NULL, 0);
  assert_faults ((XrBallotAccount){ 9, 10, 8, 8, 8, 0, 8 },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_DUE }, 1);
  assert_faults ((XrBallotAccount){ 9, 9, 10, 11, 11, 0, 11 },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_PRESENT, XR_BALLOT_FAULT_ISSUED }, 2);
  assert_faults ((XrBallotAccount){ 9, 9, 9, 8, 9, 0, 9 },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_RETURNED }, 1);
  assert_faults ((XrBallotAccount){ 9, 9, 9, 8, 8, 9, none },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_INVALID }, 1);
  assert_faults ((XrBallotAccount){ 9, 9, 9, 8, 8, 1, 8 },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_VALID }, 1);
  assert_faults ((XrBallotAccount){ 9, 9, 9, 8, 8, none, 9 },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_VALID }, 1);
  assert_faults ((XrBallotAccount){ 9, 9, 9, 8, -2, none, none },
                 (XrBallotFault[]){ XR_BALLOT_FAULT_NEGATIVE }, 1);
  g_assert_true (xr_ballot_account_fits (9, 5, 3, 1));
  g_assert_true (xr_ballot_account_fits (9, 5, 3, 0));
  g_assert_false (xr_ballot_account_fits (9, 5, 4, 1));
  g_assert_false (xr_ballot_account_fits (9, G_MAXINT64, 1, 1));
  g_assert_true (xr_ballot_account_fits (none, 5, 4, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/quorum/least-numbers", test_least_numbers);
  g_test_add_func ("/rules/quorum/votes", test_votes);
  g_test_add_func ("/rules/quorum/presence", test_presence);
  g_test_add_func ("/rules/ballot-account", test_ballot_account);
  return g_test_run ();
}
