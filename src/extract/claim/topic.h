/*
 * topic.h - which event, or which attribute of a thing, a value is said of.
 *
 *     "gempa pada Senin"                        -> earthquake
 *     "ujar Budi, Senin (13/5/2024)"            -> say
 *     "harga beras di pasar itu Rp 15.000"      -> price
 *     "Piala Dunia 1986", "periode 2019-2024"   -> titled: the years of a name
 *
 * A value takes its event from its clause, else from the one behind it when it opens the
 * sentence, else from the nearest. Lists share the event of their first member.
 */
#ifndef SLS_EXTRACT_CLAIM_TOPIC_H
#define SLS_EXTRACT_CLAIM_TOPIC_H

#include "extract/claim/clause.h"

typedef struct {
    size_t event;      /* the item that tells of it, or SIZE_MAX */
    size_t head;       /* the first item of the list that a count is in, else the value's own */
    sls_str name;      /* its id, "" none; "say" of a word of saying */
    sls_str object;    /* treaty, satellite ..., or "" */
    sls_str ordinal;   /* which occasion: "first", or "" */
    sls_str attribute; /* of a measure or an amount of money: price, height; or "" */
    bool saying;       /* it dates a quotation */
    bool titled;       /* a year that is part of a name */
    bool background;   /* the event stands behind setelah, sejak: another is told of; or there is
                          none, as the date bounds a record: the highest since 2007 */
} sls_topic;

/* Of the value at items first..last; of a count `unit` is what it counts ("" bare), else NULL. */
void sls_topic_of(const sls_scene *scene, size_t first, size_t last, const sls_str *unit,
                  sls_topic *out);

/*
 * What is held, where the event at item `event` is a verb that tells only that: "sidang perkara
 * itu digelar pada Senin" tells of a trial, "menggelar rapat" of a meeting; else `event` itself.
 */
size_t sls_topic_held(const sls_scene *scene, size_t event);

#endif
