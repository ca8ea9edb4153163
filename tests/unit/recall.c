#include "check/past_file.h"

#include "made_claims.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ARTICLES_MOST = 900, CLAIMS_EACH = 6, ROUNDS = 50 };

/* An archive whose articles change: version 0 is none. */
typedef struct {
    unsigned version[ARTICLES_MOST];
    unsigned state; /* of the random numbers */
} archive;

static unsigned random_of(unsigned *state, unsigned most)
{
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % most;
}

static const char *text(sls_arena *arena, const char *format, unsigned a, unsigned b)
{
    sls_str out;
    cr_assert_eq(sls_arena_format(arena, &out, format, a, b), SLS_OK);
    return out.ptr;
}

/* What one claim of an article's version says; a few things are told of by nearly all of them. */
static sls_claim claim_of(unsigned *state, const char *id, const char *day, sls_arena *arena)
{
    static const char *const words[] = { "gempa;cianjur;warga", "banjir;garut;warga",
                                         "kapal;karam;ferry", "" };
    static const char *const parties[] = { "RU;vladimir putin", "RU;vladimir putin",
                                           "KP;kim jong un", "" };
    const char *const about = words[random_of(state, 4)];
    const char *const who = parties[random_of(state, 4)];
    sls_claim c;
    switch (random_of(state, 5)) {
    case 0:
        c = made_date(
            id, day, random_of(state, 2) ? "meet" : "sign", "treaty", who,
            text(arena, "2024-%02u-%02u", random_of(state, 12) + 1, random_of(state, 28) + 1));
        c.weekday = (int)random_of(state, 4) == 0 ? (int)random_of(state, 7) + 1 : 0;
        c.zone = random_of(state, 6) == 0 ? SLS_ZONE_CAPTION : SLS_ZONE_BODY;
        return c;
    case 1:
        return made_title(id, day, random_of(state, 2) ? "president@RU" : "mayor@?",
                          random_of(state, 3) ? "vladimir putin" : "vladimir poutin", day);
    default:
        return made_quantity(id, day, random_of(state, 3) ? "dead" : "injured", "person",
                             text(arena, "%u", random_of(state, 60) + 10, 0), who, about);
    }
}

/* The claims of all articles, in order; `articles` are what they are known by. */
static size_t claims_of(const archive *a, sls_arena *arena, sls_claim *claims,
                        sls_matched_article *articles, size_t *article_count)
{
    size_t count = 0;
    *article_count = 0;
    for (unsigned i = 0; i < ARTICLES_MOST; i++) {
        unsigned state = i * 7919U + a->version[i] * 104729U;
        if (a->version[i] == 0)
            continue;
        const char *const id = text(arena, "a%04u", i, 0);
        /* so many a day that some features are of more articles than a window of stories.c has */
        const char *const day = text(arena, "2024-%02u-%02u", i / 300 + 1, i / 60 % 28 + 1);
        articles[(*article_count)++] =
            (sls_matched_article){ .first = count, .key = { i + 1, a->version[i] } };
        for (unsigned n = random_of(&state, CLAIMS_EACH) + 1, k = 0; k < n; k++) {
            claims[count] = claim_of(&state, id, day, arena);
            claims[count].start = 100 * k;
            claims[count].end = 100 * k + 10;
            claims[count].sentence = (int)k / 2;
            claims[count++].headline =
                i % 4 == 0 ? S("Gempa Cianjur, kapal karam, banjir Garut") : (sls_str){ 0 };
        }
    }
    return count;
}

static void change(archive *a, unsigned round)
{
    const unsigned things = round % 9 == 8 ? 200 : random_of(&a->state, 6) + 1;
    for (unsigned n = 0; n < things; n++) {
        unsigned *const version = &a->version[random_of(&a->state, ARTICLES_MOST)];
        *version = random_of(&a->state, 4) == 0 ? 0 : *version + 1 + random_of(&a->state, 2);
    }
}

/* Claims of which some wait: what lies in their place is nothing that anybody could look at. */
typedef struct {
    const sls_claim *whole; /* all claims ... */
    sls_claim *claims;      /* ... and those that were read */
    const sls_matched_article *articles;
    size_t lengths[ARTICLES_MOST];
    pthread_mutex_t lock;
    bool has[ARTICLES_MOST];
    size_t read;
} shelf;

static sls_status peek(void *context, uint32_t number, sls_claim *room)
{
    const shelf *const s = context;
    memcpy(room, s->whole + s->articles[number].first, s->lengths[number] * sizeof *room);
    return SLS_OK;
}

static sls_status fetch(void *context, uint32_t number)
{
    shelf *const s = context;
    pthread_mutex_lock(&s->lock);
    if (!s->has[number])
        (void)peek(s, number, s->claims + s->articles[number].first);
    s->read += !s->has[number];
    s->has[number] = true;
    pthread_mutex_unlock(&s->lock);
    return SLS_OK;
}

