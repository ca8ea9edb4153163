#include "check/quiet_file.h"

#include "check/seal.h"

#include <stdlib.h>

enum { VERSION = 2 };

typedef struct {
    sls_seal seal;
    sls_key asked;
    sls_imprint agreements, facts;
    uint64_t begin, groups, rows, sound;
} head;

_Static_assert(sizeof(head) % 8 == 0 && sizeof(sls_quiet_group) == 32 &&
                   sizeof(sls_quiet_row) == 32,
               "tables are used where they lie, and nothing stands between the fields");

/* --- reading --- */

/* A whole file of this build can be relied on; that its parts fit is checked all the same. */
static bool all_fits(const sls_quiet_tables *t)
{
    for (size_t i = 0; i < t->row_count; i++)
        if (t->rows[i].group != SLS_NONE && t->rows[i].group >= t->group_count)
            return false;
    for (size_t i = 0; i < t->group_count; i++)
        if (t->groups[i].at > INT64_MAX || t->groups[i].size > INT64_MAX - t->groups[i].at)
            return false;
    return t->begin <= INT32_MAX;
}

/* Finds the tables in the bytes. */
static bool locate(char *bytes, size_t len, void *tables)
{
    const head *const h = (const void *)bytes;
    sls_quiet_tables *const out = tables;
    const size_t room = len - sizeof *h - sizeof(XXH128_canonical_t);
    if (h->groups >= SLS_NONE || h->groups > room / sizeof *out->groups)
        return false;
    const size_t groups = h->groups * sizeof *out->groups;
    if (h->rows >= SLS_NONE || h->rows > (room - groups) / sizeof *out->rows)
        return false;
    const size_t rows = h->rows * sizeof *out->rows;
    if (h->sound >= SLS_NONE || h->sound * sizeof *out->sound != room - groups - rows)
        return false;
    *out = (sls_quiet_tables){ .asked = h->asked,
                               .agreements = h->agreements,
                               .facts = h->facts,
                               .begin = h->begin,
                               .groups = (void *)(bytes + sizeof *h),
                               .group_count = h->groups,
                               .rows = (void *)(bytes + sizeof *h + groups),
                               .row_count = h->rows,
                               .sound = (void *)(bytes + sizeof *h + groups + rows),
                               .sound_count = h->sound };
    return all_fits(out);
}

static const sls_seal_kind kind = { .magic = "selisih quiet\n\n",
                                    .version = VERSION,
                                    .head_size = sizeof(head),
                                    .what = "what the last check found",
                                    .damaged =
                                        "what the last check found is damaged: it is found anew",
                                    .locate = locate };

sls_status sls_quiet_read(const char *path, sls_quiet_tables *out, char **bytes, sls_diag *diag)
{
    sls_quiet_tables tables;
    const sls_status status = sls_seal_read(&kind, path, &tables, bytes, diag);
    if (status == SLS_OK)
        *out = tables;
    return status;
}

/* --- writing --- */

sls_status sls_quiet_write(const char *path, const sls_quiet_tables *tables, sls_diag *diag)
{
    const head h = { .seal = sls_seal_of(kind.magic, kind.version),
                     .asked = tables->asked,
                     .agreements = tables->agreements,
                     .facts = tables->facts,
                     .begin = tables->begin,
                     .groups = tables->group_count,
                     .rows = tables->row_count,
                     .sound = tables->sound_count };
    sls_seal_writer *w;
    const sls_status status = sls_seal_open(path, "what was found", &w, diag);
    if (status != SLS_OK)
        return status;
    (void)sls_seal_put(w, &h, sizeof h);
    (void)sls_seal_put(w, tables->groups, tables->group_count * sizeof *tables->groups);
    (void)sls_seal_put(w, tables->rows, tables->row_count * sizeof *tables->rows);
    (void)sls_seal_put(w, tables->sound, tables->sound_count * sizeof *tables->sound);
    return sls_seal_close(w, diag);
}
