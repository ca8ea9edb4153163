/*
 * made_files.h - files made in a folder of their own, and what ingest makes of them.
 *
 * `set_up`, which goes into the folder, and `tear_down`, which removes it, belong in the file's
 * TestSuite. READ reads the named paths; `got` then holds what became of each record.
 */
#ifndef SLS_TESTS_MADE_FILES_H
#define SLS_TESTS_MADE_FILES_H

#include "ingest/ingest.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What became of one record: what next and decode say, together. */
typedef struct {
    sls_status status;
    sls_record record;
    sls_article article;
    sls_diag diag;
} outcome;

enum { MOST = 64 };

typedef struct {
    outcome at[MOST];
    size_t count;
} outcomes;

static char folder[] = "/tmp/selisih-ingest-XXXXXX";
static sls_arena *arena;
static outcomes got;

static inline void set_up(void)
{
    cr_assert(mkdtemp(folder) != NULL);
    cr_assert_eq(chdir(folder), 0);
    arena = sls_arena_new(0);
    cr_assert(arena != NULL);
}

static inline void tear_down(void)
{
    char command[128];

    sls_arena_free(arena);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(chdir("/"), 0);
    cr_assert_eq(system(command), 0);
}

static inline void put_bytes(const char *path, const char *bytes, size_t len)
{
    char parent[256];
    FILE *file;

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        snprintf(parent, sizeof parent, "%.*s", (int)(slash - path), path);
        mkdir(parent, 0777);
    }
    file = fopen(path, "wb");
    cr_assert(file != NULL, "%s", path);
    cr_assert_eq(fwrite(bytes, 1, len, file), len);
    cr_assert_eq(fclose(file), 0);
}

static inline void put(const char *path, const char *text)
{
    put_bytes(path, text, strlen(text));
}

static inline void read_paths(size_t max_bytes, size_t count, const char *const *paths)
{
    sls_ingest *ingest;

    got.count = 0;
    cr_assert_eq(sls_ingest_open(paths, count,
                                 (sls_ingest_limits){ max_bytes, sls_fields_own(), NULL }, &ingest),
                 SLS_OK);
    for (;;) {
        outcome *o = &got.at[got.count];

        cr_assert_lt(got.count, MOST);
        *o = (outcome){ .status = SLS_OK };
        o->status = sls_ingest_next(ingest, arena, &o->record, &o->diag);
        if (o->status == SLS_ENOTFOUND)
            break;
        if (o->status == SLS_OK)
            o->status = sls_ingest_decode(&o->record,
                                          (sls_ingest_limits){ max_bytes, sls_fields_own(), NULL },
                                          arena, &o->article, &o->diag);
        got.count++;
    }
    sls_ingest_close(ingest);
}

#define READ(...)                                                                                  \
    do {                                                                                           \
        const char *const paths_[] = { __VA_ARGS__ };                                              \
        read_paths(0, sizeof paths_ / sizeof *paths_, paths_);                                     \
    } while (0)

static inline void expect_str(sls_str s, const char *want, const char *what)
{
    cr_expect(sls_str_eq(s, sls_str_of(want)), "%s is '%.*s', not '%s'", what, SLS_FMT(s), want);
}

/* The ids of all articles that came through, then each failure as "!path:line", by spaces. */
static inline void expect_ids(const char *want)
{
    char text[2048] = "";

    for (size_t i = 0; i < got.count; i++) {
        const outcome *o = &got.at[i];
        const size_t len = strlen(text);

        if (o->status == SLS_OK)
            snprintf(text + len, sizeof text - len, "%s%.*s", len ? " " : "",
                     SLS_FMT(o->article.id));
        else
            snprintf(text + len, sizeof text - len, "%s!%s:%zu", len ? " " : "", o->diag.path,
                     o->diag.line);
    }
    cr_expect_str_eq(text, want);
}

static inline void expect_fault(size_t i, sls_status status, const char *message)
{
    cr_assert_lt(i, got.count);
    cr_expect_eq(got.at[i].status, status, "status %s", sls_status_text(got.at[i].status));
    cr_expect_eq(got.at[i].diag.status, status);
    cr_expect_str_eq(got.at[i].diag.message, message);
}

#endif
