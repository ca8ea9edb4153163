#include "io/ledger.h"

#define XXH_INLINE_ALL
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xxhash.h>

#define CHUNK ((size_t)64 << 10)

bool sls_file_mark_of(const char *path, sls_file_mark *out)
{
    struct stat s;
    if (stat(path, &s) != 0 || !S_ISREG(s.st_mode))
        return false;
    *out = (sls_file_mark){ .device = (uint64_t)s.st_dev,
                            .inode = (uint64_t)s.st_ino,
                            .size = (uint64_t)s.st_size,
                            .modified = s.st_mtim.tv_sec,
                            .changed = s.st_ctim.tv_sec,
                            .modified_part = (uint32_t)s.st_mtim.tv_nsec,
                            .changed_part = (uint32_t)s.st_ctim.tv_nsec };
    return true;
}

bool sls_file_mark_is_fresh(const sls_file_mark *mark, int64_t time)
{
    return mark->modified + SLS_CLOCK_GRAIN >= time || mark->changed + SLS_CLOCK_GRAIN >= time;
}

static bool same_mark(const sls_file_mark *a, const sls_file_mark *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->modified == b->modified && a->changed == b->changed &&
           a->modified_part == b->modified_part && a->changed_part == b->changed_part;
}

/* Whether the mark of now says that the row's file was not written since. */
static bool is_left_alone(const sls_ledger_row *row, const sls_file_mark *now)
{
    return same_mark(now, &row->mark) && !sls_file_mark_is_fresh(now, row->noted);
}

/* False: it cannot be read. */
static bool hash_file(const char *path, XXH3_state_t *state)
{
    char *const bytes = malloc(CHUNK);
    const int fd = bytes ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    ssize_t got = fd < 0 ? -1 : 1;
    while (got > 0) {
        do
            got = read(fd, bytes, CHUNK);
        while (got < 0 && errno == EINTR);
        if (got > 0)
            (void)XXH3_128bits_update(state, bytes, (size_t)got);
    }
    if (fd >= 0)
        close(fd);
    free(bytes);
    return got == 0;
}

bool sls_ledger_holds(sls_ledger_row *row, bool *renewed)
{
    const int64_t now = time(NULL);
    sls_file_mark mark;
    XXH3_state_t state;
    if (!sls_file_mark_of(row->path.ptr, &mark) || mark.size != row->mark.size)
        return false;
    if (is_left_alone(row, &mark))
        return true;
    XXH3_INITSTATE(&state);
    (void)XXH3_128bits_reset(&state);
    if (!hash_file(row->path.ptr, &state))
        return false;
    const XXH128_hash_t hash = XXH3_128bits_digest(&state);
    if (hash.low64 != row->bytes.low || hash.high64 != row->bytes.high)
        return false;
    row->mark = mark;
    row->noted = now;
    *renewed = true;
    return true;
}

sls_status sls_ledger_follow(sls_ledger *ledger, sls_ledger *before)
{
    sls_map_init(&ledger->index, ledger->arena);
    for (size_t i = 0; i < before->rows.len && i < SLS_MAP_NONE; i++)
        if (sls_map_set(&ledger->index, before->rows.at[i].path, (uint32_t)i) != SLS_OK)
            return SLS_ENOMEM;
    ledger->before = before;
    return SLS_OK;
}

/* What the run before noted of `path`; or NULL. */
static sls_ledger_row *row_of(const sls_ledger *ledger, sls_str path)
{
    if (!ledger || !ledger->before)
        return NULL;
    const uint32_t at = sls_map_get(&ledger->index, path);
    return at == SLS_MAP_NONE ? NULL : &ledger->before->rows.at[at];
}

bool sls_ledger_recalls(const sls_ledger *ledger, sls_str path, sls_imprint *bytes)
{
    const sls_ledger_row *const row = row_of(ledger, path);
    sls_file_mark mark;
    if (!row || !sls_file_mark_of(row->path.ptr, &mark) || !is_left_alone(row, &mark))
        return false;
    *bytes = row->bytes;
    return true;
}

int sls_ledger_open(const sls_ledger *ledger, sls_str path, sls_imprint bytes)
{
    bool renewed;
    struct stat about;
    sls_ledger_row *const row = row_of(ledger, path);
    if (!row || row->bytes.low != bytes.low || row->bytes.high != bytes.high)
        return -1;
    const int fd = open(row->path.ptr, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return -1;
    /* what is looked at by its path must be what was opened */
    if (sls_ledger_holds(row, &renewed) && fstat(fd, &about) == 0 &&
        (uint64_t)about.st_dev == row->mark.device && (uint64_t)about.st_ino == row->mark.inode)
        return fd;
    close(fd);
    return -1;
}

void sls_ledger_share(const sls_ledger *ledger, sls_ledger *out)
{
    out->before = ledger->before;
    out->index = ledger->index;
}

bool sls_ledger_keep(sls_ledger *ledger, sls_str path, sls_imprint made)
{
    bool renewed;
    sls_ledger_row *const row = made.low == 0 && made.high == 0 ? NULL : row_of(ledger, path);
    if (!row || row->made.low != made.low || row->made.high != made.high ||
        !sls_ledger_holds(row, &renewed))
        return false;
    sls_ledger_row *const noted = sls_vec_push(&ledger->rows, ledger->arena);
    if (noted)
        *noted = *row;
    else
        ledger->lost = true;
    return true;
}

void sls_ledger_join(sls_ledger *ledger, const sls_ledger *other)
{
    ledger->lost |= other->lost;
    for (size_t i = 0; i < other->rows.len; i++) {
        sls_ledger_row *const row = sls_vec_push(&ledger->rows, ledger->arena);
        if (row)
            *row = other->rows.at[i];
        if (!row || sls_arena_copy(ledger->arena, row->path, &row->path) != SLS_OK) {
            ledger->lost = true;
            return;
        }
    }
}
