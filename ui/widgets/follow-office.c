/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tie between a widget and the office that it shows. */
#include "config.h"

#include "widgets/follow-office.h"

void
xr_follow_office (XrOffice **followed, gulong *handler, XrOffice *office, GCallback changed,
                  gpointer data)
{
  if (*followed != NULL)
    g_clear_signal_handler (handler, *followed);
  g_set_object (followed, office);
  if (office != NULL)
    *handler = g_signal_connect_swapped (office, "changed", changed, data);
}
