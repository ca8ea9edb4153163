/*
 * claim.h - one assertion: what, about whom and where, which value, as of when.
 *
 *     "lebih dari 31.000 pekerja" -> quantity, what "work", value 31000,
 *                                    bound more-than, unit worker, entities KP;RU
 *
 * A claim depends only on its article, the manifest and the lexicon. It is a
 * row of a claims file and everything that match and compare may know: the
 * column table of model/claim_csv.h writes and reads every field, so that
 * `extract | match | compare` says what `check` says. Strings are borrowed.
 */
#ifndef SELISIH_CLAIM_H
#define SELISIH_CLAIM_H

#include <selisih/status.h>
#include <selisih/str.h>

typedef enum {
    SLS_KIND_QUANTITY,
    SLS_KIND_DATE,
    SLS_KIND_TITLE,
    SLS_KIND_PLACE,
    SLS_KIND_IDENTIFIER,
    SLS_KIND_NAME,
    SLS_KIND_SCORE,
    SLS_KIND_OUTCOME,
    SLS_KINDS
} sls_kind;

typedef enum {
    SLS_BOUND_EXACT,
    SLS_BOUND_ABOUT,
    SLS_BOUND_NEARLY,
    SLS_BOUND_AT_LEAST,
    SLS_BOUND_MORE_THAN,
    SLS_BOUND_AT_MOST,
    SLS_BOUND_LESS_THAN,
    SLS_BOUND_RANGE,
    SLS_BOUND_MAGNITUDE,
    SLS_BOUNDS
} sls_bound;

typedef enum {
    SLS_ASSERTED,
    SLS_PLANNED,
    SLS_ALLEGED,
    SLS_DENIED,
    SLS_FORMER,
    SLS_ACTING,
    SLS_CANDIDATE,
    SLS_DEPUTY,
    SLS_STATES
} sls_state;

typedef enum {
    SLS_ZONE_BODY,
    SLS_ZONE_HEADLINE,
    SLS_ZONE_CAPTION,
    SLS_ZONE_REFERENCE,
    SLS_ZONE_BOILERPLATE,
    SLS_ZONE_VERIFIED,
    /* no article: an editor vouches for it */ SLS_ZONES
} sls_zone;

typedef struct {
    sls_str id; /* 16 hex digits: hash of article, kind, what, value, start */
    sls_str article;
    sls_str source;
    sls_str published; /* EDTF or "" */
    sls_str lang;
    sls_kind kind;
    size_t line;       /* of `start`, from 1, in the file; 0: in a title that is not in it */
    size_t start, end; /* bytes of `surface` in the file, or with line 0 as if `headline` stood on a
                          line of its own behind the text; end exclusive */
    sls_str surface;
    sls_str what;  /* title: office@SCOPE, @? when open; date, quantity: event id with its
                      object or role ("sign:treaty", "dead"), "" when the clause names none;
                      name: "person"; score: "result"; outcome: what is settled, "verdict" */
    sls_str value; /* quantity 31000 or 20000..50000; date EDTF; title and name: the person
                      as spelled here, ASCII lower case, words by single spaces;
                      score 3-1, the higher number first, whoever tells it;
                      outcome: "acquitted", "rejected"; place: an id as in `place`, or
                      what no table has by its noun, "desa:karangsari" */
    sls_bound bound;
    sls_str unit;        /* canonical unit, or the counted noun's concept; "" when bare */
    sls_str entities;    /* participants, sorted: ISO codes, body ids, persons; ';' between */
    sls_str place;       /* place ids (city@CC or CC), ';' between, or "" */
    sls_str as_of;       /* EDTF: when the claim holds, by its clause, else its article; or "" */
    sls_state state;     /* column `status` */
    bool state_inferred; /* written as a trailing '?' */
    sls_str speaker;     /* person or body that says so, folded; "" when the outlet does */
    int confidence;      /* 0..100 */
    sls_str quote;       /* the sentence, line breaks as spaces */
    /* further columns, at the end of the contract's */
    sls_zone zone;
    sls_str credit;
    sls_str url;
    sls_str headline;   /* the article's title */
    sls_str event;      /* event id alone, or "" */
    sls_str object;     /* what the event is about (treaty, satellite), or "" */
    sls_str context;    /* rarer content words of the sentence, folded, sorted, ';' between */
    sls_str subject;    /* countries the article is about, most named first, ';' between */
    sls_str scope_hint; /* title with an open scope: CODE=reason pairs, best first, ';' between;
                           reasons: sentence, given-name, article, outlet */
    int weekday;        /* date: weekday written beside it, 1 Monday..7 Sunday; 0 none */
    int sentence;       /* number of the sentence in its article's text, from 0; below 0: of a
                           title apart from the text, -1 the last one */
    sls_str ordinal;    /* "first", "75" ...: which occasion the clause names, or "" */
    sls_str stance;     /* which way the clause speaks: ends of axes ("rise-", "win+"), and what
                           it denies ("not:dikunjungi", "not:@visit"), ';' between; or "" */
    sls_str agent;      /* who did what `event` tells of: name, body, country or noun, ';' between;
                           '?' behind it when a pronoun stands for it; or "" */
    sls_str patient;    /* whom it befell, in the same way */
} sls_claim;

/* Names as the CSV writes them; static storage. */
SLS_API const char *sls_kind_name(sls_kind kind);
SLS_API const char *sls_bound_name(sls_bound bound);
SLS_API const char *sls_state_name(sls_state state);
SLS_API const char *sls_zone_name(sls_zone zone);
/* The reverse: SLS_OK, or SLS_ENOTFOUND with `*out` untouched. */
SLS_API SLS_MUST_USE sls_status sls_kind_of(sls_str name, sls_kind *out);
SLS_API SLS_MUST_USE sls_status sls_bound_of(sls_str name, sls_bound *out);
SLS_API SLS_MUST_USE sls_status sls_state_of(sls_str name, sls_state *out);
SLS_API SLS_MUST_USE sls_status sls_zone_of(sls_str name, sls_zone *out);

#endif
