#include "cli/topic.h"

#include "lexicon/lexicon.h"
#include "report/words.h"
#include "text/fold.h"

typedef struct {
    sls_str wanted; /* folded as names are */
    sls_arena *arena;
    sls_status status;
    bool found;
} search;

/* Whether the words of `wanted` stand in `text`, one behind the other. */
static bool has_words(sls_str text, sls_str wanted)
{
    for (size_t from = 0; from + wanted.len <= text.len;) {
        const size_t at = sls_str_find(sls_str_slice(text, from, text.len), wanted);
        if (at == SIZE_MAX)
            return false;
        const size_t begin = from + at, end = begin + wanted.len;
        if ((begin == 0 || text.ptr[begin - 1] == ' ') && (end == text.len || text.ptr[end] == ' '))
            return true;
        from = begin + 1;
    }
    return false;
}

static void look_in(search *s, sls_str text)
{
    sls_str folded;
    if (s->found || s->status != SLS_OK || text.len == 0)
        return;
    s->status = sls_fold_name(text, s->arena, &folded);
    if (s->status == SLS_OK)
        s->found = has_words(folded, s->wanted);
}

/* An id by the names that people have for it, in either language. */
static void look_in_words(search *s, sls_arg arg)
{
    static const sls_lang languages[] = { SLS_LANG_ID, SLS_LANG_EN };
    look_in(s, arg.value);
    for (size_t i = 0; i < 2 && !s->found && s->status == SLS_OK && arg.value.len > 0; i++) {
        sls_str text;
        s->status = sls_words(languages[i], &arg, s->arena, &text);
        if (s->status == SLS_OK)
            look_in(s, text);
    }
}

static void look_in_list(search *s, sls_str list)
{
    for (sls_str item; sls_str_split(&list, ';', &item);)
        look_in_words(s, (sls_arg){ "entity", SLS_ARG_COUNTRY, item });
}

static void look_in_group(search *s, const sls_group *g)
{
    const bool office = g->kind == SLS_KIND_TITLE;
    look_in_words(s, (sls_arg){ "about", office ? SLS_ARG_OFFICE : SLS_ARG_EVENT, g->what });
    look_in_list(s, g->entities);
    for (size_t i = 0; i < g->count && !s->found && s->status == SLS_OK; i++) {
        const sls_claim *const claim = g->members[i].claim;
        look_in(s, g->members[i].who);
        if (office || g->kind == SLS_KIND_NAME) { /* whoever else is named holds no office */
            look_in(s, claim->value);
            continue;
        }
        look_in_list(s, claim->entities);
        look_in_list(s, claim->place);
        look_in_list(s, claim->context);
        look_in_list(s, claim->agent);
        look_in_list(s, claim->patient);
        look_in(s, claim->speaker);
        if (claim->kind == SLS_KIND_QUANTITY)
            look_in_words(s, (sls_arg){ "unit", SLS_ARG_UNIT, claim->unit });
    }
}

static void look_for_entity(search *s, const sls_group *g)
{
    look_in_list(s, g->entities);
    for (size_t i = 0; i < g->count && !s->found && s->status == SLS_OK; i++) {
        look_in(s, g->members[i].who);
        look_in_list(s, g->members[i].claim->entities);
    }
}

/* "menlu" as it is written out; a word that is no short form of an office stays. */
static sls_str written_out(sls_str word)
{
    static const sls_lang languages[] = { SLS_LANG_ID, SLS_LANG_EN };
    for (size_t i = 0; i < 2; i++) {
        const sls_form *const form = sls_lexicon_form(languages[i], word);
        const sls_str office = form ? sls_form_value(form, SLS_C_OFFICE) : (sls_str){ 0 };
        const sls_str name = sls_lexicon_display(languages[i], SLS_C_OFFICE, office);
        if (office.len > 0 && name.len > 0)
            return name;
    }
    return word;
}

/* The name that an alias stands for, or the name itself, folded, short offices written out. */
static sls_status fold_topic(const sls_aliases *aliases, const char *text, sls_arena *arena,
                             sls_str *out)
{
    sls_str rest, word, all = { 0 };
    sls_status status = sls_fold_name(sls_str_of(text), arena, &rest);
    const sls_str name = status == SLS_OK ? sls_aliases_name(aliases, rest) : rest;
    if (status != SLS_OK || !sls_str_eq(name, rest)) {
        *out = name;
        return status;
    }
    while (status == SLS_OK && sls_str_split(&rest, ' ', &word))
        status = sls_arena_concat3(arena, all, all.len > 0 ? SLS_STR(" ") : (sls_str){ 0 },
                                   written_out(word), &all);
    return status == SLS_OK ? sls_fold_name(all, arena, out) : status;
}

sls_status sls_topic_select(const sls_options *o, const sls_aliases *aliases,
                            const sls_matching *matching, sls_arena *arena, bool **out)
{
    sls_arena *const scratch = sls_arena_new(0);
    bool *const kept = sls_arena_calloc(arena, matching->count + 1, sizeof *kept);
    sls_str about = { 0 }, entity = { 0 };
    sls_status status = scratch && kept ? SLS_OK : SLS_ENOMEM;
    if (status == SLS_OK && o->about)
        status = fold_topic(aliases, o->about, arena, &about);
    if (status == SLS_OK && o->entity)
        status = fold_topic(aliases, o->entity, arena, &entity);
    for (size_t i = 0; i < matching->count && status == SLS_OK; i++) {
        const sls_group *const g = &matching->groups[i];
        search topic = { about, scratch, SLS_OK, !o->about };
        search part = { entity, scratch, SLS_OK, !o->entity };
        if (!topic.found)
            look_in_group(&topic, g);
        if (!part.found)
            look_for_entity(&part, g);
        status = topic.status != SLS_OK ? topic.status : part.status;
        kept[i] = topic.found && part.found && (o->kind == SLS_KINDS || g->kind == o->kind);
        sls_arena_reset(scratch);
    }
    sls_arena_free(scratch);
    *out = kept;
    return status;
}
