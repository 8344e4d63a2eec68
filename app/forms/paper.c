/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a paper, and how its kinds of paragraphs are set: by GB/T 9704-2012 in documents
 * (domain/forms.md section 2), smaller and closer on sheets. */

#include "config.h"

#include "forms/flow.h"

#include <string.h>

G_DEFINE_QUARK (xr - form - error - quark, xr_form_error)

static void
free_block (gpointer data)
{
  XrBlock *block = data;

  g_free (block->text);
  g_free (block);
}

XrPaper *
xr_paper_new (XrPaperKind kind)
{
  XrPaper *paper = g_new0 (XrPaper, 1);

  paper->kind = kind;
  paper->blocks = g_ptr_array_new_with_free_func (free_block);
  paper->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_grid_free);
  paper->shapes = g_array_new (FALSE, FALSE, sizeof (XrPageShape));
  return paper;
}

void
xr_paper_free (XrPaper *paper)
{
  g_free (paper->title);
  g_free (paper->seal);
  g_free (paper->continuation);
  g_free (paper->code);
  g_ptr_array_unref (paper->blocks);
  g_ptr_array_unref (paper->grids);
  g_array_unref (paper->shapes);
  g_free (paper);
}

XrBlock *
xr_paper_add (XrPaper *paper, XrBlockKind kind, const char *text, const char *field)
{
  XrBlock *block = g_new0 (XrBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->field = g_intern_string (field);
  g_ptr_array_add (paper->blocks, block);
  return block;
}

void
xr_paper_add_grid (XrPaper *paper, XrGrid *grid)
{
  xr_paper_add (paper, XR_BLOCK_GRID, NULL, NULL)->grid = grid;
}

/* Titles come first, then the body, then the signature. */
static guint
part_of (const XrBlock *block)
{
  if (block->kind == XR_BLOCK_TITLE || block->kind == XR_BLOCK_SUBTITLE)
    return 0;
  return block->kind == XR_BLOCK_SIGNATURE ? 2 : 1;
}

char *
xr_paper_dup_text (const XrPaper *paper)
{
  GString *parts[] = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };

  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (paper->blocks, i);
      GString *part = parts[part_of (block)];
      if (block->text != NULL)
        g_string_append_printf (part, "%s%s%s", part->len > 0 ? "\n" : "",
                                block->kind == XR_BLOCK_TEXT ? "　　" : "", block->text);
    }
  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_printf (parts[0], "\n\n%s", parts[i]->str);
      g_string_free (parts[i], TRUE);
    }
  return g_string_free (parts[0], FALSE);
}

/* ---- shapes */

static const XrPageShape shapes[] = {
  [XR_PAPER_DOCUMENT] = { XR_MM (210), XR_MM (297), XR_MM (28), XR_MM (37), XR_MM (26),
                          XR_MM (35) },
  [XR_PAPER_SHEET] = { XR_MM (210), XR_MM (297), XR_MM (20), XR_MM (20), XR_MM (20), XR_MM (26) },
  [XR_PAPER_WIDE] = { XR_MM (297), XR_MM (210), XR_MM (15), XR_MM (20), XR_MM (15), XR_MM (26) },
  [XR_PAPER_A3] = { XR_MM (420), XR_MM (297), XR_MM (20), XR_MM (20), XR_MM (20), XR_MM (26) },
};

XrPageShape
xr_paper_shape (const XrPaper *paper, guint page)
{
  if (paper->shapes->len == 0)
    return shapes[paper->kind];
  return g_array_index (paper->shapes, XrPageShape, MIN (page, paper->shapes->len - 1));
}

/* ---- how paragraphs are set */

/* 156 mm for 28 characters, 225 mm for 22 lines. */
#define GRID_STEP  (XR_MM (156) / 28)
#define GRID_PITCH (XR_MM (225) / 22)
#define BODY(face_, indent_)                                                                       \
  {                                                                                                \
    .type = { face_, 16, GRID_STEP - 16, (indent_) *GRID_STEP, TRUE }, .pitch = GRID_PITCH         \
  }
