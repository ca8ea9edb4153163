#include "text/fold.h"

#include "base/sixteen.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/letter.h"
#include "text/segment.h"

#include <assert.h>
#include <utf8proc.h>

typedef struct {
    sls_arena *arena;
    const unsigned char *in;
    size_t in_len, at;
    unsigned char *out;
    size_t cap, len;
    size_t raised; /* length of `out` after the last superscript or subscript; 0 none */
    SLS_VEC(sls_fold_step) steps;
} folder;

static unsigned char lower_byte(unsigned char c)
{
    if (c == '\r')
        return ' ';
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + ('a' - 'A')) : c;
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

/* Sixteen bytes of ASCII without a carriage return. */
static bool is_plain(const unsigned char *at)
{
    return !(sls_sixteen_high(at) | sls_sixteen_is(at, '\r'));
}

/* Lowers ASCII from `at` on. */
static void fold_ascii(folder *f)
{
    const unsigned char *in = f->in + f->at;
    unsigned char *out = f->out + f->len;
    const size_t len = f->in_len - f->at;
    size_t i = 0;

    while (i < len) {
        size_t stop = len;

        if (len - i >= SLS_SIXTEEN) {
            stop = i + SLS_SIXTEEN;
            if (is_plain(in + i)) {
                sls_sixteen_lower(in + i, out + i);
                i = stop;
                continue;
            }
        }
        for (; i < stop && in[i] < 0x80; i++)
            out[i] = lower_byte(in[i]);
        if (i < stop)
            break;
    }
    f->at += i;
    f->len += i;
}

static sls_status push_step(folder *f)
{
    sls_fold_step *step = sls_vec_push(&f->steps, f->arena);
    if (!step)
        return SLS_ENOMEM;
    *step = (sls_fold_step){ (uint32_t)f->len, (uint32_t)f->at };
    return SLS_OK;
}

/* A step when folded and original bytes no longer run side by side. */
static sls_status sync_steps(folder *f)
{
    const sls_fold_step last = f->steps.at[f->steps.len - 1];
    if (f->at - last.origin == f->len - last.folded)
        return SLS_OK;
    return push_step(f);
}

/* Room for `more` bytes and all that is left of the origin, should it be ASCII. */
static sls_status reserve(folder *f, size_t more)
{
    const size_t need = f->len + more + (f->in_len - f->at) + SLS_FOLD_PAD;
    if (need > INT32_MAX)
        return SLS_ETOOBIG;
    if (need <= f->cap)
        return SLS_OK;
    const size_t cap = need + need / 8 + 64;
    unsigned char *out = sls_arena_grow(f->arena, f->out, f->cap, cap, 1);
    if (!out)
        return SLS_ENOMEM;
    f->out = out;
    f->cap = cap;
    return SLS_OK;
}

/*
 * What to write between a digit and a character that folds to digits, so that
 * "10²" does not become 102 nor "1½" 11/2; 0 for nothing.
 */
static char digit_separator(const folder *f, const sls_segment *s, int32_t origin)
{
    if (!s->count || !f->len || !is_digit(f->out[f->len - 1]))
        return 0;
    switch (utf8proc_get_property(origin)->decomp_type) {
    case UTF8PROC_DECOMP_TYPE_SUPER:
    case UTF8PROC_DECOMP_TYPE_SUB:
        return f->raised != f->len && (is_digit(s->cps[0]) || s->cps[0] == '-') ? '^' : 0;
    case UTF8PROC_DECOMP_TYPE_FRACTION:
    case UTF8PROC_DECOMP_TYPE_CIRCLE:
        return is_digit(s->cps[0]) ? ' ' : 0;
    default:
        return 0;
    }
}

static sls_status write_segment(folder *f, const sls_segment *s, int32_t origin)
{
    const sls_status status = reserve(f, s->count * 4 + 1);
    if (status != SLS_OK)
        return status;
    const char separator = digit_separator(f, s, origin);
    if (separator)
        f->out[f->len++] = (unsigned char)separator;
    for (size_t i = 0; i < s->count; i++)
        f->len += (size_t)utf8proc_encode_char(s->cps[i], f->out + f->len);
    const int type = utf8proc_get_property(origin)->decomp_type;
    if (type == UTF8PROC_DECOMP_TYPE_SUPER || type == UTF8PROC_DECOMP_TYPE_SUB)
        f->raised = f->len;
    return SLS_OK;
}

