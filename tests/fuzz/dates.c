/* dates.c - dates as outlets print them, and EDTF, which is written as it is read. */
#include "base/edtf.h"
#include "ingest/published.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void read_again(sls_str s)
{
    sls_edtf first, second;
    char text[SLS_EDTF_TEXT];
    if (sls_edtf_read(s, &first) != SLS_OK)
        return;
    const size_t length = sls_edtf_text(&first, text);
    if (length >= sizeof text || sls_edtf_read((sls_str){ text, length }, &second) != SLS_OK ||
        first.days.first != second.days.first || first.days.last != second.days.last ||
        first.minute != second.minute || first.about != second.about)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const sls_str s = { (const char *)data, size };
    sls_arena *const arena = sls_arena_new((size_t)1 << 20);
    sls_str published;
    read_again(s);
    if (arena && sls_published_read(s, arena, &published) == SLS_OK) {
        sls_edtf date;
        if (sls_edtf_read(published, &date) != SLS_OK)
            abort();
    }
    sls_arena_free(arena);
    return 0;
}
