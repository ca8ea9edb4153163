#include "lexicon/tool/graph.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    lexc_run *run;
    const lexc_words *words;
    uint32_t *first_states;
    uint64_t *begins;
    SLS_VEC(sls_table_state) states;
    SLS_VEC(lexc_step) steps;
    SLS_VEC(lexc_sense) senses;
    SLS_VEC(lexc_form) forms;
    SLS_VEC(lexc_display) displays;
    sls_map step_of;
    bool exhausted;
} builder;

/* A new last element of one of the builder's vectors, or a return from the function. */
#define PUSH(b, vec, element)                                                                      \
    do {                                                                                           \
        void *pushed_ = sls_vec_push(&(b)->vec, (b)->run->arena);                                  \
        if (!pushed_) {                                                                            \
            (b)->exhausted = true;                                                                 \
            return 0;                                                                              \
        }                                                                                          \
        (b)->vec.at[(b)->vec.len - 1] = (element);                                                 \
    } while (0)

static uint32_t word_number(const builder *b, sls_str word)
{
    return sls_map_get(&b->words->number_of, word);
}

static uint32_t new_state(builder *b)
{
    PUSH(b, states, (sls_table_state){ .follow = 0 });
    return (uint32_t)(b->states.len - 1);
}

/* The state after `word` in `state`, made when there is none. */
static uint32_t step(builder *b, uint32_t state, uint32_t word)
{
    const uint32_t pair[2] = { state, word };
    const sls_str pair_bytes = { (const char *)pair, sizeof pair };
    const uint32_t known = sls_map_get(&b->step_of, pair_bytes);
    sls_str key;

    if (known != SLS_MAP_NONE)
        return known;
    const uint32_t next = new_state(b);
    if (b->exhausted || sls_arena_copy(b->run->arena, pair_bytes, &key) != SLS_OK ||
        sls_map_set(&b->step_of, key, next) != SLS_OK) {
        b->exhausted = true;
        return 0;
    }
    b->states.at[state].follow |= sls_lexicon_bit(word);
    PUSH(b, steps, ((lexc_step){ state, word, next }));
    return next;
}

static uint32_t path_of(builder *b, const lexc_entry *entry)
{
    const uint32_t first = word_number(b, entry->words[0]);
    uint32_t state = b->first_states[first];
    if (!state)
        state = b->first_states[first] = new_state(b);
    for (size_t i = 1; i < entry->word_count && !b->exhausted; i++)
        state = step(b, state, word_number(b, entry->words[i]));
    return state;
}

/* The form of those senses that a text with `capitals` shows; its index + 1, or 0 when none. */
static uint32_t add_form(builder *b, const lexc_entry *entries, size_t count, unsigned capitals)
{
    lexc_form form = { .text = entries[0].text,
                       .tokens = entries[0].word_count,
                       .sense = b->senses.len };

    for (size_t i = 0; i < count; i++) {
        if (entries[i].capitals > capitals)
            continue;
        PUSH(b, senses, ((lexc_sense){ entries[i].value, entries[i].concept }));
        form.sense_count++;
        form.set |= UINT64_C(1) << entries[i].concept;
    }
    if (!form.sense_count)
        return 0;
    PUSH(b, forms, form);
    return (uint32_t)b->forms.len;
}

static size_t senses_shown(const lexc_entry *entries, size_t count, unsigned capitals)
{
    size_t shown = 0;

    for (size_t i = 0; i < count; i++)
        shown += entries[i].capitals <= capitals;
    return shown;
}

/* All entries of one text. */
static void add_text(builder *b, const lexc_entry *entries, size_t count)
{
    uint32_t form[SLS_CAPITALS];
    size_t shown = 0;

    for (size_t i = 0; i < count; i++)
    b->begins[word_number(b, entries[0].words[0])] |= UINT64_C(1) << entries[i].concept;
    const uint32_t state = path_of(b, &entries[0]);
    for (unsigned c = SLS_CAPITALS; c-- > 0 && !b->exhausted;) {
        const size_t now = senses_shown(entries, count, c);
        if (c + 1 < SLS_CAPITALS && now == shown)
            form[c] = form[c + 1];
        else
            form[c] = add_form(b, entries, count, c);
        shown = now;
    }
    if (!b->exhausted)
        memcpy(b->states.at[state].form, form, sizeof form);
}

static uint32_t add_display(builder *b, uint8_t concept, sls_str value, sls_str text)
{
    PUSH(b, displays, ((lexc_display){ concept, value, text }));
    return 0;
}

/* The names that data/any gives, then the tables' first forms; sorting keeps that order. */
static void add_displays(builder *b, const lexc_data *data, sls_lang lang)
{
    const lexc_language *language = &data->languages[lang];

    for (size_t c = 0; c < SLS_CONCEPT_COUNT; c++) {
        const lexc_any *any = &data->any[c];
        for (size_t column = 0; column < any->column_count; column++) {
            if (!sls_str_eq(any->columns[column], sls_str_of(lexc_language_name(lang))))
                continue;
            for (size_t row = 0; row < any->row_count; row++) {
                const sls_str *cells = any->cells + row * any->column_count;
                if (cells[column].len)
                    add_display(b, (uint8_t)c, cells[0], cells[column]);
            }
        }
    }
    for (size_t i = 0; i < language->entry_count; i++)
        add_display(b, language->entries[i].concept, language->entries[i].value,
                    language->entries[i].display);
}

