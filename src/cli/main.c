/*
 * selisih - finds where news articles contradict each other in numbers, dates and offices.
 */
#include "cli/commands.h"
#include "cli/output.h"

#include <stdlib.h>
#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static int print(sls_str text)
{
    sls_diag diag = { 0 };
    if (sls_output_print(text, &diag) == SLS_OK)
        return SLS_EXIT_OK;
    sls_complain("error", &diag);
    return SLS_EXIT_TROUBLE;
}

/*
 * The system counts all that the process may write to, stacks and libraries too: what an arena
 * counts would leave those out. From there on an allocation fails, which every stage can bear.
 */
static bool limit_memory(size_t bytes)
{
    const struct rlimit limit = { bytes, bytes };
    sls_diag diag = { 0 };
    if (bytes == 0 || setrlimit(RLIMIT_DATA, &limit) == 0)
        return true;
    sls_diag_set(&diag, SLS_EUSAGE, NULL, 0, "--max-memory is above what the system allows");
    sls_complain("error", &diag);
    return false;
}

/*
 * What one step of a check frees goes back to the system, whole blocks at a time, and is no part of
 * the next one's peak: by itself the C library learns from the first large block that is freed to
 * keep them, a quarter of the memory of 20,000 articles.
 */
static void give_back_memory(void)
{
#ifdef __GLIBC__
    enum { BLOCK = 512 << 10 }; /* half an arena's block */
    (void)mallopt(M_MMAP_THRESHOLD, BLOCK);
#endif
}

static int run(const sls_options *options, sls_arena *arena)
{
    sls_str help;
    if (options->help) {
        sls_diag none = { 0 };
        const sls_status status = sls_options_help(options->command, arena, &help);
        if (status == SLS_OK)
            return print(help);
        sls_fail(status, &none);
        return SLS_EXIT_TROUBLE;
    }
    if (options->version)
        return print(SLS_STR("selisih " SELISIH_VERSION "\n"));
    if (options->show_settings)
        return print(options->settings);
    if (!limit_memory(options->max_memory))
        return SLS_EXIT_TROUBLE;
    switch (options->command) {
    case SLS_COMMAND_EXPLAIN:
        return sls_run_explain(options);
    case SLS_COMMAND_TABLE:
        return sls_run_table(options);
    case SLS_COMMAND_REVIEW:
        return sls_run_review(options);
    case SLS_COMMAND_INIT:
        return sls_run_init(options);
    case SLS_COMMAND_CHECK:
        return sls_run_check(options);
    case SLS_COMMAND_MATCH:
    case SLS_COMMAND_COMPARE:
        return sls_run_stage(options);
    default:
        return sls_run_filter(options);
    }
}

int main(int argc, char **argv)
{
    sls_arena *arena = sls_arena_new(0);
    sls_options options;
    sls_diag diag = { 0 };
    give_back_memory();
    sls_output_begin();
    const sls_status status =
        arena ? sls_options_read(argc, argv, arena, &options, &diag) : SLS_ENOMEM;
    if (status != SLS_OK)
        sls_fail(status, &diag);
    const int code = status == SLS_OK ? run(&options, arena) : SLS_EXIT_TROUBLE;
    sls_arena_free(arena);
    sls_output_end_run();
    return code;
}
