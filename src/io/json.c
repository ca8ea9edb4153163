#include "io/json.h"

#include "io/flat.h"
#include "io/scarce.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * cJSON keeps the place of the last error in a variable of its own that every parse writes.
 * It is never read here: the end of parsing comes by cJSON_ParseWithLengthOpts.
 */

/* 2^53: below it every whole number is a double of its own, so none was rounded. */
#define ROUNDED 9007199254740992.0

static sls_status broken(sls_diag *diag, size_t column, const char *what)
{
    sls_diag_set(diag, SLS_ESYNTAX, NULL, 0, "%s", what);
    if (diag)
        diag->column = column;
    return SLS_ESYNTAX;
}

static sls_status no_memory(sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ENOMEM, NULL, 0, "out of memory while reading JSON");
}

/* Offset of a NUL, raw or as an escape, or SIZE_MAX: cJSON's strings would end there. */
static size_t find_nul(sls_str text)
{
    const size_t raw = sls_str_find_byte(text, '\0');

    if (raw != SIZE_MAX)
        return raw;
    for (size_t at = 0;;) {
        const sls_str rest = sls_str_slice(text, at, text.len);
        const size_t slash = sls_str_find_byte(rest, '\\');
        if (slash == SIZE_MAX)
            return SIZE_MAX;
        if (sls_str_starts(sls_str_slice(rest, slash + 1, rest.len), SLS_STR("u0000")))
            return at + slash;
        at += slash + 2;
    }
}

/* Column of the first `"name":`, which may lie in a nested object; 0 where escapes hide it. */
static size_t column_of(sls_str text, const char *name)
{
    const size_t len = strlen(name);

    for (size_t at = 0; at < text.len; at++) {
        const sls_str rest = sls_str_slice(text, at, text.len);
        const size_t hit = sls_str_find(rest, (sls_str){ name, len });
        if (hit == SIZE_MAX)
            return 0;
        at += hit;
        const sls_str behind = sls_str_slice(text, at + len, text.len);
        if (at && text.ptr[at - 1] == '"' && sls_str_starts(behind, SLS_STR("\"")) &&
            sls_str_starts(sls_str_trim(sls_str_slice(behind, 1, behind.len)), SLS_STR(":")))
            return at;
    }
    return 0;
}

static sls_status number_text(double value, sls_arena *arena, sls_str *out)
{
    if (value > -ROUNDED && value < ROUNDED && value == (double)(int64_t)value)
        return sls_arena_format(arena, out, "%lld", (long long)value);
    return sls_arena_format(arena, out, "%.15g", value);
}

enum { ITEMS_MOST = 4096 }; /* texts of an array that are joined */

static sls_status wrong_member(const char *name, sls_str text, const char *wrong, sls_diag *diag)
{
    char message[128];
    snprintf(message, sizeof message, "\"%.60s\" %s", name, wrong);
    return broken(diag, column_of(text, name), message);
}

/* A string or a number as text. SLS_ENOTFOUND: neither; SLS_ERANGE: too large a number. */
static sls_status scalar_text(const cJSON *value, sls_arena *arena, sls_str *out)
{
    if (cJSON_IsString(value))
        return sls_arena_copy(arena, sls_str_of(value->valuestring), out);
    if (!cJSON_IsNumber(value))
        return SLS_ENOTFOUND;
    if (!(value->valuedouble > -ROUNDED && value->valuedouble < ROUNDED))
        return SLS_ERANGE;
    return number_text(value->valuedouble, arena, out);
}

/* The texts of an array, an empty line between two. */
static sls_status array_text(const cJSON *array, sls_arena *arena, sls_str *out)
{
    size_t count = 0;
    const cJSON *item;
    const int size = cJSON_GetArraySize(array);
    if (size > ITEMS_MOST)
        return SLS_ERANGE;
    sls_str *const pieces = sls_arena_calloc(arena, 2 * (size_t)size + 1, sizeof *pieces);
    if (!pieces)
        return SLS_ENOMEM;
    cJSON_ArrayForEach(item, array)
    {
        sls_str piece;
        const sls_status status = scalar_text(item, arena, &piece);
        if (status != SLS_OK)
            return status;
        if (count > 0)
            pieces[count++] = SLS_STR("\n\n");
        pieces[count++] = piece;
    }
    return count > 0 ? sls_arena_concat(arena, pieces, count, out) : SLS_OK;
}

static sls_status member_text(const cJSON *member, sls_arena *arena, sls_str *out)
{
    if (cJSON_IsNull(member))
        return SLS_OK;
    return cJSON_IsArray(member) ? array_text(member, arena, out) : scalar_text(member, arena, out);
}

/* The member that has the whole name, else the one that its dots lead to, else NULL. */
static const cJSON *find_member(const cJSON *object, const char *name)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    while (!member && object) {
        char part[64];
        const size_t length = strcspn(name, ".");
        if (length >= sizeof part)
            return NULL;
        memcpy(part, name, length);
        part[length] = '\0';
        object = cJSON_GetObjectItemCaseSensitive(object, part);
        if (!name[length])
            return object;
        name += length + 1;
    }
    return member;
}

