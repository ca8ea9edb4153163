#include "coverage.h"

#include "extract/grammar/pattern.h"
#include "extract/grammar/scan.h"
#include "io/csv.h"
#include "io/file.h"

#include <regex.h>
#include <stdio.h>

typedef struct {
    const coverage_case *cases;
    size_t count;
    sls_grammar *grammar;
    sls_reader *reader;
    coverage_judge *judge;
    void *context;
    sls_arena *arena;
    sls_csv known;                /* uncovered.csv */
    bool *read[SLS_LANGS];        /* per case and row: a reading of that row is in the case */
    uint64_t concepts[SLS_LANGS]; /* that occur in a case */
    size_t gaps;
} coverage;

static size_t row_count(int lang)
{
    size_t count;

    (void)sls_lexicon_patterns((sls_lang)lang, &count);
    return count;
}

static size_t row_of(sls_lang lang, sls_str id)
{
    size_t count, i = 0;
    const sls_pattern_row *rows = sls_lexicon_patterns(lang, &count);

    while (i < count && (!sls_str_eq(rows[i].id, id) || sls_str_eq(rows[i].kind, SLS_STR("macro"))))
        i++;
    return i;
}

/* The rows that read something in an article, and the concepts that occur in it. */
static sls_status survey_article(coverage *c, size_t which, const sls_article *article)
{
    sls_document document;
    sls_items items = { 0 };
    sls_readings readings = { 0 };
    sls_status status = sls_document_make(article, c->arena, &document);

    if (status == SLS_OK)
        status = sls_itemise(&document, c->arena, &items);
    if (status == SLS_OK)
        status = sls_scan(c->reader, &items, c->arena, &readings);
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < document.tokens.count; i++) {
        const sls_lang lang = (sls_lang)document.lang_of[document.tokens.at[i].sentence];
        const sls_form *form = sls_lexicon_at(lang, &document.tokens, i);

        c->concepts[lang] |= form ? form->set : 0;
    }
    for (size_t i = 0; i < readings.count; i++) {
        const sls_lang lang = (sls_lang)document.lang_of[items.at[readings.at[i].first].sentence];
        const size_t row = row_of(lang, readings.at[i].pattern->id);

        c->read[lang][which * row_count((int)lang) + row] = true;
    }
    return SLS_OK;
}

static sls_status survey(coverage *c)
{
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        c->read[lang] = sls_arena_calloc(c->arena, c->count + 1, row_count(lang) * sizeof(bool));
        if (!c->read[lang])
            return SLS_ENOMEM;
    }
    for (size_t i = 0; i < c->count; i++)
        for (size_t a = 0; a < c->cases[i].one->article_count; a++) {
            const sls_status status = survey_article(c, i, &c->cases[i].one->articles[a]);

            if (status != SLS_OK)
                return status;
        }
    return SLS_OK;
}

/* Whether a case fails without row `row`. */
static sls_status is_missed(coverage *c, sls_lang lang, size_t row, bool *missed)
{
    size_t count;
    const sls_pattern_row *rows = sls_lexicon_patterns(lang, &count);
    sls_status status = sls_grammar_mute(c->grammar, lang, rows[row].id, true);

    *missed = false;
    for (size_t i = 0; i < c->count && status == SLS_OK && !*missed; i++) {
        bool passed = true;

        if (c->read[lang][i * count + row])
            status = c->judge(c->context, &c->cases[i], &passed);
        *missed = !passed;
    }
    if (status == SLS_OK)
        status = sls_grammar_mute(c->grammar, lang, rows[row].id, false);
    return status;
}

/* The row of `other` that is the same: it stands in data/any, and a case of either will do. */
static size_t shared_row(const sls_pattern_row *row, sls_lang other)
{
    size_t count;
    const sls_pattern_row *rows = sls_lexicon_patterns(other, &count);
    const size_t i = row_of(other, row->id);

    return i < count && sls_str_eq(rows[i].pattern, row->pattern) ? i : SIZE_MAX;
}

