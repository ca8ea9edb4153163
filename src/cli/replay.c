#include "cli/replay.h"

#include "check/mix.h"
#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/output.h"
#include "cli/record.h"
#include "ingest/inputs.h"
#include "io/sweep.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What a check may tell and still be kept: more is quicker found anew than read. */
#define TOLD_MOST ((size_t)64 << 20)

struct sls_replay {
    const sls_options *options;
    sls_arena *arena;
    sls_str path;
    sls_check_record last, own;
    bool has_last; /* and it was asked the same */
    bool spoilt;
    bool begun;               /* articles are hashed */
    const sls_inputs *inputs; /* while they are read */
    bool unsure;              /* what could not be read may be another time, with the same marks */
    bool read;                /* all of them are */
    size_t whole;             /* articles in which nothing is wrong */
    size_t told;              /* bytes */
    sls_out *printed;
    XXH3_state_t *articles;
};

static void mix_diag(XXH3_state_t *state, const sls_diag *diag)
{
    sls_mix_number(state, (uint64_t)diag->status);
    sls_mix_number(state, diag->line);
    sls_mix_number(state, diag->column);
    sls_mix_text(state, sls_str_of(diag->path));
    sls_mix_text(state, sls_str_of(diag->message));
}

/* --- what a check is asked --- */

static void mix_values(XXH3_state_t *state, const sls_values *values)
{
    sls_mix_number(state, values->count);
    for (size_t i = 0; i < values->count; i++)
        sls_mix_text(state, sls_str_of(values->at[i]));
}

static void mix_options(XXH3_state_t *state, const sls_options *o)
{
    const char *const texts[] = { o->claims,  o->reports,  o->baseline,
                                  o->aliases, o->verified, o->decisions };
    const uint64_t numbers[] = { o->max_bytes,    o->max_findings,      (uint64_t)o->fail_level,
                                 (uint64_t)o->ui, (uint64_t)o->dialect, sls_use_color(o->color),
                                 o->quiet,        o->verbose,           o->statistics };
    sls_mix_number(state, o->path_count);
    for (size_t i = 0; i < o->path_count; i++)
        sls_mix_text(state, sls_str_of(o->paths[i]));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sls_mix_number(state, texts[i] != NULL);
        sls_mix_text(state, sls_str_of(texts[i]));
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sls_mix_number(state, numbers[i]);
    for (size_t i = 0; i < SLS_FIELDS; i++)
        sls_mix_text(state, sls_str_of(o->fields.at[i]));
    mix_values(state, &o->output);
    mix_values(state, &o->select);
    mix_values(state, &o->ignore);
    mix_values(state, &o->severity);
}

/* By the day decisions expire: without them today is a day like any other. */
static sls_status see_decision(void *context, const char *path, sls_str text, sls_diag *diag)
{
    XXH3_state_t *const state = context;
    sls_mix_number(state, 1);
    return sls_knowledge_mix(state, path, text, diag);
}

