/*
 * run.c - runs case files: a text, and what is to be read out of it.
 *
 *     case_runner [--show] FILE...
 *     case_runner --coverage CONSTRUCTS.csv UNCOVERED.csv FILE...
 *
 *     # lines before the first case are comments
 *     === a range counts the noun behind it
 *     @published 2023-07-28
 *     Pejabat itu menyebut 20.000 hingga 50.000 pekerja akan dikirim.
 *     ---
 *     quantity 20000..50000 range worker status=planned | 20.000 hingga 50.000 pekerja
 *     !date | 20.000
 *
 * A case begins with `=== TITLE`; its text follows, then a line `---`, then its expectations,
 * one a line; empty lines and lines with `#` first are passed over among them.
 *
 * The text. Lines `@KEY VALUE` at its start say what a manifest would: source, published, lang,
 * title, url, credit. `@article NAME` begins another article, with keys and a text of its own;
 * NAME is its id. The first article is called `a` unless it has such a line too. Without a
 * source an article is from "Harian Contoh", a further one from "Harian NAME"; without lang it
 * is Indonesian, in a folder called en/ English; without published its date is unknown.
 *
 * Expectations. `*` stands for anything; COLUMN=VALUE (in quotes when it holds spaces)
 * asks for any further column of claims/, mentions or reports/; `in=NAME` for an article.
 *     quantity VALUE [BOUND] [UNIT] [COLUMN=VALUE...] [| SURFACE]
 *     date VALUE [COLUMN=VALUE...] [| SURFACE]
 *     title OFFICE@SCOPE PERSON... [COLUMN=VALUE...] [| SURFACE]
 *     place | identifier | name | score | outcome VALUE... [COLUMN=VALUE...] [| SURFACE]
 *     mention TYPE VALUE [BOUND] [UNIT] [| SURFACE]
 *     finding SEVERITY RULE [wrong=a|b|none] [a=NAME b=NAME] [COLUMN=VALUE...]
 * SURFACE is the whole span, to the byte. With a=NAME b=NAME the sides are named in any order,
 * and wrong=a is then the article named a.
 *
 * `!` before one: there is no such claim, mention or finding. There SURFACE need only be
 * touched, and what is left out is not asked: `!quantity | salah satu`, `!finding error`.
 * `!finding` alone: nothing that would stand in conflicts.csv.
 *
 * `only [KIND]`: no claims (of that kind) but those that are expected above.
 * `only finding`: no conflicts but those.
 *
 * Claims, mentions and findings are compared as the CSV rows that the command would write.
 * --show prints those rows instead, for writing a new case. --coverage runs all cases of all
 * files and then says what none of them asks for: constructs of tests/cases/constructs.csv, rows
 * of the grammar without which no case fails, concepts; coverage.h tells how. A new construct
 * needs a row there and three cases, a new row of the grammar one case that fails without it
 * (or, for a while, a row in uncovered.csv that says why not).
 * Exit status: 0 all passed and nothing uncovered, 1 some failed, 2 a file could not be read.
 */
#include "coverage.h"

#include "compare/compare.h"
#include "extract/extract.h"
#include "io/csv.h"
#include "match/match.h"
#include "model/claim_csv.h"
#include "report/finding_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything that a case yields, as tables. */
typedef struct {
    sls_csv tables[CASE_TABLES];
    bool *used[CASE_TABLES]; /* rows that an expectation asked for */
    sls_str texts[CASE_TABLES];
} outcome;

typedef struct {
    sls_grammar *grammar;
    sls_reader *reader;
    sls_arena *arena; /* of the case */
    const char *path;
    size_t passed, failed;
    bool show;
    bool quiet;   /* nothing is printed of what fails */
    bool failing; /* the case's title has been printed */
} runner;

static int compare_claims(const void *left, const void *right)
{
    return sls_claim_order(left, right);
}

