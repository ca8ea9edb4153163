#include "report/message.h"

#include "report/draft.h"
#include "report/message_table.h"
#include "report/phrases.h"

#define NESTED_MAX 4 /* messages within messages; the tables need two */

typedef struct {
    const sls_speech *speech;
    sls_arena *arena;
    int depth;
} setting;

static sls_status render(const setting *in, sls_str key, sls_draft *draft);

/* The row of `key`, or NULL. */
static const sls_message_row *row_of(sls_str key)
{
    size_t low = 0, high = sls_message_row_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = sls_str_cmp(sls_message_rows[middle].key, key);
        if (order == 0)
            return &sls_message_rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static sls_status argument_text(const setting *in, sls_str name, sls_str *out)
{
    const sls_speech *const speech = in->speech;
    sls_arg arg = { .name = NULL };
    sls_status status = speech->of(speech->context, name, in->arena, &arg);
    *out = (sls_str){ 0 };
    if (status != SLS_OK || arg.value.len == 0)
        return status;
    if (arg.type != SLS_ARG_MESSAGE)
        return sls_phrases_words(speech->phrases, speech->ui, &arg, in->arena, out);
    if (in->depth >= NESTED_MAX || !row_of(arg.value))
        return SLS_OK;
    setting inner = *in;
    inner.depth++;
    sls_draft draft = { .arena = in->arena };
    status = render(&inner, arg.value, &draft);
    return status != SLS_OK ? status : sls_draft_done(&draft, out);
}

/* What stands between braces: a name, or name?one|other. `*empty` is set when it gives nothing. */
static sls_status placeholder(const setting *in, sls_str inside, sls_draft *draft, bool *empty)
{
    const size_t ask = sls_str_find_byte(inside, '?');
    sls_str text;
    const sls_status status = argument_text(in, sls_str_slice(inside, 0, ask), &text);
    if (status != SLS_OK)
        return status;
    if (text.len == 0)
        *empty = true;
    if (ask == SIZE_MAX) {
        sls_draft_add(draft, text);
        return SLS_OK;
    }
    sls_str forms = sls_str_slice(inside, ask + 1, SIZE_MAX);
    const size_t bar = sls_str_find_byte(forms, '|');
    const bool one = sls_str_eq(text, SLS_STR("1"));
    if (bar == SIZE_MAX)
        sls_draft_add(draft, one ? forms : (sls_str){ 0 });
    else
        sls_draft_add(draft,
                      one ? sls_str_slice(forms, 0, bar) : sls_str_slice(forms, bar + 1, SIZE_MAX));
    return SLS_OK;
}

/* A stretch of a template without optional parts. */
static sls_status stretch(const setting *in, sls_str text, sls_draft *draft, bool *empty)
{
    while (text.len > 0) {
        const size_t open = sls_str_find_byte(text, '{');
        sls_draft_add(draft, sls_str_slice(text, 0, open));
        if (open == SIZE_MAX)
            return SLS_OK;
        text = sls_str_slice(text, open + 1, SIZE_MAX);
        const size_t close = sls_str_find_byte(text, '}');
        const sls_status status = placeholder(in, sls_str_slice(text, 0, close), draft, empty);
        if (status != SLS_OK || close == SIZE_MAX)
            return status;
        text = sls_str_slice(text, close + 1, SIZE_MAX);
    }
    return SLS_OK;
}

static sls_status render(const setting *in, sls_str key, sls_draft *draft)
{
    const sls_message_row *row = row_of(key);
    sls_str text = row ? row->text[in->speech->ui] : key;
    while (text.len > 0) {
        const size_t open = sls_str_find_byte(text, '[');
        bool empty = false;
        sls_status status = stretch(in, sls_str_slice(text, 0, open), draft, &empty);
        if (status != SLS_OK || open == SIZE_MAX)
            return status;
        text = sls_str_slice(text, open + 1, SIZE_MAX);
        const size_t close = sls_str_find_byte(text, ']');
        const size_t before = draft->len;
        empty = false;
        status = stretch(in, sls_str_slice(text, 0, close), draft, &empty);
        if (empty && !draft->failed)
            draft->len = before;
        if (status != SLS_OK || close == SIZE_MAX)
            return status;
        text = sls_str_slice(text, close + 1, SIZE_MAX);
    }
    return SLS_OK;
}

sls_status sls_arg_listed(const void *context, sls_str name, sls_arena *arena, sls_arg *out)
{
    const sls_args *const args = context;
    (void)arena;
    for (size_t i = 0; i < args->count && args->at[i].name; i++)
        if (sls_str_eq(sls_str_of(args->at[i].name), name)) {
            *out = args->at[i];
            break;
        }
    return SLS_OK;
}

sls_status sls_message(sls_lang ui, sls_str key, sls_args args, sls_arena *arena, sls_str *out)
{
    const sls_speech speech = { ui, sls_arg_listed, &args, NULL };
    return sls_message_by(&speech, key, arena, out);
}

sls_status sls_message_by(const sls_speech *speech, sls_str key, sls_arena *arena, sls_str *out)
{
    const setting in = { speech, arena, 0 };
    sls_draft draft = { .arena = arena };
    const sls_status status = render(&in, key, &draft);
    return status != SLS_OK ? status : sls_draft_done(&draft, out);
}
