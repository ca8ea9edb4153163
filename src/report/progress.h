/*
 * progress.h - how far a long run is, as a line for a terminal.
 *
 *     [=========>          ] 46%  8.4 of 18.3 MB, 27.1 MB/s, 0:12 left
 *
 * Pure: the caller has the clock and the terminal.
 */
#ifndef SLS_REPORT_PROGRESS_H
#define SLS_REPORT_PROGRESS_H

#include "lexicon/lexicon.h"
#include "report/draft.h"

typedef struct {
    size_t articles;
    size_t bytes, total; /* read, and of all inputs; total 0: not known, as of a pipe */
    size_t milliseconds; /* since the beginning */
    bool comparing;      /* all is read */
} sls_progress;

/* The line, without an end; at most 79 columns. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_progress_line(sls_lang ui, const sls_progress *progress,
                                          sls_draft *draft);

#endif
