/*
 * message_table.h - the message tables as the build embeds them from messages/{en,id}.csv.
 *
 * Written by lexc --messages, which refuses a key that one language lacks.
 */
#ifndef SLS_REPORT_MESSAGE_TABLE_H
#define SLS_REPORT_MESSAGE_TABLE_H

#include "lexicon/lexicon.h"

typedef struct {
    sls_str key;
    sls_str text[SLS_LANGS]; /* template, see message.h */
} sls_message_row;

extern const sls_message_row sls_message_rows[]; /* by key, bytewise */
extern const size_t sls_message_row_count;

#endif
