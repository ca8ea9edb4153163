#include "extract/amount/identifier.h"

enum {
    DOCUMENT_REACH = 4, /* items from "Peraturan" to "Nomor" */
    TOPIC_WORDS = 3     /* of what a law is about that tell it from others */
};

/*
 * Capitals, words by single spaces; a letter and a digit that are glued come apart (MH370), and in
 * a `code` those that a hyphen joins (GA-417), which others write without it.
 */
static sls_status spelled(const sls_items *items, size_t first, size_t last, bool code,
                          sls_arena *arena, sls_str *out)
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

        if (code && sls_str_eq(token, SLS_STR("-"))) {
            text[len++] = ' ';
            continue;
        }
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

    const uint32_t glued =
        items->document->tokens.at[items->at[last].first].flags & SLS_TOKEN_GLUED;

    if (glued && length_of(items, first + 1) < 3)
        return false; /* K3LM */
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
    status = spelled(items, (size_t)r->from[SLS_G_name], (size_t)r->to[SLS_G_name],
                     sls_str_list_has(SLS_STR("flight;registration"), *what), arena, value);
    if (status != SLS_OK || !sls_has(r, SLS_G_year))
        return status;
    year = sls_items_folded(items, (size_t)r->from[SLS_G_year], (size_t)r->to[SLS_G_year]);
    return sls_arena_concat3(arena, *value, SLS_STR("/"), year, value);
}

/* What sort of document the item names that is cited by a number, `dated`: and year; "" none. */
static sls_str document_at(const sls_item *item, bool dated)
{
    const sls_str object = sls_item_value(item, SLS_C_OBJECT);

    return object.len > 0 && (dated || item->shape & SLS_SHAPED(CAP)) &&
                   sls_lexicon_attribute(SLS_C_OBJECT, object, "numbered").len > 0
               ? object
               : (sls_str){ 0 };
}

/* In the reading itself ("UU Nomor 30"), else before it ("Peraturan Menteri Keuangan Nomor 27"). */
static sls_str document_of(const sls_items *items, const sls_reading *r)
{
    const size_t named = (size_t)r->from[SLS_G_name];
    const bool dated = sls_has(r, SLS_G_year); /* with its year it is one, whatever its letters */
    sls_str found;

    for (size_t i = r->first; i < named; i++)
        if ((found = document_at(&items->at[i], dated)).len > 0)
            return found;
    for (size_t i = r->first; i-- > 0 && i + DOCUMENT_REACH >= r->first;) {
        found = document_at(&items->at[i], dated);
        if (found.len > 0)
            return found;
        if (!(items->at[i].shape & SLS_SHAPED(CAP)))
            break;
    }
    return (sls_str){ 0 };
}

/* Whether a law's name goes on: its words have capitals. */
static bool is_titled(const sls_item *item)
{
    const uint64_t others = SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_WEEKDAY) | SLS_BIT(SLS_C_MONTH);

    return item->shape & SLS_SHAPED(CAP) && !(item->set & others);
}

sls_status sls_hyphenate(sls_arena *arena, sls_str *text)
{
    char *bytes = sls_arena_alloc(arena, text->len);

    if (!bytes)
        return SLS_ENOMEM;
    for (size_t i = 0; i < text->len; i++)
        bytes[i] = text->ptr[i] == ' ' ? '-' : text->ptr[i];
    text->ptr = bytes;
    return SLS_OK;
}

sls_status sls_identifier_document(const sls_items *items, const sls_reading *r, sls_arena *arena,
                                   sls_str *out)
{
    size_t i = r->last + 1, words = 0;
    sls_status status = SLS_OK;

    *out = sls_has(r, SLS_G_name) ? document_of(items, r) : (sls_str){ 0 };
    if (out->len == 0 || !sls_item_says(&items->at[i], SLS_C_CLAUSE, "topic"))
        return SLS_OK;
    for (i++; words < TOPIC_WORDS && status == SLS_OK && is_titled(&items->at[i]); i++)
        status = sls_arena_concat3(arena, *out, words++ > 0 ? SLS_STR("-") : SLS_STR(":"),
                                   sls_items_folded(items, i, i), out);
    if (status == SLS_OK && sls_str_find_byte(*out, ' ') != SIZE_MAX)
        status = sls_hyphenate(arena, out);
    return status;
}

bool sls_identifier_has_year(const sls_items *items, size_t n)
{
    const sls_item *at = items->at;

    if (n < 2 || !(at[n - 1].shape & SLS_SHAPED(NUM)))
        return false;
    return sls_item_says(&at[n - 2], SLS_C_LITERAL, "no") ||
           (n > 2 && at[n - 2].symbol == '.' && sls_item_says(&at[n - 3], SLS_C_LITERAL, "no"));
}