/* Characters that fold to nothing: the step before them lets a span end before them. */
static sls_status drop(folder *f, size_t bytes)
{
    sls_status status = SLS_OK;
    if (f->steps.at[f->steps.len - 1].folded != f->len)
        status = push_step(f);
    f->at += bytes;
    return status;
}

/* One character that is not ASCII with the marks after it, or with the ASCII letter before it. */
static sls_status fold_segment(folder *f)
{
    int32_t c;
    size_t bytes = sls_letter_read(f->in + f->at, f->in_len - f->at, &c);

    if (utf8proc_get_property(c)->ignorable)
        return drop(f, bytes);
    if (f->at && f->in[f->at - 1] < 0x80 && sls_segment_joins(c)) {
        f->at--;
        f->len--;
        bytes = 1;
        c = f->in[f->at];
    }
    sls_status status = sync_steps(f);
    if (status != SLS_OK)
        return status;

    const int32_t first = c;
    sls_segment s;
    s.count = 0;
    sls_segment_add(&s, c);
    f->at += bytes;
    for (int marks = 1; marks < SLS_SEGMENT_MAX && f->at < f->in_len; marks++) {
        bytes = sls_letter_read(f->in + f->at, f->in_len - f->at, &c);
        if (!sls_segment_joins(c) || utf8proc_get_property(c)->ignorable)
            break;
        sls_segment_add(&s, c);
        f->at += bytes;
    }
    if (s.count > 1)
        sls_segment_compose(&s);
    return write_segment(f, &s, first);
}

sls_status sls_fold(sls_str origin, sls_arena *arena, sls_folded *out)
{
    folder f = { .arena = arena, .in = (const unsigned char *)origin.ptr, .in_len = origin.len };
    if (origin.len > INT32_MAX - SLS_FOLD_PAD)
        return SLS_ETOOBIG;
    f.cap = origin.len + SLS_FOLD_PAD;
    f.out = sls_arena_alloc(arena, f.cap);
    if (!f.out)
        return SLS_ENOMEM;

    sls_status status = push_step(&f);
    while (status == SLS_OK && f.at < f.in_len) {
        status = sync_steps(&f);
        if (status != SLS_OK)
            break;
        fold_ascii(&f);
        if (f.at < f.in_len)
            status = fold_segment(&f);
    }
    if (status == SLS_OK)
        status = sync_steps(&f);
    if (status != SLS_OK)
        return status;
    memset(f.out + f.len, 0, SLS_FOLD_PAD);
    *out = (sls_folded){ origin, { (const char *)f.out, f.len }, f.steps.at, f.steps.len };
    return SLS_OK;
}

sls_status sls_fold_key(sls_str s, sls_arena *arena, sls_str *out)
{
    sls_folded folded;
    const sls_status status = sls_fold(s, arena, &folded);
    if (status == SLS_OK)
        *out = folded.text;
    return status;
}

/* How many steps begin before `at`, plus those at it when `through`. */
static size_t steps_until(const sls_folded *f, size_t at, bool through)
{
    size_t low = 0, high = f->step_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (f->steps[middle].folded < at || (through && f->steps[middle].folded == at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool continues(sls_str s, size_t at)
{
    return at < s.len && sls_utf8_follows(s.ptr[at]);
}

size_t sls_fold_origin(const sls_folded *f, size_t at)
{
    assert(at <= f->text.len);
    const size_t next = steps_until(f, at, true);
    const sls_fold_step step = f->steps[next - 1];
    size_t origin = step.origin + (at - step.folded);

    if (next < f->step_count && origin >= f->steps[next].origin)
        origin = f->steps[next].origin - 1;
    while (continues(f->origin, origin))
        origin--;
    return origin;
}

size_t sls_fold_origin_end(const sls_folded *f, size_t at)
{
    assert(at <= f->text.len);
    const size_t next = steps_until(f, at, false);
    if (next < f->step_count && f->steps[next].folded == at)
        return f->steps[next].origin;
    const sls_fold_step step = f->steps[next - 1];
    size_t origin = step.origin + (at - step.folded);

    if (next < f->step_count && origin > f->steps[next].origin)
        origin = f->steps[next].origin;
    while (continues(f->origin, origin))
        origin++;
    return origin;
}
