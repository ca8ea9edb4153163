#include "match/twins.h"

#include "base/ascii.h"
#include "base/map.h"
#include "base/sort.h"
#include "match/gates.h"

#include <string.h>

enum { WORD_BYTES = 48 }; /* of a longer word the first ones count */

/* Adds a word that tells something, once. */
static void tell(uint64_t word, sls_sentence *out)
{
    const size_t place = sls_sorted_place(out->told, out->told_count, word);
    if (place < out->told_count && out->told[place] == word)
        return;
    memmove(out->told + place + 1, out->told + place,
            (out->told_count - place) * sizeof *out->told);
    out->told[place] = word;
    out->told_count++;
}

static void add_words(sls_str text, sls_sentence *out)
{
    char folded[WORD_BYTES];
    size_t n;
    while (out->count < SLS_SENTENCE_WORDS &&
           (n = sls_next_word(&text, folded, sizeof folded)) > 0) {
        const uint64_t word = sls_hash((sls_str){ folded, n });
        out->at[out->count++] = word;
        if (n >= SLS_TWIN_LETTERS)
            tell(word, out);
    }
}

static bool is_of_word(sls_str text, size_t at)
{
    return at < text.len && (sls_is_digit(text.ptr[at]) || sls_is_lower(sls_lower(text.ptr[at])));
}

/* Where the surface stands in the sentence: not the "5 orang" of "15 orang", nor an earlier one. */
static size_t place_in(sls_str quote, sls_str surface, size_t earlier)
{
    size_t last = SIZE_MAX;
    for (size_t from = 0; from < quote.len;) {
        const size_t found = sls_str_find(sls_str_slice(quote, from, quote.len), surface);
        if (found == SIZE_MAX)
            break;
        const size_t at = from + found;
        if (at == 0 || !is_of_word(quote, at - 1)) {
            last = at;
            if (earlier-- == 0)
                break;
        }
        from = at + 1;
    }
    return last;
}

void sls_sentence_read(const sls_claim *claim, size_t earlier, sls_sentence *out)
{
    const size_t at = place_in(claim->quote, claim->surface, earlier);
    out->count = out->told_count = out->before = 0;
    out->quoted = at != SIZE_MAX;
    if (!out->quoted)
        return;
    add_words(sls_str_slice(claim->quote, 0, at), out);
    out->before = out->count;
    add_words(sls_str_slice(claim->quote, at + claim->surface.len, claim->quote.len), out);
}

/* Words next to the two values that are the same one after the other: ahead of them, and behind. */
typedef struct {
    size_t left, right;
} run;

static run run_of(const sls_sentence *x, const sls_sentence *y)
{
    run out = { 0, 0 };
    while (out.left < x->before && out.left < y->before &&
           x->at[x->before - 1 - out.left] == y->at[y->before - 1 - out.left])
        out.left++;
    while (x->before + out.right < x->count && y->before + out.right < y->count &&
           x->at[x->before + out.right] == y->at[y->before + out.right])
        out.right++;
    return out;
}

/* Telling words that both sentences have. */
static size_t count_shared(const sls_sentence *x, const sls_sentence *y)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < x->told_count && j < y->told_count;) {
        const uint64_t a = x->told[i], b = y->told[j];
        shared += a == b;
        i += a <= b;
        j += b <= a;
    }
    return shared;
}

/* Telling words of a run, each once, as far as a copy needs them. */
static size_t count_run(const sls_sentence *s, run same)
{
    uint64_t met[SLS_TWIN_RUN_TOLD];
    size_t count = 0;
    for (size_t i = s->before - same.left; i < s->before + same.right && count < SLS_TWIN_RUN_TOLD;
         i++) {
        const size_t place = sls_sorted_place(s->told, s->told_count, s->at[i]);
        bool known = place >= s->told_count || s->told[place] != s->at[i];
        for (size_t k = 0; k < count && !known; k++)
            known = met[k] == s->at[i];
        if (!known)
            met[count++] = s->at[i];
    }
    return count;
}

sls_twin sls_twin_of(const sls_sentence *a, const sls_sentence *b)
{
    if (!a->quoted || !b->quoted)
        return SLS_TWIN_NONE;
    const run same = run_of(a, b);
    if (same.left + same.right >= SLS_TWIN_RUN && count_run(a, same) >= SLS_TWIN_RUN_TOLD)
        return SLS_TWIN_COPY;
    const size_t told = a->told_count <= b->told_count ? a->told_count : b->told_count;
    const size_t shared = count_shared(a, b);
    if (same.left + same.right >= SLS_TWIN_AROUND && shared >= SLS_TWIN_WORDS &&
        shared * 100 >= SLS_TWIN_HELD * told)
        return SLS_TWIN_LIKE;
    return shared >= SLS_TWIN_LOOSE_WORDS && shared * 100 >= SLS_TWIN_LOOSE_HELD * told
               ? SLS_TWIN_LOOSE
               : SLS_TWIN_NONE;
}
