#include "match/people.h"

#include "base/map.h"
#include "base/vec.h"
#include "names/person.h"

#include <stdlib.h>

#define WORDS_MAX      16 /* of a name, when its words are put in order */
#define CANDIDATES_MAX 32 /* full names that share a word with one short form, in one place */

/* One spelling. */
typedef struct {
    sls_str value;
    sls_str key;
    uint32_t root; /* the first spelling of the same person */
    uint32_t mentions;
    uint32_t words;
    bool initial; /* has a word of one letter: fits several people, so it joins nobody by key */
} spelling;

typedef SLS_VEC(spelling) spellings;

/* One word of a person's full name. */
typedef struct {
    uint64_t word;
    uint32_t person;
} form_row;

static void count_words(spelling *s)
{
    sls_str rest = s->value, word;
    while (sls_str_split(&rest, ' ', &word)) {
        s->words += word.len > 0;
        s->initial |= word.len == 1;
    }
}

static int by_text(const void *x, const void *y)
{
    return sls_str_cmp(*(const sls_str *)x, *(const sls_str *)y);
}

/* A name written in one word: what "yong hwan" and "yonghwan" share. */
static sls_status glued_form(const spelling *s, sls_arena *arena, sls_str *out)
{
    char *const text = sls_arena_alloc(arena, s->value.len + 1);
    size_t len = 0;
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s->value.len; i++)
        if (s->value.ptr[i] != ' ')
            text[len++] = s->value.ptr[i];
    return sls_person_key((sls_str){ text, len }, arena, out);
}

/* The words of a key in bytewise order: what "kishida fumio" and "fumio kishida" share. */
static sls_status sorted_form(const spelling *s, sls_arena *arena, sls_str *out)
{
    sls_str words[WORDS_MAX], rest = s->key;
    size_t n = 0, len = 0;
    while (n < WORDS_MAX && sls_str_split(&rest, ' ', &words[n]))
        n++;
    qsort(words, n, sizeof *words, by_text);
    char *const text = sls_arena_alloc(arena, s->key.len + 2);
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        text[len++] = ' '; /* begins with one: no glued form does */
        for (size_t j = 0; j < words[i].len; j++)
            text[len++] = words[i].ptr[j];
    }
    *out = (sls_str){ text, len };
    return SLS_OK;
}

static uint32_t root_of(const spellings *all, uint32_t i)
{
    while (all->at[i].root != i)
        i = all->at[i].root;
    return i;
}

static sls_status join_by(sls_map *map, spellings *all, uint32_t i, sls_str form)
{
    uint32_t first;
    bool added;
    const sls_status status = sls_map_intern(map, form, i, &first, &added);
    if (status != SLS_OK || added)
        return status;
    const uint32_t a = root_of(all, first), b = root_of(all, i);
    if (a < b)
        all->at[b].root = a;
    else
        all->at[a].root = b;
    return SLS_OK;
}

