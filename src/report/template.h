/*
 * template.h - a message's template taken apart, once for all the rows that are written by it.
 *
 *     "two numbers[, {unit}]"  ->  text "two numbers", open, text ", ", argument unit, close
 *
 * What stands in it is message.h's to tell. Parts point into the template's text.
 */
#ifndef SLS_REPORT_TEMPLATE_H
#define SLS_REPORT_TEMPLATE_H

#include <selisih/arena.h>

typedef enum {
    SLS_TEMPLATE_TEXT,
    SLS_TEMPLATE_ARGUMENT,
    SLS_TEMPLATE_PLURAL,
    SLS_TEMPLATE_OPEN, /* what stands up to the next close is left out when an argument is empty */
    SLS_TEMPLATE_CLOSE
} sls_template_kind;

typedef struct {
    sls_template_kind kind;
    int number;         /* of the argument, as its reader counts them */
    sls_str text;       /* or the argument's name */
    sls_str one, other; /* of a plural */
} sls_template_part;

typedef struct {
    const sls_template_part *at;
    size_t count;
} sls_template;

/* The number by which an argument is asked for, so that its name need not be looked for again. */
typedef int sls_arg_number(sls_str name);

/* Parts are in `arena`; `number` NULL: all are 0. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_template_read(sls_str text, sls_arg_number *number, sls_arena *arena,
                                          sls_template *out);

#endif
