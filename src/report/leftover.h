/*
 * leftover.h - a row that editors wrote and no finding of this run used.
 */
#ifndef SLS_REPORT_LEFTOVER_H
#define SLS_REPORT_LEFTOVER_H

#include <selisih/str.h>

typedef struct {
    const char *path; /* of the baseline or the decisions */
    size_t line;
    sls_str id;          /* the finding's */
    const char *message; /* key of the message that says why; static storage */
} sls_leftover;

#endif
