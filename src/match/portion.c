#include "match/portion.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"

/* "Lima fakta": the writer lists them, another writer lists six. */
static bool is_listing(const sls_claim *c)
{
    return sls_lexicon_attribute_is(SLS_C_NOUN, c->unit, "is_a", "listing");
}

/* "Others" remain of some; "five more" add to a toll, but "74 more moons" are all that is told. */
static bool names_rest(sls_lang lang, sls_str words, bool toll)
{
    sls_str word;
    while (sls_str_split(&words, ' ', &word)) {
        const sls_str v = sls_form_value(sls_lexicon_form(lang, word), SLS_C_STOP);
        if (sls_str_eq(v, SLS_STR("rest")) || (toll && sls_str_eq(v, SLS_STR("added"))))
            return true;
    }
    return false;
}

/* "Dua tewas dan lima lainnya luka": all who were injured; only the dead are added up so. */
static bool is_beside(const sls_claim *c)
{
    const bool living = sls_lexicon_attribute(SLS_C_ROLE, c->what, "counts").len > 0;
    return living && sls_lexicon_attribute(SLS_C_ROLE, c->what, "toll").len == 0;
}

/* "11 lainnya", "tiga tersangka lainnya": what remains of a number that stands elsewhere. */
static bool is_rest(const sls_claim *c)
{
    sls_lang lang;
    sls_str word, after;
    if (sls_lang_of(c->lang, &lang) != SLS_OK || is_beside(c))
        return false;
    const size_t at = sls_str_find(c->quote, c->surface);
    const bool toll = sls_lexicon_attribute(SLS_C_ROLE, c->what, "toll").len > 0;
    if (names_rest(lang, c->surface, toll))
        return true;
    if (at == SIZE_MAX)
        return false;
    after = sls_str_slice(c->quote, at + c->surface.len, c->quote.len);
    if (after.len == 0 || after.ptr[0] != ' ')
        return false;
    after = sls_str_slice(after, 1, after.len);
    (void)sls_str_split(&after, ' ', &word);
    while (word.len > 0 && !sls_is_lower(sls_lower(word.ptr[word.len - 1])))
        word.len--;
    return names_rest(lang, word, toll);
}

/* Takes the last word off `*text`; "" when none is left. */
static sls_str last_word(sls_str *text)
{
    size_t end = text->len, begin;
    while (end > 0 && text->ptr[end - 1] == ' ')
        end--;
    begin = end;
    while (begin > 0 && text->ptr[begin - 1] != ' ')
        begin--;
    const sls_str word = sls_str_slice(*text, begin, end);
    *text = sls_str_slice(*text, 0, begin);
    return word;
}

/* A number in digits or words, but for one: "satu dari delapan korban tewas" tells of all eight. */
static bool is_number(sls_lang lang, sls_str word)
{
    enum { LONGEST = 16 }; /* no number word of one token is longer */
    char folded[LONGEST];
    if (word.len == 0 || word.len > LONGEST)
        return false;
    for (size_t i = 0; i < word.len; i++)
        folded[i] = (char)sls_lower(word.ptr[i]);
    if (folded[0] >= '0' && folded[0] <= '9')
        return word.len > 1 || folded[0] != '1';
    const sls_str value =
        sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, word.len }), SLS_C_NUMBER);
    return value.len > 0 && !sls_str_eq(value, SLS_STR("1"));
}

/* "lima dari 6 korban", "5 orang dari 6 korban": the six are the whole of another count. */
static bool is_whole(const sls_claim *c)
{
    sls_lang lang;
    const size_t at = sls_str_find(c->quote, c->surface);
    if (at == SIZE_MAX || sls_lang_of(c->lang, &lang) != SLS_OK || lang != SLS_LANG_ID)
        return false;
    sls_str before = sls_str_slice(c->quote, 0, at);
    const sls_str of = last_word(&before);
    if (!sls_str_eq(sls_form_value(sls_lexicon_form(lang, of), SLS_C_LITERAL), SLS_STR("of")))
        return false;
    return is_number(lang, last_word(&before)) || is_number(lang, last_word(&before));
}

/* "killed 152 people, 73 of them in one state"; but "308 of them are missing" are all of these. */
static bool is_of_them(const sls_claim *c)
{
    enum { LONGEST = 32 };
    char folded[LONGEST];
    sls_lang lang;
    const size_t at = sls_str_find(c->quote, c->surface);
    if (at == SIZE_MAX || sls_lang_of(c->lang, &lang) != SLS_OK)
        return false;
    sls_str after = sls_str_slice(c->quote, at + c->surface.len, c->quote.len);
    if (after.len < 2 || after.ptr[0] != ' ' || !sls_is_lower(after.ptr[1]))
        return false; /* a comma, another number */
    size_t n = sls_next_word(&after, folded, sizeof folded);
    if (!sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_LITERAL),
                    SLS_STR("of")))
        return false;
    n = sls_next_word(&after, folded, sizeof folded);
    if (!sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_VOICE),
                    SLS_STR("plural")))
        return false;
    n = sls_next_word(&after, folded, sizeof folded);
    const sls_form *const next = sls_lexicon_form(lang, (sls_str){ folded, n });
    return !sls_form_is(next, SLS_C_ROLE) && !sls_form_is(next, SLS_C_VOICE);
}

