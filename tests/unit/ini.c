#include "io/ini.h"

#include <criterion/criterion.h>

static sls_ini_entry entry;
static sls_diag diag;

static void start(void)
{
    entry = (sls_ini_entry){ 0 };
    diag = (sls_diag){ 0 };
}

TestSuite(ini, .init = start);

Test(ini, gives_entries_with_their_section_and_line)
{
    sls_str rest = SLS_STR("\xEF\xBB\xBF# settings\n\n a = b c \r\n[ other ]\nx=y=z\n");
    cr_assert_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_OK);
    cr_expect(sls_str_eq(entry.key, SLS_STR("a")) && sls_str_eq(entry.value, SLS_STR("b c")));
    cr_expect(entry.section.len == 0 && entry.line == 3);
    cr_assert_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_OK);
    cr_expect(sls_str_eq(entry.section, SLS_STR("other")) && entry.line == 5);
    cr_expect(sls_str_eq(entry.key, SLS_STR("x")) && sls_str_eq(entry.value, SLS_STR("y=z")));
    cr_expect_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_ENOTFOUND);
}

Test(ini, takes_a_comment_behind_a_space_but_not_within_a_word)
{
    sls_str rest = SLS_STR("a = 1 # one\nb = x#y;z\n; c = 3\nd =");
    cr_assert_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_OK);
    cr_expect(sls_str_eq(entry.value, SLS_STR("1")));
    cr_assert_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_OK);
    cr_expect(sls_str_eq(entry.value, SLS_STR("x#y;z")));
    cr_assert_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_OK);
    cr_expect(sls_str_eq(entry.key, SLS_STR("d")) && entry.value.len == 0);
    cr_expect_eq(sls_ini_next(&rest, &entry, "f", &diag), SLS_ENOTFOUND);
}

Test(ini, names_the_line_that_is_none)
{
    sls_str rest = SLS_STR("a = 1\nnonsense\n");
    cr_assert_eq(sls_ini_next(&rest, &entry, "f.ini", &diag), SLS_OK);
    cr_expect_eq(sls_ini_next(&rest, &entry, "f.ini", &diag), SLS_ESYNTAX);
    cr_expect_eq(diag.line, 2);
    cr_expect_str_eq(diag.path, "f.ini");
}
