#include "cli/options.h"

#include "base/ascii.h"
#include "names/person.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BYTES_DEFAULT ((size_t)10 << 20)
#define BYTES_MAX     ((size_t)1 << 30) /* offsets of a folded text stay below 2 GiB */

enum {
    O_CLAIMS = 256,
    O_REPORTS,
    O_FAIL_LEVEL,
    O_BASELINE,
    O_WRITE_BASELINE,
    O_ALIASES,
    O_VERIFIED,
    O_UI_LANG,
    O_COLOR,
    O_VERBOSE,
    O_QUIET,
    O_MAX_BYTES
};

static const struct option options[] = {
    { "claims", required_argument, NULL, O_CLAIMS },
    { "reports", required_argument, NULL, O_REPORTS },
    { "fail-level", required_argument, NULL, O_FAIL_LEVEL },
    { "baseline", required_argument, NULL, O_BASELINE },
    { "write-baseline", required_argument, NULL, O_WRITE_BASELINE },
    { "aliases", required_argument, NULL, O_ALIASES },
    { "verified", required_argument, NULL, O_VERIFIED },
    { "ui-lang", required_argument, NULL, O_UI_LANG },
    { "color", required_argument, NULL, O_COLOR },
    { "verbose", no_argument, NULL, O_VERBOSE },
    { "quiet", no_argument, NULL, O_QUIET },
    { "jobs", required_argument, NULL, 'j' },
    { "max-article-bytes", required_argument, NULL, O_MAX_BYTES },
    { "help", no_argument, NULL, 'h' },
    { "version", no_argument, NULL, 'V' },
    { NULL, 0, NULL, 0 }
};

static const char *const commands[] = {
    [SLS_COMMAND_CHECK] = "check",       [SLS_COMMAND_EXTRACT] = "extract",
    [SLS_COMMAND_MENTIONS] = "mentions", [SLS_COMMAND_MATCH] = "match",
    [SLS_COMMAND_COMPARE] = "compare",   [SLS_COMMAND_EXPLAIN] = "explain"
};
static const char *const fail_levels[] = { "note", "warning", "error", "none" };
static const char *const colors[] = { "auto", "always", "never" };
static const char *const languages[] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en" };

static const char *const default_paths[] = { "corpus" }, *const default_input[] = { "-" };

/* Options of check alone; compare and explain speak a language too. */
static bool is_foreign(int option, sls_command command)
{
    const bool speaks = command == SLS_COMMAND_COMPARE || command == SLS_COMMAND_EXPLAIN;
    if (command == SLS_COMMAND_CHECK || (option == O_UI_LANG && speaks) ||
        ((option == O_COLOR || option == O_ALIASES || option == O_VERIFIED) &&
         command == SLS_COMMAND_EXPLAIN) ||
        (option == O_ALIASES && command == SLS_COMMAND_EXTRACT))
        return false;
    return option >= O_CLAIMS && option <= O_VERBOSE;
}

static size_t find(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (words[i] && strcmp(words[i], word) == 0)
            return i;
    return SIZE_MAX;
}

/* The word that `word` is likely a slip of, at most two letters away, or NULL. */
static const char *nearest(const char *const *words, size_t count, const char *word)
{
    const char *best = NULL;
    int best_distance = strlen(word) < 4 ? 2 : 3;
    for (size_t i = 0; i < count; i++) {
        if (!words[i])
            continue;
        const int distance = sls_edit_distance(sls_str_of(word), sls_str_of(words[i]), 2);
        if (distance < best_distance) {
            best_distance = distance;
            best = words[i];
        }
    }
    return best;
}

static sls_status unknown_command(const char *word, sls_diag *diag)
{
    const char *meant = nearest(commands, sizeof commands / sizeof *commands, word);
    if (meant)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "unknown command '%s', did you mean '%s'? selisih --help lists them",
                            word, meant);
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                        "unknown command '%s': selisih --help lists them", word);
}

static sls_status unknown_option(const char *word, int letter, const char *command, sls_diag *diag)
{
    const char *names[sizeof options / sizeof *options] = { 0 };
    char shown[3] = { '-', (char)letter, 0 };
    if (letter == 0) {
        for (size_t i = 0; options[i].name; i++)
            names[i] = options[i].name;
        char bare[64];
        snprintf(bare, sizeof bare, "%.*s", (int)strcspn(word, "="), word);
        const char *meant = nearest(names, sizeof names / sizeof *names, bare + strspn(bare, "-"));
        if (meant)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "unknown option '%s', did you mean '--%s'? selisih %s --help "
                                "lists them",
                                bare, meant, command);
    }
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                        "unknown option '%s': selisih %s --help lists them",
                        letter == 0 ? word : shown, command);
}

/* Index of the option's value among `words`, into `*out`. */
static sls_status choose(const char *name, const char *const *words, size_t count, size_t *out,
                         sls_diag *diag)
{
    *out = find(words, count, optarg);
    if (*out != SIZE_MAX)
        return SLS_OK;
    char list[96];
    size_t length = 0;
    for (size_t i = 0; i < count && length < sizeof list; i++)
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                   i == 0           ? ""
                                   : i + 1 == count ? " or "
                                                    : ", ",
                                   words[i]);
    const char *meant = nearest(words, count, optarg);
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "--%s is %s, not '%s'%s%s%s", name, list, optarg,
                        meant ? ": did you mean " : "", meant ? meant : "", meant ? "?" : "");
}

