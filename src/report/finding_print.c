/* Rows of findings by several threads: each makes a stretch of them and writes it in its turn. */
#include "base/crew.h"
#include "report/finding_csv.h"

#include <pthread.h>
#include <stdlib.h>

enum { STRETCH = 4096 }; /* rows, some 2 MB of text */

/* What a thread makes rows with; the next one takes what another has left. */
typedef struct desk {
    struct desk *next;
    sls_out *page; /* in memory */
    sls_arena *scratch;
    sls_arena *kept; /* of `phrases` */
    sls_phrases phrases;
} desk;

typedef struct {
    sls_out *out;
    sls_lang ui;
    const sls_finding *findings;
    size_t count;
    uint32_t *sizes;      /* of the rows; or NULL */
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t passed;
    size_t turn; /* the stretch that is written next */
    desk *free;
} printing;

static void remove_desk(desk *d)
{
    sls_out_abandon(d->page);
    sls_arena_free(d->scratch);
    sls_arena_free(d->kept);
    free(d);
}

static desk *new_desk(int dialect)
{
    desk *const d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->scratch = sls_arena_new(0);
    d->kept = sls_arena_new(0);
    sls_phrases_init(&d->phrases, d->kept);
    if (!d->scratch || !d->kept || sls_out_open(NULL, &d->page, NULL) != SLS_OK) {
        remove_desk(d);
        return NULL;
    }
    sls_out_set_style(d->page, dialect);
    return d;
}

/* NULL when memory ran out. */
static desk *sit_down(printing *p)
{
    pthread_mutex_lock(&p->lock);
    desk *const d = p->free;
    if (d)
        p->free = d->next;
    pthread_mutex_unlock(&p->lock);
    return d ? d : new_desk(sls_out_style(p->out));
}

static void wait_for_turn(printing *p, size_t i)
{
    pthread_mutex_lock(&p->lock);
    while (p->turn != i)
        pthread_cond_wait(&p->passed, &p->lock);
    pthread_mutex_unlock(&p->lock);
}

/* Whoever is next may write; `d` may be NULL. */
static void pass(printing *p, desk *d)
{
    pthread_mutex_lock(&p->lock);
    p->turn++;
    if (d) {
        d->next = p->free;
        p->free = d;
    }
    pthread_cond_broadcast(&p->passed);
    pthread_mutex_unlock(&p->lock);
}

/* A stretch that fails passes its turn all the same: those behind it are waiting. */
static sls_status print(void *context, size_t i)
{
    printing *const p = context;
    const size_t first = i * STRETCH, left = p->count - first;
    desk *const d = sit_down(p);
    sls_status status = d ? sls_out_empty(d->page, NULL) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_findings_rows(d->page, p->ui, &d->phrases, p->findings + first,
                                   left < STRETCH ? left : STRETCH,
                                   p->sizes ? p->sizes + first : NULL, d->scratch);
    wait_for_turn(p, i);
    if (status == SLS_OK)
        sls_out_take(p->out, d->page);
    pass(p, d);
    return status;
}

sls_status sls_findings_print(sls_out *out, sls_lang ui, const sls_finding *findings, size_t count,
                              size_t jobs, uint32_t *sizes)
{
    printing p = { .out = out,
                   .ui = ui,
                   .findings = findings,
                   .count = count,
                   .sizes = sizes,
                   .lock = PTHREAD_MUTEX_INITIALIZER,
                   .passed = PTHREAD_COND_INITIALIZER };
    const sls_status status = sls_crew_run(print, &p, (count + STRETCH - 1) / STRETCH, jobs);
    while (p.free) {
        desk *const d = p.free;
        p.free = d->next;
        remove_desk(d);
    }
    return status;
}
