#include "match/variants.h"

#include "base/map.h"
#include "match/gates.h"
#include "match/scopes.h"
#include "names/person.h"

#include <stdlib.h>

#define WORDS_MAX      8  /* of a name; longer ones are not looked at */
#define NEIGHBOURS_MAX 16 /* names that differ in one word from one name, in one place */

/* A mention of a spelled-out name in an article, or as the holder of a post. */
typedef struct {
    uint64_t where;
    uint32_t person;
    uint32_t bearer;
} mention_row;

/* A name without one of its words: equal for names that differ in that word only. */
typedef struct {
    uint64_t rest;
    uint32_t person;
} gap_row;

typedef SLS_VEC(mention_row) mention_rows;
typedef SLS_VEC(gap_row) gap_rows;
typedef SLS_VEC(sls_couple) couples;

typedef struct {
    const sls_roll *roll;
    const sls_people *people;
    const sls_stories *stories;
    sls_arena *arena, *scratch;
    sls_group_list *groups;
    bool inside;   /* mentions are of one article */
    couples found; /* that have a group */
} searching;

static int by_where(const void *x, const void *y)
{
    const mention_row *const a = x, *const b = y;
    if (a->where != b->where)
        return a->where < b->where ? -1 : 1;
    if (a->person != b->person)
        return a->person < b->person ? -1 : 1;
    return a->bearer < b->bearer ? -1 : a->bearer > b->bearer;
}

static int by_rest(const void *x, const void *y)
{
    const gap_row *const a = x, *const b = y;
    if (a->rest != b->rest)
        return a->rest < b->rest ? -1 : 1;
    return a->person < b->person ? -1 : a->person > b->person;
}

static int by_couple(const void *x, const void *y)
{
    const sls_couple *const a = x, *const b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

/* A row for each word that can be left out. */
static sls_status add_gaps(const sls_people *people, uint32_t person, sls_arena *arena,
                           gap_rows *gaps)
{
    sls_str rest = people->at[person].key, word;
    uint64_t words[WORDS_MAX];
    size_t n = 0;
    while (sls_str_split(&rest, ' ', &word)) {
        if (n == WORDS_MAX)
            return SLS_OK;
        words[n++] = sls_hash(word);
    }
    for (size_t gap = 0; n > 1 && gap < n; gap++) {
        uint64_t h = gap * 16 + n;
        for (size_t i = 0; i < n; i++)
            h = (h ^ (i == gap ? 0 : words[i])) * UINT64_C(0x9E3779B97F4A7C15) + (h >> 29);
        gap_row *const row = sls_vec_push(gaps, arena);
        if (!row)
            return SLS_ENOMEM;
        *row = (gap_row){ h, person };
    }
    return SLS_OK;
}

static bool is_couple(const sls_people *people, uint32_t a, uint32_t b)
{
    return sls_person_relate(people->at[a].name, people->at[b].name) == SLS_PERSON_MISSPELT;
}

sls_status sls_couples_find(const sls_people *people, const uint32_t *persons, size_t count,
                            sls_arena *arena, sls_couple **out, size_t *out_count)
{
    gap_rows gaps = { 0 };
    couples found = { 0 };
    for (size_t i = 0; i < count; i++) {
        const sls_status status = add_gaps(people, persons[i], arena, &gaps);
        if (status != SLS_OK)
            return status;
    }
    if (gaps.len > 0)
        qsort(gaps.at, gaps.len, sizeof *gaps.at, by_rest);
    for (size_t i = 0; i < gaps.len; i++) {
        for (size_t j = i + 1; j < gaps.len && j - i <= NEIGHBOURS_MAX; j++) {
            if (gaps.at[i].rest != gaps.at[j].rest)
                break;
            if (!is_couple(people, gaps.at[i].person, gaps.at[j].person))
                continue;
            sls_couple *const c = sls_vec_push(&found, arena);
            if (!c)
                return SLS_ENOMEM;
            *c = (sls_couple){ gaps.at[i].person, gaps.at[j].person };
        }
    }
    if (found.len > 0)
        qsort(found.at, found.len, sizeof *found.at, by_couple);
    *out = found.at;
    *out_count = found.len;
    return SLS_OK;
}

static bool is_in_one_article(const searching *in, const mention_row *a, size_t a_count,
                              const mention_row *b, size_t b_count)
{
    for (size_t i = 0, j = 0; i < a_count && j < b_count;) {
        const uint32_t x = in->roll->bearers.at[a[i].bearer].article,
                       y = in->roll->bearers.at[b[j].bearer].article;
        if (x == y)
            return true;
        i += x < y;
        j += y < x;
    }
    return false;
}

/* Rows of one place stand by person. */
static size_t rows_of(const mention_row *rows, size_t count, uint32_t person, size_t *first)
{
    size_t low = 0, high = count, n = 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rows[middle].person < person)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + n < count && rows[low + n].person == person)
        n++;
    *first = low;
    return n;
}

