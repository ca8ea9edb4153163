#include "case.h"

#include "base/vec.h"
#include <selisih/claim.h>

typedef struct {
    const char *path;
    sls_str rest, lang;
    size_t line; /* of the last line taken */
    sls_arena *arena;
    sls_diag *diag;
} reader;

/* The next line without its break; false at the end. */
static bool next_line(reader *r, sls_str *line)
{
    if (r->rest.len == 0)
        return false;
    const size_t end = sls_str_find_byte(r->rest, '\n');
    *line = sls_str_slice(r->rest, 0, end);
    r->rest = end == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(r->rest, end + 1, SIZE_MAX);
    r->line++;
    return true;
}

static sls_str peek(const reader *r)
{
    return sls_str_slice(r->rest, 0, sls_str_find_byte(r->rest, '\n'));
}

/* The first word of `*rest`, which then starts after it. */
static sls_str word(sls_str *rest)
{
    *rest = sls_str_trim(*rest);
    const size_t space = sls_str_find_byte(*rest, ' ');
    const sls_str first = sls_str_slice(*rest, 0, space);
    *rest = space == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(*rest, space + 1, SIZE_MAX);
    return first;
}

static sls_status wrong(const reader *r, const char *what, sls_str line)
{
    return sls_diag_set(r->diag, SLS_ESYNTAX, r->path, r->line, "%s: %.*s", what, SLS_FMT(line));
}

static bool begins_article(sls_str line)
{
    return sls_str_starts(line, SLS_STR("@article "));
}

static sls_status start_article(reader *r, case_one *one, sls_str name)
{
    if (one->article_count == CASE_ARTICLES)
        return wrong(r, "more articles than a case may have", name);
    const bool first = one->article_count == 0;
    sls_article *article = &one->articles[one->article_count++];
    *article = (sls_article){ .id = name, .path = name, .file = name, .lang = r->lang, .line = 1 };
    if (first) {
        article->source = SLS_STR("Harian Contoh");
        return SLS_OK;
    }
    return sls_arena_format(r->arena, &article->source, "Harian %.*s", SLS_FMT(name));
}