static void write_mentions(sls_out *out, const sls_article *article, const sls_mention *mentions,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const sls_mention *m = &mentions[i];
        sls_csv_cell_write(out, article->id, false);
        sls_out_format(out, "%zu,%zu,%zu,%s,", m->line, m->start, m->end, m->type);
        sls_csv_cell_write(out, m->surface, false);
        sls_csv_cell_write(out, m->value, false);
        sls_csv_cell_write(out, sls_str_of(sls_bound_name(m->bound)), false);
        sls_csv_cell_write(out, m->unit, true);
    }
}

/* Reads one article: its claims go to `claims` + `*count`, its mentions to `out`. */
static sls_status read_article(runner *r, const sls_article *article, sls_claim **claims,
                               size_t *count, sls_out *out)
{
    sls_document document;
    sls_claim *found;
    sls_mention *mentions;
    size_t n, mention_count;
    sls_status status = sls_document_make(article, r->arena, &document);
    if (status == SLS_OK)
        status = sls_extract(r->reader, &document, r->arena, &found, &n);
    if (status == SLS_OK)
        status = sls_mentions(r->reader, &document, r->arena, &mentions, &mention_count);
    if (status != SLS_OK)
        return status;
    write_mentions(out, article, mentions, mention_count);
    sls_claim *all = sls_arena_calloc(r->arena, *count + n + 1, sizeof *all);
    if (!all)
        return SLS_ENOMEM;
    if (*count > 0)
        memcpy(all, *claims, *count * sizeof *all);
    if (n > 0)
        memcpy(all + *count, found, n * sizeof *all);
    *claims = all;
    *count += n;
    return SLS_OK;
}

static sls_status find(runner *r, const sls_claim *claims, size_t count, sls_out *out)
{
    sls_matching matching;
    sls_findings findings = { 0 };
    sls_status status = sls_match(claims, count, NULL, 1, r->arena, &matching);
    if (status == SLS_OK)
        status = sls_compare(matching.groups, matching.count, NULL, claims, count, NULL, 1,
                             r->arena, &findings);
    sls_findings_header(out);
    for (size_t i = 0; i < findings.count && status == SLS_OK; i++)
        status = sls_findings_row(out, SLS_LANG_EN, NULL, &findings.at[i], r->arena);
    return status;
}

static sls_status produce(runner *r, const case_one *one, sls_out *outs[CASE_TABLES])
{
    sls_claim *claims = NULL;
    size_t count = 0;
    sls_status status = SLS_OK;
    sls_out_write(outs[CASE_MENTION],
                  SLS_STR("article,line,start,end,type,surface,value,bound,unit\n"));
    for (size_t i = 0; i < one->article_count && status == SLS_OK; i++)
        status = read_article(r, &one->articles[i], &claims, &count, outs[CASE_MENTION]);
    if (status != SLS_OK)
        return status;
    if (count > 1)
        qsort(claims, count, sizeof *claims, compare_claims);
    sls_claims_header(outs[CASE_CLAIM]);
    for (size_t i = 0; i < count; i++)
        sls_claims_row(outs[CASE_CLAIM], &claims[i]);
    return find(r, claims, count, outs[CASE_FINDING]);
}

/* Extract, match and compare; the rows, read back as tables. */
static sls_status run_case(runner *r, const case_one *one, outcome *o, sls_diag *diag)
{
    sls_out *outs[CASE_TABLES] = { 0 };
    sls_status status = SLS_OK;
    for (int t = 0; t < CASE_TABLES && status == SLS_OK; t++)
        status = sls_out_open(NULL, &outs[t], diag);
    if (status == SLS_OK)
        status = produce(r, one, outs);
    for (int t = 0; t < CASE_TABLES; t++) {
        if (status == SLS_OK)
            status = sls_arena_copy(r->arena, sls_out_text(outs[t]), &o->texts[t]);
        if (status == SLS_OK)
            status = sls_csv_read(o->texts[t], r->path, r->arena, &o->tables[t], diag);
        if (status == SLS_OK) {
            o->used[t] = sls_arena_calloc(r->arena, o->tables[t].count + 1, sizeof(bool));
            status = o->used[t] ? SLS_OK : SLS_ENOMEM;
        }
        sls_out_abandon(outs[t]);
    }
    return status;
}

