#include "report/excerpt.h"

#include "base/utf8.h"

#define QUOTE_MAX 160 /* bytes of a sentence that are shown: two lines of a terminal */

sls_excerpt sls_excerpt_of(const sls_claim *claim)
{
    const sls_str all = claim->quote;
    size_t start = sls_str_find(all, claim->surface), end;
    const bool found = start != SIZE_MAX && claim->surface.len > 0;
    start = found ? start : 0;
    end = found ? start + claim->surface.len : 0;

    const size_t inside = end - start;
    const size_t around = inside < QUOTE_MAX ? (QUOTE_MAX - inside) / 2 : 0;
    const size_t from = start > around ? sls_utf8_start(all, start - around) : 0;
    size_t to = all.len - from > QUOTE_MAX ? sls_utf8_start(all, from + QUOTE_MAX) : all.len;
    if (to < end)
        to = end;
    return (sls_excerpt){ .before = sls_str_slice(all, from, start),
                          .surface = sls_str_slice(all, start, end),
                          .after = sls_str_slice(all, end, to),
                          .cut_before = from > 0,
                          .cut_after = to < all.len };
}
