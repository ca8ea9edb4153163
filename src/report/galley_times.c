/*
 * Times: who held each office when, by the claims that say so, and counts that grew.
 *
 * A claim's time is that of its clause, else its article's; the hull of the claims that call
 * somebody the holder is the tenure as far as it is known. Days count from 1970-01-01; an open
 * end is null.
 */
#include "base/edtf.h"
#include "base/vec.h"
#include "model/sense.h"
#include "report/galley_data.h"
#include "report/words.h"

#include <stdlib.h>

enum {
    CLAIMS_MOST = 200, /* listed of one holder; the rest is counted */
    STEPS_MOST = 5000  /* of counts that grew; the list of findings has all of them */
};

#define NONE UINT32_MAX

typedef struct {
    sls_str key;
    const sls_member *first; /* that spells the name */
    sls_interval hull;
    bool timed;        /* `hull` is known */
    uint32_t from, to; /* the first and the last of its members; NONE */
} holder;

typedef struct {
    sls_json json;
    const sls_galley *galley;
    size_t *findings; /* per group, of offices */
    sls_arena *arena; /* of one group */
    sls_status status;
} writer;

static bool when_of(const sls_claim *claim, sls_interval *out)
{
    sls_edtf e;
    const sls_str texts[] = { claim->as_of, claim->published };
    for (size_t i = 0; i < 2; i++) {
        if (texts[i].len == 0 || sls_edtf_read(texts[i], &e) != SLS_OK)
            continue;
        *out = e.days;
        return true;
    }
    return false;
}

static void put_text(writer *w, const char *key, sls_arg arg)
{
    sls_galley_text text;
    if (w->status == SLS_OK)
        w->status = sls_galley_text_of(sls_galley_arg_words, &arg, w->arena, &text);
    if (w->status != SLS_OK)
        return;
    sls_json_key(&w->json, key);
    sls_galley_put_text(&w->json, &text);
}

static void put_day(writer *w, int32_t day)
{
    if (day == SLS_DAY_OPEN_PAST || day == SLS_DAY_OPEN_FUTURE)
        sls_json_null(&w->json);
    else
        sls_json_int(&w->json, day);
}

static void put_days(writer *w, const char *key, sls_interval days)
{
    sls_json_key(&w->json, key);
    sls_json_open_array(&w->json);
    put_day(w, days.first);
    put_day(w, days.last);
    sls_json_close(&w->json);
}

static void put_claim(writer *w, const sls_claim *claim, sls_interval when)
{
    sls_json_open_object(&w->json);
    put_days(w, "days", when);
    sls_json_put_str(&w->json, "as_of", claim->as_of.len > 0 ? claim->as_of : claim->published);
    sls_json_put_text(&w->json, "state", sls_state_name(claim->state));
    sls_json_put_str(&w->json, "outlet", sls_claim_outlet(claim));
    sls_json_put_str(&w->json, "article", claim->article);
    sls_json_put_int(&w->json, "start", (int64_t)claim->start);
    sls_json_put_str(&w->json, "surface", claim->surface);
    if (claim->kind == SLS_KIND_QUANTITY) {
        sls_json_put_str(&w->json, "value", claim->value);
        sls_json_put_text(&w->json, "bound", sls_bound_name(claim->bound));
    }
    sls_json_close(&w->json);
}

static void put_head(writer *w, const sls_group *group)
{
    sls_json_put_str(&w->json, "group", group->id);
    sls_json_put_int(&w->json, "findings", (int64_t)w->findings[group - w->galley->report->groups]);
    put_text(w, "what", (sls_arg){ "what", SLS_ARG_OFFICE, group->what });
}

/* "foreign-minister@RU": one post that several may have held. */
static bool is_office(const sls_group *group)
{
    return group->kind == SLS_KIND_TITLE && group->count > 1 &&
           sls_str_find_byte(group->what, '@') != SIZE_MAX &&
           !sls_str_starts(group->what, SLS_STR("@")) &&
           !sls_str_starts(group->what, SLS_STR("rank@")) &&
           !sls_str_ends(group->what, SLS_STR("@?"));
}

static bool is_drawn(const sls_member *member)
{
    const sls_state state = member->claim->state;
    return member->who.len > 0 &&
           (state == SLS_ASSERTED || state == SLS_ACTING || state == SLS_FORMER);
}

static int by_time(const void *left, const void *right)
{
    const holder *a = left, *b = right;
    if (a->timed != b->timed)
        return a->timed ? -1 : 1;
    if (a->timed && a->hull.first != b->hull.first)
        return a->hull.first < b->hull.first ? -1 : 1;
    return sls_str_cmp(a->key, b->key);
}

static size_t words_in(sls_str s)
{
    size_t count = s.len > 0;
    for (size_t i = 0; i < s.len; i++)
        count += s.ptr[i] == ' ';
    return count;
}

/* The name as an article spells it: the first one that has all words of the key. */
static void add_hold(holder *h, const sls_member *member)
{
    sls_interval when;
    if (words_in(h->first->claim->value) != words_in(h->key) &&
        words_in(member->claim->value) == words_in(h->key))
        h->first = member;
    if (member->claim->state == SLS_FORMER || !when_of(member->claim, &when))
        return;
    h->hull = h->timed ? sls_interval_hull(h->hull, when) : when;
    h->timed = true;
}

typedef SLS_VEC(holder) holder_list;

