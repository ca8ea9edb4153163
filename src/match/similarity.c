#include "match/similarity.h"

#include "base/ascii.h"
#include "base/map.h"
#include "lexicon/lexicon.h"
#include "match/scopes.h"
#include "model/sense.h"

#include <stdlib.h>

/*
 * Weights. Rarity is not counted in the corpus at hand, lest an article added elsewhere change
 * a finding. A country is named in most foreign news and says little; persons and places are
 * rarer; a word is the rarer the longer it is (Zipf's law of abbreviation). A headline tells the
 * article's subject, not the clause's: half a word.
 */
enum {
    WEIGHT_COUNTRY = 8,
    WEIGHT_PARTY = 14,
    WEIGHT_PLACE = 10,
    WEIGHT_EVENT = 10,
    WEIGHT_OBJECT = 12,
    WEIGHT_WORD_LEAST = 5,
    WEIGHT_WORD_MOST = 10,
};
#define HEADLINE_WORDS   16
#define HEADLINE_BYTES   64 /* of a longer word the first ones count */
#define HEADLINE_LETTERS 4  /* shorter words of headlines are function words and initials */

static uint16_t word_weight(sls_str word)
{
    const size_t w = word.len < WEIGHT_WORD_LEAST  ? WEIGHT_WORD_LEAST
                     : word.len > WEIGHT_WORD_MOST ? WEIGHT_WORD_MOST
                                                   : word.len;
    return (uint16_t)w;
}

static void add(sls_features *set, sls_str text, sls_feature_sort sort, int weight)
{
    if (text.len == 0)
        return;
    /* Sorts other than words live in hash spaces of their own: "meet" is an event and a word. */
    const uint64_t space = (uint64_t)sort * UINT64_C(0x9E3779B97F4A7C15);
    set->at[set->count++] =
        (sls_feature){ sls_hash(text) ^ space, (uint16_t)weight, (uint16_t)sort };
}

/* Bodies have ids in capitals (KPK, NATO), persons are folded names. */
static bool is_body(sls_str item)
{
    return item.len > 0 && item.ptr[0] >= 'A' && item.ptr[0] <= 'Z';
}

/*
 * What a word means, by one name for all its forms and both languages: "tewas", "menewaskan" and
 * "killed" are all dead. The empty string for words that the lexicon has no such sense of.
 */
static sls_str meaning_of(sls_lang lang, sls_str word)
{
    static const sls_concept concepts[] = { SLS_C_ROLE, SLS_C_EVENT, SLS_C_NOUN };
    const sls_form *const form = sls_lexicon_form(lang, word);
    for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++)
        if (sls_form_is(form, concepts[i]))
            return sls_form_value(form, concepts[i]);
    return (sls_str){ 0 };
}

/*
 * The words of a list; by what they mean where `lang` is known. Dates are not: their event
 * is theirs already, and what else the sentence tells must speak for itself.
 */
static void add_words(sls_features *set, sls_str list, sls_str lang)
{
    sls_lang language;
    sls_str word;
    const bool known = sls_lang_of(lang, &language) == SLS_OK;
    while (sls_str_split(&list, ';', &word)) {
        const sls_str meaning = known ? meaning_of(language, word) : (sls_str){ 0 };
        if (meaning.len > 0) {
            add(set, meaning, SLS_F_EVENT, word_weight(word));
            set->kinds = sls_kinds_join(set->kinds, sls_kinds_of(meaning));
        } else {
            add(set, word, SLS_F_WORD, word_weight(word));
        }
    }
}

static void add_list(sls_features *set, sls_str list, sls_feature_sort sort)
{
    sls_str item;
    while (sls_str_split(&list, ';', &item)) {
        if (sort == SLS_F_PLACE)
            add(set, item, sort, WEIGHT_PLACE);
        else if (sls_scope_is_country(item))
            add(set, item, SLS_F_COUNTRY, WEIGHT_COUNTRY);
        else
            add(set, item, is_body(item) ? SLS_F_BODY : SLS_F_PERSON, WEIGHT_PARTY);
    }
}

static bool is_before(const sls_feature *a, const sls_feature *b)
{
    return a->hash < b->hash || (a->hash == b->hash && a->weight > b->weight);
}

static int by_hash(const void *x, const void *y)
{
    return is_before(x, y) ? -1 : is_before(y, x);
}

/* In the order of their hashes, the heavier of two first. A sentence has a score of them. */
static void sort(sls_feature *at, uint32_t count)
{
    const uint32_t MANY = 64; /* more are no sentence: a claims file may hold anything */
    if (count > MANY) {
        qsort(at, count, sizeof *at, by_hash);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        const sls_feature f = at[i];
        uint32_t k = i;
        for (; k > 0 && is_before(&f, &at[k - 1]); k--)
            at[k] = at[k - 1];
        at[k] = f;
    }
}

