#include "cli/output.h"

#include "report/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether the run ends as it should; a function that exit calls knows no context. */
static bool ended;

static void give_up(void)
{
    if (!ended)
        _exit(2);
}

void sls_output_end_run(void)
{
    ended = true;
}

void sls_output_begin(void)
{
    (void)atexit(give_up);
    const struct sigaction ignore = { .sa_handler = SIG_IGN };
    (void)sigaction(SIGPIPE, &ignore, NULL);
    (void)sigaction(SIGXFSZ, &ignore, NULL); /* write says EFBIG then, which is told */
}

/* 0, or the errno that stopped it. */
static int write_all(int to, sls_str bytes)
{
    while (bytes.len > 0) {
        const ssize_t n = write(to, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        bytes = sls_str_slice(bytes, (size_t)n, SIZE_MAX);
    }
    return 0;
}

bool sls_output_write(sls_output *output, sls_str bytes)
{
    if (output->closed || output->failed)
        return false;
    output->error = write_all(STDOUT_FILENO, bytes);
    output->closed = output->error == EPIPE;
    output->failed = output->error != 0 && !output->closed;
    return output->error == 0;
}

sls_status sls_output_end(const sls_output *output, sls_diag *diag)
{
    if (!output->failed)
        return SLS_OK;
    char reason[128];
    if (strerror_r(output->error, reason, sizeof reason) != 0)
        reason[0] = 0;
    return sls_diag_set(diag, SLS_EIO, NULL, 0, "cannot write to standard output: %s", reason);
}

sls_status sls_output_print(sls_str text, sls_diag *diag)
{
    sls_output output = { 0 };
    (void)sls_output_write(&output, text);
    return sls_output_end(&output, diag);
}

void sls_output_aside(sls_str bytes)
{
    (void)write_all(STDERR_FILENO, bytes); /* there is no one left to tell */
}

sls_status sls_complaint(const char *severity, const sls_diag *diag, sls_arena *arena, sls_str *out)
{
    sls_draft line = { .arena = arena, .failed = !arena };
    sls_draft_add(&line, sls_str_of(severity));
    sls_draft_add(&line, SLS_STR(": "));
    if (diag->path[0]) {
        sls_terminal_text(&line, sls_str_of(diag->path));
        sls_draft_add(&line, SLS_STR(":"));
        if (diag->line > 0) {
            sls_draft_number(&line, diag->line);
            sls_draft_add(&line, SLS_STR(":"));
        }
        sls_draft_add(&line, SLS_STR(" "));
    }
    sls_terminal_text(&line, sls_str_of(diag->message));
    sls_draft_add(&line, SLS_STR("\n"));
    return sls_draft_done(&line, out);
}

void sls_complain(const char *severity, const sls_diag *diag)
{
    sls_arena *arena = sls_arena_new((size_t)64 << 10);
    sls_str text;
    if (sls_complaint(severity, diag, arena, &text) != SLS_OK)
        text = SLS_STR("error: out of memory\n");
    sls_output_aside(text);
    sls_arena_free(arena);
}

void sls_fail(sls_status status, sls_diag *diag)
{
    if (diag->status == SLS_OK)
        (void)sls_diag_set(diag, status, NULL, 0, "%s", sls_status_text(status));
    sls_complain("error", diag);
}

bool sls_use_color(sls_color color)
{
    const char *plain = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (color != SLS_COLOR_AUTO)
        return color == SLS_COLOR_ALWAYS;
    if ((plain && *plain) || !terminal || strcmp(terminal, "dumb") == 0)
        return false;
    return isatty(STDOUT_FILENO);
}
