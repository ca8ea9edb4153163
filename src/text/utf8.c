#include "base/utf8.h"
#include "base/sixteen.h"
#include "text/fold.h"

enum { MANY = 4 * SLS_SIXTEEN };

/* Whether some of MANY bytes are no ASCII: most of a text has none for longer than that. */
static inline unsigned high_of_many(const unsigned char *at)
{
    return sls_sixteen_high(at) | sls_sixteen_high(at + SLS_SIXTEEN) |
           sls_sixteen_high(at + 2 * SLS_SIXTEEN) | sls_sixteen_high(at + 3 * SLS_SIXTEEN);
}

size_t sls_utf8_bad(sls_str s)
{
    const unsigned char *bytes = (const unsigned char *)s.ptr;
    size_t i = 0;

    while (i < s.len) {
        while (s.len - i >= MANY && !high_of_many(bytes + i))
            i += MANY;
        while (s.len - i >= SLS_SIXTEEN && !sls_sixteen_high(bytes + i))
            i += SLS_SIXTEEN;
        /* One block bytewise, then ASCII blocks again. */
        const size_t stop = s.len - i < SLS_SIXTEEN ? s.len : i + SLS_SIXTEEN;
        while (i < stop) {
            const size_t bytes_long = sls_utf8_length(s.ptr + i, s.len - i);
            if (!bytes_long)
                return i;
            i += bytes_long;
        }
    }
    return SIZE_MAX;
}
