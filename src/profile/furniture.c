#include "profile/furniture.h"

#include <string.h>

/* The marker with which a paragraph begins, and what follows it. */
typedef struct {
    sls_str value; /* of BOILERPLATE; "" none */
    size_t tokens; /* of the form */
    bool colon;
    size_t rest; /* words behind it */
} marker;

static sls_str value_at(const sls_page *page, size_t i, size_t *tokens)
{
    const sls_form *form = sls_page_form(page->document, i, SLS_C_BOILERPLATE);

    *tokens = form ? form->tokens : 0;
    return sls_form_value(form, SLS_C_BOILERPLATE);
}

static marker read_marker(const sls_page *page, const sls_paragraph *p)
{
    const sls_document *d = page->document;
    marker m = { .rest = 0 };
    size_t i = p->first, words = 0;

    while (i < p->last && i < (size_t)p->first + 3 && sls_page_has(d, i, SLS_TOKEN_PUNCT) &&
           m.value.len == 0) {
        m.value = value_at(page, i, &m.tokens); /* "(tribunnews" is a form itself */
        i += m.value.len == 0;
    }
    if (m.value.len == 0)
        m.value = value_at(page, i, &m.tokens);
    if (m.value.len == 0)
        return m;
    for (size_t k = p->first; k < i + m.tokens; k++)
        words += sls_page_has(d, k, SLS_TOKEN_WORD);
    m.colon = sls_page_mark(d, i + m.tokens - 1) == ':' || sls_page_mark(d, i + m.tokens) == ':';
    m.rest = p->words - words;
    return m;
}

static bool is(const marker *m, const char *value)
{
    return sls_str_eq(m->value, sls_str_of(value));
}

/*
 * Whether the marker makes boilerplate of its whole paragraph. Many markers are plain words too
 * ("masuk", "foto", "forum"), so how much follows them decides.
 */
static bool is_furniture(const sls_page *page, const marker *m, const sls_paragraph *p)
{
    if (m->value.len == 0)
        return false;
    if (is(m, "menu"))
        return m->rest == 0 || (m->tokens > 2 && !p->full);
    if (is(m, "ad"))
        return m->rest <= 3 && !p->full;
    if (is(m, "share"))
        return m->rest <= 3 && !p->full;
    if (is(m, "tag"))
        return m->rest == 0 || (m->colon && m->rest <= 20);
    if (is(m, "comment"))
        return m->rest <= 2 && !p->full;
    if (is(m, "byline")) /* "By Jane Doe, Staff Writer" */
        return m->rest >= 2 && m->rest <= 8 && !p->full &&
               sls_page_capitals(page->document, p) + 1 >= p->words;
    if (is(m, "credit"))
        return m->colon ? m->rest <= 15 : m->rest <= 12 && m->tokens > 1;
    if (!is(m, "see-also"))
        return false;
    if (m->colon)
        return m->rest <= 30;
    if (m->tokens == 1)
        return p->full ? m->rest == 0 : m->rest <= 4;
    return p->full ? m->rest <= 10 : m->rest <= 30;
}

/*
 * Whether a paragraph could be the title that a lone "Baca juga:" links to. In a seed of the
 * project the marker stands alone and the next line is a paragraph of two sentences: it stays body.
 */
static bool is_title(const sls_paragraph *p)
{
    return p->sentences == 1 && !p->full && p->words <= 25;
}

static void mark_markers(sls_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        sls_paragraph *p = &page->at[i];
        const marker m = read_marker(page, p);

        if (p->zone != SLS_ZONE_BODY || !is_furniture(page, &m, p))
            continue;
        p->zone = SLS_ZONE_BOILERPLATE;
        if (m.rest == 0 && m.colon && is(&m, "see-also") && i + 1 < page->count &&
            is_title(&page->at[i + 1]))
            page->at[i + 1].zone = SLS_ZONE_BOILERPLATE;
    }
}

/*
 * Behind "Tinggalkan komentar" in the second half nothing belongs to the article; "Forum" and
 * "Komentar" alone may head a section, so they must stand in the last quarter.
 */
static void mark_footer(sls_page *page)
{
    const size_t tokens = page->document->tokens.count;

    for (size_t i = 0; i < page->count; i++) {
        const sls_paragraph *p = &page->at[i];

        if (p->zone != SLS_ZONE_BOILERPLATE || p->words > 4)
            continue;
        const marker m = read_marker(page, p);
        if (!is(&m, "comment") || p->first < tokens - tokens / (m.tokens > 1 ? 2 : 4))
            continue;
        for (; i < page->count; i++)
            page->at[i].zone = SLS_ZONE_BOILERPLATE;
    }
}

/* "(bud/uji)", "(*)", "[ab/th]": who wrote and who edited, in a paragraph of its own. */
static bool is_signature(const sls_page *page, const sls_paragraph *p)
{
    const char open = sls_page_mark(page->document, p->first);
    const char close = sls_page_mark(page->document, p->last);

    return p->words <= 5 && p->last > p->first &&
           ((open == '(' && close == ')') || (open == '[' && close == ']'));
}