static sls_str cell(const sls_csv *csv, size_t row, const char *column)
{
    return sls_csv_cell(&csv->rows[row], sls_csv_column(csv, sls_str_of(column)));
}

static size_t number(sls_str digits)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.len; i++)
        n = n * 10 + (size_t)(digits.ptr[i] - '0');
    return n;
}

/* The column's other side: a_article is b_article, and a likely_wrong of a is one of b. */
static case_constraint turned(case_constraint c, char swapped[64])
{
    if (sls_str_eq(c.column, SLS_STR("likely_wrong"))) {
        const bool a = sls_str_eq(c.value, SLS_STR("a")), b = sls_str_eq(c.value, SLS_STR("b"));
        c.value = a ? SLS_STR("b") : b ? SLS_STR("a") : c.value;
        return c;
    }
    const bool sided = c.column.len > 2 && c.column.len < 64 && c.column.ptr[1] == '_' &&
                       (c.column.ptr[0] == 'a' || c.column.ptr[0] == 'b');
    if (sided) {
        memcpy(swapped, c.column.ptr, c.column.len);
        swapped[0] = c.column.ptr[0] == 'a' ? 'b' : 'a';
        c.column.ptr = swapped;
    }
    return c;
}

static bool meets(const sls_csv *csv, size_t row, const case_expectation *e, bool turn)
{
    for (size_t i = 0; i < e->count; i++) {
        char swapped[64];
        const case_constraint c = turn ? turned(e->constraints[i], swapped) : e->constraints[i];
        const sls_str got = sls_csv_cell(&csv->rows[row], sls_csv_column(csv, c.column));
        const bool none = sls_str_eq(c.value, SLS_STR("none")) && got.len == 0;
        if (!none && !sls_str_eq(got, c.value))
            return false;
    }
    return true;
}

static const sls_article *article_of(const case_one *one, sls_str id)
{
    for (size_t i = 0; i < one->article_count; i++)
        if (sls_str_eq(one->articles[i].id, id))
            return &one->articles[i];
    return NULL;
}

/* Whether the row's span overlaps an occurrence of `surface` in its article. */
static bool touches(const case_one *one, const sls_csv *csv, size_t row, sls_str surface)
{
    const sls_article *article = article_of(one, cell(csv, row, "article"));
    const size_t start = number(cell(csv, row, "start")), end = number(cell(csv, row, "end"));
    for (size_t from = 0; article;) {
        const size_t at = sls_str_find(sls_str_slice(article->text, from, SIZE_MAX), surface);
        if (at == SIZE_MAX)
            return false;
        if (start < from + at + surface.len && from + at < end)
            return true;
        from += at + 1;
    }
    return false;
}

static bool is_conflict(const sls_csv *csv, size_t row)
{
    const sls_str verdict = cell(csv, row, "verdict");
    return !sls_str_eq(verdict, SLS_STR("agree")) && !sls_str_eq(verdict, SLS_STR("refine"));
}

static bool selects(const case_one *one, const sls_csv *csv, size_t row, const case_expectation *e)
{
    const bool finding = e->table == CASE_FINDING;
    if (finding && (e->bare || e->only) && !is_conflict(csv, row))
        return false;
    if (!meets(csv, row, e, false) && !(finding && meets(csv, row, e, true)))
        return false;
    if (e->surface.len == 0)
        return true;
    return e->negative ? touches(one, csv, row, e->surface)
                       : sls_str_eq(cell(csv, row, "surface"), e->surface);
}

