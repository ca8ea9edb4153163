#include "profile/mask.h"

#include "profile/link.h"

#include <string.h>

static bool has(const sls_document *d, size_t i, unsigned flags)
{
    return sls_page_has(d, i, flags);
}

static size_t width(const sls_document *d, size_t i)
{
    return d->tokens.at[i].end - d->tokens.at[i].start;
}

/*
 * "[Pelabuhan](https://...)", "[bacajuga:Baca Juga](3809787 3617927)": the target of a link,
 * and its text too where the target is no more than numbers, which only the page understands.
 */
static size_t markup(const sls_document *d, size_t i, uint8_t *masked)
{
    enum { LONGEST = 24 };
    size_t middle = i + 1, after;
    bool numbers = true;

    while (middle < i + LONGEST && sls_page_mark(d, middle) != ']' &&
           has(d, middle, SLS_TOKEN_WORD | SLS_TOKEN_DIGITS | SLS_TOKEN_PUNCT))
        middle++;
    if (sls_page_mark(d, middle) != ']' || sls_page_mark(d, middle + 1) != '(' ||
        !has(d, middle + 1, SLS_TOKEN_GLUED))
        return i + 1;
    for (after = middle + 2; after < middle + LONGEST && sls_page_mark(d, after) != ')'; after++)
        numbers &= has(d, after, SLS_TOKEN_DIGITS);
    if (sls_page_mark(d, after) != ')')
        return i + 1;
    sls_page_mask(masked, numbers ? i : middle, after + 1);
    return numbers ? after + 1 : i + 1;
}

/*
 * "[12]", "[3,4]", "[5-7]". Four digits are a year that an editor put in, and "[9 dan 11
 * November]" is text.
 */
static size_t reference(const sls_document *d, size_t i, uint8_t *masked)
{
    size_t after = i + 1;

    while (has(d, after, SLS_TOKEN_DIGITS) && width(d, after) != 4) {
        const char next = sls_page_mark(d, after + 1);

        if (next == ']') {
            sls_page_mask(masked, i, after + 2);
            return after + 2;
        }
        if (next != ',' && next != '-')
            break;
        after += 2;
    }
    return markup(d, i, masked);
}

/* Whether a word that announces a telephone number stands within three tokens before `i`. */
static bool is_called(const sls_document *d, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++)
        if (has(d, i - back, SLS_TOKEN_WORD) && sls_page_is_marker(d, i - back, "phone"))
            return true;
    return false;
}

/* Whether token `i` goes on with a number: "25 000", "1.000". */
static bool continues(const sls_document *d, size_t i)
{
    const char mark = i > 0 ? sls_page_mark(d, i - 1) : 0;

    return (i > 0 && has(d, i - 1, SLS_TOKEN_DIGITS)) ||
           (i > 1 && (mark == '.' || mark == ',') && has(d, i, SLS_TOKEN_GLUED) &&
            has(d, i - 2, SLS_TOKEN_DIGITS));
}

/*
 * "+62 812-9009-3636", "0811-9787-670", "(021) 555 0101", "telepon 1500-701". A telephone
 * number begins with a zero or is announced, and has groups; an amount is neither.
 */
static size_t telephone(const sls_document *d, size_t first, uint8_t *masked)
{
    const bool plus = first > 0 && sls_page_mark(d, first - 1) == '+' && width(d, first) == 2;
    const bool zero = d->folded.text.ptr[d->tokens.at[first].start] == '0' && width(d, first) >= 3;
    size_t digits = width(d, first), after = first + 1, groups = 1;

    if ((!plus && width(d, first) < 3) || continues(d, first) ||
        (!plus && !zero && !is_called(d, first)))
        return first + 1;
    for (size_t next = after; !has(d, next, SLS_TOKEN_BREAK); next = after) {
        const char mark = sls_page_mark(d, next);

        next += mark == '-' || mark == ')' || (mark == '.' && has(d, next + 1, SLS_TOKEN_GLUED));
        if (!has(d, next, SLS_TOKEN_DIGITS) || width(d, next) < 3 || width(d, next) > 8)
            break;
        digits += width(d, next);
        after = next + 1;
        groups++;
    }
    if (digits < (plus || zero ? 9u : 6u) || (!plus && !zero && groups < 2))
        return first + 1;
    sls_page_mask(masked, first - plus, after);
    return after;
}

