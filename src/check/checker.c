#include "check/store.h"
#include "compare/compare.h"
#include "match/match.h"
#include "report/finding_message.h"
#include <selisih/checker.h>

#include <stdlib.h>
#include <string.h>

#define BYTES_DEFAULT ((size_t)10 << 20)

struct sls_checker {
    sls_lang ui;
    size_t max_bytes;
    sls_grammar *grammar;
    sls_reader *reader;
    sls_arena *scratch; /* of one article */
    sls_arena *arena;   /* of groups, findings and messages */
    sls_store *store;
    bool run;
};

static sls_status out_of_memory(sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ENOMEM, NULL, 0, "out of memory");
}

static sls_status language_of(const char *name, sls_lang *out, sls_diag *diag)
{
    *out = SLS_LANG_EN;
    if (!name || strcmp(name, "en") == 0)
        return SLS_OK;
    *out = SLS_LANG_ID;
    if (strcmp(name, "id") == 0)
        return SLS_OK;
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "messages are in en or id, not in '%s'", name);
}

sls_status sls_checker_new(const sls_checker_options *options, sls_checker **out, sls_diag *diag)
{
    static const sls_checker_options defaults = { 0 };
    const sls_checker_options *const o = options ? options : &defaults;
    sls_lang ui;
    sls_status status = language_of(o->ui_lang, &ui, diag);
    if (status != SLS_OK)
        return status;
    sls_checker *const c = calloc(1, sizeof *c);
    if (!c)
        return out_of_memory(diag);
    c->ui = ui;
    c->max_bytes = o->max_bytes > 0 ? o->max_bytes : BYTES_DEFAULT;
    c->scratch = sls_arena_new(0);
    c->arena = sls_arena_new(0);
    c->store = sls_store_new();
    status = c->scratch && c->arena && c->store ? sls_grammar_new(&c->grammar, diag)
                                                : out_of_memory(diag);
    if (status == SLS_OK && sls_reader_new(c->grammar, &c->reader) != SLS_OK)
        status = out_of_memory(diag);
    if (status != SLS_OK) {
        sls_checker_free(c);
        return status;
    }
    *out = c;
    return SLS_OK;
}

void sls_checker_free(sls_checker *checker)
{
    if (!checker)
        return;
    sls_reader_free(checker->reader);
    sls_grammar_free(checker->grammar);
    sls_store_free(checker->store);
    sls_arena_free(checker->scratch);
    sls_arena_free(checker->arena);
    free(checker);
}

/* The claims of a checked article, into the store. */
static sls_status add(sls_checker *c, const sls_article *article, sls_diag *diag)
{
    sls_document document;
    sls_claim *claims = NULL;
    sls_column *columns = NULL;
    size_t count = 0;
    sls_status status = sls_document_make(article, c->scratch, &document);
    if (status == SLS_OK)
        status = sls_extract(c->reader, &document, c->scratch, &claims, &count);
    if (status == SLS_OK) {
        columns = sls_columns_of(&document, claims, count, c->scratch);
        status = columns ? SLS_OK : SLS_ENOMEM;
    }
    if (status != SLS_OK)
        return sls_diag_set(diag, status, NULL, 0,
                            "the article needs more memory than there is: split it");
    const sls_result result = { .row = { .article = article->id,
                                         .path = article->path,
                                         .source = article->source,
                                         .published = article->published,
                                         .lang = article->lang,
                                         .bytes = article->text.len,
                                         .claims = count,
                                         .status = SLS_OK },
                                .file = article->id,
                                .line = article->line,
                                .claims = claims,
                                .columns = columns };
    return sls_store_add(c->store, &result, diag);
}

sls_status sls_checker_add(sls_checker *checker, const sls_article *article, sls_diag *diag)
{
    sls_article checked;
    if (checker->run)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "articles are added before the run");
    sls_arena_reset(checker->scratch);
    const sls_status status =
        sls_ingest_check(article, checker->max_bytes, checker->scratch, &checked, diag);
    return status == SLS_OK ? add(checker, &checked, diag) : status;
}

sls_status sls_checker_run(sls_checker *checker, sls_on_finding *on_finding, void *context,
                           sls_diag *diag)
{
    sls_matching matching;
    sls_findings findings = { 0 };
    size_t count;
    if (checker->run)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0, "a checker runs once: make another one");
    checker->run = true;
    sls_status status = sls_store_sort(checker->store, 1, NULL, NULL);
    const sls_claim *claims = sls_store_claims(checker->store, &count);
    if (status == SLS_OK)
        status = sls_match(claims, count, NULL, 1, checker->arena, &matching);
    if (status == SLS_OK)
        status = sls_compare(matching.groups, matching.count, NULL, claims, count, NULL, 1,
                             checker->arena, &findings);
    for (size_t i = 0; status == SLS_OK && i < findings.count; i++) {
        sls_str message;
        status = sls_finding_message(checker->ui, &findings.at[i], checker->arena, &message);
        if (status == SLS_OK && !on_finding(context, &findings.at[i], message))
            break;
    }
    return status == SLS_OK ? SLS_OK : out_of_memory(diag);
}

const sls_claim *sls_checker_claims(const sls_checker *checker, size_t *count)
{
    return sls_store_claims(checker->store, count);
}

const char *sls_version(void)
{
    return SELISIH_VERSION;
}