static void print_row(const sls_csv *csv, size_t row)
{
    static const char *const shown[] = { "type",    "kind",      "severity", "verdict",
                                         "rule",    "article",   "what",     "a_article",
                                         "a_value", "b_article", "b_value",  "likely_wrong",
                                         "value",   "bound",     "unit",     "status",
                                         "message", "surface" };
    fputs("      got:", stdout);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const sls_str text = cell(csv, row, shown[i]);
        if (text.len > 0)
            printf(" %s=%.*s", shown[i], SLS_FMT(text));
    }
    putchar('\n');
}

static bool meets_first(const sls_csv *csv, size_t row, const case_expectation *e)
{
    const case_constraint c = e->constraints[0];
    return sls_str_eq(sls_csv_cell(&csv->rows[row], sls_csv_column(csv, c.column)), c.value);
}

/* Rows that a reader may have meant: those at the surface, or all of the first column's value. */
static void print_near(const case_one *one, const outcome *o, const case_expectation *e)
{
    const sls_csv *csv = &o->tables[e->table];
    int left = 8;
    for (size_t row = 0; row < csv->count && left > 0; row++) {
        const bool near = e->surface.len > 0 ? touches(one, csv, row, e->surface)
                                             : e->count == 0 || meets_first(csv, row, e);
        if (near) {
            print_row(csv, row);
            left--;
        }
    }
}

static void complain(runner *r, const case_one *one, const case_expectation *e, const char *what)
{
    const bool first = !r->failing;
    r->failing = true;
    if (r->quiet)
        return;
    if (first)
        printf("FAIL %s:%zu: %.*s\n", r->path, one->line, SLS_FMT(one->title));
    printf("    line %zu: %s: %.*s\n", e->line, what, SLS_FMT(e->text));
}

static bool known_columns(const outcome *o, const case_expectation *e)
{
    for (size_t i = 0; i < e->count; i++)
        if (sls_csv_column(&o->tables[e->table], e->constraints[i].column) == SIZE_MAX)
            return false;
    return true;
}

static void check_only(runner *r, const case_one *one, const outcome *o, const case_expectation *e)
{
    const sls_csv *csv = &o->tables[e->table];
    bool good = true;
    for (size_t row = 0; row < csv->count; row++) {
        if (o->used[e->table][row] || !selects(one, csv, row, e))
            continue;
        if (good)
            complain(r, one, e, "there is more");
        good = false;
        if (!r->quiet)
            print_row(csv, row);
    }
}

static void check(runner *r, const case_one *one, outcome *o, const case_expectation *e)
{
    const sls_csv *csv = &o->tables[e->table];
    size_t found = 0;
    if (!known_columns(o, e)) {
        complain(r, one, e, "no such column");
        return;
    }
    if (e->only) {
        check_only(r, one, o, e);
        return;
    }
    for (size_t row = 0; row < csv->count; row++) {
        if (!selects(one, csv, row, e))
            continue;
        found++;
        if (e->negative && found == 1)
            complain(r, one, e, "not expected");
        if (!e->negative)
            o->used[e->table][row] = true;
        else if (!r->quiet)
            print_row(csv, row);
    }
    if (!e->negative && found == 0) {
        complain(r, one, e, "expected");
        if (!r->quiet)
            print_near(one, o, e);
    }
}

static sls_status judge(runner *r, const case_one *one, sls_diag *diag)
{
    outcome o = { 0 };
    const sls_status status = run_case(r, one, &o, diag);
    if (status != SLS_OK)
        return status;
    if (r->show) {
        printf("=== %.*s\n", SLS_FMT(one->title));
        for (int t = 0; t < CASE_TABLES; t++)
            printf("%.*s\n", SLS_FMT(o.texts[t]));
        return SLS_OK;
    }
    r->failing = false;
    for (int round = 0; round < 2; round++) /* `only` last: it needs to know what was expected */
        for (size_t i = 0; i < one->expectation_count; i++)
            if (one->expectations[i].only == (round == 1))
                check(r, one, &o, &one->expectations[i]);
    r->passed += !r->failing;
    r->failed += r->failing;
    return SLS_OK;
}

