/*
 * ruled.h - the verb whose object a noun of doing is, and what else ties a value to words.
 *
 *     "menangkap pelaku pencurian pada Senin"  -> menangkap
 *     "charged with murder on Monday"          -> charged
 */
#ifndef SLS_EXTRACT_CLAIM_RULED_H
#define SLS_EXTRACT_CLAIM_RULED_H

#include "extract/claim/clause.h"

/*
 * The verb, no farther back than item `from`, that noun of doing `i` is in the object of; `i` when
 * there is none. A bare year is of the noun: "menurunkan perkiraan pertumbuhan pada 2020".
 */
size_t sls_ruling_verb(const sls_scene *scene, size_t i, size_t from);

/* A word of the clause's own, none of grammar and of no reading. */
static inline bool sls_ruled_word(const sls_scene *scene, size_t i)
{
    const sls_item *item = &scene->items->at[i];
    const uint64_t empty =
        SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_DAYPART) | SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_ZONE);

    /* words are counted by it, and nothing foretells which: no branch */
    return (scene->reading_of[i] < 0) & (item->symbol >= SLS_SYMBOL_WORDS) & !(item->set & empty) &
           ((item->shape & SLS_SHAPED(LOWER)) != 0);
}

/* Whether small word `i`, of no reading, is none of those by which it is told what a value is of.
 */
static inline bool sls_ruled_plain(const sls_scene *scene, size_t i)
{
    const sls_item *item = &scene->items->at[i];
    const uint64_t told = SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH) | SLS_BIT(SLS_C_CLAUSE);
    const uint32_t clausal = SLS_TRAIT(HELD) | SLS_TRAIT(THAT) | SLS_TRAIT(STATE);

    return !((item->set & told) | (item->traits & clausal)) && scene->reading_of[i] < 0 &&
           item->symbol >= SLS_SYMBOL_WORDS && item->shape & SLS_SHAPED(LOWER);
}

/* "Sementara itu, Senin (9/9), Sekretaris Budi menyebut": only names stand behind day first..last.
 */
bool sls_ruled_day(const sls_scene *scene, size_t first, size_t last, size_t verb);

/* "dibandingkan Rp 14.055 pada Rabu lalu": the value is what something else is compared with. */
bool sls_ruled_compared(const sls_scene *scene, size_t from, size_t first);

/* "dimasak menggunakan tungku selama 4 jam": verb of having `i` says only with what. */
bool sls_ruled_instrument(const sls_scene *scene, size_t i, size_t from);

/* The noun of doing behind verb `verb` that only does it, "mendapat perawatan", or `verb`. */
size_t sls_ruled_light(const sls_scene *scene, size_t verb, size_t to);

/* "kerugian negara senilai Rp 5 juta": the noun of doing that word of price `i` prices, or `i`. */
size_t sls_ruled_priced(const sls_scene *scene, size_t i, size_t from);

/*
 * "mengurangi konsumsi data sebanyak 80 persen": of a percentage at item `first` the rise or fall
 * that noun of doing `i` is the object of, else `i`.
 */
size_t sls_ruled_change(const sls_scene *scene, size_t i, size_t from, size_t first);

/* "dalam dua tahun ke depan", "sepanjang 2019": a date of no day, on which nothing is said. */
bool sls_ruled_undayed(const sls_scene *scene, size_t first);

/* "Bidadari" (2000): a year alone in brackets, behind the name of what it is the year of. */
bool sls_ruled_bracketed(const sls_scene *scene, size_t first, size_t last);

/* "terdiri dari 4 bagian": a preposition ties the count to what stands before. */
bool sls_ruled_oblique(const sls_scene *scene, size_t from, size_t first);

/* "the highest since 2007", "the worst disaster since 2014": date `first` is of no event told here.
 */
bool sls_ruled_record(const sls_scene *scene, size_t first);

/*
 * "a 25-day flight", "a 30-year mortgage": whether measure first..last has a hyphen and is of the
 * noun behind it; then `*event` is the noun of doing there, SIZE_MAX where there is none.
 */
bool sls_ruled_measure(const sls_scene *scene, size_t first, size_t last, size_t *event);

/* "Monday's 7.8-magnitude earthquake": the noun of doing that the date up to `last` is of, SIZE_MAX
 * where it is of none. */
size_t sls_ruled_owned(const sls_scene *scene, size_t last);

/* Whether an office is told of among items from..first, which a date may be of: "from 2007". */
bool sls_ruled_held(const sls_scene *scene, size_t from, size_t first);

/* Whether a verb that tells of an event stands before item `first` of its sentence. */
bool sls_ruled_behind(const sls_scene *scene, size_t first);

/* "in a rented house": the English participle at item `i` tells which house, and of no event. */
bool sls_ruled_attribute(const sls_scene *scene, size_t i);

#endif
