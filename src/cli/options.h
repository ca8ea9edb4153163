/*
 * options.h - the command line read and checked, before anything is done.
 *
 *     selisih check --reports out --fail-level warning -j 4 corpus
 *
 * Paths and values point into argv. getopt_long keeps its state in globals, so options are
 * read once, in the main thread.
 */
#ifndef SLS_CLI_OPTIONS_H
#define SLS_CLI_OPTIONS_H

#include "lexicon/lexicon.h"
#include <selisih/finding.h>

typedef enum {
    SLS_COMMAND_NONE,
    SLS_COMMAND_CHECK,
    SLS_COMMAND_EXTRACT,
    SLS_COMMAND_MENTIONS,
    SLS_COMMAND_MATCH,
    SLS_COMMAND_COMPARE,
    SLS_COMMAND_EXPLAIN,
    SLS_COMMANDS
} sls_command;
typedef enum { SLS_COLOR_AUTO, SLS_COLOR_ALWAYS, SLS_COLOR_NEVER } sls_color;
typedef enum { SLS_FAIL_NOTE, SLS_FAIL_WARNING, SLS_FAIL_ERROR, SLS_FAIL_NONE } sls_fail_level;

#define SLS_JOBS_MAX 64

typedef struct {
    sls_command command;
    bool help, version;
    const char *const *paths; /* "-" is standard input; never empty for a command */
    size_t path_count;
    const char *aliases, *verified;        /* files, NULL: those of the folders that are checked */
    const char *finding;                   /* explain: an id or the beginning of one */
    const char *claims, *reports;          /* folders */
    const char *baseline, *write_baseline; /* files, NULL when not given */
    sls_fail_level fail_level;
    size_t jobs;      /* 1..SLS_JOBS_MAX */
    size_t max_bytes; /* of an article */
    sls_lang ui;
    sls_color color;
    bool quiet, verbose;
} sls_options;

/*
 * Fills `*out`. SLS_OK; SLS_EUSAGE: `*diag` says what is wrong and what was perhaps meant.
 * With help or version set nothing else was checked.
 */
SLS_MUST_USE sls_status sls_options_read(int argc, char **argv, sls_options *out, sls_diag *diag);

/* The help of a command, or of the whole with SLS_COMMAND_NONE; static storage. */
const char *sls_options_help(sls_command command);

#endif
