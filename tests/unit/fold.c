#include "text/fold.h"

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

TestSuite(fold, .init = setup, .fini = teardown);
TestSuite(fold_name, .init = setup, .fini = teardown);

static sls_folded fold(const char *text)
{
    sls_folded folded;
    cr_assert_eq(sls_fold(sls_str_of(text), arena, &folded), SLS_OK);
    return folded;
}

static void expect_fold(const char *text, const char *wanted)
{
    const sls_folded folded = fold(text);
    cr_expect(sls_str_eq(folded.text, sls_str_of(wanted)), "%s: %.*s", text, SLS_FMT(folded.text));
}

/* The original bytes behind the first `part` of the folded text. */
static void expect_origin(const char *text, const char *part, const char *wanted)
{
    const sls_folded f = fold(text);
    const size_t at = sls_str_find(f.text, sls_str_of(part));
    cr_assert_neq(at, SIZE_MAX, "%s lacks %s", text, part);
    const size_t start = sls_fold_origin(&f, at);
    const size_t end = sls_fold_origin_end(&f, at + strlen(part));
    const sls_str found = sls_str_slice(f.origin, start, end);
    cr_expect(sls_str_eq(found, sls_str_of(wanted)), "%s: %.*s", text, SLS_FMT(found));
}

static void expect_name(const char *text, const char *wanted)
{
    sls_str name;
    cr_assert_eq(sls_fold_name(sls_str_of(text), arena, &name), SLS_OK);
    cr_expect(sls_str_eq(name, sls_str_of(wanted)), "%s: %.*s", text, SLS_FMT(name));
    cr_assert_eq(sls_fold_name_again(fold(text).text, arena, &name), SLS_OK);
    cr_expect(sls_str_eq(name, sls_str_of(wanted)), "%s folded first: %.*s", text, SLS_FMT(name));
}

Test(fold, plain_text_is_only_lowered)
{
    expect_fold("Rusia dan KOREA Utara @[`{ 0-9 AZaz", "rusia dan korea utara @[`{ 0-9 azaz");
    expect_fold("", "");
    cr_expect_eq(fold("Sebuah kalimat tanpa huruf asing sama sekali.").step_count, 1);
}

Test(fold, every_ascii_byte_is_lowered_alone_and_inside_a_long_run)
{
    for (int c = 1; c < 0x80; c++) {
        char text[64], wanted[64];
        memset(text, 'x', sizeof text);
        memset(wanted, 'x', sizeof wanted);
        for (size_t at = 0; at < 40; at += 13) {
            text[at] = (char)c;
            wanted[at] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c == '\r' ? ' ' : c);
        }
        text[sizeof text - 1] = wanted[sizeof wanted - 1] = '\0';
        expect_fold(text, wanted);
        text[1] = wanted[1] = '\0';
        expect_fold(text, wanted);
    }
}

Test(fold, a_windows_line_break_keeps_its_line_feed)
{
    expect_fold("satu\r\ndua", "satu \ndua");
}

Test(fold, typographic_marks_become_those_that_people_type)
{
    expect_fold("Jum’at, 27 Juli – “Choe”", "jum'at, 27 juli - \"choe\"");
    expect_fold("„a‚ «b» ‹c› 5′ 6″", "\"a' \"b\" 'c' 5' 6\"");
    expect_fold("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h");
    expect_fold("tunggu… lalu", "tunggu... lalu");
    expect_fold("Rp\u00A05\u202Fjuta\u3000ini", "rp 5 juta ini");
    expect_fold("Bukan\xC2\x92"
                "Apa \xC2\x93"
                "a\xC2\x94",
                "bukan'apa \"a\"");
}

Test(fold, marks_without_a_letter_vanish)
{
    expect_fold("ke\u00ADmen\u200Bte\u200Dri\uFEFFan \u202Eluar\u202C", "kementerian luar");
    expect_fold("\u200B", "");
}

