#include "match/posts.h"

#include "lexicon/lexicon.h"
#include "match/scopes.h"
#include "match/variants.h"
#include "model/sense.h"

#include <stdlib.h>

#define DEPUTIES SLS_STR("deputy") /* before the scope, in what a group of offices is of */

typedef struct {
    sls_str office, scope;
    uint32_t person; /* splits posts of open scope, and leads in the order of persons */
    uint32_t bearer;
} post_row;

static int by_number(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int by_post(const void *x, const void *y)
{
    const post_row *const a = x, *const b = y;
    int order = sls_str_cmp(a->office, b->office);
    if (order == 0)
        order = sls_str_cmp(a->scope, b->scope);
    if (order == 0 && sls_scope_is_open(a->scope))
        order = by_number(a->person, b->person);
    return order != 0 ? order : by_number(a->bearer, b->bearer);
}

static int by_person(const void *x, const void *y)
{
    const post_row *const a = x, *const b = y;
    int order = by_number(a->person, b->person);
    if (order == 0)
        order = sls_str_cmp(a->scope, b->scope);
    return order != 0 ? order : by_number(a->bearer, b->bearer);
}

static int by_index(const void *x, const void *y)
{
    return by_number(*(const uint32_t *)x, *(const uint32_t *)y);
}

static bool is_post(const post_row *a, const post_row *b)
{
    return sls_str_eq(a->office, b->office) && sls_str_eq(a->scope, b->scope) &&
           (!sls_scope_is_open(a->scope) || a->person == b->person);
}

/* The holders of one post; full[i] is the person that persons[i] is called by. */
typedef struct {
    uint32_t *persons; /* distinct, ascending */
    uint32_t *full;
    size_t count;
} holders;

static uint32_t *full_of(const holders *h, uint32_t person)
{
    const uint32_t *const at = bsearch(&person, h->persons, h->count, sizeof *h->persons, by_index);
    return at ? &h->full[at - h->persons] : NULL;
}

/*
 * Two spellings of a holder a letter apart are one holder, called by the
 * commoner one: a slip of spelling is no second holder. variants.c notes the slip.
 */
static sls_status join_misspelt(const sls_people *people, sls_arena *scratch, holders *h)
{
    sls_couple *couples;
    size_t count;
    const sls_status status =
        sls_couples_find(people, h->persons, h->count, scratch, &couples, &count);
    for (size_t i = 0; status == SLS_OK && i < count; i++) {
        const uint32_t a = couples[i].a, b = couples[i].b;
        const bool keep_a = people->at[a].mentions >= people->at[b].mentions;
        uint32_t *const rare = full_of(h, keep_a ? b : a);
        if (*rare == (keep_a ? b : a))
            *rare = keep_a ? a : b;
    }
    return status;
}

/*
 * Who the holders are: short forms join the one holder of this post that they
 * fit, and name nobody (SLS_NOBODY) where they fit several.
 */
static sls_status find_holders(const sls_people *people, const post_row *rows, size_t count,
                               sls_arena *scratch, holders *out)
{
    out->persons = sls_arena_alloc(scratch, count * sizeof *out->persons);
    out->full = sls_arena_alloc(scratch, count * sizeof *out->full);
    if (!out->persons || !out->full)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        out->persons[i] = rows[i].person;
    qsort(out->persons, count, sizeof *out->persons, by_index);
    out->count = 0;
    for (size_t i = 0; i < count; i++)
        if (out->count == 0 || out->persons[out->count - 1] != out->persons[i])
            out->persons[out->count++] = out->persons[i];
    const sls_status status = sls_people_join(people, out->persons, out->count, scratch, out->full);
    return status != SLS_OK ? status : join_misspelt(people, scratch, out);
}

/* The key by which a group calls a person: through short form and misspelling to the full name. */
static sls_str key_of(const sls_people *people, const holders *h, uint32_t person)
{
    for (int steps = 0; steps < 4; steps++) {
        const uint32_t next = *full_of(h, person);
        if (next == SLS_NOBODY)
            return (sls_str){ 0 };
        if (next == person)
            break;
        person = next;
    }
    return people->at[person].key;
}

static sls_status make_what(sls_str office, sls_str scope, sls_arena *arena, sls_str *out)
{
    return sls_arena_format(arena, out, "%.*s@%.*s", SLS_FMT(office), SLS_FMT(scope));
}

static sls_status add_post(const sls_roll *roll, const sls_people *people, const post_row *rows,
                           size_t count, sls_arena *arena, sls_arena *scratch,
                           sls_group_list *groups)
{
    sls_str what;
    holders h;
    sls_member *const members = sls_arena_alloc(arena, count * sizeof *members);
    sls_status status = members ? make_what(rows->office, rows->scope, arena, &what) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = find_holders(people, rows, count, scratch, &h);
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        members[i] = sls_roll_bearer(roll, rows[i].bearer, key_of(people, &h, rows[i].person));
    const bool open = sls_scope_is_open(rows->scope);
    const sls_group group = { .kind = SLS_KIND_TITLE,
                              .what = what,
                              .entities = open ? members[0].who : rows->scope,
                              .members = members,
                              .count = count };
    return sls_groups_add(groups, &group, roll->bearers.at[rows->bearer].entry, arena);
}

/* A minister's department: who holds one holds no other, except for a while. */
static bool is_exclusive(sls_str office)
{
    return (sls_str_ends(office, SLS_STR("-minister")) ||
            sls_str_eq(office, SLS_STR("president"))) &&
           !sls_str_starts(office, SLS_STR("coordinating-")) &&
           sls_lexicon_attribute_is(SLS_C_OFFICE, office, "holders", "one");
}

/* The head of a province, a regency or its police: nobody heads two. */
static bool is_of_one_place(const post_row *row)
{
    return !sls_scope_is_open(row->scope) && !sls_scope_is_country(row->scope) &&
           sls_lexicon_attribute_is(SLS_C_OFFICE, row->office, "scope", "place") &&
           sls_lexicon_attribute_is(SLS_C_OFFICE, row->office, "holders", "one");
}

/* Who heads a city is no governor of it. */
static bool heads_region(sls_str office)
{
    return !sls_str_ends(office, SLS_STR("-minister")) &&
           sls_lexicon_attribute(SLS_C_OFFICE, office, "field").len > 0;
}

/* The order of ranks that an office belongs to, "police", or "". */
static sls_str ladder_of(sls_str office)
{
    return sls_lexicon_attribute(SLS_C_RANK, office, "ladder");
}

/* Whether the rows name an office and its deputy's; the first such pair of a person is enough. */
static bool are_chief_and_deputy(const post_row *rows, size_t count)
{
    size_t deputy = 0;
    while (deputy < count && sls_office_chief(rows[deputy].office).len == rows[deputy].office.len)
        deputy++;
    for (size_t i = 0; i < count && deputy < count; i++)
        if (sls_str_eq(rows[i].office, sls_office_chief(rows[deputy].office)))
            return true;
    return false;
}

/* The rows of one person and one country or ladder; a group when they name two such offices. */
static sls_status add_person(const sls_roll *roll, const sls_people *people, const post_row *rows,
                             size_t count, sls_str office, sls_arena *arena, sls_group_list *groups)
{
    bool several = false;
    for (size_t i = 1; i < count && !several; i++)
        several = !sls_str_eq(rows[i].office, rows[0].office);
    if (!several || (sls_str_eq(office, DEPUTIES) && !are_chief_and_deputy(rows, count)))
        return SLS_OK;
    sls_str what;
    sls_member *const members = sls_arena_alloc(arena, count * sizeof *members);
    const sls_status status = members ? make_what(office, rows->scope, arena, &what) : SLS_ENOMEM;
    if (status != SLS_OK)
        return status;
    const sls_str key = people->at[rows->person].key;
    for (size_t i = 0; i < count; i++)
        members[i] = sls_roll_bearer(roll, rows[i].bearer, key);
    const sls_group group = {
        .kind = SLS_KIND_TITLE, .what = what, .entities = key, .members = members, .count = count
    };
    return sls_groups_add(groups, &group, roll->bearers.at[rows->bearer].entry, arena);
}

static sls_status group_posts(const sls_roll *roll, const sls_people *people, post_row *rows,
                              size_t count, sls_arena *arena, sls_group_list *groups)
{
    sls_status status = SLS_OK;
    sls_arena *const scratch = sls_arena_new(0);
    if (!scratch)
        return SLS_ENOMEM;
    qsort(rows, count, sizeof *rows, by_post);
    for (size_t i = 0; status == SLS_OK && i < count;) {
        size_t j = i + 1;
        while (j < count && is_post(&rows[i], &rows[j]))
            j++;
        sls_arena_reset(scratch);
        if (j - i > 1)
            status = add_post(roll, people, rows + i, j - i, arena, scratch, groups);
        i = j;
    }
    sls_arena_free(scratch);
    return status;
}

/* Groups of rows [0, n) that share person and scope. */
static sls_status group_rows(const sls_roll *roll, const sls_people *people, post_row *rows,
                             size_t n, sls_str office, sls_arena *arena, sls_group_list *groups)
{
    sls_status status = SLS_OK;
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_person);
    for (size_t i = 0; status == SLS_OK && i < n;) {
        size_t j = i + 1;
        while (j < n && rows[j].person == rows[i].person &&
               sls_str_eq(rows[j].scope, rows[i].scope))
            j++;
        status = add_person(roll, people, rows + i, j - i, office, arena, groups);
        i = j;
    }
    return status;
}

