/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/commands.h"
#include "round/keying.h"

G_BEGIN_DECLS

/* What is on the ballots and in the counts of a component, for those who list and correct them; and the
 * keying of counts one cell at a time, as a table of them is typed. */

typedef struct
{
  gint64 id;
  gint64 group; /* 0: the component has none */
  gint64 post;  /* 0: a graded ballot */
  char *number;
  gboolean waits; /* not in the record yet */
} XrBallotInfo;

/* The ballots of @component, of one post (0: those of none) and one group (0: of all groups), by group
 * and number. (transfer full) (element-type XrBallotInfo) */
GPtrArray *xr_ballot_list (XrOffice *office, gint64 component, gint64 post, gint64 group);
/* The same of either keying. */
GPtrArray *xr_keyed_ballot_list (XrOffice *office, XrKeying keying, gint64 component, gint64 post,
                                 gint64 group);
/* The marks of a graded ballot. (transfer full) (element-type XrBallotMark) */
GArray *xr_ballot_load_marks (XrOffice *office, gint64 ballot);
/* The candidates on a ranked ballot by place, 0 where a place is blank. (transfer full)
 * (element-type gint64) */
GArray *xr_ballot_load_choices (XrOffice *office, gint64 ballot);

/* How the voters judged a candidate in one dimension, ballots and hand counts together. */
typedef struct
{
  gint64 candidate, dimension;
  gint64 marks;   /* how many, abstentions not counted */
  XrDecimal mean; /* rounded to two decimals, for showing only */
} XrDimensionMean;

/* (transfer full) (element-type XrDimensionMean), by candidate and dimension. */
GArray *xr_dimension_means (XrOffice *office, gint64 component);

/* How many marks of a grade a candidate has in a dimension from a group, ballots and hand counts together. */
typedef struct
{
  gint64 group, candidate, dimension; /* @group 0: the component has none */
  XrDecimal points;
  gint64 votes;
} XrGradeCount;

/* (transfer full) (element-type XrGradeCount): it shows how few people voted, so whoever prints it withholds
 * small groups (rules/withhold.h). */
GArray *xr_grade_counts (XrOffice *office, gint64 component);

/* One figure as it is typed into a table of counts. Ids are 0 where the component or the table has none
 * such. */
typedef struct
{
  gint64 group, candidate, dimension;
  XrDecimal points;  /* of the grade that was counted */
  const char *field; /* which figure */
  const char *text;  /* a whole number, or "" to clear */
} XrCount;

/* All three write all of @counts or none, as one entry in the record. */

/* Figures of the groups' accounts; fields: due, present, issued, returned, valid, invalid. Where ballots
 * returned are known, valid and invalid ones are kept at their sum: the one that was not typed is made
 * from the other. */
gboolean xr_ballot_account_set (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                                GError **error);
/* Votes on candidates; fields: yes, no, abstain. A candidate's count begins with the votes in favour:
 * others alone are refused, and clearing those takes the count away. */
gboolean xr_vote_counts_set (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                             GError **error);
/* How many marks of a grade candidates have in a dimension, counted by hand; field: votes. */
gboolean xr_tallies_set (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                         GError **error);
/* One more of the returned ballots is invalid. */
gboolean xr_voter_group_add_invalid (XrOffice *office, gint64 group, GError **error);

/* Whether anything may be keyed for @component: its stage is not closed and the file can be written. */
gboolean xr_component_is_open (XrOffice *office, gint64 component);

/* Copies the judges of one component and post to another, those who are there already left out. One
 * entry in the record. Returns how many came, −1 with @error. */
int xr_judges_copy (XrOffice *office, gint64 from_component, gint64 from_post, gint64 to_component,
                    gint64 to_post, GError **error);

G_END_DECLS
