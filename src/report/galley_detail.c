/* Shards: all that is told of a finding, as an array of objects. */
#include "model/argument.h"
#include "model/sense.h"
#include "model/term.h"
#include "report/explanation.h"
#include "report/finding_message.h"
#include "report/galley_data.h"
#include "report/message.h"
#include "report/words.h"

enum { OTHERS_MOST = 12 }; /* articles listed that say what one side says; the rest is counted */

typedef struct {
    sls_json json;
    const sls_galley *galley;
    sls_arena *arena;
    sls_status status;
} writer;

static void put_words(writer *w, const char *key, sls_galley_words *words, const void *of)
{
    sls_galley_text text;
    if (w->status == SLS_OK)
        w->status = sls_galley_text_of(words, of, w->arena, &text);
    if (w->status != SLS_OK)
        return;
    sls_json_key(&w->json, key);
    sls_galley_put_text(&w->json, &text);
}

static sls_status message_words(sls_lang ui, const void *finding, sls_arena *arena, sls_str *out)
{
    return sls_finding_message(ui, finding, arena, out);
}

static sls_status support_words(sls_lang ui, const void *finding, sls_arena *arena, sls_str *out)
{
    return sls_finding_support(ui, finding, arena, out);
}

static sls_status reading_words(sls_lang ui, const void *claim, sls_arena *arena, sls_str *out)
{
    return sls_explanation_reading(ui, claim, arena, out);
}

static sls_status published_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    const sls_claim *claim = of;
    return sls_words_date(ui, claim->published, arena, out);
}

static sls_status remedy_words(sls_lang ui, const void *finding, sls_arena *arena, sls_str *out)
{
    return sls_finding_remedy(ui, finding, arena, out);
}

/* The slip that would explain the difference; empty where none is known. */
static sls_status slip_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    static const sls_str names[] = { SLS_S("slip"), SLS_S("fit") };
    const sls_finding *finding = of;
    const sls_args own = { finding->args, finding->arg_count };
    *out = (sls_str){ 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        sls_arg slip;
        if (!sls_finding_arg(finding, names[i], &slip) || slip.value.len == 0)
            continue;
        const sls_status status = sls_message(ui, slip.value, own, arena, out);
        if (status == SLS_OK && sls_str_eq(*out, slip.value))
            *out = (sls_str){ 0 }; /* a key without words, "slip-none" */
        return status;
    }
    return SLS_OK;
}

/* The sentence before, in and after the words that hold the value. */
static void put_quote(writer *w, const sls_claim *claim, const sls_neighbours *around)
{
    const bool placed = around && around->place != SIZE_MAX;
    const size_t found = placed ? around->place : sls_str_find(claim->quote, claim->surface);
    const bool marked = claim->surface.len > 0 && found != SIZE_MAX;
    const size_t start = marked ? found : claim->quote.len;
    const size_t end = marked ? start + claim->surface.len : start;
    sls_json_key(&w->json, "quote");
    sls_json_open_array(&w->json);
    sls_json_str(&w->json, sls_str_slice(claim->quote, 0, start));
    sls_json_str(&w->json, sls_str_slice(claim->quote, start, end));
    sls_json_str(&w->json, sls_str_slice(claim->quote, end, SIZE_MAX));
    sls_json_close(&w->json);
}

static void put_side(writer *w, size_t i, bool a)
{
    const sls_report *const report = w->galley->report;
    const sls_finding *const finding = &report->findings[i];
    const sls_claim *const claim = a ? finding->a : finding->b;
    const size_t side = 2 * i + !a;
    const sls_spot spot = sls_report_spot(report, claim);
    const sls_neighbours *const around = report->neighbours ? &report->neighbours[side] : NULL;
    sls_json *json = &w->json;
    sls_json_key(json, a ? "a" : "b");
    sls_json_open_object(json);
    sls_json_put_str(json, "outlet", sls_claim_outlet(claim));
    sls_json_put_str(json, "article", claim->article);
    sls_json_put_str(json, "published", claim->published);
    put_words(w, "date", published_words, claim);
    sls_json_put_str(json, "url", claim->url);
    sls_json_put_str(json, "path", spot.path);
    sls_json_put_int(json, "line", (int64_t)spot.line);
    sls_json_put_int(json, "column", (int64_t)spot.character);
    sls_json_put_int(json, "start", (int64_t)claim->start);
    sls_json_put_text(json, "zone", sls_zone_name(claim->zone));
    put_quote(w, claim, around);
    sls_json_put_str(json, "before", around ? around->before : (sls_str){ 0 });
    sls_json_put_str(json, "after", around ? around->after : (sls_str){ 0 });
    sls_json_put_str(json, "surface", claim->surface);
    sls_json_put_str(json, "value", claim->value);
    put_words(w, "words", a ? sls_galley_a_words : sls_galley_b_words, finding);
    put_words(w, "reading", reading_words, claim);
    sls_json_close(json);
}

