/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/xlsx-reader.h"
#include "exchange/xlsx-strings.h"

G_BEGIN_DECLS

/* The open workbook, for xlsx-reader.c and xlsx-sheet.c only. */

typedef struct
{
  char *name;
  char *relation; /* r:id */
  char *part;     /* in the zip; NULL where the relation leads nowhere */
} XrXlsxSheet;

struct _XrXlsx
{
  XrPackage *package;
  GPtrArray *sheets; /* XrXlsxSheet */
  gboolean since_1904;
  GByteArray *date_styles; /* NULL: the workbook has no styles */
  XrStringPool strings;
};

G_END_DECLS
