#include "lexicon/lexicon.h"

#include "base/sixteen.h"
#include "lexicon/tables.h"

#include <assert.h>

static bool is_long_word(uint32_t word, const char *at, size_t len)
{
    return memcmp(sls_lexicon_pool + sls_table_words.long_at[word], at, len) == 0;
}

/* A word that is looked for. */
typedef struct {
    sls_table_key key;
    const sls_table_bucket *bucket;
    uint16_t tag;
} sought;

static inline sought sought_of(const sls_table_vocabulary *v, const char *at, size_t len)
{
    const sls_table_key key = sls_table_key_of(at, len);
    const uint64_t hash = sls_table_hash(key, v->seed);

    return (sought){ key, &v->buckets[hash >> (64 - v->bits)], sls_table_tag(hash) };
}

/* The number of the word in the bucket that has the tag, or 0: in empty places the number is. */
static inline uint32_t tagged(const sought *s)
{
    const unsigned hits = sls_sixteen_units(s->bucket->tag, s->tag);

    return s->bucket->number[hits ? __builtin_ctz(hits) : 0] & (0u - (hits != 0));
}

/* `number` where it is that of the word, else 0: no form has it. */
static inline uint32_t same_word(uint32_t number, const sought *s, const char *at, size_t len)
{
    number &= 0u - ((sls_lexicon_words[number].key[0] == s->key.low) &
                    (sls_lexicon_words[number].key[1] == s->key.high));
    if (len > SLS_TABLE_SHORT && number &&
        (len > SLS_TABLE_WORD_MAX || !is_long_word(number, at, len)))
        return 0;
    return number;
}

void sls_lexicon_number(sls_tokens *tokens)
{
    enum { BLOCK = 128 }; /* the cache is asked for all of them before the first is needed */
    const sls_table_vocabulary v = sls_table_words;
    const char *text = tokens->folded->text.ptr;
    sought block[BLOCK];

    for (size_t first = 0; first < tokens->count; first += BLOCK) {
        const size_t count = tokens->count - first < BLOCK ? tokens->count - first : BLOCK;
        sls_token *at = tokens->at + first;

        for (size_t i = 0; i < count; i++) {
            block[i] = sought_of(&v, text + at[i].start, at[i].end - at[i].start);
            __builtin_prefetch(block[i].bucket);
        }
        for (size_t i = 0; i < count; i++) {
            at[i].word = tagged(&block[i]);
            __builtin_prefetch(&sls_lexicon_words[at[i].word]);
        }
        for (size_t i = 0; i < count; i++)
            at[i].word =
                same_word(at[i].word, &block[i], text + at[i].start, at[i].end - at[i].start);
    }
}

/* What comes of `word` in `state`; its state is 0 where there is no such step. */
static const sls_word_first *find_step(const sls_table_language *t, uint32_t state, uint32_t word)
{
    static const sls_word_first NONE = { 0 };
    const size_t mask = ((size_t)1 << t->step_bits) - 1;
    const uint64_t hash = sls_table_step_hash(state, word);
    const uint64_t known = hash >> (64 - t->step_bits - SLS_TABLE_KNOWN);
    size_t i = (size_t)(hash >> (64 - t->step_bits));

    if (!(t->step_known[known / 64] >> known % 64 & 1))
        return &NONE;
    while (t->steps[i].state && (t->steps[i].state != state || t->steps[i].word != word))
        i = (i + 1) & mask;
    return &t->steps[i].next;
}

/* The least capitals that a word among the tokens shows. */
static unsigned capitals(const sls_tokens *tokens, size_t first, size_t last)
{
    unsigned least = SLS_CAPITALS_ALL;

    for (size_t i = first; i <= last; i++) {
        const sls_token *token = &tokens->at[i];
        const unsigned shown = sls_table_capitals(token->flags, token->end - token->start);
        if (token->flags & SLS_TOKEN_WORD && shown < least)
            least = shown;
    }
    return least;
}

/* The form of tokens first..last, which lead to `at`. */
static uint32_t form_of(const sls_table_language *t, const sls_word_first *at,
                        const sls_tokens *tokens, size_t first, size_t last)
{
    return at->form != SLS_WORD_VARIES ? at->form
                                       : t->states[at->state].form[capitals(tokens, first, last)];
}

uint32_t sls_lexicon_number_at(sls_lang lang, const sls_tokens *tokens, size_t first,
                               uint32_t *length)
{
    assert(lang < SLS_LANGS && first < tokens->count);
    const sls_table_language *t = &sls_table_languages[lang];
    const sls_word_first *at = &sls_lexicon_words[tokens->at[first].word].first[lang];
    uint32_t form = form_of(t, at, tokens, first, first);

    *length = 1;
    for (size_t k = first + 1; sls_lexicon_goes_on(at->follow, tokens, k); k++) {
        at = find_step(t, at->state, tokens->at[k].word);
        if (!at->state)
            break;
        const uint32_t longer = form_of(t, at, tokens, first, k);
        form = longer ? longer : form;
        *length = longer ? (uint32_t)(k + 1 - first) : *length;
    }
    return form;
}

const sls_form *sls_lexicon_at(sls_lang lang, const sls_tokens *tokens, size_t i)
{
    uint32_t length;
    const uint32_t form = sls_lexicon_number_at(lang, tokens, i, &length);

    return form ? &sls_table_languages[lang].forms[form - 1] : NULL;
}

