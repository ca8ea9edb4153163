#include "base/utf8.h"

#include <criterion/criterion.h>

static uint32_t code;

static size_t next(sls_str s)
{
    return sls_utf8_next(s, 0, &code);
}

Test(utf8, gives_code_points_of_one_to_four_bytes)
{
    cr_expect(next(SLS_STR("a")) == 1 && code == 'a');
    cr_expect(next(SLS_STR("\0")) == 1 && code == 0);
    cr_expect(next(SLS_STR("\xC3\xA9")) == 2 && code == 0xE9);
    cr_expect(next(SLS_STR("\xE2\x82\xAC")) == 3 && code == 0x20AC);
    cr_expect(next(SLS_STR("\xF4\x8F\xBF\xBF")) == 4 && code == 0x10FFFF);
}

Test(utf8, takes_one_byte_of_what_is_none)
{
    const char *const bad[] = { "\x80",
                                "\xC3",
                                "\xC1\x81",
                                "\xE0\x9F\xBF",
                                "\xE2\x82",
                                "\xED\xBF\xBF",
                                "\xF0\x8F\xBF\xBF",
                                "\xF4\x90\x80\x80",
                                "\xF8\x88\x80\x80",
                                "\xC3\x61" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(next(sls_str_of(bad[i])) == 1 && code == SLS_UTF8_BAD, "%zu", i);
}

Test(utf8, finds_the_start_of_a_character)
{
    const sls_str s = SLS_STR("a\xE2\x82\xAC");
    cr_expect_eq(sls_utf8_start(s, 0), 0);
    cr_expect_eq(sls_utf8_start(s, 1), 1);
    cr_expect_eq(sls_utf8_start(s, 3), 1);
    cr_expect_eq(sls_utf8_start(s, 4), 4);
}

Test(utf8, knows_what_is_obeyed_and_not_seen)
{
    const uint32_t controls[] = { 0,      0x1F,   0x7F,   0x80,   0x9F,   0x61C,  0x200E,
                                  0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069 };
    const uint32_t seen[] = {
        ' ', '~', 0xA0, 0x61B, 0x200D, 0x2010, 0x2027, 0x202F, 0x206A, 0x1F600
    };
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        cr_expect(sls_utf8_is_control(controls[i]), "U+%04X", controls[i]);
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        cr_expect_not(sls_utf8_is_control(seen[i]), "U+%04X", seen[i]);
}
