/*
 * run.h - another program, run without a shell, and what it printed.
 *
 *     const char *const argv[] = { "git", "-C", folder, "ls-files", "-z", NULL };
 *     status = sls_run_program(argv, NULL, 0, arena, &ran, diag);
 *
 * The program is found through PATH, gets its arguments as they are, nothing on standard input, and
 * the environment with LC_ALL=C, so that its messages are the same everywhere. The only user is
 * cli/changes.c, which runs git when --since asks for it.
 */
#ifndef SLS_IO_RUN_H
#define SLS_IO_RUN_H

#include <selisih/arena.h>

typedef struct {
    int exit;      /* exit status; 128 and more: ended by a signal */
    sls_str out;   /* all of standard output */
    sls_str fault; /* all of standard error */
} sls_ran;

/*
 * Runs `argv`, NULL ends it, to its end, without the variables `without` of the environment (NULL
 * ends them, and is none). `limit` bounds the bytes of each output (0: no limit).
 * SLS_OK, whatever its exit status; SLS_ENOTFOUND: there is no such program; SLS_ETOOBIG; SLS_EIO;
 * SLS_ENOMEM; each failure with `*diag`.
 */
SLS_MUST_USE sls_status sls_run_program(const char *const *argv, const char *const *without,
                                        size_t limit, sls_arena *arena, sls_ran *out,
                                        sls_diag *diag);

#endif
