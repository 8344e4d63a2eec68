/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, page by page: what a page is for, what is done there in which order, and when its stage can be
 * closed. It knows the texts only, not what is on record. */
#include "config.h"

#include "shell/help-window.h"

#include <glib/gi18n-lib.h>

#include "round/stage.h"
#include "widgets/dialogs.h"

/* One line a step and one line a condition. */
typedef struct
{
  const char *steps;
  const char *conditions;
} Help;

static const char overview_steps[] = N_ (
  "Begin a round with “New round”: choose the plan that is closest to yours and change it, or "
  "import "
  "a workbook.\n"
  "Each round has a card: its ten marks show where it stands, the line below what holds it up.\n"
  "The list at the right says what is due on which day.\n"
  "“Jury of the evaluations” in the main menu keeps who votes in evaluations, and for how long; "
  "the list at "
  "the right says when their terms end.\n"
  "Every change is kept in the record; “Verify and seal” in the main menu checks it.");

/* By stage, the first at 0. */
static const Help stages[XR_N_STAGES] = {
  { N_ ("1. Add the posts, each with its vacancies.\n"
        "2. Add the conditions of eligibility; leave the post empty for what holds for all.\n"
        "3. Add the components of the score with their weights.\n"
        "4. Set the days of each stage.\n"
        "5. Fill in the texts, and say who presides, keeps the scores, counts and supervises.\n"
        "6. Read the announcement, then publish it: the plan is frozen with that."),
    N_ ("There are posts and conditions, and no post has more vacancies than are approved.\n"
        "The weights add up to 100.\n"
        "Registration, schedule and publicity are planned, the publicity over five working days or "
        "more.\n"
        "The plan is announced.") },
  { N_ (
      "1. Add each candidate from the registration form, or import lists and forms: look through "
      "the "
      "preview first. F8 goes to the next remark, F2 mends the cell, Delete skips the row, "
      "Ctrl+Enter "
      "confirms a doubt; with Shift and the arrows several rows are marked and treated together, "
      "and "
      "one copied cell fills all that are marked.\n"
      "2. Choose the posts that each applies for.\n"
      "3. Open a person's dossier with Enter and complete it: résumé, education, family, photo, "
      "attachments. Appraisals are entered year by year; a year without a result, or with two, is "
      "told there. What does not fit together stands at its right; “Export forms” writes .lrmx "
      "and .lrm files; Ctrl+P in the dossier prints the form of appointment.\n"
      "4. Record who withdraws, with the day and the reason.\n"
      "5. After the last day compare the applicants of each post with the opening ratio; where "
      "they are too few, record the decision to extend, merge or cancel."),
    N_ ("The last day of registration is over.\n"
        "Everybody registered has applied for a post.\n"
        "Each post has enough applicants, or a decision.") },
  { N_ (
      "1. Look at the table: ✓ is met, ✗ is not met, ? has to be verified. A fact that is missing "
      "is never guessed.\n"
      "2. Look into what has to be verified, and decide it by hand; where you overrule the "
      "program, write the reason.\n"
      "3. Confirm everybody who is clear in one go.\n"
      "4. Have the leader approve the conclusions.\n"
      "Where a department head reads dossiers on another computer: “Review packages” in the export "
      "menu (Ctrl+Shift+R) makes one encrypted file of them, and takes the answer in that comes "
      "back. Conflicts of interest that a reader declares are pointed out where people recuse."),
    N_ ("Each application is found eligible or not eligible, and the leader has approved it.\n"
        "Each refusal has its reason.\n"
        "Each post has somebody eligible left.") },
  { N_ (
      "1. Draw the order of the speakers from a seed that is made in the room, under “Lots”. An "
      "interview may have an order of its own, of one post or of all posts together; candidates "
      "are dealt to rooms and judges are drawn out of a pool in the same way. “Check by drawing "
      "again” works the lots out anew.\n"
      "2. Add the judges of each post.\n"
      "3. Key the scores; H marks a judge who is recused, Q a candidate who is absent.\n"
      "4. Enter the scores of exams and interviews where the plan has them.\n"
      "5. What the plan has keyed twice another person keys again under “Keyed twice”, without "
      "seeing the first figures; a third person decides what differs. “Keying file” gives it to "
      "another computer.\n"
      "“Recusals” (Ctrl+Shift+H) lists who has to recuse from whom, as judge, inspector or member "
      "of the meeting, by the family lists, readers' declarations and ties entered by hand, and "
      "whether it is done. The mean is taken over the judges who are left; the table says over "
      "how many."),
    N_ ("The order of each post is drawn.\n"
        "Whoever has a tie that was entered by hand has recused.\n"
        "Each judge who is not recused has scored each candidate who is present.") },
  { N_ (
      "1. Enter for each group how many were due and came, and how many ballots were issued, "
      "returned, valid and invalid.\n"
      "2. Key the ballots one by one, or enter the marks that were counted by hand.\n"
      "3. Enter the scores of the leaders and of the regular appraisal. Voters who are drawn for a "
      "post out of a pool are drawn under “Lots”; “From the jury” writes the names of those whose "
      "term includes today into the pool.\n"
      "4. What the plan has keyed twice another person keys again under “Keyed twice”. Ballots "
      "are matched by the number that was written on them after they were mixed. To have it keyed "
      "on another computer make a keying file, open it there with its passphrase, and take in "
      "what comes back: it is compared as if it had been keyed here."),
    N_ ("The account of each group adds up, and as many ballots are keyed as are valid.\n"
        "No score of a candidate in the running is missing.\n"
        "Enough of those due came to the recommendation.") },
  { N_ (
      "1. Read the ranking; the right side says why somebody stands where they stand. “Neighbours, "
      "judges, weights” shows the smallest change that would swap two, how the judges marked, and "
      "how firm the list is.\n"
      "2. Settle a tie across the cut by a decision.\n"
      "3. Check the reasons against inspection for everybody on the list. “? look into” stands "
      "where the "
      "appraisals or a punishment on file speak against somebody.\n"
      "4. Accept the cut, or record another list with its reason.\n"
      "The window “Why this ranking” has four pages. “Rank”: what each component gave, the margin "
      "to "
      "the neighbours, the component that decides it, and the smallest change of one score or one "
      "ballot that would swap them. “Judges”: how severe and how far apart the judges mark, how "
      "alike, and how often a mark of theirs was dropped; so few judges show no more than that. "
      "“Without one of them”: the ranking if one judge or one ballot were left out. “Other "
      "weights”: the ranking "
      "with the weights moved by up to 5 points. What hangs on one judge is marked."),
    N_ ("Every total is there, and no tie across the cut is open.\n"
        "The list has the size of the plan, or a reason.\n"
        "Nobody on the list is barred from inspection.") },
  { N_ ("1. Add the members of the inspection team, two or more, and mark the leader.\n"
        "2. Post the notice of inspection.\n"
        "3. Record for each person the talks, the four musts, the integrity conclusion and the "
        "report, then rate them.\n"
        "4. Where something proved stands against somebody, record the veto with its reason.\n"
        "5. A member of the team with a tie to somebody keeps away from that inspection: record it "
        "under “Recusals”. Two or more have to be left."),
    N_ ("The notice was posted in time.\n"
        "For each person the four musts are concluded, a talk is recorded, the report is complete "
        "and signed, and the rating is there.\n"
        "No report against anybody is open.") },
  { N_ ("1. Record under Consultation the opinions that are asked for before the meeting.\n"
        "2. Add the meeting, all members of the body and who came.\n"
        "3. Record who left the room for which candidate; “Recusals” says who has to. They stay "
        "among the members and those due, and do not count as present for that vote.\n"
        "4. Enter the votes on each candidate: the page says what is needed and what is there.\n"
        "5. What is put off needs its reason."),
    N_ ("Enough members were present at each vote.\n"
        "Everybody proposed was voted on or put off.\n"
        "No more people passed than there are vacancies.") },
  { N_ ("1. Read the text of the notice, post it, and enter day and place.\n"
        "2. Record each complaint that comes in, how it was looked into, and its outcome.\n"
        "3. Answer those who signed with their names."),
    N_ ("The period is over and holds five working days or more.\n"
        "Every complaint is closed, and nothing proved stands against the appointment.") },
  { N_ ("1. Record for each person the decision, the notice, the talk and the filing.\n"
        "2. Enter the months of probation; the end is counted from the day of the notice.\n"
        "3. Tell those who were not chosen, and put the strong ones into the reserve.\n"
        "4. At the end of probation record how it ended, also after the round is closed."),
    N_ ("Notice, talk and filing are recorded for everybody chosen, and probation has begun.\n"
        "Everybody who was not chosen has been told.") },
};

