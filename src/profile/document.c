#include "profile/document.h"

#include "profile/dateline.h"
#include "profile/furniture.h"
#include "profile/glue.h"
#include "profile/headline.h"
#include "profile/language.h"
#include "profile/mask.h"
#include "profile/page.h"
#include "profile/stamp.h"
#include "profile/zone.h"

#include <string.h>

/* What sentence.c asks of the lexicon: forms end in the stop that it stands before. */
typedef struct {
    const sls_tokens *tokens;
    sls_lang lang;
} abbreviations;

/*
 * "Dr." is one form; so is "S.Pd.", whose last part is asked for: then the form begins two or
 * four tokens earlier.
 */
static bool is_abbreviation(void *context, size_t i)
{
    enum { LONGEST = 6, PARTS = 4 };
    const abbreviations *a = context;

    if (a->tokens->at[i].end - a->tokens->at[i].start > LONGEST)
        return false;
    for (size_t back = 0; back <= PARTS && back <= i; back++) {
        const sls_word *word = &sls_lexicon_words[a->tokens->at[i - back].word];
        const sls_form *form = NULL;

        if (sls_lexicon_goes_on(word->first[a->lang].follow, a->tokens, i - back + 1))
            form = sls_lexicon_at(a->lang, a->tokens, i - back);

        if (form && form->tokens >= back + 2 &&
            (sls_form_is(form, SLS_C_ABBREVIATION) || form->tokens > back + 2))
            return true; /* or the stop lies within a longer form: Sept. 11 */
        if (a->tokens->at[i - back].flags & (SLS_TOKEN_BREAK | SLS_TOKEN_DIGITS))
            break;
        if (back % 2 == 0 && !(a->tokens->at[i - back].flags & SLS_TOKEN_GLUED))
            break;
    }
    return false;
}

static sls_status read_text(sls_document *d, sls_arena *arena)
{
    sls_status status = sls_headline_join(d->article, arena, &d->text, &d->head);
    abbreviations context;

    if (status == SLS_OK)
        status = sls_fold(d->text, arena, &d->folded);
    if (status == SLS_OK)
        status = sls_tokenise(&d->folded, arena, &d->tokens);
    if (status != SLS_OK)
        return status;
    sls_lexicon_number(&d->tokens);
    if (sls_lang_of(d->article->lang, &d->lang) != SLS_OK)
        d->lang = sls_language_of(&d->tokens);
    status = sls_glue_part(d->lang, arena, &d->tokens);
    if (status != SLS_OK)
        return status;
    context = (abbreviations){ &d->tokens, d->lang };
    return sls_sentences(&d->tokens, is_abbreviation, &context, arena, &d->sentences);
}

static sls_status read_lines(sls_document *d, sls_arena *arena)
{
    const char *text = d->article->text.ptr, *end = text + d->article->text.len;
    size_t count = 1;
    size_t *lines;

    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    lines = sls_arena_calloc(arena, count, sizeof *lines);
    if (!lines)
        return SLS_ENOMEM;
    d->lines = lines;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        *++lines = (size_t)(at - text) + 1;
    d->line_count = count;
    return SLS_OK;
}

/* The dateline of the body, whose first lines may be a reporter's name. */
static void read_dateline(sls_document *d, const sls_page *page)
{
    enum { TRIES = 4 };

    for (size_t i = sls_zone_body(page), tries = 0; i < page->count && tries < TRIES; i++) {
        if (page->at[i].zone != SLS_ZONE_BODY)
            continue;
        const sls_dateline line = sls_dateline_read(page, page->at[i].first);
        tries++;
        if (line.after == 0)
            continue;
        d->dateline_first = page->at[i].first;
        d->dateline_after = (uint32_t)line.after;
        if (d->source.len == 0)
            d->source = line.source;
        if (d->credit.len == 0)
            d->credit = line.credit;
        return;
    }
}

/*
 * "REUTERS", "sumber : Antara", "KABAR.com": a line near the end that is nothing but a name says
 * whose text it is. It makes no claim. An outlet behind "Sumber:" was only drawn upon.
 */
