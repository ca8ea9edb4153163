/*
 * lexicon.h - the language knowledge: read-only tables, embedded at build, shared by all threads.
 *
 *     form "menteri luar negeri" -> concept OFFICE, value "foreign-minister"
 *
 * Every concept is one CSV per language, src/lexicon/data/{id,en}/CONCEPT.csv
 * with the columns form,value,source; src/lexicon/tool/lexc.c checks them and
 * writes the tables. A form is a sequence of tokens; the longest form that
 * starts at a token wins. What a value is (a unit's dimension, an office's
 * mean tenure) stands in data/any/CONCEPT.csv, whose first column is the value.
 *
 * Nothing here is owned by the caller, nothing is ever freed or changed.
 */
#ifndef SLS_LEXICON_LEXICON_H
#define SLS_LEXICON_LEXICON_H

#include "text/token.h"

/* Every concept: enumerator, file name and pattern placeholder. At most 64: sets are 64 bits. */
#define SLS_CONCEPTS(X)                                                                            \
    X(NUMBER, "number")                                                                            \
    X(FRACTION, "fraction")                                                                        \
    X(MAGNITUDE, "magnitude")                                                                      \
    X(ORDINAL, "ordinal")                                                                          \
    X(MONTH, "month")                                                                              \
    X(WEEKDAY, "weekday")                                                                          \
    X(PART, "part")                                                                                \
    X(DAYPART, "daypart")                                                                          \
    X(RELTIME, "reltime")                                                                          \
    X(DEICTIC, "deictic")                                                                          \
    X(DATEWORD, "dateword")                                                                        \
    X(ERA, "era")                                                                                  \
    X(SINCE, "since")                                                                              \
    X(TO, "to")                                                                                    \
    X(BETWEEN, "between")                                                                          \
    X(FROM, "from")                                                                                \
    X(CLOCK, "clock")                                                                              \
    X(ZONE, "zone")                                                                                \
    X(UNIT, "unit")                                                                                \
    X(CURRENCY, "currency")                                                                        \
    X(CLASSIFIER, "classifier")                                                                    \
    X(NOUN, "noun")                                                                                \
    X(ROLE, "role")                                                                                \
    X(HEDGE, "hedge")                                                                              \
    X(HEDGEAFTER, "hedgeafter")                                                                    \
    X(COUNTRY, "country")                                                                          \
    X(CAPITAL, "capital")                                                                          \
    X(DEMONYM, "demonym")                                                                          \
    X(PLACE, "place")                                                                              \
    X(BODY, "body")                                                                                \
    X(OFFICE, "office")                                                                            \
    X(OFFICEMOD, "officemod")                                                                      \
    X(SUCCESSION, "succession")                                                                    \
    X(APPOSITION, "apposition")                                                                    \
    X(HONORIFIC, "honorific")                                                                      \
    X(GIVEN, "given")                                                                              \
    X(EVENT, "event")                                                                              \
    X(OBJECT, "object")                                                                            \
    X(SPEECH, "speech")                                                                            \
    X(MODAL, "modal")                                                                              \
    X(NEGATION, "negation")                                                                        \
    X(OUTLET, "outlet")                                                                            \
    X(AGENCY, "agency")                                                                            \
    X(ABBREVIATION, "abbreviation")                                                                \
    X(BOILERPLATE, "boilerplate")                                                                  \
    X(IDIOM, "idiom")                                                                              \
    X(STOP, "stop")                                                                                \
    X(ORGWORD, "orgword")                                                                          \
    X(RANK, "rank")                                                                                \
    X(VOICE, "voice")                                                                              \
    X(ONEUNIT, "oneunit")                                                                          \
    X(HOLIDAY, "holiday")                                                                          \
    X(HIJRI, "hijri")                                                                              \
    X(DURATION, "duration")                                                                        \
    X(SEASON, "season")                                                                            \
    X(SET, "set")                                                                                  \
    X(ROMAN, "roman")                                                                              \
    X(ATTRIBUTE, "attribute")                                                                      \
    X(CLAUSE, "clause")                                                                            \
    X(UNCOUNTED, "uncounted")                                                                      \
    X(STANCE, "stance")                                                                            \
    X(SURNAME, "surname")                                                                          \
    X(HAPPENING, "happening")                                                                      \
    X(LITERAL, "literal")

typedef enum {
#define X(name, file) SLS_C_##name,
    SLS_CONCEPTS(X)
#undef X
        SLS_CONCEPT_COUNT
} sls_concept;

typedef enum { SLS_LANG_ID, SLS_LANG_EN, SLS_LANGS } sls_lang;

static inline sls_lang sls_lang_other(sls_lang lang)
{
    return lang == SLS_LANG_ID ? SLS_LANG_EN : SLS_LANG_ID;
}

/*
 * The bytes of all strings of the tables, which name a string by where it lies in them: that is
 * half as long as a sls_str, and nothing has to be relocated when a program starts.
 */
extern const unsigned char sls_lexicon_pool[];

