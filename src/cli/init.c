#include "cli/commands.h"
#include "cli/output.h"
#include "cli/starter.h"
#include "report/terminal.h"

#include <string.h>
#include <sys/stat.h>

static bool is_asked(const sls_options *o, const sls_starter *starter)
{
    for (size_t i = 0; starter->ci && i < o->ci.count; i++)
        if (strcmp(o->ci.at[i], starter->ci) == 0)
            return true;
    return !starter->ci;
}

/* Writes the file unless one is there, and says which of the two. */
static sls_status write(const char *folder, const sls_starter *starter, sls_draft *told,
                        sls_diag *diag)
{
    struct stat about;
    sls_str path;
    sls_out *out;
    const bool here = strcmp(folder, ".") == 0;
    sls_status status = sls_arena_format(told->arena, &path, "%s%s%s", here ? "" : folder,
                                         here ? "" : "/", starter->path);
    if (status != SLS_OK)
        return status;
    if (stat(path.ptr, &about) == 0) {
        sls_draft_add(told, SLS_STR("kept, was there already: "));
    } else {
        status = sls_make_parents(path.ptr, diag);
        if (status == SLS_OK)
            status = sls_out_open(path.ptr, &out, diag);
        if (status != SLS_OK)
            return status;
        sls_out_write(out, starter->text);
        status = sls_out_commit(out, diag);
        sls_draft_add(told, SLS_STR("wrote "));
    }
    sls_terminal_text(told, path);
    sls_draft_add(told, SLS_STR("\n"));
    return status;
}

int sls_run_init(const sls_options *options)
{
    const char *const folder = options->paths[0];
    sls_arena *arena = sls_arena_new(0);
    sls_draft told = { .arena = arena };
    sls_diag diag = { 0 };
    sls_str text;
    sls_status status = arena ? SLS_OK : SLS_ENOMEM;
    if (options->path_count > 1)
        status = sls_diag_set(&diag, SLS_EUSAGE, NULL, 0, "init makes one folder at a time");
    for (const sls_starter *s = sls_starters; s->path && status == SLS_OK; s++)
        if (is_asked(options, s))
            status = write(folder, s, &told, &diag);
    if (status == SLS_OK) {
        sls_draft_add(&told,
                      SLS_STR("The two articles in corpus/ are examples that contradict each "
                              "other: put your own in their place.\n"
                              "Next: selisih check corpus\n"));
        status = sls_draft_done(&told, &text);
    }
    if (status == SLS_OK && !options->quiet)
        status = sls_output_print(text, &diag);
    if (status != SLS_OK)
        sls_fail(status, &diag);
    sls_arena_free(arena);
    return status == SLS_OK ? SLS_EXIT_OK : SLS_EXIT_TROUBLE;
}
