#include "profile/zone.h"

#include "profile/caption.h"
#include "profile/dateline.h"
#include "profile/furniture.h"
#include "profile/link.h"

/* What stands for the text of a paragraph in comparisons. */
static sls_str text_of(const sls_page *page, const sls_paragraph *p)
{
    const sls_token *tokens = page->document->tokens.at;
    return sls_str_slice(page->document->folded.text, tokens[p->first].start, tokens[p->last].end);
}

/* "Judul" and "Judul: KABAR", which pages make of it for their window. */
static bool is_title(const sls_page *page, const sls_paragraph *p, sls_str title)
{
    enum { SUFFIX = 24 };
    const sls_str text = text_of(page, p);

    return title.len > 0 && sls_str_starts(text, title) && text.len - title.len <= SUFFIX;
}

/* "[12] ..." is 2, "12. ..." 1, anything else 0. */
static int numbered(const sls_page *page, const sls_paragraph *p)
{
    const sls_document *d = page->document;

    if (sls_page_mark(d, p->first) == '[' &&
        sls_page_has(d, (size_t)p->first + 1, SLS_TOKEN_DIGITS) &&
        sls_page_mark(d, (size_t)p->first + 2) == ']')
        return 2;
    return sls_page_has(d, p->first, SLS_TOKEN_DIGITS) &&
           sls_page_mark(d, (size_t)p->first + 1) == '.' && p->last > p->first + 1;
}

/* A line that names a domain is a reporter's ("Laporan Wartawan KABAR.com, Budi Uji"). */
static bool has_mask(const sls_page *page, const sls_paragraph *p)
{
    for (size_t i = p->first; i <= p->last; i++) {
        if (page->masked[i])
            return true;
    }
    return false;
}

/*
 * Whether the line could be a headline by its shape: short, one sentence without a stop, and
 * what follows begins anew. A line cut at a link goes on in lower case, or with a dash.
 */
static bool is_headline(const sls_page *page, size_t i)
{
    enum { SHORTEST = 4, LONGEST = 24 };
    const sls_paragraph *p = &page->at[i];

    if (i + 1 >= page->count || p->zone != SLS_ZONE_BODY || p->sentences > 1 || p->full ||
        p->words < SHORTEST || p->words > LONGEST)
        return false;
    const sls_paragraph *next = &page->at[i + 1];
    const char last = sls_page_mark(page->document, p->last);
    const char first = sls_page_mark(page->document, next->first);

    if (page->document->tokens.at[p->first].flags & SLS_TOKEN_WORD &&
        !(page->document->tokens.at[p->first].flags & SLS_TOKEN_CAP))
        return false;
    if (numbered(page, p) || has_mask(page, p))
        return false;

    if (last == ':' || last == ',' || last == ';' || last == '(' || last == '-')
        return false;
    if (first && first != '"' && first != '(' && first != '\'')
        return false;
    return !(page->document->tokens.at[next->first].flags & SLS_TOKEN_WORD) ||
           (page->document->tokens.at[next->first].flags & SLS_TOKEN_CAP);
}

/*
 * The title where it stands among the first lines, or else the first line that looks like one:
 * only furniture and single words ("Nasional", an author) may come before it. A title that stands
 * apart is a headline whatever the text begins with.
 */
static void mark_headline(sls_page *page, sls_str title)
{
    enum { HEAD = 6, FEW = 3 };
    const bool apart = page->document->head > 0 && page->count > 0;

    if (apart)
        page->at[0].zone = SLS_ZONE_HEADLINE;
    for (size_t i = apart; i < page->count && i < HEAD; i++) {
        if (is_title(page, &page->at[i], title)) {
            page->at[i].zone = SLS_ZONE_HEADLINE;
            return;
        }
    }
    for (size_t i = apart; i < page->count && i < HEAD; i++) {
        sls_paragraph *p = &page->at[i];

        if (p->zone == SLS_ZONE_BODY && sls_dateline_read(page, p->first).after > 0)
            return;
        if (is_headline(page, i)) {
            p->zone = SLS_ZONE_HEADLINE;
            return;
        }
        if (p->zone == SLS_ZONE_BODY && (p->words > FEW || p->words == 0))
            return;
    }
}

