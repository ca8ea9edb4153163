#include "match/wards.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/stories.h"

#include <string.h>

enum {
    WARDS_MOST = 8,  /* of one sentence; what comes after is a list */
    NAME_BYTES = 64, /* of a longer word the first ones count */
    CLAIMS_MOST = 96 /* of one article that are searched for a name */
};

typedef struct {
    sls_str sort; /* "district", "village" */
    char name[NAME_BYTES];
    size_t length;
} ward;

static bool is_place(sls_str noun)
{
    return sls_lexicon_attribute_is(SLS_C_NOUN, noun, "is_a", "place");
}

/* The sort of place that a word in small or capital letters is: "Kecamatan", "Desa"; or "". */
static sls_str sort_of(sls_lang lang, sls_str word)
{
    const sls_str noun = sls_form_value(sls_lexicon_form(lang, word), SLS_C_NOUN);
    return is_place(noun) ? noun : (sls_str){ 0 };
}

static bool is_capital_ahead(sls_str rest)
{
    return rest.len > 1 && rest.ptr[0] == ' ' && rest.ptr[1] >= 'A' && rest.ptr[1] <= 'Z';
}

/* The named places of a claim's sentence; returns how many. */
static size_t wards_of(const sls_claim *claim, ward out[WARDS_MOST])
{
    char word[NAME_BYTES];
    sls_lang lang;
    size_t n, count = 0;
    sls_str rest = claim->quote;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return 0;
    while (count < WARDS_MOST && (n = sls_next_word(&rest, word, sizeof word)) > 0) {
        if (!is_capital_ahead(rest))
            continue;
        const sls_str sort = sort_of(lang, (sls_str){ word, n });
        if (sort.len == 0)
            continue;
        sls_str ahead = rest;
        out[count].sort = sort;
        out[count].length = sls_next_word(&ahead, out[count].name, NAME_BYTES);
        count += out[count].length > 0;
    }
    return count;
}

/* "152 people in six states": of no single place; "27 regencies in two provinces" are places. */
static bool is_spread(const sls_claim *claim)
{
    char word[NAME_BYTES];
    sls_lang lang;
    const size_t at = sls_str_find(claim->quote, claim->surface);
    if (at == SIZE_MAX || sls_lang_of(claim->lang, &lang) != SLS_OK || is_place(claim->unit))
        return false;
    sls_str rest = sls_str_slice(claim->quote, at + claim->surface.len, claim->quote.len);
    if (rest.len == 0 || rest.ptr[0] != ' ' || sls_next_word(&rest, word, sizeof word) == 0)
        return false;
    if (rest.len < 2 || !sls_is_digit(rest.ptr[1])) {
        const size_t n = sls_next_word(&rest, word, sizeof word);
        const sls_form *const number = sls_lexicon_form(lang, (sls_str){ word, n });
        if (!sls_form_is(number, SLS_C_NUMBER) ||
            sls_str_eq(sls_form_value(number, SLS_C_NUMBER), SLS_STR("1")))
            return false;
    }
    const size_t n = sls_next_word(&rest, word, sizeof word);
    return sort_of(lang, (sls_str){ word, n }).len > 0;
}

/* A province, a city; a whole country may have all the states that are meant. */
static bool is_at_one(const sls_claim *claim)
{
    return sls_str_find_byte(claim->place, '@') != SIZE_MAX &&
           sls_str_find_byte(claim->place, ';') == SIZE_MAX;
}

/* "The province has vaccinated 92 percent", "provinsi itu": the sort of place that is meant; "". */
static sls_str meant_of(const sls_claim *claim)
{
    char word[NAME_BYTES];
    sls_lang lang;
    size_t n;
    sls_str rest = claim->quote, sort = { 0 };
    bool definite = false;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return sort;
    while ((n = sls_next_word(&rest, word, sizeof word)) > 0) {
        const sls_form *const form = sls_lexicon_form(lang, (sls_str){ word, n });
        if (lang == SLS_LANG_ID && sort.len > 0 && sls_form_is(form, SLS_C_DEICTIC))
            return sort;
        sort = sort_of(lang, (sls_str){ word, n });
        if (lang == SLS_LANG_EN && definite && sort.len > 0 && !is_capital_ahead(rest))
            return sort;
        definite = sls_str_eq(sls_form_value(form, SLS_C_LITERAL), SLS_STR("the"));
    }
    return (sls_str){ 0 };
}

/* What is so in the country need not be in the province. */
static bool are_of_two_sorts(const sls_claim *a, const sls_claim *b)
{
    const sls_str x = meant_of(a), y = x.len > 0 ? meant_of(b) : x;
    return x.len > 0 && y.len > 0 && !sls_str_eq(x, y);
}

bool sls_wards_part(const sls_claim *a, const sls_claim *b)
{
    if (are_of_two_sorts(a, b) || (is_at_one(a) && !is_spread(a) && is_spread(b)) ||
        (is_at_one(b) && !is_spread(b) && is_spread(a)))
        return true;
    ward x[WARDS_MOST], y[WARDS_MOST];
    const size_t m = wards_of(a, x), n = m > 0 ? wards_of(b, y) : 0;
    bool apart = false;
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            if (!sls_str_eq(x[i].sort, y[j].sort))
                continue;
            if (x[i].length == y[j].length && memcmp(x[i].name, y[j].name, x[i].length) == 0)
                return false;
            apart = true;
        }
    }
    return apart;
}

/* Whether any sentence of an article that a claim is of, or its headline, has `word` as it stands.
 */
static bool is_written_in(const sls_roll *roll, uint32_t article, sls_str word)
{
    const sls_roll_article *const a = &roll->articles[article];
    for (uint32_t i = a->first; i < a->end && i - a->first < CLAIMS_MOST; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (sls_str_find(c->quote, word) != SIZE_MAX ||
            (i == a->first && sls_str_find(c->headline, word) != SIZE_MAX))
            return true;
    }
    return false;
}

/* "Kasatlantas", "Dirut": posts, which stand before names. */
static bool is_post(sls_lang lang, sls_str word)
{
    return sls_form_is(sls_lexicon_form(lang, word), SLS_C_OFFICE);
}

/*
 * Whether the sentence of `c` has a name, besides that of who speaks, which the other article
 * nowhere writes: "RSUD Bekasi", "RS Primaya". Weekdays and months are no names.
 */
static bool has_own_name(const sls_roll *roll, const sls_claim *c, uint32_t article)
{
    char folded[NAME_BYTES];
    sls_lang lang;
    if (sls_lang_of(c->lang, &lang) != SLS_OK)
        return false;
    sls_str rest = c->quote;
    size_t n = sls_next_word(&rest, folded, sizeof folded); /* any word has a capital there */
    while (n > 0 && (n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_str word = { folded, n }, own = { rest.ptr - n, n };
        if (n > 3 && sls_is_lower(own.ptr[1]) && !sls_is_lower(own.ptr[0]) &&
            sls_name_rarity(c->lang, word) >= SLS_TALLY_OWN_RARITY &&
            sls_str_find(c->speaker, word) == SIZE_MAX && !is_written_in(roll, article, own) &&
            !is_post(lang, word))
            return true;
    }
    return false;
}

bool sls_names_part(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const sls_entry *const x = &roll->at[a], *const y = &roll->at[b];
    return has_own_name(roll, x->claim, y->article) && has_own_name(roll, y->claim, x->article);
}
