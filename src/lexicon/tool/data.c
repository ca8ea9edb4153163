#include "lexicon/tool/lexc.h"

#include "base/map.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef SLS_VEC(lexc_entry) entry_list;
typedef SLS_VEC(sls_pattern_row) pattern_list;

static const lexc_shape concept_shape = { "form,value,source", "form,value,source" };
static const lexc_shape any_shape = { NULL, NULL };
static const lexc_shape pattern_shape = { "id,kind,pattern,make,source", "id,kind,pattern,source" };

const char *lexc_concept_name(size_t concept)
{
    static const char *const names[] = {
#define X(name, file) file,
        SLS_CONCEPTS(X)
#undef X
    };
    return names[concept];
}

const char *lexc_language_name(size_t lang)
{
    static const char *const names[SLS_LANGS] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en" };
    return names[lang];
}

/* The line under which `key` was seen before, or 0: it is seen now, in `line`. */
static size_t seen_before(lexc_run *run, sls_map *seen, sls_str key, size_t line)
{
    uint32_t earlier;
    bool added;

    if (sls_map_intern(seen, key, (uint32_t)line, &earlier, &added) == SLS_OK)
        return added ? 0 : earlier;
    lexc_exhausted(run);
    return 0;
}

static bool is_repeated_form(lexc_run *run, sls_map *seen, const char *path, const sls_csv_row *row,
                             const lexc_entry *entry)
{
    sls_str key;

    if (sls_arena_format(run->arena, &key, "%.*s\n%.*s", SLS_FMT(entry->text),
                         SLS_FMT(entry->value)) != SLS_OK) {
        lexc_exhausted(run);
        return true;
    }
    const size_t earlier = seen_before(run, seen, key, row->line);
    if (earlier)
        lexc_error(run, path, row->line,
                   "the form \"%.*s\" is read as \"%.*s\", which has the value %.*s in line %zu "
                   "already: remove one",
                   SLS_FMT(row->cells[0]), SLS_FMT(entry->text), SLS_FMT(entry->value), earlier);
    return earlier != 0;
}

static bool is_repeated_key(lexc_run *run, sls_map *seen, const char *path, const sls_csv_row *row)
{
    const size_t earlier = seen_before(run, seen, row->cells[0], row->line);

    if (earlier)
        lexc_error(run, path, row->line, "\"%.*s\" stands in line %zu already: remove one",
                   SLS_FMT(row->cells[0]), earlier);
    return earlier != 0;
}

static void read_concept(lexc_run *run, const char *folder, uint8_t concept, entry_list *entries)
{
    const char *path = lexc_path(run, folder, lexc_concept_name(concept));
    sls_csv csv;
    sls_map seen;

    if (!lexc_read_table(run, path, concept_shape, &csv))
        return;
    sls_map_init(&seen, run->arena);
    for (size_t i = 0; i < csv.count; i++) {
        const sls_csv_row *row = &csv.rows[i];
        lexc_entry entry = { .concept = concept, .value = row->cells[1] };
        if (!lexc_read_form(run, path, row->line, row->cells[0], &entry) ||
            is_repeated_form(run, &seen, path, row, &entry))
            continue;
        lexc_entry *kept = sls_vec_push(entries, run->arena);
        if (kept)
            *kept = entry;
        else
            lexc_exhausted(run);
    }
}

static int by_key(const void *a, const void *b)
{
    return sls_str_cmp(((const sls_csv_row *)a)->cells[0], ((const sls_csv_row *)b)->cells[0]);
}

static void read_any(lexc_run *run, const char *folder, uint8_t concept, lexc_any *out)
{
    const char *path = lexc_path(run, folder, lexc_concept_name(concept));
    sls_csv csv;
    sls_map seen;

    *out = (lexc_any){ 0 };
    if (!lexc_read_table(run, path, any_shape, &csv))
        return;
    sls_map_init(&seen, run->arena);
    for (size_t i = 0; i < csv.count; i++)
        is_repeated_key(run, &seen, path, &csv.rows[i]);
    if (csv.count)
        qsort(csv.rows, csv.count, sizeof *csv.rows, by_key);

    const size_t columns = csv.header.count;
    sls_str *cells = sls_arena_calloc(run->arena, csv.count * columns + 1, sizeof *cells);
    if (!cells) {
        lexc_exhausted(run);
        return;
    }
    for (size_t i = 0; i < csv.count; i++)
        memcpy(cells + i * columns, csv.rows[i].cells, columns * sizeof *cells);
    *out = (lexc_any){
        .columns = csv.header.cells, .cells = cells, .column_count = columns, .row_count = csv.count
    };
}

