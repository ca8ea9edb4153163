#include "ingest/html.h"

#include "base/ascii.h"
#include "ingest/element.h"
#include "ingest/facts.h"
#include "ingest/main_text.h"
#include "ingest/published.h"
#include "io/encoding.h"
#include "io/json.h"
#include "io/scarce.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

void sls_html_begin(void)
{
    /* fails for NULL alone */
    (void)xmlMemSetup(free, sls_scarce_alloc, sls_scarce_realloc, sls_scarce_copy);
    xmlInitParser();
}

typedef struct {
    sls_arena *arena;
    sls_article *out;
    sls_str heading, window; /* <h1>, <title> */
    const xmlNode *headline;
    bool headed; /* an <h1> has been met */
    bool exhausted;
} reading;

typedef struct {
    const char *key; /* of <meta name= property= itemprop=> */
    const char *fact;
} meta_row;

static const meta_row metas[] = {
    { "og:title", "title" },
    { "twitter:title", "title" },
    { "og:site_name", "source" },
    { "application-name", "source" },
    { "og:url", "url" },
    { "article:published_time", "published" },
    { "datepublished", "published" },
    { "pubdate", "published" },
    { "publishdate", "published" },
    { "publish-date", "published" },
    { "publication_date", "published" },
    { "content_publisheddate", "published" },
    { "dc.date", "published" },
    { "dc.date.issued", "published" },
    { "dcterms.date", "published" },
    { "dcterms.created", "published" },
    { "parsely-pub-date", "published" },
};

static sls_str *field_of(sls_article *article, const char *fact)
{
    for (size_t i = 0; i < SLS_FACTS; i++)
        if (strcmp(sls_fact_name(i), fact) == 0)
            return sls_fact_of(article, i);
    return NULL;
}

/* The first that is found stays; a date that is none is nothing. */
static void say(reading *r, const char *fact, sls_str value)
{
    sls_str *const field = field_of(r->out, fact), copy;
    value = sls_str_trim(value);
    if (field->len > 0 || value.len == 0 || r->exhausted)
        return;
    if (sls_arena_copy(r->arena, value, &copy) != SLS_OK) {
        r->exhausted = true;
        return;
    }
    if (strcmp(fact, "published") == 0) {
        const sls_status status = sls_published_read(copy, r->arena, &copy);
        r->exhausted = status == SLS_ENOMEM;
        if (status != SLS_OK)
            return;
    }
    *field = copy;
}

static bool is(sls_str value, const char *word)
{
    return sls_ascii_starts(value, word) && value.len == strlen(word);
}

static void read_meta(reading *r, const xmlNode *node)
{
    static const char *const keys[] = { "property", "name", "itemprop" };
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        const sls_str key = sls_attribute(node, keys[k]);
        for (size_t i = 0; key.len > 0 && i < sizeof metas / sizeof *metas; i++)
            if (is(key, metas[i].key))
                say(r, metas[i].fact, sls_attribute(node, "content"));
    }
}

/* schema.org's articles: what editors' systems write for search machines is what they mean. */
static void read_linked(reading *r, const xmlNode *node)
{
    static const char *const types[] = { "NewsArticle",          "Article",
                                         "ReportageNewsArticle", "AnalysisNewsArticle",
                                         "BlogPosting",          "LiveBlogPosting",
                                         "OpinionNewsArticle",   "BackgroundNewsArticle" };
    static const char *const names[] = { "headline", "datePublished",    "publisher.name",
                                         "url",      "mainEntityOfPage", "mainEntityOfPage.@id" };
    static const char *const facts[] = { "title", "published", "source", "url", "url", "url" };
    enum { NAMES = sizeof names / sizeof *names };
    sls_str values[NAMES];
    if (!node->children || !node->children->content)
        return;
    const sls_str text = sls_str_of((const char *)node->children->content);
    const sls_status status =
        sls_json_typed(text, types, sizeof types / sizeof *types, names, NAMES, r->arena, values);
    r->exhausted = r->exhausted || status == SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < NAMES; i++)
        say(r, facts[i], values[i]);
}

typedef void visitor(reading *r, const xmlNode *node);

/* libxml2 nests at most 256 deep. */
static void visit(reading *r, const xmlNode *node, visitor *each)
{
    for (const xmlNode *n = node->children; n && !r->exhausted; n = n->next)
        if (n->type == XML_ELEMENT_NODE) {
            each(r, n);
            visit(r, n, each);
        }
}

static void visit_linked(reading *r, const xmlNode *node)
{
    if (sls_element_is(node, "script") && is(sls_attribute(node, "type"), "application/ld+json"))
        read_linked(r, node);
}

static void keep_text(reading *r, const xmlNode *node, sls_str *out)
{
    sls_page_text found;
    if (out->len > 0)
        return;
    if (sls_node_text(node, r->arena, &found) != SLS_OK)
        r->exhausted = true;
    else if (!sls_str_eq(found.text, r->out->source)) /* the outlet's own name heads each page */
        *out = found.text;
}

static void visit_said(reading *r, const xmlNode *node)
{
    if (sls_element_is(node, "meta"))
        read_meta(r, node);
    else if (sls_element_is(node, "link") && is(sls_attribute(node, "rel"), "canonical"))
        say(r, "url", sls_attribute(node, "href"));
    else if (sls_element_is(node, "h1"))
        keep_text(r, node, &r->heading);
    else if (sls_element_is(node, "title"))
        keep_text(r, node, &r->window);
    if (is(sls_attribute(node, "itemprop"), "datepublished"))
        say(r, "published", sls_attribute(node, "datetime"));
}

