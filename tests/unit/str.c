#include <criterion/criterion.h>
#include <selisih/status.h>
#include <selisih/str.h>
#include <string.h>

Test(str, an_empty_string_equals_a_null_one)
{
    const sls_str null = { NULL, 0 };

    cr_expect(sls_str_eq(null, SLS_STR("")));
    cr_expect_eq(sls_str_cmp(null, SLS_STR("")), 0);
    cr_expect_eq(sls_str_of(NULL).len, 0);
    cr_expect(sls_str_starts(null, null));
    cr_expect(sls_str_ends(null, null));
    cr_expect_eq(sls_str_trim(null).len, 0);
}

Test(str, bytes_behind_a_nul_still_count)
{
    cr_expect_not(sls_str_eq(SLS_STR("a\0b"), SLS_STR("a\0c")));
    cr_expect_eq(sls_str_find(SLS_STR("a\0bc"), SLS_STR("bc")), 2);
}

Test(str, a_prefix_comes_before_its_extensions_and_bytes_are_unsigned)
{
    cr_expect_lt(sls_str_cmp(SLS_STR("kim"), SLS_STR("kim jong")), 0);
    cr_expect_gt(sls_str_cmp(SLS_STR("kim jong"), SLS_STR("kim")), 0);
    cr_expect_gt(sls_str_cmp(SLS_STR("\xc3\xa9"), SLS_STR("z")), 0);
}

Test(str, a_needle_is_found_at_both_ends_and_after_false_starts)
{
    cr_expect_eq(sls_str_find(SLS_STR("menlu"), SLS_STR("men")), 0);
    cr_expect_eq(sls_str_find(SLS_STR("menlu"), SLS_STR("lu")), 3);
    cr_expect_eq(sls_str_find(SLS_STR("mememen"), SLS_STR("memen")), 2);
    cr_expect_eq(sls_str_find(SLS_STR("menlu"), SLS_STR("menlu!")), SIZE_MAX);
    cr_expect_eq(sls_str_find(SLS_STR("menlu"), SLS_STR("lun")), SIZE_MAX);
    cr_expect_eq(sls_str_find(SLS_STR(""), SLS_STR("x")), SIZE_MAX);
    cr_expect_eq(sls_str_find(SLS_STR("x"), SLS_STR("")), 0);
}

Test(str, starts_and_ends_do_not_look_outside)
{
    cr_expect(sls_str_starts(SLS_STR("Rp15"), SLS_STR("Rp")));
    cr_expect_not(sls_str_starts(SLS_STR("R"), SLS_STR("Rp")));
    cr_expect(sls_str_ends(SLS_STR("1990-an"), SLS_STR("-an")));
    cr_expect_not(sls_str_ends(SLS_STR("n"), SLS_STR("-an")));
}

Test(str, a_slice_is_clipped_to_the_string)
{
    const sls_str s = SLS_STR("sepuluh");

    cr_expect(sls_str_eq(sls_str_slice(s, 2, 5), SLS_STR("pul")));
    cr_expect(sls_str_eq(sls_str_slice(s, 5, SIZE_MAX), SLS_STR("uh")));
    cr_expect_eq(sls_str_slice(s, 9, 12).len, 0);
    cr_expect_eq(sls_str_slice(s, 5, 2).len, 0);
}

Test(str, trimming_takes_every_ascii_space_and_no_other)
{
    cr_expect(sls_str_eq(sls_str_trim(SLS_STR(" \t\r\n\v\fa b ")), SLS_STR("a b")));
    cr_expect(sls_str_eq(sls_str_trim(SLS_STR("\xc2\xa0")), SLS_STR("\xc2\xa0")));
    cr_expect_eq(sls_str_trim(SLS_STR("  ")).len, 0);
}

Test(str, a_list_falls_into_its_pieces_empty_ones_too)
{
    sls_str rest = SLS_STR("a;;bc"), piece;

    cr_assert(sls_str_split(&rest, ';', &piece));
    cr_expect(sls_str_eq(piece, SLS_STR("a")));
    cr_assert(sls_str_split(&rest, ';', &piece));
    cr_expect_eq(piece.len, 0);
    cr_assert(sls_str_split(&rest, ';', &piece));
    cr_expect(sls_str_eq(piece, SLS_STR("bc")));
    cr_expect_not(sls_str_split(&rest, ';', &piece));
}

Test(str, an_item_of_a_list_is_a_whole_piece)
{
    cr_expect(sls_str_list_has(SLS_STR("KP;RU"), SLS_STR("RU")));
    cr_expect(sls_str_list_has(SLS_STR("KP"), SLS_STR("KP")));
    cr_expect_not(sls_str_list_has(SLS_STR("KPK;RUS"), SLS_STR("RU")));
    cr_expect_not(sls_str_list_has(SLS_STR(""), SLS_STR("RU")));
}

Test(status, every_status_has_a_name_of_its_own)
{
    for (int a = SLS_OK; a <= SLS_EPATTERN; a++) {
        cr_expect_str_neq(sls_status_text((sls_status)a), "unknown status");
        for (int b = SLS_OK; b < a; b++)
            cr_expect_str_neq(sls_status_text((sls_status)a), sls_status_text((sls_status)b));
    }
}

Test(status, a_diagnostic_says_where_and_forgets_an_older_column)
{
    sls_diag diag = { .column = 7 };

    cr_expect_eq(sls_diag_set(&diag, SLS_ESYNTAX, "corpus/a.txt", 3, "bad date '%s'", "x"),
                 SLS_ESYNTAX);
    cr_expect_eq(diag.status, SLS_ESYNTAX);
    cr_expect_eq(diag.line, 3);
    cr_expect_eq(diag.column, 0);
    cr_expect_str_eq(diag.path, "corpus/a.txt");
    cr_expect_str_eq(diag.message, "bad date 'x'");
    cr_expect_eq(sls_diag_set(NULL, SLS_EIO, NULL, 0, "nobody listens"), SLS_EIO);
}

Test(status, hostile_bytes_do_not_reach_a_terminal)
{
    sls_diag diag;

    sls_diag_set(&diag, SLS_EIO, "a\n\x1b[2Jb", 0,
                 "c\rd\x7f\xc2\x9b"
                 "e\xc3\xa9");
    cr_expect_str_eq(diag.path, "a??[2Jb");
    cr_expect_str_eq(diag.message, "c?d???e\xc3\xa9");
}

Test(status, a_long_message_is_cut_between_characters)
{
    sls_diag diag;
    char text[1024];

    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xc3\xa9", 3);
    sls_diag_set(&diag, SLS_EIO, text, 0, "x%s", text);
    cr_expect_eq(strlen(diag.path), 510);
    cr_expect_eq(strlen(diag.message), 511);
    sls_diag_set(&diag, SLS_EIO, NULL, 0, "%s", text);
    cr_expect_eq(strlen(diag.message), 510);
}
