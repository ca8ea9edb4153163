/* What profile makes of pages whose words, languages and lines the site has spoilt. */
#include "made_page.h"

TestSuite(page_text, .init = set_up, .fini = tear_down);

static void expect_token(size_t i, const char *want)
{
    cr_assert_lt(i, document.tokens.count);
    const sls_str text = sls_token_origin(&document.tokens, i, i);
    cr_expect(sls_str_eq(text, sls_str_of(want)), "token %zu is '%.*s', not '%s'", i, SLS_FMT(text),
              want);
}

Test(page_text, a_known_word_and_a_capital_glued_to_it_are_two)
{
    make("Kabar itu dibenarkanMenteri Agama padaSenin.");
    expect_token(2, "dibenarkan");
    expect_token(3, "Menteri");
    expect_token(5, "pada");
    expect_token(6, "Senin");
    cr_expect(document.tokens.at[3].flags & SLS_TOKEN_CAP);
    cr_expect(document.tokens.at[3].flags & SLS_TOKEN_GLUED);
    cr_expect_neq(document.tokens.at[6].word, 0, "a weekday is in the lexicon");
}

Test(page_text, a_place_glued_to_the_first_word_is_a_word)
{
    make("JakartaSebanyak dua orang hadir.");
    expect_token(0, "Jakarta");
    expect_token(1, "Sebanyak");
}

Test(page_text, names_with_a_capital_inside_stay_whole)
{
    make("McMenemy menonton YouTube, memakai iPhone dan eBay.");
    expect_token(0, "McMenemy");
    expect_token(2, "YouTube");
    expect_token(5, "iPhone");
    expect_token(7, "eBay");
}

Test(page_text, a_short_sentence_in_english_is_english)
{
    make("Rapat itu selesai. Foreign Minister Ivan Petrov visited Pyongyang on March 3, 2024. "
         "Warga pulang.");
    cr_expect_eq(document.lang_of[sentence("Foreign")], SLS_LANG_EN);
    cr_expect_eq(document.lang_of[sentence("Rapat")], SLS_LANG_ID);
    cr_expect_eq(document.lang_of[sentence("Warga")], SLS_LANG_ID);
}

Test(page_text, an_english_title_in_an_indonesian_sentence_leaves_it_indonesian)
{
    make("Film The Last Minister on Sunday tayang di bioskop. Warga menonton.");
    cr_expect_eq(document.lang_of[sentence("Film")], SLS_LANG_ID);
}

Test(page_text, what_stands_below_a_heading_of_sources_and_cites_is_a_reference_list)
{
    make("Perang itu berakhir pada 1953.\n\nReferensi\n"
         "Smith, J. (1961, July 6). The treaty of friendship. Velora Press.\n"
         "Brown, A. (n.d.). President Kim and his workers. Velora Press.\n");
    cr_expect_eq(document.zone_of[sentence("Smith")], SLS_ZONE_REFERENCE);
    cr_expect_eq(document.zone_of[sentence("Brown")], SLS_ZONE_REFERENCE);
    cr_expect_eq(document.lang_of[sentence("Brown")], SLS_LANG_EN);
    cr_expect_eq(document.zone_of[sentence("Perang")], SLS_ZONE_BODY);
}

Test(page_text, a_heading_of_sources_above_a_tale_heads_none)
{
    make("Perang itu berakhir.\n\nReferensi\nWarga pulang ke rumah mereka pada sore hari.\n");
    cr_expect_eq(document.zone_of[sentence("Warga")], SLS_ZONE_BODY);
}

Test(page_text, a_byline_is_boilerplate)
{
    article.lang = SLS_STR("en");
    make("By Jane Doe, Staff Writer\n\nThe mayor opened the bridge on Monday. She left.\n\n"
         "By 2030 the town will have two more bridges.\n");
    cr_expect_eq(document.zone_of[sentence("By Jane")], SLS_ZONE_BOILERPLATE);
    cr_expect_eq(document.zone_of[sentence("By 2030")], SLS_ZONE_BODY);
}

Test(page_text, a_dateline_knows_its_extent)
{
    article.lang = SLS_STR("en");
    make("SEOUL, Sept 3 (Reuters) - The minister left. He came back.");
    cr_expect_eq(document.dateline_first, 0);
    cr_expect_gt(document.dateline_after, 6);
    cr_expect_lt(document.dateline_after, 10);
    make("The minister left. He came back.");
    cr_expect_eq(document.dateline_first, document.dateline_after);
}
