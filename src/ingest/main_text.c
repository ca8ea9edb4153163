#include "ingest/main_text.h"

#include "base/ascii.h"
#include "base/vec.h"

#include <strings.h>

/* Points of Readability: a paragraph's own, one for each comma, one for each so many bytes. */
enum {
    SHORT_PARAGRAPH = 25,
    PARAGRAPH_POINTS = 1,
    BYTES_A_POINT = 100,
    LENGTH_POINTS_MOST = 3,
    NAMED_POINTS = 25,
    SCORED_MOST = 1 << 16, /* elements that are judged; a page has a few thousand */
    NOISE_LINK_SHARE = 70  /* percent of a block that is links: a list of further reading */
};

typedef enum {
    PART_INLINE, /* a piece of its block */
    PART_BLOCK,
    PART_CAPTION,
    PART_CELL,
    PART_BREAK,
    PART_HIDDEN /* never shown, or furniture */
} part;

typedef struct {
    const char *tag;
    part part;
    bool furniture; /* hidden only where the article is looked for */
} tag_row;

static const tag_row tags[] = {
    { "script", PART_HIDDEN, false },    { "style", PART_HIDDEN, false },
    { "noscript", PART_HIDDEN, false },  { "template", PART_HIDDEN, false },
    { "iframe", PART_HIDDEN, false },    { "svg", PART_HIDDEN, false },
    { "head", PART_HIDDEN, false },      { "button", PART_HIDDEN, false },
    { "select", PART_HIDDEN, false },    { "textarea", PART_HIDDEN, false },
    { "nav", PART_HIDDEN, true },        { "aside", PART_HIDDEN, true },
    { "form", PART_HIDDEN, true },       { "footer", PART_HIDDEN, true },
    { "p", PART_BLOCK, false },          { "div", PART_BLOCK, false },
    { "article", PART_BLOCK, false },    { "section", PART_BLOCK, false },
    { "main", PART_BLOCK, false },       { "header", PART_BLOCK, false },
    { "body", PART_BLOCK, false },       { "html", PART_BLOCK, false },
    { "h1", PART_BLOCK, false },         { "h2", PART_BLOCK, false },
    { "h3", PART_BLOCK, false },         { "h4", PART_BLOCK, false },
    { "h5", PART_BLOCK, false },         { "h6", PART_BLOCK, false },
    { "ul", PART_BLOCK, false },         { "ol", PART_BLOCK, false },
    { "li", PART_BLOCK, false },         { "dl", PART_BLOCK, false },
    { "dt", PART_BLOCK, false },         { "dd", PART_BLOCK, false },
    { "blockquote", PART_BLOCK, false }, { "pre", PART_BLOCK, false },
    { "table", PART_BLOCK, false },      { "tbody", PART_BLOCK, false },
    { "thead", PART_BLOCK, false },      { "tr", PART_BLOCK, false },
    { "figure", PART_BLOCK, false },     { "address", PART_BLOCK, false },
    { "hr", PART_BLOCK, false },         { "figcaption", PART_CAPTION, false },
    { "td", PART_CELL, false },          { "th", PART_CELL, false },
    { "br", PART_BREAK, false }
};

/* Pieces of class and id names, as pages of many outlets use them, for and against. */
static const char *const furniture_names[] = {
    "share",       "social",   "related", "terkait",    "baca-juga", "bacajuga",   "readmore",
    "comment",     "komentar", "sidebar", "breadcrumb", "popular",   "terpopuler", "newsletter",
    "advert",      "iklan",    "banner",  "promo",      "widget",    "pagination", "paging",
    "copyright",   "menu",     "navbar",  "footer",     "tags",      "subscribe",  "recommend",
    "rekomendasi", "trending", "cookie",  "login"
};
static const char *const article_names[] = {
    "article-body", "articlebody",   "article__body", "article-content", "article__content",
    "post-content", "entry-content", "story-body",    "content-detail",  "detail-text",
    "detail__body", "read__content", "news-content",  "isi-berita",      "isi_berita",
    "body-content", "post-body",     "story-content"
};
static const char *const caption_names[] = { "caption", "keterangan-foto", "photo-desc" };

