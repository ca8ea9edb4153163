#include "extract/office/cast.h"

/* Whether `code` is among the first `count` countries of the article. */
static bool names_country(const sls_cast *cast, sls_str code, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (sls_str_eq(cast->countries[i], code))
            return true;
    return false;
}

/* The country that the given names of `person` allow, if it is one, among the first `count`. */
static sls_str given_among(const sls_cast *cast, sls_lang lang, sls_str person, size_t count,
                           bool *several)
{
    sls_str rest = person, word, found = { 0 };

    *several = false;
    while (sls_str_split(&rest, ' ', &word)) {
        sls_str codes = sls_form_value(sls_lexicon_form(lang, word), SLS_C_GIVEN), code;

        while (sls_str_split(&codes, ';', &code)) {
            const bool home = lang == SLS_LANG_ID && sls_str_eq(code, SLS_STR("ID"));

            if (!home && !names_country(cast, code, count))
                continue;
            *several = *several || (found.len > 0 && !sls_str_eq(found, code));
            if (found.len == 0)
                found = code;
        }
    }
    return found;
}

/*
 * By given name: the one country that the article is about and where people are so
 * called; else the likeliest of all that it names.
 */
static sls_str by_given_name(const sls_cast *cast, sls_lang lang, sls_str person)
{
    bool several;
    sls_str found = given_among(cast, lang, person, cast->subject_count, &several);

    if (several)
        return (sls_str){ 0 };
    return found.len > 0 ? found : given_among(cast, lang, person, cast->country_count, &several);
}

sls_status sls_cast_hints(const sls_cast *cast, const sls_document *document, sls_str person,
                          sls_arena *arena, sls_str *out)
{
    const sls_person *known = sls_cast_find(cast, person);

    *out = (sls_str){ 0 };
    if (known && known->country.len > 0)
        return sls_arena_concat3(arena, known->country, SLS_STR("=person"), SLS_STR(""), out);
    const sls_str given = by_given_name(cast, document->lang, person);
    if (given.len > 0)
        return sls_arena_concat3(arena, given, SLS_STR("=given-name"), SLS_STR(""), out);
    if (cast->country_count == 0)
        return document->lang == SLS_LANG_ID ? sls_arena_copy(arena, SLS_STR("ID=outlet"), out)
                                             : SLS_OK;
    /* one country far ahead of all others is what the article is about */
    if (cast->country_count == 1 || cast->named[0] >= 3 * cast->named[1])
        return sls_arena_concat3(arena, cast->countries[0], SLS_STR("=article"), SLS_STR(""), out);
    return SLS_OK;
}
