#include "check/past_file.h"

#include "check/seal.h"

#include <stdlib.h>

enum { VERSION = 1 };

typedef struct {
    uint64_t facts, keyed, rows, links; /* keyed: facts, or none */
} sizes;

typedef struct {
    sls_seal seal;
    uint64_t articles, stories, copies, features, postings;
    uint64_t padding;
    sizes of[SLS_RECIPES];
} head;

/* An array of the file: each begins at a multiple of 8. */
typedef struct {
    void **at; /* where its address is to be put, or stands; any pointer type */
    size_t count, size;
} table;

enum { PER_RECIPE = 8, TABLES = 8 + SLS_RECIPES * PER_RECIPE };

_Static_assert(sizeof(sls_link) == 44 && sizeof(sls_story) == 12 && sizeof(sls_posting) == 8 &&
                   sizeof(sls_account) == 24 && sizeof(head) % 8 == 0,
               "nothing stands between the fields");

#define TABLE(pointer, number)                                                                     \
    (table)                                                                                        \
    {                                                                                              \
        (void **)(void *)&(pointer), (number), sizeof *(pointer)                                   \
    }

/* The arrays of `past` in their order. */
static void list_tables(sls_past *past, const head *h, table out[TABLES])
{
    size_t n = 0;
    out[n++] = TABLE(past->articles, h->articles);
    out[n++] = TABLE(past->stories, h->stories);
    out[n++] = TABLE(past->bands, h->articles * SLS_BANDS);
    out[n++] = TABLE(past->copies, h->copies);
    out[n++] = TABLE(past->postings.told, h->articles);
    out[n++] = TABLE(past->postings.features, h->features);
    out[n++] = TABLE(past->postings.ends, h->features);
    out[n++] = TABLE(past->postings.at, h->postings);
    for (size_t i = 0; i < SLS_RECIPES; i++) {
        sls_past_facts *const f = &past->of[i];
        const sizes *const s = &h->of[i];
        out[n++] = TABLE(f->first, h->articles + 1);
        out[n++] = TABLE(f->entries, s->facts);
        out[n++] = TABLE(f->ranks, s->keyed);
        out[n++] = TABLE(f->values, s->keyed);
        out[n++] = TABLE(f->seconds, s->keyed);
        out[n++] = TABLE(f->keys, s->rows);
        out[n++] = TABLE(f->facts, s->rows);
        out[n++] = TABLE(f->links, s->links);
    }
}

/* Addresses are read and written bytewise, since pointers of two types may not alias. */
static void *address_of(const table *t)
{
    void *at;
    memcpy(&at, t->at, sizeof at);
    return at;
}

/* --- reading --- */

static bool facts_fit(const sls_past_facts *f, const sizes *s, size_t articles)
{
    for (size_t i = 0; i < articles; i++)
        if (f->first[i] > f->first[i + 1])
            return false;
    if (f->first[0] != 0 || f->first[articles] != s->facts ||
        (s->keyed != 0 && s->keyed != s->facts) || (s->keyed == 0 && s->rows > 0))
        return false;
    for (size_t i = 0; i < s->rows; i++)
        if (f->facts[i] >= s->facts)
            return false;
    for (size_t i = 0; i < s->links; i++) {
        const sls_link *const l = &f->links[i];
        if (l->a > l->b || l->b >= s->facts || l->origin > SLS_BY_ALL ||
            l->terms.count > SLS_TERMS_MOST)
            return false;
    }
    return true;
}

static bool postings_fit(const sls_postings *p, const head *h)
{
    for (size_t i = 0; i < h->features; i++)
        if (p->ends[i] > h->postings || (i > 0 && p->ends[i] < p->ends[i - 1]))
            return false;
    for (size_t i = 0; i < h->postings; i++)
        if (p->at[i].article >= h->articles || p->at[i].rarity == 0)
            return false;
    return sls_postings_count(p) == h->postings;
}

