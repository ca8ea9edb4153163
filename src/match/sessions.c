#include "match/sessions.h"

#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "model/sense.h"

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

/* Which end of a day's trade a clause, or else its headline, tells of: '+' opens, '-' closes, 0. */
static char session_of(const sls_claim *c)
{
    const sls_str opens = SLS_STR("open+"), closes = SLS_STR("open-");
    char folded[WORD_BYTES];
    sls_str rest = c->headline;
    sls_lang lang;
    size_t n;
    if (sls_str_list_has(c->stance, opens) || sls_str_list_has(c->stance, closes))
        return sls_str_list_has(c->stance, opens) ? '+' : '-';
    if (sls_lang_of(c->lang, &lang) != SLS_OK)
        return 0;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_str end =
            sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_STANCE);
        if (sls_str_eq(end, opens) || sls_str_eq(end, closes))
            return end.ptr[end.len - 1];
    }
    return 0;
}

bool sls_sessions_clash(const sls_claim *a, const sls_claim *b)
{
    if (!sls_unit_is_quoted(a->unit))
        return false;
    const char left = session_of(a);
    return left != 0 && (session_of(b) ^ left) == ('+' ^ '-');
}
