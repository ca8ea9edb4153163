#include "report/draft.h"

#include <stdio.h>
#include <string.h>

void sls_draft_add(sls_draft *draft, sls_str s)
{
    if (draft->failed || s.len == 0)
        return;
    if (s.len > draft->cap - draft->len) {
        size_t cap = draft->cap ? draft->cap : 128;
        while (cap - draft->len < s.len && cap <= SIZE_MAX / 2)
            cap *= 2;
        char *at = cap - draft->len < s.len
                       ? NULL
                       : sls_arena_grow(draft->arena, draft->at, draft->len, cap, 1);
        if (!at) {
            draft->failed = true;
            return;
        }
        draft->at = at;
        draft->cap = cap;
    }
    memcpy(draft->at + draft->len, s.ptr, s.len);
    draft->len += s.len;
}

void sls_draft_number(sls_draft *draft, size_t n)
{
    char digits[24];
    const int len = snprintf(digits, sizeof digits, "%zu", n);
    sls_draft_add(draft, (sls_str){ digits, (size_t)len });
}

sls_status sls_draft_done(const sls_draft *draft, sls_str *out)
{
    if (draft->failed)
        return SLS_ENOMEM;
    *out = (sls_str){ draft->at, draft->len };
    return SLS_OK;
}
