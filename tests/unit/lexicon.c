#include "lexicon/lexicon.h"

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

TestSuite(lexicon, .init = setup, .fini = teardown);

static sls_tokens tokenise(const char *text)
{
    sls_folded *folded = sls_arena_alloc(arena, sizeof *folded);
    sls_tokens tokens;
    cr_assert_not_null(folded);
    cr_assert_eq(sls_fold(sls_str_of(text), arena, folded), SLS_OK);
    cr_assert_eq(sls_tokenise(folded, arena, &tokens), SLS_OK);
    sls_lexicon_number(&tokens);
    return tokens;
}

/* The form at the first token of `text`. */
static const sls_form *at_start(sls_lang lang, const char *text)
{
    const sls_tokens tokens = tokenise(text);
    return sls_lexicon_at(lang, &tokens, 0);
}

static void expect_value(sls_lang lang, const char *text, sls_concept concept, const char *value)
{
    const sls_str found = sls_form_value(at_start(lang, text), concept);
    cr_expect(sls_str_eq(found, sls_str_of(value)), "%s: %s %.*s", text, sls_concept_name(concept),
              SLS_FMT(found));
}

static void expect_display(sls_lang lang, sls_concept concept, const char *value, const char *text)
{
    const sls_str found = sls_lexicon_display(lang, concept, sls_str_of(value));
    cr_expect(sls_str_eq(found, sls_str_of(text)), "%s: %.*s", value, SLS_FMT(found));
}

