#include "ingest/feed.h"

#include "ingest/element.h"
#include "ingest/published.h"
#include "io/scarce.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>

struct sls_feed {
    sls_stream *stream;
    xmlTextReaderPtr reader;
    sls_diag diag;    /* of the stream */
    sls_str title;    /* of the feed */
    sls_arena *arena; /* of that */
    bool any;         /* an element of a feed was met */
    int more;         /* what the reader said last */
    xmlNode *node;    /* what it gave */
};

static int feed_bytes(void *context, char *to, int size)
{
    sls_feed *const f = context;
    size_t got;
    if (sls_stream_read(f->stream, to, (size_t)size, &got, &f->diag) != SLS_OK)
        return -1;
    return (int)got;
}

static void begin(void *context)
{
    sls_feed *const f = context;
    f->reader = xmlReaderForIO(feed_bytes, NULL, f, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                   XML_PARSE_NOCDATA);
}

static void advance(void *context)
{
    sls_feed *const f = context;
    f->more = xmlTextReaderRead(f->reader);
}

static void expand(void *context)
{
    sls_feed *const f = context;
    f->node = xmlTextReaderExpand(f->reader);
}

/* False: out of memory, which leaves no reader. */
static bool try(sls_feed *f, void (*work)(void *))
{
    if (sls_scarce_try(work, f))
        return true;
    f->reader = NULL;
    return false;
}

sls_status sls_feed_open(sls_stream *stream, sls_feed **out)
{
    sls_feed *const f = calloc(1, sizeof *f);
    if (!f)
        return SLS_ENOMEM;
    f->stream = stream;
    f->arena = sls_arena_new(0);
    if (!f->arena || !try(f, begin) || !f->reader) {
        sls_feed_close(f);
        return SLS_ENOMEM;
    }
    *out = f;
    return SLS_OK;
}

void sls_feed_close(sls_feed *feed)
{
    if (!feed)
        return;
    xmlFreeTextReader(feed->reader);
    sls_arena_free(feed->arena);
    free(feed);
}

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* What an element of an item is to an article, the richest first. */
static const struct {
    const char *element;
    enum { ID, TITLE, LINK, PUBLISHED, TEXT, FIELDS } field;
} elements[] = { { "guid", ID },
                 { "id", ID },
                 { "title", TITLE },
                 { "link", LINK },
                 { "published", PUBLISHED },
                 { "pubDate", PUBLISHED },
                 { "date", PUBLISHED },
                 { "updated", PUBLISHED },
                 /* content:encoded of RSS, content of Atom */
                 { "encoded", TEXT },
                 { "content", TEXT },
                 { "description", TEXT },
                 { "summary", TEXT } };

static bool holds_elements(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            return true;
    return false;
}

typedef struct {
    const xmlNode *node;
    xmlChar *text;     /* of what has no markup */
    xmlBufferPtr dump; /* of what has */
    int wrote;
} content;

/* What XHTML stands in an element of the feed itself, as the HTML that others give as text. */
static void read_markup(void *context)
{
    content *const c = context;
    c->dump = xmlBufferCreate();
    for (xmlNode *n = c->node->children; n && c->dump && c->wrote >= 0; n = n->next)
        c->wrote = xmlNodeDump(c->dump, n->doc, n, 0, 0);
}

static void read_content(void *context)
{
    content *const c = context;
    c->text = xmlNodeGetContent(c->node);
}

/* Atom's link is an attribute; only the one that leads to the article counts. */
static sls_status value_of(const xmlNode *node, sls_arena *arena, sls_str *out)
{
    const sls_str href = sls_attribute(node, "href"), rel = sls_attribute(node, "rel");
    if (href.len > 0)
        return rel.len == 0 || sls_str_eq(rel, SLS_STR("alternate"))
                   ? sls_arena_copy(arena, href, out)
                   : SLS_OK;
    content c = { .node = node };
    if (holds_elements(node)) {
        if (!sls_scarce_try(read_markup, &c) || !c.dump || c.wrote < 0)
            return SLS_ENOMEM;
        const sls_str markup = sls_str_of((const char *)xmlBufferContent(c.dump));
        const sls_status copied = sls_arena_copy(arena, markup, out);
        xmlBufferFree(c.dump);
        return copied;
    }
    if (!sls_scarce_try(read_content, &c) || !c.text)
        return SLS_ENOMEM;
    const sls_status status =
        sls_arena_copy(arena, sls_str_trim(sls_str_of((const char *)c.text)), out);
    xmlFree(c.text);
    return status;
}

static sls_status read_item(const sls_feed *f, const xmlNode *item, sls_arena *arena,
                            sls_article *out)
{
    sls_str fields[FIELDS] = { { 0 } };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        for (const xmlNode *n = item->children; n && status == SLS_OK; n = n->next)
            if (is(n, elements[i].element) && fields[elements[i].field].len == 0)
                status = value_of(n, arena, &fields[elements[i].field]);
    *out = (sls_article){ .id = fields[ID].len > 0 ? fields[ID] : fields[LINK],
                          .title = fields[TITLE],
                          .url = fields[LINK],
                          .text = fields[TEXT] };
    if (status == SLS_OK && f->title.len > 0)
        status = sls_arena_copy(arena, f->title, &out->source);
    if (status == SLS_OK && fields[PUBLISHED].len > 0) {
        status = sls_published_read(fields[PUBLISHED], arena, &out->published);
        status = status == SLS_ENOMEM ? status : SLS_OK; /* a date that is none is unknown */
    }
    return status;
}

static sls_status broken(sls_feed *f, sls_diag *diag)
{
    const char *const path = sls_stream_path(f->stream);
    const int line = xmlTextReaderGetParserLineNumber(f->reader);
    if (f->diag.status != SLS_OK) {
        if (diag)
            *diag = f->diag;
        return f->diag.status;
    }
    return sls_diag_set(diag, SLS_ESYNTAX, path, line > 0 ? (size_t)line : 0,
                        "not well-formed XML from here on; what stands before it was read");
}

/* The feed's own title, before its items. */
static sls_status read_title(sls_feed *f)
{
    if (!try(f, expand))
        return SLS_ENOMEM;
    return f->node && f->title.len == 0 ? value_of(f->node, f->arena, &f->title) : SLS_OK;
}

sls_status sls_feed_next(sls_feed *f, sls_arena *arena, sls_article *out, size_t *line,
                         sls_diag *diag)
{
    if (!f->reader)
        return SLS_ENOMEM;
    while (try(f, advance) && f->more == 1) {
        const xmlNode *const here = xmlTextReaderCurrentNode(f->reader);
        if (!here || xmlTextReaderNodeType(f->reader) != XML_READER_TYPE_ELEMENT)
            continue;
        f->any = f->any || is(here, "rss") || is(here, "feed") || is(here, "RDF");
        if (is(here, "title") && here->parent &&
            (is(here->parent, "channel") || is(here->parent, "feed")) && read_title(f) != SLS_OK)
            return SLS_ENOMEM;
        if (!is(here, "item") && !is(here, "entry"))
            continue;
        *line = (size_t)xmlTextReaderGetParserLineNumber(f->reader);
        if (!try(f, expand))
            return SLS_ENOMEM;
        return f->node ? read_item(f, f->node, arena, out) : broken(f, diag);
    }
    if (!f->reader)
        return SLS_ENOMEM;
    if (f->more < 0)
        return broken(f, diag);
    if (f->any)
        return SLS_ENOTFOUND;
    f->any = true;
    return sls_diag_set(diag, SLS_ESYNTAX, sls_stream_path(f->stream), 0,
                        "XML, but neither RSS nor Atom");
}
