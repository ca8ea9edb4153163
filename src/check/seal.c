#include "check/seal.h"

#include "io/file.h"

#include <stdlib.h>

struct sls_seal_writer {
    sls_out *out;
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
    (void)XXH3_128bits_reset(&w->hash);
    *out = w;
    return SLS_OK;
}

void sls_seal_put(sls_seal_writer *w, const void *bytes, size_t len)
{
    if (len == 0)
        return;
    (void)XXH3_128bits_update(&w->hash, bytes, len);
    sls_out_write(w->out, (sls_str){ bytes, len });
}

sls_status sls_seal_close(sls_seal_writer *w, sls_diag *diag)
{
    const XXH128_canonical_t hash = sls_seal_hash(XXH3_128bits_digest(&w->hash));
    sls_out_write(w->out, (sls_str){ (const char *)&hash, sizeof hash });
    const sls_status status = sls_out_commit(w->out, diag);
    free(w);
    return status;
}
