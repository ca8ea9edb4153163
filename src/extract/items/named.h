/*
 * named.h - which words with a capital may be part of a person's name, by what the lexicon knows
 * them as.
 */
#ifndef SLS_EXTRACT_ITEMS_NAMED_H
#define SLS_EXTRACT_ITEMS_NAMED_H

#include "extract/items/item.h"

/*
 * Whether a word with a capital may be, which is of a form of so many tokens with the senses
 * `set`; `tokens` 0: of none. `capitals`: it has no small letter.
 */
static inline bool sls_named(uint64_t set, size_t tokens, bool capitals)
{
#define C(name) SLS_BIT(SLS_C_##name)
    static const uint64_t OTHER = /* unless it is a given name */
        C(NUMBER) | C(FRACTION) | C(MAGNITUDE) | C(ORDINAL) | C(MONTH) | C(WEEKDAY) | C(PART) |
        C(RELTIME) | C(DEICTIC) | C(DATEWORD) | C(SINCE) | C(TO) | C(BETWEEN) | C(FROM) | C(CLOCK) |
        C(ZONE) | C(UNIT) | C(CURRENCY) | C(CLASSIFIER) | C(HEDGE) | C(HEDGEAFTER) | C(COUNTRY) |
        C(CAPITAL) | C(DEMONYM) | C(BODY) | C(OFFICE) | C(OFFICEMOD) | C(SUCCESSION) |
        C(APPOSITION) | C(HONORIFIC) | C(EVENT) | C(SPEECH) | C(MODAL) | C(NEGATION) | C(OUTLET) |
        C(AGENCY) | C(BOILERPLATE) | C(IDIOM) | C(STOP) | C(LITERAL) | C(NOUN) | C(ROLE) |
        C(ORGWORD) | C(HOLIDAY) | C(DURATION) | C(SEASON) | C(SET) | C(RANK);
    /* "RI" is the republic, and no Korean called Ri */
    static const uint64_t SHORT = C(COUNTRY) | C(BODY) | C(AGENCY) | C(LITERAL);

    if (capitals && set & C(ROMAN))
        return false; /* "Komisi XI" is nobody called Xi */
    if (!(set & OTHER))
        return tokens <= 1;
    return tokens == 1 && set & C(GIVEN) && !(capitals && set & SHORT);
#undef C
}

#endif