/* All claims, two of three articles waiting. */
static sls_matched_claims shelve(shelf *s, const sls_claim *whole, sls_claim *claims, size_t count,
                                 sls_matched_article *articles, size_t article_count)
{
    *s = (shelf){ .whole = whole, .claims = claims, .articles = articles };
    (void)pthread_mutex_init(&s->lock, NULL);
    memset(claims, 0xFF, count * sizeof *claims);
    const sls_matched_claims of = { claims, count, articles, article_count, { peek, fetch, s } };
    for (uint32_t i = 0; i < article_count; i++) {
        articles[i].number = i;
        articles[i].waits = i % 3 != 0;
        s->lengths[i] = sls_matched_length(&of, i);
        if (!articles[i].waits)
            (void)peek(s, i, claims + articles[i].first);
    }
    return of;
}

/* `claims` and `whole` are the same: whose groups they are. */
static void expect_equal(const sls_matching *a, const sls_claim *claims, const sls_matching *b,
                         const sls_claim *whole)
{
    cr_assert_eq(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const sls_group *const x = &a->groups[i], *const y = &b->groups[i];
        cr_assert(sls_str_eq(x->id, y->id) && sls_str_eq(x->what, y->what) &&
                  sls_str_eq(x->entities, y->entities));
        cr_assert(x->count == y->count && x->pair_count == y->pair_count && x->more == y->more);
        for (size_t n = 0; n < x->count; n++)
            cr_assert(x->members[n].claim - claims == y->members[n].claim - whole &&
                      x->members[n].witness == y->members[n].witness);
        for (size_t n = 0; n < x->pair_count; n++)
            cr_assert(x->pairs[n].a == y->pairs[n].a && x->pairs[n].b == y->pairs[n].b &&
                      memcmp(&x->pairs[n].terms, &y->pairs[n].terms, sizeof(sls_terms)) == 0);
    }
}

/* What is kept, written and read again. */
static void keep(const char *path, sls_past *now, sls_past *past, char **bytes)
{
    sls_diag diag;
    cr_assert_eq(sls_past_write(path, now, &diag), SLS_OK);
    sls_past_free(now);
    free(*bytes);
    cr_assert_eq(sls_past_read(path, past, bytes, &diag), SLS_OK);
}

Test(recall, what_is_matched_again_is_what_is_matched_anew, .timeout = 300)
{
    static sls_claim whole[ARTICLES_MOST * CLAIMS_EACH], claims[ARTICLES_MOST * CLAIMS_EACH];
    static shelf rest;
    static sls_matched_article articles[ARTICLES_MOST];
    char path[] = "/tmp/selisih-links-XXXXXX";
    archive a = { .state = 7 };
    sls_past past = { 0 };
    char *bytes = NULL;
    size_t split = 0, unread = 0;
    cr_assert_geq(close(mkstemp(path)), 0);
    for (unsigned i = 0; i < ARTICLES_MOST; i++)
        a.version[i] = random_of(&a.state, 4) > 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        sls_arena *const arena = sls_arena_new(0);
        sls_past now = { 0 };
        sls_matching again, anew;
        size_t known;
        const size_t count = claims_of(&a, arena, whole, articles, &known);
        const sls_matched_claims of = shelve(&rest, whole, claims, count, articles, known);
        const sls_memory memory = { &of, bytes ? &past : NULL, &now };
        cr_assert_eq(sls_match(claims, count, &memory, 1 + round % 3, arena, &again), SLS_OK);
        cr_assert_eq(sls_match(whole, count, NULL, 1, arena, &anew), SLS_OK);
        expect_equal(&again, claims, &anew, whole);
        unread += known - known / 3 - rest.read;
        split += anew.blocks_split > 0;
        keep(path, &now, &past, &bytes);
        change(&a, round);
        sls_arena_free(arena);
    }
    cr_expect_gt(split, 0);
    cr_expect_gt(unread, ROUNDS); /* some need not be */
    free(bytes);
    unlink(path);
}

Test(recall, a_damaged_file_is_told_from_one_that_is_not_there)
{
    char path[] = "/tmp/selisih-links-XXXXXX";
    sls_claim claims[] = { made_quantity("a", "2024-01-01", "dead", "person", "9", "RU", "gempa"),
                           made_quantity("b", "2024-01-01", "dead", "person", "8", "RU", "gempa") };
    const sls_matched_article articles[] = { { .first = 0, .key = { 1, 1 } },
                                             { .first = 1, .key = { 2, 1 } } };
    const sls_matched_claims of = {
        .claims = claims, .count = 2, .articles = articles, .article_count = 2
    };
    sls_arena *const arena = sls_arena_new(0);
    sls_past now = { 0 }, past = { 0 };
    char *bytes = NULL;
    sls_diag diag;
    sls_matching m;
    cr_assert_geq(close(mkstemp(path)), 0);
    const sls_memory memory = { &of, NULL, &now };
    cr_assert_eq(sls_match(claims, 2, &memory, 1, arena, &m), SLS_OK);
    keep(path, &now, &past, &bytes);
    cr_expect_eq(past.article_count, 2);
    FILE *const file = fopen(path, "r+");
    cr_assert_not_null(file);
    cr_assert_eq(fseek(file, 300, SEEK_SET), 0);
    fputc('Z', file);
    fclose(file);
    free(bytes);
    cr_expect_eq(sls_past_read(path, &past, &bytes, &diag), SLS_ESYNTAX);
    unlink(path);
    cr_expect_eq(sls_past_read(path, &past, &bytes, &diag), SLS_ENOTFOUND);
    sls_arena_free(arena);
}
