/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest change of one ballot is what trying every other way to fill in every ballot finds, and the
 * result without a ballot is that of a case that never had it. */

#include "config.h"

#include "contest.h"
#include "rules/explain-ballot.h"

#define N_RUNS  24
#define N_DIMS  2
#define PLACES  3
#define GROUPS  2
#define BALLOTS 9

/* Ballots as papers, from which a case is made anew for every trial. */
typedef struct
{
  XrMethod method;
  gboolean hand_count; /* 测评汇总 instead of ballots */
  int n_people, n_ballots, n_groups, n_dims;
  XrCase *contest;                           /* plan, people and what no ballot says */
  gint64 marks[BALLOTS * GROUPS][8][N_DIMS]; /* −1: abstention */
  int places[BALLOTS * GROUPS][PLACES];      /* −1: none */
  int votes[BALLOTS * GROUPS][8];            /* XrBallotVote */
} Papers;

static int
group_of (const Papers *self, int ballot)
{
  return self->n_groups == 0 ? -1 : ballot % self->n_groups;
}

/* ---- a case made of papers */

static void
fill_graded (const Papers *self, int without)
{
  XrGradedCounter *counter = xr_graded_counter_new (
    g_ptr_array_index (self->contest->plan->components, 0), 0);

  for (int b = 0; b < self->n_ballots; b++)
    for (int c = 0; c < self->n_people; c++)
      for (int d = 0; d < self->n_dims; d++)
        if (b != without && self->marks[b][c][d] >= 0)
          xr_graded_counter_add (counter, b, group_of (self, b), c, d,
                                 (XrDecimal){ self->marks[b][c][d] });
  xr_graded_counter_finish (counter, self->contest->graded_sums);
}

static void
fill_tallies (const Papers *self)
{
  for (int b = 0; b < self->n_ballots; b++)
    for (int c = 0; c < self->n_people; c++)
      for (int d = 0; d < self->n_dims; d++)
        {
          XrTally tally = { 0, 0, group_of (self, b), c, d, { self->marks[b][c][d] }, 1 };

          if (tally.points.units >= 0)
            g_array_append_val (self->contest->tallies, tally);
        }
}

static void
fill_ranked (const Papers *self, int without)
{
  gint64 bases[GROUPS + 1] = { 0 };

  for (int b = 0; b < self->n_ballots; b++)
    {
      if (b == without)
        continue;
      bases[group_of (self, b) + 1]++;
      for (int p = 0; p < PLACES; p++)
        if (self->places[b][p] >= 0)
          test_ranked_sum (self->contest, 0, group_of (self, b), self->places[b][p], (guint) p + 1,
                           1);
    }
  for (int g = 0; g <= GROUPS; g++)
    if (bases[g] > 0)
      test_ranked_base (self->contest, 0, g - 1, bases[g]);
}

static void
fill_votes (const Papers *self)
{
  for (int g = self->n_groups == 0 ? -1 : 0; g < self->n_groups; g++)
    for (int c = 0; c < self->n_people; c++)
      {
        gint64 counts[3] = { 0 };

        for (int b = 0; b < self->n_ballots; b++)
          if (group_of (self, b) == g)
            counts[self->votes[b][c]]++;
        test_vote (self->contest, 0, g, c, counts[XR_BALLOT_YES], counts[XR_BALLOT_NO],
                   counts[XR_BALLOT_ABSTAIN]);
      }
}

static void
fill (const Papers *self, int without)
{
  g_array_set_size (self->contest->graded_sums, 0);
  g_array_set_size (self->contest->tallies, 0);
  g_array_set_size (self->contest->ranked_sums, 0);
  g_array_set_size (self->contest->ranked_bases, 0);
  g_array_set_size (self->contest->votes, 0);
  if (self->method == XR_METHOD_GRADED_BALLOT && self->hand_count)
    fill_tallies (self);
  else if (self->method == XR_METHOD_GRADED_BALLOT)
    fill_graded (self, without);
  else if (self->method == XR_METHOD_RANKED_BALLOT)
    fill_ranked (self, without);
  else
    fill_votes (self);
}

static gboolean
is_swapped (const Papers *self, int upper, int lower)
{
  g_autoptr (XrResult) result = NULL;
  int a, b;

  fill (self, -1);
  result = xr_result_compute (self->contest);
  a = test_find_standing (result, upper)->rank;
  b = test_find_standing (result, lower)->rank;
  return b > 0 && (a == 0 || b < a);
}

/* ---- every single change */

/* The rungs of a mark: grades 0, 40, 60 and 100, or points of 0 to 5. */
static const gint64 grades[] = { 0, 40, 60, 100 };

