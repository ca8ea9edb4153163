#include "base/utf8.h"

size_t sls_utf8_length(const char *s, size_t len)
{
    const unsigned char lead = (unsigned char)s[0];
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
    if (len < need || (unsigned char)s[1] < low || (unsigned char)s[1] > high)
        return 0;
    for (size_t i = 2; i < need; i++)
        if (!sls_utf8_follows(s[i]))
            return 0;
    return need;
}

size_t sls_utf8_count(sls_str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += !sls_utf8_follows(s.ptr[i]);
    return count;
}

size_t sls_utf8_next(sls_str s, size_t at, uint32_t *code)
{
    const size_t length = sls_utf8_length(s.ptr + at, s.len - at);
    const unsigned char first = (unsigned char)s.ptr[at];
    *code = length == 0 ? SLS_UTF8_BAD : length == 1 ? first : first & (0x7FU >> length);
    for (size_t i = 1; i < length; i++)
        *code = *code << 6 | ((unsigned char)s.ptr[at + i] & 0x3FU);
    return length == 0 ? 1 : length;
}

size_t sls_utf8_start(sls_str s, size_t at)
{
    size_t start = at;
    for (int back = 0; back < 3 && start > 0 && start < s.len && sls_utf8_follows(s.ptr[start]);
         back++)
        start--;
    return start;
}

bool sls_utf8_is_control(uint32_t code)
{
    if (code < 0xA0)
        return code < 0x20 || code >= 0x7F;
    return code == 0x61C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}