/* The text of a form as a headline would show it, from which its tokens can be read again. */
static char *in_capitals(const sls_form *form)
{
    char *text = sls_arena_calloc(arena, form->len + 1, 1);
    size_t len = 0;

    cr_assert_not_null(text);
    for (size_t i = 0; i < form->len; i++) {
        const char c = sls_form_text(form).ptr[i];
        if (c == ' ' && i + 1 < form->len && sls_form_text(form).ptr[i + 1] == '\'')
            continue; /* a possessive is one only when glued */
        text[len++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return text;
}

Test(lexicon, known_forms_have_their_values)
{
    expect_value(SLS_LANG_ID, "Menteri Luar Negeri Rusia", SLS_C_OFFICE, "foreign-minister");
    expect_value(SLS_LANG_ID, "Korea Utara", SLS_C_COUNTRY, "KP");
    expect_value(SLS_LANG_ID, "Senin (19/6)", SLS_C_WEEKDAY, "1");
    expect_value(SLS_LANG_ID, "lebih dari 31.000", SLS_C_HEDGE, "more-than");
    expect_value(SLS_LANG_EN, "Foreign Minister", SLS_C_OFFICE, "foreign-minister");
    expect_value(SLS_LANG_EN, "North Korea's leader", SLS_C_COUNTRY, "KP");
}

Test(lexicon, the_longest_form_wins)
{
    cr_expect_eq(at_start(SLS_LANG_ID, "menteri luar negeri")->tokens, 3);
    cr_expect_eq(at_start(SLS_LANG_ID, "menteri luar angkasa")->tokens, 1);
    cr_expect(sls_str_eq(sls_form_text(at_start(SLS_LANG_ID, "Menteri Luar Negeri,")),
                         SLS_STR("menteri luar negeri")));
}

Test(lexicon, a_form_does_not_reach_over_a_line_break)
{
    const sls_form *form = at_start(SLS_LANG_ID, "korea\nutara");
    cr_expect(!form || form->tokens == 1);
    expect_value(SLS_LANG_ID, "korea  utara", SLS_C_COUNTRY, "KP");
}

Test(lexicon, tokens_may_be_glued_or_apart)
{
    expect_value(SLS_LANG_ID, "G20", SLS_C_BODY, "G20");
    expect_value(SLS_LANG_ID, "G 20", SLS_C_BODY, "G20");
    expect_value(SLS_LANG_ID, "COVID-19", SLS_C_IDIOM, "name");
}

Test(lexicon, short_names_count_only_in_capitals)
{
    expect_value(SLS_LANG_ID, "AS", SLS_C_COUNTRY, "US");
    expect_value(SLS_LANG_ID, "as roda", SLS_C_COUNTRY, "");
    expect_value(SLS_LANG_ID, "As roda", SLS_C_COUNTRY, "");
    expect_value(SLS_LANG_ID, "PBB", SLS_C_BODY, "UN");
    expect_value(SLS_LANG_EN, "US troops", SLS_C_COUNTRY, "US");
    expect_value(SLS_LANG_EN, "Us too", SLS_C_COUNTRY, "");
    expect_value(SLS_LANG_EN, "U.S. troops", SLS_C_COUNTRY, "US");
    expect_value(SLS_LANG_EN, "u.s. troops", SLS_C_COUNTRY, "");
    expect_value(SLS_LANG_ID, "g20", SLS_C_BODY, "");
}

Test(lexicon, a_short_name_in_small_letters_keeps_its_other_meanings)
{
    const sls_form *small = at_start(SLS_LANG_EN, "us");
    const sls_form *capital = at_start(SLS_LANG_EN, "US");

    cr_assert_not_null(small);
    cr_assert_not_null(capital);
    cr_expect(sls_form_is(small, SLS_C_STOP));
    cr_expect(sls_form_is(capital, SLS_C_STOP));
    cr_expect(sls_form_is(capital, SLS_C_COUNTRY));
    cr_expect_eq(sls_lexicon_form(SLS_LANG_EN, SLS_STR("us")), capital);
}

Test(lexicon, codes_and_signs_ask_for_the_capitals_of_their_rows)
{
    expect_value(SLS_LANG_EN, "TRY 500", SLS_C_CURRENCY, "TRY");
    expect_value(SLS_LANG_EN, "try 5 dishes", SLS_C_CURRENCY, "");
    expect_value(SLS_LANG_EN, "Try 5 dishes", SLS_C_CURRENCY, "");
    expect_value(SLS_LANG_EN, "usd 20", SLS_C_CURRENCY, "USD");
    expect_value(SLS_LANG_ID, "Nm", SLS_C_UNIT, "newton-metre");
    expect_value(SLS_LANG_ID, "nm", SLS_C_UNIT, "nm");
}

Test(lexicon, longer_names_do_not_ask_for_capitals)
{
    expect_value(SLS_LANG_ID, "rusia", SLS_C_COUNTRY, "RU");
    expect_value(SLS_LANG_ID, "korea utara", SLS_C_COUNTRY, "KP");
}

Test(lexicon, what_no_table_has_is_null)
{
    char long_word[301];
    memset(long_word, 'a', 300);
    long_word[300] = '\0';

    cr_expect_null(at_start(SLS_LANG_ID, "qwzxv"));
    cr_expect_null(at_start(SLS_LANG_ID, long_word));
    cr_expect_null(at_start(SLS_LANG_EN, "menlu"));
    cr_expect_null(sls_lexicon_form(SLS_LANG_ID, SLS_STR("menteri luar neger")));
    cr_expect_null(sls_lexicon_form(SLS_LANG_ID, SLS_STR("")));
    cr_expect_eq(sls_form_value(NULL, SLS_C_MONTH).len, 0);
    cr_expect_not(sls_form_is(NULL, SLS_C_MONTH));
}

Test(lexicon, every_form_of_both_languages_is_found_in_a_text_that_shows_it)
{
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        size_t count;
        const sls_form *forms = sls_lexicon_forms((sls_lang)lang, &count);
        cr_assert_gt(count, 1000);
        for (size_t i = 0; i < count; i++) {
            if (i && sls_str_eq(sls_form_text(&forms[i - 1]), sls_form_text(&forms[i])))
                continue; /* without capitals */
            const sls_form *found = at_start((sls_lang)lang, in_capitals(&forms[i]));
            cr_expect_eq(found, &forms[i], "%.*s", SLS_FMT(sls_form_text(&forms[i])));
            cr_expect_eq(sls_lexicon_form((sls_lang)lang, sls_form_text(&forms[i])), &forms[i]);
        }
    }
}

Test(lexicon, long_words_are_compared_to_their_last_letter)
{
    size_t count, tried = 0;
    const sls_form *forms = sls_lexicon_forms(SLS_LANG_ID, &count);

    for (size_t i = 0; i < count; i++) {
        if (forms[i].len < 17 || forms[i].tokens > 1)
            continue;
        char *text = in_capitals(&forms[i]);
        text[forms[i].len - 1] = 'Q';
        cr_expect_null(at_start(SLS_LANG_ID, text), "%s", text);
        tried++;
    }
    cr_expect_gt(tried, 0);
}

Test(lexicon, forms_of_one_text_come_together_with_their_senses_by_concept)
{
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        size_t count;
        const sls_form *forms = sls_lexicon_forms((sls_lang)lang, &count);
        for (size_t i = 0; i < count; i++) {
            uint64_t set = 0;
            for (size_t s = 0; s < forms[i].sense_count; s++) {
                cr_expect(!s || sls_form_senses(&forms[i])[s - 1].concept <=
                                    sls_form_senses(&forms[i])[s].concept);
                cr_expect_gt(sls_form_senses(&forms[i])[s].len, 0);
                set |= UINT64_C(1) << sls_form_senses(&forms[i])[s].concept;
            }
            cr_expect_eq(forms[i].set, set);
            cr_expect_neq(set, 0);
            if (!i)
                continue;
            const bool again = sls_str_eq(sls_form_text(&forms[i - 1]), sls_form_text(&forms[i]));
            cr_expect(!again || (forms[i - 1].set & set) == set);
            cr_expect(again ||
                      sls_lexicon_form((sls_lang)lang, sls_form_text(&forms[i])) == &forms[i]);
        }
    }
}

Test(lexicon, attributes_come_from_the_tables_of_values)
{
    cr_expect(
        sls_str_eq(sls_lexicon_attribute(SLS_C_OFFICE, SLS_STR("foreign-minister"), "holders"),
                   SLS_STR("one")));
    cr_expect_eq(sls_lexicon_attribute(SLS_C_OFFICE, SLS_STR("foreign-minister"), "colour").len, 0);
    cr_expect_eq(sls_lexicon_attribute(SLS_C_OFFICE, SLS_STR("no-such-office"), "holders").len, 0);
    cr_expect_eq(sls_lexicon_attribute(SLS_C_STOP, SLS_STR("stop"), "holders").len, 0);
    cr_expect(sls_str_eq(sls_lexicon_attribute(SLS_C_UNIT, SLS_STR("hour"), "dimension"),
                         SLS_STR("time")));
}