/* qsort is not stable: both orders end in where an element lies in its array before sorting. */
typedef struct {
    const void *element;
    size_t order;
} ranked;

static int by_order(const ranked *a, const ranked *b)
{
    return a->order < b->order ? -1 : a->order > b->order;
}

/* The commonest first, so that what texts need lies together and stays in the cache. */
static int by_heat(const void *a, const void *b)
{
    const lexc_entry *x = ((const ranked *)a)->element, *y = ((const ranked *)b)->element;
    if (x->heat != y->heat)
        return x->heat > y->heat ? -1 : 1;
    const int order = sls_str_cmp(x->text, y->text);
    return order ? order : by_order(a, b);
}

static int by_text(const void *a, const void *b)
{
    const lexc_form *x = ((const ranked *)a)->element, *y = ((const ranked *)b)->element;
    const int order = sls_str_cmp(x->text, y->text);
    return order ? order : by_order(a, b);
}

static int by_value(const void *a, const void *b)
{
    const lexc_display *x = ((const ranked *)a)->element, *y = ((const ranked *)b)->element;
    if (x->concept != y->concept)
    return x->concept < y->concept ? -1 : 1;
    const int order = sls_str_cmp(x->value, y->value);
    return order ? order : by_order(a, b);
}

/* The elements of an array in order. */
static ranked *ranks_of(builder *b, const void *array, size_t count, size_t size,
                        int (*compare)(const void *, const void *))
{
    ranked *ranks = sls_arena_calloc(b->run->arena, count + 1, sizeof *ranks);

    if (!ranks) {
        b->exhausted = true;
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        ranks[i] = (ranked){ (const char *)array + i * size, i };
    if (count)
        qsort(ranks, count, sizeof *ranks, compare);
    return ranks;
}

/* A sorted copy of an array. */
static void *sorted(builder *b, const void *array, size_t count, size_t size,
                    int (*compare)(const void *, const void *))
{
    const ranked *ranks = ranks_of(b, array, count, size, compare);
    char *copy = sls_arena_calloc(b->run->arena, count + 1, size);

    if (!ranks || !copy) {
        b->exhausted = true;
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        memcpy(copy + i * size, ranks[i].element, size);
    return copy;
}

/* The numbers of the forms in the order of their texts. */
static uint32_t *index_by_text(builder *b)
{
    const ranked *ranks = ranks_of(b, b->forms.at, b->forms.len, sizeof *b->forms.at, by_text);
    uint32_t *index = sls_arena_calloc(b->run->arena, b->forms.len + 1, sizeof *index);

    if (!ranks || !index) {
        b->exhausted = true;
        return NULL;
    }
    for (size_t i = 0; i < b->forms.len; i++)
        index[i] = (uint32_t)ranks[i].order;
    return index;
}

/* Keeps the first display of each value. */
static size_t keep_first(lexc_display *displays, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (!kept || displays[kept - 1].concept != displays[i].concept ||
            !sls_str_eq(displays[kept - 1].value, displays[i].value))
            displays[kept++] = displays[i];
    return kept;
}

bool lexc_make_graph(lexc_run *run, const lexc_data *data, sls_lang lang, const lexc_words *words,
                     lexc_graph *out)
{
    const lexc_language *language = &data->languages[lang];
    builder b = { .run = run, .words = words };

    b.first_states = sls_arena_calloc(run->arena, words->at.len, sizeof *b.first_states);
    b.begins = sls_arena_calloc(run->arena, words->at.len, sizeof *b.begins);
    b.exhausted = !b.first_states || !b.begins;
    sls_map_init(&b.step_of, run->arena);
    if (!b.exhausted)
        new_state(&b); /* state 0 is none */
    const lexc_entry *entries =
        sorted(&b, language->entries, language->entry_count, sizeof *entries, by_heat);
    for (size_t i = 0, n; !b.exhausted && i < language->entry_count; i += n) {
        for (n = 1; i + n < language->entry_count; n++)
            if (!sls_str_eq(entries[i].text, entries[i + n].text))
                break;
        add_text(&b, entries + i, n);
    }
    add_displays(&b, data, lang);
    lexc_display *displays = sorted(&b, b.displays.at, b.displays.len, sizeof *displays, by_value);
    uint32_t *text_index = index_by_text(&b);
    if (b.exhausted) {
        lexc_exhausted(run);
        return false;
    }
    *out = (lexc_graph){ .begins = b.begins,
                         .first_state = b.first_states,
                         .by_text = text_index,
                         .states = b.states.at,
                         .state_count = b.states.len,
                         .steps = b.steps.at,
                         .step_count = b.steps.len,
                         .senses = b.senses.at,
                         .sense_count = b.senses.len,
                         .forms = b.forms.at,
                         .form_count = b.forms.len,
                         .displays = displays,
                         .display_count = keep_first(displays, b.displays.len) };
    return true;
}
