#include "ingest/element.h"

#include "base/ascii.h"

typedef struct {
    const char *tag;
    sls_element element;
} tag_row;

static const tag_row tags[] = { { "script", SLS_ELEMENT_HIDDEN },
                                { "style", SLS_ELEMENT_HIDDEN },
                                { "noscript", SLS_ELEMENT_HIDDEN },
                                { "template", SLS_ELEMENT_HIDDEN },
                                { "iframe", SLS_ELEMENT_HIDDEN },
                                { "svg", SLS_ELEMENT_HIDDEN },
                                { "head", SLS_ELEMENT_HIDDEN },
                                { "button", SLS_ELEMENT_HIDDEN },
                                { "select", SLS_ELEMENT_HIDDEN },
                                { "textarea", SLS_ELEMENT_HIDDEN },
                                { "dialog", SLS_ELEMENT_HIDDEN },
                                { "object", SLS_ELEMENT_HIDDEN },
                                { "video", SLS_ELEMENT_HIDDEN },
                                { "audio", SLS_ELEMENT_HIDDEN },
                                { "nav", SLS_ELEMENT_ASIDE },
                                { "aside", SLS_ELEMENT_ASIDE },
                                { "form", SLS_ELEMENT_FURNITURE },
                                { "footer", SLS_ELEMENT_ASIDE },
                                { "amp-sidebar", SLS_ELEMENT_ASIDE },
                                { "amp-ad", SLS_ELEMENT_ASIDE },
                                { "amp-consent", SLS_ELEMENT_ASIDE },
                                { "amp-social-share", SLS_ELEMENT_ASIDE },
                                { "amp-user-notification", SLS_ELEMENT_ASIDE },
                                { "p", SLS_ELEMENT_BLOCK },
                                { "div", SLS_ELEMENT_BLOCK },
                                { "article", SLS_ELEMENT_BLOCK },
                                { "section", SLS_ELEMENT_BLOCK },
                                { "main", SLS_ELEMENT_BLOCK },
                                { "header", SLS_ELEMENT_BLOCK },
                                { "body", SLS_ELEMENT_BLOCK },
                                { "html", SLS_ELEMENT_BLOCK },
                                { "h1", SLS_ELEMENT_BLOCK },
                                { "h2", SLS_ELEMENT_BLOCK },
                                { "h3", SLS_ELEMENT_BLOCK },
                                { "h4", SLS_ELEMENT_BLOCK },
                                { "h5", SLS_ELEMENT_BLOCK },
                                { "h6", SLS_ELEMENT_BLOCK },
                                { "ul", SLS_ELEMENT_BLOCK },
                                { "ol", SLS_ELEMENT_BLOCK },
                                { "li", SLS_ELEMENT_BLOCK },
                                { "dl", SLS_ELEMENT_BLOCK },
                                { "dt", SLS_ELEMENT_BLOCK },
                                { "dd", SLS_ELEMENT_BLOCK },
                                { "blockquote", SLS_ELEMENT_BLOCK },
                                { "pre", SLS_ELEMENT_BLOCK },
                                { "table", SLS_ELEMENT_BLOCK },
                                { "tbody", SLS_ELEMENT_BLOCK },
                                { "thead", SLS_ELEMENT_BLOCK },
                                { "tfoot", SLS_ELEMENT_BLOCK },
                                { "tr", SLS_ELEMENT_BLOCK },
                                { "caption", SLS_ELEMENT_BLOCK },
                                { "figure", SLS_ELEMENT_BLOCK },
                                { "address", SLS_ELEMENT_BLOCK },
                                { "center", SLS_ELEMENT_BLOCK },
                                { "details", SLS_ELEMENT_BLOCK },
                                { "summary", SLS_ELEMENT_BLOCK },
                                { "hr", SLS_ELEMENT_BLOCK },
                                { "figcaption", SLS_ELEMENT_CAPTION },
                                { "td", SLS_ELEMENT_CELL },
                                { "th", SLS_ELEMENT_CELL },
                                { "br", SLS_ELEMENT_BREAK } };

/* Pieces of class and id names, as pages of many outlets use them, for and against. */
static const char *const furniture_names[] = {
    "sosmed",      "terkait",   "baca-juga",   "bacajuga",  "readmore",    "komentar",
    "tags",        "sidebar",   "breadcrumb",  "popular",   "terpopuler",  "newsletter",
    "advert",      "iklan",     "pagination",  "copyright", "navbar",      "footer",
    "subscribe",   "recommend", "rekomendasi", "trending",  "cookie",      "paywall",
    "commentlist", "sharebar",  "sharethis",   "gpt-ad",    "relatedpost", "berlangganan"
};
/* The same, as whole words: "related-posts", not "unrelated"; "share", not "shareholders". */
static const char *const furniture_words[] = { "share",  "social", "related", "comment",
                                               "banner", "promo",  "widget",  "paging",
                                               "menu",   "login",  "ad",      "adv" };
