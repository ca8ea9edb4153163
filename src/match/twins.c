#include "match/twins.h"

#include "base/ascii.h"
#include "base/map.h"
#include "match/gates.h"

enum {
    WORDS = 96,     /* of a longer sentence the first ones count */
    WORD_BYTES = 48 /* ... and of a longer word the first bytes */
};

/* The words of a sentence, numbers left out, and how many of them stand before the value. */
typedef struct {
    uint64_t at[WORDS];
    bool tells[WORDS]; /* more than two letters */
    size_t count, before;
} sentence;

static void add_words(sls_str text, sentence *out)
{
    char folded[WORD_BYTES];
    size_t n;
    while (out->count < WORDS && (n = sls_next_word(&text, folded, sizeof folded)) > 0) {
        out->tells[out->count] = n >= SLS_TWIN_LETTERS;
        out->at[out->count++] = sls_hash((sls_str){ folded, n });
    }
}

/* Reads the sentence around the claim's value; false: it does not quote it. */
static bool read_sentence(const sls_claim *c, sentence *out)
{
    const size_t at = sls_str_find(c->quote, c->surface);
    out->count = 0;
    if (at == SIZE_MAX)
        return false;
    add_words(sls_str_slice(c->quote, 0, at), out);
    out->before = out->count;
    add_words(sls_str_slice(c->quote, at + c->surface.len, c->quote.len), out);
    return true;
}

/* Words next to the two values, on either side, that are the same one after the other. */
static int count_around(const sentence *x, const sentence *y)
{
    size_t left = 0, right = 0;
    while (left < SLS_TWIN_REACH && left < x->before && left < y->before &&
           x->at[x->before - 1 - left] == y->at[y->before - 1 - left])
        left++;
    while (right < SLS_TWIN_REACH && x->before + right < x->count && y->before + right < y->count &&
           x->at[x->before + right] == y->at[y->before + right])
        right++;
    return (int)(left + right);
}

/* Whether one of the first `count` words is `word`. */
static bool has(const sentence *s, size_t count, uint64_t word)
{
    size_t i = 0;
    while (i < count && s->at[i] != word)
        i++;
    return i < count;
}

/* Telling words of a sentence, each once, and those that the other has. */
static int count_told(const sentence *s, const sentence *other, int *shared)
{
    int told = 0;
    *shared = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!s->tells[i] || has(s, i, s->at[i]))
            continue;
        told++;
        *shared += has(other, other->count, s->at[i]);
    }
    return told;
}

bool sls_are_twins(const sls_claim *a, const sls_claim *b)
{
    sentence x, y;
    int of_x, of_y;
    if (!read_sentence(a, &x) || !read_sentence(b, &y) || count_around(&x, &y) < SLS_TWIN_AROUND)
        return false;
    const int told_x = count_told(&x, &y, &of_x), told_y = count_told(&y, &x, &of_y);
    const int told = told_x <= told_y ? told_x : told_y;
    const int shared = told_x <= told_y ? of_x : of_y;
    return shared >= SLS_TWIN_WORDS && shared * 100 >= SLS_TWIN_HELD * told;
}
