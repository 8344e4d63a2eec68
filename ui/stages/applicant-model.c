/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the register as a list model. It keeps the keys; a line exists while somebody looks at it.
 * A long list comes in two parts, so that a page that is opened shows its first lines at once. */
#include "config.h"

#include "stages/applicant-model.h"

#include <gtk/gtk.h>

/* ---- one line */

struct _XrApplicant
{
  GObject parent_instance;

  XrOffice *office;
  XrApplicantKey key;
  XrRow *candidate, *application; /* NULL until they are asked for */
};

G_DEFINE_FINAL_TYPE (XrApplicant, xr_applicant, G_TYPE_OBJECT)

static void
xr_applicant_dispose (GObject *object)
{
  XrApplicant *self = XR_APPLICANT (object);

  g_clear_object (&self->office);
  g_clear_object (&self->candidate);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (xr_applicant_parent_class)->dispose (object);
}

static void
xr_applicant_class_init (XrApplicantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_applicant_dispose;
}

static void
xr_applicant_init (XrApplicant *self)
{
}

/* A line that has been deleted meanwhile shows as an empty row until the list is read again. */
static XrRow *
load_row (XrApplicant *self, const char *table, gint64 id, gint64 owner)
{
  XrRow *row = xr_office_load (self->office, xr_table_find (table), id, NULL);

  return row != NULL ? row : xr_row_new (xr_table_find (table), owner);
}

XrRow *
xr_applicant_get_candidate (XrApplicant *self)
{
  if (self->candidate == NULL)
    self->candidate = load_row (self, "candidate", self->key.candidate, 0);
  return self->candidate;
}

XrRow *
xr_applicant_get_application (XrApplicant *self)
{
  if (self->application == NULL && self->key.application != 0)
    self->application = load_row (self, "application", self->key.application, self->key.candidate);
  return self->application;
}

XrApplicantKey
xr_applicant_get_key (XrApplicant *self)
{
  return self->key;
}

/* ---- all of them */

struct _XrApplicantModel
{
  GObject parent_instance;

  XrOffice *office;
  gint64 round, post;
  XrApplicantOrder order;
  GArray *keys; /* XrApplicantKey */
  guint rest;   /* source that reads what is still missing, 0: nothing is */
};

/* What fits on most screens: GTK makes widgets for up to two hundred lines at once. */
#define FIRST_LINES 40

static GType
xr_applicant_model_get_item_type (GListModel *model)
{
  return XR_TYPE_APPLICANT;
}

static guint
xr_applicant_model_get_n_items (GListModel *model)
{
  return XR_APPLICANT_MODEL (model)->keys->len;
}

static gpointer
xr_applicant_model_get_item (GListModel *model, guint position)
{
  XrApplicantModel *self = XR_APPLICANT_MODEL (model);
  XrApplicant *line;

  if (position >= self->keys->len)
    return NULL;
  line = g_object_new (XR_TYPE_APPLICANT, NULL);
  line->office = g_object_ref (self->office);
  line->key = g_array_index (self->keys, XrApplicantKey, position);
  return line;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = xr_applicant_model_get_item_type;
  interface->get_n_items = xr_applicant_model_get_n_items;
  interface->get_item = xr_applicant_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XrApplicantModel, xr_applicant_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
xr_applicant_model_finalize (GObject *object)
{
  XrApplicantModel *self = XR_APPLICANT_MODEL (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->office);
  g_array_unref (self->keys);
  G_OBJECT_CLASS (xr_applicant_model_parent_class)->finalize (object);
}

static void
xr_applicant_model_class_init (XrApplicantModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_applicant_model_finalize;
}

static void
xr_applicant_model_init (XrApplicantModel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (XrApplicantKey));
}

XrApplicantModel *
xr_applicant_model_new (void)
{
  return g_object_new (XR_TYPE_APPLICANT_MODEL, NULL);
}

static void
read_lines (XrApplicantModel *self, guint max)
{
  g_array_unref (self->keys);
  self->keys = xr_applicants_list (self->office, self->round, self->post, self->order, max);
}

/* What came first stays as it is: whoever looks at it is not disturbed. */
static gboolean
read_rest_cb (gpointer data)
{
  XrApplicantModel *self = data;
  guint before = self->keys->len;

  self->rest = 0;
  read_lines (self, 0);
  before = MIN (before, self->keys->len);
  g_list_model_items_changed (G_LIST_MODEL (self), before, FIRST_LINES - before,
                              self->keys->len - before);
  return G_SOURCE_REMOVE;
}

void
xr_applicant_model_read (XrApplicantModel *self, XrOffice *office, gint64 round, gint64 post,
                         XrApplicantOrder order)
{
  guint before = self->keys->len;

  g_clear_handle_id (&self->rest, g_source_remove);
  g_set_object (&self->office, office);
  self->round = round;
  self->post = post;
  self->order = order;
  read_lines (self, FIRST_LINES);
  if (self->keys->len == FIRST_LINES)
    self->rest = g_idle_add (read_rest_cb, self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->keys->len);
}

static guint
find_line (XrApplicantModel *self, XrApplicantKey key)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const XrApplicantKey *other = &g_array_index (self->keys, XrApplicantKey, i);

      if (other->candidate != key.candidate)
        continue;
      if (other->application == key.application)
        return i;
      if (found == GTK_INVALID_LIST_POSITION)
        found = i;
    }
  return found;
}

guint
xr_applicant_model_find (XrApplicantModel *self, XrApplicantKey key)
{
  guint found = key.candidate != 0 ? find_line (self, key) : GTK_INVALID_LIST_POSITION;

  if (key.candidate == 0 || found != GTK_INVALID_LIST_POSITION || self->rest == 0)
    return found;
  g_clear_handle_id (&self->rest, g_source_remove);
  read_rest_cb (self);
  return find_line (self, key);
}
