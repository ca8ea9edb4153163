#include "text/sentence.h"

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

TestSuite(sentence, .init = setup, .fini = teardown);

typedef struct {
    const sls_tokens *tokens;
    sls_str list;
} known;

static bool is_abbreviation(void *context, size_t token)
{
    const known *k = context;

    return sls_str_list_has(k->list, sls_token_text(k->tokens, token));
}

static sls_sentences_list split(const char *text, sls_tokens *tokens)
{
    sls_folded *folded = sls_arena_alloc(arena, sizeof *folded);
    known abbreviations = { tokens, SLS_STR("no;dr;prof;tn;jl;vs;rp") };
    sls_sentences_list list;

    cr_assert_not_null(folded);
    cr_assert_eq(sls_fold(sls_str_of(text), arena, folded), SLS_OK);
    cr_assert_eq(sls_tokenise(folded, arena, tokens), SLS_OK);
    cr_assert_eq(sls_sentences(tokens, is_abbreviation, &abbreviations, arena, &list), SLS_OK);
    return list;
}

/* `marked` has a '|' before each further sentence and nothing else to mark. */
static void expect_sentences(const char *marked)
{
    char *text = sls_arena_calloc(arena, strlen(marked) + 1, 1);
    sls_str found = { "", 0 };
    sls_tokens tokens;

    cr_assert_not_null(text);
    for (size_t i = 0, n = 0; marked[i]; i++)
        if (marked[i] != '|')
            text[n++] = marked[i];
    const sls_sentences_list list = split(text, &tokens);
    const char *from = text;
    for (size_t i = 0; i < list.count; i++) {
        const size_t after = (size_t)list.at[i].last + 1;
        const char *to = after < tokens.count ? sls_token_origin(&tokens, after, after).ptr
                                              : text + strlen(text);
        cr_assert_eq(sls_arena_format(arena, &found, "%.*s%s%.*s", SLS_FMT(found), i ? "|" : "",
                                      (int)(to - from), from),
                     SLS_OK);
        from = to;
    }
    cr_expect(sls_str_eq(found, sls_str_of(marked)), "%s\n  %.*s", marked, SLS_FMT(found));
}

Test(sentence, stops_end_sentences_before_capitals_digits_and_quotes)
{
    expect_sentences("Kim tiba. |Putin menyambut. |31 orang ikut. |\"Selamat,\" katanya.");
    expect_sentences("Benarkah? |Ya! |Tentu.");
    expect_sentences("Kim tiba.");
    expect_sentences("Kim tiba");
}

Test(sentence, closing_marks_belong_to_the_sentence_before)
{
    expect_sentences("\"Kami datang.\" |Ia pergi.");
    expect_sentences("Ia pergi (hari ini.) |Kim tiba.");
    expect_sentences("“Sudah?” |Putin diam.");
    expect_sentences("\"Kami datang. \" kata Kim kemarin.");
    expect_sentences("\"Sudah?\" tanya Kim.");
    expect_sentences("\"Sudah.\", kata Kim.");
}

Test(sentence, a_line_break_always_ends_one)
{
    expect_sentences("Kunjungan ke\n|Pyongyang usai.\n\n|kim pulang");
}

Test(sentence, abbreviations_and_initials_end_none)
{
    expect_sentences("Resolusi No. 1718 dan Dr. Kim di Jl. Sudirman.");
    expect_sentences("Edith M. Lederer dan J. Smith hadir. |Kim juga.");
    expect_sentences("Pejabat U.S. Army tiba pukul 5 p.m. Senin.");
    expect_sentences("Prof. \"Kim\" hadir.");
    expect_sentences("Harganya Rp. 7 miliar.");
}

Test(sentence, numbers_end_none_inside)
{
    expect_sentences("Sebanyak 31.000 orang pada 14.30 WIB. |Kim tiba.");
    expect_sentences("Nilainya Rp 200. 000 saja.");
    expect_sentences("Pada 2024. |31 orang pulang.");
    expect_sentences("1. Rusia\n|2. Korea");
    expect_sentences("Ada dua. |1. Rusia ikut. |2. Korea ikut.");
}

