/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The descriptions of the tables, for round/table.c, and the word lists that several of them use. */

#define XR_FIELDS(array) .fields = (array), .n_fields = G_N_ELEMENTS (array)

extern const XrTable xr_table_holiday, xr_table_round, xr_table_post, xr_table_rule,
  xr_table_setting, xr_table_schedule, xr_table_staff;
extern const XrTable xr_table_component, xr_table_dimension, xr_table_grade, xr_table_place_points,
  xr_table_voter_group;
extern const XrTable xr_table_juror;
extern const XrTable xr_table_candidate, xr_table_application;
extern const XrTable xr_table_dossier, xr_table_relative, xr_table_tenure, xr_table_attachment;
extern const XrTable xr_table_judge, xr_table_tally, xr_table_vote_count, xr_table_direct_score;
extern const XrTable xr_table_lot;
extern const XrTable xr_table_decision, xr_table_shortlist, xr_table_exclusion_check,
  xr_table_waiver;
extern const XrTable xr_table_team_member, xr_table_inspection, xr_table_talk,
  xr_table_inspection_check;
extern const XrTable xr_table_meeting, xr_table_attendee, xr_table_recusal, xr_table_vote,
  xr_table_consultation;
extern const XrTable xr_table_relation, xr_table_team_recusal;
extern const XrTable xr_table_publicity, xr_table_complaint;
extern const XrTable xr_table_appointment, xr_table_reserve, xr_table_notification;
extern const XrTable xr_table_signature, xr_table_stage_event;

/* Words of the official lists (domain/codes.md): stored as they are, the same in every language. */
extern const XrChoice xr_words_sex[], xr_words_nation[], xr_words_party[], xr_words_education[],
  xr_words_degree[], xr_words_rank[], xr_words_staffing[], xr_words_source[], xr_words_role[],
  xr_words_relation[], xr_words_health[], xr_words_age_limit[], xr_words_level[],
  xr_words_attachment[];
extern const XrChoice xr_choices_stage[];

/* For whole-row checks. FALSE with XR_ROUND_ERROR_VALUE when both dates are there and @later comes
 * before @earlier; @sentence is translated. */
gboolean xr_check_order (XrRow *row, const char *earlier, const char *later, const char *sentence,
                         GError **error);
/* FALSE when both numbers are there and @less is more than @more. */
gboolean xr_check_at_most (XrRow *row, const char *less, const char *more, const char *sentence,
                           GError **error);
/* FALSE with @sentence when @field is empty. */
gboolean xr_check_given (XrRow *row, const char *field, const char *sentence, GError **error);
/* Sets @error to XR_ROUND_ERROR_VALUE with @sentence; always FALSE. */
gboolean xr_check_fail (GError **error, const char *sentence);

G_END_DECLS
