/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Writes workbooks for tests, sound and broken ones. */
typedef struct _BookBuilder BookBuilder;

BookBuilder *book_builder_new (void);
/* Adds a sheet. @rows: lines, cells separated by `|`; a cell is text, `n:85.3` a number, `d:46083` a
 * date, `x:<c …>` XML as it stands, empty none at all. */
void book_builder_add_sheet (BookBuilder *self, const char *name, const char *rows);
/* Adds a sheet whose XML between sheetData's tags is @xml. */
void book_builder_add_sheet_xml (BookBuilder *self, const char *name, const char *xml);
/* Replaces or adds a part of the package. */
void book_builder_set_part (BookBuilder *self, const char *part, const char *content,
                            gssize length);
/* Writes the book and frees the builder. Returns: (transfer full): its path in @folder */
char *book_builder_finish (BookBuilder *self, const char *folder);

/* Returns: (transfer full): a new folder for the files of a test. */
char *book_builder_make_folder (void);
void book_builder_remove_folder (char *folder);