Test(sentence, a_lower_case_word_continues)
{
    expect_sentences("Ia menyebut art. lima dan dsb. yang lain.");
}

Test(sentence, pages_that_lost_the_space_after_a_stop_are_split)
{
    expect_sentences("Kunjungan selesai.|Kim pulang.");
    expect_sentences("Pada Rabu (19/6/2024).|Presiden pulang.");
    expect_sentences("Sejak tahun 2019.|Mereka bertemu lagi.");
    expect_sentences("\"Kami datang,\" katanya.|\"Besok pulang.\"");
    expect_sentences("\"Kami datang.\"|Kim pulang.");
    expect_sentences("Benar?|Tentu.");
}

Test(sentence, domains_and_dotted_names_stay_whole)
{
    expect_sentences("TEMPO.CO, Jakarta - Kim tiba.");
    expect_sentences("Dilansir Kompas.com dan Kompas.Com serta Detik.Com.");
    expect_sentences("Warga U.S. dan D.P.R. hadir.");
    expect_sentences("Tn.Budi di No.Lima pukul 10.WIB.");
}

Test(sentence, an_ellipsis_ends_one_only_at_a_word)
{
    expect_sentences("Saya... |Kim diam.");
    expect_sentences("Kim ... Putin dan (...) Lavrov hadir.");
    expect_sentences("Tunggu… lalu pergi.");
}

Test(sentence, other_scripts_count_by_their_own_case)
{
    expect_sentences("Он прибыл. |Путин ждал. он молчал.");
    expect_sentences("Kim tiba. |한국 juga.");
}

Test(sentence, tokens_know_their_sentence)
{
    sls_tokens tokens;
    const sls_sentences_list list = split("Kim tiba. Putin\nmenyambut.", &tokens);

    cr_assert_eq(list.count, 3);
    for (size_t s = 0; s < list.count; s++)
        for (size_t i = list.at[s].first; i <= list.at[s].last; i++) {
            cr_expect_eq(tokens.at[i].sentence, s);
            cr_expect_eq((tokens.at[i].flags & SLS_TOKEN_SENTENCE) != 0, i == list.at[s].first);
        }
    cr_expect_eq(list.at[0].first, 0);
    cr_expect_eq(list.at[2].last, tokens.count - 1);
}

Test(sentence, marks_alone_are_no_trouble)
{
    sls_tokens tokens;
    cr_expect_eq(split("", &tokens).count, 0);
    cr_expect_eq(split(".", &tokens).count, 1);
    cr_expect_eq(split("...\"')", &tokens).count, 1);
    cr_expect_eq(split("\"", &tokens).count, 1);
    cr_expect_eq(split("? ! .", &tokens).count, 1);
}

Test(sentence, numbers_of_sentences_saturate)
{
    enum { LINES = 70000 };
    char *text = sls_arena_calloc(arena, 2 * LINES + 1, 1);
    sls_tokens tokens;

    cr_assert_not_null(text);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + 2 * i, "a\n", 2);
    const sls_sentences_list list = split(text, &tokens);
    cr_expect_eq(list.count, LINES);
    cr_expect_eq(tokens.at[65534].sentence, 65534);
    cr_expect_eq(tokens.at[LINES - 1].sentence, UINT16_MAX);
}

Test(sentence, no_lexicon_means_no_abbreviations)
{
    sls_folded folded;
    sls_tokens tokens;
    sls_sentences_list list;

    cr_assert_eq(sls_fold(SLS_STR("Menurut Dr. Kim tiba."), arena, &folded), SLS_OK);
    cr_assert_eq(sls_tokenise(&folded, arena, &tokens), SLS_OK);
    cr_assert_eq(sls_sentences(&tokens, NULL, NULL, arena, &list), SLS_OK);
    cr_expect_eq(list.count, 2);
}
