#include "ingest/frontmatter.h"

#include "base/ascii.h"

#include <string.h>

static const sls_str rule = SLS_S("---");

/* The line that begins at `*at`, without its end, which `*at` is then behind. */
static bool next_line(sls_str text, size_t *at, sls_str *line)
{
    const sls_str rest = sls_str_slice(text, *at, text.len);
    const size_t end = sls_str_find_byte(rest, '\n');

    if (rest.len == 0)
        return false;
    *line = sls_str_trim(sls_str_slice(rest, 0, end));
    *at = end == SIZE_MAX ? text.len : *at + end + 1;
    return true;
}

/* Whether `line` is "key: value" of whatever key. */
static bool is_pair(sls_str line)
{
    size_t i = 0;

    while (i < line.len && (sls_is_lower(sls_lower(line.ptr[i])) || line.ptr[i] == '_'))
        i++;
    return i > 0 && i < line.len && line.ptr[i] == ':';
}

/* "'...'" and "\"...\"" as YAML writers are used to: without their quotes. */
static sls_str unquoted(sls_str value)
{
    const bool quoted = value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') &&
                        value.ptr[value.len - 1] == value.ptr[0];
    return quoted ? sls_str_slice(value, 1, value.len - 1) : value;
}

static sls_status take(sls_str line, sls_place place, sls_article *article, bool seen[SLS_FACTS],
                       sls_arena *arena, sls_diag *diag)
{
    const size_t colon = sls_str_find_byte(line, ':');
    const sls_str key = sls_str_slice(line, 0, colon);
    const sls_str value = unquoted(sls_str_trim(sls_str_slice(line, colon + 1, line.len)));
    size_t fact = 0;

    if (sls_str_eq(key, SLS_STR("note")))
        return SLS_OK;
    while (fact < SLS_FACTS && !sls_str_eq(key, sls_str_of(sls_fact_name(fact))))
        fact++;
    if (fact == SLS_FACTS)
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, place.line,
                            "front matter key '%.*s' is not known; use source, published, lang, "
                            "title, url, credit or note",
                            (int)(key.len < 32 ? key.len : 32), key.ptr);
    if (seen[fact])
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, place.line,
                            "front matter key '%.*s' is given twice; remove one", SLS_FMT(key));
    seen[fact] = true;
    return sls_fact_set(article, fact, value, place, arena, diag);
}

/* Whether front matter begins at `*at`; if so `*at` is then on its second line. */
static bool begins(sls_str text, size_t *at)
{
    size_t first = *at, second;
    sls_str line;

    if (!next_line(text, &first, &line) || !sls_str_eq(line, rule))
        return false;
    second = first;
    if (!next_line(text, &second, &line) || !(is_pair(line) || sls_str_eq(line, rule)))
        return false;
    *at = first;
    return true;
}

sls_status sls_frontmatter_read(sls_str text, size_t *at, sls_place *place, sls_article *article,
                                sls_arena *arena, sls_diag *diag)
{
    const size_t opened = place->line;
    bool seen[SLS_FACTS] = { false };
    size_t next = *at;
    sls_str line;

    if (!begins(text, &next))
        return SLS_OK;
    place->line++;
    while (next_line(text, &next, &line)) {
        sls_status status = SLS_OK;

        if (sls_str_eq(line, rule)) {
            place->line++;
            *at = next;
            return SLS_OK;
        }
        const bool pair = is_pair(line);
        if (!pair && line.len > 0 && line.ptr[0] != '#')
            return sls_diag_set(diag, SLS_ESYNTAX, place->path, place->line,
                                "this line of the front matter is no 'key: value'; correct it, or "
                                "close the front matter with '---' before it");
        if (pair)
            status = take(line, *place, article, seen, arena, diag);
        if (status != SLS_OK)
            return status;
        place->line++;
    }
    return sls_diag_set(diag, SLS_ESYNTAX, place->path, opened,
                        "the front matter is not closed; end it with a line '---'");
}