static int
count_rungs (const Papers *self)
{
  const XrComponent *component = g_ptr_array_index (self->contest->plan->components, 0);

  return component->grades->len > 0 ? (int) G_N_ELEMENTS (grades) : 6;
}

static gint64
get_rung (const Papers *self, int rung)
{
  return XR_DECIMAL_SCALE * (count_rungs (self) == 6 ? rung : grades[rung]);
}

static int
find_rung (const Papers *self, gint64 mark)
{
  for (int i = 0; i < count_rungs (self); i++)
    if (get_rung (self, i) == mark)
      return i;
  g_assert_not_reached ();
}

/* Goes through all marks of the two from @slot on; @steps were taken so far. */
static void
try_marks (Papers *self, int ballot, int upper, int lower, int slot, guint steps, guint *best)
{
  gint64 *mark = &self->marks[ballot][slot < self->n_dims ? upper : lower][slot % self->n_dims];
  gint64 kept = *mark;

  if (steps >= *best)
    return;
  if (slot == 2 * self->n_dims)
    {
      if (is_swapped (self, upper, lower))
        *best = steps;
      return;
    }
  if (kept < 0)
    {
      try_marks (self, ballot, upper, lower, slot + 1, steps, best);
      return;
    }
  for (int rung = 0; rung < count_rungs (self); rung++)
    {
      *mark = get_rung (self, rung);
      try_marks (self, ballot, upper, lower, slot + 1,
                 steps + (guint) ABS (rung - find_rung (self, kept)), best);
    }
  *mark = kept;
}

static void
try_one_mark (Papers *self, int ballot, int upper, int lower, guint *best)
{
  for (int slot = 0; slot < 2 * self->n_dims; slot++)
    {
      gint64 *mark = &self->marks[ballot][slot < self->n_dims ? upper : lower][slot % self->n_dims];
      gint64 kept = *mark;

      for (int rung = 0; kept >= 0 && rung < count_rungs (self); rung++)
        {
          guint steps = (guint) ABS (rung - find_rung (self, kept));

          *mark = get_rung (self, rung);
          if (steps < *best && is_swapped (self, upper, lower))
            *best = steps;
        }
      *mark = kept;
    }
}

static void
try_vote (Papers *self, int ballot, int upper, int lower, guint *best)
{
  for (int who = 0; who < 2; who++)
    {
      int *vote = &self->votes[ballot][who == 0 ? upper : lower];
      int kept = *vote;

      for (int other = XR_BALLOT_NO; other <= XR_BALLOT_YES; other++)
        {
          *vote = other;
          if ((guint) ABS (other - kept) < *best && is_swapped (self, upper, lower))
            *best = (guint) ABS (other - kept);
        }
      *vote = kept;
    }
}

/* The step on the ladder of places, the last is 未推荐. */
static int
find_place (const int *places, int who)
{
  for (int p = 0; p < PLACES; p++)
    if (places[p] == who)
      return p;
  return PLACES;
}

/* Every way to fill in a ranked ballot, from @place on. */
static void
try_ballots (Papers *self, int ballot, int upper, int lower, const int *before, int place,
             guint *best)
{
  int *places = self->places[ballot];

  if (place == PLACES)
    {
      guint steps = (guint) ABS (find_place (before, upper) - find_place (places, upper))
                    + (guint) ABS (find_place (before, lower) - find_place (places, lower));

      if (steps < *best && is_swapped (self, upper, lower))
        *best = steps;
      return;
    }
  for (int who = -1; who < self->n_people; who++)
    {
      gboolean twice = FALSE;

      for (int p = 0; p < place; p++)
        twice = twice || (who >= 0 && places[p] == who);
      if (twice)
        continue;
      places[place] = who;
      try_ballots (self, ballot, upper, lower, before, place + 1, best);
    }
}

/* The two at other places, those who stood there moved to what became free. */
static void
try_exchanges (Papers *self, int ballot, int upper, int lower, const int *before, guint *best)
{
  const int from[] = { find_place (before, upper), find_place (before, lower) };

  for (int u = 0; u <= PLACES; u++)
    for (int l = 0; l <= PLACES; l++)
      {
        int after[PLACES + 1] = { -1, -1, -1, -1 };
        guint steps = (guint) (ABS (u - from[0]) + ABS (l - from[1]));

        if ((u == l && u < PLACES) || steps >= *best)
          continue;
        after[u] = upper;
        if (l < PLACES || u < PLACES)
          after[l] = lower;
        for (int p = 0; p < PLACES; p++)
          if (before[p] >= 0 && before[p] != upper && before[p] != lower && p != u && p != l)
            after[p] = before[p];
        for (int k = 0; k < 2; k++)
          {
            int place = k == 0 ? u : l;
            int who = place < PLACES ? before[place] : -1;

            if (who < 0 || who == upper || who == lower)
              continue;
            for (int f = 0; f < 2; f++)
              if (from[f] < PLACES && after[from[f]] < 0)
                {
                  after[from[f]] = who;
                  break;
                }
          }
        memcpy (self->places[ballot], after, sizeof (int) * PLACES);
        if (is_swapped (self, upper, lower))
          *best = steps;
      }
}

