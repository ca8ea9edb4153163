#include "report/progress.h"

#include "report/message.h"

enum { BAR = 20, TENTH_OF_MB = 100000, SECONDS_OF_MINUTE = 60 };

/* "8.4": tenths of a megabyte. */
static sls_status megabytes(sls_draft *draft, sls_lang ui, size_t bytes, sls_str *out)
{
    const size_t tenths = bytes / TENTH_OF_MB;
    return sls_arena_format(draft->arena, out, "%zu%s%zu", tenths / 10,
                            ui == SLS_LANG_ID ? "," : ".", tenths % 10);
}

static void bar(sls_draft *draft, size_t percent)
{
    sls_draft_add(draft, SLS_STR("["));
    for (size_t i = 0; i < BAR; i++) {
        const size_t filled = percent * BAR / 100;
        sls_draft_add(draft, i < filled ? SLS_STR("=") : i == filled ? SLS_STR(">") : SLS_STR(" "));
    }
    sls_draft_add(draft, SLS_STR("] "));
}

sls_status sls_progress_line(sls_lang ui, const sls_progress *p, sls_draft *draft)
{
    const size_t bytes = p->total > 0 && p->bytes > p->total ? p->total : p->bytes;
    const size_t rate = p->milliseconds > 0 ? bytes / p->milliseconds : 0; /* bytes a millisecond */
    sls_str percent = { 0 }, done, total = { 0 }, speed, left = { 0 }, articles, text;
    sls_status status = megabytes(draft, ui, bytes, &done);
    if (status == SLS_OK)
        status = megabytes(draft, ui, rate * 1000, &speed);
    if (status == SLS_OK)
        status = sls_arena_format(draft->arena, &articles, "%zu", p->articles);
    if (status == SLS_OK && p->total > 0)
        status = megabytes(draft, ui, p->total, &total);
    if (status == SLS_OK && p->total > 0 && !p->comparing) {
        /* in megabytes' tenths, which do not overflow when multiplied */
        const size_t share = (bytes / 1024) * 100 / (p->total / 1024 + 1);
        bar(draft, share);
        status = sls_arena_format(draft->arena, &percent, "%zu", share);
    }
    if (status == SLS_OK && p->total > 0 && rate > 0) {
        const size_t seconds = ((p->total - bytes) / rate + 999) / 1000;
        status = sls_arena_format(draft->arena, &left, "%zu:%02zu", seconds / SECONDS_OF_MINUTE,
                                  seconds % SECONDS_OF_MINUTE);
    }
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = {
        { "percent", SLS_ARG_TEXT, percent }, { "done", SLS_ARG_TEXT, done },
        { "total", SLS_ARG_TEXT, total },     { "speed", SLS_ARG_TEXT, speed },
        { "left", SLS_ARG_TEXT, left },       { "articles", SLS_ARG_TEXT, articles }
    };
    const sls_str key = p->comparing ? SLS_STR("progress-comparing") : SLS_STR("progress-reading");
    status =
        sls_message(ui, key, (sls_args){ args, sizeof args / sizeof *args }, draft->arena, &text);
    sls_draft_add(draft, text);
    return status;
}
