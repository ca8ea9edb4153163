/*
 * gramc.c - the grammar compiler: what can be found out about patterns before any text is read.
 *
 *     gramc OUT.c
 *
 * It runs at build behind lexc, whose tables it reads; writes the constants of
 * extract/items/tape.h, and prints what is wrong with a pattern before it gives up.
 */
#include "base/map.h"
#include "extract/grammar/compile.h"
#include "extract/grammar/tool/alone.h"
#include "extract/grammar/tool/sieve.h"
#include "lexicon/tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATTERN = 65536, MACRO_DEPTH = 4 };

typedef struct {
    sls_lang lang;
    const char *name;
    const sls_pattern_row *rows;
    size_t row_count;
    sls_str *texts; /* of rows, macros expanded; "" for a macro */
    sls_arena *arena;
    sls_diag *diag;
    sls_symbols symbols;
    uint16_t *of_number, *units, *classes;
    uint32_t *class_at;
    uint16_t *sort_of;
    sls_tape_sort *sorts; /* room for as many as forms and one */
    size_t sort_count, form_count, unit_count, class_count;
    sls_tape_pattern *patterns;
    uint32_t *alone_in; /* per pattern: the group of what is alone */
    sls_sieve *sieves;
    uint8_t *alone; /* per pattern and symbol */
    sls_tape_table table;
} maker;

typedef struct {
    char *text;
    size_t length;
} expansion;

static sls_status bad(const maker *m, const sls_pattern_row *row, const char *why, sls_str what)
{
    return sls_diag_set(m->diag, SLS_EPATTERN, NULL, 0, "pattern '%.*s': %s '%.*s'",
                        SLS_FMT(row->id), why, SLS_FMT(what));
}

static sls_status append(const maker *m, const sls_pattern_row *row, sls_str text, expansion *e)
{
    if (text.len > MAX_PATTERN - e->length)
        return bad(m, row, "too long once its macros are expanded:", row->pattern);
    for (size_t i = 0; i < text.len; i++) /* it would be the symbol of a word */
        if ((unsigned char)text.ptr[i] >= SLS_SYMBOL_WORDS)
            return bad(m, row, "a character that is no ASCII:", row->pattern);
    memcpy(e->text + e->length, text.ptr, text.len);
    e->length += text.len;
    return SLS_OK;
}

static sls_status expand(const maker *m, const sls_pattern_row *row, sls_str pattern, int depth,
                         expansion *e);

static sls_status expand_macro(const maker *m, const sls_pattern_row *row, sls_str name, int depth,
                               expansion *e)
{
    if (depth == MACRO_DEPTH)
        return bad(m, row, "macros that call one another at", name);
    for (size_t i = 0; i < m->row_count; i++)
        if (sls_str_eq(m->rows[i].kind, SLS_STR("macro")) && sls_str_eq(m->rows[i].id, name))
            return expand(m, row, m->rows[i].pattern, depth + 1, e);
    return bad(m, row, "no row of kind macro is called", name);
}

/* Puts the text of macros in their place. */
static sls_status expand(const maker *m, const sls_pattern_row *row, sls_str pattern, int depth,
                         expansion *e)
{
    sls_status status = SLS_OK;

    while (status == SLS_OK && pattern.len > 0) {
        const size_t open = sls_str_find_byte(pattern, '%');
        sls_str name;

        status = append(m, row, sls_str_slice(pattern, 0, open), e);
        if (status != SLS_OK || open == SIZE_MAX)
            return status;
        pattern = sls_str_slice(pattern, open + 1, pattern.len);
        name = sls_str_slice(pattern, 0, sls_str_find_byte(pattern, '%'));
        if (name.len == pattern.len)
            return bad(m, row, "a lone % before", pattern);
        status = sls_str_starts(name, SLS_STR("@"))
                     ? expand_macro(m, row, sls_str_slice(name, 1, name.len), depth, e)
                     : append(m, row, (sls_str){ name.ptr - 1, name.len + 2 }, e);
        pattern = sls_str_slice(pattern, name.len + 1, pattern.len);
    }
    return status;
}