static gboolean
is_coupled (const Papers *self)
{
  return ((XrComponent *) g_ptr_array_index (self->contest->plan->components, 0))->has_cut_ratio;
}

static guint
try_all (Papers *self, int upper, int lower)
{
  guint best = G_MAXUINT;

  for (int b = 0; b < self->n_ballots; b++)
    {
      int before[PLACES];

      memcpy (before, self->places[b], sizeof before);
      if (self->method == XR_METHOD_VOTE_SHARE)
        try_vote (self, b, upper, lower, &best);
      else if (self->method == XR_METHOD_GRADED_BALLOT && self->hand_count)
        try_one_mark (self, b, upper, lower, &best);
      else if (self->method == XR_METHOD_GRADED_BALLOT)
        try_marks (self, b, upper, lower, 0, 0, &best);
      else if (is_coupled (self))
        try_exchanges (self, b, upper, lower, before, &best);
      else
        try_ballots (self, b, upper, lower, before, 0, &best);
      memcpy (self->places[b], before, sizeof before);
    }
  fill (self, -1);
  return best;
}

/* ---- drawing */

static void
draw_plan (Papers *self, GRand *rand)
{
  XrComponent *voted = test_add_component (self->contest, "测评", self->method, "60");
  XrComponent *exam = test_add_component (self->contest, "笔试", XR_METHOD_DIRECT, "40");

  for (int g = 0; g < self->n_groups; g++)
    test_add_group (voted, g == 0 ? "甲组" : "乙组", g == 0 ? "70" : "30")->has_weight
      = g_rand_boolean (rand);
  if (self->n_groups > 0)
    ((XrGroup *) g_ptr_array_index (voted->groups, 1))->has_weight
      = ((XrGroup *) g_ptr_array_index (voted->groups, 0))->has_weight;
  test_add_dimension (voted, "德", "1", NULL);
  if (self->n_dims > 1)
    test_add_dimension (voted, "能", g_rand_boolean (rand) ? "2" : "1.5", NULL);
  if (self->n_dims > 1)
    for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
      {
        g_autofree char *points = g_strdup_printf ("%d", (int) grades[i]);

        test_add_grade (voted, points, points);
      }
  else
    voted->full_mark = XR_DECIMAL_INT (5);
  test_add_place (voted, 0, "0.5");
  test_add_place (voted, 1, "1");
  test_add_place (voted, 2, "0.9");
  test_add_place (voted, 3, "0.7");
  voted->places = (guint) g_rand_int_range (rand, 0, 3);
  voted->vote_base = g_rand_boolean (rand) ? XR_VOTE_BASE_VALID : XR_VOTE_BASE_FOR_AND_AGAINST;
  voted->has_pass_line = g_rand_int_range (rand, 0, 3) == 0;
  voted->pass_line = XR_DECIMAL_INT (45);
  voted->has_cut_ratio = g_rand_int_range (rand, 0, 3) == 0;
  voted->cut_ratio = (XrRatio){ 3, 1 };
  exam->places = 0;
  self->contest->plan->settings.rank_unrounded = g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    test_tie_breaker (self->contest, g_rand_boolean (rand) ? "测评" : "笔试");
}

static void
draw_ballot (Papers *self, int ballot, GRand *rand)
{
  for (int c = 0; c < self->n_people; c++)
    {
      self->votes[ballot][c] = g_rand_int_range (rand, 0, 3);
      for (int d = 0; d < self->n_dims; d++)
        self->marks[ballot][c][d] = g_rand_int_range (rand, 0, 12) == 0
                                      ? -1
                                      : get_rung (self,
                                                  g_rand_int_range (rand, 0, count_rungs (self)));
    }
  for (int p = 0; p < PLACES; p++)
    {
      int who = g_rand_int_range (rand, -1, self->n_people);

      self->places[ballot][p] = who;
      for (int before = 0; before < p; before++)
        if (self->places[ballot][before] == who)
          self->places[ballot][p] = -1;
    }
}