/* A link, or "(2023, July 27)" and "(n.d.)" as references write their dates. */
static bool cites(const sls_page *page, const sls_paragraph *p, bool year_is_enough)
{
    const sls_document *d = page->document;

    for (size_t i = p->first; i + 2 <= p->last; i++) {
        if (sls_page_mark(d, i) == '/' && sls_page_mark(d, i + 1) == '/' && page->masked[i])
            return true;
        if (year_is_enough && sls_page_mark(d, i) == '(' &&
            ((sls_page_has(d, i + 1, SLS_TOKEN_DIGITS) && sls_page_word(d, i + 1).len == 4) ||
             (sls_str_eq(sls_page_word(d, i + 1), SLS_STR("n")) && sls_page_mark(d, i + 2) == '.')))
            return true; /* "(2023, July 27)", "(n.d.)" */
    }
    return false;
}

/* Runs of numbered lines that reach into the second half, most of which cite something. */
static void mark_references(sls_page *page)
{
    const size_t half = page->document->tokens.count / 2;

    for (size_t i = 0, end; i < page->count; i = end) {
        const int style = numbered(page, &page->at[i]);
        size_t citing = 0;

        end = i + 1;
        if (!style)
            continue;
        for (end = i; end < page->count && numbered(page, &page->at[end]) == style; end++)
            citing += cites(page, &page->at[end], style == 2);
        if (citing < 2 || citing * 2 < end - i || page->at[end - 1].last < half)
            continue;
        for (size_t k = i; k < end; k++)
            page->at[k].zone = SLS_ZONE_REFERENCE;
    }
}

/* "Referensi", "Daftar Pustaka:" alone on a line: a list of what was read begins. */
static bool heads_references(const sls_page *page, const sls_paragraph *p)
{
    enum { LONGEST = 3 };
    const sls_form *form = sls_page_form(page->document, p->first, SLS_C_BOILERPLATE);

    return p->words <= LONGEST && form && form->tokens >= p->last - p->first &&
           sls_str_eq(sls_form_value(form, SLS_C_BOILERPLATE), SLS_STR("references"));
}

/* Lines behind such a heading, as long as they cite; a line between two that do may not. */
static void mark_listed(sls_page *page)
{
    for (size_t i = 0; i + 1 < page->count; i++) {
        size_t end = i + 1;

        if (!heads_references(page, &page->at[i]))
            continue;
        while (end < page->count &&
               (cites(page, &page->at[end], true) ||
                (end + 1 < page->count && cites(page, &page->at[end + 1], true))))
            end++;
        if (end == i + 1)
            continue;
        page->at[i].zone = SLS_ZONE_BOILERPLATE;
        for (size_t k = i + 1; k < end; k++)
            page->at[k].zone = SLS_ZONE_REFERENCE;
    }
}

/* Whether the article's page marks paragraph `p` as one. */
static bool is_marked_caption(const sls_page *page, const sls_paragraph *p)
{
    const sls_document *const d = page->document;
    const sls_article *const article = d->article;
    if (article->caption_count == 0)
        return false;
    const size_t read = sls_fold_origin(&d->folded, d->tokens.at[p->first].start);
    if (read < d->head)
        return false;
    const size_t at = read - d->head;
    for (size_t i = 0; i < article->caption_count && article->captions[i].start <= at; i++)
        if (at < article->captions[i].end)
            return true;
    return false;
}

static void mark_captions(sls_page *page)
{
    size_t last = page->count;

    while (last > 0 && page->at[last - 1].zone != SLS_ZONE_BODY)
        last--;
    for (size_t i = 0; i < page->count; i++) {
        sls_paragraph *p = &page->at[i];

        if (is_marked_caption(page, p) ||
            (p->zone == SLS_ZONE_BODY && sls_caption_is(page, p, i + 1 >= last)))
            p->zone = SLS_ZONE_CAPTION;
    }
}

void sls_zone_mark(sls_page *page, sls_str title)
{
    mark_references(page);
    mark_listed(page);
    sls_furniture_mark(page);
    mark_captions(page);
    mark_headline(page, title);
    sls_furniture_mark_rest(page);
}

size_t sls_zone_body(const sls_page *page)
{
    size_t i = 0;

    while (i < page->count && page->at[i].zone != SLS_ZONE_BODY)
        i++;
    return i;
}
