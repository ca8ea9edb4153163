/*
 * meter.h - the progress line of a long run, on a terminal only.
 *
 * It stands on standard error, appears after half a second, changes at most ten times a second and
 * is wiped before anything else is written there. In pipes, on dumb terminals and with --quiet
 * there is none. It has no colors, so that NO_COLOR leaves nothing to take away.
 */
#ifndef SLS_CLI_METER_H
#define SLS_CLI_METER_H

#include "check/batch.h"
#include "report/progress.h"

#define SLS_METER_BYTES ((size_t)64 << 10) /* of its arena, more than a line takes */

typedef struct {
    bool on;      /* there is a terminal to write to */
    bool visible; /* a line stands there now */
    sls_lang ui;
    sls_arena *arena;
    sls_progress progress;
    uint64_t began, shown; /* milliseconds of the system's steady clock */
} sls_meter;

/* `arena` is the meter's own, reset by it; NULL turns it off. */
void sls_meter_begin(sls_meter *meter, sls_lang ui, bool quiet, sls_arena *arena);
/* Further articles of so many bytes were read. */
void sls_meter_add(sls_meter *meter, size_t articles, size_t bytes);
/* All is read; what follows has no known length. */
void sls_meter_compare(sls_meter *meter);
/* Wipes the line; it comes back with the next step. Before other lines, and at the end. */
void sls_meter_wipe(sls_meter *meter);

/* Complains of why an article was skipped, unless `quiet` of what else is to be said of it, too,
 * the line wiped before. Whether it was skipped. */
bool sls_complain_of(const sls_result *result, bool quiet, sls_meter *meter);

#endif