static const sls_member *member_of(const sls_group *group, const sls_claim *claim)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->members[i].claim == claim)
            return &group->members[i];
    return NULL;
}

/* Other articles of the group that say what `claim` says, the first mention of each. */
static void put_others(writer *w, const char *key, const sls_group *group, const sls_claim *claim)
{
    const sls_member *const own = group ? member_of(group, claim) : NULL;
    sls_str last = { 0 };
    size_t count = 0;
    sls_json_key(&w->json, key);
    sls_json_open_array(&w->json);
    for (size_t i = 0; own && i < group->count; i++) {
        const sls_member *const m = &group->members[i];
        if (sls_str_eq(m->claim->article, claim->article) || sls_str_eq(m->claim->article, last) ||
            m->claim->state != claim->state ||
            !sls_str_eq(sls_galley_key(group, m), sls_galley_key(group, own)))
            continue;
        last = m->claim->article;
        if (++count > OTHERS_MOST)
            continue;
        sls_json_open_object(&w->json);
        sls_json_put_str(&w->json, "outlet", sls_claim_outlet(m->claim));
        sls_json_put_str(&w->json, "article", m->claim->article);
        put_words(w, "date", published_words, m->claim);
        sls_json_put_str(&w->json, "url", m->claim->url);
        sls_json_put_bool(&w->json, "copy", m->witness == own->witness);
        sls_json_close(&w->json);
    }
    if (count > OTHERS_MOST)
        sls_json_int(&w->json, (int64_t)(count - OTHERS_MOST));
    sls_json_close(&w->json);
}

static void put_terms(writer *w, const sls_finding *finding)
{
    sls_json_key(&w->json, "terms");
    sls_json_open_array(&w->json);
    for (size_t i = 0; i < finding->terms.count; i++) {
        sls_json_open_array(&w->json);
        sls_json_str(&w->json, sls_str_of(sls_term_text(finding->terms.at[i].name)));
        sls_json_int(&w->json, finding->terms.at[i].points);
        sls_json_close(&w->json);
    }
    sls_json_close(&w->json);
}

/* What the corpus holds as decided already. */
static void put_decision(writer *w, const sls_decision *decision)
{
    if (!decision)
        return;
    sls_json_key(&w->json, "decision");
    sls_json_open_object(&w->json);
    sls_json_put_text(&w->json, "word", sls_decision_name(decision->word));
    sls_json_put_str(&w->json, "by", decision->by);
    sls_json_put_str(&w->json, "on", decision->on);
    sls_json_put_str(&w->json, "expires", decision->expires);
    sls_json_put_str(&w->json, "note", decision->note);
    sls_json_put_str(&w->json, "corrected", decision->corrected);
    sls_json_put_bool(&w->json, "expired", decision->expired);
    sls_json_close(&w->json);
}

static void put_finding(writer *w, size_t i)
{
    static const char *const sides[] = { "", "a", "b" };
    const sls_report *report = w->galley->report;
    const sls_finding *finding = &report->findings[i];
    const sls_group *group = sls_galley_group(w->galley, finding->group_id);
    sls_json_open_object(&w->json);
    sls_json_put_str(&w->json, "id", finding->id);
    sls_json_put_str(&w->json, "group", finding->group_id);
    put_words(w, "message", message_words, finding);
    put_words(w, "support", support_words, finding);
    put_words(w, "remedy", remedy_words, finding);
    put_words(w, "slip", slip_words, finding);
    sls_json_put_text(&w->json, "wrong", sides[finding->likely_wrong]);
    sls_json_put_int(&w->json, "more", finding->more);
    put_terms(w, finding);
    put_decision(w, finding->decision);
    put_side(w, i, true);
    put_others(w, "alsoA", group, finding->a);
    if (finding->b != finding->a) {
        put_side(w, i, false);
        put_others(w, "alsoB", group, finding->b);
    }
    sls_json_close(&w->json);
}

sls_status sls_galley_shard(const sls_galley *galley, size_t piece, sls_out *out,
                            sls_arena *scratch)
{
    const size_t first = piece * SLS_GALLEY_SHARD;
    writer w = { .json = sls_json_begin(out, 0), .galley = galley, .arena = scratch };
    sls_json_open_array(&w.json);
    for (size_t i = first; i < first + SLS_GALLEY_SHARD && i < galley->count; i++) {
        put_finding(&w, i);
        sls_arena_reset(scratch);
    }
    sls_json_close(&w.json);
    sls_json_end(&w.json);
    return w.status;
}