static Papers *
draw_papers (GRand *rand, XrMethod method, gboolean hand_count)
{
  Papers *self = g_new0 (Papers, 1);

  self->method = method;
  self->hand_count = hand_count;
  self->n_people = g_rand_int_range (rand, 2, 7);
  self->n_groups = g_rand_int_range (rand, 0, 3) == 0 ? GROUPS : 0;
  self->n_ballots = self->n_groups > 0 ? 10 : g_rand_int_range (rand, 5, BALLOTS + 1);
  self->n_dims = method == XR_METHOD_GRADED_BALLOT && g_rand_int_range (rand, 0, 3) > 0 ? 2 : 1;
  self->contest = test_case_new (1, (guint) self->n_people);
  draw_plan (self, rand);
  for (int b = 0; b < self->n_ballots; b++)
    draw_ballot (self, b, rand);
  for (int c = 0; c < self->n_people; c++)
    {
      XrDirectScore score = { 0, 1, c, -1, XR_DECIMAL_INT (g_rand_int_range (rand, 60, 90)) };

      g_array_append_val (self->contest->direct_scores, score);
    }
  fill (self, -1);
  return self;
}

static void
free_papers (Papers *self)
{
  xr_case_free (self->contest);
  g_free (self);
}

/* ---- what the search is given */

static XrBallotSheet *
make_sheet (const Papers *self, int ballot, const int *people, int n_people)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->method == XR_METHOD_GRADED_BALLOT)
    for (int i = 0; i < n_people; i++)
      g_array_append_vals (values, self->marks[ballot][people[i]], (guint) self->n_dims);
  else
    for (int p = 0; p < PLACES; p++)
      {
        gint64 who = self->places[ballot][p];

        g_array_append_val (values, who);
      }
  return xr_ballot_sheet_new (group_of (self, ballot), (const gint64 *) values->data, values->len);
}

static GPtrArray *
make_sheets (const Papers *self, int upper, int lower)
{
  const int people[] = { upper, lower };
  GPtrArray *sheets = g_ptr_array_new ();

  if (self->hand_count || self->method == XR_METHOD_VOTE_SHARE)
    return sheets;
  for (int b = 0; b < self->n_ballots; b++)
    g_ptr_array_add (sheets, make_sheet (self, b, people, 2));
  return xr_ballot_sheets_group (sheets);
}

/* ---- the tests */

static guint
check_pairs (Papers *self)
{
  g_autoptr (XrResult) result = xr_result_compute (self->contest);
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);
  guint found = 0;

  for (guint i = 0; i + 1 < post->standings->len; i++)
    {
      int upper = ((XrStanding *) g_ptr_array_index (post->standings, i))->application;
      const XrStanding *below = g_ptr_array_index (post->standings, i + 1);
      g_autoptr (GPtrArray) sheets = make_sheets (self, upper, below->application);
      g_autoptr (XrBallotSwap) swap = NULL;
      guint best;

      if (!below->has_total)
        break;
      swap = xr_explain_ballot_swap (self->contest, upper, below->application, 0, sheets, 0);
      best = try_all (self, upper, below->application);
      g_assert_true (swap->complete);
      g_assert_false (swap->small_group);
      g_assert_cmpint (swap->found, ==, best < G_MAXUINT);
      if (swap->found)
        g_assert_cmpuint (swap->steps, ==, best);
      found += swap->found;
    }
  return found;
}

static void
check_method (XrMethod method, gboolean hand_count)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7 + method);
  guint found = 0;

  for (int run = 0; run < N_RUNS; run++)
    {
      Papers *papers = draw_papers (rand, method, hand_count);

      found += check_pairs (papers);
      free_papers (papers);
    }
  g_assert_cmpuint (found, >, 5);
}

static void
test_graded (void)
{
  check_method (XR_METHOD_GRADED_BALLOT, FALSE);
}

static void
test_hand_count (void)
{
  check_method (XR_METHOD_GRADED_BALLOT, TRUE);
}

static void
test_ranked (void)
{
  check_method (XR_METHOD_RANKED_BALLOT, FALSE);
}

static void
test_votes (void)
{
  check_method (XR_METHOD_VOTE_SHARE, FALSE);
}

