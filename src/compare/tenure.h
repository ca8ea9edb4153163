/*
 * tenure.h - whether two people can both have held one office, each when they are said to.
 *
 *     Shoigu on 2023-07-27; Lavrov in 2023 and on 2024-01-16        -> clash, no doubt
 *     Retno until 2024-10-20, Sugiono from 2024-10-21, two sources each -> change
 *
 * A hold is one article's word that a person held the office within some
 * interval. A holder's tenure is the hull of the holds. Either the holds of
 * two people can be put in order (first the one, then the other) and enough
 * speaks for a change, or they clash with a doubt that grows with the time
 * between them, design section 7. Everything is pure; arrays are the caller's.
 */
#ifndef SLS_COMPARE_TENURE_H
#define SLS_COMPARE_TENURE_H

#include "base/interval.h"
#include <stddef.h>
#include <stdint.h>

typedef struct {
    sls_interval when; /* the person held the office at some time within */
    uint32_t article;  /* number of the article, any numbering */
    uint32_t witness;  /* as in sls_member */
    uint32_t member;   /* the caller's */
    bool vague;        /* the time was carried over from another sentence */
    bool verified;     /* an editor vouches for it: held all the time, however long */
    bool dated;        /* the clause itself tells the time; else it is the article's date */
} sls_hold;

typedef struct {
    const sls_hold *holds; /* by (when.first, when.last, member) */
    size_t count;          /* not 0 */
    const int32_t *firsts; /* when.first of all, ascending */
    const int32_t *lasts;  /* when.last of all, ascending */
    sls_interval hull;
    bool left; /* a claim calls the person a former holder */
} sls_holder;

typedef enum {
    SLS_TENURE_CHANGE, /* one after the other; holds that do not fit are slips */
    SLS_TENURE_CLASH   /* one of the two was not the holder, with `doubt` */
} sls_tenure_relation;

typedef struct {
    sls_tenure_relation relation;
    bool a_first;  /* change: a held the office before b */
    int32_t turn;  /* change: a day on or before which the first left and the second came */
    int doubt;     /* clash: least of all holds, in thousandths */
    bool returned; /* change: b held the office between two terms of a, or a between two of b */
} sls_tenure;

/*
 * How two holders stand. `mean_days` is the office's mean tenure, over 0;
 * `succession` says that a claim tells of the change in words.
 */
sls_tenure sls_tenure_judge(const sls_holder *a, const sls_holder *b, int32_t mean_days,
                            bool succession);
/*
 * The doubt that `hold` clashes with what is known of another holder, in
 * thousandths; `*coarse` when only a vague or long time makes them meet, or the hold's own is such.
 */
int sls_tenure_doubt(const sls_hold *hold, const sls_holder *other, int32_t mean_days,
                     bool *coarse);
/* 1 - exp(-days / mean_days), in thousandths. */
int sls_chance_of_change(int64_t days, int32_t mean_days);
/*
 * Whether `hold` is too late (`first`: its holder was the first one) or too early for a change
 * at `turn`, by more than a handover's time.
 */
bool sls_tenure_misfits(const sls_hold *hold, bool first, int32_t turn);

#endif
