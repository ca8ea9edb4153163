#define PCRE2_CODE_UNIT_WIDTH 16
#include "extract/pattern.h"

#include "extract/symbols.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_PATTERN = 65536, /* code units of an expanded pattern */
    MAX_MACRO_DEPTH = 4,
    MATCH_LIMIT = 100000, /* style.md: ends (a+)+$ on 31 symbols in 3 ms */
    JIT_STACK = 256 * 1024,
    PAIR_SLOTS = 1 << 15 /* news has some ten thousand pairs of symbols; at half full, anew */
};

static const char *const GROUP_NAMES[] = {
#define X(name) #name,
    SLS_GROUPS(X)
#undef X
};

typedef struct {
    sls_pattern row;
    pcre2_code *code;
    pcre2_code *opening; /* without lookbehinds, to tell its first symbols; NULL: as `code` */
    uint8_t group_at[SLS_GROUP_COUNT]; /* capture number, 0: not in this pattern */
} compiled;

typedef struct {
    sls_symbols symbols;
    compiled *patterns;
    size_t count;
    uint32_t captures;  /* most of any pattern */
    uint32_t *first;    /* per symbol: where its list begins */
    uint16_t *starting; /* pattern numbers, by symbol */
} language;

struct sls_grammar {
    sls_arena *arena;
    language lang[SLS_LANGS];
};

/* Which of the patterns that may begin with one symbol may go on with another, a bit each. */
typedef struct {
    uint64_t key; /* language, the two symbols, and a 1 in front; 0: an empty slot */
    uint64_t may;
} following;

struct sls_reader {
    const sls_grammar *grammar;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    following *pairs; /* PAIR_SLOTS, found out as they are met */
    size_t pair_count;
    size_t limits;
    sls_str limited;
};

static size_t symbol_count(const language *l)
{
    return SLS_SYMBOL_WORDS + l->symbols.count;
}

static sls_status bad_pattern(const sls_pattern_row *row, sls_diag *diag, const char *why)
{
    return sls_diag_set(diag, SLS_EPATTERN, NULL, 0, "pattern '%.*s': %s", SLS_FMT(row->id), why);
}

/* Hyphens are the only symbols that a placeholder names without the lexicon. */
static size_t special(sls_str name, uint16_t *out)
{
    static const uint16_t ANY[] = { '[', '\\', '-', SLS_SYMBOL_DASH, ']' };

    if (sls_str_eq(name, SLS_STR("dash"))) {
        out[0] = SLS_SYMBOL_DASH;
        return 1;
    }
    if (!sls_str_eq(name, SLS_STR("hyphen")))
        return 0;
    memcpy(out, ANY, sizeof ANY);
    return sizeof ANY / sizeof ANY[0];
}

typedef struct {
    const language *l;
    const sls_pattern_row *row; /* for messages */
    uint16_t *out;
    size_t length;
    sls_diag *diag;
} expansion;

static sls_status expand(expansion *e, sls_str pattern, int depth);

static sls_status expand_macro(expansion *e, sls_str name, int depth)
{
    size_t count;
    const sls_pattern_row *rows = sls_lexicon_patterns(e->l->symbols.lang, &count);

    if (depth == MAX_MACRO_DEPTH)
        return bad_pattern(e->row, e->diag, "macros that call one another");
    for (size_t i = 0; i < count; i++)
        if (sls_str_eq(rows[i].kind, SLS_STR("macro")) && sls_str_eq(rows[i].id, name))
            return expand(e, rows[i].pattern, depth + 1);
    return bad_pattern(e->row, e->diag, "a %@macro% that no row defines");
}

static sls_status expand_placeholder(expansion *e, sls_str name, int depth)
{
    sls_status status;
    size_t wrote;

    if (sls_str_starts(name, SLS_STR("@")))
        return expand_macro(e, sls_str_slice(name, 1, name.len), depth);
    wrote = special(name, e->out + e->length);
    if (wrote == 0) {
        status = sls_symbols_class(&e->l->symbols, name, e->out + e->length,
                                   MAX_PATTERN - e->length, &wrote);
        if (status != SLS_OK)
            return bad_pattern(e->row, e->diag,
                               status == SLS_EPATTERN ? "unknown name between % signs"
                                                      : "too long once expanded");
    }
    e->length += wrote;
    return SLS_OK;
}

