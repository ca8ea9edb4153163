#include "base/sixteen.h"

#include <criterion/criterion.h>

/* Every byte once, and room for the last sixteen. */
static void all_bytes(unsigned char out[256 + SLS_SIXTEEN])
{
    for (int i = 0; i < 256 + SLS_SIXTEEN; i++)
        out[i] = (unsigned char)i;
}

Test(sixteen, a_range_holds_both_its_ends_and_nothing_beside)
{
    const unsigned char ranges[][2] = { { 'a', 'z' },   { 'A', 'Z' }, { 0, 0x1F },
                                        { 0x80, 0xFF }, { 0, 0xFF },  { 0x7F, 0x7F } };
    unsigned char bytes[256 + SLS_SIXTEEN];

    all_bytes(bytes);
    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++)
        for (size_t at = 0; at < 256; at++) {
            const unsigned bits = sls_sixteen_between(bytes + at, ranges[r][0], ranges[r][1]);

            for (unsigned i = 0; i < SLS_SIXTEEN; i++)
                cr_assert_eq(bits >> i & 1,
                             bytes[at + i] >= ranges[r][0] && bytes[at + i] <= ranges[r][1]);
        }
}

Test(sixteen, one_character_and_what_is_no_ascii_are_ranges_too)
{
    unsigned char bytes[256 + SLS_SIXTEEN];

    all_bytes(bytes);
    for (size_t at = 0; at < 256; at++) {
        cr_assert_eq(sls_sixteen_is(bytes + at, '\\'), sls_sixteen_between(bytes + at, '\\', '\\'));
        cr_assert_eq(sls_sixteen_high(bytes + at), sls_sixteen_between(bytes + at, 0x80, 0xFF));
    }
}

Test(sixteen, only_capitals_of_ascii_become_small)
{
    unsigned char bytes[256 + SLS_SIXTEEN], small[SLS_SIXTEEN];

    all_bytes(bytes);
    for (size_t at = 0; at < 256; at++) {
        sls_sixteen_lower(bytes + at, small);
        for (unsigned i = 0; i < SLS_SIXTEEN; i++) {
            const unsigned char c = bytes[at + i];
            cr_assert_eq(small[i], c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
    }
}

Test(sixteen, units_are_compared_whole)
{
    const uint16_t units[SLS_SIXTEEN] = {
        0x0102, 0x0201, 0xFFFF, 0, 0x0102, 0x0100, 0x8000, 0x0102,
        0,      0x0102, 0,      0, 0xFFFF, 0,      0,      0x8000
    };

    cr_expect_eq(sls_sixteen_units(units, 0x0102), 1u << 0 | 1u << 4 | 1u << 7 | 1u << 9);
    cr_expect_eq(sls_sixteen_units(units, 0xFFFF), 1u << 2 | 1u << 12);
    cr_expect_eq(sls_sixteen_units(units, 0x8000), 1u << 6 | 1u << 15);
    cr_expect_eq(sls_sixteen_units(units, 7), 0);
}
