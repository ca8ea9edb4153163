/*
 * pagec - the review page's template, style and scripts in, one C file of constants out.
 *
 *     pagec OUT.c page.html page.css PART.js...
 *
 * The scripts are one behind the other inside one function, in the order given. It runs at build
 * and prints every error as `FILE: what and what to do` before it gives up.
 */
#include "io/embed.h"
#include "report/tool/digest.h"

#include <stdio.h>
#include <stdlib.h>

static const sls_str script_head = SLS_S("(() => {\n\"use strict\";\n");
static const sls_str script_tail = SLS_S("})();\n");

static bool read_file(const char *path, sls_arena *arena, sls_str *out)
{
    sls_diag diag = { 0 };
    if (sls_file_read(path, 0, arena, out, &diag) == SLS_OK)
        return true;
    fprintf(stderr, "%s: %s\n", path, diag.message);
    return false;
}

/* What would end the element that the text is written into. */
static bool holds(const char *path, sls_str text, const char *forbidden)
{
    if (sls_str_find(text, sls_str_of(forbidden)) == SIZE_MAX)
        return false;
    fprintf(stderr, "%s: holds %s, which would end its element: write it otherwise\n", path,
            forbidden);
    return true;
}

static bool join_scripts(char **paths, int count, sls_arena *arena, sls_str *out)
{
    bool fine = true;
    *out = script_head;
    for (int i = 0; i < count && fine; i++) {
        sls_str text;
        fine = read_file(paths[i], arena, &text) && !holds(paths[i], text, "</script") &&
               !holds(paths[i], text, "<!--") &&
               sls_arena_concat(arena, (const sls_str[]){ *out, text }, 2, out) == SLS_OK;
    }
    return fine &&
           sls_arena_concat(arena, (const sls_str[]){ *out, script_tail }, 2, out) == SLS_OK;
}

static void write_text(sls_out *out, const char *name, sls_str text)
{
    sls_embed_bytes(out, name, text);
    sls_out_format(out, "const sls_str sls_page_%s = { %s_bytes, %zu };\n", name, name, text.len);
}

static void write_digest(sls_out *out, const char *name, sls_str text)
{
    char digest[DIGEST_TEXT];
    digest_base64(text, digest);
    sls_out_format(out, "const char sls_page_%s_digest[] = \"sha256-%s\";\n", name, digest);
}

static bool embed(char **argv, int argc, sls_arena *arena)
{
    sls_str html, css, js;
    sls_out *out;
    sls_diag diag = { 0 };
    if (!read_file(argv[2], arena, &html) || !read_file(argv[3], arena, &css) ||
        holds(argv[3], css, "</style") || !join_scripts(argv + 4, argc - 4, arena, &js))
        return false;
    if (sls_out_open(argv[1], &out, &diag) == SLS_OK) {
        sls_out_write(out, SLS_STR("/* Made by pagec from src/report/page/. */\n"
                                   "#include \"report/page_files.h\"\n\n"));
        write_text(out, "html", html);
        write_text(out, "css", css);
        write_text(out, "js", js);
        write_digest(out, "css", css);
        write_digest(out, "js", js);
        if (sls_out_commit(out, &diag) == SLS_OK)
            return true;
    }
    fprintf(stderr, "%s: %s\n", argv[1], diag.message);
    return false;
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: pagec OUT.c page.html page.css PART.js...\n", stderr);
        return EXIT_FAILURE;
    }
    sls_arena *arena = sls_arena_new(0);
    const bool fine = arena && embed(argv, argc, arena);
    sls_arena_free(arena);
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
