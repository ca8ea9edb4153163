/*
 * manual - the manual pages and the shells' completions, made in the build from the same tables
 * as --help:
 *
 *     manual DIR     writes DIR/man/selisih.1, selisih-check.1 ...,
 * DIR/completions/selisih.{bash,zsh,fish}
 */
#include "cli/tool/manual.h"

#include <stdio.h>

static sls_status write(const char *folder, const char *name, manual_writer *writer,
                        sls_command command, sls_diag *diag)
{
    sls_arena *arena = sls_arena_new(0);
    sls_out *out;
    sls_str path;
    sls_status status = arena ? sls_arena_format(arena, &path, "%s/%s", folder, name) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_make_parents(path.ptr, diag);
    if (status == SLS_OK)
        status = sls_out_open(path.ptr, &out, diag);
    if (status == SLS_OK) {
        writer(out, command);
        status = sls_out_commit(out, diag);
    }
    sls_arena_free(arena);
    return status;
}

int main(int argc, char **argv)
{
    sls_diag diag = { 0 };
    sls_status status = SLS_OK;
    if (argc != 2) {
        fputs("usage: manual DIR\n", stderr);
        return 2;
    }
    for (int i = SLS_COMMAND_NONE; i < SLS_COMMANDS && status == SLS_OK; i++) {
        char name[64];
        const char *const command = sls_command_rows()[i].name;
        snprintf(name, sizeof name, i == SLS_COMMAND_NONE ? "man/%s.1" : "man/selisih-%s.1",
                 command);
        status = write(argv[1], name, manual_page, (sls_command)i, &diag);
    }
    if (status == SLS_OK)
        status = write(argv[1], "completions/selisih.bash", completions_bash, 0, &diag);
    if (status == SLS_OK)
        status = write(argv[1], "completions/_selisih", completions_zsh, 0, &diag);
    if (status == SLS_OK)
        status = write(argv[1], "completions/selisih.fish", completions_fish, 0, &diag);
    if (status != SLS_OK)
        fprintf(stderr, "manual: %s: %s\n", diag.path, diag.message);
    return status == SLS_OK ? 0 : 2;
}
