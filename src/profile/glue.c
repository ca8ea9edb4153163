#include "profile/glue.h"

#include "base/ascii.h"

#include <string.h>

enum {
    SHORTEST = 5,       /* letters of a word that is two: "diJakarta" has nine, "keUSA" five */
    SHORTEST_RIGHT = 3, /* "padaSenin"; "kWh", "eBay" are words */
    SHORTEST_PLACE = 4  /* "JakartaArmand": a dateline without its dash */
};

/* Where the second half of an ASCII word begins, or 0: its first capital behind a small letter. */
static size_t seam(sls_str word)
{
    for (size_t i = 1; i + SHORTEST_RIGHT <= word.len; i++)
        if (sls_is_upper(word.ptr[i]) && sls_is_lower(word.ptr[i - 1]))
            return sls_is_lower(word.ptr[i + 1]) ? i : 0;
    return 0;
}

/* Whether `left` can end where another word begins: a word in small letters, or a place. */
static bool is_half(sls_lang lang, sls_str left, bool capital)
{
    const uint64_t places =
        UINT64_C(1) << SLS_C_PLACE | UINT64_C(1) << SLS_C_CAPITAL | UINT64_C(1) << SLS_C_COUNTRY;
    const sls_form *form;

    if (left.len < 2 || (capital && left.len < SHORTEST_PLACE))
        return false;
    form = sls_lexicon_form(lang, left);
    return form && (!capital || form->set & places);
}

/* The length of the first half of token `i`, or 0: it is one word. */
static size_t first_half(sls_lang lang, const sls_tokens *tokens, size_t i)
{
    const sls_token *t = &tokens->at[i];
    sls_str origin;
    size_t at;

    if (!(t->flags & SLS_TOKEN_SEAM) || t->word != 0 || t->flags & SLS_TOKEN_ALLCAPS ||
        t->end - t->start < SHORTEST)
        return 0;
    origin = sls_token_origin(tokens, i, i);
    if (origin.len != t->end - t->start)
        return 0;
    at = seam(origin);
    return at > 0 && is_half(lang, sls_str_slice(sls_token_text(tokens, i), 0, at),
                             sls_is_upper(origin.ptr[0]))
               ? at
               : 0;
}

sls_status sls_glue_part(sls_lang lang, sls_arena *arena, sls_tokens *tokens)
{
    sls_token *parted;
    size_t first = 0, mark = 0, n;

    if (!(tokens->flags & SLS_TOKEN_SEAM))
        return SLS_OK; /* as in most articles */
    while (first < tokens->count && first_half(lang, tokens, first) == 0)
        first++;
    if (first == tokens->count)
        return SLS_OK;
    parted = sls_arena_alloc(arena, (2 * tokens->count - first) * sizeof *parted);
    if (!parted)
        return SLS_ENOMEM;
    memcpy(parted, tokens->at, first * sizeof *parted);
    n = first;
    while (mark < tokens->mark_count && tokens->marks[mark] < first)
        mark++;
    for (size_t i = first; i < tokens->count; i++) {
        const size_t half = first_half(lang, tokens, i);

        if (mark < tokens->mark_count && tokens->marks[mark] == i)
            tokens->marks[mark++] = (uint32_t)n; /* a second half is none */
        parted[n++] = tokens->at[i];
        if (half == 0)
            continue;
        parted[n] = parted[n - 1];
        parted[n - 1].end = parted[n].start = parted[n].start + (uint32_t)half;
        parted[n++].flags = SLS_TOKEN_WORD | SLS_TOKEN_CAP | SLS_TOKEN_GLUED;
        sls_lexicon_number(&(sls_tokens){ tokens->folded, &parted[n - 2], 2, NULL, 0, 0 });
    }
    tokens->at = parted;
    tokens->count = n;
    return SLS_OK;
}