/* `next`: per member, the next one of the same holder, or NONE. */
static void collect(writer *w, const sls_group *group, uint32_t *next, holder_list *out)
{
    sls_map known;
    sls_map_init(&known, w->arena);
    for (uint32_t i = 0; i < group->count && w->status == SLS_OK; i++) {
        const sls_member *const m = &group->members[i];
        uint32_t at;
        bool added;
        if (!is_drawn(m))
            continue;
        w->status = sls_map_intern(&known, m->who, (uint32_t)out->len, &at, &added);
        if (w->status == SLS_OK && added) {
            holder *const fresh = sls_vec_push(out, w->arena);
            if (!fresh)
                w->status = SLS_ENOMEM;
            else
                *fresh = (holder){ .key = m->who, .first = m, .from = NONE, .to = NONE };
        }
        if (w->status != SLS_OK)
            return;
        holder *const h = &out->at[at];
        add_hold(h, m);
        *(h->to == NONE ? &h->from : &next[h->to]) = i;
        h->to = i;
        next[i] = NONE;
    }
    if (w->status == SLS_OK && out->len > 0)
        qsort(out->at, out->len, sizeof *out->at, by_time);
}

static void put_holder(writer *w, const sls_group *group, const uint32_t *next, const holder *h)
{
    sls_str name;
    size_t count = 0;
    if (w->status == SLS_OK)
        w->status = sls_words_person(h->first->claim->value, w->arena, &name);
    if (w->status != SLS_OK)
        return;
    sls_json_open_object(&w->json);
    sls_json_put_str(&w->json, "name", name);
    if (h->timed)
        put_days(w, "hull", h->hull);
    sls_json_key(&w->json, "claims");
    sls_json_open_array(&w->json);
    for (uint32_t i = h->from; i != NONE; i = next[i]) {
        const sls_claim *const claim = group->members[i].claim;
        sls_interval when;
        if (when_of(claim, &when) && ++count <= CLAIMS_MOST)
            put_claim(w, claim, when);
    }
    sls_json_close(&w->json);
    sls_json_put_int(&w->json, "more", count > CLAIMS_MOST ? (int64_t)(count - CLAIMS_MOST) : 0);
    sls_json_close(&w->json);
}

static void put_office(writer *w, const sls_group *group)
{
    holder_list holders = { 0 };
    uint32_t *const next = sls_arena_alloc(w->arena, group->count * sizeof *next);
    if (!next) {
        w->status = SLS_ENOMEM;
        return;
    }
    collect(w, group, next, &holders);
    if (holders.len == 0)
        return;
    sls_json_open_object(&w->json);
    put_head(w, group);
    sls_json_key(&w->json, "holders");
    sls_json_open_array(&w->json);
    for (size_t i = 0; i < holders.len; i++)
        put_holder(w, group, next, &holders.at[i]);
    sls_json_close(&w->json);
    sls_json_close(&w->json);
}

/* A count that grew, from the earlier claim to the later one. */
static void put_step(writer *w, const sls_finding *finding)
{
    const sls_claim *const sides[] = { finding->a, finding->b };
    sls_interval when[2];
    if (!when_of(finding->a, &when[0]) || !when_of(finding->b, &when[1]))
        return;
    sls_json_open_object(&w->json);
    put_text(w, "what", (sls_arg){ "what", SLS_ARG_EVENT, finding->what });
    put_text(w, "unit", (sls_arg){ "unit", SLS_ARG_UNIT, finding->a->unit });
    put_text(w, "where", (sls_arg){ "where", SLS_ARG_COUNTRY, finding->entities });
    sls_json_key(&w->json, "claims");
    sls_json_open_array(&w->json);
    for (size_t i = 0; i < 2; i++)
        put_claim(w, sides[i], when[i]);
    sls_json_close(&w->json);
    sls_json_close(&w->json);
}

/* Findings of each group of offices. */
static void count_findings(writer *w)
{
    const sls_report *const report = w->galley->report;
    for (size_t i = 0; i < w->galley->count; i++) {
        const sls_finding *const finding = &report->findings[i];
        const sls_group *const group = sls_galley_group(w->galley, finding->group_id);
        if (group && finding->kind == SLS_KIND_TITLE)
            w->findings[group - report->groups]++;
    }
}

sls_status sls_galley_times(const sls_galley *galley, sls_out *out, sls_arena *scratch)
{
    const sls_report *const report = galley->report;
    writer w = { .json = sls_json_begin(out, 0), .galley = galley, .arena = scratch };
    w.findings = calloc(report->group_count + 1, sizeof *w.findings);
    if (!w.findings)
        return SLS_ENOMEM;
    count_findings(&w);
    sls_json_open_object(&w.json);
    sls_json_key(&w.json, "offices");
    sls_json_open_array(&w.json);
    for (size_t i = 0; i < report->group_count && w.status == SLS_OK; i++) {
        if (is_office(&report->groups[i]))
            put_office(&w, &report->groups[i]);
        sls_arena_reset(scratch);
    }
    sls_json_close(&w.json);
    sls_json_key(&w.json, "counts");
    sls_json_open_array(&w.json);
    for (size_t i = 0, steps = 0; i < galley->count && w.status == SLS_OK; i++) {
        if (strcmp(report->findings[i].rule, "number-growth") != 0 || ++steps > STEPS_MOST)
            continue;
        put_step(&w, &report->findings[i]);
        sls_arena_reset(scratch);
    }
    sls_json_close(&w.json);
    sls_json_close(&w.json);
    sls_json_end(&w.json);
    free(w.findings);
    return w.status;
}
