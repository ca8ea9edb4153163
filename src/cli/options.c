#include "cli/options.h"

#include "base/interval.h"
#include "base/vec.h"
#include "cli/settings.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BYTES_DEFAULT ((size_t)10 << 20)

enum { LONG_FIRST = 256 }; /* getopt's code of the table's first row; below it are letters */

static const char *const default_paths[] = { "corpus" }, *const default_input[] = { "-" },
                         *const default_folder[] = { "." };

/* An option as the command line gives it. */
typedef struct {
    const sls_option *row;
    const char *value; /* "" for a flag */
} given;

typedef struct {
    sls_settings settings;
    struct option options[SLS_OPTIONS_MOST + 1]; /* of getopt_long */
    char letters[2 * SLS_OPTIONS_MOST + 2];
    SLS_VEC(given) given;
    sls_diag *diag;
} line_reader;

static sls_status unknown_command(const char *word, sls_diag *diag)
{
    const char *names[SLS_COMMANDS] = { NULL };
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
        names[i] = sls_command_rows()[i].name;
    const char *meant = sls_nearest(names, SLS_COMMANDS, word);
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                        "unknown command '%s'%s%s%s selisih --help lists them", word,
                        meant ? ", did you mean '" : ":", meant ? meant : "", meant ? "'?" : "");
}

static sls_status unknown_option(const line_reader *r, const char *word, int letter)
{
    const char *names[SLS_OPTIONS_MOST];
    const char *const command = sls_command_rows()[r->settings.options->command].name;
    const char shown[3] = { '-', (char)letter, 0 };
    const char *meant = NULL;
    char bare[64];
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    snprintf(bare, sizeof bare, "%.*s", (int)strcspn(word, "="), word);
    for (size_t i = 0; i < count; i++)
        names[i] = rows[i].name;
    if (letter == 0)
        meant = sls_nearest(names, count, bare + strspn(bare, "-"));
    if (meant)
        return sls_diag_set(
            r->diag, SLS_EUSAGE, NULL, 0,
            "unknown option '%s', did you mean '--%s'? selisih %s --help lists them", bare, meant,
            command);
    return sls_diag_set(r->diag, SLS_EUSAGE, NULL, 0,
                        "unknown option '%s': selisih %s --help lists them",
                        letter == 0 ? word : shown, command);
}

/* "--reports belongs to check, not to extract". */
static sls_status foreign_option(const line_reader *r, const sls_option *row)
{
    const sls_command command = r->settings.options->command;
    const sls_command_row *commands = sls_command_rows();
    sls_command owner = SLS_COMMAND_CHECK;
    while (!(row->commands & SLS_COMMAND_BIT(owner)))
        owner++;
    return sls_diag_set(r->diag, SLS_EUSAGE, NULL, 0,
                        "--%s belongs to %s, not to %s: selisih %s --help lists its options",
                        row->name, commands[owner].name, commands[command].name,
                        commands[command].name);
}

static sls_status read_command(int argc, char **argv, sls_options *out, sls_diag *diag)
{
    const char *word = argc > 1 ? argv[1] : NULL;
    if (!word)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "no command given: selisih --help lists them");
    out->help = strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
    out->version = strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0;
    if (out->help || out->version)
        return SLS_OK;
    if (word[0] == '-')
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "the command comes before its options, as in selisih check %s", word);
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
        if (strcmp(word, sls_command_rows()[i].name) == 0)
            out->command = (sls_command)i;
    return out->command == SLS_COMMAND_NONE ? unknown_command(word, diag) : SLS_OK;
}

/* The table as getopt_long wants it. */
static void prepare(line_reader *r)
{
    size_t count, letter = 0;
    const sls_option *rows = sls_option_rows(&count);
    assert(count <= SLS_OPTIONS_MOST);
    r->letters[letter++] = ':'; /* a missing value is told from an unknown option */
    for (size_t i = 0; i < count; i++) {
        const bool flag = rows[i].type == SLS_OPTION_FLAG;
        r->options[i] = (struct option){ rows[i].name, flag ? no_argument : required_argument, NULL,
                                         LONG_FIRST + (int)i };
        if (rows[i].letter) {
            r->letters[letter++] = rows[i].letter;
            if (!flag)
                r->letters[letter++] = ':';
        }
    }
    r->letters[letter] = 0;
}

static const sls_option *row_of(int code)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    if (code >= LONG_FIRST)
        return &rows[code - LONG_FIRST];
    for (size_t i = 0; i < count; i++)
        if (rows[i].letter == code)
            return &rows[i];
    return NULL;
}

/* Collects what the line gives; only help and version end it early. */
static sls_status read_line(line_reader *r, int argc, char **argv)
{
    sls_options *const o = r->settings.options;
    opterr = 0;
    optind = 1;
    while (!o->help && !o->version) {
        const int at = optind, code = getopt_long(argc, argv, r->letters, r->options, NULL);
        if (code == -1)
            break;
        if (code == ':')
            return sls_diag_set(r->diag, SLS_EUSAGE, NULL, 0, "%s needs a value",
                                argv[optind - 1] ? argv[optind - 1] : argv[at]);
        if (code == '?' && optopt >= LONG_FIRST)
            return sls_diag_set(r->diag, SLS_EUSAGE, NULL, 0, "%s takes no value",
                                argv[optind - 1]);
        const sls_option *row = code == '?' ? NULL : row_of(code);
        if (!row)
            return unknown_option(r, argv[optind - 1], optopt);
        if (!(row->commands & SLS_COMMAND_BIT(o->command)))
            return foreign_option(r, row);
        given *const g = sls_vec_push(&r->given, r->settings.arena);
        if (!g)
            return SLS_ENOMEM;
        *g = (given){ row, optarg ? optarg : "" };
        o->help = o->help || row->letter == 'h';
        o->version = o->version || row->letter == 'V';
    }
    return SLS_OK;
}