/* Behind the headline: above it stand the times of other articles. */
static void visit_time(reading *r, const xmlNode *node)
{
    r->headed = r->headed || sls_element_is(node, "h1");
    if (r->headed && sls_element_is(node, "time"))
        say(r, "published", sls_attribute(node, "datetime"));
}

/* The page's title begins with it: the first heading may be the outlet's name. */
static void visit_heading(reading *r, const xmlNode *node)
{
    enum { HEADLINE_LEAST = 12 }; /* bytes; less may stand in a title by chance */
    const sls_str title = sls_str_eq(r->out->title, r->heading) ? r->window : r->out->title;
    sls_page_text found;
    if (r->headline || title.len == 0 ||
        (!sls_element_is(node, "h1") && !sls_element_is(node, "h2") && !sls_element_is(node, "h3")))
        return;
    if (sls_node_text(node, r->arena, &found) != SLS_OK)
        r->exhausted = true;
    else if (found.text.len >= HEADLINE_LEAST && sls_str_starts(title, found.text))
        r->headline = node;
}

/* "https://www.kabar.example/2024/a.html" gives "kabar.example". */
static sls_str host_of(sls_str url)
{
    const size_t scheme = sls_str_find(url, SLS_STR("://"));
    if (scheme == SIZE_MAX)
        return (sls_str){ NULL, 0 };
    sls_str host = sls_str_slice(url, scheme + 3, SIZE_MAX);
    for (size_t i = 0; i < host.len; i++)
        if (host.ptr[i] == '/' || host.ptr[i] == ':' || host.ptr[i] == '?' || host.ptr[i] == '#')
            host.len = i;
    return sls_str_starts(host, SLS_STR("www.")) ? sls_str_slice(host, 4, SIZE_MAX) : host;
}

static void read_facts(reading *r, const xmlNode *root)
{
    visit(r, root, visit_linked);
    visit(r, root, visit_said);
    visit(r, root, visit_time);
    r->headed = true;
    visit(r, root, visit_time);
    say(r, "title", r->heading);
    say(r, "title", r->window);
    say(r, "source", host_of(r->out->url));
}

/* Whether the first bytes name their encoding themselves, as <meta charset> does. */
static bool declares_encoding(sls_str bytes)
{
    enum { HEAD = 2048 };
    static const char word[] = "charset";
    for (size_t i = 0; i < bytes.len && i < HEAD; i++)
        if (sls_ascii_starts(sls_str_slice(bytes, i, SIZE_MAX), word))
            return true;
    return false;
}

/* NULL: as the page declares. UTF-8 that is well-formed is UTF-8, whatever the page says. */
static const char *encoding_of(sls_str bytes)
{
    const sls_encoding guess = sls_encoding_guess(bytes);
    if (guess == SLS_ENCODING_WINDOWS_1252 && declares_encoding(bytes))
        return NULL;
    return sls_encoding_name(guess);
}

typedef struct {
    sls_str bytes;
    htmlDocPtr doc; /* NULL: the page holds nothing at all */
    bool cut;       /* libxml2 gave up before the end, as it does where elements nest too deep */
} parsing;

static void parse(void *context)
{
    parsing *const p = context;
    const sls_str bytes = p->bytes;
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED;
    const htmlParserCtxtPtr parser = bytes.len <= INT_MAX ? htmlNewParserCtxt() : NULL;
    if (!parser)
        return;
    p->doc =
        htmlCtxtReadMemory(parser, bytes.ptr, (int)bytes.len, NULL, encoding_of(bytes), options);
    p->cut = parser->disableSAX != 0;
    htmlFreeParserCtxt(parser);
}

static sls_status read_page(xmlNode *root, sls_arena *arena, sls_article *out, sls_page_text *text)
{
    reading r = { .arena = arena, .out = out };
    read_facts(&r, root);
    visit(&r, root, visit_heading);
    return r.exhausted ? SLS_ENOMEM
                       : sls_main_text(root, r.headline, out->published.len == 0, arena, text);
}

/* `whole`: all of it is the article. */
static sls_status read(sls_str bytes, bool whole, sls_arena *arena, sls_article *out)
{
    parsing parsed = { .bytes = bytes };
    sls_page_text text;
    if (!sls_scarce_try(parse, &parsed))
        return SLS_ENOMEM;
    if (!parsed.doc)
        return SLS_OK;
    xmlNode *const root = (xmlNode *)parsed.doc;
    const sls_status status =
        whole ? sls_node_text(root, arena, &text) : read_page(root, arena, out, &text);
    xmlFreeDoc(parsed.doc);
    if (status != SLS_OK)
        return status;
    out->text = text.text;
    out->captions = text.captions;
    out->caption_count = text.caption_count;
    if (parsed.cut)
        out->note = SLS_STR("elements nest deeper than 256, or a text is longer than 10 MB: what "
                            "stands behind was not read; save the page anew or as text");
    return SLS_OK;
}

sls_status sls_html_read(sls_str bytes, sls_arena *arena, sls_article *out)
{
    return read(bytes, false, arena, out);
}

sls_status sls_html_text(sls_str bytes, sls_arena *arena, sls_article *out)
{
    return read(bytes, true, arena, out);
}