/* The first member of a name counts. */
static sls_status take_members(const cJSON *object, sls_str text, const char *const *names,
                               size_t count, sls_arena *arena, sls_str *values, sls_diag *diag)
{
    for (size_t i = 0; i < count; i++) {
        const cJSON *member = find_member(object, names[i]);
        if (!member)
            continue;
        switch (member_text(member, arena, &values[i])) {
        case SLS_OK:
            break;
        case SLS_ENOMEM:
            return no_memory(diag);
        case SLS_ERANGE:
            return wrong_member(names[i], text, "is a number too large to keep: write it in quotes",
                                diag);
        default:
            return wrong_member(names[i], text, "is neither text nor a number", diag);
        }
    }
    return SLS_OK;
}

/*
 * cJSON says NULL for bad text and for no memory. At an opening brace with something behind it,
 * it can only be the latter; further in the two cannot be told apart.
 */
static sls_status parse_error(sls_str text, size_t at, sls_diag *diag)
{
    size_t start = 0;

    while (start < text.len && (unsigned char)text.ptr[start] <= ' ')
        start++;
    if (start == text.len)
        return broken(diag, 1, "empty, not a JSON object");
    if (text.ptr[start] == '{' && at <= start && start + 1 < text.len)
        return no_memory(diag);
    return broken(diag, at + 1, "not JSON from this column on");
}

void sls_json_prepare(void)
{
    cJSON_Hooks hooks = { sls_scarce_alloc, free };
    cJSON_InitHooks(&hooks);
}

typedef struct {
    sls_str text;
    cJSON *tree;     /* NULL: no JSON */
    const char *end; /* of what was parsed */
} parsing;

static void parse(void *context)
{
    parsing *const p = context;
    if (p->text.len > 0)
        p->tree = cJSON_ParseWithLengthOpts(p->text.ptr, p->text.len, &p->end, false);
}

sls_status sls_json_members(sls_str text, const char *const *names, size_t count, sls_arena *arena,
                            sls_str *values, sls_diag *diag)
{
    sls_status status = sls_flat_members(text, names, count, arena, values);
    size_t nul;

    if (status == SLS_OK)
        return SLS_OK;
    if (status == SLS_ENOMEM)
        return no_memory(diag);
    nul = find_nul(text);
    if (nul != SIZE_MAX)
        return broken(diag, nul + 1, "a NUL character in JSON: remove it");
    parsing p = { .text = text };
    if (!sls_scarce_try(parse, &p))
        return no_memory(diag);
    cJSON *object = p.tree;
    if (!object)
        return parse_error(text, p.end ? (size_t)(p.end - text.ptr) : 0, diag);

    for (size_t i = 0; i < count; i++)
        values[i] = (sls_str){ NULL, 0 };
    const size_t read = (size_t)(p.end - text.ptr);
    const sls_str behind = sls_str_trim(sls_str_slice(text, read, text.len));
    if (!cJSON_IsObject(object))
        status = broken(diag, 1, "JSON, but not an object");
    else if (behind.len)
        status =
            broken(diag, (size_t)(behind.ptr - text.ptr) + 1, "more text behind the JSON object");
    else
        status = take_members(object, text, names, count, arena, values, diag);
    cJSON_Delete(object);
    return status;
}

static bool has_type(const cJSON *object, const char *const *types, size_t count)
{
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type");
    const cJSON *one = cJSON_IsArray(type) ? type->child : type;
    for (; one; one = cJSON_IsArray(type) ? one->next : NULL)
        for (size_t i = 0; i < count; i++)
            if (cJSON_IsString(one) && strcmp(one->valuestring, types[i]) == 0)
                return true;
    return false;
}

/* cJSON nests at most 1,000 deep (CJSON_NESTING_LIMIT), which bounds the recursion. */
static const cJSON *find_typed(const cJSON *node, const char *const *types, size_t count)
{
    const cJSON *found = NULL, *item;
    if (cJSON_IsArray(node)) {
        for (item = node->child; item && !found; item = item->next)
            found = find_typed(item, types, count);
        return found;
    }
    if (!cJSON_IsObject(node))
        return NULL;
    if (has_type(node, types, count))
        return node;
    item = cJSON_GetObjectItemCaseSensitive(node, "@graph");
    return item ? find_typed(item, types, count) : NULL;
}

sls_status sls_json_typed(sls_str text, const char *const *types, size_t type_count,
                          const char *const *names, size_t count, sls_arena *arena, sls_str *values)
{
    parsing p = { .text = text };
    if (!sls_scarce_try(parse, &p))
        return SLS_ENOMEM;
    cJSON *tree = p.tree;
    const cJSON *object = tree ? find_typed(tree, types, type_count) : NULL;
    sls_status status = object ? SLS_OK : SLS_ENOTFOUND;
    for (size_t i = 0; i < count; i++)
        values[i] = (sls_str){ NULL, 0 };
    for (size_t i = 0; object && i < count && status == SLS_OK; i++) {
        const cJSON *member = find_member(object, names[i]);
        if (member && member_text(member, arena, &values[i]) == SLS_ENOMEM)
            status = SLS_ENOMEM;
    }
    cJSON_Delete(tree);
    return status;
}