static sls_status mix_baseline(XXH3_state_t *state, const char *path, sls_arena *arena)
{
    sls_diag diag;
    sls_str text;
    if (!path)
        return SLS_OK;
    const sls_status status = sls_file_read(path, 0, arena, &text, &diag);
    sls_mix_number(state, (uint64_t)status);
    if (status == SLS_OK)
        sls_mix_text(state, text);
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

/* False: something of it cannot be read. */
static bool ask(const sls_options *o, sls_key *out)
{
    XXH3_state_t state;
    sls_diag diag;
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    sls_mix_begin(&state, (uint64_t)o->command);
    mix_options(&state, o);
    if (status == SLS_OK)
        status = sls_knowledge_visit(o, scratch, sls_knowledge_mix, &state, &diag);
    if (status == SLS_OK) {
        const sls_key before = sls_mix_key(&state);
        status = sls_decisions_visit(o, scratch, see_decision, &state, &diag);
        if (!sls_key_eq(before, sls_mix_key(&state)))
            sls_mix_number(&state, (uint64_t)(int64_t)o->today);
    }
    if (status == SLS_OK)
        status = mix_baseline(&state, o->baseline, scratch);
    *out = sls_mix_key(&state);
    sls_arena_free(scratch);
    return status == SLS_OK;
}

/* What git says, what stands in a baseline afterwards and what comes by a pipe is not foreseen. */
static bool can_be_kept(const sls_options *o)
{
    if (o->command != SLS_COMMAND_CHECK || o->no_cache || o->changed.count > 0 || o->since ||
        o->write_baseline || o->prune_baseline)
        return false;
    for (size_t i = 0; i < o->path_count; i++)
        if (strcmp(o->paths[i], "-") == 0)
            return false;
    const char *const summary = getenv("GITHUB_STEP_SUMMARY");
    return !summary || !*summary;
}

/* --- open and close --- */

static void read_last(sls_replay *r)
{
    sls_diag diag = { 0 };
    sls_check_record last = { .ledger = { .arena = r->arena } };
    const sls_status status = sls_record_read(r->path.ptr, &last, &diag);
    r->last = last;
    r->has_last = status == SLS_OK && sls_key_eq(last.asked, r->own.asked);
    if (status == SLS_ESYNTAX && !r->options->quiet)
        sls_complain("warning", &diag);
}

sls_replay *sls_replay_open(const sls_options *options)
{
    sls_key asked;
    sls_replay *const r =
        can_be_kept(options) && ask(options, &asked) ? calloc(1, sizeof *r) : NULL;
    if (!r)
        return NULL;
    r->options = options;
    r->own.asked = asked;
    r->arena = sls_arena_new(0);
    r->articles = aligned_alloc(64, (sizeof *r->articles + 63) / 64 * 64);
    r->own.ledger.arena = r->arena;
    if (!r->arena || !r->articles ||
        sls_arena_format(r->arena, &r->path, "%s/check.cache", options->cache_dir) != SLS_OK) {
        sls_replay_close(r);
        return NULL;
    }
    read_last(r);
    return r;
}

void sls_replay_close(sls_replay *r)
{
    if (!r)
        return;
    sls_out_abandon(r->printed);
    sls_arena_free(r->arena);
    free(r->articles);
    free(r);
}

/* --- what is read --- */

/* 0 when one of them is no regular file, or was changed within the clock's grain. */
static sls_key marks_of(const sls_inputs *inputs)
{
    XXH3_state_t state;
    const int64_t now = time(NULL);
    sls_mix_begin(&state, 0);
    for (size_t i = 0; i < inputs->count; i++) {
        const sls_input *const input = &inputs->at[i];
        sls_file_mark mark;
        sls_mix_text(&state, sls_str_of(input->path));
        sls_mix_text(&state, input->file);
        sls_mix_number(&state, (uint64_t)input->container);
        sls_mix_facts(&state, &input->facts);
        sls_mix_number(&state, input->fault != NULL);
        if (input->fault) {
            mix_diag(&state, input->fault);
            continue;
        }
        if (!sls_file_mark_of(input->path, &mark) || sls_file_mark_is_fresh(&mark, now))
            return (sls_key){ 0, 0 };
        sls_mix_bytes(&state, &mark, sizeof mark);
    }
    return sls_mix_key(&state);
}

void sls_replay_begin(sls_replay *r, const sls_inputs *inputs, uint64_t seed)
{
    if (!r)
        return;
    if (r->options->cache_strategy == SLS_CACHE_BY_STAT)
        r->own.marks = marks_of(inputs);
    sls_mix_begin(r->articles, seed);
    r->inputs = inputs;
    r->begun = true;
    if (r->has_last && sls_ledger_follow(&r->own.ledger, &r->last.ledger) != SLS_OK)
        r->own.ledger.before = NULL;
}

static bool may_pass(sls_status status)
{
    return status == SLS_EIO || status == SLS_ENOMEM || status == SLS_ENOTFOUND;
}

void sls_replay_article(sls_replay *r, const sls_result *result, const sls_cached *cached)
{
    if (!r || !r->begun)
        return;
    sls_mix_number(r->articles, result->diag != NULL);
    sls_mix_number(r->articles, result->input);
    sls_mix_number(r->articles, result->line);
    sls_mix_text(r->articles, result->row.path);
    sls_mix_text(r->articles, result->file);
    if (!result->diag) {
        r->whole++;
        sls_mix_bytes(r->articles, &cached->key, sizeof cached->key);
        return;
    }
    /* what is wrong with an input by itself is found again before its mark is asked for */
    r->unsure |= may_pass(result->diag->status) && !r->inputs->at[result->input].fault;
    sls_mix_number(r->articles, result->made);
    sls_mix_number(r->articles, result->row.bytes);
    sls_mix_number(r->articles, (uint64_t)result->row.status);
    sls_mix_text(r->articles, result->row.article);
    sls_mix_text(r->articles, result->row.source);
    sls_mix_text(r->articles, result->row.published);
    sls_mix_text(r->articles, result->row.lang);
    sls_mix_text(r->articles, result->row.reason);
    mix_diag(r->articles, result->diag);
}

/* --- what is told --- */

static void say(sls_replay *r, bool aside, sls_str text)
{
    sls_spoken spoken = { .aside = aside, .reading = !r->read };
    r->told += text.len;
    sls_spoken *const at = r->told <= TOLD_MOST ? sls_vec_push(&r->own.told, r->arena) : NULL;
    if (!at || sls_arena_copy(r->arena, text, &spoken.text) != SLS_OK)
        r->spoilt = true;
    if (at)
        *at = spoken;
}

void sls_replay_aside(sls_replay *r, sls_str bytes)
{
    if (r && !r->spoilt)
        say(r, true, bytes);
}

void sls_replay_complaint(sls_replay *r, const char *severity, const sls_diag *diag)
{
    sls_str text;
    if (!r || r->spoilt)
        return;
    if (sls_complaint(severity, diag, r->arena, &text) == SLS_OK)
        say(r, true, text);
    else
        r->spoilt = true;
}

sls_key sls_replay_asked(const sls_replay *r)
{
    return r ? r->own.asked : (sls_key){ 0, 0 };
}

sls_ledger *sls_replay_ledger(sls_replay *r)
{
    return r && !r->spoilt ? &r->own.ledger : NULL;
}

void sls_replay_print(sls_replay *r, sls_out *out)
{
    sls_diag diag;
    if (!r || r->spoilt)
        return;
    if (sls_out_open(NULL, &r->printed, &diag) == SLS_OK)
        sls_out_set_copy(out, r->printed, TOLD_MOST);
    else
        r->spoilt = true;
}

void sls_replay_printed(sls_replay *r)
{
    sls_diag diag;
    if (!r || !r->printed)
        return;
    say(r, false, sls_out_text(r->printed));
    r->spoilt |= sls_out_commit(r->printed, &diag) != SLS_OK;
    r->printed = NULL;
}

void sls_replay_spoil(sls_replay *r)
{
    if (r)
        r->spoilt = true;
}

/* --- telling it again --- */

static bool holds(sls_ledger *ledger, bool *renewed)
{
    for (size_t i = 0; i < ledger->rows.len; i++)
        if (!sls_ledger_holds(&ledger->rows.at[i], renewed))
            return false;
    return true;
}

/* As a run that writes does: what a killed one left goes. */
static void sweep(const sls_ledger *ledger)
{
    sls_str last = { NULL, SIZE_MAX };
    for (size_t i = 0; i < ledger->rows.len; i++) {
        const sls_str folder = sls_path_folder(ledger->rows.at[i].path);
        if (folder.len != last.len || !sls_str_eq(folder, last))
            sls_sweep_beside(ledger->rows.at[i].path.ptr);
        last = folder;
    }
}

static int tell(const sls_replay *r, bool reading)
{
    sls_output output = { 0 };
    sls_diag diag = { 0 };
    for (size_t i = 0; i < r->last.told.len; i++) {
        const sls_spoken *const s = &r->last.told.at[i];
        if (s->reading && !reading)
            continue;
        if (s->aside)
            sls_output_aside(s->text);
        else
            (void)sls_output_write(&output, s->text);
    }
    const sls_status status = sls_output_end(&output, &diag);
    if (status == SLS_OK)
        return r->last.code;
    sls_fail(status, &diag);
    return SLS_EXIT_TROUBLE;
}

/* What this run had to read the next need not; where it cannot be kept, it need. */
static void renew(const sls_replay *r)
{
    sls_diag diag;
    sls_sweep_beside(r->path.ptr);
    if (sls_record_write(r->path.ptr, &r->last, &diag) != SLS_OK)
        return;
}

/* `reading`: what was told while articles were read is told too. */
static bool tell_again(sls_replay *r, bool reading, int *code)
{
    bool renewed = !sls_key_eq(r->last.marks, r->own.marks);
    if (!holds(&r->last.ledger, &renewed))
        return false;
    sweep(&r->last.ledger);
    *code = tell(r, reading);
    r->last.marks = r->own.marks;
    if (renewed)
        renew(r);
    return true;
}

bool sls_replay_whole(sls_replay *r, int *code)
{
    sls_inputs inputs;
    if (!r || !r->has_last || !sls_key_is_known(r->last.marks) ||
        r->options->cache_strategy != SLS_CACHE_BY_STAT)
        return false;
    const char *const outputs[] = { r->options->claims, r->options->reports, NULL };
    sls_arena *const scratch = sls_arena_new(0);
    const sls_status status = scratch ? sls_inputs_list(r->options->paths, r->options->path_count,
                                                        outputs, scratch, &inputs)
                                      : SLS_ENOMEM;
    r->own.marks = status == SLS_OK ? marks_of(&inputs) : (sls_key){ 0, 0 };
    sls_arena_free(scratch);
    return sls_key_eq(r->own.marks, r->last.marks) && tell_again(r, true, code);
}

bool sls_replay_rest(sls_replay *r, int *code)
{
    if (!r || !r->begun)
        return false;
    r->read = true;
    r->inputs = NULL;
    if (r->unsure)
        r->own.marks = (sls_key){ 0, 0 };
    r->own.articles = sls_mix_key(r->articles);
    return r->has_last && !r->spoilt && sls_key_eq(r->own.articles, r->last.articles) &&
           tell_again(r, false, code);
}

bool sls_replay_keeps(const sls_replay *r)
{
    return r && !r->spoilt && r->read && !r->own.ledger.lost && r->whole > 0;
}

sls_status sls_replay_save(sls_replay *r, int code, sls_diag *diag)
{
    sls_key asked;
    if (!sls_replay_keeps(r))
        return SLS_OK;
    /* what editors wrote while it ran, this check may or may not have seen */
    if (!ask(r->options, &asked) || !sls_key_eq(asked, r->own.asked))
        return SLS_OK;
    r->own.code = code;
    sls_sweep_beside(r->path.ptr);
    return sls_record_write(r->path.ptr, &r->own, diag);
}
