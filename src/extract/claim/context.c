#include "extract/claim/context.h"

#include <string.h>

enum {
    MOST = 24,
    SHORTEST = 4,                       /* bytes of a word */
    REACH = 2 * SLS_SENTENCE_REACH + 1, /* items of a sentence that are looked at */
    WHOLE = SLS_FOLD_PAD                /* bytes that can be read at any place of folded text */
};

/*
 * Words and which place each has in order. Nothing foretells which words a text has, so that it is
 * counted how many are before a word, without a branch, where sorting would be wrong half of the
 * time; the first bytes as a number mostly decide.
 */
typedef struct {
    uint64_t head[MOST];
    size_t rank[MOST];
    sls_str text[MOST];
    size_t count;
} words;

/* Words that carry content: no function words, no lexicon words of grammar. */
static inline bool is_content(const sls_item *item)
{
    const uint64_t grammar = SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_NUMBER) |
                             SLS_BIT(SLS_C_MONTH) | SLS_BIT(SLS_C_WEEKDAY) |
                             SLS_BIT(SLS_C_DATEWORD) | SLS_BIT(SLS_C_DEICTIC) |
                             SLS_BIT(SLS_C_RELTIME) | SLS_BIT(SLS_C_SPEECH) | SLS_BIT(SLS_C_MODAL) |
                             SLS_BIT(SLS_C_NEGATION) | SLS_BIT(SLS_C_HEDGE) |
                             SLS_BIT(SLS_C_APPOSITION) | SLS_BIT(SLS_C_CLASSIFIER);

    return ((item->set & grammar) == 0) &
           ((item->shape & (SLS_SHAPED(LOWER) | SLS_SHAPED(CAP))) != 0);
}

/* The first eight bytes, highest first; folded text has zeros to read behind its end. */
static uint64_t head_of(sls_str text)
{
    uint64_t head;

    memcpy(&head, text.ptr, sizeof head);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    head = __builtin_bswap64(head);
#endif
    return text.len < sizeof head ? head & ~(UINT64_MAX >> 8 * text.len) : head;
}

/* Where some word has the same first bytes. False: it is the same word. */
static bool rank_alike(words *w, sls_str text, uint64_t head)
{
    size_t rank = 0;

    for (size_t i = 0; i < w->count; i++)
        if (sls_str_eq(w->text[i], text))
            return false;
    for (size_t i = 0; i < w->count; i++) {
        const bool before =
            w->head[i] != head ? w->head[i] < head : sls_str_cmp(w->text[i], text) < 0;

        rank += before;
        w->rank[i] += !before;
    }
    w->rank[w->count] = rank;
    return true;
}

static void add(words *w, sls_str text)
{
    const uint64_t head = head_of(text);
    const size_t count = w->count;
    uint64_t *const heads = w->head;
    size_t *const ranks = w->rank;
    size_t rank = 0;
    bool alike = false;

    for (size_t i = 0; i < count; i++) {
        rank += heads[i] < head;
        ranks[i] += head < heads[i];
        alike |= heads[i] == head;
    }
    ranks[count] = rank;
    if (alike) {
        for (size_t i = 0; i < count; i++)
            ranks[i] -= head < heads[i];
        if (!rank_alike(w, text, head))
            return;
    }
    heads[count] = head;
    w->text[count] = text;
    w->count = count + 1;
}

static void find(const sls_items *items, size_t begin, size_t end, words *out)
{
    size_t at[REACH], count = 0;

    for (size_t i = begin; i < end && count < REACH; i++) {
        at[count] = i;
        count += is_content(&items->at[i]);
    }
    for (size_t k = 0; k < count && out->count < MOST; k++) {
        const sls_item *item = &items->at[at[k]];
        const sls_str text = sls_items_folded(items, at[k], at[k]);

        if (text.len >= SHORTEST &&
            (item->first == item->last || sls_str_find_byte(text, ';') == SIZE_MAX))
            add(out, text);
    }
}

/* Writes `text`, and up to WHOLE bytes behind it; most words are shorter. */
static char *put(char *to, sls_str text)
{
    memcpy(to, text.ptr, WHOLE);
    if (text.len > WHOLE)
        memcpy(to, text.ptr, text.len);
    return to + text.len;
}

sls_status sls_context_of(const sls_scene *scene, size_t begin, size_t end, sls_str *out)
{
    sls_str sorted[MOST];
    size_t total = WHOLE;
    words found;
    char *bytes, *to;

    found.count = 0;
    *out = (sls_str){ 0 };
    find(scene->items, begin, end, &found);
    if (found.count == 0)
        return SLS_OK;
    for (size_t i = 0; i < found.count; i++) {
        sorted[found.rank[i]] = found.text[i];
        total += found.text[i].len + 1;
    }
    bytes = to = sls_arena_alloc(scene->arena, total);
    if (!bytes)
        return SLS_ENOMEM;
    for (size_t i = 0; i < found.count; i++) {
        to = put(to, sorted[i]);
        *to++ = ';';
    }
    *out = (sls_str){ bytes, (size_t)(to - bytes) - 1 };
    return SLS_OK;
}
