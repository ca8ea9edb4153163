#include "ingest/main_text.h"

#include "base/ascii.h"
#include "base/vec.h"
#include "ingest/element.h"

/* Points of Readability: a paragraph's own, one for each comma, one for each so many bytes. */
enum {
    SHORT_PARAGRAPH = 25,
    PARAGRAPH_POINTS = 1,
    COMMAS_MOST = 20,
    BYTES_A_POINT = 100,
    LENGTH_POINTS_MOST = 3,
    NAMED_POINTS = 450,
    LEVELS = 5,           /* that a paragraph speaks for */
    ALIKE_SHARE = 4,      /* a part of the article has a fourth of the best one's points, or more */
    NOISE_LINK_SHARE = 70 /* percent of a line that is links: a list of further reading */
};

/* What a point is worth for the parent, its parent ...; Mozilla's 1, 1/2, 1/6, 1/9, 1/12. */
static const int worth[LEVELS] = { 36, 18, 6, 4, 3 };

/* What is known of an element, its `_private`; elements that are never shown have none. */
typedef struct {
    sls_element kind;
    bool article;                /* its names say that it holds the article */
    bool holds;                  /* the headline, or an element whose names say so */
    bool blocks;                 /* blocks stand in it */
    bool spoken;                 /* paragraphs spoke for it */
    size_t bytes, commas, links; /* of its text that is shown; links: bytes inside <a> */
    size_t points;
} judged;

typedef struct {
    sls_arena *arena;
    SLS_VEC(const xmlNode *) candidates; /* those that paragraphs speak for */
    bool exhausted;
} judging;

static judged *judged_of(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE ? node->_private : NULL;
}

static bool is_shown(const judged *e)
{
    return e && e->kind != SLS_ELEMENT_ASIDE && e->kind != SLS_ELEMENT_FURNITURE;
}

static bool is_block(sls_element kind)
{
    return kind == SLS_ELEMENT_BLOCK || kind == SLS_ELEMENT_CAPTION || kind == SLS_ELEMENT_CELL;
}

/* --- what each element is and holds --- */

static void add_text(judged *to, const xmlNode *text)
{
    const sls_str s = sls_str_trim(sls_str_of((const char *)text->content));
    to->bytes += s.len;
    for (size_t i = 0; i < s.len; i++)
        to->commas += s.ptr[i] == ',';
}

static void add(judged *to, const judged *part)
{
    to->bytes += part->bytes;
    to->commas += part->commas;
    to->links += part->links;
}

static void measure(judging *j, xmlNode *node, judged *own);

static judged *measure_element(judging *j, xmlNode *node)
{
    const sls_element kind = sls_element_of(node);
    if (kind == SLS_ELEMENT_HIDDEN)
        return NULL;
    judged *const e = sls_arena_calloc(j->arena, 1, sizeof *e);
    node->_private = e;
    if (!e) {
        j->exhausted = true;
        return NULL;
    }
    *e = (judged){ .kind = kind, .article = sls_element_is_article(node) };
    e->holds = kind != SLS_ELEMENT_FURNITURE && (e->article || sls_element_is(node, "h1"));
    measure(j, node, e);
    if (kind == SLS_ELEMENT_FURNITURE && e->holds)
        e->kind = SLS_ELEMENT_BLOCK;
    if (sls_element_is(node, "a"))
        e->links = e->bytes;
    return e;
}

/* Recursion here and below is bounded: libxml2 nests at most 256 deep (xmlParserMaxDepth). */
static void add_element(judged *own, const judged *e)
{
    add(own, e);
    own->holds = own->holds || e->holds;
    own->blocks = own->blocks || e->blocks || is_block(e->kind);
}

