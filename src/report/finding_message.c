#include "report/finding_message.h"

#include "model/sense.h"
#include "report/draft.h"
#include "report/words.h"

#include <assert.h>
#include <string.h>

/* A side by its outlet, or by what it says where both sides are of one outlet. */
static sls_status side_name(const sls_finding *finding, const sls_claim *side, sls_arena *arena,
                            sls_str *out)
{
    *out = sls_claim_outlet(side);
    if (!sls_str_eq(sls_claim_outlet(finding->a), sls_claim_outlet(finding->b)))
        return SLS_OK;
    return sls_arena_format(arena, out, "\"%.*s\"", SLS_FMT(side->surface));
}

/*
 * The likely wrong side. A misspelt name is told by the commoner spelling already; what an editor
 * decided is no longer likely.
 */
static sls_status wrong_side(const sls_finding *finding, sls_arena *arena, sls_str *out)
{
    *out = (sls_str){ 0 };
    if (finding->likely_wrong == SLS_SIDE_NONE || finding->kind == SLS_KIND_NAME ||
        (finding->decision && finding->decision->word <= SLS_DECIDED_BOTH_WRONG))
        return SLS_OK;
    return side_name(finding, finding->likely_wrong == SLS_SIDE_A ? finding->a : finding->b, arena,
                     out);
}

/* The outlets whose text leaves the office's country open. */
static sls_status open_side(const sls_finding *finding, sls_arena *arena, sls_str *out)
{
    const sls_str mark = SLS_STR("@?");
    const bool a = sls_str_ends(finding->a->what, mark), b = sls_str_ends(finding->b->what, mark);
    const sls_str first = sls_claim_outlet(finding->a), second = sls_claim_outlet(finding->b);
    sls_draft draft = { .arena = arena };
    if (a)
        sls_draft_add(&draft, first);
    if (b && !(a && sls_str_eq(first, second))) {
        if (a)
            sls_draft_add(&draft, SLS_STR(", "));
        sls_draft_add(&draft, second);
    }
    return sls_draft_done(&draft, out);
}

static sls_str own_argument(const sls_finding *finding, const char *name)
{
    const size_t max = sizeof finding->args / sizeof *finding->args;
    for (size_t i = 0; i < max && finding->args[i].name; i++)
        if (strcmp(finding->args[i].name, name) == 0)
            return finding->args[i].value;
    return (sls_str){ 0 };
}

/* The person as the second article spells them, where it is not as the first one does. */
static sls_str second_spelling(const sls_finding *finding)
{
    const sls_str second = own_argument(finding, "person_b");
    const bool same = sls_str_eq(own_argument(finding, "person_a"), second);
    return same ? (sls_str){ 0 } : second;
}

#define ARGS_MAX (sizeof((sls_finding *)0)->args / sizeof(sls_arg) + 16)

typedef struct {
    sls_arg at[ARGS_MAX];
    size_t count;
    sls_arena *arena;
    sls_status status;
} arguments;

static void put(arguments *args, sls_arg arg)
{
    assert(args->count < ARGS_MAX);
    args->at[args->count++] = arg;
}

static void put_number(arguments *args, const char *name, int number)
{
    sls_str text = { 0 };
    if (args->status == SLS_OK)
        args->status = sls_arena_format(args->arena, &text, "%d", number);
    put(args, (sls_arg){ name, SLS_ARG_TEXT, text });
}

/* The rule's own arguments; numbers get the marks of the language. */
static void put_own(arguments *args, sls_lang ui, const sls_finding *finding)
{
    const size_t max = sizeof finding->args / sizeof *finding->args;
    for (size_t i = 0; i < max && finding->args[i].name && args->status == SLS_OK; i++) {
        const sls_arg *own = &finding->args[i];
        sls_str value = own->value;
        if (finding->kind == SLS_KIND_QUANTITY && own->type == SLS_ARG_TEXT &&
            !sls_str_starts(sls_str_of(own->name), SLS_STR("surface")))
            args->status = sls_words_number(ui, own->value, args->arena, &value);
        sls_arg arg = *own;
        arg.value = value;
        put(args, arg);
    }
}