Test(lexicon, values_are_displayed_as_readers_write_them)
{
    expect_display(SLS_LANG_ID, SLS_C_COUNTRY, "KP", "Korea Utara");
    expect_display(SLS_LANG_EN, SLS_C_COUNTRY, "KP", "North Korea");
    expect_display(SLS_LANG_ID, SLS_C_MONTH, "6", "Juni");
    expect_display(SLS_LANG_EN, SLS_C_WEEKDAY, "3", "Wednesday");
    expect_display(SLS_LANG_ID, SLS_C_OFFICE, "foreign-minister", "menteri luar negeri");
    expect_display(SLS_LANG_ID, SLS_C_COUNTRY, "??", "??");
}

Test(lexicon, concepts_and_languages_have_names_both_ways)
{
    for (int i = 0; i < SLS_CONCEPT_COUNT; i++) {
        sls_concept concept;
        cr_assert_eq(sls_concept_of(sls_str_of(sls_concept_name((sls_concept)i)), &concept),
                     SLS_OK);
        cr_expect_eq(concept, (sls_concept)i);
    }
    sls_concept concept = SLS_C_MONTH;
    sls_lang lang = SLS_LANG_ID;
    cr_expect_eq(sls_concept_of(SLS_STR("mont"), &concept), SLS_ENOTFOUND);
    cr_expect_eq(concept, SLS_C_MONTH);
    cr_expect_eq(sls_lang_of(SLS_STR("en"), &lang), SLS_OK);
    cr_expect_eq(lang, SLS_LANG_EN);
    cr_expect_eq(sls_lang_of(SLS_STR("id"), &lang), SLS_OK);
    cr_expect_eq(lang, SLS_LANG_ID);
    cr_expect_eq(sls_lang_of(SLS_STR("fr"), &lang), SLS_ENOTFOUND);
}

Test(lexicon, the_patterns_of_a_language_come_before_those_of_all)
{
    size_t id_count, en_count, shared = 0;
    const sls_pattern_row *id = sls_lexicon_patterns(SLS_LANG_ID, &id_count);
    const sls_pattern_row *en = sls_lexicon_patterns(SLS_LANG_EN, &en_count);

    cr_assert_gt(id_count, 0);
    cr_assert_gt(en_count, 0);
    while (shared < id_count && shared < en_count &&
           sls_str_eq(id[id_count - 1 - shared].id, en[en_count - 1 - shared].id))
        shared++;
    cr_expect_gt(shared, 0);
    for (size_t i = 0; i < id_count; i++) {
        cr_expect_gt(id[i].id.len, 0);
        cr_expect_gt(id[i].kind.len, 0);
        cr_expect_gt(id[i].pattern.len, 0);
    }
}

Test(lexicon, traits_say_what_the_first_senses_say)
{
    static const struct {
        sls_concept concept;
        sls_str value;
    } traits[] = {
#define X(name, concept, value) { SLS_C_##concept, SLS_S(value) },
        SLS_TRAITS(X)
#undef X
    };
    uint32_t met = 0;

    cr_assert_leq((int)SLS_TRAIT_COUNT, 32);
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        size_t count;
        const sls_form *forms = sls_lexicon_forms((sls_lang)lang, &count);

        for (size_t i = 0; i < count; i++) {
            uint32_t told = 0;

            for (unsigned t = 0; t < SLS_TRAIT_COUNT; t++)
                if (sls_str_eq(sls_form_value(&forms[i], traits[t].concept), traits[t].value))
                    told |= UINT32_C(1) << t;
            cr_expect_eq(forms[i].traits, told, "%.*s", SLS_FMT(sls_form_text(&forms[i])));
            met |= told;
        }
    }
    cr_expect_eq(met, UINT32_MAX >> (32 - SLS_TRAIT_COUNT));
}

Test(lexicon, what_a_value_is_stands_in_its_row)
{
    cr_expect(sls_str_eq(sls_lexicon_attribute(SLS_C_UNIT, SLS_STR("second"), "dimension"),
                         SLS_STR("time")));
    cr_expect(
        sls_str_eq(sls_lexicon_attribute(SLS_C_NOUN, SLS_STR("man"), "is_a"), SLS_STR("person")));
    cr_expect_eq(sls_lexicon_attribute(SLS_C_NOUN, SLS_STR("qwzxv"), "is_a").len, 0);
    cr_expect_eq(sls_lexicon_attribute(SLS_C_NOUN, SLS_STR(""), "noun").len, 0);
    cr_expect_eq(sls_lexicon_attribute(SLS_C_NOUN, SLS_STR("man"), "no such column").len, 0);
    cr_expect_eq(sls_lexicon_attribute(SLS_C_STOP, SLS_STR("man"), "is_a").len, 0);
}
