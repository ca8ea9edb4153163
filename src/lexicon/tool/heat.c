#include "lexicon/tool/graph.h"

#include <stdlib.h>

enum { EVERY_ARTICLE = 10000 };

typedef struct {
    sls_str word;
    unsigned heat; /* articles of 10,000 that have it, in its commonest language */
} warm_word;

typedef struct {
    lexc_run *run;
    sls_map shares[SLS_LANGS]; /* by word */
    sls_map index;             /* of the words below */
    SLS_VEC(warm_word) words;
} thermometer;

static void read_shares(thermometer *t, const char *path)
{
    lexc_share *shares;
    size_t count;

    for (size_t l = 0; l < SLS_LANGS; l++)
        sls_map_init(&t->shares[l], t->run->arena);
    if (!path || !lexc_read_shares(t->run, path, &shares, &count))
        return;
    for (size_t i = 0; i < count; i++)
        if (sls_map_set(&t->shares[shares[i].lang], shares[i].word, shares[i].share) != SLS_OK)
            lexc_exhausted(t->run);
}

/* The table has no marks, which are common. */
static unsigned heat_of(const thermometer *t, size_t lang, sls_str word)
{
    const uint32_t share = sls_map_get(&t->shares[lang], word);
    const bool mark =
        word.len == 1 && !((word.ptr[0] >= 'a' && word.ptr[0] <= 'z') || word.ptr[0] < 0);

    return mark ? EVERY_ARTICLE : share == SLS_MAP_NONE ? 0 : share;
}

static void enter(thermometer *t, sls_str word, unsigned heat)
{
    uint32_t at;
    bool added;

    if (sls_map_intern(&t->index, word, (uint32_t)t->words.len, &at, &added) != SLS_OK) {
        lexc_exhausted(t->run);
        return;
    }
    if (added) {
        warm_word *fresh = sls_vec_push(&t->words, t->run->arena);
        if (!fresh) {
            lexc_exhausted(t->run);
            return;
        }
        *fresh = (warm_word){ word, heat };
    }
    if (t->words.at[at].heat < heat)
        t->words.at[at].heat = heat;
}

static int by_heat(const void *a, const void *b)
{
    const warm_word *x = a, *y = b;

    if (x->heat != y->heat)
        return x->heat > y->heat ? -1 : 1;
    return sls_str_cmp(x->word, y->word);
}

bool lexc_number_words(lexc_run *run, const char *frequencies, lexc_data *data, lexc_words *out)
{
    const size_t errors = run->errors;
    thermometer t = { .run = run };

    sls_map_init(&t.index, run->arena);
    read_shares(&t, frequencies);
    for (size_t l = 0; l < SLS_LANGS; l++)
        for (size_t i = 0; i < data->languages[l].entry_count; i++) {
            lexc_entry *entry = &data->languages[l].entries[i];

            entry->heat = EVERY_ARTICLE;
            for (size_t w = 0; w < entry->word_count; w++) {
                const unsigned heat = heat_of(&t, l, entry->words[w]);

                entry->heat = heat < entry->heat ? heat : entry->heat;
                enter(&t, entry->words[w], heat);
            }
        }
    if (t.words.len)
        qsort(t.words.at, t.words.len, sizeof *t.words.at, by_heat);
    *out = (lexc_words){ .at = { 0 } };
    sls_map_init(&out->number_of, run->arena);
    for (size_t i = 0; i <= t.words.len && run->errors == errors; i++) {
        const sls_str word = i ? t.words.at[i - 1].word : (sls_str){ "", 0 };
        sls_str *slot = sls_vec_push(&out->at, run->arena);

        if (!slot || sls_map_set(&out->number_of, word, (uint32_t)i) != SLS_OK)
            lexc_exhausted(run);
        else
            *slot = word;
    }
    return run->errors == errors;
}
