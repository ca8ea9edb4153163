#include "extract/grammar/pattern.h"

#include "extract/grammar/compile.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
    MATCH_LIMIT = 100000, /* style.md: ends (a+)+$ on 31 symbols in 3 ms */
    JIT_STACK = 256 * 1024,
    /*
     * Machine code of a pattern takes as long to make as the interpreter takes for a hundred
     * matches, and most that an article alone tries are tried less than a few times. One that is
     * tried more often is likely to be in every article.
     */
    SELDOM = 16,
    SHORT = 200 /* items: what the interpreter may do there, the machine's stack has room for */
};

/*
 * A pattern is compiled when it is first tried, as most of a language's are not tried in an
 * article or two: all of them take 20 ms. Readers share what one of them has compiled.
 */
typedef struct {
    sls_pattern row;
    _Atomic(sls_compiled *) compiled; /* NULL until then */
    _Atomic(sls_compiled *) quick;    /* with machine code; NULL until it is tried often */
    atomic_uint tries;                /* until then */
    bool muted;                       /* for matches that need not be compiled */
} slot;

typedef struct {
    const sls_tape_table *table;
    slot *patterns;
} language;

struct sls_grammar {
    language lang[SLS_LANGS];
};

struct sls_reader {
    const sls_grammar *grammar;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    size_t limits;
    sls_str limited;
    size_t cuts;
};

static sls_status prepare(sls_lang lang, language *l)
{
    const sls_pattern_row *rows;
    size_t count;

    rows = sls_lexicon_patterns(lang, &count);
    l->table = &sls_tape_tables[lang];
    l->patterns = calloc(l->table->pattern_count + 1, sizeof *l->patterns);
    if (!l->patterns)
        return SLS_ENOMEM;
    for (size_t i = 0; i < l->table->pattern_count; i++) {
        const sls_pattern_row *row = &rows[l->table->patterns[i].row];

        l->patterns[i].row = (sls_pattern){ row->id, row->make, sls_reads_of(row->kind) };
        atomic_init(&l->patterns[i].compiled, NULL);
        atomic_init(&l->patterns[i].quick, NULL);
        atomic_init(&l->patterns[i].tries, 0);
    }
    return SLS_OK;
}

sls_status sls_grammar_new(sls_grammar **out, sls_diag *diag)
{
    sls_grammar *g = calloc(1, sizeof *g);
    sls_status status = g ? SLS_OK : SLS_ENOMEM;

    for (int lang = 0; lang < SLS_LANGS && status == SLS_OK; lang++)
        status = prepare((sls_lang)lang, &g->lang[lang]);
    if (status != SLS_OK) {
        sls_grammar_free(g);
        return sls_diag_set(diag, status, NULL, 0, "out of memory");
    }
    *out = g;
    return SLS_OK;
}

void sls_grammar_free(sls_grammar *grammar)
{
    if (!grammar)
        return;
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        language *l = &grammar->lang[lang];

        for (size_t i = 0; l->patterns && i < l->table->pattern_count; i++) {
            sls_compiled_free(atomic_load(&l->patterns[i].compiled));
            sls_compiled_free(atomic_load(&l->patterns[i].quick));
        }
        free(l->patterns);
    }
    free(grammar);
}

sls_status sls_reader_new(const sls_grammar *grammar, sls_reader **out)
{
    sls_reader *r = calloc(1, sizeof *r);

    if (!r)
        return SLS_ENOMEM;
    r->grammar = grammar;
    r->data = pcre2_match_data_create(SLS_CAPTURES_MAX + 1, NULL);
    r->context = pcre2_match_context_create(NULL);
    r->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK, NULL);
    if (!r->data || !r->context || !r->stack) {
        sls_reader_free(r);
        return SLS_ENOMEM;
    }
    pcre2_set_match_limit(r->context, MATCH_LIMIT);
    pcre2_jit_stack_assign(r->context, NULL, r->stack);
    *out = r;
    return SLS_OK;
}

void sls_reader_free(sls_reader *reader)
{
    if (!reader)
        return;
    pcre2_match_data_free(reader->data);
    pcre2_match_context_free(reader->context);
    pcre2_jit_stack_free(reader->stack);
    free(reader);
}

size_t sls_reader_limits(const sls_reader *reader, sls_str *pattern)
{
    if (pattern)
        *pattern = reader->limited;
    return reader->limits;
}

size_t sls_reader_cuts(const sls_reader *reader)
{
    return reader->cuts;
}

void sls_reader_cut(sls_reader *reader)
{
    reader->cuts++;
}

/* What is at `at`, or else pattern `p`, compiled now, put there. NULL: out of memory. */
static const sls_compiled *kept(const language *l, size_t p, _Atomic(sls_compiled *) *at,
                                bool quick)
{
    sls_compiled *there = atomic_load_explicit(at, memory_order_acquire), *mine = NULL;
    sls_status status;

    if (there)
        return there;
    status = sls_compile(l->table, p, l->patterns[p].row.id, &mine, NULL);
    assert(status == SLS_OK || status == SLS_ENOMEM); /* gramc has compiled it before */
    if (status != SLS_OK)
        return NULL;
    if (quick)
        sls_compile_jit(mine);
    if (atomic_compare_exchange_strong(at, &there, mine))
        return mine;
    sls_compiled_free(mine); /* another reader was first */
    return there;
}

