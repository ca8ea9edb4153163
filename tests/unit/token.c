#include "text/token.h"

#include <criterion/criterion.h>
#include <string.h>

static sls_arena *arena;

static void setup(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void teardown(void)
{
    sls_arena_free(arena);
}

TestSuite(token, .init = setup, .fini = teardown);

static sls_tokens tokenise(const char *text)
{
    sls_folded *folded = sls_arena_alloc(arena, sizeof *folded);
    sls_tokens tokens;
    cr_assert_not_null(folded);
    cr_assert_eq(sls_fold(sls_str_of(text), arena, folded), SLS_OK);
    cr_assert_eq(sls_tokenise(folded, arena, &tokens), SLS_OK);
    return tokens;
}

/* `wanted` has the tokens' texts with one space between. */
static void expect_tokens(const char *text, const char *wanted)
{
    const sls_tokens tokens = tokenise(text);
    sls_str found = { "", 0 };
    for (size_t i = 0; i < tokens.count; i++)
        cr_assert_eq(sls_arena_format(arena, &found, "%.*s%s%.*s", SLS_FMT(found), i ? " " : "",
                                      SLS_FMT(sls_token_text(&tokens, i))),
                     SLS_OK);
    cr_expect(sls_str_eq(found, sls_str_of(wanted)), "%s: %.*s", text, SLS_FMT(found));
}

static unsigned flags_of(const char *text, size_t i)
{
    const sls_tokens tokens = tokenise(text);
    cr_assert_lt(i, tokens.count);
    return tokens.at[i].flags;
}

static unsigned case_of(const char *text)
{
    return flags_of(text, 0) & (SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
}

Test(token, words_digits_and_marks_part)
{
    expect_tokens("Rp15.000, Kim Jong-un (19/6)", "rp 15 . 000 , kim jong - un ( 19 / 6 )");
    expect_tokens("50rb G20 COVID-19", "50 rb g 20 covid - 19");
    expect_tokens("", "");
    expect_tokens(" \t\r\n \v\f ", "");
    expect_tokens("…!", ". . . !");
}

Test(token, an_apostrophe_between_letters_is_part_of_the_word)
{
    expect_tokens("Jum’at Ma'ruf", "jum'at ma'ruf");
    expect_tokens("'kata' 'n' '", "' kata ' ' n ' '");
    expect_tokens("rock'n'roll é'é a'5", "rock'n'roll é'é a ' 5");
}

Test(token, an_english_possessive_is_a_word_of_its_own)
{
    expect_tokens("Russia's and KIM’S allies' men", "russia 's and kim 's allies ' men");
    expect_tokens("it's's x's5", "it's 's x 's 5");
    expect_tokens("Qur'saya 's", "qur'saya ' s");
    cr_expect_eq(flags_of("Russia's", 1), SLS_TOKEN_WORD | SLS_TOKEN_GLUED);
}

Test(token, letters_of_every_script_make_words)
{
    expect_tokens("Шойгу é한국 x\u0301y", "шойгу é한국 x\u0301y");
    expect_tokens("a•b ™ €5 😀", "a • b ™ € 5 😀");
}

Test(token, capitals_are_those_of_the_original)
{
    cr_expect_eq(case_of("rusia"), 0);
    cr_expect_eq(case_of("Rusia"), SLS_TOKEN_CAP);
    cr_expect_eq(case_of("rUSIA"), 0);
    cr_expect_eq(case_of("RUSIA"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("RUSIa"), SLS_TOKEN_CAP);
    cr_expect_eq(case_of("R"), SLS_TOKEN_CAP);
    cr_expect_eq(case_of("JUM'AT"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("JUM’AT"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("Jum’at"), SLS_TOKEN_CAP);
    cr_expect_eq(case_of("Élysée"), SLS_TOKEN_CAP);
    cr_expect_eq(case_of("ÉLYSÉE"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("ШОЙГУ"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("K\u00ADGB"), SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS);
    cr_expect_eq(case_of("5"), 0);
    cr_expect_eq(case_of("한국"), 0);
}

Test(token, capitals_stay_right_after_letters_of_other_lengths)
{
    const sls_tokens tokens = tokenise("“aku” … ½ É ﷺ Kim dan AS ’ Rusia e");
    static const struct {
        const char *word;
        unsigned flags;
    } cases[] = { { "aku", 0 },
                  { "kim", SLS_TOKEN_CAP },
                  { "dan", 0 },
                  { "as", SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS },
                  { "rusia", SLS_TOKEN_CAP },
                  { "e", 0 } };
    size_t found = 0;

    for (size_t i = 0; i < tokens.count && found < sizeof cases / sizeof *cases; i++) {
        if (!sls_str_eq(sls_token_text(&tokens, i), sls_str_of(cases[found].word)))
            continue;
        cr_expect_eq(tokens.at[i].flags & (SLS_TOKEN_CAP | SLS_TOKEN_ALLCAPS), cases[found].flags,
                     "%s", cases[found].word);
        found++;
    }
    cr_expect_eq(found, sizeof cases / sizeof *cases);
}

Test(token, white_space_before_a_token_is_kept_in_its_flags)
{
    const char *text = "Satu,dua\ntiga \r\n\r\n empat  lima\n";

    cr_expect_eq(flags_of(text, 0), SLS_TOKEN_WORD | SLS_TOKEN_CAP | SLS_TOKEN_BREAK);
    cr_expect_eq(flags_of(text, 1), SLS_TOKEN_PUNCT | SLS_TOKEN_GLUED);
    cr_expect_eq(flags_of(text, 2), SLS_TOKEN_WORD | SLS_TOKEN_GLUED);
    cr_expect_eq(flags_of(text, 3), SLS_TOKEN_WORD | SLS_TOKEN_BREAK);
    cr_expect_eq(flags_of(text, 4), SLS_TOKEN_WORD | SLS_TOKEN_BREAK | SLS_TOKEN_PARAGRAPH);
    cr_expect_eq(flags_of(text, 5), SLS_TOKEN_WORD);
    cr_expect_eq(flags_of("\n\n5", 0), SLS_TOKEN_DIGITS | SLS_TOKEN_BREAK | SLS_TOKEN_PARAGRAPH);
}

Test(token, a_span_of_tokens_leads_back_to_the_article)
{
    const sls_tokens tokens = tokenise("Menlu “Sergey\u200B  Lavrov” (Kamis)");
    const sls_str origin = sls_token_origin(&tokens, 2, 3);

    cr_expect(sls_str_eq(origin, SLS_STR("Sergey\u200B  Lavrov")), "%.*s", SLS_FMT(origin));
    cr_expect_eq(origin.ptr - tokens.folded->origin.ptr, 9);
    cr_expect(sls_str_eq(sls_token_origin(&tokens, 2, 2), SLS_STR("Sergey")));
}

Test(token, long_words_and_long_texts_are_whole)
{
    enum { LONG = 100000 };
    char *text = sls_arena_alloc(arena, LONG + 1);
    cr_assert_not_null(text);
    memset(text, 'A', LONG);
    text[LONG] = '\0';
    sls_tokens tokens = tokenise(text);
    cr_assert_eq(tokens.count, 1);
    cr_expect_eq(tokens.at[0].end, LONG);

    memset(text, '.', LONG);
    tokens = tokenise(text);
    cr_expect_eq(tokens.count, LONG);
}

Test(token, bytes_that_are_not_text_are_white_space_or_marks)
{
    sls_folded folded;
    sls_tokens tokens;

    expect_tokens("a\x01"
                  "b\x7F"
                  "c",
                  "a b c");
    cr_assert_eq(sls_fold(SLS_STR("a\0b\xFF\xC3"), arena, &folded), SLS_OK);
    cr_assert_eq(sls_tokenise(&folded, arena, &tokens), SLS_OK);
    cr_assert_eq(tokens.count, 4);
    cr_expect_eq(tokens.at[2].flags & SLS_TOKEN_PUNCT, SLS_TOKEN_PUNCT);
}

Test(token, memory_that_runs_out_is_a_status)
{
    sls_folded folded;
    sls_tokens tokens;
    sls_arena *small = sls_arena_new(64);

    cr_assert_not_null(small);
    cr_assert_eq(sls_fold(SLS_STR("a b c d e f g h i j k"), arena, &folded), SLS_OK);
    cr_expect_eq(sls_tokenise(&folded, small, &tokens), SLS_ENOMEM);
    sls_arena_free(small);
}