static sls_status add_group(searching *in, const mention_row *rows, size_t count, sls_couple c)
{
    size_t a, b;
    const size_t a_count = rows_of(rows, count, c.a, &a), b_count = rows_of(rows, count, c.b, &b);
    /* Two spellings in one article have a group of that article. */
    if (!in->inside && is_in_one_article(in, rows + a, a_count, rows + b, b_count))
        return SLS_OK;
    sls_member *const members = sls_arena_alloc(in->arena, (a_count + b_count) * sizeof *members);
    if (!members)
        return SLS_ENOMEM;
    size_t i = 0, j = 0;
    uint32_t first = 0;
    while (i < a_count || j < b_count) {
        const bool left = j == b_count || (i < a_count && rows[a + i].bearer < rows[b + j].bearer);
        const mention_row *const m = left ? &rows[a + i++] : &rows[b + j++];
        if (i + j == 1)
            first = in->roll->bearers.at[m->bearer].entry;
        members[i + j - 1] = sls_roll_bearer(in->roll, m->bearer, in->people->at[m->person].key);
    }
    const sls_str x = in->people->at[c.a].key, y = in->people->at[c.b].key;
    const bool ordered = sls_str_cmp(x, y) < 0;
    sls_str both;
    const sls_status status = sls_arena_format(in->arena, &both, "%.*s;%.*s",
                                               SLS_FMT(ordered ? x : y), SLS_FMT(ordered ? y : x));
    if (status != SLS_OK)
        return status;
    sls_couple *const kept = sls_vec_push(&in->found, in->arena);
    if (!kept)
        return SLS_ENOMEM;
    *kept = c;
    const sls_group group = { .kind = SLS_KIND_NAME,
                              .what = SLS_STR("person"),
                              .entities = both,
                              .members = members,
                              .count = a_count + b_count };
    return sls_groups_add(in->groups, &group, first, in->arena);
}

/* The mentions of one article or one post. */
static sls_status search_place(searching *in, const mention_row *rows, size_t count)
{
    size_t n = 0, found_count = 0;
    sls_couple *found = NULL;
    uint32_t *const persons = sls_arena_alloc(in->scratch, count * sizeof *persons);
    if (!persons)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        if (n == 0 || persons[n - 1] != rows[i].person)
            persons[n++] = rows[i].person;
    sls_status status = sls_couples_find(in->people, persons, n, in->scratch, &found, &found_count);
    for (size_t i = 0; status == SLS_OK && i < found_count; i++)
        if (i == 0 || by_couple(&found[i], &found[i - 1]) != 0)
            status = add_group(in, rows, count, found[i]);
    return status;
}

static sls_status search(searching *in, mention_rows *rows)
{
    sls_status status = SLS_OK;
    if (rows->len > 0)
        qsort(rows->at, rows->len, sizeof *rows->at, by_where);
    for (size_t i = 0; status == SLS_OK && i < rows->len;) {
        size_t j = i + 1;
        while (j < rows->len && rows->at[j].where == rows->at[i].where)
            j++;
        sls_arena_reset(in->scratch);
        status = search_place(in, rows->at + i, j - i);
        i = j;
    }
    return status;
}

static uint64_t place_of(const sls_bearer *b, bool inside)
{
    if (inside)
        return b->article;
    return sls_hash(b->office) * UINT64_C(0x9E3779B97F4A7C15) ^ sls_hash(b->scope);
}

static sls_status collect(const searching *in, mention_rows *rows)
{
    for (size_t i = 0; i < in->roll->bearers.len; i++) {
        const sls_bearer *const b = &in->roll->bearers.at[i];
        if (b->named == SLS_NOBODY || in->people->at[b->named].words < 2)
            continue;
        if (!in->inside && (b->office.len == 0 || sls_scope_is_open(b->scope)))
            continue;
        mention_row *const row = sls_vec_push(rows, in->arena);
        if (!row)
            return SLS_ENOMEM;
        *row = (mention_row){ place_of(b, in->inside), b->named, (uint32_t)i };
    }
    return SLS_OK;
}