static sls_str *field_of(sls_article *article, sls_str key)
{
    const struct {
        sls_str name;
        sls_str *field;
    } fields[] = {
        { SLS_STR("source"), &article->source }, { SLS_STR("published"), &article->published },
        { SLS_STR("lang"), &article->lang },     { SLS_STR("title"), &article->title },
        { SLS_STR("url"), &article->url },       { SLS_STR("credit"), &article->credit }
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (sls_str_eq(fields[i].name, key))
            return fields[i].field;
    return NULL;
}

/* Keys, then text up to the next article or the expectations. */
static sls_status read_article(reader *r, sls_article *article)
{
    sls_str line = { 0 };
    while (sls_str_starts(peek(r), SLS_STR("@")) && !begins_article(peek(r))) {
        (void)next_line(r, &line);
        sls_str rest = sls_str_slice(line, 1, SIZE_MAX);
        sls_str *field = field_of(article, word(&rest));
        if (!field)
            return wrong(r, "no such key", line);
        *field = sls_str_trim(rest);
    }
    const char *begin = r->rest.ptr;
    while (r->rest.len > 0 && !sls_str_eq(peek(r), SLS_STR("---")) && !begins_article(peek(r)))
        (void)next_line(r, &line);
    if (r->rest.len == 0)
        return wrong(r, "a case without a line ---", article->id);
    article->text = sls_str_trim((sls_str){ begin, (size_t)(r->rest.ptr - begin) });
    return article->text.len > 0 ? SLS_OK : wrong(r, "an article without text", article->id);
}

static sls_status read_articles(reader *r, case_one *one)
{
    sls_str line = { 0 }, name = SLS_STR("a");
    for (;;) {
        if (begins_article(peek(r))) {
            (void)next_line(r, &line);
            name = sls_str_trim(sls_str_slice(line, sizeof "@article " - 1, SIZE_MAX));
        }
        sls_status status = start_article(r, one, name);
        if (status == SLS_OK)
            status = read_article(r, &one->articles[one->article_count - 1]);
        if (status != SLS_OK)
            return status;
        if (!begins_article(peek(r)))
            break;
    }
    (void)next_line(r, &line); /* the --- */
    return SLS_OK;
}

static sls_status constrain(const reader *r, case_expectation *e, const char *column, sls_str value)
{
    if (sls_str_eq(value, SLS_STR("*")) || value.len == 0)
        return SLS_OK;
    if (e->count == CASE_CONSTRAINTS)
        return wrong(r, "more conditions than a line may have", e->text);
    e->constraints[e->count++] = (case_constraint){ sls_str_of(column), value };
    return SLS_OK;
}

/* COLUMN=VALUE off the front of `*rest`, the value perhaps in quotes. */
static sls_status read_pair(const reader *r, case_expectation *e, sls_str *rest)
{
    static const char *const shorter[][2] = {
        { "in", "article" }, { "wrong", "likely_wrong" }, { "a", "a_article" }, { "b", "b_article" }
    };
    const size_t equals = sls_str_find_byte(*rest, '=');
    sls_str column = sls_str_slice(*rest, 0, equals);
    sls_str value = sls_str_slice(*rest, equals + 1, SIZE_MAX);
    if (sls_str_starts(value, SLS_STR("\""))) {
        value = sls_str_slice(value, 1, SIZE_MAX);
        const size_t quote = sls_str_find_byte(value, '"');
        if (quote == SIZE_MAX)
            return wrong(r, "a quote left open", e->text);
        *rest = sls_str_slice(value, quote + 1, SIZE_MAX);
        value = sls_str_slice(value, 0, quote);
    } else {
        *rest = value;
        value = word(rest);
    }
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++)
        if (sls_str_eq(column, sls_str_of(shorter[i][0])))
            column = sls_str_of(shorter[i][1]);
    if (e->count == CASE_CONSTRAINTS)
        return wrong(r, "more conditions than a line may have", e->text);
    e->constraints[e->count++] = (case_constraint){ column, value };
    return SLS_OK;
}

static bool is_pair(sls_str rest)
{
    const size_t equals = sls_str_find_byte(rest, '='), space = sls_str_find_byte(rest, ' ');
    return equals != SIZE_MAX && equals > 0 && (space == SIZE_MAX || equals < space);
}

/* VALUE [BOUND] [UNIT]; a first word that is a bound's name is the bound. */
static sls_status read_measure(const reader *r, case_expectation *e, sls_str *rest)
{
    sls_status status = constrain(r, e, "value", word(rest));
    while (status == SLS_OK && (*rest = sls_str_trim(*rest)).len > 0 && !is_pair(*rest)) {
        const sls_str next = word(rest);
        sls_bound bound;
        status = constrain(r, e, sls_bound_of(next, &bound) == SLS_OK ? "bound" : "unit", next);
    }
    return status;
}

/* Words up to the first pair, as one value. */
static sls_status read_words(const reader *r, case_expectation *e, sls_str *rest)
{
    *rest = sls_str_trim(*rest);
    const char *begin = rest->ptr;
    const char *end = begin;
    while (rest->len > 0 && !is_pair(*rest)) {
        const sls_str next = word(rest);
        end = next.ptr + next.len;
        *rest = sls_str_trim(*rest);
    }
    return constrain(r, e, "value", (sls_str){ begin, (size_t)(end - begin) });
}

