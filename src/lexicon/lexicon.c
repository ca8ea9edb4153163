#include "lexicon/lexicon.h"

#include "lexicon/tables.h"

#include <assert.h>

static bool is_long_word(const sls_table_language *t, uint32_t word, const char *at, size_t len)
{
    const char *whole = t->long_words + t->long_at[word];
    return memcmp(whole + SLS_TABLE_SHORT, at + SLS_TABLE_SHORT, len - SLS_TABLE_SHORT) == 0;
}

/* The slot of the word with `key`, or NULL: no form has it. */
static const sls_table_word *find_slot(const sls_table_language *t, sls_table_key key,
                                       uint64_t hash, const char *at, size_t len)
{
    const size_t mask = ((size_t)1 << t->word_bits) - 1;

    for (size_t i = (size_t)(hash >> (64 - t->word_bits));; i = (i + 1) & mask) {
        const sls_table_word *slot = &t->words[i];
        if (slot->key.high == key.high && slot->key.low == key.low &&
            (len <= SLS_TABLE_SHORT || is_long_word(t, slot->word, at, len)))
            return slot;
        if (!slot->key.high)
            return NULL;
    }
}

/* The slot of a word with which some form begins, or that of another word, or NULL. */
static const sls_table_word *find_first(const sls_table_language *t, const char *at, size_t len)
{
    const sls_table_key key = sls_table_key_of(at, len);
    const uint64_t hash = sls_table_hash(key);
    const uint64_t bit = hash >> (64 - SLS_TABLE_BITMAP_BITS);

    if (!(t->bitmap[bit / 64] >> bit % 64 & 1) || len > SLS_TABLE_WORD_MAX)
        return NULL;
    return find_slot(t, key, hash, at, len);
}

static const sls_table_word *find_later(const sls_table_language *t, const char *at, size_t len)
{
    const sls_table_key key = sls_table_key_of(at, len);
    return len > SLS_TABLE_WORD_MAX ? NULL : find_slot(t, key, sls_table_hash(key), at, len);
}

/* The state after `word` in `state`, or 0. */
static uint32_t find_step(const sls_table_language *t, uint32_t state, uint32_t word)
{
    const size_t mask = ((size_t)1 << t->step_bits) - 1;
    size_t i = (size_t)(sls_table_step_hash(state, word) >> (64 - t->step_bits));

    while (t->steps[i].state && (t->steps[i].state != state || t->steps[i].word != word))
        i = (i + 1) & mask;
    return t->steps[i].next;
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

static uint32_t form_of(const sls_table_state *state, const sls_tokens *tokens, size_t first,
                        size_t last)
{
    if (state->form[SLS_CAPITALS_NONE] == state->form[SLS_CAPITALS_ALL])
        return state->form[SLS_CAPITALS_NONE];
    return state->form[capitals(tokens, first, last)];
}

/* Whether the word at token `k` may come after one whose `follow` is given. */
static bool may_follow(uint32_t follow, const sls_tokens *tokens, size_t k)
{
    if (!follow || k >= tokens->count || tokens->at[k].flags & SLS_TOKEN_BREAK)
        return false;
    return follow & sls_table_initial(tokens->folded->text.ptr[tokens->at[k].start]);
}

/* The longest form from token `first` on that has a second word, or `form`. */
static uint32_t longer_form(const sls_table_language *t, const sls_table_word *word, uint32_t form,
                            const sls_tokens *tokens, size_t first)
{
    const char *text = tokens->folded->text.ptr;
    uint32_t at = word->state;

    for (size_t k = first + 1; may_follow(t->states[at].follow, tokens, k); k++) {
        const sls_token *token = &tokens->at[k];
        word = find_later(t, text + token->start, token->end - token->start);
        at = word ? find_step(t, at, word->word) : 0;
        if (!at)
            break;
        const uint32_t longer = form_of(&t->states[at], tokens, first, k);
        form = longer ? longer : form;
    }
    return form;
}

const sls_form *sls_lexicon_at(sls_lang lang, const sls_tokens *tokens, size_t i)
{
    assert(lang < SLS_LANGS && i < tokens->count);
    const sls_table_language *t = &sls_table_languages[lang];
    const sls_token *token = &tokens->at[i];
    const sls_table_word *word =
        find_first(t, tokens->folded->text.ptr + token->start, token->end - token->start);

    if (!word)
        return NULL;
    uint32_t form = word->form;
    if (form == SLS_TABLE_BY_CAPITALS)
        form = form_of(&t->states[word->state], tokens, i, i);
    if (may_follow(word->follow, tokens, i + 1))
        form = longer_form(t, word, form, tokens, i);
    return form ? &t->forms[form - 1] : NULL;
}

const sls_form *sls_lexicon_form(sls_lang lang, sls_str folded)
{
    assert(lang < SLS_LANGS);
    const sls_table_language *t = &sls_table_languages[lang];
    size_t low = 0, high = t->form_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (sls_str_cmp(t->forms[middle].text, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < t->form_count && sls_str_eq(t->forms[low].text, folded) ? &t->forms[low] : NULL;
}

const sls_form *sls_lexicon_forms(sls_lang lang, size_t *count)
{
    assert(lang < SLS_LANGS);
    *count = sls_table_languages[lang].form_count;
    return sls_table_languages[lang].forms;
}

static size_t column_called(const sls_table_any *any, sls_str name)
{
    size_t i = 0;
    while (i < any->column_count && !sls_str_eq(any->columns[i], name))
        i++;
    return i;
}

sls_str sls_lexicon_attribute(sls_concept concept, sls_str value, const char *column)
{
    assert(concept < SLS_CONCEPT_COUNT);
    const sls_table_any *any = &sls_table_attributes[concept];
    const size_t at = column_called(any, sls_str_of(column));
    size_t low = 0, high = at < any->column_count ? any->row_count : 0;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const sls_str *row = any->cells + middle * any->column_count;
        const int order = sls_str_cmp(row[0], value);
        if (order == 0)
            return row[at];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (sls_str){ NULL, 0 };
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
            order = sls_str_cmp(display->value, value);
        if (order == 0)
            return display->text;
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
