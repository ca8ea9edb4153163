#include "cli/results.h"

#include "base/crew.h"
#include "check/mix.h"
#include "io/sweep.h"
#include "model/claim_csv.h"
#include "report/article_csv.h"
#include "report/fact_table.h"
#include "report/finding_csv.h"

#include <stdlib.h>

/* folder/name.csv in `arena`, NUL-terminated. */
static sls_status path_of(const char *folder, sls_str name, sls_arena *arena, sls_str *out)
{
    return sls_arena_format(arena, out, "%s/%.*s.csv", folder, SLS_FMT(name));
}

static int compare_files(const void *left, const void *right)
{
    const sls_stored *const *a = left, *const *b = right;
    const int order = sls_str_cmp((*a)->file, (*b)->file);
    return order != 0 ? order : (*a > *b) - (*a < *b); /* articles are sorted already */
}

/* What a claims file is made of: its articles as the cache knows them; 0 where it does not. */
static sls_imprint made_of(const sls_stored *const *articles, size_t count)
{
    XXH3_state_t state;
    sls_mix_begin(&state, 0);
    for (size_t i = 0; i < count; i++) {
        const sls_stored *const a = articles[i];
        const uint64_t place[] = { a->line, a->made, a->row.claims };
        if (!sls_key_is_known(a->key))
            return (sls_imprint){ 0, 0 };
        sls_mix_bytes(&state, &a->key, sizeof a->key);
        sls_mix_bytes(&state, place, sizeof place);
    }
    const sls_key key = sls_mix_key(&state);
    return (sls_imprint){ key.low, key.high };
}

static sls_status read_articles(sls_store *store, const sls_stored *const *articles, size_t count,
                                sls_diag *diag)
{
    size_t all;
    const sls_stored *const first = sls_store_articles(store, &all);
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && i < count; i++)
        status = sls_store_read(store, (size_t)(articles[i] - first));
    return status == SLS_OK ? status : sls_cache_refuse(status, diag);
}

/* One claims file: the claims of all articles that came from it, by article. */
static sls_status write_file(sls_store *store, const char *folder,
                             const sls_stored *const *articles, size_t count, sls_ledger *ledger,
                             sls_arena *arena, sls_diag *diag)
{
    size_t total;
    const sls_claim *claims = sls_store_claims(store, &total);
    sls_str path;
    sls_out *out;
    sls_status status = path_of(folder, articles[0]->file, arena, &path);
    const sls_imprint made = made_of(articles, count);
    if (status == SLS_OK && sls_ledger_keep(ledger, path, made))
        return SLS_OK;
    if (status == SLS_OK)
        status = read_articles(store, articles, count, diag);
    if (status == SLS_OK)
        status = sls_make_parents(path.ptr, diag);
    if (status == SLS_OK)
        status = sls_out_open(path.ptr, &out, diag);
    if (status != SLS_OK)
        return status;
    sls_out_note(out, ledger, made);
    sls_claims_header(out);
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < articles[i]->row.claims; n++)
            sls_claims_row(out, &claims[articles[i]->first + n]);
    return sls_out_commit(out, diag);
}

static sls_status sweep_below(const char *folder, sls_str below, sls_arena *arena)
{
    sls_str path;
    const sls_status status = sls_arena_format(arena, &path, "%s/%.*s", folder, SLS_FMT(below));
    if (status == SLS_OK)
        sls_sweep_folder(path.ptr);
    return status;
}

static sls_status write_claims(sls_store *store, const char *folder, sls_ledger *ledger,
                               sls_arena *arena, sls_diag *diag)
{
    size_t count, kept = 0;
    const sls_stored *all = sls_store_articles(store, &count);
    const sls_stored **sorted = sls_arena_calloc(arena, count + 1, sizeof(sls_stored *));
    if (!sorted)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        if (all[i].file.len > 0)
            sorted[kept++] = &all[i];
    qsort(sorted, kept, sizeof *sorted, compare_files);
    sls_status status = sls_make_folders(folder, diag);
    sls_sweep_folder(folder);
    for (size_t first = 0, next; first < kept && status == SLS_OK; first = next) {
        next = first + 1;
        while (next < kept && sls_str_eq(sorted[next]->file, sorted[first]->file))
            next++;
        const sls_str below = sls_path_folder(sorted[first]->file);
        if (below.len > 0 &&
            (first == 0 || !sls_str_eq(below, sls_path_folder(sorted[first - 1]->file))))
            status = sweep_below(folder, below, arena);
        if (status == SLS_OK)
            status = write_file(store, folder, sorted + first, next - first, ledger, arena, diag);
    }
    return status;
}

static sls_status open_report(const char *folder, const char *name, sls_csv_dialect dialect,
                              sls_ledger *ledger, sls_arena *arena, sls_out **out, sls_diag *diag)
{
    sls_str path;
    sls_status status = path_of(folder, sls_str_of(name), arena, &path);
    if (status == SLS_OK)
        status = sls_out_open(path.ptr, out, diag);
    if (status != SLS_OK)
        return status;
    sls_out_note(*out, ledger, (sls_imprint){ 0, 0 });
    sls_csv_begin(*out, dialect);
    return SLS_OK;
}

