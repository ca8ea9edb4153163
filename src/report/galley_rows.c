/*
 * Rows: what a list shows and filters by. A row is an array,
 *
 *     [id, severity, verdict, kind, rule, state, what, [entity...], score, decision,
 *      [outlet, article, published, value, surface] of a, the same of b]
 *
 * severity, verdict and state by number, everything else by its place in "strings", which stands
 * behind the rows; there is no b where both sides are one claim.
 */
#include "base/vec.h"
#include "model/sense.h"
#include "report/galley_data.h"
#include "report/words.h"

typedef struct {
    sls_json json;
    sls_arena *kept; /* of the strings of this piece */
    sls_map known;
    SLS_VEC(sls_galley_text) strings;
    sls_status status;
} writer;

/* The place of a text among the strings. */
static void put(writer *w, const sls_galley_text *text)
{
    sls_str key = { 0 }, pieces[2 * SLS_LANGS];
    uint32_t place;
    bool added;
    for (size_t lang = 0; lang < SLS_LANGS; lang++) {
        pieces[2 * lang] = text->in[lang];
        pieces[2 * lang + 1] = SLS_STR("\n");
    }
    if (w->status == SLS_OK)
        w->status = sls_arena_concat(w->kept, pieces, 2 * SLS_LANGS, &key);
    if (w->status == SLS_OK)
        w->status = sls_map_intern(&w->known, key, (uint32_t)w->strings.len, &place, &added);
    if (w->status != SLS_OK)
        return;
    sls_json_int(&w->json, place);
    if (!added)
        return;
    sls_galley_text *kept = sls_vec_push(&w->strings, w->kept);
    if (!kept) {
        w->status = SLS_ENOMEM;
        return;
    }
    for (size_t lang = 0, at = 0; lang < SLS_LANGS; lang++) {
        kept->in[lang] = (sls_str){ key.ptr + at, text->in[lang].len };
        at += text->in[lang].len + 1;
    }
}

static void put_str(writer *w, sls_str s)
{
    sls_galley_text text;
    for (size_t lang = 0; lang < SLS_LANGS; lang++)
        text.in[lang] = s;
    put(w, &text);
}

static void put_words(writer *w, sls_galley_words *words, const void *of, sls_arena *scratch)
{
    sls_galley_text text;
    if (w->status == SLS_OK)
        w->status = sls_galley_text_of(words, of, scratch, &text);
    if (w->status == SLS_OK)
        put(w, &text);
}

static sls_status entity_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    const sls_str *id = of;
    return sls_words_entities(ui, *id, arena, out);
}

static void put_entities(writer *w, sls_str entities, sls_arena *scratch)
{
    sls_str id;
    sls_json_open_array(&w->json);
    while (sls_str_split(&entities, ';', &id))
        if (id.len > 0)
            put_words(w, entity_words, &id, scratch);
    sls_json_close(&w->json);
}

static void put_side(writer *w, const sls_finding *finding, bool a, sls_arena *scratch)
{
    const sls_claim *const claim = a ? finding->a : finding->b;
    sls_json_open_array(&w->json);
    put_str(w, sls_claim_outlet(claim));
    put_str(w, claim->article);
    put_str(w, claim->published);
    put_words(w, a ? sls_galley_a_words : sls_galley_b_words, finding, scratch);
    put_str(w, claim->surface);
    sls_json_close(&w->json);
}

/* What an editor decided, while it counts. */
static sls_str decision_of(const sls_finding *finding)
{
    const sls_decision *const decision = finding->decision;
    return sls_str_of(decision && !decision->expired ? sls_decision_name(decision->word) : NULL);
}

static void put_row(writer *w, const sls_finding *finding, sls_arena *scratch)
{
    sls_json_open_array(&w->json);
    sls_json_str(&w->json, finding->id);
    sls_json_int(&w->json, finding->severity);
    sls_json_int(&w->json, finding->verdict);
    put_str(w, sls_str_of(sls_kind_name(finding->kind)));
    put_str(w, sls_str_of(finding->rule));
    sls_json_int(&w->json, finding->state);
    put_words(w, sls_galley_what_words, finding, scratch);
    put_entities(w, finding->entities, scratch);
    sls_json_int(&w->json, finding->score);
    put_str(w, decision_of(finding));
    put_side(w, finding, true, scratch);
    if (finding->b != finding->a)
        put_side(w, finding, false, scratch);
    sls_json_close(&w->json);
}

static void put_strings(writer *w)
{
    sls_json_key(&w->json, "strings");
    sls_json_open_array(&w->json);
    for (size_t i = 0; i < w->strings.len; i++)
        sls_galley_put_text(&w->json, &w->strings.at[i]);
    sls_json_close(&w->json);
}

sls_status sls_galley_rows(const sls_galley *galley, size_t piece, sls_out *out, sls_arena *scratch)
{
    const size_t first = piece * SLS_GALLEY_ROWS;
    writer w = { .json = sls_json_begin(out, 0), .kept = sls_arena_new(0) };
    if (!w.kept)
        return SLS_ENOMEM;
    sls_map_init(&w.known, w.kept);
    sls_json_open_object(&w.json);
    sls_json_key(&w.json, "rows");
    sls_json_open_array(&w.json);
    for (size_t i = first; i < first + SLS_GALLEY_ROWS && i < galley->count; i++) {
        put_row(&w, &galley->report->findings[i], scratch);
        sls_arena_reset(scratch);
    }
    sls_json_close(&w.json);
    put_strings(&w);
    sls_json_close(&w.json);
    sls_json_end(&w.json);
    sls_arena_free(w.kept);
    return w.status;
}
