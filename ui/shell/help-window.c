/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, page by page: what is done there, in the order in which it is done. */
#include "config.h"

#include "shell/help-window.h"

#include <glib/gi18n-lib.h>

#include "round/stage.h"

/* By stage; 0: the overview. */
static const char *const steps[XR_N_STAGES + 1] = {
  N_ ("A round is begun with \"New round\": choose a plan that is close to yours and change it, or "
      "import a workbook.\nEach round has a card: the ten marks show where it stands, the line "
      "below what holds it up.\nThe list at the right shows what is due, by day.\nThe record keeps "
      "every change; \"Verify and seal\" checks it."),
  N_ ("1. Add the posts with their vacancies.\n2. Add the conditions of eligibility.\n3. Set the "
      "components of the score: their weights must add up to 100.\n4. Plan the days of each "
      "stage.\n5. Fill in organisation, scope and discipline.\n6. Read the announcement, publish "
      "it, sign, and close the stage."),
  N_ (
    "1. Add each candidate, or import the list.\n2. Say which posts each applies for.\n3. When "
    "registration ends, look whether each post has enough applicants; else record a decision.\n4. "
    "Sign and close the stage."),
  N_ ("1. The program judges every condition for every candidate; it never guesses a fact that is "
      "missing.\n2. Confirm the clear ones in one go.\n3. Decide the others by hand, with a "
      "reason.\n4. The leader approves; sign and close the stage."),
  N_ ("1. Draw the order of speakers from a seed that is made in the room.\n2. Add the judges.\n3. "
      "Type the scores; H marks a judge who is recused.\n4. Record keeper and supervisor sign; "
      "close the stage."),
  N_ ("1. Enter how many ballots each group was given and returned.\n2. Type the ballots, or the "
      "counted marks.\n3. The account of ballots must add up.\n4. Sign and close the stage."),
  N_ ("1. Read the ranking and why each stands where they stand.\n2. Settle a tie at the line by a "
      "decision.\n3. Accept the list, or record another with a reason.\n4. Sign and close the "
      "stage."),
  N_ ("1. Name the inspection team.\n2. For each person record notice, talks, the four checks, and "
      "the report.\n3. Rate, or veto with a reason.\n4. Sign and close the stage."),
  N_ ("1. Record the meeting and who is present.\n2. Record recusals.\n3. Enter the votes on each "
      "person: the page says what is needed and what is there.\n4. Sign and close the stage."),
  N_ ("1. Enter when and where the notice was posted.\n2. Record every complaint and how it was "
      "settled.\n3. When the period is over and everything is settled, sign and close the stage."),
  N_ ("1. Record decision, order, talk and filing for each person.\n2. Watch the end of "
      "probation.\n3. Put strong candidates into the reserve, tell the others.\n4. Sign and close "
      "the round."),
};

void
xr_help_window_present (GtkWindow *parent, int stage)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *title = stage == 0 ? _ ("Overview") : _ (xr_stage_info (stage)->title);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *body = gtk_label_new (_ (steps[stage]));

  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_yalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (body), 70);
  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (window), outer);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 360);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