static sls_status join_spellings(spellings *all, sls_arena *arena)
{
    sls_map forms;
    sls_map_init(&forms, arena);
    for (uint32_t i = 0; i < all->len; i++) {
        spelling *const s = &all->at[i];
        if (s->initial)
            continue;
        sls_str form;
        sls_status status = glued_form(s, arena, &form);
        if (status == SLS_OK)
            status = join_by(&forms, all, i, form);
        if (status == SLS_OK && s->words > 1)
            status = sorted_form(s, arena, &form);
        if (status == SLS_OK && s->words > 1)
            status = join_by(&forms, all, i, form);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

/* Every distinct spelling; `named` of the bearers is its index for now. */
static sls_status collect(sls_roll *roll, sls_arena *arena, spellings *out)
{
    sls_map seen;
    sls_map_init(&seen, arena);
    for (uint32_t i = 0; i < roll->bearers.len; i++) {
        sls_bearer *const b = &roll->bearers.at[i];
        if (b->value.len == 0)
            continue;
        bool added;
        sls_status status = sls_map_intern(&seen, b->value, (uint32_t)out->len, &b->named, &added);
        if (status == SLS_OK && added) {
            spelling *const s = sls_vec_push(out, arena);
            if (!s)
                return SLS_ENOMEM;
            *s = (spelling){ .value = b->value, .root = b->named };
            count_words(s);
            status = sls_person_key(s->value, arena, &s->key);
        }
        if (status != SLS_OK)
            return status;
        out->at[b->named].mentions++;
    }
    return SLS_OK;
}

static bool is_better(const spelling *s, const sls_person *p, uint32_t best_mentions)
{
    if (s->mentions != best_mentions)
        return s->mentions > best_mentions;
    if (s->value.len != p->name.len)
        return s->value.len > p->name.len;
    return sls_str_cmp(s->value, p->name) < 0;
}

/* One person for each root; `named` becomes the person. */
static sls_status make_people(sls_roll *roll, const spellings *all, sls_arena *arena,
                              sls_people *out)
{
    uint32_t *const person = sls_arena_alloc(arena, (all->len + 1) * sizeof *person);
    uint32_t *const best = sls_arena_alloc(arena, (all->len + 1) * sizeof *best);
    out->at = sls_arena_calloc(arena, all->len + 1, sizeof *out->at);
    if (!person || !best || !out->at)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < all->len; i++) {
        const spelling *const s = &all->at[i];
        const uint32_t root = root_of(all, i);
        if (root == i) {
            person[i] = out->count++;
            best[person[i]] = 0;
        }
        person[i] = person[root];
        sls_person *const p = &out->at[person[i]];
        if (is_better(s, p, best[person[i]])) {
            best[person[i]] = s->mentions;
            p->name = s->value;
            p->key = s->key;
            p->words = s->words;
            p->initial = s->initial;
        }
        p->mentions += s->mentions;
    }
    for (uint32_t i = 0; i < roll->bearers.len; i++)
        if (roll->bearers.at[i].named != SLS_NOBODY)
            roll->bearers.at[i].named = person[roll->bearers.at[i].named];
    return SLS_OK;
}

static int by_word(const void *x, const void *y)
{
    const form_row *const a = x, *const b = y;
    if (a->word != b->word)
        return a->word < b->word ? -1 : 1;
    return a->person < b->person ? -1 : a->person > b->person;
}

static sls_str last_word(sls_str key)
{
    size_t at = key.len;
    while (at > 0 && key.ptr[at - 1] != ' ')
        at--;
    return sls_str_slice(key, at, key.len);
}

static bool is_short_of(sls_str name, sls_str full)
{
    const sls_person_relation r = sls_person_relate(name, full);
    /* "v putin" is the same as "vladimir putin", and the shorter of the two. */
    return r == SLS_PERSON_SHORTER || (r == SLS_PERSON_SAME && name.len < full.len);
}

/*
 * Whether `a` is called by the name of `b`: a surname or initials by the full
 * name; two full names, one with a word more, by the better known. "Dedi
 * Mulyadi Curhat", once, is a name that a verb ran into.
 */
static bool goes_by(const sls_person *a, const sls_person *b)
{
    if (a->words > 1 && b->words > 1 && !a->initial && !b->initial) {
        if (a->mentions != b->mentions)
            return a->mentions < b->mentions &&
                   (is_short_of(a->name, b->name) || is_short_of(b->name, a->name));
    }
    return is_short_of(a->name, b->name);
}

/* The first of the rows with `word`. */
static size_t first_row(const form_row *rows, size_t count, uint64_t word)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rows[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What is known of a person's fuller name so far: the person, itself at first, or SLS_NOBODY. */
static uint32_t narrow(const sls_people *people, uint32_t person, uint32_t found, uint32_t other)
{
    const sls_person *const p = people->at;
    if (other == person || other == found || !goes_by(&p[person], &p[other]))
        return found;
    if (found == person || goes_by(&p[found], &p[other]))
        return other;
    return goes_by(&p[other], &p[found]) ? found : SLS_NOBODY;
}

/*
 * The person in `rows` by whose name `person` goes: itself by nobody's,
 * SLS_NOBODY by those of several. All who share a word are looked at, up to a limit.
 */
static uint32_t full_form(const sls_people *people, const form_row *rows, size_t count,
                          uint32_t person)
{
    const sls_person *const p = &people->at[person];
    sls_str rest = p->key, word;
    uint32_t found = person;
    /* A short form's last word is in the full name; a longer name's can be any. */
    if (p->words < 3)
        rest = last_word(p->key);
    while (found != SLS_NOBODY && sls_str_split(&rest, ' ', &word)) {
        const uint64_t hash = sls_hash(word);
        const size_t first = first_row(rows, count, hash);
        for (size_t i = first; i < count && rows[i].word == hash && found != SLS_NOBODY; i++)
            found = i - first < CANDIDATES_MAX ? narrow(people, person, found, rows[i].person)
                                               : SLS_NOBODY;
    }
    return found;
}

sls_status sls_people_join(const sls_people *people, const uint32_t *persons, size_t count,
                           sls_arena *arena, uint32_t *full)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        n += people->at[persons[i]].words;
    form_row *const rows = sls_arena_alloc(arena, (n + 1) * sizeof *rows);
    if (!rows)
        return SLS_ENOMEM;
    n = 0;
    for (size_t i = 0; i < count; i++) {
        sls_str rest = people->at[persons[i]].key, word;
        if (people->at[persons[i]].words < 2)
            continue;
        while (sls_str_split(&rest, ' ', &word))
            rows[n++] = (form_row){ sls_hash(word), persons[i] };
    }
    qsort(rows, n, sizeof *rows, by_word);
    for (size_t i = 0; i < count; i++)
        full[i] = full_form(people, rows, n, persons[i]);
    return SLS_OK;
}

static int by_index(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* Short forms join the full name of their own article, whose bearers these are. */
static sls_status join_in_article(const sls_people *people, sls_bearer *bearers,
                                  size_t bearer_count, sls_arena *scratch)
{
    uint32_t *const persons = sls_arena_alloc(scratch, bearer_count * sizeof *persons);
    uint32_t *const full = sls_arena_alloc(scratch, bearer_count * sizeof *full);
    if (!persons || !full)
        return SLS_ENOMEM;
    size_t n = 0, count = 0;
    for (size_t i = 0; i < bearer_count; i++)
        if (bearers[i].named != SLS_NOBODY)
            persons[n++] = bearers[i].named;
    qsort(persons, n, sizeof *persons, by_index);
    for (size_t i = 0; i < n; i++)
        if (count == 0 || persons[count - 1] != persons[i])
            persons[count++] = persons[i];
    const sls_status status = sls_people_join(people, persons, count, scratch, full);
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < bearer_count; i++) {
        sls_bearer *const b = &bearers[i];
        if (b->named == SLS_NOBODY)
            continue;
        const uint32_t *const at = bsearch(&b->named, persons, count, sizeof *persons, by_index);
        const uint32_t found = full[at - persons];
        b->person = found == SLS_NOBODY ? b->named : found;
    }
    return SLS_OK;
}

static sls_status join_in_articles(const sls_roll *roll, const sls_people *people)
{
    sls_status status = SLS_OK;
    sls_arena *const scratch = sls_arena_new(0);
    if (!scratch)
        return SLS_ENOMEM;
    for (uint32_t i = 0, end; status == SLS_OK && i < roll->bearers.len; i = end) {
        for (end = i + 1; end < roll->bearers.len &&
                          roll->bearers.at[end].article == roll->bearers.at[i].article;)
            end++;
        sls_arena_reset(scratch);
        status = join_in_article(people, roll->bearers.at + i, end - i, scratch);
    }
    sls_arena_free(scratch);
    return status;
}

sls_status sls_people_find(sls_roll *roll, sls_arena *arena, sls_people *out)
{
    spellings all = { 0 };
    *out = (sls_people){ 0 };
    sls_status status = collect(roll, arena, &all);
    if (status == SLS_OK)
        status = join_spellings(&all, arena);
    if (status == SLS_OK)
        status = make_people(roll, &all, arena, out);
    return status == SLS_OK ? join_in_articles(roll, out) : status;
}