/* Before the symbols are: placeholders of a macro are used where it is. */
static sls_status make_texts(maker *m)
{
    expansion e = { .text = sls_arena_alloc(m->arena, MAX_PATTERN) };

    m->rows = sls_lexicon_patterns(m->lang, &m->row_count);
    m->texts = sls_arena_calloc(m->arena, m->row_count + 1, sizeof *m->texts);
    if (!e.text || !m->texts)
        return SLS_ENOMEM;
    for (size_t i = 0; i < m->row_count; i++) {
        sls_status status;

        if (sls_str_eq(m->rows[i].kind, SLS_STR("macro")))
            continue;
        if (!sls_reads_of(m->rows[i].kind))
            return bad(m, &m->rows[i], "extract reads nothing of the kind", m->rows[i].kind);
        e.length = 0;
        status = expand(m, &m->rows[i], m->rows[i].pattern, 0, &e);
        if (status == SLS_OK)
            status = sls_arena_copy(m->arena, (sls_str){ e.text, e.length }, &m->texts[i]);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

/* A pattern's units: characters as they are, a placeholder as the number of its class. */
static void write_units(maker *m, sls_str text)
{
    uint16_t *out = m->units + m->unit_count;
    size_t n = 0;

    for (size_t i = 0; i < text.len; i++) {
        sls_str name;

        if (text.ptr[i] != '%') {
            out[n++] = (unsigned char)text.ptr[i];
            continue;
        }
        name = sls_str_slice(text, i + 1, text.len);
        name = sls_str_slice(name, 0, sls_str_find_byte(name, '%'));
        i += name.len + 1;
        if (sls_str_eq(name, SLS_STR("dash"))) {
            out[n++] = SLS_SYMBOL_DASH;
        } else if (sls_str_eq(name, SLS_STR("hyphen"))) {
            static const uint16_t EITHER[] = { '[', '\\', '-', SLS_SYMBOL_DASH, ']' };

            memcpy(out + n, EITHER, sizeof EITHER);
            n += sizeof EITHER / sizeof EITHER[0];
        } else {
            out[n++] = (uint16_t)(SLS_CLASS_UNIT + sls_symbols_placeholder(&m->symbols, name));
        }
    }
    m->patterns[m->table.pattern_count].begin = (uint32_t)m->unit_count;
    m->patterns[m->table.pattern_count].length = (uint32_t)n;
    m->unit_count += n;
}

static sls_status make_patterns(maker *m)
{
    m->patterns = sls_arena_calloc(m->arena, m->row_count + 1, sizeof *m->patterns);
    m->sieves = sls_arena_calloc(m->arena, m->row_count + 1, sizeof *m->sieves);
    m->alone_in = sls_arena_calloc(m->arena, m->row_count + 1, sizeof *m->alone_in);
    m->units = sls_arena_alloc(m->arena, (m->row_count + 1) * MAX_PATTERN * sizeof *m->units);
    if (!m->patterns || !m->sieves || !m->alone_in || !m->units)
        return SLS_ENOMEM;
    for (size_t i = 0; i < m->row_count; i++) {
        if (m->texts[i].len == 0)
            continue;
        sls_sieve_make(&m->symbols, m->texts[i], &m->sieves[m->table.pattern_count]);
        write_units(m, m->texts[i]);
        m->patterns[m->table.pattern_count].row = (uint32_t)i;
        m->table.pattern_count++;
    }
    return m->table.pattern_count <= 64 * SLS_SIEVE_WORDS_MAX
               ? SLS_OK
               : sls_diag_set(m->diag, SLS_EPATTERN, NULL, 0,
                              "more patterns than the sieve holds: raise SLS_SIEVE_WORDS_MAX");
}

static sls_status make_classes(maker *m)
{
    const size_t count = m->symbols.placeholder_count;

    m->class_at = sls_arena_calloc(m->arena, count + 1, sizeof *m->class_at);
    m->classes =
        sls_arena_alloc(m->arena, (count + 1) * (m->symbols.count + 8) * sizeof *m->classes);
    if (!m->class_at || !m->classes)
        return SLS_ENOMEM;
    for (size_t p = 0; p < count; p++) {
        m->class_at[p] = (uint32_t)m->class_count;
        m->class_count += sls_symbols_class(&m->symbols, p, m->classes + m->class_count);
    }
    m->class_at[count] = (uint32_t)m->class_count;
    return SLS_OK;
}

/* What an item is in every look that is of `form`, or a word of none: NULL. */
static void fill_sort(const maker *m, const sls_form *form, sls_tape_sort *out)
{
    sls_item item = { .form = form, .set = form ? form->set : 0 };

    memset(out, 0, sizeof *out); /* it is compared with its padding */
    out->set = item.set;
    out->traits = form ? form->traits : 0;
    for (unsigned look = 0; look < SLS_LOOKS; look++) {
        item.shape = sls_look_shapes(look);
        out->symbol[look] = sls_symbol_of(&m->symbols, &item);
    }
}

static sls_status make_sorts(maker *m)
{
    const sls_form *forms = sls_lexicon_forms(m->lang, &m->form_count);
    sls_status status = SLS_OK;
    sls_map known;

    sls_map_init(&known, m->arena);
    m->sort_of = sls_arena_calloc(m->arena, m->form_count + 1, sizeof *m->sort_of);
    m->sorts = sls_arena_calloc(m->arena, m->form_count + 1, sizeof *m->sorts);
    if (!m->sort_of || !m->sorts)
        return SLS_ENOMEM;
    for (size_t i = 0; i <= m->form_count && status == SLS_OK; i++) {
        sls_tape_sort *fresh = &m->sorts[m->sort_count];
        uint32_t sort = 0;
        bool added = false;

        fill_sort(m, i ? &forms[i - 1] : NULL, fresh);
        status = sls_map_intern(&known, (sls_str){ (const char *)fresh, sizeof *fresh },
                                (uint32_t)m->sort_count, &sort, &added);
        m->sort_of[i] = (uint16_t)sort;
        m->sort_count += added;
    }
    if (status == SLS_OK && m->sort_count > SLS_WAY_SORT)
        status = sls_diag_set(m->diag, SLS_EPATTERN, NULL, 0,
                              "more sorts of forms than SLS_WAY_SORT numbers: widen way_of");
    return status;
}

/* The symbols of numbers. */
static sls_status make_numbers(maker *m)
{
    m->of_number = sls_arena_calloc(m->arena, SLS_NUMBER_SHAPES, sizeof *m->of_number);
    if (!m->of_number)
        return SLS_ENOMEM;
    for (uint32_t shape = 0; shape < SLS_NUMBER_SHAPES; shape++)
        m->of_number[shape] = sls_symbol_of(&m->symbols, &(sls_item){ .shape = shape });
    m->table.of_ordinal = sls_symbol_of(
        &m->symbols, &(sls_item){ .set = SLS_BIT(SLS_C_ORDINAL), .shape = SLS_SHAPED(LOWER) });
    return SLS_OK;
}

static size_t symbol_count(const maker *m)
{
    return SLS_SYMBOL_WORDS + m->symbols.count;
}

/* What lexc and this file wrote must be what PCRE2 takes, which tells what single items are. */
static sls_status check_patterns(maker *m)
{
    const size_t symbols = symbol_count(m);

    m->alone = sls_arena_calloc(m->arena, m->table.pattern_count + 1, symbols);
    if (!m->alone)
        return SLS_ENOMEM;
    m->table.units = m->units;
    m->table.class_at = m->class_at;
    m->table.classes = m->classes;
    m->table.patterns = m->patterns;
    for (size_t i = 0; i < m->table.pattern_count; i++) {
        sls_compiled *compiled;
        sls_status status =
            sls_compile(&m->table, i, m->rows[m->patterns[i].row].id, &compiled, m->diag);

        if (status != SLS_OK)
            return status;
        status = sls_alone_find(compiled, &m->sieves[i], &m->symbols, m->alone + i * symbols,
                                symbols, &m->alone_in[i]);
        sls_compiled_free(compiled);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

static void put_units(FILE *out, const char *type, const char *what, const char *lang,
                      const void *at, size_t size, size_t count)
{
    fprintf(out, "static const %s %s_%s[] = {", type, what, lang);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%" PRIu32 ",", i % 16 ? "" : "\n",
                size == sizeof(uint16_t) ? ((const uint16_t *)at)[i] : ((const uint32_t *)at)[i]);
    fputs("\n0 };\n\n", out);
}

/* Whether pattern `p` has its bit in a row of the sieve. */
static bool is_in_row(const maker *m, size_t p, size_t row, size_t symbol)
{
    if (row == SLS_SIEVE_ALONE)
        return m->alone[p * symbol_count(m) + symbol];
    if (row >= SLS_SIEVE_ON)
        return sls_sieve_goes_on(&m->sieves[p], &m->symbols, row - SLS_SIEVE_ON + 1, symbol);
    return sls_sieve_lets(&m->sieves[p], &m->symbols, row, symbol);
}

/* The number of `row` among the `*count` that are known, and one more where it is not yet. */
static uint16_t number_row(uint16_t *known, size_t *count, uint16_t row)
{
    size_t i = 0;

    while (i < *count && known[i] != row)
        i++;
    known[i] = row;
    *count += i == *count;
    return (uint16_t)i;
}

/* Whether rows `a` and `b` of the sieve have a pattern in common. */
static bool share(const maker *m, const uint64_t *rows, uint16_t a, uint16_t b)
{
    const size_t words = (m->table.pattern_count + 63) / 64;

    for (size_t w = 0; w < words; w++)
        if (rows[a * words + w] & rows[b * words + w])
            return true;
    return false;
}

/*
 * Which two symbols may begin a match: a third of the items that begin one with something do not
 * with what stands behind them.
 */
static sls_status put_pairs(const maker *m, const uint64_t *rows, const uint16_t *row_of, FILE *out)
{
    const size_t symbols = symbol_count(m);
    uint16_t *of[2], *known[2];
    size_t count[2] = { 1, 0 }; /* the first of the one is none */

    for (size_t k = 0; k < 2; k++) {
        of[k] = sls_arena_calloc(m->arena, symbols, sizeof **of);
        known[k] = sls_arena_calloc(m->arena, symbols + 1, sizeof **known);
        if (!of[k] || !known[k])
            return SLS_ENOMEM;
    }
    known[0][0] = UINT16_MAX;
    for (size_t s = 0; s < symbols; s++) {
        const uint16_t *row = row_of + s * SLS_SIEVE_ROWS;

        of[1][s] = number_row(known[1], &count[1], row[1]);
        /* a boundary and what is masked begin nothing */
        if (s != SLS_SYMBOL_BOUNDARY && s != SLS_SYMBOL_OPAQUE && share(m, rows, row[0], row[0]))
            of[0][s] = number_row(known[0], &count[0], row[0]);
    }
    put_units(out, "uint16_t", "first_of", m->name, of[0], 2, symbols);
    put_units(out, "uint16_t", "second_of", m->name, of[1], 2, symbols);
    fprintf(out, "enum { PAIR_WORDS_%s = %zu };\nstatic const uint64_t pairs_%s[] = {", m->name,
            (count[1] + 63) / 64, m->name);
    for (size_t a = 0; a < count[0]; a++)
        for (size_t w = 0; w < (count[1] + 63) / 64; w++) {
            uint64_t bits = 0;

            for (size_t b = 64 * w; a > 0 && b < 64 * w + 64 && b < count[1]; b++)
                bits |= share(m, rows, known[0][a], known[1][b]) ? SLS_BIT(b % 64) : 0;
            fprintf(out, "%s0x%" PRIx64 "u,", w ? "" : "\n", bits);
        }
    fputs("\n};\n\n", out);
    return SLS_OK;
}

/*
 * The sieve's rows, of which one in six differs from all before it: those that a text needs then
 * stay in a core's cache.
 */
static sls_status put_rows(const maker *m, FILE *out)
{
    const size_t words = (m->table.pattern_count + 63) / 64, size = words * sizeof(uint64_t);
    const size_t count = symbol_count(m) * SLS_SIEVE_ROWS;
    uint16_t *row_of = sls_arena_calloc(m->arena, count, sizeof *row_of);
    uint64_t *rows = sls_arena_calloc(m->arena, count, size);
    sls_status status = row_of && rows ? SLS_OK : SLS_ENOMEM;
    uint32_t fresh = 0;
    sls_map known;

    sls_map_init(&known, m->arena);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        uint64_t *row = rows + fresh * words;
        uint32_t number = 0;
        bool added = false;

        memset(row, 0, size);
        for (size_t p = 0; p < m->table.pattern_count; p++)
            if (is_in_row(m, p, i % SLS_SIEVE_ROWS, i / SLS_SIEVE_ROWS))
                row[p / 64] |= SLS_BIT(p % 64);
        status =
            sls_map_intern(&known, (sls_str){ (const char *)row, size }, fresh, &number, &added);
        fresh += added;
        row_of[i] = (uint16_t)number;
    }
    if (status == SLS_OK && fresh > UINT16_MAX)
        status = sls_diag_set(m->diag, SLS_EPATTERN, NULL, 0,
                              "more rows of the sieve than 16 bits number: widen sieve_at");
    put_units(out, "uint16_t", "sieve_at", m->name, row_of, 2, count);
    fprintf(out, "static const uint64_t sieve_%s[] = {", m->name);
    for (size_t i = 0; i < fresh * words; i++)
        fprintf(out, "%s0x%" PRIx64 "u,", i % words ? "" : "\n", rows[i]);
    fputs("\n};\n\n", out);
    return status == SLS_OK ? put_pairs(m, rows, row_of, out) : status;
}

static void put_sorts(const maker *m, FILE *out)
{
    put_units(out, "uint16_t", "sort_of", m->name, m->sort_of, 2, m->form_count + 1);
    fprintf(out, "static const sls_tape_sort sorts_%s[] = {\n", m->name);
    for (size_t i = 0; i < m->sort_count; i++) {
        const sls_tape_sort *s = &m->sorts[i];

        fprintf(out, "{0x%" PRIx64 "u,0x%" PRIx32 "u,{", s->set, s->traits);
        for (size_t look = 0; look < SLS_LOOKS; look++)
            fprintf(out, "%u,", (unsigned)s->symbol[look]);
        fputs("}},\n", out);
    }
    fputs("};\n\n", out);
}

static void put_ways(const maker *m, FILE *out)
{
    fprintf(out, "static const uint16_t way_of_%s[] = {", m->name);
    for (size_t i = 0; i < sls_table_words.count; i++) {
        const sls_word_first *word = &sls_lexicon_words[i].first[m->lang];
        const uint32_t sort = m->sort_of[word->form == SLS_WORD_VARIES ? 0 : word->form];
        const bool asks = word->form == SLS_WORD_VARIES || m->sorts[sort].set & SLS_SETTLED;

        fprintf(out, "%s%" PRIu32 ",", i % 16 ? "" : "\n",
                (sort & SLS_WAY_SORT) | (word->follow ? SLS_WAY_GOES : 0u) |
                    (asks ? SLS_WAY_ASKS : 0u));
    }
    fputs("\n};\n\n", out);
}

static void put_tests(const maker *m, FILE *out)
{
    fprintf(out, "static const sls_tape_test tests_%s[] = {\n", m->name);
    for (size_t i = 0; i < m->table.pattern_count; i++) {
        const sls_sieve *sieve = &m->sieves[i];

        fputs("{{", out);
        for (size_t k = 0; k < SLS_NEEDS; k++)
            fprintf(out, "{0x%" PRIx64 "u,0x%" PRIx64 "u},", sieve->need[k].of.set,
                    sieve->need[k].of.other);
        fputs("},{", out);
        for (size_t k = 0; k < SLS_NEEDS; k++) /* at most the sieve's many */
            fprintf(out, "%" PRIu32 ",", sieve->need[k].from);
        fprintf(out, "},%" PRIu32 ",%" PRIu32 "u},\n", m->alone_in[i], sieve->longest);
    }
    fputs("};\n\n", out);
}

static sls_status put_language(const maker *m, FILE *out)
{
    const char *n = m->name;

    put_sorts(m, out);
    put_ways(m, out);
    put_units(out, "uint16_t", "of_number", n, m->of_number, 2, SLS_NUMBER_SHAPES);
    put_units(out, "uint16_t", "units", n, m->units, 2, m->unit_count);
    put_units(out, "uint32_t", "class_at", n, m->class_at, 4, m->symbols.placeholder_count + 1);
    put_units(out, "uint16_t", "classes", n, m->classes, 2, m->class_count);
    fprintf(out, "static const sls_tape_pattern patterns_%s[] = {\n", n);
    for (size_t i = 0; i < m->table.pattern_count; i++)
        fprintf(out, "{%" PRIu32 ",%" PRIu32 ",%" PRIu32 "},\n", m->patterns[i].row,
                m->patterns[i].begin, m->patterns[i].length);
    fputs("};\n\n", out);
    put_tests(m, out);
    return put_rows(m, out);
}

static sls_status make_language(maker *m)
{
    sls_status status = make_texts(m);

    if (status == SLS_OK)
        status = sls_symbols_make(m->lang, m->texts, m->arena, &m->symbols, m->diag);
    if (status == SLS_OK)
        status = make_numbers(m);
    if (status == SLS_OK)
        status = make_sorts(m);
    if (status == SLS_OK)
        status = make_classes(m);
    if (status == SLS_OK)
        status = make_patterns(m);
    return status == SLS_OK ? check_patterns(m) : status;
}

static sls_status put_tables(const maker makers[SLS_LANGS], const char *path)
{
    FILE *out = fopen(path, "wb");
    sls_status status = SLS_OK;

    if (!out)
        return SLS_EIO;
    fputs("/* Written by gramc from the lexicon's tables: edit those. */\n"
          "#include \"extract/items/tape.h\"\n\n",
          out);
    for (int l = 0; l < SLS_LANGS && status == SLS_OK; l++)
        status = put_language(&makers[l], out);
    fputs("const sls_tape_table sls_tape_tables[SLS_LANGS] = {\n", out);
    for (int l = 0; l < SLS_LANGS; l++) {
        const char *n = makers[l].name;

        fprintf(out,
                "{way_of_%s,sort_of_%s,sorts_%s,of_number_%s,%u,units_%s,class_at_%s,classes_%s,"
                "patterns_%s,tests_%s,%zu,sieve_%s,sieve_at_%s,%zu,first_of_%s,second_of_%s,"
                "pairs_%s,PAIR_WORDS_%s},\n",
                n, n, n, n, (unsigned)makers[l].table.of_ordinal, n, n, n, n, n,
                makers[l].table.pattern_count, n, n, (makers[l].table.pattern_count + 63) / 64, n,
                n, n, n);
    }
    fputs("};\n", out);
    const bool wrote = !ferror(out);
    return fclose(out) == 0 && wrote ? status : SLS_EIO;
}

int main(int argc, char **argv)
{
    static const char *const NAMES[SLS_LANGS] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en" };
    maker *makers = calloc(SLS_LANGS, sizeof *makers);
    sls_arena *arena = sls_arena_new(0);
    sls_diag diag = { .message = "out of memory" };
    sls_status status = makers && arena ? SLS_OK : SLS_ENOMEM;

    if (argc != 2) {
        fputs("usage: gramc OUT.c\n", stderr);
        return 2;
    }
    for (int l = 0; l < SLS_LANGS && status == SLS_OK; l++) {
        makers[l].lang = (sls_lang)l;
        makers[l].name = NAMES[l];
        makers[l].arena = arena;
        makers[l].diag = &diag;
        status = make_language(&makers[l]);
    }
    if (status == SLS_OK)
        status = put_tables(makers, argv[1]);
    if (status == SLS_EIO)
        fprintf(stderr, "%s: cannot be written\n", argv[1]);
    else if (status != SLS_OK)
        fprintf(stderr, "src/lexicon/data: %s\n", diag.message);
    sls_arena_free(arena);
    free(makers);
    return status == SLS_OK ? 0 : 1;
}