static void read_signature(sls_document *d, const sls_page *page)
{
    enum { TAIL = 6, MARKS = 2 };
    const size_t first = page->count > TAIL ? page->count - TAIL : 1;

    for (size_t i = page->count; i > first; i--) {
        sls_paragraph *p = &page->at[i - 1];
        size_t at = p->first;
        const bool credited = sls_furniture_credit(page, at, &at);

        at += sls_page_mark(d, at) == '(';
        if (at > p->last || !sls_page_has(d, at, SLS_TOKEN_CAP))
            continue;
        const sls_page_forms forms = sls_page_forms_at(d, at);
        const sls_form *agency = sls_page_pick(forms, SLS_C_AGENCY);
        const sls_form *outlet = credited ? NULL : sls_page_pick(forms, SLS_C_OUTLET);
        const sls_form *name = agency ? agency : outlet;
        if (!name || at + name->tokens + MARKS < (size_t)p->last + 1)
            continue;
        if (agency && d->credit.len == 0)
            d->credit = sls_form_value(agency, SLS_C_AGENCY);
        if (!agency && d->source.len == 0)
            d->source = sls_form_value(outlet, SLS_C_OUTLET);
        p->zone = SLS_ZONE_BOILERPLATE;
    }
}

/*
 * The dates among paragraphs [first, after), each a line of its own: they make no claims. Writes
 * the first of them to `*date`, and how many there are to `*count`.
 */
static sls_status find_stamps(const sls_page *page, size_t first, size_t after, sls_arena *arena,
                              sls_str *date, size_t *count)
{
    *count = 0;
    for (size_t i = first; i < after; i++) {
        sls_str found = { NULL, 0 };
        const sls_status status = sls_stamp_read(page, &page->at[i], arena, &found);

        if (status == SLS_ENOTFOUND)
            continue;
        if (status != SLS_OK)
            return status;
        page->at[i].zone = SLS_ZONE_BOILERPLATE;
        if ((*count)++ == 0)
            *date = found;
    }
    return SLS_OK;
}

/*
 * The date of the page stands above the first paragraph or below the last: between them a date
 * heads a calendar, and several at the end are one.
 */
static sls_status read_stamps(sls_document *d, const sls_page *page, sls_arena *arena)
{
    enum { HEAD = 12, TAIL = 5, PARAGRAPH = 20 };
    size_t head = 0, tail = page->count, count;
    sls_str date = { NULL, 0 };
    sls_status status;

    while (head < page->count && head < HEAD && page->at[head].words < PARAGRAPH)
        head++;
    while (tail > head && tail + TAIL > page->count && page->at[tail - 1].words < PARAGRAPH)
        tail--;
    status = find_stamps(page, 0, head, arena, &date, &count);
    if (status == SLS_OK && count > 0 && d->published.len == 0)
        d->published = date;
    if (status == SLS_OK)
        status = find_stamps(page, tail, page->count, arena, &date, &count);
    if (status == SLS_OK && count == 1 && d->published.len == 0)
        d->published = date;
    return status;
}

/* A sentence of a body that is masked to its last word is a link, as its paragraph could be. */
static bool is_masked(const sls_document *d, const uint8_t *masked, sls_sentence s)
{
    bool words = false;

    for (size_t i = s.first; i <= s.last; i++) {
        if (!(d->tokens.at[i].flags & (SLS_TOKEN_WORD | SLS_TOKEN_DIGITS)))
            continue;
        if (!masked[i])
            return false;
        words = true;
    }
    return words;
}

/*
 * The entries of a reference list are too short to tell their language each: "(1961, July 6)" is
 * English because the list is.
 */
static void spread_language(const sls_document *d, const sls_page *page, uint8_t *langs)
{
    for (size_t i = 0, end; i < page->count; i = end) {
        const sls_paragraph *first = &page->at[i], *last;
        bool other;

        end = i + 1;
        if (first->zone != SLS_ZONE_REFERENCE)
            continue;
        while (end < page->count && page->at[end].zone == SLS_ZONE_REFERENCE)
            end++;
        last = &page->at[end - 1];
        other = sls_language_is_other(d, (sls_sentence){ first->first, last->last });
        for (const sls_paragraph *p = first; p <= last; p++) {
            const int leans = sls_language_leans(d, (sls_sentence){ p->first, p->last });

            if (leans > 0 || (leans == 0 && other))
                memset(langs + p->sentence, (int)sls_lang_other(d->lang), p->sentences);
            else if (leans < 0)
                memset(langs + p->sentence, (int)d->lang, p->sentences);
        }
    }
}