static void measure(judging *j, xmlNode *node, judged *own)
{
    judged *left_out = NULL; /* the longest that its names call furniture */
    for (xmlNode *n = node->children; n && !j->exhausted; n = n->next) {
        if (n->type == XML_TEXT_NODE && n->content)
            add_text(own, n);
        judged *const e = n->type == XML_ELEMENT_NODE ? measure_element(j, n) : NULL;
        if (is_shown(e))
            add_element(own, e);
        else if (e && e->kind == SLS_ELEMENT_FURNITURE && (!left_out || left_out->bytes < e->bytes))
            left_out = e;
    }
    /* a "widget" that is most of what is named as the article is the article */
    if (own->article && left_out && left_out->bytes > own->bytes) {
        left_out->kind = SLS_ELEMENT_BLOCK;
        add_element(own, left_out);
    }
}

/* --- which element is the article --- */

static void speak_for(judging *j, const xmlNode *node, size_t points)
{
    for (size_t level = 0; level < LEVELS; level++, node = node->parent) {
        judged *const e = judged_of(node);
        if (!e)
            return;
        e->points += points * (size_t)worth[level];
        if (e->spoken)
            continue;
        const xmlNode **const slot = sls_vec_push(&j->candidates, j->arena);
        if (!slot) {
            j->exhausted = true;
            return;
        }
        *slot = node;
        e->spoken = true;
        if (e->article || sls_element_is(node, "article"))
            e->points += NAMED_POINTS;
    }
}

/* Runs of text of one element, between its blocks and its empty lines. */
typedef struct {
    judged run; /* its measure, as far as it is read */
    size_t count, points, breaks;
} runs;

static void end_run(runs *r)
{
    const size_t own = r->run.bytes - r->run.links;
    if (own >= SHORT_PARAGRAPH) {
        const size_t length = own / BYTES_A_POINT, commas = r->run.commas;
        r->count++;
        r->points += PARAGRAPH_POINTS + (commas < COMMAS_MOST ? commas : COMMAS_MOST) +
                     (length < LENGTH_POINTS_MOST ? length : LENGTH_POINTS_MOST);
    }
    r->run = (judged){ .bytes = 0 };
    r->breaks = 0;
}

static void take_child(runs *r, const xmlNode *n)
{
    const judged *const e = judged_of(n);
    if (n->type == XML_TEXT_NODE && n->content) {
        const size_t before = r->run.bytes;
        add_text(&r->run, n);
        r->breaks = r->run.bytes > before ? 0 : r->breaks;
    } else if (e && e->kind == SLS_ELEMENT_BREAK) {
        if (++r->breaks == 2)
            end_run(r);
    } else if (e && e->kind == SLS_ELEMENT_INLINE && !e->blocks) {
        add(&r->run, e);
        r->breaks = 0;
    } else if (n->type == XML_ELEMENT_NODE) {
        end_run(r);
    }
}

/* Elements that hold paragraphs; others are paragraphs, whatever stands in them. */
static bool may_hold(const xmlNode *node)
{
    static const char *const tags[] = { "div",  "section", "article", "main",
                                        "body", "td",      "center",  "header" };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (sls_element_is(node, tags[i]))
            return true;
    return false;
}

/* The element's own text, not that of blocks in it, speaks for it or, as a paragraph, for others.
 */
static void judge_element(judging *j, const xmlNode *node, const judged *e)
{
    runs r = { .count = 0 };
    for (const xmlNode *n = node->children; n; n = n->next)
        take_child(&r, n);
    end_run(&r);
    if (r.points == 0)
        return;
    const bool holds = may_hold(node) && (e->blocks || r.count > 1);
    if (holds || e->kind == SLS_ELEMENT_BLOCK)
        speak_for(j, holds ? node : node->parent, r.points);
}

static void judge(judging *j, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n && !j->exhausted; n = n->next) {
        const judged *const e = judged_of(n);
        if (!is_shown(e))
            continue;
        judge(j, n);
        if (e->kind == SLS_ELEMENT_BLOCK || e->kind == SLS_ELEMENT_CELL)
            judge_element(j, n, e);
    }
}