static void keep(sls_features *set, sls_feature f)
{
    if (set->count > 0 && set->at[set->count - 1].hash == f.hash)
        return; /* the heavier stays */
    const uint64_t square = (uint64_t)f.weight * f.weight;
    set->at[set->count++] = f;
    set->square += square;
    set->wordless += f.sort == SLS_F_WORD ? 0 : square;
    set->countries += f.sort == SLS_F_COUNTRY;
    set->persons += f.sort == SLS_F_PERSON;
    set->bodies += f.sort == SLS_F_BODY;
    set->places += f.sort == SLS_F_PLACE;
}

/*
 * The `count` features behind the room of `set`, which are sorted here, and `others`, which are,
 * one of each hash: there is room for both, so that none is written over before it is read.
 */
static void settle(sls_features *set, sls_feature *own, uint32_t count, const sls_features *others)
{
    uint32_t i = 0, k = 0;
    sort(own, count);
    while (i < count || k < others->count)
        if (k == others->count || (i < count && !is_before(&others->at[k], &own[i])))
            keep(set, own[i++]);
        else
            keep(set, others->at[k++]);
}

sls_status sls_features_make(const sls_claim *claim, const sls_features *headline, sls_arena *arena,
                             sls_features *out)
{
    const size_t room = sls_str_list_length(claim->entities) + sls_str_list_length(claim->place) +
                        sls_str_list_length(claim->context) + headline->count + 3;
    *out = (sls_features){ 0 };
    out->at = sls_arena_alloc(arena, room * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    sls_features own = { .at = out->at + headline->count };
    add_list(&own, claim->entities, SLS_F_PERSON);
    add_list(&own, claim->place, SLS_F_PLACE);
    add_words(&own, claim->context,
              claim->kind == SLS_KIND_QUANTITY ? claim->lang : (sls_str){ 0 });
    if (claim->kind == SLS_KIND_QUANTITY)
        add(&own, sls_what_event(claim->what), SLS_F_EVENT, WEIGHT_EVENT);
    add(&own, claim->event, SLS_F_EVENT, WEIGHT_EVENT);
    add(&own, claim->object, SLS_F_EVENT, WEIGHT_OBJECT);
    out->kinds = sls_kinds_join(own.kinds, sls_kinds_join(sls_kinds_of(sls_claim_event(claim)),
                                                          sls_kinds_of(claim->object)));
    settle(out, own.at, own.count, headline);
    return SLS_OK;
}

sls_status sls_headline_words(sls_str headline, sls_str lang, sls_arena *arena, sls_features *out)
{
    char bytes[HEADLINE_BYTES];
    size_t len;
    sls_lang language;
    const bool known = sls_lang_of(lang, &language) == SLS_OK;
    *out = (sls_features){ 0 };
    out->at = sls_arena_alloc(arena, HEADLINE_WORDS * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    while (out->count < HEADLINE_WORDS &&
           (len = sls_next_word(&headline, bytes, sizeof bytes)) > 0) {
        const sls_str word = { bytes, len };
        if (word.len < HEADLINE_LETTERS)
            continue;
        const sls_form *const form = known ? sls_lexicon_form(language, word) : NULL;
        if (sls_form_is(form, SLS_C_STOP))
            continue;
        out->kinds = sls_kinds_join(out->kinds, sls_kinds_of(sls_form_value(form, SLS_C_EVENT)));
        add(out, word, SLS_F_WORD, word_weight(word) / 2);
    }
    const sls_features found = *out, none = { 0 };
    out->count = 0;
    settle(out, found.at, found.count, &none);
    return SLS_OK;
}

uint64_t sls_root(uint64_t n)
{
    uint64_t low = 0, high = UINT32_MAX;
    while (low < high) {
        const uint64_t middle = low + (high - low + 1) / 2;
        if (middle * middle <= n)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static int cosine(uint64_t shared, uint64_t a, uint64_t b)
{
    /* Weights are under 2^4 and sets under 2^20 features, so products stay below 2^58. */
    const uint64_t length = sls_root(a * b);
    return length ? (int)(shared * 100 / length) : 0;
}

sls_overlap sls_features_compare(const sls_features *a, const sls_features *b)
{
    sls_overlap out = { 0 };
    uint64_t shared = 0, wordless = 0;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        const sls_feature *const x = &a->at[i], *const y = &b->at[j];
        if (x->hash != y->hash) {
            i += x->hash < y->hash;
            j += x->hash > y->hash;
            continue;
        }
        const uint64_t product = (uint64_t)x->weight * y->weight;
        shared += product;
        wordless += x->sort == SLS_F_WORD ? 0 : product;
        out.countries += x->sort == SLS_F_COUNTRY;
        out.persons += x->sort == SLS_F_PERSON;
        out.bodies += x->sort == SLS_F_BODY;
        out.places += x->sort == SLS_F_PLACE;
        i++;
        j++;
    }
    out.cosine = cosine(shared, a->square, b->square);
    out.wordless = cosine(wordless, a->wordless, b->wordless);
    return out;
}