static void spread_zones(const sls_document *d, const sls_page *page, uint8_t *zones)
{
    for (size_t i = 0; i < page->count; i++) {
        const sls_paragraph *p = &page->at[i];

        for (size_t s = p->sentence; s < (size_t)p->sentence + p->sentences; s++)
            zones[s] = p->zone == SLS_ZONE_BODY && is_masked(d, page->masked, d->sentences.at[s])
                           ? SLS_ZONE_BOILERPLATE
                           : (uint8_t)p->zone;
    }
}

static sls_status read_page(sls_document *d, sls_arena *arena)
{
    uint8_t *masked = sls_arena_calloc(arena, d->tokens.count + 1, 1);
    uint8_t *zones = sls_arena_calloc(arena, d->sentences.count + 1, 1);
    uint8_t *langs = sls_arena_calloc(arena, d->sentences.count + 1, 1);
    sls_str title = { NULL, 0 };
    sls_page page;
    sls_status status;

    if (!masked || !zones || !langs)
        return SLS_ENOMEM;
    d->masked = masked;
    d->zone_of = zones;
    d->lang_of = langs;
    sls_mask_tokens(d, masked);
    sls_language_mark(d, langs);
    status = sls_page_make(d, masked, arena, &page);
    if (status == SLS_OK && d->article->title.len > 0)
        status = sls_fold_key(d->article->title, arena, &title);
    if (status != SLS_OK)
        return status;
    sls_zone_mark(&page, title);
    d->titled = d->head > 0 && page.count > 0 ? page.at[0].sentences : 0;
    read_dateline(d, &page);
    read_signature(d, &page);
    status = read_stamps(d, &page, arena);
    spread_zones(d, &page, zones);
    spread_language(d, &page, langs);
    return status;
}

sls_status sls_document_make(const sls_article *article, sls_arena *arena, sls_document *out)
{
    sls_status status;

    *out = (sls_document){ .article = article,
                           .source = article->source,
                           .published = article->published,
                           .credit = article->credit };
    status = read_text(out, arena);
    if (status == SLS_OK)
        status = read_lines(out, arena);
    if (status == SLS_OK)
        status = read_page(out, arena);
    if (status == SLS_OK && sls_edtf_read(out->published, &out->published_at) != SLS_OK)
        out->published_at = (sls_edtf){ .minute = -1, .offset = SLS_OFFSET_UNKNOWN };
    return status;
}

/* The line in the file, from 1, of byte `at` of the article's text. */
static size_t line_of(const sls_document *document, size_t at)
{
    size_t low = 1, high = document->line_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (document->lines[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return document->article->line + low - 1;
}

/* Where the title begins: in the file, or else on a line of its own behind the text. */
static size_t title_at(const sls_document *document)
{
    const sls_article *const a = document->article;

    return a->title_line > 0 ? a->title_at : a->offset + (document->text.len - document->head) + 1;
}

sls_location sls_document_locate(const sls_document *document, sls_str surface)
{
    const sls_article *const a = document->article;
    const size_t at = (size_t)(surface.ptr - document->text.ptr);
    const bool titled = at < document->head;
    const size_t start = titled ? title_at(document) + at : a->offset + at - document->head;

    return (sls_location){ titled ? a->title_line : line_of(document, at - document->head), start,
                           start + surface.len };
}

size_t sls_document_find(const sls_document *document, sls_location at)
{
    const sls_article *const a = document->article;
    const bool titled = document->head > 0 && at.line == a->title_line;
    const size_t begin = titled ? title_at(document) : a->offset;
    const size_t size = titled ? document->head : document->text.len - document->head;

    if ((at.line == 0 && !titled) || at.start < begin || at.start - begin >= size)
        return SIZE_MAX;
    return at.start - begin + (titled ? 0 : document->head);
}
