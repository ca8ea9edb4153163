#include "extract/identifier.h"

/* Capitals, words by single spaces; a letter and a digit that are glued come apart (MH370). */
static sls_status spelled(const sls_items *items, size_t first, size_t last, sls_arena *arena,
                          sls_str *out)
{
    const sls_tokens *t = &items->document->tokens;
    const uint32_t end = items->at[last].last;
    const size_t room = sls_items_folded(items, first, last).len * 2 + 1;
    char *text = sls_arena_alloc(arena, room);
    size_t len = 0;

    if (!text)
        return SLS_ENOMEM;
    for (uint32_t i = items->at[first].first; i <= end; i++) {
        const sls_str token = sls_token_text(t, i);
        const bool word = i > items->at[first].first && !(t->at[i].flags & SLS_TOKEN_PUNCT) &&
                          !(t->at[i - 1].flags & SLS_TOKEN_PUNCT);

        if (word)
            text[len++] = ' ';
        for (size_t k = 0; k < token.len; k++)
            text[len++] = token.ptr[k] >= 'a' && token.ptr[k] <= 'z'
                              ? (char)(token.ptr[k] - 'a' + 'A')
                              : token.ptr[k];
    }
    *out = (sls_str){ text, len };
    return SLS_OK;
}

static size_t length_of(const sls_items *items, int32_t item)
{
    return sls_items_folded(items, (size_t)item, (size_t)item).len;
}

/* B 1234 XYZ: one or two letters, up to four digits, up to three letters. */
static bool is_plate(const sls_items *items, const sls_reading *r)
{
    const int32_t first = r->from[SLS_G_name], last = r->to[SLS_G_name];

    return last == first + 2 && length_of(items, first) <= 2 && length_of(items, first + 1) <= 4 &&
           length_of(items, last) <= 3;
}

sls_status sls_identifier_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                             sls_str *what, sls_str *value)
{
    sls_status status;
    sls_str year;

    *what = r->pattern->make;
    if (!sls_has(r, SLS_G_name) || (sls_str_eq(*what, SLS_STR("plate")) && !is_plate(items, r)))
        return SLS_ENOTFOUND;
    if (what->len == 0)
        *what = sls_items_folded(items, r->first, r->first);
    status = spelled(items, (size_t)r->from[SLS_G_name], (size_t)r->to[SLS_G_name], arena, value);
    if (status != SLS_OK || !sls_has(r, SLS_G_year))
        return status;
    year = sls_items_folded(items, (size_t)r->from[SLS_G_year], (size_t)r->to[SLS_G_year]);
    return sls_arena_format(arena, value, "%.*s/%.*s", SLS_FMT(*value), SLS_FMT(year));
}
