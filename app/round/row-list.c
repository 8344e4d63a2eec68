/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of rows that follows the office file. After a change it reads again and tells the views only
 * the stretch that differs; rows that did not change keep their object. */

#include "config.h"

#include "round/office-private.h"

#define XR_TYPE_ROW_LIST (xr_row_list_get_type ())
G_DECLARE_FINAL_TYPE (XrRowList, xr_row_list, XR, ROW_LIST, GObject)

struct _XrRowList
{
  GObject parent_instance;

  XrOffice *office;
  const XrTable *table;
  char *where;
  gint64 id;
  GPtrArray *rows;
};

static GType
get_item_type (GListModel *model)
{
  return XR_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return XR_ROW_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  XrRowList *list = XR_ROW_LIST (model);

  return position < list->rows->len ? g_object_ref (g_ptr_array_index (list->rows, position))
                                    : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XrRowList, xr_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static GPtrArray *
query_rows (XrRowList *list)
{
  /* "round" stands for all rows of the round, however far up their owner is. */
  if (g_strcmp0 (list->where, "round") == 0)
    return xr_office_query_round (list->office, list->table, list->id);
  return xr_office_query (list->office, list->table, list->where, list->id);
}

static guint
count_same_head (GPtrArray *a, GPtrArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len
         && xr_row_equal (g_ptr_array_index (a, n), g_ptr_array_index (b, n)))
    n++;
  return n;
}

static guint
count_same_tail (GPtrArray *a, GPtrArray *b, guint head)
{
  guint n = 0;

  while (
    head + n < a->len && head + n < b->len
    && xr_row_equal (g_ptr_array_index (a, a->len - 1 - n), g_ptr_array_index (b, b->len - 1 - n)))
    n++;
  return n;
}

static void
keep_object (GPtrArray *fresh, guint position, XrRow *row)
{
  g_object_unref (g_ptr_array_index (fresh, position));
  g_ptr_array_index (fresh, position) = g_object_ref (row);
}

static void
reload (XrRowList *list)
{
  GPtrArray *fresh = query_rows (list);
  guint head = count_same_head (list->rows, fresh);
  guint tail = count_same_tail (list->rows, fresh, head);
  guint removed = list->rows->len - head - tail;
  guint added = fresh->len - head - tail;

  for (guint i = 0; i < head; i++)
    keep_object (fresh, i, g_ptr_array_index (list->rows, i));
  for (guint i = 1; i <= tail; i++)
    keep_object (fresh, fresh->len - i, g_ptr_array_index (list->rows, list->rows->len - i));
  g_ptr_array_unref (list->rows);
  list->rows = fresh;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), head, removed, added);
}

static void
xr_row_list_finalize (GObject *object)
{
  XrRowList *list = XR_ROW_LIST (object);

  g_clear_object (&list->office);
  g_clear_pointer (&list->rows, g_ptr_array_unref);
  g_free (list->where);
  G_OBJECT_CLASS (xr_row_list_parent_class)->finalize (object);
}

static void
xr_row_list_class_init (XrRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_row_list_finalize;
}

static void
xr_row_list_init (XrRowList *list)
{
}

GListModel *
xr_row_list_new (XrOffice *office, const XrTable *table, const char *where, gint64 id)
{
  XrRowList *list = g_object_new (XR_TYPE_ROW_LIST, NULL);

  list->office = g_object_ref (office);
  list->table = table;
  list->where = g_strdup (where);
  list->id = id;
  list->rows = query_rows (list);
  g_signal_connect_object (office, "changed", G_CALLBACK (reload), list, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (list);
}

void
xr_row_list_set_owner (GListModel *list, gint64 id)
{
  XrRowList *self = XR_ROW_LIST (list);

  if (self->id == id)
    return;
  self->id = id;
  reload (self);
}
