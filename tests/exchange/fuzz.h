/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A reader that anything is fed to, which must never crash. Built with clang and -fsanitize=fuzzer it is a
 * fuzzer (see meson.build); built plainly, with fuzz-replay.c, it replays the kept files and variations of
 * them as a normal test. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

extern const char *const fuzz_corpus; /* folder in tests/data */
extern const guint fuzz_variations;   /* of each file: so many bytes changed, and so many cuts */
