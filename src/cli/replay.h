/*
 * replay.h - the last check, told again where nothing has changed.
 *
 *     selisih check arsip      100,000 articles are matched and compared
 *     selisih check arsip      nothing has changed: what was printed is printed again
 *
 * A check notes what it was asked (options, and what the files of editors hold), what it read (a
 * hash over the articles, in order, and one over what stat says of the inputs), all that it told
 * and which files it wrote. That is kept beside the cache of claims. A later check that is asked
 * the same is the last one told again when the inputs' marks are the same, or, once they are read,
 * the articles are; and all files hold what was written. What may turn out otherwise the next time
 * (standard input, git, a file that could not be read) is never kept. One thread.
 *
 * Every function but sls_replay_open allows a replay of NULL, which notes nothing.
 */
#ifndef SLS_CLI_REPLAY_H
#define SLS_CLI_REPLAY_H

#include "check/batch.h"
#include "cli/options.h"
#include "io/ledger.h"

typedef struct sls_replay sls_replay;

/* NULL: the check is not one to be kept, or memory ran out. What is wrong with what is kept is
 * complained of, unless the run is quiet. */
sls_replay *sls_replay_open(const sls_options *options);
void sls_replay_close(sls_replay *replay);

/* Whether the last check was told again, before anything was read; `*code` is its exit status. */
bool sls_replay_whole(sls_replay *replay, int *code);
/* What is about to be read; `seed` is the cache's own, of the keys of its articles. */
void sls_replay_begin(sls_replay *replay, const struct sls_inputs *inputs, uint64_t seed);
/* An article, or what could not be one, in the order of the inputs; `cached` is what the cache
 * knows it by, of use where nothing is wrong with it. */
void sls_replay_article(sls_replay *replay, const sls_result *result, const sls_cached *cached);
/* All is read: as sls_replay_whole, of what the last check told after it had read. */
bool sls_replay_rest(sls_replay *replay, int *code);

/* What is noted of this check: a complaint, bytes for standard error; the files it writes. */
void sls_replay_complaint(sls_replay *replay, const char *severity, const sls_diag *diag);
void sls_replay_aside(sls_replay *replay, sls_str bytes);
sls_key sls_replay_asked(const sls_replay *replay); /* 0: nothing is known */
sls_ledger *sls_replay_ledger(sls_replay *replay);  /* NULL: nobody wants to know */
/* What `out` prints from now on; to be called before it is committed, and then ..._printed. */
void sls_replay_print(sls_replay *replay, sls_out *out);
void sls_replay_printed(sls_replay *replay);
/* The check is not to be kept: what it told may be otherwise the next time. */
void sls_replay_spoil(sls_replay *replay);
/* Whether there is something to keep of the check. */
bool sls_replay_keeps(const sls_replay *replay);
/* Keeps the check, which ended with `code`. SLS_OK; SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_replay_save(sls_replay *replay, int code, sls_diag *diag);

#endif
