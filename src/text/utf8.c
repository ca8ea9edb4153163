#include "base/sixteen.h"
#include "text/fold.h"

/* Unicode 15, table 3-7: what may follow each leading byte. */
static size_t sequence_length(const unsigned char *s, size_t len)
{
    const unsigned char lead = s[0];
    unsigned char low = 0x80, high = 0xBF;
    size_t need;

    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        need = 2;
    else if (lead >= 0xE0 && lead <= 0xEF)
        need = 3;
    else if (lead >= 0xF0 && lead <= 0xF4)
        need = 4;
    else
        return 0;

    if (lead == 0xE0)
        low = 0xA0; /* overlong below U+0800 */
    else if (lead == 0xED)
        high = 0x9F; /* surrogates */
    else if (lead == 0xF0)
        low = 0x90; /* overlong below U+10000 */
    else if (lead == 0xF4)
        high = 0x8F; /* over U+10FFFF */
    if (len < need || s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < need; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return need;
}

size_t sls_utf8_bad(sls_str s)
{
    const unsigned char *bytes = (const unsigned char *)s.ptr;
    size_t i = 0;

    while (i < s.len) {
        while (s.len - i >= SLS_SIXTEEN && !sls_sixteen_high(bytes + i))
            i += SLS_SIXTEEN;
        /* One block bytewise, then ASCII blocks again. */
        const size_t stop = s.len - i < SLS_SIXTEEN ? s.len : i + SLS_SIXTEEN;
        while (i < stop) {
            const size_t bytes_long = sequence_length(bytes + i, s.len - i);
            if (!bytes_long)
                return i;
            i += bytes_long;
        }
    }
    return SIZE_MAX;
}
