/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a plan as fields. It shows what the plan says; where it says nothing the value that
 * holds then stands in the field as well, for a choice, or is named below it. */
#include "config.h"

#include "widgets/settings-form.h"

#include "widgets/amendment.h"

struct _XrSettingsForm
{
  AdwBin parent_instance;

  XrOffice *office;
  gulong changed_id;
  gint64 round;
  char *part, *names;
  gboolean saving;

  XrFieldGrid *grid;
};

G_DEFINE_FINAL_TYPE (XrSettingsForm, xr_settings_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PART,
  PROP_NAMES,
};

static char *
dup_value (XrSettingsForm *self, const char *name)
{
  char *value = xr_round_dup_setting (self->office, self->round, name);

  return value != NULL ? value : g_strdup (xr_setting_find (name)->fallback);
}

/* Settings of an announced plan can be amended, those of a closed file only read. */
static gboolean
is_editable (XrSettingsForm *self)
{
  g_autoptr (GError) error = NULL;

  if (xr_office_get_read_only (self->office))
    return FALSE;
  return xr_office_check_open (self->office, xr_table_find ("setting"), self->round, &error)
         || g_error_matches (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN);
}

/* @keep_edited: what is being typed stays, and is kept when its field is left. */
static void
load_values (XrSettingsForm *self, gboolean keep_edited)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);
  gboolean editable;

  gtk_widget_set_sensitive (GTK_WIDGET (self), self->round != 0);
  if (self->office == NULL || self->round == 0)
    return;
  editable = is_editable (self);
  xr_field_grid_set_editable (self->grid, editable);
  for (guint i = 0; i < editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (editors, i);
      g_autofree char *value = dup_value (self, xr_field_editor_get_field (editor)->name);
      if (!editable || !keep_edited || !xr_field_editor_get_edited (editor))
        xr_field_editor_set_value (editor, value);
    }
}

/* The field shows what holds until the amendment is made. */
static void
amend (XrSettingsForm *self, XrFieldEditor *editor, const char *before, const char *canonical)
{
  const char *name = xr_field_editor_get_field (editor)->name;
  g_autoptr (XrRow) row = xr_round_load_setting (self->office, self->round, name);

  xr_row_set (row, "value", canonical);
  xr_field_editor_set_value (editor, before);
  if (canonical != NULL || xr_row_get_id (row) != 0)
    xr_amendment_ask (GTK_WIDGET (self), self->office, row, canonical == NULL);
}

static void
save (XrSettingsForm *self, XrFieldEditor *editor, const char *before, const char *canonical)
{
  const char *name = xr_field_editor_get_field (editor)->name;
  g_autoptr (GError) error = NULL;

  self->saving = TRUE;
  xr_round_set_setting (self->office, self->round, name, canonical, &error);
  self->saving = FALSE;
  if (g_error_matches (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN))
    amend (self, editor, before, canonical);
  else if (error != NULL)
    xr_field_editor_set_error (editor, error->message);
  else
    xr_field_editor_set_value (editor, canonical);
}

static void
field_committed_cb (XrSettingsForm *self, XrFieldEditor *editor)
{
  const XrField *field = xr_field_editor_get_field (editor);
  g_autofree char *text = xr_field_editor_dup_text (editor);
  g_autofree char *canonical = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (self->office == NULL || self->round == 0 || self->saving)
    return;
  before = dup_value (self, field->name);
  if (!xr_field_parse (field, text, &canonical, &error))
    xr_field_editor_set_error (editor, error->message);
  else if (g_strcmp0 (canonical, before) != 0)
    save (self, editor, before, canonical);
  else
    xr_field_editor_set_value (editor, before);
}

static void
office_changed_cb (XrSettingsForm *self)
{
  if (!self->saving)
    load_values (self, TRUE);
}