/* Keeps what `out` holds when all went well, else leaves the old file. */
static sls_status close_report(sls_out *out, sls_status status, sls_diag *diag)
{
    if (status == SLS_OK)
        return sls_out_commit(out, diag);
    sls_out_abandon(out);
    return status;
}

static sls_status write_articles(const sls_store *store, const char *folder,
                                 sls_csv_dialect dialect, sls_ledger *ledger, sls_arena *arena,
                                 sls_diag *diag)
{
    size_t count;
    const sls_stored *articles = sls_store_articles(store, &count);
    sls_out *out;
    sls_status status = sls_make_folders(folder, diag);
    sls_sweep_folder(folder);
    if (status == SLS_OK)
        status = open_report(folder, "articles", dialect, ledger, arena, &out, diag);
    if (status != SLS_OK)
        return status;
    sls_articles_header(out);
    for (size_t i = 0; i < count; i++)
        if (articles[i].row.status != SLS_OK || sls_stored_is_article(&articles[i]))
            sls_articles_row(out, &articles[i].row);
    return sls_out_commit(out, diag);
}

sls_status sls_results_articles(sls_store *store, const char *claims, const char *reports,
                                sls_csv_dialect dialect, sls_ledger *ledger, sls_diag *diag)
{
    sls_arena *arena = sls_arena_new(0);
    sls_status status = arena ? write_claims(store, claims, ledger, arena, diag) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = write_articles(store, reports, dialect, ledger, arena, diag);
    sls_arena_free(arena);
    return status;
}

static sls_status write_findings(const char *folder, const char *name, bool conflicts,
                                 sls_csv_dialect dialect, sls_lang ui, const sls_findings *findings,
                                 sls_quiet *quiet, size_t jobs, sls_ledger *ledger,
                                 sls_arena *arena, sls_diag *diag)
{
    sls_out *out;
    sls_status status = open_report(folder, name, dialect, ledger, arena, &out, diag);
    if (status != SLS_OK)
        return status;
    size_t first = 0; /* agreement */
    while (first < findings->count && sls_verdict_is_conflict(findings->at[first].verdict))
        first++;
    sls_findings_header(out);
    status = conflicts ? sls_findings_print(out, ui, findings->at, first, jobs, NULL)
                       : sls_quiet_print(quiet, out, ui, findings->at + first,
                                         findings->count - first, jobs);
    return close_report(out, status, diag);
}

static sls_status write_facts(const char *folder, sls_csv_dialect dialect, sls_lang ui,
                              const sls_matching *matching, const sls_findings *findings,
                              sls_fact_record *record, sls_ledger *ledger, sls_arena *arena,
                              sls_diag *diag)
{
    sls_out *out;
    sls_status status = open_report(folder, "facts", dialect, ledger, arena, &out, diag);
    if (status != SLS_OK)
        return status;
    status = sls_facts_write(out, ui, matching->groups, matching->count, findings->at,
                             findings->count, record, arena);
    return close_report(out, status, diag);
}

enum { CONFLICTS, AGREEMENTS, FACTS, REPORTS };

/* Each report has its own thread, if there are any; what they note is put together afterwards. */
typedef struct {
    const char *folder;
    sls_csv_dialect dialect;
    sls_lang ui;
    const sls_matching *matching;
    const sls_findings *findings;
    sls_quiet *quiet;
    size_t jobs;
    bool noted; /* in the ledgers */
    sls_ledger ledgers[REPORTS];
    sls_diag diags[REPORTS];
} writing;

static sls_status write_report(void *context, size_t i)
{
    writing *const w = context;
    sls_ledger *const ledger = w->noted ? &w->ledgers[i] : NULL;
    sls_arena *const arena = w->ledgers[i].arena;
    if (!arena)
        return SLS_ENOMEM;
    if (i == FACTS)
        return write_facts(w->folder, w->dialect, w->ui, w->matching, w->findings,
                           sls_quiet_facts(w->quiet), ledger, arena, &w->diags[i]);
    return write_findings(w->folder, i == CONFLICTS ? "conflicts" : "agreements", i == CONFLICTS,
                          w->dialect, w->ui, w->findings, w->quiet, w->jobs, ledger, arena,
                          &w->diags[i]);
}

sls_status sls_results_findings(const char *reports, sls_csv_dialect dialect, sls_lang ui,
                                const sls_matching *matching, const sls_findings *findings,
                                sls_quiet *quiet, size_t jobs, sls_ledger *ledger, sls_diag *diag)
{
    writing w = { .folder = reports,
                  .dialect = dialect,
                  .ui = ui,
                  .matching = matching,
                  .findings = findings,
                  .quiet = quiet,
                  .jobs = jobs,
                  .noted = ledger != NULL };
    for (size_t i = 0; i < REPORTS; i++) {
        w.ledgers[i].arena = sls_arena_new(0);
        if (ledger)
            sls_ledger_share(ledger, &w.ledgers[i]);
    }
    const sls_status status = sls_crew_run(write_report, &w, REPORTS, jobs);
    for (size_t i = REPORTS; i-- > 0;)
        if (w.diags[i].status != SLS_OK)
            *diag = w.diags[i];
    for (size_t i = 0; i < REPORTS; i++) {
        if (ledger)
            sls_ledger_join(ledger, &w.ledgers[i]);
        sls_arena_free(w.ledgers[i].arena);
    }
    return status;
}
