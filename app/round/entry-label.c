/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an entry of the record reads to people. Saving and deleting rows have words made from the table
 * (post.add); every other command has its line here. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/office.h"

static const struct
{
  const char *kind;
  const char *label;
} labels[] = {
  { "undo", N_ ("Undo") },
  { "redo", N_ ("Redo") },
  { "round.create", N_ ("New round") },
  { "round.copy", N_ ("New round from an earlier plan") },
  { "round.import", N_ ("Import") },
  { "round.announce", N_ ("Announce the plan") },
  { "round.archive", N_ ("Archive the round") },
  { "plan.setting", N_ ("Change setting") },
  { "plan.amend", N_ ("Amend the plan") },
  { "stage.sign", N_ ("Sign") },
  { "stage.close", N_ ("Close stage") },
  { "stage.override", N_ ("Close stage with conditions passed over") },
  { "stage.reopen", N_ ("Reopen stage") },
  { "dossier.import", N_ ("Import dossier") },
  { "dossier.take-over", N_ ("Take over from an earlier round") },
  { "photo.set", N_ ("Set photo") },
  { "photo.remove", N_ ("Remove photo") },
  { "candidate.register", N_ ("Register candidate") },
  { "candidate.import", N_ ("Take in a list of people") },
  { "application.leave", N_ ("Candidate leaves") },
  { "application.return", N_ ("Candidate returns") },
  { "review.rule", N_ ("Review condition") },
  { "waiver.grant", N_ ("Grant an exception") },
  { "waiver.take-back", N_ ("Take an exception back") },
  { "review-package.give", N_ ("Give out a review package") },
  { "review-package.take-in", N_ ("Take in a reader's answer") },
  { "review.conclude", N_ ("Conclude review") },
  { "review.approve", N_ ("Approve review") },
  { "score.set", N_ ("Key score") },
  { "recusal.record", N_ ("Record a recusal") },
  { "recusal.take-back", N_ ("Take a recusal back") },
  { "score.paste", N_ ("Paste scores") },
  { "direct-score.set", N_ ("Key score from elsewhere") },
  { "account.set", N_ ("Key account of ballots") },
  { "votes.set", N_ ("Key votes") },
  { "tally.set", N_ ("Key marks counted by hand") },
  { "lot.draw", N_ ("Draw lots") },
  { "ballot.batch", N_ ("Key a batch of ballots") },
  { "second.batch", N_ ("Key a batch of ballots the second time") },
  { "second.set", N_ ("Key figures the second time") },
  { "second.change", N_ ("Change ballot of the second keying") },
  { "second.delete", N_ ("Delete ballot of the second keying") },
  { "keying-file.make", N_ ("Give out a keying file") },
  { "keying-file.open", N_ ("Open a keying file") },
  { "keying-file.take", N_ ("Take in what was keyed elsewhere") },
  { "keying.decide", N_ ("Decide a difference between the keyings") },
  { "ballot.change", N_ ("Change ballot") },
  { "ballot.delete", N_ ("Delete ballot") },
  { "probation.record", N_ ("Record the outcome of probation") },
  { "shortlist.decide", N_ ("Decide the shortlist") },
  { "wording.change", N_ ("Change the wording of a form") },
  { "wording.restore", N_ ("Restore the wording of a form") },
};

static const char *
find_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].kind, kind))
      return _ (labels[i].label);
  return NULL;
}

/* "Add %s" for post.add and the like, NULL for other words. (transfer full) */
static char *
dup_row_label (const char *kind)
{
  g_auto (GStrv) parts = g_strsplit (kind, ".", 2);
  const XrTable *table = xr_table_find (parts[0]);

  if (table == NULL || parts[1] == NULL)
    return NULL;
  if (g_str_equal (parts[1], "add"))
    return g_strdup_printf (_ ("Add %s"), _ (table->singular));
  if (g_str_equal (parts[1], "change"))
    return g_strdup_printf (_ ("Change %s"), _ (table->singular));
  if (g_str_equal (parts[1], "delete"))
    return g_strdup_printf (_ ("Delete %s"), _ (table->singular));
  return NULL;
}

char *
xr_entry_dup_label (const XrEntry *entry)
{
  const char *fixed = find_label (entry->kind);
  g_autofree char *label = fixed == NULL ? dup_row_label (entry->kind) : g_strdup (fixed);

  if (label == NULL)
    label = g_strdup (entry->kind);
  if (entry->subject[0] == '\0')
    return g_steal_pointer (&label);
  /* Translators: 1 what was done, 2 to whom or what */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, entry->subject);
}