/* "- ảnh 1" and "- Foto 2:", the number of an image that a page glues to its caption. */
static size_t image_label(const sls_document *d, size_t i, uint8_t *masked)
{
    if (i < 2 || sls_page_mark(d, i - 2) != '-' || !has(d, i - 1, SLS_TOKEN_WORD) ||
        has(d, i - 1, SLS_TOKEN_GLUED) || width(d, i) > 2)
        return i + 1;
    const sls_form *form = sls_page_form(d, i - 1, SLS_C_BOILERPLATE);
    if (!form || !sls_str_eq(sls_form_value(form, SLS_C_BOILERPLATE), SLS_STR("photo")))
        return i + 1;
    sls_page_mask(masked, i - 2, i + 1);
    return i + 1;
}

static size_t digits(const sls_document *d, size_t i, uint8_t *masked)
{
    const size_t after = telephone(d, i, masked);
    return after > i + 1 ? after : image_label(d, i, masked);
}

/* The first token of the "baca juga" that the colon or dash at `i` follows, or `i`. */
static size_t see_also_start(const sls_document *d, size_t i)
{
    for (size_t back = 1; back <= 4 && back <= i; back++) {
        const sls_form *form = sls_page_form(d, i - back, SLS_C_BOILERPLATE);

        if (form && form->tokens >= back && form->tokens <= back + 1 &&
            (back > 1 || sls_page_mark(d, i) == ':') &&
            sls_str_eq(sls_form_value(form, SLS_C_BOILERPLATE), SLS_STR("see-also")))
            return i - back;
        if (has(d, i - back, SLS_TOKEN_BREAK))
            break;
    }
    return i;
}

/*
 * The first token behind a title that begins at `i`: capitalised words, short words between
 * them, numbers and marks, up to the end of the sentence. `*words` counts the words.
 */
static size_t title_end(const sls_document *d, size_t i, size_t *words, size_t *capitals)
{
    enum { LONGEST = 40 };
    size_t after = i;

    *words = *capitals = 0;
    for (; after < d->tokens.count && after < i + LONGEST &&
           !(after > i && has(d, after, SLS_TOKEN_SENTENCE));
         after++) {
        /* "Detik-detik": the second half of a doubled word is never a capital. */
        if (!has(d, after, SLS_TOKEN_WORD) || has(d, after, SLS_TOKEN_GLUED))
            continue;
        const bool capital = has(d, after, SLS_TOKEN_CAP);
        const sls_form *form = capital ? NULL : sls_lexicon_at(d->lang, &d->tokens, after);
        if (!capital && width(d, after) > 3 && !sls_form_is(form, SLS_C_STOP))
            break;
        ++*words;
        *capitals += capital;
    }
    return after;
}

/*
 * A page that runs on in one line holds "Baca juga:" with or without the title that it linked to:
 * in the news sample 275 of 494 have lost it. Six words in capitals are a title, fewer are the
 * next sentence's subject.
 */
static size_t see_also(const sls_document *d, size_t i, uint8_t *masked)
{
    enum { TITLE_WORDS = 6 };
    const size_t first = see_also_start(d, i);
    size_t words, capitals, after;

    if (first == i)
        return i + 1;
    after = title_end(d, i + 1, &words, &capitals);
    if (words < TITLE_WORDS || capitals * 5 < words * 3)
        after = i + 1;
    sls_page_mask(masked, first, after);
    return after;
}

static size_t colon(const sls_document *d, size_t i, uint8_t *masked)
{
    const size_t after = sls_link_scheme(d, i, masked);
    return after > i + 1 ? after : see_also(d, i, masked);
}

void sls_mask_tokens(const sls_document *d, uint8_t *masked)
{
    const sls_token *tokens = d->tokens.at;
    const char *text = d->folded.text.ptr;

    for (size_t m = 0; m < d->tokens.mark_count;) {
        const size_t i = d->tokens.marks[m];
        const unsigned flags = tokens[i].flags;
        size_t after = i + 1;

        if (flags & SLS_TOKEN_DIGITS) {
            after = digits(d, i, masked);
        } else if (flags & SLS_TOKEN_PUNCT) {
            switch (text[tokens[i].start]) {
            case ':':
                after = colon(d, i, masked);
                break;
            case '.':
                after = sls_link_domain(d, i, masked);
                break;
            case '-':
                after = flags & SLS_TOKEN_GLUED ? i + 1 : see_also(d, i, masked);
                break;
            case '@':
                after = sls_link_at(d, i, masked);
                break;
            case '#':
                after = sls_link_tag(d, i, masked);
                break;
            case '[':
                after = reference(d, i, masked);
                break;
            default:
                break;
            }
        }
        do
            m++;
        while (m < d->tokens.mark_count && d->tokens.marks[m] < after);
    }
}
