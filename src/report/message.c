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

static sls_status argument_text(const setting *in, const sls_template_part *part, sls_str *out)
{
    const sls_speech *const speech = in->speech;
    sls_arg arg = { .name = NULL };
    sls_status status = speech->of(speech->context, part->text, part->number, in->arena, &arg);
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

/* The argument's text, or a form of a plural; `*empty` is set when it gives nothing. */
static sls_status add_argument(const setting *in, const sls_template_part *part, sls_draft *draft,
                               bool *empty)
{
    sls_str text;
    const sls_status status = argument_text(in, part, &text);
    if (status != SLS_OK)
        return status;
    if (text.len == 0)
        *empty = true;
    if (part->kind == SLS_TEMPLATE_PLURAL)
        text = sls_str_eq(text, SLS_STR("1")) ? part->one : part->other;
    sls_draft_add(draft, text);
    return SLS_OK;
}

/* The template of `key`, which speech's phrases remember. */
static sls_status template_of(const setting *in, sls_str key, sls_template *out)
{
    const sls_speech *const speech = in->speech;
    sls_phrases *const phrases = speech->phrases;
    if (phrases && sls_phrases_recall(phrases, key, speech->number, out))
        return SLS_OK;
    const sls_message_row *const row = row_of(key);
    const bool kept = phrases && row;
    const sls_status status = sls_template_read(row ? row->text[speech->ui] : key, speech->number,
                                                kept ? phrases->arena : in->arena, out);
    return status != SLS_OK || !kept ? status
                                     : sls_phrases_keep(phrases, row->key, speech->number, out);
}

static sls_status render(const setting *in, sls_str key, sls_draft *draft)
{
    sls_template t;
    size_t before = 0;
    bool empty = false;
    sls_status status = template_of(in, key, &t);
    for (size_t i = 0; status == SLS_OK && i < t.count; i++) {
        const sls_template_part *const part = &t.at[i];
        switch (part->kind) {
        case SLS_TEMPLATE_TEXT:
            sls_draft_add(draft, part->text);
            break;
        case SLS_TEMPLATE_ARGUMENT:
        case SLS_TEMPLATE_PLURAL:
            status = add_argument(in, part, draft, &empty);
            break;
        case SLS_TEMPLATE_OPEN:
            before = draft->len;
            empty = false;
            break;
        case SLS_TEMPLATE_CLOSE:
            if (empty && !draft->failed)
                draft->len = before;
            break;
        }
    }
    return status;
}

sls_status sls_arg_listed(const void *context, sls_str name, int number, sls_arena *arena,
                          sls_arg *out)
{
    const sls_args *const args = context;
    (void)number;
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
    const sls_speech speech = { .ui = ui, .of = sls_arg_listed, .context = &args };
    return sls_message_by(&speech, key, arena, out);
}

sls_status sls_message_by(const sls_speech *speech, sls_str key, sls_arena *arena, sls_str *out)
{
    const setting in = { speech, arena, 0 };
    sls_draft draft = { .arena = arena };
    const sls_status status = render(&in, key, &draft);
    return status != SLS_OK ? status : sls_draft_done(&draft, out);
}
