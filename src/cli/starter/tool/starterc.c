/*
 * starterc - the files of selisih init in, one C table out:
 *
 *     starterc OUT.c FOLDER
 *
 * The list of what is written where stands here.
 */
#include "io/embed.h"

#include <stdio.h>

static const struct {
    const char *file, *path, *ci;
} files[] = { { "selisih.ini", "selisih.ini", NULL },
              { "corpus/corpus.csv", "corpus/corpus.csv", NULL },
              { "corpus/contoh-1.txt", "corpus/contoh-1.txt", NULL },
              { "corpus/contoh-2.txt", "corpus/contoh-2.txt", NULL },
              { "ci/github.yml", ".github/workflows/selisih.yml", "github" },
              { "ci/gitlab.yml", ".gitlab-ci.yml", "gitlab" },
              { "ci/pre-commit.yaml", ".pre-commit-config.yaml", "pre-commit" } };
enum { FILES = sizeof files / sizeof *files };

static sls_status write(sls_out *out, const char *folder, sls_arena *arena, sls_diag *diag)
{
    size_t lengths[FILES];
    sls_out_write(out, SLS_STR("#include \"cli/starter.h\"\n"));
    for (size_t i = 0; i < FILES; i++) {
        sls_str path, text;
        char name[24];
        sls_status status = sls_arena_format(arena, &path, "%s/%s", folder, files[i].file);
        if (status == SLS_OK)
            status = sls_file_read(path.ptr, 0, arena, &text, diag);
        if (status != SLS_OK)
            return status;
        snprintf(name, sizeof name, "file_%zu", i);
        sls_embed_bytes(out, name, text);
        lengths[i] = text.len;
    }
    sls_out_write(out, SLS_STR("const sls_starter sls_starters[] = {\n"));
    for (size_t i = 0; i < FILES; i++) {
        sls_out_format(out, "{ \"%s\", %s%s%s, ", files[i].path, files[i].ci ? "\"" : "",
                       files[i].ci ? files[i].ci : "NULL", files[i].ci ? "\"" : "");
        sls_out_format(out, "{ file_%zu_bytes, %zu } },\n", i, lengths[i]);
    }
    sls_out_write(out, SLS_STR("{ NULL, NULL, { NULL, 0 } } };\n"));
    return SLS_OK;
}

int main(int argc, char **argv)
{
    sls_diag diag = { 0 };
    sls_out *out;
    if (argc != 3) {
        fputs("usage: starterc OUT.c FOLDER\n", stderr);
        return 2;
    }
    sls_arena *arena = sls_arena_new(0);
    sls_status status = arena ? sls_out_open(argv[1], &out, &diag) : SLS_ENOMEM;
    if (status == SLS_OK) {
        status = write(out, argv[2], arena, &diag);
        if (status == SLS_OK)
            status = sls_out_commit(out, &diag);
        else
            sls_out_abandon(out);
    }
    if (status != SLS_OK)
        fprintf(stderr, "starterc: %s: %s\n", diag.path, diag.message);
    sls_arena_free(arena);
    return status == SLS_OK ? 0 : 2;
}