static inline sls_str sls_lexicon_str(uint32_t at, size_t len)
{
    return (sls_str){ (const char *)sls_lexicon_pool + at, len };
}

/* One meaning of a form. */
typedef struct {
    uint32_t at; /* its value, see sls_sense_value */
    uint16_t len;
    uint8_t concept; /* sls_concept */
} sls_sense;

static inline sls_str sls_sense_value(const sls_sense *sense)
{
    return sls_lexicon_str(sense->at, sense->len);
}

/*
 * Meanings that extract asks of word after word: a concept and the value of its first sense. Each
 * is a bit of a form's traits, at most 32, so that no look at its senses is needed, which lie all
 * over the tables.
 */
/* clang-format off */
#define SLS_TRAITS(X)                                                                              \
    X(IN, LITERAL, "in") X(AND, LITERAL, "and") X(THAT, LITERAL, "that") X(AT, LITERAL, "at")      \
    X(OPENS, CLAUSE, "open") X(STATE, CLAUSE, "state") X(TOPIC, CLAUSE, "topic")                   \
    X(HELD, CLAUSE, "held") X(HOLDS, CLAUSE, "holds") X(PAST, CLAUSE, "since")                     \
    X(PHRASE, CLAUSE, "phrase") X(ONLY, CLAUSE, "only") X(ACTIVE, CLAUSE, "active")                \
    X(PASSIVE, CLAUSE, "passive")                                                                  \
    X(CLOSING, VOICE, "closing") X(SOURCE, VOICE, "source") X(OF, VOICE, "of")                     \
    X(ONE, VOICE, "one") X(MANY, VOICE, "many") X(BE, VOICE, "be") X(SEVERAL, VOICE, "several")    \
    X(SINGULAR, VOICE, "singular") X(ARTICLE, VOICE, "article")                                    \
    X(ARTICLE_ONE, VOICE, "article-one")                                                           \
    X(AFTER, SINCE, "after") X(BEFORE, SINCE, "before")                                            \
    X(DEAD, ROLE, "dead") X(INJURED, ROLE, "injured") X(SHOT, ROLE, "shot") X(DIE, EVENT, "die")   \
    X(PLANNED, MODAL, "planned") X(TAIL, ORGWORD, "tail")
/* clang-format on */

typedef enum {
#define X(name, concept, value) SLS_T_##name,
    SLS_TRAITS(X)
#undef X
        SLS_TRAIT_COUNT
} sls_trait;

#define SLS_TRAIT(name) (UINT32_C(1) << SLS_T_##name)

/* A form with all its meanings in one language, ordered by concept, then by file order. */
typedef struct {
    uint64_t set; /* bit c is set when a sense has concept c */
    uint32_t at;  /* its text, see sls_form_text */
    uint16_t len;
    uint16_t tokens; /* how many tokens the form spans */
    uint32_t sense;  /* the first of its senses, see sls_form_senses */
    uint32_t traits; /* a bit per sls_trait */
    uint16_t sense_count;
} sls_form;

extern const sls_sense sls_lexicon_senses[];

/* Folded, tokens by single spaces. */
static inline sls_str sls_form_text(const sls_form *form)
{
    return sls_lexicon_str(form->at, form->len);
}

static inline const sls_sense *sls_form_senses(const sls_form *form)
{
    return &sls_lexicon_senses[form->sense];
}

/* What a word is in a language as the first of a form. */
typedef struct {
    uint32_t state;  /* after it, or 0 when no form begins with it: for lexicon.c */
    uint32_t form;   /* of this word alone: index + 1 in sls_lexicon_forms, 0 none, or
                        SLS_WORD_VARIES */
    uint64_t follow; /* of the words that may make a longer form of it: sls_lexicon_goes_on */
} sls_word_first;

#define SLS_WORD_VARIES UINT32_MAX /* which form it is, is told by its capitals */

/*
 * What is asked of word after word of a text, in the one cache line that numbering it has just
 * fetched: most of what a look-up costs is waiting for memory.
 */
typedef struct {
    _Alignas(64) uint64_t key[2]; /* which word it is: see tables.h */
    uint64_t begins[SLS_LANGS];   /* concepts of all forms that begin with it, a bit each */
    sls_word_first first[SLS_LANGS];
} sls_word;

extern const sls_word sls_lexicon_words[]; /* by a token's `word`; [0] is none */

/*
 * Looks up every token once, for both languages: sets its `word`. To be called before any of the
 * functions on tokens below.
 */
void sls_lexicon_number(sls_tokens *tokens);
/*
 * The longest form of `lang` that begins at token `i`, or NULL. Its tokens may be glued or
 * apart ("G20" and "G 20" are one), but no line break stands between them.
 *
 * A sense of COUNTRY, BODY, AGENCY or OUTLET whose form has one to three letters counts only in
 * capitals ("AS", "WHO", "U.S.", "G7"; "Lao", when the table writes it so); where the text has
 * none, the form without those senses is given, or a shorter one, or none.
 * A sense of CURRENCY or UNIT whose form is one word counts only with the capitals that the table
 * writes ("TRY", "W", "Nm").
 */