static void read_pattern_file(lexc_run *run, const char *path, sls_map *seen,
                              pattern_list *patterns)
{
    sls_csv csv;

    if (!lexc_read_table(run, path, pattern_shape, &csv))
        return;
    for (size_t i = 0; i < csv.count; i++) {
        const sls_csv_row *row = &csv.rows[i];
        if (is_repeated_key(run, seen, path, row))
            continue;
        sls_pattern_row *kept = sls_vec_push(patterns, run->arena);
        if (kept)
            *kept = (sls_pattern_row){ row->cells[0], row->cells[1], row->cells[2], row->cells[3] };
        else
            lexc_exhausted(run);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in `folder` that do not start with a dot, sorted; an absent folder has none. */
static char **list_folder(lexc_run *run, const char *folder, size_t *count)
{
    SLS_VEC(char *) names = { 0 };
    DIR *dir = opendir(folder);

    *count = 0;
    if (!dir) {
        if (errno != ENOENT)
            lexc_error(run, folder, 0, "%s: make it a folder of tables", strerror(errno));
        return NULL;
    }
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        sls_str copy;
        if (entry->d_name[0] == '.')
            continue;
        char **name = sls_vec_push(&names, run->arena);
        if (!name || sls_arena_copy(run->arena, sls_str_of(entry->d_name), &copy) != SLS_OK) {
            lexc_exhausted(run);
            break;
        }
        *name = (char *)copy.ptr;
    }
    closedir(dir);
    if (names.len)
        qsort(names.at, names.len, sizeof *names.at, by_name);
    *count = run->exhausted ? 0 : names.len;
    return names.at;
}

/* FOLDER/NAME. */
static const char *subfolder(lexc_run *run, const char *folder, const char *name)
{
    sls_str path;

    if (sls_arena_format(run->arena, &path, "%s/%s", folder, name) == SLS_OK)
        return path.ptr;
    lexc_exhausted(run);
    return folder;
}

static bool is_table_name(sls_str name)
{
    const sls_str ending = SLS_STR(".csv");

    if (!sls_str_ends(name, ending))
        return false;
    name.len -= ending.len;
    for (size_t i = 0; i < SLS_CONCEPT_COUNT; i++)
        if (sls_str_eq(name, sls_str_of(lexc_concept_name(i))))
            return true;
    return sls_str_starts(name, SLS_STR("pattern-"));
}

/*
 * Every pattern-*.csv of a folder, by name. An id may stand in a language's
 * files and in any/: the language's row comes first, and wins.
 */
static void read_patterns(lexc_run *run, const char *folder, pattern_list *patterns)
{
    size_t count;
    char **names = list_folder(run, folder, &count);
    sls_map seen;

    sls_map_init(&seen, run->arena);
    for (size_t i = 0; i < count; i++)
        if (sls_str_starts(sls_str_of(names[i]), SLS_STR("pattern-")))
            read_pattern_file(run, subfolder(run, folder, names[i]), &seen, patterns);
}

static void check_names(lexc_run *run, const char *folder)
{
    size_t count;
    char **names = list_folder(run, folder, &count);

    for (size_t i = 0; i < count; i++) {
        sls_str path;
        if (is_table_name(sls_str_of(names[i])))
            continue;
        if (sls_arena_format(run->arena, &path, "%s/%s", folder, names[i]) != SLS_OK)
            lexc_exhausted(run);
        else
            lexc_error(
                run, path.ptr, 0,
                "no concept of lexicon.h has this name: rename the file, or add the concept");
    }
}

static void check_folders(lexc_run *run, const char *folder)
{
    size_t count;
    char **names = list_folder(run, folder, &count);

    if (!count && !run->errors)
        lexc_error(run, folder, 0,
                   "there are no tables here: name the folder that holds id/ and en/");
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], "any") != 0 && strcmp(names[i], "id") != 0 &&
            strcmp(names[i], "en") != 0)
            lexc_error(run, subfolder(run, folder, names[i]), 0,
                       "only id, en and any are read: move it, or add the language to lexicon.h");
}

static void read_language(lexc_run *run, const char *folder, const pattern_list *shared,
                          lexc_language *out)
{
    entry_list entries = { 0 };
    pattern_list patterns = { 0 };

    check_names(run, folder);
    for (size_t c = 0; c < SLS_CONCEPT_COUNT; c++)
        read_concept(run, folder, (uint8_t)c, &entries);
    read_patterns(run, folder, &patterns);
    for (size_t i = 0; i < shared->len; i++) {
        sls_pattern_row *row = sls_vec_push(&patterns, run->arena);
        if (row)
            *row = shared->at[i];
        else
            lexc_exhausted(run);
    }
    *out = (lexc_language){ entries.at, entries.len, patterns.at, patterns.len };
}

void lexc_read_data(lexc_run *run, const char *folder, lexc_data *out)
{
    const char *any = subfolder(run, folder, "any");
    pattern_list shared = { 0 };

    check_folders(run, folder);
    check_names(run, any);
    for (size_t c = 0; c < SLS_CONCEPT_COUNT; c++)
        read_any(run, any, (uint8_t)c, &out->any[c]);
    read_patterns(run, any, &shared);
    for (size_t lang = 0; lang < SLS_LANGS; lang++)
        read_language(run, subfolder(run, folder, lexc_language_name(lang)), &shared,
                      &out->languages[lang]);
}