/* "Bagikan" at the end of a menu, a tag: "pelabuhan", "piala dunia 2026 zona asia". */
static bool is_tail(const sls_page *page, const sls_paragraph *p)
{
    const size_t tokens = (size_t)p->last - p->first + 1;
    size_t names = 0;

    if (p->ended || p->sentences > 1)
        return false;
    if (tokens <= 2)
        return true;
    for (size_t i = p->first; i <= p->last; i++)
        names += sls_page_has(page->document, i, SLS_TOKEN_WORD | SLS_TOKEN_DIGITS);
    return p->words > 0 && names <= 6 && names == tokens &&
           sls_page_capitals(page->document, p) == 0;
}

/* Behind who wrote it, an article is over, if nothing that follows is a sentence. */
static void mark_after_signature(sls_page *page)
{
    enum { SHORT = 12 };
    size_t first = page->count;

    for (size_t i = page->count; i > 1; i--) {
        const sls_paragraph *p = &page->at[i - 1];

        if (is_signature(page, p) && p->zone == SLS_ZONE_BODY)
            first = i - 1;
        else if (p->full || p->words > SHORT)
            break;
    }
    for (size_t i = first; i < page->count; i++)
        page->at[i].zone = SLS_ZONE_BOILERPLATE;
}

/* From the end backwards: menus, tags and signatures, until something says more. */
static void mark_tail(sls_page *page)
{
    size_t i = page->count;

    while (i > 1) {
        sls_paragraph *p = &page->at[i - 1];

        if (p->zone != SLS_ZONE_BOILERPLATE && p->zone != SLS_ZONE_CAPTION) {
            if (p->zone != SLS_ZONE_BODY || !is_tail(page, p))
                break;
            p->zone = SLS_ZONE_BOILERPLATE;
        }
        i--;
    }
}

static bool is_same(const sls_page *page, const sls_paragraph *a, const sls_paragraph *b)
{
    const sls_token *tokens = page->document->tokens.at;
    const sls_str text = page->document->folded.text;

    return sls_str_eq(sls_str_slice(text, tokens[a->first].start, tokens[a->last].end),
                      sls_str_slice(text, tokens[b->first].start, tokens[b->last].end));
}

/* A page for narrow and for wide screens says its captions twice: one reading of them is enough. */
static void mark_repeated(sls_page *page)
{
    for (size_t i = 1; i < page->count; i++) {
        if (page->at[i].words >= 4 && is_same(page, &page->at[i], &page->at[i - 1]))
            page->at[i].zone = SLS_ZONE_BOILERPLATE;
    }
}

/* A line-up or a calendar is set like titles, but tells what the article is about. */
static bool is_list(const sls_page *page, const sls_paragraph *p)
{
    for (size_t i = p->first; i <= p->last; i++) {
        if (sls_page_mark(page->document, i) == ';' ||
            (sls_page_has(page->document, i, SLS_TOKEN_DIGITS) &&
             sls_page_form(page->document, i + 1, SLS_C_MONTH)))
            return true;
    }
    return false;
}

/* Whether paragraph `i` begins as one does that owes nothing to the line before it. */
static bool begins_anew(const sls_page *page, size_t i)
{
    return i == page->count || page->document->tokens.at[page->at[i].first].flags & SLS_TOKEN_CAP ||
           sls_page_mark(page->document, page->at[i].first) == '"';
}

/*
 * The title of another article, set as a link between two paragraphs: words in capitals and no
 * stop, where the paragraph before it has ended and the next one begins anew.
 */
static void mark_titles(sls_page *page)
{
    enum { SHORTEST = 6, LONGEST = 25 };

    for (size_t i = 1; i < page->count; i++) {
        sls_paragraph *p = &page->at[i];

        if (p->zone == SLS_ZONE_BODY && p->sentences == 1 && !p->full && p->words >= SHORTEST &&
            p->words <= LONGEST && page->at[i - 1].ended && begins_anew(page, i) &&
            begins_anew(page, i + 1) && !sls_page_mark(page->document, p->last) &&
            sls_page_capitals(page->document, p) * 3 >= p->words * 2 && !is_list(page, p))
            p->zone = SLS_ZONE_BOILERPLATE;
    }
}

void sls_furniture_mark(sls_page *page)
{
    mark_markers(page);
    mark_footer(page);
    mark_repeated(page);
}

void sls_furniture_mark_rest(sls_page *page)
{
    mark_titles(page);
    mark_after_signature(page);
    mark_tail(page);
}

bool sls_furniture_credit(const sls_page *page, size_t i, size_t *after)
{
    size_t tokens;

    if (!sls_str_eq(value_at(page, i, &tokens), SLS_STR("credit")))
        return false;
    *after = i + tokens;
    *after += sls_page_mark(page->document, *after) == ':';
    return true;
}
