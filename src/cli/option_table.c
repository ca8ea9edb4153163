#include "cli/option_table.h"

#include "model/rule.h"
#include "report/format.h"

#include <assert.h>
#include <stddef.h>

#define AT(field) offsetof(sls_options, field)

enum {
    CHECK = SLS_COMMAND_BIT(SLS_COMMAND_CHECK),
    EXTRACT = SLS_COMMAND_BIT(SLS_COMMAND_EXTRACT),
    MENTIONS = SLS_COMMAND_BIT(SLS_COMMAND_MENTIONS),
    COMPARE = SLS_COMMAND_BIT(SLS_COMMAND_COMPARE),
    EXPLAIN = SLS_COMMAND_BIT(SLS_COMMAND_EXPLAIN),
    REVIEW = SLS_COMMAND_BIT(SLS_COMMAND_REVIEW),
    TABLE = SLS_COMMAND_BIT(SLS_COMMAND_TABLE),
    READERS = CHECK | EXTRACT | MENTIONS | EXPLAIN | REVIEW | TABLE, /* of articles */
    INIT = SLS_COMMAND_BIT(SLS_COMMAND_INIT),
    SETTLED = READERS | COMPARE | SLS_COMMAND_BIT(SLS_COMMAND_MATCH), /* by selisih.ini too */
    ALL = SETTLED | INIT
};

#define BYTES_MAX    ((size_t)1 << 30)  /* offsets of a folded text stay below 2 GiB */
#define MEMORY_MIN   ((size_t)64 << 20) /* what the tables and one small article take, and more */
#define MEMORY_MAX   ((size_t)1 << 50)
#define FINDINGS_MAX ((size_t)1 << 30)

static const char *const fail_levels[] = { "note", "warning", "error", "none", NULL };
static const char *const strategies[] = {
    [SLS_CACHE_BY_STAT] = "stat", [SLS_CACHE_BY_CONTENT] = "content", NULL
};
static const char *const colors[] = { "auto", "always", "never", NULL };
static const char *const dialects[] = {
    [SLS_CSV_RFC4180] = "rfc4180", [SLS_CSV_EXCEL] = "excel", [SLS_CSV_EXCEL_ID] = "excel-id", NULL
};
static const char *const languages[] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en", NULL };

static const char *const services[] = { "github", "gitlab", "pre-commit", NULL };

static const char *const tables[] = { "csv", "markdown", "html", "claimreview", "ralat", NULL };
static const char *const kinds[] = { "quantity", "date",  "title", "place", "identifier",
                                     "name",     "score", "all",   NULL };
static const char *const verdicts[] = { "all",   "conflict", "possible", "superseded",
                                        "agree", "refine",   NULL };

