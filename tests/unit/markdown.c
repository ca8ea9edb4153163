#include "ingest/markdown.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static sls_arena *arena;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(markdown, .init = make, .fini = drop);

static void expect(const char *source, const char *plain)
{
    sls_str out;
    cr_assert_eq(sls_markdown_plain(sls_str_of(source), arena, &out), SLS_OK);
    cr_expect(sls_str_eq(out, sls_str_of(plain)), "'%s' is '%.*s'", source, SLS_FMT(out));
}

Test(markdown, marks_of_blocks_go_and_numbers_stay)
{
    expect("# Judul\n###### Kecil", "Judul\nKecil\n");
    expect("#tagar dan ####### tujuh\n", "#tagar dan ####### tujuh\n");
    expect("####### tujuh\n", "####### tujuh\n");
    expect(" \t- satu\n* dua\n+ tiga\n> - empat\n>lima\n", "satu\ndua\ntiga\nempat\nlima\n");
    expect("1. Pertama\n2.000 orang\n-3 derajat\n+62 812\n",
           "1. Pertama\n2.000 orang\n-3 derajat\n+62 812\n");
    expect("-\n>\n", "\n\n");
    expect("", "");
}

Test(markdown, a_rule_is_no_text_and_two_dashes_are)
{
    expect("---\n* * *\n___\n=====\n|---|:-:|\n--\nx---\n", "\n\n\n\n\n--\nx---\n");
}

Test(markdown, emphasis_goes_and_what_multiplies_or_joins_words_stays)
{
    expect("**Tiga** orang *luka*, ~~empat~~ `lima`.", "Tiga orang luka, empat lima.\n");
    expect("4 * 5 ~ 20", "4 * 5 ~ 20\n");
    expect("_Kapal_ nama_berkas_2 _ lima", "Kapal nama_berkas_2 _ lima\n");
    expect("é_n_", "é_n\n");
    expect("\\*bukan\\* \\Akar \\", "*bukan* \\Akar \\\n");
}

Test(markdown, links_are_what_they_are_called_and_pictures_are_left_out)
{
    expect("kata [Budi **Santoso**](https://a.example/x_(1)) tadi", "kata Budi Santoso tadi\n");
    expect("lihat [rujukan][1] dan [catatan] [1]", "lihat rujukan dan [catatan] [1]\n");
    expect("![12 kapal](kapal.jpg) Tiga kapal! [sic]", " Tiga kapal! [sic]\n");
    expect("[![12 kapal](kapal.jpg)](besar.jpg) Tiga kapal.", " Tiga kapal.\n");
    expect("![tanpa sasaran] dan [terbuka](tak ditutup",
           "![tanpa sasaran] dan [terbuka](tak ditutup\n");
    expect("!", "!\n");
}

Test(markdown, lines_of_code_are_no_text)
{
    expect("```c\n# bukan *judul*\n```\n# Judul\n~~~\nx\n~~~\n", "\nJudul\n\n");
}

/* A bound on the search keeps a line of brackets linear: half a megabyte is a matter of a second.
 */
Test(markdown, brackets_that_never_close_stay, .timeout = 20)
{
    enum { MANY = 1 << 19 };
    char *const text = malloc(MANY + 1);
    sls_str out;
    cr_assert_not_null(text);
    memset(text, '[', MANY);
    cr_assert_eq(sls_markdown_plain((sls_str){ text, MANY }, arena, &out), SLS_OK);
    cr_expect_eq(out.len, MANY + 1);
    for (size_t i = 0; i + 3 < MANY; i += 4)
        memcpy(text + i, "[](x", 4);
    cr_assert_eq(sls_markdown_plain((sls_str){ text, MANY }, arena, &out), SLS_OK);
    cr_expect_eq(out.len, MANY + 1);
    free(text);
}

Test(markdown, memory_that_runs_out_is_a_status)
{
    sls_arena *const small = sls_arena_new(16);
    sls_str out;
    cr_assert_not_null(small);
    cr_expect_eq(sls_markdown_plain(SLS_STR("Dua belas kapal tiba di pelabuhan."), small, &out),
                 SLS_ENOMEM);
    sls_arena_free(small);
}