Test(fold, letters_are_composed_and_lowered_in_any_script)
{
    expect_fold("É E\u0301 Ñ Ž Шойгу ΑΘΗΝΑ", "é é ñ ž шойгу αθηνα");
    expect_fold("Ｒｐ５０ ﬁnal", "rp50 final");
    expect_fold("\u1112\u1161\u11AB", "한");
    expect_fold("İstanbul", "istanbul");
}

Test(fold, case_is_lowered_but_sharp_s_stays_one_letter)
{
    expect_fold("Straße STRASSE ẞ", "straße strasse ß");
}

Test(fold, marks_in_another_order_are_the_same_letter)
{
    expect_fold("q\u0307\u0323", "q\u0323\u0307");
    expect_fold("a\u0323\u0302", "\u1EAD");
    expect_fold("a\u0302\u0323", "\u1EAD");
}

Test(fold, fractions_and_powers_never_make_another_number)
{
    expect_fold("½ jam", "1/2 jam");
    expect_fold("1½ jam", "1 1/2 jam");
    expect_fold("5 m² dan m₂", "5 m2 dan m2");
    expect_fold("10² 10¹² 10⁻³", "10^2 10^12 10^-3");
    expect_fold("２０２４", "2024");
}

Test(fold, a_trade_mark_does_not_lengthen_a_name)
{
    expect_fold("Merek™ ini", "merek™ ini");
}

Test(fold, folding_twice_changes_nothing)
{
    static const char *const texts[] = { "Jum’at – “É” 1½ 10² … ﬁ Ｒｐ ẞ İ ™ ﷺ ㎞",
                                         "ΑΒΓ ДЕЖ 한국 e\u0301\u0323 \u2126 \u212B" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const sls_folded once = fold(texts[i]);
        sls_str twice;
        cr_assert_eq(sls_fold_key(once.text, arena, &twice), SLS_OK);
        cr_expect(sls_str_eq(once.text, twice), "%.*s", SLS_FMT(twice));
    }
}

Test(fold, a_span_leads_back_to_its_own_bytes)
{
    expect_origin("Rabu (19/6) Sergei Shoigu tiba", "sergei shoigu", "Sergei Shoigu");
    expect_origin("“Choe” – “Jum’at” Kim", "jum'at", "Jum’at");
    expect_origin("“Choe” – “Jum’at” Kim", "kim", "Kim");
    expect_origin("E\u0301 dan E\u0301 lalu Rusia", "rusia", "Rusia");
    expect_origin("E\u0301 dan E\u0301 lalu", "é lalu", "E\u0301 lalu");
    expect_origin("kata… lalu", "lalu", "lalu");
    expect_origin("naik 1½ jam", "1 1/2", "1½");
}

Test(fold, a_span_leaves_out_the_marks_that_vanish_around_it)
{
    expect_origin("luar \u200BRusia\u200B dan", "rusia", "Rusia");
    expect_origin("’\u200Ba\u200B\u200Bb", "a", "a");
    expect_origin("Ru\u00ADsia", "rusia", "Ru\u00ADsia");
}

Test(fold, the_inside_of_an_expansion_is_its_character)
{
    expect_origin("kira ½ jam", "/2", "½");
    expect_origin("kira ½ jam", "1", "½");
    expect_origin("tunggu…", ".", "…");
    expect_origin("ﬁnal", "inal", "ﬁnal");
}

Test(fold, every_offset_maps_forward_and_to_the_start_of_a_character)
{
    const sls_folded f = fold("a\u200B½“b”\u00AD é e\u0301 … ﷺ 10² ™ Ｒ\u200B");
    size_t last = 0;

    for (size_t at = 0; at <= f.text.len; at++) {
        const size_t origin = sls_fold_origin(&f, at);
        cr_expect_geq(origin, last);
        cr_expect_leq(sls_fold_origin_end(&f, at), f.origin.len);
        cr_expect((f.origin.ptr[origin] & 0xC0) != 0x80, "byte %zu", at);
        last = origin;
    }
    cr_expect_eq(last, f.origin.len);
    cr_expect_eq(f.steps[0].folded, 0);
    cr_expect_eq(f.steps[0].origin, 0);
}

