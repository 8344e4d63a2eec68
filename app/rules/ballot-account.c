/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the counts of a vote agree with each other. It only tells: what follows from a fault is the
 * work of the stage. */

#include "config.h"

#include "rules/ballot-account.h"

#include <glib/gi18n-lib.h>

static gboolean
exceeds (int part, int whole)
{
  return part != XR_COUNT_NONE && whole != XR_COUNT_NONE && part > whole;
}

static gboolean
is_negative (const XrBallotAccount *account)
{
  const int counts[] = { account->members,  account->due,     account->present, account->issued,
                         account->returned, account->invalid, account->valid };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] < 0 && counts[i] != XR_COUNT_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_valid_wrong (const XrBallotAccount *account)
{
  if (account->valid == XR_COUNT_NONE || account->returned == XR_COUNT_NONE)
    return FALSE;
  if (account->invalid == XR_COUNT_NONE)
    return account->valid > account->returned;
  return account->valid != account->returned - account->invalid;
}

static void
note (GArray *faults, gboolean broken, XrBallotFault fault)
{
  if (broken)
    g_array_append_val (faults, fault);
}

GArray *
xr_ballot_account_check (const XrBallotAccount *account)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (XrBallotFault));

  note (faults, exceeds (account->due, account->members), XR_BALLOT_FAULT_DUE);
  note (faults, exceeds (account->present, account->due), XR_BALLOT_FAULT_PRESENT);
  note (faults, exceeds (account->issued, account->present), XR_BALLOT_FAULT_ISSUED);
  note (faults, exceeds (account->returned, account->issued), XR_BALLOT_FAULT_RETURNED);
  note (faults, exceeds (account->invalid, account->returned), XR_BALLOT_FAULT_INVALID);
  note (faults, is_valid_wrong (account), XR_BALLOT_FAULT_VALID);
  note (faults, is_negative (account), XR_BALLOT_FAULT_NEGATIVE);
  return faults;
}

gboolean
xr_ballot_account_fits (int valid, gint64 yes, gint64 no, gint64 abstain)
{
  gint64 sum;

  return valid == XR_COUNT_NONE
         || (!__builtin_add_overflow (yes, no, &sum) && !__builtin_add_overflow (sum, abstain, &sum)
             && sum <= valid);
}

const char *
xr_ballot_fault_text (XrBallotFault fault)
{
  switch (fault)
    {
    case XR_BALLOT_FAULT_DUE:
      return _ ("More people are entered as due to attend than the body has members.");
    case XR_BALLOT_FAULT_PRESENT:
      return _ ("More people are entered as present than were due to attend.");
    case XR_BALLOT_FAULT_ISSUED:
      return _ ("More ballots were handed out than people were present.");
    case XR_BALLOT_FAULT_RETURNED:
      return _ ("More ballots were returned than handed out; the vote is void and must be held "
                "again.");
    case XR_BALLOT_FAULT_INVALID:
      return _ ("More ballots are entered as invalid than were returned.");
    case XR_BALLOT_FAULT_VALID:
      return _ ("The valid ballots are not the returned ones less the invalid ones.");
    case XR_BALLOT_FAULT_NEGATIVE:
      return _ ("A count is below zero.");
    default:
      g_return_val_if_reached (NULL);
    }
}
