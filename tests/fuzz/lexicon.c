/*
 * lexicon.c - whole tables of the lexicon, through its compiler: concepts, attributes, patterns,
 * frequencies, messages.
 *
 *     == id/month
 *     form,value,source
 *     Juni,6,KBBI
 *
 * An input is several tables, each behind a line that names it: id/, en/ or any/ and a concept or
 * pattern-*, frequency, messages/id, messages/en. What compiles without an error must be written.
 */
#include "folder.h"
#include "lexicon/tool/lexc.h"

#include <stdint.h>
#include <string.h>

enum { TABLES_MOST = 24, NAME_MOST = 40, PATH_MOST = 160 };

typedef struct {
    char folder[FOLDER_PATH], frequency[PATH_MOST], data[PATH_MOST], messages[PATH_MOST],
        out[PATH_MOST];
} bench;

static bench *made;

static void name_path(char path[PATH_MOST], const char *name, size_t len)
{
    snprintf(path, PATH_MOST, "%s/%.*s", made->folder, (int)len, name);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const folders[] = { "data", "data/id", "data/en", "data/any", "messages" };
    char path[PATH_MOST];
    (void)argc;
    (void)argv;
    made = calloc(1, sizeof *made);
    if (!made)
        abort();
    make_folder(made->folder);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        name_path(path, folders[i], strlen(folders[i]));
        mkdir(path, 0777);
    }
    name_path(made->frequency, "frequency.csv", 13);
    name_path(made->data, "data", 4);
    name_path(made->messages, "messages", 8);
    name_path(made->out, "out.c", 5);
    return 0;
}

/* A name without dots leads nowhere else; "frequency" and "messages/.." lie beside data/. */
static bool path_of(sls_str name, char path[PATH_MOST])
{
    size_t slashes = 0;
    for (size_t i = 0; i < name.len; i++) {
        const char c = name.ptr[i];
        slashes += c == '/';
        if (!((c >= 'a' && c <= 'z') || c == '-' || c == '/'))
            return false;
    }
    const bool beside = sls_str_eq(name, SLS_STR("frequency")) ||
                        sls_str_eq(name, SLS_STR("messages/id")) ||
                        sls_str_eq(name, SLS_STR("messages/en"));
    const bool table = slashes == 1 && (sls_str_starts(name, SLS_STR("id/")) ||
                                        sls_str_starts(name, SLS_STR("en/")) ||
                                        sls_str_starts(name, SLS_STR("any/")));
    if (name.len > NAME_MOST || (!beside && !table))
        return false;
    snprintf(path, PATH_MOST, "%s/%s%.*s.csv", made->folder, beside ? "" : "data/", SLS_FMT(name));
    return true;
}

/* Writes the tables of an input; how many, and their paths. */
static size_t put_tables(sls_str text, char paths[TABLES_MOST][PATH_MOST])
{
    const sls_str mark = SLS_STR("== ");
    size_t count = 0;
    sls_str line, name = { NULL, 0 };
    const char *begin = text.ptr;
    bool more = true;
    while (more) {
        const char *const at = text.ptr;
        more = sls_str_split(&text, '\n', &line);
        if (more && !sls_str_starts(line, mark))
            continue;
        if (name.len > 0 && count < TABLES_MOST && path_of(name, paths[count]))
            put_file(paths[count++], begin, (size_t)((more ? at : text.ptr) - begin));
        name = more ? sls_str_slice(line, mark.len, line.len) : name;
        begin = text.ptr;
    }
    return count;
}

static void compile(lexc_run *run)
{
    lexc_data data;
    lexc_share *shares;
    size_t count;
    lexc_read_data(run, made->data, &data);
    if (run->errors == 0) {
        lexc_write_tables(run, &data, access(made->frequency, F_OK) == 0 ? made->frequency : NULL,
                          made->out);
        if (run->errors == 0 && unlink(made->out) != 0)
            abort();
    }
    run->errors = 0;
    (void)lexc_read_shares(run, made->frequency, &shares, &count);
    run->errors = 0;
    lexc_write_messages(run, made->messages, made->out);
    if (run->errors == 0 && unlink(made->out) != 0)
        abort();
    if (access(made->out, F_OK) == 0) /* after an error nothing is written */
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char paths[TABLES_MOST][PATH_MOST];
    const size_t count = put_tables((sls_str){ (const char *)data, size }, paths);
    lexc_run run = { .arena = sls_arena_new((size_t)512 << 20) };
    if (run.arena)
        compile(&run);
    sls_arena_free(run.arena);
    for (size_t i = 0; i < count; i++)
        unlink(paths[i]);
    return 0;
}