/* Points after the share of links. */
static size_t points_of(const xmlNode *node)
{
    const judged *const e = judged_of(node);
    return e->bytes > 0 ? e->points * (100 - e->links * 100 / e->bytes) : 0;
}

/* Whether two elements are built alike: same tag, same class. */
static bool are_alike(const xmlNode *a, const xmlNode *b)
{
    return xmlStrEqual(a->name, b->name) &&
           sls_str_eq(sls_attribute(a, "class"), sls_attribute(b, "class"));
}

/* How far above `node` the element `from` stands, at most LEVELS; 0: it does not. */
static size_t levels_up(const xmlNode *node, const xmlNode *from)
{
    for (size_t level = 1; level <= LEVELS; level++) {
        node = node->parent;
        if (!judged_of(node))
            return 0;
        if (node == from)
            return level;
    }
    return 0;
}

/*
 * An article in several elements, as a live blog or one that a box cuts in two: the lowest element
 * that holds the best one and others like it. Two without a class are alike by chance.
 */
static const xmlNode *widen(const judging *j, const xmlNode *best)
{
    const size_t enough = sls_attribute(best, "class").len > 0 ? 1 : 2;
    const size_t least = points_of(best) / ALIKE_SHARE;
    const xmlNode *up = best->parent;
    for (size_t level = 1; level <= LEVELS && judged_of(up); level++, up = up->parent) {
        size_t alike = 0;
        for (size_t i = 0; i < j->candidates.len; i++) {
            const xmlNode *const other = j->candidates.at[i];
            alike += other != best && points_of(other) >= least && are_alike(other, best) &&
                     levels_up(other, up) == level;
        }
        if (alike >= enough)
            return up;
    }
    return best;
}

/* The element that the paragraphs speak for most, after what is links in it; NULL: none. */
static const xmlNode *best_of(const judging *j)
{
    const xmlNode *best = NULL;
    for (size_t i = 0; i < j->candidates.len; i++)
        if (points_of(j->candidates.at[i]) > (best ? points_of(best) : 0))
            best = j->candidates.at[i];
    return best ? widen(j, best) : NULL;
}

/* --- its text --- */

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
    const judged *const e = w->whole ? NULL : judged_of(n);
    if (!w->whole)
        return e ? e->kind : SLS_ELEMENT_HIDDEN;
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

/* In document order: behind the headline, before the article. */
static void find_date(dating *d, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n && !d->ended; n = n->next) {
        const judged *const e = judged_of(n);
        sls_page_text text;
        d->ended = n == d->until;
        if (d->ended || !is_shown(e))
            continue;
        d->headed = d->headed || sls_element_is(n, "h1");
        if (d->headed && e->bytes >= DATE_LEAST && e->bytes <= DATE_MOST &&
            sls_element_is_date(n)) {
            d->exhausted = sls_node_text(n, d->arena, &text) != SLS_OK;
            d->ended = d->exhausted || has_year(text.text);
            d->found = d->ended && !d->exhausted ? text.text : d->found;
        }
        if (!d->ended)
            find_date(d, n);
    }
}

sls_status sls_main_text(xmlNode *root, bool dated, sls_arena *arena, sls_page_text *out)
{
    judging j = { .arena = arena };
    judged page = { .kind = SLS_ELEMENT_BLOCK };
    writing w = { .arena = arena };
    measure(&j, root, &page);
    judge(&j, root);
    const xmlNode *const best = best_of(&j), *const from = best ? best : root;
    dating d = { .until = from, .arena = arena };
    if (dated && best && !j.exhausted)
        find_date(&d, root);
    if (j.exhausted || d.exhausted)
        return SLS_ENOMEM;
    words(&w, d.found, false);
    end_block(&w, false);
    write_node(&w, from, false, false);
    return finish(&w, out);
}

sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_page_text *out)
{
    writing w = { .arena = arena, .whole = true };
    write_node(&w, node, false, false);
    return finish(&w, out);
}