static const sls_compiled *quick_of(const language *l, size_t p)
{
    return kept(l, p, &l->patterns[p].quick, true);
}

/* Pattern `p` for a match in so many items. NULL: out of memory. */
static const sls_compiled *compiled_of(const language *l, size_t p, size_t items)
{
    slot *s = &l->patterns[p];
    const sls_compiled *quick = atomic_load_explicit(&s->quick, memory_order_acquire);

    if (quick)
        return quick;
    if (items > SHORT || atomic_fetch_add_explicit(&s->tries, 1, memory_order_relaxed) >= SELDOM)
        return quick_of(l, p);
    return kept(l, p, &s->compiled, false);
}

/* A reading of items first..last without groups. */
static inline void take(const slot *s, size_t first, size_t last, sls_reading *out)
{
    sls_reading_be(out, &s->row);
    out->left = out->right = NULL;
    out->mark = 0;
    out->join = out->depth = 0;
    out->first = first;
    out->last = last;
    memset(out->from, 0xff, sizeof out->from);
    memset(out->to, 0xff, sizeof out->to);
}

static void take_match(const slot *s, const sls_compiled *c, const PCRE2_SIZE *ends, int pairs,
                       sls_reading *out)
{
    take(s, ends[0], ends[1] - 1, out); /* behind \K: a preposition is no part of a date */
    for (size_t i = 0; i < c->group_count; i++) {
        const size_t n = c->groups[i].capture, g = c->groups[i].group;

        if ((int)n >= pairs || ends[2 * n] == PCRE2_UNSET || ends[2 * n] == ends[2 * n + 1])
            continue;
        out->from[g] = (int32_t)ends[2 * n];
        out->to[g] = (int32_t)ends[2 * n + 1] - 1;
    }
}

/* PCRE2's answer to whether `c` matches at `at`; the match is in reader->data. */
static int match(const sls_reader *reader, const sls_compiled *c, const uint16_t *tape,
                 size_t count, size_t at)
{
    return c->jit ? pcre2_jit_match(c->code, tape, count, at, 0, reader->data, reader->context)
                  : pcre2_match(c->code, tape, count, at, PCRE2_NO_UTF_CHECK, reader->data,
                                reader->context);
}

static void note_limit(sls_reader *reader, const slot *s, int answer)
{
    if (answer == PCRE2_ERROR_MATCHLIMIT || answer == PCRE2_ERROR_JIT_STACKLIMIT) {
        reader->limits++;
        reader->limited = s->row.id;
    }
}

/* Whether the items from `at` on, up to `end`, have all that every match of a pattern has. */
static inline bool has_needs(const sls_tape_test *t, const sls_items *items, size_t at, size_t end)
{
    for (size_t n = 0; n < SLS_NEEDS && (t->need[n].set | t->need[n].other); n++) {
        const size_t from = at + t->from[n];

        if (from >= end || !((t->need[n].set & items->ahead[from].set) |
                             (t->need[n].other & items->ahead[from].other)))
            return false;
    }
    return true;
}

/* The match that item `at` is by itself. */
static void take_alone(const slot *s, uint32_t group, size_t at, sls_reading *out)
{
    take(s, at, at, out);
    if (group < SLS_GROUP_COUNT)
        out->from[group] = out->to[group] = (int32_t)at;
}

/* The rows of the sieve for the items from `tape` on. */
static inline void sieve_rows(const sls_tape_table *table, const uint16_t *tape,
                              const uint64_t *row[SLS_SIEVE_DEPTH])
{
    static const uint64_t ALL[SLS_SIEVE_WORDS_MAX] = { UINT64_MAX, UINT64_MAX, UINT64_MAX,
                                                       UINT64_MAX, UINT64_MAX, UINT64_MAX,
                                                       UINT64_MAX, UINT64_MAX };
    bool on = true;

    _Static_assert(SLS_SIEVE_DEPTH == 4 && SLS_SIEVE_WORDS_MAX == 8, "all are written out here");
    for (size_t d = 0; d < SLS_SIEVE_DEPTH; d++) {
        /* behind a boundary the symbols may be another language's */
        row[d] = on ? sls_sieve_row(table, tape[d], d) : ALL;
        on = on && tape[d] != SLS_SYMBOL_BOUNDARY;
    }
}

/*
 * What the first `words` of all rows share; returns a bit for each that has something. One or two
 * of them do, and nothing foretells which, so that none is branched on here.
 */
static inline unsigned sieve(const uint64_t *const row[SLS_SIEVE_DEPTH], size_t words,
                             uint64_t all[SLS_SIEVE_WORDS_MAX])
{
    unsigned some = 0;

    for (size_t w = 0; w < words; w++) {
        all[w] = row[0][w] & row[1][w] & row[2][w] & row[3][w];
        some |= (unsigned)(all[w] != 0) << w;
    }
    return some;
}

