#include "profile/language.h"

enum {
    SAMPLE = 2000,     /* tokens that say the language of an article */
    LONGEST = 4,       /* letters of the function words looked for first: "yang", "with" */
    FEW_WORDS = 6,     /* a shorter sentence is a name or a quotation */
    SCRAP_TOKENS = 14, /* of a sentence whose month alone tells its language */
    MONTH_LETTERS = 4, /* "Mar" and "Dec" are short for names too */
    FEW_STOPS = 3,     /* of the other language, and ... */
    TELLING = 2,       /* months, offices, verbs of the other language that stand for stops */
    CLEARLY = 3,       /* ... that many times those of the own one, and ... */
    SHARE = 5,         /* ... one word in so many: an English title in a sentence has fewer */
    /*
     * Short words that may pass without a function word among them. Of the words of up to four
     * letters .67 are function words in English news (gold/shootings) and .59 in Indonesian
     * (news/sample); 2 and 9 % of the sentences there have none among the first four.
     */
    WITHOUT = 4
};

static inline bool is_short(const sls_tokens *tokens, size_t i)
{
    const sls_token *token = &tokens->at[i];
    return ((token->flags & SLS_TOKEN_WORD) != 0) & (token->end - token->start <= LONGEST);
}

/*
 * Whether a word has one of `concepts`, a bit each. A single letter is an initial or a unit
 * ("32,775 s") more often than an article.
 */
static bool has_any(sls_lang lang, const sls_tokens *tokens, size_t i, uint64_t concepts)
{
    return tokens->at[i].flags & SLS_TOKEN_WORD && tokens->at[i].end - tokens->at[i].start > 1 &&
           sls_lexicon_among(lang, tokens, i, concepts);
}

static bool is_stop(sls_lang lang, const sls_tokens *tokens, size_t i)
{
    return has_any(lang, tokens, i, UINT64_C(1) << SLS_C_STOP);
}

sls_lang sls_language_of(const sls_tokens *tokens)
{
    const size_t count = tokens->count < SAMPLE ? tokens->count : SAMPLE;
    size_t indonesian = 0, english = 0;

    for (size_t i = 0; i < count; i++) {
        indonesian += is_stop(SLS_LANG_ID, tokens, i);
        english += is_stop(SLS_LANG_EN, tokens, i);
    }
    return english > indonesian ? SLS_LANG_EN : SLS_LANG_ID;
}

/* Words of a span, outside links, whose words are none of the text's. */
static bool is_word(const sls_document *d, size_t i)
{
    return d->tokens.at[i].flags & SLS_TOKEN_WORD && !d->masked[i];
}

static size_t count_stops(const sls_document *d, sls_sentence s, sls_lang lang)
{
    size_t count = 0;

    for (size_t i = s.first; i <= s.last; i++)
        count += !d->masked[i] && is_stop(lang, &d->tokens, i);
    return count;
}

/* Whether a sentence has function words of `lang` at all, as far as its first short words tell. */
static bool may_be(const sls_tokens *tokens, sls_sentence s, sls_lang lang)
{
    size_t looked = 0;

    for (size_t i = s.first; i <= s.last && looked < WITHOUT; i++) {
        const bool looks = is_short(tokens, i); /* nothing foretells it: no branch */

        if (looks & sls_lexicon_begins(lang, tokens, i, UINT64_C(1) << SLS_C_STOP) &&
            is_stop(lang, tokens, i))
            return true;
        looked += looks;
    }
    return false;
}

bool sls_language_is_other(const sls_document *d, sls_sentence span)
{
    const size_t stops = count_stops(d, span, sls_lang_other(d->lang));

    return stops >= FEW_STOPS && stops >= CLEARLY * count_stops(d, span, d->lang);
}

/*
 * A sentence with one function word of the other language and none of its own: a month or an
 * office more tells ("Foreign Minister Lavrov visited Pyongyang on March 3").
 */
static bool tells_other(const sls_document *d, sls_sentence span)
{
    const sls_lang other = sls_lang_other(d->lang);
    const uint64_t telling = UINT64_C(1) << SLS_C_MONTH | UINT64_C(1) << SLS_C_WEEKDAY |
                             UINT64_C(1) << SLS_C_OFFICE | UINT64_C(1) << SLS_C_EVENT |
                             UINT64_C(1) << SLS_C_SPEECH | UINT64_C(1) << SLS_C_NOUN;
    size_t told = 0;

    if (count_stops(d, span, other) == 0 || count_stops(d, span, d->lang) > 0)
        return false;
    for (size_t i = span.first; i <= span.last; i++) {
        if (d->masked[i])
            continue;
        if (has_any(d->lang, &d->tokens, i, telling))
            return false;
        told += has_any(other, &d->tokens, i, telling);
    }
    return told >= TELLING;
}

int sls_language_leans(const sls_document *d, sls_sentence span)
{
    const sls_lang other = sls_lang_other(d->lang);
    const uint64_t telling = UINT64_C(1) << SLS_C_STOP | UINT64_C(1) << SLS_C_MONTH |
                             UINT64_C(1) << SLS_C_WEEKDAY | UINT64_C(1) << SLS_C_LITERAL;
    int leans = 0;

    for (size_t i = span.first; i <= span.last; i++)
        if (!d->masked[i])
            leans +=
                has_any(other, &d->tokens, i, telling) - has_any(d->lang, &d->tokens, i, telling);
    return leans;
}

static bool is_dense(const sls_document *d, sls_sentence s)
{
    size_t words = 0;

    for (size_t i = s.first; i <= s.last; i++)
        words += is_word(d, i);
    return words >= FEW_WORDS && count_stops(d, s, sls_lang_other(d->lang)) * SHARE >= words;
}

/*
 * "(1961, July 6)." cut off from its reference: too short for function words, but its month is
 * one of the other language alone.
 */
static bool is_scrap(const sls_document *d, sls_sentence s)
{
    const uint64_t telling = UINT64_C(1) << SLS_C_MONTH;
    bool month = false;

    if (s.last - s.first + 1 > SCRAP_TOKENS)
        return false;
    for (size_t i = s.first; i <= s.last; i++) {
        if (!is_word(d, i) || !sls_lexicon_among(sls_lang_other(d->lang), &d->tokens, i, telling))
            continue;
        if (sls_lexicon_among(d->lang, &d->tokens, i, telling))
            return false;
        month |= d->tokens.at[i].end - d->tokens.at[i].start >= MONTH_LETTERS;
    }
    return month && sls_language_leans(d, s) > 0;
}

void sls_language_mark(const sls_document *d, uint8_t *out)
{
    const sls_lang other = sls_lang_other(d->lang);

    for (size_t i = 0; i < d->sentences.count; i++) {
        const sls_sentence s = d->sentences.at[i];
        const bool is_other =
            (s.last - s.first + 1 >= FEW_WORDS && may_be(&d->tokens, s, other) &&
             ((sls_language_is_other(d, s) && is_dense(d, s)) || tells_other(d, s))) ||
            is_scrap(d, s);

        out[i] = (uint8_t)(is_other ? other : d->lang);
    }
}