/* Whether uncovered.csv names the row. */
static bool is_known(const coverage *c, sls_str id, const char *lang)
{
    const size_t pattern = sls_csv_column(&c->known, SLS_STR("pattern"));
    const size_t where = sls_csv_column(&c->known, SLS_STR("lang"));

    for (size_t i = 0; i < c->known.count; i++)
        if (sls_str_eq(sls_csv_cell(&c->known.rows[i], pattern), id) &&
            sls_str_eq(sls_csv_cell(&c->known.rows[i], where), sls_str_of(lang)))
            return true;
    return false;
}

static void tell_row(coverage *c, const sls_pattern_row *row, const char *lang, bool missed)
{
    const bool known = is_known(c, row->id, lang);

    if (missed == known)
        c->gaps++;
    if (missed && known)
        printf("uncovered.csv names %.*s (%s), which has its case now\n", SLS_FMT(row->id), lang);
    if (!missed && !known)
        printf("no case fails without the pattern %.*s (%s): %.*s\n", SLS_FMT(row->id), lang,
               SLS_FMT(row->pattern));
}

static sls_status check_rows(coverage *c, sls_lang lang)
{
    const sls_lang other = lang == SLS_LANG_ID ? SLS_LANG_EN : SLS_LANG_ID;
    size_t count;
    const sls_pattern_row *rows = sls_lexicon_patterns(lang, &count);

    for (size_t i = 0; i < count; i++) {
        const size_t twin = shared_row(&rows[i], other);
        bool missed;
        sls_status status;

        if (sls_str_eq(rows[i].kind, SLS_STR("macro")) || (twin != SIZE_MAX && lang == SLS_LANG_EN))
            continue;
        status = is_missed(c, lang, i, &missed);
        if (status == SLS_OK && !missed && twin != SIZE_MAX)
            status = is_missed(c, other, twin, &missed);
        if (status != SLS_OK)
            return status;
        tell_row(c, &rows[i], twin != SIZE_MAX ? "any" : lang == SLS_LANG_ID ? "id" : "en", missed);
    }
    return SLS_OK;
}

static uint64_t concepts_with_forms(sls_lang lang)
{
    size_t count;
    const sls_form *forms = sls_lexicon_forms(lang, &count);
    uint64_t set = 0;

    for (size_t i = 0; i < count; i++)
        set |= forms[i].set;
    return set;
}

static void check_concepts(coverage *c)
{
    for (int lang = 0; lang < SLS_LANGS; lang++) {
        const uint64_t missing = concepts_with_forms((sls_lang)lang) & ~c->concepts[lang];

        for (int concept = 0; concept < SLS_CONCEPT_COUNT; concept ++)
            if (missing >> concept & 1) {
                printf("no case has a word of the concept %s (%s)\n",
                       sls_concept_name((sls_concept) concept), lang == SLS_LANG_ID ? "id" : "en");
                c->gaps++;
            }
    }
}

typedef struct {
    regex_t line, text;
    sls_str lang;
} construct;

/* Copies `in` for its NUL, which regexec asks for. SLS_ENOMEM leaves `*found` untouched. */
static sls_status matches(const regex_t *what, sls_str in, sls_arena *arena, bool *found)
{
    sls_str text;
    const sls_status status = sls_arena_copy(arena, in, &text);

    if (status != SLS_OK)
        return status;
    const int result = regexec(what, text.ptr, 0, NULL, 0);
    if (result == REG_ESPACE)
        return SLS_ENOMEM;
    *found = result == 0;
    return SLS_OK;
}

static sls_status counts_for(const construct *k, const case_one *one, sls_arena *arena,
                             bool *counts)
{
    sls_status status = SLS_OK;
    bool told = false;

    *counts = false;
    if (!sls_str_eq(one->articles[0].lang, k->lang))
        return SLS_OK;
    for (size_t i = 0; i < one->article_count && status == SLS_OK && !told; i++)
        status = matches(&k->text, one->articles[i].text, arena, &told);
    if (!told)
        return status;
    for (size_t i = 0; i < one->expectation_count && status == SLS_OK && !*counts; i++)
        status = matches(&k->line, one->expectations[i].text, arena, counts);
    return status;
}

