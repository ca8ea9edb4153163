/*
 * survey.h - articles read, their claims kept, matched and compared: what check reports on and
 * explain looks into.
 */
#ifndef SLS_CLI_SURVEY_H
#define SLS_CLI_SURVEY_H

#include "check/store.h"
#include "cli/knowledge.h"
#include "cli/meter.h"
#include "cli/quiet.h"
#include "cli/replay.h"
#include "compare/compare.h"
#include "match/match.h"

/* What the last check matched, out of links.cache. */
typedef struct {
    sls_str path; /* of the file; "": nothing is remembered */
    sls_past past;
    char *bytes;    /* of the past; NULL: there is none */
    sls_diag fault; /* why there is none */
} sls_recollection;

typedef struct {
    const sls_options *options;
    sls_store *store;
    sls_aliases aliases;
    sls_arena *arena; /* of groups, findings and what is made of them */
    sls_matching matching;
    sls_findings findings;
    sls_decisions decisions;
    sls_cache *cache;   /* NULL: none is used */
    sls_key known;      /* of what was read of aliases and verified claims */
    sls_arena *scratch; /* of one article that the cache has */
    sls_recollection recollection;
    sls_quiet *quiet;   /* groups that are as the last check had them; NULL: nothing is known */
    sls_replay *replay; /* what notes the run for the next one; NULL: nothing does */
    sls_meter meter;
    bool trouble; /* something was skipped or went wrong: exit with 2 */
    bool unkept;  /* it was said that something cannot be kept */
    sls_diag fatal;
} sls_survey;

/* False when memory ran out; sls_survey_close is due all the same. */
bool sls_survey_open(const sls_options *options, sls_survey *out);
void sls_survey_close(sls_survey *survey);
/* Whether it takes up what the last one kept, and keeps something for the next. */
bool sls_survey_remembers(const sls_survey *survey);
/*
 * Reads the articles of the options' paths, and what the last check matched; what is wrong with one
 * is complained of at once. SLS_OK, also when articles were skipped; else as sls_pipeline_over.
 */
SLS_MUST_USE sls_status sls_survey_read(sls_survey *survey, sls_diag *diag);
/*
 * Writes the cache of claims where there is one and something new in it; any thread. What went
 * wrong is in `*unsaved`, which sls_survey_saved complains of: then nothing else is kept either.
 */
void sls_survey_save(sls_survey *survey, sls_diag *unsaved);
void sls_survey_saved(sls_survey *survey, const sls_diag *unsaved);
/* Complains of something that the next run would complain of too. */
void sls_survey_complain(sls_survey *survey, const char *severity, const sls_diag *diag);
/*
 * Reads what editors decided and lets the findings carry it. What is wrong with a row, or with the
 * file, is complained of: the findings are worth having without it. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_survey_decide(sls_survey *survey);
/*
 * Fills matching and findings, and saves the cache. SLS_OK; SLS_ENOMEM; SLS_EIO: kept claims cannot
 * be read; with `*diag`.
 */
SLS_MUST_USE sls_status sls_survey_compare(sls_survey *survey, sls_diag *diag);
/* All three, one after the other. As sls_survey_read. */
SLS_MUST_USE sls_status sls_survey_find(sls_survey *survey, sls_diag *diag);

/*
 * A command that works on a survey and tells no more than whether it went well: opens one, runs
 * `task`, complains of what it returns, closes. The exit status of the process.
 */
typedef sls_status sls_survey_task(sls_survey *survey, sls_diag *diag);
int sls_survey_run(const sls_options *options, sls_survey_task *task);

#endif
