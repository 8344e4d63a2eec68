/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GB18030 to and from UTF-8. */

#include "exchange/gb-text.h"

#include <string.h>

char *
xr_gb_to_utf8 (const char *data, gsize size)
{
  if (memchr (data, '\0', size) != NULL)
    return NULL;
  return g_convert (data, (gssize) size, "UTF-8", "GB18030", NULL, NULL, NULL);
}

GBytes *
xr_gb_from_utf8 (const char *text)
{
  gsize length = 0;
  char *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);

  /* Only what is no UTF-8 has no place in GB18030. */
  g_return_val_if_fail (bytes != NULL, NULL);
  return g_bytes_new_take (bytes, length);
}