static sls_status put_line(line_reader *r)
{
    const sls_setting_place place = { SLS_FROM_LINE, 0 };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < r->given.len && status == SLS_OK; i++)
        status =
            sls_setting_put(&r->settings, r->given.at[i].row, r->given.at[i].value, place, r->diag);
    return status;
}

static sls_status read_paths(sls_options *o, int argc, char **argv, sls_diag *diag)
{
    int at = optind;
    if (o->command == SLS_COMMAND_EXPLAIN) {
        if (at == argc && !o->show_settings)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "explain needs the id of a finding: the first column of "
                                "reports/conflicts.csv");
        o->finding = argv[at];
        at += at < argc;
    } else if (o->command == SLS_COMMAND_REVIEW) {
        if (at == argc && !o->show_settings)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "review needs the file that the review page exported");
        o->export = argv[at];
        at += at < argc;
    }
    if (at < argc) {
        o->paths = (const char *const *)argv + at;
        o->path_count = (size_t)(argc - at);
    }
    return SLS_OK;
}

/* In UTC: nobody's zone is known, and an expiry is no matter of hours. */
static int32_t today(void)
{
    enum { SECONDS_OF_A_DAY = 86400 };
    return (int32_t)(time(NULL) / SECONDS_OF_A_DAY);
}

static size_t processors(void)
{
    const long online = sysconf(_SC_NPROCESSORS_ONLN);
    if (online < 1)
        return 1;
    return online > SLS_JOBS_MAX ? SLS_JOBS_MAX : (size_t)online;
}

/* Two formats in one stream would be read as neither. */
static sls_status check_outputs(const sls_options *o, sls_diag *diag)
{
    const char *first = NULL;
    for (size_t i = 0; i < o->output.count; i++) {
        const char *const value = o->output.at[i], *const file = strchr(value, ':');
        if (file && strcmp(file + 1, "-") != 0)
            continue;
        if (first)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "only one output can be printed: give %s or %s a file, as in "
                                "--output csv:findings.csv",
                                first, value);
        first = value;
    }
    return SLS_OK;
}

static sls_status check_together(const sls_options *o, sls_diag *diag)
{
    if (o->prune_baseline && !o->baseline)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "--prune-baseline needs the baseline: --baseline FILE");
    if (o->prune_baseline && o->write_baseline)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "--write-baseline writes no unused rows: leave out --prune-baseline");
    if (o->since && (o->since[0] == '-' || o->since[0] == 0)) /* git would take it for an option */
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "--since is a revision, as in HEAD~1 or origin/main, not '%s'",
                            o->since);
    for (size_t i = 0; o->since && i < o->path_count; i++)
        if (strcmp(o->paths[i], "-") == 0)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "--since asks git, which knows nothing of standard input: name "
                                "files or folders");
    return check_outputs(o, diag);
}

static sls_status read_settings(line_reader *r, int argc, char **argv)
{
    sls_options *const o = r->settings.options;
    sls_status status = read_line(r, argc, argv);
    if (status != SLS_OK || o->help || o->version)
        return status;
    status = put_line(r);
    if (status == SLS_OK)
        status = read_paths(o, argc, argv, r->diag);
    if (status == SLS_OK && o->command != SLS_COMMAND_INIT) /* it may be to write the file */
        status = sls_settings_load(&r->settings, r->diag);
    if (status == SLS_OK)
        status = check_together(o, r->diag);
    if (status == SLS_OK && o->show_settings)
        status = sls_settings_show(&r->settings, &o->settings);
    return status;
}

sls_status sls_options_read(int argc, char **argv, sls_arena *arena, sls_options *out,
                            sls_diag *diag)
{
    *out = (sls_options){ .paths = default_paths,
                          .path_count = 1,
                          .claims = "claims",
                          .reports = "reports",
                          .cache_dir = ".selisih-cache",
                          .fail_level = SLS_FAIL_ERROR,
                          .jobs = processors(),
                          .today = today(),
                          .kind = SLS_KINDS,
                          .from = SLS_DAY_OPEN_PAST,
                          .to = SLS_DAY_OPEN_FUTURE,
                          .max_bytes = BYTES_DEFAULT,
                          .fields = *sls_fields_own(),
                          .ui = SLS_LANG_EN };
    const sls_status status = read_command(argc, argv, out, diag);
    if (status != SLS_OK || out->help || out->version)
        return status;
    if (out->command == SLS_COMMAND_MATCH || out->command == SLS_COMMAND_COMPARE)
        out->paths = default_input;
    if (out->command == SLS_COMMAND_INIT)
        out->paths = default_folder;
    line_reader reader = { .settings = { .options = out, .arena = arena }, .diag = diag };
    prepare(&reader);
    return read_settings(&reader, argc - 1, argv + 1);
}
