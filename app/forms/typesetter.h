/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Turns text into lines of glyphs in the faces that official papers are set in. One thread uses one
 * typesetter; it holds the fonts, so make one for many papers. All measures are points (1/72 in). */

#define XR_MM(mm) ((mm) *72.0 / 25.4)

typedef enum
{
  XR_FACE_FANG,  /* 仿宋: text of documents */
  XR_FACE_TITLE, /* 小标宋: titles */
  XR_FACE_HEI,   /* 黑体: headings of the first level, heads of tables */
  XR_FACE_KAI,   /* 楷体: headings of the second level */
  XR_FACE_SONG,  /* 宋体: tables, page numbers */
  XR_N_FACES,
} XrFace;

typedef struct _XrTypesetter XrTypesetter;

XrTypesetter *xr_typesetter_new (void);
void xr_typesetter_free (XrTypesetter *setter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrTypesetter, xr_typesetter_free)

typedef struct
{
  XrFace face;
  double size;    /* pt */
  double spacing; /* added to each character, pt; negative sets tighter */
  double
    indent; /* of the first line, pt; negative: of all lines but the first, and tabs go there too */
  gboolean justify;
} XrTypeStyle;

/**
 * xr_typesetter_set:
 * @text: UTF-8; line feeds begin new lines
 * @width: of the lines in pt; 0: lines are as long as they need
 *
 * Breaks @text into lines: no closing mark begins a line, no opening mark ends one, numbers stay whole.
 *
 * Returns: (transfer full)
 */
PangoLayout *xr_typesetter_set (XrTypesetter *setter, const char *text, const XrTypeStyle *style,
                                double width);

/* The first character of @layout that no installed font has, 0 when there is none. */
gunichar xr_typesetter_find_missing (PangoLayout *layout);

/* Where the base line stands when the type is centred in a line of @pitch: from the line's top, pt. The
 * same for every font, so that a fallback never moves a line. */
double xr_typesetter_base_line (double size, double pitch);

G_END_DECLS
