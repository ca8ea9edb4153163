#include "check/pipeline.h"

#include <assert.h>
#include <pthread.h>

#define JOBS_MAX 64
/* An article's tokens, pattern tape and claims take up to 100 times its bytes, with room to spare.
 */
#define ARENA_FLOOR    ((size_t)64 << 20)
#define ARENA_PER_BYTE 200

typedef struct {
    sls_ingest *ingest;
    const sls_grammar *grammar;
    const sls_stage *stage;
    sls_pipeline_limits limits;

    pthread_mutex_t input; /* guards ingest, read and next_serial */
    bool ended;
    size_t next_serial;

    pthread_mutex_t state; /* guards the rest */
    pthread_cond_t changed;
    bool stop;
    size_t idle_count, total, workers; /* total: SIZE_MAX until the input has ended */
    sls_batch *idle[2 * JOBS_MAX];
    sls_batch *ready[2 * JOBS_MAX]; /* by serial modulo `slots` */
    size_t slots;
    sls_status failed;
} pipeline;

/* Hands a finished batch to the stage. `*more`: the run goes on. */
static sls_status take(const pipeline *p, sls_batch *b, bool *more, sls_diag *diag)
{
    sls_status status = b->status;
    *more = false;
    if (status != SLS_OK) {
        if (diag)
            *diag = b->diag;
        return status;
    }
    const sls_str text = sls_out_text(b->text);
    *more = p->stage->take(p->stage->context, b->results, b->count, text) && !b->last;
    status = sls_batch_close(b, diag);
    *more = *more && status == SLS_OK;
    return status;
}

static size_t arena_limit(sls_pipeline_limits limits)
{
    return ARENA_FLOOR + limits.ingest.max_bytes * ARENA_PER_BYTE;
}

/* Everything in the calling thread. */
static sls_status run_alone(const pipeline *p, sls_diag *diag)
{
    sls_reader *reader = NULL;
    sls_batch *b = sls_batch_new();
    sls_arena *arena = sls_arena_new(arena_limit(p->limits));
    sls_status status = b && arena ? sls_reader_new(p->grammar, &reader) : SLS_ENOMEM;
    for (bool more = status == SLS_OK; more;) {
        sls_batch_fill(b, p->ingest);
        sls_batch_work(b, p->stage, p->limits.ingest, reader, arena);
        status = take(p, b, &more, diag);
    }
    sls_reader_free(reader);
    sls_arena_free(arena);
    sls_batch_free(b);
    return status;
}

/* An idle batch, or NULL when the run is over. */
static sls_batch *wait_idle(pipeline *p)
{
    pthread_mutex_lock(&p->state);
    while (!p->stop && p->idle_count == 0)
        pthread_cond_wait(&p->changed, &p->state);
    sls_batch *b = p->stop ? NULL : p->idle[--p->idle_count];
    pthread_mutex_unlock(&p->state);
    return b;
}

/* Fills `b` with what comes next; false when nothing does. */
static bool read_next(pipeline *p, sls_batch *b, size_t *serial)
{
    pthread_mutex_lock(&p->input);
    const bool open = !p->ended;
    if (open) {
        sls_batch_fill(b, p->ingest);
        *serial = p->next_serial++;
        p->ended = b->last || b->status != SLS_OK;
    }
    pthread_mutex_unlock(&p->input);
    return open;
}

static void *worker(void *argument)
{
    pipeline *p = argument;
    sls_reader *reader = NULL;
    sls_arena *arena = sls_arena_new(arena_limit(p->limits));
    sls_status status = arena ? sls_reader_new(p->grammar, &reader) : SLS_ENOMEM;
    for (sls_batch *b; status == SLS_OK && (b = wait_idle(p)) != NULL;) {
        size_t serial;
        const bool open = read_next(p, b, &serial);
        if (open)
            sls_batch_work(b, p->stage, p->limits.ingest, reader, arena);
        pthread_mutex_lock(&p->state);
        if (open)
            p->ready[serial % p->slots] = b;
        else
            p->idle[p->idle_count++] = b;
        pthread_cond_broadcast(&p->changed);
        pthread_mutex_unlock(&p->state);
        if (!open)
            break;
    }
    pthread_mutex_lock(&p->state);
    p->workers--;
    if (status != SLS_OK)
        p->failed = status;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->state);
    sls_reader_free(reader);
    sls_arena_free(arena);
    return NULL;
}

