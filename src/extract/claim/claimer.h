/*
 * claimer.h - the claims of one article in the making: shared by claim.c, as_of.c, toll.c and
 * victim.c.
 */
#ifndef SLS_EXTRACT_CLAIM_CLAIMER_H
#define SLS_EXTRACT_CLAIM_CLAIMER_H

#include "base/edtf.h"
#include "base/vec.h"
#include "extract/amount/quantity.h"
#include "extract/claim/clause.h"
#include "extract/extract.h"

/* From where a claim came, per claim. */
typedef struct {
    size_t reading;
    bool toll; /* a count with a role: dead, evacuated */
} sls_source;

typedef SLS_VEC(sls_source) sls_source_vec;

#define SLS_NO_READING SIZE_MAX /* of a claim that holds when its article was written */

typedef SLS_VEC(sls_claim) sls_claim_vec;

/* Whether something was said on a date: no; told in saying it (announced, recorded); only said. */
typedef enum { SLS_SAID_NOT, SLS_SAID_TOLD, SLS_SAID_ONLY } sls_said;

typedef struct {
    const sls_document *document;
    const sls_scene *scene;
    sls_arena *arena;
    bool toll;             /* of the claim described last */
    sls_edtf *dated;       /* per reading: the date it reads; grain NONE when it reads none */
    int32_t *dated_before; /* per reading, once all are claimed: the nearest before it ... */
    int32_t *dated_behind; /* ... and behind it that reads a date, or -1 */
    sls_str *told;         /* per reading of a date: the event that it dates alone, or "" */
    sls_said *said;        /* per reading of a date */
    sls_str *happened;     /* per reading of a date: the event that its claim is of, or "" */
    bool act;              /* of those counted by what was done to them: only its date will do */
    bool titled;           /* the date described last is part of a name ... */
    bool saying;           /* ... or of when something was said ... */
    bool loose;            /* ... or planned only if it is ahead of the article ... */
    bool background;       /* ... or of an event that the sentence tells another by */
    sls_str default_as_of; /* the article's date, marked as inferred: "2024-05~" */
    uint32_t line_begin;   /* the token that begins the line that was asked for last ... */
    uint32_t line_mark;    /* ... and how many of the tokens' marks are looked at */
    bool cut;              /* more places are told of than are read */
    sls_claim_vec out;
} sls_claimer;

/* How sure a claim of each making is, of 100; a claim's confidence orders mentions of one fact. */
enum { SLS_SURE = 90, SLS_FAIRLY = 75, SLS_GUESSED = 50 };

/* A new claim with all that comes from its place, the last of c->out; NULL: memory ran out. */
sls_claim *sls_claim_begin(sls_claimer *c, const sls_reading *r, sls_kind kind);
/* What it is said of; `unit` of a count ("" bare), else NULL. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_claim_describe(sls_claimer *c, const sls_reading *r,
                                           const sls_str *unit, sls_claim *claim);

/* Births and foundings date what they tell of alone: "perusahaan yang berdiri pada 1990 ini". */
bool sls_claim_dates_itself(sls_str event);

/* as_of.c: notes which readings have dates, before any claim is asked for its own. */
void sls_claims_note_dates(sls_claimer *c);
/*
 * as_of.c: when the claim of reading `r` holds, in `claim->as_of`: its sentence's date, else the
 * tale's, else the article's; `~` if inferred. A toll holds when it is reported; the date beside it
 * is the disaster's. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_claim_as_of(sls_claimer *c, size_t r, bool toll, sls_claim *claim);

/*
 * What a bare number counts, where that is told: people by what befell them ("3 dead, 26 wounded"),
 * a part of what is counted behind it ("3 dari 10 rumah"). SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_toll_unit(const sls_claimer *c, const sls_reading *r, sls_amount *a);
/*
 * Whether a count of `role` holds when it is reported: the dead of a flood. The arrested are
 * counted as of the day that their sentence dates the arrest to.
 */
bool sls_toll_grows(sls_str role);
/* Whether a role is what was done to somebody on a day: arrested, charged. */
bool sls_toll_is_act(sls_str role);
/*
 * The date of the sentence of reading `r` up to which it counts ("hingga Senin (2/3) pukul 18.00,
 * 12 orang tewas", "data per Senin"), no later than the article; NULL when there is none.
 */
const sls_edtf *sls_toll_until(const sls_claimer *c, size_t r);
/*
 * "Two women and one man were shot dead" tells of three dead: parts that one word rules are
 * one claim, of their sum, which the first part makes: `*r` and `*a` become the whole's.
 * SLS_OK; SLS_ENOTFOUND for the other parts; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_toll_add_up(const sls_claimer *c, sls_reading *r, sls_amount *a);
/*
 * victim.c: claims of those who are told of one by one to have died or been hurt, where the article
 * does not count them. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_victims_add(sls_claimer *c, sls_source_vec *origin);

/*
 * Claims of where events were ("kecelakaan di Cipularang"), in order, behind the others in
 * c->out; of the sls_scan_most first, with c->cut set, where there are more. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_claim_places(sls_claimer *c);
/*
 * Claims of how a trial, a vote or a request ended ("divonis bebas", "ditolak"), as places are:
 * settled.c. Which words settle what is told by the opposites of data/any/stance.csv.
 */
SLS_MUST_USE sls_status sls_claim_outcomes(sls_claimer *c);

#endif
