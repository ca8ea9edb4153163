#include "lexicon/tool/graph.h"
#include "lexicon/tool/writer.h"

#include <inttypes.h>
#include <string.h>

/* Slots for `count` entries in a table at most half full, as a power of two. */
static unsigned bits_for(size_t count)
{
    unsigned bits = 1;

    while (((size_t)1 << bits) < 2 * count)
        bits++;
    return bits;
}

static void *calloc_or_note(lexc_run *run, size_t count, size_t size)
{
    void *at = sls_arena_calloc(run->arena, count, size);

    if (!at)
        lexc_exhausted(run);
    return at;
}

/* Puts every word into its bucket; false where one is full, or two words have the same tag. */
static bool fill_buckets(const lexc_words *words, unsigned bits, uint64_t seed,
                         sls_table_bucket *buckets)
{
    memset(buckets, 0, ((size_t)1 << bits) * sizeof *buckets);
    for (size_t i = 1; i < words->at.len; i++) {
        const sls_str word = words->at.at[i];
        const uint64_t hash = sls_table_hash(sls_table_key_of(word.ptr, word.len), seed);
        sls_table_bucket *bucket = &buckets[hash >> (64 - bits)];
        size_t k = 0;

        for (; k < SLS_TABLE_BUCKET && bucket->number[k]; k++)
            if (bucket->tag[k] == sls_table_tag(hash))
                return false;
        if (k == SLS_TABLE_BUCKET || !sls_table_tag(hash)) /* 0 is the tag of an empty place */
            return false;
        bucket->tag[k] = sls_table_tag(hash);
        bucket->number[k] = (uint16_t)i;
    }
    return true;
}

enum { SEEDS = 4000 };

/* The first seed with which all words have a place among 2^bits buckets; SEEDS when none has. */
static uint64_t seed_for(const lexc_words *words, unsigned bits, sls_table_bucket *buckets)
{
    uint64_t seed = 0;

    while (seed < SEEDS && !fill_buckets(words, bits, seed, buckets))
        seed++;
    return seed;
}

/*
 * The buckets, as few as will do: the fewer there are, the more of them a core's cache holds, so
 * thousands of seeds are tried before there are twice as many.
 */
static void put_buckets(lexc_writer *w, const lexc_words *words, unsigned *bits, uint64_t *seed)
{
    sls_table_bucket *buckets = calloc_or_note(w->run, (size_t)2 << *bits, sizeof *buckets);

    *seed = buckets ? seed_for(words, *bits, buckets) : 0;
    if (*seed == SEEDS)
        *seed = seed_for(words, ++*bits, buckets);
    if (*seed == SEEDS || words->at.len > UINT16_MAX)
        lexc_error(w->run, "lexc", 0, "too many words: make its buckets' numbers wider");
    lexc_put(w, "static const _Alignas(64) sls_table_bucket buckets[] = {");
    for (size_t i = 0; buckets && i < (size_t)1 << *bits; i++) {
        lexc_put(w, "\n{{");
        for (size_t k = 0; k < SLS_TABLE_BUCKET; k++)
            lexc_put(w, "%u,", (unsigned)buckets[i].tag[k]);
        lexc_put(w, "},{");
        for (size_t k = 0; k < SLS_TABLE_BUCKET; k++)
            lexc_put(w, "%u,", (unsigned)buckets[i].number[k]);
        lexc_put(w, "}},");
    }
    lexc_put(w, "\n};\n\n");
}

/* What is asked of state `at`. */
static sls_word_first first_of(const lexc_graph *g, uint32_t at)
{
    const sls_table_state *state = &g->states[at];
    const bool differ = state->form[SLS_CAPITALS_NONE] != state->form[SLS_CAPITALS_ALL];

    return (sls_word_first){ at, differ ? SLS_WORD_VARIES : state->form[0], state->follow };
}