sls_str sls_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcasecmp((const char *)a->name, name) == 0 && a->children && a->children->content)
            return sls_str_of((const char *)a->children->content);
    return (sls_str){ "", 0 };
}

static bool names_any(sls_str value, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(names[i]);
        for (size_t at = 0; at + length <= value.len; at++)
            if (strncasecmp(value.ptr + at, names[i], length) == 0)
                return true;
    }
    return false;
}

#define NAMED(node, names)                                                                         \
    (names_any(sls_attribute((node), "class"), (names), sizeof(names) / sizeof *(names)) ||        \
     names_any(sls_attribute((node), "id"), (names), sizeof(names) / sizeof *(names)))

static bool is_tag(const xmlNode *node, const char *tag)
{
    return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, tag) == 0;
}

/* `whole`: nothing is furniture. */
static part part_of(const xmlNode *node, bool whole)
{
    part found = PART_INLINE;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (is_tag(node, tags[i].tag))
            found = whole && tags[i].furniture ? PART_BLOCK : tags[i].part;
    if (found == PART_HIDDEN || whole)
        return found;
    if (sls_str_eq(sls_attribute(node, "hidden"), SLS_STR("hidden")) ||
        sls_str_eq(sls_attribute(node, "aria-hidden"), SLS_STR("true")))
        return PART_HIDDEN;
    if (found != PART_INLINE && !is_tag(node, "body") && !is_tag(node, "html") &&
        !NAMED(node, article_names) && NAMED(node, furniture_names))
        return PART_HIDDEN;
    if (found == PART_BLOCK && (is_tag(node, "p") || is_tag(node, "div")) &&
        NAMED(node, caption_names))
        return PART_CAPTION;
    return found;
}

/* --- which element --- */

typedef struct {
    const xmlNode *node;
    int points;
} candidate;

typedef struct {
    sls_arena *arena;
    SLS_VEC(candidate) candidates; /* those that paragraphs speak for, in document order */
    bool exhausted;
} judging;

typedef struct {
    size_t bytes, commas, links; /* links: bytes inside <a> */
} measure;

static void count(const xmlNode *node, bool link, measure *m)
{
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type == XML_TEXT_NODE && n->content) {
            const sls_str s = sls_str_trim(sls_str_of((const char *)n->content));
            m->bytes += s.len;
            m->links += link ? s.len : 0;
            for (size_t i = 0; i < s.len; i++)
                m->commas += s.ptr[i] == ',';
        } else if (n->type == XML_ELEMENT_NODE && part_of(n, false) != PART_HIDDEN) {
            count(n, link || is_tag(n, "a"), m);
        }
    }
}

static void speak_for(judging *j, const xmlNode *node, int points)
{
    if (!node || node->type != XML_ELEMENT_NODE || points == 0)
        return;
    /* parents of the last paragraphs come last: few steps back find them */
    for (size_t i = j->candidates.len; i-- > 0;)
        if (j->candidates.at[i].node == node) {
            j->candidates.at[i].points += points;
            return;
        }
    candidate *c = j->candidates.len < SCORED_MOST ? sls_vec_push(&j->candidates, j->arena) : NULL;
    if (!c) {
        j->exhausted = j->candidates.len < SCORED_MOST;
        return;
    }
    *c = (candidate){ node, points };
    if (is_tag(node, "article") || NAMED(node, article_names) ||
        sls_str_eq(sls_attribute(node, "itemprop"), SLS_STR("articleBody")))
        c->points += NAMED_POINTS;
}

static bool has_block_inside(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && part_of(n, false) == PART_BLOCK)
            return true;
    return false;
}

/* Recursion is bounded: libxml2 nests at most 256 deep (xmlParserMaxDepth). */
static void judge(judging *j, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n && !j->exhausted; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || part_of(n, false) == PART_HIDDEN)
            continue;
        judge(j, n);
        if (part_of(n, false) != PART_BLOCK || has_block_inside(n))
            continue;
        measure m = { 0, 0, 0 };
        count(n, false, &m);
        const size_t own = m.bytes - m.links;
        if (own < SHORT_PARAGRAPH)
            continue;
        const size_t length = own / BYTES_A_POINT;
        const int points = PARAGRAPH_POINTS + (int)(m.commas < 20 ? m.commas : 20) +
                           (int)(length < LENGTH_POINTS_MOST ? length : LENGTH_POINTS_MOST);
        speak_for(j, n->parent, 2 * points);
        if (n->parent)
            speak_for(j, n->parent->parent, points);
    }
}