/* How many articles the rows of one person are of, as far as two. */
static size_t articles_of(const searching *in, const mention_row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (in->roll->bearers.at[rows[i].bearer].article !=
            in->roll->bearers.at[rows->bearer].article)
            return 2;
    return 1;
}

/* Whether two articles report one event. */
static bool are_of_one_story(const sls_stories *stories, uint32_t a, uint32_t b)
{
    const uint32_t x = a < b ? a : b, y = a < b ? b : a;
    size_t low = 0, high = stories->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const sls_story *const s = &stories->at[middle];
        if (s->a < x || (s->a == x && s->b < y))
            low = middle + 1;
        else
            high = middle;
    }
    return low < stories->count && stories->at[low].a == x && stories->at[low].b == y &&
           stories->at[low].likeness >= SLS_VARIANT_STORY;
}

/*
 * A couple of which one name stands in a single article: against the other in the reports of its
 * event. `rows` are of all mentions, by person.
 */
static sls_status search_couple(searching *in, const mention_row *rows, size_t count, sls_couple c)
{
    size_t a, b;
    const size_t a_count = rows_of(rows, count, c.a, &a), b_count = rows_of(rows, count, c.b, &b);
    const bool first = articles_of(in, rows + a, a_count) == 1;
    if (!first && articles_of(in, rows + b, b_count) > 1)
        return SLS_OK;
    const uint32_t own = in->roll->bearers.at[rows[first ? a : b].bearer].article;
    mention_row *const both = sls_arena_alloc(in->scratch, (a_count + b_count) * sizeof *both);
    size_t n = 0, others = 0;
    if (!both)
        return SLS_ENOMEM;
    for (size_t side = 0; side < 2; side++) {
        const mention_row *const from = side == 0 ? rows + a : rows + b;
        const size_t most = side == 0 ? a_count : b_count;
        const bool rare = (side == 0) == first;
        for (size_t i = 0; i < most; i++) {
            const uint32_t article = in->roll->bearers.at[from[i].bearer].article;
            if (!rare && article == own)
                return SLS_OK; /* see the group of that article */
            if (!rare && !are_of_one_story(in->stories, own, article))
                continue;
            others += !rare;
            both[n++] = from[i];
        }
    }
    return others > 0 ? add_group(in, both, n, c) : SLS_OK;
}

/* Names of two reports of one event: "Mokoena" in one, "Makoena" in the other. */
static sls_status search_stories(searching *in, mention_rows *rows)
{
    size_t n = 0, found_count = 0;
    sls_couple *found = NULL;
    uint32_t *const persons = sls_arena_alloc(in->arena, (rows->len + 1) * sizeof *persons);
    if (!persons)
        return SLS_ENOMEM;
    for (size_t i = 0; i < rows->len; i++)
        rows->at[i].where = 0;
    if (rows->len > 0)
        qsort(rows->at, rows->len, sizeof *rows->at, by_where);
    for (size_t i = 0; i < rows->len; i++)
        if (n == 0 || persons[n - 1] != rows->at[i].person)
            persons[n++] = rows->at[i].person;
    const size_t known = in->found.len;
    if (known > 0)
        qsort(in->found.at, known, sizeof *in->found.at, by_couple);
    sls_status status = sls_couples_find(in->people, persons, n, in->arena, &found, &found_count);
    for (size_t i = 0; status == SLS_OK && i < found_count; i++) {
        if ((i > 0 && by_couple(&found[i], &found[i - 1]) == 0) ||
            (known > 0 && bsearch(&found[i], in->found.at, known, sizeof *in->found.at, by_couple)))
            continue;
        sls_arena_reset(in->scratch);
        status = search_couple(in, rows->at, rows->len, found[i]);
    }
    return status;
}

sls_status sls_variants_group(const sls_roll *roll, const sls_people *people,
                              const sls_stories *stories, sls_arena *arena, sls_group_list *groups)
{
    searching in = { roll, people, stories, arena, sls_arena_new(0), groups, true, { 0 } };
    sls_status status = in.scratch ? SLS_OK : SLS_ENOMEM;
    for (int pass = 0; status == SLS_OK && pass < 2; pass++) {
        mention_rows rows = { 0 };
        in.inside = pass == 0;
        status = collect(&in, &rows);
        if (status == SLS_OK)
            status = search(&in, &rows);
    }
    if (status == SLS_OK) {
        mention_rows rows = { 0 };
        in.inside = true;
        status = collect(&in, &rows);
        in.inside = false;
        if (status == SLS_OK)
            status = search_stories(&in, &rows);
    }
    sls_arena_free(in.scratch);
    return status;
}