#define SMALL(face_, size_, indent_, pitch_)                                                       \
  {                                                                                                \
    .type = { face_, size_, 0, (indent_) * (size_), TRUE }, .pitch = pitch_                        \
  }

static const XrBlockStyle document_styles[] = {
  [XR_BLOCK_TITLE] = { { XR_FACE_TITLE, 22 }, GRID_PITCH, .align = XR_ALIGN_CENTRE, .keep = TRUE },
  [XR_BLOCK_SUBTITLE] = { { XR_FACE_KAI, 16 }, GRID_PITCH, .align = XR_ALIGN_CENTRE, .keep = TRUE },
  [XR_BLOCK_ADDRESSEE] = BODY (XR_FACE_FANG, 0),
  [XR_BLOCK_HEADING] = BODY (XR_FACE_HEI, 2),
  [XR_BLOCK_SUBHEADING] = BODY (XR_FACE_KAI, 2),
  [XR_BLOCK_TEXT] = BODY (XR_FACE_FANG, 2),
  [XR_BLOCK_PLAIN] = BODY (XR_FACE_FANG, 0),
  [XR_BLOCK_RIGHT] = { { XR_FACE_FANG, 16 }, GRID_PITCH, .align = XR_ALIGN_RIGHT },
  [XR_BLOCK_ATTACHMENT] = BODY (XR_FACE_FANG, 2),
  [XR_BLOCK_NOTE] = BODY (XR_FACE_FANG, 2),
  [XR_BLOCK_SIGNATURE] = { { XR_FACE_FANG, 16, GRID_STEP - 16 }, GRID_PITCH },
  [XR_BLOCK_CELLS] = { { XR_FACE_FANG, 16 }, GRID_PITCH },
  [XR_BLOCK_COPIES] = { { XR_FACE_FANG, 14, 0, -3 * 14.0 }, 20 },
  [XR_BLOCK_ISSUED] = { { XR_FACE_FANG, 14 }, 20 },
};

static const XrBlockStyle sheet_styles[] = {
  [XR_BLOCK_TITLE] = { { XR_FACE_TITLE, 18 }, 28, .align = XR_ALIGN_CENTRE, .keep = TRUE },
  [XR_BLOCK_SUBTITLE] = { { XR_FACE_KAI, 12 }, 20, .align = XR_ALIGN_CENTRE, .keep = TRUE },
  [XR_BLOCK_ADDRESSEE] = SMALL (XR_FACE_SONG, 12, 0, 20),
  [XR_BLOCK_HEADING] = SMALL (XR_FACE_HEI, 12, 2, 20),
  [XR_BLOCK_SUBHEADING] = SMALL (XR_FACE_KAI, 12, 2, 20),
  [XR_BLOCK_TEXT] = SMALL (XR_FACE_SONG, 12, 2, 20),
  [XR_BLOCK_PLAIN] = SMALL (XR_FACE_SONG, 12, 0, 20),
  [XR_BLOCK_RIGHT] = { { XR_FACE_SONG, 10.5 }, 18, .align = XR_ALIGN_RIGHT },
  [XR_BLOCK_ATTACHMENT] = SMALL (XR_FACE_SONG, 12, 2, 20),
  [XR_BLOCK_NOTE] = SMALL (XR_FACE_SONG, 9, 0, 14),
  [XR_BLOCK_SIGNATURE] = { { XR_FACE_SONG, 12 }, 20 },
  [XR_BLOCK_CELLS] = { { XR_FACE_SONG, 10.5 }, 20 },
  [XR_BLOCK_COPIES] = SMALL (XR_FACE_SONG, 10.5, 0, 18),
  [XR_BLOCK_ISSUED] = { { XR_FACE_SONG, 10.5 }, 18 },
};

const XrBlockStyle *
xr_paper_style (const XrPaper *paper, XrBlockKind kind)
{
  if (paper->kind == XR_PAPER_DOCUMENT)
    return &document_styles[kind];
  return &sheet_styles[kind];
}
