#include "names/person.h"

#include <criterion/criterion.h>
#include <string.h>

#define S(text) SLS_STR(text)

static sls_person_relation relate(const char *a, const char *b)
{
    return sls_person_relate(sls_str_of(a), sls_str_of(b));
}

static void expect_key(const char *name, const char *key)
{
    sls_arena *const arena = sls_arena_new(0);
    sls_str out;
    cr_assert_eq(sls_person_key(sls_str_of(name), arena, &out), SLS_OK);
    cr_expect(sls_str_eq(out, sls_str_of(key)), "%s: %.*s", name, SLS_FMT(out));
    sls_arena_free(arena);
}

Test(person, romanisations_of_one_name_have_one_key)
{
    expect_key("sergei lavrov", "sergei lavrov");
    expect_key("sergey lavrov", "sergei lavrov");
    expect_key("soekarno", "sukarno");
    expect_key("sukarno", "sukarno");
    expect_key("", "");
}

Test(person, variants_of_one_spelling_are_one_person)
{
    cr_expect_eq(relate("sergey lavrov", "sergei lavrov"), SLS_PERSON_SAME);
    cr_expect_eq(relate("mikhail gorbachev", "mihail gorbatchev"), SLS_PERSON_SAME);
    cr_expect_eq(relate("volodymyr zelenskyy", "volodymyr zelensky"), SLS_PERSON_SAME);
    cr_expect_eq(relate("choi son hui", "choe son hui"), SLS_PERSON_SAME);
    cr_expect_eq(relate("aleksandr novak", "alexandr novak"), SLS_PERSON_SAME);
    cr_expect_eq(relate("soeharto", "suharto"), SLS_PERSON_SAME);
}

Test(person, syllables_written_apart_or_together_are_one_person)
{
    cr_expect_eq(relate("choi yong hwan", "choi yonghwan"), SLS_PERSON_SAME);
    cr_expect_eq(relate("kim jong un", "kim jongun"), SLS_PERSON_SAME);
}

Test(person, the_order_of_family_and_given_name_does_not_matter)
{
    cr_expect_eq(relate("son hui choe", "choe son hui"), SLS_PERSON_SAME);
    cr_expect_eq(relate("fumio kishida", "kishida fumio"), SLS_PERSON_SAME);
}

Test(person, initials_stand_for_the_names_that_begin_with_them)
{
    cr_expect_eq(relate("v putin", "vladimir putin"), SLS_PERSON_SAME);
    cr_expect_eq(relate("b putin", "vladimir putin"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("v p", "vladimir putin"), SLS_PERSON_OTHER);
}

Test(person, a_surname_is_a_short_form_and_the_full_name_the_long_one)
{
    cr_expect_eq(relate("putin", "vladimir putin"), SLS_PERSON_SHORTER);
    cr_expect_eq(relate("vladimir putin", "putin"), SLS_PERSON_LONGER);
    cr_expect_eq(relate("retno marsudi", "retno lestari priansari marsudi"), SLS_PERSON_SHORTER);
    cr_expect_eq(relate("marsudi retno", "retno lestari priansari marsudi"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("lavrov", "vladimir putin"), SLS_PERSON_OTHER);
}

Test(person, one_letter_apart_in_one_word_is_likely_a_slip)
{
    cr_expect_eq(relate("shoe son hui", "choe son hui"), SLS_PERSON_MISSPELT);
    cr_expect_eq(relate("kim hong un", "kim jong un"), SLS_PERSON_MISSPELT);
    cr_expect_eq(relate("joko wdiodo", "joko widodo"), SLS_PERSON_MISSPELT);
    cr_expect_eq(relate("bahlil ladahalia", "bahlil lahadalia"), SLS_PERSON_MISSPELT);
}

Test(person, real_people_with_like_names_are_others)
{
    cr_expect_eq(relate("kim jong un", "kim jong il"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("kim jong un", "kim il sung"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("sergei lavrov", "sergei shoigu"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("budi karya", "rudi karya"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("joko susilo", "joko widodo"), SLS_PERSON_OTHER);
}

Test(person, empty_and_endless_names_are_nobody)
{
    char endless[400];
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    cr_expect_eq(relate("", "vladimir putin"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("   ", "vladimir putin"), SLS_PERSON_OTHER);
    cr_expect_eq(relate(endless, "vladimir putin"), SLS_PERSON_OTHER);
    cr_expect_eq(relate("a b c d e f g h i j k l m n o p q r s t", "vladimir putin"),
                 SLS_PERSON_OTHER);
    cr_expect_eq(relate("\xd0\xbf\xd1\x83", "\xd0\xbf\xd1\x83"), SLS_PERSON_SAME);
}

Test(person, relation_is_the_mirror_of_its_reverse)
{
    static const char *const names[] = { "putin",        "vladimir putin", "v putin",
                                         "choe son hui", "shoe son hui",   "kim jong un" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
            const sls_person_relation there = relate(names[i], names[j]);
            const sls_person_relation back = relate(names[j], names[i]);
            const sls_person_relation mirror = there == SLS_PERSON_SHORTER  ? SLS_PERSON_LONGER
                                               : there == SLS_PERSON_LONGER ? SLS_PERSON_SHORTER
                                                                            : there;
            cr_expect_eq(back, mirror, "%s, %s", names[i], names[j]);
        }
    }
}

Test(person, edit_distance_counts_a_transposition_once)
{
    cr_expect_eq(sls_edit_distance(S("lavrov"), S("lavrov"), 3), 0);
    cr_expect_eq(sls_edit_distance(S("shoe"), S("choe"), 3), 1);
    cr_expect_eq(sls_edit_distance(S("widodo"), S("wdiodo"), 3), 1);
    cr_expect_eq(sls_edit_distance(S("kitten"), S("sitting"), 3), 3);
    cr_expect_eq(sls_edit_distance(S("kitten"), S("sitting"), 2), 3);
    cr_expect_eq(sls_edit_distance(S(""), S("ab"), 3), 2);
    cr_expect_eq(sls_edit_distance(S("abcdefgh"), S("zyxwvuts"), 2), 3);
}

Test(person, edit_distance_gives_up_on_long_words)
{
    char a[80], b[80];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    b[40] = 'b';
    cr_expect_eq(sls_edit_distance((sls_str){ a, 80 }, (sls_str){ b, 80 }, 2), 3);
    cr_expect_eq(sls_edit_distance((sls_str){ a, 80 }, (sls_str){ a, 80 }, 2), 0);
    cr_expect_eq(sls_edit_distance((sls_str){ a, 64 }, (sls_str){ b, 64 }, 2), 1);
}
