#include "model/term.h"

#include <assert.h>
#include <string.h>

static const char *const NAMES[] = {
#define X(name, text) text,
    SLS_TERMS(X)
#undef X
};

const char *sls_term_text(int name)
{
    return name >= 0 && name < SLS_TERM_COUNT ? NAMES[name] : NULL;
}

sls_status sls_term_of(sls_str text, sls_term_name *out)
{
    for (int i = 0; i < SLS_TERM_COUNT; i++) {
        if (sls_str_eq(text, sls_str_of(NAMES[i]))) {
            *out = (sls_term_name)i;
            return SLS_OK;
        }
    }
    return SLS_ENOTFOUND;
}

void sls_terms_add(sls_terms *terms, sls_term_name name, int points)
{
    assert(points >= -127 && points <= 127 && terms->count < SLS_TERMS_MOST);
    if (points != 0)
        terms->at[terms->count++] = (sls_term){ (uint8_t)name, (int8_t)points };
}

int sls_terms_points(const sls_terms *terms, sls_term_name name)
{
    for (size_t i = 0; i < terms->count; i++)
        if (terms->at[i].name == name)
            return terms->at[i].points;
    return 0;
}

bool sls_terms_have(const sls_terms *terms, sls_term_name name)
{
    return sls_terms_points(terms, name) != 0; /* none has no points */
}

int sls_terms_score(const sls_terms *terms)
{
    int sum = 0;

    for (size_t i = 0; i < terms->count; i++)
        sum += terms->at[i].points;
    return sum < 0 ? 0 : sum > 100 ? 100 : sum;
}

static char *put_name(char *to, const char *name)
{
    const size_t len = strlen(name);

    memcpy(to, name, len);
    to[len] = ' ';
    return to + len + 1;
}

/* Three digits at most. */
static char *put_points(char *to, int points)
{
    const int n = points < 0 ? -points : points;

    if (points < 0)
        *to++ = '-';
    if (n >= 100)
        *to++ = (char)('0' + n / 100);
    if (n >= 10)
        *to++ = (char)('0' + n / 10 % 10);
    *to++ = (char)('0' + n % 10);
    return to;
}

sls_status sls_terms_write(const sls_terms *terms, sls_arena *arena, sls_str *out)
{
    size_t room = 1;

    for (size_t i = 0; i < terms->count; i++)
        room += strlen(NAMES[terms->at[i].name]) + sizeof ", -127";
    char *const text = sls_arena_alloc(arena, room), *to = text;
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < terms->count; i++) {
        const char *const name = NAMES[terms->at[i].name];
        if (i > 0)
            *to++ = ',';
        to = put_points(put_name(to, name), terms->at[i].points);
    }
    *out = (sls_str){ text, (size_t)(to - text) };
    return SLS_OK;
}

/* -127..127, nothing else. */
static bool read_points(sls_str text, int *out)
{
    const bool minus = sls_str_starts(text, SLS_STR("-"));
    int value = 0;

    if (text.len == minus)
        return false;
    for (size_t i = minus; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || value > 127)
            return false;
        value = value * 10 + (text.ptr[i] - '0');
    }
    *out = minus ? -value : value;
    return value <= 127;
}

sls_status sls_terms_read(sls_str text, sls_terms *out)
{
    sls_str part;

    *out = (sls_terms){ .count = 0 };
    while (sls_str_split(&text, ',', &part)) {
        const size_t space = sls_str_find_byte(part, ' ');
        sls_term_name name;
        int points;

        if (space == SIZE_MAX || out->count == SLS_TERMS_MOST ||
            sls_term_of(sls_str_slice(part, 0, space), &name) != SLS_OK ||
            !read_points(sls_str_slice(part, space + 1, part.len), &points))
            return SLS_ESYNTAX;
        sls_terms_add(out, name, points);
    }
    return SLS_OK;
}
