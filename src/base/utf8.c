#include "base/utf8.h"

static unsigned char byte(sls_str s, size_t at)
{
    return at < s.len ? (unsigned char)s.ptr[at] : 0;
}

static bool follows(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

size_t sls_utf8_next(sls_str s, size_t at, uint32_t *code)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char first = byte(s, at);
    const size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    uint32_t c = length == 1 ? first : first & (0x7FU >> length);
    bool good = length == 1 || (first >= 0xC2 && first <= 0xF4);
    for (size_t i = 1; i < length && good; i++) {
        const unsigned char next = byte(s, at + i);
        good = follows(next);
        c = c << 6 | (next & 0x3FU);
    }
    good = good && c >= least[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    *code = good ? c : SLS_UTF8_BAD;
    return good ? length : 1;
}

size_t sls_utf8_start(sls_str s, size_t at)
{
    size_t start = at;
    for (int back = 0; back < 3 && start > 0 && follows(byte(s, start)); back++)
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