/* A whole file of this build can be relied on; that its parts fit is checked all the same. */
static bool all_fits(const sls_past *past, const head *h)
{
    for (size_t i = 0; i < h->stories; i++)
        if (past->stories[i].a >= past->stories[i].b || past->stories[i].b >= h->articles)
            return false;
    for (size_t i = 0; i < h->copies; i++)
        if (past->copies[i] >> 32 >= h->articles || (uint32_t)past->copies[i] >= h->articles)
            return false;
    if (!postings_fit(&past->postings, h))
        return false;
    for (size_t i = 0; i < SLS_RECIPES; i++)
        if (!facts_fit(&past->of[i], &h->of[i], h->articles))
            return false;
    return true;
}

/* Finds the arrays in the bytes. */
static bool locate(char *bytes, size_t len, void *tables_of)
{
    const head *const h = (const void *)bytes;
    sls_past *const out = tables_of;
    table tables[TABLES];
    size_t at = sizeof *h;
    const size_t end = len - sizeof(XXH128_canonical_t);
    list_tables(out, h, tables);
    for (size_t i = 0; i < TABLES; i++) {
        const table *const t = &tables[i];
        void *const here = bytes + at;
        if (h->articles >= SLS_NONE || t->count > (end - at) / t->size)
            return false;
        const size_t size = (t->count * t->size + 7) / 8 * 8;
        if (size > end - at)
            return false;
        if (t->count > 0)
            memcpy(t->at, &here, sizeof here);
        at += size;
    }
    out->article_count = (uint32_t)h->articles;
    out->story_count = h->stories;
    out->copy_count = h->copies;
    out->postings.feature_count = h->features;
    for (size_t i = 0; i < SLS_RECIPES; i++) {
        out->of[i].rows = h->of[i].rows;
        out->of[i].link_count = h->of[i].links;
    }
    return at == end && all_fits(out, h);
}

static const sls_seal_kind kind = { .magic = "selisih links\n\n",
                                    .version = VERSION,
                                    .head_size = sizeof(head),
                                    .what = "what the last check matched",
                                    .damaged = "what the last check matched is damaged: it is "
                                               "matched anew",
                                    .locate = locate };

sls_status sls_past_read(const char *path, sls_past *out, char **bytes, sls_diag *diag)
{
    sls_past past = { 0 };
    const sls_status status = sls_seal_read(&kind, path, &past, bytes, diag);
    if (status == SLS_OK)
        *out = past;
    return status;
}

/* --- writing --- */

static void put_all(sls_seal_writer *w, sls_past *past)
{
    static const char zeros[8] = { 0 };
    table tables[TABLES];
    head h = { .seal = sls_seal_of(kind.magic, kind.version),
               .articles = past->article_count,
               .stories = past->story_count,
               .copies = past->copy_count,
               .features = past->postings.feature_count,
               .postings = sls_postings_count(&past->postings) };
    for (size_t i = 0; i < SLS_RECIPES; i++)
        h.of[i] = (sizes){ past->of[i].first[past->article_count],
                           past->of[i].ranks ? past->of[i].first[past->article_count] : 0,
                           past->of[i].rows, past->of[i].link_count };
    list_tables(past, &h, tables);
    (void)sls_seal_put(w, &h, sizeof h);
    for (size_t i = 0; i < TABLES; i++) {
        const size_t size = tables[i].count * tables[i].size;
        (void)sls_seal_put(w, address_of(&tables[i]), size);
        (void)sls_seal_put(w, zeros, (8 - size % 8) % 8);
    }
}

sls_status sls_past_write(const char *path, const sls_past *past, sls_diag *diag)
{
    sls_past copy = *past; /* of addresses alone: they are asked for where they could be set */
    sls_seal_writer *w;
    const sls_status status = sls_seal_open(path, "what was matched", &w, diag);
    if (status != SLS_OK)
        return status;
    put_all(w, &copy);
    return sls_seal_close(w, diag);
}
