#include "base/crew.h"

#include <pthread.h>
#include <stdbool.h>

#define THREADS_MAX 64

typedef struct {
    sls_crew_work *work;
    void *context;
    pthread_mutex_t lock; /* of what follows */
    size_t next, count;
    size_t failed; /* the first piece that did; `count`: none */
    sls_status status;
} crew;

static bool take(crew *c, size_t *piece)
{
    pthread_mutex_lock(&c->lock);
    const bool some = c->next < c->count && c->failed == c->count;
    *piece = c->next;
    c->next += some;
    pthread_mutex_unlock(&c->lock);
    return some;
}

static void fail(crew *c, size_t piece, sls_status status)
{
    pthread_mutex_lock(&c->lock);
    if (piece < c->failed) {
        c->failed = piece;
        c->status = status;
    }
    pthread_mutex_unlock(&c->lock);
}

static void *labour(void *context)
{
    crew *const c = context;
    for (size_t piece; take(c, &piece);) {
        const sls_status status = c->work(c->context, piece);
        if (status != SLS_OK)
            fail(c, piece, status);
    }
    return NULL;
}

sls_status sls_crew_run(sls_crew_work *work, void *context, size_t count, size_t jobs)
{
    pthread_t threads[THREADS_MAX];
    size_t started = 0;
    crew c = { .work = work,
               .context = context,
               .lock = PTHREAD_MUTEX_INITIALIZER,
               .count = count,
               .failed = count,
               .status = SLS_OK };
    while (started + 1 < jobs && started + 1 < count && started < THREADS_MAX &&
           pthread_create(&threads[started], NULL, labour, &c) == 0)
        started++;
    (void)labour(&c);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    return c.status;
}
