/* selisih.ini: found above the paths, read into the settings. */
#include "cli/settings.h"
#include "io/file.h"
#include "io/ini.h"

#include <string.h>
#include <sys/stat.h>

#define FILE_NAME "selisih.ini"
enum { FILE_BYTES_MAX = 1 << 20 };

static sls_status unknown_key(const sls_settings *s, sls_str key, size_t line, sls_diag *diag)
{
    const char *names[SLS_OPTIONS_MOST];
    size_t count, kept = 0;
    const sls_option *rows = sls_option_rows(&count);
    sls_str text;
    for (size_t i = 0; i < count; i++)
        if (!rows[i].line_only)
            names[kept++] = rows[i].name;
    const sls_status status = sls_arena_copy(s->arena, key, &text);
    if (status != SLS_OK)
        return status;
    const char *const meant = sls_nearest(names, kept, text.ptr);
    return sls_diag_set(diag, SLS_EUSAGE, s->file, line,
                        "unknown setting '%s'%s%s%s selisih check --show-settings lists them",
                        text.ptr, meant ? ", did you mean '" : ":", meant ? meant : "",
                        meant ? "'?" : "");
}

static const sls_option *row_named(sls_str name)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    for (size_t i = 0; i < count; i++)
        if (!rows[i].line_only && sls_str_eq(sls_str_of(rows[i].name), name))
            return &rows[i];
    return NULL;
}

/* The values of one key. Settings of other commands are checked too. */
static sls_status put_entry(sls_settings *s, const sls_ini_entry *entry, sls_diag *diag)
{
    const bool levels = sls_str_eq(entry->section, SLS_STR("severity"));
    const sls_setting_place place = { SLS_FROM_FILE, entry->line };
    sls_str rest = entry->value, value;
    if (entry->section.len > 0 && !levels && !sls_str_eq(entry->section, SLS_STR("selisih")))
        return sls_diag_set(diag, SLS_EUSAGE, s->file, entry->line,
                            "unknown section [%.*s]: there is [severity], with RULE = LEVEL",
                            SLS_FMT(entry->section));
    const sls_option *row = row_named(levels ? SLS_STR("severity") : entry->key);
    if (!row)
        return unknown_key(s, entry->key, entry->line, diag);
    sls_status status = SLS_OK;
    if (levels) {
        status = sls_arena_concat3(s->arena, entry->key, SLS_STR("="), entry->value, &value);
        return status != SLS_OK ? status : sls_setting_put(s, row, value.ptr, place, diag);
    }
    if (!sls_option_is_list(row) || rest.len == 0) {
        status = sls_arena_copy(s->arena, rest, &value);
        return status != SLS_OK ? status : sls_setting_put(s, row, value.ptr, place, diag);
    }
    for (sls_str piece; status == SLS_OK && sls_str_split(&rest, ',', &piece);) {
        status = sls_arena_copy(s->arena, sls_str_trim(piece), &value);
        if (status == SLS_OK)
            status = sls_setting_put(s, row, value.ptr, place, diag);
    }
    return status;
}

static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* Whether nothing is above it. */
static bool is_root(sls_arena *arena, sls_str folder)
{
    struct stat here, above;
    sls_str parent;
    return sls_arena_format(arena, &parent, "%.*s/..", SLS_FMT(folder)) != SLS_OK ||
           stat(folder.ptr, &here) != 0 || stat(parent.ptr, &above) != 0 ||
           (here.st_dev == above.st_dev && here.st_ino == above.st_ino);
}

/* The folder above: "a/b" gives "a", "a" gives ".", "." gives "..". Follows names, not links. */
static sls_status above(sls_arena *arena, sls_str folder, sls_str *out)
{
    if (sls_str_eq(folder, SLS_STR(".")))
        return sls_arena_copy(arena, SLS_STR(".."), out);
    if (sls_str_eq(folder, SLS_STR("..")) || sls_str_ends(folder, SLS_STR("/..")))
        return sls_arena_format(arena, out, "%.*s/..", SLS_FMT(folder));
    size_t end = folder.len;
    while (end > 0 && folder.ptr[end - 1] != '/')
        end--;
    if (end == 0)
        return sls_arena_copy(arena, SLS_STR("."), out);
    while (end > 1 && folder.ptr[end - 1] == '/')
        end--;
    return sls_arena_copy(arena, sls_str_slice(folder, 0, end), out);
}

/* The nearest FILE_NAME at or above the first path; NULL: there is none. */
static sls_status find_file(const sls_options *o, sls_arena *arena, const char **out)
{
    const char *const first = strcmp(o->paths[0], "-") == 0 ? "." : o->paths[0];
    sls_str folder = sls_str_of(first), path;
    sls_status status = SLS_OK;
    *out = NULL;
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    status = sls_is_folder(first) ? sls_arena_copy(arena, folder, &folder)
                                  : above(arena, folder, &folder);
    while (status == SLS_OK) {
        const bool here = sls_str_eq(folder, SLS_STR("."));
        const bool slash = !here && !sls_str_ends(folder, SLS_STR("/"));
        status = sls_arena_format(arena, &path, "%s%s" FILE_NAME, here ? "" : folder.ptr,
                                  slash ? "/" : "");
        if (status == SLS_OK && is_file(path.ptr))
            *out = path.ptr;
        if (status != SLS_OK || *out || is_root(arena, folder))
            break;
        status = above(arena, folder, &folder);
    }
    return status;
}

sls_status sls_settings_load(sls_settings *settings, sls_diag *diag)
{
    sls_options *const o = settings->options;
    sls_ini_entry entry = { 0 };
    sls_str text;
    sls_status status = SLS_OK;
    settings->file = o->config;
    if (!o->config && !o->isolated)
        status = find_file(o, settings->arena, &settings->file);
    if (status != SLS_OK || !settings->file)
        return status;
    status = sls_file_read(settings->file, FILE_BYTES_MAX, settings->arena, &text, diag);
    while (status == SLS_OK) {
        status = sls_ini_next(&text, &entry, settings->file, diag);
        if (status == SLS_ENOTFOUND)
            return SLS_OK;
        if (status == SLS_OK)
            status = put_entry(settings, &entry, diag);
    }
    return status;
}
