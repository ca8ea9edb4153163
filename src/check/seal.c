#include "check/seal.h"

#include "io/file.h"

#include <stdlib.h>

/* --- reading --- */

sls_status sls_seal_read(const sls_seal_kind *kind, const char *path, void *tables, char **bytes,
                         sls_diag *diag)
{
    sls_seal seal;
    size_t len;
    char *all;
    const sls_status status = sls_cache_bytes(path, kind->what, &all, &len, diag);
    if (status != SLS_OK)
        return status;
    const bool whole =
        len >= kind->head_size + sizeof(XXH128_canonical_t) && sls_seal_is_whole(all, len);
    if (whole)
        memcpy(&seal, all, sizeof seal);
    if (whole && !sls_seal_is_ours(&seal, kind->magic, kind->version)) {
        free(all);
        return SLS_ENOTFOUND;
    }
    if (!whole || !kind->locate(all, len, tables)) {
        free(all);
        return sls_diag_set(diag, SLS_ESYNTAX, path, 0, "%s", kind->damaged);
    }
    *bytes = all;
    return SLS_OK;
}

/* --- writing --- */

struct sls_seal_writer {
    sls_out *out;
    uint64_t len;
    XXH3_state_t hash;
};

sls_status sls_seal_open(const char *path, const char *what, sls_seal_writer **out, sls_diag *diag)
{
    sls_seal_writer *const w = aligned_alloc(64, (sizeof *w + 63) / 64 * 64);
    if (!w)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "no memory for %s", what);
    const sls_status status = sls_out_open(path, &w->out, diag);
    if (status != SLS_OK) {
        free(w);
        return status;
    }
    sls_out_set_unsynced(w->out);
    w->len = 0;
    (void)XXH3_128bits_reset(&w->hash);
    *out = w;
    return SLS_OK;
}

uint64_t sls_seal_put(sls_seal_writer *w, const void *bytes, size_t len)
{
    const uint64_t at = w->len;
    if (len == 0)
        return at;
    (void)XXH3_128bits_update(&w->hash, bytes, len);
    sls_out_write(w->out, (sls_str){ bytes, len });
    w->len += len;
    return at;
}

sls_status sls_seal_close(sls_seal_writer *w, sls_diag *diag)
{
    const XXH128_canonical_t hash = sls_seal_hash(XXH3_128bits_digest(&w->hash));
    sls_out_write(w->out, (sls_str){ (const char *)&hash, sizeof hash });
    const sls_status status = sls_out_commit(w->out, diag);
    free(w);
    return status;
}

void sls_seal_abandon(sls_seal_writer *w)
{
    if (!w)
        return;
    sls_out_abandon(w->out);
    free(w);
}
