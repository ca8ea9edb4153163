#include "check/store.h"

#include "base/crew.h"
#include "base/map.h"
#include "base/sort.h"
#include "base/vec.h"
#include "check/kept.h"
#include "model/claim_csv.h"

#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

/* A string field of a claim, and whether its values are few beside the claims. */
typedef struct {
    size_t offset;
    bool few;
} field;

#define FEW(name)                                                                                  \
    {                                                                                              \
        offsetof(sls_claim, name), true                                                            \
    }
#define MANY(name)                                                                                 \
    {                                                                                              \
        offsetof(sls_claim, name), false                                                           \
    }

static const field fields[] = { MANY(id),      FEW(article),    FEW(source),  FEW(published),
                                FEW(lang),     MANY(surface),   FEW(what),    FEW(value),
                                FEW(unit),     FEW(entities),   FEW(place),   FEW(as_of),
                                FEW(speaker),  MANY(quote),     FEW(credit),  FEW(url),
                                FEW(headline), FEW(event),      FEW(object),  MANY(context),
                                FEW(subject),  FEW(scope_hint), FEW(ordinal), FEW(stance),
                                FEW(agent),    FEW(patient) };
enum { FIELDS = SLS_CLAIM_TEXTS };
_Static_assert(sizeof fields / sizeof *fields == FIELDS, "each text of a claim has its row");

enum { LOCKS = 16 };

struct sls_store {
    sls_arena *arena; /* strings and everything final */
    sls_arena *list;  /* of the articles, which are large: they grow where they lie */
    sls_arena *index; /* of the maps, which go when all is added */
    sls_arena *rows;  /* claims and columns, which are large: each grows where it lies */
    sls_map interned; /* string to its index in `strings` */
    SLS_VEC(sls_str) strings;
    sls_map seen; /* article id to index in `articles` */
    SLS_VEC(sls_stored) articles;
    SLS_VEC(sls_claim) claims; /* article by article */
    SLS_VEC(sls_column) columns;
    bool later;                   /* some are not read yet */
    bool *unread;                 /* per article, once sorted; NULL: none is */
    pthread_mutex_t locks[LOCKS]; /* of `unread` and what it tells of, by article */
};

/* Copies claims one after another. */
typedef struct {
    sls_arena *arena;
    sls_store *store;     /* NULL: nothing is interned */
    sls_str from[FIELDS]; /* the last claim's that was not empty ... */
    sls_str to[FIELDS];   /* ... and its copy */
} copier;

static sls_status intern(sls_store *store, sls_str s, sls_str *out)
{
    const uint32_t at = sls_map_get(&store->interned, s);
    if (at != SLS_MAP_NONE) {
        *out = store->strings.at[at];
        return SLS_OK;
    }
    if (store->strings.len >= SLS_MAP_NONE - 1)
        return SLS_ENOMEM;
    sls_str copy;
    sls_status status = sls_arena_copy(store->arena, s, &copy);
    sls_str *slot = status == SLS_OK ? sls_vec_push(&store->strings, store->index) : NULL;
    if (!slot)
        return SLS_ENOMEM;
    *slot = *out = copy;
    return sls_map_set(&store->interned, copy, (uint32_t)(store->strings.len - 1));
}

static sls_status copy_field(copier *c, size_t i, sls_str *value)
{
    const sls_str from = *value;
    if (from.len == 0) {
        *value = (sls_str){ 0 };
        return SLS_OK;
    }
    if ((from.ptr == c->from[i].ptr && from.len == c->from[i].len) || sls_str_eq(from, c->to[i])) {
        *value = c->to[i];
        return SLS_OK;
    }
    const sls_status status = c->store && fields[i].few ? intern(c->store, from, value)
                                                        : sls_arena_copy(c->arena, from, value);
    if (status == SLS_OK) {
        c->from[i] = from;
        c->to[i] = *value;
    }
    return status;
}

/* Gives the texts of a claim, which is a copy, copies of their own. */
static sls_status copy_texts(copier *c, sls_claim *claim)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < FIELDS && status == SLS_OK; i++)
        status = copy_field(c, i, (sls_str *)(void *)((char *)claim + fields[i].offset));
    return status;
}

size_t sls_claim_text_at(size_t i)
{
    return fields[i].offset;
}