/* The element that the paragraphs speak for most, after what is links in it; NULL: none. */
static const xmlNode *best_of(const judging *j)
{
    const xmlNode *best = NULL;
    size_t best_points = 0;
    for (size_t i = 0; i < j->candidates.len; i++) {
        const candidate *c = &j->candidates.at[i];
        measure m = { 0, 0, 0 };
        if ((size_t)c->points * 100 <= best_points) /* no share of links makes it better */
            continue;
        count(c->node, false, &m);
        const size_t share = m.bytes > 0 ? 100 - m.links * 100 / m.bytes : 0;
        const size_t points = c->points > 0 ? (size_t)c->points * share : 0;
        if (points > best_points) {
            best = c->node;
            best_points = points;
        }
    }
    return best;
}

/* --- its text --- */

typedef struct {
    sls_arena *arena;
    SLS_VEC(char) text;
    SLS_VEC(sls_part) captions;
    size_t block; /* where the block being written begins */
    size_t link;  /* bytes of it that are links */
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
            w->space = w->text.len > w->block;
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

/* Ends the block: an empty line, unless it is empty or nothing but links. */
static void end_block(writing *w, bool caption)
{
    const size_t length = w->text.len - w->block;
    if (length == 0 || w->exhausted)
        return;
    if (!w->whole && w->link * 100 > length * NOISE_LINK_SHARE) {
        w->text.len = w->block;
    } else {
        sls_part *marked = caption ? sls_vec_push(&w->captions, w->arena) : NULL;
        if (marked)
            *marked = (sls_part){ w->block, w->text.len };
        w->exhausted = caption && !marked;
        put(w, "\n\n", 2);
    }
    w->block = w->text.len;
    w->link = 0;
    w->space = false;
}

static void write_node(writing *w, const xmlNode *node, bool link, bool caption)
{
    for (const xmlNode *n = node->children; n && !w->exhausted; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
            words(w, sls_str_of((const char *)n->content), link);
            continue;
        }
        if (n->type != XML_ELEMENT_NODE)
            continue;
        const part kind = part_of(n, w->whole);
        const bool inner = caption || kind == PART_CAPTION;
        switch (kind) {
        case PART_HIDDEN:
            break;
        case PART_INLINE:
            write_node(w, n, link || is_tag(n, "a"), caption);
            break;
        case PART_BREAK:
            if (w->text.len > w->block)
                put(w, "\n", 1);
            w->space = false;
            break;
        case PART_CELL:
            if (w->text.len > w->block)
                put(w, " | ", 3);
            w->space = false;
            write_node(w, n, link, caption);
            break;
        case PART_BLOCK:
        case PART_CAPTION:
            end_block(w, caption);
            write_node(w, n, link, inner);
            end_block(w, inner);
            break;
        }
    }
}

sls_status sls_main_text(const xmlNode *root, bool whole, sls_arena *arena, sls_str *text,
                         const sls_part **captions, size_t *caption_count)
{
    judging j = { .arena = arena };
    writing w = { .arena = arena, .whole = whole };
    const xmlNode *from = root;
    if (!whole) {
        judge(&j, root);
        from = best_of(&j);
        if (!from)
            from = root;
    }
    write_node(&w, from, false, false);
    end_block(&w, false);
    if (w.exhausted || j.exhausted)
        return SLS_ENOMEM;
    *text = sls_str_trim((sls_str){ w.text.at, w.text.len });
    *captions = w.captions.at;
    *caption_count = w.captions.len;
    return SLS_OK;
}

sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_str *out)
{
    writing w = { .arena = arena, .whole = true };
    write_node(&w, node, false, false);
    if (w.exhausted)
        return SLS_ENOMEM;
    *out = sls_str_trim((sls_str){ w.text.at, w.text.len });
    return SLS_OK;
}
