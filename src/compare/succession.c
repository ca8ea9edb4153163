#include "compare/succession.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"

#include <string.h>

#define FORM_WORDS 3 /* of a succession form that is looked for: "serah terima jabatan" */
#define FORM_BYTES 96

/* Any word of a succession; with `coming` one that somebody comes into office. */
static bool is_succession(sls_lang lang, sls_str form, bool coming)
{
    const sls_str what = sls_form_value(sls_lexicon_form(lang, form), SLS_C_SUCCESSION);
    return what.len > 0 && (!coming || sls_str_eq(what, SLS_STR("appoint")) ||
                            sls_str_eq(what, SLS_STR("replace")));
}

static bool tells_succession(sls_str lang_code, sls_str text, bool coming)
{
    sls_lang lang;
    sls_str rest = text;
    if (sls_lang_of(lang_code, &lang) != SLS_OK)
        return false;
    while (rest.len > 0) {
        char form[FORM_BYTES];
        size_t len = sls_next_word(&rest, form, FORM_BYTES);
        sls_str ahead = rest;
        for (int words = 1; len > 0; words++) {
            if (is_succession(lang, (sls_str){ form, len }, coming))
                return true;
            if (words == FORM_WORDS || len + 2 >= FORM_BYTES)
                break;
            const size_t more = sls_next_word(&ahead, form + len + 1, FORM_BYTES - len - 1);
            if (more == 0)
                break;
            form[len] = ' ';
            len += 1 + more;
        }
    }
    return false;
}

bool sls_quote_tells_succession(const sls_claim *claim)
{
    return tells_succession(claim->lang, claim->quote, false);
}

bool sls_quote_tells_coming(const sls_claim *claim)
{
    return tells_succession(claim->lang, claim->quote, true);
}

bool sls_claim_is_appointment(const sls_claim *claim)
{
    return tells_succession(claim->lang, claim->surface, false);
}

bool sls_quote_names(const sls_claim *claim, sls_str folded)
{
    size_t at = folded.len;
    while (at > 0 && folded.ptr[at - 1] != ' ')
        at--;
    const sls_str name = sls_str_slice(folded, at, folded.len);
    sls_str rest = claim->quote;
    while (name.len > 0 && rest.len > 0) {
        char word[FORM_BYTES];
        const size_t len = sls_next_word(&rest, word, FORM_BYTES);
        if (sls_str_eq((sls_str){ word, len }, name))
            return true;
    }
    return false;
}
