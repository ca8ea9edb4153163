#include "cli/meter.h"

#include "cli/output.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_MS = 500, EVERY_MS = 100 };

static uint64_t now(void)
{
    struct timespec at;
    if (clock_gettime(CLOCK_MONOTONIC, &at) != 0)
        return 0;
    return (uint64_t)at.tv_sec * 1000 + (uint64_t)at.tv_nsec / 1000000;
}

void sls_meter_begin(sls_meter *meter, sls_lang ui, bool quiet, sls_arena *arena)
{
    const char *const terminal = getenv("TERM");
    *meter = (sls_meter){ .ui = ui, .arena = arena, .began = now() };
    meter->on =
        arena && !quiet && terminal && strcmp(terminal, "dumb") != 0 && isatty(STDERR_FILENO);
}

static void show(sls_meter *meter)
{
    const uint64_t at = now();
    sls_str text;
    if (!meter->on || at - meter->began < FIRST_MS || at - meter->shown < EVERY_MS)
        return;
    meter->shown = at;
    meter->progress.milliseconds = (size_t)(at - meter->began);
    sls_arena_reset(meter->arena);
    sls_draft draft = { .arena = meter->arena };
    sls_draft_add(&draft, SLS_STR("\r\033[K"));
    if (sls_progress_line(meter->ui, &meter->progress, &draft) != SLS_OK ||
        sls_draft_done(&draft, &text) != SLS_OK)
        return;
    sls_output_aside(text);
    meter->visible = true;
}

void sls_meter_add(sls_meter *meter, size_t articles, size_t bytes)
{
    meter->progress.articles += articles;
    meter->progress.bytes += bytes;
    show(meter);
}

void sls_meter_compare(sls_meter *meter)
{
    meter->progress.comparing = true;
    meter->shown = 0;
    show(meter);
}

void sls_meter_wipe(sls_meter *meter)
{
    if (meter->visible)
        sls_output_aside(SLS_STR("\r\033[K"));
    meter->visible = false;
    meter->shown = 0;
}

bool sls_complain_of(const sls_result *result, bool quiet, sls_meter *meter)
{
    if (result->diag || result->notice)
        sls_meter_wipe(meter);
    if (result->diag)
        sls_complain("error", result->diag);
    if (result->notice && !quiet)
        sls_complain("warning", result->notice);
    return result->diag != NULL;
}
