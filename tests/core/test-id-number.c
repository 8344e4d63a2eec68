/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ID numbers: the specimen numbers of codes.md section 1, all of people who do not exist. */

#include "core/id-number.h"

#include <string.h>

static const XrDate today = { 2026, 3, 18 };

static void
test_valid (void)
{
  static const struct
  {
    const char *text, *number, *born;
    gboolean unknown_area, female;
  } cases[] = {
    { "53010219200508011X", "53010219200508011X", "1920-05-08", FALSE, FALSE },
    { "11010519491231002X", "11010519491231002X", "1949-12-31", FALSE, TRUE },
    { "110105491231002", "11010519491231002X", "1949-12-31", FALSE, TRUE },
    { "440524188001010014", "440524188001010014", "1880-01-01", FALSE, FALSE },
    { "99000019800101008X", "99000019800101008X", "1980-01-01", TRUE, TRUE },
    { "990000197906150074", "990000197906150074", "1979-06-15", TRUE, FALSE },
    { "990000198509300168", "990000198509300168", "1985-09-30", TRUE, TRUE },
    { " 53010219200508011x ", "53010219200508011X", "1920-05-08", FALSE, FALSE },
    { "５３０１０２１９２００５０８０１１Ｘ", "53010219200508011X", "1920-05-08", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrIdNumber id = xr_id_number_check (cases[i].text, today);
      g_autofree char *born = xr_date_to_iso (id.born);

      g_assert_cmpint (id.fault, ==, XR_ID_NUMBER_VALID);
      g_assert_null (xr_id_number_fault_text (id.fault));
      g_assert_cmpstr (id.number, ==, cases[i].number);
      g_assert_cmpstr (born, ==, cases[i].born);
      g_assert_cmpint (id.unknown_area, ==, cases[i].unknown_area);
      g_assert_cmpint (id.female, ==, cases[i].female);
    }
}

static void
test_check_characters (void)
{
  static const char *const endings[] = { "0012", "0020", "0039", "0047", "0055", "0063",
                                         "0071", "008X", "0098", "0186", "0194" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *number = g_strconcat ("99000019800101", endings[i], NULL);

      g_assert_cmpint (xr_id_number_check_character (number), ==, number[17]);
      g_assert_cmpint (xr_id_number_check (number, today).fault, ==, XR_ID_NUMBER_VALID);
    }
}

/* The first thing that is wrong is what is said. */
static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    XrIdNumberFault fault;
  } cases[] = {
    { "", XR_ID_NUMBER_LENGTH },
    { "5301021920050801", XR_ID_NUMBER_LENGTH },
    { "53010219200508011X0", XR_ID_NUMBER_LENGTH },
    { "53010219200508O11X", XR_ID_NUMBER_CHARACTERS },
    { "X30102192005080119", XR_ID_NUMBER_CHARACTERS },
    { "11010549123100X", XR_ID_NUMBER_CHARACTERS },
    { "530102192002300119", XR_ID_NUMBER_BIRTH },
    { "990000202603190012", XR_ID_NUMBER_BIRTH },
    { "530102192005080119", XR_ID_NUMBER_CHECKSUM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrIdNumber id = xr_id_number_check (cases[i].text, today);

      g_assert_cmpint (id.fault, ==, cases[i].fault);
      g_assert_nonnull (xr_id_number_fault_text (id.fault));
      g_assert_cmpstr (id.number, ==, "");
      g_assert_false (xr_date_is_set (id.born));
    }
  g_assert_cmpint (xr_id_number_check ("990000202603190012", XR_DATE_NONE).fault, !=,
                   XR_ID_NUMBER_BIRTH);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/id-number/valid", test_valid);
  g_test_add_func ("/core/id-number/check-characters", test_check_characters);
  g_test_add_func ("/core/id-number/faults", test_faults);
  return g_test_run ();
}