/* Cases in a folder called en are English unless they say otherwise. */
static sls_str language_of(const char *path)
{
    return strstr(path, "/en/") ? SLS_STR("en") : SLS_STR("id");
}

static sls_status read_file(const char *path, sls_arena *arena, case_file *out, sls_diag *diag)
{
    sls_str text;
    const sls_status status = sls_file_read(path, 0, arena, &text, diag);
    return status == SLS_OK ? case_read(text, path, language_of(path), arena, out, diag) : status;
}

static sls_status run_one(runner *r, const char *path, const case_one *one, sls_diag *diag)
{
    r->path = path;
    r->arena = sls_arena_new(0);
    const sls_status status = r->arena ? judge(r, one, diag) : SLS_ENOMEM;
    sls_arena_free(r->arena);
    return status;
}

static sls_status run_file(runner *r, const char *path, sls_diag *diag)
{
    sls_arena *arena = sls_arena_new(0);
    case_file file = { 0 };
    sls_status status = arena ? read_file(path, arena, &file, diag) : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < file.count; i++)
        status = run_one(r, path, &file.at[i], diag);
    sls_arena_free(arena);
    return status;
}

static sls_status passes(void *context, const coverage_case *one, bool *passed)
{
    runner *r = context;
    sls_diag diag;
    const sls_status status = run_one(r, one->path, one->one, &diag);
    *passed = !r->failing;
    return status;
}

/* All cases of all files, of which the gaps are then told. */
static sls_status cover(runner *r, char **tables, char **paths, size_t count, sls_arena *arena,
                        sls_diag *diag)
{
    case_file *files = sls_arena_calloc(arena, count + 1, sizeof *files);
    coverage_case *cases;
    size_t total = 0, at = 0, gaps = 0;
    sls_status status = files ? SLS_OK : SLS_ENOMEM;

    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        status = read_file(paths[i], arena, &files[i], diag);
        total += files[i].count;
    }
    cases = sls_arena_calloc(arena, total + 1, sizeof *cases);
    if (status != SLS_OK || !cases)
        return status != SLS_OK ? status : SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < files[i].count; k++)
            cases[at++] = (coverage_case){ &files[i].at[k], paths[i] };
    for (size_t i = 0; i < total && status == SLS_OK; i++)
        status = run_one(r, cases[i].path, cases[i].one, diag);
    if (status != SLS_OK || r->failed > 0)
        return status;
    r->quiet = true;
    status = coverage_check(tables[0], tables[1], cases, total, r->grammar, r->reader, passes, r,
                            &gaps, diag);
    r->passed = total;
    r->failed = gaps;
    return status;
}

int main(int argc, char **argv)
{
    runner r = { .show = argc > 1 && strcmp(argv[1], "--show") == 0 };
    const bool covering = argc > 4 && strcmp(argv[1], "--coverage") == 0;
    sls_arena *arena = sls_arena_new(0);
    sls_diag diag = { 0 };
    sls_status status = sls_grammar_new(&r.grammar, &diag);
    if (status == SLS_OK)
        status = sls_reader_new(r.grammar, &r.reader);
    if (status == SLS_OK && !arena)
        status = SLS_ENOMEM;
    if (covering && status == SLS_OK)
        status = cover(&r, argv + 2, argv + 4, (size_t)argc - 4, arena, &diag);
    for (int i = 1 + r.show; i < argc && status == SLS_OK && !covering; i++)
        status = run_file(&r, argv[i], &diag);
    sls_reader_free(r.reader);
    sls_grammar_free(r.grammar);
    sls_arena_free(arena);
    if (status != SLS_OK) {
        printf("error: %s:%zu: %s\n", diag.path, diag.line,
               diag.status == SLS_OK ? sls_status_text(status) : diag.message);
        return 2;
    }
    if (!r.show)
        printf("%zu passed, %zu %s\n", r.passed, r.failed, covering ? "gaps" : "failed");
    return r.failed > 0;
}
