#include <selisih/str.h>

#include <string.h>

int sls_str_cmp(sls_str a, sls_str b)
{
    const size_t shared = a.len < b.len ? a.len : b.len;
    const int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;

    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool sls_str_ends(sls_str s, sls_str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* memmem is not POSIX; needles here are words, so memchr on the first byte does the work. */
size_t sls_str_find(sls_str s, sls_str needle)
{
    if (needle.len == 0)
        return 0;

    for (size_t at = 0; needle.len <= s.len - at;) {
        const char *hit = memchr(s.ptr + at, needle.ptr[0], s.len - at - needle.len + 1);
        if (!hit)
            return SIZE_MAX;
        at = (size_t)(hit - s.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0)
            return at;
        at++;
    }
    return SIZE_MAX;
}

size_t sls_str_find_byte(sls_str s, char c)
{
    const char *hit = s.len ? memchr(s.ptr, c, s.len) : NULL;

    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

sls_str sls_str_trim(sls_str s)
{
    while (s.len && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool sls_str_split(sls_str *rest, char separator, sls_str *piece)
{
    if (rest->len == 0)
        return false;

    const size_t at = sls_str_find_byte(*rest, separator);
    *piece = sls_str_slice(*rest, 0, at);
    *rest = sls_str_slice(*rest, at == SIZE_MAX ? rest->len : at + 1, rest->len);
    return true;
}

size_t sls_str_list_length(sls_str list)
{
    size_t n = list.len > 0;

    for (size_t i = 0; i < list.len; i++)
        n += list.ptr[i] == ';';
    return n;
}

bool sls_str_list_has(sls_str list, sls_str item)
{
    sls_str piece;

    while (sls_str_split(&list, ';', &piece)) {
        if (sls_str_eq(piece, item))
            return true;
    }
    return false;
}
