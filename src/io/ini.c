#include "io/ini.h"

/* `line` up to a comment, which begins the line or stands behind a space. */
static sls_str uncommented(sls_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if ((line.ptr[i] == '#' || line.ptr[i] == ';') &&
            (i == 0 || line.ptr[i - 1] == ' ' || line.ptr[i - 1] == '\t'))
            return sls_str_slice(line, 0, i);
    return line;
}

sls_status sls_ini_next(sls_str *rest, sls_ini_entry *entry, const char *path, sls_diag *diag)
{
    if (entry->line == 0 && sls_str_starts(*rest, SLS_STR("\xEF\xBB\xBF")))
        *rest = sls_str_slice(*rest, 3, SIZE_MAX);
    for (sls_str line; sls_str_split(rest, '\n', &line);) {
        entry->line++;
        line = sls_str_trim(uncommented(sls_str_trim(line)));
        if (line.len == 0)
            continue;
        if (line.ptr[0] == '[' && line.ptr[line.len - 1] == ']') {
            entry->section = sls_str_trim(sls_str_slice(line, 1, line.len - 1));
            continue;
        }
        const size_t sign = sls_str_find_byte(line, '=');
        if (sign == SIZE_MAX || sign == 0)
            return sls_diag_set(diag, SLS_ESYNTAX, path, entry->line,
                                "a setting is written KEY = VALUE, a section [NAME]");
        entry->key = sls_str_trim(sls_str_slice(line, 0, sign));
        entry->value = sls_str_trim(sls_str_slice(line, sign + 1, SIZE_MAX));
        return SLS_OK;
    }
    return SLS_ENOTFOUND;
}