static const char *const article_names[] = {
    "article-body", "articlebody",   "article__body", "article-content", "article__content",
    "post-content", "entry-content", "story-body",    "content-detail",  "detail-text",
    "detail__body", "read__content", "news-content",  "isi-berita",      "isi_berita",
    "body-content", "post-body",     "story-content"
};
static const char *const caption_names[] = { "caption", "keterangan-foto", "photo-desc" };
static const char *const date_names[] = { "date", "tanggal", "time", "waktu", "publish", "terbit" };

static bool equals(sls_str s, const char *name)
{
    return sls_ascii_starts(s, name) && strlen(name) == s.len;
}

static bool is_letter(sls_str s, size_t at)
{
    return at < s.len && (sls_is_lower(s.ptr[at]) || sls_is_upper(s.ptr[at]));
}

/* Between words of a name: "share-bar", "shareBar". */
static bool is_edge(sls_str s, size_t at)
{
    return at == 0 || !is_letter(s, at) || !is_letter(s, at - 1) ||
           (sls_is_upper(s.ptr[at]) && sls_is_lower(s.ptr[at - 1]));
}

typedef struct {
    const char *const *at;
    size_t count;
    bool whole; /* words, in singular or plural */
} name_list;

#define NAMES(list, whole) ((name_list){ (list), sizeof(list) / sizeof *(list), (whole) })

static bool names_any(sls_str value, name_list names)
{
    for (size_t at = 0; at < value.len; at++)
        for (size_t i = 0; i < names.count; i++) {
            if (!sls_ascii_starts(sls_str_slice(value, at, SIZE_MAX), names.at[i]))
                continue;
            const size_t end = at + strlen(names.at[i]);
            const size_t plural = end < value.len && sls_lower(value.ptr[end]) == 's' ? 1 : 0;
            if (!names.whole ||
                (is_edge(value, at) && (is_edge(value, end) || is_edge(value, end + plural))))
                return true;
        }
    return false;
}

sls_str sls_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (equals(sls_str_of((const char *)a->name), name) && a->children && a->children->content)
            return sls_str_of((const char *)a->children->content);
    return (sls_str){ "", 0 };
}

/* Whether it stands there, with a value or without. */
static bool has_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (equals(sls_str_of((const char *)a->name), name))
            return true;
    return false;
}

/* A page whose names are longer than this is no page; it bounds the search in them. */
enum { NAME_MOST = 512 };

static bool is_named(const xmlNode *node, name_list names)
{
    return names_any(sls_str_slice(sls_attribute(node, "class"), 0, NAME_MOST), names) ||
           names_any(sls_str_slice(sls_attribute(node, "id"), 0, NAME_MOST), names);
}

bool sls_element_is(const xmlNode *node, const char *tag)
{
    return node->type == XML_ELEMENT_NODE && equals(sls_str_of((const char *)node->name), tag);
}

/* AMP's placeholders are shown until what they stand for is. */
static bool is_not_shown(const xmlNode *node)
{
    const sls_str style = sls_str_slice(sls_attribute(node, "style"), 0, NAME_MOST);
    return has_attribute(node, "hidden") || has_attribute(node, "placeholder") ||
           has_attribute(node, "fallback") || equals(sls_attribute(node, "aria-hidden"), "true") ||
           sls_str_find(style, SLS_STR("display:none")) != SIZE_MAX ||
           sls_str_find(style, SLS_STR("display: none")) != SIZE_MAX;
}

static sls_element by_tag(const xmlNode *node)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (sls_element_is(node, tags[i].tag))
            return tags[i].element;
    return SLS_ELEMENT_INLINE;
}

bool sls_element_is_article(const xmlNode *node)
{
    return is_named(node, NAMES(article_names, false)) ||
           equals(sls_attribute(node, "itemprop"), "articlebody");
}

bool sls_element_is_date(const xmlNode *node)
{
    return sls_element_is(node, "time") || is_named(node, NAMES(date_names, false));
}

sls_element sls_element_of(const xmlNode *node)
{
    const sls_element found = by_tag(node);
    if (found == SLS_ELEMENT_HIDDEN || is_not_shown(node))
        return SLS_ELEMENT_HIDDEN;
    if (found == SLS_ELEMENT_INLINE || found == SLS_ELEMENT_ASIDE || sls_element_is(node, "body") ||
        sls_element_is(node, "html"))
        return found;
    if (!is_named(node, NAMES(article_names, false)) &&
        (is_named(node, NAMES(furniture_names, false)) ||
         is_named(node, NAMES(furniture_words, true))))
        return SLS_ELEMENT_FURNITURE;
    if ((sls_element_is(node, "p") || sls_element_is(node, "div")) &&
        is_named(node, NAMES(caption_names, false)))
        return SLS_ELEMENT_CAPTION;
    return found;
}