Test(fold, zero_bytes_follow_for_wide_reads)
{
    static const char zeros[SLS_FOLD_PAD];
    static const char *const texts[] = { "", "Kim", "½½½½½½½½", "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const sls_folded f = fold(texts[i]);
        cr_expect_arr_eq(f.text.ptr + f.text.len, zeros, sizeof zeros);
    }
}

Test(fold, a_flood_of_combining_marks_is_folded_in_linear_time, .timeout = 5)
{
    enum { MARKS = 400000 };
    char *text = sls_arena_alloc(arena, 2 * MARKS + 2);
    cr_assert_not_null(text);
    text[0] = 'a';
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + 1 + 2 * i, i % 2 ? "\u0301" : "\u0323", 2);
    text[1 + 2 * MARKS] = '\0';
    cr_expect_gt(fold(text).text.len, MARKS);
}

Test(fold, memory_that_runs_out_is_a_status)
{
    const char *text = "“½” … ﷺﷺﷺﷺ é E\u0301 “½” … ﷺﷺﷺﷺ";
    sls_folded folded;
    size_t limit = 16;

    for (; limit < 100000; limit += 16) {
        sls_arena *small = sls_arena_new(limit);
        cr_assert_not_null(small);
        const sls_status status = sls_fold(sls_str_of(text), small, &folded);
        sls_arena_free(small);
        if (status == SLS_OK)
            break;
        cr_expect_eq(status, SLS_ENOMEM);
    }
    cr_expect_gt(limit, 16);
    cr_expect_lt(limit, 100000);
}

Test(fold_name, spellings_of_one_name_meet)
{
    expect_name("Choe Son-Hui", "choe son hui");
    expect_name("  Choe  Son Hui. ", "choe son hui");
    expect_name("Ma’ruf Amin", "maruf amin");
    expect_name("J.K. Rowling", "j k rowling");
    expect_name("Šefčovič", "sefcovic");
    expect_name("x\u030Cena", "xena");
    expect_name("", "");
}

Test(fold_name, latin_letters_without_a_mark_to_drop_are_spelled_out)
{
    expect_name("Łukasz Ørsted Þór Weiß Đinh Æsir Œuvre",
                "lukasz orsted thor weiss dinh aesir oeuvre");
}

Test(fold_name, letters_of_other_scripts_stay_whole)
{
    expect_name("Сергей Шойгу", "сергей шойгу");
    expect_name("김정은", "김정은");
}

Test(fold, utf8_is_told_from_what_only_looks_like_it)
{
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        { "", SIZE_MAX },
        { "plain text of more than sixteen bytes", SIZE_MAX },
        { "é – 한 😀 \xF4\x8F\xBF\xBF \xED\x9F\xBF \xEE\x80\x80", SIZE_MAX },
        { "a\x80", 1 },                     /* continuation alone */
        { "0123456789abcdef0123\xC3", 20 }, /* cut off */
        { "\xC0\xAF", 0 },                  /* overlong */
        { "\xC1\xBF", 0 },
        { "\xE0\x9F\xBF", 0 },
        { "\xF0\x8F\xBF\xBF", 0 },
        { "ab\xED\xA0\x80", 2 },   /* surrogate */
        { "\xF4\x90\x80\x80", 0 }, /* over U+10FFFF */
        { "\xF5\x80\x80\x80", 0 },
        { "\xFF", 0 },
        { "\xE2\x82", 0 },
        { "\xE2\x82(", 0 },
        { "0123456789abcde\xE2\x80\x99\xE2\x28", 18 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(sls_utf8_bad(sls_str_of(cases[i].text)), cases[i].bad, "case %zu", i);
}
