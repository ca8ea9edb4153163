/*
 * pattern.h - the grammar's patterns, and reading with them.
 *
 *     (?<weekday> %weekday% ) ,? \(? (?<day> %day% ) / (?<month> %monthnum% ) \)?
 *
 * A pattern row is a PCRE2 expression over items, not characters: each item is
 * one symbol on a 16-bit tape, white space in the pattern means nothing, and
 *
 *     %month%              any item that may be a month (a concept or a shape)
 *     %deictic=-1%         ... that has the value -1 in that concept
 *     %num&!glued%         both; not; %a|b% either; read from left to right
 *     , ( / . . .          punctuation is itself; a hyphen that stands free is %dash%,
 *                          %hyphen% is either hyphen
 *     .                    any item of the same sentence
 *     %@person%            the pattern of the row of kind "macro" with that id
 *
 * All items that share concepts and the values that patterns ask for share a
 * symbol, so a placeholder is a character class (tape.h). Patterns are tried where their first
 * items may stand. The longest match wins, then the earlier row.
 */
#ifndef SLS_EXTRACT_GRAMMAR_PATTERN_H
#define SLS_EXTRACT_GRAMMAR_PATTERN_H

#include "extract/extract.h"
#include "extract/items/item.h"

/* The named groups that C reads; a pattern that names another one does not compile. */
/* clang-format off */
#define SLS_GROUPS(X)                                                                              \
    X(hedge) X(after) X(after2) X(n) X(n2) X(n3) X(n4) X(m) X(unit) X(unit2) X(unit3) X(unit4)     \
    X(cur) X(cur2) X(per) X(colon) X(noun) X(class) X(magnitude) X(of) X(ord)                      \
    X(weekday) X(day) X(month) X(year) X(day2) X(month2) X(year2) X(decade) X(era)                 \
    X(dei) X(rel) X(part) X(since) X(hour) X(minute) X(hour2) X(minute2) X(clock) X(clock2)        \
    X(zone) X(zone2) X(daypart) X(holiday) X(season) X(set) X(which)                               \
    X(office) X(mod) X(scope) X(org) X(name)                                                       \
    X(office2) X(mod2) X(scope2) X(org2) X(name2)
/* clang-format on */

typedef enum {
#define X(name) SLS_G_##name,
    SLS_GROUPS(X)
#undef X
        SLS_GROUP_COUNT
} sls_group_name;

/* What patterns read, the kind of their rows: enumerator and text. At most 32: sets have 32 bits.
 */
/* clang-format off */
#define SLS_READS(X)                                                                               \
    X(DATE, "date") X(TIME, "time") X(SET, "set") X(DURATION_WORD, "duration-word")                \
    X(DURATION, "duration") X(NUMBER, "number") X(ORDINAL, "ordinal") X(QUANTITY, "quantity")      \
    X(MONEY, "money") X(AGE, "age") X(RATE, "rate") X(RATIO, "ratio") X(SCORE, "score")            \
    X(TITLE, "title") X(NAME, "name") X(IDENTIFIER, "identifier") X(GUARD, "guard")
/* clang-format on */

enum {
#define X(name, text) SLS_READS_##name,
    SLS_READS(X)
#undef X
};
#define SLS_READ(name) (UINT32_C(1) << SLS_READS_##name)

/* The bit of the kind that rows call `name`; 0: no pattern reads that. */
uint32_t sls_reads_of(sls_str name);
/* What rows call the kind of that one bit. */
const char *sls_reads_name(uint32_t kind);

typedef struct {
    sls_str id, make;
    uint32_t kind; /* a bit, SLS_READ */
} sls_pattern;

/* How two readings of dates became one (join.h). */
typedef enum {
    SLS_JOIN_NONE,
    SLS_JOIN_CLOCK, /* a day and a clock time, in any order */
    SLS_JOIN_RANGE, /* from left to right */
    SLS_JOIN_IN,    /* left lies in right: Senin pekan depan */
    SLS_JOIN_STEP,  /* left, a length of time, before or after right; `mark` says which */
    SLS_JOIN_SPAN,  /* a length of time and the moment that it begins with, in any order */
    SLS_JOIN_OPEN,  /* left alone, with "or later" or "or earlier" at `mark` behind it */
    SLS_JOIN_SINCE, /* right alone, behind the word at `mark`: since, until, before, after */
    SLS_JOIN_PART   /* right alone, behind the word at `mark`: the end of */
} sls_join;

/*
 * One match: which items, and those of each named group. What is asked of reading after reading
 * lies in one cache line.
 */
typedef struct sls_reading {
    const sls_pattern *pattern;
    size_t first, last;                     /* items, last inclusive */
    const struct sls_reading *left, *right; /* of a joined date; else NULL */
    size_t mark;                            /* the item that joins them; SIZE_MAX: none does */
    uint8_t join, depth;                    /* sls_join; how many joins lie in it */
    uint32_t kind;                          /* its pattern's */
    int32_t from[SLS_GROUP_COUNT];          /* first item of the group, or -1 */
    int32_t to[SLS_GROUP_COUNT];            /* last item of the group */
} sls_reading;

static inline bool sls_has(const sls_reading *r, sls_group_name g)
{
    return r->from[g] >= 0;
}
/* Makes it a reading of that pattern. */
static inline void sls_reading_be(sls_reading *r, const sls_pattern *pattern)
{
    r->pattern = pattern;
    r->kind = pattern->kind;
}
/* Whether its pattern is of one of those kinds, a bit each; whether it asks C to make that of it.
 */
static inline bool sls_reading_is(const sls_reading *r, uint32_t kinds)
{
    return (r->kind & kinds) != 0;
}
static inline bool sls_reading_makes(const sls_reading *r, const char *make)
{
    return sls_str_eq(r->pattern->make, sls_str_of(make));
}

/*
 * The best reading that begins at item `at` of a sentence in `lang` of which item `end` - 1, its
 * boundary, is the last. SLS_OK; SLS_ENOTFOUND: there is none; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_read_at(sls_reader *reader, sls_lang lang, const sls_items *items,
                                    size_t end, size_t at, sls_reading *out);

/* Counts an article of which the end is not read. */
void sls_reader_cut(sls_reader *reader);

/*
 * For tests: takes the pattern of that id out of a language, or puts it back. Nobody may be
 * reading meanwhile. SLS_OK; SLS_ENOTFOUND: no such pattern; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_grammar_mute(sls_grammar *grammar, sls_lang lang, sls_str id,
                                         bool muted);

#endif
