#include "ingest/judge.h"

#include "base/vec.h"

/*
 * Points of Readability: a paragraph's own, one for each comma, one for each so many bytes. An
 * article may be shorter than the comments on it, so the first sentences behind the headline count
 * more; the caption of a picture may be the first of them.
 */
enum {
    SHORT_PARAGRAPH = 25,
    PARAGRAPH_POINTS = 1,
    COMMAS_MOST = 20,
    BYTES_A_POINT = 100,
    LENGTH_POINTS_MOST = 3,
    NAMED_POINTS = 450,
    LEVELS = 5,         /* that a paragraph speaks for */
    HEADED_MOST = 2,    /* sentences behind the headline that count more, */
    HEADED_POINTS = 12, /* by this each */
    ALIKE_SHARE = 4     /* a part of the article has a fourth of the best one's points, or more */
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
    char end;                    /* the last byte of it */
    size_t points;
    size_t headed; /* more points, for standing behind the headline */
} judged;

typedef struct {
    sls_arena *arena;
    SLS_VEC(const xmlNode *) candidates; /* those that paragraphs speak for */
    const xmlNode *headline;
    size_t headed; /* sentences behind the headline that are still to come */
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
    to->end = s.len > 0 ? s.ptr[s.len - 1] : to->end;
    for (size_t i = 0; i < s.len; i++)
        to->commas += s.ptr[i] == ',';
}

static void add(judged *to, const judged *part)
{
    to->bytes += part->bytes;
    to->commas += part->commas;
    to->links += part->links;
    to->end = part->bytes > 0 ? part->end : to->end;
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

/* `headed`: points more, for standing behind the headline. */
static void speak_for(judging *j, const xmlNode *node, size_t points, size_t headed)
{
    for (size_t level = 0; level < LEVELS; level++, node = node->parent) {
        judged *const e = judged_of(node);
        if (!e)
            return;
        e->points += points * (size_t)worth[level];
        e->headed += headed * (size_t)worth[level];
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
    size_t sentences; /* runs that end as sentences do */
} runs;

/* A full stop, or the end of what was said: its typographic mark's last byte. */
static bool ends_sentence(char end)
{
    return end == '.' || end == '!' || end == '?' || end == '"' || end == '\x9D';
}

static void end_run(runs *r)
{
    const size_t own = r->run.bytes - r->run.links;
    if (own >= SHORT_PARAGRAPH) {
        const size_t length = own / BYTES_A_POINT, commas = r->run.commas;
        r->count++;
        r->sentences += ends_sentence(r->run.end);
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
    if (!holds && e->kind != SLS_ELEMENT_BLOCK)
        return;
    const size_t headed = r.sentences < j->headed ? r.sentences : j->headed;
    j->headed -= headed;
    speak_for(j, holds ? node : node->parent, r.points, headed * HEADED_POINTS);
}

static void judge(judging *j, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n && !j->exhausted; n = n->next) {
        const judged *const e = judged_of(n);
        if (!is_shown(e))
            continue;
        if (n == j->headline)
            j->headed = HEADED_MOST;
        judge(j, n);
        if (e->kind == SLS_ELEMENT_BLOCK || e->kind == SLS_ELEMENT_CELL)
            judge_element(j, n, e);
    }
}

/* After the share of links. */
static size_t lessened(const judged *e, size_t points)
{
    return e->bytes > 0 ? points * (100 - e->links * 100 / e->bytes) : 0;
}

static size_t points_of(const xmlNode *node)
{
    const judged *const e = judged_of(node);
    return lessened(e, e->points + e->headed);
}

/* Its paragraphs' own, wherever they stand: only the first of a live blog's entries is headed. */
static size_t own_points_of(const xmlNode *node)
{
    const judged *const e = judged_of(node);
    return lessened(e, e->points);
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
    const size_t least = own_points_of(best) / ALIKE_SHARE;
    const xmlNode *up = best->parent;
    for (size_t level = 1; level <= LEVELS && judged_of(up); level++, up = up->parent) {
        size_t alike = 0;
        for (size_t i = 0; i < j->candidates.len; i++) {
            const xmlNode *const other = j->candidates.at[i];
            alike += other != best && own_points_of(other) >= least && are_alike(other, best) &&
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

sls_status sls_judge_page(xmlNode *root, const xmlNode *headline, sls_arena *arena,
                          const xmlNode **out)
{
    judging j = { .arena = arena, .headline = headline };
    judged page = { .kind = SLS_ELEMENT_BLOCK };
    measure(&j, root, &page);
    judge(&j, root);
    if (j.exhausted)
        return SLS_ENOMEM;
    *out = best_of(&j);
    return SLS_OK;
}

sls_element sls_judged_kind(const xmlNode *node)
{
    const judged *const e = judged_of(node);
    return e ? e->kind : SLS_ELEMENT_HIDDEN;
}

size_t sls_judged_bytes(const xmlNode *node)
{
    const judged *const e = judged_of(node);
    return e ? e->bytes : 0;
}