/* The form, all its senses, of the word that has the number; NULL: none is that word alone. */
static const sls_form *form_of_number(const sls_table_language *t, sls_lang lang, uint32_t word)
{
    const sls_word_first *first = &sls_lexicon_words[word].first[lang];
    const uint32_t form = first->form != SLS_WORD_VARIES
                              ? first->form
                              : t->states[first->state].form[SLS_CAPITALS_ALL];

    return form ? &t->forms[form - 1] : NULL;
}

const sls_form *sls_lexicon_word(sls_lang lang, const sls_tokens *tokens, size_t i)
{
    assert(lang < SLS_LANGS && i < tokens->count);
    const sls_table_language *t = &sls_table_languages[lang];

    return form_of_number(t, lang, tokens->at[i].word);
}

/* The form of one word, all its senses; NULL: none is that word alone. */
static const sls_form *form_of_word(sls_lang lang, sls_str word)
{
    char padded[SLS_TABLE_SHORT + 1] = { 0 }; /* a key is read 16 bytes at once */
    const char *at = word.ptr;

    if (word.len == 0)
        return NULL;
    if (word.len <= SLS_TABLE_SHORT) {
        memcpy(padded, word.ptr, word.len);
        at = padded;
    }
    const sought s = sought_of(&sls_table_words, at, word.len);
    return form_of_number(&sls_table_languages[lang], lang,
                          same_word(tagged(&s), &s, at, word.len));
}

const sls_form *sls_lexicon_form(sls_lang lang, sls_str folded)
{
    assert(lang < SLS_LANGS);
    const sls_table_language *t = &sls_table_languages[lang];
    size_t low = 0, high = t->form_count;

    if (sls_str_find_byte(folded, ' ') == SIZE_MAX)
        return form_of_word(lang, folded);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (sls_str_cmp(sls_form_text(&t->forms[t->by_text[middle]]), folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == t->form_count || !sls_str_eq(sls_form_text(&t->forms[t->by_text[low]]), folded))
        return NULL;
    return &t->forms[t->by_text[low]];
}

const sls_form *sls_lexicon_forms(sls_lang lang, size_t *count)
{
    assert(lang < SLS_LANGS);
    *count = sls_table_languages[lang].form_count;
    return sls_table_languages[lang].forms;
}

static sls_str string_of(sls_table_str s)
{
    return sls_lexicon_str(s.at, s.len);
}

static size_t column_called(const sls_table_any *any, sls_str name)
{
    size_t i = 0;
    while (i < any->column_count && !sls_str_eq(string_of(any->columns[i]), name))
        i++;
    return i;
}

/* Values come from tables of one pool of strings: most that are equal lie at one place. */
static bool is_same(sls_table_str a, sls_str b)
{
    const sls_str s = string_of(a);
    return s.len == b.len && (s.ptr == b.ptr || sls_str_eq(s, b));
}

sls_str sls_lexicon_cell(sls_concept concept, sls_str value, sls_str column)
{
    assert(concept < SLS_CONCEPT_COUNT);
    const sls_table_any *any = &sls_table_attributes[concept];
    const size_t mask = ((size_t)1 << any->slot_bits) - 1;
    size_t i = any->slot_bits ? sls_table_row_hash(value) >> (32 - any->slot_bits) : 0;

    for (; any->slots[i]; i = (i + 1) & mask) {
        const sls_table_str *row = any->cells + (any->slots[i] - 1u) * any->column_count;
        if (is_same(row[0], value)) {
            const size_t at = column_called(any, column);
            return at < any->column_count ? string_of(row[at]) : (sls_str){ NULL, 0 };
        }
    }
    return (sls_str){ NULL, 0 };
}

bool sls_lexicon_is_a(sls_str noun, sls_str what)
{
    enum { STEPS = 5 }; /* the longest line has four; the table may have a circle */

    for (int i = 0; i < STEPS && noun.len > 0; i++) {
        if (sls_str_eq(noun, what))
            return true;
        noun = sls_lexicon_attribute(SLS_C_NOUN, noun, "is_a");
    }
    return false;
}

sls_str sls_lexicon_display(sls_lang lang, sls_concept concept, sls_str value)
{
    assert(lang < SLS_LANGS);
    const sls_table_language *t = &sls_table_languages[lang];
    size_t low = 0, high = t->display_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const sls_table_display *display = &t->displays[middle];
        int order = (int)display->concept - (int)concept;
        if (order == 0)
            order = sls_str_cmp(string_of(display->value), value);
        if (order == 0)
            return string_of(display->text);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return value;
}

const char *sls_concept_name(sls_concept concept)
{
    static const char *const names[] = {
#define X(name, file) file,
        SLS_CONCEPTS(X)
#undef X
    };
    assert(concept < SLS_CONCEPT_COUNT);
    return names[concept];
}

sls_status sls_concept_of(sls_str name, sls_concept *out)
{
    for (int i = 0; i < SLS_CONCEPT_COUNT; i++) {
        if (sls_str_eq(name, sls_str_of(sls_concept_name((sls_concept)i)))) {
            *out = (sls_concept)i;
            return SLS_OK;
        }
    }
    return SLS_ENOTFOUND;
}

sls_status sls_lang_of(sls_str code, sls_lang *out)
{
    if (sls_str_eq(code, SLS_STR("id")))
        *out = SLS_LANG_ID;
    else if (sls_str_eq(code, SLS_STR("en")))
        *out = SLS_LANG_EN;
    else
        return SLS_ENOTFOUND;
    return SLS_OK;
}

const sls_pattern_row *sls_lexicon_patterns(sls_lang lang, size_t *count)
{
    assert(lang < SLS_LANGS);
    *count = sls_table_languages[lang].pattern_count;
    return sls_table_languages[lang].patterns;
}
