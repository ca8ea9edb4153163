#include "cli/matched.h"

#include "base/crew.h"
#include "check/mix.h"
#include "check/past_file.h"
#include "cli/output.h"
#include "io/sweep.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    sls_survey *survey;
    sls_matched_claims of;
    sls_past now;
    bool remembers;
    sls_diag unsaved; /* why the cache of claims was not written */
    sls_diag unkept;  /* why `now` was not */
} matched;

static void complain(sls_survey *s, const sls_diag *diag)
{
    if (s->options->quiet)
        return;
    sls_meter_wipe(&s->meter);
    sls_complain("warning", diag);
}

/* --- what an article is known by --- */

/* Editors' aliases change the claims of any article. */
static sls_key key_of(const sls_stored *stored, sls_key known)
{
    XXH3_state_t state;
    if (!sls_key_is_known(stored->key))
        return (sls_key){ 0, 0 };
    sls_mix_begin(&state, known.low);
    sls_mix_number(&state, known.high);
    sls_mix_bytes(&state, &stored->key, sizeof stored->key);
    sls_mix_text(&state, stored->row.article); /* by its line, the same text may be another one */
    return sls_mix_key(&state);
}

/* Claims that cannot be read are an input that cannot be, not something that was matched. */
static sls_status told(sls_status status)
{
    return status == SLS_ESYNTAX ? SLS_EIO : status;
}

static sls_status peek(void *store, uint32_t number, sls_claim *room)
{
    return told(sls_store_peek(store, number, room));
}

static sls_status read(void *store, uint32_t number)
{
    return told(sls_store_read(store, number));
}

static sls_status list_articles(matched *m)
{
    size_t count, n = 0;
    sls_store *const store = m->survey->store;
    const sls_stored *const all = sls_store_articles(store, &count);
    sls_matched_article *const articles =
        sls_arena_alloc(m->survey->arena, (count + 1) * sizeof *articles);
    if (!articles)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        if (all[i].row.claims > 0)
            articles[n++] = (sls_matched_article){ .first = all[i].first,
                                                   .key = key_of(&all[i], m->survey->known),
                                                   .number = (uint32_t)i,
                                                   .waits = !sls_store_has_read(store, i) };
    m->of.articles = articles;
    m->of.article_count = n;
    m->of.source = (sls_claim_source){ peek, read, store };
    return SLS_OK;
}

/* --- matching --- */

sls_status sls_recollection_name(const sls_options *options, sls_arena *arena,
                                 sls_recollection *out)
{
    return sls_arena_format(arena, &out->path, "%s/links.cache", options->cache_dir);
}

void sls_recollection_read(sls_recollection *r)
{
    r->fault = (sls_diag){ 0 };
    if (r->path.len > 0)
        r->fault.status = sls_past_read(r->path.ptr, &r->past, &r->bytes, &r->fault);
}

void sls_recollection_forget(sls_recollection *r)
{
    free(r->bytes);
    r->bytes = NULL;
    r->past = (sls_past){ 0 };
}

static sls_status remember(matched *m)
{
    sls_survey *const s = m->survey;
    const sls_diag *const fault = &s->recollection.fault;
    if (!s->cache)
        return SLS_OK;
    m->remembers = true;
    if (fault->status != SLS_OK && fault->status != SLS_ENOTFOUND)
        complain(s, fault);
    return list_articles(m);
}

static sls_status match(matched *m)
{
    sls_survey *const s = m->survey;
    const sls_recollection *const r = &s->recollection;
    const sls_memory memory = { &m->of, r->bytes ? &r->past : NULL, &m->now };
    if (m->remembers)
        return sls_match(m->of.claims, m->of.count, &memory, s->options->jobs, s->arena,
                         &s->matching);
    const sls_status status = told(sls_store_read_all(s->store, s->options->jobs));
    return status != SLS_OK ? status
                            : sls_match(m->of.claims, m->of.count, NULL, s->options->jobs, s->arena,
                                        &s->matching);
}

/* Where memory is short it is left to the match. */
static sls_status match_alone(matched *m)
{
    sls_recollection_forget(&m->survey->recollection);
    sls_past_free(&m->now);
    m->remembers = false;
    return match(m);
}

/* What cannot have been is not gone by. */
static sls_status match_anew(matched *m)
{
    sls_diag diag;
    (void)sls_diag_set(&diag, SLS_ESYNTAX, m->survey->recollection.path.ptr, 0,
                       "what the last check matched is damaged: it is matched anew");
    complain(m->survey, &diag);
    sls_recollection_forget(&m->survey->recollection);
    sls_past_free(&m->now);
    return match(m);
}

/* Whatever the past says. */
static sls_status find_groups(matched *m)
{
    sls_status status = remember(m);
    if (status == SLS_OK)
        status = match(m);
    if (status == SLS_ESYNTAX)
        status = match_anew(m);
    if (status == SLS_ENOMEM && m->remembers)
        status = match_alone(m);
    sls_recollection_forget(&m->survey->recollection);
    return status;
}

/* The cache of claims is written meanwhile. */
enum { SAVING, MATCHING, BEGINNINGS };

static sls_status save_or_match(void *context, size_t part)
{
    matched *const m = context;
    if (part == MATCHING)
        return find_groups(m);
    sls_survey_save(m->survey, &m->unsaved);
    return SLS_OK;
}

/* --- comparing --- */

