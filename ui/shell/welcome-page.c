/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three sentences and three buttons; the buttons are actions of the window. */
#include "config.h"

#include "shell/welcome-page.h"

struct _XrWelcomePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (XrWelcomePage, xr_welcome_page, ADW_TYPE_BIN)

static void
xr_welcome_page_class_init (XrWelcomePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/xuanren/Xuanren/shell/welcome-page.ui");
}

static void
xr_welcome_page_init (XrWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