static const sls_option rows[] = {
    { "format", .type = SLS_OPTION_CHOICE, .commands = TABLE, .at = AT(table), .argument = "FORMAT",
      .words = tables,
      .help = "csv, the default, markdown or html: a row per fact, a column per source; "
              "claimreview: drafts in JSON-LD of what editors decided to be wrong; ralat: texts of "
              "corrections in Indonesian and English" },
    { "about", .line_only = true, .type = SLS_OPTION_TEXT, .commands = TABLE, .at = AT(about),
      .argument = "TOPIC",
      .help = "only facts about a person, an office, a country or a thing that is counted, by any "
              "of its names in either language" },
    { "entity", .line_only = true, .type = SLS_OPTION_TEXT, .commands = TABLE, .at = AT(entity),
      .argument = "NAME", .help = "only facts in which a country, a body or a person takes part" },
    { "kind", .line_only = true, .type = SLS_OPTION_CHOICE, .commands = TABLE, .at = AT(kind),
      .argument = "KIND", .words = kinds,
      .help = "quantity, date, title, place, identifier, name, score or all, the default" },
    { "from", .line_only = true, .type = SLS_OPTION_DAY, .commands = TABLE, .at = AT(from),
      .argument = "DATE", .max = 1, .help = "only what holds on DATE or later, as in 2023" },
    { "to", .line_only = true, .type = SLS_OPTION_DAY, .commands = TABLE, .at = AT(to),
      .argument = "DATE", .max = 2, .help = "only what holds on DATE or earlier" },
    { "verdict", .line_only = true, .type = SLS_OPTION_CHOICE, .commands = TABLE, .at = AT(verdict),
      .argument = "VERDICT", .words = verdicts,
      .help = "conflict, possible, superseded, agree, refine or all, the default" },
    { "page", .type = SLS_OPTION_TEXT, .commands = TABLE, .at = AT(page), .argument = "URL",
      .help = "where claim reviews will be published; the id of the finding is put behind it" },
    { "ci", .line_only = true, .type = SLS_OPTION_LIST, .commands = INIT, .at = AT(ci),
      .argument = "SERVICE", .words = services,
      .help = "write the file that has github, gitlab or pre-commit check the corpus, too; may be "
              "given again" },
    { "claims", .type = SLS_OPTION_PATH, .commands = CHECK, .at = AT(claims), .argument = "DIR",
      .help = "write claims here; default: claims" },
    { "reports", .type = SLS_OPTION_PATH, .commands = CHECK, .at = AT(reports), .argument = "DIR",
      .help = "write reports here; default: reports" },
    { "cache-dir", .type = SLS_OPTION_PATH, .commands = CHECK, .at = AT(cache_dir),
      .argument = "DIR",
      .help =
          "keep claims here for the next check, which does not read again what has not changed; "
          "default: .selisih-cache. May be deleted at any time" },
    { "cache-strategy", .type = SLS_OPTION_CHOICE, .commands = CHECK, .at = AT(cache_strategy),
      .argument = "STRATEGY", .words = strategies,
      .help =
          "what tells that a file has not changed: stat, its size, times and inode; or content, "
          "its bytes. Default: stat" },
    { "no-cache", .type = SLS_OPTION_FLAG, .commands = CHECK, .at = AT(no_cache),
      .help = "read every article again, and keep nothing" },
    { "watch", .line_only = true, .type = SLS_OPTION_FLAG, .commands = CHECK, .at = AT(watch),
      .help = "check again whenever an article changes, until Ctrl-C ends it with status 0; Linux "
              "alone" },
    { "fail-level", .type = SLS_OPTION_CHOICE, .commands = CHECK, .at = AT(fail_level),
      .argument = "LEVEL", .words = fail_levels,
      .help = "none, note, warning or error: exit with 1 when a new finding is at or above LEVEL; "
              "default: error" },
    { "output", .type = SLS_OPTION_OUTPUTS, .commands = CHECK, .at = AT(output),
      .argument = "FORMAT[:FILE]",
      .help =
          "write the findings as FORMAT to FILE, or print them; may be given again. Formats: "
          "text, the default, concise, csv, json, jsonl, sarif, junit, rdjsonl, github, gitlab, "
          "markdown, html, and html-split, which needs a folder" },
    { "csv-dialect", .type = SLS_OPTION_CHOICE, .commands = CHECK | TABLE, .at = AT(dialect),
      .argument = "DIALECT", .words = dialects,
      .help = "rfc4180, the default; excel, with a byte order mark; or excel-id, with semicolons "
              "and decimal commas too: how reports and --output csv are written. Claims and the "
              "baseline are always rfc4180" },
    { "select", .type = SLS_OPTION_RULES, .commands = CHECK, .at = AT(select), .argument = "RULE",
      .help = "report findings of this rule alone; may be given again" },
    { "ignore", .type = SLS_OPTION_RULES, .commands = CHECK, .at = AT(ignore), .argument = "RULE",
      .help = "report no finding of this rule; may be given again" },
    { "severity", .type = SLS_OPTION_LEVELS, .commands = CHECK, .at = AT(severity),
      .argument = "RULE=LEVEL",
      .help = "findings of RULE are note, warning or error, however certain they are; may be given "
              "again" },
    { "baseline", .type = SLS_OPTION_PATH, .commands = CHECK, .at = AT(baseline),
      .argument = "FILE", .help = "findings in FILE are known and do not fail" },
    { "write-baseline", .line_only = true, .type = SLS_OPTION_PATH, .commands = CHECK,
      .at = AT(write_baseline), .argument = "FILE",
      .help = "write the findings of this run to FILE" },
    { "prune-baseline", .line_only = true, .type = SLS_OPTION_FLAG, .commands = CHECK,
      .at = AT(prune_baseline),
      .help = "rewrite the baseline without the rows that no finding has" },
    { "changed", .line_only = true, .type = SLS_OPTION_LIST, .commands = CHECK, .at = AT(changed),
      .argument = "FILE",
      .help = "only findings that touch FILE, or what lies in it when it is a folder, fail and are "
              "printed; reports hold all. May be given again" },
    { "since", .type = SLS_OPTION_TEXT, .commands = CHECK, .at = AT(since), .argument = "REVISION",
      .help = "the same for the articles that git says have changed since REVISION, as in "
              "origin/main... or HEAD~1" },
    { "aliases", .type = SLS_OPTION_PATH, .commands = CHECK | EXTRACT | EXPLAIN | REVIEW | TABLE,
      .at = AT(aliases), .argument = "FILE",
      .help = "CSV with the columns alias,name: names that are one; default: aliases.csv in the "
              "folders that are checked" },
    { "verified", .type = SLS_OPTION_PATH, .commands = CHECK | EXPLAIN | REVIEW | TABLE,
      .at = AT(verified), .argument = "FILE",
      .help = "claims that editors vouch for, with the columns of claims; default: verified.csv in "
              "the folders that are checked" },
    { "decisions", .type = SLS_OPTION_PATH, .commands = CHECK | EXPLAIN | REVIEW | TABLE,
      .at = AT(decisions), .argument = "FILE",
      .help = "what editors decided on findings; default: decisions.csv in the folders that are "
              "checked" },
    { "promote", .line_only = true, .type = SLS_OPTION_FLAG, .commands = REVIEW, .at = AT(promote),
      .help = "append the side that a decision holds for right to the verified claims" },
    { "today", .line_only = true, .type = SLS_OPTION_DAY, .commands = CHECK | EXPLAIN | TABLE,
      .at = AT(today), .argument = "DATE",
      .help = "the day by which decisions expire, as in 2024-11-22; default: today's, in UTC" },
    { "max-findings", .type = SLS_OPTION_NUMBER, .commands = CHECK, .at = AT(max_findings),
      .argument = "N", .max = FINDINGS_MAX,
      .help = "print the N worst findings; 0, the default, prints all. Reports hold all of them" },
    { "ui-lang", .type = SLS_OPTION_CHOICE, .commands = CHECK | COMPARE | EXPLAIN | REVIEW | TABLE,
      .at = AT(ui), .argument = "LANG", .words = languages,
      .help = "en or id: language of messages; default: en" },
    { "color", .type = SLS_OPTION_CHOICE, .commands = CHECK | EXPLAIN, .at = AT(color),
      .argument = "WHEN", .words = colors, .help = "auto, always or never; default: auto" },
    { "verbose", .type = SLS_OPTION_FLAG, .commands = CHECK, .at = AT(verbose),
      .help = "print notes too" },
    { "statistics", .type = SLS_OPTION_FLAG, .commands = CHECK, .at = AT(statistics),
      .help =
          "print how many findings there are of each rule, behind text and concise; on standard "
          "error where another format is printed" },
    { "jobs", .letter = 'j', .type = SLS_OPTION_NUMBER, .commands = READERS, .at = AT(jobs),
      .argument = "N", .min = 1, .max = SLS_JOBS_MAX,
      .help = "work in N threads, 1 to 64; default: one for each processor. The output is the same "
              "for any N" },
    { "map", .type = SLS_OPTION_MAP, .commands = READERS, .at = AT(fields),
      .argument = "MEMBER=NAME,..",
      .help = "what JSON Lines and tables call the id, source, published, lang, title, url, "
              "credit and text of an article, as in text=isi,published=meta.tanggal" },
    { "max-article-bytes", .type = SLS_OPTION_NUMBER, .commands = READERS, .at = AT(max_bytes),
      .argument = "N", .min = 1, .max = BYTES_MAX,
      .help = "skip an article over N bytes; default: 10485760" },
    { "max-memory", .type = SLS_OPTION_NUMBER, .commands = READERS, .at = AT(max_memory),
      .argument = "N", .min = MEMORY_MIN, .max = MEMORY_MAX,
      .help = "take at most N bytes of memory, 67108864 or more; where that is not enough the run "
              "says so and exits with 2" },
    { "quiet", .type = SLS_OPTION_FLAG, .commands = READERS | INIT, .at = AT(quiet),
      .help = "print nothing but errors" },
    { "config", .line_only = true, .type = SLS_OPTION_TEXT, .commands = SETTLED, .at = AT(config),
      .argument = "FILE",
      .help = "read settings from FILE; default: selisih.ini beside the first PATH, or in the "
              "nearest folder above it that has one" },
    { "isolated", .line_only = true, .type = SLS_OPTION_FLAG, .commands = SETTLED,
      .at = AT(isolated), .help = "read no selisih.ini" },
    { "show-settings", .line_only = true, .type = SLS_OPTION_FLAG, .commands = SETTLED,
      .at = AT(show_settings),
      .help = "print every setting and where it comes from, and do nothing else" },
    { "help", .letter = 'h', .line_only = true, .type = SLS_OPTION_FLAG, .commands = ALL,
      .at = AT(help), .help = "print this help" },
    { "version", .letter = 'V', .line_only = true, .type = SLS_OPTION_FLAG, .commands = ALL,
      .at = AT(version), .help = "print the version" }
};