const sls_form *sls_lexicon_at(sls_lang lang, const sls_tokens *tokens, size_t i);
/*
 * The same by its number, index + 1 in sls_lexicon_forms or 0, for who need not look at the form
 * itself; `*length` is how many tokens it spans, and not written for 0.
 */
uint32_t sls_lexicon_number_at(sls_lang lang, const sls_tokens *tokens, size_t i, uint32_t *length);
/*
 * Whether some form of `lang` that begins with the word of token `i` has one of `concepts`, a bit
 * each: what is not so need not be looked for.
 */
static inline bool sls_lexicon_begins(sls_lang lang, const sls_tokens *tokens, size_t i,
                                      uint64_t concepts)
{
    return (sls_lexicon_words[tokens->at[i].word].begins[lang] & concepts) != 0;
}
/* sls_lexicon_at, where that form has one of `concepts`, a bit each; else NULL. */
static inline const sls_form *sls_lexicon_among(sls_lang lang, const sls_tokens *tokens, size_t i,
                                                uint64_t concepts)
{
    const sls_form *form =
        sls_lexicon_begins(lang, tokens, i, concepts) ? sls_lexicon_at(lang, tokens, i) : NULL;

    return form && form->set & concepts ? form : NULL;
}
/* A set of words has the bits of its words, and those of words that share them. */
static inline uint64_t sls_lexicon_bit(uint32_t word)
{
    return UINT64_C(1) << (word & 63);
}
/* Whether token `k` may go on a form behind which the words of the set `follow` may come. */
static inline bool sls_lexicon_goes_on(uint64_t follow, const sls_tokens *tokens, size_t k)
{
    if (!follow || k >= tokens->count || tokens->at[k].flags & SLS_TOKEN_BREAK)
        return false;
    return tokens->at[k].word && follow & sls_lexicon_bit(tokens->at[k].word);
}
/* The form, with all its senses, that is token `i` and nothing else, or NULL. */
const sls_form *sls_lexicon_word(sls_lang lang, const sls_tokens *tokens, size_t i);
/* The form, with all its senses, whose folded text is exactly `folded` (tokens by single
 * spaces), or NULL. */
const sls_form *sls_lexicon_form(sls_lang lang, sls_str folded);
/*
 * All forms of a language, the commonest first; `*count` is written. Every form that sls_lexicon_at
 * gives is an element of this array; those of one text that differ in capitals stand side by side,
 * the one with all senses first.
 */
const sls_form *sls_lexicon_forms(sls_lang lang, size_t *count);

static inline bool sls_form_is(const sls_form *form, sls_concept concept)
{
    return form && (form->set >> concept & 1);
}

/* The value of the first sense of `concept` in `form`, or the empty string. form may be NULL. */
static inline sls_str sls_form_value(const sls_form *form, sls_concept concept)
{
    const sls_sense *sense;

    if (!sls_form_is(form, concept))
        return (sls_str){ NULL, 0 };
    for (sense = sls_form_senses(form); sense->concept != concept;)
        sense++;
    return sls_sense_value(sense);
}

/*
 * The cell of data/any/CONCEPT.csv in the row whose first column is `value`
 * and the column named `column`; the empty string when there is none.
 */
sls_str sls_lexicon_cell(sls_concept concept, sls_str value, sls_str column);
static inline sls_str sls_lexicon_attribute(sls_concept concept, sls_str value, const char *column)
{
    return value.len > 0 ? sls_lexicon_cell(concept, value, sls_str_of(column)) : value;
}
/* Whether that cell is `is`: of a column that says one thing. */
static inline bool sls_lexicon_attribute_is(sls_concept concept, sls_str value, const char *column,
                                            const char *is)
{
    return sls_str_eq(sls_lexicon_attribute(concept, value, column), sls_str_of(is));
}
/* Whether a value of NOUN is `what`, or a kind of it as far as a few steps of is_a lead. */
bool sls_lexicon_is_a(sls_str noun, sls_str what);
/*
 * How readers write `value`: the cell of data/any/CONCEPT.csv in the column named like the
 * language ("en", "id"), else the first form of its file, proper names with capitals, else
 * `value` itself.
 */
sls_str sls_lexicon_display(sls_lang lang, sls_concept concept, sls_str value);

const char *sls_concept_name(sls_concept concept);
/* SLS_OK, or SLS_ENOTFOUND. */
SLS_MUST_USE sls_status sls_concept_of(sls_str name, sls_concept *out);
/* SLS_OK, or SLS_ENOTFOUND: neither "id" nor "en". */
SLS_MUST_USE sls_status sls_lang_of(sls_str code, sls_lang *out);

/* A row of a language's pattern-*.csv or of any/'s, in file order: extract compiles them. */
typedef struct {
    sls_str id, kind, pattern, make;
} sls_pattern_row;
/* The rows for `lang`: its own file's, then those of any/. */
const sls_pattern_row *sls_lexicon_patterns(sls_lang lang, size_t *count);

#endif
