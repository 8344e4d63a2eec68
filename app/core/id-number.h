/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* What is wrong with an ID number, in the order in which it is looked at (codes.md section 1). */
typedef enum
{
  XR_ID_NUMBER_VALID,
  XR_ID_NUMBER_LENGTH,     /* neither 18 nor 15 characters */
  XR_ID_NUMBER_CHARACTERS, /* other than digits, or an X at the end of 18 */
  XR_ID_NUMBER_BIRTH,      /* no real date, or one after today */
  XR_ID_NUMBER_CHECKSUM,   /* the last character does not match */
} XrIdNumberFault;

typedef struct
{
  XrIdNumberFault fault;
  gboolean unknown_area; /* a warning only: the first two digits are no area in use */
  char number[19];       /* 18 characters, X upper case; "" unless valid */
  XrDate born;           /* unless valid: unset */
  gboolean female;       /* by the 17th digit */
} XrIdNumber;

/**
 * xr_id_number_check:
 * @text: an ID number of 18 characters, or of 15 (the old form, born 19..); full-width digits, `x` and
 *   surrounding blanks are accepted
 * @today: no birth lies after it; unset to leave that check out
 *
 * Returns: the parts of the number. An area that nobody has does not make it invalid.
 */
XrIdNumber xr_id_number_check (const char *text, XrDate today);

/* Returns: (transfer none): the translated sentence of @fault, or NULL for a valid number. */
const char *xr_id_number_fault_text (XrIdNumberFault fault);

/* Returns: the check character (GB 11643) of the 17 digits that @digits begins with */
char xr_id_number_check_character (const char *digits);

G_END_DECLS
