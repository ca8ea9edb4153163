#include "profile/caption.h"

#include "profile/link.h"

enum {
    LONGEST = 90,       /* words of a caption; VOA's run to 40, twice in one paragraph */
    LONGEST_CREDIT = 20 /* tokens of "(Gavriil Uji, Kantor, Foto Pool Kremlin via AP)" */
};

/* What the bracket or the tail of a paragraph names. */
typedef struct {
    bool photo; /* "foto", "dok.", "image" */
    bool agency;
    bool domain; /* "credit: kabar.com" */
    bool joint;  /* '/' or "via" or a handle: more than an agency's name alone */
    size_t words;
} credit;

/* Whether token `i` begins a form that marks pictures; `*after` is behind it. */
static bool photo_word(const sls_page *page, size_t i, size_t *after)
{
    const sls_form *form = sls_page_form(page->document, i, SLS_C_BOILERPLATE);

    if (!sls_str_eq(sls_form_value(form, SLS_C_BOILERPLATE), SLS_STR("photo")))
        return false;
    *after = i + form->tokens;
    return true;
}

static bool is_agency(const sls_document *d, size_t i)
{
    return sls_page_has(d, i, SLS_TOKEN_CAP) && sls_page_form(d, i, SLS_C_AGENCY);
}

static credit read_credit(const sls_page *page, size_t first, size_t after)
{
    const sls_document *d = page->document;
    credit c = { .words = 0 };
    size_t ignored;

    for (size_t i = first; i < after; i++) {
        const char mark = sls_page_mark(d, i);

        c.joint |= mark == '/' || mark == '@' || sls_str_eq(sls_page_word(d, i), SLS_STR("via")) ||
                   sls_str_eq(sls_page_word(d, i), SLS_STR("pool"));
        c.domain |= mark == '.' && sls_link_is_domain(d, i);
        if (!sls_page_has(d, i, SLS_TOKEN_WORD))
            continue;
        c.words++;
        c.photo |= photo_word(page, i, &ignored);
        c.agency |= is_agency(d, i);
    }
    return c;
}

/*
 * The bracket that ends a paragraph, tokens [*open, close]: a stop may follow it, or a date
 * stand between. False: there is none, or it is too long to be a credit.
 */
static bool find_bracket(const sls_page *page, const sls_paragraph *p, size_t *open, size_t *close)
{
    const sls_document *d = page->document;
    size_t i = p->last;

    if (sls_page_mark(d, i) == '.' && i > p->first)
        i--;
    if (sls_page_mark(d, i) != ')')
        return false;
    *close = i;
    while (i > p->first && *close - i < LONGEST_CREDIT) {
        i--;
        if (sls_page_mark(d, i) == ')')
            return false;
        if (sls_page_mark(d, i) == '(') {
            *open = i;
            return true;
        }
    }
    *open = i; /* the opening half was lost: "... / AFP)" */
    return i > p->first;
}

/*
 * "(Foto: Kantor)" and the like. An agency alone may sign the whole article, if it stands last,
 * or be the short form of a name within a sentence: "the Korean Central News Agency (KCNA)."
 */
static bool is_signed(const sls_page *page, const sls_paragraph *p, bool last)
{
    size_t open, close;

    if (!find_bracket(page, p, &open, &close))
        return false;
    if (sls_page_mark(page->document, open) != '(')
        open = close > 4 + (size_t)p->first ? close - 4 : p->first;
    const credit c = read_credit(page, open + 1, close);
    if (c.photo || (c.domain && c.words <= 6))
        return true;
    return c.agency && (c.joint || (!last && p->sentences <= 2 && close == p->last));
}

/* "Dermaga baru Foto: Budi Uji/kabarOto": a photo word with a colon near the end. */
static bool has_tail(const sls_page *page, const sls_paragraph *p)
{
    enum { NEAR = 12 };
    size_t i = p->last - p->first >= NEAR ? p->last - NEAR : p->first, after;

    if (p->words > LONGEST / 2 || p->full)
        i = p->first; /* only a paragraph that is nothing but its credit: "Foto: Kantor." */
    for (; i < p->last; i++) {
        if (sls_page_has(page->document, i, SLS_TOKEN_CAP) && photo_word(page, i, &after) &&
            (sls_page_mark(page->document, after) == ':' ||
             sls_page_mark(page->document, after - 1) == ':'))
            return p->last - i <= NEAR;
        if (p->full)
            return false;
    }
    return false;
}

/* The label that mask.c found: "- ảnh 1". */
static bool is_labelled(const sls_page *page, const sls_paragraph *p)
{
    for (size_t i = p->first; i + 2 <= p->last; i++) {
        size_t after;
        if (page->masked[i] && page->masked[i + 1] && sls_page_mark(page->document, i) == '-' &&
            photo_word(page, i + 1, &after))
            return true;
    }
    return false;
}

bool sls_caption_is(const sls_page *page, const sls_paragraph *p, bool last)
{
    if (p->words > LONGEST || p->sentences > 4)
        return false;
    return is_signed(page, p, last) || has_tail(page, p) || is_labelled(page, p);
}