/* What the search names is a swap when it is carried out. */
static void
test_named_change (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint checked = 0;

  for (int run = 0; run < N_RUNS; run++)
    {
      Papers *papers = draw_papers (rand, XR_METHOD_GRADED_BALLOT, FALSE);
      g_autoptr (XrResult) result = xr_result_compute (papers->contest);
      const XrPostResult *post = g_ptr_array_index (result->posts, 0);
      const XrStanding *upper = g_ptr_array_index (post->standings, 0);
      const XrStanding *lower = g_ptr_array_index (post->standings, 1);
      g_autoptr (GPtrArray) sheets = make_sheets (papers, upper->application, lower->application);
      g_autoptr (XrBallotSwap) swap = NULL;
      gboolean carried = FALSE;

      if (lower->has_total)
        swap = xr_explain_ballot_swap (papers->contest, upper->application, lower->application, 0,
                                       sheets, 0);
      for (int b = 0; swap != NULL && swap->found && !carried && b < papers->n_ballots; b++)
        {
          guint fits = 0;
          gint64 kept[8][N_DIMS];

          memcpy (kept, papers->marks[b], sizeof kept);
          for (guint i = 0; i < swap->changes->len; i++)
            {
              const XrBallotChange *change = &g_array_index (swap->changes, XrBallotChange, i);
              gint64 *mark = &papers->marks[b][change->application][change->dimension];

              fits += *mark == change->from && group_of (papers, b) == swap->group;
              *mark = change->to;
            }
          carried = fits == swap->changes->len
                    && is_swapped (papers, upper->application, lower->application);
          memcpy (papers->marks[b], kept, sizeof kept);
        }
      g_assert_cmpint (carried, ==, swap != NULL && swap->found);
      checked += carried;
      free_papers (papers);
    }
  g_assert_cmpuint (checked, >, 5);
}

static void
check_without (Papers *self, int ballot, const XrPostResult *post)
{
  const int everybody[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  XrBallotSheet *sheet = make_sheet (self, ballot, everybody, self->n_people);
  g_autoptr (XrWithout) without = NULL;
  g_autoptr (XrResult) after = NULL;

  fill (self, -1);
  without = xr_explain_without_ballot (self->contest, post, 0, sheet);
  fill (self, ballot);
  after = xr_result_compute (self->contest);
  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *old = g_ptr_array_index (post->standings, i);
      const XrStanding *new = test_find_standing (after, old->application);

      g_assert_cmpint (without->ranks[i], ==, new->rank);
      g_assert_cmpint (without->shortlisted[i], ==, new->shortlisted);
    }
  xr_ballot_sheet_free (sheet);
}

static void
test_without_ballot (void)
{
  static const XrMethod methods[] = { XR_METHOD_GRADED_BALLOT, XR_METHOD_RANKED_BALLOT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int run = 0; run < 2 * N_RUNS; run++)
    {
      Papers *papers = draw_papers (rand, methods[run % 2], FALSE);
      g_autoptr (XrResult) result = xr_result_compute (papers->contest);

      for (int b = 0; b < papers->n_ballots; b++)
        check_without (papers, b, g_ptr_array_index (result->posts, 0));
      free_papers (papers);
    }
}

/* Four voters: what they wrote is not looked at, so the answer is the same whatever it is. */
static void
test_small_group (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int run = 0; run < N_RUNS; run++)
    {
      Papers *papers = draw_papers (rand, XR_METHOD_GRADED_BALLOT, FALSE);
      g_autoptr (XrResult) result = NULL;
      const XrPostResult *post;
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (XrBallotSwap) swap = NULL;
      int upper, lower;

      papers->n_groups = 0;
      papers->n_ballots = 4;
      fill (papers, -1);
      result = xr_result_compute (papers->contest);
      post = g_ptr_array_index (result->posts, 0);
      upper = ((XrStanding *) g_ptr_array_index (post->standings, 0))->application;
      lower = ((XrStanding *) g_ptr_array_index (post->standings, 1))->application;
      sheets = make_sheets (papers, upper, lower);
      swap = xr_explain_ballot_swap (papers->contest, upper, lower, 0, sheets, 0);
      g_assert_false (swap->found);
      g_assert_cmpuint (swap->changes->len, ==, 0);
      /* Whatever could be done by a ballot that is there, one from the worst to the best could do. */
      if (((XrStanding *) g_ptr_array_index (post->standings, 1))->has_total
          && try_all (papers, upper, lower) < G_MAXUINT)
        g_assert_true (swap->small_group);
      free_papers (papers);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain-ballot/graded", test_graded);
  g_test_add_func ("/explain-ballot/hand-count", test_hand_count);
  g_test_add_func ("/explain-ballot/ranked", test_ranked);
  g_test_add_func ("/explain-ballot/votes", test_votes);
  g_test_add_func ("/explain-ballot/named-change", test_named_change);
  g_test_add_func ("/explain-ballot/without-ballot", test_without_ballot);
  g_test_add_func ("/explain-ballot/small-group", test_small_group);
  return g_test_run ();
}