static sls_status arguments_of(sls_lang ui, const sls_finding *finding, arguments *args)
{
    put_own(args, ui, finding);
    put(args, (sls_arg){ "source_a", SLS_ARG_TEXT, sls_claim_outlet(finding->a) });
    put(args, (sls_arg){ "source_b", SLS_ARG_TEXT, sls_claim_outlet(finding->b) });
    put(args, (sls_arg){ "published_a", SLS_ARG_DATE, finding->a->published });
    put(args, (sls_arg){ "published_b", SLS_ARG_DATE, finding->b->published });
    put(args, (sls_arg){ "about", finding->kind == SLS_KIND_TITLE ? SLS_ARG_OFFICE : SLS_ARG_EVENT,
                         finding->what });
    put(args, (sls_arg){ "also", SLS_ARG_TEXT, second_spelling(finding) });
    sls_str wrong = { 0 };
    if (args->status == SLS_OK)
        args->status = wrong_side(finding, args->arena, &wrong);
    put(args, (sls_arg){ "wrong", SLS_ARG_TEXT, wrong });
    put(args, (sls_arg){ "support", SLS_ARG_MESSAGE, sls_str_of(finding->support) });

    const bool a_first = finding->sources_a >= finding->sources_b;
    put_number(args, "most", a_first ? finding->sources_a : finding->sources_b);
    put_number(args, "fewest", a_first ? finding->sources_b : finding->sources_a);
    put(args,
        (sls_arg){ "most_names", SLS_ARG_TEXT, a_first ? finding->names_a : finding->names_b });
    put(args,
        (sls_arg){ "fewest_names", SLS_ARG_TEXT, a_first ? finding->names_b : finding->names_a });

    sls_str open = { 0 };
    if (args->status == SLS_OK)
        args->status = open_side(finding, args->arena, &open);
    put(args, (sls_arg){ "open", SLS_ARG_TEXT, open });
    if (finding->more > 0)
        put_number(args, "more", finding->more);
    return args->status;
}

sls_status sls_finding_message(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                               sls_str *out)
{
    arguments args = { .arena = arena };
    sls_status status = arguments_of(ui, finding, &args);
    if (status != SLS_OK)
        return status;
    const sls_args all = { args.at, args.count };
    sls_str text, tail;
    status = sls_message(ui, sls_str_of(finding->rule), all, arena, &text);
    if (status == SLS_OK)
        status = sls_message(ui, SLS_STR("finding-tail"), all, arena, &tail);
    if (status == SLS_OK)
        status = sls_arena_format(arena, out, "%.*s%.*s", SLS_FMT(text), SLS_FMT(tail));
    return status;
}

sls_status sls_finding_support(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                               sls_str *out)
{
    *out = (sls_str){ 0 };
    if (!finding->support)
        return SLS_OK;
    arguments args = { .arena = arena };
    const sls_status status = arguments_of(ui, finding, &args);
    if (status != SLS_OK)
        return status;
    return sls_message(ui, sls_str_of(finding->support), (sls_args){ args.at, args.count }, arena,
                       out);
}

sls_status sls_finding_decision(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                                sls_str *out)
{
    const sls_decision *const made = finding->decision;
    sls_str key, side_a, side_b;
    *out = (sls_str){ 0 };
    if (!made)
        return SLS_OK;
    sls_status status = sls_arena_format(arena, &key, "decided-%s", sls_decision_name(made->word));
    if (status == SLS_OK)
        status = side_name(finding, finding->a, arena, &side_a);
    if (status == SLS_OK)
        status = side_name(finding, finding->b, arena, &side_b);
    if (status != SLS_OK)
        return status;
    const sls_str expired = made->expired ? made->expires : (sls_str){ 0 };
    const sls_arg args[] = {
        { "decision", SLS_ARG_MESSAGE, key }, { "side_a", SLS_ARG_TEXT, side_a },
        { "side_b", SLS_ARG_TEXT, side_b },   { "by", SLS_ARG_TEXT, made->by },
        { "on", SLS_ARG_DATE, made->on },     { "corrected", SLS_ARG_DATE, made->corrected },
        { "note", SLS_ARG_TEXT, made->note }, { "expired", SLS_ARG_DATE, expired }
    };
    return sls_message(ui, SLS_STR("decided"), (sls_args){ args, sizeof args / sizeof *args },
                       arena, out);
}

sls_status sls_other_side_message(sls_lang ui, const sls_claim *claim, sls_arena *arena,
                                  sls_str *out)
{
    const sls_arg args[] = { { "source", SLS_ARG_TEXT, sls_claim_outlet(claim) },
                             { "published", SLS_ARG_DATE, claim->published },
                             { "surface", SLS_ARG_TEXT, claim->surface } };
    return sls_message(ui, SLS_STR("other-side"), (sls_args){ args, 3 }, arena, out);
}

sls_status sls_rule_message(sls_lang ui, const char *which, const char *rule, sls_arena *arena,
                            sls_str *out)
{
    sls_str key;
    const sls_status status = sls_arena_format(arena, &key, "%s-%s", which, rule);
    return status != SLS_OK ? status : sls_message(ui, key, (sls_args){ NULL, 0 }, arena, out);
}

sls_status sls_finding_remedy(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                              sls_str *out)
{
    arguments args = { .arena = arena };
    sls_str key;
    sls_status status = arguments_of(ui, finding, &args);
    if (status == SLS_OK)
        status = sls_arena_format(arena, &key, "remedy-%s", finding->rule);
    if (status != SLS_OK)
        return status;
    return sls_message(ui, key, (sls_args){ args.at, args.count }, arena, out);
}
