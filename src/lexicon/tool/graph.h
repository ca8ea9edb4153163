/*
 * graph.h - the forms of one language as words, states and steps: what tables.h stores.
 */
#ifndef SLS_LEXICON_TOOL_GRAPH_H
#define SLS_LEXICON_TOOL_GRAPH_H

#include "base/map.h"
#include "base/vec.h"
#include "lexicon/tool/lexc.h"

typedef struct {
    sls_str text;
    size_t tokens, sense, sense_count; /* senses from `sense` on */
    uint64_t set;
} lexc_form;

/* The words of all languages, the commonest first. */
typedef struct {
    SLS_VEC(sls_str) at; /* by number; [0] is none */
    sls_map number_of;
} lexc_words;

typedef struct {
    sls_str value;
    uint8_t concept;
} lexc_sense;

typedef struct {
    uint8_t concept;
    sls_str value, text;
} lexc_display;

/* `word` leads from `state` to `next`. */
typedef struct {
    uint32_t state, word, next;
} lexc_step;

typedef struct {
    uint64_t *begins;      /* by word number: concepts of the forms that begin with it */
    uint32_t *first_state; /* by word number: the state after it as a first word, or 0 */
    sls_table_state *states;
    size_t state_count;
    lexc_step *steps; /* in the order in which they were made */
    size_t step_count;
    lexc_sense *senses;
    size_t sense_count;
    lexc_form *forms; /* by heat, then text, the one with all senses first */
    size_t form_count;
    uint32_t *by_text;      /* the numbers of the forms, by text */
    lexc_display *displays; /* by concept, value */
    size_t display_count;
} lexc_graph;

/*
 * Numbers the words of all forms and sets the heat of each entry, by the table at `frequencies`
 * or NULL: then all are alike. False after an error, or when memory ran out.
 */
bool lexc_number_words(lexc_run *run, const char *frequencies, lexc_data *data, lexc_words *out);
/* False when memory ran out. */
bool lexc_make_graph(lexc_run *run, const lexc_data *data, sls_lang lang, const lexc_words *words,
                     lexc_graph *out);

#endif