size_t sls_option_words(const sls_option *row, const char **words)
{
    size_t count = 0, all;
    if (row->type == SLS_OPTION_OUTPUTS) {
        const sls_format *const formats = sls_formats(&all);
        for (assert(all <= SLS_OPTION_WORDS_MOST); count < all; count++)
            words[count] = formats[count].name;
    } else if (row->type == SLS_OPTION_RULES || row->type == SLS_OPTION_LEVELS) {
        const sls_rule *const rules = sls_rules(&all);
        for (assert(all <= SLS_OPTION_WORDS_MOST); count < all; count++)
            words[count] = rules[count].name;
    } else if (row->words) {
        for (; row->words[count]; count++)
            words[count] = row->words[count];
    }
    return count;
}

const sls_option *sls_option_rows(size_t *count)
{
    *count = sizeof rows / sizeof *rows;
    return rows;
}

#define PATHS                                                                                      \
    "PATH is a text file, JSON Lines (.jsonl), a web page (.html), a feed (.rss, .atom, .xml), a " \
    "table (.csv, .tsv), Markdown (.md), a tar or zip file of these, a folder of the first four, " \
    "or - for JSON Lines on standard input; default: corpus. What is packed by gzip, bzip2, xz "   \
    "or zstd is unpacked."
#define FILTER_EXIT "0, or 2 for bad options, bad input or an internal error."

