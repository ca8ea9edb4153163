#include "profile/dateline.h"

#include "profile/link.h"

#include <string.h>

/* "TRIBUNKALTIM.CO, SAMARINDA, Kalimantan Timur, 3 September 2024 (ANTARA) --" has 17. */
enum { LONGEST = 24, LONGEST_PLACE = 4 };

typedef struct {
    const sls_page *page;
    const sls_document *document;
    size_t first;
    sls_dateline line;
    size_t places;           /* words that could be a place */
    bool known;              /* one of them is a place that the lexicon knows */
    bool shouted;            /* all of them stand in capitals */
    uint32_t dates[LONGEST]; /* tokens of dates, which stay unmasked */
    size_t date_count;
} reading;

static bool has(const reading *r, size_t i, unsigned flags)
{
    return sls_page_has(r->document, i, flags);
}

/*
 * The name of an outlet or agency at `i`: the token behind it, or `i`. A name is written with a
 * capital: "antara" is a preposition, "Antara" an agency.
 */
static size_t read_name(const reading *r, size_t i, sls_page_forms forms, sls_concept concept,
                        sls_str *name)
{
    const sls_form *form = has(r, i, SLS_TOKEN_CAP) ? sls_page_pick(forms, concept) : NULL;

    if (!form)
        return i;
    if (name->len == 0)
        *name = sls_form_value(form, concept);
    return i + form->tokens;
}

/* A domain that the lexicon does not know is the outlet's name as it stands. */
static size_t read_domain(reading *r, size_t i)
{
    size_t after = i + 1;

    while (sls_page_mark(r->document, after) == '-' && has(r, after, SLS_TOKEN_GLUED) &&
           has(r, after + 1, SLS_TOKEN_GLUED) && has(r, after + 1, SLS_TOKEN_WORD))
        after += 2;
    while (has(r, after, SLS_TOKEN_DIGITS) && has(r, after, SLS_TOKEN_GLUED))
        after++;
    if (sls_page_mark(r->document, after) != '.' || !sls_link_is_domain(r->document, after))
        return i;
    while (sls_page_mark(r->document, after) == '.' && sls_link_is_domain(r->document, after))
        after += 2;
    if (r->line.source.len == 0)
        r->line.source = sls_token_origin(&r->document->tokens, i, after - 1);
    return after;
}

/* One part of a dateline at `i`; the token behind it, or `i`: no dateline has this. */
static size_t read_part(reading *r, size_t i)
{
    const sls_page_forms forms = sls_page_forms_at(r->document, i);
    size_t after = i;

    /* An agency that is an outlet too is the agency where brackets hold it: "(ANTARA)". */
    if (i > r->first && sls_page_mark(r->document, i - 1) == '(')
        after = read_name(r, i, forms, SLS_C_AGENCY, &r->line.credit);
    if (after == i)
        after = read_name(r, i, forms, SLS_C_OUTLET, &r->line.source);
    if (after == i)
        after = read_domain(r, i);
    if (after == i)
        after = read_name(r, i, forms, SLS_C_AGENCY, &r->line.credit);
    if (after > i)
        return after;
    if (has(r, i, SLS_TOKEN_DIGITS) || sls_page_pick(forms, SLS_C_MONTH) ||
        sls_page_pick(forms, SLS_C_WEEKDAY)) {
        r->dates[r->date_count++] = (uint32_t)i;
        return i + 1;
    }
    if (has(r, i, SLS_TOKEN_CAP) && r->places < LONGEST_PLACE) {
        r->known |= sls_page_pick(forms, SLS_C_CAPITAL) || sls_page_pick(forms, SLS_C_PLACE) ||
                    sls_page_pick(forms, SLS_C_COUNTRY);
        r->shouted &= has(r, i, SLS_TOKEN_ALLCAPS);
        r->places++;
        return i + 1;
    }
    return i;
}

/*
 * The token behind the dash at `i`: "-", "--", with a space beside it, which pages lose behind
 * an outlet's name only ("KABAR.COM-Gempa").
 */
static size_t read_dash(const reading *r, size_t i)
{
    const bool named = r->line.source.len > 0 || r->line.credit.len > 0;
    size_t after = i;

    while (sls_page_mark(r->document, after) == '-' &&
           (after == i || has(r, after, SLS_TOKEN_GLUED)))
        after++;
    if (after == i || after >= r->document->tokens.count)
        return i;
    return !named && has(r, i, SLS_TOKEN_GLUED) && has(r, after, SLS_TOKEN_GLUED) ? i : after;
}

/*
 * A place alone is a dateline where it is known or stands in capitals, with the dash apart from
 * it ("Jakarta - Kapal ...", "SEOUL — Two ..."), or in capitals only: "JAKARTA- Kapal ...".
 */
static bool is_convincing(const reading *r, size_t dash)
{
    if (r->line.source.len > 0 || r->line.credit.len > 0)
        return true;
    if (r->places == 0)
        return false;
    return r->shouted || (r->known && !has(r, dash, SLS_TOKEN_GLUED));
}

static void mask(const reading *r)
{
    sls_page_mask(r->page->masked, r->first, r->line.after);
    for (size_t i = 0; i < r->date_count; i++) {
        r->page->masked[r->dates[i]] = 0;
        if (i > 0 && r->dates[i] == r->dates[i - 1] + 2) /* the comma of "June 5, 2013" */
            r->page->masked[r->dates[i] - 1] = 0;
    }
}

/* Most texts begin without one: a look for its dash spares reading their first words. */
static bool may_follow(const sls_document *d, size_t first)
{
    for (size_t i = first; i < first + LONGEST && i < d->tokens.count; i++) {
        if (sls_page_mark(d, i) == '-')
            return true;
    }
    return false;
}

/* "KABAR.com, BogorKapal": pages that lose the dash lose the place in the first word, too. */
static sls_dateline read_name_alone(reading *r)
{
    const size_t after = read_domain(r, r->first);

    if (after == r->first || sls_page_mark(r->document, after) != ',')
        return (sls_dateline){ .after = 0 };
    const sls_form *form = sls_page_form(r->document, r->first, SLS_C_OUTLET);
    if (form)
        r->line.source = sls_form_value(form, SLS_C_OUTLET);
    r->line.after = after + 1;
    mask(r);
    return r->line;
}

static sls_dateline read_dateline(reading *r)
{
    for (size_t i = r->first; i < r->first + LONGEST && i < r->document->tokens.count;) {
        const size_t dash = read_dash(r, i);
        size_t after = i + 1;

        if (dash > i) {
            if (i == r->first || !is_convincing(r, i))
                break;
            r->line.after = dash;
            mask(r);
            return r->line;
        }
        if (!sls_page_mark(r->document, i) || !strchr(",()/.|", sls_page_mark(r->document, i)))
            after = read_part(r, i);
        if (after == i)
            break;
        i = after;
    }
    return (sls_dateline){ .after = 0 };
}

sls_dateline sls_dateline_read(const sls_page *page, size_t first)
{
    const reading empty = {
        .page = page, .document = page->document, .first = first, .shouted = true
    };
    reading r = empty;
    sls_dateline line = { .after = 0 };

    if (!sls_page_has(r.document, first, SLS_TOKEN_CAP | SLS_TOKEN_PUNCT))
        return line;
    if (may_follow(r.document, first))
        line = read_dateline(&r);
    if (line.after > 0)
        return line;
    r = empty;
    return read_name_alone(&r);
}
