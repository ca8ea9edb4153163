#include "report/finding_message.h"

#include "model/argument.h"
#include "model/sense.h"
#include "report/draft.h"
#include "report/words.h"

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

/* An argument of the finding's own: a number gets the marks of the language. */
static sls_status put_number(sls_lang ui, const sls_finding *finding, sls_str name,
                             sls_arena *arena, sls_arg *own)
{
    if (finding->kind != SLS_KIND_QUANTITY || own->type != SLS_ARG_TEXT ||
        sls_str_starts(name, SLS_STR("surface")))
        return SLS_OK;
    return sls_words_number(ui, own->value, arena, &own->value);
}

/* The person as the second article spells them, where it is not as the first one does. */
static sls_str second_spelling(const sls_finding *finding)
{
    sls_arg a = { .name = NULL }, b = { .name = NULL };
    (void)sls_finding_arg(finding, SLS_STR("person_a"), &a);
    (void)sls_finding_arg(finding, SLS_STR("person_b"), &b);
    return sls_str_eq(a.value, b.value) ? (sls_str){ 0 } : b.value;
}

static sls_status count(int n, sls_arena *arena, sls_str *out)
{
    return sls_arena_format(arena, out, "%d", n);
}

/* What any rule's message may name; numbers of arguments go on behind what claims give. */
typedef enum {
    SOURCE_A = SLS_GIVENS,
    SOURCE_B,
    PUBLISHED_A,
    PUBLISHED_B,
    ABOUT,
    ALSO,
    WRONG,
    SUPPORT,
    MOST,
    FEWEST,
    MOST_NAMES,
    FEWEST_NAMES,
    OPEN,
    MORE,
    COMMON_END
} common;

static const sls_str commons[COMMON_END] = {
    [SOURCE_A] = SLS_S("source_a"),
    [SOURCE_B] = SLS_S("source_b"),
    [PUBLISHED_A] = SLS_S("published_a"),
    [PUBLISHED_B] = SLS_S("published_b"),
    [ABOUT] = SLS_S("about"),
    [ALSO] = SLS_S("also"),
    [WRONG] = SLS_S("wrong"),
    [SUPPORT] = SLS_S("support"),
    [MOST] = SLS_S("most"),
    [FEWEST] = SLS_S("fewest"),
    [MOST_NAMES] = SLS_S("most_names"),
    [FEWEST_NAMES] = SLS_S("fewest_names"),
    [OPEN] = SLS_S("open"),
    [MORE] = SLS_S("more"),
};

static int number_of(sls_str name)
{
    int i = (int)sls_given_named(name);
    while (i >= SLS_GIVENS && i < COMMON_END && !sls_str_eq(commons[i], name))
        i++;
    return i;
}

static sls_status put_common(const sls_finding *f, common which, sls_arena *arena, sls_arg *out)
{
    const bool a_first = f->sources_a >= f->sources_b;
    sls_str *const value = &out->value;
    switch (which) {
    case SOURCE_A:
    case SOURCE_B:
        *value = sls_claim_outlet(which == SOURCE_A ? f->a : f->b);
        return SLS_OK;
    case PUBLISHED_A:
    case PUBLISHED_B:
        out->type = SLS_ARG_DATE;
        *value = which == PUBLISHED_A ? f->a->published : f->b->published;
        return SLS_OK;
    case ABOUT:
        out->type = f->kind == SLS_KIND_TITLE ? SLS_ARG_OFFICE : SLS_ARG_EVENT;
        *value = f->what;
        return SLS_OK;
    case ALSO:
        *value = second_spelling(f);
        return SLS_OK;
    case WRONG:
        return wrong_side(f, arena, value);
    case SUPPORT:
        out->type = SLS_ARG_MESSAGE;
        *value = sls_str_of(f->support);
        return SLS_OK;
    case MOST:
    case FEWEST:
        return count((which == MOST) == a_first ? f->sources_a : f->sources_b, arena, value);
    case MOST_NAMES:
    case FEWEST_NAMES:
        *value = (which == MOST_NAMES) == a_first ? f->names_a : f->names_b;
        return SLS_OK;
    case OPEN:
        return open_side(f, arena, value);
    case MORE:
        return f->more > 0 ? count(f->more, arena, value) : SLS_OK;
    case COMMON_END:
        break;
    }
    return SLS_OK;
}

typedef struct {
    sls_lang ui;
    const sls_finding *finding;
} subject;

/* The rule's own arguments and what claims give go before those that every rule has. */
static sls_status argument(const void *context, sls_str name, int number, sls_arena *arena,
                           sls_arg *out)
{
    const subject *const of = context;
    const sls_given given = number < SLS_GIVENS ? (sls_given)number : SLS_GIVENS;
    if (sls_finding_gives(of->finding, name, given, out))
        return put_number(of->ui, of->finding, name, arena, out);
    return number < SLS_GIVENS ? SLS_OK : put_common(of->finding, (common)number, arena, out);
}

static sls_speech speech_of(const subject *of, sls_phrases *phrases)
{
    return (sls_speech){ of->ui, argument, number_of, of, phrases };
}

static sls_status message_of(const sls_speech *speech, const sls_finding *finding, sls_arena *arena,
                             sls_str *out)
{
    sls_str text, tail;
    sls_status status = sls_message_by(speech, sls_str_of(finding->rule), arena, &text);
    if (status == SLS_OK)
        status = sls_message_by(speech, SLS_STR("finding-tail"), arena, &tail);
    if (status != SLS_OK)
        return status;
    if (tail.len > 0)
        return sls_arena_concat(arena, (const sls_str[]){ text, tail }, 2, out);
    *out = text;
    return SLS_OK;
}

static sls_status support_of(const sls_speech *speech, const sls_finding *finding, sls_arena *arena,
                             sls_str *out)
{
    *out = (sls_str){ 0 };
    if (!finding->support)
        return SLS_OK;
    return sls_message_by(speech, sls_str_of(finding->support), arena, out);
}

sls_status sls_finding_message(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                               sls_str *out)
{
    const subject of = { ui, finding };
    const sls_speech speech = speech_of(&of, NULL);
    return message_of(&speech, finding, arena, out);
}

sls_status sls_finding_support(sls_lang ui, const sls_finding *finding, sls_arena *arena,
                               sls_str *out)
{
    const subject of = { ui, finding };
    const sls_speech speech = speech_of(&of, NULL);
    return support_of(&speech, finding, arena, out);
}

sls_status sls_finding_texts(sls_lang ui, sls_phrases *phrases, const sls_finding *finding,
                             sls_arena *arena, sls_str *message, sls_str *support)
{
    const subject of = { ui, finding };
    const sls_speech speech = speech_of(&of, phrases);
    const sls_status status = message_of(&speech, finding, arena, message);
    return status != SLS_OK ? status : support_of(&speech, finding, arena, support);
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
    const subject of = { ui, finding };
    const sls_speech speech = speech_of(&of, NULL);
    sls_str key;
    const sls_status status = sls_arena_format(arena, &key, "remedy-%s", finding->rule);
    return status != SLS_OK ? status : sls_message_by(&speech, key, arena, out);
}