/* One person in several departments, at the head of several places, with several ranks. */
static sls_status group_persons(const sls_roll *roll, const sls_people *people, post_row *rows,
                                size_t count, sls_arena *arena, sls_group_list *groups)
{
    size_t posts = 0, ranks = 0, heads = 0, closed = 0;
    post_row *const ranked = sls_arena_alloc(arena, (count + 1) * sizeof *ranked);
    post_row *const all = sls_arena_alloc(arena, (count + 1) * sizeof *all);
    post_row *const heading = sls_arena_alloc(arena, (count + 1) * sizeof *heading);
    if (!ranked || !heading || !all)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const sls_str ladder = ladder_of(rows[i].office);
        if (ladder.len > 0) {
            ranked[ranks] = rows[i];
            ranked[ranks++].scope = ladder;
        }
        if (!sls_scope_is_open(rows[i].scope))
            all[closed++] = rows[i];
        if (is_of_one_place(&rows[i])) {
            heading[heads] = rows[i];
            heading[heads].scope = rows[i].office;
            heading[heads++].office = rows[i].scope;
        }
        const bool country = sls_scope_is_country(rows[i].scope);
        if (country ? is_exclusive(rows[i].office)
                    : !sls_scope_is_open(rows[i].scope) && heads_region(rows[i].office))
            rows[posts++] = rows[i];
    }
    sls_status status = group_rows(roll, people, rows, posts, (sls_str){ 0 }, arena, groups);
    if (status == SLS_OK)
        status = group_rows(roll, people, ranked, ranks, SLS_STR("rank"), arena, groups);
    if (status == SLS_OK)
        status = group_rows(roll, people, heading, heads, SLS_STR("place"), arena, groups);
    return status != SLS_OK ? status
                            : group_rows(roll, people, all, closed, DEPUTIES, arena, groups);
}

static bool is_row(const sls_bearer *b)
{
    return b->office.len > 0 && b->person != SLS_NOBODY;
}

sls_status sls_posts_group(const sls_roll *roll, const sls_people *people, sls_arena *arena,
                           sls_group_list *groups)
{
    size_t count = 0;
    for (uint32_t i = 0; i < roll->bearers.len; i++)
        count += is_row(&roll->bearers.at[i]);
    post_row *const rows = sls_arena_alloc(arena, (count + 1) * sizeof *rows);
    if (!rows)
        return SLS_ENOMEM;
    count = 0;
    for (uint32_t i = 0; i < roll->bearers.len; i++) {
        const sls_bearer *const b = &roll->bearers.at[i];
        if (is_row(b))
            rows[count++] = (post_row){ b->office, b->scope, b->person, i };
    }
    if (count == 0)
        return SLS_OK;
    const sls_status status = group_posts(roll, people, rows, count, arena, groups);
    return status != SLS_OK ? status : group_persons(roll, people, rows, count, arena, groups);
}