/* "Dari yang tewas, empat satu keluarga", "Of the injured, 5 were children". */
static bool is_part(const sls_claim *c)
{
    enum { BEARERS = 3, LONGEST = 32 }; /* words behind "of" that name those; bytes of one */
    char folded[LONGEST];
    sls_lang lang;
    size_t n;
    bool bearers = false;
    const size_t at = sls_str_find(c->quote, c->surface);
    if (at == SIZE_MAX || sls_lang_of(c->lang, &lang) != SLS_OK)
        return false;
    sls_str before = sls_str_slice(c->quote, 0, at);
    /* "from there was seized ..." has no comma */
    if (sls_str_find_byte(before, ',') == SIZE_MAX)
        return false;
    if ((n = sls_next_word(&before, folded, sizeof folded)) == 0 ||
        !sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_LITERAL),
                    SLS_STR("of")))
        return false;
    for (int i = 0; i < BEARERS && (n = sls_next_word(&before, folded, sizeof folded)) > 0; i++)
        bearers =
            bearers || sls_form_is(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_ROLE);
    return bearers;
}

/* "up from its earlier forecast of 5.0 percent", "turun dari 7 persen". */
static bool is_before(const sls_claim *c)
{
    enum { REACH = 5 }; /* words from "from" to the number */
    sls_lang lang;
    const size_t at = sls_str_find(c->quote, c->surface);
    const sls_str change = sls_lexicon_attribute(SLS_C_EVENT, c->event, "change");
    if (!sls_str_list_has(SLS_STR("level;made"), change) || at == SIZE_MAX ||
        sls_lang_of(c->lang, &lang) != SLS_OK)
        return false;
    sls_str before = sls_str_slice(c->quote, 0, at);
    for (int i = 0; i < REACH; i++) {
        const sls_str word = last_word(&before);
        if (word.len == 0 || !sls_is_lower(word.ptr[word.len - 1]))
            return false; /* a comma, a number */
        if (sls_form_is(sls_lexicon_form(lang, word), SLS_C_FROM))
            return true;
    }
    return false;
}

/* The form of a word as it is written: "Sehari", "sebelumnya,". */
static const sls_form *form_of(sls_lang lang, sls_str word)
{
    enum { LONGEST = 32 };
    char folded[LONGEST];
    const size_t n = sls_next_word(&word, folded, sizeof folded);
    return sls_lexicon_form(lang, (sls_str){ folded, n });
}

/* "Hari sebelumnya tercatat 46.880", "a day earlier, 46,880": of another day. */
static bool is_earlier(const sls_claim *c)
{
    enum { REACH = 4 }; /* words from there to the number */
    sls_lang lang;
    const size_t at = sls_str_find(c->quote, c->surface);
    if (at == SIZE_MAX || sls_lang_of(c->lang, &lang) != SLS_OK)
        return false;
    sls_str before = sls_str_slice(c->quote, 0, at);
    for (int i = 0; i < REACH && before.len > 0; i++) {
        const sls_str which = sls_form_value(form_of(lang, last_word(&before)), SLS_C_DEICTIC);
        if (!sls_str_eq(which, SLS_STR("earlier")))
            continue;
        const sls_form *const time = form_of(lang, last_word(&before));
        return sls_form_is(time, SLS_C_DATEWORD) || sls_form_is(time, SLS_C_ONEUNIT);
    }
    return false;
}

/*
 * "2 jenazah yang belum dikenali", "4 jenazah sudah dikenali": which of all that there are, by the
 * first words behind the count.
 */
static sls_portion narrowed(const sls_claim *c)
{
    enum { WORDS = 2, LONGEST = 32 }; /* that, and what denies or affirms; bytes of one */
    char folded[LONGEST];
    sls_lang lang;
    const size_t at = sls_str_find(c->quote, c->surface);
    if (at == SIZE_MAX || sls_lang_of(c->lang, &lang) != SLS_OK)
        return 0;
    sls_str after = sls_str_slice(c->quote, at + c->surface.len, c->quote.len);
    for (int i = 0; i < WORDS && after.len > 1 && after.ptr[0] == ' ' && sls_is_lower(after.ptr[1]);
         i++) {
        const size_t n = sls_next_word(&after, folded, sizeof folded);
        const sls_form *const word = sls_lexicon_form(lang, (sls_str){ folded, n });
        if (sls_form_is(word, SLS_C_NEGATION))
            return SLS_PORTION_LACKING;
        if (sls_str_eq(sls_form_value(word, SLS_C_STANCE), SLS_STR("done+")))
            return SLS_PORTION_HAVING;
    }
    return 0;
}

sls_portion sls_portion_of(const sls_claim *claim)
{
    return narrowed(claim) | (is_rest(claim) ? SLS_PORTION_REST : 0U) |
           (is_whole(claim) ? SLS_PORTION_WHOLE : 0U) |
           (is_listing(claim) ? SLS_PORTION_LISTING : 0U) |
           (is_part(claim) || is_of_them(claim) ? SLS_PORTION_PART : 0U) |
           (is_before(claim) || is_earlier(claim) ? SLS_PORTION_BEFORE : 0U);
}

bool sls_portions_differ(sls_portion a, sls_portion b)
{
    const sls_portion narrow = SLS_PORTION_LACKING | SLS_PORTION_HAVING;

    return (a & ~narrow) != (b & ~narrow) || ((a | b) & SLS_PORTION_LISTING) != 0 ||
           ((a | b) & narrow) == narrow;
}