/* Expands macros, and placeholders into character classes. */
static sls_status expand(expansion *e, sls_str pattern, int depth)
{
    for (size_t i = 0; i < pattern.len; i++) {
        sls_status status;
        size_t close;

        if (e->length + 8 > MAX_PATTERN)
            return bad_pattern(e->row, e->diag, "too long once its placeholders are expanded");
        if (pattern.ptr[i] != '%') {
            e->out[e->length++] = (unsigned char)pattern.ptr[i];
            continue;
        }
        close = sls_str_find_byte(sls_str_slice(pattern, i + 1, pattern.len), '%');
        status = expand_placeholder(e, sls_str_slice(pattern, i + 1, i + 1 + close), depth);
        if (status != SLS_OK)
            return status;
        i += close + 1;
    }
    return SLS_OK;
}

static sls_status name_groups(compiled *p, const sls_pattern_row *row, sls_diag *diag)
{
    uint32_t count = 0, size = 0;
    PCRE2_SPTR table = NULL;

    pcre2_pattern_info(p->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(p->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(p->code, PCRE2_INFO_NAMETABLE, &table);
    for (uint32_t i = 0; i < count; i++, table += size) {
        size_t g = 0, k = 0;

        for (; g < SLS_GROUP_COUNT; g++) {
            for (k = 0; GROUP_NAMES[g][k] && GROUP_NAMES[g][k] == (char)table[1 + k]; k++)
                ;
            if (GROUP_NAMES[g][k] == 0 && table[1 + k] == 0)
                break;
        }
        if (g == SLS_GROUP_COUNT)
            return bad_pattern(row, diag, "a group's name that extract does not read");
        p->group_at[g] = (uint8_t)table[0];
    }
    return SLS_OK;
}

/* Index behind the bracket that closes the one at `open`. */
static size_t behind_bracket(const uint16_t *at, size_t open, size_t length)
{
    int depth = 0;

    for (size_t i = open; i < length; i++) {
        if (at[i] == '\\') {
            i++;
            continue;
        }
        depth += at[i] == '(' ? 1 : at[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return length;
}

/* The pattern without what it wants before its first symbol, which a lone symbol cannot have. */
static pcre2_code *compile_opening(uint16_t *at, size_t length)
{
    PCRE2_SIZE offset = 0;
    size_t kept = 0;
    int error = 0;
    bool behind = false;

    for (size_t i = 0; i < length;) {
        if (i + 3 < length && at[i] == '(' && at[i + 1] == '?' && at[i + 2] == '<' &&
            at[i + 3] == '=') {
            i = behind_bracket(at, i, length);
            behind = true;
            continue;
        }
        at[kept++] = at[i++];
    }
    return behind
               ? pcre2_compile(at, kept, PCRE2_ANCHORED | PCRE2_EXTENDED | PCRE2_NO_START_OPTIMIZE,
                               &error, &offset, NULL)
               : NULL;
}

static sls_status compile_row(language *l, const sls_pattern_row *row, uint16_t *scratch,
                              sls_diag *diag)
{
    compiled *p = &l->patterns[l->count];
    uint32_t captures = 0;
    PCRE2_SIZE offset = 0;
    int error = 0;
    expansion e = { l, row, scratch, 0, diag };
    sls_status status = expand(&e, row->pattern, 0);

    if (status != SLS_OK)
        return status;
    p->code =
        pcre2_compile(scratch, e.length, PCRE2_ANCHORED | PCRE2_EXTENDED | PCRE2_NO_START_OPTIMIZE,
                      &error, &offset, NULL);
    if (!p->code)
        return sls_diag_set(diag, SLS_EPATTERN, NULL, 0,
                            "pattern '%.*s': PCRE2 error %d near symbol %zu of its expansion",
                            SLS_FMT(row->id), error, (size_t)offset);
    l->count++;
    p->opening = compile_opening(scratch, e.length);
    p->row = (sls_pattern){ row->id, row->kind, row->make };
    /* without JIT (a hardened kernel) the interpreter reads the same, slower */
    (void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
    pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &captures);
    if (captures > l->captures)
        l->captures = captures;
    return name_groups(p, row, diag);
}

/* Whether pattern `p` can begin with `symbol`: a lone symbol then matches, or partly. */
static bool begins_with(const compiled *p, uint16_t symbol, pcre2_match_data *data)
{
    int rc = pcre2_match(p->opening ? p->opening : p->code, &symbol, 1, 0, PCRE2_PARTIAL_HARD, data,
                         NULL);

    return rc >= 0 || rc == PCRE2_ERROR_PARTIAL;
}

static sls_status dispatch(language *l, sls_arena *arena)
{
    const size_t symbols = symbol_count(l);
    pcre2_match_data *data = pcre2_match_data_create(l->captures + 1, NULL);
    uint8_t *begins = sls_arena_calloc(arena, symbols, l->count + 1);
    size_t total = 0;

    l->first = sls_arena_calloc(arena, symbols + 1, sizeof *l->first);
    if (!data || !begins || !l->first) {
        pcre2_match_data_free(data);
        return SLS_ENOMEM;
    }
    for (size_t s = 0; s < symbols; s++) {
        if (s == SLS_SYMBOL_BOUNDARY || s == SLS_SYMBOL_OPAQUE)
            continue;
        for (size_t p = 0; p < l->count; p++)
            total += begins[s * l->count + p] = begins_with(&l->patterns[p], (uint16_t)s, data);
    }
    pcre2_match_data_free(data);
    l->starting = sls_arena_calloc(arena, total + 1, sizeof *l->starting);
    if (!l->starting)
        return SLS_ENOMEM;
    total = 0;
    for (size_t s = 0; s < symbols; s++) {
        l->first[s] = (uint32_t)total;
        for (size_t p = 0; p < l->count; p++)
            if (begins[s * l->count + p])
                l->starting[total++] = (uint16_t)p;
    }
    l->first[symbols] = (uint32_t)total;
    return SLS_OK;
}

static sls_status compile_language(sls_lang lang, language *l, sls_arena *arena, sls_diag *diag)
{
    sls_status status = sls_symbols_make(lang, arena, &l->symbols, diag);
    const sls_pattern_row *rows;
    uint16_t *scratch;
    size_t count;

    if (status != SLS_OK)
        return status;
    rows = sls_lexicon_patterns(lang, &count);
    scratch = malloc(MAX_PATTERN * sizeof *scratch);
    l->patterns = sls_arena_calloc(arena, count + 1, sizeof *l->patterns);
    if (!scratch || !l->patterns)
        status = SLS_ENOMEM;
    for (size_t i = 0; i < count && status == SLS_OK; i++)
        if (!sls_str_eq(rows[i].kind, SLS_STR("macro")))
            status = compile_row(l, &rows[i], scratch, diag);
    free(scratch);
    return status == SLS_OK ? dispatch(l, arena) : status;
}

sls_status sls_grammar_new(sls_grammar **out, sls_diag *diag)
{
    sls_grammar *g = calloc(1, sizeof *g);
    sls_status status = SLS_OK;

    if (!g)
        return SLS_ENOMEM;
    g->arena = sls_arena_new(0);
    if (!g->arena)
        status = SLS_ENOMEM;
    for (int lang = 0; lang < SLS_LANGS && status == SLS_OK; lang++)
        status = compile_language((sls_lang)lang, &g->lang[lang], g->arena, diag);
    if (status != SLS_OK) {
        sls_grammar_free(g);
        return status;
    }
    *out = g;
    return SLS_OK;
}

static void free_compiled(compiled *p)
{
    pcre2_code_free(p->code);
    pcre2_code_free(p->opening);
}

void sls_grammar_free(sls_grammar *grammar)
{
    if (!grammar)
        return;
    for (int lang = 0; lang < SLS_LANGS; lang++)
        for (size_t i = 0; i < grammar->lang[lang].count; i++)
            free_compiled(&grammar->lang[lang].patterns[i]);
    sls_arena_free(grammar->arena);
    free(grammar);
}

sls_status sls_reader_new(const sls_grammar *grammar, sls_reader **out)
{
    sls_reader *r = calloc(1, sizeof *r);
    uint32_t captures = 0;

    if (!r)
        return SLS_ENOMEM;
    for (int lang = 0; lang < SLS_LANGS; lang++)
        if (grammar->lang[lang].captures > captures)
            captures = grammar->lang[lang].captures;
    r->grammar = grammar;
    r->data = pcre2_match_data_create(captures + 1, NULL);
    r->context = pcre2_match_context_create(NULL);
    r->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK, NULL);
    r->pairs = calloc(PAIR_SLOTS, sizeof *r->pairs);
    if (!r->data || !r->context || !r->stack || !r->pairs) {
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
    free(reader->pairs);
    free(reader);
}

size_t sls_reader_limits(const sls_reader *reader, sls_str *pattern)
{
    if (pattern)
        *pattern = reader->limited;
    return reader->limits;
}

void sls_tape_write(const sls_grammar *grammar, sls_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        sls_item *item = &items->at[i];
        const sls_lang lang = (sls_lang)items->document->lang_of[item->sentence];

        if (item->symbol == 0)
            item->symbol = sls_symbol_of(&grammar->lang[lang].symbols, item);
    }
}

uint16_t *sls_tape_of(const sls_items *items, sls_arena *arena)
{
    uint16_t *tape = sls_arena_alloc(arena, (items->count + 1) * sizeof *tape);

    if (!tape)
        return NULL;
    for (size_t i = 0; i < items->count; i++)
        tape[i] = items->at[i].symbol;
    tape[items->count] = SLS_SYMBOL_BOUNDARY;
    return tape;
}

static void take_groups(const compiled *p, const PCRE2_SIZE *ends, int pairs, sls_reading *out)
{
    for (size_t g = 0; g < SLS_GROUP_COUNT; g++) {
        const int n = p->group_at[g];

        out->from[g] = out->to[g] = -1;
        if (n == 0 || n >= pairs || ends[2 * n] == PCRE2_UNSET || ends[2 * n] == ends[2 * n + 1])
            continue;
        out->from[g] = (int32_t)ends[2 * n];
        out->to[g] = (int32_t)ends[2 * n + 1] - 1;
    }
}

/*
 * Whether a pattern can match a text that goes on after these two symbols. What stands before
 * them is not asked: a look behind can only forbid more.
 */
static bool may_follow(const compiled *p, const uint16_t two[2], pcre2_match_data *data)
{
    int rc =
        pcre2_match(p->opening ? p->opening : p->code, two, 2, 0, PCRE2_PARTIAL_HARD, data, NULL);

    return rc >= 0 || rc == PCRE2_ERROR_PARTIAL;
}

/* A bit for each pattern that begins with the first symbol; all of them where there are too many.
 */
static uint64_t find_following(const language *l, const uint16_t two[2], pcre2_match_data *data)
{
    const uint32_t first = l->first[two[0]], count = l->first[two[0] + 1] - first;
    uint64_t may = 0;

    if (count > 64)
        return UINT64_MAX;
    for (uint32_t k = 0; k < count; k++)
        if (may_follow(&l->patterns[l->starting[first + k]], two, data))
            may |= UINT64_C(1) << k;
    return may;
}

/* The same, remembered: two symbols turn most patterns away, and they come again and again. */
static uint64_t following_of(sls_reader *reader, sls_lang lang, const uint16_t two[2])
{
    const uint64_t key = UINT64_C(1) << 40 | (uint64_t)lang << 32 | (uint64_t)two[0] << 16 | two[1];
    size_t slot = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 49) & (PAIR_SLOTS - 1);

    while (reader->pairs[slot].key != 0 && reader->pairs[slot].key != key)
        slot = (slot + 1) & (PAIR_SLOTS - 1);
    if (reader->pairs[slot].key == key)
        return reader->pairs[slot].may;
    if (++reader->pair_count > PAIR_SLOTS / 2) {
        memset(reader->pairs, 0, PAIR_SLOTS * sizeof *reader->pairs);
        reader->pair_count = 1;
    }
    reader->pairs[slot] =
        (following){ key, find_following(&reader->grammar->lang[lang], two, reader->data) };
    return reader->pairs[slot].may;
}

bool sls_read_at(sls_reader *reader, const sls_items *items, const uint16_t *tape, size_t at,
                 sls_reading *out)
{
    const sls_item *item = &items->at[at];
    const sls_lang lang = (sls_lang)items->document->lang_of[item->sentence];
    const language *l = &reader->grammar->lang[lang];
    const uint32_t first = l->first[item->symbol], end = l->first[item->symbol + 1];
    uint64_t may;
    size_t best = 0;

    if (first == end)
        return false;
    may = following_of(reader, lang, tape + at); /* a boundary stands behind the last item */
    for (uint32_t k = first; k < end; k++) {
        const compiled *p = &l->patterns[l->starting[k]];
        const PCRE2_SIZE *ends;
        int rc;

        if (end - first <= 64 && !(may >> (k - first) & 1))
            continue;
        rc = pcre2_match(p->code, tape, items->count, at, PCRE2_NO_UTF_CHECK, reader->data,
                         reader->context);

        if (rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_JIT_STACKLIMIT) {
            reader->limits++;
            reader->limited = p->row.id;
        }
        if (rc <= 0)
            continue;
        ends = pcre2_get_ovector_pointer(reader->data);
        if (ends[1] <= at || ends[1] - at <= best)
            continue;
        best = ends[1] - at;
        out->pattern = &p->row;
        out->left = out->right = NULL;
        out->mark = 0;
        out->join = out->depth = 0;
        out->first = ends[0]; /* behind \K: a preposition is no part of a date */
        out->last = ends[1] - 1;
        take_groups(p, ends, rc, out);
    }
    return best > 0;
}

const sls_grammar *sls_reader_grammar(const sls_reader *reader)
{
    return reader->grammar;
}
