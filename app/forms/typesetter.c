/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faces and line breaking on Pango. Official fonts are asked for by name first; where one is not
 * installed the free one named after it stands in. Nothing here knows what a paper looks like. */

#include "config.h"

#include "forms/typesetter.h"

#include <pango/pangocairo.h>

struct _XrTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *faces[XR_N_FACES];
};

/* Names as fonts bear them, official ones first. The last one of a face is what `./run` installs; its
 * weight makes up for a face that it is not (a plain 宋体 is too light for titles). */
typedef struct
{
  const char *const *names;
  PangoWeight last_weight;
} FaceNames;

/* clang-format off */
static const char *const fang[] = { "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋",
                                    "STFangsong", "FandolFang R", "FandolFang", "Noto Serif CJK SC", NULL };
static const char *const title[] = { "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK",
                                     "方正小标宋简体", "Noto Serif CJK SC", NULL };
static const char *const hei[] = { "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", NULL };
static const char *const kai[] = { "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti",
                                   "AR PL KaitiM GB", "AR PL UKai CN", "LXGW WenKai", NULL };
static const char *const song[] = { "SimSun", "宋体", "NSimSun", "STSong", "Noto Serif CJK SC", NULL };
/* clang-format on */

static const FaceNames faces[XR_N_FACES] = {
  [XR_FACE_FANG] = { fang, PANGO_WEIGHT_NORMAL }, [XR_FACE_TITLE] = { title, PANGO_WEIGHT_BOLD },
  [XR_FACE_HEI] = { hei, PANGO_WEIGHT_NORMAL },   [XR_FACE_KAI] = { kai, PANGO_WEIGHT_NORMAL },
  [XR_FACE_SONG] = { song, PANGO_WEIGHT_NORMAL },
};

static GHashTable *
list_installed (PangoFontMap *map)
{
  GHashTable *installed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PangoFontFamily **families = NULL;
  int n_families = 0;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_hash_table_add (installed, g_ascii_strdown (pango_font_family_get_name (families[i]), -1));
  g_free (families);
  return installed;
}

static gboolean
is_installed (GHashTable *installed, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_contains (installed, key);
}

/* The first name that is installed, then the last one for characters that it lacks. */
static PangoFontDescription *
choose_face (const FaceNames *face, GHashTable *installed)
{
  PangoFontDescription *description = pango_font_description_new ();
  const char *last = face->names[g_strv_length ((char **) face->names) - 1];
  const char *first = last;
  g_autofree char *families = NULL;

  for (guint i = 0; face->names[i] != NULL && first == last; i++)
    if (is_installed (installed, face->names[i]))
      first = face->names[i];
  families = g_strjoin (",", first, last, "Noto Serif CJK SC", "Noto Sans CJK SC", NULL);
  pango_font_description_set_family (description, families);
  pango_font_description_set_weight (description,
                                     first == last ? face->last_weight : PANGO_WEIGHT_NORMAL);
  return description;
}

XrTypesetter *
xr_typesetter_new (void)
{
  XrTypesetter *setter = g_new0 (XrTypesetter, 1);
  g_autoptr (GHashTable) installed = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();

  setter->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (setter->map), 72);
  setter->context = pango_font_map_create_context (setter->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (setter->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (setter->context, FALSE);
  pango_context_set_language (setter->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (setter->context, PANGO_DIRECTION_LTR);
  installed = list_installed (setter->map);
  for (XrFace face = 0; face < XR_N_FACES; face++)
    setter->faces[face] = choose_face (&faces[face], installed);
  return setter;
}

void
xr_typesetter_free (XrTypesetter *setter)
{
  for (XrFace face = 0; face < XR_N_FACES; face++)
    pango_font_description_free (setter->faces[face]);
  g_object_unref (setter->context);
  g_object_unref (setter->map);
  g_free (setter);
}

PangoLayout *
xr_typesetter_set (XrTypesetter *setter, const char *text, const XrTypeStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (setter->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *face = setter->faces[style->face];

  pango_font_description_set_absolute_size (face, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, face);
  if (style->spacing < 0 || style->spacing > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (style->spacing * PANGO_SCALE)));
  /* A hyphen in a number of an order or a telephone is no place for another one. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  pango_layout_set_justify (layout, style->justify);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (style->indent < 0)
    {
      g_autoptr (PangoTabArray) tabs = pango_tab_array_new_with_positions (
        1, FALSE, PANGO_TAB_LEFT, (int) (-style->indent * PANGO_SCALE));
      pango_layout_set_tabs (layout, tabs);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

gunichar
xr_typesetter_find_missing (PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = NULL;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return 0;
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          return g_utf8_get_char (pango_layout_get_text (layout) + run->item->offset
                                  + run->glyphs->log_clusters[i]);
    }
  while (pango_layout_iter_next_run (iter));
  return 0;
}

double
xr_typesetter_base_line (double size, double pitch)
{
  /* The middle of a Chinese character's square stands 0.38 of its side above the base line. */
  return pitch / 2 + 0.38 * size;
}
