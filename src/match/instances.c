#include "match/instances.h"

#include "lexicon/lexicon.h"
#include "model/sense.h"

static sls_tie find(sls_concept concept, sls_str value)
{
    const sls_str tie = sls_lexicon_attribute(concept, value, "tie");
    if (sls_str_eq(tie, SLS_STR("person")))
        return SLS_TIE_PERSON;
    if (sls_str_eq(tie, SLS_STR("sides")))
        return SLS_TIE_SIDES;
    return tie.len > 0 ? SLS_TIE_FIGURE : SLS_TIE_NONE;
}

sls_tie sls_tie_of(const sls_claim *claim)
{
    const sls_str event = sls_what_event(claim->what);
    sls_tie tie = find(SLS_C_EVENT, event);
    if (tie == SLS_TIE_NONE)
        tie = find(SLS_C_ROLE, event);
    if (tie == SLS_TIE_NONE && claim->kind == SLS_KIND_QUANTITY) /* the depth of a quake */
        tie = find(SLS_C_EVENT, claim->event);
    if (tie == SLS_TIE_NONE)
        tie = find(SLS_C_UNIT, claim->unit);
    return tie != SLS_TIE_NONE ? tie : find(SLS_C_NOUN, claim->unit);
}

bool sls_is_nth(const sls_claim *claim)
{
    sls_lang lang;
    if (sls_str_eq(claim->unit, SLS_STR("rank")))
        return true;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    for (size_t i = 0, from = 0; i < claim->surface.len; i++) {
        const char byte = claim->surface.ptr[i];
        if (byte != ' ' && byte != '-')
            continue;
        const sls_str word = sls_str_slice(claim->surface, from, i);
        from = i + 1;
        if (byte == '-' &&
            sls_str_eq(sls_form_value(sls_lexicon_form(lang, word), SLS_C_LITERAL), SLS_STR("nth")))
            return true;
    }
    return false;
}