sls_claim *sls_claims_copy(const sls_claim *claims, size_t count, sls_arena *arena)
{
    copier c = { .arena = arena };
    sls_claim *const copies = sls_arena_alloc(arena, (count + 1) * sizeof *copies);
    for (size_t i = 0; copies && i < count; i++) {
        copies[i] = claims[i];
        if (copy_texts(&c, &copies[i]) != SLS_OK)
            return NULL;
    }
    return copies;
}

bool sls_stored_is_article(const sls_stored *stored)
{
    return stored->row.status == SLS_OK && stored->file.len > 0;
}

sls_store *sls_store_new(void)
{
    sls_store *store = calloc(1, sizeof *store);
    if (!store)
        return NULL;
    for (size_t i = 0; i < LOCKS; i++)
        (void)pthread_mutex_init(&store->locks[i], NULL); /* the default kind cannot fail */
    store->arena = sls_arena_new(0);
    store->list = sls_arena_new(0);
    store->index = sls_arena_new(0);
    store->rows = sls_arena_new(0);
    if (!store->arena || !store->list || !store->index || !store->rows) {
        sls_store_free(store);
        return NULL;
    }
    sls_map_init(&store->interned, store->index);
    sls_map_init(&store->seen, store->index);
    return store;
}

void sls_store_free(sls_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < LOCKS; i++)
        (void)pthread_mutex_destroy(&store->locks[i]);
    sls_arena_free(store->rows);
    sls_arena_free(store->index);
    sls_arena_free(store->list);
    sls_arena_free(store->arena);
    free(store);
}

static sls_status copy_row(sls_store *store, const sls_result *result, sls_stored *stored)
{
    /* the last four come with the claims */
    sls_str *strings[] = { &stored->row.path,    &stored->row.reason, &stored->file,
                           &stored->row.article, &stored->row.source, &stored->row.published,
                           &stored->row.lang };
    const size_t count = sizeof strings / sizeof *strings - (result->lasting ? 4 : 0);
    stored->row = result->row;
    stored->file = result->file;
    stored->line = result->line;
    stored->made = result->made;
    stored->key = result->cached.key;
    stored->later = result->later;
    for (size_t i = 0; i < count; i++)
        if (strings[i]->len > 0 && intern(store, *strings[i], strings[i]) != SLS_OK)
            return SLS_ENOMEM;
    return SLS_OK;
}

static sls_status copy_claims(sls_store *store, const sls_result *result)
{
    copier c = { .arena = store->arena, .store = store };
    if (result->later.len > 0) {
        store->later = true;
        return SLS_OK;
    }
    for (size_t i = 0; i < result->row.claims; i++) {
        sls_claim *const claim = sls_vec_push(&store->claims, store->rows);
        sls_column *const column = sls_vec_push(&store->columns, store->rows);
        if (!claim || !column)
            return SLS_ENOMEM;
        *claim = result->claims[i];
        *column = result->columns[i];
        if (!result->lasting && copy_texts(&c, claim) != SLS_OK)
            return SLS_ENOMEM;
    }
    return SLS_OK;
}

/* The later of two articles with one id: skipped, since nothing could tell their claims apart. */
static sls_status refuse_twin(sls_store *store, sls_stored *stored, const sls_stored *first,
                              sls_diag *diag)
{
    char path[512];
    const size_t length =
        stored->row.path.len < sizeof path ? stored->row.path.len : sizeof path - 1;
    if (length > 0)
        memcpy(path, stored->row.path.ptr, length);
    path[length] = 0;
    stored->row.status = SLS_ESYNTAX;
    stored->row.claims = 0;
    stored->later = (sls_str){ 0 };
    stored->file = (sls_str){ 0 };
    (void)sls_diag_set(diag, SLS_ESYNTAX, path, stored->made ? stored->line : 0,
                       "a second article with the id '%.*s', which %.*s has: give it another one",
                       SLS_FMT(stored->row.article), SLS_FMT(first->row.path));
    const sls_status status =
        sls_arena_copy(store->arena, sls_str_of(diag->message), &stored->row.reason);
    return status != SLS_OK ? status : SLS_ESYNTAX;
}

