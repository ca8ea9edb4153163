/*
 * message.h - sentences for people, from the tables messages/en.csv and messages/id.csv.
 *
 *     title-conflict: "{office}: {person_a} in {source_a}[, {date_a}], but ..."
 *
 * A template holds
 *     {name}             the argument of that name, written in the interface's language
 *     {name?one|other}   "one" when that argument is 1, else "other": for plurals
 *     [ ... ]            a part left out when an argument inside it is empty; parts do not nest
 * Countries, offices, events, units, dates and weekdays come as ids and are written by words.h.
 * An argument of type SLS_ARG_MESSAGE is the key of a message, written with the same
 * arguments; it is empty when no table has the key, as for "nothing to say of it".
 * Everything here is pure; texts are in the arena given.
 */
#ifndef SLS_REPORT_MESSAGE_H
#define SLS_REPORT_MESSAGE_H

#include "lexicon/lexicon.h"
#include "report/template.h"
#include <selisih/finding.h>

typedef struct {
    const sls_arg *at; /* ends at `count` or at a NULL name, whichever comes first */
    size_t count;
} sls_args;

/*
 * The message `key` in language `ui`. A key that no table has gives the key itself, so that a
 * finding is never lost for want of its words. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_message(sls_lang ui, sls_str key, sls_args args, sls_arena *arena,
                                    sls_str *out);

/*
 * The argument `name`, made when a template asks for it, since most ask for few of those that there
 * are; `number` is what the speech's numbers say of the name. `*out` is empty before, and stays so
 * where there is none. SLS_OK, SLS_ENOMEM.
 */
typedef sls_status sls_arg_of(const void *context, sls_str name, int number, sls_arena *arena,
                              sls_arg *out);

/* Those of a list; `context` is an sls_args. */
sls_status sls_arg_listed(const void *context, sls_str name, int number, sls_arena *arena,
                          sls_arg *out);

/* What messages are written with where one asks for arguments. */
typedef struct {
    sls_lang ui;
    sls_arg_of *of;
    sls_arg_number *number;      /* NULL: none is asked for */
    const void *context;         /* of `of` */
    struct sls_phrases *phrases; /* remember templates and ids in words; NULL: nothing does */
} sls_speech;

/* As sls_message. */
SLS_MUST_USE sls_status sls_message_by(const sls_speech *speech, sls_str key, sls_arena *arena,
                                       sls_str *out);

#endif