/* The patterns, a bit each, that may match more than the first `best` > 0 items of `tape`. */
static inline const uint64_t *longer_than(const sls_tape_table *table, const uint16_t *tape,
                                          size_t best)
{
    const size_t row = best < SLS_SIEVE_DEPTH ? best : SLS_SIEVE_DEPTH;

    return sls_sieve_row(table, tape[best], SLS_SIEVE_ON + row - 1);
}

/* A reading in the making: the longest match so far of items from `at` on, up to `end`. */
typedef struct {
    sls_reader *reader;
    const language *l;
    const sls_items *items;
    size_t at, end;
    size_t best; /* items of that match; 0: none yet */
    sls_reading *out;
} attempt;

/* Tries pattern `p`; `alone`: item `at` is a match of it, and all of it. SLS_OK or SLS_ENOMEM. */
static inline sls_status try_pattern(attempt *a, size_t p, bool alone)
{
    const sls_tape_test *test = &a->l->table->tests[p];
    slot *s = &a->l->patterns[p];
    const sls_compiled *c;
    const PCRE2_SIZE *ends;
    int pairs;

    if (test->longest <= a->best || !has_needs(test, a->items, a->at, a->end))
        return SLS_OK;
    if (alone && !s->muted) {
        if (a->best == 0)
            take_alone(s, test->alone, a->at, a->out);
        a->best += a->best == 0;
        return SLS_OK;
    }
    c = compiled_of(a->l, p, a->end - a->at);
    if (!c)
        return SLS_ENOMEM;
    pairs = match(a->reader, c, a->items->tape, a->end, a->at);
    if (pairs < PCRE2_ERROR_NOMATCH && !c->jit) { /* limits are those of machine code */
        c = quick_of(a->l, p);
        if (!c)
            return SLS_ENOMEM;
        pairs = match(a->reader, c, a->items->tape, a->end, a->at);
    }
    note_limit(a->reader, s, pairs);
    if (pairs == PCRE2_ERROR_NOMEMORY) /* without its compiled form it asks for frames */
        return SLS_ENOMEM;
    ends = pcre2_get_ovector_pointer(a->reader->data);
    if (pairs <= 0 || ends[1] <= a->at + a->best)
        return SLS_OK;
    a->best = ends[1] - a->at;
    take_match(s, c, ends, pairs, a->out);
    return SLS_OK;
}

sls_status sls_read_at(sls_reader *reader, sls_lang lang, const sls_items *items, size_t end,
                       size_t at, sls_reading *out)
{
    const language *l = &reader->grammar->lang[lang];
    const uint16_t *tape = items->tape + at;
    const uint64_t *const alone = sls_sieve_row(l->table, tape[0], SLS_SIEVE_ALONE);
    const uint64_t *const on = sls_sieve_row(l->table, tape[1], SLS_SIEVE_ON);
    const uint64_t *row[SLS_SIEVE_DEPTH], *longer;
    uint64_t all[SLS_SIEVE_WORDS_MAX];
    attempt a = { reader, l, items, at, end, 0, out };

    sieve_rows(l->table, tape, row);
    longer = row[0];
    for (unsigned some = sieve(row, l->table->sieve_words, all); some; some &= some - 1) {
        const size_t w = (size_t)__builtin_ctz(some);
        uint64_t may = all[w] & longer[w];

        while (may) {
            const uint64_t bit = may & (0 - may);
            const size_t before = a.best;
            const sls_status status =
                try_pattern(&a, w * 64 + (size_t)__builtin_ctzll(may), alone[w] & ~on[w] & bit);

            if (status != SLS_OK)
                return status;
            may ^= bit;
            if (a.best == before)
                continue;
            if (at + a.best >= end)
                return SLS_OK;
            longer = longer_than(l->table, tape, a.best);
            may &= longer[w];
        }
    }
    return a.best > 0 ? SLS_OK : SLS_ENOTFOUND;
}

/* A pattern that matches nothing, so that reading need not ask whether one is muted. */
static sls_compiled *never(void)
{
    static const uint16_t NOTHING[] = { '(', '?', '!', ')' };
    sls_compiled *c = calloc(1, sizeof *c);
    PCRE2_SIZE offset;
    int error;

    if (c)
        c->code = pcre2_compile(NOTHING, sizeof NOTHING / sizeof *NOTHING, PCRE2_ANCHORED, &error,
                                &offset, NULL);
    if (c && !c->code) {
        free(c);
        return NULL;
    }
    return c;
}

sls_status sls_grammar_mute(sls_grammar *grammar, sls_lang lang, sls_str id, bool muted)
{
    const language *l = &grammar->lang[lang];

    for (size_t i = 0; i < l->table->pattern_count; i++) {
        sls_compiled *mute = NULL;

        if (!sls_str_eq(l->patterns[i].row.id, id))
            continue;
        if (muted && !(mute = never()))
            return SLS_ENOMEM;
        l->patterns[i].muted = muted;
        sls_compiled_free(atomic_exchange(&l->patterns[i].quick, mute));
        return SLS_OK;
    }
    return SLS_ENOTFOUND;
}