static void put_words(lexc_writer *w, const lexc_words *words, const lexc_graph *graphs)
{
    lexc_put(w, "const sls_word sls_lexicon_words[] = {\n");
    for (size_t i = 0; i < words->at.len; i++) {
        const sls_table_key key = i ? sls_table_key_of(words->at.at[i].ptr, words->at.at[i].len)
                                    : (sls_table_key){ 0, 0 };

        lexc_put(w, "{{0x%" PRIx64 "u,0x%" PRIx64 "u},{", key.low, key.high);
        for (size_t l = 0; l < SLS_LANGS; l++)
            lexc_put(w, "0x%" PRIx64 "u,", graphs[l].begins[i]);
        lexc_put(w, "},{");
        for (size_t l = 0; l < SLS_LANGS; l++) {
            const sls_word_first first = first_of(&graphs[l], graphs[l].first_state[i]);

            lexc_put(w, "{%" PRIu32 ",%" PRIu32 "u,0x%" PRIx64 "u},", first.state, first.form,
                     first.follow);
        }
        lexc_put(w, "}},\n");
    }
    lexc_put(w, "};\n\n");
}

static void put_vocabulary(lexc_writer *w, const lexc_words *words)
{
    unsigned bits = bits_for(words->at.len) > 4 ? bits_for(words->at.len) - 4 : 1;
    uint64_t seed;

    put_buckets(w, words, &bits, &seed);
    lexc_put(w, "static const uint32_t long_at[] = {");
    for (size_t i = 0; i < words->at.len; i++) {
        const sls_str word = words->at.at[i];

        lexc_put(w, "%s%zu,", i % 16 ? "" : "\n",
                 word.len > SLS_TABLE_SHORT ? lexc_pool_at(w, word) : 0);
    }
    lexc_put(w,
             "\n};\n\nconst sls_table_vocabulary sls_table_words = {\n"
             "buckets,%zu,%u,%" PRIu64 "u,long_at };\n\n",
             words->at.len, bits, seed);
}

static void put_steps(lexc_writer *w, const lexc_graph *g, const char *lang)
{
    const unsigned bits = bits_for(g->step_count);
    const size_t size = (size_t)1 << bits;
    const size_t many = (size << SLS_TABLE_KNOWN) / 64 + 1;
    sls_table_step *slots = calloc_or_note(w->run, size, sizeof *slots);
    uint64_t *known = calloc_or_note(w->run, many, sizeof *known);

    for (size_t i = 0; slots && known && i < g->step_count; i++) {
        const lexc_step step = g->steps[i];
        const uint64_t hash = sls_table_step_hash(step.state, step.word);
        const uint64_t bit = hash >> (64 - bits - SLS_TABLE_KNOWN);
        size_t at = (size_t)(hash >> (64 - bits));

        known[bit / 64] |= UINT64_C(1) << bit % 64;
        while (slots[at].state)
            at = (at + 1) & (size - 1);
        slots[at] = (sls_table_step){ step.state, step.word, first_of(g, step.next) };
    }
    lexc_put(w, "static const sls_table_step steps_%s[] = {\n", lang);
    for (size_t i = 0; slots && i < size; i++)
        lexc_put(w, "{%" PRIu32 ",%" PRIu32 ",{%" PRIu32 ",%" PRIu32 "u,0x%" PRIx64 "u}},\n",
                 slots[i].state, slots[i].word, slots[i].next.state, slots[i].next.form,
                 slots[i].next.follow);
    lexc_put(w, "};\n\nstatic const uint64_t step_known_%s[] = {", lang);
    for (size_t i = 0; known && i < many; i++)
        lexc_put(w, "%s0x%" PRIx64 "u,", i % 4 ? "" : "\n", known[i]);
    lexc_put(w, "\n};\n\nstatic const sls_table_state states_%s[] = {\n", lang);
    for (size_t i = 0; i < g->state_count; i++) {
        const sls_table_state *s = &g->states[i];
        lexc_put(w, "{{%" PRIu32 ",%" PRIu32 ",%" PRIu32 "},0x%" PRIx64 "u},\n", s->form[0],
                 s->form[1], s->form[2], s->follow);
    }
    lexc_put(w, "};\n\n");
}