static sls_status read_subject(const reader *r, case_expectation *e, sls_str *rest)
{
    const sls_str subject = word(rest);
    sls_kind kind;
    e->bare = sls_str_trim(*rest).len == 0;
    if (sls_str_eq(subject, SLS_STR("finding"))) {
        e->table = CASE_FINDING;
        const sls_status status = is_pair(*rest) ? SLS_OK : constrain(r, e, "severity", word(rest));
        return status != SLS_OK || is_pair(*rest) ? status : constrain(r, e, "rule", word(rest));
    }
    if (sls_str_eq(subject, SLS_STR("mention"))) {
        e->table = CASE_MENTION;
        const sls_status status = constrain(r, e, "type", word(rest));
        return status != SLS_OK ? status : read_measure(r, e, rest);
    }
    if (sls_kind_of(subject, &kind) != SLS_OK)
        return wrong(r, "no such expectation", e->text);
    e->table = CASE_CLAIM;
    const sls_status status = constrain(r, e, "kind", subject);
    if (status != SLS_OK || e->only)
        return status;
    if (kind == SLS_KIND_QUANTITY)
        return read_measure(r, e, rest);
    if (kind != SLS_KIND_TITLE)
        return read_words(r, e, rest);
    const sls_status office = constrain(r, e, "what", is_pair(*rest) ? (sls_str){ 0 } : word(rest));
    return office != SLS_OK ? office : read_words(r, e, rest);
}

static sls_status read_expectation(reader *r, sls_str line, case_expectation *e)
{
    *e = (case_expectation){ .line = r->line, .text = line };
    const size_t bar = sls_str_find(line, SLS_STR("| "));
    sls_str rest = sls_str_trim(sls_str_slice(line, 0, bar));
    if (bar != SIZE_MAX)
        e->surface = sls_str_trim(sls_str_slice(line, bar + 2, SIZE_MAX));
    if (sls_str_starts(rest, SLS_STR("!"))) {
        e->negative = true;
        rest = sls_str_slice(rest, 1, SIZE_MAX);
    }
    sls_str after = rest;
    e->only = sls_str_eq(word(&after), SLS_STR("only"));
    if (e->only) {
        rest = sls_str_trim(after);
        if (rest.len == 0)
            return SLS_OK;
    }
    sls_status status = read_subject(r, e, &rest);
    while (status == SLS_OK && (rest = sls_str_trim(rest)).len > 0)
        status = is_pair(rest) ? read_pair(r, e, &rest)
                               : wrong(r, "a word that means nothing here", line);
    return status;
}

static sls_status read_case(reader *r, sls_str title, case_one *one)
{
    *one = (case_one){ .title = title, .line = r->line };
    sls_status status = read_articles(r, one);
    SLS_VEC(case_expectation) list = { 0 };
    while (status == SLS_OK && r->rest.len > 0 && !sls_str_starts(peek(r), SLS_STR("=== "))) {
        sls_str line = { 0 };
        (void)next_line(r, &line);
        line = sls_str_trim(line);
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        case_expectation *e = sls_vec_push(&list, r->arena);
        status = e ? read_expectation(r, line, e) : SLS_ENOMEM;
    }
    one->expectations = list.at;
    one->expectation_count = list.len;
    if (status == SLS_OK && list.len == 0)
        status = wrong(r, "a case that expects nothing", title);
    return status;
}

sls_status case_read(sls_str text, const char *path, sls_str lang, sls_arena *arena, case_file *out,
                     sls_diag *diag)
{
    reader r = { .path = path, .rest = text, .lang = lang, .arena = arena, .diag = diag };
    SLS_VEC(case_one) cases = { 0 };
    sls_status status = SLS_OK;
    for (sls_str line; status == SLS_OK && next_line(&r, &line);) {
        const sls_str trimmed = sls_str_trim(line);
        if (trimmed.len == 0 || (trimmed.ptr[0] == '#' && cases.len == 0))
            continue;
        if (!sls_str_starts(line, SLS_STR("=== ")))
            return wrong(&r, "a case begins with ===, not with", line);
        case_one *one = sls_vec_push(&cases, arena);
        status =
            one ? read_case(&r, sls_str_trim(sls_str_slice(line, 4, SIZE_MAX)), one) : SLS_ENOMEM;
    }
    *out = (case_file){ cases.at, cases.len };
    return status;
}
