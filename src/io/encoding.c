#include "io/encoding.h"

#include "base/utf8.h"

#include <iconv.h>
#include <string.h>

enum { SAMPLE = 4096 };

static unsigned char byte(sls_str s, size_t i)
{
    return i < s.len ? (unsigned char)s.ptr[i] : 0;
}

/* Latin text in UTF-16 has a zero in nearly every second byte. */
static bool zeros_at(sls_str s, size_t first)
{
    const size_t size = s.len < SAMPLE ? s.len : SAMPLE;
    size_t zeros = 0, others = 0;
    for (size_t i = 0; i < size; i++)
        *(i % 2 == first ? &zeros : &others) += s.ptr[i] == 0;
    return size >= 8 && zeros > size / 4 && others < size / 64 + 1;
}

sls_encoding sls_encoding_guess(sls_str bytes)
{
    size_t good = 0, bad = 0;
    if (bytes.len % 2 == 0) {
        if (sls_str_starts(bytes, SLS_STR("\xFF\xFE")) || zeros_at(bytes, 1))
            return SLS_ENCODING_UTF16LE;
        if (sls_str_starts(bytes, SLS_STR("\xFE\xFF")) || zeros_at(bytes, 0))
            return SLS_ENCODING_UTF16BE;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        const size_t length = sls_utf8_length(bytes.ptr + i, bytes.len - i);
        if (bytes.ptr[i] == 0)
            return SLS_ENCODING_UTF8; /* no text of any encoding that is read */
        good += length > 1;
        bad += length == 0;
        i += length > 1 ? length - 1 : 0;
    }
    return bad > good ? SLS_ENCODING_WINDOWS_1252 : SLS_ENCODING_UTF8;
}

const char *sls_encoding_name(sls_encoding encoding)
{
    static const char *const names[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
    return names[encoding];
}

sls_status sls_encoding_convert(sls_str bytes, sls_encoding from, sls_arena *arena, sls_str *out)
{
    if (from == SLS_ENCODING_UTF8) {
        *out = bytes;
        return SLS_OK;
    }
    /* three bytes of UTF-8 for each of Windows-1252; as many for two of UTF-16 */
    const size_t room = bytes.len <= SIZE_MAX / 3 - 4 ? bytes.len * 3 + 4 : 0;
    char *const to = room > 0 ? sls_arena_alloc(arena, room) : NULL;
    const iconv_t converter = to ? iconv_open("UTF-8", sls_encoding_name(from)) : (iconv_t)-1;
    if (converter == (iconv_t)-1)
        return SLS_ENOMEM;
    char *in = (char *)(uintptr_t)bytes.ptr, *at = to; /* iconv takes it without const, and reads */
    size_t in_left = bytes.len, left = room;
    const size_t result = iconv(converter, &in, &in_left, &at, &left);
    iconv_close(converter);
    if (result == (size_t)-1)
        return SLS_EUTF8;
    *out = (sls_str){ to, (size_t)(at - to) };
    if (sls_str_starts(*out, SLS_STR("\xEF\xBB\xBF")))
        *out = sls_str_slice(*out, 3, out->len);
    return SLS_OK;
}

/*
 * A lead byte of UTF-8 read as Windows-1252 is A with circumflex or tilde, or a small letter with
 * an accent; what follows it is a sign that stands in no word: the C3 82..C3 A2 and what continues.
 */
size_t sls_encoding_mojibake(sls_str text)
{
    size_t count = 0;
    for (size_t i = 0; i + 3 < text.len; i++) {
        const char *at = memchr(text.ptr + i, 0xC3, text.len - 3 - i);
        if (!at)
            break;
        i = (size_t)(at - text.ptr);
        const unsigned char lead = byte(text, i + 1), next = byte(text, i + 2);
        const bool two =
            (lead == 0x82 || lead == 0x83) && (next == 0xC2 || next == 0xC5 || next == 0xE2);
        const bool three = lead == 0xA2 && next == 0xE2 && byte(text, i + 3) == 0x82;
        count += two || three;
    }
    return count;
}
