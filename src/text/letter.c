#include "text/letter.h"

#include <utf8proc.h>

size_t sls_letter_read(const unsigned char *at, size_t len, int32_t *out)
{
    const utf8proc_ssize_t room = len > 4 ? 4 : (utf8proc_ssize_t)len;
    const utf8proc_ssize_t bytes = utf8proc_iterate(at, room, out);

    if (bytes > 0)
        return (size_t)bytes;
    *out = 0xFFFD;
    return 1;
}

bool sls_letter_is(int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return true;
    default:
        return false;
    }
}

bool sls_letter_is_upper(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool sls_letter_is_lower(int32_t c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}
