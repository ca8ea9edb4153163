/*
 * term.h - the named features of an alignment, and scores that remember what they are made of.
 *
 *     start 75, what 5, place 8, company 3, value -6 -> 85
 *
 * What a feature weighs stands where it is used: match/weights.h, match/align.h and
 * compare/thresholds.h. Every score of a finding is the sum of its terms, within 0..100.
 */
#ifndef SLS_MODEL_TERM_H
#define SLS_MODEL_TERM_H

#include <selisih/arena.h>
#include <selisih/finding.h>

/* Enumerator and name; the name is also the key of its words, "term-start". */
#define SLS_TERMS(X)                                                                               \
    X(START, "start")               /* what the kind of alignment is worth by itself */            \
    X(LIKENESS, "likeness")         /* words, names and places in common, rarer ones more */       \
    X(HELD, "held")                 /* the words of one sentence that the other has */             \
    X(DENIAL, "denial")             /* the words of a denial that the other affirms */             \
    X(WHAT, "what")                 /* both do or suffer one thing */                              \
    X(ROLE, "role")                 /* ... and it counts its bearers: the dead, the evacuated */   \
    X(OBJECT, "object")             /* one object of the event */                                  \
    X(ONCE, "once")                 /* an event that happens once */                               \
    X(ORDINAL, "ordinal")           /* both name one occasion by its number */                     \
    X(PARTICIPANTS, "participants") /* the same participants */                                    \
    X(PLACE, "place")               /* a place in common */                                        \
    X(COMPANY, "company")           /* other numbers of the sentences agree */                     \
    X(STRANGER, "stranger")         /* other numbers of the sentences differ */                    \
    X(SOURCE, "source")             /* one source tells both */                                    \
    X(DAYS, "days")                 /* published on two days */                                    \
    X(BODIES, "bodies")             /* each names another body */                                  \
    X(PERSONS, "persons")           /* each names another person */                                \
    X(OWN, "own")                   /* each has a rare word that the other article lacks */        \
    X(VAGUE, "vague")               /* a magnitude against a number */                             \
    X(SHARE, "share")               /* two shares, no whole in common */                           \
    X(RATIO, "ratio")               /* how far apart the values are */                             \
    X(SLIP, "slip")                 /* they differ by a slip that can be named */                  \
    X(DIGITS, "digits")             /* nearly the same digits, and nothing else of the unit */     \
    X(TWIN, "twin")                 /* both stand among the same words of a sentence */            \
    X(SCOPE, "scope")               /* how surely both speak of one office */                      \
    X(YEARS, "years")               /* years between the two claims */

typedef enum {
#define X(name, text) SLS_TERM_##name,
    SLS_TERMS(X)
#undef X
        SLS_TERM_COUNT
} sls_term_name;

/* The name, static storage; SLS_TERM_COUNT and above have none: NULL. */
const char *sls_term_text(int name);
/* SLS_OK, or SLS_ENOTFOUND with `*out` untouched. */
SLS_MUST_USE sls_status sls_term_of(sls_str text, sls_term_name *out);

/* Adds points, of either sign, -127..127; none are no term. At most SLS_TERMS_MOST fit. */
void sls_terms_add(sls_terms *terms, sls_term_name name, int points);
bool sls_terms_have(const sls_terms *terms, sls_term_name name);
/* The points of a term, 0 where there is none. */
int sls_terms_points(const sls_terms *terms, sls_term_name name);
/* The sum, at least 0 and at most 100. */
int sls_terms_score(const sls_terms *terms);

/* "start 75,what 5", in `arena`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terms_write(const sls_terms *terms, sls_arena *arena, sls_str *out);
/* What sls_terms_write wrote. SLS_OK, SLS_ESYNTAX. */
SLS_MUST_USE sls_status sls_terms_read(sls_str text, sls_terms *out);

#endif
