/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/key-set.h"
#include "exchange/workbook-sheet.h"
#include "exchange/workbook.h"

G_BEGIN_DECLS

/* What the sheets of one workbook share while it is read: the intake that grows, indexes into it, and
 * what can only be checked at the end. Only the workbook*.c files include this. */

/* Where something stands that is checked at the end. */
typedef struct
{
  const XrSheet *sheet;
  guint sheet_index;
  guint32 row;
} XrPlaceInBook;

/* What the reader knows of a component beside its values. */
typedef struct
{
  XrPlaceInBook place;     /* its row in 计分; sheet NULL: it doesn't come from this book */
  gboolean method_unknown; /* its row has a fault there: nothing is said about its method */
  gboolean has_full_mark;  /* written in 计分 */
  gboolean full_mark_bad;
  gboolean is_grouping_given; /* 按组加权 is written in 计分 */
  gboolean from_template;
  gboolean lists_replaced[4]; /* template lists of XrListKind that the book has begun to replace */
} XrComponentNote;

typedef enum
{
  XR_LIST_DIMENSIONS,
  XR_LIST_GRADES,
  XR_LIST_PLACES,
  XR_LIST_GROUPS,
} XrListKind;

/* What the reader knows of a candidate beside the values. */
typedef struct
{
  guint32 row; /* the first in 报名, 0: was in the round */
  gboolean number_given;
} XrCandidateNote;

/* Who judges whom how often, for 回避. */
typedef struct
{
  int n_scores, n_recused;
  int component;
  guint32 last_row;
  gboolean is_told;
} XrRecusalNote;

/* What a row says otherwise of a person who is in the round already. */
typedef struct
{
  int candidate, column;
  int application;      /* whose 志愿 it is; −1: a fact of the candidate */
  char *before, *after; /* as they stand in a list; before NULL: nothing was there */
} XrPersonChange;

struct _XrBook
{
  XrXlsx *xlsx;
  GPtrArray *faults;
  gboolean is_addition; /* to a round that is there */
  XrDate today;         /* asked once: the system looks up the time zone each time */
  XrTemplateFunc load_template;
  XrIntake *intake;
  XrCase *contest; /* the intake's */
  XrPlan *plan;    /* the contest's */

  /* A sheet that others refer to couldn't be read whole: what isn't found there is no fault. */
  gboolean posts_incomplete, components_incomplete, people_incomplete, lists_incomplete;

  gboolean title_bad;      /* 名称 stands there, empty or with a fault */
  GPtrArray *setting_rows; /* SettingRow of workbook-settings.c */
  XrPlaceInBook tie_place; /* 同分处理 */
  gboolean rules_replaced;
  gboolean components_replaced;
  gboolean weights_bad; /* a weight couldn't be read: no fault about their sum */
  guint scoring_sheet;  /* index of 计分 + 1, 0: the book has none */

  GHashTable *posts;       /* folded name → index + 1 */
  GHashTable *components;  /* folded name → index + 1 */
  GArray *component_notes; /* XrComponentNote */

  GStringChunk *keys;      /* of names and numbers: there are many and they go together */
  GHashTable *names;       /* folded name → index + 1 of the candidate, or NAME_TWICE */
  GHashTable *numbers;     /* number by value → index + 1 */
  GHashTable *id_numbers;  /* the candidates' own → index + 1 */
  GArray *candidate_notes; /* XrCandidateNote */
  GArray *changes;   /* XrPersonChange: people of the round may be changed; NULL: that is a fault */
  XrKeySet *changed; /* (candidate, column) of changes */
  XrKeySet *wishes;  /* (candidate, 志愿) */
  int candidate;     /* whom the last row of 报名 is about, −1: nobody, for a fault */
  GHashTable *applications; /* packed (candidate, post) → index + 1 */

