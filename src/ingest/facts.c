#include "ingest/facts.h"

#include "ingest/published.h"

#include <assert.h>

static const char *const names[SLS_FACTS] = { "source", "published", "lang",
                                              "title",  "url",       "credit" };
enum { PUBLISHED = 1, LANG = 2 };

const sls_fields *sls_fields_own(void)
{
    static const sls_fields own = { { "id", "source", "published", "lang", "title", "url", "credit",
                                      "text" } };
    return &own;
}

const char *sls_fact_name(size_t fact)
{
    assert(fact < SLS_FACTS);
    return names[fact];
}

sls_str *sls_fact_of(sls_article *article, size_t fact)
{
    assert(fact < SLS_FACTS);
    sls_str *const fields[SLS_FACTS] = { &article->source, &article->published, &article->lang,
                                         &article->title,  &article->url,       &article->credit };
    return fields[fact];
}

static sls_status set_published(sls_article *article, sls_str value, sls_place place,
                                sls_arena *arena, sls_diag *diag)
{
    sls_status status = sls_published_read(value, arena, &article->published);

    if (status == SLS_ESYNTAX)
        return sls_diag_set(diag, status, place.path, place.line,
                            "published '%.*s' is not a date; write 2024-06-19, 2024-06 or "
                            "2024-06-19T14:30+07:00, or leave it empty",
                            (int)(value.len < 64 ? value.len : 64), value.ptr);
    if (status == SLS_ERANGE)
        return sls_diag_set(diag, status, place.path, place.line,
                            "published '%.*s' is not in the calendar; correct it, or leave it "
                            "empty",
                            (int)(value.len < 64 ? value.len : 64), value.ptr);
    return status;
}

/* The languages of the lexicon, which ingest does not know. */
static bool is_read(sls_str lang)
{
    return sls_str_eq(lang, SLS_STR("id")) || sls_str_eq(lang, SLS_STR("en"));
}

sls_status sls_fact_set(sls_article *article, size_t fact, sls_str value, sls_place place,
                        sls_arena *arena, sls_diag *diag)
{
    value = sls_str_trim(value);
    if (value.len == 0)
        return SLS_OK;
    if (fact == PUBLISHED)
        return set_published(article, value, place, arena, diag);
    if (fact == LANG && !is_read(value))
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, place.line,
                            "language '%.*s' is not supported; use id or en, or leave it empty",
                            (int)(value.len < 16 ? value.len : 16), value.ptr);
    *sls_fact_of(article, fact) = value;
    return SLS_OK;
}

void sls_facts_fill(sls_article *article, const sls_article *other)
{
    sls_article copy = *other;

    for (size_t fact = 0; fact < SLS_FACTS; fact++) {
        sls_str *field = sls_fact_of(article, fact);

        if (field->len == 0)
            *field = *sls_fact_of(&copy, fact);
    }
}