/* Reads the claims of a group that is to be compared. */
static sls_status read_group(const matched *m, const sls_group *group)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && i < group->count; i++) {
        const size_t claim = (size_t)(group->members[i].claim - m->of.claims);
        status = sls_matched_read(&m->of, sls_matched_article_of(&m->of, claim));
    }
    return status;
}

typedef struct {
    const matched *of;
    const bool *known; /* per group */
    size_t pieces;
} fetching;

static sls_status fetch_part(void *context, size_t piece)
{
    const fetching *const in = context;
    const matched *const m = in->of;
    const sls_matching *const matching = &m->survey->matching;
    const sls_piece groups = sls_piece_of(matching->count, in->pieces, piece);
    const sls_piece articles = sls_piece_of(m->of.article_count, in->pieces, piece);
    sls_status status = SLS_OK;
    for (size_t i = groups.first; status == SLS_OK && i < groups.end; i++)
        if (!in->known[i])
            status = read_group(m, &matching->groups[i]);
    for (size_t i = articles.first; status == SLS_OK && i < articles.end; i++)
        if (!sls_quiet_is_sound(m->survey->quiet, i))
            status = sls_matched_read(&m->of, i);
    return status;
}

/* Reads what is to be compared, with others or by itself. */
static sls_status read_compared(const matched *m, const bool *known)
{
    const sls_survey *const s = m->survey;
    const size_t jobs = s->options->jobs;
    fetching in = { m, known, sls_pieces_for(jobs) };
    return known ? sls_crew_run(fetch_part, &in, in.pieces, jobs)
                 : told(sls_store_read_all(s->store, jobs));
}

/* Per claim: whether it was not read. NULL when memory ran out. */
static bool *list_unread(const matched *m)
{
    bool *const unread = calloc(m->of.count + 1, sizeof *unread);
    for (size_t i = 0; unread && i < m->of.article_count; i++) {
        const sls_matched_article *const a = &m->of.articles[i];
        if (a->waits && !sls_store_has_read(m->survey->store, a->number))
            memset(unread + a->first, true, sls_matched_length(&m->of, i));
    }
    return unread;
}

static sls_status compare_known(matched *m, const bool *known)
{
    sls_survey *const s = m->survey;
    sls_status status = read_compared(m, known);
    bool *const unread = known && status == SLS_OK ? list_unread(m) : NULL;
    if (known && status == SLS_OK && !unread)
        status = SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_compare(s->matching.groups, s->matching.count, known, m->of.claims,
                             m->of.count, unread, s->options->jobs, s->arena, &s->findings);
    free(unread);
    return status;
}

/* Where memory is short it is left to what must be. */
static void drop_quiet(sls_survey *s)
{
    sls_quiet_close(s->quiet);
    s->quiet = NULL;
}

/* What the last check found of groups that are as it had them is not found again. */
static sls_status compare(matched *m)
{
    sls_survey *const s = m->survey;
    sls_diag fault = { 0 };
    bool whole = false;
    if (m->remembers && !s->unkept)
        s->quiet = sls_quiet_open(s->options, s->replay, s->cache, &fault);
    if (fault.status != SLS_OK)
        complain(s, &fault);
    if (sls_quiet_look(s->quiet, &s->matching, &m->of, s->options->jobs) != SLS_OK)
        drop_quiet(s);
    const bool all = !sls_quiet_known(s->quiet);
    sls_status status = compare_known(m, sls_quiet_known(s->quiet));
    if (status == SLS_OK && sls_quiet_hear(s->quiet, &s->findings, &whole) != SLS_OK) {
        drop_quiet(s);
        whole = !all;
    }
    if (status != SLS_OK || !whole)
        return status;
    status = compare_known(m, NULL);
    if (status == SLS_OK && sls_quiet_hear(s->quiet, &s->findings, &whole) != SLS_OK)
        drop_quiet(s);
    return status;
}

/* What was matched is written meanwhile, for the next check. */
enum { COMPARING, KEEPING, ENDINGS };

static sls_status compare_or_keep(void *context, size_t part)
{
    matched *const m = context;
    if (part == COMPARING)
        return compare(m);
    if (!m->remembers || m->survey->unkept || m->now.article_count == 0)
        return SLS_OK;
    sls_sweep_beside(m->survey->recollection.path.ptr);
    m->unkept.status = sls_past_write(m->survey->recollection.path.ptr, &m->now, &m->unkept);
    sls_past_free(&m->now);
    return SLS_OK;
}

static void complain_unkept(matched *m)
{
    sls_diag why = { 0 };
    if (m->unkept.status == SLS_OK || m->survey->options->quiet)
        return;
    (void)sls_diag_set(&why, m->unkept.status, m->unkept.path, 0,
                       "what was matched is not kept: %.400s", m->unkept.message);
    complain(m->survey, &why);
    sls_replay_spoil(m->survey->replay);
}

sls_status sls_survey_match(sls_survey *s, sls_diag *diag)
{
    matched *const m = sls_arena_calloc(s->arena, 1, sizeof *m); /* the claims' list stays */
    if (!m)
        return SLS_ENOMEM;
    m->survey = s;
    m->of.claims = sls_store_claims(s->store, &m->of.count);
    sls_status status = sls_crew_run(save_or_match, m, BEGINNINGS, s->options->jobs);
    sls_survey_saved(s, &m->unsaved);
    if (status == SLS_OK)
        status = sls_crew_run(compare_or_keep, m, ENDINGS, s->options->jobs);
    complain_unkept(m);
    sls_past_free(&m->now);
    return status == SLS_EIO ? sls_cache_refuse(status, diag) : status;
}
