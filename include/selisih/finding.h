/*
 * finding.h - two values of one group at odds (or in agreement), with a verdict and a reason.
 *
 *     error: Menteri Luar Negeri Sergei Shoigu / menteri luar negeri Rusia, Sergey Lavrov
 *
 * Made by compare, written by report. `a` precedes `b` by (article, start), a title its text.
 * For a finding inside one claim (a weekday that does not fit its date) both
 * sides are that claim. Strings and claims are borrowed.
 */
#ifndef SELISIH_FINDING_H
#define SELISIH_FINDING_H

#include <selisih/claim.h>

typedef enum { SLS_NOTE, SLS_WARNING, SLS_ERROR } sls_severity;
typedef enum { SLS_CONFLICT, SLS_POSSIBLE, SLS_SUPERSEDED, SLS_AGREE, SLS_REFINE } sls_verdict;
typedef enum { SLS_NEW, SLS_KNOWN, SLS_WAIVED } sls_finding_state;
typedef enum { SLS_SIDE_NONE, SLS_SIDE_A, SLS_SIDE_B } sls_side;
/* What an editor decided: a-wrong, b-wrong, both-wrong, changed, not-same, misread, undecided. */
typedef enum { SLS_DECIDED_A_WRONG, SLS_DECIDED_B_WRONG, SLS_DECIDED_BOTH_WRONG,
               SLS_DECIDED_CHANGED, /* the world did, between the two */ SLS_DECIDED_NOT_SAME,
               SLS_DECIDED_MISREAD, SLS_DECIDED_NOTHING, SLS_DECISIONS } sls_decision_word;

/* A row of corpus/decisions.csv. Any text may be "". */
typedef struct {
    sls_decision_word word;
    sls_str by;        /* whoever decided */
    sls_str on;        /* EDTF: when */
    sls_str expires;   /* EDTF: the last day on which it counts */
    sls_str note;
    sls_str corrected; /* EDTF: when the wrong side published its correction */
    bool expired;
} sls_decision;

/* A claim in a group, with what the corpus added to it. */
typedef struct {
    const sls_claim *claim;
    sls_str who;        /* title, name: the person under one key for all spellings; else "" */
    sls_str scope;      /* title: the scope, closed where it was open: RU */
    sls_str scope_from; /* title: from what an open scope was closed: "person", "sentence",
                           "given-name", "article", "outlet"; "" when the text names it */
    uint32_t witness;   /* independent source: equal for copies of one text, for one outlet */
} sls_member;

/* A feature of an alignment, by model/term.h, and the points that it gave. */
typedef struct {
    uint8_t name;
    int8_t points;
} sls_term;
enum { SLS_TERMS_MOST = 15 };
typedef struct {
    sls_term at[SLS_TERMS_MOST];
    uint8_t count;
} sls_terms;

/* Two members that speak of the same thing, by their index in `members`; a < b. */
typedef struct {
    uint32_t a, b;
    int score; /* 0..100: certainty of the alignment, the sum of `terms` */
    sls_terms terms;
} sls_pair;

/* Claims judged to speak of one thing. */
typedef struct {
    sls_str id;       /* 16 hex digits: kind, what, entities, first member's article and start */
    sls_kind kind;
    sls_str what;     /* closed scope: foreign-minister@RU */
    sls_str entities;
    sls_member *members; /* by (article, start), a title before its text */
    size_t count;
    sls_pair *pairs;  /* quantity, date, place: which members are aligned; by (a, b) */
    size_t pair_count; /* title, name: 0, all members are */
    size_t more;      /* pairs beyond the cap, counted, not listed */
} sls_group;

/*
 * One value that goes into a message in place of `{name}`. Countries, offices
 * and events are ids here; report writes their names in the interface's language.
 */
typedef struct {
    const char *name; /* "office", "person_a", "gap" ...; static storage */
    enum { SLS_ARG_TEXT, SLS_ARG_OFFICE, SLS_ARG_COUNTRY, SLS_ARG_EVENT, SLS_ARG_DATE,
           SLS_ARG_UNIT, SLS_ARG_WEEKDAY, SLS_ARG_MESSAGE } type;
    sls_str value;    /* SLS_ARG_MESSAGE: key of another message of the table */
} sls_arg;

typedef struct {
    sls_str id;           /* 16 hex digits: rule, what, entities, articles, normalised values */
    sls_severity severity : 8;
    sls_verdict verdict : 8;
    sls_kind kind : 8;    /* of the rule */
    sls_finding_state state : 8;
    sls_side likely_wrong : 8;
    sls_side added : 8;   /* the only side in an article that changed; else SLS_SIDE_NONE */
    bool aside;     /* the run is limited to articles that changed, and neither of these did: it
                       stands in the reports, but does not fail */
    bool of_values; /* the claims' events, values, units, times and surfaces are arguments of its
                       message, beside `args` */
    uint8_t arg_count, arg_room; /* of `args`: how many there are, and may be */
    const char *rule;     /* "title-conflict"; key of its message; static storage */
    sls_str what;
    sls_str entities;
    const sls_claim *a, *b;
    sls_arg *args;        /* the rule's own of its message */
    const char *support;  /* key of the support message: "support-against" ...; NULL none */
    int sources_a, sources_b; /* independent sources on each side */
    sls_str names_a, names_b; /* those sources, ", " between */
    int score;            /* 0..100: certainty of alignment */
    sls_terms terms;      /* what the score is made of */
    int more;             /* further pairs of this group that are not written */
    sls_str group_id;
    const sls_decision *decision; /* NULL: none */
} sls_finding;

SLS_API const char *sls_severity_name(sls_severity severity);
SLS_API const char *sls_verdict_name(sls_verdict verdict);
SLS_API const char *sls_finding_state_name(sls_finding_state state);
SLS_API const char *sls_decision_name(sls_decision_word word);
/* The reverse: SLS_OK, or SLS_ENOTFOUND with `*out` untouched. */
SLS_API SLS_MUST_USE sls_status sls_decision_of(sls_str name, sls_decision_word *out);
/*
 * The side at which it is told: the only one that changed, else the one that was decided to be
 * wrong, else the likely wrong one, else A.
 */
SLS_API sls_side sls_finding_lead(const sls_finding *finding);
/* Whether such findings stand in conflicts.csv: conflict, possible, superseded; else in
 * agreements.csv. */
SLS_API bool sls_verdict_is_conflict(sls_verdict verdict);

#endif
