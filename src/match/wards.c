#include "match/wards.h"

#include "base/ascii.h"
#include "base/map.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/stories.h"

enum {
    NAME_BYTES = 64, /* of a longer word the first ones count */
    CLAIMS_MOST = 96 /* of one article that are searched for a name */
};

static bool is_place(sls_str noun)
{
    return sls_lexicon_attribute_is(SLS_C_NOUN, noun, "is_a", "place");
}

/* The sort of place that a word in small or capital letters is: "Kecamatan", "Desa"; or "". */
static sls_str sort_of(const sls_form *word)
{
    const sls_str noun = sls_form_value(word, SLS_C_NOUN);
    return is_place(noun) ? noun : (sls_str){ 0 };
}

static bool is_capital_ahead(sls_str rest)
{
    return rest.len > 1 && rest.ptr[0] == ' ' && rest.ptr[1] >= 'A' && rest.ptr[1] <= 'Z';
}

/* "152 people in six states": of no single place; "27 regencies in two provinces" are places. */
static bool is_spread(const sls_claim *claim, sls_lang lang)
{
    char word[NAME_BYTES];
    const size_t at = sls_str_find(claim->quote, claim->surface);
    if (at == SIZE_MAX || is_place(claim->unit))
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
    return sort_of(sls_lexicon_form(lang, (sls_str){ word, n })).len > 0;
}

/* A province, a city; a whole country may have all the states that are meant. */
static bool is_at_one(const sls_claim *claim)
{
    return sls_str_find_byte(claim->place, '@') != SIZE_MAX &&
           sls_str_find_byte(claim->place, ';') == SIZE_MAX;
}

/*
 * The named places of a sentence, and the sort that a definite one is of: "the province has
 * vaccinated 92 percent", "provinsi itu".
 */
static void read_places(sls_str quote, sls_lang lang, sls_wards *out)
{
    char word[NAME_BYTES];
    size_t n;
    sls_str sort = { 0 };
    bool definite = false;
    while ((out->count < SLS_WARDS_MOST || out->meant.len == 0) &&
           (n = sls_next_word(&quote, word, sizeof word)) > 0) {
        const sls_form *const form = sls_lexicon_form(lang, (sls_str){ word, n });
        if (lang == SLS_LANG_ID && sort.len > 0 && out->meant.len == 0 &&
            sls_form_is(form, SLS_C_DEICTIC))
            out->meant = sort;
        sort = sort_of(form);
        const bool named = sort.len > 0 && is_capital_ahead(quote);
        if (lang == SLS_LANG_EN && definite && sort.len > 0 && !named && out->meant.len == 0)
            out->meant = sort;
        definite = sls_str_eq(sls_form_value(form, SLS_C_LITERAL), SLS_STR("the"));
        if (named && out->count < SLS_WARDS_MOST) {
            sls_str ahead = quote;
            n = sls_next_word(&ahead, word, sizeof word);
            out->at[out->count].sort = sort;
            out->at[out->count].name = sls_hash((sls_str){ word, n });
            out->count += n > 0;
        }
    }
}

void sls_wards_read(const sls_claim *claim, sls_wards *out)
{
    sls_lang lang;
    out->count = 0;
    out->meant = (sls_str){ 0 };
    out->one = is_at_one(claim);
    out->spread = false;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return;
    out->spread = is_spread(claim, lang);
    read_places(claim->quote, lang, out);
}

/* Whether one names a place of a sort of which the other names others alone. */
static bool has_own_ward(const sls_wards *a, const sls_wards *b)
{
    for (size_t i = 0; i < a->count; i++) {
        bool sort = false, named = false;
        for (size_t j = 0; j < b->count; j++) {
            sort |= sls_str_eq(a->at[i].sort, b->at[j].sort);
            named |= a->at[i].name == b->at[j].name;
        }
        if (sort && !named)
            return true;
    }
    return false;
}

bool sls_wards_differ(const sls_wards *a, const sls_wards *b)
{
    /* what is so in the country need not be in the province */
    if (a->meant.len > 0 && b->meant.len > 0 && !sls_str_eq(a->meant, b->meant))
        return true;
    if ((a->one && !a->spread && b->spread) || (b->one && !b->spread && a->spread))
        return true;
    return has_own_ward(a, b) || has_own_ward(b, a);
}

bool sls_wards_part(const sls_claim *a, const sls_claim *b)
{
    sls_wards x, y;
    sls_wards_read(a, &x);
    sls_wards_read(b, &y);
    return sls_wards_differ(&x, &y);
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