static sls_status compile(regex_t *out, sls_str pattern, const char *path, size_t line,
                          sls_arena *arena, sls_diag *diag)
{
    sls_str text;
    const sls_status status = sls_arena_copy(arena, pattern, &text);

    if (status != SLS_OK)
        return status;
    if (regcomp(out, text.ptr, REG_EXTENDED | REG_ICASE | REG_NOSUB) != 0)
        return sls_diag_set(diag, SLS_ESYNTAX, path, line, "no regular expression: %s", text.ptr);
    return SLS_OK;
}

static sls_status check_construct(coverage *c, const sls_csv *csv, size_t row, const char *path,
                                  sls_diag *diag)
{
    const sls_csv_row *r = &csv->rows[row];
    const sls_str name = sls_csv_cell(r, sls_csv_column(csv, SLS_STR("construct")));
    construct k = { .lang = sls_csv_cell(r, sls_csv_column(csv, SLS_STR("lang"))) };
    size_t found = 0;
    sls_status status = compile(&k.line, sls_csv_cell(r, sls_csv_column(csv, SLS_STR("line"))),
                                path, row + 2, c->arena, diag);

    if (status != SLS_OK)
        return status;
    status = compile(&k.text, sls_csv_cell(r, sls_csv_column(csv, SLS_STR("text"))), path, row + 2,
                     c->arena, diag);
    if (status != SLS_OK) {
        regfree(&k.line);
        return status;
    }
    for (size_t i = 0; i < c->count && status == SLS_OK && found < COVERAGE_CASES_PER_CONSTRUCT;
         i++) {
        bool counts;

        status = counts_for(&k, c->cases[i].one, c->arena, &counts);
        found += status == SLS_OK && counts;
    }
    regfree(&k.line);
    regfree(&k.text);
    if (status != SLS_OK)
        return status;
    if (found < COVERAGE_CASES_PER_CONSTRUCT) {
        printf("%zu of %d cases for %.*s (%.*s)\n", found, COVERAGE_CASES_PER_CONSTRUCT,
               SLS_FMT(name), SLS_FMT(k.lang));
        c->gaps++;
    }
    return SLS_OK;
}

static sls_status read_table(coverage *c, const char *path, sls_csv *out, sls_diag *diag)
{
    sls_str text;
    const sls_status status = sls_file_read(path, 0, c->arena, &text, diag);

    return status == SLS_OK ? sls_csv_read(text, path, c->arena, out, diag) : status;
}

static sls_status check_constructs(coverage *c, const char *path, sls_diag *diag)
{
    sls_csv csv;
    sls_status status = read_table(c, path, &csv, diag);

    for (size_t i = 0; status == SLS_OK && i < csv.count; i++)
        status = check_construct(c, &csv, i, path, diag);
    return status;
}

sls_status coverage_check(const char *constructs, const char *known, const coverage_case *cases,
                          size_t count, sls_grammar *grammar, sls_reader *reader,
                          coverage_judge *judge, void *context, size_t *gaps, sls_diag *diag)
{
    coverage c = { .cases = cases,
                   .count = count,
                   .grammar = grammar,
                   .reader = reader,
                   .judge = judge,
                   .context = context,
                   .arena = sls_arena_new(0) };
    sls_status status = c.arena ? check_constructs(&c, constructs, diag) : SLS_ENOMEM;

    if (status == SLS_OK)
        status = read_table(&c, known, &c.known, diag);
    if (status == SLS_OK)
        status = survey(&c);
    if (status == SLS_OK)
        check_concepts(&c);
    for (int lang = 0; lang < SLS_LANGS && status == SLS_OK; lang++)
        status = check_rows(&c, (sls_lang)lang);
    if (status == SLS_OK && count < COVERAGE_CASES) {
        printf("%zu cases, %d are wanted\n", count, COVERAGE_CASES);
        c.gaps++;
    }
    *gaps = c.gaps;
    sls_arena_free(c.arena);
    return status;
}
