/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 4, 演讲: lots, judges and their scores, and exams where the plan has them. */

#define XR_TYPE_SPEECH_PAGE (xr_speech_page_get_type ())
G_DECLARE_FINAL_TYPE (XrSpeechPage, xr_speech_page, XR, SPEECH_PAGE, XrStagePage)

G_END_DECLS
