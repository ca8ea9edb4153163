#include "ingest/main_text.h"

#include "base/ascii.h"
#include "base/vec.h"
#include "ingest/judge.h"

enum { NOISE_LINK_SHARE = 70 }; /* percent of a line that is links: a list of further reading */

typedef struct {
    sls_arena *arena;
    SLS_VEC(char) text;
    SLS_VEC(sls_part) captions;
    size_t block; /* where the block being written begins */
    size_t line;  /* where its line does */
    size_t link;  /* bytes of the line that are links */
    bool space;   /* white space is due before the next word */
    bool whole, exhausted;
} writing;

static void put(writing *w, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len && !w->exhausted; i++) {
        char *to = sls_vec_push(&w->text, w->arena);
        if (to)
            *to = bytes[i];
        else
            w->exhausted = true;
    }
}

/* A no-break space is a space: libxml2 gives it as UTF-8. */
static size_t white(sls_str s, size_t i)
{
    const char c = s.ptr[i];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')
        return 1;
    return i + 1 < s.len && c == '\xC2' && s.ptr[i + 1] == '\xA0' ? 2 : 0;
}

static void words(writing *w, sls_str s, bool link)
{
    const size_t before = w->text.len;
    for (size_t i = 0; i < s.len;) {
        const size_t space = white(s, i);
        if (space > 0) {
            w->space = w->text.len > w->line;
            i += space;
            continue;
        }
        if (w->space)
            put(w, " ", 1);
        w->space = false;
        put(w, s.ptr + i, 1);
        i++;
    }
    w->link += link ? w->text.len - before : 0;
}

/* A line that is nothing but links is taken back. */
static void end_line(writing *w)
{
    if (!w->whole && w->link * 100 > (w->text.len - w->line) * NOISE_LINK_SHARE)
        w->text.len = w->line;
    w->line = w->text.len;
    w->link = 0;
    w->space = false;
}

/* Ends the block: an empty line, unless it is empty. */
static void end_block(writing *w, bool caption)
{
    end_line(w);
    while (w->text.len > w->block && w->text.at[w->text.len - 1] == '\n')
        w->text.len--;
    if (w->text.len > w->block && !w->exhausted) {
        sls_part *marked = caption ? sls_vec_push(&w->captions, w->arena) : NULL;
        if (marked)
            *marked = (sls_part){ w->block, w->text.len };
        w->exhausted = caption && !marked;
        put(w, "\n\n", 2);
    }
    w->block = w->line = w->text.len;
}

static bool ends_paragraph(const writing *w)
{
    return sls_str_ends((sls_str){ w->text.at, w->text.len }, SLS_STR("\n\n"));
}

static sls_element kind_of(const writing *w, const xmlNode *n)
{
    if (!w->whole)
        return sls_judged_kind(n);
    const sls_element kind = sls_element_of(n);
    return kind == SLS_ELEMENT_ASIDE || kind == SLS_ELEMENT_FURNITURE ? SLS_ELEMENT_BLOCK : kind;
}

static void write_node(writing *w, const xmlNode *node, bool link, bool caption);

static void write_element(writing *w, const xmlNode *n, bool link, bool caption)
{
    const sls_element kind = kind_of(w, n);
    const bool inner = caption || kind == SLS_ELEMENT_CAPTION;
    switch (kind) {
    case SLS_ELEMENT_HIDDEN:
        break;
    case SLS_ELEMENT_ASIDE:
    case SLS_ELEMENT_FURNITURE: /* not read, but no sentence goes on behind it */
        end_block(w, caption);
        break;
    case SLS_ELEMENT_INLINE:
        write_node(w, n, link || sls_element_is(n, "a"), caption);
        break;
    case SLS_ELEMENT_BREAK:
        end_line(w);
        if (w->text.len > w->block && !ends_paragraph(w))
            put(w, "\n", 1);
        w->line = w->text.len;
        break;
    case SLS_ELEMENT_CELL:
        if (w->text.len > w->block)
            put(w, " | ", 3);
        w->space = false;
        write_node(w, n, link, caption);
        break;
    case SLS_ELEMENT_BLOCK:
    case SLS_ELEMENT_CAPTION:
        end_block(w, caption);
        write_node(w, n, link, inner);
        end_block(w, inner);
        break;
    }
}

static void write_node(writing *w, const xmlNode *node, bool link, bool caption)
{
    for (const xmlNode *n = node->children; n && !w->exhausted; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            words(w, sls_str_of((const char *)n->content), link);
        else if (n->type == XML_ELEMENT_NODE)
            write_element(w, n, link, caption);
    }
}

static sls_status finish(writing *w, sls_page_text *out)
{
    end_block(w, false);
    *out = (sls_page_text){ sls_str_trim((sls_str){ w->text.at, w->text.len }), w->captions.at,
                            w->captions.len };
    return w->exhausted ? SLS_ENOMEM : SLS_OK;
}

/* --- the line of the date --- */

enum { DATE_LEAST = 8, DATE_MOST = 80 };

/* "Selasa, 10 September 2019 14:05 WIB": short, and with a year in it. */
static bool has_year(sls_str s)
{
    size_t digits = 0;
    for (size_t i = 0; i <= s.len; i++) {
        if (i < s.len && sls_is_digit(s.ptr[i])) {
            digits++;
            continue;
        }
        if (digits == 4 && (s.ptr[i - 4] == '1' || s.ptr[i - 4] == '2'))
            return true;
        digits = 0;
    }
    return false;
}

typedef struct {
    const xmlNode *until; /* the article's element */
    sls_arena *arena;
    sls_str found;
    bool headed; /* the headline has been met */
    bool ended, exhausted;
} dating;

static void look_for_date(dating *d, const xmlNode *node)
{
    const size_t bytes = sls_judged_bytes(node);
    sls_page_text text;
    if (bytes < DATE_LEAST || bytes > DATE_MOST || !sls_element_is_date(node))
        return;
    d->exhausted = sls_node_text(node, d->arena, &text) != SLS_OK;
    d->ended = d->exhausted || has_year(text.text);
    d->found = d->ended && !d->exhausted ? text.text : d->found;
}

/* In document order: behind the headline, before the article. */
static void find_date(dating *d, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n && !d->ended; n = n->next) {
        const sls_element kind = sls_judged_kind(n);
        d->ended = n == d->until;
        if (d->ended || kind == SLS_ELEMENT_HIDDEN || kind == SLS_ELEMENT_ASIDE ||
            kind == SLS_ELEMENT_FURNITURE)
            continue;
        d->headed = d->headed || sls_element_is(n, "h1");
        if (d->headed)
            look_for_date(d, n);
        if (!d->ended)
            find_date(d, n);
    }
}

sls_status sls_main_text(xmlNode *root, const xmlNode *headline, bool dated, sls_arena *arena,
                         sls_page_text *out)
{
    const xmlNode *best;
    writing w = { .arena = arena };
    dating d = { .arena = arena };
    const sls_status status = sls_judge_page(root, headline, arena, &best);
    if (status != SLS_OK)
        return status;
    d.until = best;
    if (dated && best)
        find_date(&d, root);
    if (d.exhausted)
        return SLS_ENOMEM;
    words(&w, d.found, false);
    end_block(&w, false);
    write_node(&w, best ? best : root, false, false);
    return finish(&w, out);
}

sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_page_text *out)
{
    writing w = { .arena = arena, .whole = true };
    write_node(&w, node, false, false);
    return finish(&w, out);
}