static const sls_command_row commands[SLS_COMMANDS] = {
    [SLS_COMMAND_NONE] = { "selisih",
                           "find where news articles contradict each other in numbers, dates and "
                           "offices",
                           "",
                           "Find where news articles contradict each other in numbers, dates and "
                           "offices.",
                           "", "" },
    [SLS_COMMAND_CHECK] = { "check",
                            "compare articles, write claims/ and reports/, print the findings",
                            "[PATH...]",
                            "Compare articles, write claims and reports, and print the findings.\n"
                            "\n" PATHS,
                            "0 nothing new at or above the fail level, 1 such findings, 2 bad "
                            "options, bad input or an internal error.",
                            "selisih check corpus --baseline corpus/baseline.csv\t"
                            "Fail on conflicts that the baseline does not hold.\n"
                            "selisih check articles.jsonl --ui-lang id --reports out\t"
                            "Check records, with Indonesian messages.\n" },
    [SLS_COMMAND_EXTRACT] = { "extract", "print the claims of articles as CSV", "[PATH...]",
                              "Print the claims of articles as CSV.\n\n" PATHS, FILTER_EXIT,
                              "zcat archive.jsonl.gz | selisih extract - > claims.csv\t"
                              "The claims of an archive.\n" },
    [SLS_COMMAND_MENTIONS] = { "mentions",
                               "print the numbers, dates and names found in articles as CSV",
                               "[PATH...]",
                               "Print the numbers, dates and names found in articles as "
                               "CSV.\n\n" PATHS,
                               FILTER_EXIT,
                               "selisih mentions article.txt\tWhat is read in one article.\n" },
    [SLS_COMMAND_MATCH] = { "match", "group the claims that extract printed", "[FILE...]",
                            "Group claims that speak of the same thing. FILE is claims as selisih "
                            "extract prints them; default: -, standard input. Prints groups as "
                            "CSV.",
                            FILTER_EXIT,
                            "selisih extract corpus | selisih match | selisih compare\t"
                            "What check finds, in stages.\n" },
    [SLS_COMMAND_COMPARE] = { "compare", "print the findings on the groups that match printed",
                              "[FILE]",
                              "Compare the values of groups. FILE is groups as selisih match "
                              "prints "
                              "them; default: -, standard input. Prints findings as CSV: conflicts "
                              "worst first, then agreements.",
                              FILTER_EXIT,
                              "selisih compare groups.csv > findings.csv\tThe last stage "
                              "alone.\n" },
    [SLS_COMMAND_EXPLAIN] = { "explain", "tell why a finding was made", "ID [PATH...]",
                              "Tell why a finding was made: both quotes, how each value was read, "
                              "what the alignment is made of, the sources, and what would have "
                              "made "
                              "them agree. ID is the first column of reports/conflicts.csv or "
                              "agreements.csv, or the beginning of one. The articles are read "
                              "again; nothing is written.\n\n" PATHS,
                              "0, or 2 for bad options, bad input, an id that no finding has, or "
                              "an internal error.",
                              "selisih explain 3f1c corpus\tOne finding of the corpus.\n" },
    [SLS_COMMAND_REVIEW] = { "review", "merge decisions of the review page", "FILE [PATH...]",
                             "Merge what editors decided on the review page, or in a CSV of the "
                             "same columns, into decisions.csv, which every check reads. Of two "
                             "decisions on one finding the later one counts. Refused, with a line "
                             "each: ids that no finding has, values that have changed since, "
                             "unknown words. The articles are read again.\n\n" PATHS,
                             "0, or 2 when a row was refused, for bad options, bad input or an "
                             "internal error.",
                             "selisih review decisions-2024-11-22.csv corpus\t"
                             "Merge an export into corpus/decisions.csv.\n"
                             "selisih review export.csv --promote\t"
                             "Vouch for the sides that were decided to be right, too.\n" },
    [SLS_COMMAND_TABLE] = { "table", "print a fact-check table", "[PATH...]",
                            "Print facts as a table: a row for each thing that several sources "
                            "speak of, a column for each source, in each cell what it says and "
                            "when. ! marks a conflict, ? a possible one, ~ what is hedged or not "
                            "asserted, = what is copied from another source.\n\n" PATHS,
                            FILTER_EXIT,
                            "selisih table --about \"Choe Son Hui\" --format html > choe.html\t"
                            "What the sources say of one person.\n"
                            "selisih table --format ralat --ui-lang id\t"
                            "Corrections of what was decided to be wrong.\n" },
    [SLS_COMMAND_INIT] = { "init", "write a starter corpus, settings, and a file for CI", "[DIR]",
                           "Write into DIR, by default here, what an archive begins with: "
                           "corpus/ with a manifest and two example articles, selisih.ini with "
                           "its settings explained, and with --ci the file of a CI service. A "
                           "file that is there is kept.",
                           "0, or 2 for bad options or a file that cannot be written.",
                           "selisih init berita --ci github\tAn archive in the folder berita, "
                           "checked by GitHub Actions.\n" }
};

const sls_command_row *sls_command_rows(void)
{
    return commands;
}
