/*
 * output.h - standard output and standard error, written so that nothing is lost unseen.
 *
 * A closed pipe (`selisih extract | head`) ends the writing quietly and is no error; a full
 * disk is one. Both streams are unbuffered file descriptors: lines come in the order written.
 */
#ifndef SLS_CLI_OUTPUT_H
#define SLS_CLI_OUTPUT_H

#include "cli/options.h"
#include "report/draft.h"

typedef struct {
    bool closed; /* the reader is gone: nothing more is written */
    bool failed; /* something else went wrong; `error` says what */
    int error;   /* errno */
} sls_output;

/*
 * Lets a write to a closed pipe fail instead of ending the process; and lets a library that ends
 * the process, as libarchive does for want of memory, end it with 2: 1 means findings. Call once.
 */
void sls_output_begin(void);
/* To be called before the run ends with a status of its own. */
void sls_output_end_run(void);
/* All of `bytes` to standard output; false when it is closed or failed, now or before. */
bool sls_output_write(sls_output *output, sls_str bytes);
/* SLS_OK, also for a closed pipe; SLS_EIO with `*diag` when something was lost. */
SLS_MUST_USE sls_status sls_output_end(const sls_output *output, sls_diag *diag);

/* Both, for a text that is all there is to print. */
SLS_MUST_USE sls_status sls_output_print(sls_str text, sls_diag *diag);

/* To standard error. */
void sls_output_aside(sls_str bytes);

/* Whether to write colors: as asked for, else on a terminal that has them, unless NO_COLOR is set.
 */
bool sls_use_color(sls_color color);

/* "error: FILE:LINE: what" and a line break; controls in names made visible. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_complaint(const char *severity, const sls_diag *diag, sls_arena *arena,
                                      sls_str *out);
/* The same on standard error. */
void sls_complain(const char *severity, const sls_diag *diag);

/* The same for a run that ended with `status`, which tells what `*diag` leaves open. */
void sls_fail(sls_status status, sls_diag *diag);

#endif
