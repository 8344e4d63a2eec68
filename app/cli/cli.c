/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of subcommands and the reading of their arguments. What a subcommand does stands in the
 * file of its subject. */

#include "config.h"

#include <errno.h>
#include <stdio.h>

#include "cli/call.h"
#include "cli/cli.h"

static const XrSubcommand subcommands[] = {
  { "new", "FILE", N_ ("make an empty office file"), 1, 0, xr_cli_new },
  { "demo", "FILE", N_ ("make an office file with complete example rounds"), 1, 0, xr_cli_demo },
  { "import", "FILE BOOK", N_ ("make a new round from a workbook, or add to round N"), 2,
    XR_CLI_TAKES_ROUND, xr_cli_import },
  { "rounds", "FILE", N_ ("list the rounds: number, stage, title"), 1, XR_CLI_TAKES_JSON,
    xr_cli_rounds },
  { "status", "FILE N", N_ ("show the stages and what holds up the current one"), 2,
    XR_CLI_TAKES_JSON, xr_cli_status },
  { "advance", "FILE N", N_ ("close the current stage if all its conditions are met"), 2, 0,
    xr_cli_advance },
  { "eligibility", "FILE N", N_ ("judge every rule for every candidate"), 2, XR_CLI_TAKES_JSON,
    xr_cli_eligibility },
  { "result", "FILE N", N_ ("show components, totals, ranks and shortlists"), 2, XR_CLI_TAKES_JSON,
    xr_cli_result },
  { "report", "FILE N OUT.xlsx", N_ ("write the Excel report"), 3, 0, xr_cli_report },
  { "form", "FILE N FORM OUT.pdf", N_ ("write an official form as PDF; --list names them"), 4,
    XR_CLI_TAKES_SUBJECT, xr_cli_form },
  { "lrmx", "FILE N OUTDIR", N_ ("write the appointment form of every candidate as .lrmx"), 3, 0,
    xr_cli_lrmx },
  { "verify", "FILE", N_ ("check the file and its record, up to a seal if one is given"), 1,
    XR_CLI_TAKES_JSON | XR_CLI_TAKES_SEAL, xr_cli_verify },
  { "backup", "FILE OUT", N_ ("write a consistent copy, also while the file is in use"), 2, 0,
    xr_cli_backup },
};

static const XrSubcommand *
find_subcommand (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i].name, word))
      return &subcommands[i];
  return NULL;
}

static gboolean
asks_for_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help");
}

/* A bare word that names no file was meant as a subcommand, as was anything with further arguments. */
static gboolean
is_mistyped (int argc, char **argv)
{
  if (argv[1][0] == '-' || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    return FALSE;
  return argc > 2 || strpbrk (argv[1], "./") == NULL;
}

gboolean
xr_cli_is_meant (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  return find_subcommand (argv[1]) || asks_for_help (argv[1]) || g_str_equal (argv[1], "--version")
         || is_mistyped (argc, argv);
}

/* ---- usage */

static char *
describe_usage (const XrSubcommand *subcommand)
{
  return g_strconcat (
    "xuanren ", subcommand->name, " ", subcommand->usage,
    subcommand->options & XR_CLI_TAKES_ROUND ? " [--round N]" : "",
    subcommand->options & XR_CLI_TAKES_SEAL ? " [--seal S]" : "",
    subcommand->options & XR_CLI_TAKES_SUBJECT ? " [--post P] [--candidate C] [--blank]" : "",
    subcommand->options & XR_CLI_TAKES_JSON ? " [--json]" : "", NULL);
}

static void
print_help (void)
{
  xr_cli_print ("xuanren [FILE]");
  xr_cli_print ("    %s", _ ("open the window, on FILE or on your own office file"));
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    {
      g_autofree char *usage = describe_usage (&subcommands[i]);
      xr_cli_print ("%s", usage);
      xr_cli_print ("    %s", _ (subcommands[i].summary));
    }
}

static XrCliStatus
complain_usage (const XrSubcommand *subcommand, const char *message)
{
  g_autofree char *usage = describe_usage (subcommand);

  xr_cli_complain ("xuanren: %s", message);
  xr_cli_complain (_ ("Usage: %s"), usage);
  return XR_CLI_WRONG_USAGE;
}

/* ---- arguments */

static gboolean
parse_round (const char *text, gint64 *round)
{
  return text && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, round, NULL);
}

/* The value of `--name value` or `--name=value`; NULL with *@matches when it is missing. */
static const char *
take_value (char **argv, int argc, int *i, const char *name, gboolean *matches)
{
  gsize length = strlen (name);

  *matches = strncmp (argv[*i], name, length) == 0
             && (argv[*i][length] == '\0' || argv[*i][length] == '=');
  if (!*matches)
    return NULL;
  if (argv[*i][length] == '=')
    return argv[*i] + length + 1;
  return *i + 1 < argc ? argv[++*i] : NULL;
}