  GHashTable *judges;   /* "component post panel name" → index + 1 */
  GHashTable *recusals; /* packed (judge, application) → XrRecusalNote */
  GHashTable *panels;   /* packed (component, application) → folded panel */
  XrKeySet *scores, *direct_scores, *votes, *tallies, *marks;
  XrKeySet *counted;   /* (component, group) that have ballots, or tallies */
  GHashTable *ballots; /* key → index + 1 */
  guint n_old_ballots;
  XrKeySet *told; /* what is to be said only once */
  struct
  {
    int component, group, ballot;
    gboolean is_closed; /* nothing may be added to it */
    char *number;
  } last; /* the graded ballot of the row before; ballot −1: none */
};

/* Takes @intake as what the book adds to; xr_book_clear() frees it where it is still there. */
void xr_book_begin (XrBook *book, XrIntake *intake);
/* Makes what the intake has be found by the sheets. */
void xr_book_index_base (XrBook *book);
void xr_book_clear (XrBook *book);

#define XR_NAME_TWICE GINT_TO_POINTER (-1)

/* Each finds what a cell names, adds the fault when there is no such thing, and returns its index or
 * −1. */
int xr_book_find_post (XrBook *book, XrSheetRow *row, int column);
/* @method: what the component must be, −1 any */
int xr_book_find_component (XrBook *book, XrSheetRow *row, int column, int method);
/* By 编号 where it is filled, else by 姓名. */
int xr_book_find_candidate (XrBook *book, XrSheetRow *row, int name_column, int number_column);
/* By a text that may be either; @column for the fault. */
int xr_book_find_person (XrBook *book, XrSheetRow *row, int column, const char *text);
/* Index, −1 where the component has none and the cell is empty; FALSE after a fault. */
gboolean xr_book_find_dimension (XrBook *book, XrSheetRow *row, int column, int component,
                                 int *dimension);
gboolean xr_book_find_group (XrBook *book, XrSheetRow *row, int column, int component, int *group);
/* −1 when the candidate didn't apply for the post. */
int xr_book_find_application (XrBook *book, int candidate, int post);
/* The points of a grade, or points as such where the component has no grades; @grade its index or
 * −1; @abstains where the cell says 弃权. FALSE after a fault. */
gboolean xr_book_read_grade (XrBook *book, XrSheetRow *row, int column, int component, int *grade,
                             gboolean *abstains, XrDecimal *points);

XrComponent *xr_book_get_component (XrBook *book, int component);
XrComponentNote *xr_book_get_component_note (XrBook *book, int component);
void xr_book_index_component (XrBook *book, int component);
void xr_book_index_post (XrBook *book, int post);
void xr_book_index_candidate (XrBook *book, int candidate);
/* @number: 编号 */
void xr_book_index_number (XrBook *book, const char *number, int candidate);
void xr_book_index_id_number (XrBook *book, int candidate);
void xr_book_index_application (XrBook *book, int application);

/* A number of a candidate or a ballot as it is compared: digits by value. (transfer full) */
char *xr_number_key (const char *number);
/* The words of 方式, by XrMethod, ended by NULL. */
extern const char *const xr_method_words[];

void xr_place_fault (XrBook *book, const XrPlaceInBook *place, const char *column,
                     const char *format, ...) G_GNUC_PRINTF (4, 5);
XrPlaceInBook xr_row_get_place (const XrSheetRow *row);
static inline gint64 *
xr_pack (int a, int b)
{
  gint64 *packed = g_new (gint64, 1);

  *packed = (gint64) a << 32 | (guint32) b;
  return packed;
}

/* The sheets, in the order in which they are read. */
extern const XrSheet xr_sheet_settings, xr_sheet_posts, xr_sheet_rules, xr_sheet_components,
  xr_sheet_dimensions, xr_sheet_grades, xr_sheet_places, xr_sheet_groups, xr_sheet_people,
  xr_sheet_scores, xr_sheet_marks, xr_sheet_tallies, xr_sheet_choices, xr_sheet_votes,
  xr_sheet_direct;

/* The ballots and tallies, and the recusals, that the round has already. */
void xr_book_index_ballots (XrBook *book);
void xr_book_note_recusal (XrBook *book, const XrScore *score, int component);

/* Checks that need the whole plan. */
void xr_book_check_components (XrBook *book);
void xr_book_check_settings (XrBook *book);

G_END_DECLS