static uint32_t traits_of(const lexc_sense *senses, const lexc_form *f)
{
    static const struct {
        uint8_t concept;
        sls_str value;
    } TRAITS[] = {
#define X(name, concept, value) { SLS_C_##concept, SLS_S(value) },
        SLS_TRAITS(X)
#undef X
    };
    uint32_t traits = 0;

    for (size_t t = 0; t < sizeof TRAITS / sizeof *TRAITS; t++)
        for (size_t i = 0; i < f->sense_count; i++)
            if (senses[i].concept == TRAITS[t].concept) {
                if (sls_str_eq(senses[i].value, TRAITS[t].value))
                    traits |= UINT32_C(1) << t;
                break; /* its first sense alone counts */
            }
    return traits;
}

/* Those of all languages, one behind the other. */
static void put_senses(lexc_writer *w, const lexc_graph *graphs)
{
    lexc_put(w, "const sls_sense sls_lexicon_senses[] = {\n");
    for (size_t l = 0; l < SLS_LANGS; l++)
        for (size_t i = 0; i < graphs[l].sense_count; i++) {
            const lexc_sense *sense = &graphs[l].senses[i];

            if (sense->value.len > UINT16_MAX)
                lexc_error(w->run, "lexc", 0, "a value of over 65,535 bytes");
            lexc_put(w, "{");
            lexc_put_place(w, sense->value);
            lexc_put(w, ",%u},\n", (unsigned)sense->concept);
        }
    lexc_put(w, "{0,0,0} };\n\n");
}

/* `senses` of the languages before it lie before its own. */
static void put_forms(lexc_writer *w, const lexc_graph *g, size_t senses, const char *lang)
{
    lexc_put(w, "static const sls_form forms_%s[] = {\n", lang);
    for (size_t i = 0; i < g->form_count; i++) {
        const lexc_form *f = &g->forms[i];
        lexc_put(w, "{0x%" PRIx64 "u,", f->set);
        lexc_put_place(w, f->text);
        lexc_put(w, ",%zu,%zu,0x%" PRIx32 "u,%zu},\n", f->tokens, senses + f->sense,
                 traits_of(g->senses + f->sense, f), f->sense_count);
    }
    lexc_put(w, "{0,0,0,0,0,0,0} };\n\nstatic const uint32_t by_text_%s[] = {", lang);
    for (size_t i = 0; i < g->form_count; i++)
        lexc_put(w, "%s%" PRIu32 ",", i % 16 ? "" : "\n", g->by_text[i]);
    lexc_put(w, "\n0 };\n\nstatic const sls_table_display displays_%s[] = {\n", lang);
    for (size_t i = 0; i < g->display_count; i++) {
        lexc_put(w, "{%u,{", (unsigned)g->displays[i].concept);
        lexc_put_place(w, g->displays[i].value);
        lexc_put(w, "},{");
        lexc_put_place(w, g->displays[i].text);
        lexc_put(w, "}},\n");
    }
    lexc_put(w, "{0,{0,0},{0,0}} };\n\n");
}

static void put_patterns(lexc_writer *w, const lexc_language *language, const char *lang)
{
    lexc_put(w, "static const sls_pattern_row patterns_%s[] = {\n", lang);
    for (size_t i = 0; i < language->pattern_count; i++) {
        const sls_pattern_row *row = &language->patterns[i];
        const sls_str cells[] = { row->id, row->kind, row->pattern, row->make };
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            lexc_put(w, k ? "," : "{");
            lexc_put_str(w, cells[k]);
        }
        lexc_put(w, "},\n");
    }
    lexc_put(w, "{T(0,0),T(0,0),T(0,0),T(0,0)} };\n\n");
}

/* At least three free slots for one taken: most words asked for are in none. */
static unsigned slot_bits_for(size_t rows)
{
    unsigned bits = 2;
    while ((size_t)1 << bits < 4 * rows)
        bits++;
    return bits;
}

static void put_row_slots(lexc_writer *w, const lexc_any *any, const char *name)
{
    const unsigned bits = slot_bits_for(any->row_count);
    const size_t count = (size_t)1 << bits;
    uint16_t *slots = sls_arena_calloc(w->run->arena, count, sizeof *slots);

    if (!slots) {
        lexc_exhausted(w->run);
        return;
    }
    for (size_t row = 0; row < any->row_count; row++) {
        size_t i = sls_table_row_hash(any->cells[row * any->column_count]) >> (32 - bits);
        while (slots[i])
            i = (i + 1) & (count - 1);
        slots[i] = (uint16_t)(row + 1);
    }
    lexc_put(w, "static const uint16_t rows_%s[] = {\n", name);
    for (size_t i = 0; i < count; i++)
        lexc_put(w, i % 16 == 15 ? "%u,\n" : "%u,", (unsigned)slots[i]);
    lexc_put(w, "};\n\n");
}

