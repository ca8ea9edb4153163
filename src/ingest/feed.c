#include "ingest/feed.h"

#include "ingest/element.h"
#include "ingest/published.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>

struct sls_feed {
    sls_stream *stream;
    xmlTextReaderPtr reader;
    sls_diag diag;    /* of the stream */
    sls_str title;    /* of the feed */
    sls_arena *arena; /* of that */
    bool any;         /* an element of a feed was met */
};

static int feed_bytes(void *context, char *to, int size)
{
    sls_feed *const f = context;
    size_t got;
    if (sls_stream_read(f->stream, to, (size_t)size, &got, &f->diag) != SLS_OK)
        return -1;
    return (int)got;
}

sls_status sls_feed_open(sls_stream *stream, sls_feed **out)
{
    sls_feed *const f = calloc(1, sizeof *f);
    if (!f)
        return SLS_ENOMEM;
    f->stream = stream;
    f->arena = sls_arena_new(0);
    f->reader = f->arena ? xmlReaderForIO(feed_bytes, NULL, f, NULL, NULL,
                                          XML_PARSE_NONET | XML_PARSE_NOERROR |
                                              XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)
                         : NULL;
    if (!f->reader) {
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

/* What XHTML stands in an element of the feed itself, as the HTML that others give as text. */
static sls_status markup_of(const xmlNode *node, sls_arena *arena, sls_str *out)
{
    const xmlBufferPtr buffer = xmlBufferCreate();
    int wrote = buffer ? 0 : -1;
    for (xmlNode *n = node->children; n && wrote >= 0; n = n->next)
        wrote = xmlNodeDump(buffer, n->doc, n, 0, 0);
    const sls_status status =
        wrote < 0 ? SLS_ENOMEM
                  : sls_arena_copy(arena, sls_str_of((const char *)xmlBufferContent(buffer)), out);
    xmlBufferFree(buffer);
    return status;
}

/* Atom's link is an attribute; only the one that leads to the article counts. */
static sls_status value_of(const xmlNode *node, sls_arena *arena, sls_str *out)
{
    const sls_str href = sls_attribute(node, "href"), rel = sls_attribute(node, "rel");
    if (href.len > 0)
        return rel.len == 0 || sls_str_eq(rel, SLS_STR("alternate"))
                   ? sls_arena_copy(arena, href, out)
                   : SLS_OK;
    if (holds_elements(node))
        return markup_of(node, arena, out);
    xmlChar *const content = xmlNodeGetContent(node);
    if (!content)
        return SLS_ENOMEM;
    const sls_status status =
        sls_arena_copy(arena, sls_str_trim(sls_str_of((const char *)content)), out);
    xmlFree(content);
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
    const xmlNode *const node = xmlTextReaderExpand(f->reader);
    return node && f->title.len == 0 ? value_of(node, f->arena, &f->title) : SLS_OK;
}

sls_status sls_feed_next(sls_feed *f, sls_arena *arena, sls_article *out, size_t *line,
                         sls_diag *diag)
{
    int more = xmlTextReaderRead(f->reader);
    for (; more == 1; more = xmlTextReaderRead(f->reader)) {
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
        const xmlNode *const item = xmlTextReaderExpand(f->reader);
        return item ? read_item(f, item, arena, out) : broken(f, diag);
    }
    if (more < 0)
        return broken(f, diag);
    if (f->any)
        return SLS_ENOTFOUND;
    f->any = true;
    return sls_diag_set(diag, SLS_ESYNTAX, sls_stream_path(f->stream), 0,
                        "XML, but neither RSS nor Atom");
}