sls_status sls_store_add(sls_store *store, const sls_result *result, sls_diag *diag)
{
    const size_t index = store->articles.len;
    sls_stored *stored = sls_vec_push(&store->articles, store->list);
    sls_status status = SLS_ENOMEM;
    if (stored && index < SLS_MAP_NONE) {
        *stored = (sls_stored){ .first = store->claims.len };
        status = copy_row(store, result, stored);
    }
    if (status == SLS_OK && stored->row.status == SLS_OK) {
        uint32_t first = 0;
        bool added;
        status = sls_map_intern(&store->seen, stored->row.article, (uint32_t)index, &first, &added);
        if (status == SLS_OK && !added)
            status = refuse_twin(store, stored, &store->articles.at[first], diag);
        else if (status == SLS_OK)
            status = copy_claims(store, result);
    }
    if (status == SLS_ENOMEM)
        (void)sls_diag_set(diag, status, NULL, 0, "out of memory: check fewer articles at once");
    return status;
}

static int compare_rows(const sls_article_row *a, const sls_article_row *b)
{
    int order = sls_str_cmp(a->article, b->article);
    if (order == 0)
        order = sls_str_cmp(a->path, b->path);
    return order != 0 ? order : sls_str_cmp(a->reason, b->reason);
}

static int compare_articles(const void *left, const void *right)
{
    const sls_stored *a = left, *b = right;
    const int order = compare_rows(&a->row, &b->row);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

/* Claims on their way to where they stay. */
typedef struct {
    sls_store *store;
    size_t pieces;
    sls_claim *claims;
    sls_column *columns;
    size_t *from; /* per article: its first claim in the store so far */
    sls_store_finish *finish;
    void *context;
    sls_arena *arenas[SLS_PIECES_MOST]; /* of texts that finishing made */
} moving;

static sls_status move_article(const moving *m, size_t i, sls_arena *arena)
{
    const sls_stored *const stored = &m->store->articles.at[i];
    const size_t count = stored->row.claims;
    sls_claim *const claims = m->claims + stored->first;
    sls_column *const columns = m->columns + stored->first;
    if (stored->later.len > 0) {
        m->store->unread[i] = !m->finish;
        const sls_status status =
            m->finish ? sls_kept_read_claims(stored->later, claims, columns) : SLS_OK;
        return status == SLS_OK && m->finish ? m->finish(m->context, claims, count, arena) : status;
    }
    if (count > 0) {
        memcpy(claims, m->store->claims.at + m->from[i], count * sizeof *claims);
        memcpy(columns, m->store->columns.at + m->from[i], count * sizeof *columns);
    }
    return SLS_OK;
}

static sls_status move_part(void *context, size_t piece)
{
    moving *const m = context;
    const sls_piece own = sls_piece_of(m->store->articles.len, m->pieces, piece);
    sls_status status = SLS_OK;
    m->arenas[piece] = sls_arena_new(0);
    if (!m->arenas[piece])
        return SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        status = move_article(m, i, m->arenas[piece]);
    return status;
}

/* Where each article's claims go; how many there are. */
static size_t assign(moving *m)
{
    size_t next = 0;
    for (size_t i = 0; i < m->store->articles.len; i++) {
        sls_stored *const stored = &m->store->articles.at[i];
        m->from[i] = stored->first;
        stored->first = next;
        next += stored->row.claims;
    }
    return next;
}

/* Whether the claims of the i-th article may be looked at: whoever does so while they are unread is
 * told off by AddressSanitizer, where there is one. */
static void open_claims(const sls_store *store, size_t i, bool open)
{
#ifdef __SANITIZE_ADDRESS__
    const sls_stored *const s = &store->articles.at[i];
    const sls_claim *const claims = store->claims.at + s->first;
    const sls_column *const columns = store->columns.at + s->first;
    if (open) {
        __asan_unpoison_memory_region(claims, s->row.claims * sizeof *claims);
        __asan_unpoison_memory_region(columns, s->row.claims * sizeof *columns);
    } else {
        __asan_poison_memory_region(claims, s->row.claims * sizeof *claims);
        __asan_poison_memory_region(columns, s->row.claims * sizeof *columns);
    }
#else
    (void)store;
    (void)i;
    (void)open;
#endif
}

/* Claims in the order of their articles. */
static sls_status sort_claims(sls_store *store, size_t jobs, sls_store_finish *finish,
                              void *context)
{
    sls_arena *const rows = sls_arena_new(0);
    moving m = { .store = store,
                 .pieces = sls_pieces_for(jobs),
                 .from = malloc((store->articles.len + 1) * sizeof *m.from),
                 .finish = finish,
                 .context = context };
    const size_t count = m.from ? assign(&m) : 0;
    m.claims = rows ? sls_arena_alloc(rows, (count + 1) * sizeof *m.claims) : NULL;
    m.columns = rows ? sls_arena_alloc(rows, (count + 1) * sizeof *m.columns) : NULL;
    store->unread = sls_arena_calloc(store->arena, store->articles.len + 1, sizeof *store->unread);
    const sls_status status = m.from && m.claims && m.columns && store->unread
                                  ? sls_crew_run(move_part, &m, m.pieces, jobs)
                                  : SLS_ENOMEM;
    for (size_t i = 0; i < m.pieces; i++)
        sls_arena_adopt(store->arena, m.arenas[i]);
    free(m.from);
    if (status != SLS_OK) {
        sls_arena_free(rows);
        return status;
    }
    sls_arena_free(store->rows);
    store->rows = rows;
    store->claims.at = m.claims;
    store->claims.len = count;
    store->columns.at = m.columns;
    store->columns.len = count;
    for (size_t i = 0; i < store->articles.len; i++)
        if (store->unread[i])
            open_claims(store, i, false);
    return SLS_OK;
}

sls_status sls_store_sort(sls_store *store, size_t jobs, sls_store_finish *finish, void *context)
{
    sls_arena_free(store->index);
    store->index = NULL;
    const bool moved = sls_sort(store->articles.at, store->articles.len, sizeof *store->articles.at,
                                compare_articles);
    return moved || store->later ? sort_claims(store, jobs, finish, context) : SLS_OK;
}

/* --- claims that stayed unread --- */

sls_status sls_store_peek(const sls_store *store, size_t i, sls_claim *room)
{
    return sls_kept_read_claims(store->articles.at[i].later, room, NULL);
}

sls_status sls_store_read(sls_store *store, size_t i)
{
    sls_status status = SLS_OK;
    if (!store->unread)
        return SLS_OK;
    pthread_mutex_lock(&store->locks[i % LOCKS]);
    if (store->unread[i]) {
        const sls_stored *const stored = &store->articles.at[i];
        open_claims(store, i, true);
        status = sls_kept_read_claims(stored->later, store->claims.at + stored->first,
                                      store->columns.at + stored->first);
        store->unread[i] = status != SLS_OK;
    }
    pthread_mutex_unlock(&store->locks[i % LOCKS]);
    return status;
}

bool sls_store_has_read(sls_store *store, size_t i)
{
    if (!store->unread)
        return true;
    pthread_mutex_lock(&store->locks[i % LOCKS]);
    const bool unread = store->unread[i];
    pthread_mutex_unlock(&store->locks[i % LOCKS]);
    return !unread;
}

typedef struct {
    sls_store *store;
    size_t pieces;
} reading_all;

static sls_status read_part(void *context, size_t piece)
{
    const reading_all *const in = context;
    const sls_piece own = sls_piece_of(in->store->articles.len, in->pieces, piece);
    sls_status status = SLS_OK;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        status = sls_store_read(in->store, i);
    return status;
}

sls_status sls_store_read_all(sls_store *store, size_t jobs)
{
    reading_all in = { store, sls_pieces_for(jobs) };
    return store->unread ? sls_crew_run(read_part, &in, in.pieces, jobs) : SLS_OK;
}

const sls_stored *sls_store_articles(const sls_store *store, size_t *count)
{
    *count = store->articles.len;
    return store->articles.at;
}

const sls_claim *sls_store_claims(const sls_store *store, size_t *count)
{
    *count = store->claims.len;
    return store->claims.at;
}

sls_spot sls_store_spot(const sls_store *store, const sls_claim *claim)
{
    const size_t index = (size_t)(claim - store->claims.at);
    size_t low = 0, high = store->articles.len;
    while (high - low > 1) { /* the last article whose first claim is not behind this one */
        const size_t middle = low + (high - low) / 2;
        if (store->articles.at[middle].first <= index)
            low = middle;
        else
            high = middle;
    }
    const sls_stored *stored = &store->articles.at[low];
    if (stored->made)
        return (sls_spot){ .path = stored->row.path, .line = stored->line };
    const sls_column column = store->columns.at[index];
    return (sls_spot){ stored->row.path, claim->line, column.byte, column.character };
}