/* An option without a value. */
static gboolean
read_switch (const XrSubcommand *subcommand, const char *word, XrCall *call)
{
  gboolean json = subcommand->options & XR_CLI_TAKES_JSON && g_str_equal (word, "--json");
  gboolean blank = subcommand->options & XR_CLI_TAKES_SUBJECT && g_str_equal (word, "--blank");
  gboolean list = subcommand->options & XR_CLI_TAKES_SUBJECT && g_str_equal (word, "--list");

  call->json |= json;
  call->blank |= blank;
  call->list |= list;
  return json || blank || list;
}

static char *
read_subject (char **argv, int argc, int *i, XrCall *call)
{
  const char *name = argv[*i];
  gboolean matches = FALSE;
  const char *value = take_value (argv, argc, i, "--post", &matches);

  if (matches)
    call->post = value;
  else
    {
      value = take_value (argv, argc, i, "--candidate", &matches);
      call->candidate = value;
    }
  if (!matches)
    return g_strdup_printf (_ ("unknown option %s"), name);
  return value ? NULL : g_strdup_printf (_ ("%s needs a name"), name);
}

/* Returns: (transfer full): what is wrong with the option, or NULL */
static char *
read_option (const XrSubcommand *subcommand, char **argv, int argc, int *i, XrCall *call)
{
  gboolean matches = FALSE;
  const char *value = NULL;

  if (read_switch (subcommand, argv[*i], call))
    return NULL;
  value = take_value (argv, argc, i, "--round", &matches);
  if (matches && subcommand->options & XR_CLI_TAKES_ROUND)
    return parse_round (value, &call->round) ? NULL
                                             : g_strdup (_ ("--round needs the number of a round"));
  if (!matches)
    value = take_value (argv, argc, i, "--seal", &matches);
  if (matches && subcommand->options & XR_CLI_TAKES_SEAL)
    {
      call->seal = value;
      return value ? NULL : g_strdup (_ ("--seal needs the seal of a form"));
    }
  if (!matches && subcommand->options & XR_CLI_TAKES_SUBJECT)
    return read_subject (argv, argc, i, call);
  return g_strdup_printf (_ ("unknown option %s"), argv[*i]);
}

static char *
read_arguments (const XrSubcommand *subcommand, int argc, char **argv, XrCall *call)
{
  gboolean options = TRUE;

  for (int i = 2; i < argc; i++)
    {
      char *fault = NULL;
      if (options && g_str_equal (argv[i], "--"))
        options = FALSE;
      else if (options && argv[i][0] == '-' && argv[i][1] != '\0')
        fault = read_option (subcommand, argv, argc, &i, call);
      else if (argv[i][0] == '\0')
        fault = g_strdup (_ ("an argument is empty"));
      else if (call->n_arguments == subcommand->n_arguments)
        fault = g_strdup_printf (_ ("one argument too many: %s"), argv[i]);
      else
        call->arguments[call->n_arguments++] = argv[i];
      if (fault)
        return fault;
    }
  if (call->list && call->n_arguments == 0)
    return NULL;
  if (call->n_arguments < subcommand->n_arguments)
    return g_strdup (_ ("an argument is missing"));
  if (g_str_has_prefix (subcommand->usage, "FILE N")
      && !parse_round (call->arguments[1], &call->round))
    return g_strdup_printf (_ ("%s is not the number of a round"), call->arguments[1]);
  return NULL;
}

static gboolean
wants_help (int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], "--help"))
      return TRUE;
  return FALSE;
}

static XrCliStatus
run_subcommand (const XrSubcommand *subcommand, int argc, char **argv)
{
  XrCall call = { 0 };
  g_autofree char *fault = NULL;

  if (wants_help (argc, argv))
    {
      g_autofree char *usage = describe_usage (subcommand);
      xr_cli_print (_ ("Usage: %s"), usage);
      return XR_CLI_DONE;
    }
  fault = read_arguments (subcommand, argc, argv, &call);
  return fault ? complain_usage (subcommand, fault) : subcommand->run (&call);
}

static int
run (int argc, char **argv)
{
  const XrSubcommand *subcommand = argc > 1 ? find_subcommand (argv[1]) : NULL;

  if (subcommand)
    return run_subcommand (subcommand, argc, argv);
  if (argc > 1 && asks_for_help (argv[1]))
    {
      print_help ();
      return XR_CLI_DONE;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      xr_cli_print ("xuanren %s", XR_VERSION);
      return XR_CLI_DONE;
    }
  xr_cli_complain (_ ("xuanren: there is no subcommand “%s” in this version; see xuanren --help"),
                   argc > 1 ? argv[1] : "");
  return XR_CLI_WRONG_USAGE;
}

/* A document that a full disk cut off must not pass for a whole one. */
int
xr_cli_run (int argc, char **argv)
{
  int status = run (argc, argv);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  xr_cli_complain (_ ("xuanren: the output could not be written: %s"), g_strerror (errno));
  return status != XR_CLI_DONE ? status : XR_CLI_REFUSED;
}