static sls_status number(const char *name, size_t min, size_t max, size_t *out, sls_diag *diag)
{
    size_t value = 0;
    bool good = *optarg != 0;
    for (const char *c = optarg; *c && good; c++) {
        good = sls_is_digit(*c) && value <= max;
        value = value * 10 + (size_t)(*c - '0');
    }
    if (!good || value < min || value > max)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "%s is a whole number from %zu to %zu, not '%s'", name, min, max,
                            optarg);
    *out = value;
    return SLS_OK;
}

static sls_status take(int option, sls_options *out, sls_diag *diag)
{
    size_t choice = 0;
    sls_status status = SLS_OK;
    switch (option) {
    case O_CLAIMS:
        out->claims = optarg;
        break;
    case O_REPORTS:
        out->reports = optarg;
        break;
    case O_BASELINE:
        out->baseline = optarg;
        break;
    case O_WRITE_BASELINE:
        out->write_baseline = optarg;
        break;
    case O_ALIASES:
        out->aliases = optarg;
        break;
    case O_VERIFIED:
        out->verified = optarg;
        break;
    case O_FAIL_LEVEL:
        status = choose("fail-level", fail_levels, 4, &choice, diag);
        out->fail_level = (sls_fail_level)choice;
        break;
    case O_UI_LANG:
        status = choose("ui-lang", languages, SLS_LANGS, &choice, diag);
        out->ui = (sls_lang)choice;
        break;
    case O_COLOR:
        status = choose("color", colors, 3, &choice, diag);
        out->color = (sls_color)choice;
        break;
    case O_VERBOSE:
        out->verbose = true;
        break;
    case O_QUIET:
        out->quiet = true;
        break;
    case 'j':
        return number("--jobs", 1, SLS_JOBS_MAX, &out->jobs, diag);
    case O_MAX_BYTES:
        return number("--max-article-bytes", 1, BYTES_MAX, &out->max_bytes, diag);
    case 'h':
        out->help = true;
        break;
    case 'V':
        out->version = true;
        break;
    }
    return status;
}

static size_t processors(void)
{
    const long online = sysconf(_SC_NPROCESSORS_ONLN);
    if (online < 1)
        return 1;
    return online > SLS_JOBS_MAX ? SLS_JOBS_MAX : (size_t)online;
}

static sls_status read_command(int argc, char **argv, sls_options *out, sls_diag *diag)
{
    const char *word = argc > 1 ? argv[1] : NULL;
    if (!word)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "no command given: selisih --help lists them");
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        out->help = true;
        return SLS_OK;
    }
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        out->version = true;
        return SLS_OK;
    }
    if (word[0] == '-')
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "the command comes before its options, as in selisih check %s", word);
    const size_t found = find(commands, sizeof commands / sizeof *commands, word);
    if (found == SIZE_MAX)
        return unknown_command(word, diag);
    out->command = (sls_command)found;
    return SLS_OK;
}

static sls_status read_options(int argc, char **argv, sls_options *out, sls_diag *diag)
{
    const char *command = commands[out->command];
    opterr = 0;
    optind = 1;
    for (int option, index; !out->help && !out->version;) {
        const int at = optind;
        index = -1;
        option = getopt_long(argc, argv, ":j:hV", options, &index);
        if (option == -1)
            break;
        if (option == ':')
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "%s needs a value",
                                argv[optind - 1] ? argv[optind - 1] : argv[at]);
        if (option == '?' && optopt >= 256)
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "%s takes no value", argv[optind - 1]);
        if (option == '?')
            return unknown_option(argv[optind - 1], optopt, command, diag);
        if (is_foreign(option, out->command))
            return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                                "--%s belongs to check, not to %s: selisih %s --help lists its "
                                "options",
                                options[index].name, command, command);
        const sls_status status = take(option, out, diag);
        if (status != SLS_OK)
            return status;
    }
    if (out->command == SLS_COMMAND_EXPLAIN && optind < argc)
        out->finding = argv[optind++];
    if (optind < argc) {
        out->paths = (const char *const *)argv + optind;
        out->path_count = (size_t)(argc - optind);
    }
    return SLS_OK;
}

sls_status sls_options_read(int argc, char **argv, sls_options *out, sls_diag *diag)
{
    *out = (sls_options){ .paths = default_paths,
                          .path_count = 1,
                          .claims = "claims",
                          .reports = "reports",
                          .fail_level = SLS_FAIL_ERROR,
                          .jobs = processors(),
                          .max_bytes = BYTES_DEFAULT,
                          .ui = SLS_LANG_EN };
    const sls_status status = read_command(argc, argv, out, diag);
    if (status != SLS_OK || out->help || out->version)
        return status;
    if (out->command == SLS_COMMAND_MATCH || out->command == SLS_COMMAND_COMPARE)
        out->paths = default_input;
    const sls_status read = read_options(argc - 1, argv + 1, out, diag);
    if (read == SLS_OK && out->command == SLS_COMMAND_EXPLAIN && !out->finding && !out->help &&
        !out->version)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "explain needs the id of a finding: the first column of "
                            "reports/conflicts.csv");
    return read;
}
