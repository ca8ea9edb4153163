/*
 * options.h - what a run is asked to do: the command line over selisih.ini over the defaults.
 *
 *     selisih check --reports out --fail-level warning -j 4 corpus
 *
 * Every option is a row of one table (option_table.c), from which the reader of the command line,
 * that of selisih.ini, --help, the manual and the shells' completions follow. Everything is read
 * and checked before anything is done. getopt_long keeps its state in globals, so options are
 * read once, in the main thread.
 */
#ifndef SLS_CLI_OPTIONS_H
#define SLS_CLI_OPTIONS_H

#include "io/csv.h"
#include "ingest/facts.h"
#include "lexicon/lexicon.h"
#include <selisih/arena.h>
#include <selisih/finding.h>

typedef enum {
    SLS_COMMAND_NONE,
    SLS_COMMAND_CHECK,
    SLS_COMMAND_EXTRACT,
    SLS_COMMAND_MENTIONS,
    SLS_COMMAND_MATCH,
    SLS_COMMAND_COMPARE,
    SLS_COMMAND_EXPLAIN,
    SLS_COMMAND_REVIEW,
    SLS_COMMAND_TABLE,
    SLS_COMMAND_INIT,
    SLS_COMMANDS
} sls_command;
typedef enum { SLS_CACHE_BY_STAT, SLS_CACHE_BY_CONTENT } sls_cache_strategy;
typedef enum { SLS_COLOR_AUTO, SLS_COLOR_ALWAYS, SLS_COLOR_NEVER } sls_color;
typedef enum { SLS_FAIL_NOTE, SLS_FAIL_WARNING, SLS_FAIL_ERROR, SLS_FAIL_NONE } sls_fail_level;

typedef enum {
    SLS_TABLE_CSV,
    SLS_TABLE_MARKDOWN,
    SLS_TABLE_HTML,
    SLS_TABLE_CLAIMREVIEW, /* from here on of decided findings */
    SLS_TABLE_RALAT
} sls_table_format;
/* A verdict of sls_verdict, plus one. */
typedef enum { SLS_VERDICT_ANY } sls_verdict_filter;

#define SLS_JOBS_MAX 64

/* The values of an option that may be given again and again, in the order given. */
typedef struct {
    const char **at;
    size_t count;
} sls_values;

typedef struct {
    sls_command command;
    bool help, version, show_settings;
    const char *const *paths; /* "-" is standard input; never empty for a command */
    size_t path_count;
    const char *config; /* a file; NULL: the first selisih.ini above the paths */
    bool isolated;      /* no selisih.ini is read */
    const char *aliases, *verified, *decisions; /* files, NULL: those of the folders checked */
    int32_t today;                         /* days since 1970-01-01, by which decisions expire */
    sls_table_format table;
    const char *about, *entity, *page;     /* of a table; NULL when not given */
    sls_kind kind;                         /* SLS_KINDS: all */
    sls_verdict_filter verdict;
    int32_t from, to;                      /* days, open where not given */
    const char *export;                    /* review: the decisions that come in */
    bool promote;                          /* review: what is right becomes a verified claim */
    const char *finding;                   /* explain: an id or the beginning of one */
    const char *claims, *reports;          /* folders */
    const char *baseline, *write_baseline; /* files, NULL when not given */
    bool prune_baseline;
    sls_values changed;                    /* files or folders */
    const char *since;                     /* a revision that git knows, or NULL */
    sls_fields fields;         /* what records and tables call an article's members */
    sls_values ci;             /* init: for which services */
    sls_values output;                     /* FORMAT or FORMAT:FILE, at most one without a file */
    sls_values select, ignore;             /* names of rules */
    sls_values severity;                   /* RULE=LEVEL */
    sls_fail_level fail_level;
    bool watch, no_cache;
    const char *cache_dir; /* the folder of the cache */
    sls_cache_strategy cache_strategy;
    size_t max_findings; /* printed; 0: all */
    size_t jobs;         /* 1..SLS_JOBS_MAX */
    size_t max_bytes;    /* of an article */
    size_t max_memory;   /* bytes of the process; 0: what the system gives */
    sls_lang ui;
    sls_color color;
    sls_csv_dialect dialect; /* of reports and of --output csv */
    bool quiet, verbose, statistics;
    sls_str settings; /* with show_settings: a line each, as selisih.ini has it, and its origin */
} sls_options;

/*
 * Fills `*out`; texts are argv's, static, or in `arena`. SLS_OK; SLS_EUSAGE: `*diag` says what is
 * wrong and what was perhaps meant; SLS_EIO, SLS_ESYNTAX: of selisih.ini; SLS_ENOMEM. With help or
 * version set nothing else was checked.
 */
SLS_MUST_USE sls_status sls_options_read(int argc, char **argv, sls_arena *arena, sls_options *out,
                                         sls_diag *diag);
/* The help of a command, or of the whole with SLS_COMMAND_NONE. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_options_help(sls_command command, sls_arena *arena, sls_str *out);

#endif
