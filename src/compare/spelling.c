#include "compare/rules.h"
#include "compare/thresholds.h"

#include <string.h>

/* One of the two spellings of a group. */
typedef struct {
    sls_str key;
    size_t mentions;
    size_t titles; /* mentions with an office */
    const sls_claim *first;
} spelling;

/* Whether two keys differ in their last word: a family name or a Korean second syllable. */
static bool differ_at_end(sls_str a, sls_str b)
{
    while (a.len > 0 && b.len > 0 && a.ptr[a.len - 1] == b.ptr[b.len - 1] &&
           a.ptr[a.len - 1] != ' ') {
        a.len--;
        b.len--;
    }
    const bool a_done = a.len == 0 || a.ptr[a.len - 1] == ' ';
    const bool b_done = b.len == 0 || b.ptr[b.len - 1] == ' ';
    return !(a_done && b_done);
}

static void count(const sls_group *group, spelling *s)
{
    for (size_t i = 0; i < group->count; i++) {
        const sls_member *const m = &group->members[i];
        if (!sls_str_eq(m->who, s->key))
            continue;
        s->mentions++;
        s->titles += m->claim->kind == SLS_KIND_TITLE;
        if (!s->first)
            s->first = m->claim;
    }
}

/*
 * Whether `rare` is a slip for `common` and not another person: it is met less
 * often (or without an office where the other has one), and an article that
 * keeps on using a name means it.
 */
static bool is_slip(const spelling *rare, const spelling *common)
{
    if (rare->mentions >= SLS_SLIP_MENTIONS)
        return false;
    if (rare->mentions > 1 && differ_at_end(rare->key, common->key))
        return false;
    if (rare->mentions != common->mentions)
        return rare->mentions < common->mentions;
    return rare->titles == 0 && common->titles > 0;
}

/* The first mention of a spelling in one article; NULL when there is none. */
static const sls_claim *mention_in(const sls_group *group, sls_str key, sls_str article)
{
    for (size_t i = 0; i < group->count; i++)
        if (sls_str_eq(group->members[i].who, key) &&
            sls_str_eq(group->members[i].claim->article, article))
            return group->members[i].claim;
    return NULL;
}

static sls_status number_text(size_t n, sls_arena *arena, sls_str *out)
{
    return sls_arena_format(arena, out, "%zu", n);
}

/* Two reports of one event that spell a name once each: one of them is wrong. */
static bool is_either(const spelling *x, const spelling *y)
{
    return x->first && y->first && x->mentions == y->mentions && x->mentions < SLS_SLIP_MENTIONS &&
           !sls_str_eq(x->first->article, y->first->article);
}

static sls_status argue(sls_finding *f, const spelling *rare, const spelling *common, bool sure,
                        bool rare_is_a, sls_arena *arena)
{
    sls_str a, b, usual, count_a, count_b;
    sls_status status = sls_person_shown(f->a->value, arena, &a);
    if (status == SLS_OK)
        status = sls_person_shown(f->b->value, arena, &b);
    if (status == SLS_OK)
        status = sls_person_shown(common->first->value, arena, &usual);
    if (status == SLS_OK)
        status = number_text(rare_is_a ? rare->mentions : common->mentions, arena, &count_a);
    if (status == SLS_OK)
        status = number_text(rare_is_a ? common->mentions : rare->mentions, arena, &count_b);
    if (status != SLS_OK)
        return status;
    sls_finding_argue(f, (sls_arg){ "name_a", SLS_ARG_TEXT, a });
    sls_finding_argue(f, (sls_arg){ "name_b", SLS_ARG_TEXT, b });
    if (sure)
        sls_finding_argue(f, (sls_arg){ "common", SLS_ARG_TEXT, usual });
    sls_finding_argue(f, (sls_arg){ "count_a", SLS_ARG_TEXT, count_a });
    sls_finding_argue(f, (sls_arg){ "count_b", SLS_ARG_TEXT, count_b });
    if (sure)
        f->likely_wrong = rare_is_a ? SLS_SIDE_A : SLS_SIDE_B;
    return SLS_OK;
}

sls_status sls_rule_spelling(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                             sls_docket *docket)
{
    const size_t cut = sls_str_find_byte(group->entities, ';');
    spelling x = { .key = sls_str_slice(group->entities, 0, cut) }, y = { .key = { 0 } };
    sls_rulings rulings = { 0 };
    sls_status status = SLS_OK;
    if (cut == SIZE_MAX)
        return SLS_OK;
    y.key = sls_str_slice(group->entities, cut + 1, group->entities.len);
    count(group, &x);
    count(group, &y);
    const bool sure = is_slip(&x, &y) || is_slip(&y, &x);
    const spelling *const rare = is_slip(&x, &y)                        ? &x
                                 : is_slip(&y, &x) || is_either(&x, &y) ? &y
                                                                        : NULL;
    const spelling *const common = rare == &x ? &y : &x;
    if (!rare || !rare->first || !common->first)
        return SLS_OK;
    /* A slip is met once or twice, so this is no walk over the group for each of many. */
    for (size_t i = 0; status == SLS_OK && i < group->count; i++) {
        const sls_claim *const c = group->members[i].claim;
        if (!sls_str_eq(group->members[i].who, rare->key))
            continue;
        const sls_claim *const other = mention_in(group, common->key, c->article);
        sls_ruling r = { .rule = "name-spelling",
                         .verdict = SLS_POSSIBLE,
                         .severity = SLS_NOTE,
                         .a = c,
                         .b = other ? other : common->first };
        sls_ruling_weigh(&r, SLS_TERM_START, 80);
        status = sls_ruling_add(&rulings, r, scratch);
    }
    if (status == SLS_OK)
        sls_rulings_settle(&rulings, 0, 0);
    for (size_t i = 0; status == SLS_OK && i < rulings.len; i++) {
        const sls_subject of = { SLS_KIND_NAME, group->what, group->entities, group->id, 5 };
        sls_finding *const f = sls_docket_add(docket, &rulings.at[i], &of, arena);
        if (!f)
            return SLS_ENOMEM;
        const bool rare_is_a = sls_str_eq(f->a->value, rare->first->value);
        status = argue(f, rare, common, sure, rare_is_a, arena);
    }
    return status;
}