/* The batch of `serial`, or NULL when no worker is left that could make it. */
static sls_batch *wait_ready(pipeline *p, size_t serial)
{
    pthread_mutex_lock(&p->state);
    sls_batch **slot = &p->ready[serial % p->slots];
    while (!*slot && p->workers > 0)
        pthread_cond_wait(&p->changed, &p->state);
    sls_batch *b = *slot;
    *slot = NULL;
    pthread_mutex_unlock(&p->state);
    return b;
}

static void give_back(pipeline *p, sls_batch *b)
{
    pthread_mutex_lock(&p->state);
    p->idle[p->idle_count++] = b;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->state);
}

static void stop_workers(pipeline *p)
{
    pthread_mutex_lock(&p->state);
    p->stop = true;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->state);
}

/* Takes batches in order until the last one. */
static sls_status consume(pipeline *p, sls_diag *diag)
{
    sls_status status = SLS_OK;
    bool more = true;
    for (size_t serial = 0; more; serial++) {
        sls_batch *b = wait_ready(p, serial);
        if (!b)
            return SLS_ENOMEM;
        status = take(p, b, &more, diag);
        give_back(p, b);
    }
    return status;
}

static sls_status run_threads(pipeline *p, sls_diag *diag)
{
    pthread_t threads[JOBS_MAX];
    size_t started = 0;
    pthread_mutex_lock(&p->state);
    while (started < p->limits.jobs && pthread_create(&threads[started], NULL, worker, p) == 0)
        started++;
    p->workers = started;
    pthread_mutex_unlock(&p->state);
    const sls_status status = started > 0 ? consume(p, diag) : run_alone(p, diag);
    stop_workers(p);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    return status;
}

sls_status sls_pipeline_run(sls_ingest *ingest, const sls_grammar *grammar, const sls_stage *stage,
                            sls_pipeline_limits limits, sls_diag *diag)
{
    assert(limits.jobs >= 1 && limits.jobs <= JOBS_MAX);
    pipeline p = { .ingest = ingest,
                   .grammar = grammar,
                   .stage = stage,
                   .limits = limits,
                   .input = PTHREAD_MUTEX_INITIALIZER,
                   .state = PTHREAD_MUTEX_INITIALIZER,
                   .changed = PTHREAD_COND_INITIALIZER,
                   .slots = 2 * limits.jobs };
    sls_diag why = { 0 };
    sls_status status = SLS_OK;
    if (stage->begin)
        stage->begin(stage->context, ingest);
    if (limits.jobs == 1) {
        status = run_alone(&p, &why);
    } else {
        while (p.idle_count < p.slots && status == SLS_OK) {
            sls_batch *b = sls_batch_new();
            if (b)
                p.idle[p.idle_count++] = b;
            else
                status = SLS_ENOMEM;
        }
        if (status == SLS_OK)
            status = run_threads(&p, &why);
        for (size_t i = 0; i < p.idle_count; i++)
            sls_batch_free(p.idle[i]);
        for (size_t i = 0; i < p.slots; i++)
            sls_batch_free(p.ready[i]);
    }
    if (status != SLS_OK && why.status == SLS_OK)
        sls_diag_set(&why, status, NULL, 0, "out of memory");
    if (status != SLS_OK && diag)
        *diag = why;
    return status;
}

sls_status sls_pipeline_over(const char *const *paths, size_t count, const sls_stage *stage,
                             sls_pipeline_limits limits, sls_diag *diag)
{
    sls_grammar *grammar = NULL;
    sls_ingest *ingest = NULL;
    sls_status status = sls_grammar_new(&grammar, diag);
    if (status == SLS_OK)
        status = sls_ingest_open(paths, count, limits.ingest, &ingest);
    if (status == SLS_OK)
        status = sls_pipeline_run(ingest, grammar, stage, limits, diag);
    sls_ingest_close(ingest);
    sls_grammar_free(grammar);
    return status;
}
