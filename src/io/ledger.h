/*
 * ledger.h - which files a run wrote, and what they hold, so that a later one can tell whether
 * they still do.
 *
 *     reports/conflicts.csv, 2,104 bytes, their hash, and what stat says of them
 *
 * sls_out_note lets an output write itself down when it is committed. A file is held to be as it
 * was written when stat says so; one that was written within the grain of the clock, or of which
 * stat says another thing, by its bytes. One thread at a time.
 */
#ifndef SLS_IO_LEDGER_H
#define SLS_IO_LEDGER_H

#include "base/map.h"
#include "base/vec.h"
#include "io/file.h"

/* The coarsest clock of a file system in use, that of FAT, in seconds. */
#define SLS_CLOCK_GRAIN 2

/* What stat says of a regular file. */
typedef struct {
    uint64_t device, inode, size;
    int64_t modified, changed;            /* seconds */
    uint32_t modified_part, changed_part; /* nanoseconds */
} sls_file_mark;

/* The mark of the file at `path`; false where there is no regular file. */
bool sls_file_mark_of(const char *path, sls_file_mark *out);
/* Whether a change after `time` (seconds) could leave the mark as it is. */
bool sls_file_mark_is_fresh(const sls_file_mark *mark, int64_t time);

/* A hash of 128 bits. */
typedef struct {
    uint64_t low, high;
} sls_imprint;

typedef struct {
    sls_str path;      /* as it was opened; NUL-terminated */
    sls_imprint bytes; /* what it holds */
    sls_imprint made;  /* what that was made of, as its writer told; 0: nothing was told */
    int64_t noted;     /* when the mark was taken, in seconds */
    sls_file_mark mark;
} sls_ledger_row;

typedef struct sls_ledger {
    sls_arena *arena;
    struct sls_ledger *before; /* of the last run, whose files need not be written again; or NULL */
    sls_map index;             /* of `before`: path to row */
    SLS_VEC(sls_ledger_row) rows; /* in the order of writing */
    bool lost; /* something was written that cannot be told again: to a device, or for want of
                  memory */
} sls_ledger;

/* Adds the rows of `other`, of another thread: its texts are copied. */
void sls_ledger_join(sls_ledger *ledger, const sls_ledger *other);

/*
 * Whether the row's file holds what it held; where that took reading it, the row has its mark of
 * now, and `*renewed` is set.
 */
bool sls_ledger_holds(sls_ledger_row *row, bool *renewed);

/* What the run before wrote may be left as it is. SLS_OK, SLS_ENOMEM: it may not. */
SLS_MUST_USE sls_status sls_ledger_follow(sls_ledger *ledger, sls_ledger *before);
/*
 * Whether the run before has written `path`, made of the same, and it still holds that: then it is
 * noted as if it were written again. `ledger` may be NULL; of what was made of 0 nothing is known.
 */
bool sls_ledger_keep(sls_ledger *ledger, sls_str path, sls_imprint made);

/*
 * Whether the run before has written `path`, and stat says that it was left alone since: then
 * `*bytes` is what it holds. `ledger` may be NULL.
 */
bool sls_ledger_recalls(const sls_ledger *ledger, sls_str path, sls_imprint *bytes);

/*
 * The file at `path`, to be read: the run before has written it, it held `bytes` and does still.
 * Else -1. `ledger` may be NULL.
 */
int sls_ledger_open(const sls_ledger *ledger, sls_str path, sls_imprint bytes);

/* For a thread of its own that writes other files: what `ledger` knows of the run before. */
void sls_ledger_share(const sls_ledger *ledger, sls_ledger *out);

/*
 * What commit writes to `out` is noted in `ledger`, which must outlive it; NULL: nothing is. `made`
 * tells what it is made of, or is 0. To be called before the first write.
 */
void sls_out_note(sls_out *out, sls_ledger *ledger, sls_imprint made);

#endif
