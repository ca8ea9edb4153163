#include "extract/claim/stance.h"

#include "extract/claim/voice.h"

#include <string.h>

enum { PARTS_MOST = 12, DENIED_REACH = 6 };

typedef struct {
    sls_str prefix, word; /* "not:", "dikunjungi"; "", "rise+" */
    bool dropped;         /* both ends of an axis were met */
} part;

typedef struct {
    part at[PARTS_MOST];
    size_t count;
} parts;

static void add(parts *p, sls_str prefix, sls_str word)
{
    if (p->count < PARTS_MOST && word.len > 0)
        p->at[p->count++] = (part){ prefix, word, false };
}

/* "tanpa" denies what follows it, not the clause. */
static bool denies(const sls_scene *s, size_t i)
{
    const sls_str v = sls_scene_value(s, i, SLS_C_NEGATION);

    return v.len > 0 && !sls_str_eq(v, SLS_STR("without"));
}

/* The next word of content behind a denying one; `to` when there is none near. */
static size_t denied_by(const sls_scene *s, size_t i, size_t to)
{
    const uint64_t grammar = SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_MODAL) |
                             SLS_BIT(SLS_C_NEGATION) | SLS_BIT(SLS_C_CLASSIFIER) |
                             SLS_BIT(SLS_C_DEICTIC) | SLS_BIT(SLS_C_HEDGE);

    for (size_t k = i + 1; k < to && k <= i + DENIED_REACH; k++)
        if (!(s->items->at[k].set & grammar) &&
            s->items->at[k].shape & (SLS_SHAPED(LOWER) | SLS_SHAPED(CAP)))
            return k;
    return to;
}

/* Axes of which both ends were met tell nothing. */
static void drop_balanced(parts *p)
{
    for (size_t i = 0; i < p->count; i++)
        for (size_t k = i + 1; k < p->count; k++) {
            const sls_str a = p->at[i].word, b = p->at[k].word;

            if (p->at[i].prefix.len == 0 && p->at[k].prefix.len == 0 && a.len == b.len &&
                memcmp(a.ptr, b.ptr, a.len - 1) == 0 && a.ptr[a.len - 1] != b.ptr[b.len - 1])
                p->at[i].dropped = p->at[k].dropped = true;
        }
}

static int order_of(const part *a, const part *b)
{
    const int order = sls_str_cmp(a->prefix, b->prefix);

    return order != 0 ? order : sls_str_cmp(a->word, b->word);
}

static void sort(parts *p)
{
    for (size_t i = 1; i < p->count; i++)
        for (size_t k = i; k > 0 && order_of(&p->at[k], &p->at[k - 1]) < 0; k--) {
            const part t = p->at[k];

            p->at[k] = p->at[k - 1];
            p->at[k - 1] = t;
        }
}

static sls_status join(const parts *p, sls_arena *arena, sls_str *out)
{
    size_t total = 0, n = 0;
    char *text;

    for (size_t i = 0; i < p->count; i++)
        total += p->at[i].prefix.len + p->at[i].word.len + 1;
    text = sls_arena_alloc(arena, total + 1);
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < p->count; i++) {
        const part *q = &p->at[i];

        if (q->dropped || (i > 0 && order_of(q, q - 1) == 0))
            continue;
        if (n > 0)
            text[n++] = ';';
        memcpy(text + n, q->prefix.ptr, q->prefix.len);
        n += q->prefix.len;
        memcpy(text + n, q->word.ptr, q->word.len);
        n += q->word.len;
    }
    *out = (sls_str){ text, n };
    return SLS_OK;
}

/* "The index lost 3.3 percent": it fell. */
static sls_str told_at(const sls_scene *s, size_t i)
{
    const sls_str v = sls_scene_value(s, i, SLS_C_STANCE);
    const int32_t k = i + 1 < s->items->count ? s->reading_of[i + 1] : -1;
    const sls_reading *r = k >= 0 ? &s->readings->at[k] : NULL;

    return sls_str_eq(v, SLS_STR("win-")) && r && sls_has(r, SLS_G_unit) &&
                   sls_item_says(&s->items->at[r->from[SLS_G_unit]], SLS_C_UNIT, "percent")
               ? SLS_STR("rise-")
               : v;
}

sls_status sls_stance_of(const sls_scene *scene, size_t from, size_t to, sls_str *out)
{
    const uint64_t telling = SLS_BIT(SLS_C_STANCE) | SLS_BIT(SLS_C_NEGATION);
    parts found;
    size_t denied = to;

    found.count = 0;
    *out = (sls_str){ 0 };
    for (size_t i = from; i < to; i++) {
        if (i != denied && !(scene->items->at[i].set & telling))
            continue;
        if (i == denied) {
            const sls_str word = sls_items_folded(scene->items, i, i);

            add(&found, SLS_STR("not:@"), sls_scene_value(scene, i, SLS_C_EVENT));
            if (sls_str_find_byte(word, ';') == SIZE_MAX)
                add(&found, SLS_STR("not:"), word);
        } else if (scene->reading_of[i] < 0) { /* "mulai 3 Maret" begins nothing */
            add(&found, (sls_str){ "", 0 }, told_at(scene, i));
        }
        if (denies(scene, i)) {
            denied = denied_by(scene, i, to);
            if (sls_voice_is(scene, i, "nothing") || sls_voice_is(scene, i, "nobody"))
                add(&found, SLS_STR("not:"), SLS_STR("*"));
        }
    }
    if (found.count == 0)
        return SLS_OK;
    sort(&found);
    drop_balanced(&found);
    return join(&found, scene->arena, out);
}