/* Keeps what is typed before the form turns to another round. */
static void
save_edited (XrSettingsForm *self)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);

  for (guint i = 0; i < editors->len; i++)
    {
      if (xr_field_editor_get_edited (g_ptr_array_index (editors, i)))
        field_committed_cb (self, g_ptr_array_index (editors, i));
    }
}

static void
add_setting (XrSettingsForm *self, const XrSetting *setting)
{
  XrFieldEditor *editor = xr_field_grid_add (self->grid, &setting->field);

  g_signal_connect_object (editor, "committed", G_CALLBACK (field_committed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
xr_settings_form_constructed (GObject *object)
{
  XrSettingsForm *self = XR_SETTINGS_FORM (object);
  g_auto (GStrv) names = g_strsplit_set (self->names != NULL ? self->names : "", " \n", -1);
  XrSettingPart part = g_strcmp0 (self->part, "text") == 0 ? XR_SETTING_TEXT : XR_SETTING_RULE;

  G_OBJECT_CLASS (xr_settings_form_parent_class)->constructed (object);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*names[i] != '\0' && xr_setting_find (names[i]) != NULL)
        add_setting (self, xr_setting_find (names[i]));
    }
  if (self->names != NULL)
    return;
  for (const XrSetting *setting = xr_settings_all (); setting->field.name != NULL; setting++)
    {
      if (setting->part == part)
        add_setting (self, setting);
    }
}

static void
disconnect_office (XrSettingsForm *self)
{
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
}

static void
xr_settings_form_dispose (GObject *object)
{
  disconnect_office (XR_SETTINGS_FORM (object));
  G_OBJECT_CLASS (xr_settings_form_parent_class)->dispose (object);
}

static void
xr_settings_form_finalize (GObject *object)
{
  XrSettingsForm *self = XR_SETTINGS_FORM (object);

  g_free (self->part);
  g_free (self->names);
  G_OBJECT_CLASS (xr_settings_form_parent_class)->finalize (object);
}

static void
xr_settings_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XrSettingsForm *self = XR_SETTINGS_FORM (object);

  switch (id)
    {
    case PROP_PART:
      self->part = g_value_dup_string (value);
      break;
    case PROP_NAMES:
      self->names = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xr_settings_form_class_init (XrSettingsFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = xr_settings_form_constructed;
  object_class->dispose = xr_settings_form_dispose;
  object_class->finalize = xr_settings_form_finalize;
  object_class->set_property = xr_settings_form_set_property;
  g_object_class_install_property (object_class, PROP_PART,
                                   g_param_spec_string ("part", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_NAMES,
                                   g_param_spec_string ("names", NULL, NULL, NULL, flags));
}

static void
xr_settings_form_init (XrSettingsForm *self)
{
  self->grid = xr_field_grid_new ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

void
xr_settings_form_set_round (XrSettingsForm *self, XrOffice *office, gint64 round)
{
  if (self->office == office && self->round == round)
    return;
  save_edited (self);
  disconnect_office (self);
  self->round = round;
  if (office != NULL)
    {
      self->office = g_object_ref (office);
      self->changed_id = g_signal_connect_swapped (office, "changed",
                                                   G_CALLBACK (office_changed_cb), self);
    }
  load_values (self, FALSE);
}

static XrFieldEditor *
find_gap (XrSettingsForm *self)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);

  for (guint i = 0; i < editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (editors, i);
      g_autofree char *text = xr_field_editor_dup_text (editor);

      if ((xr_field_editor_get_field (editor)->flags & XR_FIELD_REQUIRED) && *text == '\0')
        return editor;
    }
  return editors->len > 0 ? g_ptr_array_index (editors, 0) : NULL;
}

static gboolean
focus_gap_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  XrFieldEditor *gap = find_gap (XR_SETTINGS_FORM (widget));

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (gap != NULL)
    xr_field_editor_focus (gap);
  return G_SOURCE_REMOVE;
}

/* A page that was not shown yet can only scroll to the field when it has its place. */
void
xr_settings_form_focus_gap (XrSettingsForm *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_gap_cb, NULL, NULL);
}
