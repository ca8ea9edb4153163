/*
 * grammar.c - rows of patterns, through the grammar's compiler and PCRE2.
 *
 *     Senin, 2 \x91            what is read: a byte below 128 is itself, others are symbols
 *     %weekday% ,? %@date%     a pattern
 *     @date %day% %month%      a macro
 *
 * What the sieve and the length that the compiler found out about a pattern turn away, the pattern
 * must not match: a reading would be lost without a word. The compiler is built for this
 * program with other rows and a few of the lexicon's forms (tests/fuzz/CMakeLists.txt).
 */
int main(int count, char **arguments); /* gramc's, under another name */
#include "extract/grammar/tool/gramc.c"

#include <stdint.h>

enum { ROWS_MOST = 12, TAPE_MOST = 64, BEGIN = 2, FORMS_MOST = 64, LIMIT = 2000 };

#undef sls_lexicon_forms
#undef sls_lexicon_patterns
#undef main
const sls_form *sls_lexicon_forms(sls_lang lang, size_t *count);

static sls_pattern_row rows[ROWS_MOST];
static size_t row_count;
static sls_form forms[FORMS_MOST];
static size_t form_count;

const sls_pattern_row *fuzzed_patterns(sls_lang lang, size_t *count)
{
    (void)lang;
    *count = row_count;
    return rows;
}

const sls_form *fuzzed_forms(sls_lang lang, size_t *count)
{
    (void)lang;
    *count = form_count;
    return forms;
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    size_t count;
    const sls_form *const all = sls_lexicon_forms(SLS_LANG_ID, &count);
    uint64_t seen = 0;
    (void)argc;
    (void)argv;
    for (size_t i = 0; i < count && form_count < FORMS_MOST; i++)
        if (all[i].set & ~seen) {
            seen |= all[i].set;
            forms[form_count++] = all[i];
        }
    return 0;
}

static void read_rows(sls_str text)
{
    sls_str line;
    row_count = 0;
    while (row_count < ROWS_MOST && sls_str_split(&text, '\n', &line)) {
        sls_pattern_row *const row = &rows[row_count++];
        *row = (sls_pattern_row){ SLS_STR("p"), SLS_STR("date"), line, SLS_STR("") };
        if (!sls_str_starts(line, SLS_STR("@")))
            continue;
        const size_t space = sls_str_find_byte(line, ' ');
        *row = (sls_pattern_row){
            sls_str_slice(line, 1, space), SLS_STR("macro"),
            sls_str_slice(line, space == SIZE_MAX ? line.len : space + 1, line.len), SLS_STR("")
        };
    }
}

static size_t read_tape(sls_str line, const maker *m, uint16_t tape[TAPE_MOST])
{
    size_t count = 0;
    while (count < TAPE_MOST && count < line.len) {
        const unsigned char c = (unsigned char)line.ptr[count];
        tape[count++] = (uint16_t)(c < 0x80 || m->symbols.count == 0
                                       ? c % 0x80
                                       : SLS_SYMBOL_WORDS + (c - 0x80u) % m->symbols.count);
    }
    return count;
}

static void match(const maker *m, size_t pattern, const uint16_t *tape, size_t count)
{
    sls_diag diag = { 0 };
    sls_compiled *c;
    const sls_sieve *const sieve = &m->sieves[pattern];
    if (count <= BEGIN || sls_compile(&m->table, pattern, SLS_STR("p"), &c, &diag) != SLS_OK)
        return;
    pcre2_match_data *const data = pcre2_match_data_create(SLS_CAPTURES_MAX + 1, NULL);
    pcre2_match_context *const context = pcre2_match_context_create(NULL);
    if (!data || !context)
        abort();
    pcre2_set_match_limit(context, LIMIT);
    const int rc = pcre2_match(c->code, tape, count, BEGIN, PCRE2_NO_UTF_CHECK, data, context);
    const size_t end = rc > 0 ? pcre2_get_ovector_pointer(data)[1] : 0;
    if (end > BEGIN && end - BEGIN > sieve->longest)
        abort();
    for (size_t d = 0; BEGIN + d < end && d < SLS_SIEVE_DEPTH; d++)
        if (!sls_sieve_lets(sieve, &m->symbols, d, tape[BEGIN + d]))
            abort();
    for (size_t d = 1; BEGIN + d < end; d++)
        if (!sls_sieve_goes_on(sieve, &m->symbols, d, tape[BEGIN + d]))
            abort();
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
    sls_compiled_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sls_str text = { (const char *)data, size }, line;
    sls_diag diag = { 0 };
    uint16_t tape[TAPE_MOST];
    maker *const m = calloc(1, sizeof *m);
    sls_arena *const arena = sls_arena_new((size_t)512 << 20);
    if (m && arena && sls_str_split(&text, '\n', &line)) {
        *m = (maker){ .lang = SLS_LANG_ID, .name = "id", .arena = arena, .diag = &diag };
        read_rows(text);
        const sls_status status = make_language(m);
        if (status == SLS_EPATTERN && diag.message[0] == 0)
            abort();
        const size_t count = read_tape(line, m, tape);
        for (size_t p = 0; status == SLS_OK && p < m->table.pattern_count; p++)
            match(m, p, tape, count);
    }
    sls_arena_free(arena);
    free(m);
    return 0;
}