static void
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
append_signers (GtkBox *box, const char *const *signers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; signers[i]; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", xr_role_label (signers[i]));
  append_label (box, _ ("Who signs"), "heading");
  append_label (box, text->str, NULL);
  g_string_free (text, TRUE);
}

static void
append_stage (GtkBox *box, const XrStageInfo *info)
{
  const Help *help = &stages[info->stage - 1];

  append_label (box, _ (info->title), "title-2");
  append_label (box, _ (info->purpose), NULL);
  append_label (box, _ ("What to do"), "heading");
  append_label (box, _ (help->steps), NULL);
  append_label (box, _ ("When the stage can be closed"), "heading");
  append_label (box, _ (help->conditions), NULL);
  append_signers (box, info->signers);
}

/* The same at every stage. */
static void
append_papers (GtkBox *box)
{
  append_label (box, _ ("Papers"), "heading");
  append_label (
    box,
    _ ("“Print” has the papers of the stage; Ctrl+P opens the main one. Look through the "
       "copies, then print them or save them; “Blank form” is for filling in by hand. "
       "“Change the wording” changes what a paper says, for this round or for every one."),
    NULL);
}

void
xr_help_window_present (GtkWindow *parent, int stage)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  if (stage == 0)
    {
      append_label (GTK_BOX (box), _ ("Overview"), "title-2");
      append_label (GTK_BOX (box), _ (overview_steps), NULL);
    }
  else
    {
      append_stage (GTK_BOX (box), xr_stage_info (stage));
      append_papers (GTK_BOX (box));
    }
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), scroller);
  adw_window_set_content (ADW_WINDOW (window), outer);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 540);
  xr_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