static void put_cells(lexc_writer *w, const lexc_any *any, const char *name)
{
    const size_t cells = any->column_count * any->row_count;

    lexc_put(w, "static const sls_table_str any_%s[] = {\n", name);
    for (size_t i = 0; i < any->column_count; i++) {
        lexc_put(w, "{");
        lexc_put_place(w, any->columns[i]);
        lexc_put(w, "},");
    }
    for (size_t i = 0; i < cells; i++) {
        lexc_put(w, i % any->column_count ? "{" : "\n{");
        lexc_put_place(w, any->cells[i]);
        lexc_put(w, "},");
    }
    lexc_put(w, "\n};\n\n");
}

static void put_any(lexc_writer *w, const lexc_data *data)
{
    for (size_t c = 0; c < SLS_CONCEPT_COUNT; c++) {
        if (!data->any[c].column_count)
            continue;
        put_cells(w, &data->any[c], lexc_concept_name(c));
        put_row_slots(w, &data->any[c], lexc_concept_name(c));
    }
    lexc_put(w, "static const uint16_t no_rows[] = { 0 };\n\n");
    lexc_put(w, "const sls_table_any sls_table_attributes[SLS_CONCEPT_COUNT] = {\n");
    for (size_t c = 0; c < SLS_CONCEPT_COUNT; c++) {
        const lexc_any *any = &data->any[c];
        const char *name = lexc_concept_name(c);
        if (any->column_count)
            lexc_put(w, "{any_%s,any_%s+%zu,%zu,%zu,rows_%s,%u},\n", name, name, any->column_count,
                     any->column_count, any->row_count, name, slot_bits_for(any->row_count));
        else
            lexc_put(w, "{NULL,NULL,0,0,no_rows,0},\n");
    }
    lexc_put(w, "};\n\n");
}

static void put_languages(lexc_writer *w, const lexc_data *data, const lexc_graph *graphs)
{
    lexc_put(w, "const sls_table_language sls_table_languages[SLS_LANGS] = {\n");
    for (size_t l = 0; l < SLS_LANGS; l++) {
        const char *lang = lexc_language_name(l);
        lexc_put(w, "{steps_%s,%u,step_known_%s,states_%s,\n", lang, bits_for(graphs[l].step_count),
                 lang, lang);
        lexc_put(w, "forms_%s,%zu,by_text_%s,displays_%s,%zu,patterns_%s,%zu},\n", lang,
                 graphs[l].form_count, lang, lang, graphs[l].display_count, lang,
                 data->languages[l].pattern_count);
    }
    lexc_put(w, "};\n");
}

void lexc_write_tables(lexc_run *run, lexc_data *data, const char *frequencies, const char *path)
{
    lexc_graph graphs[SLS_LANGS];
    lexc_words words;
    lexc_writer w;
    size_t senses = 0;

    if (!lexc_number_words(run, frequencies, data, &words))
        return;
    for (size_t l = 0; l < SLS_LANGS; l++)
        if (!lexc_make_graph(run, data, (sls_lang)l, &words, &graphs[l]))
            return;
    if (!lexc_writer_open(run, &w))
        return;
    put_vocabulary(&w, &words);
    put_words(&w, &words, graphs);
    put_senses(&w, graphs);
    for (size_t l = 0; l < SLS_LANGS; l++) {
        const char *lang = lexc_language_name(l);
        put_steps(&w, &graphs[l], lang);
        put_forms(&w, &graphs[l], senses, lang);
        senses += graphs[l].sense_count;
        put_patterns(&w, &data->languages[l], lang);
    }
    put_any(&w, data);
    put_languages(&w, data, graphs);
    lexc_writer_close(&w, "lexicon/tables.h", "sls_lexicon_pool", path);
}
