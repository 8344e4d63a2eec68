/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language that the program speaks. It must be set before anything is translated, before
 * GTK is initialised, and before a second thread exists.
 */
#pragma once

/**
 * xr_language_init:
 *
 * Chooses the locale of the environment and binds the program's translations, those of the build
 * tree when the program is not installed. Where the system lacks the locale that the person asked
 * for, texts are nevertheless in its language: LANGUAGE is set, and a plain UTF-8 locale is used.
 * A program that initialises GTK calls gtk_disable_setlocale() after this, because GTK would ask
 * the system for the missing locale again, and complain.
 */
void xr_language_init (void);
