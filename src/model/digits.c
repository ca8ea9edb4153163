#include "model/digits.h"

#include "base/ascii.h"

#include <string.h>

sls_digits sls_digits_of(sls_decimal d)
{
    char text[SLS_DECIMAL_TEXT];
    sls_digits out = { .len = 0 };
    const size_t len = sls_decimal_text(d, text);
    for (size_t i = 0; i < len; i++)
        if (sls_is_digit(text[i]) && (out.len > 0 || text[i] != '0'))
            out.at[out.len++] = text[i];
    return out;
}

void sls_digits_drop_zeros(sls_digits *a, sls_digits *b)
{
    while (a->len > 1 && b->len > 1 && a->at[a->len - 1] == '0' && b->at[b->len - 1] == '0') {
        a->len--;
        b->len--;
    }
}

/* The first digit in which they differ, at most the shorter length. */
static size_t first_difference(const sls_digits *a, const sls_digits *b)
{
    size_t i = 0;
    while (i < a->len && i < b->len && a->at[i] == b->at[i])
        i++;
    return i;
}

bool sls_digits_lost(const sls_digits *a, const sls_digits *b)
{
    const sls_digits *const shorter = a->len <= b->len ? a : b, *const longer =
                                                                    shorter == a ? b : a;
    if (longer->len != shorter->len + 1)
        return false;
    const size_t i = first_difference(shorter, longer);
    return memcmp(shorter->at + i, longer->at + i + 1, shorter->len - i) == 0;
}

bool sls_signs_swapped(sls_str a, sls_str b)
{
    size_t i = 0;
    if (a.len != b.len)
        return false;
    while (i < a.len && a.ptr[i] == b.ptr[i])
        i++;
    return i + 1 < a.len && a.ptr[i] == b.ptr[i + 1] && a.ptr[i + 1] == b.ptr[i] &&
           sls_str_eq(sls_str_slice(a, i + 2, a.len), sls_str_slice(b, i + 2, b.len));
}

bool sls_digits_swapped(const sls_digits *a, const sls_digits *b)
{
    return sls_signs_swapped((sls_str){ a->at, a->len }, (sls_str){ b->at, b->len });
}

bool sls_digits_changed(const sls_digits *a, const sls_digits *b)
{
    const size_t i = first_difference(a, b);
    if (a->len != b->len || i == a->len)
        return false;
    const int step = a->at[i] - b->at[i];
    if (i + 1 == a->len)
        return step > 1 || step < -1;
    return memcmp(a->at + i + 1, b->at + i + 1, a->len - i - 1) == 0;
}
